// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/pdf/text_shaper.h"

#include <QSizeF>

#include <optional>

namespace tocsin::notices {

/// The sizes of type, in points, in which a text may be set to fit its place.
struct TypeRange
{
    double largest = 10;
    double smallest = 6;
    /// Type gets smaller down to this size before any line is broken in two; without it, lines break at once.
    std::optional<double> unbrokenDownTo = {};
};

/// Lines in the type in which they fit their place. If even the smallest type is too large, the lines before the last
/// are shortened with an ellipsis or left out, and `shortened` says so.
struct FittedText
{
    std::vector<Shaped> lines;
    bool shortened = false;

    [[nodiscard]] double height() const;
};

/// Sets lines on the left whatever their script, the empty ones left out.
FittedText fitText(const QStringList &lines, const QSizeF &room, const TypeRange &range, Face face,
                   const QString &language, TextShaper &shaper);

} // namespace tocsin::notices
