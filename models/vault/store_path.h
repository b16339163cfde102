// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace tocsin::vault {

/// Refuses a path where a store or one of its files lies, whosever it is: an export never takes their place. Fails with
/// BadInput.
Result<> checkNoStoreAt(const QString &path);

} // namespace tocsin::vault
