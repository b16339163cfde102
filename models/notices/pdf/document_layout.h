// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "notices/document/document.h"
#include "notices/pdf/laid_out.h"

namespace tocsin::notices {

class TextShaper;

/// Sets a document on pages. Page numbers that the text itself shows (contents, references) are found by laying out
/// again until they agree. Fails with BadInput for a page set-up that leaves no room for text.
Result<LaidOut> layoutDocument(const Document &document, TextShaper &shaper);

} // namespace tocsin::notices
