// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/facts_record.h"
#include "casework/roster.h"
#include "items/recipient_model.h"
#include "items/roster_wording.h"
#include "items/state_count_model.h"
#include "models/intake/synthetic_roster.h"
#include "patience.h"
#include "people/people_page.h"
#include "people/recipients_panel.h"
#include "shared/form.h"
#include "shared/search_field.h"
#include "shared/segmented_filter.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "views/case_page.h"
#include "views/page_words.h"
#include "views/view_checks.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::viewchecks;
using casework::Standing;

namespace {

constexpr auto kHeader = "member_id,first_name,last_name,address_1,city,state,zip\n";

/// Invented people: 12 in Texas of whom 10 have no address, and one in California whose State is missing.
QByteArray roster()
{
    QByteArray csv = kHeader;
    for (int i = 1; i <= 10; ++i)
        csv += "T" + QByteArray::number(i) + ",Testa,Invented" + QByteArray::number(i) + ",,,,\n";
    csv += "T11,Testb,Sample,1 Example St,Austin,TX,78701\n";
    csv += "T12,Testc,Sample,2 Example St,Austin,TX,78702\n";
    csv += "T13,Testd,Sample,3 Example St,Oakland,CA,94601\n";
    return csv;
}

struct OpenPage
{
    explicit OpenPage(casework::Role role = casework::Role::ComplianceLead)
    {
        on.begin();
        if (role != casework::Role::ComplianceLead)
            on.switchTo(u"Bo"_s, role);
        choice.answerFor(*on.context);
        page = on.show<views::PeoplePage>();
    }

    void write(const QByteArray &bytes)
    {
        choice.path = on.fixture.filePath(u"roster.csv"_s);
        QFile file(choice.path);
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }
    /// Imports as a person would, and waits for the report.
    bool import(const QByteArray &bytes)
    {
        write(bytes);
        QTest::mouseClick(on.button(u"Import a roster…"_s), Qt::LeftButton);
        return QTest::qWaitFor([this] { return says(*page, u"rows read"_s); }, test::kPatience)
            && QTest::qWaitFor([this] { return says(*page, u"Revision 1"_s); }, test::kPatience);
    }
    casework::RosterTotals totals() { return on.fixture.ask(casework::RosterTotalsQuery{on.incident}).value(); }
    views::ListView *list() const { return page->findChild<views::ListView *>(); }

    FileChoice choice;
    CasePage on;
    views::PeoplePage *page = nullptr;
};

} // namespace

class TestPeople final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { views::applyTheme(*qApp, views::ThemeChoice::Light); }

    void saysTheRuleOfTenInWords();
    void countsStatesByDifference();
    void saysWhatBelongsHereWhileThereIsNoRoster();
    void importsAndReportsByLine();
    void saysWhatIsWrongWithAFile();
    void cancelsAnImportWithoutTrace();
    void goesAwayDuringAnImport();
    void putsTheFiguresIntoTheFactsOnceAPersonAgrees();
    void listsSearchesAndFiltersPeople();
    void decidesForManyWithAReason();
    void decidesForManyWhateverWasChosenFirst();
    void comesBackToTheSameNarrowing();
    void showsNoNamesToAnObserver();
    void isReachableNamedAndUncut();
};

void TestPeople::saysTheRuleOfTenInWords()
{
    QVERIFY(items::addressSentence(0).startsWith(u"Everyone"_s));
    QVERIFY(items::addressSentence(1).startsWith(u"1 person has no usable address. Below ten"_s));
    QVERIFY(items::addressSentence(9).contains(u"Below ten"_s));
    QVERIFY(items::addressSentence(10).contains(u"From ten on"_s));
}

void TestPeople::countsStatesByDifference()
{
    items::StateCountModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.set({{u"CA"_s, 5}, {u"TX"_s, 9}}, 0);
    QCOMPARE(model.index(0, 0).data().toString(), u"Texas"_s);
    const QPersistentModelIndex texas(model.index(0, 0));
    model.set({{u"CA"_s, 12}, {u"TX"_s, 9}}, 3);
    QCOMPARE(texas.row(), 1);
    QCOMPARE(model.index(2, 0).data().toString(), u"Elsewhere or unknown"_s);
    QCOMPARE(model.index(1, 2).data(items::ShareRole).toDouble(), 0.375); // 9 of 24
}

void TestPeople::saysWhatBelongsHereWhileThereIsNoRoster()
{
    OpenPage open;
    QVERIFY(says(*open.page, u"No roster yet."_s));
    QVERIFY(open.on.button(u"Import a roster…"_s));
    QTest::mouseClick(open.on.button(u"Import a roster…"_s), Qt::LeftButton); // and gives up choosing
    QVERIFY(says(*open.page, u"No roster yet."_s));
}

void TestPeople::importsAndReportsByLine()
{
    OpenPage open;
    QVERIFY(open.import(roster()));
    QVERIFY(says(*open.page, u"13 rows read: 13 new, 0 changed, 0 unchanged. 10 need a decision."_s));
    QTRY_VERIFY(says(*open.page, u"13 people: 3 included, 10 to decide, 0 excluded."_s));
    QVERIFY(says(*open.page, u"10 people have no usable address. From ten on"_s));
    QVERIFY(says(*open.page, u": 10, lines 2, 3, 4, 5, 6, 7, 8, 9 …"_s));
    QVERIFY(says(*open.page, u"Revision 1 · roster.csv"_s));
    QCOMPARE(open.page->count(), 10);
    // The same file again changes nothing, and says so.
    QTest::mouseClick(open.on.button(u"Import a roster…"_s), Qt::LeftButton);
    QTRY_VERIFY(says(*open.page, u"imported before; nothing was changed"_s));
}

void TestPeople::saysWhatIsWrongWithAFile()
{
    OpenPage open;
    open.write("not,a,roster\n1,2,3\n");
    QTest::mouseClick(open.on.button(u"Import a roster…"_s), Qt::LeftButton);
    QTRY_VERIFY(says(*open.page, u"header"_s) || says(*open.page, u"column"_s));
    QVERIFY(says(*open.page, u"No roster yet."_s));
    QVERIFY(open.on.button(u"Import a roster…"_s)->isEnabled());
}

void TestPeople::cancelsAnImportWithoutTrace()
{
    OpenPage open;
    open.write(tests::syntheticCsv(20000));
    QTest::mouseClick(open.on.button(u"Import a roster…"_s), Qt::LeftButton);
    QVERIFY(says(*open.page, u"Reading roster.csv"_s));
    QTest::mouseClick(open.on.button(u"Cancel"_s), Qt::LeftButton);
    QTRY_VERIFY(says(*open.page, u"Cancelled; nothing half-done was kept."_s));
    QVERIFY(says(*open.page, u"No roster yet."_s));
    QCOMPARE(open.totals().revision, 0);
    QVERIFY(open.on.button(u"Import a roster…"_s)->isEnabled());
}

void TestPeople::goesAwayDuringAnImport()
{
    OpenPage open;
    open.write(tests::syntheticCsv(20000));
    QTest::mouseClick(open.on.button(u"Import a roster…"_s), Qt::LeftButton);
    open.on.page.reset();
    open.on.context.reset(); // nobody waits for the work here: whoever closes the store does
    workPool().waitForDone();
    QCOMPARE(open.totals().revision, 0);
}

void TestPeople::putsTheFiguresIntoTheFactsOnceAPersonAgrees()
{
    OpenPage open;
    QVERIFY(open.import(roster()));
    QTRY_VERIFY(open.on.button(u"Put these figures into the facts"_s));
    QVERIFY(says(*open.page, u"The facts say 620 people, the roster 13."_s));
    QVERIFY(says(*open.page, u"Media in Texas: no longer owed"_s));
    QCOMPARE(open.on.fixture.ask(casework::CurrentFacts{open.on.incident})->revision, 1);
    QTest::mouseClick(open.on.button(u"Put these figures into the facts"_s), Qt::LeftButton);
    QTRY_VERIFY(!open.on.button(u"Put these figures into the facts"_s));
    const auto facts = open.on.fixture.ask(casework::CurrentFacts{open.on.incident});
    QCOMPARE(facts->facts.peopleAffected().value_or(0), 13);
    QCOMPARE(facts->facts.unreachable.value_or(0), 10);
}

void TestPeople::listsSearchesAndFiltersPeople()
{
    OpenPage open;
    const QAbstractItemModelTester tester(open.list()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(open.import(roster()));
    QTRY_COMPARE(open.list()->model()->rowCount(), 13);
    auto *search = open.page->findChild<views::SearchField *>();
    search->setFocus();
    QTest::keyClicks(search, u"Testd"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(open.list()->model()->rowCount(), 1);
    QTRY_COMPARE(open.list()->model()->index(0, 0).data().toString(), u"Testd Sample"_s);
    QTest::keyClick(search, Qt::Key_Down);
    QTRY_VERIFY(says(*open.page, u"3 Example St, Oakland CA 94601"_s));
    QTest::keyClicks(search, u"nobody"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(says(*open.page, u"Nobody fits this search"_s));
    search->clear();
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(open.list()->model()->rowCount(), 13);
    auto *state = open.on.named<QComboBox>(u"State"_s);
    state->setCurrentIndex(state->findText(u"Texas"_s));
    QTRY_COMPARE(open.list()->model()->rowCount(), 2);
    state->setCurrentIndex(0);
    open.page->findChild<views::SegmentedFilter *>()->setCurrent(casework::standingToken(Standing::Undecided));
    QTRY_COMPARE(open.list()->model()->rowCount(), 10);
}

void TestPeople::decidesForManyWithAReason()
{
    OpenPage open;
    QVERIFY(open.import(roster()));
    open.page->findChild<views::SegmentedFilter *>()->setCurrent(casework::standingToken(Standing::Undecided));
    QTRY_COMPARE(open.list()->model()->rowCount(), 10);
    open.list()->setFocus();
    open.list()->selectAll();
    QTRY_VERIFY(says(*open.page, u"10 people chosen"_s));
    QTest::mouseClick(open.on.button(u"Exclude 10"_s), Qt::LeftButton);
    QVERIFY(says(*open.page, u"Say why, for the record."_s));
    QCOMPARE(open.totals().excluded, 0);
    QTest::keyClicks(QApplication::focusWidget(), u"Test rows of the vendor"_s);
    QTest::mouseClick(open.on.button(u"Exclude 10"_s), Qt::LeftButton);
    QTRY_COMPARE(open.totals().excluded, 10);
    QCOMPARE(open.totals().undecided, 0);
    QTRY_COMPARE(open.list()->model()->rowCount(), 0);
}

void TestPeople::decidesForManyWhateverWasChosenFirst()
{
    OpenPage open;
    QVERIFY(open.import(roster()));
    QTRY_COMPARE(open.list()->model()->rowCount(), 13);
    auto *panel = open.page->findChild<views::RecipientsPanel *>();
    const auto isIncluded = [&](int row) {
        const auto *model = qobject_cast<items::RecipientModel *>(open.list()->model());
        return model->recordAt(row) && model->recordAt(row)->standing == Standing::Included;
    };
    int included = 0;
    QTRY_VERIFY(open.list()->model()->rowCount() == 13 && isIncluded(12));
    included = 12;
    open.list()->setCurrentIndex(open.list()->model()->index(included, 0));
    QTRY_VERIFY(open.on.button(u"Include"_s) && !open.on.button(u"Include"_s)->isEnabled());
    open.list()->selectionModel()->select(open.list()->model()->index(0, 0), QItemSelectionModel::Select);
    QTRY_VERIFY(open.on.button(u"Include 2"_s));
    QVERIFY(open.on.button(u"Include 2"_s)->isEnabled());
    QVERIFY(open.on.button(u"Exclude 2"_s)->isEnabled());
    QVERIFY(panel);
}

void TestPeople::comesBackToTheSameNarrowing()
{
    OpenPage open;
    QVERIFY(open.import(roster()));
    auto *state = open.on.named<QComboBox>(u"State"_s);
    QTRY_VERIFY(state && state->findData(u"TX"_s) > 0);
    state->setCurrentIndex(state->findData(u"TX"_s));
    const QVariantMap place = open.page->place();
    open.page = open.on.show<views::PeoplePage>();
    open.page->restorePlace(place); // before the roster's States are known again
    state = open.on.named<QComboBox>(u"State"_s);
    QCOMPARE(state->currentData().toString(), u"TX"_s);
    QTRY_VERIFY(state->findData(u"CA"_s) > 0);
    QCOMPARE(state->currentData().toString(), u"TX"_s);
    QTRY_COMPARE(open.list()->model()->rowCount(), 2);
}

void TestPeople::showsNoNamesToAnObserver()
{
    OpenPage open;
    QVERIFY(open.import(roster()));
    QVERIFY(open.on.switchTo(u"Bo"_s, casework::Role::Observer));
    auto *page = open.on.show<views::PeoplePage>();
    QTRY_VERIFY(says(*page, u"13 people"_s));
    QVERIFY(says(*page, u"Names are not for your role"_s));
    QVERIFY(!open.on.button(u"Import a roster…"_s));
    QVERIFY(!open.on.button(u"Put these figures into the facts"_s));
    QCOMPARE(textsWith(*page, u"Sample"_s), QStringList());
    QCOMPARE(textsWith(*page, u"Testb"_s), QStringList());
}

void TestPeople::isReachableNamedAndUncut()
{
    OpenPage open;
    QVERIFY(open.import(roster()));
    QTRY_COMPARE(open.list()->model()->rowCount(), 13);
    open.list()->setCurrentIndex(open.list()->model()->index(0, 0));
    QTRY_VERIFY(open.on.button(u"Exclude"_s));
    QCOMPARE(unnamedControls(*open.page), QStringList());
    QTRY_VERIFY2(clippedTexts(*open.page).isEmpty(), qPrintable(clippedTexts(*open.page).join(u'\n')));
    open.list()->setFocus();
    const QStringList unreachable = unreachableControls(*open.page);
    QVERIFY2(unreachable.isEmpty(), qPrintable(unreachable.join(u'\n')));
}

QTEST_MAIN(TestPeople)
#include "tst_views_people.moc"
