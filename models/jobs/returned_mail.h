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
};

/// What became of a list of returned mail. Lines, never people.
struct ReturnedMailReport
{
    qint64 rows = 0;
    qint64 accepted = 0;
    /// Line numbers by what kept them out: missing-id, unknown-id, no-letter, not-mailed, doubled, returned-already,
    /// bad-date, before-mailing.
    QMap<QString, QList<qint64>> problems;
    qint64 withoutAddress = 0; ///< people whom no letter reaches now; the facts follow only when a person says so
    bool dryRun = false;

    [[nodiscard]] QJsonObject toJson() const;
};

/// Reads a list of returned mail and records the letters that came back, each person's latest one; what is wrong with a
/// line keeps only that line out. The same list again records nothing twice. Failures as in intake::readReturnedList()
/// and casework::RecordReturned.
Result<ReturnedMailReport> importReturnedMail(casework::CaseFile &file, const ReturnedMail &request,
                                              const Progress &progress);

} // namespace tocsin::jobs
