// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/roster_row.h"

#include <QJsonObject>
#include <QMap>

namespace tocsin::intake {

/// How often one kind of note came, and where.
struct KindCount
{
    static constexpr qsizetype kLinesKept = 100;

    qint64 count = 0;
    QList<qint64> lines; ///< of the first kLinesKept rows; the count is exact all the same

    friend bool operator==(const KindCount &, const KindCount &) = default;
};

/// What a roster holds. `rows` is the sum of `accepted`, `withNote` and `problems`.
///
/// "People" are rows that are not Duplicate; minors and the deceased are people. A problem row counts as a person as
/// well, since leaving someone out of a count can hide a duty.
struct RosterSummary
{
    qint64 rows = 0;
    qint64 accepted = 0;
    qint64 withNote = 0;
    qint64 problems = 0;
    qint64 duplicates = 0; ///< rows that repeat a person
    qint64 people = 0; ///< rows - duplicates

    QMap<NoteKind, KindCount> kinds; ///< rows per kind

    /// People by the State they live in: the 50 States, DC and the territories (AS, GU, MP, PR, VI), by the State that
    /// the row gives. Military, foreign and unknown are beside it; all four add up to `people`.
    QMap<QString, qint64> residentsByState;
    qint64 military = 0;
    qint64 foreign = 0;
    qint64 stateUnknown = 0;

    /// Living people whom no letter reaches: no street or box, or neither a city nor a ZIP, or, in the United States,
    /// neither a usable State nor a usable ZIP. The deceased do not count: no substitute notice is owed for them
    /// (45 CFR 164.404(d)(2)). Ten or more turn on the substitute notice of 164.404(d)(2)(ii).
    qint64 withoutUsableAddress = 0;
    /// Those of them who agreed to e-mail and gave an address.
    qint64 ofThoseByEmail = 0;

    QString fileSha256;

    friend bool operator==(const RosterSummary &, const RosterSummary &) = default;

    /// Adds one row.
    void add(const RosterRow &row, RowVerdict verdict, const QList<RowNote> &notes);

    /// As `tocsin roster import --json` prints it: counts, `problems_by_kind` and `notes_by_kind` with line numbers,
    /// `residents_by_state`.
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace tocsin::intake
