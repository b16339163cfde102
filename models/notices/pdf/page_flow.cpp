// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/page_flow.h"

#include <algorithm>

namespace tocsin::notices {

namespace {

constexpr int kTogether = 2; ///< lines of a paragraph that stay together at the foot and at the head of a page
constexpr double kRounding = 0.01;

} // namespace

PageFlow::PageFlow(const PageSetup &setup, LaidOut &out)
    : m_setup(setup), m_canvas(out, setup.height), m_bottom(setup.height - setup.marginBottom)
{
    newPage();
}

void PageFlow::newPage()
{
    m_canvas.addPage();
    m_y = m_setup.marginTop;
    m_gap = 0;
    m_atTop = true;
}

void PageFlow::begin(double needed, double gapBefore)
{
    const double gap = std::max(m_gap, gapBefore);
    m_gap = 0;
    if (m_atTop)
        return;
    if (gap + needed > room() + kRounding && needed <= pageRoom())
        newPage();
    else
        m_y += gap;
}

void PageFlow::advance(double height)
{
    m_y += height;
    m_atTop = false;
}

void PageFlow::moveTo(double y)
{
    m_y = y;
    m_gap = 0;
    m_atTop = false;
}

void PageFlow::text(PlacedText &text, double x)
{
    const int count = text.shaped->count();
    for (int at = 0; at < count;) {
        const int left = count - at;
        int fits = std::clamp(static_cast<int>((room() + kRounding) / text.shaped->leading), 0, left);
        if (fits < left)
            fits = std::min(fits, left - kTogether);
        if (fits < std::min(kTogether, left))
            fits = 0;
        if (fits == 0 && m_atTop)
            fits = 1; // a page too low for two lines must not stop the flow
        if (fits > 0) {
            m_canvas.drawText(text, at, at + fits, x, m_y);
            advance(fits * text.shaped->leading);
            at += fits;
        }
        if (at < count)
            newPage();
    }
}

double headHeight(const ShapedText &text)
{
    const int lines = text.count() <= kTogether + 1 ? text.count() : kTogether;
    return lines * text.leading;
}

} // namespace tocsin::notices
