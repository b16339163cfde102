// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"
#include "law/engine.h"

#include <optional>

namespace tocsin::casework {

/// How far the work on an obligation is; a person says so.
enum class WorkState { Open, Drafting, InReview, Ready, Done };

QString workStateToken(WorkState state);
QString workStateName(WorkState state);
Result<WorkState> workStateFromToken(const QString &token);

/// How it was proved that an obligation was met.
struct Proof
{
    QString kind = {}; ///< portal-number, mailing, file or statement
    QString text = {}; ///< the number, tracking id, file name or words
    QDate completedOn = {};
    friend bool operator==(const Proof &, const Proof &) = default;
};

/// What the law says of one recipient of one incident, and what people made of it.
struct ObligationRecord
{
    ObligationId id;
    IncidentId incident;
    enum class Standing { Owed, NotOwed, Blocked };
    Standing standing = Standing::Owed;
    law::Obligation duty;
    WorkState state = WorkState::Open;
    PersonId owner = {};
    QString ownerName = {};
    std::optional<Proof> proof = {};
};

/// All of an incident's obligations: owed, not owed and blocked, in the engine's order.
struct ObligationsQuery
{
    using Answer = QList<ObligationRecord>;
    IncidentId incident;
    Result<QList<ObligationRecord>> run(Reader &reader) const;
};

/// What the engine says of the facts in force, for `tocsin deadlines STORE REF --json`.
struct EvaluationQuery
{
    using Answer = law::Evaluation;
    IncidentId incident;
    Result<law::Evaluation> run(Reader &reader) const;
};

struct SetObligationState
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("obligation.state");
    ObligationId obligation;
    WorkState state = WorkState::Open;
    PersonId owner = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Records that the duty was met, with its proof. The date also becomes a fact ("done"), so that relative duties get
/// theirs.
struct CompleteObligation
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("obligation.complete");
    ObligationId obligation;
    Proof proof = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Brings an incident's obligation rows in line with an evaluation. For commands of this room only.
Result<> storeEvaluation(Writer &writer, IncidentId incident, const law::Evaluation &evaluation);

} // namespace tocsin::casework
