// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/deadlines.h"

#include "law/calendar.h"
#include "law/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

constexpr qint64 kMSecsPerHour = 3'600'000;

QString startSentence(const QString &anchor, const QString &when)
{
    return u"The clock starts on %1: %2."_s.arg(factName(anchor), when);
}

/// Applies the holds to a clock's own date.
void holdBack(Reckoning &reckoning, const QList<Hold> &holds)
{
    for (const Hold &hold : holds) {
        reckoning.why << hold.why;
        if (!hold.until.isValid())
            continue;
        const QDate own = reckoning.due.day();
        if (hold.until <= own) {
            reckoning.why << u"That ends no later than %1, so %1 stands."_s.arg(shortDate(own));
            continue;
        }
        if (hold.stated > own) {
            reckoning.why
                << u"The statement came only after %1 had passed; whether it can still move that date is for counsel."_s
                       .arg(shortDate(own));
        }
        reckoning.due = {hold.until, std::nullopt};
        reckoning.why
            << u"%1 is later than %2, so the notice is due on %1; the delay adds no days beyond its own end."_s.arg(
                   shortDate(hold.until), shortDate(own));
    }
}

QString businessDaysNote(QDate from, QDate due)
{
    QStringList skipped;
    for (int year = from.year(); year <= due.year(); ++year) {
        for (const Holiday &each : federalHolidays(year)) {
            if (each.observed > from && each.observed <= due)
                skipped << u"%1 on %2"_s.arg(each.name, shortDate(each.observed));
        }
    }
    const QString weekends = u"Saturdays, Sundays and federal holidays do not count"_s;
    return skipped.isEmpty() ? weekends : weekends + u" ("_s + skipped.join(u", "_s) + u')';
}

Due daysFrom(QDate from, const Deadline &deadline, QStringList &why)
{
    QDate due = addCalendarDays(from, deadline.count);
    if (deadline.businessDays)
        due = deadline.weekendsOnly ? addWeekdays(from, deadline.count) : addBusinessDays(from, deadline.count);
    const QString unit = deadline.businessDays ? counted(deadline.count, u"business day"_s, u"business days"_s)
                                               : counted(deadline.count, u"calendar day"_s, u"calendar days"_s);
    QString note = u"weekends and holidays do not move it"_s;
    if (deadline.weekendsOnly)
        note = u"Saturdays and Sundays do not count; the holidays there are not known here and could make it later"_s;
    else if (deadline.businessDays)
        note = businessDaysNote(from, due);
    why << u"%1 + %2 = %3; %4."_s.arg(shortDate(from), unit, shortDate(due), note);
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
        shortDate(from), yearEnd, counted(deadline.count, u"calendar day"_s, u"calendar days"_s), shortDate(due));
    return {due, std::nullopt};
}

/// Years end on the day of the same name; from 29 February, where the year has none, on 1 March.
Due yearsFrom(QDate from, const Deadline &deadline, QStringList &why)
{
    const QDate due = addYears(from, deadline.count);
    why << u"%1 + %2 = %3."_s.arg(shortDate(from), counted(deadline.count, u"year"_s, u"years"_s), shortDate(due));
    return {due, std::nullopt};
}

Reckoning reckonDays(const Deadline &deadline, const FactView &facts, const QList<Hold> &holds)
{
    const Anchor anchor = facts.anchor(deadline.from);
    if (!anchor.moment)
        return {{}, {anchor.missing}, {}};
    const QDate from = facts.dayOf(*anchor.moment);
    Reckoning reckoning;
    reckoning.start.date = from;
    if (deadline.from != "discovered"_L1)
        reckoning.why << startSentence(deadline.from, shortDate(from));
    if (deadline.kind == Deadline::Kind::Annual)
        reckoning.due = annualDue(from, deadline, reckoning.why);
    else if (deadline.kind == Deadline::Kind::Years)
        reckoning.due = yearsFrom(from, deadline, reckoning.why);
    else
        reckoning.due = daysFrom(from, deadline, reckoning.why);
    holdBack(reckoning, holds);
    return reckoning;
}

Reckoning reckonHours(const Deadline &deadline, const FactView &facts, const QList<Hold> &holds)
{
    const Anchor anchor = facts.anchor(deadline.from);
    if (!anchor.moment)
        return {{}, {anchor.missing}, {}};
    if (!anchor.moment->instant) {
        return {{},
                {deadline.from},
                {u"This clock counts hours, so %1 is needed with its time and offset, not as a day alone."_s.arg(
                    factName(deadline.from))}};
    }
    const QByteArray zone = facts.facts().timezone;
    const Instant start = zone.isEmpty() ? *anchor.moment->instant : anchor.moment->instant->inZone(zone);
    const Instant end = start.plusMSecs(deadline.count * kMSecsPerHour);
    Reckoning reckoning{{{}, end}, {}, {}, {{}, start}};
    reckoning.why << startSentence(deadline.from, shortInstant(start))
                  << u"%1 + %2 = %3; the hours run through nights, weekends, holidays and clock changes."_s.arg(
                         shortInstant(start), counted(deadline.count, u"hour"_s, u"hours"_s), shortInstant(end));
    holdBack(reckoning, holds);
    return reckoning;
}

QString offsetWords(const Deadline &deadline)
{
    if (deadline.count == 0)
        return u"at the same time as the notice to "_s + recipientName(deadline.to);
    const QString days = deadline.businessDays ? counted(deadline.count, u"business day"_s, u"business days"_s)
                                               : counted(deadline.count, u"calendar day"_s, u"calendar days"_s);
    return u"within %1 after the notice to %2"_s.arg(days, recipientName(deadline.to));
}

Reckoning reckonRelative(const Deadline &deadline, const FactView &facts, const QList<Hold> &holds)
{
    Reckoning reckoning;
    if (!deadline.options.isEmpty())
        reckoning = reckon(deadline.options.first(), facts, holds);
    else
        for (const Hold &hold : holds)
            reckoning.why << hold.why;
    const Anchor given = facts.anchor(u"done."_s + deadline.to);
    if (!given.moment) {
        reckoning.why << u"It is due %1, which the facts do not show as given yet%2."_s.arg(
            offsetWords(deadline), deadline.options.isEmpty() ? u"; no date can be named before that"_s : QString());
        return reckoning;
    }
    const QDate day = facts.dayOf(*given.moment);
    reckoning.why << u"It is due %1, which was given on %2."_s.arg(offsetWords(deadline), shortDate(day));
    const Due follows = deadline.count == 0 ? Due{day, std::nullopt} : daysFrom(day, deadline, reckoning.why);
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

Reckoning reckonEarliest(const Deadline &deadline, const FactView &facts, const QList<Hold> &holds)
{
    Reckoning all;
    for (const Deadline &option : deadline.options) {
        const Reckoning each = reckon(option, facts, holds);
        all.missing << each.missing;
        all.why << each.why;
        if (!each.due.isNull() && (all.due.isNull() || isEarlier(each.due, all.due))) {
            all.due = each.due;
            all.start = each.start;
        }
    }
    all.why.removeDuplicates();
    if (!all.due.isNull())
        all.why << u"The earliest of these counts: %1."_s.arg(shortDate(all.due.day()));
    return all;
}

/// The clock that a line states: its own date, or its days or hours from an anchor; then as far as it was extended.
Reckoning reckonStated(const Deadline &deadline, const FactView &facts, const QList<Hold> &holds)
{
    const QJsonObject &item = facts.item();
    Deadline own = deadline;
    own.kind = item.contains("hours"_L1) ? Deadline::Kind::Hours : Deadline::Kind::Days;
    own.count = item.value(own.kind == Deadline::Kind::Hours ? "hours"_L1 : "days"_L1).toInt();
    Reckoning reckoning;
    if (const Anchor due = facts.anchor(u"item.due"_s); due.moment) {
        reckoning.due = {facts.dayOf(*due.moment), std::nullopt};
        reckoning.why << u"The date it names itself counts: %1."_s.arg(shortDate(reckoning.due.date));
        if (const Anchor start = facts.anchor(deadline.from); start.moment)
            reckoning.start = {facts.dayOf(*start.moment), std::nullopt};
    } else {
        reckoning = reckon(own, facts, holds);
    }
    if (const Anchor extended = facts.anchor(u"item.extended_to"_s); extended.moment) {
        reckoning.due = {facts.dayOf(*extended.moment), std::nullopt};
        reckoning.why << u"It was extended to %1."_s.arg(shortDate(reckoning.due.date));
    }
    return reckoning;
}

Hold oralHold(const DelayRule &rule, const LawEnforcement &law)
{
    const QString unlimited = u"Law enforcement asked orally for a delay (%1)"_s.arg(rule.citation);
    if (!law.statement.stated)
        return {
            {}, {}, {unlimited + u", but the facts do not say when; a delay that cannot be shown moves no date."_s}};
    const QDate stated = *law.statement.stated;
    QDate end = law.statement.until.value_or(QDate());
    if (rule.oralDays && (!end.isValid() || stated.addDays(*rule.oralDays) < end))
        end = stated.addDays(*rule.oralDays);
    if (!end.isValid())
        return {{}, {}, {unlimited + u", but the facts do not say until when; a delay without end moves no date."_s}};
    Hold hold{end, stated, {}};
    const QString most = rule.oralDays
        ? u"; an oral statement holds a notice for at most %1"_s.arg(counted(*rule.oralDays, u"day"_s, u"days"_s))
        : QString();
    hold.why << u"Law enforcement asked orally on %1 for a delay%2, so until %3 (%4)."_s.arg(
        shortDate(stated), most, shortDate(end), rule.citation);
    return hold;
}

/// A written statement replaces the oral one's end if it came while that still held.
void follow(Hold &hold, const DelayRule &rule, const LawEnforcement &law)
{
    if (!law.writtenFollowup || !hold.until.isValid())
        return;
    const DelayStatement &written = *law.writtenFollowup;
    if (!written.stated || !written.until) {
        hold.why
            << u"A written statement followed, but the facts do not say both when and until when; it moves no date."_s;
        return;
    }
    const QDate last = rule.oralDays ? law.statement.stated->addDays(*rule.oralDays) : hold.until;
    if (*written.stated > last) {
        hold.why << u"The written statement of %1 came after %2, too late to extend the oral one."_s.arg(
            shortDate(*written.stated), shortDate(last));
        return;
    }
    hold.until = *written.until;
    hold.why << u"A written statement followed on %1, in time, and holds the notice until %2."_s.arg(
        shortDate(*written.stated), shortDate(*written.until));
}

} // namespace

Hold holdUnder(const DelayRule &rule, const LawEnforcement &law)
{
    Hold hold;
    if (!law.written) {
        hold = oralHold(rule, law);
        follow(hold, rule, law);
    } else if (law.statement.until) {
        const QString when = law.statement.stated ? u" on "_s + shortDate(*law.statement.stated) : QString();
        hold.until = *law.statement.until;
        hold.stated = law.statement.stated.value_or(QDate());
        hold.why << u"Law enforcement asked in writing%1 to hold the notice until %2 (%3)."_s.arg(
            when, shortDate(hold.until), rule.citation);
    } else {
        hold.why << u"Law enforcement asked in writing for a delay (%1), but the facts do not say until when; a delay "
                    "without end moves no date."_s.arg(rule.citation);
    }
    if (!rule.note.isEmpty())
        hold.why << rule.note;
    return hold;
}

Reckoning reckon(const Deadline &deadline, const FactView &facts, const QList<Hold> &holds)
{
    switch (deadline.kind) {
    case Deadline::Kind::Days:
    case Deadline::Kind::Years:
    case Deadline::Kind::Annual:
        return reckonDays(deadline, facts, holds);
    case Deadline::Kind::Hours:
        return reckonHours(deadline, facts, holds);
    case Deadline::Kind::Relative:
        return reckonRelative(deadline, facts, holds);
    case Deadline::Kind::EarlierOf:
        return reckonEarliest(deadline, facts, holds);
    case Deadline::Kind::Stated:
        return reckonStated(deadline, facts, holds);
    case Deadline::Kind::UnreasonableDelay:
        break;
    }
    Reckoning reckoning;
    for (const Hold &hold : holds)
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
