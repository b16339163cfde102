// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/letters.h"

namespace tocsin::jobs {

/// Somebody who is nobody: placeholders stand where a person's data will. The kinds of information are those of the
/// facts that a letter can list. Without a State the letter has no State's text.
notices::LetterRecipient nobodyIn(const QString &state, notices::LetterForm form, const QString &language,
                                  const law::Facts &facts);

/// The letter to individuals as offices see it.
struct SampleLetter
{
    notices::Document document;
    QStringList emptyFields; ///< fields it shows that have no value
    bool listsData = false; ///< it names at least one kind of information
    QString sha256; ///< of the same letter without its date
};

/// The English letter to an adult in a State, dated on the day of the material.
Result<SampleLetter> sampleLetter(const LetterMaterial &letters, const QString &state, const law::Facts &facts);

} // namespace tocsin::jobs
