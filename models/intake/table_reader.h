// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace tocsin::intake {

/// One row of a table that somebody else wrote: plain text, nothing evaluated, nothing trimmed but the surrounding
/// blanks.
struct TableRow
{
    qint64 line = 0; ///< where the row starts: line of a CSV file, row number of a sheet; the first is 1
    QStringList cells; ///< as typed; of a sheet's calculated cell what the spreadsheet last showed
    QList<qsizetype>
        formulas; ///< indexes of the cells that are calculated (XLSX `<f>`); their formula is not looked at
    bool guessedEncoding = false; ///< was not UTF-8 and has been read as Windows-1252
    bool fixedWidth = true; ///< false where absent cells at the end mean nothing (XLSX)

    [[nodiscard]] bool isBlank() const;
};

/// What a stranger's table may cost. The defaults fit every roster that is one; tests use smaller ones.
struct TableLimits
{
    qint64 fileBytes = qint64(1) << 30; ///< of the file as it lies on the disk
    qint64 rows = 2'000'000; ///< header and blank lines apart
    qsizetype columns = 1'000;
    qsizetype cellCharacters = 32'767; ///< what a spreadsheet's cell can hold
    qint64 archiveEntries = 2'000; ///< parts of an XLSX
    qint64 archiveBytes = qint64(2) << 30; ///< all parts of an XLSX, inflated
    qint64 archiveRatio = 250; ///< inflated to stored size, of a part above 1 MiB
    qint64 sharedStringBytes = qint64(256) << 20; ///< an XLSX's text table, the only part that stays in memory
};

struct TableOptions
{
    QString sheet; ///< the sheet of an XLSX, by name; empty for the first
    TableLimits limits;
};

/// A table read row by row, in memory that does not grow with its rows.
///
/// CSV: UTF-8 with or without a byte order mark, UTF-16 with one, Windows-1252 where a row is not UTF-8; comma,
/// semicolon or tab, whichever the header uses; CR, LF or CRLF; quoted cells may hold line breaks (RFC 4180, read
/// leniently). XLSX (ECMA-376 part 1, section 18): shared and inline strings, numbers, dates by their style.
class TableReader
{
public:
    virtual ~TableReader() = default;

    /// Reads the next row that is not blank; false at the end. Fails with BadInput, naming the line and what would be
    /// right, and never quoting the text, which may be anybody's data; with Io when reading fails.
    virtual Result<bool> next(TableRow &row) = 0;

    /// How far the reading is, in bytes of what is read and their total.
    [[nodiscard]] virtual qint64 position() const = 0;
    [[nodiscard]] virtual qint64 size() const = 0;

    /// SHA-256 of the whole file, as 64 lower-case hexadecimal digits; empty until next() gave false.
    [[nodiscard]] virtual QString sha256() const = 0;
};

/// Opens a file by what it holds, not by its name. Fails with BadInput for a file that is too large, a ZIP that is no
/// XLSX or one that inflates beyond measure, an older Excel file, or what is not text at all; with Io when unreadable.
Result<std::unique_ptr<TableReader>> openTable(const QString &path, const TableOptions &options = {});

/// The same for bytes in memory; `name` stands for them in messages.
Result<std::unique_ptr<TableReader>> openTableBytes(const QByteArray &bytes, const QString &name,
                                                    const TableOptions &options = {});

} // namespace tocsin::intake
