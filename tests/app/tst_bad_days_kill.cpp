// SPDX-License-Identifier: GPL-3.0-or-later
// Kills programs that are at work on a store, at moments that a seeded generator picks, and looks at what is left.
#include "app/cli_session.h"
#include "models/intake/synthetic_roster.h"
#include "models/vault/vault_testing.h"
#include "patience.h"

#include "casework/roster.h"
#include "casework/schema.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;
using tocsin::test::CliSession;
using tocsin::test::Ran;

namespace {

Surroundings surroundings()
{
    return {std::make_shared<FixedClock>(*Instant::parse(u"2026-03-20T09:42:00-05:00"_s)),
            std::make_shared<const law::RulePacks>(law::builtInRulePacks().value())};
}

Result<std::unique_ptr<CaseFile>> open(const QString &path, const Surroundings &around)
{
    return CaseFile::unlock({path, u"Ada"_s, CaseFixture::passphraseOf(u"Ada"_s), {}}, around);
}

/// Lets some time pass without giving the processor back: a kill is wanted in the middle of another process's work.
void spin(qint64 microseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() < microseconds * 1000) { }
}

} // namespace

class TestBadDaysKill : public QObject
{
    Q_OBJECT

private:
    QRandomGenerator m_random{20260320};
    Surroundings m_around = surroundings();

    [[nodiscard]] static std::unique_ptr<QProcess> startWorker(const QStringList &arguments)
    {
        auto process = std::make_unique<QProcess>();
        process->start(QStringLiteral(TOCSIN_STORE_WORKER), arguments);
        return process;
    }

    static void killNow(QProcess &process)
    {
        process.kill(); // SIGKILL
        process.waitForFinished(test::kPatience);
    }

    /// Reads whole lines until so many have come, or the process ends; gives the last.
    static QByteArray lineAfter(QProcess &process, int lines)
    {
        QByteArray last;
        while (lines > 0) {
            while (!process.canReadLine() && process.state() != QProcess::NotRunning)
                process.waitForReadyRead(test::kPatience);
            if (!process.canReadLine())
                break;
            last = process.readLine().trimmed();
            --lines;
        }
        return last;
    }

    void makeStore(const QString &path) const
    {
        NewCase request;
        request.path = path;
        request.organization = CaseFixture::organization();
        request.personName = u"Ada"_s;
        request.passphrase = CaseFixture::passphraseOf(u"Ada"_s);
        request.cost = vault::KdfCost::forTests();
        const auto file = CaseFile::create(request, m_around);
        VERIFY_OK(file);
        CreateIncident incident;
        incident.title = u"An incident"_s;
        incident.facts = CaseFixture::facts();
        VERIFY_OK((*file)->submit(incident).result());
    }

    /// The store opens, is sound to its last page, and its chain holds. Gives the number of ledger entries.
    void check(const QString &path, qint64 *entries) const
    {
        const auto file = open(path, m_around);
        VERIFY_OK(file);
        const auto session = (*file)->openSession();
        VERIFY_OK(session);
        VERIFY_OK((*session)->reader().db().checkIntegrity());
        const Progress progress;
        const auto report = verifyLedger((*session)->reader(), (*file)->storeId(), {}, progress);
        VERIFY_OK(report);
        QVERIFY2(!report->fault, report->fault ? qPrintable(report->fault->message) : "");
        *entries = report->counts.signatures;
    }

private Q_SLOTS:
    void keepsTheChainThroughTwoHundredKills()
    {
        constexpr int kKills = 200;
        constexpr int kKillsOfOneStore = 25; // so that verifying again and again stays quick
        std::unique_ptr<QTemporaryDir> folder;
        QString path;
        qint64 entries = 0;
        qint64 lost = 0;
        for (int kill = 0; kill < kKills; ++kill) {
            if (kill % kKillsOfOneStore == 0) {
                folder = std::make_unique<QTemporaryDir>(vault::testing::folderTemplate());
                path = folder->filePath(u"s.tocsin"_s);
                makeStore(path);
            }
            const auto worker = startWorker({u"log"_s, path});
            const QByteArray last = lineAfter(*worker, m_random.bounded(1, 10));
            spin(m_random.bounded(1500));
            killNow(*worker);
            // Whatever more it said before it died counts as well: said is committed.
            const QList<QByteArray> more = worker->readAllStandardOutput().split('\n');
            const QByteArray said = more.size() > 1 ? more.at(more.size() - 2) : last;
            check(path, &entries);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(
                    u"after kill %1: %2"_s.arg(kill).arg(QString::fromUtf8(worker->readAllStandardError()))));
            lost += entries < said.toLongLong() ? 1 : 0;
        }
        QCOMPARE(lost, 0);
        QVERIFY2(entries > kKillsOfOneStore, "the workers wrote nothing");
    }

    void importsAllOrNothingThroughKills()
    {
        const QTemporaryDir folder(vault::testing::folderTemplate());
        const QString path = folder.filePath(u"s.tocsin"_s);
        const QString roster = folder.filePath(u"roster.csv"_s);
        constexpr int kPeople = 6000;
        vault::testing::write(roster, tests::syntheticCsv(kPeople));
        makeStore(path);
        int kills = 0;
        for (int round = 0; round < 8; ++round) {
            const auto worker = startWorker({u"import"_s, path, roster});
            QCOMPARE(lineAfter(*worker, 1), QByteArray("open"));
            spin(m_random.bounded(50'000) * (round + 1));
            kills += worker->state() == QProcess::Running ? 1 : 0;
            killNow(*worker);
            qint64 entries = 0;
            check(path, &entries);
            const auto file = open(path, m_around);
            VERIFY_OK(file);
            const qint64 people = (*file)->ask(RosterTotalsQuery{{1}}).result()->included
                + (*file)->ask(RosterTotalsQuery{{1}}).result()->undecided;
            QVERIFY2(people == 0 || people == kPeople, qPrintable(QString::number(people)));
            QCOMPARE(entries, people == 0 ? 2 : 3);
            QCOMPARE((*file)->ask(StagedEffect{{1}}).result()->added, 0);
        }
        QVERIFY(kills > 0);
        const auto worker = startWorker({u"import"_s, path, roster});
        QVERIFY(worker->waitForFinished(test::kPatience));
        QCOMPARE(worker->exitCode(), 0);
        const auto file = open(path, m_around);
        QCOMPARE((*file)->ask(RosterTotalsQuery{{1}}).result()->revision, 1);
    }

    void endsALetterRunAsIfItHadNeverBeenKilled()
    {
        CliSession session;
        session.makeStore();
        session.makeIncident();
        const QString roster = session.write(u"in/roster.csv"_s, tests::syntheticCsv(600));
        COMPARE_STATUS(session.ada({u"roster"_s, u"import"_s, session.store(), u"2026-001"_s, roster}), 0);
        COMPARE_STATUS(session.ada({u"notices"_s, u"edit"_s, session.store(), u"2026-001"_s, u"individual-en"_s,
                                    u"--field"_s, u"offer=24 months of credit monitoring at no cost."_s}),
                       0);
        session.approveLetters();
        // A twin of the case: nobody gets a letter twice, so that the run that is compared needs a case of its own.
        const QString twin = session.path(u"work/twin.tocsin"_s);
        QVERIFY(QFile::copy(session.store(), twin) && QFile::copy(session.store() + u".keys"_s, twin + u".keys"_s));
        const auto runOf = [&session](const QString &store, const QString &folder) {
            return QStringList{u"letters"_s,     u"run"_s, store,      u"2026-001"_s,       u"individual-en"_s,
                               u"--part-size"_s, u"8"_s,   u"--out"_s, session.path(folder)}
            + session.as(u"Ada"_s);
        };
        const auto run = [&](const QString &folder) { return runOf(session.store(), folder); };
        for (const int part : {1, 2, 4}) {
            const auto process = session.start(run(u"killed"_s));
            const QString file = session.path(u"killed/part-%1.pdf"_s.arg(part, 4, 10, '0'_L1));
            while (!QFile::exists(file) && process->state() != QProcess::NotRunning)
                process->waitForFinished(1);
            spin(m_random.bounded(20'000));
            killNow(*process);
            QVERIFY(!QFile::exists(session.path(u"killed/run.json"_s)));
        }
        COMPARE_STATUS(session.run(run(u"killed"_s)), 0);
        COMPARE_STATUS(session.run(runOf(twin, u"whole"_s)), 0);
        QStringList killed = session.files(u"killed"_s);
        killed.replaceInStrings(u"killed/"_s, u"whole/"_s);
        QCOMPARE(killed, session.files(u"whole"_s));
        QCOMPARE(session.verifyFault(), QString());
    }
};

QTEST_GUILESS_MAIN(TestBadDaysKill)
#include "tst_bad_days_kill.moc"
