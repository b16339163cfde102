// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/icalendar.h"

#include "core/text.h"
#include "law/wording.h"

#include <libical/ical.h>

#include <QRegularExpression>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

constexpr int kSecondsPerHour = 3600;
/// Reminders of an all-day event come at nine in the morning of the reader's zone.
constexpr int kMorning = 9;

struct FreeComponent
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

QByteArray clean(const QString &text)
{
    return withoutControlCharacters(text).toUtf8();
}

icaltimetype icalDate(QDate date)
{
    icaltimetype time = icaltime_null_date();
    time.year = date.year();
    time.month = date.month();
    time.day = date.day();
    return time;
}

icaltimetype icalInstant(const Instant &instant)
{
    return icaltime_from_timet_with_zone(static_cast<time_t>(instant.msecs() / 1000), 0,
                                         icaltimezone_get_utc_timezone());
}

/// Hands the property over to the component.
void add(const Component &component, icalproperty *property)
{
    icalcomponent_add_property(component.get(), property);
}

void addReminder(const Component &event, int hoursBefore, const QByteArray &text)
{
    Component alarm(icalcomponent_new_valarm());
    add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    add(alarm, icalproperty_new_description(text.constData()));
    add(alarm, icalproperty_new_trigger(icaltriggertype_from_int(-hoursBefore * kSecondsPerHour)));
    icalcomponent_add_component(event.get(), alarm.release());
}

void addTimes(const Component &event, const Due &due, const QByteArray &summary)
{
    if (due.instant) {
        add(event, icalproperty_new_dtstart(icalInstant(*due.instant)));
        for (const int hours : {24, 6, 1})
            addReminder(event, hours, summary);
        return;
    }
    add(event, icalproperty_new_dtstart(icalDate(due.date)));
    add(event, icalproperty_new_dtend(icalDate(due.date.addDays(1))));
    for (const int days : {7, 3, 1})
        addReminder(event, days * 24 - kMorning, summary);
}

/// The pack whose rule it is, "hipaa@2026.11".
QString packOf(const Obligation &duty, const Evaluation &evaluation)
{
    const QString start = duty.rule.section(u'/', 0, 0) + u'@';
    return evaluation.packs.filter(QRegularExpression(u'^' + QRegularExpression::escape(start))).join(u", "_s);
}

QByteArray descriptionOf(const Obligation &duty, const Evaluation &evaluation)
{
    QStringList lines{duty.title, duty.citation};
    for (qsizetype index = 0; index < duty.why.size(); ++index)
        lines << u"%1. %2"_s.arg(index + 1).arg(duty.why.at(index));
    if (!duty.internalTarget.isNull())
        lines << u"Internal target: %1."_s.arg(duty.internalTarget.instant ? shortInstant(*duty.internalTarget.instant)
                                                                           : shortDate(duty.internalTarget.date));
    if (duty.counselReview)
        lines << u"Needs counsel's review: the sources call this doubtful."_s;
    lines << u"Computed with %1, prepared %2. This is not legal advice."_s.arg(packOf(duty, evaluation),
                                                                               shortDate(evaluation.prepared));
    return clean(lines.join(u'\n'));
}

/// A notice is named by whom it goes to, everything else by what it is.
QString summaryOf(const Obligation &duty)
{
    if (duty.nature == Nature::KeepUntil)
        return u"last day: %1, %2"_s.arg(duty.title, duty.citation);
    if (duty.nature == Nature::Internal || duty.nature == Nature::Regulator)
        return duty.title;
    if (!isNotice(duty.recipient))
        return u"%1, %2"_s.arg(duty.title, duty.citation);
    return u"due to %1, %2"_s.arg(recipientName(duty.recipient), duty.citation);
}

Component eventFor(const Obligation &duty, const Evaluation &evaluation, const CalendarSubject &subject,
                   const QString &identity, const Clock &clock)
{
    const QString before = subject.title.isEmpty() ? QString() : subject.title + u": "_s;
    const QByteArray summary = clean(before + summaryOf(duty));
    const QByteArray uid = sha256Hex(identity.toUtf8()).toLatin1() + "@tocsin";
    Component event(icalcomponent_new_vevent());
    add(event, icalproperty_new_uid(uid.constData()));
    add(event, icalproperty_new_dtstamp(icalInstant(clock.now())));
    add(event, icalproperty_new_summary(summary.constData()));
    add(event, icalproperty_new_description(descriptionOf(duty, evaluation).constData()));
    add(event, icalproperty_new_class(ICAL_CLASS_CONFIDENTIAL));
    add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    addTimes(event, duty.due, summary);
    return event;
}

} // namespace

QByteArray toICalendar(const Evaluation &evaluation, const CalendarSubject &subject, const Clock &clock)
{
    Component calendar(icalcomponent_new_vcalendar());
    add(calendar, icalproperty_new_version("2.0"));
    add(calendar, icalproperty_new_prodid("-//Tocsin//Deadlines//EN"));
    // What waits for a fact has a date only where counsel set one; that is to be kept like any other.
    for (const Obligation &duty : evaluation.owed + evaluation.blocked) {
        if (duty.due.isNull())
            continue;
        const QString identity = QStringList{subject.reference, duty.recipient, duty.rule}.join(u'\n');
        Component event = eventFor(duty, evaluation, subject, identity, clock);
        icalcomponent_add_component(calendar.get(), event.release());
    }
    const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(icalcomponent_as_ical_string_r(calendar.get()),
                                                                        icalmemory_free_buffer);
    return {text.get()};
}

} // namespace tocsin::law
