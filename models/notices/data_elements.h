// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace tocsin::notices {

/// What a kind of exposed information means for the person, beyond its name in the letter.
struct DataElement
{
    QLatin1StringView token; ///< as rosters carry it: "health-plan-id"
    QString phrase; ///< as the letter prints it: "Health plan number"
    bool credit = false; ///< enough to open accounts in the person's name: the letter gives the credit-related steps
    bool plan = false; ///< enough to bill a health plan: the letter says to read the plan's statements
    bool password = false; ///< the letter says to change the password
};

/// The word that letters use for a kind of information, of the words that rosters and facts have for it: "card-number"
/// for "payment-card". A word without another is its own, in small letters.
QString dataToken(const QString &word);

/// The kind of information a token stands for in a letter of that language ("en" or "es"), or nothing if the token or
/// the language is not known. Tokens are those of dataToken(). 45 CFR 164.404(c)(1)(B): kinds,
/// not values.
std::optional<DataElement> dataElement(const QString &token, const QString &language);

/// All known tokens, in the order letters list them.
QStringList dataElementTokens();

} // namespace tocsin::notices
