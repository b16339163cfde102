// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/document/document.h"
#include "notices/pdf/page_canvas.h"

namespace tocsin::notices {

/// Where on which page the next thing goes. Gaps between blocks are swallowed at the top of a page.
class PageFlow
{
public:
    PageFlow(const PageSetup &setup, LaidOut &out);

    PageCanvas &canvas() { return m_canvas; }
    [[nodiscard]] double left() const { return m_setup.marginLeft; }
    [[nodiscard]] double width() const { return m_setup.width - m_setup.marginLeft - m_setup.marginRight; }
    [[nodiscard]] double pageRoom() const { return m_bottom - m_setup.marginTop; }
    [[nodiscard]] double room() const { return m_bottom - m_y; }
    [[nodiscard]] double y() const { return m_y; }
    [[nodiscard]] Place place() const { return {m_canvas.lastPage(), m_y}; }
    [[nodiscard]] bool atTop() const { return m_atTop; }

    /// Begins a block of which `needed` points must stand on one page.
    void begin(double needed, double gapBefore = 0);
    /// Ends it; the gap is used if something follows on the page.
    void end(double gapAfter) { m_gap = gapAfter; }

    void newPage();
    void advance(double height);
    void moveTo(double y);

    /// Sets a text line by line, over as many pages as it takes, without leaving a first or last line alone.
    void text(PlacedText &text, double x);

private:
    const PageSetup &m_setup;
    PageCanvas m_canvas;
    double m_bottom;
    double m_y = 0;
    double m_gap = 0;
    bool m_atTop = true;
};

/// How many points of a text must stay together at its beginning.
double headHeight(const ShapedText &text);

} // namespace tocsin::notices
