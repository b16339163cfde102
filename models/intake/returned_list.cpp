// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/returned_list.h"

#include "core/text.h"
#include "intake/return_reason.h"
#include "intake/vocabulary.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

constexpr qint64 kMostRows = 200'000;
constexpr qint64 kMostBytes = qint64{64} * 1024 * 1024;
constexpr qsizetype kMostReference = 200;
constexpr qint64 kReportEvery = 512;

struct Column
{
    QLatin1StringView name;
    /// What lists call it, without case, blanks and punctuation.
    QStringList names;
    qsizetype at = -1;
};

/// Columns that only rosters and the lists of runs have.
const QStringList kForeign{u"sha256"_s, u"overlay"_s, u"firstpage"_s, u"dataelements"_s, u"dateofbirth"_s};

QString bareName(const QString &header)
{
    QString bare;
    for (const QChar sign : header) {
        if (sign.isLetterOrNumber())
            bare += sign.toLower();
    }
    return bare;
}

class Columns
{
public:
    [[nodiscard]] Result<> match(const TableRow &header)
    {
        for (qsizetype cell = 0; cell < header.cells.size(); ++cell) {
            if (kForeign.contains(bareName(header.cells.at(cell)))) {
                return fail(ErrorCode::BadInput,
                            u"Line %1: this looks like a roster or the list of a run, not like returned mail. Name the "
                            "list of what came back: recipient_id, and if known reason and date."_s.arg(header.line));
            }
            for (Column &column : m_columns) {
                if (!column.names.contains(bareName(header.cells.at(cell))))
                    continue;
                if (column.at >= 0)
                    return fail(
                        ErrorCode::BadInput,
                        u"Line %1: two columns are the %2; keep one."_s.arg(QString::number(header.line), column.name));
                column.at = cell;
            }
        }
        if (m_columns[0].at >= 0)
            return {};
        return fail(
            ErrorCode::BadInput,
            u"Line %1: no column is called “recipient_id” or “reference”. The list begins with a line that names "
            "its columns: recipient_id, and if known reason and date."_s.arg(header.line));
    }

    [[nodiscard]] QString reference(const TableRow &row) const { return cell(row, 0); }
    [[nodiscard]] QString reason(const TableRow &row) const { return cell(row, 1); }
    [[nodiscard]] QString date(const TableRow &row) const { return cell(row, 2); }

private:
    std::array<Column, 3> m_columns{
        Column{"reference"_L1,
               {u"recipientid"_s, u"reference"_s, u"ourreference"_s, u"ref"_s, u"id"_s, u"letterid"_s,
                u"letterreference"_s}},
        Column{"reason"_L1,
               {u"reason"_s, u"code"_s, u"returnreason"_s, u"returncode"_s, u"reasoncode"_s, u"endorsement"_s,
                u"nixie"_s}},
        Column{"date"_L1,
               {u"date"_s, u"returned"_s, u"returnedon"_s, u"returndate"_s, u"datereturned"_s, u"returneddate"_s}}};

    [[nodiscard]] QString cell(const TableRow &row, size_t column) const
    {
        const qsizetype at = m_columns.at(column).at;
        return at < 0 ? QString() : withoutControlCharacters(row.cells.value(at)).simplified();
    }
};

ReturnedRow rowOf(const TableRow &source, const Columns &columns, QDate today)
{
    ReturnedRow row;
    row.line = source.line;
    row.reference = columns.reference(source).left(kMostReference);
    if (row.reference.startsWith(u'\'')) // as run.csv guards an id that a spreadsheet would take for a formula
        row.reference.remove(0, 1);
    const QString reason = columns.reason(source);
    row.reason = returnReason(reason);
    row.badReason = !reason.isEmpty() && row.reason.isEmpty();
    const QString date = columns.date(source);
    row.on = birthDate(date, today).value_or(QDate()); // any past day, as people write it
    row.badDate = !date.isEmpty() && !row.on.isValid();
    return row;
}

} // namespace

TableOptions returnedListOptions()
{
    TableOptions options;
    options.limits.rows = kMostRows;
    options.limits.fileBytes = kMostBytes;
    return options;
}

Result<ReturnedList> readReturnedList(const QString &path, QDate today, const Progress &progress)
{
    TOCSIN_ASSIGN(const std::unique_ptr<TableReader> table, openTable(path, returnedListOptions()));
    return readReturnedList(*table, today, progress);
}

Result<ReturnedList> readReturnedList(TableReader &table, QDate today, const Progress &progress)
{
    TableRow source;
    TOCSIN_ASSIGN(const bool hasHeader, table.next(source));
    if (!hasHeader)
        return fail(ErrorCode::BadInput, u"The list is blank. It begins with a line that names its columns."_s);
    Columns columns;
    TOCSIN_TRY(columns.match(source));
    ReturnedList list;
    for (;;) {
        TOCSIN_ASSIGN(const bool more, table.next(source));
        if (!more)
            break;
        list.rows.append(rowOf(source, columns, today));
        if (list.rows.size() % kReportEvery == 0) {
            TOCSIN_TRY(progress.check());
            progress.report(table.position(), table.size());
        }
    }
    list.fileSha256 = table.sha256();
    return list;
}

} // namespace tocsin::intake
