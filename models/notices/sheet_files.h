// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "notices/document/document.h"

#include <QByteArray>

namespace tocsin::notices {

// A document in the forms that leave the house besides PDF. The same document gives the same bytes, but for the time of
// day that an ODT file carries. Text is escaped wherever the form has markup.

/// A whole page of HTML 5 without scripts, pictures or anything from elsewhere. Links are those of the runs.
QString toHtml(const Document &document);

/// UTF-8 with line feeds: a heading between empty lines, "- " before items, "label: value" for rows of a table.
QString toPlainText(const Document &document);

/// OpenDocument text, for who wants to work on it elsewhere. Fails with Io.
Result<QByteArray> toOdt(const Document &document);

} // namespace tocsin::notices
