// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"
#include "notices/checks.h"
#include "notices/sheet_kinds.h"

namespace tocsin::jobs {

/// The words that a person gives a notice, letters or document: the keys of casework::Notice::fields, and what each is
/// for.
Result<QList<notices::WordField>> wordFields(const casework::Notice &notice);

/// What is wrong with the words of a letter that follows another, none for other notices: a date that is none would be
/// taken for no date at all.
QList<notices::CheckResult> wordFaults(const casework::Notice &notice);

} // namespace tocsin::jobs
