// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/file_digest.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

constexpr qint64 kChunk = 1 << 20;

QString hexOf(const QCryptographicHash &hash)
{
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

Result<casework::FileDigest> digestFile(const QString &path, const Progress &progress)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"%1 cannot be read as a file."_s.arg(path));
    QCryptographicHash sha256(QCryptographicHash::Sha256);
    QCryptographicHash sha512(QCryptographicHash::Sha512);
    QByteArray chunk(kChunk, '\0');
    qint64 done = 0;
    for (;;) {
        TOCSIN_TRY(progress.check());
        const qint64 got = file.read(chunk.data(), chunk.size());
        if (got < 0)
            return fail(ErrorCode::Io, u"%1 could not be read to its end."_s.arg(path), file.errorString());
        if (got == 0)
            break;
        const QByteArrayView bytes(chunk.constData(), got);
        sha256.addData(bytes);
        sha512.addData(bytes);
        done += got;
        progress.report(done, file.size());
    }
    return casework::FileDigest{QFileInfo(path).fileName(), done, hexOf(sha256), hexOf(sha512)};
}

} // namespace tocsin::jobs
