// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_session.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::CliSession;
using tocsin::test::Ran;

/// What becomes of letters, as a script records it. It is 20 March 2026 all the time.
class TestCliDeliveries : public QObject
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
    [[nodiscard]] Ran returned(const QByteArray &list, const QStringList &more = {}) const
    {
        return letters(u"returned"_s, QStringList{m_session->write(u"in/back.csv"_s, list)} + more);
    }
    [[nodiscard]] Ran address(const QStringList &more) const
    {
        return letters(u"address"_s, QStringList{u"R2"_s, u"--city"_s, u"Waco"_s, u"--source"_s, u"A call"_s} + more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_session = std::make_unique<CliSession>();
        m_session->makeStore(true);
        m_session->makeIncident();
        m_session->importPeople(3);
        COMPARE_STATUS(
            m_session->ada(place({u"notices"_s, u"edit"_s},
                                 {u"individual-en"_s, u"--field"_s, u"what_happened=A file of orders stood open."_s,
                                  u"--field"_s, u"offer=24 months of credit monitoring at no cost."_s})),
            0);
        m_session->approveLetters();
        COMPARE_STATUS(letters(u"run"_s, {u"individual-en"_s, u"--out"_s, m_session->path(u"work/letters"_s)}), 0);
    }

    void saysInWordsWhatWasRecorded()
    {
        const QStringList mailing{u"--run"_s, u"2"_s, u"--date"_s, u"2026-03-20"_s, u"--carrier"_s, u"Mail House"_s};
        COMPARE_STATUS(letters(u"mailed"_s, mailing), 3); // no proof
        const Ran mailed = letters(u"mailed"_s, mailing + QStringList{u"--reference"_s, u"Job 7"_s});
        COMPARE_STATUS(mailed, 0);
        QCOMPARE(mailed.out.trimmed(),
                 QByteArray("Recorded: 2026-03-20  3 letters of run 2 mailed (Mail House, Job 7)"));
    }

    void answersNoWhereRowsAreNotTaken()
    {
        const Ran dry = returned("id,reason,date\nR1,UTF,\nR9,UTF,\nR2,UTF,tomorrow\n", {u"--dry-run"_s});
        COMPARE_STATUS(dry, 1);
        QVERIFY2(dry.said.contains(u"With these, no letter would reach 1 person."_s), qPrintable(dry.said));
        QVERIFY2(dry.said.contains(u"2 of 3 rows were not taken"_s), qPrintable(dry.said));
        QVERIFY(!dry.said.contains(u"accept-residents"_s));
        QVERIFY2(dry.out.contains("line 4: no day up to today; write 2026-04-02, 4/2/2026 or 20260402"),
                 dry.out.constData());
        const Ran reason = returned("id,reason\nR1,went away\n", {u"--json"_s});
        COMPARE_STATUS(reason, 1);
        QCOMPARE(reason.json()["problems"_L1]["bad-reason"_L1][0].toInt(), 2);
        QCOMPARE(reason.json()["not_taken"_L1].toInt(), 1);
        QVERIFY2(reason.said.contains(u"The only row was not taken. Nothing new is recorded."_s),
                 qPrintable(reason.said));
        QVERIFY2(dry.said.contains(u"The others would be recorded."_s), qPrintable(dry.said));
        const Ran taken = returned("id,reason\n r1 ,Vacant\n"); // as people type it
        COMPARE_STATUS(taken, 0);
        QVERIFY2(taken.said.contains(u"No letter reaches 1 person."_s), qPrintable(taken.said));
        COMPARE_STATUS(returned("id,reason\nR1,Vacant\n"), 0); // again: nothing is left out
        const Ran pdf = returned("%PDF-1.7 text");
        COMPARE_STATUS(pdf, 3);
        QVERIFY2(!pdf.said.contains(u"roster"_s), qPrintable(pdf.said));
    }

    void refusesAddressesThatARosterWouldQuestion()
    {
        const QStringList road{u"--line"_s, u"9 New Road"_s};
        COMPARE_STATUS(address(road + QStringList{u"--state"_s, u"Texas"_s, u"--zip"_s, u"7870"_s}), 3);
        COMPARE_STATUS(address(road + QStringList{u"--country"_s, u"Mars"_s}), 3);
        const Ran bare = address(road);
        COMPARE_STATUS(bare, 3);
        // It names what was typed, and not the columns of a roster.
        QVERIFY2(bare.said.contains(u"--state is empty."_s) && bare.said.contains(u"--zip is empty."_s),
                 qPrintable(bare.said));
        QVERIFY2(!bare.said.contains(u"postal_code"_s), qPrintable(bare.said));
        const Ran nowhere = address({u"--line"_s, QString(), u"--state"_s, u"TX"_s, u"--zip"_s, u"76701"_s});
        COMPARE_STATUS(nowhere, 3);
        QVERIFY2(nowhere.said.contains(u"--line, or --city and --zip, are missing"_s), qPrintable(nowhere.said));
        const Ran moved = address(road + QStringList{u"--state"_s, u"Texas"_s, u"--zip"_s, u"76701"_s});
        COMPARE_STATUS(moved, 0);
        QCOMPARE(moved.out.trimmed(), QByteArray("Recorded: new address of R2. Letters go there from now on."));
    }

    void wantsProofOfASubstituteNotice()
    {
        const QStringList notice{u"individual-en"_s, u"--how"_s, u"Home page"_s, u"--date"_s, u"2026-03-20"_s};
        COMPARE_STATUS(letters(u"substitute"_s, notice), 3);
        const Ran told = letters(u"substitute"_s, notice + QStringList{u"--reference"_s, u"page 7"_s});
        COMPARE_STATUS(told, 0);
        QCOMPARE(told.out.trimmed(),
                 QByteArray("Recorded: 2026-03-20  substitute notice for 1 person: Home page (page 7)"));
        COMPARE_STATUS(letters(u"substitute"_s, notice + QStringList{u"--reference"_s, u"page 8"_s}), 3);
    }

    void listsDaysAndProof()
    {
        const Ran listed = m_session->ada(place({u"deliveries"_s}, {}));
        COMPARE_STATUS(listed, 0);
        for (const char *line :
             {"2026-03-20  run 2: wave 1, 3 letters produced",
              "2026-03-20  record 1: 3 letters of run 2 mailed (Mail House, Job 7)",
              "2026-03-20  record 2: 1 letter came back (back.csv)", "2026-03-20  record 3: new address of 1 person"})
            QVERIFY2(listed.out.contains(line), listed.out.constData());
        QVERIFY(!listed.out.contains("1 people"));
        const QJsonArray records
            = m_session->ada(place({u"deliveries"_s}, {u"--json"_s})).json()[0]["records"_L1].toArray();
        QCOMPARE(records.size(), 4);
        QCOMPARE(records[0]["record"_L1].toInt(), 1);
        QCOMPARE(records[0]["reference"_L1].toString(), u"Job 7"_s);
        QCOMPARE(records[0]["first_day"_L1].toString(), u"2026-03-20"_s);
        QCOMPARE(records[3]["how"_L1].toString(), u"Home page"_s);
    }
};

QTEST_GUILESS_MAIN(TestCliDeliveries)
#include "tst_cli_deliveries.moc"
