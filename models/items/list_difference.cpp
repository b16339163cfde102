// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/list_difference.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace tocsin::items {

namespace {

/// Splices in ascending order, or nothing if the common ids changed their order or there are too many of them.
std::optional<QList<Splice>> fineDifference(const QList<qint64> &from, const QList<qint64> &to, qsizetype most)
{
    const QSet<qint64> had(from.cbegin(), from.cend());
    const QSet<qint64> has(to.cbegin(), to.cend());
    QList<Splice> splices;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < from.size() || j < to.size()) {
        Splice splice{i, 0, {}};
        for (; i < from.size() && !has.contains(from[i]); ++i)
            ++splice.removed;
        for (; j < to.size() && !had.contains(to[j]); ++j)
            splice.inserted << to[j];
        if (splice.removed > 0 || !splice.inserted.isEmpty())
            splices << splice;
        if (splices.size() > most)
            return std::nullopt;
        if (i == from.size() || j == to.size())
            continue;
        if (from[i] != to[j])
            return std::nullopt;
        ++i;
        ++j;
    }
    return splices;
}

} // namespace

QList<Splice> difference(const QList<qint64> &from, const QList<qint64> &to, qsizetype most)
{
    const qsizetype shorter = std::min(from.size(), to.size());
    qsizetype front = 0;
    while (front < shorter && from[front] == to[front])
        ++front;
    qsizetype back = 0;
    while (back < shorter - front && from[from.size() - 1 - back] == to[to.size() - 1 - back])
        ++back;
    const QList<qint64> gone = from.mid(front, from.size() - front - back);
    const QList<qint64> come = to.mid(front, to.size() - front - back);
    if (gone.isEmpty() && come.isEmpty())
        return {};
    if (gone.isEmpty() || come.isEmpty()) // the usual case: no need to look where each id went
        return {{front, gone.size(), come}};
    QList<Splice> splices = fineDifference(gone, come, most).value_or(QList<Splice>{{0, gone.size(), come}});
    for (Splice &splice : splices)
        splice.at += front;
    std::reverse(splices.begin(), splices.end());
    return splices;
}

} // namespace tocsin::items
