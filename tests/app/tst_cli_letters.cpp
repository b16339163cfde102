// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_session.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::CliSession;
using tocsin::test::Ran;

/// What goes out, and what is said of it.
class TestCliLetters : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CliSession> m_session;

    [[nodiscard]] Ran letters(const QString &verb, const QStringList &more) const
    {
        return m_session->ada(QStringList{u"letters"_s, verb, m_session->store(), u"2026-001"_s, u"individual-en"_s}
                              + more);
    }

    [[nodiscard]] Ran run(const QString &folder, const QStringList &more = {}) const
    {
        return letters(u"run"_s, QStringList{u"--out"_s, m_session->path(folder)} + more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_session = std::make_unique<CliSession>();
        m_session->makeStore(true);
        m_session->makeIncident();
        m_session->importPeople(2);
        COMPARE_STATUS(m_session->ada({u"notices"_s, u"edit"_s, m_session->store(), u"2026-001"_s, u"individual-en"_s,
                                       u"--field"_s, u"what_happened=A file stood open."_s}), // told in English alone
                       0);
    }

    void refusesASampleThatThereIsNot_data()
    {
        QTest::addColumn<QStringList>("asked");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("right");
        QTest::newRow("no such State") << QStringList{u"--state"_s, u"ZZ"_s} << 2 << u"MA"_s;
        QTest::newRow("a State in small letters") << QStringList{u"--state"_s, u"ma"_s} << 2 << u"MA"_s;
        QTest::newRow("no such language") << QStringList{u"--language"_s, u"fr"_s} << 2 << u"en, es"_s;
        QTest::newRow("not told in it") << QStringList{u"--language"_s, u"es"_s} << 1 << u"_es"_s;
    }

    void refusesASampleThatThereIsNot()
    {
        QFETCH(const QStringList, asked);
        QFETCH(const int, status);
        QFETCH(const QString, right);
        const QString file = m_session->path(u"work/sample.pdf"_s);
        const Ran ran = letters(u"preview"_s, QStringList{u"--out"_s, file} + asked);
        COMPARE_STATUS(ran, status);
        QVERIFY2(ran.said.contains(right), qPrintable(ran.said));
        QVERIFY(!QFile::exists(file));
    }

    void namesTheFolderThatIsMissing()
    {
        const Ran ran = letters(u"preview"_s, {u"--out"_s, m_session->path(u"work/no/such/sample.pdf"_s)});
        QVERIFY(ran.status != 0);
        QVERIFY2(ran.said.contains(u"work/no/such” does not exist"_s), qPrintable(ran.said));
        QVERIFY(!ran.said.contains(u".part"_s));
        const Ran backup
            = m_session->ada({u"backup"_s, m_session->store(), m_session->path(u"work/no/such/case.backup"_s)});
        QVERIFY(backup.status != 0);
        QVERIFY2(!backup.said.contains(u".part"_s), qPrintable(backup.said));
    }

    void removesOnlyWhatThereIs()
    {
        for (const QString &what : {u"letterhead"_s, u"signature"_s}) {
            const Ran ran = m_session->ada({u"organization"_s, what, m_session->store(), u"--remove"_s});
            COMPARE_STATUS(ran, 0);
            QVERIFY2(ran.said.contains(u"There is no %1 to remove; nothing was changed."_s.arg(what)),
                     qPrintable(ran.said));
            QVERIFY(!ran.said.contains(u"Saved"_s));
        }
        const QStringList sign{u"organization"_s, u"signature"_s, m_session->store()};
        COMPARE_STATUS(m_session->ada(sign + QStringList{u"--name"_s, u"Ada Sample"_s}), 0);
        const Ran removed = m_session->ada(sign + QStringList{u"--remove"_s});
        COMPARE_STATUS(removed, 0);
        QVERIFY(removed.said.contains(u"Saved"_s));
    }

    void savesATextOnlyOnAVersionThatThereIs()
    {
        const QStringList about{m_session->store(), u"individual-adult-en"_s};
        const Ran shown = m_session->ada(QStringList{u"templates"_s, u"show"_s} + about);
        COMPARE_STATUS(shown, 0);
        const auto save = [&](const QByteArray &add, const QString &base) {
            const QString file = m_session->write(u"in/text.md"_s, shown.out + add);
            return m_session->ada(QStringList{u"templates"_s, u"save"_s} + about
                                  + QStringList{u"--file"_s, file, u"--reason"_s, u"Clearer"_s, u"--on"_s, base});
        };
        const Ran none = save("\nOne more line.\n", u"7"_s);
        COMPARE_STATUS(none, 3);
        QVERIFY2(none.said.contains(u"version 0"_s) && !none.said.contains(u"meanwhile"_s), qPrintable(none.said));
        COMPARE_STATUS(save("\nOne more line.\n", u"0"_s), 0);
        const Ran later = save("\nAnother line.\n", u"7"_s);
        COMPARE_STATUS(later, 3);
        QVERIFY2(later.said.contains(u"no version 7"_s) && later.said.contains(u"newest is 1"_s),
                 qPrintable(later.said));
        const Ran older = save("\nAnother line.\n", u"0"_s);
        COMPARE_STATUS(older, 3);
        QVERIFY2(older.said.contains(u"Ada saved version 1"_s), qPrintable(older.said));
    }

    void saysWhatWasMadeAndWhoWasLeftOut()
    {
        m_session->approveLetters();
        const Ran proof = run(u"work/proof"_s, {u"--proof"_s, u"2"_s});
        COMPARE_STATUS(proof, 0);
        QVERIFY2(!proof.said.contains(u"eft out"_s), qPrintable(proof.said));
        COMPARE_STATUS(letters(u"accept-proof"_s, {}), 0);
        const QStringList share{u"--shard"_s, u"1/3"_s}; // of one file
        const Ran empty = run(u"work/empty"_s, share);
        COMPARE_STATUS(empty, 0);
        QVERIFY2(empty.out.startsWith("Nothing to do: share 1 of 3 has no files"), empty.out.constData());
        const Ran next = run(u"work/next"_s, {u"--shard"_s, u"2/3"_s, u"--json"_s});
        COMPARE_STATUS(next, 0);
        QVERIFY(next.json()["empty_share"_L1].toBool());
        QCOMPARE(next.json()["shard"_L1]["of"_L1].toInt(), 3);
        QCOMPARE(next.json()["parts_of_all_shares"_L1].toInt(), 1);
        const Ran made = run(u"work/letters"_s, {u"--envelopes"_s, u"--labels"_s, u"--json"_s});
        COMPARE_STATUS(made, 0);
        QCOMPARE(made.json()["wave"_L1].toInt(), 1);
        QVERIFY(!made.json()["empty_share"_L1].toBool(true));
        const QJsonArray files = made.json()["parts"_L1][0]["address_files"_L1].toArray();
        QCOMPARE(files.size(), 2);
        for (const QJsonValue &each : files)
            QVERIFY(QFile::exists(m_session->path(u"work/letters/"_s + each["file"_L1].toString())));
        const Ran again = run(u"work/again"_s);
        COMPARE_STATUS(again, 1);
        QVERIFY2(again.said.contains(u"--again"_s), qPrintable(again.said));
        QVERIFY(!QFile::exists(m_session->path(u"work/again"_s)));
        const Ran later = run(u"work/later-proof"_s, {u"--proof"_s, u"1"_s});
        COMPARE_STATUS(later, 0);
        QVERIFY2(!later.said.contains(u"eft out"_s), qPrintable(later.said));
    }

    void addsACorrection()
    {
        const QStringList about{m_session->store(), u"2026-001"_s};
        const Ran added = m_session->ada(QStringList{u"notices"_s, u"add"_s} + about + QStringList{u"correction"_s});
        COMPARE_STATUS(added, 0);
        QCOMPARE(added.out.trimmed(), QByteArray("correction"));
        COMPARE_STATUS(
            m_session->ada(QStringList{u"notices"_s, u"edit"_s} + about
                           + QStringList{u"correction"_s, u"--field"_s, u"what_changed=A date was wrong."_s}),
            0);
        const Ran kinds = m_session->ada(QStringList{u"notices"_s, u"kinds"_s} + about);
        COMPARE_STATUS(kinds, 0);
        QVERIFY(kinds.out.contains("Letter of correction"));
    }
};

QTEST_GUILESS_MAIN(TestCliLetters)
#include "tst_cli_letters.moc"
