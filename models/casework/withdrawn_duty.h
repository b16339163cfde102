// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"
#include "law/evaluation.h"

namespace tocsin::casework {

/// What can still be said of a duty that is not asked any more: by the packs in force where these still have its rule,
/// else by the last kept ones that had it. `named` has its
/// rule and recipient. For this room only.
Result<law::Obligation> withdrawnDuty(Reader &reader, const law::Obligation &named, const law::RulePacks &packs,
                                      const law::Evaluation &evaluation);

} // namespace tocsin::casework
