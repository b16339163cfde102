// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "law/facts.h"

namespace tocsin::casework {

/// Brings what `proposed` changed against `base` into `current`, fact by fact (State by State, recipient by recipient).
/// Fails with Conflict, naming the facts, where both changed the same one differently.
Result<law::Facts> mergeFacts(const law::Facts &base, const law::Facts &proposed, const law::Facts &current);

} // namespace tocsin::casework
