// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/facts_proposal.h"

#include "casework/facts_merge.h"
#include "casework/incident.h"
#include "casework/person_words.h"
#include "casework/rule_pack_record.h"
#include "casework/sql.h"
#include "casework/timeline.h"
#include "casework/tokens.h"
#include "law/facts_check.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr std::array kStates{
    Words<ProposalState>{ProposalState::Pending, "pending"_L1, "Waits for counsel"_L1},
    Words<ProposalState>{ProposalState::Acknowledged, "acknowledged"_L1, "Acknowledged"_L1},
    Words<ProposalState>{ProposalState::Declined, "declined"_L1, "Declined"_L1},
    Words<ProposalState>{ProposalState::Replaced, "replaced"_L1, "Replaced"_L1},
};

const QString kSelect
    = u"SELECT f.id, f.incident, f.number, f.base_revision, f.document, f.reason, f.proposed_ms, f.proposed_zone, "
      "f.proposed_by, p.name, f.state, f.decided_ms, f.decided_zone, f.decided_by, d.name, f.decision "
      "FROM facts_proposal f JOIN person p ON p.id = f.proposed_by LEFT JOIN person d ON d.id = f.decided_by "_s;

struct StoredProposal
{
    FactsProposal proposal;
    QString document;
};

StoredProposal readRow(const vault::Statement &row)
{
    StoredProposal read;
    FactsProposal &proposal = read.proposal;
    proposal.id = sql::id<FactsProposalId>(row, 0);
    proposal.incident = sql::id<IncidentId>(row, 1);
    proposal.number = static_cast<int>(row.integer(2));
    proposal.baseRevision = static_cast<int>(row.integer(3));
    read.document = row.text(4);
    proposal.reason = row.text(5);
    proposal.proposedAt = sql::instant(row, 6);
    proposal.proposedBy = sql::id<PersonId>(row, 8);
    proposal.proposedByName = row.text(9);
    proposal.state = stored(kStates, row.text(10));
    if (!row.isNull(11))
        proposal.decidedAt = sql::instant(row, 11);
    proposal.decidedBy = sql::id<PersonId>(row, 13);
    proposal.decidedByName = row.text(14);
    proposal.decision = row.text(15);
    return read;
}

template <typename... Values>
Result<QList<FactsProposal>> select(Reader &reader, const QString &where, const Values &...values)
{
    TOCSIN_ASSIGN(const QList<StoredProposal> all, sql::rows(reader.db(), kSelect + where, readRow, values...));
    QList<FactsProposal> proposals;
    for (const StoredProposal &each : all) {
        proposals << each.proposal;
        TOCSIN_ASSIGN(proposals.last().facts, law::factsFromJson(sql::jsonObject(each.document)));
    }
    return proposals;
}

Result<FactsProposal> pendingProposal(Reader &reader, FactsProposalId id)
{
    TOCSIN_ASSIGN(const QList<FactsProposal> found, select(reader, u"WHERE f.id = ?1"_s, id));
    if (found.isEmpty())
        return fail(ErrorCode::NotFound, u"There is no such proposal of facts."_s);
    if (found.first().state != ProposalState::Pending) {
        return fail(
            ErrorCode::Conflict,
            u"This proposal is not waiting any more: %1."_s.arg(proposalStateName(found.first().state).toLower()));
    }
    return found.first();
}

Result<> decide(Writer &writer, FactsProposalId id, ProposalState state, const QString &words)
{
    writer.touch(Kind::FactsProposal, id.value);
    return sql::run(writer.db(),
                    u"UPDATE facts_proposal SET state = ?2, decided_ms = ?3, decided_zone = ?4, decided_by = ?5, "
                    "decision = ?6 WHERE id = ?1"_s,
                    id, proposalStateToken(state), writer.now().msecs(), sql::zoneOf(writer.now()), writer.actor().id,
                    words);
}

/// Notices whose proof was recorded stay given, whatever facts come from elsewhere.
Result<law::Facts> withCompleted(Reader &reader, const FactsRevision &before, law::Facts facts)
{
    TOCSIN_ASSIGN(const auto days, (daysDone(reader, before.incident)));
    for (auto each = days.cbegin(); each != days.cend(); ++each) {
        if (!facts.done.contains(each.key()))
            facts.done.insert(each.key(), before.facts.done.value(each.key(), law::Moment{each.value(), {}}));
    }
    return facts;
}

/// The facts in force with what a proposal changes in those it was made on.
Result<law::Facts> broughtUpToDate(Reader &reader, const FactsProposal &proposal, const FactsRevision &current)
{
    TOCSIN_ASSIGN(const QList<FactsRevision> history, FactsHistory{proposal.incident}.run(reader));
    for (const FactsRevision &each : history) {
        if (each.revision == proposal.baseRevision)
            return mergeFacts(each.facts, proposal.facts, current.facts);
    }
    return fail(ErrorCode::StoreDamaged, u"The facts on which this was proposed are gone."_s);
}

} // namespace

QString proposalStateToken(ProposalState state)
{
    return tokenOf(kStates, state);
}

QString proposalStateName(ProposalState state)
{
    return nameOf(kStates, state);
}

Result<QList<FactsProposal>> PendingProposals::run(Reader &reader) const
{
    return select(reader, u"WHERE f.state = 'pending' AND (?1 IS NULL OR f.incident = ?1) ORDER BY f.id"_s, incident);
}

Result<QList<FactsProposal>> FactsProposals::run(Reader &reader) const
{
    return select(reader, u"WHERE f.incident = ?1 ORDER BY f.number DESC"_s, incident);
}

Result<FactsPreview> previewFacts(Reader &reader, const FactsRevision &before, law::Facts facts,
                                  const law::RulePacks &packs)
{
    FactsPreview preview;
    TOCSIN_ASSIGN(preview.facts, withCompleted(reader, before, std::move(facts)));
    const law::Evaluation old = law::evaluate(before.facts, packs);
    const law::Evaluation now = law::evaluate(preview.facts, packs);
    preview.changes = law::compare(old, now);
    preview.warnings = now.warnings;
    const bool otherKnowledge = before.facts.discovered != preview.facts.discovered
        || before.facts.known != preview.facts.known || old.discovered != now.discovered;
    // The first day of discovery that is known moves nothing: it starts the clocks.
    preview.movesDiscovery = old.discovered.isValid() && otherKnowledge;
    preview.awaitsCounsel = preview.movesDiscovery && !reader.may(AcknowledgeDiscovery::kAction);
    return preview;
}

Result<FactsPreview> PreviewFacts::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const FactsRevision before, CurrentFacts{incident}.run(reader));
    // The packs that will count, whatever the session has chosen for reading.
    TOCSIN_ASSIGN(const law::RulePacks packs, pinnedPacks(reader, incident));
    return previewFacts(reader, before, facts, packs);
}

Result<FactsPreview> PreviewProposal::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const FactsProposal waiting, pendingProposal(reader, proposal));
    TOCSIN_ASSIGN(const FactsRevision current, CurrentFacts{waiting.incident}.run(reader));
    TOCSIN_ASSIGN(const law::Facts facts, broughtUpToDate(reader, waiting, current));
    return PreviewFacts{waiting.incident, facts}.run(reader);
}

Result<Outcome> propose(Writer &writer, IncidentId incident, const law::Facts &facts, const QString &reason)
{
    // What counsel is asked about can be stored.
    TOCSIN_TRY(law::factsFromJson(law::toJson(facts)));
    TOCSIN_ASSIGN(const Incident record, IncidentById{incident}.run(writer));
    TOCSIN_ASSIGN(const FactsRevision current, CurrentFacts{incident}.run(writer));
    TOCSIN_ASSIGN(const QString replaced, replacePending(writer, incident));
    TOCSIN_ASSIGN(const int number,
                  sql::one(
                      writer.db(), QString(),
                      u"SELECT coalesce(max(number), 0) + 1 FROM facts_proposal WHERE incident = ?1"_s,
                      [](const vault::Statement &row) { return static_cast<int>(row.integer(0)); }, incident));
    TOCSIN_ASSIGN(const qint64 id,
                  sql::insert(writer.db(),
                              u"INSERT INTO facts_proposal (incident, number, base_revision, document, reason, "
                              "proposed_ms, proposed_zone, proposed_by, state) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'pending')"_s,
                              incident, number, current.revision, sql::jsonText(law::toJson(facts)), reason,
                              writer.now().msecs(), sql::zoneOf(writer.now()), writer.actor().id));
    const QString rest = replaced.isEmpty() ? QString() : u" %1 is replaced by it."_s.arg(replaced);
    TOCSIN_TRY(logSystemEntry(
        writer, incident, Stream::Regulatory,
        u"Another day of discovery proposed (proposal %1): %2. No date moves until counsel acknowledges it.%3"_s.arg(
            QString::number(number), reason, rest)));
    writer.touch(Kind::FactsProposal, id);
    writer.note({record.reference,
                 u"facts/proposal/%1"_s.arg(number),
                 law::toJson(current.facts),
                 {{u"proposed"_s, law::toJson(facts)}, {u"reason"_s, reason}}});
    return Outcome{id, u"%1 proposal %2"_s.arg(record.reference).arg(number), true};
}

Result<QString> replacePending(Writer &writer, IncidentId incident)
{
    QStringList names;
    TOCSIN_ASSIGN(const QList<FactsProposal> pending, PendingProposals{incident}.run(writer));
    for (const FactsProposal &each : pending) {
        TOCSIN_TRY(decide(writer, each.id, ProposalState::Replaced, {}));
        names << u"Proposal %1 by %2"_s.arg(QString::number(each.number), each.proposedByName);
    }
    return names.join(u", "_s);
}

Result<Outcome> AcknowledgeDiscovery::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words, personWords(note));
    TOCSIN_ASSIGN(const FactsProposal waiting, pendingProposal(writer, proposal));
    TOCSIN_ASSIGN(const Incident record, IncidentById{waiting.incident}.run(writer));
    TOCSIN_ASSIGN(const FactsRevision before, CurrentFacts{waiting.incident}.run(writer));
    TOCSIN_ASSIGN(const law::Facts merged, broughtUpToDate(writer, waiting, before));
    TOCSIN_ASSIGN(const law::RulePacks packs, pinnedPacks(writer, waiting.incident));
    TOCSIN_ASSIGN(const FactsPreview preview, previewFacts(writer, before, merged, packs));
    TOCSIN_TRY(law::checkFacts(preview.facts));
    const QString reason = u"%1 (proposed by %2)"_s.arg(waiting.reason, waiting.proposedByName);
    TOCSIN_ASSIGN(const FactsId id, storeFacts(writer, waiting.incident, preview.facts, reason));
    TOCSIN_TRY(decide(writer, waiting.id, ProposalState::Acknowledged, words));
    TOCSIN_TRY(logSystemEntry(writer, waiting.incident, Stream::Regulatory,
                              u"Counsel acknowledged proposal %1 (revision %2): %3. Deadlines that changed: %4."_s.arg(
                                  QString::number(waiting.number), QString::number(before.revision + 1), waiting.reason,
                                  QString::number(preview.changes.size()))));
    writer.note({record.reference,
                 u"facts/%1"_s.arg(before.revision + 1),
                 law::toJson(before.facts),
                 {{u"facts"_s, law::toJson(preview.facts)},
                  {u"reason"_s, waiting.reason},
                  {u"proposal"_s, waiting.number},
                  {u"proposed_by"_s, waiting.proposedByName},
                  {u"note"_s, words}}});
    return Outcome{id.value, u"%1 facts %2"_s.arg(record.reference).arg(before.revision + 1)};
}

Result<Outcome> DeclineDiscovery::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words, requiredWords(reason, u"Say why the proposal is declined."_s));
    TOCSIN_ASSIGN(const FactsProposal waiting, pendingProposal(writer, proposal));
    TOCSIN_ASSIGN(const Incident record, IncidentById{waiting.incident}.run(writer));
    TOCSIN_TRY(decide(writer, waiting.id, ProposalState::Declined, words));
    // Counsel's reasons are for the team; the chronology goes to the regulator.
    TOCSIN_TRY(logSystemEntry(writer, waiting.incident, Stream::Regulatory,
                              u"Counsel declined proposal %1; the day of discovery stays."_s.arg(waiting.number)));
    writer.note({record.reference,
                 u"facts/proposal/%1"_s.arg(waiting.number),
                 {{u"state"_s, proposalStateToken(ProposalState::Pending)}},
                 {{u"state"_s, proposalStateToken(ProposalState::Declined)}, {u"reason"_s, words}}});
    return Outcome{waiting.id.value, u"%1 proposal %2"_s.arg(record.reference).arg(waiting.number)};
}

} // namespace tocsin::casework
