// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "items/item_roles.h"

#include <QDate>
#include <QString>

namespace tocsin::items {

/// A date in a list: "2 Apr", with the year if it is not the year of `today`.
QString shortDate(QDate date, QDate today);

/// The heading of a day: "Friday, 20 March 2026".
QString dayHeading(QDate date);

/// A time of day in the instant's own zone: "09:42".
QString clockTime(const Instant &at);

/// The offset in force there and then: "−05:00", with a real minus sign.
QString offsetText(const Instant &at);

/// Date, time and offset: "20 Mar 2026, 09:42 −05:00".
QString momentText(const Instant &at);

/// How far a date is from today: "today", "tomorrow", "in 13 days", "1 day late".
QString daysFrom(QDate today, QDate date);

/// Danger once the date has passed, a warning in its last seven days.
Tone dueTone(QDate today, QDate due);

/// Neutral figures with thousands separators, the same on every machine: "2,318".
QString figure(qint64 number);

/// A tool tip that shows exactly this text: what would be taken for markup, which a stranger may have written, is shown
/// as typed.
QString plainToolTip(const QString &text);

/// The first lines of many, and below them how many there are more.
QStringList firstLines(const QStringList &lines, qsizetype most);

} // namespace tocsin::items
