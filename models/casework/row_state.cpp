// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/row_state.h"

#include "casework/sql.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

Result<Outcome> takeBack(Writer &writer, const RowReversal &reversal, const RowState &left)
{
    TOCSIN_ASSIGN(const RowState now, left.again(writer));
    if (now != left)
        return fail(ErrorCode::Conflict, u"%1 has changed since; nothing was taken back."_s.arg(reversal.subject));
    TOCSIN_TRY(reversal.before.restore(writer));
    if (reversal.also)
        TOCSIN_TRY(reversal.also(writer));
    if (!reversal.told.isEmpty())
        TOCSIN_TRY(logSystemEntry(writer, reversal.incident, Stream::Regulatory, reversal.told));
    for (const qint64 id : left.ids())
        writer.touch(reversal.kind, id);
    writer.note(reversal.note);
    return reversal.outcome;
}

} // namespace

Result<RowState> RowState::of(Reader &reader, const QString &table, const QList<qint64> &ids,
                              const QStringList &columns)
{
    QJsonArray wanted;
    for (const qint64 id : ids)
        wanted.append(id);
    using Row = std::pair<qint64, QString>;
    TOCSIN_ASSIGN(const QList<Row> rows,
                  sql::rows(
                      reader.db(),
                      u"SELECT id, json_array(%1) FROM %2 WHERE id IN (SELECT value FROM json_each(?1))"_s.arg(
                          columns.join(u", "_s), table),
                      [](const vault::Statement &row) { return Row(row.integer(0), row.text(1)); },
                      sql::jsonText(wanted)));
    RowState state;
    state.m_table = table;
    state.m_columns = columns;
    for (const auto &[id, values] : rows)
        state.m_rows.insert(id, values);
    return state;
}

Result<RowState> RowState::again(Reader &reader) const
{
    return of(reader, m_table, ids(), m_columns);
}

Result<> RowState::restore(Writer &writer) const
{
    QStringList assignments;
    for (qsizetype index = 0; index < m_columns.size(); ++index)
        assignments << u"%1 = json_extract(?2, '$[%2]')"_s.arg(m_columns.at(index), QString::number(index));
    const QString update = u"UPDATE %1 SET %2 WHERE id = ?1"_s.arg(m_table, assignments.join(u", "_s));
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row)
        TOCSIN_TRY(sql::run(writer.db(), update, row.key(), row.value()));
    return {};
}

Result<> offerRows(Writer &writer, const RowReversal &reversal)
{
    TOCSIN_ASSIGN(const RowState left, reversal.before.again(writer));
    writer.reverseWith(
        {reversal.kind, reversal.what, [reversal, left](Writer &again) { return takeBack(again, reversal, left); }});
    return {};
}

} // namespace tocsin::casework
