// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "ledger/checkpoint.h"
#include "ledger/entry.h"
#include "ledger/key_ring.h"

#include <QList>
#include <QMultiMap>

namespace tocsin::ledger {

enum class FaultKind {
    Gap, ///< entries are missing before this one
    Duplicate, ///< this number was there already, or the order is wrong
    BrokenLink, ///< the entry does not follow the one before: swapped, inserted, or the one before was replaced
    AlteredPayload, ///< the payload is not the one that was sealed
    AlteredEntry, ///< header, salt or digest is not the one that was sealed
    UnknownKey, ///< the signing key was never anybody's
    KeyNotInForce, ///< the key was that of a person who was not (yet, or any more) among the people
    WrongActor, ///< name or role are not those of the key's owner at that time
    BadSignature, ///< the actor's key did not sign this entry
    CutTail, ///< the ledger ends before a checkpoint's count
    CheckpointMismatch, ///< the entry at a checkpoint's count is not the one it committed to
    BadCheckpoint, ///< a checkpoint's own signature, signer or store is wrong
};

/// What is wrong with a ledger, and at which entry first.
struct Fault
{
    qint64 sequence = 0;
    FaultKind kind = FaultKind::Gap;
    QString message; ///< a sentence that begins with the entry's number

    friend bool operator==(const Fault &, const Fault &) = default;
};

/// An entry of which only the links of the chain are given; in extracts, those of other incidents.
struct BlindedEntry
{
    qint64 sequence = 0;
    QByteArray headerDigest;
    QByteArray payloadDigest;
    QByteArray hash;

    friend bool operator==(const BlindedEntry &, const BlindedEntry &) = default;
};

BlindedEntry blinded(const Entry &entry);

/// What was checked, and how long the two halves of the work took.
struct VerifyCounts
{
    qint64 entries = 0;
    qint64 payloads = 0; ///< payloads checked against their digests
    qint64 withheld = 0; ///< entries whose payload was not there to be checked
    qint64 blinded = 0;
    qint64 signatures = 0;
    qint64 chainNanoseconds = 0; ///< time passed over digests, links and actors
    qint64 signatureNanoseconds = 0; ///< time passed over signatures, all threads at once
};

/// Checks a ledger entry by entry, in the order of the chain. The chain is checked as entries come; signatures are
/// collected and checked in batches, on several threads. The first fault in the order of the entries is the one kept.
class Verifier
{
public:
    /// `threads` check signatures; 0 means as many as the machine has cores.
    Verifier(const QString &storeId, KeyRing ring, int threads = 0);

    /// Adds a checkpoint to check against. Its signer must be in the ring at its count. Fails with Conflict once the
    /// entry that it commits to was fed: it would go unchecked.
    Result<> expect(const Checkpoint &checkpoint);
    /// More keys, before the first entry that they sign.
    Result<> addKey(const KeySpan &span) { return m_ring.add(span); }

    [[nodiscard]] const KeyRing &ring() const { return m_ring; }

    /// Takes the next entry. False once a fault is known; more entries then change nothing.
    bool add(const Entry &entry);
    bool add(const BlindedEntry &entry);

    /// Checks what is still waiting, and that no checkpoint lies beyond the end. Nothing means that all is well.
    std::optional<Fault> finish();

    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; }
    [[nodiscard]] const VerifyCounts &counts() const { return m_counts; }
    /// The hash of the last good entry; genesisHash() before the first.
    [[nodiscard]] const QByteArray &head() const { return m_head; }
    /// How many entries came after the last checkpoint. Nothing without a checkpoint.
    [[nodiscard]] std::optional<qint64> beyondCheckpoint() const;

private:
    struct Pending
    {
        qint64 sequence = 0;
        QByteArray key;
        QByteArray hash;
        QByteArray signature;
    };

    QString m_storeId;
    KeyRing m_ring;
    int m_threads;
    QMultiMap<qint64, Checkpoint> m_checkpoints; ///< by count
    QList<Pending> m_pending;
    QByteArray m_head;
    VerifyCounts m_counts;
    std::optional<Fault> m_fault;

    [[nodiscard]] std::optional<Fault> chainFault(const Entry &entry) const;
    [[nodiscard]] std::optional<Fault> actorFault(const EntryHeader &header) const;
    [[nodiscard]] std::optional<Fault> orderFault(qint64 sequence) const;
    [[nodiscard]] std::optional<Fault> linkFault(const BlindedEntry &entry) const;
    [[nodiscard]] std::optional<Fault> checkpointFault(const Checkpoint &checkpoint) const;
    bool accept(qint64 sequence, const QByteArray &hash);
    bool reject(const Fault &fault);
    void checkPending();
};

/// Where entries come from: the next one, nothing at the end, or the failure to read it.
using EntrySource = std::function<Result<std::optional<Entry>>()>;

/// Feeds a verifier from a source to its end or to the first fault. Reports progress against `total` (0 while unknown);
/// fails only with the source's own failure or with Cancelled. What is wrong with the ledger is the returned fault, not
/// a failure.
Result<std::optional<Fault>> verifyAll(const EntrySource &source, Verifier &verifier, qint64 total,
                                       const Progress &progress);

} // namespace tocsin::ledger
