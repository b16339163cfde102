// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/roster.h"
#include "law/facts.h"

namespace tocsin::casework {

/// The facts with the roster's figures in place of theirs: residents by State, people elsewhere, and people without a
/// usable address. What AcceptResidents writes.
law::Facts withFigures(const law::Facts &facts, const RosterTotals &totals);

} // namespace tocsin::casework
