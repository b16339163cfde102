// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vault.h"

#include "core/safe_file.h"
#include "vault/connection.h"
#include "vault/file_moves.h"
#include "vault/hkdf.h"
#include "vault/key_slot.h"
#include "vault/passphrase.h"
#include "vault/recovery_code.h"
#include "vault/store_files.h"
#include "vault/store_lock.h"
#include "vault/store_path.h"

#include <QFile>
#include <QFileInfo>

#include <sodium.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

/// What stands beside a store under its name.
constexpr std::array kFilesOfAStore{""_L1, ".keys"_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1, ".lock"_L1};

QList<SlotInfo> infosOf(const KeyFile &file)
{
    QList<SlotInfo> infos;
    for (const KeySlot &slot : file.slotList)
        infos.append(infoOf(slot));
    return infos;
}

struct OpenedSlot
{
    KeySlot slot;
    SlotSecrets secrets;
};

/// The slot that the credentials open. A name without a slot costs as much work as one with, and gets the same answer.
Result<OpenedSlot> findSlot(const KeyFile &file, const Credentials &credentials)
{
    const QString wanted = credentials.personName.normalized(QString::NormalizationForm_C).toCaseFolded();
    bool tried = false;
    for (const KeySlot &slot : file.slotList) {
        if (!wanted.isEmpty() && slot.personName.toCaseFolded() != wanted)
            continue;
        tried = true;
        Result<SlotSecrets> secrets = openSlot(file.store, slot, credentials.passphrase, credentials.keyFile);
        if (secrets)
            return OpenedSlot{slot, std::move(*secrets)};
        if (secrets.error().code != ErrorCode::Locked)
            return forward(secrets);
    }
    if (!tried) {
        const KeySlot &first = file.slotList.first();
        TOCSIN_TRY(passphraseKey(credentials.passphrase, credentials.keyFile, first.salt, first.cost));
    }
    return lockedFailure();
}

Failure foreignKeyFile(const StoreFiles &files)
{
    return fail(ErrorCode::Locked,
                u"The key file “%1” belongs to another store. Put this store's own key file beside it, or use its "
                "recovery kit."_s.arg(files.keys()));
}

/// Whether the store was created but for its last step: then nothing of anyone is in it yet.
bool isUnfinishedCreation(const StoreFiles &files)
{
    return !QFile::exists(files.store) && QFile::exists(files.creating());
}

Result<> makeDatabase(const QString &path, const DatabaseKey &key)
{
    TOCSIN_ASSIGN(Database database, Database::open(path, key, OpenMode::Create));
    return database.execute(u"PRAGMA application_id = %1"_s.arg(kApplicationId));
}

/// Database first under a passing name, then the key file, then the database's own name: a store that has its name has
/// its key file.
Result<> makeFiles(const StoreFiles &files, const KeyFile &keys, const SecureBytes &master)
{
    removeUnfinished(files.creating());
    TOCSIN_TRY(makeDatabase(files.creating(), databaseKey(keys.store, master)));
    TOCSIN_TRY(syncFile(files.creating()));
    TOCSIN_TRY(writeFileAtomically(files.keys(), writeKeyFile(keys, master)));
    return moveToNew(files.creating(), files.store);
}

struct Opening
{
    Database database;
    SecureBytes master;
    bool isNext = false;
};

/// Opens the database with the slot's master key, or, after a re-keying that was cut off, with the one it was changing
/// to.
Result<Opening> openDatabase(const StoreFiles &files, const KeyFile &keys, const OpenedSlot &opened)
{
    std::optional<SecureBytes> master = unsealMaster(opened.slot.sealedMaster, opened.slot, opened.secrets);
    if (!master || !isAuthentic(keys, *master)) {
        return fail(
            ErrorCode::StoreDamaged,
            u"The key file “%1” was altered by someone who could not sign it. Put back a copy of it, or use the "
            "recovery kit."_s.arg(files.keys()));
    }
    Result<Database> database = Database::open(files.store, databaseKey(keys.store, *master), OpenMode::ReadWrite);
    if (database)
        return Opening{std::move(*database), std::move(*master)};
    std::optional<SecureBytes> next = unsealMaster(opened.slot.sealedNext, opened.slot, opened.secrets);
    if (database.error().code != ErrorCode::StoreDamaged || !next)
        return forward(database);
    TOCSIN_ASSIGN(Database rekeyed, Database::open(files.store, databaseKey(keys.store, *next), OpenMode::ReadWrite));
    return Opening{std::move(rekeyed), std::move(*next), true};
}

/// Sets a key file aside that recovery cannot use.
Result<> setAside(const QString &path)
{
    if (!QFile::exists(path))
        return {};
    QString aside = path + u".before-recovery"_s;
    for (int i = 2; QFile::exists(aside); ++i)
        aside = path + u".before-recovery-%1"_s.arg(i);
    return moveToNew(path, aside);
}

} // namespace

Identity::Identity(QByteArray slotId, QString personName, QString roleToken, SecureBytes secretKey,
                   QByteArray publicKey)
    : m_slotId(std::move(slotId))
    , m_personName(std::move(personName))
    , m_roleToken(std::move(roleToken))
    , m_secretKey(std::move(secretKey))
    , m_publicKey(std::move(publicKey))
{
}

QByteArray Identity::sign(QByteArrayView message) const
{
    QByteArray signature(crypto_sign_BYTES, '\0');
    const char *bytes = message.isEmpty() ? "" : message.data(); // libsodium takes no null
    crypto_sign_detached(reinterpret_cast<uchar *>(signature.data()), nullptr, reinterpret_cast<const uchar *>(bytes),
                         quint64(message.size()), m_secretKey.constData());
    return signature;
}

Vault::Vault(QString storePath, std::unique_ptr<StoreLock> lock, Database database, Identity identity,
             SecureBytes master, KeyFile keys)
    : m_storePath(std::move(storePath))
    , m_lock(std::move(lock))
    , m_database(std::make_unique<Database>(std::move(database)))
    , m_identity(std::move(identity))
    , m_master(std::move(master))
    , m_keys(std::move(keys))
{
}

Vault::~Vault() = default;
Vault::Vault(Vault &&) noexcept = default;
Vault &Vault::operator=(Vault &&) noexcept = default;

Result<Vault> Vault::create(const QString &storePath, const NewPerson &person, const Clock &clock)
{
    TOCSIN_TRY(checkNewPassphrase(person.passphrase));
    TOCSIN_ASSIGN(const StoreFiles files, StoreFiles::at(storePath));
    TOCSIN_ASSIGN(std::unique_ptr<StoreLock> lock, StoreLock::acquire(files.store));
    if (QFile::exists(files.store))
        return fail(ErrorCode::Conflict, u"“%1” is there already and is left as it is."_s.arg(files.store));
    if (QFile::exists(files.keys()) && !isUnfinishedCreation(files)) {
        return fail(ErrorCode::Conflict,
                    u"“%1” is there already: a key file whose store is missing. Choose another name, "
                    "or put the store back beside it."_s.arg(files.keys()));
    }
    SecureBytes master = SecureBytes::random(kKeySize);
    KeyFile keys{QUuid::createUuid(), 1, {}};
    TOCSIN_ASSIGN(KeySlot slot, makeSlot(keys.store, person, master, clock.now()));
    TOCSIN_ASSIGN(const SlotSecrets secrets, openSlot(keys.store, slot, person.passphrase, person.keyFile));
    keys.slotList.append(slot);
    const Result<> made = makeFiles(files, keys, master);
    if (!made) {
        removeUnfinished(files.creating());
        QFile::remove(files.keys());
        return forward(made);
    }
    TOCSIN_ASSIGN(Database database, Database::open(files.store, databaseKey(keys.store, master), OpenMode::ReadWrite));
    return Vault(files.store, std::move(lock), std::move(database), identityOf(slot, secrets), std::move(master),
                 std::move(keys));
}

Result<Vault> Vault::unlock(const QString &storePath, const Credentials &credentials)
{
    TOCSIN_ASSIGN(const StoreFiles files, StoreFiles::at(storePath));
    if (!QFile::exists(files.store))
        return fail(ErrorCode::Io, u"There is no store “%1”."_s.arg(files.store));
    TOCSIN_ASSIGN(std::unique_ptr<StoreLock> lock, StoreLock::acquire(files.store));
    TOCSIN_ASSIGN(const QUuid storeId, readStoreId(files.store));
    TOCSIN_ASSIGN(KeyFile keys, readKeys(files));
    const bool idsDiffer = keys.store != storeId;
    Result<OpenedSlot> opened = findSlot(keys, credentials);
    if (!opened)
        return idsDiffer && opened.error().code == ErrorCode::Locked ? foreignKeyFile(files) : forward(opened);
    Result<Opening> opening = openDatabase(files, keys, *opened);
    // If the key does open the store, then its first bytes are what is wrong and not the key file.
    if (idsDiffer && !opening)
        return foreignKeyFile(files);
    if (!opening)
        return forward(opening);
    if (idsDiffer) {
        return fail(
            ErrorCode::StoreDamaged,
            u"The first bytes of the store “%1” are damaged. Nothing was deleted: keep the file, and restore the "
            "latest backup to another place."_s.arg(files.store));
    }
    removeUnfinished(files.rekeying());
    // A kill may leave a rollback journal. Opening has used it if it was needed; beside a store that is exchanged later
    // it would do harm.
    QFile::remove(files.store + u"-journal"_s);
    const bool wasCutOff = std::any_of(keys.slotList.cbegin(), keys.slotList.cend(),
                                       [](const KeySlot &slot) { return !slot.sealedNext.isEmpty(); });
    const bool isNext = opening->isNext;
    Vault vault(files.store, std::move(lock), std::move(opening->database), identityOf(opened->slot, opened->secrets),
                std::move(opening->master), std::move(keys));
    if (wasCutOff)
        TOCSIN_TRY(vault.saveKeys(settledSlots(vault.m_keys.slotList, isNext)));
    return vault;
}

Result<Vault> Vault::recover(const QString &storePath, const SecureBytes &code, const NewPerson &person,
                             const Clock &clock)
{
    TOCSIN_TRY(checkPerson(person));
    TOCSIN_TRY(checkNewPassphrase(person.passphrase));
    TOCSIN_ASSIGN(SecureBytes master, decodeRecoveryCode(code));
    TOCSIN_ASSIGN(const StoreFiles files, StoreFiles::at(storePath));
    if (!QFile::exists(files.store))
        return fail(ErrorCode::Io, u"There is no store “%1”."_s.arg(files.store));
    TOCSIN_ASSIGN(std::unique_ptr<StoreLock> lock, StoreLock::acquire(files.store));
    TOCSIN_ASSIGN(const QUuid storeId, readStoreId(files.store));
    Result<Database> database = Database::open(files.store, databaseKey(storeId, master), OpenMode::ReadWrite);
    if (!database && database.error().code == ErrorCode::StoreDamaged) {
        return fail(ErrorCode::Locked,
                    u"The recovery code was typed correctly but does not open this store: it is another store's, was "
                    "printed before the store was last re-keyed, or the store is damaged."_s,
                    database.error().detail);
    }
    if (!database)
        return forward(database);

    Result<KeyFile> found = readKeys(files);
    const bool usable = found && found->store == storeId && isAuthentic(*found, master);
    KeyFile keys = usable ? std::move(*found) : KeyFile{storeId, 0, {}};
    keys.slotList = settledSlots(keys.slotList, false);
    keys.slotList.removeIf(
        [&person](const KeySlot &slot) { return slot.personName.toCaseFolded() == person.name.toCaseFolded(); });
    TOCSIN_ASSIGN(const KeySlot slot, makeSlot(storeId, person, master, clock.now()));
    TOCSIN_ASSIGN(const SlotSecrets secrets, openSlot(storeId, slot, person.passphrase, person.keyFile));
    keys.slotList.append(slot);
    if (!usable)
        TOCSIN_TRY(setAside(files.keys()));
    Vault vault(files.store, std::move(lock), std::move(*database), identityOf(slot, secrets), std::move(master),
                std::move(keys));
    TOCSIN_TRY(vault.saveKeys(vault.m_keys.slotList));
    return vault;
}

Result<PublicInfo> Vault::publicInfo(const QString &storePath)
{
    TOCSIN_ASSIGN(const StoreFiles files, StoreFiles::at(storePath));
    if (!QFile::exists(files.store))
        return fail(ErrorCode::Io, u"There is no store “%1”."_s.arg(files.store));
    TOCSIN_ASSIGN(const KeyFile keys, readKeys(files));
    PublicInfo info;
    info.store = keys.store;
    info.generation = keys.generation;
    info.slotList = infosOf(keys);
    info.storeBytes = QFileInfo(files.store).size();
    info.keyFileBytes = QFileInfo(files.keys()).size();
    info.cipherVersion = Database::cipherVersion();
    return info;
}

Result<Database> Vault::openReader() const
{
    return m_database->openReader();
}

QList<SlotInfo> Vault::people() const
{
    return infosOf(m_keys);
}

SecureBytes Vault::recoveryCode() const
{
    return encodeRecoveryCode(m_master);
}

SecureBytes Vault::rawKeyHex() const
{
    return rawKeyNotation(databaseKey(m_keys.store, m_master));
}

Result<> checkNoStoreAt(const QString &path)
{
    const QString file = QFileInfo(path).exists() ? QFileInfo(path).canonicalFilePath() : path;
    for (const QLatin1StringView suffix : kFilesOfAStore) {
        if (!file.endsWith(suffix)) // which a name shorter than it never does
            continue;
        const QString store = file.chopped(suffix.size());
        if (QFile::exists(store) && QFile::exists(store + u".keys"_s))
            return fail(ErrorCode::BadInput, u"“%1” belongs to a case store; name another file."_s.arg(path));
    }
    return {};
}

void removeStore(const QString &storePath)
{
    for (const QLatin1StringView suffix : kFilesOfAStore)
        QFile::remove(storePath + suffix);
}

} // namespace tocsin::vault
