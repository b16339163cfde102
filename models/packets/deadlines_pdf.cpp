// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/deadlines_pdf.h"

#include "casework/deadlines_export.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/pdf/pdf_writer.h"
#include "packets/packet_sections.h"

#include <QFile>

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
    document.blocks.push_back(headOf(contents, made, madeBy));
    Blocks section = deadlinesSection(contents);
    document.blocks.insert(document.blocks.end(), std::make_move_iterator(section.begin()),
                           std::make_move_iterator(section.end()));
    return document;
}

Result<int> writeDeadlinesPdf(casework::CaseFile &file, IncidentId incident, const QString &path,
                              const Progress &progress)
{
    if (!file.may(casework::RecordDeadlinesExport::kAction)) {
        return fail(ErrorCode::NotAllowed,
                    u"The role “%1” does not export deadlines (deadlines.export)."_s.arg(
                        casework::roleName(file.actor().role)));
    }
    TOCSIN_ASSIGN(const std::unique_ptr<casework::ReadSession> session, file.openSession());
    TOCSIN_ASSIGN(const PacketContents contents, gatherDeadlines(*session, incident, progress));
    TOCSIN_TRY(loadLetterFonts());
    TOCSIN_TRY(progress.check());
    const QString madeBy = u"%1 (%2)"_s.arg(file.actor().name, casework::roleName(file.actor().role));
    TOCSIN_ASSIGN(const PlacedDocument placed, writeDocument(deadlinesDocument(contents, file.now(), madeBy), path));
    const Result<casework::Receipt> noted
        = file.submit(casework::RecordDeadlinesExport{incident, casework::DeadlinesForm::Pdf}).result();
    if (noted)
        return placed.pages;
    QFile::remove(path); // what is not in the ledger did not leave the store
    return forward(noted);
}

} // namespace tocsin::packets
