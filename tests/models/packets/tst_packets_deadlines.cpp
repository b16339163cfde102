// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/deadlines_export.h"
#include "casework/ledger_book.h"
#include "casework/obligation_plan.h"
#include "casework/rule_import.h"
#include "core/safe_file.h"
#include "models/casework/other_rules.h"
#include "models/packets/packet_case.h"
#include "packets/deadlines_files.h"
#include "packets/recorded_file.h"
#include "patience.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::packets;
using test::CaseFixture;

namespace {

QString textOf(const QString &pdf)
{
    QProcess process;
    process.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
    return process.waitForFinished(test::kPatience) ? QString::fromUtf8(process.readAllStandardOutput()).simplified()
                                                    : QString();
}

bool isSound(const QString &pdf)
{
    QProcess process;
    process.start(u"qpdf"_s, {u"--check"_s, pdf});
    return process.waitForFinished(test::kPatience) && process.exitCode() == 0;
}

int exportsIn(CaseFixture &store)
{
    casework::LedgerRows query;
    query.incident = u"2026-001"_s;
    query.limit = 100;
    const auto rows = store.ask(query).value();
    return int(std::count_if(rows.cbegin(), rows.cend(), [](const casework::LedgerRow &row) {
        return row.action == casework::RecordDeadlinesExport::kAction;
    }));
}

} // namespace

class TestDeadlinesPdf final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsOwedWhenAndWhy();
    void showsCounselsDateBesideTheComputedOne();
    void keepsWhatWasRecordedOfWithdrawnDuties();
    void namesNobodyAffected();
    void isInTheLedger();
    void leavesNothingBehindThatIsNotInTheLedger();
    void keepsWhatStoodThereIfTheLedgerCannotTakeIt();
    void writesTheCalendarAndNotesIt();
    void givesTheCalendarCounselsDates();
    void leavesCounselsReasonOutOfTheCalendar();
    void isForEveryRoleAndShowsNoneOfThemAnybody();
    void notesNothingWhereAFolderStands();
    void takesNoFileOfAStoreForItsOwn();
};

void TestDeadlinesPdf::saysWhatIsOwedWhenAndWhy()
{
    CaseFixture store;
    const IncidentId incident = store.incident();
    const QString path = store.filePath(u"deadlines.pdf"_s);
    const Result<int> pages = writeDeadlinesPdf(store.file(), incident, path, Progress());
    QVERIFY(pages);
    QVERIFY(*pages > 1);
    QVERIFY(isSound(path));
    const QString text = textOf(path);
    const auto records = store.ask(casework::ObligationsQuery{incident}).value();
    const law::Evaluation evaluation = store.ask(casework::EvaluationQuery{incident}).value();
    const QStringList said{u"2026-001 Order export left readable"_s,
                           u"Ada (Compliance lead)"_s,
                           u"20 Mar 2026, 09:42"_s,
                           u"Not legal advice"_s,
                           u"2 May 2026"_s,
                           u"45 CFR 164.404(b)"_s,
                           u"prepared "_s + evaluation.prepared.toString(u"d MMM yyyy"_s)};
    for (const QString &words : said)
        QVERIFY2(text.contains(words), qPrintable(words));
    for (const casework::ObligationRecord &record : records) {
        if (record.standing != casework::ObligationRecord::Standing::Owed)
            continue;
        for (const QString &why : record.duty.why) {
            const QString begin = why.simplified().section(u' ', 0, 3);
            QVERIFY2(text.contains(begin), qPrintable(why));
        }
    }
}

void TestDeadlinesPdf::showsCounselsDateBesideTheComputedOne()
{
    CaseFixture store(casework::Role::LegalCounsel);
    const IncidentId incident = store.incident();
    const auto records = store.ask(casework::ObligationsQuery{incident}).value();
    const auto hhs = std::find_if(records.cbegin(), records.cend(),
                                  [](const auto &record) { return record.duty.recipient == u"HHS"_s; });
    QVERIFY(hhs != records.cend());
    QVERIFY(store.submit(casework::OverrideDueDate{hhs->id, {QDate(2026, 4, 17), {}}, u"agreed by telephone"_s}));
    const QString path = store.filePath(u"deadlines.pdf"_s);
    QVERIFY(writeDeadlinesPdf(store.file(), incident, path, Progress()));
    const QString text = textOf(path);
    QVERIFY(text.contains(u"17 Apr 2026"_s));
    QVERIFY(text.contains(u"2 May 2026"_s));
    QVERIFY(text.contains(u"agreed by telephone"_s));
}

void TestDeadlinesPdf::keepsWhatWasRecordedOfWithdrawnDuties()
{
    CaseFixture store;
    const IncidentId incident = store.incident();
    const auto records = store.ask(casework::ObligationsQuery{incident}).value();
    const auto duty = std::find_if(records.cbegin(), records.cend(), [](const casework::ObligationRecord &each) {
        return each.duty.rule == u"hipaa/individuals"_s;
    });
    QVERIFY(store.submit(casework::CompleteObligation{duty->id, {u"mailing"_s, u"Job 4711"_s, QDate(2026, 3, 19)}}));
    QVERIFY(store.submit(casework::ImportRulePacks{{{test::hipaaWithout(store, u"individuals"_s), u"new.json"_s}},
                                                   u"Counsel sent it"_s}));
    QVERIFY(store.submit(casework::AcceptRulePacks{incident, u"Counsel said so"_s}));
    const QString path = store.filePath(u"deadlines.pdf"_s);
    QVERIFY(writeDeadlinesPdf(store.file(), incident, path, Progress()));
    const QString text = textOf(path);
    for (const QString &words :
         {u"Withdrawn"_s, u"The rules in force"_s, u"Job 4711"_s, u"It was last asked by hipaa@"_s})
        QVERIFY2(text.contains(words), qPrintable(words));
}

void TestDeadlinesPdf::namesNobodyAffected()
{
    test::PacketCase full;
    QVERIFY(full.fill());
    QVERIFY(full.store().addPerson(u"Lee"_s, casework::Role::LegalCounsel) && full.store().openAs(u"Lee"_s));
    const auto duties = full.store().ask(casework::ObligationsQuery{full.incident()}).value();
    QVERIFY(full.store().submit(
        casework::OverrideDueDate{duties.first().id, {QDate(2026, 4, 17), {}}, u"Asked by Wendeline Quillfeather"_s}));
    const QString path = full.store().filePath(u"deadlines.pdf"_s);
    QVERIFY(writeDeadlinesPdf(full.store().file(), full.incident(), path, Progress()));
    const QString text = textOf(path);
    QVERIFY(text.contains(u"Asked by [withheld]"_s));
    for (const QString &secret : test::PacketCase::secrets())
        QVERIFY2(!text.contains(secret), qPrintable(secret));
}

void TestDeadlinesPdf::isInTheLedger()
{
    CaseFixture store;
    const IncidentId incident = store.incident();
    QCOMPARE(exportsIn(store), 0);
    QVERIFY(writeDeadlinesPdf(store.file(), incident, store.filePath(u"deadlines.pdf"_s), Progress()));
    QCOMPARE(exportsIn(store), 1);
}

void TestDeadlinesPdf::leavesNothingBehindThatIsNotInTheLedger()
{
    CaseFixture store;
    const IncidentId incident = store.incident();
    QVERIFY(!writeDeadlinesPdf(store.file(), incident, store.filePath(u"no/such/folder/deadlines.pdf"_s), Progress()));
    QCOMPARE(exportsIn(store), 0);
    const QString path = store.filePath(u"other.pdf"_s);
    const Result<int> unknown = writeDeadlinesPdf(store.file(), IncidentId{99}, path, Progress());
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    QVERIFY(!QFile::exists(path));
    QVERIFY(!writeDeadlinesCalendar(store.file(), IncidentId{99}, path, Progress()));
    QCOMPARE(exportsIn(store), 0);
    QVERIFY(!QFile::exists(path));
}

void TestDeadlinesPdf::keepsWhatStoodThereIfTheLedgerCannotTakeIt()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"deadlines.ics"_s);
    QVERIFY(writeFileAtomically(path, "yesterday's"));
    const auto write = [](const QString &part) { return writeFileAtomically(part, "today's"); };
    const auto refuse = []() -> Result<> { return fail(ErrorCode::Conflict, u"The store is full."_s); };
    const Result<> refused = writeRecorded(path, write, refuse);
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, u"The store is full."_s);
    QCOMPARE(readFile(path, 100).value(), QByteArray("yesterday's"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"deadlines.ics"_s});
    QVERIFY(writeRecorded(path, write, [] { return Result<>(); }));
    QCOMPARE(readFile(path, 100).value(), QByteArray("today's"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"deadlines.ics"_s});
}

void TestDeadlinesPdf::takesNoFileOfAStoreForItsOwn()
{
    CaseFixture store;
    const IncidentId incident = store.incident();
    CaseFixture other; // nobody has it open
    other.close();
    const QStringList files{store.path(), store.path() + u".keys"_s, other.path(), other.path() + u".keys"_s};
    for (const QString &path : files) {
        const QByteArray before = readFile(path, 10'000'000).value_or(QByteArray());
        QCOMPARE(writeDeadlinesCalendar(store.file(), incident, path, Progress()).error().code, ErrorCode::BadInput);
        QCOMPARE(writeDeadlinesPdf(store.file(), incident, path, Progress()).error().code, ErrorCode::BadInput);
        QCOMPARE(readFile(path, 10'000'000).value_or(QByteArray()), before);
    }
    QCOMPARE(exportsIn(store), 0);
}

void TestDeadlinesPdf::writesTheCalendarAndNotesIt()
{
    CaseFixture store;
    const IncidentId incident = store.incident();
    const QString path = store.filePath(u"deadlines.ics"_s);
    QVERIFY(writeDeadlinesCalendar(store.file(), incident, path, Progress()));
    const QByteArray calendar = readFile(path, 1'000'000).value();
    QVERIFY(calendar.contains("BEGIN:VEVENT") && calendar.contains("20260502"));
    QVERIFY(!calendar.contains("Order export")); // others may see a calendar
    QCOMPARE(exportsIn(store), 1);
}

void TestDeadlinesPdf::givesTheCalendarCounselsDates()
{
    CaseFixture store(casework::Role::LegalCounsel);
    const IncidentId incident = store.incident();
    auto records = store.ask(casework::ObligationsQuery{incident}).value();
    const law::Evaluation computed = store.ask(casework::EvaluationQuery{incident}).value();
    QCOMPARE(casework::withCounselsDates(computed, records), computed);
    const auto hhs = std::find_if(records.cbegin(), records.cend(),
                                  [](const auto &record) { return record.duty.recipient == u"HHS"_s; });
    QVERIFY(store.submit(casework::OverrideDueDate{hhs->id, {QDate(2026, 4, 17), {}}, u"agreed"_s}));
    records = store.ask(casework::ObligationsQuery{incident}).value();
    const law::Evaluation counting = casework::withCounselsDates(computed, records);
    int moved = 0;
    for (qsizetype i = 0; i < counting.owed.size(); ++i) {
        if (counting.owed.at(i) == computed.owed.at(i))
            continue;
        ++moved;
        QCOMPARE(counting.owed.at(i).recipient, u"HHS"_s);
        QCOMPARE(counting.owed.at(i).due.day(), QDate(2026, 4, 17));
        QVERIFY(counting.owed.at(i).why.constLast().contains(u"2026-05-02 is computed"_s));
    }
    QCOMPARE(moved, 1);
    std::reverse(records.begin(), records.end()); // the order tells nothing
    QCOMPARE(casework::withCounselsDates(computed, records), counting);
}

void TestDeadlinesPdf::leavesCounselsReasonOutOfTheCalendar()
{
    CaseFixture store(casework::Role::LegalCounsel);
    const IncidentId incident = store.incident();
    const auto records = store.ask(casework::ObligationsQuery{incident}).value();
    QVERIFY(store.submit(
        casework::OverrideDueDate{records.first().id, {QDate(2026, 4, 17), {}}, u"Agreed with a neighbour"_s}));
    const QString path = store.filePath(u"deadlines.ics"_s);
    QVERIFY(writeDeadlinesCalendar(store.file(), incident, path, Progress()));
    QByteArray calendar = readFile(path, 1'000'000).value();
    calendar.replace("\r\n ", "");
    QVERIFY(calendar.contains("Counsel (Ada) set this date"));
    QVERIFY(!calendar.contains("neighbour"));
}

void TestDeadlinesPdf::isForEveryRoleAndShowsNoneOfThemAnybody()
{
    test::PacketCase full;
    QVERIFY(full.fill());
    for (const casework::Role role : {casework::Role::Observer, casework::Role::Executive}) {
        const QString name = casework::roleName(role);
        QVERIFY(full.store().addPerson(name, role));
        QVERIFY(full.store().openAs(name));
        const QString path = full.store().filePath(name + u".pdf"_s);
        QVERIFY(writeDeadlinesPdf(full.store().file(), full.incident(), path, Progress()));
        const QString text = textOf(path);
        for (const QString &secret : test::PacketCase::secrets())
            QVERIFY2(!text.contains(secret), qPrintable(secret));
        QVERIFY(full.store().openAs(u"Ada"_s));
    }
}

void TestDeadlinesPdf::notesNothingWhereAFolderStands()
{
    CaseFixture store;
    const IncidentId incident = store.incident();
    const QString path = store.filePath(u"deadlines.ics"_s);
    QVERIFY(QDir().mkpath(path));
    QCOMPARE(writeDeadlinesCalendar(store.file(), incident, path, Progress()).error().code, ErrorCode::BadInput);
    QCOMPARE(exportsIn(store), 0);
}

QTEST_MAIN(TestDeadlinesPdf)
#include "tst_packets_deadlines.moc"
