// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace tocsin::intake {

/// The tokens by which rosters and facts name what was involved about a person: "ssn", "diagnosis" … Letters have their
/// own for three of them, see notices::dataToken().
const QStringList &knownDataElements();

/// The token for what somebody wrote ("Social Security Number" gives "ssn"). What is not known comes back as a token
/// of its own: lower case, hyphens for blanks.
QString dataElement(QStringView text);

/// ISO 3166-1 alpha-2 for a country as people write it, in any case: code of two or three letters, or the English name.
/// Empty if there is none.
QString countryCode(QStringView text);

/// ISO 639-1 for a language: its code, with or without a region ("es-MX"), its English or its own name. Empty if there
/// is none.
QString languageCode(QStringView text);

/// A date of birth: "1965-05-19", with or without a time behind it, "1965/05/19", or as the United States write it
/// ("5/19/1965", "05-19-1965"), or without signs ("19650519"). None for what is no date, has a year of two digits, or
/// lies after `today` or more than 130 years before it.
std::optional<QDate> birthDate(const QString &text, QDate today);

/// Yes or no as people write it; none for anything else. Empty is no.
std::optional<bool> yesOrNo(QStringView text);

/// True for what can be an address of e-mail (the dot-atom form of RFC 5322, at a domain with a dot).
bool canBeEmail(const QString &text);

} // namespace tocsin::intake
