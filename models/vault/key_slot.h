// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/key_file.h"
#include "vault/vault.h"

#include <optional>

namespace tocsin::vault {

/// The private keys that a slot wraps. Private to this room, like the rest of this header.
struct SlotSecrets
{
    SecureBytes boxSecretKey; ///< X25519
    SecureBytes signSeed; ///< Ed25519
};

/// The 32-byte key that a passphrase and a second factor give: Argon2id of the passphrase in NFC, and, if there is a
/// key file, a zero byte and the SHA-256 of its content. Fails with BadInput for an empty passphrase, one that is not
/// UTF-8 or longer than 1024 bytes, and for an empty or unreadable key file.
Result<SecureBytes> passphraseKey(const SecureBytes &passphrase, const QString &keyFile, const QByteArray &salt,
                                  KdfCost cost);

/// Fails with BadInput unless name, role and cost can be a slot's.
Result<> checkPerson(const NewPerson &person);

/// A slot with new keys for a person, holding the master key.
Result<KeySlot> makeSlot(const QUuid &store, const NewPerson &person, const SecureBytes &master, const Instant &now);

/// Wraps a slot's keys anew under another passphrase.
Result<> wrapSlot(const QUuid &store, KeySlot &slot, const SlotSecrets &secrets, const SecureBytes &passphrase,
                  const QString &keyFile, KdfCost cost);

/// The private keys of a slot; Locked if passphrase or key file are not right for it.
Result<SlotSecrets> openSlot(const QUuid &store, const KeySlot &slot, const SecureBytes &passphrase,
                             const QString &keyFile);

QByteArray sealMaster(const SecureBytes &master, const QByteArray &boxPublicKey);
/// Nothing if `sealed` was not made for this slot.
std::optional<SecureBytes> unsealMaster(const QByteArray &sealed, const KeySlot &slot, const SlotSecrets &secrets);

/// The slots once a re-keying is over: with the next master key those that were to stay, or all with the one they had.
QList<KeySlot> settledSlots(const QList<KeySlot> &slotList, bool isNext);

/// What of a slot is for everyone to see.
SlotInfo infoOf(const KeySlot &slot);

Identity identityOf(const KeySlot &slot, const SlotSecrets &secrets);

/// The one answer to every way of not getting in.
Failure lockedFailure();

} // namespace tocsin::vault
