// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/document/document.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace tocsin::notices {

/// A paragraph that is to be broken into lines.
struct TextSpec
{
    Runs runs;
    QString language;
    Face face = Face::Serif;
    double size = 11; ///< points, in quarters
    double leading = 14; ///< from baseline to baseline
    double width = 468;
    Alignment alignment = Alignment::Start;
    Direction direction = Direction::Auto;
    bool bold = false; ///< all of it
    bool onTheLeft = false; ///< aligned left whatever the direction of the text
};

/// Glyphs of one inline in one direction, ready for a content stream. The operators stand between BT and ET and begin
/// at the text position that the page sets.
struct Chunk
{
    int inlineIndex = -1; ///< of ShapedText::inlines, or -1 for the paragraph itself
    double x = 0;
    double width = 0;
    QByteArray operators;
};

struct ShapedLine
{
    std::vector<Chunk> chunks; ///< in the order in which the text is read
    double left = 0;
    double right = 0;
};

/// A stretch that has its own element in the structure: a link, or text in another language.
struct Inline
{
    QString link;
    QString language;
    QString text;
};

/// A paragraph broken into lines, for as many pages and documents as want to show it.
struct ShapedText
{
    std::vector<ShapedLine> lines;
    std::vector<Inline> inlines;
    double leading = 14;
    double ascent = 11; ///< from the top of a line to its baseline
    bool rightToLeft = false;

    [[nodiscard]] int count() const { return static_cast<int>(lines.size()); }
    [[nodiscard]] double height() const { return leading * static_cast<double>(lines.size()); }
    [[nodiscard]] double widest() const;
};

using Shaped = std::shared_ptr<const ShapedText>;

} // namespace tocsin::notices
