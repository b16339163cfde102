// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/deadlines_files.h"

#include "casework/deadlines_export.h"
#include "casework/incident.h"
#include "core/safe_file.h"
#include "law/icalendar.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/pdf/pdf_writer.h"
#include "packets/packet_sections.h"
#include "packets/recorded_file.h"
#include "packets/snapshot.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

using namespace notices;

namespace {

Table headOf(const PacketContents &contents, const Instant &made, const QString &madeBy)
{
    const QByteArray &zone = contents.organization.timezone;
    const QDate discovered = contents.evaluation.discovered;
    Table head = pairs(u"What these deadlines are of, and when they were printed"_s);
    addPair(head, u"Incident"_s, u"%1 %2"_s.arg(contents.incident.reference, contents.incident.title));
    addPair(head, u"Discovered"_s, discovered.isValid() ? dayText(discovered) : u"not yet known"_s);
    addPair(head, u"Printed"_s, u"%1 (%2), by %3"_s.arg(momentText(made, zone), QString::fromLatin1(zone), madeBy));
    addPair(head, u"Rules"_s, rulePacksText(contents.evaluation));
    return head;
}

/// Puts the export into the ledger.
std::function<Result<>()> noteOf(casework::CaseFile &file, IncidentId incident, casework::DeadlinesForm form)
{
    return [&file, incident, form]() -> Result<> {
        const auto noted = file.submit(casework::RecordDeadlinesExport{incident, form}).result();
        return noted ? Result<>() : Result<>(forward(noted));
    };
}

Result<QByteArray> calendarOf(casework::CaseFile &file, IncidentId incident)
{
    TOCSIN_ASSIGN(const std::unique_ptr<casework::ReadSession> session, file.openSession());
    TOCSIN_ASSIGN(const Snapshot snapshot, Snapshot::begin(session->reader().db()));
    TOCSIN_ASSIGN(const casework::Incident record, session->ask(casework::IncidentById{incident}));
    TOCSIN_ASSIGN(const law::Evaluation computed, session->ask(casework::EvaluationQuery{incident}));
    TOCSIN_ASSIGN(const QList<casework::ObligationRecord> records, session->ask(casework::ObligationsQuery{incident}));
    const law::Evaluation counting = casework::withCounselsDates(computed, records, casework::CounselsReason::Withheld);
    return law::toICalendar(counting, {record.reference, record.reference}, FixedClock(file.now()));
}

} // namespace

Document deadlinesDocument(const PacketContents &contents, const Instant &made, const QString &madeBy)
{
    const QString title = u"Deadlines %1"_s.arg(contents.incident.reference);
    Document document;
    document.metadata.title = title;
    document.metadata.author = contents.organization.name;
    document.metadata.subject = contents.incident.title;
    document.metadata.created = made;
    document.typography.body = Face::Sans;
    document.typography.headings = Face::Sans;
    document.typography.size = 10;
    document.outline = true;
    document.page.header = u"%1 · %2"_s.arg(contents.organization.name, contents.incident.title);
    document.page.footer = u"%1 · Not legal advice · rules of %2"_s.arg(title, dayText(contents.evaluation.prepared));
    document.blocks.emplace_back(headOf(contents, made, madeBy));
    Blocks section = deadlinesSection(contents);
    document.blocks.insert(document.blocks.end(), std::make_move_iterator(section.begin()),
                           std::make_move_iterator(section.end()));
    return document;
}

Result<int> writeDeadlinesPdf(casework::CaseFile &file, IncidentId incident, const QString &path,
                              const Progress &progress)
{
    TOCSIN_ASSIGN(const std::unique_ptr<casework::ReadSession> session, file.openSession());
    TOCSIN_ASSIGN(const PacketContents contents, gatherDeadlines(*session, incident, progress));
    TOCSIN_TRY(loadLetterFonts());
    TOCSIN_TRY(progress.check());
    const QString madeBy = u"%1 (%2)"_s.arg(file.actor().name, casework::roleName(file.actor().role));
    int pages = 0;
    const auto write = [&](const QString &part) -> Result<> {
        TOCSIN_ASSIGN(const PlacedDocument placed,
                      writeDocument(deadlinesDocument(contents, file.now(), madeBy), part));
        pages = placed.pages;
        return {};
    };
    TOCSIN_TRY(writeRecorded(path, write, noteOf(file, incident, casework::DeadlinesForm::Pdf)));
    return pages;
}

Result<> writeDeadlinesCalendar(casework::CaseFile &file, IncidentId incident, const QString &path,
                                const Progress &progress)
{
    TOCSIN_ASSIGN(const QByteArray calendar, calendarOf(file, incident));
    TOCSIN_TRY(progress.check());
    const auto write = [&calendar](const QString &part) { return writeFileAtomically(part, calendar); };
    return writeRecorded(path, write, noteOf(file, incident, casework::DeadlinesForm::Calendar));
}

} // namespace tocsin::packets
