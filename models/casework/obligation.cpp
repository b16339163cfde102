// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/obligation.h"

#include "casework/facts_record.h"
#include "casework/incident.h"
#include "casework/rule_pack_record.h"
#include "casework/sql.h"
#include "casework/tokens.h"
#include "casework/withdrawn_duty.h"
#include "law/internal_target.h"
#include "law/wording.h"

#include <QSet>
#include <QTimeZone>

#include <algorithm>

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

/// A kind of proof: its token and its name.
constexpr std::array kProofs{
    std::pair{"portal-number"_L1, "Portal number"_L1},
    std::pair{"mailing"_L1, "Mailing"_L1},
    std::pair{"file"_L1, "File"_L1},
    std::pair{"statement"_L1, "Statement"_L1},
    std::pair{"other"_L1, "Other"_L1},
};

/// What people recorded about a duty, by rule and recipient.
struct Work
{
    ObligationRecord record;
    QString key;
};

/// A due date as the store keeps it; null if it is empty.
law::Due dueFrom(const QString &iso)
{
    if (!iso.contains(u'T'))
        return {QDate::fromString(iso, Qt::ISODate), {}};
    const Result<Instant> instant = Instant::parse(iso);
    return instant ? law::Due{{}, *instant} : law::Due();
}

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
    record.duty.rule = row.text(2);
    record.duty.recipient = row.text(3);
    work.key = keyOf(record.duty.rule, record.duty.recipient);
    record.state = stored(kStates, row.text(4));
    record.owner = sql::id<PersonId>(row, 5);
    record.ownerName = row.text(6);
    if (!row.isNull(7))
        record.proof = Proof{row.text(7), row.text(8), sql::date(row, 9)};
    record.target = sql::date(row, 10);
    if (!row.isNull(11))
        record.snoozedUntil = sql::instant(row, 11);
    if (!row.isNull(13)) {
        record.overridden
            = DueOverride{dueFrom(row.text(13)),      row.text(14), dueFrom(row.text(15)), false, sql::instant(row, 16),
                          sql::id<PersonId>(row, 18), row.text(19)};
    }
    return work;
}

const QString kSelect
    = u"SELECT o.id, o.incident, o.rule, o.recipient, o.state, o.owner, p.name, o.proof_kind, o.proof_text, "
      "o.completed_on, o.target, o.snoozed_ms, o.snoozed_zone, o.override_due, o.override_reason, o.override_computed, "
      "o.override_ms, o.override_zone, o.override_by, c.name FROM obligation o "
      "LEFT JOIN person p ON p.id = o.owner LEFT JOIN person c ON c.id = o.override_by "_s;

/// Puts each note of an incident with its obligation.
Result<> addNotes(Reader &reader, IncidentId incident, QHash<QString, ObligationRecord> &byKey)
{
    struct Note
    {
        QString key;
        ObligationNote note;
    };
    TOCSIN_ASSIGN(const QList<Note> notes,
                  sql::rows(
                      reader.db(),
                      u"SELECT o.rule, o.recipient, n.id, n.text, n.at_ms, n.at_zone, n.by_person, p.name "
                      "FROM obligation_note n JOIN obligation o ON o.id = n.obligation "
                      "JOIN person p ON p.id = n.by_person WHERE o.incident = ?1 ORDER BY n.id"_s,
                      [](const vault::Statement &row) {
                          return Note{keyOf(row.text(0), row.text(1)),
                                      {sql::id<ObligationNoteId>(row, 2), row.text(3), sql::instant(row, 4),
                                       sql::id<PersonId>(row, 6), row.text(7)}};
                      },
                      incident));
    for (const Note &each : notes)
        byKey[each.key].notes.append(each.note);
    return {};
}

/// The records with something recorded that are not among those asked, oldest first.
Result<> addWithdrawn(Reader &reader, const law::RulePacks &packs, const law::Evaluation &evaluation,
                      const QList<Work> &worked, const QHash<QString, ObligationRecord> &byKey,
                      QList<ObligationRecord> &records)
{
    QSet<QString> asked;
    for (const ObligationRecord &each : std::as_const(records))
        asked.insert(keyOf(each.duty.rule, each.duty.recipient));
    for (const Work &each : worked) {
        ObligationRecord record = byKey.value(each.key);
        if (asked.contains(each.key) || recordedOf(record).isEmpty())
            continue;
        TOCSIN_ASSIGN(record.duty, withdrawnDuty(reader, each.record.duty, packs, evaluation));
        record.standing = ObligationRecord::Standing::Withdrawn;
        records << record;
    }
    return {};
}

/// The incident's obligations by given packs, with what people made of them.
Result<QList<ObligationRecord>> obligationsBy(Reader &reader, IncidentId incident, const law::RulePacks &packs)
{
    TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{incident}.run(reader));
    const law::Evaluation evaluation = law::evaluate(facts.facts, packs);
    TOCSIN_ASSIGN(const QList<Work> worked,
                  sql::rows(reader.db(), kSelect + u"WHERE o.incident = ?1 ORDER BY o.id"_s, readRow, incident));
    QHash<QString, ObligationRecord> byKey;
    for (const Work &each : worked)
        byKey.insert(each.key, each.record);
    TOCSIN_TRY(addNotes(reader, incident, byKey));

    QList<ObligationRecord> records;
    const QList<law::InternalTarget> targets = law::internalTargets(packs);
    const auto add = [&](const QList<law::Obligation> &duties, ObligationRecord::Standing standing) {
        for (const law::Obligation &duty : duties) {
            ObligationRecord record = byKey.value(keyOf(duty.rule, duty.recipient));
            record.incident = incident;
            record.standing = standing;
            record.duty = duty;
            if (record.overridden) {
                record.overridden->computedMoved = record.overridden->computedThen.toIso() != duty.due.toIso();
                law::Obligation counting = duty;
                counting.due = record.overridden->due;
                record.duty.internalTarget = law::internalTarget(counting, targets);
            }
            records << record;
        }
    };
    add(evaluation.owed, ObligationRecord::Standing::Owed);
    add(evaluation.blocked, ObligationRecord::Standing::Blocked);
    add(evaluation.notOwed, ObligationRecord::Standing::NotOwed);
    TOCSIN_TRY(addWithdrawn(reader, packs, evaluation, worked, byKey, records));
    return records;
}

/// The moment from which a due date has passed: for a date, the end of its day.
qint64 endOf(const law::Due &due, const QByteArray &zone)
{
    if (due.instant)
        return due.instant->msecs() + 1;
    return due.date.addDays(1).startOfDay(QTimeZone(zone)).toMSecsSinceEpoch();
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

QStringList settableStateTokens()
{
    QStringList tokens;
    for (const Words<WorkState> &each : kStates) {
        if (each.value != WorkState::Done)
            tokens << each.token;
    }
    return tokens;
}

Result<WorkState> workStateFromToken(const QString &token)
{
    if (settableStateTokens().contains(token))
        return fromToken(kStates, token, "a state of work"_L1);
    const QString hint = token == "done"_L1 ? u" What is done is recorded with its proof."_s : QString();
    return fail(ErrorCode::BadInput,
                u"“%1” is not a state of work that can be set; use one of %2.%3"_s.arg(
                    token, settableStateTokens().join(u", "_s), hint));
}

QStringList proofKinds()
{
    QStringList kinds;
    for (const auto &[token, name] : kProofs)
        kinds << token;
    return kinds;
}

QString proofKindName(const QString &kind)
{
    for (const auto &[token, name] : kProofs) {
        if (token == kind)
            return name;
    }
    return kind;
}

QStringList recordedOf(const ObligationRecord &record)
{
    QStringList words;
    if (record.state != WorkState::Open)
        words << workStateName(record.state).toLower();
    if (!record.owner.isNull())
        words << u"owner "_s + record.ownerName;
    if (record.target.isValid())
        words << u"target "_s + record.target.toString(Qt::ISODate);
    if (record.proof) {
        words << u"proof %1 %2 of %3"_s.arg(proofKindName(record.proof->kind), record.proof->text,
                                            record.proof->completedOn.toString(Qt::ISODate));
    }
    if (record.overridden)
        words << u"counsel's date %1 (%2)"_s.arg(record.overridden->due.toIso(), record.overridden->reason);
    if (!record.notes.isEmpty())
        words << law::counted(record.notes.size(), u"note"_s, u"notes"_s);
    return words;
}

bool ObligationRecord::isOpen() const
{
    const bool asked = standing == Standing::Owed || (standing == Standing::Blocked && overridden);
    return asked && state != WorkState::Done;
}

bool ObligationRecord::isLate(const Instant &now, const QByteArray &zone) const
{
    if (duty.nature == law::Nature::KeepUntil)
        return false; // then the duty is over
    return isOpen() && !due().isNull() && now.msecs() >= endOf(due(), zone.isEmpty() ? now.zone() : zone);
}

Result<law::Evaluation> EvaluationQuery::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{incident}.run(reader));
    TOCSIN_ASSIGN(const law::RulePacks packs, IncidentLaw{incident}.run(reader));
    return law::evaluate(facts.facts, packs);
}

Result<QList<ObligationRecord>> ObligationsQuery::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const law::RulePacks packs, IncidentLaw{incident}.run(reader));
    return obligationsBy(reader, incident, packs);
}

Result<QMap<QString, QDate>> daysDone(Reader &reader, IncidentId incident)
{
    TOCSIN_ASSIGN(
        const auto rows,
        (sql::rows(
            reader.db(),
            u"SELECT recipient, min(completed_on) FROM obligation WHERE incident = ?1 AND state = 'done' "
            "AND completed_on IS NOT NULL GROUP BY recipient"_s,
            [](const vault::Statement &row) { return std::pair(row.text(0), sql::date(row, 1)); }, incident)));
    QMap<QString, QDate> days;
    for (const auto &[recipient, day] : rows)
        days.insert(recipient, day);
    return days;
}

QString obligationSubject(const QString &recipient, const QString &rule)
{
    return u"obligation/%1/%2"_s.arg(recipient, rule);
}

Result<ObligationRecord> obligationById(Reader &reader, ObligationId id)
{
    using Row = std::pair<IncidentId, QString>;
    TOCSIN_ASSIGN(const Row row,
                  sql::one(
                      reader.db(), u"There is no such obligation."_s,
                      u"SELECT incident, recipient FROM obligation WHERE id = ?1"_s,
                      [](const vault::Statement &found) { return Row(sql::id<IncidentId>(found, 0), found.text(1)); },
                      id));
    TOCSIN_ASSIGN(const law::RulePacks packs, pinnedPacks(reader, row.first));
    TOCSIN_ASSIGN(const QList<ObligationRecord> all, obligationsBy(reader, row.first, packs));
    const auto found
        = std::find_if(all.begin(), all.end(), [id](const ObligationRecord &each) { return each.id == id; });
    if (found == all.end()) {
        return fail(ErrorCode::NotFound,
                    u"The law this incident is computed with has no such duty to tell %1 any more."_s.arg(row.second));
    }
    return *found;
}

Result<QList<ObligationRecord>> withdrawnBetween(Reader &reader, IncidentId incident, const law::RulePacks &before,
                                                 const law::RulePacks &after)
{
    using Standing = ObligationRecord::Standing;
    TOCSIN_ASSIGN(const QList<ObligationRecord> old, obligationsBy(reader, incident, before));
    TOCSIN_ASSIGN(QList<ObligationRecord> now, obligationsBy(reader, incident, after));
    now.removeIf([&old](const ObligationRecord &record) {
        return record.standing != Standing::Withdrawn
            || std::any_of(old.cbegin(), old.cend(), [&record](const ObligationRecord &each) {
                   return each.id == record.id && each.standing == Standing::Withdrawn;
               });
    });
    return now;
}

Result<QList<NextDate>> NextDates::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const QList<Incident> incidents, IncidentsQuery().run(reader));
    QList<NextDate> dates;
    for (const Incident &each : incidents) {
        const bool wanted = incident.isNull() ? each.status != IncidentStatus::Closed : each.id == incident;
        if (!wanted)
            continue;
        TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{each.id}.run(reader));
        TOCSIN_ASSIGN(const QList<ObligationRecord> records, ObligationsQuery{each.id}.run(reader));
        const QByteArray zone = facts.facts.timezone;
        for (const ObligationRecord &record : records) {
            if (record.isOpen() && !record.due().isNull())
                dates.append({each.id, each.reference, each.title, zone, record, record.isLate(now, zone)});
        }
    }
    std::stable_sort(dates.begin(), dates.end(), [this](const NextDate &a, const NextDate &b) {
        const auto end = [this](const NextDate &each) {
            return endOf(each.record.due(), each.zone.isEmpty() ? now.zone() : each.zone);
        };
        return end(a) < end(b);
    });
    return dates;
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
