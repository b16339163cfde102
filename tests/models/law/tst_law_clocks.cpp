// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/calendar.h"
#include "law/engine.h"
#include "law/internal_target.h"
#include "law/wording.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::law;

namespace {

Facts read(const QByteArray &json)
{
    const Result<Facts> facts = parseFacts(json, u"facts.json"_s);
    if (!facts)
        qFatal("%s", qPrintable(facts.error().message));
    return *facts;
}

Obligation find(const Evaluation &evaluation, const QString &recipient, Nature nature = Nature::Statutory)
{
    for (const Obligation &each : evaluation.owed) {
        if (each.recipient == recipient && each.nature == nature)
            return each;
    }
    return {};
}

Instant instant(const QString &iso)
{
    return *Instant::parse(iso);
}

const QByteArray kAgreement = R"({"entity": "business-associate", "discovered": "2026-06-01", "data": ["phi"],
    "residents": {"TX": 600}, "secured": {"encrypted": false}, "contract": [)";

} // namespace

/// Clocks of lists of facts, who sets them, the tighter of two, and internal targets.
class TestLawClocks : public QObject
{
    Q_OBJECT

private:
    RulePacks m_packs;

    [[nodiscard]] Evaluation of(const QByteArray &json) const { return evaluate(read(json), m_packs); }
    [[nodiscard]] Evaluation agreements(const QByteArray &contracts) const { return of(kAgreement + contracts + "]}"); }

private Q_SLOTS:
    void initTestCase()
    {
        const Result<RulePacks> packs = builtInRulePacks();
        QVERIFY2(packs, packs ? "" : qPrintable(packs.error().message));
        m_packs = *packs;
    }

    void marksTheTighterOfContractAndRule_data()
    {
        QTest::addColumn<QByteArray>("contract");
        QTest::addColumn<bool>("contractIsTighter");
        QTest::addColumn<bool>("ruleIsTighter");
        QTest::newRow("a day before the rule")
            << QByteArray(R"({"to": "covered-entity", "days": 59})") << true << false;
        QTest::newRow("the same day") << QByteArray(R"({"to": "covered-entity", "days": 60})") << true << true;
        QTest::newRow("a day after the rule") << QByteArray(R"({"to": "covered-entity", "days": 61})") << false << true;
    }

    void marksTheTighterOfContractAndRule()
    {
        QFETCH(QByteArray, contract);
        const Evaluation evaluation = agreements(contract);
        const Obligation agreed = find(evaluation, u"covered-entity"_s, Nature::Contract);
        const Obligation rule = find(evaluation, u"covered-entity"_s);
        QTEST(agreed.tightest, "contractIsTighter");
        QTEST(rule.tightest, "ruleIsTighter");
        QCOMPARE(rule.due.date, QDate(2026, 7, 31));
        const QString counts
            = u"2 clocks run to the covered entity; none ends before this one, so it is the one to work to."_s;
        QCOMPARE(agreed.why.last() == counts, agreed.tightest);
        QCOMPARE(rule.why.last() == counts, rule.tightest);
        if (!rule.tightest)
            QCOMPARE(rule.why.last(), u"The tighter clock to the covered entity is that of BAA, due 30 Jul 2026."_s);
    }

    void marksNothingWhereNoContractRuns()
    {
        const Evaluation evaluation
            = of(R"({"entity": "covered-entity", "discovered": "2026-03-02", "data": ["phi", "sud"],
            "residents": {"TX": 600}, "secured": {"encrypted": false}, "flags": ["part2-program"]})");
        for (const Obligation &each : evaluation.owed)
            QVERIFY2(!each.tightest, qPrintable(each.recipient));
    }

    void comparesHoursWithDays()
    {
        const Evaluation evaluation = of(R"({"entity": "business", "discovered": "2026-03-02T09:00:00-06:00",
            "contract": [{"to": "payer", "hours": 24, "name": "rider"}, {"to": "payer", "days": 1}]})");
        QCOMPARE(evaluation.owed.size(), 5); // and three clocks of containment
        for (const Obligation &each : evaluation.owed) {
            if (each.nature == Nature::Contract)
                QCOMPARE(each.tightest, each.kind == "hours"_L1);
        }
    }

    void tellsContractsWithOneRecipientApart()
    {
        const Evaluation evaluation = agreements(R"({"to": "payer", "days": 5, "name": "agreement 2024"},
            {"to": "payer", "days": 3, "name": "rider"}, {"to": "payer", "days": 4}, {"to": "payer", "days": 6, "name": "2"},
            {"to": "insurer", "days": 2})");
        QSet<QString> identities;
        QMap<QString, QDate> dates;
        for (const QList<Obligation> &list : {evaluation.owed, evaluation.notOwed, evaluation.blocked}) {
            for (const Obligation &each : list) {
                const QString identity = each.rule + u' ' + each.recipient;
                QVERIFY2(!identities.contains(identity), qPrintable(identity));
                identities.insert(identity);
                dates.insert(identity, each.due.day());
            }
        }
        QCOMPARE(dates.value(u"hipaa/contract#agreement 2024 payer"_s), QDate(2026, 6, 6));
        QCOMPARE(dates.value(u"hipaa/contract#rider payer"_s), QDate(2026, 6, 4));
        QCOMPARE(dates.value(u"hipaa/contract payer"_s), QDate(2026, 6, 5));
        QCOMPARE(dates.value(u"hipaa/contract#2 payer"_s), QDate(2026, 6, 7));
        QVERIFY(identities.contains(u"hipaa/contract insurer"_s));
    }

    void keepsAContractsIdentityWhenItsTermsChange()
    {
        const QList<DateChange> changes = compare(
            agreements(R"({"to": "payer", "days": 5, "name": "a"}, {"to": "payer", "days": 7, "name": "b"})"),
            agreements(R"({"to": "payer", "days": 9, "name": "a"}, {"to": "payer", "days": 7, "name": "b"})"));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().sentence(), u"payer (Contract: a): 6 Jun 2026 becomes 10 Jun 2026, 4 days later."_s);
    }

    void namesTheContractInItsTitle()
    {
        const Evaluation evaluation = agreements(R"({"to": "payer", "days": 5, "name": "agreement 2024"})");
        QCOMPARE(find(evaluation, u"payer"_s, Nature::Contract).title, u"Notice under a contract: agreement 2024"_s);
        QCOMPARE(find(evaluation, u"payer"_s, Nature::Contract).citation, u"Contract: agreement 2024"_s);
    }

    void saysWhoSetsEachClock()
    {
        const Evaluation evaluation = of(R"({"entity": "covered-entity", "discovered": "2026-03-02T09:00:00-06:00",
            "data": ["phi"], "residents": {"TX": 600}, "secured": {"encrypted": false},
            "contract": [{"to": "payer", "days": 5}], "posting": {"web_from": "2026-04-01"},
            "regulator_requests": [{"id": "DR-1", "from": "OCR", "received": "2026-05-04", "days": 30}],
            "findings": [{"id": "F-1", "class": "B", "confirmed": "2026-03-06", "cure_from": "2026-03-06"}]})");
        QMap<QString, QString> natures;
        for (const Obligation &each : evaluation.owed)
            natures.insert(each.recipient, natureWord(each.nature));
        QCOMPARE(natures,
                 (QMap<QString, QString>{{u"HHS"_s, u"statutory"_s},
                                         {u"OCR:DR-1"_s, u"regulator"_s},
                                         {u"containment:24h"_s, u"internal"_s},
                                         {u"containment:48h"_s, u"internal"_s},
                                         {u"containment:72h"_s, u"internal"_s},
                                         {u"cure:F-1"_s, u"statutory"_s},
                                         {u"finding:F-1"_s, u"internal"_s},
                                         {u"individuals"_s, u"statutory"_s},
                                         {u"media:TX"_s, u"statutory"_s},
                                         {u"payer"_s, u"contract"_s},
                                         {u"posting:web"_s, u"keep-until"_s}}));
    }

    // 23:59, 24:00 and 48:01 after the discovery: a clock of hours is met at its very end and missed a minute later.
    void passesTheMarksOfContainmentToTheMinute_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("passed");
        QTest::newRow("23:59") << 23 * 60 + 59 << 0;
        QTest::newRow("24:00") << 24 * 60 << 0;
        QTest::newRow("24:01") << 24 * 60 + 1 << 1;
        QTest::newRow("48:00") << 48 * 60 << 1;
        QTest::newRow("48:01") << 48 * 60 + 1 << 2;
        QTest::newRow("72:00") << 72 * 60 << 2;
        QTest::newRow("72:01") << 72 * 60 + 1 << 3;
    }

    void passesTheMarksOfContainmentToTheMinute()
    {
        QFETCH(int, minutes);
        const QString start = u"2026-03-07T12:00:00-06:00"_s; // clocks go forward in the night
        const Evaluation evaluation = of(QByteArray(R"({"entity": "covered-entity", "timezone": "America/Chicago",
            "discovered": "START"})")
                                             .replace("START", start.toLatin1()));
        const Instant now = instant(start).plusMSecs(minutes * 60'000LL);
        const auto passed
            = std::count_if(evaluation.owed.cbegin(), evaluation.owed.cend(),
                            [&now](const Obligation &each) { return each.due.instant && *each.due.instant < now; });
        QTEST(int(passed), "passed");
    }

    void saysWhenAClockStarted()
    {
        const Evaluation evaluation = of(R"({"entity": "covered-entity", "discovered": "2026-03-02T09:00:00-06:00",
            "data": ["phi"], "residents": {"TX": 600}, "secured": {"encrypted": false}, "unreachable": 3,
            "regulator_requests": [{"id": "DR-1", "from": "OCR", "received": "2026-05-04", "due": "2026-06-01"}]})");
        QCOMPARE(find(evaluation, u"individuals"_s).start.date, QDate(2026, 3, 2));
        QCOMPARE(find(evaluation, u"HHS"_s).start.date, QDate(2026, 3, 2));
        QCOMPARE(find(evaluation, u"OCR:DR-1"_s, Nature::Regulator).start.date, QDate(2026, 5, 4));
        QCOMPARE(find(evaluation, u"containment:24h"_s, Nature::Internal).start.instant,
                 std::optional(instant(u"2026-03-02T09:00:00-06:00"_s)));
        QVERIFY(find(evaluation, u"substitute"_s).start.isNull());
    }

    void setsAnInternalTargetByTheLengthOfTheClock_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QDate>("target");
        const QDate start(2026, 6, 1);
        QTest::newRow("60 days") << 60 << start.addDays(50);
        QTest::newRow("45 days") << 45 << start.addDays(35);
        QTest::newRow("44 days") << 44 << start.addDays(39);
        QTest::newRow("20 days") << 20 << start.addDays(15);
        QTest::newRow("19 days") << 19 << start.addDays(17);
        QTest::newRow("7 days") << 7 << start.addDays(5);
        QTest::newRow("6 days") << 6 << start.addDays(5);
        QTest::newRow("3 days") << 3 << start.addDays(2);
        QTest::newRow("2 days are too few") << 2 << QDate();
    }

    void setsAnInternalTargetByTheLengthOfTheClock()
    {
        QFETCH(int, days);
        const Evaluation evaluation
            = agreements(QByteArray(R"({"to": "payer", "days": 0})").replace("0", QByteArray::number(days)));
        QTEST(find(evaluation, u"payer"_s, Nature::Contract).internalTarget.date, "target");
    }

    void setsAnInternalTargetInHoursForAClockOfHours()
    {
        const Evaluation evaluation = of(R"({"entity": "business", "anchors": {"aware": "2026-04-10T14:00:00+02:00"},
            "abroad": ["EU", "IND"]})");
        QCOMPARE(find(evaluation, u"EU:SA"_s).internalTarget.toIso(), u"2026-04-12T14:00:00+02:00"_s);
        QCOMPARE(find(evaluation, u"IND:CERT-In"_s).internalTarget.toIso(), u"2026-04-10T19:00:00+02:00"_s);
    }

    void setsNoInternalTargetForInternalClocksAndKeeping()
    {
        const Evaluation evaluation = of(R"({"entity": "covered-entity", "posting": {"web_from": "2026-04-01"},
            "findings": [{"id": "F-1", "class": "C", "confirmed": "2026-03-06"}]})");
        QCOMPARE(evaluation.owed.size(), 2);
        for (const Obligation &each : evaluation.owed)
            QVERIFY2(each.internalTarget.isNull(), qPrintable(each.recipient));
    }

    void takesTheFirstTargetThatFits()
    {
        Obligation duty;
        duty.nature = Nature::Regulator;
        duty.start.date = QDate(2026, 1, 1);
        duty.due.date = QDate(2026, 1, 31);
        const QList<InternalTarget> targets{{{Nature::Statutory}, false, 10, 9},
                                            {{Nature::Regulator}, true, 10, 8},
                                            {{Nature::Regulator}, false, 31, 7},
                                            {{Nature::Regulator}, false, 30, 6},
                                            {{Nature::Regulator}, false, 10, 5}};
        QCOMPARE(internalTarget(duty, targets).date, QDate(2026, 1, 25));
        // A moment that counsel set for a clock of days.
        duty.due = {{}, Instant::parse(u"2026-01-31T12:00:00Z"_s).value()};
        QCOMPARE(internalTarget(duty, targets).date, QDate(2026, 1, 25));
        duty.start = {};
        QVERIFY(internalTarget(duty, targets).isNull());
    }

    void namesRecipientsAndWhatIsNoNotice_data()
    {
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("notice");
        QTest::newRow("HHS") << u"HHS"_s << u"HHS"_s << true;
        QTest::newRow("a State's people") << u"individuals:TX"_s << u"individuals in Texas"_s << true;
        QTest::newRow("people abroad") << u"individuals:EU"_s << u"individuals (EU)"_s << true;
        QTest::newRow("an Attorney General's letter")
            << u"AG:TX:DR-1"_s << u"the Attorney General of Texas, DR-1"_s << true;
        QTest::newRow("a finding") << u"finding:F-1"_s << u"finding F-1"_s << false;
        QTest::newRow("a finding's cure") << u"cure:F-1"_s << u"cure of finding F-1"_s << false;
        QTest::newRow("containment") << u"containment:24h"_s << u"containment, 24 hours"_s << false;
        QTest::newRow("a posting") << u"posting:web"_s << u"posting, web site"_s << false;
        QTest::newRow("records") << u"records"_s << u"records"_s << false;
        QTest::newRow("some records") << u"records:individuals"_s << u"records, notices to individuals"_s << false;
        QTest::newRow("an assessment") << u"AUS:assessment"_s << u"AUS:assessment"_s << false;
    }

    void namesRecipientsAndWhatIsNoNotice()
    {
        QFETCH(QString, recipient);
        QTEST(recipientName(recipient), "name");
        QTEST(isNotice(recipient), "notice");
    }

    void countsYearsAndWeekdays()
    {
        QCOMPARE(addYears(QDate(2026, 6, 1), 6), QDate(2032, 6, 1));
        QCOMPARE(addYears(QDate(2028, 2, 29), 4), QDate(2032, 2, 29));
        QCOMPARE(addYears(QDate(2028, 2, 29), 6), QDate(2034, 3, 1));
        QCOMPARE(addBusinessDays(QDate(2026, 11, 25), 1, {}), QDate(2026, 11, 26)); // Thanksgiving is a weekday
        QCOMPARE(addBusinessDays(QDate(2026, 11, 27), 1, {}), QDate(2026, 11, 30));
        QCOMPARE(addBusinessDays(QDate(2026, 11, 28), 0, {}), QDate(2026, 11, 28));
    }

    void printsNatureTargetAndTightness()
    {
        const QJsonArray owed = toJson(agreements(R"({"to": "covered-entity", "days": 5})")).value("owed"_L1).toArray();
        QCOMPARE(owed.size(), 3); // the third is owed to the owner of the data under State law, without a date
        const QJsonObject contract = owed.first().toObject();
        QCOMPARE(contract.value("nature"_L1).toString(), u"contract"_s);
        QCOMPARE(contract.value("internal_target"_L1).toString(), u"2026-06-05"_s);
        QCOMPARE(contract.value("tightest"_L1).toBool(), true);
        const QJsonObject rule = owed.at(1).toObject();
        QCOMPARE(rule.value("recipient"_L1).toString(), u"covered-entity"_s);
        QCOMPARE(rule.value("nature"_L1).toString(), u"statutory"_s);
        QVERIFY(!rule.contains("tightest"_L1));
    }
};

QTEST_GUILESS_MAIN(TestLawClocks)
#include "tst_law_clocks.moc"
