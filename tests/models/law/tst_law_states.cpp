// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/engine.h"
#include "law/states.h"
#include "models/law/state_table.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::law;

namespace {

const RulePacks &packs()
{
    static const RulePacks all = builtInRulePacks().value();
    return all;
}

QList<Obligation> of(const QList<Obligation> &list, const QString &recipient)
{
    QList<Obligation> found;
    for (const Obligation &each : list) {
        if (each.recipient == recipient)
            found << each;
    }
    return found;
}

Obligation owed(const Facts &facts, const QString &recipient)
{
    return of(evaluate(facts, packs()).owed, recipient).value(0);
}

bool isOwed(const Facts &facts, const QString &recipient)
{
    return !of(evaluate(facts, packs()).owed, recipient).isEmpty();
}

/// The earliest of the clocks that have a day.
QDate expectedDue(const ExpectedText &text, const Facts &facts)
{
    QDate due;
    for (const ExpectedClock &clock : text.clocks) {
        const QDate day = expectedDay(clock, facts, text.state);
        if (day.isValid() && (!due.isValid() || day < due))
            due = day;
    }
    return due;
}

Facts business(const QString &state, QDate discovered, qint64 people = 5000)
{
    ExpectedText plain;
    plain.state = state;
    plain.entity = u"business"_s;
    return factsFor(plain, discovered, people);
}

Facts coveredEntity(const QString &state, const QStringList &data = {u"phi"_s, u"name"_s, u"ssn"_s})
{
    Facts facts = business(state, QDate(2026, 6, 1));
    facts.entity = EntityKind::CoveredEntity;
    facts.data = data;
    return facts;
}

} // namespace

/// The laws of the States, against tables that were typed from the statutes' digests and not from the pack.
class TestLawStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEachJurisdiction()
    {
        QStringList states;
        qsizetype texts = 0;
        for (const ExpectedText &each : stateTable()) {
            texts += each.recipient.startsWith("individuals:"_L1) ? 1 : 0;
            if (!states.contains(each.state))
                states << each.state;
        }
        QCOMPARE(states.size(), 54);
        QCOMPARE(texts, 67);
        states.removeIf([](const QString &state) { return !isStateCode(state); });
        QCOMPARE(states.size(), 54);
    }

    void holdsFromItsFirstToItsLastDay_data() { addTexts(); }

    void holdsFromItsFirstToItsLastDay()
    {
        const ExpectedText text = stateTable().at(row());
        QList<QDate> keys{text.from, text.from.addDays(1)};
        if (text.to.isValid())
            keys << text.to;
        for (const QDate key : keys) {
            Facts facts = factsFor(text, key, text.least());
            const Obligation before = owed(facts, text.recipient);
            QCOMPARE(before.inForceFrom, text.from);
            QCOMPARE(before.due.day(), expectedDue(text, facts));
            facts.done = {{u"individuals"_s, {key.addDays(20), {}}},
                          {u"HHS"_s, {key.addDays(21), {}}},
                          {u"no-harm-exception"_s, {key.addDays(22), {}}}};
            QCOMPARE(owed(facts, text.recipient).due.day(), expectedDue(text, facts));
        }
    }

    void isNotOwedOnTheDayBeforeItsFirst_data() { addTexts(); }

    void isNotOwedOnTheDayBeforeItsFirst()
    {
        const QList<ExpectedText> table = stateTable();
        const ExpectedText text = table.at(row());
        const QDate before = text.from.addDays(-1);
        const bool hasEarlier = std::any_of(table.cbegin(), table.cend(), [&](const ExpectedText &each) {
            return each.recipient == text.recipient && each.entity == text.entity && each.to == before;
        });
        const Obligation duty = owed(factsFor(text, before, 100'000), text.recipient);
        if (hasEarlier)
            QVERIFY(duty.inForceFrom < text.from && duty.inForceFrom.isValid());
        else
            QVERIFY(duty.recipient.isEmpty());
    }

    void asksForSoManyPeople_data() { addTexts(); }

    void asksForSoManyPeople()
    {
        const ExpectedText text = stateTable().at(row());
        for (const qint64 people : {text.people - 1, text.people, text.people + 1}) {
            const bool reached = text.op == ">"_L1 ? people > text.people : people >= text.people;
            if (isOwed(factsFor(text, text.from, people), text.recipient) != reached)
                QFAIL(qPrintable(u"%1 people"_s.arg(people)));
        }
    }

    void treatsCoveredEntities_data()
    {
        QTest::addColumn<int>("row");
        const QList<ExpectedTreatment> table = hipaaTable();
        QCOMPARE(table.size(), 54);
        for (int index = 0; index < table.size(); ++index)
            QTest::newRow(qPrintable(table.at(index).state)) << index;
    }

    void treatsCoveredEntities()
    {
        const ExpectedTreatment expected = hipaaTable().at(row());
        const Evaluation evaluation = evaluate(coveredEntity(expected.state), packs());
        checkTreatment(evaluation, u"individuals:"_s + expected.state, expected.individuals);
        for (const QString &office : expected.offices)
            checkTreatment(evaluation, office, expected.regulators);
        QCOMPARE(of(evaluation.owed, u"individuals"_s).size(), 1);
    }

    void leavesOutEncryptedDataAndAsksCounsel()
    {
        for (const ExpectedTreatment &each : hipaaTable()) {
            Facts facts = business(each.state, QDate(2026, 6, 1));
            facts.flags = QStringList{u"information-broker"_s};
            facts.secured = Securing{true, false};
            const Evaluation evaluation = evaluate(facts, packs());
            const QString recipient = u"individuals:"_s + each.state;
            const bool massachusetts = each.state == "MA"_L1;
            const QList<Obligation> found = of(massachusetts ? evaluation.owed : evaluation.notOwed, recipient);
            QVERIFY2(found.size() == 1 && found.first().counselReview, qPrintable(recipient));
            facts.secured->keyCompromised = true;
            QVERIFY2(isOwed(facts, recipient), qPrintable(recipient));
        }
    }

    // A low probability of compromise is the federal test; no State's notice falls away by it, and counsel is asked.
    void asksCounselAboutHarm()
    {
        for (const ExpectedTreatment &each : hipaaTable()) {
            Facts facts = business(each.state, QDate(2026, 6, 1));
            facts.flags = QStringList{u"information-broker"_s};
            facts.assessment = Assessment{u"low-probability"_s, {}, true, 4};
            const Obligation duty = owed(facts, u"individuals:"_s + each.state);
            QVERIFY2(duty.counselReview, qPrintable(each.state));
        }
        // No federal notice goes out that could stand for Connecticut's.
        Facts connecticut = coveredEntity(u"CT"_s);
        connecticut.assessment = Assessment{u"low-probability"_s, {}, true, 4};
        QVERIFY(isOwed(connecticut, u"individuals:CT"_s));
        QVERIFY(!isOwed(connecticut, u"individuals"_s));
    }

    void limitsVermontsExemptionToHealthRecords()
    {
        QVERIFY(isOwed(coveredEntity(u"VT"_s), u"individuals:VT"_s));
        QVERIFY(!isOwed(coveredEntity(u"VT"_s, {u"phi"_s, u"name"_s, u"diagnosis"_s}), u"individuals:VT"_s));
    }

    void asksCounselWhereALawDoesNotNameHealthData()
    {
        Facts facts = business(u"OH"_s, QDate(2026, 6, 1));
        facts.data = QStringList{u"name"_s, u"diagnosis"_s};
        QVERIFY(owed(facts, u"individuals:OH"_s).counselReview);
        facts.data->append(u"ssn"_s);
        QVERIFY(!owed(facts, u"individuals:OH"_s).counselReview);
        facts.residents = QMap<QString, qint64>{{u"CA"_s, 5}};
        facts.data = QStringList{u"name"_s, u"diagnosis"_s};
        QVERIFY(!owed(facts, u"individuals:CA"_s).counselReview);
    }

    void givesTheSamePeopleOneNoticeByAnotherClock()
    {
        // The facility's patients: 15 business days beside the 30 days of the general law.
        Facts facts = coveredEntity(u"CA"_s);
        QCOMPARE(of(evaluate(facts, packs()).owed, u"individuals:CA"_s).size(), 1);
        facts.flags = QStringList{u"licensed-facility:CA-1250"_s};
        const QList<Obligation> both = of(evaluate(facts, packs()).owed, u"individuals:CA"_s);
        QCOMPARE(both.size(), 2);
        QCOMPARE(both.first().due.date, QDate(2026, 6, 23));
        QCOMPARE(both.last().due.date, QDate(2026, 7, 1));
    }

    void givesPublicAgenciesOfRhodeIslandLessTime()
    {
        for (const auto &[day, days] : {std::pair(QDate(2023, 6, 26), 45), std::pair(QDate(2023, 6, 27), 30)}) {
            Facts facts = business(u"RI"_s, day);
            QCOMPARE(owed(facts, u"individuals:RI"_s).due.date, day.addDays(4 + 45));
            facts.flags = QStringList{u"public-agency"_s};
            QCOMPARE(of(evaluate(facts, packs()).owed, u"individuals:RI"_s).size(), 1);
            QCOMPARE(owed(facts, u"individuals:RI"_s).due.date, day.addDays(4 + days));
        }
    }

    void asksOnlyTheDepartmentsOwnEntities()
    {
        Facts facts = business(u"NY"_s, QDate(2025, 2, 13));
        QVERIFY(isOwed(facts, u"NY:DFS"_s));
        facts = business(u"NY"_s, QDate(2025, 2, 14));
        QVERIFY(!isOwed(facts, u"NY:DFS"_s));
        facts.flags = QStringList{u"dfs-regulated"_s};
        QVERIFY(isOwed(facts, u"NY:DFS"_s));
    }

    void extendsFloridasClockForGoodCauseInTime()
    {
        Facts facts = business(u"FL"_s, QDate(2026, 4, 29)); // determined on 1 May, so due on 31 May
        const auto due = [&facts](QDate filed) {
            facts.anchors.insert(u"good_cause_filed"_s, {filed, {}});
            return owed(facts, u"individuals:FL"_s);
        };
        QCOMPARE(due({2026, 5, 31}).due.date, QDate(2026, 6, 15));
        QCOMPARE(due({2026, 5, 31}).citation, u"Fla. Stat. 501.171(3)(a), (4)"_s);
        QCOMPARE(due({2026, 6, 1}).due.date, QDate(2026, 5, 31));
        QCOMPARE(due({2026, 6, 1}).citation, u"Fla. Stat. 501.171(4)(a)"_s);
        QCOMPARE(owed(facts, u"AG:FL"_s).due.date, QDate(2026, 5, 31));
    }

    void givesDaysOfGraceAfterADelay_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("written");
        QTest::addColumn<QDate>("until");
        QTest::addColumn<QDate>("due");
        const auto add = [](const char *title, const QString &state, bool written, QDate until, QDate due) {
            QTest::newRow(title) << state << written << until << due;
        };
        // Discovered on 1 June 2026.
        add("Ohio, the delay's own end", u"OH"_s, true, {2026, 8, 3}, {2026, 8, 3});
        add("Maryland, seven days", u"MD"_s, true, {2026, 8, 3}, {2026, 8, 10});
        add("Maryland, ended within the 45 days", u"MD"_s, true, {2026, 7, 16}, {2026, 7, 16});
        add("Maryland, ended a day after them", u"MD"_s, true, {2026, 7, 17}, {2026, 7, 24});
        add("South Dakota, 30 days", u"SD"_s, true, {2026, 8, 3}, {2026, 9, 2});
        add("Maine, seven business days over Labor Day", u"ME"_s, true, {2026, 9, 1}, {2026, 9, 11});
        add("Alabama, in writing", u"AL"_s, true, {2026, 8, 3}, {2026, 8, 3});
        add("Alabama, by word of mouth", u"AL"_s, false, {2026, 8, 3}, {2026, 7, 18});
        add("Ohio, by word of mouth", u"OH"_s, false, {2026, 8, 3}, {2026, 8, 3});
    }

    void givesDaysOfGraceAfterADelay()
    {
        QFETCH(QString, state);
        QFETCH(bool, written);
        QFETCH(QDate, until);
        QFETCH(QDate, due);
        Facts facts = business(state, QDate(2026, 6, 1));
        facts.lawEnforcement = LawEnforcement{written, {QDate(2026, 6, 10), until}, {}};
        QCOMPARE(owed(facts, u"individuals:"_s + state).due.date, due);
    }

    void takesTheWrittenFollowUpWhereOnlyWritingCounts()
    {
        Facts facts = business(u"AL"_s, QDate(2026, 6, 1)); // determined on 3 June, so due on 18 July
        facts.lawEnforcement = LawEnforcement{false, {QDate(2026, 6, 10), QDate(2026, 8, 3)}, {}};
        QCOMPARE(owed(facts, u"individuals:AL"_s).due.date, QDate(2026, 7, 18));
        facts.lawEnforcement->writtenFollowup = DelayStatement{QDate(2026, 7, 1), QDate(2026, 8, 1)};
        QCOMPARE(owed(facts, u"individuals:AL"_s).due.date, QDate(2026, 8, 1));
    }

    void asksForTheTimeOfDayWhereHoursCount()
    {
        const Evaluation evaluation = evaluate(business(u"MN"_s, QDate(2026, 6, 1)), packs());
        const Obligation duty = of(evaluation.blocked, u"CRA:MN"_s).value(0);
        QCOMPARE(duty.missing, QStringList(u"discovered"_s));
        QCOMPARE(duty.needTime, duty.missing);
    }

    void countsHoursAcrossTheChangeOfClocks()
    {
        Facts facts = business(u"MN"_s, QDate(2026, 3, 7));
        facts.timezone = "America/Chicago";
        facts.discovered = Moment{{}, Instant::parse(u"2026-03-07T09:00:00-06:00"_s).value()};
        QCOMPARE(owed(facts, u"CRA:MN"_s).due.toIso(), u"2026-03-09T10:00:00-05:00"_s);
    }

    void leavesOutAStatesHolidaysAndAsksCounsel()
    {
        Facts vermont = business(u"VT"_s, QDate(2026, 2, 23));
        const Obligation moved = owed(vermont, u"AG:VT"_s);
        QCOMPARE(moved.due.date, QDate(2026, 3, 16));
        QVERIFY(moved.counselReview);
        QVERIFY(moved.why.join(u' ').contains(u"Town Meeting Day on 3 Mar 2026"_s));
        vermont = business(u"VT"_s, QDate(2026, 3, 3));
        QCOMPARE(owed(vermont, u"AG:VT"_s).due.date, QDate(2026, 3, 23));
        QVERIFY(!owed(vermont, u"AG:VT"_s).counselReview);
    }

    void keepsTheHolidaysOfAState_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("year");
        QTest::addColumn<QDate>("day");
        const auto add = [](const QString &state, const QString &name, int year, QDate day) {
            QTest::newRow(qPrintable(u"%1 %2 %3"_s.arg(state, name).arg(year))) << state << name << year << day;
        };
        add(u"VT"_s, u"Town Meeting Day"_s, 2024, {2024, 3, 5});
        add(u"VT"_s, u"Town Meeting Day"_s, 2025, {2025, 3, 4});
        add(u"VT"_s, u"Town Meeting Day"_s, 2028, {2028, 3, 7});
        add(u"VT"_s, u"Bennington Battle Day"_s, 2025, {2025, 8, 15}); // a Saturday, kept on Friday
        add(u"VT"_s, u"Bennington Battle Day"_s, 2026, {2026, 8, 17}); // a Sunday, kept on Monday
        add(u"VT"_s, u"Bennington Battle Day"_s, 2027, {2027, 8, 16});
        add(u"NY"_s, u"Lincoln’s Birthday"_s, 2022, {2022, 2, 12}); // a Saturday, not moved
        add(u"NY"_s, u"Lincoln’s Birthday"_s, 2023, {2023, 2, 13}); // a Sunday
        add(u"NY"_s, u"Election Day"_s, 2025, {2025, 11, 4});
        add(u"NY"_s, u"Election Day"_s, 2026, {2026, 11, 3});
        add(u"NY"_s, u"Election Day"_s, 2022, {2022, 11, 8}); // the first Tuesday is the 1st
        add(u"IL"_s, u"Lincoln’s Birthday"_s, 2022, {2022, 2, 11});
        add(u"IL"_s, u"Lincoln’s Birthday"_s, 2023, {2023, 2, 13});
        add(u"IL"_s, u"General Election Day"_s, 2024, {2024, 11, 5});
        add(u"IL"_s, u"General Election Day"_s, 2025, {});
        add(u"IL"_s, u"General Election Day"_s, 2026, {2026, 11, 3});
        add(u"CA"_s, u"César Chávez Day"_s, 2024, {2024, 4, 1}); // a Sunday
        add(u"CA"_s, u"César Chávez Day"_s, 2026, {2026, 3, 31});
        add(u"CA"_s, u"César Chávez Day"_s, 2000, {}); // before its law
        add(u"CA"_s, u"Day after Thanksgiving"_s, 2026, {2026, 11, 27});
        add(u"IA"_s, u"Day after Thanksgiving"_s, 2029, {2029, 11, 23});
        add(u"ME"_s, u"Patriots’ Day"_s, 2024, {2024, 4, 15});
        add(u"ME"_s, u"Patriots’ Day"_s, 2026, {2026, 4, 20});
    }

    void keepsTheHolidaysOfAState()
    {
        QFETCH(QString, state);
        QFETCH(QString, name);
        QFETCH(int, year);
        QFETCH(QDate, day);
        QDate found;
        for (const RulePack &pack : packs()) {
            for (const Holiday &each : holidaysOf(pack.holidays.value(state).days, year)) {
                if (each.name == name)
                    found = each.observed;
            }
        }
        QCOMPARE(found, day);
    }

    void hangsOnTheNoticeToTheStatesOwnPeopleFirst()
    {
        Facts facts = business(u"LA"_s, QDate(2026, 4, 1));
        facts.done = {{u"individuals"_s, {QDate(2026, 5, 1), {}}}};
        QCOMPARE(owed(facts, u"AG:LA"_s).due.date, QDate(2026, 5, 11));
        facts.done.insert(u"individuals:LA"_s, {QDate(2026, 4, 20), {}});
        QCOMPARE(owed(facts, u"AG:LA"_s).due.date, QDate(2026, 4, 30));
        facts.done = {{u"individuals:TX"_s, {QDate(2026, 5, 1), {}}}};
        QVERIFY(owed(facts, u"AG:LA"_s).due.isNull());
    }

    void saysHowItStandsToAnotherNotice()
    {
        const auto relation = [](const QString &state, const QString &recipient) {
            return owed(business(state, QDate(2026, 6, 1)), recipient).relation;
        };
        QCOMPARE(relation(u"MD"_s, u"AG:MD"_s), u"before"_s);
        QCOMPARE(relation(u"CT"_s, u"AG:CT"_s), u"no-later-than"_s);
        QCOMPARE(relation(u"NY"_s, u"AG:NY"_s), u"with"_s);
        QCOMPARE(relation(u"LA"_s, u"AG:LA"_s), u"after"_s);
        QCOMPARE(relation(u"OH"_s, u"individuals:OH"_s), QString());
    }

    void saysOnceThatNobodysStateIsKnown()
    {
        Facts facts = business(u"TX"_s, QDate(2026, 6, 1));
        for (const bool empty : {false, true}) {
            facts.residents.reset();
            if (empty)
                facts.residents = QMap<QString, qint64>();
            const Evaluation evaluation = evaluate(facts, packs());
            QCOMPARE(of(evaluation.blocked, u"states"_s).size(), 1);
            QCOMPARE(of(evaluation.blocked, u"states"_s).first().missing, QStringList(u"residents"_s));
            for (const Obligation &each : evaluation.owed + evaluation.notOwed + evaluation.blocked)
                QVERIFY2(!each.rule.startsWith("us-states/"_L1) || each.recipient == "states"_L1,
                         qPrintable(each.rule));
        }
        facts.residents = QMap<QString, qint64>{{u"TX"_s, 1}};
        QVERIFY(of(evaluate(facts, packs()).blocked, u"states"_s).isEmpty());
    }

    void doesNotWaitForADayThatChangesNothing()
    {
        Facts facts = business(u"TX"_s, QDate(2026, 6, 1), 249);
        facts.anchors.clear();
        QCOMPARE(of(evaluate(facts, packs()).notOwed, u"AG:TX"_s).size(), 1);
        facts.residents = QMap<QString, qint64>{{u"TX"_s, 250}};
        QCOMPARE(of(evaluate(facts, packs()).blocked, u"AG:TX"_s).value(0).missing,
                 QStringList(u"anchors.determined"_s));
    }

    void saysWhenAllWhoAreToldWouldReachTheNumber()
    {
        Facts facts = business(u"HI"_s, QDate(2026, 6, 1), 600);
        facts.residents->insert(u"NV"_s, 600);
        const Obligation hawaii = of(evaluate(facts, packs()).notOwed, u"HI:OCP"_s).value(0);
        QVERIFY(hawaii.counselReview);
        QVERIFY(hawaii.why.last().startsWith(u"1,200 people are affected in all"_s));
    }

    void tellsHoldersToTellTheOwner()
    {
        for (const ExpectedTreatment &each : hipaaTable()) {
            Facts facts = business(each.state, QDate(2026, 6, 1));
            facts.entity = EntityKind::BusinessAssociate;
            facts.flags = QStringList{u"information-broker"_s};
            facts.discovered = Moment{{}, Instant::parse(u"2026-06-01T10:00:00Z"_s).value()};
            const Evaluation evaluation = evaluate(facts, packs());
            QVERIFY2(of(evaluation.owed, u"owner:"_s + each.state).size() == 1, qPrintable(each.state));
            QVERIFY2(of(evaluation.owed, u"individuals:"_s + each.state).isEmpty(), qPrintable(each.state));
        }
        Facts facts = business(u"TN"_s, QDate(2026, 6, 1));
        facts.entity = EntityKind::BusinessAssociate;
        QCOMPARE(owed(facts, u"owner:TN"_s).due.date, QDate(2026, 7, 16));
    }

private:
    static void addTexts()
    {
        QTest::addColumn<int>("row");
        const QList<ExpectedText> table = stateTable();
        QVERIFY(!table.isEmpty());
        for (int index = 0; index < table.size(); ++index) {
            const ExpectedText &each = table.at(index);
            const QString title = u"%1 from %2, %3"_s.arg(each.recipient, each.from.toString(Qt::ISODate), each.entity);
            QTest::newRow(qPrintable(title)) << index;
        }
    }

    static int row()
    {
        QFETCH(int, row);
        return row;
    }

    static void checkTreatment(const Evaluation &evaluation, const QString &recipient, const QString &expected)
    {
        const QList<Obligation> owed = of(evaluation.owed, recipient);
        if (expected == "no"_L1) {
            QVERIFY2(owed.isEmpty(), qPrintable(recipient));
            QCOMPARE(of(evaluation.notOwed, recipient).size(), 1);
            return;
        }
        QVERIFY2(owed.size() == 1, qPrintable(recipient));
        if (owed.first().counselReview != (expected == "open"_L1))
            QFAIL(qPrintable(recipient + u": "_s + owed.first().why.join(u' ')));
    }
};

QTEST_GUILESS_MAIN(TestLawStates)
#include "tst_law_states.moc"
