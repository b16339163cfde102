// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace tocsin::vault {

/// Turns a SQLite status (extended code) into an Error with a sentence for the person. `detail` goes to the log: SQL
/// text and fixed words only, never a value.
Failure sqliteFailure(int status, const QString &detail);

} // namespace tocsin::vault
