// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/evaluation.h"
#include "law/facts.h"
#include "law/rule_pack.h"

namespace tocsin::law {

/// Evaluates every rule of every pack against the facts. A pure function: no clock, no store, no machine's zone; the
/// same facts and packs always give the same evaluation. It knows no jurisdiction; all of that is in the packs.
Evaluation evaluate(const Facts &facts, const RulePacks &packs);

} // namespace tocsin::law
