// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"

namespace tocsin::jobs {

/// Writes the recovery kit, one printable page with the master key as a checksummed code, to a file that must not
/// exist. Needs the right store.kit; it is in the ledger. The file holds the key in the clear: print it, then destroy
/// it.
Result<> writeRecoveryKit(casework::CaseFile &file, const QString &path);

} // namespace tocsin::jobs
