// SPDX-License-Identifier: GPL-3.0-or-later
// Who may open a store: adding, removing, new passphrases, and the re-keying that a removal needs.
#include "core/safe_file.h"
#include "vault/file_moves.h"
#include "vault/hkdf.h"
#include "vault/key_slot.h"
#include "vault/passphrase.h"
#include "vault/store_files.h"
#include "vault/store_lock.h"
#include "vault/vault.h"

#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

Failure otherWorkReads()
{
    return fail(ErrorCode::Conflict, u"Other work is reading the store. Re-key it when that is done."_s);
}

/// Ends the write-ahead log, so that none is left for the copy that takes this file's name. Works for the only
/// connection.
Result<> leaveWal(Database &database)
{
    const Result<QString> mode = database.text(u"PRAGMA journal_mode = DELETE"_s);
    if (!mode && mode.error().code != ErrorCode::StoreInUse)
        return forward(mode);
    return mode && *mode == "delete"_L1 ? Result<>() : otherWorkReads();
}

QList<KeySlot>::iterator findSlot(QList<KeySlot> &slotList, const QByteArray &id)
{
    return std::find_if(slotList.begin(), slotList.end(), [&id](const KeySlot &slot) { return slot.id == id; });
}

} // namespace

Result<> Vault::saveKeys(const QList<KeySlot> &slotList)
{
    KeyFile next{m_keys.store, m_keys.generation + 1, slotList};
    TOCSIN_TRY(writeFileAtomically(StoreFiles{m_storePath}.keys(), writeKeyFile(next, m_master)));
    m_keys = std::move(next);
    return {};
}

Result<SlotInfo> Vault::addPerson(const NewPerson &person, const Clock &clock)
{
    const auto hasName
        = [&person](const KeySlot &slot) { return slot.personName.toCaseFolded() == person.name.toCaseFolded(); };
    if (std::any_of(m_keys.slotList.cbegin(), m_keys.slotList.cend(), hasName))
        return fail(ErrorCode::Conflict,
                    u"There is a slot of this name already. Choose a name that tells them apart."_s);
    if (m_keys.slotList.size() >= kMaxSlots)
        return fail(ErrorCode::Conflict, u"A store has slots for %1 people, and all are taken."_s.arg(kMaxSlots));
    TOCSIN_TRY(checkNewPassphrase(person.passphrase));
    TOCSIN_ASSIGN(const KeySlot slot, makeSlot(m_keys.store, person, m_master, clock.now()));
    TOCSIN_TRY(saveKeys(m_keys.slotList + QList{slot}));
    return infoOf(slot);
}

Result<> Vault::removePerson(const QByteArray &slotId)
{
    if (findSlot(m_keys.slotList, slotId) == m_keys.slotList.end())
        return fail(ErrorCode::NotFound, u"There is no such slot in this store."_s);
    if (slotId == m_identity.slotId())
        return fail(ErrorCode::Conflict, u"Nobody can take away their own slot. Another person has to do it."_s);
    return rekeyWithout(slotId);
}

Result<> Vault::changePassphrase(const Credentials &current, const SecureBytes &next, const QString &nextKeyFile,
                                 KdfCost cost)
{
    QList<KeySlot> slotList = m_keys.slotList;
    const auto slot = findSlot(slotList, m_identity.slotId());
    Q_ASSERT(slot != slotList.end());
    TOCSIN_ASSIGN(const SlotSecrets secrets, openSlot(m_keys.store, *slot, current.passphrase, current.keyFile));
    TOCSIN_TRY(checkNewPassphrase(next));
    TOCSIN_TRY(wrapSlot(m_keys.store, *slot, secrets, next, nextKeyFile, cost));
    return saveKeys(slotList);
}

Result<> Vault::rekey()
{
    return rekeyWithout({});
}

/// Store and key file cannot be exchanged in one step. So the key file first gets both master keys, then the store is
/// exchanged, then the key file drops the old one: the two open together after each step. FORMAT.md has the order.
Result<> Vault::rekeyWithout(const QByteArray &slotId)
{
    if (m_database->hasOpenStatements() || m_database->inTransaction())
        return otherWorkReads();
    const StoreFiles files{m_storePath};
    SecureBytes next = SecureBytes::random(kKeySize);
    const QList<KeySlot> before = m_keys.slotList;
    QList<KeySlot> both = before;
    for (KeySlot &slot : both) {
        if (slot.id != slotId)
            slot.sealedNext = sealMaster(next, slot.boxPublicKey);
    }

    const auto prepare = [&]() -> Result<> {
        TOCSIN_TRY(leaveWal(*m_database));
        removeUnfinished(files.rekeying());
        TOCSIN_TRY(m_database->copyWithKey(files.rekeying(), databaseKey(m_keys.store, next)));
        return saveKeys(both);
    };
    const Result<> prepared = prepare();
    if (!prepared) {
        removeUnfinished(files.rekeying());
        (void)m_database->execute(u"PRAGMA journal_mode = WAL"_s);
        return prepared;
    }
    TOCSIN_TRY(swapIn(files.rekeying(), std::move(next)));
    m_keys.slotList = settledSlots(both, true);
    return saveKeys(m_keys.slotList);
}

Result<> Vault::swapIn(const QString &copyPath, SecureBytes next)
{
    TOCSIN_TRY(moveOver(copyPath, m_storePath));
    TOCSIN_ASSIGN(Database swapped, Database::open(m_storePath, databaseKey(m_keys.store, next), OpenMode::ReadWrite));
    TOCSIN_TRY(swapped.protectTables(m_database->protectedTables()));
    *m_database = std::move(swapped);
    m_master = std::move(next);
    return {};
}

} // namespace tocsin::vault
