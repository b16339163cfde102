// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/file_moves.h"

#include "core/safe_file.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

QString withRealFolder(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : folder + u'/' + info.fileName();
}

Result<> moveOver(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(), QFileInfo(to).filesystemFilePath(), error);
    if (error) {
        return fail(ErrorCode::Io,
                    u"“%1” could not be renamed to “%2”: %3."_s.arg(from, to, QString::fromStdString(error.message())));
    }
    return syncFolder(QFileInfo(to).absolutePath());
}

Result<> moveToNew(const QString &from, const QString &to)
{
    if (QFile::exists(to))
        return fail(ErrorCode::Conflict, u"“%1” is there already and is left as it is."_s.arg(to));
    QFile file(from);
    if (!file.rename(to)) // does not replace what came into being meanwhile
        return fail(ErrorCode::Io, u"“%1” could not be renamed to “%2”: %3."_s.arg(from, to, file.errorString()));
    return syncFolder(QFileInfo(to).absolutePath());
}

void removeUnfinished(const QString &path)
{
    for (const QLatin1StringView suffix : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1})
        QFile::remove(path + suffix);
}

} // namespace tocsin::vault
