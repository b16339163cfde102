// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/obligation.h"

#include "casework/facts_record.h"
#include "casework/incident.h"
#include "casework/sql.h"
#include "casework/timeline.h"
#include "casework/tokens.h"
#include "core/text.h"
#include "law/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr std::array kStates{
    Words<WorkState>{WorkState::Open, "open"_L1, "Open"_L1},
    Words<WorkState>{WorkState::Drafting, "drafting"_L1, "Drafting"_L1},
    Words<WorkState>{WorkState::InReview, "in-review"_L1, "In review"_L1},
    Words<WorkState>{WorkState::Ready, "ready"_L1, "Ready"_L1},
    Words<WorkState>{WorkState::Done, "done"_L1, "Done"_L1},
};

/// What people recorded about a duty, by rule and recipient.
struct Work
{
    ObligationRecord record;
    QString key;
};

QString keyOf(const QString &rule, const QString &recipient)
{
    return rule + u' ' + recipient;
}

Work readRow(const vault::Statement &row)
{
    Work work;
    ObligationRecord &record = work.record;
    record.id = sql::id<ObligationId>(row, 0);
    record.incident = sql::id<IncidentId>(row, 1);
    work.key = keyOf(row.text(2), row.text(3));
    record.state = stored(kStates, row.text(4));
    record.owner = sql::id<PersonId>(row, 5);
    record.ownerName = row.text(6);
    if (!row.isNull(7))
        record.proof = Proof{row.text(7), row.text(8), sql::date(row, 9)};
    return work;
}

const QString kSelect
    = u"SELECT o.id, o.incident, o.rule, o.recipient, o.state, o.owner, p.name, o.proof_kind, o.proof_text, "
      "o.completed_on FROM obligation o LEFT JOIN person p ON p.id = o.owner "_s;

struct DutyKey
{
    IncidentId incident;
    QString recipient;
    WorkState state = WorkState::Open;
};

Result<DutyKey> dutyKey(Reader &reader, ObligationId id)
{
    return sql::one(
        reader.db(), u"There is no such obligation."_s,
        u"SELECT incident, recipient, state FROM obligation WHERE id = ?1"_s,
        [](const vault::Statement &row) {
            return DutyKey{sql::id<IncidentId>(row, 0), row.text(1), stored(kStates, row.text(2))};
        },
        id);
}

/// A duty that is open again was not met after all: the fact that says so goes with it, unless the same notice met
/// another duty to that recipient too.
Result<> takeBackNotice(Writer &writer, const DutyKey &key)
{
    TOCSIN_ASSIGN(const QList<qint64> others,
                  sql::rows(
                      writer.db(),
                      u"SELECT id FROM obligation WHERE incident = ?1 AND recipient = ?2 AND state = 'done'"_s,
                      [](const vault::Statement &row) { return row.integer(0); }, key.incident, key.recipient));
    if (!others.isEmpty())
        return {};
    TOCSIN_ASSIGN(const FactsRevision current, CurrentFacts{key.incident}.run(writer));
    law::Facts facts = current.facts;
    if (facts.done.remove(key.recipient) == 0)
        return {};
    return storeFacts(writer, key.incident, facts, u"Notice not given after all: %1"_s.arg(key.recipient))
        .map([](FactsId) {});
}

/// "Notice given to HHS", or "Done: finding F-1" where nobody is told.
QString whatWasDone(const QString &recipient)
{
    return law::isNotice(recipient) ? u"Notice given to "_s + recipient : u"Done: "_s + law::recipientName(recipient);
}

Result<> checkProof(const Proof &proof, QDate today)
{
    static const QStringList kinds{u"portal-number"_s, u"mailing"_s, u"file"_s, u"statement"_s};
    if (!kinds.contains(proof.kind))
        return fail(ErrorCode::BadInput, u"A proof is one of %1."_s.arg(kinds.join(u", "_s)));
    if (proof.text.trimmed().isEmpty() || hasControlCharacters(proof.text)) {
        return fail(
            ErrorCode::BadInput,
            u"Say what proves it: the portal's number, the mailing's tracking id, a file name or a statement."_s);
    }
    if (!proof.completedOn.isValid() || proof.completedOn > today)
        return fail(ErrorCode::BadInput, u"Give the day on which it was done; it cannot lie in the future."_s);
    return {};
}

} // namespace

QString workStateToken(WorkState state)
{
    return tokenOf(kStates, state);
}

QString workStateName(WorkState state)
{
    return nameOf(kStates, state);
}

Result<WorkState> workStateFromToken(const QString &token)
{
    return fromToken(kStates, token, "a state of work"_L1);
}

Result<law::Evaluation> EvaluationQuery::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{incident}.run(reader));
    return law::evaluate(facts.facts, reader.packs());
}

Result<QList<ObligationRecord>> ObligationsQuery::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const law::Evaluation evaluation, EvaluationQuery{incident}.run(reader));
    TOCSIN_ASSIGN(const QList<Work> worked,
                  sql::rows(reader.db(), kSelect + u"WHERE o.incident = ?1"_s, readRow, incident));
    QHash<QString, ObligationRecord> byKey;
    for (const Work &each : worked)
        byKey.insert(each.key, each.record);

    QList<ObligationRecord> records;
    const auto add = [&](const QList<law::Obligation> &duties, ObligationRecord::Standing standing) {
        for (const law::Obligation &duty : duties) {
            ObligationRecord record = byKey.value(keyOf(duty.rule, duty.recipient));
            record.incident = incident;
            record.standing = standing;
            record.duty = duty;
            records << record;
        }
    };
    add(evaluation.owed, ObligationRecord::Standing::Owed);
    add(evaluation.blocked, ObligationRecord::Standing::Blocked);
    add(evaluation.notOwed, ObligationRecord::Standing::NotOwed);
    return records;
}

Result<Outcome> SetObligationState::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const DutyKey key, dutyKey(writer, obligation));
    TOCSIN_ASSIGN(const Incident record, IncidentById{key.incident}.run(writer));
    if (state == WorkState::Done)
        return fail(ErrorCode::Conflict, u"An obligation is done once its proof is recorded."_s);
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE obligation SET state = ?2, owner = ?3, proof_kind = NULL, proof_text = NULL, "
                        "completed_on = NULL WHERE id = ?1"_s,
                        obligation, workStateToken(state), owner));
    if (key.state == WorkState::Done)
        TOCSIN_TRY(takeBackNotice(writer, key));
    writer.touch(Kind::Obligation, obligation.value);
    writer.note({record.reference,
                 u"obligation/"_s + key.recipient,
                 {{u"state"_s, workStateToken(key.state)}},
                 {{u"state"_s, workStateToken(state)}, {u"owner"_s, owner.value}}});
    return Outcome{obligation.value, key.recipient};
}

Result<Outcome> CompleteObligation::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const DutyKey key, dutyKey(writer, obligation));
    TOCSIN_ASSIGN(const Incident record, IncidentById{key.incident}.run(writer));
    TOCSIN_ASSIGN(const FactsRevision current, CurrentFacts{key.incident}.run(writer));
    const QByteArray zone = current.facts.timezone.isEmpty() ? writer.now().zone() : current.facts.timezone;
    TOCSIN_TRY(checkProof(proof, writer.now().inZone(zone).localDate()));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE obligation SET state = 'done', proof_kind = ?2, proof_text = ?3, completed_on = ?4 "
                        "WHERE id = ?1"_s,
                        obligation, proof.kind, proof.text.trimmed(), proof.completedOn));
    law::Facts facts = current.facts;
    facts.done.insert(key.recipient, law::Moment{proof.completedOn, {}});
    if (facts != current.facts)
        TOCSIN_TRY(storeFacts(writer, key.incident, facts, whatWasDone(key.recipient)));
    TOCSIN_TRY(
        logSystemEntry(writer, key.incident, Stream::Regulatory,
                       u"%1 on %2; proof: %3"_s.arg(whatWasDone(key.recipient), proof.completedOn.toString(Qt::ISODate),
                                                    proof.text.trimmed())));
    writer.touch(Kind::Obligation, obligation.value);
    writer.note({record.reference,
                 u"obligation/"_s + key.recipient,
                 {{u"state"_s, workStateToken(key.state)}},
                 {{u"state"_s, u"done"_s},
                  {u"proof"_s, proof.kind},
                  {u"text"_s, proof.text.trimmed()},
                  {u"on"_s, proof.completedOn.toString(Qt::ISODate)}}});
    return Outcome{obligation.value, key.recipient};
}

Result<> storeEvaluation(Writer &writer, IncidentId incident, const law::Evaluation &evaluation)
{
    for (const auto *duties : {&evaluation.owed, &evaluation.blocked, &evaluation.notOwed}) {
        for (const law::Obligation &duty : *duties) {
            TOCSIN_TRY(sql::run(writer.db(),
                                u"INSERT INTO obligation (incident, rule, recipient) VALUES (?1, ?2, ?3) "
                                "ON CONFLICT (incident, rule, recipient) DO NOTHING"_s,
                                incident, duty.rule, duty.recipient));
        }
    }
    writer.touchAll(Kind::Obligation);
    return {};
}

} // namespace tocsin::casework
