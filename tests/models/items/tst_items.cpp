// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/timeline.h"
#include "items/action_words.h"
#include "items/ledger_model.h"
#include "items/list_difference.h"
#include "items/task_board_model.h"
#include "items/timeline_model.h"
#include "items/wording.h"
#include "models/casework/case_fixture.h"
#include "patience.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::items;
using casework::Stream;
using casework::TaskColumn;
using test::CaseFixture;
using Ids = QList<qint64>;

namespace {

const QByteArray kZone = "America/Chicago"_ba;

Ids applied(Ids ids, const QList<Splice> &splices)
{
    for (const Splice &splice : splices) {
        ids.remove(splice.at, splice.removed);
        for (qsizetype i = 0; i < splice.inserted.size(); ++i)
            ids.insert(splice.at + i, splice.inserted[i]);
    }
    return ids;
}

/// A timeline model of an incident, watched by the tester.
struct WatchedTimeline
{
    explicit WatchedTimeline(CaseFixture &fixture, IncidentId incident)
        : model(&fixture.file(), kZone)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
        , resets(&model, &QAbstractItemModel::modelReset)
    {
        model.setIncident(incident);
    }

    QString text(int row, int role = Qt::DisplayRole) { return model.index(row).data(role).toString(); }

    TimelineModel model;
    QAbstractItemModelTester tester;
    QSignalSpy resets;
};

casework::LogEntry entry(IncidentId incident, const QString &text)
{
    casework::LogEntry command;
    command.incident = incident;
    command.text = text;
    return command;
}

TimelineEntryId logged(CaseFixture &fixture, const casework::LogEntry &command)
{
    const auto receipt = fixture.submit(command);
    return receipt ? TimelineEntryId{receipt->id} : TimelineEntryId();
}

TaskId added(CaseFixture &fixture, IncidentId incident, const QString &title, QDate due = {})
{
    casework::AddTask command;
    command.incident = incident;
    command.title = title;
    command.due = due;
    const auto receipt = fixture.submit(command);
    return receipt ? TaskId{receipt->id} : TaskId();
}

} // namespace

class Items : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differenceLeadsFromOneListToTheOther_data();
    void differenceLeadsFromOneListToTheOther();
    void differenceLeavesAloneWhatBothHave();
    void differenceReplacesAllWhenThereIsTooMuch();
    void saysHowFarADateIs_data();
    void saysHowFarADateIs();
    void showsOffsetsWithARealMinus();
    void tipsShowMarkupAsTyped();
    void saysHowManyLinesAreLeftOut();
    void timelineIsNewestFirstInTheZoneOfThePage();
    void timelineLoadsRowsOnlyWhenLookedAt();
    void timelineShowsTheNewestBeforeItKnowsAll();
    void timelineTakesANewEntryInWithoutReset();
    void timelineShowsBothSidesOfACorrection();
    void timelineFollowsAFlag();
    void timelineFilters();
    void timelineHidesWhatIsPrivileged();
    void timelineFollowsTheIncident();
    void boardFollowsAMoveWithoutReset();
    void boardKeepsColumnsInOrder();
    void boardSaysWhatIsLate();
    void ledgerGrowsOnTop();
    void ledgerReadsOnWhenAsked();
    void ledgerNamesEveryAction();
};

void Items::differenceLeadsFromOneListToTheOther_data()
{
    QTest::addColumn<Ids>("from");
    QTest::addColumn<Ids>("to");
    QTest::newRow("nothing") << Ids{} << Ids{};
    QTest::newRow("all new") << Ids{} << Ids{3, 2, 1};
    QTest::newRow("all gone") << Ids{3, 2, 1} << Ids{};
    QTest::newRow("one on top") << Ids{3, 2, 1} << Ids{4, 3, 2, 1};
    QTest::newRow("one at the end") << Ids{3, 2} << Ids{3, 2, 1};
    QTest::newRow("one in the middle gone") << Ids{3, 2, 1} << Ids{3, 1};
    QTest::newRow("here and there") << Ids{9, 7, 5, 3, 1} << Ids{9, 8, 5, 4, 3, 2};
    QTest::newRow("another order") << Ids{1, 2, 3, 4} << Ids{1, 3, 2, 4};
    QTest::newRow("nothing in common") << Ids{1, 2} << Ids{3, 4, 5};
}

void Items::differenceLeadsFromOneListToTheOther()
{
    QFETCH(Ids, from);
    QFETCH(Ids, to);
    QCOMPARE(applied(from, difference(from, to)), to);
}

void Items::differenceLeavesAloneWhatBothHave()
{
    const QList<Splice> expected{{4, 1, {2}}, {3, 0, {4}}, {1, 1, {8}}};
    QCOMPARE(difference({9, 7, 5, 3, 1}, {9, 8, 5, 4, 3, 2}).size(), 3);
    QVERIFY(difference({9, 7, 5, 3, 1}, {9, 8, 5, 4, 3, 2}) == expected);
    QVERIFY(difference({1, 2}, {1, 2}).isEmpty());
}

void Items::differenceReplacesAllWhenThereIsTooMuch()
{
    const QList<Splice> splices = difference({0, 1, 2, 3, 4, 5, 6}, {0, 2, 4, 6}, 2);
    QCOMPARE(splices.size(), 1);
    QCOMPARE(applied({0, 1, 2, 3, 4, 5, 6}, splices), (Ids{0, 2, 4, 6}));
}

void Items::saysHowFarADateIs_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("tone");
    QTest::newRow("late") << QDate(2026, 3, 17) << u"3 days late"_s << int(Tone::Danger);
    QTest::newRow("a day late") << QDate(2026, 3, 19) << u"1 day late"_s << int(Tone::Danger);
    QTest::newRow("today") << QDate(2026, 3, 20) << u"today"_s << int(Tone::Warning);
    QTest::newRow("tomorrow") << QDate(2026, 3, 21) << u"tomorrow"_s << int(Tone::Warning);
    QTest::newRow("a week") << QDate(2026, 3, 27) << u"in 7 days"_s << int(Tone::Warning);
    QTest::newRow("later") << QDate(2026, 3, 28) << u"in 8 days"_s << int(Tone::Neutral);
}

void Items::saysHowFarADateIs()
{
    QFETCH(QDate, date);
    QFETCH(QString, words);
    QFETCH(int, tone);
    QCOMPARE(daysFrom(QDate(2026, 3, 20), date), words);
    QCOMPARE(int(dueTone(QDate(2026, 3, 20), date)), tone);
}

void Items::showsOffsetsWithARealMinus()
{
    const Instant at = Instant::parse(u"2026-03-20T14:42:00Z"_s).value();
    QCOMPARE(offsetText(at.inZone(kZone)), u"−05:00"_s);
    QCOMPARE(offsetText(at.inZone("Asia/Kolkata"_ba)), u"+05:30"_s);
    QCOMPARE(momentText(at.inZone(kZone)), u"20 Mar 2026, 09:42 −05:00"_s);
}

void Items::tipsShowMarkupAsTyped()
{
    QCOMPARE(plainToolTip(u"Smith & Sons, 3 < 4"_s), u"Smith & Sons, 3 < 4"_s);
    const QString typed = u"<img src='file:///etc/passwd'><b>late</b> & more"_s;
    const QString tip = plainToolTip(typed);
    QVERIFY(Qt::mightBeRichText(tip)); // or what is escaped would be shown escaped
    QVERIFY2(!tip.contains(u"<img"_s) && !tip.contains(u"<b>"_s) && tip.contains(typed.toHtmlEscaped()),
             qPrintable(tip));
}

void Items::saysHowManyLinesAreLeftOut()
{
    QCOMPARE(firstLines({u"a"_s, u"b"_s}, 2), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(firstLines({u"a"_s, u"b"_s, u"c"_s, u"d"_s}, 2), (QStringList{u"a"_s, u"b"_s, u"and 2 more"_s}));
}

void Items::timelineIsNewestFirstInTheZoneOfThePage()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    auto early = entry(incident, u"Export seen in the logs"_s);
    early.at = Instant::parse(u"2026-03-10T03:30:00Z"_s).value();
    early.precision = casework::Precision::Approximate;
    early.stream = Stream::Technical;
    logged(fixture, early);
    logged(fixture, entry(incident, u"Stand-up"_s));
    WatchedTimeline timeline(fixture, incident);
    QTRY_VERIFY(timeline.model.rowCount() >= 2);
    const int last = timeline.model.rowCount() - 1;
    QTRY_COMPARE(timeline.text(last), u"Export seen in the logs"_s);
    QCOMPARE(timeline.text(0), u"Stand-up"_s);
    // 03:30 in UTC is still the evening before in Chicago.
    QCOMPARE(timeline.model.index(last).data(TimelineModel::DayRole).toDate(), QDate(2026, 3, 9));
    QCOMPARE(timeline.text(last, TimelineModel::TimeRole), u"about 22:30"_s);
    QCOMPARE(timeline.text(last, TimelineModel::OffsetRole), u"−05:00"_s);
    QCOMPARE(timeline.text(last, SecondaryTextRole), u"Technical · Ada"_s);
    QVERIFY(timeline.text(last, Qt::AccessibleTextRole).startsWith(u"Export seen in the logs. 9 Mar 2026"_s));
}

void Items::timelineLoadsRowsOnlyWhenLookedAt()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    for (int i = 0; i < 200; ++i)
        logged(fixture, entry(incident, u"Entry %1"_s.arg(i)));
    TimelineModel model(&fixture.file(), kZone);
    model.setIncident(incident);
    QTRY_VERIFY(model.rowCount() >= 200);
    QCOMPARE(model.recordAt(100), nullptr);
    QCOMPARE(model.index(100).data().toString(), u"…"_s);
    QTRY_COMPARE(model.index(100).data().toString(), u"Entry 99"_s);
    QVERIFY(model.recordAt(120) != nullptr);
    QCOMPARE(model.recordAt(150), nullptr);
}

void Items::timelineShowsTheNewestBeforeItKnowsAll()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    for (int i = 0; i < 200; ++i)
        logged(fixture, entry(incident, u"Entry %1"_s.arg(i)));
    QCoreApplication::processEvents(); // what was logged is announced before the model is there
    TimelineModel model(&fixture.file(), kZone);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QStringList seen;
    connect(&model, &TimelineModel::begun, this,
            [&] { seen << model.index(0).data().toString() + (model.isReady() ? u" of all"_s : u" of the first"_s); });
    model.setIncident(incident);
    QTRY_VERIFY(model.rowCount() > 200);
    QCOMPARE(seen, QStringList{u"Entry 199 of the first"_s});
    model.setFilter({u"entry 7"_s, {}, false});
    QTRY_COMPARE(model.rowCount(), 11); // 7, 70 to 79
    QCOMPARE(seen.last(), u"Entry 79 of all"_s);
}

void Items::timelineTakesANewEntryInWithoutReset()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    logged(fixture, entry(incident, u"First"_s));
    WatchedTimeline timeline(fixture, incident);
    QTRY_COMPARE(timeline.text(0), u"First"_s);
    const QPersistentModelIndex first = timeline.model.index(0);
    const int before = timeline.model.rowCount();
    logged(fixture, entry(incident, u"Second"_s));
    QTRY_COMPARE(timeline.model.rowCount(), before + 1);
    QTRY_COMPARE(timeline.text(0), u"Second"_s);
    QVERIFY(first.isValid());
    QCOMPARE(first.row(), 1);
    QCOMPARE(timeline.resets.count(), 0);
}

void Items::timelineShowsBothSidesOfACorrection()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    const TimelineEntryId wrong = logged(fixture, entry(incident, u"Access removed at nine"_s));
    WatchedTimeline timeline(fixture, incident);
    QTRY_COMPARE(timeline.text(0), u"Access removed at nine"_s);
    casework::CorrectEntry command;
    command.entry = wrong;
    command.text = u"Access removed at ten"_s;
    const auto receipt = fixture.submit(command);
    QVERIFY(receipt);
    QTRY_COMPARE(timeline.text(0), u"Access removed at ten"_s);
    QTRY_VERIFY(timeline.model.index(1).data(TimelineModel::StruckRole).toBool());
    QVERIFY(timeline.text(1, SecondaryTextRole).contains(u"superseded by entry %1"_s.arg(receipt->id)));
    QVERIFY(timeline.text(0, SecondaryTextRole).contains(u"corrects entry %1"_s.arg(wrong.value)));
    QVERIFY(!timeline.model.index(0).data(TimelineModel::StruckRole).toBool());
}

void Items::timelineFollowsAFlag()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    const TimelineEntryId id = logged(fixture, entry(incident, u"Asked outside counsel"_s));
    WatchedTimeline timeline(fixture, incident);
    QTRY_COMPARE(timeline.text(0), u"Asked outside counsel"_s);
    QVERIFY(fixture.submit(casework::FlagEntry{id, false, false}));
    QTRY_VERIFY(timeline.text(0, SecondaryTextRole).contains(u"not in the regulator's chronology"_s));
    QVERIFY(fixture.submit(casework::FlagEntry{id, false, true}));
    QTRY_COMPARE(timeline.text(0, BadgeTextRole), u"Privileged"_s);
}

void Items::timelineFilters()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    auto technical = entry(incident, u"Bucket policy replaced"_s);
    technical.stream = Stream::Technical;
    logged(fixture, technical);
    auto internal = entry(incident, u"Lunch ordered for the team"_s);
    internal.inChronology = false;
    logged(fixture, internal);
    WatchedTimeline timeline(fixture, incident);
    QTRY_COMPARE(timeline.text(0), u"Lunch ordered for the team"_s);
    timeline.model.setFilter({u"bucket pol"_s, {}, false});
    QTRY_COMPARE(timeline.model.rowCount(), 1);
    QTRY_COMPARE(timeline.text(0), u"Bucket policy replaced"_s);
    timeline.model.setFilter({{}, Stream::Technical, false});
    QTRY_COMPARE(timeline.model.rowCount(), 1);
    timeline.model.setFilter({{}, {}, true});
    QTRY_VERIFY(timeline.model.isReady());
    for (int row = 0; row < timeline.model.rowCount(); ++row)
        QTRY_VERIFY(timeline.text(row) != u"…"_s && timeline.text(row) != u"Lunch ordered for the team"_s);
    QCOMPARE(timeline.resets.count(), 0);
}

void Items::timelineHidesWhatIsPrivileged()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    auto secret = entry(incident, u"Counsel's view of liability"_s);
    secret.privileged = true;
    logged(fixture, secret);
    logged(fixture, entry(incident, u"Stand-up"_s));
    QVERIFY(fixture.addPerson(u"Tess"_s, casework::Role::TechnicalLead));
    QVERIFY(fixture.openAs(u"Tess"_s));
    WatchedTimeline timeline(fixture, incident);
    QTRY_VERIFY(timeline.model.isReady() && timeline.model.rowCount() > 0);
    for (int row = 0; row < timeline.model.rowCount(); ++row) {
        QTRY_VERIFY(timeline.model.recordAt(row) || timeline.text(row).isEmpty());
        QVERIFY(!timeline.text(row).contains(u"liability"_s));
    }
}

void Items::timelineFollowsTheIncident()
{
    CaseFixture fixture;
    const IncidentId first = fixture.incident();
    const IncidentId second = fixture.incident();
    logged(fixture, entry(first, u"Of the first"_s));
    logged(fixture, entry(second, u"Of the second"_s));
    WatchedTimeline timeline(fixture, first);
    QTRY_COMPARE(timeline.text(0), u"Of the first"_s);
    timeline.model.setIncident(second);
    QTRY_COMPARE(timeline.text(0), u"Of the second"_s);
    timeline.model.setIncident({});
    QCOMPARE(timeline.model.rowCount(), 0);
}

void Items::boardFollowsAMoveWithoutReset()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    const TaskId first = added(fixture, incident, u"Rotate keys"_s);
    TaskBoardModel board(&fixture.file(), kZone);
    TaskColumnModel backlog(&board, TaskColumn::Backlog);
    TaskColumnModel ready(&board, TaskColumn::Ready);
    const QAbstractItemModelTester watch(&board, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester watchColumn(&ready, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&board, &QAbstractItemModel::modelReset);
    board.setIncident(incident);
    QTRY_COMPARE(backlog.rowCount(), 1);
    const QPersistentModelIndex kept = board.index(0);
    QVERIFY(fixture.submit(casework::MoveTask{first, TaskColumn::Ready, -1, {}}));
    QTRY_COMPARE(ready.rowCount(), 1);
    QCOMPARE(backlog.rowCount(), 0);
    QCOMPARE(ready.taskAt(0), first);
    QCOMPARE(ready.index(0, 0).data(RecordIdRole).toString(), u"T-1"_s);
    QVERIFY(kept.isValid());
    added(fixture, incident, u"Block public access"_s);
    QTRY_COMPARE(backlog.rowCount(), 1);
    QCOMPARE(resets.count(), 0);
}

void Items::boardKeepsColumnsInOrder()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    added(fixture, incident, u"One"_s);
    added(fixture, incident, u"Two"_s);
    const TaskId third = added(fixture, incident, u"Three"_s);
    TaskBoardModel board(&fixture.file(), kZone);
    TaskColumnModel backlog(&board, TaskColumn::Backlog);
    board.setIncident(incident);
    QTRY_COMPARE(backlog.rowCount(), 3);
    QCOMPARE(backlog.rowOf(third), 2);
    QVERIFY(fixture.submit(casework::MoveTask{third, TaskColumn::Backlog, 0, {}}));
    QTRY_COMPARE(backlog.rowOf(third), 0);
    QCOMPARE(backlog.index(1, 0).data().toString(), u"One"_s);
}

void Items::boardSaysWhatIsLate()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    added(fixture, incident, u"Late"_s, QDate(2026, 3, 18));
    added(fixture, incident, u"In time"_s, QDate(2026, 4, 18));
    TaskBoardModel board(&fixture.file(), kZone);
    board.setIncident(incident);
    QTRY_COMPARE(board.rowCount(), 2);
    QCOMPARE(board.lateCount(), 1);
    QCOMPARE(board.index(0).data(BadgeTextRole).toString(), u"2 days late"_s);
    QCOMPARE(board.index(0).data(BadgeToneRole).toInt(), int(Tone::Danger));
    QCOMPARE(board.index(1).data(BadgeTextRole).toString(), u"in 29 days"_s);
    QCOMPARE(board.index(0).data(SecondaryTextRole).toString(), u"No owner"_s);
    QVERIFY(board.index(0).data(Qt::AccessibleTextRole).toString().contains(u"2 days late"_s));
}

void Items::ledgerGrowsOnTop()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    LedgerModel model(&fixture.file(), kZone);
    const QAbstractItemModelTester watch(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setIncident({});
    QTRY_VERIFY(model.rowCount() > 0);
    const QPersistentModelIndex top = model.index(0, 0);
    const int before = model.rowCount();
    logged(fixture, entry(incident, u"Access removed"_s));
    QTRY_COMPARE(model.rowCount(), before + 1);
    QCOMPARE(top.row(), 1);
    QCOMPARE(model.index(0, LedgerModel::Action).data().toString(), u"Timeline entry logged"_s);
    QCOMPARE(model.index(0, LedgerModel::Who).data(SecondaryTextRole).toString(), u"Compliance lead"_s);
    QCOMPARE(model.entryAt(0)->after.value("text"_L1).toString(), u"Access removed"_s);
    QCOMPARE(resets.count(), 0);
}

void Items::ledgerReadsOnWhenAsked()
{
    CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    for (int i = 0; i < 210; ++i)
        logged(fixture, entry(incident, u"Entry %1"_s.arg(i)));
    LedgerModel model(&fixture.file(), kZone);
    model.setIncident({});
    QTRY_COMPARE(model.rowCount(), 200);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({})); // asked already
    QTRY_VERIFY(model.rowCount() > 210);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.entryAt(model.rowCount() - 1)->sequence, 1);
}

void Items::ledgerNamesEveryAction()
{
    const QSet<QString> readOnly{u"timeline.privileged"_s, u"recipient.view"_s, u"ledger.verify"_s,
                                 u"ledger.checkpoint"_s};
    for (const QLatin1StringView action : casework::allActions()) {
        if (!readOnly.contains(action))
            QVERIFY2(actionDone(action) != action, action.data());
    }
    QCOMPARE(actionDone(u"something.new"_s), u"something.new"_s);
}

QTEST_GUILESS_MAIN(Items)
#include "tst_items.moc"
