// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/roster_summary.h"

#include "intake/us_postal.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

bool hasKind(const QList<RowNote> &notes, NoteKind kind)
{
    return std::any_of(notes.begin(), notes.end(), [kind](const RowNote &note) { return note.kind == kind; });
}

QJsonObject toJson(const KindCount &count)
{
    QJsonArray lines;
    for (const qint64 line : count.lines)
        lines.append(line);
    return {{u"count"_s, count.count}, {u"lines"_s, lines}};
}

} // namespace

void RosterSummary::add(const RosterRow &row, RowVerdict verdict, const QList<RowNote> &notes)
{
    ++rows;
    ++(verdict == RowVerdict::Accepted ? accepted : verdict == RowVerdict::AcceptedWithNote ? withNote : problems);

    QSet<NoteKind> counted;
    for (const RowNote &note : notes) {
        if (counted.contains(note.kind))
            continue;
        counted.insert(note.kind);
        KindCount &kind = kinds[note.kind];
        ++kind.count;
        if (kind.lines.size() < KindCount::kLinesKept)
            kind.lines.append(row.line);
    }

    if (counted.contains(NoteKind::Duplicate)) {
        ++duplicates;
        return;
    }
    ++people;
    if (row.country != u"US"_s)
        ++(hasKind(notes, NoteKind::UnknownCountry) ? stateUnknown : foreign);
    else if (isStateCode(row.state))
        ++residentsByState[row.state];
    else
        ++(isMilitaryState(row.state) ? military : stateUnknown);

    if (counted.contains(NoteKind::NoDeliverableAddress) && row.status != PersonStatus::Deceased) {
        ++withoutUsableAddress;
        if (row.emailConsent)
            ++ofThoseByEmail;
    }
}

QJsonObject RosterSummary::toJson() const
{
    QJsonObject problemKinds;
    QJsonObject noteKinds;
    for (auto it = kinds.begin(); it != kinds.end(); ++it)
        (isProblem(it.key()) ? problemKinds : noteKinds).insert(kindName(it.key()), intake::toJson(*it));

    QJsonObject residents;
    for (auto it = residentsByState.begin(); it != residentsByState.end(); ++it)
        residents.insert(it.key(), *it);

    return {
        {u"read"_s, rows},
        {u"accepted"_s, accepted},
        {u"accepted_with_note"_s, withNote},
        {u"problems"_s, problems},
        {u"duplicates"_s, duplicates},
        {u"people"_s, people},
        {u"problems_by_kind"_s, problemKinds},
        {u"notes_by_kind"_s, noteKinds},
        {u"residents_by_state"_s, residents},
        {u"military"_s, military},
        {u"foreign"_s, foreign},
        {u"state_unknown"_s, stateUnknown},
        {u"without_usable_address"_s, withoutUsableAddress},
        {u"of_those_by_email"_s, ofThoseByEmail},
        {u"file_sha256"_s, fileSha256},
    };
}

} // namespace tocsin::intake
