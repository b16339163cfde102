// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

namespace {

constexpr int kSoonDays = 7;

// The window speaks English; the machine's locale would mix a second language in.
const QLocale &english()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

} // namespace

QString shortDate(QDate date, QDate today)
{
    return english().toString(date, date.year() == today.year() ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString dayHeading(QDate date)
{
    return english().toString(date, u"dddd, d MMMM yyyy"_s);
}

QString clockTime(const Instant &at)
{
    return at.toDateTime().time().toString(u"HH:mm"_s);
}

QString offsetText(const Instant &at)
{
    const int minutes = at.toDateTime().offsetFromUtc() / 60;
    const QChar sign = minutes < 0 ? QChar(0x2212) : u'+';
    return u"%1%2:%3"_s.arg(sign)
        .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
        .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

QString momentText(const Instant &at)
{
    return u"%1, %2 %3"_s.arg(english().toString(at.localDate(), u"d MMM yyyy"_s), clockTime(at), offsetText(at));
}

QString daysFrom(QDate today, QDate date)
{
    const int days = static_cast<int>(today.daysTo(date));
    if (days == 0)
        return Words::tr("today");
    if (days == 1)
        return Words::tr("tomorrow");
    if (days > 0)
        return Words::tr("in %1 days").arg(days);
    return days == -1 ? Words::tr("1 day late") : Words::tr("%1 days late").arg(-days);
}

Tone dueTone(QDate today, QDate due)
{
    if (due < today)
        return Tone::Danger;
    return today.daysTo(due) <= kSoonDays ? Tone::Warning : Tone::Neutral;
}

QString figure(qint64 number)
{
    return english().toString(number);
}

QString plainToolTip(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    return u"<p style=\"white-space:pre-wrap\">%1</p>"_s.arg(text.toHtmlEscaped());
}

QStringList firstLines(const QStringList &lines, qsizetype most)
{
    if (lines.size() <= most)
        return lines;
    return lines.mid(0, most) << Words::tr("and %1 more").arg(lines.size() - most);
}

} // namespace tocsin::items
