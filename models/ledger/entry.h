// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace tocsin::ledger {

inline constexpr qsizetype kHashSize = 32; ///< SHA-256
inline constexpr qsizetype kKeySize = 32; ///< Ed25519 public key
inline constexpr qsizetype kSignatureSize = 64; ///< Ed25519 signature
inline constexpr qsizetype kSaltSize = 16;
inline constexpr qsizetype kMaxPayloadSize = 1'048'576;
inline constexpr qint64 kMaxSequence = 1'000'000'000;

/// Signs a message with the private key of the person who acts: Ed25519, 64 bytes. Empty means that it could not.
using Signer = std::function<QByteArray(QByteArrayView message)>;

/// What every entry says in the open: who did what, when, to which record.
struct EntryHeader
{
    qint64 sequence = 0; ///< from 1, without gaps
    Instant at;
    QByteArray actorKey;
    QString actorName;
    QString actorRole;
    QString action; ///< for instance "task.move": lower-case words, dots and hyphens
    QString incident; ///< the incident's reference, or empty for what concerns the whole store
    QString subject; ///< for instance "task/31"

    friend bool operator==(const EntryHeader &, const EntryHeader &) = default;
};

/// Random values that keep digests from telling what they were made of. Without the payload's salt nobody can test a
/// guess at a withheld payload; without the header's, nobody can at an entry of another incident.
struct Salts
{
    QByteArray header;
    QByteArray payload;

    static Salts random();
    friend bool operator==(const Salts &, const Salts &) = default;
};

/// One entry of the ledger, as it is stored. FORMAT.md defines every byte.
struct Entry
{
    EntryHeader header;
    QByteArray previousHash;
    Salts salts; ///< the payload's is empty where the payload is withheld
    std::optional<QByteArray> payload; ///< canonical CBOR, or nothing where it is withheld
    QByteArray payloadDigest;
    QByteArray hash;
    QByteArray signature;

    friend bool operator==(const Entry &, const Entry &) = default;
};

/// What stands in the place of the first entry's previous hash. It depends on the store, so that a chain cannot be
/// moved to another one.
QByteArray genesisHash(const QString &storeId);

/// A store's id as the ledger accepts it: 1 to 64 letters, digits, dots and hyphens.
Result<> checkStoreId(const QString &storeId);

/// Whether a header can be in a ledger: sequence from 1, an instant from 1970 to 9999, a key of the right size, texts
/// without control characters and of bounded length. Fails with BadInput, naming the field.
Result<> checkHeader(const EntryHeader &header);

/// The header's canonical bytes: a CBOR array of its fields in their order, the instant as milliseconds and zone.
QByteArray headerBytes(const EntryHeader &header);

QByteArray headerDigest(const EntryHeader &header, const QByteArray &salt);
QByteArray payloadDigest(const QByteArray &payload, const QByteArray &salt);
QByteArray entryHash(const QByteArray &previousHash, const QByteArray &headerDigest, const QByteArray &payloadDigest);
/// What an actor signs for an entry.
QByteArray entrySigningMessage(const QByteArray &hash);

/// True if the signature over the message was made with this Ed25519 key. False too for wrong sizes.
bool isSignedBy(const QByteArray &key, QByteArrayView message, const QByteArray &signature);

/// Makes an entry: digests, hash and the actor's signature. `previousHash` is the hash of the entry before, or
/// genesisHash(). Fails with BadInput if header, payload (canonical CBOR of at most kMaxPayloadSize bytes) or a size is
/// wrong, and with Locked if the signer's signature does not fit the header's actor key: an entry that would not verify
/// is never made.
Result<Entry> seal(const EntryHeader &header, const QByteArray &payload, const QByteArray &previousHash,
                   const Salts &salts, const Signer &signer);

/// The entry without its payload and the salt that could confirm a guess at it.
Entry withPayloadWithheld(Entry entry);

} // namespace tocsin::ledger
