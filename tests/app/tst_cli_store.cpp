// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_session.h"
#include "patience.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <csignal>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::CliSession;
using tocsin::test::Ran;

class TestCliStore : public QObject
{
    Q_OBJECT

private:
    static QStringList newStore(const CliSession &session, const QString &store)
    {
        return {u"new"_s,
                store,
                u"--organization"_s,
                session.path(u"in/organization.json"_s),
                u"--person"_s,
                u"Ada"_s,
                u"--role"_s,
                u"compliance-lead"_s,
                u"--passphrase-file"_s,
                session.path(u"in/Ada.pass"_s)};
    }

    static QString textOf(const QString &pdf)
    {
        QProcess process;
        process.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
        process.waitForFinished(test::kPatience);
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    /// The code as printed in a kit.
    static QByteArray codeOf(const QString &kit)
    {
        static const QRegularExpression group(u"\\b[0-9A-Z]{5}( - [0-9A-Z]{5})+"_s);
        QByteArray lines;
        for (auto match = group.globalMatch(textOf(kit)); match.hasNext();)
            lines += match.next().captured().toUtf8() + '\n';
        return lines;
    }

private Q_SLOTS:
    void makesAStoreItsKitAndOpensItWithTheCodeOnThePage()
    {
        const CliSession session;
        const QString kit = session.path(u"work/kit.pdf"_s);
        const Ran made = session.run(newStore(session, session.store()) + QStringList{u"--kit"_s, kit});
        COMPARE_STATUS(made, 0);
        QVERIFY(made.out.isEmpty());
        QCOMPARE(QDir(session.work()).entryList(QDir::Files, QDir::Name),
                 QStringList({u"case.tocsin"_s, u"case.tocsin.keys"_s, u"kit.pdf"_s}));
        for (const QString &name : {u"case.tocsin"_s, u"case.tocsin.keys"_s, u"kit.pdf"_s}) {
            const auto others = QFile::permissions(session.work() + u'/' + name)
                & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther);
            QVERIFY2(!others, qPrintable(name));
        }
        QVERIFY(!session.read(u"work/case.tocsin"_s).startsWith("SQLite format 3"));

        // The key file is lost: the passphrase opens nothing, the code on the page does.
        QVERIFY(QFile::remove(session.store() + u".keys"_s));
        const Ran locked = session.ada({u"incident"_s, u"list"_s, session.store()});
        COMPARE_STATUS(locked, 4);
        QVERIFY(locked.said.contains(u"recovery kit"_s));
        const QString code = session.write(u"in/code.txt"_s, codeOf(kit));
        QVERIFY(!codeOf(kit).isEmpty());
        const QStringList recover{
            u"recover"_s,  session.store(), u"--code-file"_s,       code,
            u"--person"_s, u"Rescue"_s,     u"--passphrase-file"_s, session.path(u"in/Ada.pass"_s)};
        QByteArray slip = codeOf(kit);
        slip[0] = slip.at(0) == 'A' ? 'B' : 'A';
        session.write(u"in/code.txt"_s, slip);
        COMPARE_STATUS(session.run(recover), 3);
        session.write(u"in/code.txt"_s, codeOf(kit));
        COMPARE_STATUS(session.run(recover), 0);
        const Ran people = session.run({u"people"_s, u"list"_s, session.store(), u"--json"_s, u"--as"_s, u"Rescue"_s,
                                        u"--passphrase-file"_s, session.path(u"in/Ada.pass"_s)});
        COMPARE_STATUS(people, 0);
        QCOMPARE(people.json().array().size(), 2);
        QCOMPARE(people.json()[0]["state"_L1].toString(), u"removed"_s);
        QCOMPARE(people.json()[1]["name"_L1].toString(), u"Rescue"_s);
        QCOMPARE(people.json()[1]["role"_L1].toString(), u"compliance-lead"_s);
    }

    void refusesANewPassphraseThatIsShort()
    {
        CliSession session;
        const QString shorter = session.write(u"in/short.pass"_s, "elevensigns\n");
        const auto refused = [](const Ran &ran) { return ran.status == 3 && ran.said.contains(u"at least 12"_s); };
        QStringList make = newStore(session, session.store());
        make.last() = shorter;
        QVERIFY(refused(session.run(make)));
        QCOMPARE(QDir(session.work()).entryList(QDir::Files), QStringList());
        session.makeStore(false);
        QVERIFY(refused(session.ada({u"people"_s, u"add"_s, session.store(), u"--name"_s, u"Lee"_s, u"--role"_s,
                                     u"observer"_s, u"--new-passphrase-file"_s, shorter})));
        QVERIFY(
            refused(session.ada({u"people"_s, u"passphrase"_s, session.store(), u"--new-passphrase-file"_s, shorter})));
        COMPARE_STATUS(session.ada({u"people"_s, u"list"_s, session.store()}), 0); // with the one she has
    }

    void saysOfAFileThatItIsNoStore()
    {
        const CliSession session;
        const QString notes = session.write(u"work/notes.txt"_s, "Call counsel on Monday.\n");
        for (const QStringList &command :
             {QStringList{u"info"_s, notes}, QStringList{u"incident"_s, u"list"_s, notes}}) {
            const Ran ran = session.ada(command);
            COMPARE_STATUS(ran, 3);
            QVERIFY2(ran.said.contains(u"no Tocsin store"_s) && !ran.said.contains(u"recovery kit"_s),
                     qPrintable(ran.said));
        }
        QCOMPARE(QDir(session.work()).entryList(QDir::Files), QStringList{u"notes.txt"_s});
    }

    void leavesNothingWhereAStoreCannotBeMade_data()
    {
        QTest::addColumn<QStringList>("changed");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("said");
        QTest::newRow("role") << QStringList{u"--role"_s, u"king"_s} << 3 << u"compliance-lead"_s;
        QTest::newRow("a role that can add nobody")
            << QStringList{u"--role"_s, u"observer"_s} << 3 << u"Choose: compliance-lead"_s;
        QTest::newRow("organization missing")
            << QStringList{u"--organization"_s, u"/no/such/file"_s} << 3 << u"/no/such/file"_s;
        QTest::newRow("passphrase file missing")
            << QStringList{u"--passphrase-file"_s, u"/no/file"_s} << 3 << u"/no/file"_s;
        QTest::newRow("empty passphrase")
            << QStringList{u"--passphrase-file"_s, u"/dev/null"_s} << 3 << u"first line"_s;
        QTest::newRow("empty name") << QStringList{u"--person"_s, u" "_s} << 3 << QString();
        QTest::newRow("kit in a folder that is not there")
            << QStringList{u"--kit"_s, u"/no/folder/kit.pdf"_s} << 3 << u"kit.pdf"_s;
        QTest::newRow("now") << QStringList{u"--now"_s, u"yesterday"_s} << 2 << u"--now"_s;
        QTest::newRow("law") << QStringList{u"--law"_s, u"/no/rules"_s} << 3 << QString();
        QTest::newRow("unknown option") << QStringList{u"--pasphrase"_s, u"x"_s} << 2 << QString();
    }

    void leavesNothingWhereAStoreCannotBeMade()
    {
        QFETCH(QStringList, changed);
        QFETCH(const int, status);
        QFETCH(const QString, said);
        const CliSession session;
        QStringList arguments = newStore(session, session.store());
        const qsizetype at = arguments.indexOf(changed.first());
        if (at >= 0)
            arguments.replace(at + 1, changed.at(1));
        else
            arguments += changed;
        const Ran ran = session.run(arguments);
        COMPARE_STATUS(ran, status);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.said.contains(said), qPrintable(ran.said));
        QVERIFY2(session.files().isEmpty(), qPrintable(session.files().join(u' ')));
    }

    void refusesAnOrganizationThatIsNotWhatItShouldBe()
    {
        const CliSession session;
        const QList<std::pair<QByteArray, QString>> wrong{
            {R"({"name":"N","kind":"covered-entity","timezone":"America/Chicago","color":"red"})", u"color"_s},
            {R"({"name":"N","kind":"shop","timezone":"America/Chicago"})", u"kind"_s},
            {R"({"name":"N","kind":"covered-entity","timezone":"Mars"})", u"timezone"_s},
            {R"({"kind":"covered-entity","timezone":"America/Chicago"})", u"name"_s},
            {"[1]", u"organization"_s}};
        for (const auto &[json, key] : wrong) {
            session.write(u"in/organization.json"_s, json);
            const Ran ran = session.run(newStore(session, session.store()));
            COMPARE_STATUS(ran, 3);
            QVERIFY2(ran.said.contains(key), qPrintable(ran.said));
        }
        QVERIFY(session.files().isEmpty());
    }

    void leavesAStoreAloneThatIsThere()
    {
        CliSession session;
        session.makeStore();
        const QStringList before = session.files();
        COMPARE_STATUS(session.run(newStore(session, session.store())), 3);
        QCOMPARE(session.files(), before);
    }

    void tellsWithoutAPassphraseOnlyWhatIsPublic()
    {
        CliSession session;
        session.makeStore(true);
        const Ran ran = session.run({u"info"_s, session.store(), u"--json"_s});
        COMPARE_STATUS(ran, 0);
        QVERIFY(ran.said.isEmpty());
        const QJsonObject info = ran.json().object();
        QStringList keys = info.keys();
        keys.sort();
        QCOMPARE(keys,
                 QStringList({u"format"_s, u"generation"_s, u"key_file_bytes"_s, u"schema"_s, u"slots"_s,
                              u"sqlcipher"_s, u"store"_s, u"store_bytes"_s}));
        QCOMPARE(info["slots"_L1].toArray().size(), 3);
        QCOMPARE(info["slots"_L1][1]["name"_L1].toString(), u"Tom"_s);
        QCOMPARE(info["slots"_L1][1]["role"_L1].toString(), u"technical-lead"_s);
        QVERIFY(!info["sqlcipher"_L1].toString().isEmpty());
        const Ran words = session.run({u"info"_s, session.store()});
        COMPARE_STATUS(words, 0);
        QVERIFY(words.out.contains("Tom, technical-lead"));
        COMPARE_STATUS(session.run({u"info"_s, session.path(u"work/none.tocsin"_s)}), 3);
    }

    void addsRemovesAndChangesPassphrases()
    {
        CliSession session;
        session.makeStore(true);
        const QString lee = session.write(u"in/Lee.pass"_s, "passphrase of Lee\n");
        const auto add = [&](const QString &name) {
            return session.ada({u"people"_s, u"add"_s, session.store(), u"--name"_s, name, u"--role"_s,
                                u"legal-counsel"_s, u"--new-passphrase-file"_s, lee});
        };
        COMPARE_STATUS(add(u"Lee"_s), 0);
        COMPARE_STATUS(add(u"Lee"_s), 3);
        // Those whose role does not say so add and remove nobody.
        const QStringList before = session.files();
        COMPARE_STATUS(session.run(QStringList{u"people"_s, u"remove"_s, session.store(), u"--name"_s, u"Lee"_s}
                                   + session.as(u"Tom"_s)),
                       5);
        QCOMPARE(session.files(), before);
        COMPARE_STATUS(
            session.run(QStringList{u"people"_s, u"passphrase"_s, session.store(), u"--new-passphrase-file"_s, lee}
                        + session.as(u"Tom"_s)),
            0);
        COMPARE_STATUS(session.run(QStringList{u"people"_s, u"list"_s, session.store()} + session.as(u"Tom"_s)), 4);
        COMPARE_STATUS(session.ada({u"people"_s, u"remove"_s, session.store(), u"--name"_s, u"Nobody"_s}), 3);
        COMPARE_STATUS(session.ada({u"people"_s, u"remove"_s, session.store(), u"--name"_s, u"Ada"_s}), 3);
        COMPARE_STATUS(session.ada({u"people"_s, u"remove"_s, session.store(), u"--name"_s, u"Tom"_s}), 0);
        const Ran people = session.ada({u"people"_s, u"list"_s, session.store()});
        COMPARE_STATUS(people, 0);
        QVERIFY(people.out.contains("Tom\ttechnical-lead\tremoved"));
        QVERIFY(people.out.contains("Lee\tlegal-counsel\tactive"));
        QCOMPARE(session.verifyFault(), QString());
    }

    void saysWrongPassphraseAndWritesNothing()
    {
        CliSession session;
        session.makeStore();
        const QStringList before = session.files();
        session.write(u"in/Ada.pass"_s, "not it\n");
        const Ran wrong = session.ada({u"incident"_s, u"list"_s, session.store()});
        COMPARE_STATUS(wrong, 4);
        QVERIFY(wrong.out.isEmpty());
        QVERIFY(!wrong.said.contains(u"not it"_s));
        COMPARE_STATUS(session.run(QStringList{u"incident"_s, u"list"_s, session.store()} + session.as(u"Olga"_s)), 4);
        QCOMPARE(session.files(), before);
    }

    void asksAtATerminalAndTakesNoPassphraseAsAnArgument()
    {
        CliSession session;
        session.makeStore();
        // Neither option nor terminal: a child in a session of its own has none.
        const Ran ran = session.run({u"incident"_s, u"list"_s, session.store()}, {}, [] { ::setsid(); });
        COMPARE_STATUS(ran, 2);
        QVERIFY(ran.said.contains(u"--passphrase-file"_s));
        COMPARE_STATUS(session.run({u"incident"_s, u"list"_s, session.store(), u"--passphrase"_s, u"x"_s}), 2);
        QVERIFY(!session.run({u"--help"_s}).out.contains("--passphrase "));
    }

    void backsUpAndRestores()
    {
        CliSession session;
        session.makeStore();
        const QString backup = session.path(u"work/backup.tocsin-backup"_s);
        COMPARE_STATUS(session.ada({u"backup"_s, session.store(), backup}), 0);
        const QStringList after = session.files();
        COMPARE_STATUS(session.ada({u"backup"_s, session.store(), backup}), 3); // is there already
        QCOMPARE(session.files(), after);
        const QString restored = session.path(u"work/restored.tocsin"_s);
        COMPARE_STATUS(session.run({u"restore"_s, backup, restored}), 0);
        COMPARE_STATUS(session.run(QStringList{u"ledger"_s, u"verify"_s, restored} + session.as(u"Ada"_s)), 0);
        COMPARE_STATUS(session.run({u"restore"_s, backup, session.store()}), 3);
        // A backup with one wrong byte is refused, and nothing is left of the attempt.
        QByteArray bytes = session.read(u"work/backup.tocsin-backup"_s);
        bytes[bytes.size() / 2] = static_cast<char>(bytes.at(bytes.size() / 2) ^ 1);
        session.write(u"work/backup.tocsin-backup"_s, bytes);
        const QStringList before = session.files();
        COMPARE_STATUS(session.run({u"restore"_s, backup, session.path(u"work/other.tocsin"_s)}), 6);
        QCOMPARE(session.files(), before);
    }

    void rekeysAndVoidsTheKit()
    {
        CliSession session;
        session.makeStore();
        const QString kit = session.path(u"work/kit.pdf"_s);
        COMPARE_STATUS(session.ada({u"kit"_s, session.store(), u"--out"_s, kit}), 0);
        COMPARE_STATUS(session.ada({u"kit"_s, session.store(), u"--out"_s, kit}), 3); // is there already
        COMPARE_STATUS(session.ada({u"rekey"_s, session.store()}), 0);
        const QString code = session.write(u"in/code.txt"_s, codeOf(kit));
        COMPARE_STATUS(session.run({u"recover"_s, session.store(), u"--code-file"_s, code, u"--passphrase-file"_s,
                                    session.path(u"in/Ada.pass"_s)}),
                       4);
        QCOMPARE(session.verifyFault(), QString());
    }

    void showsTheRawKeyOnlyAfterTheWordsAreTyped()
    {
        CliSession session;
        session.makeStore(true);
        const QStringList key{u"key"_s, session.store(), u"--raw"_s};
        COMPARE_STATUS(session.run(QStringList{u"key"_s, session.store()} + session.as(u"Ada"_s)), 2);
        const Ran refused = session.run(key + session.as(u"Ada"_s), "yes\n");
        COMPARE_STATUS(refused, 130);
        QVERIFY(refused.out.isEmpty());
        COMPARE_STATUS(session.run(key + session.as(u"Tom"_s), "show the key\n"), 5);
        const Ran shown = session.run(key + session.as(u"Ada"_s), "show the key\n");
        COMPARE_STATUS(shown, 0);
        static const QRegularExpression notation(u"^x'[0-9a-fA-F]{96}'\n$"_s);
        QVERIFY(notation.match(QString::fromLatin1(shown.out)).hasMatch());
        QVERIFY(!shown.said.contains(QString::fromLatin1(shown.out.mid(2, 32))));
    }

    void makesADemoOrLeavesNothingOfIt()
    {
        const CliSession session;
        const QString folder = session.path(u"work/demo"_s);
        const auto process = session.start({u"demo"_s, folder});
        // In the middle of it: its store is there.
        const auto hasBegun = [&session] {
            QDirIterator files(session.work(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            int count = 0;
            for (; files.hasNext(); files.next())
                ++count;
            return count >= 3;
        };
        while (!hasBegun() && process->state() != QProcess::NotRunning)
            process->waitForFinished(1);
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        COMPARE_STATUS(CliSession::finish(*process), 130);
        QVERIFY2(session.files().isEmpty(), qPrintable(session.files().join(u' ')));

        const Ran made = session.run({u"demo"_s, folder, u"--json"_s, u"--now"_s, u"2026-03-20T09:42:00-05:00"_s});
        COMPARE_STATUS(made, 0);
        const QJsonObject demo = made.json().object();
        COMPARE_STATUS(session.run({u"packet"_s, u"verify"_s, demo["packet"_L1].toString()}), 0);
        session.write(u"in/demo.pass"_s, demo["passphrase"_L1].toString().toUtf8());
        COMPARE_STATUS(
            session.run({u"ledger"_s, u"verify"_s, demo["store"_L1].toString(), u"--as"_s, demo["person"_L1].toString(),
                         u"--passphrase-file"_s, session.path(u"in/demo.pass"_s)}),
            0);
        COMPARE_STATUS(session.run({u"demo"_s, folder}), 3); // is not empty
    }

    void explainsItselfAndRefusesWhatMakesNoSense_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("help") << QStringList{u"--help"_s} << 0;
        QTest::newRow("help of a command") << QStringList{u"letters"_s, u"run"_s, u"--help"_s} << 0;
        QTest::newRow("version") << QStringList{u"--version"_s} << 0;
        QTest::newRow("command without its store") << QStringList{u"info"_s} << 2;
        QTest::newRow("half a command") << QStringList{u"people"_s} << 2;
        QTest::newRow("deadlines of nothing") << QStringList{u"deadlines"_s} << 2;
        QTest::newRow("unknown option") << QStringList{u"info"_s, u"x"_s, u"--frobnicate"_s} << 2;
    }

    void explainsItselfAndRefusesWhatMakesNoSense()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, status);
        const CliSession session;
        const Ran ran = session.run(arguments);
        COMPARE_STATUS(ran, status);
        QCOMPARE(ran.out.isEmpty(), status != 0);
        QCOMPARE(ran.said.isEmpty(), status == 0);
        QVERIFY(session.files().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCliStore)
#include "tst_cli_store.moc"
