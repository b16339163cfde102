// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/state_count_model.h"

#include "items/item_roles.h"
#include "items/wording.h"
#include "law/states.h"

#include <algorithm>

namespace tocsin::items {

StateCountModel::StateCountModel(QObject *parent) : RecordTable(parent) { }

void StateCountModel::set(const std::map<QString, qint64> &residents, qint64 elsewhere)
{
    QList<StateCount> counts;
    for (const auto &[state, people] : residents)
        counts << StateCount{state, people};
    if (elsewhere > 0)
        counts << StateCount{{}, elsewhere};
    std::stable_sort(counts.begin(), counts.end(),
                     [](const StateCount &a, const StateCount &b) { return a.people > b.people; });
    m_all = 0;
    for (const StateCount &count : std::as_const(counts))
        m_all += count.people;
    takeOver(counts);
    refreshAll();
}

int StateCountModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StateCountModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == People)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == State ? tr("State") : section == People ? tr("People") : tr("Share");
}

QVariant StateCountModel::data(const QModelIndex &index, int role) const
{
    const StateCount *count = recordAt(index.row());
    if (!count)
        return {};
    if (role == RecordIdRole)
        return count->state;
    if (index.column() == State && role == Qt::DisplayRole)
        return count->state.isEmpty() ? tr("Elsewhere or unknown") : law::stateName(count->state);
    if (index.column() == People && role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight);
    if (index.column() == People && role == Qt::DisplayRole)
        return figure(count->people);
    if (index.column() == Share && role == ShareRole)
        return double(count->people) / double(std::max<qint64>(m_all, 1));
    return {};
}

} // namespace tocsin::items
