// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "vault/database.h"
#include "vault/key_file.h"
#include "vault/secure_bytes.h"

#include <QUuid>

#include <memory>

namespace tocsin::vault {

class StoreLock;

/// Who gets a slot. The role is a token such as "compliance-lead"; what it may do is decided in casework. `keyFile` is
/// the path of any file whose content becomes a second factor, or empty.
struct NewPerson
{
    QString name;
    QString roleToken;
    SecureBytes passphrase;
    QString keyFile = {};
    KdfCost cost = KdfCost::standard();
};

/// What a person shows to get in. With an empty name every slot is tried, each at its full cost.
struct Credentials
{
    QString personName;
    SecureBytes passphrase;
    QString keyFile = {};
};

/// The person whose slot was opened, with the key that signs for them.
class Identity
{
public:
    Identity(QByteArray slotId, QString personName, QString roleToken, SecureBytes secretKey, QByteArray publicKey);

    [[nodiscard]] const QByteArray &slotId() const { return m_slotId; } ///< 16 bytes
    [[nodiscard]] const QString &personName() const { return m_personName; }
    [[nodiscard]] const QString &roleToken() const { return m_roleToken; }
    [[nodiscard]] const QByteArray &publicKey() const { return m_publicKey; } ///< Ed25519, 32 bytes
    /// A detached Ed25519 signature, 64 bytes.
    [[nodiscard]] QByteArray sign(QByteArrayView message) const;

private:
    QByteArray m_slotId;
    QString m_personName;
    QString m_roleToken;
    SecureBytes m_secretKey;
    QByteArray m_publicKey;
};

/// A slot as anyone may see it.
struct SlotInfo
{
    QByteArray id; ///< 16 bytes
    QString personName;
    QString roleToken;
    QByteArray publicKey; ///< Ed25519
    Instant created;
    KdfCost cost;
    bool needsKeyFile = false;
};

/// What a store tells without a passphrase.
struct PublicInfo
{
    QUuid store;
    int keyFileFormat = kKeyFileFormat;
    quint64 generation = 0;
    QList<SlotInfo> slotList;
    qint64 storeBytes = 0;
    qint64 keyFileBytes = 0;
    QString cipherVersion;
};

/// An unlocked store: its writing connection, the person, the keys, and the lock that keeps every other process out for
/// as long as this lives. `NAME.tocsin` is the database, `NAME.tocsin.keys` the slots, `NAME.tocsin.lock` the lock.
///
/// Failures of all of these, besides Database's: Locked (wrong passphrase, wrong key file, no such slot: one answer for
/// all, after the same work; also a key file that belongs to another store, or is lost), StoreInUse, StoreDamaged,
/// StoreTooNew, Conflict (a name that is taken, a file that is in the way), BadInput (an empty passphrase, a new one
/// that is too short, a name or role that cannot be one, a file that is no store).
class Vault
{
public:
    /// A new store with one person. Neither file may exist. The database has no tables yet: see migrations.h.
    static Result<Vault> create(const QString &storePath, const NewPerson &person, const Clock &clock);
    static Result<Vault> unlock(const QString &storePath, const Credentials &credentials);
    /// Opens a store with the code of its recovery kit and gives a person a new slot. Slots of an intact key file stay
    /// (one of the same name is replaced); a key file that is missing, damaged or foreign is set aside as
    /// `NAME.tocsin.keys.before-recovery` and made anew.
    static Result<Vault> recover(const QString &storePath, const SecureBytes &code, const NewPerson &person,
                                 const Clock &clock);
    static Result<PublicInfo> publicInfo(const QString &storePath);

    ~Vault();
    Vault(Vault &&) noexcept;
    Vault &operator=(Vault &&) noexcept;
    Vault(const Vault &) = delete;
    Vault &operator=(const Vault &) = delete;

    /// The writing connection; its address stays the same for the life of this, through moves and re-keying.
    [[nodiscard]] Database &database() { return *m_database; }
    /// A second connection for long reading, on any one thread.
    [[nodiscard]] Result<Database> openReader() const;
    [[nodiscard]] const Identity &identity() const { return m_identity; }
    [[nodiscard]] QUuid storeId() const { return m_keys.store; }
    [[nodiscard]] const QString &storePath() const { return m_storePath; }

    [[nodiscard]] QList<SlotInfo> people() const;
    Result<SlotInfo> addPerson(const NewPerson &person, const Clock &clock);
    /// Takes a person's slot away and re-keys, so that what they knew opens nothing written from now on. Nobody can
    /// take away the last slot or their own. Backups made before stay readable to them.
    Result<> removePerson(const QByteArray &slotId);
    /// For the person who is in; `current` is asked for again.
    Result<> changePassphrase(const Credentials &current, const SecureBytes &next, const QString &nextKeyFile,
                              KdfCost cost);
    /// A new master key on a verified copy, swapped in so that at every moment store and key file open together. No
    /// Statement and no reader may be alive: Conflict otherwise. The recovery kit has to be printed again.
    Result<> rekey();

    /// The master key as the recovery kit prints it. Anyone who has it opens the store.
    [[nodiscard]] SecureBytes recoveryCode() const;
    /// SQLCipher's own notation of the key and salt, `x'…'` with 96 hexadecimal digits, for `PRAGMA key`.
    [[nodiscard]] SecureBytes rawKeyHex() const;

    /// Writes store and key file into one encrypted file that must not exist, and reads it back before it gets its
    /// name.
    Result<> backup(const QString &path);
    /// Makes a store of a backup where none is. Needs no passphrase. Fails with StoreDamaged if the backup is damaged.
    static Result<> restore(const QString &backupPath, const QString &storePath);

private:
    Vault(QString storePath, std::unique_ptr<StoreLock> lock, Database database, Identity identity, SecureBytes master,
          KeyFile keys);

    QString m_storePath;
    std::unique_ptr<StoreLock> m_lock; // declared before the database: released after it is closed
    std::unique_ptr<Database> m_database;
    Identity m_identity;
    SecureBytes m_master;
    KeyFile m_keys;

    /// Writes these slots as the next generation of the key file.
    Result<> saveKeys(const QList<KeySlot> &slotList);
    /// Re-keys for all slots but one; with an empty id for all.
    Result<> rekeyWithout(const QByteArray &slotId);
    Result<> swapIn(const QString &copyPath, SecureBytes next);
};

/// Removes every file of a store that was made a moment ago and came to nothing. Nobody may have it open.
void removeStore(const QString &storePath);

} // namespace tocsin::vault
