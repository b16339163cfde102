// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin {

Instant::Instant(qint64 msecsSinceEpoch, QByteArray zone)
    : m_msecs(msecsSinceEpoch), m_zone(std::move(zone)), m_valid(true)
{
}

Instant Instant::fromDateTime(const QDateTime &dateTime)
{
    const QByteArray zone = dateTime.timeSpec() == Qt::TimeZone ? dateTime.timeZone().id()
        : dateTime.timeSpec() == Qt::OffsetFromUTC              ? QTimeZone(dateTime.offsetFromUtc()).id()
        : dateTime.timeSpec() == Qt::UTC                        ? QByteArrayLiteral("UTC")
                                                                : QTimeZone::systemTimeZoneId();
    return {dateTime.toMSecsSinceEpoch(), zone};
}

Result<Instant> Instant::parse(const QString &text)
{
    static const QRegularExpression form(
        u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:\\d\\d)$"_s);
    const QDateTime dateTime
        = form.match(text).hasMatch() ? QDateTime::fromString(text, Qt::ISODateWithMs) : QDateTime();
    if (!dateTime.isValid()) {
        return fail(
            ErrorCode::BadInput,
            u"“%1” is not an instant; write it as 2026-03-10T23:30:00-05:00, with the offset or Z."_s.arg(text));
    }
    return fromDateTime(dateTime);
}

QDateTime Instant::toDateTime() const
{
    return QDateTime::fromMSecsSinceEpoch(m_msecs, QTimeZone(m_zone));
}

QDate Instant::localDate() const
{
    return toDateTime().date();
}

QString Instant::toIso() const
{
    const QDateTime there = toDateTime();
    // A zone has no offset in ISO text; the offset in force then has.
    const QDateTime fixed = there.toOffsetFromUtc(there.offsetFromUtc());
    return fixed.toString(m_msecs % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

bool isKnownZone(const QByteArray &zone)
{
    // Of any other word QTimeZone makes a zone of its own without an offset, as POSIX has them.
    // The list of zones leaves those of Etc/ out, though a machine may be set to one.
    const bool isUnlisted = zone.startsWith("UTC") || zone.startsWith("Etc/");
    return isUnlisted ? QTimeZone(zone).isValid() : QTimeZone::isTimeZoneIdAvailable(zone);
}

Result<QDate> parseDate(const QString &text)
{
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\d$"_s);
    const QDate date = form.match(text).hasMatch() ? QDate::fromString(text, Qt::ISODate) : QDate();
    if (!date.isValid())
        return fail(ErrorCode::BadInput, u"“%1” is not a date; write it as 2026-03-10."_s.arg(text));
    return date;
}

QString longDate(QDate date)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(date, u"MMMM d, yyyy"_s);
}

} // namespace tocsin
