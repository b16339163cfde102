// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/store_lock.h"

#include <QFile>
#include <QLockFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

Failure inUse(const QString &path)
{
    return fail(ErrorCode::StoreInUse,
                u"The store is open already, here or in another program. Close it there first."_s, path);
}

} // namespace

Result<std::unique_ptr<StoreLock>> StoreLock::acquire(const QString &storePath)
{
    std::unique_ptr<StoreLock> lock(new StoreLock);
    lock->m_path = storePath + u".lock"_s;
    for (;;) {
        TOCSIN_ASSIGN(const bool locked, lock->tryOnce());
        if (locked)
            return lock;
    }
}

#ifdef Q_OS_UNIX

/// False if the file was removed by its last holder between opening and locking it: a lock on it would keep nobody out.
Result<bool> StoreLock::tryOnce()
{
    const QByteArray path = QFile::encodeName(m_path);
    m_descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (m_descriptor < 0) {
        return fail(ErrorCode::Io,
                    u"“%1” cannot be written: %2. A store needs a folder that can be written."_s.arg(
                        m_path, qt_error_string(errno)));
    }
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
        return inUse(m_path);
    }
    struct stat mine;
    struct stat named;
    const bool same = ::fstat(m_descriptor, &mine) == 0 && ::stat(path.constData(), &named) == 0
        && mine.st_ino == named.st_ino && mine.st_dev == named.st_dev;
    if (!same) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
    return same;
}

StoreLock::~StoreLock()
{
    if (m_descriptor < 0)
        return;
    ::unlink(QFile::encodeName(m_path).constData()); // while it is still ours
    ::close(m_descriptor);
}

#else

Result<bool> StoreLock::tryOnce()
{
    m_portable = std::make_unique<QLockFile>(m_path);
    m_portable->setStaleLockTime(0);
    if (!m_portable->tryLock())
        return inUse(m_path);
    return true;
}

StoreLock::~StoreLock() = default;

#endif

} // namespace tocsin::vault
