// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/verifier.h"

#include <QElapsedTimer>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::ledger {

namespace {

/// Enough for the threads to earn their start, few enough to cancel soon and to keep memory flat.
constexpr qsizetype kBatch = 2048;
/// Fewer signatures than this are checked before another thread has started.
constexpr qsizetype kLeastShare = 32;
constexpr qint64 kReportEvery = 512;

Fault faultAt(qint64 sequence, FaultKind kind, const QString &what)
{
    return {sequence, kind, u"Entry %1: %2."_s.arg(sequence).arg(what)};
}

} // namespace

BlindedEntry blinded(const Entry &entry)
{
    return {entry.header.sequence, headerDigest(entry.header, entry.salts.header), entry.payloadDigest, entry.hash};
}

Verifier::Verifier(const QString &storeId, KeyRing ring, int threads)
    : m_storeId(storeId)
    , m_ring(std::move(ring))
    , m_threads(threads > 0 ? threads : QThread::idealThreadCount())
    , m_head(genesisHash(storeId))
{
}

Result<> Verifier::expect(const Checkpoint &checkpoint)
{
    if (checkpoint.count <= m_counts.entries)
        return fail(ErrorCode::Conflict,
                    u"The checkpoint at entry %1 comes too late to be checked."_s.arg(checkpoint.count));
    m_checkpoints.insert(checkpoint.count, checkpoint);
    return {};
}

bool Verifier::add(const Entry &entry)
{
    if (m_fault)
        return false;
    QElapsedTimer timer;
    timer.start();
    const std::optional<Fault> fault = chainFault(entry);
    m_counts.chainNanoseconds += timer.nsecsElapsed();
    if (fault)
        return reject(*fault);
    ++(entry.payload ? m_counts.payloads : m_counts.withheld);
    m_pending.append({entry.header.sequence, entry.header.actorKey, entry.hash, entry.signature});
    return accept(entry.header.sequence, entry.hash);
}

bool Verifier::add(const BlindedEntry &entry)
{
    if (m_fault)
        return false;
    QElapsedTimer timer;
    timer.start();
    const std::optional<Fault> fault = linkFault(entry);
    m_counts.chainNanoseconds += timer.nsecsElapsed();
    if (fault)
        return reject(*fault);
    ++m_counts.blinded;
    return accept(entry.sequence, entry.hash);
}

std::optional<Fault> Verifier::finish()
{
    checkPending();
    const auto beyond = m_checkpoints.upperBound(m_counts.entries);
    if (!m_fault && beyond != m_checkpoints.cend()) {
        m_fault = checkpointFault(*beyond);
        if (!m_fault) {
            m_fault = faultAt(m_counts.entries + 1, FaultKind::CutTail,
                              u"missing; a checkpoint says that there were %1 entries"_s.arg(beyond->count));
        }
    }
    return m_fault;
}

std::optional<qint64> Verifier::beyondCheckpoint() const
{
    if (m_checkpoints.isEmpty())
        return std::nullopt;
    return std::max<qint64>(0, m_counts.entries - m_checkpoints.lastKey());
}

std::optional<Fault> Verifier::chainFault(const Entry &entry) const
{
    const qint64 sequence = entry.header.sequence;
    if (std::optional<Fault> order = orderFault(sequence))
        return order;
    if (entry.previousHash != m_head)
        return faultAt(sequence, FaultKind::BrokenLink, u"it does not follow the entry before it"_s);
    if (entry.payload && payloadDigest(*entry.payload, entry.salts.payload) != entry.payloadDigest)
        return faultAt(sequence, FaultKind::AlteredPayload, u"its payload is not the one that was sealed"_s);
    if (std::optional<Fault> link = linkFault(blinded(entry)))
        return link;
    return actorFault(entry.header);
}

std::optional<Fault> Verifier::linkFault(const BlindedEntry &entry) const
{
    if (std::optional<Fault> order = orderFault(entry.sequence))
        return order;
    if (entryHash(m_head, entry.headerDigest, entry.payloadDigest) != entry.hash)
        return faultAt(entry.sequence, FaultKind::AlteredEntry, u"its header, a digest or its hash was altered"_s);
    return std::nullopt;
}

std::optional<Fault> Verifier::actorFault(const EntryHeader &header) const
{
    if (!m_ring.knows(header.actorKey))
        return faultAt(header.sequence, FaultKind::UnknownKey, u"nobody in the key ring has the key that signed it"_s);
    const std::optional<KeySpan> span = m_ring.at(header.actorKey, header.sequence);
    if (!span) {
        return faultAt(header.sequence, FaultKind::KeyNotInForce,
                       u"the key that signed it was not in force, or no longer, at this entry"_s);
    }
    if (span->name != header.actorName || span->role != header.actorRole) {
        return faultAt(header.sequence, FaultKind::WrongActor,
                       u"it names %1 (%2), but the key was that of %3 (%4)"_s.arg(header.actorName, header.actorRole,
                                                                                  span->name, span->role));
    }
    return std::nullopt;
}

std::optional<Fault> Verifier::orderFault(qint64 sequence) const
{
    const qint64 expected = m_counts.entries + 1;
    if (sequence > expected)
        return faultAt(expected, FaultKind::Gap, u"missing; the next one that is there is %1"_s.arg(sequence));
    if (sequence < expected)
        return faultAt(sequence, FaultKind::Duplicate, u"it comes again, after entry %1"_s.arg(expected - 1));
    return std::nullopt;
}

std::optional<Fault> Verifier::checkpointFault(const Checkpoint &checkpoint) const
{
    if (checkpoint.storeId != m_storeId)
        return faultAt(checkpoint.count, FaultKind::BadCheckpoint, u"the checkpoint here is that of another store"_s);
    if (!m_ring.at(checkpoint.key, checkpoint.count))
        return faultAt(checkpoint.count, FaultKind::BadCheckpoint,
                       u"nobody's key in force signed the checkpoint here"_s);
    if (!checkpoint.hasValidSignature())
        return faultAt(checkpoint.count, FaultKind::BadCheckpoint, u"the signature of the checkpoint here is wrong"_s);
    if (checkpoint.count == m_counts.entries && checkpoint.head != m_head) {
        return faultAt(
            checkpoint.count, FaultKind::CheckpointMismatch,
            u"it is not the entry that the checkpoint here committed to; it, or one before it, was replaced"_s);
    }
    return std::nullopt;
}

bool Verifier::accept(qint64 sequence, const QByteArray &hash)
{
    m_head = hash;
    m_counts.entries = sequence;
    const auto [first, last] = std::as_const(m_checkpoints).equal_range(sequence);
    for (auto each = first; each != last; ++each) {
        if (const std::optional<Fault> fault = checkpointFault(*each))
            return reject(*fault);
    }
    if (m_pending.size() >= kBatch)
        checkPending();
    return !m_fault;
}

bool Verifier::reject(const Fault &fault)
{
    // A wrong signature of an entry before this one would be the first fault.
    checkPending();
    if (!m_fault)
        m_fault = fault;
    return false;
}

void Verifier::checkPending()
{
    if (m_pending.isEmpty())
        return;
    QElapsedTimer timer;
    timer.start();
    const qsizetype size = m_pending.size();
    const qsizetype share = std::max(size / m_threads + 1, kLeastShare);
    const QList<Pending> &pending = m_pending;
    std::vector<char> good(static_cast<size_t>(size), 0);
    const auto checkShare = [&pending, &good, size, share](qsizetype from) {
        for (qsizetype index = from; index < std::min(from + share, size); ++index) {
            const Pending &each = pending.at(index);
            good[static_cast<size_t>(index)]
                = isSignedBy(each.key, entrySigningMessage(each.hash), each.signature) ? 1 : 0;
        }
    };
    QThreadPool pool;
    pool.setMaxThreadCount(m_threads);
    for (qsizetype from = share; from < size; from += share)
        pool.start([&checkShare, from] { checkShare(from); });
    checkShare(0);
    pool.waitForDone();

    const auto bad = std::find(good.cbegin(), good.cend(), 0);
    if (bad != good.cend() && !m_fault) {
        m_fault = faultAt(pending.at(bad - good.cbegin()).sequence, FaultKind::BadSignature,
                          u"the key of its actor did not sign it"_s);
    }
    m_counts.signatures += size;
    m_pending.clear();
    m_counts.signatureNanoseconds += timer.nsecsElapsed();
}

Result<std::optional<Fault>> verifyAll(const EntrySource &source, Verifier &verifier, qint64 total,
                                       const Progress &progress)
{
    for (qint64 done = 0;; ++done) {
        if (done % kReportEvery == 0) {
            TOCSIN_TRY(progress.check());
            progress.report(done, total);
        }
        TOCSIN_ASSIGN(const std::optional<Entry> entry, source());
        if (!entry || !verifier.add(*entry))
            break;
    }
    TOCSIN_TRY(progress.check());
    const std::optional<Fault> fault = verifier.finish();
    progress.report(verifier.counts().entries, total);
    return fault;
}

} // namespace tocsin::ledger
