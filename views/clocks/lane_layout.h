// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/time_scale.h"
#include "items/lane_model.h"

#include <QRect>

namespace tocsin::views {

/// A sign in a lane, and the words beside it where there is room for them.
struct LaneSign
{
    QRect where; ///< of the sign, in the lane's own coordinates
    items::DateKind kind = items::DateKind::Limit;
    QList<items::ClockKey> keys; ///< never empty; more than one where dates of this kind fall together
    QString text; ///< empty: no room
    QRect textWhere;
};

/// The line of one clock, from its start to its date.
struct LaneSpan
{
    int from = 0;
    int to = 0;
};

struct LanePicture
{
    QList<LaneSpan> spans;
    QList<LaneSign> signs; ///< from the left to the right
};

/// Lays out one lane. Dates beyond the right edge that are ends of keeping stand at that edge with their date. No text
/// touches another, or a sign.
LanePicture layOutLane(const items::Lane &lane, QDate discovered, const TimeScale &scale, int height,
                       const QFontMetrics &metrics);

} // namespace tocsin::views
