// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"

namespace tocsin::casework {

/// Where the report of one breach to HHS stands.
enum class Submission {
    Waiting, ///< a fact is missing: whether or when to report is not known yet
    Open,
    Submitted,
};

QString submissionToken(Submission submission);
QString submissionName(Submission submission);

/// One breach in a year's log (45 CFR 164.408(c)): what the HHS portal asks, as far as the facts tell.
struct AnnualLogEntry
{
    IncidentId incident;
    ObligationId obligation; ///< of the notice to HHS
    QString recipient = {}; ///< "HHS", or under 42 CFR part 2 "HHS:part2": a breach under both is reported under each
    QString reference = {};
    QString title = {};
    QByteArray zone = {}; ///< of the facts, in which days are counted; empty if they name none
    QDate discovered = {};
    QDate breachFrom = {}; ///< null while unknown
    QDate breachTo = {};
    std::optional<qint64> affected = {};
    QStringList data = {}; ///< kinds of information, as the facts have them
    bool byAssociate = false; ///< a business associate found it
    QString summary = {}; ///< what happened
    QString actions = {}; ///< what is being done
    QDate individualsTold = {}; ///< null if not yet
    QDate substituteNotice = {}; ///< null if there was none
    law::Due due = {}; ///< the one that counts: counsel's if there is one
    bool overridden = false;
    Submission submission = Submission::Open;
    std::optional<Proof> proof = {};
    QStringList missing = {}; ///< facts without which it cannot be submitted

    friend bool operator==(const AnnualLogEntry &, const AnnualLogEntry &) = default;
};

/// The log of breaches discovered in a calendar year that HHS is told of after its end, because the rules say so of
/// their size; those whose number of people is not known yet are in it too. By reference.
struct AnnualLogQuery
{
    using Answer = QList<AnnualLogEntry>;
    int year = 0;
    Result<QList<AnnualLogEntry>> run(Reader &reader) const;
};

/// The last day to tell HHS of a year's breaches under 500: the 60th of the next year (45 CFR 164.408(c)).
QDate lastDayToSubmit(int year);

/// The log as CSV for a spreadsheet (RFC 4180, with a byte order mark and a line of headings); no cell is a formula.
QByteArray annualLogCsv(const QList<AnnualLogEntry> &entries);

/// Notes in the ledger that a year's log left the store as a file (see packets::writeAnnualCsv()).
struct RecordAnnualExport
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("annual.export");
    int year = 0;
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
