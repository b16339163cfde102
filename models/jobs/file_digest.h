// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/register_record.h"
#include "core/progress.h"

namespace tocsin::jobs {

/// Reads a file of any length once and computes its size, SHA-256 and SHA-512. Fails with Io where it cannot be read or
/// is no file, and with Cancelled.
Result<casework::FileDigest> digestFile(const QString &path, const Progress &progress);

} // namespace tocsin::jobs
