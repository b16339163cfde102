// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace tocsin::vault {

/// Keeps this process's memory off the disk: no core dumps, and no other process of the same person may read its
/// memory. What the process writes from here on is for its owner alone. Called once, first thing in main(). Fails with
/// Io where the system refuses.
Result<> hardenProcess();

} // namespace tocsin::vault
