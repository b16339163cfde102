// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/obligation_plan.h"
#include "items/clock_marks.h"
#include "items/countdown.h"
#include "items/lane_model.h"
#include "items/month_model.h"
#include "items/reminders.h"
#include "models/casework/case_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::items;
using casework::NextDate;
using casework::ObligationRecord;
using casework::WorkState;
using Stage = ReminderStage;
using State = ClockMark::State;

namespace {

const QByteArray kZone = "America/Chicago"_ba;

Instant at(const QString &iso)
{
    return Instant::parse(iso)->inZone(kZone);
}

/// A moment of a day in Chicago.
Instant on(QDate day, QTime time = QTime(9, 0))
{
    return Instant::fromDateTime(QDateTime(day, time, QTimeZone(kZone)));
}

/// Sixty days from 3 March to 2 May 2026.
ObligationRecord duty(qint64 id = 1, const QString &recipient = u"HHS"_s)
{
    ObligationRecord record;
    record.id = ObligationId{id};
    record.duty.recipient = recipient;
    record.duty.title = u"Notice"_s;
    record.duty.start.date = QDate(2026, 3, 3);
    record.duty.due.date = QDate(2026, 5, 2);
    return record;
}

ObligationRecord hourDuty(const QString &start, const QString &due)
{
    ObligationRecord record = duty();
    record.duty.start = {{}, at(start)};
    record.duty.due = {{}, at(due)};
    return record;
}

NextDate dated(const ObligationRecord &record)
{
    NextDate date;
    date.incident = IncidentId{7};
    date.reference = u"2026-001"_s;
    date.zone = kZone;
    date.record = record;
    return date;
}

ClockMark markOf(const ObligationRecord &record, const Instant &now)
{
    return clocksOf({record}, now, kZone).marks.value(0);
}

/// The stage a reminder of this duty speaks of; -1 if it is silent.
int stageAt(const ObligationRecord &record, const Instant &now)
{
    const QList<Reminder> reminders = remindersOf({dated(record)}, now, {});
    return reminders.isEmpty() ? -1 : int(reminders.constFirst().stage);
}

} // namespace

class TestClocks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Marks
    void saysHowADateStands_data();
    void saysHowADateStands();
    void saysWhenADutyWasMet();
    void showsCounselsDateBesideTheComputedOne();
    void prefersTheTeamsTarget();
    void showsTheZoneOfAnHourClock();
    void leavesOutWhatHasNoDateOrIsNotOwed();
    void saysWhatADatelessClockHangsOn();
    void keepingIsNeverLate();
    void readsClocksHoldAndDiscoveryOfAStore();

    // Counting down
    void countsDown_data();
    void countsDown();
    void countsCivilDaysOverDaylightSaving();

    // Month
    void putsDatesOnTheirDays();
    void beginsWeeksWhereTheyBegin();
    void speaksADayInFull();

    // Lanes
    void gathersOneLanePerRecipient();
    void spansWithoutTheEndsOfKeeping();
    void patchesLanesByDifference();

    // Reminders
    void remindsAtEachBoundary_data();
    void remindsAtEachBoundary();
    void remindsByTheHourForHourClocks_data();
    void remindsByTheHourForHourClocks();
    void staysRedOnTheLastDay();
    void keepsCivilDaysOverDaylightSaving();
    void isSilentWhileSnoozedOrDone();
    void staysDismissedUntilTheNextStage();
    void speaksOnceForManyDutiesOfADay();
    void offersNoSnoozeBeyondTheDate_data();
    void offersNoSnoozeBeyondTheDate();
    void offersOnlySnoozesThatTheStoreAccepts();
};

void TestClocks::saysHowADateStands_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("text");
    QTest::newRow("eight days before") << QDate(2026, 4, 24) << int(State::Ahead) << u"8 days left"_s;
    QTest::newRow("seven days before") << QDate(2026, 4, 25) << int(State::Soon) << u"7 days left"_s;
    QTest::newRow("the day before") << QDate(2026, 5, 1) << int(State::Soon) << u"1 day left"_s;
    QTest::newRow("the day") << QDate(2026, 5, 2) << int(State::Today) << u"due today"_s;
    QTest::newRow("the day after") << QDate(2026, 5, 3) << int(State::Late) << u"1 day late"_s;
}

void TestClocks::saysHowADateStands()
{
    QFETCH(QDate, today);
    const ClockMark mark = markOf(duty(), on(today, QTime(23, 59)));
    QTEST(int(mark.state), "state");
    QTEST(mark.stateText, "text");
    QCOMPARE(mark.tone == Tone::Danger, mark.state == State::Late || mark.state == State::Today);
}

void TestClocks::saysWhenADutyWasMet()
{
    ObligationRecord record = duty();
    record.state = WorkState::Done;
    record.proof = casework::Proof{u"mailing"_s, u"x"_s, QDate(2026, 4, 29)};
    ClockMark mark = markOf(record, on({2026, 6, 1}));
    QCOMPARE(mark.state, State::Met);
    QCOMPARE(mark.stateText, u"met 29 Apr"_s);
    QVERIFY(mark.target.isNull());
    record.proof->completedOn = QDate(2026, 5, 4);
    QCOMPARE(markOf(record, on({2026, 6, 1})).stateText, u"met 4 May, 2 days late"_s);
}

void TestClocks::showsCounselsDateBesideTheComputedOne()
{
    ObligationRecord record = duty();
    record.overridden
        = casework::DueOverride{{QDate(2026, 4, 20), {}}, u"reason"_s, record.duty.due, false, {}, {}, {}};
    const IncidentClocks clocks = clocksOf({record}, on({2026, 3, 20}), kZone);
    QCOMPARE(clocks.marks.at(0).day(), QDate(2026, 4, 20));
    QCOMPARE(clocks.marks.at(0).computed.day(), QDate(2026, 5, 2));
    QVERIFY(dateSentence(clocks, datesOf(clocks).at(0)).contains(u"computed is 2 May 2026"_s));
    QVERIFY(markOf(duty(), on({2026, 3, 20})).computed.isNull());
}

void TestClocks::prefersTheTeamsTarget()
{
    ObligationRecord record = duty();
    record.duty.internalTarget.date = QDate(2026, 4, 17);
    QCOMPARE(markOf(record, on({2026, 3, 20})).target.day(), QDate(2026, 4, 17));
    record.target = QDate(2026, 4, 10);
    QCOMPARE(markOf(record, on({2026, 3, 20})).target.day(), QDate(2026, 4, 10));
}

void TestClocks::showsTheZoneOfAnHourClock()
{
    const ObligationRecord record = hourDuty(u"2026-03-03T10:00:00-06:00"_s, u"2026-03-06T10:00:00-06:00"_s);
    const IncidentClocks clocks = clocksOf({record}, at(u"2026-03-05T04:30:00-06:00"_s), kZone);
    const QString sentence = dateSentence(clocks, datesOf(clocks).at(0));
    QVERIFY2(sentence.contains(u"6 Mar 2026, 10:00 −06:00"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"1 day 5 hours left"_s), qPrintable(sentence));
}

void TestClocks::leavesOutWhatHasNoDateOrIsNotOwed()
{
    ObligationRecord dateless = duty(2);
    dateless.duty.due = {};
    ObligationRecord notOwed = duty(3);
    notOwed.standing = ObligationRecord::Standing::NotOwed;
    ObligationRecord blocked = duty(4);
    blocked.standing = ObligationRecord::Standing::Blocked;
    blocked.overridden = casework::DueOverride{{QDate(2026, 4, 1), {}}, u"reason"_s, {}, false, {}, {}, {}};
    blocked.duty.due = {};
    const IncidentClocks clocks = clocksOf({duty(1), dateless, notOwed, blocked}, on({2026, 3, 20}), kZone);
    QCOMPARE(clocks.marks.size(), 2);
    QCOMPARE(clocks.marks.at(0).obligation.value, 4); // a date of counsel's counts, and the earliest comes first
    QCOMPARE(clocks.marks.at(1).obligation.value, 1);
    QCOMPARE(clocks.dateless.size(), 1);
    QCOMPARE(clocks.dateless.at(0).obligation.value, 2);
}

void TestClocks::saysWhatADatelessClockHangsOn()
{
    ObligationRecord after = duty(1, u"AG:CA"_s);
    after.duty.due = {};
    after.duty.kind = u"relative"_s;
    after.duty.relativeTo = u"individuals:CA"_s;
    after.duty.offsetDays = 15;
    ObligationRecord blocked = duty(2, u"AG:TX"_s);
    blocked.standing = ObligationRecord::Standing::Blocked;
    blocked.duty.due = {};
    ObligationRecord done = duty(3, u"AG:NY"_s);
    done.duty.due = {};
    done.state = WorkState::Done;
    const IncidentClocks clocks = clocksOf({after, blocked, done, duty(4)}, on({2026, 3, 20}), kZone);
    QCOMPARE(clocks.dateless.size(), 2);
    QCOMPARE(clocks.dateless.at(0).words, u"After notice: +15 days, California residents"_s);
    QCOMPARE(clocks.dateless.at(1).words, u"No date yet: waits for a fact"_s);
    after.duty.offsetInBusinessDays = true;
    QCOMPARE(clocksOf({after}, on({2026, 3, 20}), kZone).dateless.at(0).words,
             u"After notice: +15 business days, California residents"_s);
    LaneModel lanes;
    const QAbstractItemModelTester tester(&lanes, QAbstractItemModelTester::FailureReportingMode::Fatal);
    lanes.setClocks(clocks);
    QCOMPARE(lanes.rowCount(), 3);
    QCOMPARE(lanes.index(0, LaneModel::Whom).data().toString(), u"HHS Secretary"_s); // dates come first
    const QModelIndex lane = lanes.index(1, LaneModel::Time);
    QCOMPARE(lane.siblingAtColumn(LaneModel::Whom).data(SecondaryTextRole).toString(), u"After notice"_s);
    QCOMPARE(lane.data(Qt::AccessibleTextRole).toString(), clocks.dateless.at(0).words);
    QCOMPARE(lane.data(RecordIdRole).toString(), u"1"_s);
}

void TestClocks::keepingIsNeverLate()
{
    ObligationRecord record = duty();
    record.duty.nature = law::Nature::KeepUntil;
    QCOMPARE(markOf(record, on({2026, 3, 20})).stateText, u"keep until then"_s);
    QCOMPARE(markOf(record, on({2026, 6, 1})).stateText, u"no longer needed"_s);
    QVERIFY(!markOf(record, on({2026, 6, 1})).isOpen());
    QCOMPARE(stageAt(record, on({2026, 6, 1})), -1);
}

void TestClocks::readsClocksHoldAndDiscoveryOfAStore()
{
    test::CaseFixture fixture;
    casework::CreateIncident create;
    create.title = u"Held back"_s;
    create.facts = test::CaseFixture::facts();
    create.facts.flags.clear(); // that nobody asked to wait
    create.facts.lawEnforcement = law::LawEnforcement{true, {QDate(2026, 3, 5), QDate(2026, 5, 20)}, {}};
    const auto made = fixture.submit(create);
    QVERIFY(made);
    const auto clocks = fixture.ask(IncidentClocksQuery{IncidentId{made->id}, fixture.clock().now()});
    QVERIFY(clocks);
    QCOMPARE(clocks->discovered, QDate(2026, 3, 3));
    QVERIFY(clocks->hold);
    QCOMPARE(clocks->hold->stated, QDate(2026, 3, 5));
    QCOMPARE(clocks->hold->until, QDate(2026, 5, 20));
    QVERIFY(!clocks->marks.isEmpty());
    QVERIFY(std::is_sorted(clocks->marks.cbegin(), clocks->marks.cend(),
                           [](const ClockMark &a, const ClockMark &b) { return law::isEarlier(a.due, b.due); }));
}

void TestClocks::countsDown_data()
{
    QTest::addColumn<Instant>("now");
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<qint64>("next");
    const auto row = [](const char *name, const QString &now, const QString &figure, const QString &sentence,
                        qint64 next) { QTest::newRow(name) << at(now) << figure << sentence << next; };
    row("days", u"2026-04-20T10:00:00-05:00"_s, u"12 days 14 h"_s, u"12 days 14 hours left"_s, 1);
    row("days, 20 s on", u"2026-04-20T10:00:20-05:00"_s, u"12 days 13 h"_s, u"12 days 13 hours left"_s, 40'001);
    row("a day to the minute", u"2026-05-02T00:00:00-05:00"_s, u"1 day"_s, u"1 day left"_s, 1);
    row("under a day", u"2026-05-02T18:30:00-05:00"_s, u"5 h 30 min"_s, u"5 hours 30 minutes left"_s, 1);
    row("an hour", u"2026-05-02T23:00:00-05:00"_s, u"1 h 00 min"_s, u"1 hour left"_s, 1);
    row("the last hour", u"2026-05-02T23:27:55.500-05:00"_s, u"32:04"_s, u"32 minutes left"_s, 501);
    row("the end", u"2026-05-03T00:00:00-05:00"_s, u"0 min"_s, u"0 minutes late"_s, 60'000);
    row("late", u"2026-05-03T02:10:30-05:00"_s, u"2 h 10 min"_s, u"2 hours 10 minutes late"_s, 30'000);
    row("days late", u"2026-05-05T05:00:00-05:00"_s, u"2 days 5 h"_s, u"2 days 5 hours late"_s, 60'000);
}

void TestClocks::countsDown()
{
    QFETCH(Instant, now);
    const Countdown left = countdown(duty().duty.due, now, kZone);
    QTEST(left.figure, "figure");
    QTEST(left.sentence, "sentence");
    QTEST(left.nextMsecs, "next");
}

void TestClocks::countsCivilDaysOverDaylightSaving()
{
    // Clocks in Chicago go forward on 8 March 2026: two civil days and 14 hours, though an hour is missing.
    law::Due due;
    due.date = QDate(2026, 3, 9);
    QCOMPARE(countdown(due, on({2026, 3, 7}, QTime(10, 0)), kZone).sentence, u"2 days 14 hours left"_s);
    // Within the day it is missing.
    due.date = QDate(2026, 3, 8);
    QCOMPARE(countdown(due, on({2026, 3, 8}, QTime(0, 30)), kZone).sentence, u"22 hours 30 minutes left"_s);
}

void TestClocks::putsDatesOnTheirDays()
{
    ObligationRecord late = duty(2, u"media:TX"_s);
    late.duty.due.date = QDate(2026, 4, 2);
    ObligationRecord target = duty(1);
    target.target = QDate(2026, 4, 2);
    ObligationRecord done = duty(3, u"individuals"_s);
    done.state = WorkState::Done;
    MonthModel model(Qt::Sunday);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setMonth({2026, 4, 15});
    model.setClocks(clocksOf({target, late, done}, on({2026, 4, 10}), kZone));
    const QList<DateMark> second = model.datesOn({2026, 4, 2});
    QCOMPARE(second.size(), 2);
    QCOMPARE(second.at(0).kind, DateKind::Late);
    QCOMPARE(second.at(1).kind, DateKind::Target);
    QSet<DateKind> onMay2;
    for (const DateMark &date : model.datesOn({2026, 5, 2}))
        onMay2 << date.kind;
    QCOMPARE(onMay2, (QSet<DateKind>{DateKind::Limit, DateKind::Met}));
    QVERIFY(model.indexOf({2026, 5, 2}).isValid()); // the last week reaches into May
    QVERIFY(!model.indexOf({2026, 5, 3}).isValid());
}

void TestClocks::beginsWeeksWhereTheyBegin()
{
    MonthModel sunday(Qt::Sunday);
    sunday.setMonth({2026, 3, 1}); // a Sunday
    QCOMPARE(sunday.dayAt(sunday.index(0, 0)), QDate(2026, 3, 1));
    QCOMPARE(sunday.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Sun"_s);
    QCOMPARE(sunday.rowCount(), 5);
    MonthModel monday(Qt::Monday);
    monday.setMonth({2026, 3, 31});
    QCOMPARE(monday.dayAt(monday.index(0, 0)), QDate(2026, 2, 23));
    QCOMPARE(monday.headerData(6, Qt::Horizontal, Qt::DisplayRole).toString(), u"Sun"_s);
    QCOMPARE(monday.rowCount(), 6);
    monday.setMonth({2027, 2, 1}); // 28 days that begin on a Monday
    QCOMPARE(monday.rowCount(), 4);
}

void TestClocks::speaksADayInFull()
{
    MonthModel model(Qt::Sunday);
    model.setMonth({2026, 5, 1});
    model.setClocks(clocksOf({duty()}, on({2026, 5, 1}), kZone));
    const auto said = [&](QDate day) { return model.indexOf(day).data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(said({2026, 5, 1}), u"Friday, 1 May 2026, today: nothing is due"_s);
    QCOMPARE(said({2026, 5, 2}), u"Saturday, 2 May 2026: 1 date. Limit: HHS Secretary, Notice, 1 day left"_s);
}

void TestClocks::gathersOneLanePerRecipient()
{
    ObligationRecord early = duty(2);
    early.duty.due.date = QDate(2026, 4, 1);
    ObligationRecord done = duty(3, u"individuals"_s);
    done.duty.due.date = QDate(2026, 3, 25);
    done.state = WorkState::Done;
    const QList<Lane> lanes = lanesOf(clocksOf({duty(1), early, done}, on({2026, 3, 20}), kZone));
    QCOMPARE(lanes.size(), 2);
    QCOMPARE(lanes.at(0).recipient, u"HHS"_s); // what is open comes before what is met
    QCOMPARE(lanes.at(0).marks.size(), 2);
    QCOMPARE(lanes.at(0).key().obligation.value, 2);
    QCOMPARE(lanes.at(1).recipient, u"individuals"_s);
}

void TestClocks::spansWithoutTheEndsOfKeeping()
{
    ObligationRecord keep = duty(2, u"records"_s);
    keep.duty.nature = law::Nature::KeepUntil;
    keep.duty.due.date = QDate(2032, 3, 3);
    IncidentClocks clocks = clocksOf({duty(1), keep}, on({2026, 3, 20}), kZone);
    clocks.discovered = QDate(2026, 3, 3);
    QCOMPARE(spanOf(clocks), (DaySpan{{2026, 3, 3}, {2026, 5, 2}}));
    clocks.hold = ClockHold{QDate(2026, 3, 5), QDate(2026, 6, 1)};
    QCOMPARE(spanOf(clocks).to, QDate(2026, 6, 1));
}

void TestClocks::patchesLanesByDifference()
{
    LaneModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setClocks(clocksOf({duty(1), duty(2, u"media:TX"_s)}, on({2026, 3, 20}), kZone));
    const QPersistentModelIndex media = model.index(1, 0);
    QCOMPARE(media.data().toString(), u"Media in Texas"_s);
    ObligationRecord first = duty(2, u"media:TX"_s);
    first.duty.due.date = QDate(2026, 4, 2);
    model.setClocks(clocksOf({duty(1), first}, on({2026, 3, 20}), kZone));
    QCOMPARE(media.row(), 0);
    QCOMPARE(media.data(SecondaryTextRole).toString(), u"2 Apr, 13 days left"_s);
    QCOMPARE(model.index(0, LaneModel::Time).data(Qt::AccessibleTextRole).toString(),
             u"limit 2 Apr 2026, 13 days left"_s);
    QVERIFY(resets.isEmpty());
}

void TestClocks::remindsAtEachBoundary_data()
{
    QTest::addColumn<Instant>("now");
    QTest::addColumn<int>("stage");
    const auto row
        = [](const char *name, QDate day, QTime time, int stage) { QTest::newRow(name) << on(day, time) << stage; };
    // 47 of 60 days are 78 %, 48 are 80 %.
    row("47 of 60 days gone", {2026, 4, 19}, {23, 59, 59}, -1);
    row("48 of 60 days gone", {2026, 4, 20}, {0, 0}, int(Stage::MostGone));
    row("eight days before", {2026, 4, 24}, {23, 59, 59}, int(Stage::MostGone));
    row("seven days before", {2026, 4, 25}, {0, 0}, int(Stage::SevenDays));
    row("four days before", {2026, 4, 28}, {23, 59, 59}, int(Stage::SevenDays));
    row("three days before", {2026, 4, 29}, {0, 0}, int(Stage::ThreeDays));
    row("two days before", {2026, 4, 30}, {23, 59, 59}, int(Stage::ThreeDays));
    row("the day before", {2026, 5, 1}, {0, 0}, int(Stage::OneDay));
    row("the day", {2026, 5, 2}, {23, 59, 59}, int(Stage::OneDay));
    row("the day after", {2026, 5, 3}, {0, 0}, int(Stage::Late));
}

void TestClocks::remindsAtEachBoundary()
{
    QFETCH(Instant, now);
    QTEST(stageAt(duty(), now), "stage");
}

void TestClocks::remindsByTheHourForHourClocks_data()
{
    QTest::addColumn<Instant>("now");
    QTest::addColumn<int>("stage");
    // 72 hours from 10:00 on 10 March: 80 % are 57 hours and 36 minutes. Three days are the whole clock: no reminder.
    QTest::newRow("just begun") << at(u"2026-03-10T10:00:00-05:00"_s) << -1;
    QTest::newRow("a day and a second before") << at(u"2026-03-12T09:59:59-05:00"_s) << -1;
    QTest::newRow("a day before") << at(u"2026-03-12T10:00:00-05:00"_s) << int(Stage::OneDay);
    QTest::newRow("79 %") << at(u"2026-03-12T19:35:59-05:00"_s) << int(Stage::OneDay);
    QTest::newRow("80 %") << at(u"2026-03-12T19:36:00-05:00"_s) << int(Stage::MostGone);
    QTest::newRow("the moment") << at(u"2026-03-13T10:00:00-05:00"_s) << int(Stage::MostGone);
    QTest::newRow("after it") << at(u"2026-03-13T10:00:01-05:00"_s) << int(Stage::Late);
}

void TestClocks::remindsByTheHourForHourClocks()
{
    QFETCH(Instant, now);
    QTEST(stageAt(hourDuty(u"2026-03-10T10:00:00-05:00"_s, u"2026-03-13T10:00:00-05:00"_s), now), "stage");
}

void TestClocks::staysRedOnTheLastDay()
{
    // 80 % have gone after the last day has begun.
    const ObligationRecord duty = hourDuty(u"2026-03-10T10:00:00-05:00"_s, u"2026-03-13T10:00:00-05:00"_s);
    const auto toneAt = [&duty](const QString &now) { return remindersOf({dated(duty)}, at(now), {}).at(0).tone; };
    QCOMPARE(toneAt(u"2026-03-12T10:00:00-05:00"_s), Tone::Danger);
    QCOMPARE(toneAt(u"2026-03-12T19:36:00-05:00"_s), Tone::Danger);
    QCOMPARE(toneAt(u"2026-03-13T10:00:01-05:00"_s), Tone::Danger);
}

void TestClocks::keepsCivilDaysOverDaylightSaving()
{
    // Over the night of 8 March an hour is missing: a day before 09:00 is 09:00, 23 hours earlier.
    const ObligationRecord hours = hourDuty(u"2026-03-01T09:00:00-06:00"_s, u"2026-03-08T09:00:00-05:00"_s);
    QCOMPARE(stageAt(hours, at(u"2026-03-07T08:59:59-06:00"_s)), int(Stage::MostGone));
    QCOMPARE(stageAt(hours, at(u"2026-03-07T09:00:00-06:00"_s)), int(Stage::OneDay));
    // A day ends at its own midnight: 8 March has 23 hours.
    ObligationRecord day = duty();
    day.duty.start.date = QDate(2026, 2, 8);
    day.duty.due.date = QDate(2026, 3, 8);
    QCOMPARE(stageAt(day, at(u"2026-03-08T23:59:59-05:00"_s)), int(Stage::OneDay));
    QCOMPARE(stageAt(day, at(u"2026-03-09T00:00:00-05:00"_s)), int(Stage::Late));
}

void TestClocks::isSilentWhileSnoozedOrDone()
{
    ObligationRecord record = duty();
    record.snoozedUntil = on({2026, 4, 30}, QTime(0, 0));
    QCOMPARE(stageAt(record, on({2026, 4, 29}, QTime(23, 59))), -1);
    QCOMPARE(stageAt(record, on({2026, 4, 30}, QTime(0, 0))), int(Stage::ThreeDays));
    record.snoozedUntil = {};
    record.state = WorkState::Done;
    QCOMPARE(stageAt(record, on({2026, 5, 9})), -1);
}

void TestClocks::staysDismissedUntilTheNextStage()
{
    const QList<NextDate> dates{dated(duty())};
    const QList<Reminder> first = remindersOf(dates, on({2026, 4, 26}), {});
    QCOMPARE(first.size(), 1);
    const QSet<ReminderKey> dismissed(first.at(0).keys.cbegin(), first.at(0).keys.cend());
    QVERIFY(remindersOf(dates, on({2026, 4, 28}), dismissed).isEmpty());
    QCOMPARE(remindersOf(dates, on({2026, 4, 29}), dismissed).size(), 1);
    // Another date is another reminder, even at the same stage.
    ObligationRecord moved = duty();
    moved.duty.due.date = QDate(2026, 5, 1);
    QCOMPARE(remindersOf({dated(moved)}, on({2026, 4, 26}), dismissed).size(), 1);
}

void TestClocks::speaksOnceForManyDutiesOfADay()
{
    ObligationRecord late = duty(4, u"AG:CA"_s);
    late.duty.due.date = QDate(2026, 4, 22);
    const QList<Reminder> reminders
        = remindersOf({dated(duty(1)), dated(duty(2, u"media:TX"_s)), dated(duty(3, u"individuals"_s)), dated(late)},
                      on({2026, 4, 25}), {});
    QCOMPARE(reminders.size(), 2);
    QCOMPARE(reminders.at(0).stage, Stage::Late); // what is late comes first
    QCOMPARE(reminders.at(0).tone, Tone::Danger);
    QCOMPARE(reminders.at(0).sentence, u"3 days late: the date was 22 Apr: California Attorney General"_s);
    QCOMPARE(reminders.at(1).sentence, u"7 days left, until 2 May: HHS Secretary and 2 more"_s);
    QCOMPARE(reminders.at(1).obligations.size(), 3);
    QCOMPARE(reminders.at(1).tone, Tone::Warning);
}

void TestClocks::offersNoSnoozeBeyondTheDate_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QList<int>>("days");
    QTest::newRow("a week before") << QDate(2026, 4, 25) << QList<int>{1, 3};
    QTest::newRow("three days before") << QDate(2026, 4, 29) << QList<int>{1, 3};
    QTest::newRow("two days before") << QDate(2026, 4, 30) << QList<int>{1};
    QTest::newRow("the day before") << QDate(2026, 5, 1) << QList<int>{1};
    QTest::newRow("the day") << QDate(2026, 5, 2) << QList<int>{};
    QTest::newRow("late") << QDate(2026, 5, 4) << QList<int>{1};
}

void TestClocks::offersNoSnoozeBeyondTheDate()
{
    QFETCH(QDate, today);
    const QList<NextDate> dates{dated(duty())};
    const QList<Reminder> reminders = remindersOf(dates, on(today), {});
    QCOMPARE(reminders.size(), 1);
    QList<int> days;
    const QList<SnoozeChoice> choices = snoozeChoices(reminders.at(0), dates, on(today));
    for (const SnoozeChoice &choice : choices) {
        days << choice.days;
        QCOMPARE(choice.until, on(today.addDays(choice.days), QTime(0, 0)));
    }
    QTEST(days, "days");
}

void TestClocks::offersOnlySnoozesThatTheStoreAccepts()
{
    test::CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    for (const QDate today : {QDate(2026, 4, 26), QDate(2026, 5, 1), QDate(2026, 5, 2), QDate(2026, 5, 6)}) {
        const Instant now = on(today);
        fixture.clock().set(now);
        const auto dates = fixture.ask(casework::NextDates{incident, now});
        QVERIFY(dates);
        const QList<Reminder> reminders = remindersOf(*dates, now, {});
        QVERIFY(!reminders.isEmpty());
        const QList<SnoozeChoice> choices = snoozeChoices(reminders.at(0), *dates, now);
        for (const SnoozeChoice &choice : choices)
            QVERIFY(fixture.submit(casework::SnoozeReminders{reminders.at(0).obligations, choice.until}));
        QVERIFY(fixture.submit(casework::SnoozeReminders{reminders.at(0).obligations, {}}));
    }
}

QTEST_GUILESS_MAIN(TestClocks)
#include "tst_items_clocks.moc"
