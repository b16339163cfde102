// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "intake/roster_map.h"
#include "intake/roster_row.h"
#include "intake/roster_summary.h"
#include "intake/table_reader.h"

#include <QDate>

#include <functional>

namespace tocsin::intake {

struct RosterOptions
{
    /// The day on which ages are judged.
    QDate today;
    TableOptions table;
};

/// Is given each row in the file's order. A failure stops the reading and is handed on (a full disk, say).
using RosterSink = std::function<Result<>(const RosterRow &row, RowVerdict verdict, const QList<RowNote> &notes)>;

/// Reads a roster, CSV or XLSX, as a stream: every row that is not blank is handed to `sink` once, judged. Memory grows
/// by some 100 bytes a row, for finding duplicates, and not with their text.
///
/// Reading the same bytes with the same map and day again gives the same rows, keys, hashes and verdicts.
///
/// Fails with BadInput for what openTable() refuses, a header that cannot be recognised, a roster without rows, a quote
/// that is never closed; with Cancelled; with whatever the sink failed with. Rows handed out before a failure are void:
/// the caller keeps them in a transaction.
Result<RosterSummary> readRoster(const QString &path, const RosterMap &map, const RosterOptions &options,
                                 const RosterSink &sink, const Progress &progress);

/// The same for a table that is open already.
Result<RosterSummary> readRoster(TableReader &table, const RosterMap &map, const RosterOptions &options,
                                 const RosterSink &sink, const Progress &progress);

} // namespace tocsin::intake
