// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/near_words.h"

#include <QList>

#include <algorithm>
#include <numeric>

namespace tocsin {

namespace {

/// How many letters have to be changed, added or left out to make one word of the other.
qsizetype distance(const QString &a, const QString &b)
{
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype changed = diagonal + (a.at(i) == b.at(j) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.last();
}

} // namespace

QStringList nearWords(const QString &word, const QStringList &known, int most)
{
    const qsizetype limit = std::max<qsizetype>(1, word.size() / 3);
    QList<std::pair<qsizetype, QString>> near;
    for (const QString &each : known) {
        const qsizetype apart = distance(word.toLower(), each.toLower());
        if (apart <= limit)
            near.append({apart, each});
    }
    std::sort(near.begin(), near.end());
    QStringList words;
    for (qsizetype at = 0; at < near.size() && words.size() < most; ++at)
        words << near[at].second;
    return words;
}

} // namespace tocsin
