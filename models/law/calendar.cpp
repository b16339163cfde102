// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/calendar.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

constexpr int kFewestBusinessDays = 200; // a year has at least so many

/// The `count`th `weekday` (1 is Monday) of a month; with `count` -1 the last.
QDate weekdayOf(int year, int month, int weekday, int count)
{
    if (count < 0) {
        const QDate last(year, month, QDate(year, month, 1).daysInMonth());
        return last.addDays(-((last.dayOfWeek() - weekday + 7) % 7));
    }
    const QDate first(year, month, 1);
    return first.addDays((weekday - first.dayOfWeek() + 7) % 7 + 7 * (count - 1));
}

/// The day itself, before any weekend moves it.
QDate dayIn(const HolidayRule &rule, int year)
{
    switch (rule.base) {
    case HolidayRule::Base::Weekday:
        return weekdayOf(year, rule.month, rule.weekday, rule.nth).addDays(rule.plusDays);
    case HolidayRule::Base::Easter:
        return easterSunday(year).addDays(rule.plusDays);
    case HolidayRule::Base::Date:
        break;
    }
    return QDate(year, rule.month, rule.day).addDays(rule.plusDays);
}

QDate observed(QDate day, HolidayRule::Observed how)
{
    if (day.dayOfWeek() == Qt::Saturday && how == HolidayRule::Observed::NearestWeekday)
        return day.addDays(-1);
    if (day.dayOfWeek() == Qt::Sunday && how != HolidayRule::Observed::OnTheDay)
        return day.addDays(1);
    return day;
}

bool isKept(const HolidayRule &rule, int year)
{
    if ((rule.firstYear > 0 && year < rule.firstYear) || (rule.lastYear > 0 && year > rule.lastYear))
        return false;
    return rule.years == HolidayRule::Years::Every || (rule.years == HolidayRule::Years::Even) == (year % 2 == 0);
}

HolidayRule fixedDay(const QString &name, int month, int day, int firstYear = 0)
{
    HolidayRule rule;
    rule.name = name;
    rule.month = month;
    rule.day = day;
    rule.observed = HolidayRule::Observed::NearestWeekday;
    rule.firstYear = firstYear;
    return rule;
}

HolidayRule dayOfMonth(const QString &name, int month, int weekday, int nth, int firstYear = 0)
{
    HolidayRule rule;
    rule.name = name;
    rule.base = HolidayRule::Base::Weekday;
    rule.month = month;
    rule.weekday = weekday;
    rule.nth = nth;
    rule.firstYear = firstYear;
    return rule;
}

const QList<HolidayRule> &federalRules()
{
    static const QList<HolidayRule> rules{
        fixedDay(u"New Year's Day"_s, 1, 1),
        dayOfMonth(u"Birthday of Martin Luther King, Jr."_s, 1, Qt::Monday, 3, 1986),
        dayOfMonth(u"Washington's Birthday"_s, 2, Qt::Monday, 3),
        dayOfMonth(u"Memorial Day"_s, 5, Qt::Monday, -1),
        fixedDay(u"Juneteenth National Independence Day"_s, 6, 19, 2021),
        fixedDay(u"Independence Day"_s, 7, 4),
        dayOfMonth(u"Labor Day"_s, 9, Qt::Monday, 1),
        dayOfMonth(u"Columbus Day"_s, 10, Qt::Monday, 2),
        fixedDay(u"Veterans Day"_s, 11, 11),
        dayOfMonth(u"Thanksgiving Day"_s, 11, Qt::Thursday, 4),
        fixedDay(u"Christmas Day"_s, 12, 25),
    };
    return rules;
}

} // namespace

// The anonymous Gregorian algorithm, as Meeus gives it (Astronomical Algorithms, chapter 8).
QDate easterSunday(int year)
{
    const int golden = year % 19;
    const int century = year / 100;
    const int rest = year % 100;
    const int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    const int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    const int correction = (golden + 11 * epact + 22 * weekday) / 451;
    const int day = epact + weekday - 7 * correction + 114;
    return {year, day / 31, day % 31 + 1};
}

QList<Holiday> holidaysOf(const QList<HolidayRule> &rules, int year)
{
    QList<Holiday> days;
    for (const HolidayRule &rule : rules) {
        for (int each = year - 1; each <= year + 1; ++each) {
            const QDate day = isKept(rule, each) ? observed(dayIn(rule, each), rule.observed) : QDate();
            if (day.isValid() && day.year() == year)
                days << Holiday{day, rule.name};
        }
    }
    std::stable_sort(days.begin(), days.end(),
                     [](const Holiday &a, const Holiday &b) { return a.observed < b.observed; });
    return days;
}

QList<Holiday> federalHolidays(int year)
{
    return holidaysOf(federalRules(), year);
}

QSet<QDate> closedDays(QDate from, int count, const QList<HolidayRule> &own)
{
    QSet<QDate> days;
    const int last = from.year() + 1 + count / kFewestBusinessDays;
    for (int year = from.year(); year <= last; ++year) {
        for (const Holiday &each : federalHolidays(year) + holidaysOf(own, year))
            days << each.observed;
    }
    return days;
}

QDate addBusinessDays(QDate from, int count, const QSet<QDate> &closed)
{
    QDate day = from;
    for (int counted = 0; counted < count;) {
        day = day.addDays(1);
        if (day.dayOfWeek() < Qt::Saturday && !closed.contains(day))
            ++counted;
    }
    return day;
}

QDate addYears(QDate from, int count)
{
    const QDate due = from.addYears(count);
    return due.day() == from.day() ? due : due.addDays(1);
}

QDate daysAfterYearEnd(QDate date, int days)
{
    return QDate(date.year(), 12, 31).addDays(days);
}

} // namespace tocsin::law
