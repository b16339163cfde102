// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/store_files.h"

#include "core/safe_file.h"
#include "vault/hkdf.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

constexpr qsizetype kIdSize = 16;
constexpr qint64 kPageSize = 4096;

/// A store is whole pages that begin with a random UUID; all else of it is noise. Asked only where no key file says
/// what the file is.
bool looksLikeAStore(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0 || file.size() % kPageSize != 0)
        return false;
    const QUuid id = QUuid::fromRfc4122(file.read(kIdSize));
    return id.variant() == QUuid::DCE && id.version() == QUuid::Random;
}

} // namespace

Result<StoreFiles> StoreFiles::at(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    if (folder.isEmpty() || info.fileName().isEmpty())
        return fail(ErrorCode::BadInput, u"“%1” is in no folder that exists."_s.arg(path));
    if (info.isSymLink()) {
        return fail(ErrorCode::BadInput,
                    u"“%1” is a link. Name the store itself, so that its key file beside it is found."_s.arg(path));
    }
    return StoreFiles{folder + u'/' + info.fileName()};
}

Result<QUuid> readStoreId(const QString &storePath)
{
    QFile file(storePath);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"The store “%1” cannot be read: %2."_s.arg(storePath, file.errorString()));
    const QByteArray id = file.read(kIdSize);
    if (id.size() < kIdSize) {
        return fail(
            ErrorCode::StoreDamaged,
            u"The store “%1” is cut short. Nothing was deleted: keep the file, and restore the latest backup to "
            "another place."_s.arg(storePath));
    }
    return QUuid::fromRfc4122(id);
}

Result<KeyFile> readKeys(const StoreFiles &files)
{
    if (!QFile::exists(files.keys()) && !looksLikeAStore(files.store))
        return fail(ErrorCode::BadInput, u"“%1” is no Tocsin store."_s.arg(files.store));
    if (!QFile::exists(files.keys())) {
        return fail(
            ErrorCode::Locked,
            u"The key file “%1” is missing. Put it back beside the store, or use the recovery kit, whose code opens "
            "the store without it."_s.arg(files.keys()));
    }
    TOCSIN_ASSIGN(const QByteArray bytes, readFile(files.keys(), kMaxKeyFileSize));
    return parseKeyFile(bytes);
}

DatabaseKey databaseKey(const QUuid &store, const SecureBytes &master)
{
    return {deriveKey(master, KeyPurpose::Database), store.toRfc4122()};
}

} // namespace tocsin::vault
