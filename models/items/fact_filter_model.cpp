// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/fact_filter_model.h"

#include "items/fact_outline_model.h"

#include <algorithm>

namespace tocsin::items {

FactFilterModel::FactFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
}

void FactFilterModel::setWords(const QString &words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool FactFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex fact = sourceModel()->index(row, FactOutlineModel::Fact, parent);
    const QString all = fact.data().toString() + u' ' + fact.data(FactOutlineModel::PathRole).toString() + u' '
        + fact.siblingAtColumn(FactOutlineModel::Value).data().toString();
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace tocsin::items
