// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QSet>
#include <QString>

namespace tocsin::law {

struct Holiday
{
    QDate observed; ///< the weekday on which offices are closed
    QString name;
};

/// The federal legal public holidays whose observed day falls in `year`, in order (5 U.S.C. 6103): on a Saturday they
/// are observed the Friday before, on a Sunday the Monday after; Juneteenth since 2021, Martin Luther King Jr. since
/// 1986. New Year's Day of the next year may be observed on 31 December.
QList<Holiday> federalHolidays(int year);

/// Monday to Friday, no federal holiday, and none of `more` (a State's own holidays).
[[nodiscard]] bool isBusinessDay(QDate date, const QSet<QDate> &more = {});

/// The day `count` calendar days on; the first day is day 0.
QDate addCalendarDays(QDate from, int count);

/// The `count`th business day after `from`; `from` is day 0 and may be any day. `count` is at least 0; with 0 it is
/// `from`.
QDate addBusinessDays(QDate from, int count, const QSet<QDate> &more = {});

/// The same with every Monday to Friday a business day.
QDate addWeekdays(QDate from, int count);

/// The day of the same name `count` years on; for 29 February, where that year has none, 1 March.
QDate addYears(QDate from, int count);

/// The `days`th day after the end of the calendar year in which `date` falls.
QDate daysAfterYearEnd(QDate date, int days);

} // namespace tocsin::law
