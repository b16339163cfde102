// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QSet>
#include <QString>

namespace tocsin::law {

struct Holiday
{
    QDate observed; ///< the day on which offices are closed
    QString name;
};

/// A day of each year on which business does not go on, found by rule: a date, a weekday of a month, or Easter.
struct HolidayRule
{
    enum class Base { Date, Weekday, Easter };
    /// Where a holiday that falls on a weekend is kept.
    enum class Observed {
        OnTheDay,
        NextMonday, ///< a Sunday's on Monday; a Saturday's is not moved
        NearestWeekday, ///< a Sunday's on Monday, a Saturday's on Friday
    };
    enum class Years { Every, Even, Odd };

    QString name;
    Base base = Base::Date;
    int month = 1;
    int day = 1; ///< Date
    int weekday = Qt::Monday; ///< Weekday: 1 is Monday
    int nth = 1; ///< Weekday: 1 to 4, or -1 for the last
    int plusDays = 0; ///< days after (before, if negative) what the above gives
    Observed observed = Observed::OnTheDay;
    Years years = Years::Every;
    int firstYear = 0; ///< 0: it has always been kept
    int lastYear = 0; ///< 0: it is still kept
};

/// Western Easter Sunday (Gregorian calendar).
[[nodiscard]] QDate easterSunday(int year);

/// The holidays of `rules` that are observed in `year`, in order. One that belongs to the next or the last year may be
/// among them: New Year's Day is sometimes observed on 31 December.
QList<Holiday> holidaysOf(const QList<HolidayRule> &rules, int year);

/// The federal legal public holidays whose observed day falls in `year`, in order (5 U.S.C. 6103): on a Saturday they
/// are observed the Friday before, on a Sunday the Monday after; Juneteenth since 2021, Martin Luther King Jr. since
/// 1986.
QList<Holiday> federalHolidays(int year);

/// The federal holidays, and those of `own` (a State's), on which the count of `count` business days from `from` may
/// come upon.
[[nodiscard]] QSet<QDate> closedDays(QDate from, int count, const QList<HolidayRule> &own = {});

/// The `count`th day after `from` that is a Monday to Friday and not one of `closed`; `from` is day 0 and may be any
/// day. `count` is at least 0; with 0 it is `from`.
QDate addBusinessDays(QDate from, int count, const QSet<QDate> &closed);

/// The day of the same name `count` years on; for 29 February, where that year has none, 1 March.
QDate addYears(QDate from, int count);

/// The `days`th day after the end of the calendar year in which `date` falls.
QDate daysAfterYearEnd(QDate date, int days);

} // namespace tocsin::law
