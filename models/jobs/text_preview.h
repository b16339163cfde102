// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "core/ids.h"

namespace tocsin::jobs {

/// A text that is being edited.
struct TextDraft
{
    QString id; ///< such as individual-adult-en
    QByteArray bytes;

    friend bool operator==(const TextDraft &, const TextDraft &) = default;
};

/// Whether a text makes one document, and not a letter per person.
bool isDocumentText(const QString &id);

/// What would be printed of a text, as PDF, through the composition that makes the notices: of a letter, that of a
/// person of the roster, with that person's values in the text's form and language; of the sentences of States, the
/// letter to individuals; of a document, the one that the incident has or would have. Fails with BadInput, naming the
/// line.
Result<QByteArray> previewText(casework::ReadSession &session, IncidentId incident, const TextDraft &draft,
                               RecipientId recipient, const Instant &at);

} // namespace tocsin::jobs
