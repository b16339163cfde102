// SPDX-License-Identifier: GPL-3.0-or-later
// Searches, byte by byte, everything that a session leaves on the disk for the words about people that went through it.
#include "app/cli_session.h"
#include "patience.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::CliSession;
using tocsin::test::Ran;

namespace {

/// Words that stand nowhere else.
const QStringList kWords{u"Wolkenstein"_s,   u"Quintessa"_s,     u"Plumtree Crossing"_s,  u"Xochiquetzal"_s,
                         u"Zanzibarquery"_s, u"Oxymoronville"_s, u"Grandmother Yolande"_s};

const QByteArray kRoster
    = "recipient_id,first_name,last_name,address_1,address_2,city,state,postal_code,country,email,email_consent,"
      "language,"
      "date_of_birth,status,representative,data_elements\n"
      "R1,Quintessa,Wolkenstein,8321 Plumtree "
      "Crossing,,Oxymoronville,TX,73301,US,,no,en,1959-03-26,adult,,name;diagnosis\n"
      "R2,Xochiquetzal,Wolkenstein,8321 Plumtree Crossing,,Oxymoronville,TX,73301,US,,no,en,2019-03-26,minor,"
      "Grandmother Yolande,name;diagnosis\n"
      "R3,Xochiquetzal,Nowhere,,,,,,,,no,en,1959-03-26,adult,,name\n";

/// The words that a text holds, as UTF-8 or UTF-16.
QStringList wordsIn(const QByteArray &bytes)
{
    QStringList found;
    for (const QString &word : kWords) {
        const QByteArray wide(reinterpret_cast<const char *>(word.utf16()), word.size() * 2);
        if (bytes.contains(word.toUtf8()) || bytes.contains(wide))
            found << word;
    }
    return found;
}

QStringList wordsUnder(const CliSession &session, const QStringList &folders, int *files)
{
    QStringList found;
    for (const QString &folder : folders) {
        QDirIterator walk(session.path(folder), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
                continue;
            ++*files;
            for (const QString &word : wordsIn(file.readAll() + QFileInfo(file).fileName().toUtf8()))
                found << word + u" in "_s + file.fileName();
        }
    }
    return found;
}

} // namespace

class TestNoPlaintext : public QObject
{
    Q_OBJECT

private:
    static void verifyNoneIn(const CliSession &session, int leastFiles)
    {
        int files = 0;
        const QStringList found = wordsUnder(session, {u"work"_s, u"home"_s, u"tmp"_s}, &files);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        QVERIFY2(files >= leastFiles, qPrintable(QString::number(files)));
    }

private Q_SLOTS:
    void leavesNoWordOfAnyoneOnTheDisk()
    {
        CliSession session;
        session.makeStore();
        QString said;
        const auto ada = [&](const QStringList &arguments) {
            const Ran ran = session.ada(arguments);
            said += ran.said;
            COMPARE_STATUS(ran, 0);
        };
        const QString store = session.store();
        ada({u"incident"_s, u"new"_s, store, u"--title"_s, u"An incident"_s, u"--facts"_s,
             session.path(u"in/facts.json"_s)});
        const QString roster = session.write(u"in/roster.csv"_s, kRoster);
        int control = 0;
        QVERIFY(!wordsUnder(session, {u"in"_s}, &control).isEmpty()); // the search does find words where they are

        // A process that has the store open, with all of it in its memory: roster, timeline, letters.
        QProcess worker;
        worker.setProcessEnvironment(session.environment());
        worker.setWorkingDirectory(session.work());
        worker.start(QStringLiteral(TOCSIN_STORE_WORKER), {u"session"_s, store, roster});
        QByteArray output;
        while (!output.contains("ready") && worker.state() != QProcess::NotRunning) {
            worker.waitForReadyRead(240'000);
            output += worker.readAllStandardOutput();
        }
        QVERIFY2(output.contains("ready 2 previews"),
                 qPrintable(QString::fromUtf8(output + worker.readAllStandardError())));
        QVERIFY(QFile::exists(store + u"-wal"_s)); // it is open, and what it wrote lies in the log
        verifyNoneIn(session, 5); // store, keys, log, index of the log, lock
        worker.write("\n");
        worker.closeWriteChannel();
        QVERIFY(worker.waitForFinished(test::kPatience));
        QCOMPARE(worker.exitCode(), 0);
        said += QString::fromUtf8(worker.readAllStandardError());
        verifyNoneIn(session, 2);

        // The same through the program itself. Letters are an export that somebody chose: their folder is not searched.
        ada({u"log"_s, store, u"2026-001"_s, u"--text"_s, u"Zanzibarquery called Quintessa Wolkenstein"_s});
        ada({u"timeline"_s, store, u"2026-001"_s, u"--search"_s, u"Zanzibar"_s});
        ada({u"notices"_s, u"check"_s, store, u"2026-001"_s, u"individual-en"_s});
        session.approveLetters();
        ada({u"letters"_s, u"run"_s, store, u"2026-001"_s, u"individual-en"_s, u"--out"_s, session.path(u"out"_s)});
        ada({u"ledger"_s, u"export"_s, store, u"2026-001"_s, u"--out"_s, session.path(u"work/extract.jsonl"_s)});
        ada({u"backup"_s, store, session.path(u"work/backup"_s)});
        ada({u"rekey"_s, store});
        if (QTest::currentTestFailed())
            return;
        verifyNoneIn(session, 4);
        QVERIFY2(wordsIn(said.toUtf8()).isEmpty(), qPrintable(said));
    }

    void tellsNothingOfAnyoneInItsErrors()
    {
        CliSession session;
        session.makeStore();
        session.makeIncident();
        const auto importing = [&](const QByteArray &content) {
            const QString file = session.write(u"in/roster.csv"_s, content);
            return session.ada({u"roster"_s, u"import"_s, session.store(), u"2026-001"_s, file});
        };
        const Ran headless = importing(kRoster.mid(kRoster.indexOf('\n') + 1));
        COMPARE_STATUS(headless, 3);
        const Ran quote = importing(kRoster + "\"Quintessa Wolkenstein\nnever closed");
        COMPARE_STATUS(quote, 3);
        const Ran odd = importing(
            kRoster + "R9,Quintessa,Wolkenstein,x,,Oxymoronville,ZZ,99999,US,,maybe,xx,never,gone,,teeth\n");
        COMPARE_STATUS(odd, 0);
        for (const Ran &ran : {headless, quote, odd})
            QVERIFY2(wordsIn(ran.said.toUtf8()).isEmpty(), qPrintable(ran.said));
        QVERIFY(wordsIn(odd.out).isEmpty()); // counts and lines, and no names
    }
};

QTEST_GUILESS_MAIN(TestNoPlaintext)
#include "tst_no_plaintext.moc"
