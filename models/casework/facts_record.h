// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"
#include "law/engine.h"
#include "law/facts.h"

namespace tocsin::casework {

/// One revision of an incident's facts. Revisions are never changed; the highest is in force.
struct FactsRevision
{
    FactsId id;
    IncidentId incident;
    int revision = 0; ///< from 1
    law::Facts facts;
    QString reason = {};
    Instant setAt = {};
    PersonId setBy = {};
};

struct CurrentFacts
{
    using Answer = FactsRevision;
    IncidentId incident;
    Result<FactsRevision> run(Reader &reader) const;
};

/// All revisions, the newest first.
struct FactsHistory
{
    using Answer = QList<FactsRevision>;
    IncidentId incident;
    Result<QList<FactsRevision>> run(Reader &reader) const;
};

/// Replaces an incident's facts. A reason is required. The obligations are evaluated again in the same transaction;
/// what people recorded about an obligation (state, owner, proof) stays, and so do the notices in `done` that the proof
/// of an obligation put there, unless these facts name their recipients.
///
/// A change of the day of discovery, or of who knew when, needs counsel (45 CFR 164.404(a)(2): every clock hangs on
/// it). Submitted by anybody else, the facts become a FactsProposal and are not in force: the receipt says `held`.
/// Fails with BadInput if the day of discovery would lie in the future.
struct SetFacts
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("facts.set");
    IncidentId incident;
    law::Facts facts;
    QString reason = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Fails with BadInput, naming the day, if the facts say that the breach is discovered after `now`: no clock starts
/// before anybody knows.
Result<> checkDiscoveryIsPast(const law::Facts &facts, const Instant &now);

/// Writes a first or next revision and brings the obligations up to date. For commands of this room only.
Result<FactsId> storeFacts(Writer &writer, IncidentId incident, const law::Facts &facts, const QString &reason);

} // namespace tocsin::casework
