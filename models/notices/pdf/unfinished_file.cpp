// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/unfinished_file.h"

#include "core/safe_file.h"

#include <QFileInfo>

#include <filesystem>

namespace tocsin::notices {

namespace {

Failure cannotWrite(const QString &path, const QString &reason)
{
    return fail(
        ErrorCode::Io,
        QStringLiteral("%1 could not be written. Check the folder and the room on its disk, then try again.").arg(path),
        reason);
}

} // namespace

UnfinishedFile::UnfinishedFile(const QString &path) : m_path(path), m_file(path + QStringLiteral(".part")) { }

UnfinishedFile::~UnfinishedFile()
{
    if (m_done)
        return;
    m_file.close();
    m_file.remove();
}

Result<> UnfinishedFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        m_done = true; // what is there is not ours to remove
        return cannotWrite(m_path, m_file.errorString());
    }
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

Result<> UnfinishedFile::commit()
{
    if (!m_file.flush())
        return cannotWrite(m_path, m_file.errorString());
    m_file.close();
    TOCSIN_TRY(syncFile(m_file.fileName()));
    std::error_code error;
    std::filesystem::rename(m_file.filesystemFileName(), QFileInfo(m_path).filesystemFilePath(), error);
    if (error)
        return cannotWrite(m_path, QString::fromStdString(error.message()));
    m_done = true;
    return syncFolder(QFileInfo(m_path).absolutePath());
}

} // namespace tocsin::notices
