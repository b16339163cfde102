// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "patience.h"
#include "views/view_checks.h"

#include "annual/annual_entry.h"
#include "casework/timeline.h"
#include "core/work_pool.h"
#include "notices/pdf/letter_fonts.h"
#include "shared/front_page.h"
#include "unlock/unlock_page.h"
#include "welcome/welcome_page.h"
#include "window/session.h"

#include <QFile>
#include <QLineEdit>
#include <QSemaphore>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::CaseFixture;

namespace {

/// A window with a session on it, as main() makes them.
struct Desk
{
    explicit Desk(const CaseFixture &store)
        : session(window, store.surroundings(),
                  [](QWidget *, const views::PathAsk &, const std::function<void(QString)> &) {})
        , opened(&session, &app::Session::opened)
    {
        viewchecks::showAt(window, 1280, 800);
    }

    template <typename Front>
    Front *front()
    {
        return window.findChild<Front *>();
    }

    /// Types a passphrase as a person does, and presses Enter.
    void unlockWith(const QString &passphrase)
    {
        auto *page = front<views::UnlockPage>();
        QVERIFY(page);
        page->focusFirst();
        QTest::keyClicks(QApplication::focusWidget(), passphrase);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

    views::MainWindow window;
    app::Session session;
    QSignalSpy opened;
};

const QString kPassphrase = u"passphrase of Ada"_s;

} // namespace

class TestWindowSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
        QCoreApplication::setOrganizationName(u"tocsin-test"_s);
        QVERIFY(notices::loadLetterFonts());
        views::applyTheme(*qApp, views::ThemeChoice::Light);
    }

    void unlocksWithTheKeyboardAlone()
    {
        CaseFixture store;
        QVERIFY(!store.incident().isNull());
        store.close();
        Desk desk(store);
        desk.session.openStore(store.path());
        desk.unlockWith(kPassphrase);
        QTRY_COMPARE(desk.opened.size(), 1);
        QVERIFY(desk.window.isCaseOpen());
        QTRY_VERIFY(!viewchecks::textsWith(desk.window, u"Order export left readable"_s).isEmpty());
        QTRY_VERIFY(!viewchecks::textsWith(desk.window, u"verified"_s).isEmpty());
    }

    void saysAWrongPassphraseWhereItWasTyped()
    {
        CaseFixture store;
        store.close();
        Desk desk(store);
        desk.session.openStore(store.path());
        desk.unlockWith(u"not this one"_s);
        auto *page = desk.front<views::UnlockPage>();
        QTRY_VERIFY(!page->errorText().isEmpty());
        QVERIFY(!desk.window.isCaseOpen());
        desk.unlockWith(kPassphrase);
        QTRY_COMPARE(desk.opened.size(), 1);
    }

    void showsNothingOfTheCaseWhileLockedAndReturnsToTheSamePage()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.submit(casework::LogEntry{incident, u"Zebra finch seen in the bucket"_s}));
        store.close();
        Desk desk(store);
        desk.session.openStore(store.path());
        desk.unlockWith(kPassphrase);
        QTRY_COMPARE(desk.opened.size(), 1);
        QVERIFY(desk.window.showPage(u"timeline"_s));
        QTRY_VERIFY(!viewchecks::textsWith(desk.window, u"Zebra finch"_s).isEmpty());

        QTest::keyClick(&desk.window, Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(!desk.session.isOpen());
        QVERIFY(!desk.window.isCaseOpen());
        QCOMPARE(viewchecks::textsWith(desk.window, u"Zebra finch"_s), QStringList());
        QCOMPARE(viewchecks::textsWith(desk.window, u"Order export"_s), QStringList());
        QCOMPARE(viewchecks::textsWith(desk.window, u"2026-001"_s), QStringList());

        desk.unlockWith(kPassphrase);
        QTRY_COMPARE(desk.opened.size(), 2);
        QCOMPARE(desk.window.currentPageId(), u"timeline"_s);
        QTRY_VERIFY(!viewchecks::textsWith(desk.window, u"Zebra finch"_s).isEmpty());
    }

    void comesBackToTheIncidentThatWasInFront()
    {
        CaseFixture store;
        QVERIFY(!store.incident().isNull());
        const IncidentId second = store.incident();
        QVERIFY(store.submit(
            casework::DescribeIncident{second, u"Laptop left in a taxi"_s, casework::IncidentKind::Breach, {}}));
        store.close();
        Desk desk(store);
        desk.session.openStore(store.path());
        desk.unlockWith(kPassphrase);
        QTRY_COMPARE(desk.opened.size(), 1);
        QTRY_VERIFY(!viewchecks::textsWith(desk.window, u"2026-002 Laptop left in a taxi"_s).isEmpty());
        Q_EMIT desk.window.incidentChosen(u"1"_s);
        QTRY_VERIFY(!viewchecks::textsWith(desk.window, u"2026-001 Order export"_s).isEmpty());
        desk.session.lock({});
        desk.unlockWith(kPassphrase);
        QTRY_COMPARE(desk.opened.size(), 2);
        QTRY_VERIFY(!viewchecks::textsWith(desk.window, u"2026-001 Order export"_s).isEmpty());
    }

    void theStripNamesTheIncidentThatAPageBringsToTheFront()
    {
        CaseFixture store;
        const IncidentId first = store.incident();
        QVERIFY(!store.incident().isNull());
        store.close();
        Desk desk(store);
        desk.session.openStore(store.path());
        desk.unlockWith(kPassphrase);
        QTRY_COMPARE(desk.opened.size(), 1);
        QTRY_VERIFY(!viewchecks::textsWith(desk.window, u"2026-002 Order export"_s).isEmpty());
        casework::AnnualLogEntry entry;
        entry.incident = first;
        entry.reference = u"2026-001"_s;
        Q_EMIT desk.front<views::AnnualEntry>()->deadlineWanted(entry);
        QCOMPARE(desk.window.currentPageId(), u"deadlines"_s);
        QTRY_VERIFY(!viewchecks::textsWith(desk.window, u"2026-001 Order export"_s).isEmpty());
    }

    void locksAfterTheIdleLimitOnly()
    {
        CaseFixture store;
        store.close();
        Desk desk(store);
        desk.session.openStore(store.path());
        desk.unlockWith(kPassphrase);
        QTRY_COMPARE(desk.opened.size(), 1);
        QVERIFY(desk.session.lockGuard().isActive());
        QCOMPARE(desk.session.lockGuard().idleLimit(), std::chrono::minutes(10));
        Q_EMIT desk.session.lockGuard().lockNeeded(views::LockReason::Idle);
        QVERIFY(!desk.session.isOpen());
        QVERIFY(!desk.session.lockGuard().isActive());
    }

    void offersABackupForADamagedStoreAndTouchesNothing()
    {
        CaseFixture store;
        store.close();
        QFile file(store.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() / 2));
        file.close();
        const qint64 left = QFileInfo(store.path()).size();
        Desk desk(store);
        desk.session.openStore(store.path());
        desk.unlockWith(kPassphrase);
        auto *page = desk.front<views::UnlockPage>();
        QTRY_VERIFY(!page->errorText().isEmpty());
        QTRY_VERIFY(!viewchecks::textsWith(desk.window, u"backup"_s).isEmpty());
        QCOMPARE(QFileInfo(store.path()).size(), left);
    }

    void makesTheDemoAndOpensIt()
    {
        CaseFixture store; // for its clock and rules
        store.close();
        Desk desk(store);
        desk.session.setDemoFolder(m_home.filePath(u"demo"_s));
        desk.session.showWelcome();
        Q_EMIT desk.front<views::WelcomePage>()->demoRequested();
        QTRY_COMPARE(desk.opened.size(), 1);
        QTRY_VERIFY(!viewchecks::textsWith(desk.window, u"Order export left readable"_s).isEmpty());
        QVERIFY(QFile::exists(m_home.filePath(u"demo/packet/bagit.txt"_s)));
        QFile rows(m_home.filePath(u"demo/letters/run.json"_s));
        QVERIFY(rows.open(QIODevice::ReadOnly));
        QVERIFY(!rows.readAll().contains("organization.")); // nothing that the sender's data make somebody warn of
    }

    void locksWhileWorkIsStillRunning()
    {
        CaseFixture store;
        QVERIFY(!store.incident().isNull());
        store.close();
        Desk desk(store);
        for (int round = 1; round <= 3; ++round) {
            desk.session.openStore(store.path());
            desk.unlockWith(kPassphrase);
            QTRY_COMPARE(desk.opened.size(), round);
            // The ledger is being verified, and the pages still load.
            desk.session.lock({});
            QVERIFY(!desk.session.isOpen());
        }
    }

    /// A store closes once the work on it has ended; unlocking waits for that, and is not itself work that it waits
    /// for.
    void unlocksWhileWorkOfBeforeIsEnding()
    {
        CaseFixture store;
        QVERIFY(!store.incident().isNull());
        store.close();
        QSemaphore ending;
        Desk desk(store);
        const auto end = qScopeGuard([&ending] { ending.release(); }); // whatever fails here
        desk.session.openStore(store.path());
        desk.unlockWith(kPassphrase);
        QTRY_COMPARE(desk.opened.size(), 1);
        workPool().start([&ending] { ending.acquire(); });
        desk.session.lock({});
        desk.unlockWith(kPassphrase);
        QVERIFY(!QTest::qWaitFor([&desk] { return desk.session.isOpen(); }, 200));
        ending.release();
        QTRY_COMPARE(desk.opened.size(), 2);
    }

    /// Whoever closes the window does not leave a thread behind that works on without an application.
    void waitsAtItsEndForWhatItOpens()
    {
        CaseFixture store;
        store.close();
        {
            Desk desk(store);
            desk.session.openStore(store.path());
            desk.unlockWith(kPassphrase);
        }
        QVERIFY(store.openAs(u"Ada"_s)); // nobody holds it any more
    }

private:
    QTemporaryDir m_home;
};

QTEST_MAIN(TestWindowSession)
#include "tst_window_session.moc"
