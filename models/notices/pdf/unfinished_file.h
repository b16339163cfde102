// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFile>

namespace tocsin::notices {

/// A file under a temporary name, `path` with ".part", that is removed unless it gets its own name in the end. The
/// temporary name is always the same, so that what a killed run left behind is overwritten by the next.
class UnfinishedFile
{
public:
    explicit UnfinishedFile(const QString &path);
    ~UnfinishedFile();
    UnfinishedFile(const UnfinishedFile &) = delete;
    UnfinishedFile &operator=(const UnfinishedFile &) = delete;

    QFile &file() { return m_file; }

    /// Fails with Io.
    [[nodiscard]] Result<> open();
    /// Sees to it that all is on the disk and gives the file its name. Fails with Io.
    [[nodiscard]] Result<> commit();

private:
    QString m_path;
    QFile m_file;
    bool m_done = false;
};

} // namespace tocsin::notices
