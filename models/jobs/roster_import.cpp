// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/roster_import.h"

#include "casework/facts_record.h"
#include "casework/roster.h"
#include "intake/roster_reader.h"
#include "intake/us_postal.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

using casework::Recipient;

constexpr qsizetype kBatch = 2000;

bool has(const QList<intake::RowNote> &notes, intake::NoteKind kind)
{
    return std::any_of(notes.begin(), notes.end(), [kind](const intake::RowNote &note) { return note.kind == kind; });
}

QString statusWord(intake::PersonStatus status)
{
    switch (status) {
    case intake::PersonStatus::Minor:
        return u"minor"_s;
    case intake::PersonStatus::Deceased:
        return u"deceased"_s;
    case intake::PersonStatus::Adult:
        break;
    }
    return u"adult"_s;
}

QJsonArray notesJson(const QList<intake::RowNote> &notes)
{
    QJsonArray array;
    for (const intake::RowNote &note : notes) {
        array.append(QJsonObject{{u"kind"_s, QString(intake::kindName(note.kind))},
                                 {u"field"_s, note.field ? QString(intake::fieldName(*note.field)) : QString()},
                                 {u"sentence"_s, note.sentence},
                                 {u"suggestion"_s, note.suggestion},
                                 {u"other_line"_s, note.otherLine}});
    }
    return array;
}

/// The problem that made the row one comes first: lists are grouped by it.
QList<intake::RowNote> problemsFirst(QList<intake::RowNote> notes)
{
    std::stable_partition(notes.begin(), notes.end(),
                          [](const intake::RowNote &note) { return intake::isProblem(note.kind); });
    return notes;
}

Recipient recipientOf(const intake::RosterRow &row, intake::RowVerdict verdict, const QList<intake::RowNote> &notes)
{
    Recipient person;
    person.key = row.rowKey;
    person.recipientId = row.recipientId;
    person.rowHash = row.sourceHash;
    person.line = row.line;
    person.firstName = row.firstName;
    person.lastName = row.lastName;
    person.addressLines = row.addressLines;
    person.city = row.city;
    person.state = row.state;
    person.residence = intake::stateOfResidence(row.country, row.state, row.postalCode);
    person.postalCode = row.postalCode;
    person.country = row.country;
    person.email = row.email;
    person.emailConsent = row.emailConsent;
    person.language = row.language;
    person.dateOfBirth = row.dateOfBirth.value_or(QDate());
    person.status = statusWord(row.status);
    person.representative = row.representative;
    person.dataElements = row.dataElements;
    person.reachable
        = row.status == intake::PersonStatus::Deceased || !has(notes, intake::NoteKind::NoDeliverableAddress);
    person.repeats = has(notes, intake::NoteKind::Duplicate);
    person.standing
        = verdict == intake::RowVerdict::Problem ? casework::Standing::Undecided : casework::Standing::Included;
    person.notes = notesJson(problemsFirst(notes));
    return person;
}

/// Collects rows and hands them to the store in batches; while one batch is being written the next is read.
class Stager
{
public:
    Stager(casework::CaseFile &file, IncidentId incident) : m_file(file), m_incident(incident)
    {
        m_pending = m_file.stage({m_incident, {}, true});
    }

    Result<> add(Recipient row)
    {
        m_rows.append(std::move(row));
        return m_rows.size() < kBatch ? Result<>() : flush();
    }

    Result<> flush()
    {
        const Result<> before = m_pending.result();
        m_pending = m_file.stage({m_incident, std::exchange(m_rows, {}), false});
        return before;
    }

    Result<> finish()
    {
        TOCSIN_TRY(flush());
        return m_pending.result();
    }

    /// Takes everything out again.
    void clear() { m_file.stage({m_incident, {}, true}).waitForFinished(); }

private:
    casework::CaseFile &m_file;
    IncidentId m_incident;
    QList<Recipient> m_rows;
    QFuture<Result<>> m_pending;
};

/// Reads and judges, and keeps nothing.
Result<intake::RosterSummary> look(const RosterImport &request, const intake::RosterOptions &options,
                                   const Progress &progress)
{
    return intake::readRoster(
        request.path, request.map, options,
        [](const intake::RosterRow &, intake::RowVerdict, const QList<intake::RowNote> &) { return Result<>(); },
        progress);
}

Result<RosterImportReport> accept(casework::CaseFile &file, const RosterImport &request, intake::RosterSummary summary)
{
    TOCSIN_ASSIGN(const casework::StagedCounts counts, file.ask(casework::StagedEffect{request.incident}).result());
    TOCSIN_TRY(file.submit(casework::AcceptStaged{request.incident, QFileInfo(request.path).fileName(),
                                                  summary.fileSha256, summary.toJson()})
                   .result());
    TOCSIN_ASSIGN(const casework::RosterTotals totals,
                  file.ask(casework::RosterTotalsQuery{request.incident}).result());
    RosterImportReport report;
    report.summary = std::move(summary);
    report.revision = totals.revision;
    report.added = counts.added;
    report.changed = counts.changed;
    report.unchanged = counts.unchanged;
    return report;
}

} // namespace

QJsonObject RosterImportReport::toJson() const
{
    QJsonObject object = summary.toJson();
    object.insert(u"already_imported"_s, known);
    object.insert(u"dry_run"_s, dryRun);
    object.insert(u"revision"_s, revision);
    object.insert(u"added"_s, added);
    object.insert(u"changed"_s, changed);
    object.insert(u"unchanged"_s, unchanged);
    return object;
}

Result<RosterImportReport> importRoster(casework::CaseFile &file, const RosterImport &request, const Progress &progress)
{
    // The day on which ages are judged belongs to the organization's zone.
    TOCSIN_ASSIGN(const casework::Organization organization, file.ask(casework::OrganizationQuery()).result());
    TOCSIN_ASSIGN(const casework::RosterTotals totals,
                  file.ask(casework::RosterTotalsQuery{request.incident}).result());
    intake::RosterOptions options;
    options.today = file.now().inZone(organization.timezone).localDate();
    if (request.dryRun) {
        TOCSIN_ASSIGN(intake::RosterSummary summary, look(request, options, progress));
        TOCSIN_ASSIGN(const bool known,
                      file.ask(casework::RosterFileKnown{request.incident, summary.fileSha256}).result());
        return RosterImportReport{std::move(summary), known, true, totals.revision, 0, 0, 0};
    }

    Stager stager(file, request.incident);
    auto read = intake::readRoster(
        request.path, request.map, options,
        [&stager](const intake::RosterRow &row, intake::RowVerdict verdict, const QList<intake::RowNote> &notes) {
            return stager.add(recipientOf(row, verdict, notes));
        },
        progress);
    const Result<> staged = read ? stager.finish() : forward(read);
    const Result<bool> known
        = staged ? file.ask(casework::RosterFileKnown{request.incident, read->fileSha256}).result() : forward(staged);
    if (!known || *known) {
        stager.clear();
        if (!known)
            return forward(known);
        return RosterImportReport{std::move(*read), true, false, totals.revision, 0, 0, 0};
    }
    auto accepted = accept(file, request, std::move(*read));
    if (!accepted)
        stager.clear();
    return accepted;
}

} // namespace tocsin::jobs
