// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/list_difference.h"

#include <QAbstractTableModel>

#include <algorithm>

namespace tocsin::items {

/// A short list or table whose records are all in memory. It never resets: a new list is taken over by difference, so
/// that selection, scroll position and focus stay.
class RecordListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }

protected:
    /// Makes `rows` what `next` is. `idOf` gives the id that a record keeps.
    template <typename Record, typename IdOf>
    void take(QList<Record> &rows, const QList<Record> &next, IdOf idOf)
    {
        const QList<Splice> splices = difference(idsOf(rows, idOf), idsOf(next, idOf));
        for (const Splice &splice : splices) {
            removeAt(rows, splice.at, splice.removed);
            insertAt(rows, splice.at, chosen(next, splice.inserted, idOf));
        }
        rows = next;
        touchAll();
    }

    /// Tells views that every row may say something else now.
    void touchAll()
    {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    template <typename Record, typename IdOf>
    static QList<qint64> idsOf(const QList<Record> &records, IdOf idOf)
    {
        QList<qint64> ids;
        for (const Record &record : records)
            ids << idOf(record);
        return ids;
    }

    template <typename Record, typename IdOf>
    static QList<Record> chosen(const QList<Record> &from, const QList<qint64> &ids, IdOf idOf)
    {
        QList<Record> records;
        std::copy_if(from.cbegin(), from.cend(), std::back_inserter(records),
                     [&](const Record &record) { return ids.contains(idOf(record)); });
        return records;
    }

    template <typename Record>
    void removeAt(QList<Record> &rows, qsizetype at, qsizetype count)
    {
        if (count == 0)
            return;
        beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at + count) - 1);
        rows.remove(at, count);
        endRemoveRows();
    }

    template <typename Record>
    void insertAt(QList<Record> &rows, qsizetype at, const QList<Record> &records)
    {
        if (records.isEmpty())
            return;
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at + records.size()) - 1);
        for (qsizetype i = 0; i < records.size(); ++i)
            rows.insert(at + i, records[i]);
        endInsertRows();
    }
};

} // namespace tocsin::items
