// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/document/document.h"
#include "notices/pdf/object_file.h"

namespace tocsin::notices {

/// What a PDF says about itself. The two places where it says it, the information dictionary and XMP, agree, as PDF/A
/// asks. Each function writes an object and gives its number.
int writeInformation(ObjectFile &file, const Metadata &metadata);
int writeXmp(ObjectFile &file, const Metadata &metadata);
/// The output intent: colours are sRGB (PDF/A).
int writeOutputIntent(ObjectFile &file);

} // namespace tocsin::notices
