// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QLockFile>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace tocsin {

/// A folder in the making. It lies beside its later place under a hidden name and is removed unless it gets its own
/// name. What was left for the same place by a process that was killed is removed by the next one: only folders with
/// this name's pattern that hold the lock of a process that is gone. Nothing else is ever removed.
class NewFolder
{
public:
    /// Fails with BadInput unless `place` does not exist or is an empty folder, in a folder that exists; with Io if
    /// nothing can be written there.
    static Result<std::unique_ptr<NewFolder>> begin(const QString &place);

    /// Where a file lies while the folder is in the making.
    [[nodiscard]] QString path(const QString &file = {}) const;

    /// Sees to it that the folder is on the disk and gives it its name; the files in it are the caller's to sync. Fails
    /// with Conflict if something came there meanwhile, and with Io.
    Result<> settle();
    /// Takes the folder, which was settled, away again.
    void withdraw();
    [[nodiscard]] const QString &place() const { return m_place; }

private:
    explicit NewFolder(const QString &place);

    QString m_place;
    bool m_wasThere;
    QTemporaryDir m_temporary;
    QLockFile m_lock; // in the folder: by it a later one knows what is ours and abandoned
};

} // namespace tocsin
