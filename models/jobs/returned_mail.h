// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"

#include <QJsonObject>
#include <QMap>

namespace tocsin::jobs {

struct ReturnedMail
{
    IncidentId incident;
    QString path; ///< CSV or XLSX: recipient_id, and if known reason and date
    QDate on = {}; ///< for rows without a day; invalid: today
    bool dryRun = false;
    QString sha256 = {}; ///< of the file as a dry run saw it; if given, another file fails with Conflict
};

/// What became of a list of returned mail. Lines, never people.
struct ReturnedMailReport
{
    qint64 rows = 0;
    qint64 accepted = 0;
    /// Line numbers by what kept them out: missing-id, unknown-id, ambiguous-id, no-letter, not-mailed, doubled,
    /// returned-already, bad-date, day-needed, bad-reason, before-mailing.
    QMap<QString, QList<qint64>> problems;
    /// People whom no letter reaches with what was accepted, in a dry run too; the facts follow only when a person says
    /// so.
    qint64 withoutAddress = 0;
    bool dryRun = false;
    QString fileSha256 = {};
    casework::Receipt receipt = {}; ///< of what was recorded; null if nothing was

    /// Rows that say something which is not recorded. Those that only repeat what is recorded do not count.
    [[nodiscard]] qint64 notTaken() const;
    [[nodiscard]] QJsonObject toJson() const;
};

/// What a kind of problem means and what would be right: a sentence.
QString returnedProblem(const QString &kind);

/// Reads a list of returned mail and records the letters that came back: of each person the latest that is recorded as
/// mailed by that day and not as returned, of whatever wave. What is wrong with a line keeps only that line out. The
/// same list again records nothing twice. Failures as in intake::readReturnedList() and casework::RecordReturned.
Result<ReturnedMailReport> importReturnedMail(casework::CaseFile &file, const ReturnedMail &request,
                                              const Progress &progress);

} // namespace tocsin::jobs
