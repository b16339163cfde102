// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/document/document.h"

#include <algorithm>
#include <cmath>

namespace tocsin::notices {

/// Sizes and distances, all from the size of the body text.
struct TypeScale
{
    explicit TypeScale(const Typography &type)
        : body(quarter(atLeast(type, 1)))
        , bodyLeading(quarter(atLeast(type, 1) * 1.3))
        , small(quarter(atLeast(type, 0.82)))
        , smallLeading(quarter(atLeast(type, 0.82) * 1.28))
        , cell(quarter(atLeast(type, 0.87)))
        , cellLeading(quarter(atLeast(type, 0.87) * 1.25))
        , paragraphGap(bodyLeading * 0.55)
        , letterheadName(quarter(type.size * 1.35))
    {
    }

    double body;
    double bodyLeading;
    double small;
    double smallLeading;
    double cell;
    double cellLeading;
    double paragraphGap;
    double letterheadName;

    [[nodiscard]] double heading(int level) const
    {
        return quarter(body * (level <= 1 ? 1.5 : level == 2 ? 1.18 : 1.0));
    }
    [[nodiscard]] static double headingLeading(double size) { return quarter(size * 1.2); }
    [[nodiscard]] double gapBeforeHeading(int level) const
    {
        return bodyLeading * (level <= 1 ? 1.3 : level == 2 ? 1.05 : 0.8);
    }
    [[nodiscard]] double gapAfterHeading(int level) const { return bodyLeading * (level <= 1 ? 0.55 : 0.28); }

    /// A share of the body's size, or the smallest that is allowed.
    static double atLeast(const Typography &type, double share) { return std::max(type.size * share, type.smallest); }
    static double quarter(double points) { return std::round(points * 4) / 4; }
};

} // namespace tocsin::notices
