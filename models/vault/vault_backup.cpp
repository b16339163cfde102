// SPDX-License-Identifier: GPL-3.0-or-later
// A whole store as one file, and back.
#include "core/safe_file.h"
#include "vault/backup_file.h"
#include "vault/file_moves.h"
#include "vault/store_files.h"
#include "vault/store_lock.h"
#include "vault/vault.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

/// What is unpacked has to be a key file and the store it is for.
Result<> checkUnpacked(const StoreFiles &files)
{
    TOCSIN_ASSIGN(const QByteArray keyBytes, readFile(files.restoringKeys(), kMaxKeyFileSize));
    TOCSIN_ASSIGN(const KeyFile keys, parseKeyFile(keyBytes));
    TOCSIN_ASSIGN(const QUuid storeId, readStoreId(files.restoring()));
    if (keys.store != storeId)
        return fail(ErrorCode::StoreDamaged, u"The key file and the store in this backup do not belong together."_s);
    return {};
}

/// True if a restoration was cut off between its last two steps: the key file is in place, and just the one unpacked.
bool hasSameKeys(const StoreFiles &files)
{
    const Result<QByteArray> there = readFile(files.keys(), kMaxKeyFileSize);
    const Result<QByteArray> unpacked = readFile(files.restoringKeys(), kMaxKeyFileSize);
    return there && unpacked && *there == *unpacked;
}

} // namespace

Result<> Vault::backup(const QString &path)
{
    if (QFile::exists(path))
        return fail(ErrorCode::Conflict, u"“%1” is there already and is left as it is."_s.arg(path));
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo(folder).isDir())
        return fail(ErrorCode::Io, u"The folder “%1” does not exist; make it, or name another."_s.arg(folder));
    const QString copy = path + u".store.part"_s;
    const QString packed = path + u".part"_s;
    const auto tidy = [&] {
        removeUnfinished(copy);
        QFile::remove(packed);
    };
    tidy(); // what an attempt that was cut off left
    const auto tidying = qScopeGuard(tidy);
    TOCSIN_TRY(m_database->vacuumInto(copy));
    TOCSIN_TRY(m_database->verifyCopy(copy));
    TOCSIN_TRY(packBackup(packed, StoreFiles{m_storePath}.keys(), copy));
    TOCSIN_TRY(checkBackup(packed));
    return moveToNew(packed, path);
}

Result<> Vault::restore(const QString &backupPath, const QString &storePath)
{
    TOCSIN_ASSIGN(const StoreFiles files, StoreFiles::at(storePath));
    TOCSIN_ASSIGN(const std::unique_ptr<StoreLock> lock, StoreLock::acquire(files.store));
    for (const QLatin1StringView suffix : {""_L1, "-wal"_L1, "-journal"_L1}) {
        const QString there = files.store + suffix;
        if (QFile::exists(there))
            return fail(ErrorCode::Conflict, u"“%1” is there already and is left as it is."_s.arg(there));
    }
    const auto tidy = [&files] {
        removeUnfinished(files.restoring());
        QFile::remove(files.restoringKeys());
    };
    tidy();
    const auto tidying = qScopeGuard(tidy);
    TOCSIN_TRY(unpackBackup(backupPath, files.restoringKeys(), files.restoring()));
    TOCSIN_TRY(checkUnpacked(files));
    const bool keysInPlace = hasSameKeys(files);
    if (!keysInPlace)
        TOCSIN_TRY(moveToNew(files.restoringKeys(), files.keys()));
    const Result<> placed = moveToNew(files.restoring(), files.store);
    if (!placed && !keysInPlace)
        QFile::remove(files.keys());
    return placed;
}

} // namespace tocsin::vault
