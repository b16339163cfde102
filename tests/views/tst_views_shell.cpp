// SPDX-License-Identifier: GPL-3.0-or-later
#include "patience.h"
#include "shell/clipboard_guard.h"
#include "shell/command_palette.h"
#include "shell/lock_guard.h"
#include "shell/main_window.h"
#include "shell/palette_match.h"
#include "shell/rail.h"
#include "shell/status_line.h"
#include "views/sample_pages.h"
#include "views/view_checks.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin::views;
using namespace tocsin::viewchecks;

namespace {

/// Answers when the test says so, as a store on another thread would.
class SlowSource final : public PaletteSource
{
public:
    void find(const QString &words, const Deliver &deliver) override { questions.append({words, deliver}); }
    QList<std::pair<QString, Deliver>> questions;
};

class FakeSource final : public LockSource
{
public:
    void locked() override { ++lockedCalls; }
    int lockedCalls = 0;
};

void fill(MainWindow &window)
{
    window.openCase(u"store/robin"_s, samplePages());
    window.setIncident(sampleIncident());
    window.setIncidents({{u"i-4"_s, u"2026-004 "_s + caseWord(), u"notification"_s},
                         {u"i-3"_s, u"2026-003 "_s + caseWord(), u"closed"_s}});
    window.setRole(u"Compliance lead"_s);
    window.statusLine()->setSaved(caseWord() + u".tocsin · encrypted · saved 09:42"_s);
    window.statusLine()->setVerified(u"Ledger 1,482 entries · verified"_s);
    window.statusLine()->setLocks(u"Locks after 10 min idle"_s);
}

SamplePage *samplePage(const MainWindow &window, const QString &id)
{
    for (SamplePage *page : window.findChildren<SamplePage *>()) {
        if (page->info().id == id)
            return page;
    }
    return nullptr;
}

/// As a person types: to whatever has the keyboard.
void press(MainWindow &window, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QWidget *focused = window.focusWidget();
    QTest::keyClick(focused ? focused : &window, key, modifiers);
}

} // namespace

class Shell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void matchesAsPeopleType_data();
    void matchesAsPeopleType();
    void ranksBeginningsFirst();
    void pagesChangeByKeyAlone();
    void railMovesByArrows();
    void railSaysItsCounts();
    void regionsGoRoundWithF6();
    void everyControlHasANameAndIsReached();
    void nothingIsCut_data();
    void nothingIsCut();
    void paletteFindsPagesByKeyboardAlone();
    void paletteRunsACommandOnItsPage();
    void paletteShowsRecordsWhenTheyCome();
    void paletteDropsLateAnswers();
    void paletteGivesTheKeyboardBack();
    void paletteHidesWhatIsNotAllowed();
    void entryAndLockAreOneKeyAway();
    void keysThatPagesShareGoToThePageInFront();
    void shortcutsRestWhileLocked();
    void lockedWindowShowsNothingOfTheCase();
    void lockMayComeFromAPage();
    void lockClosesOtherWindows();
    void unlockingReturnsToTheSamePlace();
    void anotherPersonFindsNoPlace();
    void forgetsThePlacesOfAnotherIncident();
    void strayRecordIsSaid();
    void locksAfterIdleTime();
    void activityPutsTheLockOff_data();
    void activityPutsTheLockOff();
    void aKeyAfterTheTimeStillLocks();
    void idleLimitHasBounds_data();
    void idleLimitHasBounds();
    void locksOnSuspendAndScreenLock();
    void asksOnceAndOnlyWhileOpen();
    void clipboardIsClearedAfterAWhile();
    void foreignClipboardStays();
};

void Shell::matchesAsPeopleType_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("fits");
    QTest::newRow("nothing fits everything") << QString() << true;
    QTest::newRow("beginning") << u"dead"_s << true;
    QTest::newRow("case") << u"DEAD"_s << true;
    QTest::newRow("inside") << u"lines"_s << true;
    QTest::newRow("letters in order") << u"dln"_s << true;
    QTest::newRow("further word") << u"clock"_s << true;
    QTest::newRow("two words") << u"cal exp"_s << true;
    QTest::newRow("one word missing") << u"dead horse"_s << false;
    QTest::newRow("letters out of order") << u"sdx"_s << false;
    QTest::newRow("inside a further word") << u"lock"_s << false;
}

void Shell::matchesAsPeopleType()
{
    QFETCH(QString, typed);
    QFETCH(bool, fits);
    QCOMPARE(matchScore(typed, u"Deadlines: export calendar"_s, u"clocks dates"_s).has_value(), fits);
}

void Shell::ranksBeginningsFirst()
{
    const auto score = [](const QString &title) { return matchScore(u"task"_s, title).value_or(-1); };
    QVERIFY(score(u"Tasks"_s) > score(u"New task"_s));
    QVERIFY(score(u"New task"_s) > score(u"Multitasking"_s));
    QVERIFY(score(u"Multitasking"_s) > score(u"Take a snack"_s));
}

void Shell::pagesChangeByKeyAlone()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    QCOMPARE(window.currentPageId(), u"overview"_s);
    press(window, Qt::Key_4, Qt::AltModifier);
    QCOMPARE(window.currentPageId(), u"deadlines"_s);
    QVERIFY(samplePage(window, u"deadlines"_s)->isAncestorOf(window.focusWidget()));
    press(window, Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(window.currentPageId(), u"people"_s);
    press(window, Qt::Key_PageUp, Qt::ControlModifier);
    press(window, Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(window.currentPageId(), u"tasks"_s);
    press(window, Qt::Key_1, Qt::AltModifier);
    press(window, Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(window.currentPageId(), u"backup"_s); // round the end
    QVERIFY(window.windowTitle().startsWith(u"Backup"_s));
}

void Shell::railMovesByArrows()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    press(window, Qt::Key_F6); // from the page round to the rail
    QVERIFY(window.findChild<Rail *>()->isAncestorOf(window.focusWidget()));
    press(window, Qt::Key_Down);
    press(window, Qt::Key_Down);
    press(window, Qt::Key_Return);
    QCOMPARE(window.currentPageId(), u"tasks"_s);
}

void Shell::railSaysItsCounts()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    QVERIFY(!textsWith(window, u"Tasks, 3 late"_s).isEmpty());
    samplePage(window, u"tasks"_s)->setCount(0, Tone::Neutral, {});
    QVERIFY(textsWith(window, u"3 late"_s).isEmpty());
}

void Shell::regionsGoRoundWithF6()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    const auto in = [&window](const QWidget *region) { return region->isAncestorOf(window.focusWidget()); };
    auto *rail = window.findChild<Rail *>();
    auto *strip = window.findChild<TopStrip *>();
    press(window, Qt::Key_F6);
    QVERIFY(in(rail));
    press(window, Qt::Key_F6);
    QVERIFY(in(strip));
    press(window, Qt::Key_F6);
    QVERIFY(!in(rail) && !in(strip));
    press(window, Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(in(strip));
}

void Shell::everyControlHasANameAndIsReached()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    window.showPage(u"deadlines"_s);
    QCOMPARE(unnamedControls(window).join(u'\n'), QString());
    // The rail is one stop: arrows reach its other pages, which do not take Tab.
    QCOMPARE(unreachableControls(window).join(u'\n'), QString());
}

void Shell::nothingIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("desk") << QSize(1920, 1080);
    QTest::newRow("laptop") << QSize(1280, 800);
    QTest::newRow("small") << QSize(1024, 700);
}

void Shell::nothingIsCut()
{
    QFETCH(QSize, size);
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, size.width(), size.height()));
    QCOMPARE(window.size(), size);
    for (const QString &page : {u"overview"_s, u"deadlines"_s}) {
        window.showPage(page);
        QTest::qWait(0);
        QCOMPARE(clippedTexts(window).join(u'\n'), QString());
    }
}

void Shell::paletteFindsPagesByKeyboardAlone()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    press(window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = window.findChild<CommandPalette *>();
    QVERIFY(palette->isOpen());
    QTest::keyClicks(window.focusWidget(), u"ledg"_s);
    press(window, Qt::Key_Return);
    QVERIFY(!palette->isOpen());
    QCOMPARE(window.currentPageId(), u"ledger"_s);
}

void Shell::paletteRunsACommandOnItsPage()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    press(window, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(window.focusWidget(), u"count not"_s);
    press(window, Qt::Key_Return);
    QCOMPARE(window.currentPageId(), u"notices"_s);
    QCOMPARE(samplePage(window, u"notices"_s)->commandRuns, 1);
}

void Shell::paletteShowsRecordsWhenTheyCome()
{
    SlowSource source;
    MainWindow window;
    fill(window);
    window.setRecordSource(&source);
    QVERIFY(showAt(window, 1280, 800));
    press(window, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(window.focusWidget(), u"bucket"_s);
    QVERIFY(!source.questions.isEmpty());
    QCOMPARE(source.questions.constLast().first, u"bucket"_s);
    QString opened;
    source.questions.constLast().second(
        {{u"T-31 Replace the bucket policy"_s, u"Tasks"_s, u"Task"_s, {}, [&opened] { opened = u"T-31"_s; }}});
    press(window, Qt::Key_Return);
    QCOMPARE(opened, u"T-31"_s);
    window.setRecordSource(nullptr);
}

void Shell::paletteDropsLateAnswers()
{
    SlowSource source;
    MainWindow window;
    fill(window);
    window.setRecordSource(&source);
    QVERIFY(showAt(window, 1280, 800));
    press(window, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(window.focusWidget(), u"le"_s);
    const auto late = source.questions.constLast().second;
    QTest::keyClicks(window.focusWidget(), u"dger"_s);
    late({{u"late answer"_s, {}, u"Task"_s, {}, {}}});
    auto *palette = window.findChild<CommandPalette *>();
    QVERIFY(textsWith(*palette, u"late answer"_s).isEmpty());
    const auto afterwards = source.questions.constLast().second;
    press(window, Qt::Key_Escape);
    afterwards({{u"late answer"_s, {}, u"Task"_s, {}, {}}});
    QCOMPARE(palette->findChild<QListView *>()->model()->rowCount(), 0);
}

void Shell::paletteGivesTheKeyboardBack()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    window.showPage(u"timeline"_s);
    auto *entry = samplePage(window, u"timeline"_s)->entry;
    entry->setFocus();
    press(window, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!entry->hasFocus());
    press(window, Qt::Key_Tab); // there is nowhere else to go
    QVERIFY(window.findChild<CommandPalette *>()->isAncestorOf(window.focusWidget()));
    press(window, Qt::Key_Escape);
    QVERIFY(entry->hasFocus());
}

void Shell::paletteHidesWhatIsNotAllowed()
{
    MainWindow window;
    bool allowed = false;
    int runs = 0;
    window.setCommands({{u"x"_s,
                         u"Approve everything"_s,
                         {},
                         Qt::CTRL | Qt::Key_E,
                         [&runs] { ++runs; },
                         [&allowed] { return allowed; }}});
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    press(window, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(textsWith(window, u"Approve everything"_s).isEmpty());
    press(window, Qt::Key_Escape);
    press(window, Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(runs, 0);
    allowed = true;
    press(window, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!textsWith(window, u"Approve everything"_s).isEmpty());
    press(window, Qt::Key_Escape);
    press(window, Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(runs, 1);
}

void Shell::entryAndLockAreOneKeyAway()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    QSignalSpy entry(&window, &MainWindow::quickEntryRequested);
    QSignalSpy lock(&window, &MainWindow::lockRequested);
    window.showPage(u"timeline"_s);
    samplePage(window, u"timeline"_s)->entry->setFocus();
    press(window, Qt::Key_N, Qt::ControlModifier);
    press(window, Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(entry.count(), 1);
    QCOMPARE(lock.count(), 1);
}

void Shell::keysThatPagesShareGoToThePageInFront()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    window.showPage(u"tasks"_s);
    press(window, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(samplePage(window, u"tasks"_s)->commandRuns, 1);
    QCOMPARE(samplePage(window, u"timeline"_s)->commandRuns, 0);
    // From a page that has no such command, the first that has it comes to the front.
    window.showPage(u"overview"_s);
    press(window, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(samplePage(window, u"timeline"_s)->commandRuns, 1);
    QCOMPARE(window.currentPageId(), u"timeline"_s);
}

void Shell::shortcutsRestWhileLocked()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    window.lock();
    QSignalSpy entry(&window, &MainWindow::quickEntryRequested);
    QSignalSpy lock(&window, &MainWindow::lockRequested);
    press(window, Qt::Key_N, Qt::ControlModifier);
    press(window, Qt::Key_L, Qt::ControlModifier);
    press(window, Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(entry.count(), 0);
    QCOMPARE(lock.count(), 0);
    QVERIFY(!window.findChild<CommandPalette *>()->isOpen());
}

void Shell::lockedWindowShowsNothingOfTheCase()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    window.showPage(u"timeline"_s);
    press(window, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!textsWith(window, caseWord()).isEmpty());

    window.lock();
    QCOMPARE(textsWith(window, caseWord()).join(u'\n'), QString());
    QCOMPARE(window.windowTitle(), u"Tocsin"_s);
    QVERIFY(!window.isCaseOpen());
    // Not only hidden: the pages are gone, and nothing invisible keeps a text.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(window.findChildren<Page *>().isEmpty());
    for (const QLabel *label : window.findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(caseWord()), qPrintable(label->text()));
    for (const QAction *action : window.findChildren<QAction *>())
        QVERIFY2(!action->text().contains(caseWord()), qPrintable(action->text()));
    // One colour everywhere: there is nothing to see.
    const QImage image = window.grab().toImage();
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            QCOMPARE(image.pixelColor(x, y), image.pixelColor(0, 0));
    }
}

void Shell::lockMayComeFromAPage()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    auto *page = samplePage(window, u"timeline"_s);
    window.showPage(u"timeline"_s);
    // Queued: a page goes at once, so nothing of its own may be at work then.
    connect(page->entry, &QLineEdit::returnPressed, &window, &MainWindow::lock, Qt::QueuedConnection);
    page->entry->setFocus();
    QTest::keyClick(page->entry, Qt::Key_Return);
    QTRY_VERIFY(!window.isCaseOpen());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(textsWith(window, caseWord()).join(u'\n'), QString());
}

void Shell::lockClosesOtherWindows()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    QWidget other;
    other.show();
    window.lock();
    QVERIFY(!other.isVisible());
    QVERIFY(window.isVisible());
}

void Shell::unlockingReturnsToTheSamePlace()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    window.showPage(u"notices"_s);
    samplePage(window, u"notices"_s)->entry->setText(u"half a sentence"_s);
    window.lock();
    window.showFront(new QLabel(u"unlock"_s));
    fill(window);
    QCOMPARE(window.currentPageId(), u"notices"_s);
    QCOMPARE(samplePage(window, u"notices"_s)->entry->text(), u"half a sentence"_s);
}

void Shell::anotherPersonFindsNoPlace()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    window.showPage(u"notices"_s);
    samplePage(window, u"notices"_s)->entry->setText(u"half a sentence"_s);
    window.lock();
    window.openCase(u"store/sam"_s, samplePages());
    QCOMPARE(window.currentPageId(), u"overview"_s);
    QVERIFY(samplePage(window, u"notices"_s)->entry->text() != u"half a sentence"_s);
}

void Shell::forgetsThePlacesOfAnotherIncident()
{
    MainWindow window;
    fill(window);
    QVERIFY(showAt(window, 1280, 800));
    window.showPage(u"notices"_s);
    samplePage(window, u"notices"_s)->entry->setText(u"half a sentence"_s);
    window.lock();
    window.forgetPlaces();
    fill(window);
    QCOMPARE(window.currentPageId(), u"overview"_s);
    QVERIFY(samplePage(window, u"notices"_s)->entry->text() != u"half a sentence"_s);
}

void Shell::strayRecordIsSaid()
{
    MainWindow window;
    fill(window);
    QVERIFY(window.showPage(u"tasks"_s, u"T-31"_s));
    QCOMPARE(samplePage(window, u"tasks"_s)->shownRecord, u"T-31"_s);
    QVERIFY(!window.showPage(u"tasks"_s, u"gone"_s));
    QVERIFY(!window.showPage(u"no-such-page"_s));
    Q_EMIT samplePage(window, u"tasks"_s)->navigationRequested(u"ledger"_s, {});
    QCOMPARE(window.currentPageId(), u"ledger"_s);
}

void Shell::locksAfterIdleTime()
{
    qint64 now = 1'000'000;
    LockGuard guard([&now] { return now; });
    QSignalSpy asked(&guard, &LockGuard::lockNeeded);
    guard.setActive(true);
    now += 10 * 60 * 1000 - 1;
    guard.check();
    QCOMPARE(asked.count(), 0);
    now += 1;
    guard.check();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).value<LockReason>(), LockReason::Idle);
}

void Shell::activityPutsTheLockOff_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("a key") << true;
    QTest::newRow("the pointer") << false;
}

void Shell::activityPutsTheLockOff()
{
    QFETCH(bool, byKey);
    qint64 now = 0;
    LockGuard guard([&now] { return now; });
    guard.watch(qApp);
    QSignalSpy asked(&guard, &LockGuard::lockNeeded);
    QLineEdit field;
    QVERIFY(showAt(field, 200, 40));
    guard.setActive(true);
    now = 9 * 60 * 1000;
    if (byKey)
        QTest::keyClick(&field, Qt::Key_A);
    else
        QTest::mouseClick(&field, Qt::LeftButton);
    now = 18 * 60 * 1000;
    guard.check();
    QCOMPARE(asked.count(), 0);
    now = 19 * 60 * 1000;
    guard.check();
    QCOMPARE(asked.count(), 1);
}

void Shell::aKeyAfterTheTimeStillLocks()
{
    qint64 now = 0;
    LockGuard guard([&now] { return now; });
    guard.watch(qApp);
    QSignalSpy asked(&guard, &LockGuard::lockNeeded);
    QLineEdit field;
    QVERIFY(showAt(field, 200, 40));
    guard.setActive(true);
    now = 8 * 60 * 60 * 1000; // the lid was closed; no timer ran
    QTest::keyClick(&field, Qt::Key_A);
    QCOMPARE(asked.count(), 1);
}

void Shell::idleLimitHasBounds_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("minutes");
    QTest::newRow("never") << 0 << 1;
    QTest::newRow("a day") << 1440 << 15;
    QTest::newRow("five") << 5 << 5;
}

void Shell::idleLimitHasBounds()
{
    QFETCH(int, asked);
    QFETCH(int, minutes);
    LockGuard guard;
    QCOMPARE(guard.idleLimit(), LockGuard::kDefaultIdle);
    guard.setIdleLimit(std::chrono::minutes(asked));
    QCOMPARE(guard.idleLimit(), std::chrono::minutes(minutes));
}

void Shell::locksOnSuspendAndScreenLock()
{
    for (const LockReason reason : {LockReason::Suspend, LockReason::ScreenLock}) {
        MainWindow window;
        fill(window);
        LockGuard guard;
        FakeSource source;
        guard.addSource(&source);
        guard.setActive(true);
        bool hiddenFirst = false;
        connect(&guard, &LockGuard::lockNeeded, &window, [&window] { window.lock(); });
        connect(&guard, &LockGuard::lockNeeded, &window, [&] { hiddenFirst = source.lockedCalls == 0; });
        Q_EMIT source.lockNeeded(reason);
        QVERIFY(!window.isCaseOpen());
        QVERIFY(hiddenFirst); // the system is let go to sleep only afterwards
        QCOMPARE(source.lockedCalls, 1);
    }
}

void Shell::asksOnceAndOnlyWhileOpen()
{
    LockGuard guard;
    FakeSource source;
    guard.addSource(&source);
    QSignalSpy asked(&guard, &LockGuard::lockNeeded);
    Q_EMIT source.lockNeeded(LockReason::ScreenLock);
    QCOMPARE(asked.count(), 0);
    guard.setActive(true);
    Q_EMIT source.lockNeeded(LockReason::ScreenLock);
    Q_EMIT source.lockNeeded(LockReason::Suspend);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(source.lockedCalls, 3); // it never keeps the system awake
}

void Shell::clipboardIsClearedAfterAWhile()
{
    QClipboard &clipboard = *QApplication::clipboard();
    ClipboardGuard guard(
        clipboard, [](QClipboard::Mode mode) { return mode == QClipboard::Clipboard; }, 20ms);
    clipboard.setText(caseWord());
    QCOMPARE(clipboard.text(), caseWord());
    QTRY_COMPARE(clipboard.text(), QString());
}

void Shell::foreignClipboardStays()
{
    QClipboard &clipboard = *QApplication::clipboard();
    ClipboardGuard guard(
        clipboard, [](QClipboard::Mode) { return false; }, 1ms);
    clipboard.setText(u"from elsewhere"_s);
    guard.clearNow();
    QCOMPARE(clipboard.text(), u"from elsewhere"_s);
}

QTEST_MAIN(Shell)
#include "tst_views_shell.moc"
