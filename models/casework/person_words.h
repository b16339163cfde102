// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/text.h"

namespace tocsin::casework {

inline constexpr qsizetype kMostWords = 2'000;

/// What a person wrote as a reason or a note, without blanks around it; it may be empty. BadInput if it is longer than
/// kMostWords characters or holds control characters.
inline Result<QString> personWords(const QString &text)
{
    if (text.size() > kMostWords || hasControlCharacters(text)) {
        return fail(ErrorCode::BadInput,
                    QStringLiteral("A reason or a note has at most %1 characters, none of them a control character.")
                        .arg(kMostWords));
    }
    return text.trimmed();
}

/// The same, but it has to say something: `missing` is the sentence that asks for it.
inline Result<QString> requiredWords(const QString &text, const QString &missing)
{
    TOCSIN_ASSIGN(const QString words, personWords(text));
    if (words.isEmpty())
        return fail(ErrorCode::BadInput, missing);
    return words;
}

} // namespace tocsin::casework
