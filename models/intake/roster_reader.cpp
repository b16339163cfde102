// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/roster_reader.h"

#include "intake/duplicate_finder.h"
#include "intake/row_judge.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

constexpr qint64 kReportEvery = 512;

void noteDuplicate(JudgedRow &judged, DuplicateFinder &finder)
{
    DuplicateFinder::Finding finding = finder.add(judged.row);
    judged.row.rowKey = std::move(finding.rowKey);
    judged.row.sourceHash = sourceHash(judged.row);
    if (!finding.kind)
        return;
    const QString sentence = finding.kind == NoteKind::Duplicate
        ? u"The same person stands on line %1."_s
        : u"recipient_id stands on line %1 as well, with another person."_s;
    judged.notes.append(
        {*finding.kind, RosterField::RecipientId, sentence.arg(finding.otherLine), {}, finding.otherLine});
}

} // namespace

Result<RosterSummary> readRoster(const QString &path, const RosterMap &map, const RosterOptions &options,
                                 const RosterSink &sink, const Progress &progress)
{
    TOCSIN_ASSIGN(const std::unique_ptr<TableReader> table, openTable(path, options.table));
    return readRoster(*table, map, options, sink, progress);
}

Result<RosterSummary> readRoster(TableReader &table, const RosterMap &map, const RosterOptions &options,
                                 const RosterSink &sink, const Progress &progress)
{
    TableRow source;
    TOCSIN_ASSIGN(const bool hasHeader, table.next(source));
    if (!hasHeader)
        return fail(ErrorCode::BadInput, u"The roster is blank. It must begin with a line that names its columns."_s);
    TOCSIN_ASSIGN(const RosterColumns columns, map.match(source.cells, source.line));

    const RowJudge judge(columns, options.today);
    DuplicateFinder duplicates;
    RosterSummary summary;
    while (true) {
        TOCSIN_ASSIGN(const bool more, table.next(source));
        if (!more)
            break;
        JudgedRow judged = judge.judge(source);
        noteDuplicate(judged, duplicates);
        const RowVerdict verdict = verdictOf(judged.notes);
        summary.add(judged.row, verdict, judged.notes);
        TOCSIN_TRY(sink(judged.row, verdict, judged.notes));
        if (summary.rows % kReportEvery == 0) {
            TOCSIN_TRY(progress.check());
            progress.report(table.position(), table.size());
        }
    }
    if (summary.rows == 0)
        return fail(ErrorCode::BadInput, u"The roster has a header and nobody below it."_s);
    TOCSIN_TRY(progress.check());
    progress.report(table.size(), table.size());
    summary.fileSha256 = table.sha256();
    return summary;
}

} // namespace tocsin::intake
