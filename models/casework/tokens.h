// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace tocsin::casework {

/// The words of an enumeration: the token in files and on the command line, and the name for people.
template <typename Enum>
struct Words
{
    Enum value;
    QLatin1StringView token;
    QLatin1StringView name;
};

template <typename Enum, size_t N>
QString tokenOf(const std::array<Words<Enum>, N> &table, Enum value)
{
    return std::find_if(table.begin(), table.end(), [value](const auto &words) { return words.value == value; })->token;
}

template <typename Enum, size_t N>
QString nameOf(const std::array<Words<Enum>, N> &table, Enum value)
{
    return std::find_if(table.begin(), table.end(), [value](const auto &words) { return words.value == value; })->name;
}

/// Fails with BadInput, and lists the tokens; `what` is "a role", "a stream".
template <typename Enum, size_t N>
Result<Enum> fromToken(const std::array<Words<Enum>, N> &table, const QString &token, QLatin1StringView what)
{
    QStringList tokens;
    for (const Words<Enum> &words : table) {
        if (words.token == token)
            return words.value;
        tokens << words.token;
    }
    return fail(ErrorCode::BadInput,
                QStringLiteral("“%1” is not %2; use one of %3.").arg(token, what, tokens.join(QStringLiteral(", "))));
}

/// The value of a token that this program itself wrote into the store.
template <typename Enum, size_t N>
Enum stored(const std::array<Words<Enum>, N> &table, const QString &token)
{
    return fromToken(table, token, QLatin1StringView("known")).value_or(table.front().value);
}

} // namespace tocsin::casework
