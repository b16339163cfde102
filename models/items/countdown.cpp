// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/countdown.h"

#include "law/wording.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

QString days(qint64 count)
{
    return law::counted(count, Words::tr("day"), Words::tr("days"));
}

QString hours(qint64 count)
{
    return law::counted(count, Words::tr("hour"), Words::tr("hours"));
}

QString minutes(qint64 count)
{
    return law::counted(count, Words::tr("minute"), Words::tr("minutes"));
}

/// Whole civil days from one moment to a later one, and the real time that is left.
struct Span
{
    qint64 days = 0;
    qint64 rest = 0;
};

Span spanOf(const Instant &from, const Instant &to, const QByteArray &zone)
{
    const QDateTime start = from.inZone(zone).toDateTime();
    const QDateTime end = to.inZone(zone).toDateTime();
    qint64 whole = start.daysTo(end);
    if (start.addDays(whole) > end)
        --whole;
    return {whole, start.addDays(whole).msecsTo(end)};
}

/// Figure and sentence of a span, without "left" or "late".
struct Shown
{
    QString figure;
    QString sentence;
};

Shown shown(const Span &span, bool seconds)
{
    const qint64 hour = span.rest / kHour;
    const qint64 minute = span.rest % kHour / kMinute;
    if (span.days > 0) {
        const QString text = hour > 0 ? days(span.days) + u' ' + hours(hour) : days(span.days);
        return {hour > 0 ? Words::tr("%1 %2 h").arg(days(span.days)).arg(hour) : text, text};
    }
    if (hour > 0) {
        const QString text = minute > 0 ? hours(hour) + u' ' + minutes(minute) : hours(hour);
        return {Words::tr("%1 h %2 min").arg(hour).arg(minute, 2, 10, QLatin1Char('0')), text};
    }
    if (!seconds)
        return {Words::tr("%1 min").arg(minute), minutes(minute)};
    const qint64 second = span.rest % kMinute / kSecond;
    // Said in minutes: a voice that counts seconds is of no use to anybody.
    return {u"%1:%2"_s.arg(minute).arg(second, 2, 10, QLatin1Char('0')), minutes(minute)};
}

} // namespace

Instant endOf(const law::Due &due, const QByteArray &zone)
{
    if (due.instant)
        return *due.instant;
    return Instant(due.date.addDays(1).startOfDay(QTimeZone(zone)).toMSecsSinceEpoch(), zone);
}

Countdown countdown(const law::Due &due, const Instant &now, const QByteArray &zone)
{
    const Instant end = endOf(due, zone);
    Countdown made;
    // A day has passed with its last moment, an hour clock only after its instant.
    made.late = due.instant ? end < now : !(now < end);
    const Span span = made.late ? spanOf(end, now, zone) : spanOf(now, end, zone);
    const bool seconds = !made.late && span.days == 0 && span.rest < kHour;
    const Shown text = shown(span, seconds);
    made.figure = text.figure;
    made.unit = made.late ? Words::tr("late") : (seconds ? Words::tr("min left") : Words::tr("left"));
    made.sentence = (made.late ? Words::tr("%1 late") : Words::tr("%1 left")).arg(text.sentence);
    const qint64 step = seconds ? kSecond : kMinute;
    made.nextMsecs = made.late ? step - span.rest % step : span.rest % step + 1;
    return made;
}

} // namespace tocsin::items
