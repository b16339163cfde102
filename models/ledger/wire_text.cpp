// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/wire_text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::ledger {

namespace {

constexpr qint64 kLastMSecs = 253'402'300'799'999; // 9999-12-31T23:59:59.999Z

} // namespace

bool isKeepable(const Instant &at)
{
    const QString zone = QString::fromLatin1(at.zone());
    return at.isValid() && at.msecs() >= 0 && at.msecs() <= kLastMSecs && !zone.isEmpty() && zone.size() <= 64
        && isAsciiOf(zone, u"/_+-:");
}

QByteArray utcText(const Instant &at)
{
    return QDateTime::fromMSecsSinceEpoch(at.msecs(), Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

std::optional<Instant> instantOf(const QByteArray &text, const QByteArray &zone)
{
    const QDateTime dateTime = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    if (!dateTime.isValid())
        return std::nullopt;
    const Instant at(dateTime.toMSecsSinceEpoch(), zone);
    if (!isKeepable(at) || utcText(at) != text)
        return std::nullopt;
    return at;
}

std::optional<QByteArray> bytesOf(const QByteArray &hex, qsizetype size)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    if (bytes.toHex() != hex || (size >= 0 && bytes.size() != size))
        return std::nullopt;
    return bytes;
}

bool isAsciiOf(QStringView text, QStringView alsoAllowed)
{
    return std::all_of(text.begin(), text.end(), [alsoAllowed](QChar c) {
        const bool alphanumeric = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        return alphanumeric || alsoAllowed.contains(c);
    });
}

} // namespace tocsin::ledger
