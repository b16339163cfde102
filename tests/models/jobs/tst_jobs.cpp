// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/intake/synthetic_roster.h"
#include "models/jobs/approving.h"
#include "models/jobs/letter_steps.h"
#include "patience.h"

#include "casework/facts_record.h"
#include "casework/organization.h"
#include "casework/run.h"
#include "core/text.h"
#include "jobs/job.h"
#include "jobs/letters.h"
#include "jobs/new_store.h"
#include "jobs/recovery_kit.h"
#include "jobs/roster_import.h"
#include "jobs/store_recipients.h"
#include "notices/pdf/letter_fonts.h"

#include <QDir>
#include <QSemaphore>
#include <QSet>
#include <QSignalSpy>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::CaseFixture;

namespace {

const QByteArray kHeader = "recipient_id,first_name,last_name,address_1,address_2,city,state,postal_code,country,email,"
                           "email_consent,language,date_of_birth,status,representative,data_elements\n";

} // namespace

class TestJobs : public QObject
{
    Q_OBJECT

private:
    static QString write(const CaseFixture &store, const QByteArray &content)
    {
        QFile file(store.filePath(u"roster.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the roster");
        return file.fileName();
    }

    static Result<RosterImportReport> import(CaseFixture &store, IncidentId incident, const QByteArray &content,
                                             const Progress &progress = Progress(), bool dryRun = false)
    {
        return importRoster(store.file(), {incident, write(store, content), {}, dryRun}, progress);
    }

    static void verifyUntouched(CaseFixture &store, IncidentId incident, qint64 ledgerCount)
    {
        QCOMPARE(store.ask(LedgerHeadQuery())->count, ledgerCount);
        QCOMPARE(store.ask(RosterTotalsQuery{incident})->people, 0);
        QCOMPARE(store.ask(StagedEffect{incident})->added, 0);
    }

    static QMap<QString, QByteArray> contentsOf(const QString &folder)
    {
        QMap<QString, QByteArray> contents;
        for (const QFileInfo &each : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(each.filePath());
            if (file.open(QIODevice::ReadOnly))
                contents.insert(each.fileName(), file.readAll());
        }
        return contents;
    }

    static QString whyVoid(CaseFixture &store, IncidentId incident)
    {
        const auto session = store.file().openSession();
        const auto standings = noticeStandings(**session, incident, store.file().now());
        return standings ? standings->first().approvalVoid : standings.error().message;
    }

    static qint64 delivered(CaseFixture &store, IncidentId incident)
    {
        qint64 sum = 0;
        const auto counts = store.ask(DeliveryCounts{incident});
        for (const auto &[state, count] : *counts)
            sum += count;
        return sum;
    }

    /// A yes of Ada or Lee, whoever did not write it; Ada is there again afterwards.
    static Result<> approve(CaseFixture &store, IncidentId incident)
    {
        const Notice notice = store.ask(NoticeByKey{incident, u"individual-en"_s}).value();
        if (notice.status == NoticeStatus::Draft)
            TOCSIN_TRY(store.submit(SubmitNotice{notice.id}));
        if (notice.authorName == u"Ada"_s)
            TOCSIN_TRY(store.openAs(u"Lee"_s));
        TOCSIN_TRY(test::approveWithReasons(store.file(), incident, notice.key));
        return store.openAs(u"Ada"_s);
    }

    /// The same, with a proof set that Ada accepted: all letters may be produced.
    static Result<> prove(CaseFixture &store, IncidentId incident)
    {
        TOCSIN_TRY(approve(store, incident));
        return test::proveLetters(store.file(), incident).map([](const Receipt &) {});
    }

    static Result<LetterRunReport> run(CaseFixture &store, IncidentId incident, const QString &folder, int proof = 0)
    {
        notices::LetterRunOptions options;
        options.folder = QDir::isAbsolutePath(folder) ? folder : store.filePath(folder);
        options.proof = proof;
        const Progress progress;
        return runNotice(store.file(), incident, u"individual-en"_s, options, progress);
    }

    /// What Massachusetts asks for where Social Security numbers are involved.
    static bool offerMonitoring(CaseFixture &store, IncidentId incident)
    {
        const auto notice = store.ask(NoticeByKey{incident, u"individual-en"_s});
        return notice
            && store.submit(EditNotice{notice->id, {{u"offer"_s, u"24 months of credit monitoring at no cost."_s}}});
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    void tellsHowFarAJobIsAndAnswersOnce()
    {
        auto started = startJob<int>(u"Counting"_s, [](const Progress &progress) -> Result<int> {
            for (int n = 1; n <= 1000; ++n)
                progress.report(n, 1000);
            return 7;
        });
        QSignalSpy spy(started.job.get(), &Job::progressed);
        QCOMPARE(started.future.result().value(), 7);
        QTRY_VERIFY(!spy.isEmpty() && spy.last().at(0).toLongLong() == 1000);
        QVERIFY(spy.size() < 1000); // the window is not flooded
    }

    /// Painting takes threads from Qt's global pool; jobs that held them all would stop the window.
    void leavesTheGlobalPoolToTheWindow()
    {
        QSemaphore running;
        QSemaphore end;
        std::vector<StartedJob<int>> jobs;
        const int most = std::max(2, QThreadPool::globalInstance()->maxThreadCount());
        for (int n = 0; n < most; ++n) {
            jobs.push_back(startJob<int>(u"Long"_s, [&](const Progress &) -> Result<int> {
                running.release();
                end.acquire();
                return 1;
            }));
        }
        const bool all = running.tryAcquire(std::min(most, workPool().maxThreadCount()), 20'000);
        const int taken = QThreadPool::globalInstance()->activeThreadCount();
        end.release(most);
        for (StartedJob<int> &job : jobs)
            job.future.waitForFinished();
        QVERIFY(all);
        QCOMPARE(taken, 0);
        QVERIFY(workPool().maxThreadCount() >= 4); // some wait for the store
    }

    void cancelsAJobAtItsNextStep()
    {
        auto started = startJob<int>(u"Endless"_s, [](const Progress &progress) -> Result<int> {
            for (;;)
                TOCSIN_TRY(progress.check());
        });
        started.job->cancel();
        QCOMPARE(started.future.result().error().code, ErrorCode::Cancelled);
    }

    void importsNothingWhenCancelled()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        Progress *asked = nullptr;
        Progress progress([&asked](qint64 done, qint64) {
            if (done > 0)
                asked->cancel();
        });
        asked = &progress;
        QCOMPARE(import(store, incident, tests::syntheticCsv(9000), progress).error().code, ErrorCode::Cancelled);
        verifyUntouched(store, incident, 2);
    }

    void importsNothingOfAFileThatEndsBadly()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto report = import(store, incident, tests::syntheticCsv(5000) + "\"never closed");
        QCOMPARE(report.error().code, ErrorCode::BadInput);
        verifyUntouched(store, incident, 2);
    }

    void onlyLooksInADryRun()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto report = import(store, incident, tests::syntheticCsv(100), Progress(), true);
        QCOMPARE(report->summary.rows, 100);
        QVERIFY(report->dryRun && !report->known);
        verifyUntouched(store, incident, 2);
    }

    void changesNothingForAFileItKnows()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto first = import(store, incident, tests::syntheticCsv(2500));
        QCOMPARE(first->added, 2500);
        const RosterTotals before = store.ask(RosterTotalsQuery{incident}).value();
        QCOMPARE(before.included + before.undecided, 2500); // every row is in, one way or the other
        QCOMPARE(before.undecided, first->summary.problems);
        const auto second = import(store, incident, tests::syntheticCsv(2500));
        QVERIFY(second->known);
        QCOMPARE(second->added + second->changed + second->unchanged, 0);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, 3);
        QCOMPARE(store.ask(StagedEffect{incident})->added, 0);
    }

    void refusesARosterFromWhoMayNotImport()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.addPerson(u"Olga"_s, Role::Observer));
        QVERIFY(store.openAs(u"Olga"_s));
        QCOMPARE(import(store, incident, tests::syntheticCsv(10)).error().code, ErrorCode::NotAllowed);
        verifyUntouched(store, incident, 3);
    }

    void deliversOneLetterToEachEvenIfTwoClaimOneId()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        QVERIFY(import(store, incident,
                       kHeader
                           + "R1,Ann,One,1 Main St,,Austin,TX,73301,US,,no,en,1959-03-26,adult,,name\n"
                             "R1,Bob,Two,2 Main St,,Austin,TX,73301,US,,no,en,1969-03-26,adult,,name\n"
                             "R1,Ann,One,1 Main St,,Austin,TX,73301,US,,no,en,1959-03-26,adult,,name\n"
                             ",Cy,Three,3 Main St,,Austin,TX,73301,US,,no,en,1979-03-26,adult,,name\n"));
        const QList<RecipientId> ids = store.ask(RecipientIds{incident}).value();
        QVERIFY(store.submit(DecideRecipients{ids, Standing::Included, u"All checked by telephone"_s}));
        QVERIFY(prove(store, incident));
        const auto report = run(store, incident, u"letters"_s);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->summary.letters, 4);
        QSet<QString> names;
        QVERIFY(notices::readRunRows(store.filePath(u"letters"_s),
                                     [&names](const notices::LetterRunRow &row) { names.insert(row.recipientId); }));
        QCOMPARE(names.size(), 4);
        const auto delivered = store.ask(DeliveryCounts{incident});
        QCOMPARE(delivered->size(), 1);
        QCOMPARE(delivered->at(u"TX"_s), ids.size());
        QCOMPARE(store.ask(LedgerRows())->first().after.value(u"letters"_s).toInt(), 4);
    }

    void warnsWhenRosterAndFactsCountDifferently()
    {
        CaseFixture store;
        const IncidentId incident = store.incident(); // its facts count 620 people
        const auto disagree = [&store, incident] {
            const Progress progress;
            const auto session = store.file().openSession();
            const auto material = letterMaterial(**session, incident, u"individual-en"_s, store.file().now());
            const auto checks = checkNotice(**session, *material, progress).value();
            return std::any_of(checks.begin(), checks.end(),
                               [](const notices::CheckResult &check) { return check.id == u"roster-and-facts"_s; });
        };
        QVERIFY(!disagree()); // no roster, nothing to compare
        QVERIFY(import(store, incident, tests::syntheticCsv(40)));
        QVERIFY(disagree());
        QVERIFY(store.submit(AcceptResidents{incident}));
        QVERIFY(!disagree());
    }

    void recordsARunAndNoDeliveriesOfProofs()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        QVERIFY(import(store, incident, tests::syntheticCsv(40)));
        QCOMPARE(run(store, incident, u"proofs"_s, 5).error().code, ErrorCode::CheckFailed);
        QVERIFY(offerMonitoring(store, incident));
        QVERIFY(run(store, incident, u"proofs"_s, 5));
        QVERIFY(store.ask(DeliveryCounts{incident})->empty());
        QVERIFY(prove(store, incident));
        const auto full = run(store, incident, u"letters"_s);
        QCOMPARE(delivered(store, incident), full->summary.letters);
        const auto runs = store.ask(RunsQuery{incident});
        QCOMPARE(runs->size(), 3);
        QCOMPARE(runs->first().kind, u"full"_s);
        QCOMPARE(runs->first().letters, full->summary.letters);
    }

    void recordsARunThatDiedBeforeItWasRecorded()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        QVERIFY(import(store, incident, tests::syntheticCsv(40)));
        QVERIFY(offerMonitoring(store, incident));
        QVERIFY(prove(store, incident));
        const QString folder = store.filePath(u"letters"_s);
        {
            // What a process that dies right after its last file has done.
            const auto session = store.file().openSession();
            const auto material = letterMaterial(**session, incident, u"individual-en"_s, store.file().now());
            StoreRecipients recipients(**session, incident);
            notices::LetterRunOptions options;
            options.folder = folder;
            const Progress progress;
            QVERIFY(notices::runLetters(material->inputs, material->facts, recipients, options,
                                        FixedClock(store.file().now()), progress));
        }
        QCOMPARE(store.ask(RunsQuery{incident})->size(), 1); // the proof set
        const auto before = contentsOf(folder);
        store.clock().set(*Instant::parse(u"2026-03-24T08:00:00-05:00"_s)); // the letters keep their date
        const auto recorded = run(store, incident, u"letters"_s);
        QVERIFY2(recorded, recorded ? "" : qPrintable(recorded.error().message));
        QVERIFY(recorded->summary.wasFinished);
        QCOMPARE(contentsOf(folder), before);
        const auto runs = store.ask(RunsQuery{incident});
        QCOMPARE(runs->size(), 2);
        QCOMPARE(runs->first().manifestSha256, sha256Hex(before.value(u"run.json"_s)));
        QCOMPARE(runs->first().letters, recorded->summary.letters);
        QCOMPARE(delivered(store, incident), recorded->summary.letters);
        const auto again = run(store, incident, u"letters"_s); // once, and no more
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QVERIFY(again.error().message.contains(u"recorded"_s));
        QCOMPARE(store.ask(RunsQuery{incident})->size(), 2);
    }

    void refusesAFinishedRunOfOtherInputs()
    {
        CaseFixture other;
        const IncidentId elsewhere = other.incidentBy(u"Lee"_s);
        QVERIFY(import(other, elsewhere, tests::syntheticCsv(20)));
        QVERIFY(offerMonitoring(other, elsewhere));
        QVERIFY(prove(other, elsewhere));
        QVERIFY(run(other, elsewhere, u"letters"_s));
        CaseFixture store; // has one person more, and knows of no run
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        QVERIFY(import(store, incident, tests::syntheticCsv(21)));
        QVERIFY(offerMonitoring(store, incident));
        QVERIFY(prove(store, incident));
        const auto refused = run(store, incident, other.filePath(u"letters"_s));
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().message.contains(u"other inputs"_s), qPrintable(refused.error().message));
        QCOMPARE(store.ask(RunsQuery{incident})->size(), 1); // the proof set
    }

    void producesOnlyWhatCountsAsApproved()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        QVERIFY(import(store, incident, tests::syntheticCsv(10)));
        const auto refusal = [&](const QString &folder) {
            const auto report = run(store, incident, folder);
            return report || report.error().code != ErrorCode::CheckFailed || QFile::exists(store.filePath(folder))
                ? u"it was produced"_s
                : report.error().message;
        };
        QVERIFY2(refusal(u"draft"_s).contains(u"nobody has approved"_s), qPrintable(refusal(u"draft"_s)));
        QVERIFY(!run(store, incident, u"proofs"_s, 3)->approved); // a proof is there to be looked at
        QVERIFY(prove(store, incident));
        QVERIFY(run(store, incident, u"approved"_s)->approved);
        QCOMPARE(whyVoid(store, incident), QString());
        QVERIFY(import(store, incident, tests::syntheticCsv(11))); // another roster
        QVERIFY2(refusal(u"roster"_s).contains(u"the roster changed after Ada approved version 1"_s),
                 qPrintable(refusal(u"roster"_s)));
        QCOMPARE(run(store, incident, u"more-proofs"_s, 3)->approvalVoid,
                 u"the roster changed after Ada approved version 1"_s);
        QVERIFY(prove(store, incident));
        QVERIFY(run(store, incident, u"again"_s)->approved);
        const Notice notice = store.ask(NoticeByKey{incident, u"individual-en"_s}).value();
        QVERIFY(store.submit(EditNotice{notice.id, {{u"what_happened"_s, u"A file could be read by others."_s}}}));
        QVERIFY2(refusal(u"words"_s).contains(u"the words changed"_s), qPrintable(refusal(u"words"_s)));
        QCOMPARE(whyVoid(store, incident), u"the words changed after Ada approved version 1"_s);
    }

    void approvesNoDraftAndNobodysOwnWords()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        QVERIFY(import(store, incident, tests::syntheticCsv(3)));
        const Notice notice = store.ask(NoticeByKey{incident, u"individual-en"_s}).value();
        const Progress progress;
        const auto refused = [&] {
            const auto answer = approveNotice(store.file(), incident, notice.key, progress);
            const auto bare = store.submit(ApproveNotice{notice.id, u"00"_s, {}}); // past the checks
            return !answer && !bare && answer.error().code == bare.error().code ? answer.error().code
                                                                                : ErrorCode::BadInput;
        };
        QCOMPARE(refused(), ErrorCode::Conflict); // a draft
        QVERIFY(store.submit(EditNotice{notice.id, {{u"offer"_s, u"We offer a year of monitoring."_s}}}));
        QVERIFY(store.submit(SubmitNotice{notice.id}));
        QCOMPARE(refused(), ErrorCode::NotAllowed); // Ada wrote it
        QVERIFY(store.openAs(u"Lee"_s));
        QVERIFY(test::approveWithReasons(store.file(), incident, notice.key));
    }

    void namesAllThatMadeAnApprovalVoid()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        QVERIFY(import(store, incident, tests::syntheticCsv(10)));
        QCOMPARE(whyVoid(store, incident), QString()); // never approved, so nothing is void
        QVERIFY(approve(store, incident));
        Organization moved = CaseFixture::organization();
        moved.address = {u"1 Elm Street"_s, u"Evanston, IL 60204"_s};
        QVERIFY(store.submit(SetOrganization{moved}));
        QCOMPARE(whyVoid(store, incident), u"the organization changed after Ada approved version 1"_s);
        law::Facts facts = CaseFixture::facts();
        facts.occurred->to = QDate(2026, 3, 1);
        QVERIFY(store.submit(SetFacts{incident, facts, u"A log says so"_s}));
        QCOMPARE(whyVoid(store, incident),
                 u"the dates in the facts and the organization changed after Ada approved version 1"_s);
    }

    void showsALetterOnlyToWhoMaySeePeople()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(import(store, incident, tests::syntheticCsv(10)));
        const RecipientId person = store.ask(RecipientIds{incident})->first();
        const auto preview = [&](RecipientId id) -> Result<QByteArray> {
            TOCSIN_ASSIGN(const auto session, store.file().openSession());
            TOCSIN_ASSIGN(const LetterMaterial material,
                          letterMaterial(*session, incident, u"individual-en"_s, store.file().now()));
            return previewLetter(*session, material, id);
        };
        QVERIFY(preview(person)->startsWith("%PDF-"));
        QCOMPARE(preview({999}).error().code, ErrorCode::NotFound);
        QVERIFY(store.addPerson(u"Olga"_s, Role::Observer));
        QVERIFY(store.openAs(u"Olga"_s));
        QCOMPARE(preview(person).error().code, ErrorCode::NotAllowed);
    }

    void writesAKitForItsOwnerOnlyAndOverNothing()
    {
        CaseFixture store;
        const QString kit = store.filePath(u"kit.pdf"_s);
        QVERIFY(writeRecoveryKit(store.file(), kit));
        QCOMPARE(QFile::permissions(kit) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(store.ask(LedgerRows())->first().action, u"store.kit"_s);
        QCOMPARE(writeRecoveryKit(store.file(), kit).error().code, ErrorCode::BadInput);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, 2);
        QVERIFY(store.addPerson(u"Tom"_s, Role::TechnicalLead));
        QVERIFY(store.openAs(u"Tom"_s));
        const QString other = store.filePath(u"other.pdf"_s);
        QCOMPARE(writeRecoveryKit(store.file(), other).error().code, ErrorCode::NotAllowed);
        QVERIFY(!QFile::exists(other));
    }

    /// Whoever asks for a store with its kit gets both or neither.
    void leavesNoStoreWithoutItsKit()
    {
        const CaseFixture other;
        const auto make = [&other](const QString &kit) {
            NewCase request;
            request.path = other.filePath(u"new.tocsin"_s);
            request.organization = CaseFixture::organization();
            request.personName = u"Ada"_s;
            request.passphrase = CaseFixture::passphraseOf(u"Ada"_s);
            request.cost = vault::KdfCost::forTests();
            return makeStore(request, other.surroundings(), kit).map([](const auto &) {});
        };
        const auto made = [&other] { return QDir(other.filePath(QString())).entryList({u"new.*"_s}, QDir::Files); };
        QCOMPARE(make(other.filePath(u"no-such-folder/kit.pdf"_s)).error().code, ErrorCode::Io);
        QCOMPARE(made(), QStringList());
        QCOMPARE(make(other.path()).error().code, ErrorCode::BadInput); // there is such a file
        QCOMPARE(made(), QStringList());
        QVERIFY(make(other.filePath(u"new.pdf"_s)));
        QCOMPARE(made(), QStringList({u"new.pdf"_s, u"new.tocsin"_s, u"new.tocsin.keys"_s}));
    }
};

QTEST_MAIN(TestJobs)
#include "tst_jobs.moc"
