// SPDX-License-Identifier: GPL-3.0-or-later
// Every page as the program shows it, on the demo and on a new store: nothing cut, nothing too wide, nothing out of the
// keyboard's reach; and the main job by keys alone.
#include "app/window/window_desk.h"
#include "patience.h"
#include "views/view_checks.h"

#include "notices/pdf/letter_fonts.h"
#include "shared/clock_bar.h"
#include "shared/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::StoreOnDisk;
using tocsin::test::WindowDesk;

namespace {

const QStringList kPages{u"overview"_s, u"timeline"_s, u"tasks"_s,      u"containment"_s, u"deadlines"_s,
                         u"people"_s,   u"notices"_s,  u"deliveries"_s, u"texts"_s,       u"annual"_s,
                         u"packets"_s,  u"ledger"_s,   u"rules"_s,      u"access"_s};

/// What looks or works wrong on the page in sight.
QStringList problemsOf(views::MainWindow &window)
{
    return viewchecks::clippedTexts(window) + viewchecks::unnamedControls(window) + viewchecks::sidewaysScrolls(window);
}

/// Waits for what comes late: a page is judged as it stays.
void waitUntilItFits(views::MainWindow &window)
{
    (void)QTest::qWaitFor([&window] { return problemsOf(window).isEmpty(); }, 20'000);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void type(const QString &words)
{
    QTest::keyClicks(QApplication::focusWidget(), words);
}

/// Presses Tab until the widget with this name has the keyboard.
bool tabTo(const QString &objectName)
{
    for (int stops = 0; stops < 200; ++stops) {
        if (QApplication::focusWidget() && QApplication::focusWidget()->objectName() == objectName)
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

} // namespace

class TestWindowPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(u"tocsin-test"_s);
        QVERIFY(notices::loadLetterFonts());
        views::applyTheme(*qApp, views::ThemeChoice::Light);
        const auto demo = test::makeDemoStore(m_folder.filePath(u"demo"_s));
        const auto empty = test::makeEmptyStore(m_folder.path());
        QVERIFY(demo && empty);
        m_stores = {{u"demo"_s, *demo}, {u"new"_s, *empty}};
    }

    void everyPageFits_data()
    {
        QTest::addColumn<QString>("store");
        QTest::addColumn<QSize>("size");
        QTest::newRow("demo 1280") << u"demo"_s << QSize(1280, 800);
        QTest::newRow("demo 1920") << u"demo"_s << QSize(1920, 1080);
        QTest::newRow("new 1280") << u"new"_s << QSize(1280, 800);
    }
    void everyPageFits()
    {
        QFETCH(QString, store);
        QFETCH(QSize, size);
        WindowDesk desk(m_stores.value(store), size);
        desk.showUnlock();
        QVERIFY(desk.unlock());
        QStringList problems;
        for (const QString &page : kPages) {
            desk.showPage(page);
            waitUntilItFits(desk.window());
            for (const QString &problem : problemsOf(desk.window()))
                problems << page + u": "_s + problem;
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void everyControlIsReachedByTabAndShowsIt()
    {
        WindowDesk desk(m_stores.value(u"demo"_s), {1280, 800});
        desk.showUnlock();
        QVERIFY(desk.unlock());
        QStringList problems;
        for (const QString &page : kPages) {
            desk.showPage(page);
            waitUntilItFits(desk.window()); // what comes late has come
            for (const QString &problem :
                 viewchecks::unreachableControls(desk.window()) + viewchecks::invisibleFocus(desk.window()))
                problems << page + u": "_s + problem;
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void theClockStaysInSightInANarrowWindow()
    {
        WindowDesk desk(m_stores.value(u"demo"_s), QSize(1280, 800));
        desk.showUnlock();
        QVERIFY(desk.unlock());
        QTRY_VERIFY(!viewchecks::textsWith(desk.window(), u"Day 17"_s).isEmpty());
        for (const int width : {960, 1024, 1120, 1280}) {
            desk.window().resize(width, 700);
            QCoreApplication::processEvents();
            QVERIFY2(desk.window().width() <= width, "the window did not become so narrow");
            auto *clock = desk.find<views::ClockBar>();
            QVERIFY(clock && clock->width() >= 64);
            const QStringList cut = viewchecks::clippedTexts(*clock->parentWidget());
            QVERIFY2(cut.isEmpty(), qPrintable(u"%1: "_s.arg(width) + cut.join(u'\n')));
        }
    }

    void theMainJobIsDoneByKeysAlone()
    {
        WindowDesk desk(m_stores.value(u"demo"_s), {1280, 800});
        views::MainWindow &window = desk.window();
        desk.showUnlock();
        QVERIFY(desk.unlock()); // types the passphrase and presses Enter

        press(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(window.currentPageId(), u"timeline"_s);
        type(u"Mail house confirms Monday"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(!viewchecks::textsWith(window, u"Mail house confirms Monday"_s).isEmpty());

        press(Qt::Key_K, Qt::ControlModifier);
        type(u"tasks"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(window.currentPageId(), u"tasks"_s);
        QTRY_VERIFY(!viewchecks::textsWith(window, u"Ready 3"_s).isEmpty());
        QTRY_VERIFY(viewchecks::describe(*QApplication::focusWidget()).contains(u"Backlog"_s));
        press(Qt::Key_Right, Qt::ControlModifier); // the first card goes from Backlog to Ready
        QTRY_VERIFY(!viewchecks::textsWith(window, u"Ready 4"_s).isEmpty());

        press(Qt::Key_5, Qt::AltModifier);
        QCOMPARE(window.currentPageId(), u"deadlines"_s);
        QVERIFY(tabTo(u"fact.discovered"_s));
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"27 Feb 2026"_s);
        QTRY_VERIFY(!viewchecks::textsWith(window, u"dates move 4 days earlier"_s).isEmpty());

        press(Qt::Key_7, Qt::AltModifier);
        QCOMPARE(window.currentPageId(), u"notices"_s);
        QTRY_VERIFY(!viewchecks::textsWith(window, u"Recipient 1 of"_s).isEmpty());
        QVERIFY(tabTo(u"nextRecipient"_s));
        press(Qt::Key_Space);
        QTRY_VERIFY(!viewchecks::textsWith(window, u"Recipient 2 of"_s).isEmpty());

        press(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(!desk.session().isOpen());
        QVERIFY(viewchecks::textsWith(window, u"Mail house"_s).isEmpty());
    }

private:
    QTemporaryDir m_folder;
    QHash<QString, StoreOnDisk> m_stores;
};

QTEST_MAIN(TestWindowPages)
#include "tst_window_pages.moc"
