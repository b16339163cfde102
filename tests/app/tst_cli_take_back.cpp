// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_session.h"

#include "casework/incident.h"
#include "casework/ledger_book.h"
#include "casework/roster.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::CliSession;
using tocsin::test::Ran;

/// What was recorded of letters by mistake, as a script takes it back. It is 20 March 2026 all the time.
class TestCliTakeBack : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CliSession> m_session;

    [[nodiscard]] QStringList place(const QStringList &verbs, const QStringList &more) const
    {
        return verbs + QStringList{m_session->store(), u"2026-001"_s} + more;
    }
    [[nodiscard]] Ran letters(const QString &verb, const QStringList &more) const
    {
        return m_session->ada(place({u"letters"_s, verb}, more));
    }
    [[nodiscard]] QStringList back(int record, const QString &reason = u"The mail house named another job"_s) const
    {
        return place({u"letters"_s, u"take-back"_s}, {u"--record"_s, QString::number(record), u"--reason"_s, reason});
    }
    /// How many people stand how, and what was recorded.
    [[nodiscard]] QJsonObject deliveries() const
    {
        return m_session->ada(place({u"deliveries"_s}, {u"--json"_s})).json()[0].toObject();
    }
    [[nodiscard]] int people(const QString &state) const { return deliveries()["states"_L1][state].toInt(); }
    [[nodiscard]] QJsonObject recorded(int record) const
    {
        for (const QJsonValue &each : deliveries()["records"_L1].toArray()) {
            if (each["record"_L1].toInt() == record)
                return each.toObject();
        }
        return {};
    }
    [[nodiscard]] Ran mail() const
    {
        return letters(u"mailed"_s, {u"--run"_s, u"2"_s, u"--date"_s, u"2026-03-20"_s, u"--reference"_s, u"Job 7"_s});
    }
    [[nodiscard]] Ran returned() const
    {
        return letters(u"returned"_s, {m_session->write(u"in/back.csv"_s, "id,reason\nR1,Vacant\n")});
    }
    [[nodiscard]] QString ledgerReason() const
    {
        const auto file = m_session->open();
        casework::LedgerRows query;
        query.action = u"delivery.take-back"_s;
        query.limit = 1;
        const auto rows = (*file)->ask(query).result();
        return rows && !rows->isEmpty() ? rows->first().after.value("reason"_L1).toString() : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_session = std::make_unique<CliSession>();
        m_session->makeStore(true);
        m_session->makeIncident();
        m_session->importPeople(2);
        COMPARE_STATUS(
            m_session->ada(place({u"notices"_s, u"edit"_s},
                                 {u"individual-en"_s, u"--field"_s, u"what_happened=A file of orders stood open."_s,
                                  u"--field"_s, u"offer=24 months of credit monitoring at no cost."_s})),
            0);
        m_session->approveLetters();
        COMPARE_STATUS(letters(u"run"_s, {u"individual-en"_s, u"--out"_s, m_session->path(u"work/letters"_s)}), 0);
    }

    void takesAMailingBackAndRecordsItAgain()
    {
        const Ran mailed = mail();
        COMPARE_STATUS(mailed, 0);
        QVERIFY2(mailed.said.contains(u"--record 1 "_s), qPrintable(mailed.said));
        QCOMPARE(people(u"mailed"_s), 2);
        const Ran taken = m_session->ada(back(1));
        COMPARE_STATUS(taken, 0);
        QCOMPARE(taken.out.trimmed(),
                 QByteArray("Taken back: 2026-03-20  2 letters of run 2 mailed (Job 7), of individual-en"));
        QCOMPARE(people(u"mailed"_s), 0);
        QCOMPARE(people(u"produced"_s), 2);
        QVERIFY(recorded(1)["taken_back"_L1].toBool());
        QCOMPARE(ledgerReason(), u"The mail house named another job"_s);
        const Ran timeline = m_session->ada(place({u"timeline"_s}, {}));
        QVERIFY2(timeline.out.contains("mailed on 2026-03-20. Reason: The mail house named another job"),
                 timeline.out.constData());
        COMPARE_STATUS(mail(), 0);
        QCOMPARE(people(u"mailed"_s), 2);
        QVERIFY(m_session->verifyFault().isEmpty());
    }

    void refusesWhatCannotBeTakenBack_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("person");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown number") << back(99) << u"Ada"_s << 3 << u"no such record"_s;
        QTest::newRow("what takes another back") << back(2) << u"Ada"_s << 3 << u"no such record"_s;
        QTest::newRow("taken back before") << back(1) << u"Ada"_s << 3 << u"taken back already"_s;
        QTest::newRow("no reason given") << place({u"letters"_s, u"take-back"_s}, {u"--record"_s, u"3"_s}) << u"Ada"_s
                                         << 2 << u"--reason"_s;
        QTest::newRow("a blank reason") << back(3, u"  "_s) << u"Ada"_s << 3 << u"Say why"_s;
        QTest::newRow("an observer") << back(3) << u"Olga"_s << 5 << u"delivery.take-back"_s;
        QTest::newRow("counsel, who records no mailing") << back(3) << u"Lee"_s << 5 << u"delivery.mailed"_s;
    }

    void refusesWhatCannotBeTakenBack()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, person);
        QFETCH(const int, status);
        QFETCH(const QString, said);
        const QJsonObject before = deliveries();
        const Ran refused = m_session->run(arguments + m_session->as(person));
        COMPARE_STATUS(refused, status);
        QVERIFY2(refused.said.contains(said), qPrintable(refused.said));
        QCOMPARE(deliveries(), before);
    }

    void takesAReturnBackBeforeTheMailingOnly()
    {
        COMPARE_STATUS(returned(), 0);
        QCOMPARE(people(u"returned"_s), 1);
        const Ran early = m_session->ada(back(3)); // the mailing that it came back from
        COMPARE_STATUS(early, 3);
        QVERIFY2(early.said.contains(u"More has been recorded"_s), qPrintable(early.said));
        const Ran taken = m_session->ada(back(4) + QStringList{u"--json"_s});
        COMPARE_STATUS(taken, 0);
        QCOMPARE(taken.json()["record"_L1].toInt(), 4);
        QCOMPARE(taken.json()["without_address"_L1].toInt(), 0);
        QVERIFY2(taken.said.contains(u"No letter reaches 0 people."_s), qPrintable(taken.said));
        QCOMPARE(people(u"returned"_s), 0);
        QCOMPARE(people(u"mailed"_s), 2);
        COMPARE_STATUS(returned(), 0); // the same list is taken again
        QCOMPARE(people(u"returned"_s), 1);
    }

    void givesAnAddressBack()
    {
        COMPARE_STATUS(letters(u"address"_s,
                               {u"R1"_s, u"--line"_s, u"9 New Road"_s, u"--city"_s, u"Tulsa"_s, u"--state"_s, u"OK"_s,
                                u"--zip"_s, u"74103"_s, u"--source"_s, u"A call"_s}),
                       0);
        QCOMPARE(people(u"corrected"_s), 1);
        const Ran taken = m_session->ada(back(7));
        COMPARE_STATUS(taken, 0);
        QVERIFY2(taken.out.contains("new address of 1 person, of individual-en"), taken.out.constData());
        QCOMPARE(people(u"corrected"_s), 0);
        QCOMPARE(people(u"returned"_s), 1);
        const auto file = m_session->open();
        const auto incident = (*file)->ask(casework::IncidentByReference{u"2026-001"_s}).result();
        const auto ids = (*file)->ask(casework::RecipientIds{incident->id}).result();
        const auto all = (*file)->ask(casework::RecipientsById{*ids}).result();
        const auto person = std::find_if(all->begin(), all->end(),
                                         [](const casework::Recipient &each) { return each.recipientId == u"R1"_s; });
        QVERIFY(person != all->end());
        QCOMPARE(person->addressLines, QStringList{u"1 Main St"_s});
        QCOMPARE(person->city, u"Austin"_s);
        QCOMPARE(person->residence, u"TX"_s);
        QVERIFY(person->reachable);
    }

    void letsCounselTakeASubstituteNoticeBack()
    {
        COMPARE_STATUS(letters(u"substitute"_s,
                               {u"individual-en"_s, u"--how"_s, u"Home page"_s, u"--date"_s, u"2026-03-20"_s,
                                u"--reference"_s, u"page 7"_s}),
                       0);
        QCOMPARE(people(u"substitute"_s), 1);
        COMPARE_STATUS(m_session->run(back(9, u"The page was a draft"_s) + m_session->as(u"Lee"_s)), 0);
        QCOMPARE(people(u"substitute"_s), 0);
        QCOMPARE(people(u"returned"_s), 1);
        QCOMPARE(ledgerReason(), u"The page was a draft"_s);
        QVERIFY(m_session->verifyFault().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCliTakeBack)
#include "tst_cli_take_back.moc"
