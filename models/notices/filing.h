// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/sheet.h"

namespace tocsin::notices {

/// Over the rows of filingRows(), in the window and on worksheets.
QString filingHeading();

/// What whoever files a notice has to know and its reader must not be told: when it is due, how the office is told,
/// what the office asks for by name, and that counsel has to confirm it. No field of a text gives these, so that no
/// document that is sent can print them; a worksheet, which is typed from, has them in a part of its own. None where no
/// rule asks for the notice.
QList<SheetRow> filingRows(const SheetInputs &inputs);

} // namespace tocsin::notices
