// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"
#include "casework/timeline.h"

#include <QMap>
#include <QStringList>

namespace tocsin::casework {

/// What some columns of some rows hold at a moment, so that a command can be taken back exactly. For commands of this
/// room only: names of tables and columns are never a person's words.
class RowState
{
public:
    static Result<RowState> of(Reader &reader, const QString &table, const QList<qint64> &ids,
                               const QStringList &columns);

    /// The same columns of the same rows as they are now.
    [[nodiscard]] Result<RowState> again(Reader &reader) const;
    /// Writes them back.
    [[nodiscard]] Result<> restore(Writer &writer) const;
    [[nodiscard]] QList<qint64> ids() const { return m_rows.keys(); }

    friend bool operator==(const RowState &, const RowState &) = default;

private:
    QString m_table;
    QStringList m_columns;
    QMap<qint64, QString> m_rows; ///< a JSON array of the columns, by id
};

/// A reverse that gives rows back what they held.
struct RowReversal
{
    Kind kind = Kind::Obligation;
    QString what; ///< as Reversal::what has it
    QString subject; ///< what has changed since, should it be refused: "The work on HHS"
    RowState before; ///< what the reverse writes
    LedgerNote note; ///< of the reverse
    Outcome outcome;
    IncidentId incident = {}; ///< for `told`
    QString told = {}; ///< what the timeline says of the reverse; empty: nothing
    /// What else must hold, and what else has to be written; may be null.
    std::function<Result<>(Writer &)> also = {};
};

/// Offers the reverse of a command that has just written its rows. It fails with Conflict if they are not any more as
/// they are now.
Result<> offerRows(Writer &writer, const RowReversal &reversal);

} // namespace tocsin::casework
