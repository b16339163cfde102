// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/intake/synthetic_roster.h"
#include "models/jobs/approving.h"
#include "models/jobs/letter_steps.h"

#include "casework/ledger_book.h"
#include "casework/timeline.h"
#include "core/text.h"
#include "jobs/roster_import.h"
#include "notices/pdf/letter_fonts.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::CaseFixture;

namespace {

const QString kLetter = u"individual-en"_s;

/// A case whose letters Ada has approved; nothing is made yet.
class ApprovedCase
{
public:
    ApprovedCase() : incident(store.incidentBy(u"Lee"_s))
    {
        QFile file(store.filePath(u"roster.csv"_s));
        const QByteArray people = tests::syntheticCsv(40);
        const Progress progress;
        isReady = file.open(QIODevice::WriteOnly) && file.write(people) == people.size() && file.flush()
            && importRoster(store.file(), {incident, file.fileName(), {}, false}, progress) && offer(u"24 months"_s)
            && approve();
    }

    CaseFixture store;
    IncidentId incident;
    bool isReady = false;

    /// Words of counsel's, so that Ada may approve them. Draft again afterwards.
    bool offer(const QString &months)
    {
        const Notice notice = store.ask(NoticeByKey{incident, kLetter}).value();
        return store.openAs(u"Lee"_s)
            && store.submit(EditNotice{notice.id, {{u"offer"_s, months + u" of credit monitoring at no cost."_s}}})
            && store.openAs(u"Ada"_s);
    }

    bool approve()
    {
        const Notice notice = store.ask(NoticeByKey{incident, kLetter}).value();
        return store.submit(SubmitNotice{notice.id}) && test::approveWithReasons(store.file(), incident, kLetter);
    }

    Result<LetterRunReport> run(const QString &folder, int proof = 0, notices::Shard shard = {})
    {
        notices::LetterRunOptions options;
        options.folder = store.filePath(folder);
        options.proof = proof;
        options.shard = shard;
        const Progress progress;
        return runNotice(store.file(), incident, kLetter, options, progress);
    }

    Result<Receipt> accept(const QString &folder = {})
    {
        return acceptProof(store.file(), incident, kLetter, folder.isEmpty() ? folder : store.filePath(folder));
    }

    /// What is said when all letters are asked for, or an empty text if they are made.
    QString refusal(notices::Shard shard = {})
    {
        const QString folder = u"all"_s;
        const auto made = run(folder, 0, shard);
        const bool nothing = !QFile::exists(store.filePath(folder));
        return made ? QString() : nothing ? made.error().message : u"something was written"_s;
    }
};

} // namespace

class TestJobsProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    void producesNothingBeforeAProofIsAccepted()
    {
        ApprovedCase made;
        QVERIFY(made.isReady);
        QVERIFY2(made.refusal().contains(u"no proof set"_s), qPrintable(made.refusal()));
        QCOMPARE(made.accept().error().code, ErrorCode::CheckFailed);
        QVERIFY(made.run(u"proof"_s, 20));
        QVERIFY2(made.refusal().contains(u"nobody has accepted"_s), qPrintable(made.refusal()));
        QVERIFY(made.refusal({1, 2}).contains(u"nobody has accepted"_s)); // nor a share
        QVERIFY(made.accept(u"proof"_s));
        QCOMPARE(made.refusal({1, 2}), QString());
        QVERIFY(made.run(u"whole"_s));
    }

    void recordsWhoAcceptedWhichSetAndWhen()
    {
        ApprovedCase made;
        QVERIFY(made.run(u"proof"_s, 20));
        QVERIFY(made.store.openAs(u"Lee"_s));
        made.store.clock().set(*Instant::parse(u"2026-03-21T11:00:00-05:00"_s));
        QVERIFY(made.accept());
        const Run set = made.store.ask(RunsQuery{made.incident})->first();
        QFile manifest(made.store.filePath(u"proof/run.json"_s));
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        QCOMPARE(set.manifestSha256, sha256Hex(manifest.readAll()));
        const auto accepted = made.store.ask(ProofAcceptancesQuery{set.notice});
        QCOMPARE(accepted->size(), 1);
        QCOMPARE(accepted->first().run, set.id);
        QCOMPARE(accepted->first().manifestSha256, set.manifestSha256);
        QCOMPARE(accepted->first().pinned, made.store.ask(ApprovalsQuery{set.notice})->last().pinned);
        QCOMPARE(accepted->first().byName, u"Lee"_s);
        QCOMPARE(accepted->first().role, Role::LegalCounsel);
        QCOMPARE(accepted->first().at.toIso(), u"2026-03-21T11:00:00-05:00"_s);
        const LedgerRow entry = made.store.ask(LedgerRows())->first();
        QCOMPARE(entry.action, u"proof.accept"_s);
        QCOMPARE(entry.after.value(u"manifest_sha256"_s).toString(), set.manifestSha256);
        QCOMPARE(entry.after.value(u"pinned"_s).toString(), accepted->first().pinned);
        QCOMPARE(made.accept().error().code, ErrorCode::Conflict); // once is enough
    }

    void isVoidOnceWhatWasApprovedChanges()
    {
        ApprovedCase made;
        QVERIFY(made.run(u"proof"_s, 20));
        QVERIFY(made.accept());
        QVERIFY(made.offer(u"36 months"_s));
        QVERIFY2(made.refusal().contains(u"the words changed"_s), qPrintable(made.refusal()));
        QVERIFY(made.approve());
        QVERIFY2(made.refusal().contains(u"no proof set"_s), qPrintable(made.refusal()));
        QCOMPARE(made.accept(u"proof"_s).error().code, ErrorCode::CheckFailed); // a set of the old words
        QVERIFY(made.run(u"second"_s, 20));
        QVERIFY(made.accept(u"second"_s));
        QCOMPARE(made.refusal(), QString());
    }

    void takesASetOfWhatWasApprovedLater()
    {
        ApprovedCase made;
        QVERIFY(made.offer(u"36 months"_s));
        QVERIFY(made.run(u"proof"_s, 20)); // to be looked at before approval
        QCOMPARE(made.accept().error().code, ErrorCode::CheckFailed); // approval comes first
        const RunId set = made.store.ask(RunsQuery{made.incident})->first().id;
        QCOMPARE(made.store.submit(AcceptProof{set}).error().code, ErrorCode::CheckFailed); // past the job
        QVERIFY(made.approve());
        QVERIFY(made.accept());
    }

    void refusesASetThatIsTooSmallOrChanged()
    {
        ApprovedCase made;
        QVERIFY(made.run(u"small"_s, 1));
        const auto small = made.accept();
        QCOMPARE(small.error().code, ErrorCode::CheckFailed);
        QVERIFY2(small.error().message.contains(u"too small"_s), qPrintable(small.error().message));
        QVERIFY(made.run(u"proof"_s, 20));
        QFile csv(made.store.filePath(u"proof/run.csv"_s));
        QVERIFY(csv.open(QIODevice::Append));
        csv.write("x\r\n");
        csv.close();
        QCOMPARE(made.accept(u"proof"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(made.accept(u"nothing-here"_s).error().code, ErrorCode::NotFound);
        QVERIFY(
            made.store.ask(ProofAcceptancesQuery{made.store.ask(NoticeByKey{made.incident, kLetter})->id})->isEmpty());
    }

    /// A share of a set, perhaps an empty one, is not the set that somebody has to read.
    void makesNoShareOfAProofSet()
    {
        ApprovedCase made;
        for (const int share : {1, 2})
            QCOMPARE(made.run(u"proof"_s, 20, {share, 2}).error().code, ErrorCode::Usage);
        QVERIFY(!QFile::exists(made.store.filePath(u"proof"_s)));
        const NoticeId notice = made.store.ask(NoticeByKey{made.incident, kLetter})->id;
        RecordRun empty;
        empty.notice = notice;
        empty.noticeVersion = 1;
        empty.kind = u"proof"_s;
        empty.pinned = made.store.ask(ApprovalsQuery{notice})->last().pinned;
        empty.manifestSha256 = QString(64, u'0');
        const auto recorded = made.store.submit(empty);
        QVERIFY(recorded);
        QCOMPARE(made.store.submit(AcceptProof{RunId{recorded->id}}).error().code, ErrorCode::CheckFailed);
    }

    void acceptsTheCompleteSetThatIsShown()
    {
        ApprovedCase made;
        QVERIFY(made.run(u"complete"_s, 20));
        const RunId complete = made.store.ask(RunsQuery{made.incident})->first().id;
        QVERIFY(made.run(u"small"_s, 1)); // later, and lacks kinds of letters
        QVERIFY(made.accept());
        const NoticeId notice = made.store.ask(NoticeByKey{made.incident, kLetter})->id;
        QCOMPARE(made.store.ask(ProofAcceptancesQuery{notice})->first().run, complete);
    }

    void growsASetThatWouldLackAKindOfLetter()
    {
        ApprovedCase made;
        notices::LetterRunOptions options;
        options.folder = made.store.filePath(u"proof"_s);
        options.proof = 1;
        options.proofGrows = true;
        const Progress progress;
        const auto set = runNotice(made.store.file(), made.incident, kLetter, options, progress);
        QVERIFY(set->summary.letters > 3);
        QCOMPARE(set->summary.proofNeeds, 0);
        QVERIFY(made.accept());
    }

    void letsNobodyAcceptWhoMayNot()
    {
        ApprovedCase made;
        QVERIFY(made.run(u"proof"_s, 20));
        QVERIFY(made.store.addPerson(u"Tom"_s, Role::TechnicalLead));
        QVERIFY(made.store.openAs(u"Tom"_s));
        QCOMPARE(made.accept().error().code, ErrorCode::NotAllowed);
    }
};

QTEST_MAIN(TestJobsProof)
#include "tst_jobs_proof.moc"
