// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin {

namespace {

bool isUnwanted(QChar character)
{
    const char16_t code = character.unicode();
    const bool control = code < 0x20 ? (code != '\t' && code != '\n' && code != '\r') : (code >= 0x7f && code <= 0x9f);
    const bool reorders = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return control || reorders;
}

} // namespace

bool hasControlCharacters(QStringView text)
{
    return std::any_of(text.begin(), text.end(), isUnwanted);
}

QString withoutControlCharacters(QStringView text)
{
    QString kept;
    kept.reserve(text.size());
    std::remove_copy_if(text.begin(), text.end(), std::back_inserter(kept), isUnwanted);
    return kept;
}

QString spreadsheetSafe(const QString &text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        return u'\'' + text;
    return text;
}

QString csvField(const QString &text)
{
    const bool plain = std::none_of(text.begin(), text.end(), [](QChar c) { return u",\"\r\n"_s.contains(c); });
    if (plain)
        return text;
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

QString sha256Hex(QByteArrayView bytes)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(QByteArray::fromRawData(bytes.data(), bytes.size()), QCryptographicHash::Sha256)
            .toHex());
}

} // namespace tocsin
