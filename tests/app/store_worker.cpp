// SPDX-License-Identifier: GPL-3.0-or-later
// Works on a store with a cheap key derivation, for tests that kill it or look at what it leaves on the disk.
//
//   store_worker log STORE            logs entries until it is killed; prints the ledger's count after each
//   store_worker import STORE FILE    imports a roster
//   store_worker session STORE FILE   imports a roster, logs, previews every letter, prints "ready", waits for a line
//   store_worker fixture STORE        makes the store that tests/fixtures/casework keeps of its schema version
#include "models/casework/case_fixture.h"

#include "casework/timeline.h"
#include "jobs/letters.h"
#include "jobs/roster_import.h"
#include "notices/pdf/letter_fonts.h"

#include <QGuiApplication>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

namespace {

Surroundings surroundings()
{
    return {std::make_shared<FixedClock>(*Instant::parse(u"2026-03-20T09:42:00-05:00"_s)),
            std::make_shared<const law::RulePacks>(law::builtInRulePacks().value())};
}

void print(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

Result<> logForEver(CaseFile &file)
{
    TOCSIN_ASSIGN(const Incident incident, file.ask(IncidentByReference{u"2026-001"_s}).result());
    for (int n = 0;; ++n) {
        TOCSIN_ASSIGN(const Receipt receipt, file.submit(LogEntry{incident.id, u"Entry number %1"_s.arg(n)}).result());
        // Said only after it was committed: a kill from here on must not lose it.
        print(QString::number(receipt.sequence));
    }
}

Result<jobs::RosterImportReport> import(CaseFile &file, IncidentId incident, const QString &path)
{
    jobs::RosterImport request;
    request.incident = incident;
    request.path = path;
    const Progress progress;
    return jobs::importRoster(file, request, progress);
}

Result<> session(CaseFile &file, const QString &roster)
{
    TOCSIN_TRY(notices::loadLetterFonts());
    TOCSIN_ASSIGN(const Incident incident, file.ask(IncidentByReference{u"2026-001"_s}).result());
    TOCSIN_TRY(import(file, incident.id, roster));
    TOCSIN_TRY(file.submit(LogEntry{incident.id, u"Zanzibarquery saw the export of Quintessa Wolkenstein"_s}).result());
    TOCSIN_ASSIGN(const auto reader, file.openSession());
    TOCSIN_ASSIGN(const jobs::LetterMaterial material,
                  jobs::letterMaterial(*reader, incident.id, u"individual-en"_s, file.now()));
    RecipientIds included{incident.id};
    included.standing = Standing::Included;
    TOCSIN_ASSIGN(const QList<RecipientId> ids, reader->ask(included));
    qsizetype bytes = 0;
    for (const RecipientId id : ids) {
        TOCSIN_ASSIGN(const QByteArray pdf, jobs::previewLetter(*reader, material, id));
        bytes += pdf.size();
    }
    print(u"ready %1 previews, %2 bytes"_s.arg(ids.size()).arg(bytes));
    (void)std::getchar();
    return {};
}

/// Everything that a store of version 1 can hold of the first kinds of record.
Result<> makeFixture(const QString &path)
{
    NewCase request;
    request.path = path;
    request.organization = CaseFixture::organization();
    request.personName = u"Ada"_s;
    request.passphrase = CaseFixture::passphraseOf(u"Ada"_s);
    request.cost = vault::KdfCost::forTests();
    TOCSIN_ASSIGN(const auto file, CaseFile::create(request, surroundings()));
    CreateIncident incident;
    incident.title = u"Order export left readable"_s;
    incident.facts = CaseFixture::facts();
    TOCSIN_ASSIGN(const Receipt made, file->submit(incident).result());
    TOCSIN_TRY(file->submit(LogEntry{{made.id}, u"Forensic copy of the access logs"_s}).result());
    AddPerson person{u"Lee"_s, Role::LegalCounsel, CaseFixture::passphraseOf(u"Lee"_s), {}, vault::KdfCost::forTests()};
    TOCSIN_TRY(file->addPerson(std::move(person)).result());
    Recipient recipient;
    recipient.key = u"key-1"_s;
    recipient.rowHash = u"hash-1"_s;
    recipient.firstName = u"Pat"_s;
    recipient.lastName = u"Example"_s;
    recipient.addressLines = QStringList{u"1 Main St"_s};
    recipient.status = u"adult"_s;
    TOCSIN_TRY(file->stage({{made.id}, {recipient}, true}).result());
    TOCSIN_TRY(file->submit(AcceptStaged{{made.id}, u"roster.csv"_s, u"00"_s, {}}).result());
    return {};
}

Result<> work(const QStringList &arguments)
{
    const QString kind = arguments.value(1);
    if (kind == u"fixture"_s)
        return makeFixture(arguments.value(2));
    TOCSIN_ASSIGN(
        const auto file,
        CaseFile::unlock({arguments.value(2), u"Ada"_s, CaseFixture::passphraseOf(u"Ada"_s), {}}, surroundings()));
    print(u"open"_s);
    if (kind == u"log"_s)
        return logForEver(*file);
    if (kind == u"session"_s)
        return session(*file, arguments.value(3));
    TOCSIN_ASSIGN(const Incident incident, file->ask(IncidentByReference{u"2026-001"_s}).result());
    TOCSIN_ASSIGN(const jobs::RosterImportReport report, import(*file, incident.id, arguments.value(3)));
    print(u"imported %1"_s.arg(report.summary.rows));
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Only letters need fonts; what is killed often should start fast.
    const bool needsFonts = argc > 1 && qstrcmp(argv[1], "session") == 0;
    const std::unique_ptr<QCoreApplication> application
        = needsFonts ? std::make_unique<QGuiApplication>(argc, argv) : std::make_unique<QCoreApplication>(argc, argv);
    const Result<> done = work(QCoreApplication::arguments());
    if (!done)
        std::fprintf(stderr, "%s\n", qPrintable(done.error().message));
    return done ? 0 : 1;
}
