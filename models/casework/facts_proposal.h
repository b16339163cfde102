// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/facts_record.h"
#include "law/evaluation.h"

namespace tocsin::casework {

enum class ProposalState { Pending, Acknowledged, Declined, Replaced };

QString proposalStateToken(ProposalState state);
QString proposalStateName(ProposalState state);

/// Facts that would change the day of discovery, set by somebody who is not counsel. They are not in force, and no date
/// moves, until counsel acknowledges them. An incident has at most one that is pending.
struct FactsProposal
{
    FactsProposalId id;
    IncidentId incident;
    int number = 0; ///< within the incident, from 1
    int baseRevision = 0; ///< the facts in force when it was made
    law::Facts facts; ///< as proposed
    QString reason = {};
    Instant proposedAt = {};
    PersonId proposedBy = {};
    QString proposedByName = {};
    ProposalState state = ProposalState::Pending;
    Instant decidedAt = {}; ///< invalid while pending
    PersonId decidedBy = {};
    QString decidedByName = {};
    QString decision = {}; ///< counsel's words
};

/// What waits for counsel: of one incident, or of all with a null id. Oldest first.
struct PendingProposals
{
    using Answer = QList<FactsProposal>;
    IncidentId incident = {};
    Result<QList<FactsProposal>> run(Reader &reader) const;
};

/// Every proposal of an incident, whatever became of it; newest first.
struct FactsProposals
{
    using Answer = QList<FactsProposal>;
    IncidentId incident;
    Result<QList<FactsProposal>> run(Reader &reader) const;
};

/// What setting facts, or acknowledging a proposal, would do.
struct FactsPreview
{
    law::Facts facts; ///< as they would be stored: with what completed duties put into `done`
    QList<law::DateChange> changes = {};
    bool movesDiscovery = false; ///< the day of discovery, or what it follows from, would change
    bool awaitsCounsel = false; ///< submitted by this person, it becomes a proposal
    QStringList warnings = {}; ///< words of these facts that no rule knows: law::Evaluation::warnings
};

struct PreviewFacts
{
    using Answer = FactsPreview;
    IncidentId incident;
    law::Facts facts;
    Result<FactsPreview> run(Reader &reader) const;
};

/// What acknowledging would do now. Facts that changed since it was proposed stay; Conflict, naming them, if both
/// changed the same ones.
struct PreviewProposal
{
    using Answer = FactsPreview;
    FactsProposalId proposal;
    Result<FactsPreview> run(Reader &reader) const;
};

/// Counsel takes a proposal into force: it becomes the next revision of the facts.
struct AcknowledgeDiscovery
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("facts.acknowledge");
    FactsProposalId proposal;
    QString note = {}; ///< may be empty
    Result<Outcome> apply(Writer &writer) const;
};

/// Counsel declines a proposal; the facts stay. A reason is required.
struct DeclineDiscovery
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("facts.decline");
    FactsProposalId proposal;
    QString reason = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// What setting `facts` after the revision `before` would do, by given packs. For commands of this room only.
Result<FactsPreview> previewFacts(Reader &reader, const FactsRevision &before, law::Facts facts,
                                  const law::RulePacks &packs);
/// Puts facts aside for counsel; a proposal that was pending is replaced. For commands of this room only.
Result<Outcome> propose(Writer &writer, IncidentId incident, const law::Facts &facts, const QString &reason);
/// Ends a pending proposal that another change of the facts overtook, and names it with its proposer ("Proposal 1 by
/// Tom"; empty if none was pending) for the timeline, where the proposer reads it. For commands of this room only.
Result<QString> replacePending(Writer &writer, IncidentId incident);

} // namespace tocsin::casework
