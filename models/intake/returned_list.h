// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "intake/table_reader.h"

#include <QDate>

namespace tocsin::intake {

/// One row of a list of returned mail.
struct ReturnedRow
{
    qint64 line = 0;
    QString reference; ///< as printed on the letter; empty where the cell is
    QString reason; ///< a code of returnReason(), such as “UTF”; empty where none is given or known
    QDate on; ///< invalid where the list gives no day
    bool badDate = false; ///< there was something that is no day up to today
    bool badReason = false; ///< there was something that is no reason of a return
};

struct ReturnedList
{
    QList<ReturnedRow> rows;
    QString fileSha256;
};

/// What a list of returned mail may cost at most.
TableOptions returnedListOptions();

/// Reads a list of returned mail, CSV or XLSX, with a header. The reference's column is needed (“recipient_id”,
/// “reference”, “id”); reason and date may be missing. Dates are read as in rosters; `today` is the last that can be.
/// Fails as openTable() and Progress do, and with BadInput, never quoting the file, for a header without a reference,
/// two columns for one thing, or more than 200,000 rows.
Result<ReturnedList> readReturnedList(const QString &path, QDate today, const Progress &progress);
/// The same from a table that was opened with returnedListOptions().
Result<ReturnedList> readReturnedList(TableReader &table, QDate today, const Progress &progress);

} // namespace tocsin::intake
