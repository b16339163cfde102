// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/id_list_model.h"

#include "items/list_difference.h"

#include <algorithm>

namespace tocsin::items {

namespace {

constexpr qsizetype kPage = 64; // rows loaded at a time: about three screens

} // namespace

IdListModel::IdListModel(QObject *parent) : QAbstractListModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &IdListModel::loadWanted);
}

int IdListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

void IdListModel::setIds(const QList<qint64> &ids)
{
    const QList<Splice> splices = difference(m_ids, ids);
    for (const Splice &splice : splices)
        apply(splice.at, splice.removed, splice.inserted);
}

void IdListModel::apply(qsizetype at, qsizetype removed, const QList<qint64> &inserted)
{
    const int first = static_cast<int>(at);
    if (removed > 0) {
        beginRemoveRows({}, first, first + static_cast<int>(removed) - 1);
        m_ids.remove(at, removed);
        endRemoveRows();
    }
    if (inserted.isEmpty())
        return;
    beginInsertRows({}, first, first + static_cast<int>(inserted.size()) - 1);
    m_ids.insert(at, inserted.size(), 0);
    std::copy(inserted.cbegin(), inserted.cend(), m_ids.begin() + at);
    endInsertRows();
}

void IdListModel::want(int row) const
{
    const qsizetype first = row / kPage * kPage;
    const qsizetype last = std::min(first + kPage, m_ids.size());
    for (qsizetype i = first; i < last; ++i) {
        const qint64 id = m_ids[i];
        if (!m_pending.contains(id) && !hasRecord(id))
            m_wanted.insert(id);
    }
    if (!m_wanted.isEmpty() && !m_soon.isActive())
        m_soon.start();
}

void IdListModel::loadWanted()
{
    const QList<qint64> ids(m_wanted.cbegin(), m_wanted.cend());
    m_wanted.clear();
    m_pending.unite(QSet<qint64>(ids.cbegin(), ids.cend()));
    load(ids);
}

void IdListModel::arrived(const QList<qint64> &ids)
{
    QList<int> rows;
    for (const qint64 id : ids) {
        m_pending.remove(id);
        if (const int row = rowOf(id); row >= 0)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    const QAbstractItemModel &self = *this; // which may have more columns than a list
    const int last = self.columnCount() - 1;
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        Q_EMIT dataChanged(index(rows[i]), index(rows[end - 1], last));
        i = end;
    }
}

} // namespace tocsin::items
