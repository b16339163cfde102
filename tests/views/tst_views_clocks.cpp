// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/facts_record.h"
#include "casework/obligation_plan.h"
#include "clocks/lane_chart.h"
#include "clocks/lane_delegate.h"
#include "clocks/lane_table.h"
#include "clocks/month_calendar.h"
#include "clocks/month_grid.h"
#include "clocks/war_room.h"
#include "clocks/war_room_row.h"
#include "items/lane_model.h"
#include "patience.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "views/case_page.h"
#include "views/page_words.h"
#include "views/sample_clocks.h"
#include "views/view_checks.h"

#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;
using items::DateKind;
using items::MonthModel;

namespace {

/// A calendar with the dates of all jurisdictions, shown.
struct OpenCalendar
{
    OpenCalendar()
    {
        calendar.setClocks(sampleClocks());
        shown = showAt(calendar, 1000, 620);
        grid = calendar.findChild<MonthGrid *>();
        calendar.focusFirst();
    }
    MonthCalendar calendar;
    MonthGrid *grid = nullptr;
    bool shown = false;
};

/// Whether a picture has words that touch other words, or a sign that is not their own.
QString overlapIn(const LanePicture &picture)
{
    for (qsizetype i = 0; i < picture.signs.size(); ++i) {
        const LaneSign &sign = picture.signs.at(i);
        for (qsizetype j = 0; j < picture.signs.size(); ++j) {
            const LaneSign &other = picture.signs.at(j);
            const bool onWords = j > i && !other.text.isEmpty() && sign.textWhere.intersects(other.textWhere);
            const bool onSign = j != i && sign.textWhere.intersects(other.where);
            if (!sign.text.isEmpty() && (onWords || onSign))
                return u"“%1” touches “%2”"_s.arg(sign.text, other.text);
        }
    }
    return {};
}

/// A window for the second screen, on a case.
struct OpenRoom
{
    explicit OpenRoom(const QString &now = u"2026-03-20T09:42:00-05:00"_s)
    {
        on.begin();
        setNow(now);
        room = std::make_unique<WarRoom>(*on.context);
        shown = showAt(*room, 1920, 1080) && QTest::qWaitFor([this] { return !rows().isEmpty(); }, test::kPatience);
    }
    void setNow(const QString &iso) { on.fixture.clock().set(*Instant::parse(iso)); }
    QList<WarRoomRow *> rows() const
    {
        QList<WarRoomRow *> visible = room->findChildren<WarRoomRow *>();
        visible.removeIf([](const WarRoomRow *row) { return !row->isVisible(); });
        return visible;
    }
    CasePage on;
    std::unique_ptr<WarRoom> room;
    bool shown = false;
};

} // namespace

class TestClockViews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    // Calendar
    void beginsAtToday();
    void walksDaysAndMonthsWithTheKeyboard_data();
    void walksDaysAndMonthsWithTheKeyboard();
    void opensTheOnlyDateOfADay();
    void listsADayWithSeveral();
    void keepsTheDayWhenDatesChange();
    void isReachableNamedAndUncutAsACalendar();

    // Axis and lanes
    void labelsTheAxisWithoutOverlap_data();
    void labelsTheAxisWithoutOverlap();
    void laysOutLanesWithoutOverlap_data();
    void laysOutLanesWithoutOverlap();
    void cutsOffWhatIsKeptForYears();
    void mergesDatesThatFallTogether();
    void zoomsAndWalksThroughTime();
    void opensTheNextDateOfALane();
    void reachesEveryDateOfALaneByTheKeyboard();
    void namesTheHoldInWords();
    void isReachableNamedAndUncutAsLanes();

    // Second screen
    void showsTheNextDatesInLargeType();
    void showsAtMostEight();
    void ticksNoFasterThanNeeded_data();
    void ticksNoFasterThanNeeded();
    void countsByItself();
    void saysAmberAndRedInWords();
    void followsTheCase();
    void neverSaysThatNothingLiesAheadBeforeItKnows();
    void holdsNothingWhileItIsHidden();
};

void TestClockViews::beginsAtToday()
{
    OpenCalendar on;
    QVERIFY(on.shown);
    QCOMPARE(on.calendar.day(), QDate(2026, 3, 20));
    QVERIFY(says(on.calendar, u"March 2026"_s));
    QVERIFY(says(on.calendar, u"Friday, 20 March 2026"_s));
}

void TestClockViews::walksDaysAndMonthsWithTheKeyboard_data()
{
    QTest::addColumn<QList<Qt::Key>>("keys");
    QTest::addColumn<QDate>("day");
    using Keys = QList<Qt::Key>;
    QTest::newRow("right") << Keys{Qt::Key_Right} << QDate(2026, 3, 21);
    QTest::newRow("left") << Keys{Qt::Key_Left} << QDate(2026, 3, 19);
    QTest::newRow("down") << Keys{Qt::Key_Down} << QDate(2026, 3, 27);
    QTest::newRow("into the next month") << Keys{Qt::Key_Down, Qt::Key_Down} << QDate(2026, 4, 3);
    QTest::newRow("into the month before") << Keys{Qt::Key_Up, Qt::Key_Up, Qt::Key_Up} << QDate(2026, 2, 27);
    QTest::newRow("page down") << Keys{Qt::Key_PageDown, Qt::Key_PageDown} << QDate(2026, 5, 20);
    QTest::newRow("page up") << Keys{Qt::Key_PageUp} << QDate(2026, 2, 20);
    QTest::newRow("home") << Keys{Qt::Key_PageDown, Qt::Key_Left, Qt::Key_Home} << QDate(2026, 3, 20);
}

void TestClockViews::walksDaysAndMonthsWithTheKeyboard()
{
    QFETCH(QList<Qt::Key>, keys);
    OpenCalendar on;
    for (const Qt::Key key : keys)
        QTest::keyClick(on.grid, key);
    QTEST(on.calendar.day(), "day");
    QVERIFY(says(on.calendar, QLocale(QLocale::English).toString(on.calendar.day(), u"MMMM yyyy"_s)));
}

void TestClockViews::opensTheOnlyDateOfADay()
{
    OpenCalendar on;
    QSignalSpy chosen(&on.calendar, &MonthCalendar::obligationChosen);
    on.calendar.setDay({2026, 3, 25});
    QTest::keyClick(on.grid, Qt::Key_Return);
    QVERIFY(chosen.isEmpty()); // nothing is due
    on.calendar.setDay({2026, 3, 21}); // the hours end
    QTest::keyClick(on.grid, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    const QList<items::ClockMark> marks = sampleClocks().marks;
    const auto abroad = std::find_if(marks.begin(), marks.end(),
                                     [](const items::ClockMark &each) { return each.recipient == "abroad:EU"_L1; });
    QVERIFY(abroad != marks.end());
    QCOMPARE(chosen.at(0).at(0).value<ObligationId>(), abroad->obligation);
}

void TestClockViews::listsADayWithSeveral()
{
    OpenCalendar on;
    QSignalSpy chosen(&on.calendar, &MonthCalendar::obligationChosen);
    on.calendar.setDay({2026, 5, 2});
    const auto *model = on.calendar.findChild<MonthModel *>();
    const qsizetype count = model->datesOn({2026, 5, 2}).size();
    QVERIFY(count > 10);
    QTest::keyClick(on.grid, Qt::Key_Return);
    QVERIFY(chosen.isEmpty());
    auto *list = on.calendar.findChild<ListView *>();
    QVERIFY(list->hasFocus());
    QCOMPARE(list->model()->rowCount(), int(count));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<ObligationId>().value,
             list->currentIndex().data(items::RecordIdRole).toLongLong());
}

void TestClockViews::keepsTheDayWhenDatesChange()
{
    OpenCalendar on;
    on.calendar.setDay({2026, 4, 2});
    items::IncidentClocks clocks = sampleClocks();
    clocks.marks.removeLast();
    on.calendar.setClocks(clocks);
    QCOMPARE(on.calendar.day(), QDate(2026, 4, 2));
}

void TestClockViews::isReachableNamedAndUncutAsACalendar()
{
    OpenCalendar on;
    QCOMPARE(unnamedControls(on.calendar), QStringList());
    QCOMPARE(clippedTexts(on.calendar), QStringList());
    QCOMPARE(unreachableControls(on.calendar), QStringList());
    QCOMPARE(invisibleFocus(on.calendar), QStringList());
}

void TestClockViews::labelsTheAxisWithoutOverlap_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("width");
    for (const int days : {1, 7, 30, 60, 90, 365, 3650}) {
        for (const int width : {120, 400, 760, 1400})
            QTest::addRow("%d days on %d px", days, width) << days << width;
    }
}

void TestClockViews::labelsTheAxisWithoutOverlap()
{
    QFETCH(int, days);
    QFETCH(int, width);
    const TimeScale scale{QDate(2026, 3, 1), days, width};
    const QDate today = scale.from.addDays(days / 2);
    QList<AxisLabel> labels = axisLabels(scale, today, QFontMetrics(typeFont(TypeStyle::Small)));
    QVERIFY(!labels.isEmpty());
    QCOMPARE(labels.at(0).day, today);
    std::sort(labels.begin(), labels.end(), [](const AxisLabel &a, const AxisLabel &b) { return a.x < b.x; });
    for (qsizetype i = 0; i < labels.size(); ++i) {
        QVERIFY(labels.at(i).x >= 0 && labels.at(i).x + labels.at(i).width <= width);
        QVERIFY(i == 0 || labels.at(i - 1).x + labels.at(i - 1).width < labels.at(i).x);
    }
}

void TestClockViews::laysOutLanesWithoutOverlap_data()
{
    QTest::addColumn<QString>("zoom");
    QTest::addColumn<int>("width");
    for (const auto *zoom : {"fit", "60", "30"}) {
        for (const int width : {800, 1024, 1664})
            QTest::addRow("%s at %d px", zoom, width) << QString::fromLatin1(zoom) << width;
    }
}

void TestClockViews::laysOutLanesWithoutOverlap()
{
    QFETCH(QString, zoom);
    QFETCH(int, width);
    LaneChart chart;
    chart.setClocks(sampleClocks());
    chart.setZoom(zoom);
    QVERIFY(showAt(chart, width, 600));
    const LaneTable &table = *chart.table();
    QVERIFY(table.model()->rowCount() >= 54);
    QVERIFY(table.verticalScrollBar()->maximum() > 0);
    int words = 0;
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        const LanePicture picture = table.lanes().pictureOf(row, table.rowHeight(row));
        const QString overlap = overlapIn(picture);
        QVERIFY2(overlap.isEmpty(), qPrintable(overlap));
        for (const LaneSign &sign : picture.signs) {
            QVERIFY(sign.where.left() >= 0 && sign.where.right() < table.scale().width);
            words += sign.text.isEmpty() ? 0 : 1;
        }
    }
    QVERIFY(words >= 54 || zoom == u"30"_s);
}

void TestClockViews::cutsOffWhatIsKeptForYears()
{
    const items::Lane lane{u"records"_s, u"Records"_s, {}};
    items::Lane kept = lane;
    items::ClockMark mark;
    mark.due.date = QDate(2032, 3, 3);
    mark.state = items::ClockMark::State::Keep;
    kept.marks << mark;
    const TimeScale scale{QDate(2026, 3, 1), 70, 700};
    const LanePicture picture
        = layOutLane(kept, QDate(2026, 3, 3), scale, 40, QFontMetrics(typeFont(TypeStyle::Small)));
    QCOMPARE(picture.signs.size(), 1);
    QCOMPARE(picture.signs.at(0).kind, DateKind::Keep);
    QCOMPARE(picture.signs.at(0).where.right(), 699);
    QCOMPARE(picture.signs.at(0).text, u"3 Mar 2032"_s);
    QCOMPARE(picture.spans.at(0).to, 700);
    // A limit that far away is not drawn at the edge: that would be a wrong date.
    kept.marks[0].state = items::ClockMark::State::Ahead;
    QVERIFY(layOutLane(kept, {}, scale, 40, QFontMetrics(typeFont(TypeStyle::Small))).signs.isEmpty());
}

void TestClockViews::mergesDatesThatFallTogether()
{
    items::Lane lane{u"HHS"_s, u"HHS Secretary"_s, {}};
    items::ClockMark mark;
    mark.due.date = QDate(2026, 4, 2);
    lane.marks << mark << mark;
    const LanePicture picture
        = layOutLane(lane, {}, {QDate(2026, 3, 1), 70, 700}, 40, QFontMetrics(typeFont(TypeStyle::Small)));
    QCOMPARE(picture.signs.size(), 1);
    QCOMPARE(picture.signs.at(0).text, u"2 Apr ×2"_s);
    QCOMPARE(picture.signs.at(0).keys.size(), 2); // the keyboard's ring is there for either
}

void TestClockViews::zoomsAndWalksThroughTime()
{
    LaneChart chart;
    chart.setClocks(sampleClocks());
    QVERIFY(showAt(chart, 1000, 600));
    QVERIFY(!chart.findChild<QScrollBar *>(QString(), Qt::FindDirectChildrenOnly)->isVisible());
    QVERIFY(chart.table()->scale().shows({2026, 3, 3}));
    QVERIFY(chart.table()->scale().shows({2026, 5, 11}));
    chart.setZoom(u"30"_s);
    QCOMPARE(chart.table()->scale().days, 30);
    const QDate before = chart.table()->scale().from;
    QVERIFY(chart.table()->scale().shows({2026, 3, 20}));
    QTest::keyClick(chart.table(), Qt::Key_Right);
    QCOMPARE(chart.table()->scale().from, before.addDays(7));
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(chart.table(), Qt::Key_Right);
    QVERIFY(chart.table()->scale().shows({2026, 5, 2}));
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(chart.table(), Qt::Key_Left);
    QVERIFY(chart.table()->scale().shows({2026, 3, 3}));
}

void TestClockViews::opensTheNextDateOfALane()
{
    LaneChart chart;
    chart.setClocks(sampleClocks());
    QVERIFY(showAt(chart, 1000, 600));
    QSignalSpy chosen(&chart, &LaneChart::obligationChosen);
    chart.focusFirst();
    QTest::keyClick(chart.table(), Qt::Key_Down);
    QTest::keyClick(chart.table(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(QString::number(chosen.at(0).at(0).value<ObligationId>().value),
             chart.table()->model()->index(1, 0).data(items::RecordIdRole).toString());
}

void TestClockViews::reachesEveryDateOfALaneByTheKeyboard()
{
    LaneChart lanes;
    casework::ObligationRecord early = sampleDuty(1, u"HHS"_s, QDate(2026, 4, 2));
    casework::ObligationRecord late = sampleDuty(2, u"HHS"_s, QDate(2026, 5, 2));
    casework::ObligationRecord after = sampleDuty(3, u"HHS"_s, QDate());
    after.duty.internalTarget = {};
    after.duty.kind = u"unreasonable-delay"_s;
    lanes.setClocks(items::clocksOf({late, after, early}, *Instant::parse(u"2026-03-20T09:42:00-05:00"_s), {}));
    QVERIFY(showAt(lanes, 1000, 400));
    lanes.focusFirst();
    auto *table = lanes.findChild<LaneTable *>();
    QSignalSpy chosen(&lanes, &LaneChart::obligationChosen);
    const auto opens = [&](qint64 id) {
        QTest::keyClick(table, Qt::Key_Return);
        return chosen.takeLast().first().value<ObligationId>().value == id;
    };
    QVERIFY(opens(1)); // the next, before anything was reached
    QTest::keyClick(table, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(opens(2));
    QTest::keyClick(table, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(opens(3));
    QTest::keyClick(table, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(opens(2));
}

void TestClockViews::namesTheHoldInWords()
{
    LaneChart chart;
    items::IncidentClocks clocks = sampleClocks();
    chart.setClocks(clocks);
    QVERIFY(showAt(chart, 1000, 600));
    QVERIFY(says(chart, u"Law-enforcement hold until 27 Mar"_s));
    clocks.hold = {};
    chart.setClocks(clocks);
    QVERIFY(!says(chart, u"Law-enforcement"_s));
}

void TestClockViews::isReachableNamedAndUncutAsLanes()
{
    LaneChart chart;
    chart.setClocks(sampleClocks());
    QVERIFY(showAt(chart, 900, 600));
    QCOMPARE(unnamedControls(chart), QStringList());
    QCOMPARE(clippedTexts(chart), QStringList());
    QCOMPARE(unreachableControls(chart), QStringList());
    QCOMPARE(sidewaysScrolls(chart), QStringList());
}

void TestClockViews::showsTheNextDatesInLargeType()
{
    OpenRoom on;
    QVERIFY(on.shown);
    QVERIFY(says(*on.room, u"2026-001: next dates"_s));
    QVERIFY(says(*on.room, u"43 days 14 h"_s));
    QCOMPARE(clippedTexts(*on.room), QStringList());
    // Read from 4 metres on a screen of 24 inches: capitals of at least 16 minutes of arc would be 67 px; what has to
    // be read at a glance, the time left, comes close with eight rows and grows with fewer.
    const QList<QLabel *> labels = on.room->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->text() == u"43 days 14 h"_s)
            QVERIFY(label->font().pixelSize() >= 54);
    }
}

void TestClockViews::showsAtMostEight()
{
    OpenRoom on;
    law::Facts facts = test::CaseFixture::facts();
    facts.residents->insert(u"NY"_s, 900);
    facts.residents->insert(u"FL"_s, 900);
    facts.residents->insert(u"OH"_s, 900);
    facts.residents->insert(u"PA"_s, 900);
    facts.residents->insert(u"IL"_s, 900);
    facts.residents->insert(u"WA"_s, 900);
    QVERIFY(on.on.fixture.submit(casework::SetFacts{on.on.incident, facts, u"counted"_s}));
    QTRY_COMPARE(on.rows().size(), WarRoom::kMostRows);
    QCOMPARE(clippedTexts(*on.room), QStringList());
    for (const WarRoomRow *row : on.rows())
        QVERIFY(row->geometry().bottom() < on.room->height());
}

void TestClockViews::ticksNoFasterThanNeeded_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<qint64>("most");
    QTest::addColumn<qint64>("least");
    QTest::newRow("1 s into a minute") << u"2026-03-20T09:42:01-05:00"_s << qint64(59'001) << qint64(59'000);
    QTest::newRow("20 s into a minute") << u"2026-03-20T09:42:20-05:00"_s << qint64(40'001) << qint64(40'000);
    QTest::newRow("61 minutes left") << u"2026-05-02T22:59:30-05:00"_s << qint64(30'001) << qint64(30'000);
    QTest::newRow("half an hour left") << u"2026-05-02T23:30:00.400-05:00"_s << qint64(601) << qint64(600);
    QTest::newRow("late") << u"2026-05-03T00:10:10-05:00"_s << qint64(50'000) << qint64(49'999);
}

void TestClockViews::ticksNoFasterThanNeeded()
{
    QFETCH(QString, now);
    QFETCH(qint64, most);
    QFETCH(qint64, least);
    OpenRoom on(now);
    QVERIFY(on.shown);
    const qint64 next = on.room->untilNextTick();
    QVERIFY2(next <= most && next >= least, qPrintable(QString::number(next)));
}

void TestClockViews::countsByItself()
{
    OpenRoom on(u"2026-05-02T23:30:00.900-05:00"_s);
    QVERIFY(says(*on.room, u"29:59"_s));
    on.setNow(u"2026-05-02T23:30:02-05:00"_s);
    QTRY_VERIFY(says(*on.room, u"29:58"_s)); // its own timer, a tenth of a second later
}

void TestClockViews::saysAmberAndRedInWords()
{
    OpenRoom on;
    QVERIFY(!says(*on.room, u"Soon"_s));
    on.setNow(u"2026-04-27T09:00:00-05:00"_s);
    on.room->tick();
    QVERIFY(says(*on.room, u"Soon"_s));
    on.setNow(u"2026-05-02T09:00:00-05:00"_s);
    on.room->tick();
    QVERIFY(says(*on.room, u"! Today"_s));
    on.setNow(u"2026-05-03T09:00:00-05:00"_s);
    on.room->tick();
    QVERIFY(says(*on.room, u"! Late"_s));
    QVERIFY(says(*on.room, u"9 h 00 min"_s));
}

void TestClockViews::followsTheCase()
{
    OpenRoom on;
    const auto records = on.on.fixture.ask(casework::ObligationsQuery{on.on.incident}).value();
    const auto open = std::find_if(records.cbegin(), records.cend(),
                                   [](const auto &record) { return record.isOpen() && !record.due().isNull(); });
    QVERIFY(open != records.cend());
    const qsizetype before = on.rows().size();
    on.setNow(u"2026-03-21T09:42:00-05:00"_s);
    QVERIFY(
        on.on.fixture.submit(casework::CompleteObligation{open->id, {u"statement"_s, u"told"_s, QDate(2026, 3, 20)}}));
    QTRY_VERIFY(on.rows().size() < before);
}

void TestClockViews::neverSaysThatNothingLiesAheadBeforeItKnows()
{
    OpenRoom on;
    QVERIFY(on.shown);
    const auto saysNothing = [&] { return says(*on.room, u"No date lies ahead"_s); };
    QVERIFY(!saysNothing());
    on.room->close();
    on.room->show();
    on.room->tick(); // a minute may pass before the store answers
    QVERIFY(!saysNothing());
    QTRY_VERIFY(!on.rows().isEmpty());
    const qsizetype before = on.rows().size();
    Q_EMIT on.on.context->incidentChanged(); // as a change of the case: asked anew, and what is known stays meanwhile
    on.room->tick();
    QCOMPARE(on.rows().size(), before);
}

void TestClockViews::holdsNothingWhileItIsHidden()
{
    OpenRoom on;
    QVERIFY(!textsWith(*on.room, u"HHS"_s).isEmpty());
    on.room->close();
    QVERIFY(on.rows().isEmpty());
    QVERIFY(!on.room->findChild<QTimer *>()->isActive());
    QVERIFY(!on.room->windowTitle().contains(u"2026"_s));
}

QTEST_MAIN(TestClockViews)
#include "tst_views_clocks.moc"
