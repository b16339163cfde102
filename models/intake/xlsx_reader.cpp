// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xlsx_reader.h"

#include <QDate>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

constexpr qint64 kLastRow = 1'048'576; // ECMA-376 sheets end here

/// The column that "BC12" names, counted from 0; -1 if it names none.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > 16'384)
            return -1;
    }
    return column - 1;
}

/// A number of days as the date that the sheet shows. In the 1900 system day 60 is a February 29 that never was
/// (ECMA-376 part 1, 18.17.4.1).
QString dateText(double days, bool from1904)
{
    const auto whole = static_cast<qint64>(std::floor(days));
    if (from1904)
        return QDate(1904, 1, 1).addDays(whole).toString(Qt::ISODate);
    const QDate start = whole < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    return start.addDays(whole).toString(Qt::ISODate);
}

/// A number as a person would type it: "2139", not "2.139E3" or "2139.0".
QString numberText(const QString &stored)
{
    bool isNumber = false;
    const double value = stored.toDouble(&isNumber);
    const bool whole = isNumber && std::floor(value) == value && std::abs(value) < 1e15;
    return whole ? QString::number(static_cast<qint64>(value)) : stored;
}

} // namespace

XlsxReader::XlsxReader(ZipArchive archive, QString name, const TableLimits &limits, Workbook workbook,
                       std::unique_ptr<ZipPart> sheet, Digest digest)
    : m_archive(std::move(archive))
    , m_name(std::move(name))
    , m_limits(limits)
    , m_workbook(std::move(workbook))
    , m_xml(std::move(sheet))
    , m_digest(std::move(digest))
{
}

Result<std::unique_ptr<TableReader>> XlsxReader::open(ZipArchive archive, const QString &name,
                                                      const TableOptions &options, Digest digest)
{
    TOCSIN_ASSIGN(Workbook workbook, readWorkbook(archive, name, options));
    TOCSIN_ASSIGN(std::unique_ptr<ZipPart> sheet, archive.open(workbook.sheetPart));
    return std::unique_ptr<TableReader>(new XlsxReader(std::move(archive), name, options.limits, std::move(workbook),
                                                       std::move(sheet), std::move(digest)));
}

Failure XlsxReader::refuse(const QString &sentence) const
{
    return fail(ErrorCode::BadInput, u"“%1”, row %2: %3"_s.arg(m_name).arg(m_line).arg(sentence));
}

Result<bool> XlsxReader::next(TableRow &row)
{
    while (m_xml.next()) {
        if (!m_xml.isStart() || m_xml.name() != "row"_L1)
            continue;
        TOCSIN_ASSIGN(row, readRow());
        if (row.isBlank())
            continue;
        if (++m_rows > m_limits.rows + 1) {
            return refuse(
                u"this is beyond the %1 rows that one list may have. Split the file and import the parts."_s.arg(
                    m_limits.rows));
        }
        return true;
    }
    if (m_xml.failed())
        return refuse(u"the sheet is damaged after this row. Open it in the spreadsheet and save it again."_s);
    TOCSIN_ASSIGN(m_sha256, m_digest());
    return false;
}

Result<TableRow> XlsxReader::readRow()
{
    bool numbered = false;
    const qint64 number = m_xml.attribute("r"_L1).toLongLong(&numbered);
    m_line = numbered ? number : m_line + 1;
    if (m_line < 1 || m_line > kLastRow)
        return refuse(u"a sheet has no such row. Open it in the spreadsheet and save it again."_s);
    m_nextColumn = 0;

    TableRow row;
    row.line = m_line;
    row.fixedWidth = false;
    row.cells.reserve(m_width);
    while (m_xml.next() && !(m_xml.isEnd() && m_xml.name() == "row"_L1)) {
        if (!m_xml.isStart() || m_xml.name() != "c"_L1)
            continue;
        TOCSIN_ASSIGN(const Cell cell, readCell());
        if (row.cells.size() <= cell.column)
            row.cells.resize(cell.column + 1);
        TOCSIN_ASSIGN(row.cells[cell.column], shown(cell));
        if (cell.formula)
            row.formulas.append(cell.column);
    }
    if (m_xml.failed())
        return refuse(u"the sheet is damaged here. Open it in the spreadsheet and save it again."_s);
    m_width = std::max(m_width, row.cells.size());
    return row;
}

XlsxReader::CellType XlsxReader::cellType(QStringView word)
{
    if (word.isEmpty() || word == "n"_L1)
        return CellType::Number;
    if (word == "s"_L1)
        return CellType::SharedText;
    if (word == "b"_L1)
        return CellType::Boolean;
    if (word == "e"_L1)
        return CellType::Error;
    if (word == "d"_L1)
        return CellType::Date;
    return CellType::Text; // "inlineStr", "str", and what later versions may add
}

Result<XlsxReader::Cell> XlsxReader::readCell()
{
    Cell cell;
    const QStringView reference = m_xml.attribute("r"_L1);
    cell.column = reference.isEmpty() ? m_nextColumn : columnOf(reference);
    cell.type = cellType(m_xml.attribute("t"_L1));
    cell.style = m_xml.attribute("s"_L1).toInt();
    if (cell.column < 0 || cell.column >= m_limits.columns)
        return refuse(u"it has more than %1 columns. A list has one person on a row."_s.arg(m_limits.columns));
    m_nextColumn = cell.column + 1;

    bool inValue = false;
    bool inPhonetic = false;
    while (m_xml.next() && !(m_xml.isEnd() && m_xml.name() == "c"_L1)) {
        if (m_xml.isText() && inValue && !inPhonetic)
            cell.text += m_xml.text();
        if (cell.text.size() > m_limits.cellCharacters)
            return refuse(u"a cell is longer than any cell can be."_s);
        if (m_xml.isText())
            continue;
        if (m_xml.name() == "v"_L1 || m_xml.name() == "t"_L1)
            inValue = m_xml.isStart();
        if (m_xml.name() == "rPh"_L1)
            inPhonetic = m_xml.isStart();
        if (m_xml.name() == "f"_L1)
            cell.formula = true;
    }
    return cell;
}

Result<QString> XlsxReader::shown(const Cell &cell) const
{
    switch (cell.type) {
    case CellType::SharedText:
        return sharedText(cell.text);
    case CellType::Text:
        return unescaped(cell.text);
    case CellType::Boolean:
        return cell.text == "1"_L1 ? u"yes"_s : u"no"_s;
    case CellType::Error:
        return cell.text;
    case CellType::Date:
        return cell.text.left(10);
    case CellType::Number:
        return cell.text.isEmpty() ? cell.text : shownNumber(cell);
    }
    Q_UNREACHABLE();
}

Result<QString> XlsxReader::sharedText(const QString &index) const
{
    bool isNumber = false;
    const qint64 place = index.toLongLong(&isNumber);
    if (!isNumber || place < 0 || place >= m_workbook.strings.size())
        return refuse(u"a cell refers to a text that the workbook does not have. Save it again in the spreadsheet."_s);
    return m_workbook.strings.at(place);
}

QString XlsxReader::shownNumber(const Cell &cell) const
{
    bool isNumber = false;
    const double number = cell.text.toDouble(&isNumber);
    // The last day that a sheet can show is December 31, 9999.
    const bool inRange = isNumber && number >= 0 && number < 2'958'466;
    if (inRange && m_workbook.dateStyles.value(cell.style, false))
        return dateText(number, m_workbook.from1904);
    return numberText(cell.text);
}

} // namespace tocsin::intake
