// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/pdf/page_flow.h"
#include "notices/pdf/text_shaper.h"
#include "notices/pdf/type_scale.h"

namespace tocsin::notices {

/// Sets a table: hairlines between rows, none between columns, the header again on each page.
class TableFlow
{
public:
    TableFlow(const Table &table, const TextSpec &cell, PageFlow &flow, TextShaper &shaper);

    /// The header and the first row stay together.
    [[nodiscard]] double headHeight();
    void place();

private:
    using Cells = std::vector<Shaped>;

    const Table &m_table;
    TextSpec m_cell;
    PageFlow &m_flow;
    TextShaper &m_shaper;
    std::vector<double> m_lefts;
    std::vector<double> m_widths;
    Cells m_header;

    [[nodiscard]] Cells shapeRow(const TableRow &row, bool bold);
    [[nodiscard]] static double heightOf(const Cells &cells);
    void placeHeader(int element);
    void repeatHeader();
    void placeRow(const TableRow &row, int element);
    void placeWhole(std::vector<PlacedText> &cells, double height);
    void placeSplit(std::vector<PlacedText> &cells);
    [[nodiscard]] double textLeft(size_t column) const;
    void rule(double y, double weight);
};

} // namespace tocsin::notices
