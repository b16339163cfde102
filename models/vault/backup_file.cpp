// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/backup_file.h"

#include "core/safe_file.h"
#include "vault/key_file.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

constexpr int kBackupFormat = 1;
constexpr qsizetype kMaxHeader = 512;
constexpr qint64 kChunk = qint64{1024} * 1024;
constexpr qsizetype kHexDigits = 64;

Failure damaged(const QString &what)
{
    return fail(ErrorCode::StoreDamaged,
                u"This backup is damaged: %1. Nothing was changed; use another backup."_s.arg(what));
}

Result<> create(QFile &file)
{
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::Io, u"“%1” cannot be created: %2."_s.arg(file.fileName(), file.errorString()));
    return {};
}

Result<> openForReading(QFile &file)
{
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"“%1” cannot be read: %2."_s.arg(file.fileName(), file.errorString()));
    return {};
}

Result<> writeAll(QFile &file, const QByteArray &bytes)
{
    if (file.write(bytes) != bytes.size()) {
        return fail(ErrorCode::Io,
                    u"“%1” could not be written: %2. Free some space, or choose another disk."_s.arg(
                        file.fileName(), file.errorString()));
    }
    return {};
}

Result<> flush(QFile &file)
{
    if (!file.flush()) {
        return fail(ErrorCode::Io,
                    u"“%1” could not be written: %2. Free some space, or choose another disk."_s.arg(
                        file.fileName(), file.errorString()));
    }
    return syncFile(file.fileName());
}

/// Reads `size` bytes, copies them to `to` if there is one, and gives their SHA-256 as hexadecimal digits.
Result<QByteArray> copyPart(QFile &from, qint64 size, QFile *to)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 left = size; left > 0;) {
        const QByteArray chunk = from.read(std::min(left, kChunk));
        if (chunk.isEmpty())
            return fail(ErrorCode::Io,
                        u"“%1” cannot be read to its end: %2."_s.arg(from.fileName(), from.errorString()));
        hash.addData(chunk);
        if (to != nullptr)
            TOCSIN_TRY(writeAll(*to, chunk));
        left -= chunk.size();
    }
    return hash.result().toHex();
}

Result<QByteArray> hashOf(QFile &file)
{
    TOCSIN_TRY(openForReading(file));
    TOCSIN_ASSIGN(QByteArray hash, copyPart(file, file.size(), nullptr));
    file.seek(0);
    return hash;
}

/// Reads a backup from start to end, with its parts going to the given files, if any.
Result<> readBackup(const QString &path, QFile *keys, QFile *store)
{
    QFile file(path);
    TOCSIN_TRY(openForReading(file));
    TOCSIN_ASSIGN(const BackupHeader header, parseBackupHeader(file.peek(kMaxHeader)));
    const qint64 left = file.size() - header.size - header.keysSize;
    if (left != header.storeSize)
        return damaged(left < header.storeSize ? u"it is cut short"_s : u"it is longer than it says"_s);
    file.seek(header.size);
    TOCSIN_ASSIGN(const QByteArray keysHash, copyPart(file, header.keysSize, keys));
    if (keysHash != header.keysHash)
        return damaged(u"its key file was altered"_s);
    TOCSIN_ASSIGN(const QByteArray storeHash, copyPart(file, header.storeSize, store));
    if (storeHash != header.storeHash)
        return damaged(u"its store was altered"_s);
    return {};
}

} // namespace

Result<BackupHeader> parseBackupHeader(QByteArrayView bytes)
{
    const qsizetype end = bytes.first(std::min(bytes.size(), kMaxHeader)).indexOf('\n');
    const QList<QByteArray> words = end < 0 ? QList<QByteArray>() : bytes.first(end).toByteArray().split(' ');
    if (words.value(0) != "tocsin-backup")
        return fail(ErrorCode::StoreDamaged,
                    u"This file is not a backup of a Tocsin store, or its beginning is damaged."_s);
    bool formatRead = false;
    bool keysRead = false;
    bool storeRead = false;
    const int format = words.value(1).toInt(&formatRead);
    if (formatRead && format > kBackupFormat) {
        return fail(
            ErrorCode::StoreTooNew,
            u"This backup was written by a newer Tocsin: its format is %1, and this Tocsin knows formats up to %2."_s
                .arg(format)
                .arg(kBackupFormat));
    }
    const BackupHeader header{end + 1, words.value(2).toLongLong(&keysRead), words.value(3).toLongLong(&storeRead),
                              words.value(4), words.value(5)};
    const bool sound = format == kBackupFormat && keysRead && storeRead && words.size() == 6 && header.keysSize > 0
        && header.keysSize <= kMaxKeyFileSize && header.storeSize > 0 && header.keysHash.size() == kHexDigits
        && header.storeHash.size() == kHexDigits;
    if (!sound)
        return damaged(u"its first line is not as it was written"_s);
    return header;
}

Result<> packBackup(const QString &path, const QString &keysPath, const QString &storePath)
{
    QFile keys(keysPath);
    QFile store(storePath);
    TOCSIN_ASSIGN(const QByteArray keysHash, hashOf(keys));
    TOCSIN_ASSIGN(const QByteArray storeHash, hashOf(store));
    QFile file(path);
    TOCSIN_TRY(create(file));
    const QByteArray line = "tocsin-backup " + QByteArray::number(kBackupFormat) + ' ' + QByteArray::number(keys.size())
        + ' ' + QByteArray::number(store.size()) + ' ' + keysHash + ' ' + storeHash + '\n';
    TOCSIN_TRY(writeAll(file, line));
    TOCSIN_TRY(copyPart(keys, keys.size(), &file));
    TOCSIN_TRY(copyPart(store, store.size(), &file));
    return flush(file);
}

Result<> checkBackup(const QString &path)
{
    return readBackup(path, nullptr, nullptr);
}

Result<> unpackBackup(const QString &path, const QString &keysPath, const QString &storePath)
{
    QFile keys(keysPath);
    QFile store(storePath);
    TOCSIN_TRY(create(keys));
    TOCSIN_TRY(create(store));
    TOCSIN_TRY(readBackup(path, &keys, &store));
    TOCSIN_TRY(flush(keys));
    return flush(store);
}

} // namespace tocsin::vault
