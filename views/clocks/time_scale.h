// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

class QFontMetrics;

namespace tocsin::views {

/// Where days lie along a width in pixels.
struct TimeScale
{
    QDate from; ///< at the left edge
    int days = 1; ///< shown, at least 1
    int width = 1;

    [[nodiscard]] double xOf(QDate day) const { return double(from.daysTo(day)) * width / days; }
    [[nodiscard]] bool shows(QDate day) const { return day >= from && from.daysTo(day) <= days; }
    friend bool operator==(const TimeScale &, const TimeScale &) = default;
};

/// A date on the axis: its place, and the words right of it.
struct AxisLabel
{
    QDate day;
    QString text;
    int x = 0;
    int width = 0; ///< of the text
};

/// Dates at even steps (days, weeks, months) of which no two texts touch, and none touches the one of `today`, which is
/// the first of the list if it is shown.
QList<AxisLabel> axisLabels(const TimeScale &scale, QDate today, const QFontMetrics &metrics);

} // namespace tocsin::views
