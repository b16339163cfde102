// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/table_flow.h"

#include "notices/pdf/object_file.h"

#include <algorithm>

namespace tocsin::notices {

namespace {

constexpr double kPadAcross = 5;
constexpr double kPadDown = 3;
constexpr double kHairline = 0.4;
constexpr double kHairlineGrey = 0.6;
constexpr double kHeaderLine = 0.9;

} // namespace

TableFlow::TableFlow(const Table &table, const TextSpec &cell, PageFlow &flow, TextShaper &shaper)
    : m_table(table), m_cell(cell), m_flow(flow), m_shaper(shaper)
{
    double weights = 0;
    for (const Column &column : table.columns)
        weights += std::max(column.weight, 0.01);
    double left = flow.left();
    for (const Column &column : table.columns) {
        const double width = flow.width() * std::max(column.weight, 0.01) / weights;
        m_lefts.push_back(left);
        m_widths.push_back(width);
        left += width;
    }
    if (!table.header.empty())
        m_header = shapeRow(table.header, true);
}

TableFlow::Cells TableFlow::shapeRow(const TableRow &row, bool bold)
{
    Cells cells;
    for (size_t i = 0; i < m_table.columns.size(); ++i) {
        TextSpec spec = m_cell;
        spec.runs = i < row.size() ? row[i] : Runs();
        spec.bold = bold;
        spec.alignment = m_table.columns[i].alignment;
        const double pads = (i == 0 ? 0 : kPadAcross) + (i + 1 == m_table.columns.size() ? 0 : kPadAcross);
        spec.width = std::max(m_widths[i] - pads, spec.size);
        cells.push_back(m_shaper.shape(spec));
    }
    return cells;
}

/// The outer columns stand on the margins of the text.
double TableFlow::textLeft(size_t column) const
{
    return m_lefts[column] + (column == 0 ? 0 : kPadAcross);
}

double TableFlow::heightOf(const Cells &cells)
{
    double height = 0;
    for (const Shaped &cell : cells)
        height = std::max(height, cell->height());
    return height + 2 * kPadDown;
}

double TableFlow::headHeight()
{
    double height = m_header.empty() ? 0 : heightOf(m_header);
    if (!m_table.rows.empty())
        height += heightOf(shapeRow(m_table.rows.front(), false));
    return height;
}

void TableFlow::rule(double y, double weight)
{
    const double grey = weight == kHairline ? kHairlineGrey : 0;
    m_flow.canvas().drawRule(m_flow.left(), m_flow.left() + m_flow.width(), y, weight, grey);
}

void TableFlow::place()
{
    if (m_table.columns.empty())
        return;
    const QByteArray summary
        = m_table.summary.isEmpty() ? QByteArray() : "/A <</O /Table /Summary " + textString(m_table.summary) + ">>";
    const int table = m_flow.canvas().addElement("Table", -1, summary);
    if (!m_header.empty())
        placeHeader(m_flow.canvas().addElement("TR", table));
    for (const TableRow &row : m_table.rows)
        placeRow(row, m_flow.canvas().addElement("TR", table));
}

void TableFlow::placeHeader(int element)
{
    for (size_t i = 0; i < m_header.size(); ++i) {
        const int cell = m_flow.canvas().addElement("TH", element, "/A <</O /Table /Scope /Column>>");
        PlacedText text{m_header[i], cell};
        m_flow.canvas().drawText(text, 0, m_header[i]->count(), textLeft(i), m_flow.y() + kPadDown);
    }
    m_flow.advance(heightOf(m_header));
    rule(m_flow.y(), kHeaderLine);
}

void TableFlow::repeatHeader()
{
    if (m_header.empty() || heightOf(m_header) > m_flow.pageRoom() / 2)
        return;
    for (size_t i = 0; i < m_header.size(); ++i)
        m_flow.canvas().drawArtifact(m_flow.canvas().lastPage(), *m_header[i], textLeft(i), m_flow.y() + kPadDown);
    m_flow.advance(heightOf(m_header));
    rule(m_flow.y(), kHeaderLine);
}

void TableFlow::placeRow(const TableRow &row, int element)
{
    const Cells shaped = shapeRow(row, false);
    std::vector<PlacedText> cells;
    for (const Shaped &cell : shaped)
        cells.push_back({cell, m_flow.canvas().addElement("TD", element)});

    const double height = heightOf(shaped);
    const double headed = m_header.empty() ? 0 : heightOf(m_header);
    if (height > m_flow.room() && height + headed <= m_flow.pageRoom()) {
        m_flow.newPage();
        repeatHeader();
    }
    if (height <= m_flow.room())
        placeWhole(cells, height);
    else
        placeSplit(cells);
    rule(m_flow.y(), kHairline);
}

void TableFlow::placeWhole(std::vector<PlacedText> &cells, double height)
{
    for (size_t i = 0; i < cells.size(); ++i)
        m_flow.canvas().drawText(cells[i], 0, cells[i].shaped->count(), textLeft(i), m_flow.y() + kPadDown);
    m_flow.advance(height);
}

/// A row taller than a page goes on where the page ends, all its cells at the same line.
void TableFlow::placeSplit(std::vector<PlacedText> &cells)
{
    int lines = 0;
    for (const PlacedText &cell : cells)
        lines = std::max(lines, cell.shaped->count());
    const double leading = m_cell.leading;
    for (int at = 0; at < lines;) {
        int fits = std::min(static_cast<int>((m_flow.room() - 2 * kPadDown) / leading), lines - at);
        if (fits <= 0 && !m_flow.atTop()) {
            m_flow.newPage();
            repeatHeader();
            fits = std::min(static_cast<int>((m_flow.room() - 2 * kPadDown) / leading), lines - at);
        }
        fits = std::max(fits, 1);
        for (size_t i = 0; i < cells.size(); ++i) {
            const int count = cells[i].shaped->count();
            if (at < count)
                m_flow.canvas().drawText(cells[i], at, std::min(at + fits, count), textLeft(i), m_flow.y() + kPadDown);
        }
        at += fits;
        m_flow.advance(fits * leading + 2 * kPadDown);
    }
}

} // namespace tocsin::notices
