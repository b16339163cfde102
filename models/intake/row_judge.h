// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/roster_row.h"
#include "intake/table_reader.h"

namespace tocsin::intake {

struct JudgedRow
{
    RosterRow row;
    QList<RowNote> notes;
};

/// The verdict that notes come to.
RowVerdict verdictOf(const QList<RowNote> &notes);

/// Turns one row of a table into a person and says what is wrong with it. Looks at one row alone: duplicates, keys and
/// hashes are found elsewhere.
class RowJudge
{
public:
    RowJudge(const RosterColumns &columns, QDate today);

    [[nodiscard]] JudgedRow judge(const TableRow &row) const;

private:
    RosterColumns m_columns;
    QDate m_today;
};

} // namespace tocsin::intake
