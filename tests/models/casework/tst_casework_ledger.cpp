// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/casework/raw_store.h"
#include "models/full_disk.h"

#include "casework/schema.h"
#include "casework/timeline.h"

#include <QCborMap>
#include <QDir>
#include <QFile>
#include <QSet>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;
using tocsin::test::openRaw;

namespace {

/// SQL on the very connection that writes.
struct Execute
{
    using Answer = bool;
    QString sql;
    Result<bool> run(Reader &reader) const
    {
        TOCSIN_TRY(reader.db().execute(sql));
        return true;
    }
};

const QString kFreeLedger = u"DROP TRIGGER ledger_entry_no_update; DROP TRIGGER ledger_entry_no_delete; "
                            "DROP TRIGGER ledger_entry_follows; "_s;

} // namespace

class TestCaseworkLedger : public QObject
{
    Q_OBJECT

private:
    static Result<LedgerReport> verify(CaseFixture &store, const QList<ledger::Checkpoint> &checkpoints = {})
    {
        TOCSIN_ASSIGN(const auto session, store.file().openSession());
        const Progress progress;
        return verifyLedger(session->reader(), store.file().storeId(), checkpoints, progress);
    }

    static void fill(CaseFixture &store)
    {
        const IncidentId incident = store.incident();
        for (const QString &text : {u"one"_s, u"two"_s, u"three"_s, u"four"_s})
            QVERIFY(store.submit(LogEntry{incident, text}));
    }

private Q_SLOTS:
    void leavesNoEntryOfAnExportThatFailed_data()
    {
        QTest::addColumn<bool>("cancelled");
        QTest::newRow("cancelled") << true;
        QTest::newRow("the disk is full") << false;
    }

    void leavesNoEntryOfAnExportThatFailed()
    {
        QFETCH(const bool, cancelled);
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.submit(LogEntry{incident, QString(4000, u'w')}));
        const qint64 before = store.ask(LedgerHeadQuery())->count;
        const QStringList files = QDir(store.filePath({})).entryList(QDir::Files | QDir::Hidden);
        const auto entries = store.ask(TimelineIds{incident})->size();
        const auto progress = std::make_shared<Progress>();
        if (cancelled)
            progress->cancel();
        auto disk = cancelled ? nullptr : std::make_unique<test::FullDisk>(64);
        const auto failed
            = store.file()
                  .exportLedger(incident, store.filePath(u"extract"_s), ledger::Payloads::Disclosed, progress)
                  .result();
        disk.reset();
        QCOMPARE(failed.error().code, cancelled ? ErrorCode::Cancelled : ErrorCode::Io);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before);
        QCOMPARE(store.ask(TimelineIds{incident})->size(), entries);
        QCOMPARE(QDir(store.filePath({})).entryList(QDir::Files | QDir::Hidden), files);
    }

    void saysThatAnExportWasTakenBack()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const QString path = store.filePath(u"extract"_s);
        // Something comes to stand there while the file is being made.
        const auto progress = std::make_shared<Progress>([&path](qint64 done, qint64 total) {
            QFile other(path);
            if (done == total && (!other.open(QIODevice::NewOnly | QIODevice::WriteOnly) || other.write("kept") != 4))
                qWarning("cannot write");
        });
        const auto failed = store.file().exportLedger(incident, path, ledger::Payloads::Withheld, progress).result();
        QCOMPARE(failed.error().code, ErrorCode::Conflict);
        const auto rows = store.ask(LedgerRows());
        QCOMPARE(rows->at(0).after, (QJsonObject{{u"removed"_s, true}}));
        QCOMPARE(rows->at(1).after, (QJsonObject{{u"disclosed"_s, false}}));
        QFile kept(path);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("kept"));
        QCOMPARE(QDir(store.filePath({})).entryList({u".extract*"_s}, QDir::Files | QDir::Hidden), QStringList());
    }

    void refusesToChangeOrReplaceAnEntry_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("update") << u"UPDATE ledger_entry SET actor_name = 'Eve' WHERE sequence = 2"_s;
        QTest::newRow("delete the last") << u"DELETE FROM ledger_entry WHERE sequence = 6"_s;
        QTest::newRow("delete all") << u"DELETE FROM ledger_entry"_s;
        QTest::newRow("replace")
            << u"INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry WHERE sequence = 2"_s;
        QTest::newRow("skip")
            << u"INSERT INTO ledger_entry SELECT 9, at_ms, at_zone, actor_key, actor_name, actor_role, "
               "action, incident, subject, header_salt, payload_salt, payload, payload_digest, "
               "previous_hash, hash, signature FROM ledger_entry WHERE sequence = 6"_s;
    }

    void refusesToChangeOrReplaceAnEntry()
    {
        QFETCH(const QString, sql);
        CaseFixture store;
        fill(store);
        QCOMPARE(store.ask(Execute{sql}).error().code, ErrorCode::Conflict);
        // By another program that has the key, too, as long as it takes no trigger away.
        auto raw = openRaw(store);
        QVERIFY(raw);
        QCOMPARE(raw->execute(sql).error().code, ErrorCode::Conflict);
        QCOMPARE(raw->integer(u"SELECT count(*) FROM ledger_entry"_s).value(), 6);
    }

    void namesAnEntryWhoseTimeStampRequestCannotBeRead()
    {
        CaseFixture store;
        fill(store);
        QVERIFY(store.file().requestTimeStamp(store.filePath(u"stamp.tsq"_s)).result());
        const qint64 sequence = store.ask(LedgerRows())->first().sequence;
        const QCborMap request{{u"checkpoint"_s, u"none"_s}, {u"request"_s, u""_s}};
        const QByteArray payload = QCborValue(QCborMap{{u"after"_s, request}, {u"before"_s, QCborMap()}}).toCbor();
        {
            auto raw = openRaw(store);
            QVERIFY(raw);
            QVERIFY(raw->execute(kFreeLedger
                                 + u"UPDATE ledger_entry SET payload = x'%1' WHERE sequence = %2"_s
                                       .arg(QString::fromLatin1(payload.toHex()))
                                       .arg(sequence)));
        }
        const auto report = verify(store);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QVERIFY(report->fault);
        QCOMPARE(report->fault->sequence, sequence);
    }

    void keepsItsTriggersFromItsOwnConnection()
    {
        CaseFixture store;
        for (const QString &sql : {u"DROP TRIGGER ledger_entry_no_update"_s, u"DROP TABLE ledger_entry"_s,
                                   u"ALTER TABLE ledger_entry RENAME TO other"_s})
            QVERIFY2(!store.ask(Execute{sql}), qPrintable(sql));
    }

    void findsAndNamesWhatWasTamperedWith_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<qint64>("sequence");
        QTest::newRow("payload") << u"UPDATE ledger_entry SET payload = x'A0' WHERE sequence = 3"_s << qint64(3);
        QTest::newRow("payload of the first")
            << u"UPDATE ledger_entry SET payload = x'A0' WHERE sequence = 1"_s << qint64(1);
        QTest::newRow("actor") << u"UPDATE ledger_entry SET actor_name = 'Eve' WHERE sequence = 2"_s << qint64(2);
        QTest::newRow("role") << u"UPDATE ledger_entry SET actor_role = 'observer' WHERE sequence = 4"_s << qint64(4);
        QTest::newRow("action") << u"UPDATE ledger_entry SET action = 'task.add' WHERE sequence = 4"_s << qint64(4);
        QTest::newRow("incident") << u"UPDATE ledger_entry SET incident = '2026-009' WHERE sequence = 4"_s << qint64(4);
        QTest::newRow("time") << u"UPDATE ledger_entry SET at_ms = at_ms - 1 WHERE sequence = 5"_s << qint64(5);
        QTest::newRow("zone") << u"UPDATE ledger_entry SET at_zone = 'UTC' WHERE sequence = 5"_s << qint64(5);
        QTest::newRow("salt") << u"UPDATE ledger_entry SET header_salt = zeroblob(16) WHERE sequence = 5"_s
                              << qint64(5);
        QTest::newRow("signature") << u"UPDATE ledger_entry SET signature = zeroblob(64) WHERE sequence = 3"_s
                                   << qint64(3);
        QTest::newRow("the last one's signature")
            << u"UPDATE ledger_entry SET signature = zeroblob(64) WHERE sequence = 6"_s << qint64(6);
        QTest::newRow("hash") << u"UPDATE ledger_entry SET hash = zeroblob(32) WHERE sequence = 3"_s << qint64(3);
        QTest::newRow("removed from the middle") << u"DELETE FROM ledger_entry WHERE sequence = 3"_s << qint64(3);
        QTest::newRow("removed and closed up") << u"DELETE FROM ledger_entry WHERE sequence = 3; "
                                                  "UPDATE ledger_entry SET sequence = sequence - 1 WHERE sequence > 3"_s
                                               << qint64(3);
        QTest::newRow("swapped") << u"UPDATE ledger_entry SET sequence = 99 WHERE sequence = 3; "
                                    "UPDATE ledger_entry SET sequence = 3 WHERE sequence = 4; "
                                    "UPDATE ledger_entry SET sequence = 4 WHERE sequence = 99"_s
                                 << qint64(3);
        QTest::newRow("foreign key") << u"UPDATE person SET signing_key = randomblob(32)"_s << qint64(1);
        QTest::newRow("renamed person") << u"UPDATE person SET name = 'Eve'"_s << qint64(1);
        QTest::newRow("person not yet in") << u"UPDATE person SET added_sequence = 3"_s << qint64(1);
    }

    void findsAndNamesWhatWasTamperedWith()
    {
        QFETCH(const QString, sql);
        QFETCH(const qint64, sequence);
        CaseFixture store;
        fill(store);
        QVERIFY(!verify(store)->fault);
        {
            auto raw = openRaw(store);
            QVERIFY(raw);
            const auto done = raw->execute(kFreeLedger + sql);
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        }
        const auto report = verify(store);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QVERIFY(report->fault);
        QCOMPARE(report->fault->sequence, sequence);
        QVERIFY2(report->fault->message.contains(QString::number(sequence)), qPrintable(report->fault->message));
    }

    void findsACutTailAgainstACheckpoint()
    {
        CaseFixture store;
        fill(store);
        const auto checkpoint = store.file().checkpoint().result();
        QVERIFY(checkpoint);
        QVERIFY(!verify(store, {*checkpoint})->fault);
        QVERIFY(openRaw(store)->execute(kFreeLedger + u"DELETE FROM ledger_entry WHERE sequence > 4"_s));
        QVERIFY(!verify(store)->fault); // the chain alone cannot tell
        const auto report = verify(store, {*checkpoint});
        QVERIFY(report->fault);
        QCOMPARE(report->fault->kind, ledger::FaultKind::CutTail);
        QVERIFY(report->fault->sequence > 4);
    }

    void findsARewrittenTailAgainstACheckpoint()
    {
        CaseFixture store;
        fill(store);
        const auto checkpoint = store.file().checkpoint().result();
        QVERIFY(openRaw(store)->execute(kFreeLedger + u"DELETE FROM ledger_entry WHERE sequence = 6"_s));
        QVERIFY(store.submit(LogEntry{{1}, u"Something else"_s}));
        QVERIFY(!verify(store)->fault);
        const auto report = verify(store, {*checkpoint});
        QVERIFY(report->fault);
        QCOMPARE(report->fault->kind, ledger::FaultKind::CheckpointMismatch);
        QCOMPARE(report->fault->sequence, 6);
    }

    void writesNoEntryForAnExportThatCannotBe()
    {
        CaseFixture store;
        fill(store);
        const QString path = store.filePath(u"no-such-folder/extract.jsonl"_s);
        const auto exported
            = store.file().exportLedger({1}, path, ledger::Payloads::Withheld, std::make_shared<Progress>()).result();
        QCOMPARE(exported.error().code, ErrorCode::Io);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, 6);
    }

    void disclosesNoPrivilegedWords()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.submit(LogEntry{incident, u"Open words"_s}));
        const auto early = store.submit(LogEntry{incident, u"Privileged too late"_s});
        QVERIFY(store.submit(FlagEntry{{early->id}, false, true}));
        LogEntry entry{incident, u"What counsel thinks"_s};
        entry.privileged = true;
        const auto logged = store.submit(entry);
        QVERIFY(store.submit(CorrectEntry{{logged->id}, u"What counsel really thinks"_s, {}, {}}));
        const QString path = store.filePath(u"extract.jsonl"_s);
        const Progress progress;
        QVERIFY(store.file()
                    .exportLedger(incident, path, ledger::Payloads::Disclosed, std::make_shared<Progress>())
                    .result());
        const auto report = ledger::verifyExtract(path, progress);
        QVERIFY(report && report->verifies());
        QCOMPARE(report->counts.withheld, 4);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray content = file.readAll();
        // The payloads stand there as hexadecimal digits.
        const QList<QByteArray> words = content.split('"');
        for (const QByteArray &word : words)
            content += QByteArray::fromHex(word);
        QVERIFY(content.contains("Open words"));
        QVERIFY(!content.contains("What counsel"));
        QVERIFY(!content.contains("Privileged too late"));
    }

    void takesCommandsFromSeveralThreadsAtOnce()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        constexpr int kThreads = 4;
        constexpr int kEach = 20;
        std::array<QList<QFuture<Result<Receipt>>>, kThreads> futures;
        std::array<std::thread, kThreads> threads;
        for (size_t i = 0; i < threads.size(); ++i) {
            threads.at(i) = std::thread([&, i] {
                for (int n = 0; n < kEach; ++n)
                    futures.at(i) << store.file().submit(LogEntry{incident, u"%1 of thread %2"_s.arg(n).arg(i)});
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QSet<qint64> sequences;
        for (auto &each : futures) {
            qint64 last = 0;
            for (auto &future : each) {
                const Result<Receipt> receipt = future.result();
                QVERIFY(receipt);
                QVERIFY(receipt->sequence > last); // a thread's commands keep their order
                last = receipt->sequence;
                sequences.insert(last);
            }
        }
        QCOMPARE(sequences.size(), kThreads * kEach);
        QVERIFY(!verify(store)->fault);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, 2 + kThreads * kEach);
    }

    void finishesWhatIsQueuedBeforeItCloses()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QList<QFuture<Result<Receipt>>> futures;
        for (int n = 0; n < 50; ++n)
            futures << store.file().submit(LogEntry{incident, u"entry %1"_s.arg(n)});
        store.close();
        for (auto &future : futures) {
            QVERIFY(future.isFinished());
            QVERIFY(future.result());
        }
        QVERIFY(store.openAs(u"Ada"_s));
        QCOMPARE(store.ask(LedgerHeadQuery())->count, 52);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkLedger)
#include "tst_casework_ledger.moc"
