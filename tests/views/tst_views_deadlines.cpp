// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/facts_record.h"
#include "casework/obligation.h"
#include "casework/rule_import.h"
#include "clocks/lane_chart.h"
#include "clocks/month_calendar.h"
#include "deadlines/deadlines_page.h"
#include "items/duty_wording.h"
#include "items/obligation_model.h"
#include "law/states.h"
#include "law/wording.h"
#include "models/casework/other_rules.h"
#include "patience.h"
#include "shared/rule_facts.h"
#include "shared/search_field.h"
#include "shared/segmented_filter.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "views/case_page.h"
#include "views/page_words.h"
#include "views/view_checks.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using test::CaseFixture;
using namespace tocsin::viewchecks;
using casework::ObligationRecord;
using Standing = ObligationRecord::Standing;

namespace {

QLineEdit *fact(QWidget &root, const QString &key)
{
    return root.findChild<QLineEdit *>(u"fact."_s + key);
}

/// A page on a case, shown and filled.
struct OpenPage
{
    explicit OpenPage(casework::Role role = casework::Role::ComplianceLead)
    {
        on.begin();
        if (role != casework::Role::ComplianceLead)
            shown = on.switchTo(u"Bo"_s, role);
        choice.answerFor(*on.context);
        page = on.show<views::DeadlinesPage>();
        table = page->findChild<views::TableView *>();
        shown = shown && QTest::qWaitFor([this] { return table->model()->rowCount() > 0; }, test::kPatience);
    }

    QStringList column(int column, int role = Qt::DisplayRole) const
    {
        QStringList texts;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            texts << table->model()->index(row, column).data(role).toString();
        return texts;
    }
    int rowOf(const QString &recipient) const
    {
        return static_cast<int>(column(items::ObligationModel::ToWhom).indexOf(recipient));
    }
    void choose(const QString &recipient) { table->selectRow(rowOf(recipient)); }
    void type(const QString &key, const QString &text)
    {
        QLineEdit *field = fact(*page, key);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    ObligationRecord record(const QString &recipient)
    {
        const auto records = on.fixture.ask(casework::ObligationsQuery{on.incident}).value();
        for (const ObligationRecord &each : records) {
            if (each.duty.recipient == recipient)
                return each;
        }
        return {};
    }

    FileChoice choice;
    CasePage on;
    views::DeadlinesPage *page = nullptr;
    views::TableView *table = nullptr;
    bool shown = true;
};

} // namespace

class TestDeadlines final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { views::applyTheme(*qApp, views::ThemeChoice::Light); }

    void showsWhatIsOwedAndHowEachDateWasReached();
    void filtersAndSorts();
    void showsWhatFactsWouldMoveBeforeSaving();
    void savesFactsOnlyWithAReason();
    void putsAnotherDayOfDiscoveryBeforeCounsel();
    void counselDecidesOnAProposal();
    void namesTheFactThatCannotBe();
    void recordsStateAndOwnerInPlace();
    void recordsCompletionWithProof();
    void setsATargetAndWarnsOfALateOne();
    void addsNotes();
    void saysWhereADutyComesFrom();
    void showsCounselsDateBesideTheComputedOne();
    void leavesCounselsDateToCounsel();
    void keepsAWithdrawnDutyInView();
    void findsADutyAmongThoseOfEveryState();
    void exportsACalendar();
    void exportsAPdfWithTheReasons();
    void opensADateOfTheCalendarInTheList();
    void comesBackToTheViewThatWasOpen();
    void keepsAnUnfinishedEditOverALock();
    void goesAwayWhileTheStoreStillAnswers();
    void goesAwayWhileFactsAreBeingSaved();
    void showsOnlyWhatTheRoleMayDo();
    void isReachableNamedAndUncut();
    void tabGoesFromTheTopDown();
};

void TestDeadlines::showsWhatIsOwedAndHowEachDateWasReached()
{
    OpenPage open;
    QVERIFY(open.shown);
    const ObligationRecord individuals = open.record(u"individuals"_s);
    open.choose(u"All individuals"_s);
    QVERIFY(says(*open.page, u"Sat 2 May 2026"_s));
    QVERIFY(says(*open.page, u"43 days left"_s));
    QVERIFY(!individuals.duty.why.isEmpty());
    for (const QString &step : individuals.duty.why)
        QTRY_VERIFY2(says(*open.page, step), qPrintable(step));
    QVERIFY(says(*open.page, u"Not legal advice · rules "_s));
    QVERIFY(says(*open.page, u"hipaa 2026.11"_s));
    QVERIFY(open.rowOf(u"Media in Texas"_s) >= 0);
    QCOMPARE(open.page->count(), open.table->model()->rowCount());
}

void TestDeadlines::filtersAndSorts()
{
    OpenPage open;
    auto *filter = open.on.named<views::SegmentedFilter>(u"Which deadlines"_s);
    const QStringList owed = open.column(items::ObligationModel::ToWhom);
    filter->setCurrent(QString::number(int(Standing::NotOwed)));
    QVERIFY(open.table->model()->rowCount() > 0);
    QVERIFY(open.rowOf(u"Media in California"_s) >= 0);
    const QStringList states = open.column(items::ObligationModel::State, items::BadgeTextRole);
    QCOMPARE(states.count(u"Not owed"_s), states.size());
    QVERIFY(says(*open.page, u"Why it is not owed"_s));
    filter->setCurrent(QString::number(int(Standing::Owed)));
    QCOMPARE(open.column(items::ObligationModel::ToWhom), owed);
    open.table->sortByColumn(items::ObligationModel::ToWhom, Qt::DescendingOrder);
    QStringList sorted = owed;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    QCOMPARE(open.column(items::ObligationModel::ToWhom), sorted);
}

void TestDeadlines::showsWhatFactsWouldMoveBeforeSaving()
{
    OpenPage open;
    const int owed = open.table->model()->rowCount();
    open.type(u"occurred.to"_s, u"20 Feb 2026"_s);
    QTRY_VERIFY(says(*open.page, u"No date changes. Saving needs a reason."_s));
    // What is being edited stays in sight beside what it would change.
    QTRY_VERIFY(!fact(*open.page, u"occurred.to"_s)->visibleRegion().isEmpty());
    open.type(u"discovered"_s, u"27 Feb 2026"_s);
    const law::RulePacks packs = open.on.fixture.ask(casework::IncidentLaw{open.on.incident}).value();
    const law::Evaluation before = law::evaluate(CaseFixture::facts(), packs);
    law::Facts facts = CaseFixture::facts();
    facts.discovered = law::Moment{QDate(2026, 2, 27), {}};
    const auto changes = law::compare(before, law::evaluate(facts, packs));
    QVERIFY(changes.size() >= 3);
    QTRY_VERIFY(says(*open.page, u"dates move 4 days earlier. Individuals: 28 Apr. Saving needs a reason."_s));
    QTRY_VERIFY(says(*open.page, u"Media in Texas: 2 May becomes 28 Apr, 4 days earlier"_s));
    // Nothing is saved yet.
    QCOMPARE(open.record(u"individuals"_s).duty.due.date, QDate(2026, 5, 2));
    auto *residents = open.page->findChild<QPlainTextEdit *>(u"fact.residents"_s);
    residents->setPlainText(u"Texas 400\nCA 20"_s);
    QTRY_VERIFY(says(*open.page, u"no longer owed"_s));
    QTRY_VERIFY(says(*open.page, u"Media in Texas: no longer owed"_s));
    QTest::mouseClick(open.on.button(u"Put back"_s), Qt::LeftButton);
    QCOMPARE(fact(*open.page, u"discovered"_s)->text(), u"3 Mar 2026"_s);
    QVERIFY(!says(*open.page, u"Saving needs a reason"_s));
    QCOMPARE(open.table->model()->rowCount(), owed);
}

void TestDeadlines::savesFactsOnlyWithAReason()
{
    OpenPage open(casework::Role::LegalCounsel);
    open.choose(u"All individuals"_s);
    open.type(u"discovered"_s, u"27 Feb 2026"_s);
    QPushButton *save = open.on.button(u"Save the facts"_s);
    QVERIFY(save);
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(says(*open.page, u"Say why the facts change"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"Log review: first read on 27 February"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY(says(*open.page, u"28 April 2026"_s));
    QVERIFY(says(*open.page, u"Saved. The dates follow the new facts."_s));
    QTRY_VERIFY(says(*open.page, u"Log review: first read on 27 February"_s));
    QVERIFY(says(*open.page, u"Revision 2"_s));
    // What can be edited from here on are the facts that are in force now.
    QTRY_COMPARE(fact(*open.page, u"discovered"_s)->text(), u"27 Feb 2026"_s);
    QVERIFY(!says(*open.page, u"Saving needs a reason"_s));
    const auto current = open.on.fixture.ask(casework::CurrentFacts{open.on.incident});
    QCOMPARE(current->facts.discovered->date, QDate(2026, 2, 27));
    QCOMPARE(current->reason, u"Log review: first read on 27 February"_s);
}

void TestDeadlines::putsAnotherDayOfDiscoveryBeforeCounsel()
{
    OpenPage open;
    open.type(u"discovered"_s, u"27 Feb 2026"_s);
    QTRY_VERIFY(says(*open.page, u"Counsel must acknowledge the new discovery before any date moves."_s));
    QPushButton *save = open.on.button(u"Save the facts"_s);
    QTest::mouseClick(save, Qt::LeftButton); // to the reason
    QTest::keyClicks(QApplication::focusWidget(), u"Log review"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY(says(*open.page, u"until legal counsel acknowledges it"_s));
    QTRY_VERIFY(says(*open.page, u"Proposed by Ada"_s));
    QVERIFY(says(*open.page, u"Log review"_s));
    QVERIFY(!open.on.button(u"Acknowledge"_s));
    QCOMPARE(fact(*open.page, u"discovered"_s)->text(), u"3 Mar 2026"_s);
    QCOMPARE(open.on.fixture.ask(casework::CurrentFacts{open.on.incident})->revision, 1);
}

void TestDeadlines::counselDecidesOnAProposal()
{
    CasePage on;
    on.begin();
    law::Facts moved = CaseFixture::facts();
    moved.discovered = law::Moment{QDate(2026, 2, 27), {}};
    QVERIFY(on.fixture.submit(casework::SetFacts{on.incident, moved, u"Log review"_s})->held);
    QVERIFY(on.switchTo(u"Bo"_s, casework::Role::LegalCounsel));
    auto *page = on.show<views::DeadlinesPage>();
    QTRY_VERIFY(on.button(u"Acknowledge"_s));
    QVERIFY(says(*page, u"Proposed by Ada"_s));
    QVERIFY(says(*page, u"Individuals: 28 Apr."_s));
    QTest::mouseClick(on.button(u"Decline"_s), Qt::LeftButton);
    QVERIFY(says(*page, u"Say why it is declined."_s));
    QVERIFY(on.button(u"Acknowledge"_s));
    QTest::mouseClick(on.button(u"Acknowledge"_s), Qt::LeftButton);
    QTRY_VERIFY(!on.button(u"Acknowledge"_s));
    QTRY_COMPARE(fact(*page, u"discovered"_s)->text(), u"27 Feb 2026"_s);
    QCOMPARE(on.fixture.ask(casework::CurrentFacts{on.incident})->revision, 2);
}

void TestDeadlines::namesTheFactThatCannotBe()
{
    OpenPage open;
    open.type(u"discovered"_s, u"27 Febuary"_s);
    QVERIFY(says(*open.page, u"27 Feb 2026"_s));
    QVERIFY(!open.on.button(u"Save the facts"_s)->isEnabled());
    open.type(u"discovered"_s, u"1 Jan 2026"_s);
    QVERIFY(says(*open.page, u"facts.discovered: expected 2026-01-11 or later"_s));
    QVERIFY(!open.on.button(u"Save the facts"_s)->isEnabled());
    open.type(u"discovered"_s, u"2 Mar 2026"_s);
    QVERIFY(open.on.button(u"Save the facts"_s)->isEnabled());
}

void TestDeadlines::recordsStateAndOwnerInPlace()
{
    OpenPage open;
    open.choose(u"HHS Secretary"_s);
    auto combo = [&open](const QString &name) -> QComboBox * {
        for (QComboBox *each : open.page->findChildren<QComboBox *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    };
    QComboBox *state = combo(u"State of the work"_s);
    state->setCurrentIndex(state->findText(u"In review"_s));
    QTRY_COMPARE(open.record(u"HHS"_s).state, casework::WorkState::InReview);
    QTRY_COMPARE(open.table->model()
                     ->index(open.rowOf(u"HHS Secretary"_s), items::ObligationModel::State)
                     .data(items::BadgeTextRole)
                     .toString(),
                 u"In review"_s);
    QComboBox *owner = combo(u"Owner"_s);
    owner->setCurrentIndex(owner->findText(u"Ada"_s));
    QTRY_COMPARE(open.record(u"HHS"_s).ownerName, u"Ada"_s);
    QCOMPARE(open.record(u"HHS"_s).state, casework::WorkState::InReview);
    // The row is still the chosen one.
    QCOMPARE(open.table->currentIndex().siblingAtColumn(1).data().toString(), u"HHS Secretary"_s);
}

void TestDeadlines::recordsCompletionWithProof()
{
    OpenPage open;
    open.choose(u"HHS Secretary"_s);
    QTest::mouseClick(open.on.button(u"Record as done…"_s), Qt::LeftButton);
    QPushButton *record = open.on.button(u"Record as done"_s);
    QVERIFY(record);
    QTest::mouseClick(record, Qt::LeftButton);
    QVERIFY(says(*open.page, u"Say what proves it."_s));
    QTest::keyClicks(QApplication::focusWidget(), u"HHS-0001"_s);
    QTest::mouseClick(record, Qt::LeftButton);
    QTRY_COMPARE(open.record(u"HHS"_s).state, casework::WorkState::Done);
    QCOMPARE(open.record(u"HHS"_s).proof, (casework::Proof{u"portal-number"_s, u"HHS-0001"_s, QDate(2026, 3, 20)}));
    QTRY_VERIFY(says(*open.page, u"Done on 20 Mar 2026. Portal number: HHS-0001."_s));
    QVERIFY(!open.on.button(u"Record as done…"_s));
}

void TestDeadlines::setsATargetAndWarnsOfALateOne()
{
    OpenPage open;
    open.choose(u"HHS Secretary"_s);
    auto *target = open.on.named<QLineEdit>(u"Internal target"_s);
    QVERIFY(target);
    target->setFocus();
    QTest::keyClicks(target, u"20 Apr 2026"_s);
    QTest::keyClick(target, Qt::Key_Return);
    QTRY_COMPARE(open.record(u"HHS"_s).target, QDate(2026, 4, 20));
    target->selectAll();
    QTest::keyClicks(target, u"10 May 2026"_s);
    QTest::keyClick(target, Qt::Key_Return);
    QVERIFY(says(*open.page, u"after the due date, 2 May 2026"_s));
    QCOMPARE(open.record(u"HHS"_s).target, QDate(2026, 4, 20));
    QTest::mouseClick(open.on.button(u"Set it all the same"_s), Qt::LeftButton);
    QTRY_COMPARE(open.record(u"HHS"_s).target, QDate(2026, 5, 10));
    target->selectAll();
    QTest::keyClicks(target, u"soon"_s);
    QTest::keyClick(target, Qt::Key_Return);
    QVERIFY(says(*open.page, u"Expected a date"_s));
}

void TestDeadlines::addsNotes()
{
    OpenPage open;
    open.choose(u"HHS Secretary"_s);
    auto *note = open.on.named<QPlainTextEdit>(u"A note on this deadline"_s);
    QPushButton *add = open.on.button(u"Add the note"_s);
    QVERIFY(note && add && !add->isEnabled());
    QTest::keyClicks(note, u"Portal account works"_s);
    QTest::mouseClick(add, Qt::LeftButton);
    QTRY_COMPARE(open.record(u"HHS"_s).notes.size(), 1);
    QTRY_VERIFY(says(*open.page, u"Portal account works"_s));
    QVERIFY(says(*open.page, u"Ada · 20 Mar 2026, 09:42"_s));
    QTRY_COMPARE(note->toPlainText(), QString());
    open.choose(u"Media in Texas"_s);
    QVERIFY(!says(*open.page, u"Portal account works"_s));
}

void TestDeadlines::saysWhereADutyComesFrom()
{
    OpenPage open;
    open.choose(u"HHS Secretary"_s);
    const law::Obligation duty = open.record(u"HHS"_s).duty;
    QTRY_VERIFY(says(*open.page, duty.citation));
    QVERIFY(says(*open.page, u"since "_s + law::shortDate(duty.inForceFrom)));
    QVERIFY(says(*open.page, u"rules hipaa 2026.11"_s));
    law::Obligation doubtful = duty;
    doubtful.confidence = u"doubtful"_s;
    doubtful.counselReview = true;
    QCOMPARE(views::confidenceText(doubtful), u"The sources leave doubt. Needs counsel's review."_s);
}

void TestDeadlines::showsCounselsDateBesideTheComputedOne()
{
    OpenPage open(casework::Role::LegalCounsel);
    open.choose(u"HHS Secretary"_s);
    QTest::mouseClick(open.on.button(u"Set counsel's date…"_s), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"24 Apr 2026"_s);
    QTest::mouseClick(open.on.button(u"Set the date"_s), Qt::LeftButton);
    QVERIFY(says(*open.page, u"Say why"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"Agreed with the regulator"_s);
    QTest::mouseClick(open.on.button(u"Set the date"_s), Qt::LeftButton);
    QTRY_VERIFY(says(*open.page, u"Counsel's date. Computed: 2 May 2026."_s));
    QVERIFY(says(*open.page, u"Fri 24 April 2026"_s));
    QVERIFY(says(*open.page, u"Agreed with the regulator"_s));
    QVERIFY(!says(*open.page, u"has moved since"_s));
    law::Facts moved = CaseFixture::facts();
    moved.discovered = law::Moment{QDate(2026, 2, 27), {}};
    QVERIFY(open.on.fixture.submit(casework::SetFacts{open.on.incident, moved, u"Log review"_s}));
    QTRY_VERIFY(says(*open.page, u"it was 2 May 2026 when counsel set this one, and is 28 Apr 2026 now"_s));
    QTest::mouseClick(open.on.button(u"Lift it…"_s), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"No longer agreed"_s);
    QTest::mouseClick(open.on.button(u"Lift counsel's date"_s), Qt::LeftButton);
    QTRY_VERIFY(!open.record(u"HHS"_s).overridden);
    QTRY_VERIFY(says(*open.page, u"Tue 28 April 2026"_s));
    QVERIFY(open.on.button(u"Set counsel's date…"_s));
}

void TestDeadlines::leavesCounselsDateToCounsel()
{
    OpenPage open;
    open.choose(u"HHS Secretary"_s);
    QVERIFY(!open.on.button(u"Set counsel's date…"_s));
}

void TestDeadlines::keepsAWithdrawnDutyInView()
{
    OpenPage open;
    const ObligationId duty = open.record(u"individuals"_s).id;
    QVERIFY(!says(*open.page, u"Withdrawn"_s));
    QVERIFY(
        open.on.fixture.submit(casework::CompleteObligation{duty, {u"mailing"_s, u"Job 4711"_s, QDate(2026, 3, 19)}}));
    QVERIFY(open.on.fixture.submit(casework::ImportRulePacks{
        {{test::hipaaWithout(open.on.fixture, u"individuals"_s), u"new.json"_s}}, u"Counsel sent it"_s}));
    QVERIFY(open.on.fixture.submit(casework::AcceptRulePacks{open.on.incident, u"Counsel said so"_s}));
    auto *filter = open.on.named<views::SegmentedFilter>(u"Which deadlines"_s);
    const QString withdrawn = QString::number(int(Standing::Withdrawn));
    QTRY_VERIFY(open.on.button(u"Withdrawn 1"_s));
    filter->setCurrent(withdrawn);
    QTRY_COMPARE(open.column(items::ObligationModel::ToWhom), QStringList{u"All individuals"_s});
    QVERIFY(says(*open.page, u"Job 4711"_s));
    QTRY_VERIFY(says(*open.page, u"have no such duty"_s));
    QVERIFY(!open.on.button(u"Record as done…"_s));
    QCOMPARE(clippedTexts(*open.page).join(u'\n'), QString());
}

void TestDeadlines::findsADutyAmongThoseOfEveryState()
{
    OpenPage open;
    law::Facts everywhere = CaseFixture::facts();
    for (const QString &code : law::stateCodes())
        everywhere.residents->insert(code, 1200);
    const int before = open.table->model()->rowCount();
    QVERIFY(open.on.fixture.submit(casework::SetFacts{open.on.incident, everywhere, u"Roster"_s}));
    QTRY_VERIFY(open.table->model()->rowCount() > before + 54);
    const int all = open.table->model()->rowCount();
    auto *search = open.page->findChild<views::SearchField *>();
    search->setFocus();
    QTest::keyClicks(search, u"vermont"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(open.table->model()->rowCount() < all);
    QVERIFY(open.table->model()->rowCount() > 0);
    for (const QString &whom : open.column(items::ObligationModel::ToWhom))
        QVERIFY2(whom.contains(u"Vermont"_s), qPrintable(whom));
    QTest::mouseClick(open.on.button(u"Show all"_s), Qt::LeftButton);
    QCOMPARE(open.table->model()->rowCount(), all);
    QTest::mouseClick(open.on.button(u"Filter and sort"_s), Qt::LeftButton);
    auto *where = open.on.named<QComboBox>(u"Filter: Where"_s);
    QVERIFY(where);
    where->setCurrentIndex(where->findText(u"Ohio"_s));
    const QStringList states = open.column(items::ObligationModel::Place);
    QVERIFY(!states.isEmpty());
    QCOMPARE(states.count(u"Ohio"_s), states.size());
    QVERIFY(open.on.button(u"Filter and sort (1)"_s));
    where->setCurrentIndex(0);
    auto *sort = open.on.named<QComboBox>(u"Sort by"_s);
    sort->setCurrentIndex(sort->findText(u"Where"_s));
    QStringList sorted = open.column(items::ObligationModel::Place);
    QVERIFY(std::is_sorted(sorted.cbegin(), sorted.cend()));
    auto *due = open.on.named<QComboBox>(u"Filter: Due"_s);
    due->setCurrentIndex(due->findText(u"Without a date"_s));
    for (const QString &key : open.column(items::ObligationModel::Due, items::SortRole))
        QCOMPARE(key.toLongLong(), std::numeric_limits<qint64>::max());
    QTRY_VERIFY2(clippedTexts(*open.page).isEmpty(), qPrintable(clippedTexts(*open.page).join(u'\n')));
}

void TestDeadlines::exportsACalendar()
{
    OpenPage open;
    open.choice.path = open.on.fixture.filePath(u"deadlines.ics"_s);
    QTest::mouseClick(open.on.button(u"Export calendar"_s), Qt::LeftButton);
    QTRY_VERIFY(says(*open.page, u"Calendar written"_s));
    QCOMPARE(open.choice.asked.suffix, u"ics"_s);
    QFile file(open.choice.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray calendar = file.readAll();
    QVERIFY(calendar.startsWith("BEGIN:VCALENDAR"));
    QVERIFY(calendar.contains("20260502"));
    QVERIFY(!calendar.contains("Order export"));
    open.choice.path = open.on.fixture.filePath(u"no/such/folder/deadlines.ics"_s);
    QTest::mouseClick(open.on.button(u"Export calendar"_s), Qt::LeftButton);
    QTRY_VERIFY(!says(*open.page, u"Calendar written"_s));
}

void TestDeadlines::exportsAPdfWithTheReasons()
{
    OpenPage open;
    open.choice.path = open.on.fixture.filePath(u"deadlines.pdf"_s);
    QTest::mouseClick(open.on.button(u"Export PDF"_s), Qt::LeftButton);
    QTRY_VERIFY(says(*open.page, u"Deadlines written to"_s));
    QCOMPARE(open.choice.asked.suggested, u"2026-001-deadlines.pdf"_s);
    QFile file(open.choice.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
}

void TestDeadlines::opensADateOfTheCalendarInTheList()
{
    OpenPage open;
    auto *views = open.on.named<views::SegmentedFilter>(u"How the deadlines are shown"_s);
    QVERIFY(views);
    views->setCurrent(u"calendar"_s);
    auto *calendar = open.page->findChild<views::MonthCalendar *>();
    QVERIFY(calendar->isVisible() && !open.table->isVisible());
    const ObligationRecord media = open.record(u"media:TX"_s);
    Q_EMIT calendar->obligationChosen(media.id);
    QVERIFY(open.table->isVisible() && open.table->hasFocus());
    QCOMPARE(open.table->currentIndex().data(items::RecordIdRole).toString(), QString::number(media.id.value));
    QCOMPARE(views->current(), u"list"_s);
}

void TestDeadlines::comesBackToTheViewThatWasOpen()
{
    OpenPage open;
    open.on.named<views::SegmentedFilter>(u"How the deadlines are shown"_s)->setCurrent(u"lanes"_s);
    const QVariantMap place = open.page->place();
    views::DeadlinesPage again(open.on.context.get());
    again.restorePlace(place);
    QVERIFY(viewchecks::showAt(again, 1072, 736));
    QTRY_VERIFY(again.findChild<views::LaneChart *>()->isVisible());
    QCOMPARE(viewchecks::clippedTexts(again), QStringList());
    QCOMPARE(viewchecks::unnamedControls(again), QStringList());
}

void TestDeadlines::keepsAnUnfinishedEditOverALock()
{
    OpenPage open;
    open.choose(u"Media in Texas"_s);
    open.type(u"discovered"_s, u"27 Feb 2026"_s);
    const QVariantMap place = open.page->place();
    views::DeadlinesPage again(open.on.context.get());
    again.restorePlace(place);
    QVERIFY(viewchecks::showAt(again, 1072, 736));
    QTRY_COMPARE(fact(again, u"discovered"_s)->text(), u"27 Feb 2026"_s);
    QTRY_VERIFY(says(again, u"Saving needs a reason."_s));
    QCOMPARE(again.findChild<views::TableView *>()->currentIndex().siblingAtColumn(1).data().toString(),
             u"Media in Texas"_s);
}

void TestDeadlines::goesAwayWhileFactsAreBeingSaved()
{
    OpenPage open(casework::Role::LegalCounsel);
    open.type(u"discovered"_s, u"27 Feb 2026"_s);
    QPushButton *save = open.on.button(u"Save the facts"_s);
    QVERIFY(save);
    QTest::mouseClick(save, Qt::LeftButton); // to the reason
    QTest::keyClicks(QApplication::focusWidget(), u"Log review"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    open.on.page.reset();
    // Behind the saving on the store's thread: the answer nobody waits for came before this one.
    const auto current = open.on.fixture.ask(casework::CurrentFacts{open.on.incident});
    QCOMPARE(current->facts.discovered->date, QDate(2026, 2, 27));
    QCoreApplication::processEvents();
}

void TestDeadlines::goesAwayWhileTheStoreStillAnswers()
{
    CasePage on;
    on.begin();
    on.show<views::DeadlinesPage>();
    for (int i = 0; i < 20; ++i)
        on.context->setIncident(i % 2 == 0 ? IncidentId() : on.incident, u"2026-001"_s);
    on.page.reset();
    QVERIFY(on.fixture.ask(casework::ObligationsQuery{on.incident}));
    QCoreApplication::processEvents();
}

void TestDeadlines::showsOnlyWhatTheRoleMayDo()
{
    OpenPage open(casework::Role::Observer);
    QVERIFY(open.shown);
    open.choose(u"HHS Secretary"_s);
    QVERIFY(!open.on.button(u"Record as done…"_s));
    open.type(u"discovered"_s, u"27 Feb 2026"_s);
    QTRY_VERIFY(says(*open.page, u"Your role can try facts, but not save them."_s));
    QVERIFY(!open.on.button(u"Save the facts"_s));
    for (QComboBox *each : open.page->findChildren<QComboBox *>()) {
        if (each->accessibleName() == "Owner"_L1 || each->accessibleName() == "State of the work"_L1)
            QVERIFY(!each->isEnabled());
    }
}

void TestDeadlines::isReachableNamedAndUncut()
{
    OpenPage open;
    open.type(u"discovered"_s, u"27 Feb 2026"_s);
    QCOMPARE(unnamedControls(*open.page), QStringList());
    QTRY_VERIFY2(clippedTexts(*open.page).isEmpty(), qPrintable(clippedTexts(*open.page).join(u'\n')));
    open.table->setFocus();
    const QStringList unreachable = unreachableControls(*open.page);
    QVERIFY2(unreachable.isEmpty(), qPrintable(unreachable.join(u'\n')));
}

void TestDeadlines::tabGoesFromTheTopDown()
{
    OpenPage open;
    open.table->setFocus();
    const QList<QWidget *> round = tabRound(*open.page);
    const auto placeOf = [&round](const QWidget *widget) { return round.indexOf(const_cast<QWidget *>(widget)); };
    const auto search = open.page->findChild<views::SearchField *>();
    const QList<qsizetype> places{placeOf(open.on.button(u"Second screen"_s)), placeOf(open.on.button(u"Export PDF"_s)),
                                  placeOf(search), placeOf(open.table)};
    QVERIFY(!places.contains(-1));
    // The round begins at the table: from there, what is above comes in its order and ends at the table again.
    const auto after = [&](qsizetype place) { return (place - places.last() + round.size() - 1) % round.size(); };
    QVERIFY(after(places.at(0)) < after(places.at(1)));
    QVERIFY(after(places.at(1)) < after(places.at(2)));
    QVERIFY(after(places.at(2)) < after(places.at(3)));
}

QTEST_MAIN(TestDeadlines)
#include "tst_views_deadlines.moc"
