// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace tocsin::notices {

struct ReadingLevel
{
    int sentences = 0;
    int words = 0;
    int syllables = 0;

    /// The school grade in which an American reader follows the text: 0.39 words per sentence + 11.8 syllables per word
    /// − 15.59. 0 for no text. Source: Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas
    /// for Navy Enlisted Personnel", Research Branch Report 8-75, 1975 (the Flesch-Kincaid grade level).
    [[nodiscard]] double grade() const;

    /// How easily a Spanish text is understood, higher being easier: 206.835 − 62.3 syllables per word − words per
    /// sentence. 0 for no text. Source: Francisco Szigriszt Pazos, "Sistemas predictivos de legibilidad del mensaje
    /// escrito: fórmula de perspicuidad", Universidad Complutense de Madrid, 1993. On the INFLESZ scale (Barrio
    /// Cantalejo, 2008) 55 to 65 is normal, 65 to 80 fairly easy.
    [[nodiscard]] double perspicuity() const;
};

struct Sentence
{
    QString text;
    int words = 0; ///< without numbers, web and e-mail addresses
    int syllables = 0; ///< estimated from the spelling
};

/// The sentences of a text in English or Spanish ("en", "es"), one block per line. A line without an end mark (a
/// heading, a name in a list) is none.
std::vector<Sentence> sentencesIn(QStringView text, const QString &language = QStringLiteral("en"));

/// Counts the sentences of a text, their words and syllables.
ReadingLevel readingLevel(QStringView text, const QString &language = QStringLiteral("en"));

} // namespace tocsin::notices
