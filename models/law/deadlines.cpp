// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/deadlines.h"

#include "law/calendar.h"
#include "law/states.h"
#include "law/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

constexpr qint64 kMSecsPerHour = 3'600'000;

QString startSentence(const QString &anchor, const QString &when)
{
    return u"The clock starts on %1: %2."_s.arg(factName(anchor), when);
}

bool isOpenButForTheState(const Holiday &holiday, const QList<Holiday> &federal)
{
    return holiday.observed.dayOfWeek() < Qt::Saturday
        && std::none_of(federal.cbegin(), federal.cend(),
                        [&holiday](const Holiday &each) { return each.observed == holiday.observed; });
}

QStringList holidayWords(const QList<Holiday> &holidays, QDate from, QDate due)
{
    QStringList words;
    for (const Holiday &each : holidays) {
        if (each.observed > from && each.observed <= due)
            words << u"%1 on %2"_s.arg(each.name, shortDate(each.observed));
    }
    return words;
}

/// Says which days did not count, and leaves what rests on a State's own holidays to counsel.
QString businessDaysNote(QDate from, QDate due, const ClockContext &context, Reckoning &reckoning)
{
    QStringList skipped;
    QStringList ofState;
    for (int year = from.year(); year <= due.year(); ++year) {
        const QList<Holiday> federal = federalHolidays(year);
        skipped << holidayWords(federal, from, due);
        QList<Holiday> own = context.holidays ? holidaysOf(context.holidays->days, year) : QList<Holiday>();
        own.removeIf([&federal](const Holiday &each) { return !isOpenButForTheState(each, federal); });
        ofState << holidayWords(own, from, due);
    }
    QString note = u"Saturdays, Sundays and federal holidays do not count"_s;
    if (!skipped.isEmpty())
        note += u" ("_s + skipped.join(u", "_s) + u')';
    if (ofState.isEmpty())
        return note;
    reckoning.counselReview = true;
    return note
        + u", nor do holidays of %1 (%2); the rule does not say which days those are, so counsel should confirm the "
          "date"_s.arg(stateName(context.state), ofState.join(u", "_s));
}

QDate afterDays(QDate from, int days, bool businessDays, const ClockContext &context)
{
    if (!businessDays)
        return from.addDays(days);
    const QList<HolidayRule> own = context.holidays ? context.holidays->days : QList<HolidayRule>();
    return addBusinessDays(from, days, closedDays(from, days, own));
}

QString dayWords(int days, bool businessDays)
{
    return businessDays ? counted(days, u"business day"_s, u"business days"_s)
                        : counted(days, u"calendar day"_s, u"calendar days"_s);
}

Due daysFrom(QDate from, const Deadline &deadline, const ClockContext &context, Reckoning &reckoning)
{
    const QDate due = deadline.weekendsOnly ? addBusinessDays(from, deadline.count, {})
                                            : afterDays(from, deadline.count, deadline.businessDays, context);
    QString note = u"weekends and holidays do not move it"_s;
    if (deadline.weekendsOnly)
        note = u"Saturdays and Sundays do not count; the holidays there are not known here and could make it later"_s;
    else if (deadline.businessDays)
        note = businessDaysNote(from, due, context, reckoning);
    reckoning.why << u"%1 + %2 = %3; %4."_s.arg(shortDate(from), dayWords(deadline.count, deadline.businessDays),
                                                shortDate(due), note);
    return {due, std::nullopt};
}

Due annualDue(QDate from, const Deadline &deadline, QStringList &why)
{
    const QString yearEnd = shortDate(QDate(from.year(), 12, 31));
    if (deadline.month > 0) {
        const QDate due(from.year() + 1, deadline.month, deadline.dayOfMonth);
        why << u"%1 falls in the calendar year that ends on %2; for that year it is due on %3 of the next."_s.arg(
            shortDate(from), yearEnd, shortDate(due));
        return {due, std::nullopt};
    }
    const QDate due = daysAfterYearEnd(from, deadline.count);
    why << u"%1 falls in the calendar year that ends on %2; %2 + %3 = %4; weekends and holidays do not move it."_s.arg(
        shortDate(from), yearEnd, dayWords(deadline.count, false), shortDate(due));
    return {due, std::nullopt};
}

/// Years end on the day of the same name; from 29 February, where the year has none, on 1 March.
Due yearsFrom(QDate from, const Deadline &deadline, QStringList &why)
{
    const QDate due = addYears(from, deadline.count);
    why << u"%1 + %2 = %3."_s.arg(shortDate(from), counted(deadline.count, u"year"_s, u"years"_s), shortDate(due));
    return {due, std::nullopt};
}

/// The day on which a delay that outlasts a clock's own date lets the notice become due.
QDate endWithGrace(const Hold &hold, const ClockContext &context, Reckoning &reckoning)
{
    if (hold.graceDays == 0)
        return hold.until;
    const QDate end = afterDays(hold.until, hold.graceDays, hold.graceInBusinessDays, context);
    const QString note
        = hold.graceInBusinessDays ? u" ("_s + businessDaysNote(hold.until, end, context, reckoning) + u')' : QString();
    reckoning.why << u"Once that has ended, the rule gives %1 for the notice: %2 + %1 = %3%4."_s.arg(
        dayWords(hold.graceDays, hold.graceInBusinessDays), shortDate(hold.until), shortDate(end), note);
    return end;
}

/// Applies the holds to a clock's own date.
void holdBack(Reckoning &reckoning, const ClockContext &context)
{
    for (const Hold &hold : context.holds) {
        reckoning.why << hold.why;
        if (!hold.until.isValid())
            continue;
        const QDate own = reckoning.due.day();
        if (hold.until <= own) {
            reckoning.why << u"That ends no later than %1, so %1 stands."_s.arg(shortDate(own));
            continue;
        }
        if (hold.stated > own) {
            // A clock that has run out does not start again by itself.
            reckoning.why
                << u"The statement came only after %1 had passed, so %1 stands; whether it can still move that "
                   "date is for counsel."_s.arg(shortDate(own));
            reckoning.counselReview = true;
            continue;
        }
        const QDate end = endWithGrace(hold, context, reckoning);
        reckoning.due = {end, std::nullopt};
        reckoning.counselReview = reckoning.counselReview || hold.counselReview;
        reckoning.why << u"%1 is later than %2, so the notice is due on %3; %4."_s.arg(
            shortDate(hold.until), shortDate(own), shortDate(end),
            hold.graceDays > 0 ? u"the delay adds nothing beyond that"_s
                               : u"the delay adds no days beyond its own end"_s);
    }
}

/// When a clock starts, or what is missing to say.
struct Start
{
    std::optional<Moment> moment;
    QString anchor; ///< the path that counts
    QStringList missing;
    QStringList why;
};

bool isLater(const Moment &a, const Moment &b, const FactView &facts)
{
    return a.instant && b.instant ? *b.instant < *a.instant : facts.dayOf(b) < facts.dayOf(a);
}

Start startOf(const Deadline &deadline, const FactView &facts)
{
    Start start;
    QStringList all;
    for (const QString &path : deadline.from) {
        const Anchor anchor = facts.anchor(path);
        if (!anchor.moment) {
            start.missing << anchor.missing;
            continue;
        }
        all << u"%1, %2"_s.arg(factName(path), shortDate(facts.dayOf(*anchor.moment)));
        if (start.moment && !isLater(*anchor.moment, *start.moment, facts))
            continue;
        start.moment = anchor.moment;
        start.anchor = path;
    }
    if (!start.missing.isEmpty())
        start.moment.reset();
    else if (deadline.from.size() > 1)
        start.why << u"The clock waits for each of these, and the latest counts: %1."_s.arg(all.join(u"; "_s));
    return start;
}

/// Adds the days of an extension that was asked for in time.
void extend(Reckoning &reckoning, const Extension &extension, const FactView &facts)
{
    const Anchor asked = facts.anchor(extension.fact);
    if (!asked.moment)
        return;
    const QDate own = reckoning.due.day();
    const QDate day = facts.dayOf(*asked.moment);
    if (day > own) {
        reckoning.why << u"%1 is %2, after %3, too late to extend the clock (%4)."_s.arg(
            sentenceCase(factName(extension.fact)), shortDate(day), shortDate(own), extension.citation);
        return;
    }
    reckoning.due.date = own.addDays(extension.days);
    reckoning.citation = extension.citation;
    reckoning.why << u"%1 is %2, no later than %3, which extends the clock: %3 + %4 = %5 (%6)."_s.arg(
        sentenceCase(factName(extension.fact)), shortDate(day), shortDate(own), dayWords(extension.days, false),
        shortDate(reckoning.due.date), extension.citation);
}

Reckoning reckonDays(const Deadline &deadline, const FactView &facts, const ClockContext &context)
{
    const Start start = startOf(deadline, facts);
    if (!start.moment)
        return {{}, start.missing, {}, {}, false};
    const QDate from = facts.dayOf(*start.moment);
    Reckoning reckoning;
    reckoning.why = start.why;
    reckoning.start.date = from;
    if (start.anchor != "discovered"_L1)
        reckoning.why << startSentence(start.anchor, shortDate(from));
    if (deadline.kind == Deadline::Kind::Annual)
        reckoning.due = annualDue(from, deadline, reckoning.why);
    else if (deadline.kind == Deadline::Kind::Years)
        reckoning.due = yearsFrom(from, deadline, reckoning.why);
    else
        reckoning.due = daysFrom(from, deadline, context, reckoning);
    if (deadline.extension)
        extend(reckoning, *deadline.extension, facts);
    holdBack(reckoning, context);
    return reckoning;
}

Reckoning reckonHours(const Deadline &deadline, const FactView &facts, const ClockContext &context)
{
    const Start from = startOf(deadline, facts);
    if (!from.moment)
        return {{}, from.missing, {}, {}, false};
    if (!from.moment->instant) {
        Reckoning waiting;
        waiting.missing << from.anchor;
        waiting.needTime << from.anchor;
        waiting.why << u"This clock counts hours, so %1 is needed with its time and offset, not as a day alone."_s.arg(
            factName(from.anchor));
        return waiting;
    }
    const QByteArray zone = facts.facts().timezone;
    const Instant start = zone.isEmpty() ? *from.moment->instant : from.moment->instant->inZone(zone);
    const Instant end = start.plusMSecs(deadline.count * kMSecsPerHour);
    Reckoning reckoning;
    reckoning.due.instant = end;
    reckoning.start.instant = start;
    reckoning.why << from.why << startSentence(from.anchor, shortInstant(start))
                  << u"%1 + %2 = %3; the hours run through nights, weekends, holidays and clock changes."_s.arg(
                         shortInstant(start), counted(deadline.count, u"hour"_s, u"hours"_s), shortInstant(end));
    holdBack(reckoning, context);
    return reckoning;
}

/// "within 10 calendar days after the notice to individuals"
QString relationWords(const Deadline &deadline)
{
    const QString what = deadline.event.isEmpty() ? u"the notice to "_s + recipientName(deadline.to) : deadline.event;
    switch (deadline.relation) {
    case Deadline::Relation::NoLaterThan:
        return u"no later than "_s + what;
    case Deadline::Relation::With:
        return u"at the same time as "_s + what;
    case Deadline::Relation::Before:
        return u"before "_s + what;
    case Deadline::Relation::After:
        break;
    }
    return u"within %1 after %2"_s.arg(dayWords(deadline.count, deadline.businessDays), what);
}

/// The notice that a relative duty hangs on: for one State's rule the notice to that State's people, else to all.
std::optional<Moment> relatedNotice(const Deadline &deadline, const FactView &facts, const ClockContext &context)
{
    if (!context.state.isEmpty()) {
        const Anchor ofState = facts.anchor(u"done.%1:%2"_s.arg(deadline.to, context.state));
        if (ofState.moment)
            return ofState.moment;
    }
    return facts.anchor(u"done."_s + deadline.to).moment;
}

Reckoning reckonRelative(const Deadline &deadline, const FactView &facts, const ClockContext &context)
{
    Reckoning reckoning;
    if (!deadline.options.isEmpty())
        reckoning = reckon(deadline.options.first(), facts, context);
    else
        for (const Hold &hold : context.holds)
            reckoning.why << hold.why;
    const std::optional<Moment> given = relatedNotice(deadline, facts, context);
    const QString done = deadline.event.isEmpty() ? u"given"_s : u"done"_s;
    if (!given) {
        reckoning.why << u"It is due %1, which the facts do not show as %2 yet%3."_s.arg(
            relationWords(deadline), done,
            deadline.options.isEmpty() ? u"; no date can be named before that"_s : QString());
        return reckoning;
    }
    const QDate day = facts.dayOf(*given);
    reckoning.why << u"It is due %1, which was %2 on %3."_s.arg(relationWords(deadline), done, shortDate(day));
    const Due follows = deadline.count == 0 ? Due{day, std::nullopt} : daysFrom(day, deadline, context, reckoning);
    if (reckoning.due.isNull()) {
        reckoning.due = follows;
        reckoning.start = {day, std::nullopt};
    } else if (isEarlier(follows, reckoning.due)) {
        reckoning.why << u"That is earlier than %1, so %2 counts."_s.arg(shortDate(reckoning.due.day()),
                                                                         shortDate(follows.day()));
        reckoning.due = follows;
        reckoning.start = {day, std::nullopt};
    } else {
        reckoning.why << u"The outer limit, %1, comes no later and stands."_s.arg(shortDate(reckoning.due.day()));
    }
    return reckoning;
}

Reckoning reckonEarliest(const Deadline &deadline, const FactView &facts, const ClockContext &context)
{
    Reckoning all;
    for (const Deadline &option : deadline.options) {
        const Reckoning each = reckon(option, facts, context);
        all.missing << each.missing;
        all.needTime << each.needTime;
        all.why << each.why;
        if (each.due.isNull() || (!all.due.isNull() && !isEarlier(each.due, all.due)))
            continue;
        all.due = each.due;
        all.start = each.start;
        all.citation = each.citation;
        all.counselReview = each.counselReview;
    }
    all.why.removeDuplicates();
    if (!all.due.isNull())
        all.why << u"The earliest of these counts: %1."_s.arg(shortDate(all.due.day()));
    return all;
}

/// The clock that a line states: its own date, or its days or hours from an anchor; then as far as it was extended.
Reckoning reckonStated(const Deadline &deadline, const FactView &facts, const ClockContext &context)
{
    const QJsonObject &item = facts.item();
    Deadline own = deadline;
    own.kind = item.contains("hours"_L1) ? Deadline::Kind::Hours : Deadline::Kind::Days;
    own.count = item.value(own.kind == Deadline::Kind::Hours ? "hours"_L1 : "days"_L1).toInt();
    Reckoning reckoning;
    if (const Start start = startOf(deadline, facts); start.moment)
        reckoning.start = {facts.dayOf(*start.moment), std::nullopt};
    if (const Anchor due = facts.anchor(u"item.due"_s); due.moment) {
        reckoning.due = {facts.dayOf(*due.moment), std::nullopt};
        reckoning.why << u"The date it names itself counts: %1."_s.arg(shortDate(reckoning.due.date));
    } else if (item.contains("days"_L1) || item.contains("hours"_L1)) {
        reckoning = reckon(own, facts, context);
    } else if (!item.contains("extended_to"_L1)) {
        reckoning.missing << u"item.due"_s;
    }
    if (const Anchor extended = facts.anchor(u"item.extended_to"_s); extended.moment) {
        reckoning.due = {facts.dayOf(*extended.moment), std::nullopt};
        reckoning.why << u"It was extended to %1."_s.arg(shortDate(reckoning.due.date));
    }
    return reckoning;
}

} // namespace

Reckoning reckon(const Deadline &deadline, const FactView &facts, const ClockContext &context)
{
    switch (deadline.kind) {
    case Deadline::Kind::Days:
    case Deadline::Kind::Years:
    case Deadline::Kind::Annual:
        return reckonDays(deadline, facts, context);
    case Deadline::Kind::Hours:
        return reckonHours(deadline, facts, context);
    case Deadline::Kind::Relative:
        return reckonRelative(deadline, facts, context);
    case Deadline::Kind::EarlierOf:
        return reckonEarliest(deadline, facts, context);
    case Deadline::Kind::Stated:
        return reckonStated(deadline, facts, context);
    case Deadline::Kind::UnreasonableDelay:
        break;
    }
    Reckoning reckoning;
    for (const Hold &hold : context.holds)
        reckoning.why << hold.why;
    reckoning.why
        << u"The rule names no number of days: it is due without unreasonable delay, and no date is made up for it."_s;
    return reckoning;
}

QString kindWord(const Deadline &deadline, const FactView &facts)
{
    switch (deadline.kind) {
    case Deadline::Kind::Days:
        return u"days"_s;
    case Deadline::Kind::Hours:
        return u"hours"_s;
    case Deadline::Kind::Years:
        return u"years"_s;
    case Deadline::Kind::Annual:
        return u"annual"_s;
    case Deadline::Kind::UnreasonableDelay:
        return u"unreasonable-delay"_s;
    case Deadline::Kind::Relative:
        return u"relative"_s;
    case Deadline::Kind::EarlierOf:
        return u"earlier-of"_s;
    case Deadline::Kind::Stated:
        break;
    }
    return facts.item().contains("hours"_L1) ? u"hours"_s : u"days"_s;
}

} // namespace tocsin::law
