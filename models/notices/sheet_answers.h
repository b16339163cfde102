// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/checks.h"
#include "notices/sheet.h"

namespace tocsin::notices {

/// What is wrong with the words that a person gave a document: words that are no choice and dates that are none (each
/// of them is named), a contact that nobody could reach, and answers that the facts contradict.
QList<CheckResult> checkAnswers(const SheetInputs &inputs);

} // namespace tocsin::notices
