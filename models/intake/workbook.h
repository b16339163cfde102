// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/xml_tokens.h"

#include <QList>

namespace tocsin::intake {

/// A workbook's shared strings: UTF-8 behind each other, so that a table of millions stays small.
class SharedStrings
{
public:
    [[nodiscard]] qsizetype size() const { return m_ends.size(); }
    [[nodiscard]] QString at(qsizetype index) const;
    void append(QStringView text);
    [[nodiscard]] qsizetype bytes() const { return m_bytes.size() + m_ends.size() * qsizetype(sizeof(quint32)); }

private:
    QByteArray m_bytes;
    QList<quint32> m_ends;
};

/// What has to be known of an XLSX before the rows of a sheet can be read.
struct Workbook
{
    QString sheetPart; ///< the part of the archive that holds the chosen sheet
    SharedStrings strings;
    QList<bool> dateStyles; ///< by cell style: whether it shows a number as a date
    bool from1904 = false; ///< days are counted from 1904, not from 1900
};

/// Reads all but the sheet. Fails with BadInput for an archive that is no workbook, a sheet that is not there (naming
/// how many there are), a damaged part, and shared strings beyond the limit.
Result<Workbook> readWorkbook(const ZipArchive &archive, const QString &name, const TableOptions &options);

/// Undoes the escapes of ST_Xstring (ECMA-376 part 1, 22.9.2.19): "_x000D_" is a carriage return.
QString unescaped(const QString &text);

} // namespace tocsin::intake
