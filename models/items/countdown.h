// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/evaluation.h"

namespace tocsin::items {

inline constexpr qint64 kDayMsecs = 24LL * 60 * 60 * 1000;

/// How much time a date leaves, to the hour, the minute or the second.
struct Countdown
{
    bool late = false;
    QString figure; ///< "12 days 14 h", "5 h 20 min", "32:05"
    QString unit; ///< "left", "late"; with minutes and seconds "min left"
    QString sentence; ///< "12 days 14 hours left", "2 hours late"
    qint64 nextMsecs = 0; ///< until the figure changes: a minute at most, a second at most in the last hour
};

/// The moment at which a date has passed: an instant itself, a day at its end in `zone`.
Instant endOf(const law::Due &due, const QByteArray &zone);

/// Days are civil days in `zone`, whatever their length; what is left beside them is real time. Minutes show once less
/// than a day is left, seconds in the last hour before the date. `due` must not be null.
Countdown countdown(const law::Due &due, const Instant &now, const QByteArray &zone);

} // namespace tocsin::items
