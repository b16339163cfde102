// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/checks.h"
#include "notices/sheet.h"

namespace tocsin::notices {

/// All checks of a document: empty fields, words that are no choice or date, blanks left over, the five elements where
/// they are due (164.406(c)), dates and figures against the facts and against the other notices, reading level and
/// plain words where the public reads it, the organization's data where it shows them, and what counsel has to confirm.
/// In a fixed order, the good ones included.
QList<CheckResult> checkSheet(const SheetInputs &inputs, const Sheet &sheet, const QList<OtherNotice> &others);

} // namespace tocsin::notices
