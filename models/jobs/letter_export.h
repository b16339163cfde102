// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "core/progress.h"

#include <optional>

namespace tocsin::jobs {

struct LetterMaterial;

enum class LetterFormat { Pdf, Html, Odt, Text };

/// "pdf", "html", "odt" or "text".
QString toWord(LetterFormat format);
/// Fails with Usage for any other word.
Result<LetterFormat> letterFormat(const QString &word);
/// By a file's suffix; "txt" is text. Fails with Usage.
Result<LetterFormat> letterFormatOf(const QString &path);

/// Which letter: somebody's, or a sample that has placeholders where a person's data stand.
struct LetterChoice
{
    std::optional<RecipientId> recipient = {};
    QString state = {}; ///< of a sample: whose overlay it has; empty for none
    QString language = QStringLiteral("en"); ///< of a sample
    QString form = QStringLiteral("adult"); ///< of a sample
};

/// The person whom letters and run.csv call `id`. Fails with NotFound.
Result<RecipientId> recipientCalled(casework::ReadSession &session, IncidentId incident, const QString &id);

/// One letter as a file's bytes. Fails with NotFound if there is no such person, and with Usage for a form or State
/// that is none.
Result<QByteArray> letterAs(casework::ReadSession &session, const LetterMaterial &material, const LetterChoice &choice,
                            LetterFormat format);

/// Saves one letter as it is now; the ledger has the export before the file takes its place.
Result<> saveLetter(casework::CaseFile &file, IncidentId incident, const QString &noticeKey, const LetterChoice &choice,
                    LetterFormat format, const QString &path);

} // namespace tocsin::jobs
