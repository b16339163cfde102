// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/recorded_file.h"

#include "core/safe_file.h"
#include "vault/store_path.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <filesystem>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

namespace {

std::filesystem::path native(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

Result<> takePlace(const QString &part, const QString &path)
{
    std::error_code error;
    std::filesystem::rename(native(part), native(path), error);
    if (error)
        return fail(ErrorCode::Io, u"%1 cannot be written: %2."_s.arg(path, QString::fromStdString(error.message())));
    return syncFolder(QFileInfo(path).absolutePath());
}

Result<> writeAndNote(const QString &part, const QString &path, const std::function<Result<>(const QString &)> &write,
                      const std::function<Result<>()> &note)
{
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::BadInput, u"“%1” is a folder; name a file."_s.arg(path));
    if (!QFileInfo(QFileInfo(path).absolutePath()).isDir())
        return fail(ErrorCode::Io,
                    u"The folder “%1” does not exist; make it, or name another."_s.arg(QFileInfo(path).absolutePath()));
    TOCSIN_TRY(vault::checkNoStoreAt(path));
    TOCSIN_TRY(write(part));
    TOCSIN_TRY(note());
    return takePlace(part, path);
}

} // namespace

Result<> writeRecorded(const QString &path, const std::function<Result<>(const QString &)> &write,
                       const std::function<Result<>()> &note)
{
    const QString part = u"%1.%2.part"_s.arg(path, QUuid::createUuid().toString(QUuid::Id128).first(8));
    Result<> done = writeAndNote(part, path, write, note);
    if (done)
        return done;
    QFile::remove(part);
    Error error = done.error();
    error.message.replace(part, path); // nobody asked for a file of that name
    return Failure(std::move(error));
}

} // namespace tocsin::packets
