// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tocsin::notices {

/// A passage that could be easier to read, and how.
struct PlainHint
{
    QString passage; ///< as it stands in the text
    QString advice; ///< “say “under””

    friend bool operator==(const PlainHint &, const PlainHint &) = default;
};

/// What makes a text in English or Spanish ("en", "es") hard to read, each once: words that have plainer ones,
/// abbreviations that the text does not explain, sentences of more than 25 words, double negatives, and the passive
/// voice where who did it follows. 45 CFR 164.404(c)(2) asks for plain language; what that means follows the Federal
/// Plain Language Guidelines. For a language that is not known, only abbreviations and long sentences.
QList<PlainHint> plainHints(const QString &text, const QString &language);

} // namespace tocsin::notices
