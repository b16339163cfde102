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
/// The states that a person sets; done follows from a proof.
QStringList settableStateTokens();
/// One of those.
Result<WorkState> workStateFromToken(const QString &token);

/// The kinds of proof: portal-number, mailing, file, statement, other.
QStringList proofKinds();
/// A kind of proof for people: "Portal number". A word that is none stays as it is.
QString proofKindName(const QString &kind);

/// How it was proved that an obligation was met.
struct Proof
{
    QString kind = {}; ///< one of proofKinds()
    QString text = {}; ///< the reference: the number, tracking id, file name or words
    QDate completedOn = {};
    friend bool operator==(const Proof &, const Proof &) = default;
};

/// Counsel's date in place of the computed one.
struct DueOverride
{
    law::Due due = {};
    QString reason = {};
    law::Due computedThen = {}; ///< what was computed when counsel set it; null where no date was
    bool computedMoved = false; ///< the law computes another date now: counsel should look again
    Instant at = {};
    PersonId by = {};
    QString byName = {};
    friend bool operator==(const DueOverride &, const DueOverride &) = default;
};

struct ObligationNote
{
    ObligationNoteId id;
    QString text = {};
    Instant at = {};
    PersonId by = {};
    QString byName = {};
    friend bool operator==(const ObligationNote &, const ObligationNote &) = default;
};

/// What the law says of one recipient of one incident, and what people made of it.
struct ObligationRecord
{
    ObligationId id;
    IncidentId incident;
    enum class Standing {
        Owed,
        NotOwed,
        Blocked,
        Withdrawn, ///< the rules or facts in force do not bring it any more, but somebody recorded something about it
    };
    Standing standing = Standing::Owed;
    law::Obligation duty;
    WorkState state = WorkState::Open;
    PersonId owner = {};
    QString ownerName = {};
    std::optional<Proof> proof = {};
    QDate target = {}; ///< the team's own date; null: none was set
    std::optional<Instant> snoozedUntil = {}; ///< reminders are silent until then
    /// Counsel's date. With one, duty.internalTarget lies before it and not before the computed one.
    std::optional<DueOverride> overridden = {};
    QList<ObligationNote> notes = {}; ///< oldest first

    /// The date that counts: counsel's if there is one, else the computed (duty.due).
    [[nodiscard]] law::Due due() const { return overridden ? overridden->due : duty.due; }
    /// Something is still to be done: owed, or given a date by counsel, and not done.
    [[nodiscard]] bool isOpen() const;
    /// Open, and the date that counts has passed. A date passes at the end of its day in `zone`, that of the facts (an
    /// IANA name; empty: the zone of `now`). What has only to be kept until a date is never late.
    [[nodiscard]] bool isLate(const Instant &now, const QByteArray &zone) const;
};

/// What people recorded about a duty, each in a few words: "done", "owner Ada", "proof Mailing Job 4711 of 2026-03-19",
/// "2 notes". Empty where nobody did anything.
QStringList recordedOf(const ObligationRecord &record);

/// All of an incident's obligations: owed, blocked and not owed, in the engine's order; then those withdrawn, of which
/// the duty says what the last rules that had it said, and why it is not asked any more.
struct ObligationsQuery
{
    using Answer = QList<ObligationRecord>;
    IncidentId incident;
    Result<QList<ObligationRecord>> run(Reader &reader) const;
};

/// What the engine says of the facts in force, by the incident's own packs (see IncidentLaw). Its dates are the
/// computed ones, without counsel's.
struct EvaluationQuery
{
    using Answer = law::Evaluation;
    IncidentId incident;
    Result<law::Evaluation> run(Reader &reader) const;
};

/// A date that is still ahead or was missed.
struct NextDate
{
    IncidentId incident;
    QString reference = {};
    QString title = {};
    QByteArray zone = {}; ///< of the facts; may be empty
    ObligationRecord record = {};
    bool late = false;
};

/// The dates of open obligations, the earliest first, by the date that counts: of one incident, or with a null id of
/// all that are not closed.
struct NextDates
{
    using Answer = QList<NextDate>;
    IncidentId incident = {};
    Instant now = {};
    Result<QList<NextDate>> run(Reader &reader) const;
};

/// Says how far the work is, and whose it is. Leaving Done takes the proof back and needs a reason: the timeline gets
/// an entry that supersedes the one of the completion, and the notice is among the facts no more.
struct SetObligationState
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("obligation.state");
    ObligationId obligation;
    WorkState state = WorkState::Open;
    PersonId owner = {};
    QString reason = {}; ///< only where a completion is taken back
    Result<Outcome> apply(Writer &writer) const;
};

/// Records that the duty was met, with its proof. The date also becomes a fact ("done"), so that relative duties get
/// theirs. What is not owed on the facts in force is recorded only with the reason why it was done all the same.
struct CompleteObligation
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("obligation.complete");
    ObligationId obligation;
    Proof proof = {};
    QString reason = {}; ///< only where it is not owed
    Result<Outcome> apply(Writer &writer) const;
};

/// One obligation with its incident and duty. NotFound also where the law of the incident does not know it any more.
/// For commands of this room only.
Result<ObligationRecord> obligationById(Reader &reader, ObligationId id);

/// When what was recorded as done was done first, by recipient: a notice may meet two duties. For commands of this room
/// only.
Result<QMap<QString, QDate>> daysDone(Reader &reader, IncidentId incident);

/// What the ledger calls a duty: "obligation/HHS/hipaa/hhs-large". For commands of this room only.
QString obligationSubject(const QString &recipient, const QString &rule);

/// The duties with something recorded about them that an incident has by `before` and would not have by `after`. For
/// commands of this room only.
Result<QList<ObligationRecord>> withdrawnBetween(Reader &reader, IncidentId incident, const law::RulePacks &before,
                                                 const law::RulePacks &after);

/// Brings an incident's obligation rows in line with an evaluation. For commands of this room only.
Result<> storeEvaluation(Writer &writer, IncidentId incident, const law::Evaluation &evaluation);

} // namespace tocsin::casework
