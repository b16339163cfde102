// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong around a store, as the person at the command line meets it: said in a sentence, with an exit status
// of its own, and with nothing lost.
#include "app/cli_session.h"
#include "models/casework/raw_store.h"
#include "models/intake/synthetic_roster.h"
#include "patience.h"

#include "casework/schema.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <csignal>
#include <zip.h>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::CliSession;
using tocsin::test::Ran;
using tocsin::test::withFileLimit;

class TestBadDays : public QObject
{
    Q_OBJECT

private:
    static void makeIncident(CliSession &session)
    {
        session.makeStore();
        session.makeIncident();
    }

    static QStringList importing(const CliSession &session, const QString &file)
    {
        return QStringList{u"roster"_s, u"import"_s, session.store(), u"2026-001"_s, file, u"--json"_s}
        + session.as(u"Ada"_s);
    }

    static void addRoster(const CliSession &session, int people)
    {
        const QString roster = session.write(u"in/roster.csv"_s, tests::syntheticCsv(people));
        COMPARE_STATUS(session.run(importing(session, roster)), 0);
        // Where Social Security numbers are involved, Massachusetts wants it.
        COMPARE_STATUS(session.ada({u"notices"_s, u"edit"_s, session.store(), u"2026-001"_s, u"individual-en"_s,
                                    u"--field"_s, u"offer=24 months of credit monitoring at no cost."_s}),
                       0);
    }

    static qint64 sizeOf(const CliSession &session) { return QFileInfo(session.store()).size(); }

    static qint64 ledgerCount(const CliSession &session)
    {
        return session.ada({u"ledger"_s, u"verify"_s, session.store(), u"--json"_s}).json()["entries"_L1].toInteger();
    }

    static void writeZip(const QString &path, const QList<std::pair<QByteArray, QByteArray>> &parts)
    {
        zip_t *archive = ::zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
        QVERIFY(archive != nullptr);
        for (const auto &[name, content] : parts) {
            zip_source_t *source
                = ::zip_source_buffer(archive, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
            QVERIFY(::zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8) >= 0);
        }
        QCOMPARE(::zip_close(archive), 0);
    }

private Q_SLOTS:
    void saysThatTheKeyFileIsAnotherStores()
    {
        CliSession session;
        session.makeStore();
        CliSession other;
        other.makeStore();
        QVERIFY(QFile::remove(session.store() + u".keys"_s));
        QVERIFY(QFile::copy(other.store() + u".keys"_s, session.store() + u".keys"_s));
        const QStringList before = session.files();
        const Ran ran = session.ada({u"incident"_s, u"list"_s, session.store()});
        COMPARE_STATUS(ran, 4);
        QVERIFY2(ran.said.contains(u"another store"_s), qPrintable(ran.said));
        QVERIFY(ran.said.contains(u"recovery kit"_s));
        QCOMPARE(session.files(), before);
    }

    void saysThatAStoreIsDamagedAndDeletesNothing_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("at"); // as a part of the file's size
        QTest::addColumn<bool>("cut");
        QTest::newRow("store cut short") << u"case.tocsin"_s << 0.5 << true;
        QTest::newRow("store cut to nothing") << u"case.tocsin"_s << 0.0 << true;
        QTest::newRow("store cut to a few bytes") << u"case.tocsin"_s << 0.0001 << true;
        QTest::newRow("bit in the first page") << u"case.tocsin"_s << 0.001 << false;
        QTest::newRow("bit in the salt") << u"case.tocsin"_s << 0.0 << false;
        QTest::newRow("both copies of the keys") << u"case.tocsin.keys"_s << 0.3 << true;
    }

    void saysThatAStoreIsDamagedAndDeletesNothing()
    {
        QFETCH(const QString, file);
        QFETCH(const double, at);
        QFETCH(const bool, cut);
        CliSession session;
        session.makeStore();
        QByteArray bytes = session.read(u"work/"_s + file);
        const auto offset = static_cast<qsizetype>(at * static_cast<double>(bytes.size()));
        if (cut)
            bytes.truncate(offset);
        else
            bytes[offset] = static_cast<char>(bytes.at(offset) ^ 0x10);
        session.write(u"work/"_s + file, bytes);
        const QStringList before = session.files();
        const Ran ran = session.ada({u"incident"_s, u"list"_s, session.store()});
        COMPARE_STATUS(ran, 6);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.said.contains(u"backup"_s) || ran.said.contains(u"recovery kit"_s), qPrintable(ran.said));
        QVERIFY2(ran.said.contains(u"damaged"_s) || ran.said.contains(u"cut short"_s), qPrintable(ran.said));
        QCOMPARE(session.files(), before);
    }

    void findsAFlippedBitOnAnyPageThatHoldsSomething()
    {
        CliSession session;
        makeIncident(session);
        const QByteArray sound = session.read(u"work/case.tocsin"_s);
        const qint64 pages = sound.size() / 4096;
        int found = 0;
        for (const qint64 page : {pages / 4, pages / 3, pages / 2, pages - 2}) {
            QByteArray bytes = sound;
            bytes[page * 4096 + 2000] = static_cast<char>(bytes.at(page * 4096 + 2000) ^ 1);
            session.write(u"work/case.tocsin"_s, bytes);
            // A backup reads every page.
            const Ran ran = session.ada({u"backup"_s, session.store(), session.path(u"work/b"_s)});
            if (ran.status == 0 && QFile::remove(session.path(u"work/b"_s)))
                continue; // a page of the free list, which nothing is in
            COMPARE_STATUS(ran, 6);
            QVERIFY2(ran.said.contains(u"restore the latest backup"_s), qPrintable(ran.said));
            QVERIFY(!QFile::exists(session.path(u"work/b"_s)));
            QCOMPARE(session.read(u"work/case.tocsin"_s), bytes);
            ++found;
        }
        QVERIFY2(found >= 2, qPrintable(QString::number(found)));
        session.write(u"work/case.tocsin"_s, sound);
        QCOMPARE(session.verifyFault(), QString());
    }

    void refusesAStoreOfANewerVersionAndNamesIt()
    {
        CliSession session;
        session.makeStore();
        {
            auto vault
                = vault::Vault::unlock(session.store(), {u"Ada"_s, test::CaseFixture::passphraseOf(u"Ada"_s), {}});
            QVERIFY(vault);
            QVERIFY(vault->database().execute(u"PRAGMA user_version = 77"_s));
        }
        const QStringList before = session.files();
        const Ran ran = session.ada({u"incident"_s, u"list"_s, session.store()});
        COMPARE_STATUS(ran, 6);
        QVERIFY2(ran.said.contains(u"77"_s) && ran.said.contains(QString::number(casework::newestSchema())),
                 qPrintable(ran.said));
        QCOMPARE(session.files(), before);
    }

    void keepsASecondProcessOut()
    {
        CliSession session;
        session.makeStore();
        const auto open = session.open();
        QVERIFY(open);
        for (const QStringList &command :
             {QStringList{u"incident"_s, u"list"_s, session.store()}, QStringList{u"rekey"_s, session.store()},
              QStringList{u"backup"_s, session.store(), session.path(u"work/b"_s)}}) {
            const Ran ran = session.ada(command);
            COMPARE_STATUS(ran, 6);
            QVERIFY2(ran.said.contains(u"open already"_s), qPrintable(ran.said));
        }
        QVERIFY(!QFile::exists(session.path(u"work/b"_s)));
        QVERIFY((*open)->ask(casework::PeopleQuery()).result()); // and the first goes on
    }

    void keepsTheStoreWholeWhenTheDiskIsFullDuringAnImport()
    {
        CliSession session;
        makeIncident(session);
        const QString roster = session.write(u"in/roster.csv"_s, tests::syntheticCsv(20'000));
        const qint64 before = ledgerCount(session);
        const Ran ran = session.run(importing(session, roster), {}, withFileLimit(sizeOf(session) + 400'000));
        COMPARE_STATUS(ran, 3);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.said.contains(u"disk"_s), qPrintable(ran.said));
        QCOMPARE(session.verifyFault(), QString());
        QCOMPARE(ledgerCount(session), before);
        QCOMPARE(QDir(session.work()).entryList(QDir::Files, QDir::Name),
                 QStringList({u"case.tocsin"_s, u"case.tocsin.keys"_s}));
        const Ran again = session.run(importing(session, roster)); // once there is room
        COMPARE_STATUS(again, 0);
        QCOMPARE(again.json()["added"_L1].toInt(), 20'000);
    }

    void leavesNoHalfFileWhenTheDiskIsFull_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("backup") << QStringList{u"backup"_s, u"STORE"_s, u"OUT"_s};
        QTest::newRow("kit") << QStringList{u"kit"_s, u"STORE"_s, u"--out"_s, u"OUT"_s};
        QTest::newRow("letters") << QStringList{u"letters"_s,       u"run"_s,   u"STORE"_s, u"2026-001"_s,
                                                u"individual-en"_s, u"--out"_s, u"OUT"_s};
        QTest::newRow("packet") << QStringList{u"packet"_s,   u"build"_s, u"STORE"_s,
                                               u"2026-001"_s, u"--out"_s, u"OUT"_s};
        QTest::newRow("rekey") << QStringList{u"rekey"_s, u"STORE"_s};
    }

    void leavesNoHalfFileWhenTheDiskIsFull()
    {
        QFETCH(QStringList, command);
        CliSession session;
        makeIncident(session);
        addRoster(session, 60);
        if (command.first() == u"letters"_s)
            session.approveLetters();
        const QString out = session.path(u"work/out"_s);
        command.replaceInStrings(u"STORE"_s, session.store()).replaceInStrings(u"OUT"_s, out);
        const qint64 size = sizeOf(session);
        // Enough to go on logging what is done, and too little for what is asked.
        const QHash<QString, qint64> limits{{u"letters"_s, 70'000}, {u"packet"_s, 60'000}, {u"kit"_s, 20'000}};
        const qint64 limit = limits.value(command.first(), size / 2);
        const Ran ran = session.run(command + session.as(u"Ada"_s), {}, withFileLimit(limit));
        COMPARE_STATUS(ran, 3);
        QVERIFY2(!ran.said.trimmed().isEmpty() && !ran.said.contains(u"terminate"_s), qPrintable(ran.said));
        QVERIFY(!QFile::exists(out));
        // What was committed may still stand in the write-ahead log, which is part of the store.
        const QStringList left = QDir(session.work()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
        QCOMPARE(left.filter(QRegularExpression(u"^(?!case\\.tocsin-(wal|shm)$)"_s)),
                 QStringList({u"case.tocsin"_s, u"case.tocsin.keys"_s}));
        QCOMPARE(session.verifyFault(), QString());
        COMPARE_STATUS(session.ada(command), 0); // once there is room
        QCOMPARE(session.verifyFault(), QString());
    }

    void refusesWhatIsNoRoster_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("said");
        QTest::newRow("four gigabytes") << u"huge"_s << u"4.0 GB"_s;
        QTest::newRow("bomb") << u"bomb"_s << u"unpack to more"_s;
        QTest::newRow("zip that is no workbook") << u"zip"_s << u"no Excel workbook"_s;
        QTest::newRow("no header") << u"headless"_s << u"column"_s;
        QTest::newRow("not text") << u"binary"_s << u"this is not text"_s;
        QTest::newRow("empty") << u"empty"_s << u"is empty"_s;
        QTest::newRow("header alone") << u"header"_s << u"nobody below"_s;
        QTest::newRow("folder") << u"folder"_s << u"no file that can be read"_s;
        QTest::newRow("open quote") << u"quote"_s << u"line"_s;
    }

    void refusesWhatIsNoRoster()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, said);
        CliSession session;
        makeIncident(session);
        const QString path = session.path(u"in/roster"_s);
        const QByteArray csv = tests::syntheticCsv(3);
        if (kind == u"huge"_s) {
            QFile file(session.write(u"in/roster"_s, csv));
            QVERIFY(file.resize(qint64(4) << 30)); // sparse
        } else if (kind == u"bomb"_s) {
            const QByteArray sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + QByteArray(64 * 1024 * 1024, ' ') + "<sheetData/></worksheet>";
            writeZip(path,
                     {{"[Content_Types].xml", "<Types/>"},
                      {"xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" sheetId=\"1\"/></sheets></workbook>"},
                      {"xl/worksheets/sheet1.xml", sheet}});
        } else if (kind == u"zip"_s) {
            writeZip(path, {{"readme.txt", "hello"}});
        } else if (kind == u"folder"_s) {
            QVERIFY(QDir().mkpath(path));
        } else {
            const QHash<QString, QByteArray> contents{{u"headless"_s, csv.mid(csv.indexOf('\n') + 1)},
                                                      {u"binary"_s,
                                                       QByteArray("\x7f"
                                                                  "ELF\x02\x01\x00\x00\x00\x01\x02\x03\xff\xfe\xfa",
                                                                  16)
                                                           .repeated(64)},
                                                      {u"empty"_s, {}},
                                                      {u"header"_s, csv.left(csv.indexOf('\n') + 1)},
                                                      {u"quote"_s, csv + "\"never closed"}};
            session.write(u"in/roster"_s, contents.value(kind));
        }
        const QStringList before = session.files();
        const Ran ran = session.run(importing(session, path));
        COMPARE_STATUS(ran, 3);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.said.contains(said), qPrintable(ran.said));
        if (kind == u"huge"_s)
            QVERIFY(QFile::remove(path));
        QCOMPARE(session.verifyFault(), QString());
        QCOMPARE(ledgerCount(session), 2);
        QCOMPARE(session.files().size(), before.size());
    }

    void cancelsAnImportWithoutATrace()
    {
        CliSession session;
        makeIncident(session);
        const QString roster = session.write(u"in/roster.csv"_s, tests::syntheticCsv(200'000));
        const qint64 before = ledgerCount(session);
        const auto process = session.start(importing(session, roster));
        // In the middle: the write-ahead log has grown by the first batches.
        QTRY_VERIFY(QFileInfo(session.store() + u"-wal"_s).size() > 1'000'000
                    || process->state() == QProcess::NotRunning);
        QCOMPARE(process->state(), QProcess::Running);
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        const Ran ran = CliSession::finish(*process);
        COMPARE_STATUS(ran, 130);
        QVERIFY(ran.out.isEmpty());
        QCOMPARE(QDir(session.work()).entryList(QDir::Files, QDir::Name),
                 QStringList({u"case.tocsin"_s, u"case.tocsin.keys"_s}));
        QCOMPARE(session.verifyFault(), QString());
        QCOMPARE(ledgerCount(session), before);
        const auto file = session.open();
        QVERIFY(file);
        QCOMPARE((*file)->ask(casework::StagedEffect{{1}}).result()->added, 0);
        QCOMPARE((*file)->ask(casework::RosterTotalsQuery{{1}}).result()->people, 0);
    }
};

QTEST_GUILESS_MAIN(TestBadDays)
#include "tst_bad_days.moc"
