// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/facts.h"

namespace tocsin::law {

/// The flag that says that no official asked to wait. Without it and without `law_enforcement` nobody has recorded
/// either, and no notice may say the one or the other.
QString noDelayAskedFlag();

/// Whether a law enforcement official asked for a delay of the notices (45 CFR 164.412); absent while not recorded.
std::optional<bool> delayAsked(const Facts &facts);

/// The same, recorded: `law_enforcement` begins without a form of its own, and goes with whatever it said if nobody
/// asked, or nobody has recorded it.
void recordDelayAsked(Facts &facts, std::optional<bool> asked);

} // namespace tocsin::law
