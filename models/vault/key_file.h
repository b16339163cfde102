// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/result.h"
#include "vault/secure_bytes.h"

#include <QList>
#include <QUuid>

namespace tocsin::vault {

/// The newest key-file format that this version reads, and the one it writes.
inline constexpr int kKeyFileFormat = 1;

/// The largest key file that is read, in bytes, and the most people in it.
inline constexpr qint64 kMaxKeyFileSize = qint64{1024} * 1024;
inline constexpr int kMaxSlots = 256;

/// The work that deriving a key from a passphrase takes (Argon2id, one lane).
struct KdfCost
{
    quint64 memoryKiB = 0;
    quint32 passes = 0;

    /// 256 MiB and 3 passes: about half a second on an office machine.
    static constexpr KdfCost standard() { return {quint64{256} * 1024, 3}; }
    /// The least that a key file may ask for. Too little for people.
    static constexpr KdfCost forTests() { return {quint64{8} * 1024, 1}; }

    /// 8 MiB to 4 GiB, 1 to 16 passes: beyond that a key file is refused before any work is done for it.
    [[nodiscard]] constexpr bool isWithinBounds() const
    {
        return memoryKiB >= quint64{8} * 1024 && memoryKiB <= quint64{4} * 1024 * 1024 && passes >= 1 && passes <= 16;
    }
    friend bool operator==(const KdfCost &, const KdfCost &) = default;
};

/// One person's slot as it is in the key file. Nothing in it is secret by itself. Fields: see FORMAT.md.
struct KeySlot
{
    QByteArray id; ///< 16 random bytes
    QString personName;
    QString roleToken;
    Instant created;
    KdfCost cost;
    bool needsKeyFile = false;
    QByteArray salt; ///< 16 bytes, for Argon2id
    QByteArray nonce; ///< 24 bytes, for the wrapping
    QByteArray wrappedKeys; ///< 80 bytes: X25519 secret key and Ed25519 seed, encrypted, with their tag
    QByteArray boxPublicKey; ///< X25519
    QByteArray signPublicKey; ///< Ed25519
    QByteArray sealedMaster; ///< 80 bytes: the master key, sealed to boxPublicKey
    QByteArray sealedNext = {}; ///< the same for the master key that a re-keying is changing to; else empty

    friend bool operator==(const KeySlot &, const KeySlot &) = default;
};

/// What a key file says.
struct KeyFile
{
    QUuid store;
    quint64 generation = 0;
    QList<KeySlot> slotList;
    /// The authentication code found in the file, and the exact bytes it covers.
    QByteArray mac = {};
    QByteArray body = {};
};

/// True for a name that a slot can have: 1 to 200 characters in NFC, no control characters, no space at its ends.
[[nodiscard]] bool isPersonName(const QString &name);
/// True for a role's token: 1 to 40 lower-case letters, digits and hyphens.
[[nodiscard]] bool isRoleToken(const QString &token);

/// The bytes of a key file: its content twice over, each with a checksum and the authentication code.
QByteArray writeKeyFile(const KeyFile &file, const SecureBytes &master);

/// Reads bytes that anyone may have made: sizes, counts and costs are bounded before use. Of the two copies the newest
/// intact one counts. Fails with StoreTooNew for a newer format (named), with StoreDamaged if neither copy is intact.
/// Whether the file is authentic can only be told with the master key: isAuthentic().
Result<KeyFile> parseKeyFile(const QByteArray &bytes);

/// True if the file was written by someone who had this master key.
[[nodiscard]] bool isAuthentic(const KeyFile &file, const SecureBytes &master);

} // namespace tocsin::vault
