// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safe_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace tocsin {

namespace {

Result<> syncPath(const QString &path)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorCode::Io, u"“%1” cannot be opened to be written through to the disk."_s.arg(path));
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!synced)
        return fail(ErrorCode::Io, u"“%1” could not be written through to the disk."_s.arg(path));
#else
    Q_UNUSED(path)
#endif
    return {};
}

} // namespace

Result<> writeFileAtomically(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.commit();
    if (!written) {
        return fail(
            ErrorCode::Io,
            u"“%1” could not be written: %2. What was there before is unchanged."_s.arg(path, file.errorString()));
    }
    return syncFolder(QFileInfo(path).absolutePath());
}

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"“%1” cannot be read: %2."_s.arg(path, file.errorString()));
    if (file.size() > limit) {
        return fail(ErrorCode::BadInput,
                    u"“%1” has %2 bytes; at most %3 are accepted here."_s.arg(path).arg(file.size()).arg(limit));
    }
    // One byte more than allowed tells a file that grows, or a device without a size, from one that ends.
    const QByteArray content = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Io, u"“%1” cannot be read: %2."_s.arg(path, file.errorString()));
    if (content.size() > limit)
        return fail(ErrorCode::BadInput, u"“%1” has more than the %2 bytes accepted here."_s.arg(path).arg(limit));
    return content;
}

Result<> syncFile(const QString &path)
{
    TOCSIN_TRY(syncPath(path));
    return syncFolder(QFileInfo(path).absolutePath());
}

Result<> syncFolder(const QString &path)
{
    return syncPath(path);
}

} // namespace tocsin
