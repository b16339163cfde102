// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/calendar.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

/// The `count`th `weekday` (1 is Monday) of a month; with `count` 0 the last.
QDate weekdayOf(int year, int month, int weekday, int count)
{
    if (count == 0) {
        const QDate last(year, month, QDate(year, month, 1).daysInMonth());
        return last.addDays(-((last.dayOfWeek() - weekday + 7) % 7));
    }
    const QDate first(year, month, 1);
    return first.addDays((weekday - first.dayOfWeek() + 7) % 7 + 7 * (count - 1));
}

QDate observed(QDate day)
{
    if (day.dayOfWeek() == Qt::Saturday)
        return day.addDays(-1);
    return day.dayOfWeek() == Qt::Sunday ? day.addDays(1) : day;
}

} // namespace

QList<Holiday> federalHolidays(int year)
{
    QList<Holiday> days{
        {observed({year, 1, 1}), u"New Year's Day"_s},
        {weekdayOf(year, 2, Qt::Monday, 3), u"Washington's Birthday"_s},
        {weekdayOf(year, 5, Qt::Monday, 0), u"Memorial Day"_s},
        {observed({year, 7, 4}), u"Independence Day"_s},
        {weekdayOf(year, 9, Qt::Monday, 1), u"Labor Day"_s},
        {weekdayOf(year, 10, Qt::Monday, 2), u"Columbus Day"_s},
        {observed({year, 11, 11}), u"Veterans Day"_s},
        {weekdayOf(year, 11, Qt::Thursday, 4), u"Thanksgiving Day"_s},
        {observed({year, 12, 25}), u"Christmas Day"_s},
        {observed({year + 1, 1, 1}), u"New Year's Day"_s},
    };
    if (year >= 1986)
        days << Holiday{weekdayOf(year, 1, Qt::Monday, 3), u"Birthday of Martin Luther King, Jr."_s};
    if (year >= 2021)
        days << Holiday{observed({year, 6, 19}), u"Juneteenth National Independence Day"_s};
    days.removeIf([year](const Holiday &each) { return each.observed.year() != year; });
    std::sort(days.begin(), days.end(), [](const Holiday &a, const Holiday &b) { return a.observed < b.observed; });
    return days;
}

bool isBusinessDay(QDate date, const QSet<QDate> &more)
{
    if (date.dayOfWeek() >= Qt::Saturday || more.contains(date))
        return false;
    const QList<Holiday> holidays = federalHolidays(date.year());
    return std::none_of(holidays.cbegin(), holidays.cend(),
                        [date](const Holiday &each) { return each.observed == date; });
}

QDate addCalendarDays(QDate from, int count)
{
    return from.addDays(count);
}

QDate addBusinessDays(QDate from, int count, const QSet<QDate> &more)
{
    QDate day = from;
    for (int counted = 0; counted < count;) {
        day = day.addDays(1);
        if (isBusinessDay(day, more))
            ++counted;
    }
    return day;
}

QDate addWeekdays(QDate from, int count)
{
    QDate day = from;
    for (int left = count; left > 0; --left) {
        do
            day = day.addDays(1);
        while (day.dayOfWeek() > Qt::Friday);
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
