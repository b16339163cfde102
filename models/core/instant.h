// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace tocsin {

/// A moment, and the zone in which a person meant it. Kept in milliseconds since 1970-01-01T00:00:00Z; the zone is an
/// IANA name ("America/Chicago") or a fixed offset ("UTC-05:00"), and only decides how the moment is shown and which
/// local date it falls on.
class Instant
{
public:
    Instant() = default;
    Instant(qint64 msecsSinceEpoch, QByteArray zone);

    /// From a date and time in a zone, as QDateTime holds them.
    static Instant fromDateTime(const QDateTime &dateTime);

    /// Reads ISO 8601 with an offset or Z ("2026-03-10T23:30:00-05:00"). Without an offset it fails with BadInput: the
    /// moment would be a guess.
    static Result<Instant> parse(const QString &text);

    [[nodiscard]] bool isValid() const { return m_valid; }
    [[nodiscard]] qint64 msecs() const { return m_msecs; }
    [[nodiscard]] const QByteArray &zone() const { return m_zone; }

    /// The same moment, meant in another zone.
    [[nodiscard]] Instant inZone(const QByteArray &zone) const { return {m_msecs, zone}; }
    [[nodiscard]] Instant plusMSecs(qint64 msecs) const { return {m_msecs + msecs, m_zone}; }

    [[nodiscard]] QDateTime toDateTime() const;
    /// The civil date in the instant's own zone.
    [[nodiscard]] QDate localDate() const;
    /// ISO 8601 with the offset in force there and then, seconds precision unless there are milliseconds.
    [[nodiscard]] QString toIso() const;

    /// Two instants are equal when moment and zone are.
    friend bool operator==(const Instant &, const Instant &) = default;
    /// Earlier or later as moments; zones do not matter.
    friend bool operator<(const Instant &a, const Instant &b) { return a.m_msecs < b.m_msecs; }

private:
    qint64 m_msecs = 0;
    QByteArray m_zone = QByteArrayLiteral("UTC");
    bool m_valid = false;
};

/// True for an IANA name this machine knows, or a fixed offset such as "UTC-05:00".
bool isKnownZone(const QByteArray &zone);

/// Reads a civil date "2026-03-10", strictly: four, two and two digits, and a day that exists.
Result<QDate> parseDate(const QString &text);

/// A date as letters show it in English: "March 10, 2026".
QString longDate(QDate date);

} // namespace tocsin
