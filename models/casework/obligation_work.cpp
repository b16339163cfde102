// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/facts_record.h"
#include "casework/incident.h"
#include "casework/obligation.h"
#include "casework/people.h"
#include "casework/person_words.h"
#include "casework/row_state.h"
#include "casework/sql.h"
#include "casework/timeline.h"
#include "law/facts_check.h"
#include "law/wording.h"

using namespace Qt::Literals::StringLiterals;

// The commands of obligation.h: how far the work is, and that it is done.
namespace tocsin::casework {

namespace {

/// An obligation's row, as far as the work on it goes.
struct DutyKey
{
    IncidentId incident;
    QString rule;
    QString recipient;
    QString state; ///< its token
    PersonId owner = {};
    std::optional<Proof> proof = {};
};

Result<DutyKey> dutyKey(Reader &reader, ObligationId id)
{
    return sql::one(
        reader.db(), u"There is no such obligation."_s,
        u"SELECT incident, rule, recipient, state, owner, proof_kind, proof_text, completed_on FROM obligation "
        "WHERE id = ?1"_s,
        [](const vault::Statement &row) {
            DutyKey key{sql::id<IncidentId>(row, 0), row.text(1), row.text(2), row.text(3),
                        sql::id<PersonId>(row, 4),   {}};
            if (!row.isNull(5))
                key.proof = Proof{row.text(5), row.text(6), sql::date(row, 7)};
            return key;
        },
        id);
}

/// "Notice given to HHS", or "Done: finding F-1" where nobody is told.
QString whatWasDone(const QString &recipient)
{
    if (law::isNotice(recipient))
        return u"Notice given to "_s + recipient;
    return u"Done: "_s + law::recipientName(recipient);
}

/// What the timeline says of a completion.
QString completionText(const QString &recipient, const Proof &proof)
{
    return u"%1 on %2; proof: %3"_s.arg(whatWasDone(recipient), proof.completedOn.toString(Qt::ISODate), proof.text);
}

QJsonObject proofJson(const Proof &proof)
{
    return {{u"state"_s, u"done"_s},
            {u"proof"_s, proof.kind},
            {u"text"_s, proof.text},
            {u"on"_s, proof.completedOn.toString(Qt::ISODate)}};
}

/// The facts as the proofs have them: what was done for a recipient counts from the first time, with the hour if
/// somebody gave one for that day.
Result<law::Facts> factsByProof(Reader &reader, const FactsRevision &current, const QString &recipient)
{
    TOCSIN_ASSIGN(const auto days, (daysDone(reader, current.incident)));
    law::Facts facts = current.facts;
    const QDate day = days.value(recipient);
    if (!day.isValid())
        facts.done.remove(recipient);
    else if (facts.done.value(recipient).dateIn(facts.timezone) != day)
        facts.done.insert(recipient, law::Moment{day, {}});
    return facts;
}

/// A duty that is open again was not met after all: the fact that says so goes with it, unless another duty to that
/// recipient was met too; then it says when. Says whether that is so.
Result<bool> takeBackNotice(Writer &writer, const DutyKey &key, const QString &reason)
{
    TOCSIN_ASSIGN(const FactsRevision current, CurrentFacts{key.incident}.run(writer));
    TOCSIN_ASSIGN(const law::Facts facts, factsByProof(writer, current, key.recipient));
    const QString why = u"%1: taken back. %2"_s.arg(whatWasDone(key.recipient), reason);
    if (facts != current.facts)
        TOCSIN_TRY(storeFacts(writer, key.incident, facts, why));
    return facts.done.contains(key.recipient);
}

QString withoutFullStop(const QString &words)
{
    return words.endsWith(u'.') ? words.chopped(1) : words;
}

/// The proof goes, and the timeline says that what it said is not so.
Result<> takeBackCompletion(Writer &writer, const DutyKey &key, const QString &reason)
{
    TOCSIN_ASSIGN(const bool stands, takeBackNotice(writer, key, reason));
    const QString was = key.proof ? completionText(key.recipient, *key.proof) : whatWasDone(key.recipient);
    const QString rest = stands ? u" Another duty to the same recipient is still recorded as done."_s : QString();
    return correctSystemEntry(writer, key.incident, Stream::Regulatory, was,
                              u"Taken back: %1. Reason: %2.%3"_s.arg(was, withoutFullStop(reason), rest));
}

/// What a change of the work can be taken back to.
Result<RowState> workOf(Reader &reader, ObligationId id)
{
    return RowState::of(reader, u"obligation"_s, {id.value},
                        {u"state"_s, u"owner"_s, u"proof_kind"_s, u"proof_text"_s, u"completed_on"_s});
}

/// Whose the work is from now on. Who owned it and left owns it no more; nobody who left can be named anew.
Result<PersonId> ownerFrom(Reader &reader, PersonId before, PersonId wanted)
{
    const Result<QString> name = nameOfActive(reader, wanted);
    if (!name && (name.error().code != ErrorCode::NotFound || wanted != before))
        return forward(name);
    return name ? wanted : PersonId();
}

/// Records again a completion that was taken back.
Result<Outcome> completeAgain(Writer &writer, ObligationId id, const DutyKey &before, const RowState &left)
{
    TOCSIN_ASSIGN(const RowState now, left.again(writer));
    if (now != left) {
        return fail(ErrorCode::Conflict,
                    u"The work on %1 has changed since; nothing was taken back."_s.arg(before.recipient));
    }
    TOCSIN_ASSIGN(const PersonId whose, ownerFrom(writer, before.owner, before.owner));
    TOCSIN_TRY(sql::run(writer.db(), u"UPDATE obligation SET owner = ?2 WHERE id = ?1"_s, id, whose));
    return CompleteObligation{id, *before.proof, u"It had been recorded before"_s}.apply(writer);
}

/// The words that a completion needs which the law did not ask for; empty where it did.
Result<QString> reasonIfNotOwed(Reader &reader, ObligationId id, const QString &recipient, const QString &reason)
{
    const Result<ObligationRecord> record = obligationById(reader, id);
    if (!record && record.error().code != ErrorCode::NotFound)
        return forward(record);
    using Standing = ObligationRecord::Standing;
    if (record && (record->standing == Standing::Owed || record->standing == Standing::Blocked))
        return QString();
    return requiredWords(
        reason,
        u"%1 is not owed on the facts in force. To record it all the same, say why it was done."_s.arg(recipient));
}

Result<> checkProof(const Proof &proof, QDate today)
{
    if (!proofKinds().contains(proof.kind))
        return fail(ErrorCode::BadInput, u"A proof is one of %1."_s.arg(proofKinds().join(u", "_s)));
    TOCSIN_TRY(requiredWords(
        proof.text,
        u"Say what proves it: the portal's number, the mailing's tracking id, a file name or a statement."_s));
    if (!proof.completedOn.isValid() || proof.completedOn > today)
        return fail(ErrorCode::BadInput, u"Give the day on which it was done; it cannot lie in the future."_s);
    return {};
}

} // namespace

Result<Outcome> SetObligationState::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const DutyKey key, dutyKey(writer, obligation));
    TOCSIN_ASSIGN(const Incident record, IncidentById{key.incident}.run(writer));
    if (state == WorkState::Done)
        return fail(ErrorCode::Conflict, u"An obligation is done once its proof is recorded."_s);
    TOCSIN_ASSIGN(const PersonId whose, ownerFrom(writer, key.owner, owner));
    TOCSIN_ASSIGN(const RowState before, workOf(writer, obligation));
    const bool reopens = key.state == workStateToken(WorkState::Done);
    QString words;
    if (reopens) {
        TOCSIN_ASSIGN(
            words, requiredWords(reason, u"%1 is recorded as done. Say why that is taken back."_s.arg(key.recipient)));
    }
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE obligation SET state = ?2, owner = ?3, proof_kind = NULL, proof_text = NULL, "
                        "completed_on = NULL WHERE id = ?1"_s,
                        obligation, workStateToken(state), whose));
    if (reopens)
        TOCSIN_TRY(takeBackCompletion(writer, key, words));
    writer.touch(Kind::Obligation, obligation.value);
    QJsonObject then{{u"state"_s, key.state}, {u"owner"_s, key.owner.value}};
    if (key.proof) {
        then = proofJson(*key.proof);
        then.insert(u"owner"_s, key.owner.value);
    }
    QJsonObject now{{u"state"_s, workStateToken(state)}, {u"owner"_s, whose.value}};
    if (reopens)
        now.insert(u"reason"_s, words);
    const QString subject = obligationSubject(key.recipient, key.rule);
    const Outcome outcome{obligation.value, key.recipient};
    writer.note({record.reference, subject, then, now});
    const QString what = u"%1 set to “%2”"_s.arg(key.recipient, workStateName(state));
    if (reopens && key.proof) {
        TOCSIN_ASSIGN(const RowState left, before.again(writer));
        writer.reverseWith({Kind::Obligation, what, [id = obligation, key, left](Writer &again) {
                                return completeAgain(again, id, key, left);
                            }});
        return outcome;
    }
    TOCSIN_TRY(offerRows(writer,
                         {Kind::Obligation,
                          what,
                          u"The work on "_s + key.recipient,
                          before,
                          {record.reference, subject, now, then},
                          outcome}));
    return outcome;
}

Result<Outcome> CompleteObligation::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const DutyKey key, dutyKey(writer, obligation));
    TOCSIN_ASSIGN(const Incident record, IncidentById{key.incident}.run(writer));
    TOCSIN_ASSIGN(const FactsRevision current, CurrentFacts{key.incident}.run(writer));
    const QByteArray zone = current.facts.timezone.isEmpty() ? writer.now().zone() : current.facts.timezone;
    TOCSIN_TRY(checkProof(proof, writer.now().inZone(zone).localDate()));
    TOCSIN_ASSIGN(const QString unasked, reasonIfNotOwed(writer, obligation, key.recipient, reason));
    const Proof kept{proof.kind, proof.text.trimmed(), proof.completedOn};
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE obligation SET state = 'done', proof_kind = ?2, proof_text = ?3, completed_on = ?4 "
                        "WHERE id = ?1"_s,
                        obligation, kept.kind, kept.text, kept.completedOn));
    TOCSIN_ASSIGN(const law::Facts facts, factsByProof(writer, current, key.recipient));
    TOCSIN_TRY(law::checkDone(facts));
    if (facts != current.facts)
        TOCSIN_TRY(storeFacts(writer, key.incident, facts, whatWasDone(key.recipient)));
    QString told = completionText(key.recipient, kept);
    QJsonObject after = proofJson(kept);
    if (!unasked.isEmpty()) {
        told += u". It was not owed: "_s + unasked;
        after.insert(u"reason"_s, unasked);
    }
    // Another proof for what was proved before takes the place of the first.
    TOCSIN_TRY(key.proof ? correctSystemEntry(writer, key.incident, Stream::Regulatory,
                                              completionText(key.recipient, *key.proof), told)
                         : logSystemEntry(writer, key.incident, Stream::Regulatory, told));
    writer.touch(Kind::Obligation, obligation.value);
    writer.note({record.reference, obligationSubject(key.recipient, key.rule),
                 key.proof ? proofJson(*key.proof) : QJsonObject{{u"state"_s, key.state}}, after});
    return Outcome{obligation.value, key.recipient};
}

} // namespace tocsin::casework
