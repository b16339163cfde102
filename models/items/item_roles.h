// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace tocsin::items {

/// How urgent something is. Views give it a colour, and always a word or a sign beside it.
enum class Tone { Neutral, Ok, Warning, Danger };

/// What item models offer beyond Qt's own roles. Every text is plain: views show it as typed, never as markup.
enum ItemRole {
    SecondaryTextRole = Qt::UserRole + 100, ///< QString: the second line of a cell, "in 13 days"
    EmphasisRole, ///< bool: the first line is bold
    BadgeTextRole, ///< QString: a badge; alone in the cell, or at the right of its text
    BadgeToneRole, ///< int: the badge's Tone
    ShareRole, ///< double, 0 to 1: a bar instead of text
    SortRole, ///< what to sort by where the shown text would sort wrongly (dates, counts)
    RecordIdRole, ///< QString: the record the row stands for
    SectionRole, ///< QString: a heading above the row, where a group of rows begins
};

} // namespace tocsin::items
