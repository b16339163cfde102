// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/canonical_cbor.h"
#include "ledger/checkpoint.h"
#include "ledger/entry.h"
#include "ledger/key_ring.h"

#include <QCborMap>
#include <QList>

#include <sodium.h>

namespace tocsin::ledger::fixture {

using namespace Qt::Literals::StringLiterals;

inline const QString kStore = u"store-7f3a"_s;
inline const QString kIncident = u"2026-004"_s;

/// Somebody whose keys come from a seed of 32 equal bytes, so that every run is the same.
struct Person
{
    QString name;
    QString role;
    QByteArray key;
    QByteArray secret;

    Person(QString personName, QString personRole, char seed)
        : name(std::move(personName))
        , role(std::move(personRole))
        , key(crypto_sign_PUBLICKEYBYTES, '\0')
        , secret(crypto_sign_SECRETKEYBYTES, '\0')
    {
        const QByteArray seedBytes(crypto_sign_SEEDBYTES, seed);
        crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(key.data()),
                                 reinterpret_cast<unsigned char *>(secret.data()),
                                 reinterpret_cast<const unsigned char *>(seedBytes.constData()));
    }

    [[nodiscard]] Signer signer() const
    {
        return [secretKey = secret](QByteArrayView message) {
            QByteArray signature(crypto_sign_BYTES, '\0');
            crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr,
                                 reinterpret_cast<const unsigned char *>(message.data()),
                                 static_cast<unsigned long long>(message.size()),
                                 reinterpret_cast<const unsigned char *>(secretKey.constData()));
            return signature;
        };
    }
    [[nodiscard]] KeySpan span(qint64 from = 1, std::optional<qint64> to = {}) const
    {
        return {key, name, role, from, to};
    }
};

inline Person ada()
{
    return {u"Ada Quill"_s, u"compliance lead"_s, '\x01'};
}

inline Person ben()
{
    return {u"Ben Okafor"_s, u"legal counsel"_s, '\x02'};
}

/// Not in the ring.
inline Person mallory()
{
    return {u"Mallory Vane"_s, u"compliance lead"_s, '\x66'};
}

inline KeyRing ring()
{
    KeyRing keys;
    Q_UNUSED(keys.add(ada().span()));
    Q_UNUSED(keys.add(ben().span()));
    return keys;
}

/// Salts that depend on the sequence number alone.
inline Salts saltsOf(qint64 sequence)
{
    return {QByteArray(kSaltSize, static_cast<char>(sequence)),
            QByteArray(kSaltSize, static_cast<char>(0x80 + sequence))};
}

inline QByteArray payloadOf(qint64 sequence)
{
    return *encodeCanonical(
        QCborMap{{u"before"_s, u"ready"_s}, {u"after"_s, u"in progress"_s}, {u"row"_s, sequence}}.toCborValue());
}

inline EntryHeader headerOf(qint64 sequence, const Person &actor, const QString &incident = kIncident)
{
    return {sequence,   Instant(1'773'203'400'000 + sequence * 60'000, "America/Chicago"),
            actor.key,  actor.name,
            actor.role, u"task.move"_s,
            incident,   u"task/%1"_s.arg(sequence)};
}

inline Entry sealed(qint64 sequence, const QByteArray &previous, const Person &actor,
                    const QString &incident = kIncident)
{
    return *seal(headerOf(sequence, actor, incident), payloadOf(sequence), previous, saltsOf(sequence), actor.signer());
}

/// A good ledger: Ada and Ben by turns; each third entry belongs to another incident.
inline QList<Entry> chain(qint64 count)
{
    QList<Entry> entries;
    QByteArray head = genesisHash(kStore);
    for (qint64 sequence = 1; sequence <= count; ++sequence) {
        entries << sealed(sequence, head, sequence % 2 == 1 ? ada() : ben(),
                          sequence % 3 == 0 ? u"2026-001"_s : kIncident);
        head = entries.last().hash;
    }
    return entries;
}

inline Checkpoint checkpointOf(const QList<Entry> &entries, const Person &signer = ada())
{
    return *makeCheckpoint(kStore, entries.size(), entries.last().hash, Instant(1'773'300'000'000, "America/Chicago"),
                           signer.key, signer.signer());
}

} // namespace tocsin::ledger::fixture
