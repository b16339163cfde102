// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

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
};

/// Counts an English text, one block per line. Only sentences count: a line without an end mark (a heading, a name in a
/// list) is passed over, as are numbers, web and e-mail addresses. Syllables are estimated from the spelling.
ReadingLevel readingLevel(QStringView text);

} // namespace tocsin::notices
