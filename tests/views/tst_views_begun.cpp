// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has begun: it goes to the record it was begun for, once, and is not lost on the way.
#include "casework/facts_record.h"
#include "casework/ledger_book.h"
#include "casework/obligation.h"
#include "deadlines/deadlines_page.h"
#include "deadlines/facts_tray.h"
#include "patience.h"
#include "rules/accept_rules.h"
#include "shared/notice_bar.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "shell/main_window.h"
#include "views/case_page.h"
#include "views/page_words.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::viewchecks;
using casework::Role;

namespace {

/// The page of deadlines on a case, filled.
struct OpenDeadlines
{
    explicit OpenDeadlines(Role role = Role::ComplianceLead)
    {
        on.begin();
        if (role != Role::ComplianceLead)
            on.switchTo(u"Bo"_s, role);
        page = on.show<views::DeadlinesPage>();
        table = page->findChild<views::TableView *>();
        shown = QTest::qWaitFor([this] { return table->model()->rowCount() > 0; }, test::kPatience);
    }
    void tryDiscovery(const QString &day) const
    {
        auto *field = page->findChild<QLineEdit *>(u"fact.discovered"_s);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, day);
        QTRY_VERIFY(on.button(u"Save the facts"_s));
    }
    QDate discovered(IncidentId incident)
    {
        return on.fixture.ask(casework::CurrentFacts{incident})->facts.discovered->date;
    }

    CasePage on;
    views::DeadlinesPage *page = nullptr;
    views::TableView *table = nullptr;
    bool shown = false;
};

void turnWheel(QWidget &over)
{
    const QPointF at = over.rect().center();
    QWheelEvent event(at, over.mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&over, &event);
}

} // namespace

class TestBegun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { views::applyTheme(*qApp, views::ThemeChoice::Light); }

    void savesFactsToTheIncidentTheyAreOf()
    {
        OpenDeadlines open(Role::LegalCounsel);
        QVERIFY(open.shown);
        const IncidentId other = open.on.fixture.incident();
        open.tryDiscovery(u"27 Feb 2026"_s);
        auto *reason = open.on.named<QLineEdit>(u"Reason for the change"_s);
        reason->setText(u"Log review"_s);
        open.on.context->setIncident(other, u"2026-002"_s); // its facts are on their way
        QTest::mouseClick(open.on.button(u"Save the facts"_s), Qt::LeftButton);
        QTRY_COMPARE(open.discovered(open.on.incident), QDate(2026, 2, 27));
        QCOMPARE(open.discovered(other), QDate(2026, 3, 3));
        QTRY_VERIFY(!open.on.button(u"Save the facts"_s));
        QCOMPARE(open.page->findChild<QLineEdit *>(u"fact.discovered"_s)->text(), u"3 Mar 2026"_s);
    }

    void aReasonStaysWithItsIncident()
    {
        OpenDeadlines open;
        QVERIFY(open.shown);
        const IncidentId other = open.on.fixture.incident();
        open.tryDiscovery(u"27 Feb 2026"_s);
        auto *tray = open.page->findChild<views::FactsTray *>();
        tray->setReason(u"Log review"_s);
        open.on.context->setIncident(other, u"2026-002"_s);
        QTRY_VERIFY(!tray->isVisible());
        QCOMPARE(tray->reason(), QString());
    }

    void enterAcceptsNoRulesThatAreStillBeingCompared()
    {
        CasePage on;
        on.begin();
        views::AcceptRules rules(*on.context);
        QVERIFY(showAt(rules, 1072, 708));
        rules.begin();
        const qint64 before = on.fixture.ask(casework::LedgerHeadQuery())->count;
        auto *reason = rules.findChild<QLineEdit *>();
        reason->setFocus();
        QTest::keyClicks(reason, u"Why not"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_VERIFY(says(rules, u"2026-001 has"_s));
        QTest::keyClick(reason, Qt::Key_Return); // nothing differs
        QTest::qWait(50);
        QCOMPARE(on.fixture.ask(casework::LedgerHeadQuery())->count, before);
        QVERIFY(!rules.findChild<views::NoticeBar *>()->isVisible());
    }

    void keepsWhatIsEditedWhileFactsAreSaved()
    {
        OpenDeadlines open(Role::LegalCounsel);
        QVERIFY(open.shown);
        open.tryDiscovery(u"27 Feb 2026"_s);
        open.on.named<QLineEdit>(u"Reason for the change"_s)->setText(u"Log review"_s);
        QTest::mouseClick(open.on.button(u"Save the facts"_s), Qt::LeftButton);
        auto *until = open.page->findChild<QLineEdit *>(u"fact.occurred.to"_s);
        until->setText(u"1 Mar 2026"_s);
        QTRY_COMPARE(open.discovered(open.on.incident), QDate(2026, 2, 27));
        QTRY_VERIFY(says(*open.page, u"Revision 2"_s));
        QTest::qWait(50); // the receipt
        QCOMPARE(until->text(), u"1 Mar 2026"_s);
        QVERIFY(open.on.button(u"Save the facts"_s));
    }

    void offersToUndoBesideAllFacts()
    {
        OpenDeadlines open;
        QVERIFY(open.shown);
        QTest::mouseClick(open.on.button(u"All facts"_s), Qt::LeftButton);
        QVERIFY(!open.table->isVisible());
        open.on.named<QComboBox>(u"State of the work"_s)->setCurrentIndex(1);
        QTRY_VERIFY(open.on.button(u"Undo"_s));
    }

    void keepsWhatIsHalfWrittenAboutADutyOverALock()
    {
        OpenDeadlines open(Role::LegalCounsel);
        QVERIFY(open.shown);
        open.on.named<QPlainTextEdit>(u"A note on this deadline"_s)->setPlainText(u"Asked the mail house"_s);
        QTest::mouseClick(open.on.button(u"Set counsel's date…"_s), Qt::LeftButton);
        open.on.named<QLineEdit>(u"Counsel's date"_s)->setText(u"27 Apr"_s);
        open.on.named<QLineEdit>(u"Reason"_s)->setText(u"Agreed"_s);
        QTest::mouseClick(open.on.button(u"Record as done…"_s), Qt::LeftButton);
        open.on.named<QLineEdit>(u"The proof"_s)->setText(u"HHS-1"_s);
        const QVariantMap place = open.page->place();
        open.on.reopen();
        open.page = open.on.show<views::DeadlinesPage>();
        open.page->restorePlace(place);
        QTRY_VERIFY(open.on.named<QLineEdit>(u"The proof"_s));
        QCOMPARE(open.on.named<QLineEdit>(u"The proof"_s)->text(), u"HHS-1"_s);
        QCOMPARE(open.on.named<QPlainTextEdit>(u"A note on this deadline"_s)->toPlainText(), u"Asked the mail house"_s);
        QCOMPARE(open.on.named<QLineEdit>(u"Counsel's date"_s)->text(), u"27 Apr"_s);
        QCOMPARE(open.on.named<QLineEdit>(u"Reason"_s)->text(), u"Agreed"_s);
    }

    void theWheelTurnsNothingThatIsNotInUse()
    {
        CasePage on;
        on.begin();
        views::MainWindow window;
        auto *page = new views::DeadlinesPage(on.context.get());
        window.openCase(u"store/ada"_s, {page});
        QVERIFY(showAt(window, 1280, 800));
        auto *table = page->findChild<views::TableView *>();
        QTRY_VERIFY(table->model()->rowCount() > 0);
        table->setFocus();
        QComboBox *state = nullptr;
        for (QComboBox *each : page->findChildren<QComboBox *>()) {
            if (each->accessibleName() == "State of the work"_L1)
                state = each;
        }
        QVERIFY(state && state->isEnabled());
        turnWheel(*state);
        QCOMPARE(state->currentIndex(), 0);
        QVERIFY(!(state->focusPolicy() & Qt::WheelFocus & ~Qt::StrongFocus)); // or turning it would put it to use
        state->setFocus();
        turnWheel(*state);
        QCOMPARE(state->currentIndex(), 1);
        QTest::qWait(50); // saved, before the store goes
    }
};

QTEST_MAIN(TestBegun)
#include "tst_views_begun.moc"
