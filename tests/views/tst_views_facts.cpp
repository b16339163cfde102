// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/facts_record.h"
#include "casework/obligation.h"
#include "deadlines/deadlines_page.h"
#include "deadlines/fact_tree.h"
#include "items/fact_outline_model.h"
#include "items/item_roles.h"
#include "patience.h"
#include "shared/search_field.h"
#include "shared/segmented_filter.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "views/case_page.h"
#include "views/page_words.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using test::CaseFixture;
using namespace tocsin::viewchecks;
using Model = items::FactOutlineModel;
using Standing = casework::ObligationRecord::Standing;

namespace {

/// A page on a case with every fact in front.
struct OpenFacts
{
    explicit OpenFacts(casework::Role role = casework::Role::LegalCounsel, bool withFlorida = false)
    {
        on.begin();
        law::Facts facts = CaseFixture::facts();
        facts.residents->insert(u"FL"_s, 510);
        if (withFlorida)
            florida = on.fixture.submit(casework::SetFacts{on.incident, facts, u"Roster"_s}).has_value();
        if (role != casework::Role::ComplianceLead)
            on.switchTo(u"Bo"_s, role);
        page = on.show<views::DeadlinesPage>();
        table = page->findChild<views::TableView *>();
        tree = page->findChild<views::FactTree *>();
        shown = QTest::qWaitFor([this] { return table->model()->rowCount() > 0; }, test::kPatience);
    }

    void openAll()
    {
        QTest::mouseClick(on.button(u"All facts"_s), Qt::LeftButton);
        QVERIFY(tree->isVisible() && tree->hasFocus());
    }
    QModelIndex at(const QString &path) const
    {
        return tree->model()
            ->match(tree->model()->index(0, 0), Model::PathRole, path, 1, Qt::MatchExactly | Qt::MatchRecursive)
            .value(0);
    }
    QString value(const QString &path) const { return at(path).siblingAtColumn(Model::Value).data().toString(); }
    QString currentPath() const { return tree->currentIndex().data(Model::PathRole).toString(); }
    /// As with the arrow keys: to the row, closed or not.
    void go(const QString &path)
    {
        for (QModelIndex above = at(path).parent(); above.isValid(); above = above.parent())
            tree->expand(above);
        tree->setCurrentIndex(at(path));
        tree->setFocus();
    }
    /// Any letter opens the editor.
    void type(const QString &path, const QString &text)
    {
        go(path);
        QTest::keyClick(tree, text.front().toLatin1());
        QTest::keyClicks(QApplication::focusWidget(), text.sliced(1));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(tree->hasFocus());
    }

    CasePage on;
    views::DeadlinesPage *page = nullptr;
    views::TableView *table = nullptr;
    views::FactTree *tree = nullptr;
    bool shown = false;
    bool florida = false;
};

} // namespace

class TestFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { views::applyTheme(*qApp, views::ThemeChoice::Light); }

    void showsWhatAnyFactWouldMove();
    void goesToTheFactThatADutyWaitsFor();
    void savesAFactOfTheOutline();
    void saysWhatIsWrongAtTheFact();
    void addsAndRemovesStatesByKeyboard();
    void choosesByKeyboard();
    void editsTheSameFactsAsTheShortForm();
    void countsCompletedDutiesAsGiven();
    void showsTheLatestOfManyEdits();
    void keepsEditsOverALock();
    void findsAFact();
    void goesAwayWhileAFactIsEdited();
    void isReachableNamedAndUncut();
};

void TestFacts::showsWhatAnyFactWouldMove()
{
    OpenFacts open(casework::Role::LegalCounsel, true);
    QVERIFY(open.shown && open.florida);
    open.openAll();
    open.type(u"anchors.determined"_s, u"5 Mar 2026"_s);
    QCOMPARE(open.value(u"anchors.determined"_s), u"5 Mar 2026"_s);
    QTRY_VERIFY(says(*open.page, u"Saving needs a reason."_s));
    QVERIFY(says(*open.page, u"wait no longer."_s) || says(*open.page, u"waits no longer."_s));
    QVERIFY(says(*open.page, u"Florida"_s));
    // Nothing is saved yet; Delete makes it unknown again.
    QVERIFY(open.on.fixture.ask(casework::CurrentFacts{open.on.incident})->facts.anchors.isEmpty());
    QTest::keyClick(open.tree, Qt::Key_Delete);
    QCOMPARE(open.value(u"anchors.determined"_s), QString());
    QVERIFY(!says(*open.page, u"Saving needs a reason."_s));
}

void TestFacts::goesToTheFactThatADutyWaitsFor()
{
    OpenFacts open(casework::Role::LegalCounsel, true);
    QVERIFY(open.shown);
    auto *filter = open.on.named<views::SegmentedFilter>(u"Which deadlines"_s);
    filter->setCurrent(QString::number(int(Standing::Blocked)));
    QVERIFY(open.table->model()->rowCount() > 0);
    open.table->selectRow(0);
    QPushButton *enter = nullptr;
    QTRY_VERIFY((enter = open.on.button(u"Enter this fact"_s)));
    QVERIFY2(enter->accessibleName().contains(u"the day"_s), qPrintable(enter->accessibleName()));
    QTest::mouseClick(enter, Qt::LeftButton);
    QVERIFY(open.tree->isVisible());
    QCOMPARE(open.currentPath(), u"anchors.determined"_s);
    // Its editor is open.
    QTest::keyClicks(QApplication::focusWidget(), u"5 Mar 2026"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(open.value(u"anchors.determined"_s), u"5 Mar 2026"_s);
    // Escape leads back to the deadlines.
    QTRY_VERIFY(open.tree->hasFocus());
    QTest::keyClick(open.tree, Qt::Key_Escape);
    QVERIFY(!open.tree->isVisible() && open.table->isVisible() && open.table->hasFocus());
}

void TestFacts::savesAFactOfTheOutline()
{
    OpenFacts open;
    open.openAll();
    open.type(u"anchors.confirmed"_s, u"6 Mar 2026"_s);
    QPushButton *save = open.on.button(u"Save the facts"_s);
    QVERIFY(save);
    QTest::mouseClick(save, Qt::LeftButton); // to the reason
    QTest::keyClicks(QApplication::focusWidget(), u"Forensics"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(says(*open.page, u"Saved. The dates follow the new facts."_s));
    const auto current = open.on.fixture.ask(casework::CurrentFacts{open.on.incident});
    QCOMPARE(current->facts.anchors.value(u"confirmed"_s).date, QDate(2026, 3, 6));
    QTRY_VERIFY(says(*open.page, u"Revision 2"_s));
    QVERIFY(!open.at(u"anchors.confirmed"_s).data(items::EmphasisRole).toBool());
}

void TestFacts::saysWhatIsWrongAtTheFact()
{
    OpenFacts open;
    open.openAll();
    open.type(u"anchors.determined"_s, u"5 Febuary"_s);
    QVERIFY(open.at(u"anchors.determined"_s).data(Model::ErrorRole).toString().contains(u"a date such as"_s));
    QVERIFY(says(*open.page, u"facts.anchors.determined: expected a date such as"_s));
    QVERIFY(!open.on.button(u"Save the facts"_s)->isEnabled());
    open.go(u"year"_s);
    QTest::mouseClick(open.on.button(u"Go to the fact"_s), Qt::LeftButton);
    QCOMPARE(open.currentPath(), u"anchors.determined"_s);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    QCOMPARE(editor->text(), u"5 Febuary"_s);
    editor->selectAll();
    QTest::keyClicks(editor, u"5 Mar 2026"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(open.on.button(u"Save the facts"_s)->isEnabled());
}

void TestFacts::addsAndRemovesStatesByKeyboard()
{
    OpenFacts open;
    open.openAll();
    open.go(u"residents.TX"_s);
    QTest::keyClick(open.tree, Qt::Key_Insert);
    auto *states = qobject_cast<QComboBox *>(QApplication::focusWidget());
    QVERIFY(states);
    QCOMPARE(states->findText(u"Texas"_s), -1); // it has a line
    states->setCurrentIndex(states->findText(u"Florida"_s));
    QTest::keyClick(states, Qt::Key_Tab);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"510"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(open.value(u"residents.FL"_s), u"510"_s);
    QTRY_VERIFY(says(*open.page, u"Florida"_s) && says(*open.page, u"Saving needs a reason."_s));
    open.go(u"residents.FL"_s);
    QTest::keyClick(open.tree, Qt::Key_Delete);
    QVERIFY(!open.at(u"residents.FL"_s).isValid());
    QVERIFY(!says(*open.page, u"Saving needs a reason."_s));
    // A line of a list begins with its first fact.
    open.go(u"contract"_s);
    QTest::mouseClick(open.on.button(u"Add a line"_s), Qt::LeftButton);
    QCOMPARE(open.currentPath(), u"contract[0].to"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"payer:acme"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(open.value(u"contract[0].to"_s), u"payer:acme"_s);
    QTRY_VERIFY(open.tree->hasFocus());
    open.type(u"contract[0].days"_s, u"30"_s);
    QTRY_COMPARE(open.value(u"contract[0].days"_s), u"30"_s);
    QTRY_VERIFY(says(*open.page, u"One notice is newly owed."_s));
}

void TestFacts::choosesByKeyboard()
{
    OpenFacts open;
    open.openAll();
    open.go(u"assessment.outcome"_s);
    QTest::keyClick(open.tree, Qt::Key_Return);
    auto *choices = qobject_cast<QComboBox *>(QApplication::focusWidget());
    QVERIFY(choices);
    QTest::keyClick(choices, Qt::Key_Down);
    QCOMPARE(choices->currentText(), u"Low probability"_s);
    QTest::keyClick(choices, Qt::Key_Return);
    QTRY_COMPARE(open.value(u"assessment.outcome"_s), u"Low probability"_s);
    QTRY_VERIFY(open.tree->hasFocus());
    open.go(u"assessment.documented"_s);
    QTest::keyClick(open.tree, Qt::Key_Return);
    choices = qobject_cast<QComboBox *>(QApplication::focusWidget());
    QVERIFY(choices);
    choices->setCurrentIndex(choices->findText(u"Yes"_s));
    QTest::keyClick(choices, Qt::Key_Return);
    QTRY_COMPARE(open.value(u"assessment.documented"_s), u"Yes"_s);
    QTRY_VERIFY(open.tree->hasFocus());
    open.type(u"assessment.factors"_s, u"4"_s);
    QTRY_VERIFY(says(*open.page, u"no longer owed."_s));
}

void TestFacts::editsTheSameFactsAsTheShortForm()
{
    OpenFacts open;
    open.openAll();
    auto *discovered = open.page->findChild<QLineEdit *>(u"fact.discovered"_s);
    open.type(u"discovered"_s, u"27 Feb 2026"_s);
    QCOMPARE(discovered->text(), u"27 Feb 2026"_s);
    discovered->setText(u"26 Feb 2026"_s);
    QCOMPARE(open.value(u"discovered"_s), u"26 Feb 2026"_s);
    open.type(u"anchors.determined"_s, u"no day"_s);
    discovered->setText(u"25 Feb 2026"_s); // what is wrong elsewhere stays to be mended
    QCOMPARE(open.value(u"discovered"_s), u"25 Feb 2026"_s);
    QCOMPARE(open.value(u"anchors.determined"_s), u"no day"_s);
    QTest::mouseClick(open.on.button(u"Put back"_s), Qt::LeftButton);
    QCOMPARE(open.value(u"discovered"_s), u"3 Mar 2026"_s);
    QCOMPARE(open.value(u"anchors.determined"_s), QString());
}

/// The store knows of proofs that the facts at hand do not: with them the day of a notice that hangs on another stays.
void TestFacts::countsCompletedDutiesAsGiven()
{
    OpenFacts open;
    const auto records = open.on.fixture.ask(casework::ObligationsQuery{open.on.incident}).value();
    for (const casework::ObligationRecord &each : records) {
        if (each.duty.recipient != "individuals"_L1)
            continue;
        casework::CompleteObligation done;
        done.obligation = each.id;
        done.proof = casework::Proof{u"mailing"_s, u"M-1"_s, QDate(2026, 3, 19)};
        QVERIFY(open.on.fixture.submit(done));
    }
    QTRY_COMPARE(open.value(u"done.individuals"_s), u"19 Mar 2026"_s);
    open.openAll();
    open.go(u"done.individuals"_s);
    QTest::keyClick(open.tree, Qt::Key_Delete);
    QTRY_VERIFY(says(*open.page, u"No date changes."_s));
}

void TestFacts::showsTheLatestOfManyEdits()
{
    OpenFacts open;
    auto *discovered = open.page->findChild<QLineEdit *>(u"fact.discovered"_s);
    for (int day = 10; day < 28; ++day)
        discovered->setText(u"%1 Feb 2026"_s.arg(day));
    QTRY_VERIFY(says(*open.page, u"dates move 4 days earlier. Individuals: 28 Apr."_s));
    discovered->setText(u"28 Feb 2026"_s);
    QTest::mouseClick(open.on.button(u"Put back"_s), Qt::LeftButton);
    // The answer that nobody waits for any more came before this one.
    QVERIFY(open.on.fixture.ask(casework::CurrentFacts{open.on.incident}));
    QCoreApplication::processEvents();
    QVERIFY(!says(*open.page, u"Saving needs a reason."_s));
}

void TestFacts::keepsEditsOverALock()
{
    OpenFacts open;
    open.openAll();
    open.type(u"posting.web_from"_s, u"1 Apr 2026"_s);
    const QVariantMap place = open.page->place();
    views::DeadlinesPage again(open.on.context.get());
    again.restorePlace(place);
    QVERIFY(showAt(again, 1072, 736));
    auto *tree = again.findChild<views::FactTree *>();
    QTRY_VERIFY(tree->isVisible());
    QTRY_VERIFY(says(again, u"Saving needs a reason."_s));
}

void TestFacts::findsAFact()
{
    OpenFacts open;
    open.openAll();
    auto *search = open.on.named<views::SearchField>(u"Find a fact"_s);
    search->setFocus();
    QTest::keyClicks(search, u"toll-free"_s);
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(open.tree->hasFocus());
    QVERIFY(open.at(u"posting.phone_from"_s).isValid());
    QVERIFY(!open.at(u"discovered"_s).isValid());
    search->clear();
    QTRY_VERIFY(open.at(u"discovered"_s).isValid());
}

void TestFacts::goesAwayWhileAFactIsEdited()
{
    OpenFacts open;
    open.openAll();
    open.go(u"retention.from"_s);
    QTest::keyClick(open.tree, Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"1 Jun"_s);
    open.on.page.reset();
    QVERIFY(open.on.fixture.ask(casework::CurrentFacts{open.on.incident}));
    QCoreApplication::processEvents();
}

void TestFacts::isReachableNamedAndUncut()
{
    OpenFacts open;
    open.openAll();
    open.type(u"anchors.determined"_s, u"5 Febuary"_s);
    QCOMPARE(unnamedControls(*open.page), QStringList());
    QTRY_VERIFY2(clippedTexts(*open.page).isEmpty(), qPrintable(clippedTexts(*open.page).join(u'\n')));
    open.tree->setFocus();
    QCOMPARE(unreachableControls(*open.page), QStringList());
    const QStringList unseen = invisibleFocus(*open.page);
    QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(u'\n')));
    QCOMPARE(sidewaysScrolls(*open.page), QStringList());
}

QTEST_MAIN(TestFacts)
#include "tst_views_facts.moc"
