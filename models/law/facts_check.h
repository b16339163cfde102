// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "law/facts.h"

namespace tocsin::law {

/// Refuses facts that cannot all be true: discovery before the occurrence began, an associate that reported before it
/// knew, a notice given before anyone knew, and the like. The failure is BadInput, names the key, and says what would
/// be right. For facts that come in, never for those that are stored: what was accepted stays readable.
Result<> checkFacts(const Facts &facts);

/// Of these, just that no notice was given before anyone knew: for one that is being recorded.
Result<> checkDone(const Facts &facts);

} // namespace tocsin::law
