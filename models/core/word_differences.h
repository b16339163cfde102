// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tocsin {

/// A stretch of two texts: in both, or only in one of them.
struct WordDifference
{
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text;

    friend bool operator==(const WordDifference &, const WordDifference &) = default;
};

/// How one text becomes another, word by word: `Same` and `Removed` together are `before`, `Same` and `Added` are
/// `after`, sign by sign. Of a change, what was removed comes first. A passage that moved is removed in one place and
/// added in the other. Words, line breaks, other spaces and single signs are compared whole; two changes that only
/// blanks part are told as one.
///
/// Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), in linear space.
/// Memory is linear in the length of the texts. The time is too, for any texts: where they have too little in common, a
/// stretch is cut at the farthest point reached, and the result stays right but may not be the shortest.
QList<WordDifference> wordDifferences(const QString &before, const QString &after);

} // namespace tocsin
