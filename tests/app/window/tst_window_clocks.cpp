// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_desk.h"
#include "models/casework/case_fixture.h"
#include "patience.h"
#include "views/view_checks.h"

#include "casework/obligation_plan.h"
#include "clocks/war_room.h"
#include "shared/clock_bar.h"
#include "shared/notice_bar.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "window/incident_header.h"

#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::CaseFixture;
using tocsin::test::WindowDesk;

namespace {

const QByteArray kZone = "America/Chicago"_ba;

/// A window on a store with one incident, of which the 60 days end on 2 May 2026, opened on a day.
struct OpenDesk
{
    explicit OpenDesk(const QString &now, casework::Role role = casework::Role::ComplianceLead) : store(role)
    {
        incident = store.incident();
        for (int round = 0; round < 8 && meetEarlierDates(); ++round) { } // one notice starts the clock of another
        store.clock().set(*Instant::parse(now));
        store.close();
        desk = std::make_unique<WindowDesk>(
            test::StoreOnDisk{store.path(), u"Ada"_s, u"passphrase of Ada"_s, store.surroundings().clock},
            QSize(1280, 800));
        desk->showUnlock();
        open = desk->unlock();
    }
    /// Has what is due before the 60 days end done with; false if there was nothing.
    bool meetEarlierDates()
    {
        bool met = false;
        const auto dates = store.ask(casework::NextDates{incident, store.clock().now()});
        for (const casework::NextDate &date : dates.value_or(QList<casework::NextDate>())) {
            if (date.record.due().day() >= QDate(2026, 5, 2))
                continue;
            const casework::Proof proof{u"statement"_s, u"done"_s, QDate(2026, 3, 20)};
            met = store.submit(casework::CompleteObligation{date.record.id, proof}).has_value() || met;
        }
        return met;
    }
    [[nodiscard]] views::NoticeBar &bar() const { return *desk->window().reminderBar(); }
    [[nodiscard]] views::CaseContext &context() const { return *desk->session().context(); }
    [[nodiscard]] QString said() const { return bar().isVisible() ? bar().text() : QString(); }
    [[nodiscard]] QPushButton *step(const QString &text) const
    {
        const QList<QPushButton *> buttons = bar().findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }
    /// What the store says once the window has let it go.
    QList<casework::ObligationRecord> recordsAfterwards()
    {
        desk.reset();
        if (!store.openAs(u"Ada"_s))
            return {};
        return store.ask(casework::ObligationsQuery{incident}).value();
    }

    CaseFixture store;
    IncidentId incident;
    std::unique_ptr<WindowDesk> desk;
    bool open = false;
};

views::WarRoom *openRoom()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        auto *room = qobject_cast<views::WarRoom *>(window);
        if (room && room->isVisible())
            return room;
    }
    return nullptr;
}

} // namespace

class TestWindowClocks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
        QCoreApplication::setOrganizationName(u"tocsin-test"_s);
        views::applyTheme(*qApp, views::ThemeChoice::Light);
    }

    // Reminders
    void saysNothingWhileThereIsTime();
    void remindsOnEveryPageAndShowsTheDeadline();
    void snoozesInTheStore();
    void putsAReminderAwayUntilTheNextStage();
    void closingAnErrorPutsNoReminderAway();
    void speaksAgainAfterAnErrorThatIsOver();
    void offersNoSnoozeToThoseWhoMayNot();
    void takesRemindersAwayWithTheLock();

    // The second screen
    void closesTheSecondScreenWithTheLockAndOpensItAgain();

    // The strip
    void marksEachDateOnTheStrip();

private:
    QTemporaryDir m_home;
};

void TestWindowClocks::saysNothingWhileThereIsTime()
{
    OpenDesk on(u"2026-03-20T09:42:00-05:00"_s);
    QVERIFY(on.open);
    on.desk->showPage(u"timeline"_s);
    QCOMPARE(on.said(), QString());
}

void TestWindowClocks::remindsOnEveryPageAndShowsTheDeadline()
{
    OpenDesk on(u"2026-04-26T09:42:00-05:00"_s);
    QVERIFY(on.open);
    on.desk->showPage(u"timeline"_s);
    QTRY_VERIFY(on.said().contains(u"6 days left, until 2 May: "_s));
    QVERIFY(on.step(u"Snooze until tomorrow"_s));
    QVERIFY(on.step(u"Snooze 3 days"_s));
    QTest::mouseClick(on.step(u"Show"_s), Qt::LeftButton);
    QCOMPARE(on.desk->window().currentPageId(), u"deadlines"_s);
    QTRY_VERIFY(!viewchecks::textsWith(on.desk->window(), u"Sat 2 May 2026"_s).isEmpty());
}

void TestWindowClocks::snoozesInTheStore()
{
    OpenDesk on(u"2026-04-26T09:42:00-05:00"_s);
    QVERIFY(on.open);
    QTRY_VERIFY(on.step(u"Snooze 3 days"_s));
    QTest::mouseClick(on.step(u"Snooze 3 days"_s), Qt::LeftButton);
    QTRY_COMPARE(on.said(), QString());
    int snoozed = 0;
    const auto records = on.recordsAfterwards();
    for (const casework::ObligationRecord &record : records) {
        if (!record.snoozedUntil)
            continue;
        ++snoozed;
        QCOMPARE(record.snoozedUntil->inZone(kZone).toIso(), u"2026-04-29T00:00:00-05:00"_s);
    }
    QVERIFY(snoozed >= 3);
}

void TestWindowClocks::putsAReminderAwayUntilTheNextStage()
{
    OpenDesk on(u"2026-04-26T09:42:00-05:00"_s);
    QVERIFY(on.open);
    QTRY_VERIFY(!on.said().isEmpty());
    QTest::mouseClick(on.bar().findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(on.said(), QString());
    Q_EMIT on.context().minutePassed();
    WindowDesk::settle();
    QCOMPARE(on.said(), QString());
    on.store.clock().set(*Instant::parse(u"2026-04-29T09:42:00-05:00"_s));
    Q_EMIT on.context().minutePassed();
    QTRY_VERIFY(on.said().contains(u"3 days left"_s));
}

void TestWindowClocks::closingAnErrorPutsNoReminderAway()
{
    OpenDesk on(u"2026-04-26T09:42:00-05:00"_s);
    QVERIFY(on.open);
    QTRY_VERIFY(on.step(u"Snooze until tomorrow"_s));
    on.store.clock().set(*Instant::parse(u"2026-04-28T09:42:00-05:00"_s));
    QTest::mouseClick(on.step(u"Snooze until tomorrow"_s), Qt::LeftButton); // which was yesterday
    QTRY_VERIFY(!on.said().contains(u"days left"_s));
    QTest::mouseClick(on.bar().findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY2(on.said().contains(u"days left"_s), qPrintable(on.said()));
}

void TestWindowClocks::speaksAgainAfterAnErrorThatIsOver()
{
    OpenDesk on(u"2026-04-26T09:42:00-05:00"_s);
    QVERIFY(on.open);
    QTRY_VERIFY(on.step(u"Snooze until tomorrow"_s));
    on.store.clock().set(*Instant::parse(u"2026-04-28T09:42:00-05:00"_s));
    QTest::mouseClick(on.step(u"Snooze until tomorrow"_s), Qt::LeftButton); // which was yesterday
    QTRY_VERIFY(!on.said().contains(u"days left"_s));
    on.store.clock().set(*Instant::parse(u"2026-03-20T09:42:00-05:00"_s)); // nothing is near
    Q_EMIT on.context().minutePassed();
    QTRY_COMPARE(on.said(), QString());
    on.store.clock().set(*Instant::parse(u"2026-04-29T09:42:00-05:00"_s));
    Q_EMIT on.context().minutePassed();
    QTRY_VERIFY(on.said().contains(u"3 days left"_s));
}

void TestWindowClocks::offersNoSnoozeToThoseWhoMayNot()
{
    OpenDesk on(u"2026-04-26T09:42:00-05:00"_s, casework::Role::TechnicalLead);
    QVERIFY(on.open);
    QTRY_VERIFY(on.step(u"Show"_s));
    QVERIFY(!on.step(u"Snooze until tomorrow"_s));
}

void TestWindowClocks::takesRemindersAwayWithTheLock()
{
    OpenDesk on(u"2026-05-04T09:42:00-05:00"_s);
    QVERIFY(on.open);
    QTRY_VERIFY(on.said().contains(u"2 days late: the date was 2 May"_s));
    on.desk->session().lock({});
    QCOMPARE(on.said(), QString());
    QCOMPARE(viewchecks::textsWith(on.desk->window(), u"days late"_s), QStringList());
}

void TestWindowClocks::closesTheSecondScreenWithTheLockAndOpensItAgain()
{
    OpenDesk on(u"2026-04-26T09:42:00-05:00"_s);
    QVERIFY(on.open);
    on.desk->showPage(u"deadlines"_s);
    QTest::keyClick(&on.desk->window(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(openRoom());
    QTRY_VERIFY(!viewchecks::textsWith(*openRoom(), u"2026-001"_s).isEmpty());
    on.desk->session().lock({});
    QVERIFY(!openRoom());
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows)
        QVERIFY(!qobject_cast<const views::WarRoom *>(window));
    QVERIFY(on.desk->unlock());
    QTRY_VERIFY(openRoom());
    QTRY_VERIFY(!viewchecks::textsWith(*openRoom(), u"2026-001"_s).isEmpty());
    // The keyboard stays where the person works. What stands in for a screen in tests does not heed it.
    QVERIFY(openRoom()->testAttribute(Qt::WA_ShowWithoutActivating));
}

void TestWindowClocks::marksEachDateOnTheStrip()
{
    CaseFixture store(casework::Role::LegalCounsel);
    const IncidentId incident = store.incident();
    const auto records = store.ask(casework::ObligationsQuery{incident}).value();
    const auto hhs = std::find_if(records.cbegin(), records.cend(),
                                  [](const auto &record) { return record.duty.recipient == u"HHS"_s; });
    QVERIFY(hhs != records.cend());
    QVERIFY(store.submit(casework::OverrideDueDate{hhs->id, {QDate(2026, 4, 2), {}}, u"agreed"_s}));
    const auto ticksAt = [&](const QString &now) {
        const auto found = store.ask(casework::IncidentById{incident}).value();
        const auto header = store.ask(app::IncidentHeaderQuery{found, Instant::parse(now)->inZone(kZone)});
        return header ? header->clock.ticks : QList<views::ClockTick>();
    };
    const QList<views::ClockTick> ticks = ticksAt(u"2026-03-20T09:42:00-05:00"_s);
    const auto onDay = [](const QList<views::ClockTick> &all, int day) {
        QList<views::ClockTick> found = all;
        found.removeIf([day](const views::ClockTick &tick) { return tick.day != day || tick.target; });
        return found;
    };
    // Counsel's date has a tick, with the time it leaves.
    const QList<views::ClockTick> counsels = onDay(ticks, 30);
    QCOMPARE(counsels.size(), 1);
    QVERIFY2(counsels.at(0).text.startsWith(u"2 Apr: "_s) && counsels.at(0).text.endsWith(u"13 days left"_s),
             qPrintable(counsels.at(0).text));
    QCOMPARE(counsels.at(0).tone, views::Tone::Warning);
    // All that is due on one day is one tick.
    const QList<views::ClockTick> last = onDay(ticks, 60);
    QCOMPARE(last.size(), 1);
    QVERIFY(last.at(0).text.contains(u"43 days left"_s));
    QVERIFY(std::any_of(ticks.cbegin(), ticks.cend(), [](const views::ClockTick &tick) {
        return tick.target && tick.tone == views::Tone::Neutral && tick.text.contains(u"internal target"_s);
    }));
    QCOMPARE(onDay(ticksAt(u"2026-04-28T09:42:00-05:00"_s), 60).at(0).tone, views::Tone::Danger);
}

QTEST_MAIN(TestWindowClocks)
#include "tst_window_clocks.moc"
