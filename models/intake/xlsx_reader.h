// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/workbook.h"

#include <QIODevice>

#include <functional>

namespace tocsin::intake {

/// One sheet of an XLSX, read as a stream.
class XlsxReader final : public TableReader
{
public:
    /// Gives the SHA-256 of the whole file; asked once, after the last row.
    using Digest = std::function<Result<QString>()>;

    static Result<std::unique_ptr<TableReader>> open(ZipArchive archive, const QString &name,
                                                     const TableOptions &options, Digest digest);

    Result<bool> next(TableRow &row) override;
    [[nodiscard]] qint64 position() const override { return m_xml.position(); }
    [[nodiscard]] qint64 size() const override { return m_xml.size(); }
    [[nodiscard]] QString sha256() const override { return m_sha256; }

private:
    /// What a cell's `t` says of its value (ECMA-376 part 1, 18.18.11).
    enum class CellType { Number, SharedText, Text, Boolean, Error, Date };
    static CellType cellType(QStringView word);

    struct Cell
    {
        int column = 0;
        CellType type = CellType::Number;
        qsizetype style = 0;
        QString text;
        bool formula = false;
    };

    ZipArchive m_archive; ///< outlives the part that m_xml reads
    QString m_name;
    TableLimits m_limits;
    Workbook m_workbook;
    XmlTokens m_xml;
    Digest m_digest;
    QString m_sha256;
    qint64 m_line = 0;
    qint64 m_rows = 0;
    qsizetype m_width = 0; ///< of the widest row so far
    int m_nextColumn = 0;

    XlsxReader(ZipArchive archive, QString name, const TableLimits &limits, Workbook workbook,
               std::unique_ptr<ZipPart> sheet, Digest digest);

    [[nodiscard]] Failure refuse(const QString &sentence) const;
    /// Reads the row whose start was the last token.
    Result<TableRow> readRow();
    /// Reads the cell whose start was the last token.
    Result<Cell> readCell();
    [[nodiscard]] Result<QString> shown(const Cell &cell) const;
    [[nodiscard]] Result<QString> sharedText(const QString &index) const;
    [[nodiscard]] QString shownNumber(const Cell &cell) const;
};

} // namespace tocsin::intake
