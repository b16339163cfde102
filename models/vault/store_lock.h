// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <memory>

class QLockFile;

namespace tocsin::vault {

/// The exclusive lock of one store, as `NAME.tocsin.lock`. It is the system's lock on an open file: a process that is
/// killed gives it back, and a second holder in the same process is refused too. It is not the store file's own, since
/// that file is exchanged when a store is re-keyed.
class StoreLock
{
public:
    /// Fails with StoreInUse if anyone has it.
    static Result<std::unique_ptr<StoreLock>> acquire(const QString &storePath);
    ~StoreLock();
    StoreLock(const StoreLock &) = delete;
    StoreLock &operator=(const StoreLock &) = delete;

private:
    StoreLock() = default;

    QString m_path;
    int m_descriptor = -1;
    std::unique_ptr<QLockFile> m_portable; // where there is no flock()

    Result<bool> tryOnce();
};

} // namespace tocsin::vault
