// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/obligation_plan.h"

#include "casework/facts_record.h"
#include "casework/incident.h"
#include "casework/people.h"
#include "casework/person_words.h"
#include "casework/row_state.h"
#include "casework/sql.h"
#include "casework/timeline.h"
#include "law/discovery.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr qint64 kDayMsecs = 24LL * 60 * 60 * 1000;

const QStringList kOverride{u"override_due"_s, u"override_reason"_s, u"override_computed"_s,
                            u"override_ms"_s,  u"override_zone"_s,   u"override_by"_s};

/// An obligation with the incident it is of, and what its facts say of place and beginning.
struct Subject
{
    ObligationRecord record;
    QString reference;
    QByteArray zone;
    QDate discovered = {}; ///< null while unknown
    [[nodiscard]] const QString &recipient() const { return record.duty.recipient; }
};

Result<Subject> subjectOf(Writer &writer, ObligationId id)
{
    TOCSIN_ASSIGN(const ObligationRecord record, obligationById(writer, id));
    TOCSIN_ASSIGN(const Incident incident, IncidentById{record.incident}.run(writer));
    TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{record.incident}.run(writer));
    return Subject{record, incident.reference, facts.facts.timezone, law::discoveryOf(facts.facts).day};
}

Result<RowState> columnsOf(Reader &reader, const QList<ObligationId> &obligations, const QStringList &columns)
{
    QList<qint64> ids;
    for (const ObligationId id : obligations)
        ids << id.value;
    return RowState::of(reader, u"obligation"_s, ids, columns);
}

LedgerNote noteOn(const Subject &subject, const QJsonObject &before, const QJsonObject &after)
{
    return {subject.reference, obligationSubject(subject.recipient(), subject.record.duty.rule), before, after};
}

/// How a command's rows are given back.
RowReversal reversalOf(const Subject &subject, const RowState &rows, const QString &what, const QJsonObject &before,
                       const QJsonObject &after)
{
    RowReversal reversal;
    reversal.what = what;
    reversal.subject = u"What was recorded about "_s + subject.recipient();
    reversal.before = rows;
    reversal.note = noteOn(subject, after, before);
    reversal.outcome = {subject.record.id.value, subject.recipient()};
    reversal.incident = subject.record.incident;
    return reversal;
}

/// Notes what changed, offers the reverse, and answers for the command.
Result<Outcome> done(Writer &writer, const Subject &subject, const RowReversal &reversal)
{
    writer.touch(Kind::Obligation, subject.record.id.value);
    writer.note(noteOn(subject, reversal.note.after, reversal.note.before));
    TOCSIN_TRY(offerRows(writer, reversal));
    return reversal.outcome;
}

bool isPlausible(QDate date)
{
    return date.isValid() && date.year() >= 1900 && date.year() <= 2199; // as facts allow
}

QJsonObject overrideJson(const law::Due &due, const QString &reason, const law::Due &computed)
{
    return {{u"due"_s, due.toIso()}, {u"reason"_s, reason}, {u"computed"_s, computed.toIso()}};
}

QJsonObject overrideJson(const std::optional<DueOverride> &overridden, const law::Due &computed)
{
    if (!overridden)
        return {{u"computed"_s, computed.toIso()}};
    return overrideJson(overridden->due, overridden->reason, overridden->computedThen);
}

QString dueWords(const law::Due &due)
{
    return due.isNull() ? u"no date"_s : due.toIso();
}

Result<> checkSnooze(const Subject &subject, const Instant &until, const Instant &now)
{
    if (!(now < until))
        return fail(ErrorCode::BadInput, u"Reminders can be silenced until a moment that is still to come."_s);
    const law::Due due = subject.record.due();
    if (due.isNull())
        return {};
    if (subject.record.isLate(now, subject.zone)) {
        if (until.msecs() > now.msecs() + kDayMsecs)
            return fail(ErrorCode::BadInput, u"Reminders of a date that has passed can be silenced for a day."_s);
        return {};
    }
    if (subject.record.isLate(until, subject.zone))
        return fail(ErrorCode::BadInput, u"Reminders cannot be silenced beyond the due date, %1."_s.arg(due.toIso()));
    return {};
}

QJsonValue isoOf(const std::optional<Instant> &instant)
{
    return instant ? instant->toIso() : QString();
}

QJsonObject snoozeBefore(const QList<Subject> &subjects)
{
    if (subjects.size() == 1)
        return {{u"snoozed_until"_s, isoOf(subjects.first().record.snoozedUntil)}};
    QJsonObject each;
    for (const Subject &subject : subjects)
        each.insert(subject.record.duty.rule + u' ' + subject.recipient(), isoOf(subject.record.snoozedUntil));
    return {{u"snoozed_until"_s, each}};
}

QJsonObject snoozeAfter(const QList<Subject> &subjects, const std::optional<Instant> &until)
{
    QJsonObject after{{u"snoozed_until"_s, isoOf(until)}};
    QJsonArray recipients;
    for (const Subject &subject : subjects)
        recipients.append(subject.recipient());
    if (subjects.size() > 1)
        after.insert(u"obligations"_s, recipients);
    return after;
}

Result<> insertNote(Writer &writer, ObligationId obligation, const QString &words)
{
    return sql::run(writer.db(),
                    u"INSERT INTO obligation_note (obligation, text, at_ms, at_zone, by_person) "
                    "VALUES (?1, ?2, ?3, ?4, ?5)"_s,
                    obligation, words, writer.now().msecs(), sql::zoneOf(writer.now()), writer.actor().id);
}

/// A date of counsel's is for what is or may be owed, says something new, and does not lie before everything began.
Result<> checkOverride(const Subject &subject, const law::Due &due)
{
    const ObligationRecord &record = subject.record;
    using Standing = ObligationRecord::Standing;
    if (record.standing == Standing::NotOwed || record.standing == Standing::Withdrawn)
        return fail(ErrorCode::Conflict, u"This duty is not owed on the facts in force, so there is no date to set."_s);
    if (due.toIso() == record.duty.due.toIso())
        return fail(ErrorCode::Conflict, u"This is the computed date already."_s);
    const QDate start = record.duty.start.day();
    const bool ownClock = start.isValid() && (!subject.discovered.isValid() || start < subject.discovered);
    const QDate first = ownClock ? start : subject.discovered;
    if (!first.isValid() || due.day() >= first)
        return {};
    return fail(
        ErrorCode::BadInput,
        u"%1, %2, comes after this date; nothing can be due before it."_s.arg(
            ownClock ? u"The day this clock started"_s : u"The day of discovery"_s, first.toString(Qt::ISODate)));
}

} // namespace

Result<Outcome> AssignObligation::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, obligation));
    TOCSIN_ASSIGN(const QString name, nameOfActive(writer, owner));
    TOCSIN_ASSIGN(const RowState rows, columnsOf(writer, {obligation}, {u"owner"_s}));
    TOCSIN_TRY(sql::run(writer.db(), u"UPDATE obligation SET owner = ?2 WHERE id = ?1"_s, obligation, owner));
    const QString what = name.isEmpty() ? u"owner of %1 taken away"_s.arg(subject.recipient())
                                        : u"%1 given to %2"_s.arg(subject.recipient(), name);
    RowReversal reversal
        = reversalOf(subject, rows, what, {{u"owner"_s, subject.record.ownerName}}, {{u"owner"_s, name}});
    reversal.also = [before = subject.record.owner](Writer &again) -> Result<> {
        TOCSIN_TRY(nameOfActive(again, before)); // who left in the meantime owns nothing again
        return {};
    };
    return done(writer, subject, reversal);
}

Result<Outcome> SetObligationTarget::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, obligation));
    if (!target.isNull() && !isPlausible(target))
        return fail(ErrorCode::BadInput, u"A target is a date such as 2026-04-20."_s);
    const QDate due = subject.record.due().day();
    if (due.isValid() && target > due && !evenIfLate) {
        return fail(ErrorCode::BadInput,
                    u"The target lies after the due date, %1. Set one on or before it, or say that it is meant."_s.arg(
                        due.toString(Qt::ISODate)));
    }
    TOCSIN_ASSIGN(const RowState rows, columnsOf(writer, {obligation}, {u"target"_s}));
    TOCSIN_TRY(sql::run(writer.db(), u"UPDATE obligation SET target = ?2 WHERE id = ?1"_s, obligation, target));
    const QString day = target.toString(Qt::ISODate);
    const QString what = target.isNull() ? u"target of %1 taken back"_s.arg(subject.recipient())
                                         : u"target of %1 set to %2"_s.arg(subject.recipient(), day);
    return done(writer, subject,
                reversalOf(subject, rows, what, {{u"target"_s, subject.record.target.toString(Qt::ISODate)}},
                           {{u"target"_s, day}}));
}

Result<Outcome> AddObligationNote::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words, requiredWords(text, u"A note says something; it cannot be empty."_s));
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, obligation));
    TOCSIN_TRY(insertNote(writer, obligation, words));
    writer.touch(Kind::Obligation, obligation.value);
    writer.note(noteOn(subject, {}, {{u"note"_s, words}}));
    const Outcome outcome{obligation.value, subject.recipient()};
    writer.reverseWith({Kind::Obligation, u"note on %1 added"_s.arg(subject.recipient()),
                        [subject, words, outcome](Writer &again) -> Result<Outcome> {
                            const QString withdrawn = u"Taken back: “%1”"_s.arg(words);
                            TOCSIN_TRY(insertNote(again, subject.record.id, withdrawn));
                            again.touch(Kind::Obligation, subject.record.id.value);
                            again.note(noteOn(subject, {{u"note"_s, words}}, {{u"note"_s, withdrawn}}));
                            return outcome;
                        }});
    return outcome;
}

Result<Outcome> SnoozeReminders::apply(Writer &writer) const
{
    if (obligations.isEmpty())
        return fail(ErrorCode::BadInput, u"Say whose reminders are meant."_s);
    QList<Subject> subjects;
    for (const ObligationId each : obligations) {
        TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, each));
        if (until)
            TOCSIN_TRY(checkSnooze(subject, *until, writer.now()));
        if (!subjects.isEmpty() && subjects.first().reference != subject.reference)
            return fail(ErrorCode::BadInput, u"The reminders to silence are not all of one incident."_s);
        subjects << subject;
    }
    TOCSIN_ASSIGN(const RowState rows, columnsOf(writer, obligations, {u"snoozed_ms"_s, u"snoozed_zone"_s}));
    for (const ObligationId each : obligations) {
        TOCSIN_TRY(sql::run(writer.db(), u"UPDATE obligation SET snoozed_ms = ?2, snoozed_zone = ?3 WHERE id = ?1"_s,
                            each, until ? std::optional(until->msecs()) : std::nullopt,
                            until ? std::optional(sql::zoneOf(*until)) : std::nullopt));
        writer.touch(Kind::Obligation, each.value);
    }
    const QString whom
        = subjects.size() == 1 ? subjects.first().recipient() : u"%1 deadlines"_s.arg(QString::number(subjects.size()));
    const QString what = until ? u"reminders of %1 silenced"_s.arg(whom) : u"reminders of %1 woken"_s.arg(whom);
    RowReversal reversal
        = reversalOf(subjects.first(), rows, what, snoozeBefore(subjects), snoozeAfter(subjects, until));
    if (subjects.size() > 1) {
        reversal.subject = u"What was recorded about these deadlines"_s;
        reversal.note.subject = u"obligations"_s;
    }
    LedgerNote note = reversal.note;
    std::swap(note.before, note.after);
    writer.note(note);
    TOCSIN_TRY(offerRows(writer, reversal));
    return reversal.outcome;
}

Result<Outcome> OverrideDueDate::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words,
                  requiredWords(reason, u"A date of counsel's own needs a reason; it stands beside the date."_s));
    if (!isPlausible(due.day()))
        return fail(ErrorCode::BadInput, u"Give a due date such as 2026-04-20, or an instant with its offset."_s);
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, obligation));
    const ObligationRecord &record = subject.record;
    TOCSIN_TRY(checkOverride(subject, due));
    const law::Due computed = record.duty.due;
    const bool same = record.overridden && record.overridden->due.toIso() == due.toIso()
        && record.overridden->reason == words && !record.overridden->computedMoved;
    if (same)
        return fail(ErrorCode::Conflict, u"This date is set already, for this reason; nothing was changed."_s);
    TOCSIN_ASSIGN(const RowState rows, columnsOf(writer, {obligation}, kOverride));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE obligation SET override_due = ?2, override_reason = ?3, override_computed = ?4, "
                        "override_ms = ?5, override_zone = ?6, override_by = ?7 WHERE id = ?1"_s,
                        obligation, due.toIso(), words, computed.toIso(), writer.now().msecs(),
                        sql::zoneOf(writer.now()), writer.actor().id));
    TOCSIN_TRY(logSystemEntry(writer, record.incident, Stream::Regulatory,
                              u"Counsel set the date for %1 to %2 instead of the computed one (%3): %4"_s.arg(
                                  record.duty.recipient, due.toIso(), dueWords(computed), words)));
    RowReversal reversal
        = reversalOf(subject, rows, u"counsel's date for %1 set to %2"_s.arg(subject.recipient(), due.toIso()),
                     overrideJson(record.overridden, computed), overrideJson(due, words, computed));
    reversal.told = u"Counsel's date %1 for %2 was taken back; %3 counts again"_s.arg(due.toIso(), subject.recipient(),
                                                                                      dueWords(record.due()));
    return done(writer, subject, reversal);
}

Result<Outcome> LiftOverride::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words, requiredWords(reason, u"Say why the computed date counts again."_s));
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, obligation));
    const ObligationRecord &record = subject.record;
    if (!record.overridden)
        return fail(ErrorCode::Conflict, u"Counsel set no date for this duty; the computed one counts."_s);
    TOCSIN_ASSIGN(const RowState rows, columnsOf(writer, {obligation}, kOverride));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE obligation SET override_due = NULL, override_reason = NULL, override_computed = NULL, "
                        "override_ms = NULL, override_zone = NULL, override_by = NULL WHERE id = ?1"_s,
                        obligation));
    TOCSIN_TRY(
        logSystemEntry(writer, record.incident, Stream::Regulatory,
                       u"Counsel took back the date %1 for %2; the computed one counts again (%3): %4"_s.arg(
                           record.overridden->due.toIso(), record.duty.recipient, dueWords(record.duty.due), words)));
    const QString set = record.overridden->due.toIso();
    RowReversal reversal = reversalOf(subject, rows, u"counsel's date for %1 lifted"_s.arg(subject.recipient()),
                                      overrideJson(record.overridden, record.duty.due),
                                      {{u"computed"_s, record.duty.due.toIso()}, {u"reason"_s, words}});
    reversal.told = u"Counsel's date %1 for %2 counts again"_s.arg(set, subject.recipient());
    return done(writer, subject, reversal);
}

} // namespace tocsin::casework
