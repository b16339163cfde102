// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/evaluation.h"

namespace tocsin::law {

/// Where a contract's clock and another one run to the same recipient, marks the one that ends first (each of them, if
/// several end together) and adds to the reasons of all which one counts.
void markTightest(QList<Obligation> &owed);

} // namespace tocsin::law
