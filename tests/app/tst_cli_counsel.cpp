// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_session.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using test::CaseFixture;
using test::CliSession;
using test::Ran;

/// What the command line says of slips of the pen, of counsel's dates, and of what it recorded.
class TestCliCounsel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CliSession> m_session; // one store, in the order of the file

    [[nodiscard]] QString store() const { return m_session->store(); }
    [[nodiscard]] Ran ada(const QStringList &arguments) const { return m_session->ada(arguments); }
    [[nodiscard]] Ran lee(const QStringList &arguments) const
    {
        return m_session->run(arguments + m_session->as(u"Lee"_s));
    }
    [[nodiscard]] Ran on(const QString &what, const QString &whom, const QStringList &more) const
    {
        return lee(QStringList{u"obligations"_s, what, store(), u"2026-001"_s, whom} + more);
    }
    [[nodiscard]] QString facts(const QByteArray &old = {}, const QByteArray &now = {}) const
    {
        QByteArray text = QJsonDocument::fromJson(CliSession::facts()).toJson(QJsonDocument::Compact);
        if (!old.isEmpty() && !text.contains(old))
            return {};
        return m_session->write(u"in/changed.json"_s, old.isEmpty() ? text : text.replace(old, now));
    }
    [[nodiscard]] Ran set(const QString &path, const QStringList &more = {}) const
    {
        return ada(QStringList{u"facts"_s, u"set"_s, store(), u"2026-001"_s, u"--facts"_s, path, u"--reason"_s, u"r"_s}
                   + more);
    }
    static QJsonObject duty(const QJsonValue &list, const QString &recipient)
    {
        const QJsonArray duties = list.toArray();
        for (const QJsonValue &each : duties) {
            if (each["recipient"_L1] == recipient)
                return each.toObject();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_session = std::make_unique<CliSession>();
        m_session->makeStore(true);
        m_session->addCounsel();
        COMPARE_STATUS(ada({u"incident"_s, u"new"_s, store(), u"--title"_s, u"Export"_s, u"--facts"_s, facts()}), 0);
    }

    void warnsOfWordsThatNoRuleKnows()
    {
        const QString path = facts("\"phi\"", "\"phl\"");
        const QString warning
            = u"warning: facts.data[0]: no rule knows “phl”, so it changes nothing. Was “phi” meant?"_s;
        const Ran alone = m_session->run({u"deadlines"_s, u"--facts"_s, path, u"--json"_s});
        COMPARE_STATUS(alone, 0);
        QVERIFY2(alone.said.contains(warning), qPrintable(alone.said));
        QCOMPARE(alone.json()["warnings"_L1].toArray().size(), 1);
        const Ran dry = set(path, {u"--dry-run"_s, u"--json"_s});
        COMPARE_STATUS(dry, 0);
        QVERIFY2(dry.said.contains(warning), qPrintable(dry.said));
        QCOMPARE(dry.json()["warnings"_L1].toArray().size(), 1);
    }

    void refusesADiscoveryThatIsStillToCome()
    {
        const QString path = facts("\"discovered\":\"2026-03-03\"", "\"discovered\":\"2026-03-21\"");
        for (const QStringList &more : {QStringList{}, QStringList{u"--dry-run"_s}}) {
            const Ran ran = set(path, more);
            COMPARE_STATUS(ran, 3);
            QVERIFY2(ran.said.contains(u"2026-03-21, which is still to come; here it is 2026-03-20"_s),
                     qPrintable(ran.said));
        }
    }

    void saysWhichResidentsAreReplaced()
    {
        const Ran dry = set(facts("\"TX\":600", "\"NV\":3"), {u"--dry-run"_s, u"--json"_s});
        COMPARE_STATUS(dry, 0);
        QVERIFY2(dry.said.contains(u"Residents: NV 0 becomes 3, TX 600 becomes 0."_s), qPrintable(dry.said));
        QCOMPARE(dry.json()["residents"_L1]["TX"_L1]["before"_L1].toInt(), 600);
        QVERIFY(!set(facts("\"name\"", "\"ssn\""), {u"--dry-run"_s}).said.contains(u"Residents"_s));
    }

    void printsALineOfWhatWasRecorded_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("rest");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("owner") << u"assign"_s << QStringList{u"--owner"_s, u"Lee"_s} << QByteArray("owner Lee");
        QTest::newRow("no owner") << u"assign"_s << QStringList{} << QByteArray("no owner");
        QTest::newRow("state") << u"state"_s << QStringList{u"ready"_s} << QByteArray("state ready");
        QTest::newRow("target") << u"target"_s << QStringList{u"--date"_s, u"2026-04-20"_s}
                                << QByteArray("target 2026-04-20");
        QTest::newRow("note") << u"note"_s << QStringList{u"--text"_s, u"Asked"_s} << QByteArray("note added");
        QTest::newRow("override") << u"override"_s << QStringList{u"--due"_s, u"2026-04-25"_s, u"--reason"_s, u"r"_s}
                                  << QByteArray("counsel's date 2026-04-25");
        QTest::newRow("lift") << u"override"_s << QStringList{u"--take-back"_s, u"--reason"_s, u"r"_s}
                              << QByteArray("the computed date counts again");
        QTest::newRow("snooze") << u"snooze"_s << QStringList{u"--until"_s, u"2026-03-27T08:00:00-05:00"_s}
                                << QByteArray("reminders silent until 2026-03-27T08:00:00-05:00");
        QTest::newRow("wake") << u"snooze"_s << QStringList{u"--wake"_s} << QByteArray("reminders come again");
        QTest::newRow("complete") << u"complete"_s
                                  << QStringList{u"--proof"_s, u"mailing"_s, u"--reference"_s, u"USPS-1"_s}
                                  << QByteArray("done on 2026-03-20, mailing USPS-1");
        QTest::newRow("taken back") << u"state"_s << QStringList{u"open"_s, u"--reason"_s, u"Returned"_s}
                                    << QByteArray("state open, the completion is taken back");
    }

    void printsALineOfWhatWasRecorded()
    {
        QFETCH(QString, command);
        QFETCH(QStringList, rest);
        QFETCH(QByteArray, line);
        const Ran ran = on(command, u"HHS"_s, rest);
        COMPARE_STATUS(ran, 0);
        QVERIFY2(ran.out.endsWith(QByteArray(" HHS: " + line + "\n")), ran.out.constData());
        QCOMPARE(ran.out.count('\n'), 1);
    }

    void printsTheRecordAsJson()
    {
        const Ran ran = on(u"note"_s, u"HHS"_s, {u"--text"_s, u"Asked again"_s, u"--json"_s});
        COMPARE_STATUS(ran, 0);
        QCOMPARE(ran.json()["recipient"_L1].toString(), u"HHS"_s);
        QVERIFY(ran.json()["notes"_L1].toArray().size() >= 2);
    }

    void asksForReasonsWhereCounselWould()
    {
        const QStringList proof{u"--proof"_s, u"statement"_s, u"--reference"_s, u"Sent"_s};
        const Ran bogus = on(u"state"_s, u"HHS"_s, {u"bogus"_s});
        COMPARE_STATUS(bogus, 3);
        QVERIFY2(!bogus.said.contains(u"done"_s), qPrintable(bogus.said));
        const Ran notOwed = on(u"complete"_s, u"media:CA"_s, proof);
        COMPARE_STATUS(notOwed, 3);
        QVERIFY2(notOwed.said.contains(u"not owed"_s) && notOwed.said.contains(u"say why"_s), qPrintable(notOwed.said));
        COMPARE_STATUS(on(u"complete"_s, u"media:CA"_s, proof + QStringList{u"--reason"_s, u"Goodwill"_s}), 0);
        COMPARE_STATUS(on(u"complete"_s, u"HHS"_s, proof), 0);
        const Ran back = on(u"state"_s, u"HHS"_s, {u"ready"_s});
        COMPARE_STATUS(back, 3);
        QVERIFY2(back.said.contains(u"--reason"_s), qPrintable(back.said));
        COMPARE_STATUS(on(u"state"_s, u"HHS"_s, {u"ready"_s, u"--reason"_s, u"Lost"_s}), 0);
        const Ran timeline = ada({u"timeline"_s, store(), u"2026-001"_s});
        QVERIFY2(timeline.out.contains(
                     "Taken back: Notice given to HHS on 2026-03-20; proof: Sent. Reason: Lost. (corrects "),
                 timeline.out.constData());
        const Ran early = on(u"override"_s, u"HHS"_s, {u"--due"_s, u"2026-03-02"_s, u"--reason"_s, u"r"_s});
        COMPARE_STATUS(early, 3);
        QVERIFY2(early.said.contains(u"2026-03-03"_s), qPrintable(early.said));
    }

    void saysThatTheHourIsMissing()
    {
        const QString path = m_session->write(
            u"in/hours.json"_s,
            R"({"entity": "covered-entity", "discovered": "2026-03-03", "contract": [{"to": "payer", "hours": 72}]})");
        const Ran text = m_session->run({u"deadlines"_s, u"--facts"_s, path});
        QVERIFY2(text.out.contains("needs discovered with its time"), text.out.constData());
        QVERIFY2(text.out.contains("Missing: the hour of discovery."), text.out.constData());
        const Ran json = m_session->run({u"deadlines"_s, u"--facts"_s, path, u"--json"_s});
        const QJsonObject payer = duty(json.json()["blocked"_L1], u"payer"_s);
        QCOMPARE(payer.value(u"missing"_s).toArray(), QJsonArray{u"discovered"_s});
        QCOMPARE(payer.value(u"need_time"_s).toArray(), QJsonArray{u"discovered"_s});
    }

    void namesTheProposalThatCounselDecides()
    {
        const QString path = facts("\"discovered\":\"2026-03-03\"", "\"discovered\":\"2026-03-04\"");
        COMPARE_STATUS(set(path), 0);
        const Ran second = set(facts("\"discovered\":\"2026-03-03\"", "\"discovered\":\"2026-03-05\""));
        COMPARE_STATUS(second, 0);
        QVERIFY2(second.said.contains(u"Proposal 1 by Ada waited for counsel and is replaced."_s),
                 qPrintable(second.said));
        const auto decide = [this](const QStringList &more) {
            return lee(QStringList{u"facts"_s, u"acknowledge"_s, store(), u"2026-001"_s} + more);
        };
        const Ran replaced = decide({u"--proposal"_s, u"1"_s});
        COMPARE_STATUS(replaced, 3);
        QVERIFY2(replaced.said.contains(u"Proposal 1 is replaced. Proposal 2 waits for counsel."_s),
                 qPrintable(replaced.said));
        COMPARE_STATUS(decide({u"--proposal"_s, u"9"_s}), 3);
        COMPARE_STATUS(
            lee({u"facts"_s, u"decline"_s, store(), u"2026-001"_s, u"--proposal"_s, u"1"_s, u"--reason"_s, u"No"_s}),
            3);
        COMPARE_STATUS(decide({u"--proposal"_s, u"2"_s}), 0);
        QVERIFY(ada({u"timeline"_s, store(), u"2026-001"_s}).out.contains("Proposal 1 by Ada is replaced by it."));
    }

    // A date that counsel sets for what waits is kept like any other.
    void keepsCounselsDateOfADutyThatWaits()
    {
        const QString path = facts("\"discovered\":\"2026-03-03\",", "");
        COMPARE_STATUS(ada({u"incident"_s, u"new"_s, store(), u"--title"_s, u"Waits"_s, u"--facts"_s, path}), 0);
        COMPARE_STATUS(lee({u"obligations"_s, u"override"_s, store(), u"2026-002"_s, u"HHS"_s, u"--due"_s,
                            u"2026-04-20"_s, u"--reason"_s, u"To be safe"_s}),
                       0);
        const QString calendar = m_session->path(u"work/waits.ics"_s);
        const Ran json = ada({u"deadlines"_s, store(), u"2026-002"_s, u"--json"_s, u"--ics"_s, calendar});
        COMPARE_STATUS(json, 0);
        const QJsonObject waits = duty(json.json()["blocked"_L1], u"HHS"_s);
        QCOMPARE(waits.value(u"due"_s).toString(), u"2026-04-20"_s);
        QVERIFY(waits.value(u"computed"_s).isNull());
        QCOMPARE(waits.value(u"override"_s)["reason"_L1].toString(), u"To be safe"_s);
        QVERIFY(m_session->read(u"work/waits.ics"_s).contains("DTSTART;VALUE=DATE:20260420"));
        const Ran text = ada({u"deadlines"_s, store(), u"2026-002"_s});
        QVERIFY2(text.out.contains("2026-04-20, needs discovered"), text.out.constData());
        QVERIFY(text.out.contains("Counsel (Lee) set this date; no date is computed. Reason: To be safe"));
    }
};

QTEST_GUILESS_MAIN(TestCliCounsel)
#include "tst_cli_counsel.moc"
