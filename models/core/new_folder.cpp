// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/new_folder.h"

#include "core/safe_file.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <filesystem>

using namespace Qt::Literals::StringLiterals;

namespace tocsin {

namespace {

/// Goes before the folder gets its name.
constexpr auto kLockName = ".tocsin.lock"_L1;
constexpr QDir::Filters kEverything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

Failure cannotUse(const QString &place, const QString &reason)
{
    return fail(ErrorCode::BadInput,
                u"“%1” cannot be the new folder: %2. Name one that does not exist yet."_s.arg(place, reason));
}

/// True if the folder's lock names a process of this machine that is gone. Takes the lock, so that no two processes
/// remove the same.
bool isAbandoned(QLockFile &lock)
{
    lock.setStaleLockTime(0);
    return lock.tryLock(0);
}

/// Folders for the same place that were left by processes that were killed.
void removeAbandoned(const QFileInfo &place)
{
    const QRegularExpression ours(QRegularExpression::anchoredPattern(
        u"\\.%1\\.[A-Za-z0-9]{6}"_s.arg(QRegularExpression::escape(place.fileName()))));
    const QDir above(place.absolutePath());
    const QStringList names = above.entryList(QDir::Dirs | QDir::Hidden | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const QString marker = above.filePath(name) + u'/' + kLockName;
        if (!ours.match(name).hasMatch() || !QFileInfo(marker).isFile())
            continue;
        QLockFile lock(marker);
        if (isAbandoned(lock))
            QDir(above.filePath(name)).removeRecursively();
    }
}

} // namespace

Result<std::unique_ptr<NewFolder>> NewFolder::begin(const QString &place)
{
    if (place.isEmpty())
        return cannotUse(place, u"the name is empty"_s);
    const QFileInfo info(QDir::cleanPath(QFileInfo(place).absoluteFilePath()));
    if (info.isSymLink() || (info.exists() && !info.isDir()))
        return cannotUse(info.filePath(), u"it is not a folder"_s);
    if (info.exists() && !QDir(info.filePath()).isEmpty(kEverything))
        return cannotUse(info.filePath(), u"it is not empty"_s);
    if (!QFileInfo(info.absolutePath()).isDir())
        return cannotUse(info.filePath(), u"the folder above it does not exist"_s);
    removeAbandoned(info);
    std::unique_ptr<NewFolder> folder(new NewFolder(info.filePath()));
    if (!folder->m_temporary.isValid() || !folder->m_lock.tryLock(0)) {
        return fail(
            ErrorCode::Io,
            u"Nothing can be written in “%1”: %2."_s.arg(info.absolutePath(), folder->m_temporary.errorString()));
    }
    return folder;
}

NewFolder::NewFolder(const QString &place)
    : m_place(place)
    , m_wasThere(QFileInfo::exists(place))
    , m_temporary(u"%1/.%2.XXXXXX"_s.arg(QFileInfo(place).absolutePath(), QFileInfo(place).fileName()))
    , m_lock(m_temporary.filePath(kLockName))
{
    m_lock.setStaleLockTime(0); // however long it takes
}

QString NewFolder::path(const QString &file) const
{
    return file.isEmpty() ? m_temporary.path() : m_temporary.filePath(file);
}

Result<> NewFolder::settle()
{
    m_lock.unlock();
    TOCSIN_TRY(syncFolder(m_temporary.path()));
    // An empty folder makes room for the rename; one that is not empty any more stays, and the rename fails.
    QDir().rmdir(m_place);
    std::error_code error;
    if (!QFileInfo::exists(m_place)) {
        std::filesystem::rename(QFileInfo(m_temporary.path()).filesystemFilePath(),
                                QFileInfo(m_place).filesystemFilePath(), error);
    }
    if (QFileInfo::exists(m_temporary.path())) {
        if (m_wasThere)
            QDir().mkdir(m_place);
        return error
            ? fail(ErrorCode::Io, u"“%1” could not be made."_s.arg(m_place), QString::fromStdString(error.message()))
            : fail(ErrorCode::Conflict, u"Something else was put at “%1” meanwhile."_s.arg(m_place));
    }
    m_temporary.setAutoRemove(false);
    return syncFolder(QFileInfo(m_place).absolutePath());
}

void NewFolder::withdraw()
{
    QDir(m_place).removeRecursively();
    if (m_wasThere)
        QDir().mkdir(m_place);
}

} // namespace tocsin
