// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_session.h"
#include "patience.h"

#include <QDir>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::CliSession;
using tocsin::test::Ran;

class TestCliOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_session = std::make_unique<CliSession>();
        m_session->makeStore();
        m_session->makeIncident();
    }

    void cleanupTestCase() { m_session.reset(); }

    void letsNoFileSteerTheTerminal_data()
    {
        QTest::addColumn<QByteArray>("facts");
        QTest::addColumn<QByteArray>("pack");
        const QByteArray entity = R"({"entity": "business"})";
        QTest::newRow("key of facts") << QByteArray("{\"entity\": \"business\", \"\\u001b[31mred\\u009b\": 1}")
                                      << QByteArray();
        QTest::newRow("word of facts") << QByteArray("{\"entity\": \"\\u001b[31mred\"}") << QByteArray();
        QTest::newRow("key of a pack") << entity
                                       << QByteArray("{\"format\": 1, \"\\u001b[31mred\": 1, \"\\u202ex\": 2}");
        QTest::newRow("id in a pack") << entity << QByteArray("{\"format\": 1, \"id\": \"a\\r\\u001b[31mred\"}");
    }

    void letsNoFileSteerTheTerminal()
    {
        QFETCH(const QByteArray, facts);
        QFETCH(const QByteArray, pack);
        QStringList arguments{u"deadlines"_s, u"--facts"_s, m_session->write(u"in/odd-facts.json"_s, facts)};
        if (!pack.isEmpty()) {
            QVERIFY(QDir().mkpath(m_session->path(u"in/law"_s)));
            m_session->write(u"in/law/odd.json"_s, pack);
            arguments << u"--law"_s << m_session->path(u"in/law"_s);
        }
        const Ran ran = m_session->run(arguments);
        COMPARE_STATUS(ran, 3);
        QVERIFY(ran.said.size() > 20);
        for (const QChar each : ran.said)
            QVERIFY2(each == u'\n' || each.isPrint(), qPrintable(QString::number(each.unicode(), 16)));
    }

    void refusesWhatNoCommandAskedFor()
    {
        const QString store = m_session->store();
        const QStringList assign{u"obligations"_s, u"assign"_s, store, u"2026-001"_s, u"HHS"_s};
        COMPARE_STATUS(m_session->ada(assign + QStringList{u"--owner"_s, u"Ada"_s}), 0);
        const Ran extra = m_session->ada(assign + QStringList{u"Ada"_s});
        COMPARE_STATUS(extra, 2);
        QVERIFY2(extra.said.contains(u"“Ada” is not expected"_s), qPrintable(extra.said));
        const Ran listed = m_session->ada({u"obligations"_s, u"list"_s, store, u"2026-001"_s, u"--json"_s});
        QVERIFY(listed.out.contains("\"owner\": \"Ada\"") || listed.out.contains("\"owner\":\"Ada\""));
        COMPARE_STATUS(m_session->ada({u"task"_s, u"list"_s, store, u"2026-001"_s, u"bogus"_s}), 2);
        const QString out = m_session->path(u"work/proof"_s);
        for (const QString &few : {u"0"_s, u"-1"_s})
            COMPARE_STATUS(m_session->ada({u"letters"_s, u"run"_s, store, u"2026-001"_s, u"individual-en"_s, u"--out"_s,
                                           out, u"--proof"_s, few}),
                           2);
        COMPARE_STATUS(m_session->run({u"deadlines"_s, u"--facts"_s, m_session->path(u"in/facts.json"_s), u"--now"_s,
                                       u"yesterday"_s}),
                       2);
    }

    void showsAnIncidentWhoseDiscoveryIsNotKnown()
    {
        const QString facts = m_session->write(u"in/undated.json"_s, R"({"entity": "covered-entity"})");
        const QString store = m_session->store();
        COMPARE_STATUS(
            m_session->ada({u"incident"_s, u"new"_s, store, u"--title"_s, u"Undated"_s, u"--facts"_s, facts}), 0);
        const QStringList show{u"incident"_s, u"show"_s, store, u"2026-002"_s};
        const Ran shown = m_session->ada(show + QStringList{u"--json"_s});
        COMPARE_STATUS(shown, 0);
        QVERIFY(shown.json()["discovered"_L1].isNull()); // as `deadlines --json` has it
        const Ran said = m_session->ada(show);
        COMPARE_STATUS(said, 0);
        QVERIFY2(said.out.contains("Owed        0 duties, "), said.out.constData());
    }

    void writesTheDeadlinesWithTheirReasonsAsAPdf()
    {
        const QString pdf = m_session->path(u"work/deadlines.pdf"_s);
        const QStringList write{u"deadlines"_s, m_session->store(), u"2026-001"_s, u"--pdf"_s};
        const Ran ran = m_session->ada(write + QStringList{pdf});
        COMPARE_STATUS(ran, 0);
        QVERIFY2(ran.said.contains(u"deadlines.pdf, "_s), qPrintable(ran.said));
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
        QVERIFY(reader.waitForFinished(test::kPatience));
        const QByteArray text = reader.readAllStandardOutput();
        QVERIFY(text.contains("45 CFR 164.404(b)") && text.contains("Not legal advice"));
        // It is of an incident: facts alone have nobody who printed them, and no ledger.
        const QString facts = m_session->path(u"in/facts.json"_s);
        COMPARE_STATUS(m_session->run({u"deadlines"_s, u"--facts"_s, facts, u"--pdf"_s, pdf}), 2);
        COMPARE_STATUS(m_session->ada(write + QStringList{u"/no/folder/x.pdf"_s}), 3);
    }

private:
    std::unique_ptr<CliSession> m_session;
};

QTEST_GUILESS_MAIN(TestCliOutput)
#include "tst_cli_output.moc"
