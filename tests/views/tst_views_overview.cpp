// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/facts_record.h"
#include "casework/notice.h"
#include "casework/task.h"
#include "casework/timeline.h"
#include "overview/first_steps_choice.h"
#include "overview/overview_page.h"
#include "overview/task_chart.h"
#include "patience.h"
#include "shared/table_view.h"
#include "timeline/timeline_list.h"
#include "views/case_page.h"

#include <QApplication>
#include <QChart>
#include <QCheckBox>
#include <QDateEdit>
#include <QLegend>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;
using casework::Role;

namespace {

struct OpenOverview : CasePage
{
    using CasePage::CasePage;

    void open()
    {
        page = show<OverviewPage>();
        QVERIFY(page);
    }

    TableView *deadlines() const { return named<TableView>(u"Next deadlines"_s); }
    bool says(const QString &words) const { return !textsWith(*page, words).isEmpty(); }

    void addTask(const QString &title, QDate due)
    {
        casework::AddTask command;
        command.incident = incident;
        command.title = title;
        command.owner = fixture.file().actor().id;
        command.due = due;
        QVERIFY(fixture.submit(command));
    }

    OverviewPage *page = nullptr;
};

} // namespace

class OverviewViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void showsWhatIsDueNext();
    void logsFromHere();
    void countsTasksAndWhatIsLate();
    void showsTasksOverTimeAsChartAndAsTable();
    void listsWhatWaitsForThisPerson();
    void tellsCounselOfADayOfDiscoveryThatWaits();
    void listsNothingThatAnObserverCannotDo();
    void leadsToThePages();
    void beginsTheFirstIncident();
    void saysInPlaceWhyAnIncidentCannotBegin();
    void theFormOfANewIncidentFits();
    void observerCannotBeginOne();
    void everyControlHasANameAndFits();
};

void OverviewViews::showsWhatIsDueNext()
{
    OpenOverview o;
    o.begin();
    o.open();
    QTRY_VERIFY(o.deadlines() && o.deadlines()->model()->rowCount() > 0);
    QTRY_VERIFY(o.button(u"All %1"_s.arg(o.deadlines()->model()->rowCount())));
    QVERIFY(o.says(u"in 43 days"_s));
}

void OverviewViews::logsFromHere()
{
    OpenOverview o;
    o.begin();
    o.open();
    o.page->focusFirst();
    auto *entry = o.named<QLineEdit>(u"What happened"_s);
    QCOMPARE(QApplication::focusWidget(), entry);
    QTest::keyClicks(entry, u"Vendor confirmed"_s);
    QTest::keyClick(entry, Qt::Key_Return);
    auto *list = o.page->findChild<TimelineList *>();
    QTRY_COMPARE(list->model()->index(0, 0).data().toString(), u"Vendor confirmed"_s);
}

void OverviewViews::countsTasksAndWhatIsLate()
{
    OpenOverview o;
    o.begin();
    o.addTask(u"Late"_s, QDate(2026, 3, 18));
    o.addTask(u"Later"_s, QDate(2026, 4, 18));
    o.open();
    QTRY_VERIFY(o.says(u"0 / 2"_s));
    QVERIFY(o.says(u"Tasks done; 1 late."_s));
    QTRY_VERIFY(o.says(u"Finish T-1: Late"_s));
}

void OverviewViews::showsTasksOverTimeAsChartAndAsTable()
{
    OpenOverview o;
    o.begin();
    o.addTask(u"One"_s, QDate(2026, 3, 28));
    o.addTask(u"Two"_s, QDate(2026, 4, 18));
    o.open();
    auto *chart = o.page->findChild<TaskChart *>();
    QTRY_COMPARE(chart->accessibleDescription(), u"Since 20 Mar: 2 tasks, 0 of them done."_s);
    QVERIFY(chart->isVisible());
    QPushButton *other = o.button(u"As a table"_s);
    QVERIFY(other);
    other->setFocus(Qt::TabFocusReason);
    QTest::keyClick(other, Qt::Key_Space);
    auto *table = o.named<TableView>(u"Tasks over time"_s);
    QVERIFY(table && table->isVisible());
    QVERIFY(!chart->isVisible());
    QCOMPARE(table->model()->index(0, items::TaskProgressModel::All).data().toString(), u"2"_s);
    QTest::keyClick(other, Qt::Key_Space);
    QVERIFY(chart->isVisible());
    const QColor light = chart->chart()->legend()->labelColor();
    applyTheme(*qApp, ThemeChoice::Dark);
    QVERIFY(chart->chart()->legend()->labelColor() != light);
    applyTheme(*qApp, ThemeChoice::Light);
}

void OverviewViews::listsWhatWaitsForThisPerson()
{
    OpenOverview o;
    o.begin();
    const auto notices = o.fixture.ask(casework::NoticesQuery{o.incident});
    QVERIFY(notices && !notices->isEmpty());
    QVERIFY(o.fixture.submit(casework::SubmitNotice{notices->first().id}));
    o.open();
    QTRY_VERIFY(o.says(u"Review “%1”"_s.arg(notices->first().title)));
    QSignalSpy asked(o.page, &Page::navigationRequested);
    o.button(u"Review"_s)->click();
    QCOMPARE(asked.value(0).value(0).toString(), u"notices"_s);
    QCOMPARE(asked.value(0).value(1).toString(), QString::number(notices->first().id.value));
}

void OverviewViews::tellsCounselOfADayOfDiscoveryThatWaits()
{
    OpenOverview o;
    o.begin();
    law::Facts facts = test::CaseFixture::facts();
    facts.discovered = law::Moment{QDate(2026, 3, 1), {}};
    QVERIFY(o.fixture.submit(casework::SetFacts{o.incident, facts, u"The vendor knew on Sunday"_s}));
    o.open();
    QTRY_VERIFY(o.says(u"Find out"_s));
    QVERIFY(!o.says(u"Acknowledge another day"_s)); // not for who proposed it
    QVERIFY(o.switchTo(u"Carla"_s, Role::LegalCounsel));
    o.open();
    QTRY_VERIFY(o.says(u"Acknowledge another day of discovery"_s));
    QVERIFY(o.says(u"by Ada: The vendor knew on Sunday"_s));
    QSignalSpy asked(o.page, &Page::navigationRequested);
    o.button(u"Look"_s)->click();
    QCOMPARE(asked.value(0).value(0).toString(), u"deadlines"_s);
}

void OverviewViews::listsNothingThatAnObserverCannotDo()
{
    OpenOverview o;
    o.begin();
    const auto notices = o.fixture.ask(casework::NoticesQuery{o.incident});
    QVERIFY(o.fixture.submit(casework::SubmitNotice{notices->first().id}));
    QVERIFY(o.switchTo(u"Olga"_s, Role::Observer));
    o.open();
    QTRY_VERIFY(o.deadlines() && o.deadlines()->model()->rowCount() > 0);
    QTRY_VERIFY(o.says(u"Nothing waits for you."_s));
    QVERIFY(!o.button(u"Review"_s));
    QVERIFY(!o.named<QLineEdit>(u"What happened"_s));
}

void OverviewViews::leadsToThePages()
{
    OpenOverview o;
    o.begin();
    o.open();
    QSignalSpy asked(o.page, &Page::navigationRequested);
    o.button(u"Open"_s)->click();
    o.button(u"Board"_s)->click();
    QCOMPARE(asked.value(0).value(0).toString(), u"timeline"_s);
    QCOMPARE(asked.value(1).value(0).toString(), u"tasks"_s);
}

void OverviewViews::beginsTheFirstIncident()
{
    OpenOverview o;
    o.reopen();
    o.open();
    o.button(u"New incident"_s)->click();
    auto *title = o.named<QLineEdit>(u"Title"_s);
    QCOMPARE(QApplication::focusWidget(), title);
    QTest::keyClicks(title, u"Order export left readable"_s);
    o.named<QDateEdit>(u"Day of discovery"_s)->setDate(QDate(2026, 3, 3));
    o.button(u"Begin the incident"_s)->click();
    QTRY_COMPARE(o.context->reference(), u"2026-001"_s);
    QTRY_VERIFY(o.page->findChild<TimelineList *>()->isVisible());
    const auto facts = o.fixture.ask(casework::CurrentFacts{o.context->incident()});
    QVERIFY(facts);
    QCOMPARE(facts->facts.discovered->date, QDate(2026, 3, 3));
    QCOMPARE(facts->facts.timezone, QByteArray("America/Chicago"));
    QCOMPARE(*facts->facts.data, QStringList{u"phi"_s});
}

void OverviewViews::saysInPlaceWhyAnIncidentCannotBegin()
{
    OpenOverview o;
    o.reopen();
    o.open();
    o.button(u"New incident"_s)->click();
    o.button(u"Begin the incident"_s)->click();
    QVERIFY(o.says(u"Give it a title"_s));
    QTest::keyClicks(o.named<QLineEdit>(u"Title"_s), u"x"_s);
    o.named<QCheckBox>(u"First day it went on is known"_s)->click();
    o.named<QDateEdit>(u"First day it went on"_s)->setDate(QDate(2026, 3, 10));
    o.named<QDateEdit>(u"Day of discovery"_s)->setDate(QDate(2026, 3, 3));
    o.button(u"Begin the incident"_s)->click();
    QTRY_VERIFY(o.says(u"facts.discovered"_s));
    QVERIFY(o.context->incident().isNull());
    o.button(u"Cancel"_s)->click();
    QVERIFY(o.button(u"New incident"_s));
}

/// In a window of 1280 by 800 the page has this much.
void OverviewViews::theFormOfANewIncidentFits()
{
    OpenOverview o;
    o.reopen();
    o.open();
    o.page->window()->resize(1050, 690);
    o.button(u"New incident"_s)->click();
    QTRY_COMPARE(sidewaysScrolls(*o.page), QStringList());
    QCOMPARE(clippedTexts(*o.page), QStringList());
    const auto *steps = o.page->findChild<FirstStepsChoice *>();
    QVERIFY(steps && steps->visibleRegion().boundingRect() == steps->rect()); // without scrolling
}

void OverviewViews::observerCannotBeginOne()
{
    OpenOverview o(Role::Observer);
    o.reopen();
    o.open();
    QVERIFY(o.says(u"No incident yet"_s));
    QVERIFY(!o.button(u"New incident"_s));
}

void OverviewViews::everyControlHasANameAndFits()
{
    OpenOverview o;
    o.begin();
    o.addTask(u"Restrict the export role to two people"_s, QDate(2026, 3, 18));
    o.open();
    QTRY_VERIFY(o.says(u"Tasks done; 1 late."_s));
    QTRY_VERIFY(o.deadlines() && o.deadlines()->model()->rowCount() > 0);
    QCOMPARE(unnamedControls(*o.page), QStringList());
    QCOMPARE(clippedTexts(*o.page), QStringList());
    o.page->commands().constFirst().run();
    QCOMPARE(unnamedControls(*o.page), QStringList());
    QCOMPARE(clippedTexts(*o.page), QStringList());
    const QPushButton *begin = o.button(u"Begin the incident"_s); // in sight without scrolling
    QVERIFY(begin && begin->visibleRegion().boundingRect() == begin->rect());
}

QTEST_MAIN(OverviewViews)
#include "tst_views_overview.moc"
