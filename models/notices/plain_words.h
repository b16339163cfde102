// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace tocsin::notices {

/// A word that many readers stumble over.
struct PlainWord
{
    QStringView found; ///< a regular expression without capturing groups, of whole words in any case
    QStringView instead; ///< what says the same; empty: nothing is lost without it
};

/// The words to look for in a language ("en", "es"); none for others.
std::span<const PlainWord> plainWords(const QString &language);

/// The abbreviations that a reader outside the trade may not know, and what they stand for; in English also for texts
/// in Spanish, where they are as foreign.
std::span<const PlainWord> tradeAbbreviations();

} // namespace tocsin::notices
