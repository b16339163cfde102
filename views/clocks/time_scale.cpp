// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/time_scale.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kGap = 12; ///< between two texts
constexpr int kTextGap = 4; ///< from the line to its text

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::views)
};

/// From one label to the next: days, or months.
struct Step
{
    int days = 0;
    int months = 0;
};
constexpr Step kSteps[] = {{1, 0}, {2, 0}, {7, 0}, {14, 0}, {0, 1}, {0, 2}, {0, 3}, {0, 6}, {0, 12}};

QString textOf(QDate day, const Step &step)
{
    static const QLocale english(QLocale::English, QLocale::UnitedStates);
    return english.toString(day, step.months > 0 ? u"MMM yyyy"_s : u"d MMM"_s);
}

QDate firstOf(QDate from, const Step &step)
{
    if (step.months > 0) {
        const QDate begin(from.year(), from.month(), 1);
        return begin == from ? begin : begin.addMonths(1);
    }
    // Weeks begin on a Monday on the axis, so that the dates stay where they are while time moves on.
    return step.days >= 7 ? from.addDays((8 - from.dayOfWeek()) % 7) : from;
}

Step stepFor(const TimeScale &scale, const QFontMetrics &metrics)
{
    const double perDay = double(scale.width) / scale.days;
    for (const Step &step : kSteps) {
        const double room = perDay * (step.days > 0 ? step.days : step.months * 28);
        const int text = metrics.horizontalAdvance(textOf(QDate(2000, 5, 28), step));
        if (text + kGap + kTextGap <= room)
            return step;
    }
    return kSteps[std::size(kSteps) - 1];
}

} // namespace

QList<AxisLabel> axisLabels(const TimeScale &scale, QDate today, const QFontMetrics &metrics)
{
    QList<AxisLabel> labels;
    const auto fits = [&labels, &scale](const AxisLabel &label) {
        const int end = label.x + label.width;
        return end <= scale.width && std::none_of(labels.cbegin(), labels.cend(), [&](const AxisLabel &other) {
                   return label.x < other.x + other.width + kGap && other.x < end + kGap;
               });
    };
    const auto add = [&](QDate day, const QString &text) {
        const AxisLabel label{day, text, int(scale.xOf(day)) + kTextGap, metrics.horizontalAdvance(text)};
        if (fits(label))
            labels << label;
    };
    if (scale.shows(today))
        add(today, Words::tr("Today"));
    const Step step = stepFor(scale, metrics);
    for (QDate day = firstOf(scale.from, step); scale.shows(day);
         day = step.months > 0 ? day.addMonths(step.months) : day.addDays(step.days))
        add(day, textOf(day, step));
    return labels;
}

} // namespace tocsin::views
