// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/evaluation.h"
#include "law/rule_pack.h"

namespace tocsin::law {

/// By when the entity means to have met a dated duty: so long before its limit as the first target says that fits its
/// nature, its unit and the length of its clock. Null if none fits, or if nothing says when the clock started.
[[nodiscard]] Due internalTarget(const Obligation &duty, const QList<InternalTarget> &targets);

/// The targets of all packs, in their order.
[[nodiscard]] QList<InternalTarget> internalTargets(const RulePacks &packs);

/// Sets it for each duty, from the targets of all packs.
void setInternalTargets(QList<Obligation> &owed, const RulePacks &packs);

} // namespace tocsin::law
