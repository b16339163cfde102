// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>

namespace tocsin::items {

/// A table with one row per record, all of them at hand: for lists of at most a few hundred. Newer records are taken
/// over by difference, so that selection, scroll position and focus stay.
template <typename Record>
class RecordTable : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_records.size());
    }
    [[nodiscard]] const QList<Record> &records() const { return m_records; }
    /// Null if there is no such row.
    [[nodiscard]] const Record *recordAt(int row) const
    {
        return row >= 0 && row < m_records.size() ? &m_records.at(row) : nullptr;
    }

protected:
    /// What stays the same about a record while the rest of it changes. Records of one id are told apart by their
    /// order.
    [[nodiscard]] virtual qint64 idOf(const Record &record) const = 0;
    /// Whether two states of one record look the same.
    [[nodiscard]] virtual bool looksSame(const Record &a, const Record &b) const = 0;

    void takeOver(const QList<Record> &next)
    {
        const QList<Key> keys = keysOf(next);
        removeAllBut(keys);
        if (m_records.isEmpty() && !next.isEmpty()) {
            beginInsertRows({}, 0, static_cast<int>(next.size()) - 1);
            m_records = next;
            m_keys = keys;
            endInsertRows();
            return;
        }
        for (int row = 0; row < next.size(); ++row)
            settle(row, keys.at(row), next.at(row));
    }

    /// What the rows show depends on something that changed beside the records.
    void refreshAll()
    {
        if (!m_records.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    using Key = std::pair<qint64, int>;
    QList<Record> m_records;
    QList<Key> m_keys; ///< of the records, in their order

    [[nodiscard]] QList<Key> keysOf(const QList<Record> &records) const
    {
        QHash<qint64, int> seen;
        QList<Key> keys;
        for (const Record &record : records) {
            const qint64 id = idOf(record);
            keys << Key{id, seen[id]++};
        }
        return keys;
    }

    void removeAllBut(const QList<Key> &keys)
    {
        const QSet<Key> wanted(keys.cbegin(), keys.cend());
        for (int row = static_cast<int>(m_keys.size()) - 1; row >= 0; --row) {
            if (wanted.contains(m_keys.at(row)))
                continue;
            beginRemoveRows({}, row, row);
            m_records.removeAt(row);
            m_keys.removeAt(row);
            endRemoveRows();
        }
    }

    /// Rows before this one are as they shall be; brings the right record here, from below or anew.
    void settle(int row, const Key &key, const Record &next)
    {
        const int from = static_cast<int>(m_keys.indexOf(key, row)); // at once, unless the order changed
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_records.insert(row, next);
            m_keys.insert(row, key);
            endInsertRows();
            return;
        }
        if (from > row) {
            beginMoveRows({}, from, from, {}, row);
            m_records.move(from, row);
            m_keys.move(from, row);
            endMoveRows();
        }
        if (looksSame(m_records.at(row), next))
            return;
        m_records[row] = next;
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
};

} // namespace tocsin::items
