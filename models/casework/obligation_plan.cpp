// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/obligation_plan.h"

#include "casework/facts_record.h"
#include "casework/incident.h"
#include "casework/person_words.h"
#include "casework/sql.h"
#include "casework/timeline.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr qint64 kDayMsecs = 24LL * 60 * 60 * 1000;

/// An obligation with the incident it is of and the zone of its facts.
struct Subject
{
    ObligationRecord record;
    QString reference;
    QByteArray zone;
};

Result<Subject> subjectOf(Writer &writer, ObligationId id)
{
    TOCSIN_ASSIGN(const ObligationRecord record, obligationById(writer, id));
    TOCSIN_ASSIGN(const Incident incident, IncidentById{record.incident}.run(writer));
    TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{record.incident}.run(writer));
    return Subject{record, incident.reference, facts.facts.timezone};
}

/// Notes what changed, and answers for the command.
Outcome done(Writer &writer, const Subject &subject, const QJsonObject &before, const QJsonObject &after)
{
    writer.touch(Kind::Obligation, subject.record.id.value);
    writer.note({subject.reference, u"obligation/"_s + subject.record.duty.recipient, before, after});
    return Outcome{subject.record.id.value, subject.record.duty.recipient};
}

Result<QString> nameOfActive(Reader &reader, PersonId person)
{
    if (person.isNull())
        return QString();
    return sql::one(
        reader.db(), u"The owner is not one of the people of this store."_s,
        u"SELECT name FROM person WHERE id = ?1 AND removed_sequence IS NULL"_s,
        [](const vault::Statement &row) { return row.text(0); }, person);
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

} // namespace

Result<Outcome> AssignObligation::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, obligation));
    TOCSIN_ASSIGN(const QString name, nameOfActive(writer, owner));
    TOCSIN_TRY(sql::run(writer.db(), u"UPDATE obligation SET owner = ?2 WHERE id = ?1"_s, obligation, owner));
    return done(writer, subject, {{u"owner"_s, subject.record.ownerName}}, {{u"owner"_s, name}});
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
    TOCSIN_TRY(sql::run(writer.db(), u"UPDATE obligation SET target = ?2 WHERE id = ?1"_s, obligation, target));
    return done(writer, subject, {{u"target"_s, subject.record.target.toString(Qt::ISODate)}},
                {{u"target"_s, target.toString(Qt::ISODate)}});
}

Result<Outcome> AddObligationNote::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words, requiredWords(text, u"A note says something; it cannot be empty."_s));
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, obligation));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"INSERT INTO obligation_note (obligation, text, at_ms, at_zone, by_person) "
                        "VALUES (?1, ?2, ?3, ?4, ?5)"_s,
                        obligation, words, writer.now().msecs(), sql::zoneOf(writer.now()), writer.actor().id));
    return done(writer, subject, {}, {{u"note"_s, words}});
}

Result<Outcome> SnoozeReminders::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, obligation));
    if (until)
        TOCSIN_TRY(checkSnooze(subject, *until, writer.now()));
    const auto iso = [](const std::optional<Instant> &instant) { return instant ? instant->toIso() : QString(); };
    TOCSIN_TRY(sql::run(writer.db(), u"UPDATE obligation SET snoozed_ms = ?2, snoozed_zone = ?3 WHERE id = ?1"_s,
                        obligation, until ? std::optional(until->msecs()) : std::nullopt,
                        until ? std::optional(sql::zoneOf(*until)) : std::nullopt));
    return done(writer, subject, {{u"snoozed_until"_s, iso(subject.record.snoozedUntil)}},
                {{u"snoozed_until"_s, iso(until)}});
}

Result<Outcome> OverrideDueDate::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words,
                  requiredWords(reason, u"A date of counsel's own needs a reason; it stands beside the date."_s));
    if (!isPlausible(due.day()))
        return fail(ErrorCode::BadInput, u"Give a due date such as 2026-04-20, or an instant with its offset."_s);
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, obligation));
    const ObligationRecord &record = subject.record;
    using Standing = ObligationRecord::Standing;
    if (record.standing == Standing::NotOwed || record.standing == Standing::Withdrawn)
        return fail(ErrorCode::Conflict, u"This duty is not owed on the facts in force, so there is no date to set."_s);
    const law::Due computed = record.duty.due;
    if (due.toIso() == computed.toIso())
        return fail(ErrorCode::Conflict, u"This is the computed date already."_s);
    const bool same = record.overridden && record.overridden->due.toIso() == due.toIso()
        && record.overridden->reason == words && !record.overridden->computedMoved;
    if (same)
        return fail(ErrorCode::Conflict, u"This date is set already, for this reason; nothing was changed."_s);
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE obligation SET override_due = ?2, override_reason = ?3, override_computed = ?4, "
                        "override_ms = ?5, override_zone = ?6, override_by = ?7 WHERE id = ?1"_s,
                        obligation, due.toIso(), words, computed.toIso(), writer.now().msecs(),
                        sql::zoneOf(writer.now()), writer.actor().id));
    TOCSIN_TRY(logSystemEntry(writer, record.incident, Stream::Regulatory,
                              u"Counsel set the date for %1 to %2 instead of the computed one (%3): %4"_s.arg(
                                  record.duty.recipient, due.toIso(), dueWords(computed), words)));
    return done(writer, subject, overrideJson(record.overridden, computed), overrideJson(due, words, computed));
}

Result<Outcome> LiftOverride::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words, requiredWords(reason, u"Say why the computed date counts again."_s));
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, obligation));
    const ObligationRecord &record = subject.record;
    if (!record.overridden)
        return fail(ErrorCode::Conflict, u"Counsel set no date for this duty; the computed one counts."_s);
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE obligation SET override_due = NULL, override_reason = NULL, override_computed = NULL, "
                        "override_ms = NULL, override_zone = NULL, override_by = NULL WHERE id = ?1"_s,
                        obligation));
    TOCSIN_TRY(
        logSystemEntry(writer, record.incident, Stream::Regulatory,
                       u"Counsel took back the date %1 for %2; the computed one counts again (%3): %4"_s.arg(
                           record.overridden->due.toIso(), record.duty.recipient, dueWords(record.duty.due), words)));
    return done(writer, subject, overrideJson(record.overridden, record.duty.due),
                {{u"computed"_s, record.duty.due.toIso()}, {u"reason"_s, words}});
}

} // namespace tocsin::casework
