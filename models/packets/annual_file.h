// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"

namespace tocsin::packets {

/// Writes the log of a year for a spreadsheet (see casework::annualLogCsv()) and notes the export in the ledger.
/// Replaces a file of that name. Fails with NotAllowed without the right annual.export, or Io. Blocks: call it from a
/// job.
Result<> writeAnnualCsv(casework::CaseFile &file, int year, const QString &path);

} // namespace tocsin::packets
