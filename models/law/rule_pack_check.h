// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "law/rule_pack.h"

namespace tocsin::law {

/// Refuses a pack that contradicts itself: gaps or overlaps between a rule's versions, references to sources,
/// exemptions or delays that are not there, a threshold by State in a rule without State. The failure names file and
/// path.
Result<> checkRulePack(const RulePack &pack, const QString &source);

} // namespace tocsin::law
