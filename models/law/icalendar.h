// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "law/evaluation.h"

#include <QByteArray>

namespace tocsin::law {

/// What an exported calendar is about. Both go into a file that leaves the case; a title that says too much is the
/// caller's to shorten.
struct CalendarSubject
{
    QString
        reference; ///< "2026-004": keeps the events of two incidents apart, and those of one the same between exports
    QString title; ///< shown before each event's summary; may be empty
};

/// The dated duties of an evaluation as an iCalendar file (RFC 5545): all-day events for dates, timed ones for hour
/// clocks, each with its reasons and reminders seven days, three days and one day ahead. UIDs depend on the reference,
/// recipient and rule alone, so a later export moves the same events. Duties without a date are left out.
QByteArray toICalendar(const Evaluation &evaluation, const CalendarSubject &subject, const Clock &clock);

} // namespace tocsin::law
