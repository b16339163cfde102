// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/extract.h"

#include "ledger/extract_line.h"
#include "ledger/hashing.h"

#include <QPair>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::ledger {

struct ExtractWriter::State
{
    QIODevice &out;
    ExtractHead head;
    KeyRing ring;
    Payloads payloads = Payloads::Withheld;
    Sha256 digest = {};
    QSet<QPair<QByteArray, qint64>> writtenSpans = {}; ///< by key and first sequence number
    qint64 entries = 0;
    QByteArray lastHash = {};

    Result<> write(const QByteArray &line)
    {
        digest.raw(line);
        if (out.write(line) != line.size())
            return fail(ErrorCode::Io, u"The extract could not be written: %1."_s.arg(out.errorString()));
        return {};
    }

    /// Writes the key's span at this entry, unless it stands in the file already.
    Result<> writeKey(const QByteArray &key, qint64 sequence)
    {
        const std::optional<KeySpan> span = ring.at(key, sequence);
        if (!span)
            return fail(ErrorCode::BadInput,
                        u"The key ring has nobody whose key was in force at entry %1."_s.arg(sequence));
        const QPair<QByteArray, qint64> id(span->key, span->from);
        if (writtenSpans.contains(id))
            return {};
        writtenSpans.insert(id);
        return write(toLine(*span));
    }

    Result<> writeOwn(const Entry &entry)
    {
        TOCSIN_TRY(writeKey(entry.header.actorKey, entry.header.sequence));
        return write(toLine(payloads == Payloads::Disclosed ? entry : withPayloadWithheld(entry)));
    }
};

ExtractWriter::ExtractWriter(QIODevice &out, const QString &incident, const Checkpoint &checkpoint, KeyRing ring,
                             Payloads payloads, const QByteArray &exporterKey)
    : m_state(new State{out, {incident, checkpoint, exporterKey}, std::move(ring), payloads})
{
}

ExtractWriter::~ExtractWriter() = default;

Result<> ExtractWriter::begin()
{
    const ExtractHead &head = m_state->head;
    if (head.incident.isEmpty())
        return fail(ErrorCode::BadInput, u"An extract is that of one incident; its reference is missing."_s);
    TOCSIN_TRY(m_state->write(toLine(head)));
    TOCSIN_TRY(m_state->writeKey(head.checkpoint.key, head.checkpoint.count));
    return m_state->writeKey(head.exporterKey, head.checkpoint.count);
}

Result<> ExtractWriter::add(const Entry &entry)
{
    const qint64 expected = m_state->entries + 1;
    if (entry.header.sequence != expected || expected > m_state->head.checkpoint.count) {
        return fail(ErrorCode::Conflict,
                    u"The extract takes entries 1 to %1 in their order; %2 is not the next."_s
                        .arg(m_state->head.checkpoint.count)
                        .arg(entry.header.sequence));
    }
    const bool own = entry.header.incident == m_state->head.incident;
    TOCSIN_TRY(own ? m_state->writeOwn(entry) : m_state->write(toLine(blinded(entry))));
    m_state->entries = expected;
    m_state->lastHash = entry.hash;
    return {};
}

Result<> ExtractWriter::finish(const Signer &signer)
{
    const ExtractHead &head = m_state->head;
    if (m_state->entries != head.checkpoint.count || m_state->lastHash != head.checkpoint.head)
        return fail(ErrorCode::Conflict, u"The extract does not end where its checkpoint does."_s);
    ExtractEnd end{m_state->digest.result(), {}};
    const QByteArray message = extractSigningMessage(end.sha256);
    end.signature = signer(message);
    if (!isSignedBy(head.exporterKey, message, end.signature))
        return fail(ErrorCode::Locked, u"The extract could not be signed with the exporter’s key."_s);
    return m_state->write(toLine(end));
}

} // namespace tocsin::ledger
