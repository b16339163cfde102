// SPDX-License-Identifier: GPL-3.0-or-later
#include "patience.h"
#include "shared/notice_bar.h"
#include "tasks/task_list.h"
#include "tasks/tasks_page.h"
#include "views/case_page.h"

#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;
using casework::Role;
using casework::TaskColumn;

namespace {

struct OpenBoard : CasePage
{
    using CasePage::CasePage;

    void open()
    {
        page = show<TasksPage>();
        QVERIFY(page);
    }

    TaskId add(const QString &title, TaskColumn column = TaskColumn::Backlog, bool owned = true, QDate due = {})
    {
        casework::AddTask command;
        command.incident = incident;
        command.title = title;
        command.column = column;
        command.owner = owned ? fixture.file().actor().id : PersonId();
        command.due = due;
        const auto receipt = fixture.submit(command);
        return receipt ? TaskId{receipt->id} : TaskId();
    }

    TaskList *column(TaskColumn column) const
    {
        for (TaskList *list : page->findChildren<TaskList *>()) {
            if (list->column()->column() == column)
                return list;
        }
        return nullptr;
    }

    QStringList titles(TaskColumn in) const
    {
        QStringList all;
        for (int row = 0; row < column(in)->model()->rowCount(); ++row)
            all << column(in)->model()->index(row, 0).data().toString();
        return all;
    }

    /// Puts the keyboard on a card.
    void choose(TaskColumn in, int row)
    {
        column(in)->setFocus();
        column(in)->choose(row);
    }

    QString notice() const
    {
        for (const NoticeBar *bar : page->findChildren<NoticeBar *>()) {
            if (bar->isVisible())
                return bar->text();
        }
        return {};
    }

    void drop(TaskColumn on, TaskId task, const QPoint &where) const
    {
        QMimeData data;
        data.setData(u"application/x-tocsin-task"_s, QByteArray::number(task.value));
        TaskList *list = column(on);
        QDragEnterEvent enter(where, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(where, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &event);
    }

    TasksPage *page = nullptr;
};

} // namespace

class TaskViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void movesTheCardByKeyAndStaysOnIt();
    void leavesTheOpenTaskAloneWhileTimePasses();
    void reordersByKey();
    void goesFromCardToCard();
    void movesByDragging();
    void refusesAnOwnerlessMoveAndOffersToTakeIt();
    void takesAMoveBackByKeyAndByButton();
    void leavesTheFieldItsOwnUndo();
    void saysWhyAMoveCannotBeTakenBack();
    void asksWhyBeforeReopening();
    void escapeLeavesATaskDone();
    void addsInPlace();
    void saysInPlaceThatATitleIsMissing();
    void editsInPlace();
    void showsWhatHappenedToATask();
    void countsWhatIsLate();
    void countsByTheHourWhereItMatters();
    void showsAndEditsClassAndSprint();
    void observerReadsOnly();
    void showsATaskByItsReference();
    void givesItsPlaceBack();
    void saysWhatBelongsHereWhenEmpty();
    void everyControlHasANameAndFits();
};

void TaskViews::movesTheCardByKeyAndStaysOnIt()
{
    OpenBoard b;
    b.begin();
    b.add(u"Rotate keys"_s);
    b.add(u"Block public access"_s);
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Backlog), (QStringList{u"Rotate keys"_s, u"Block public access"_s}));
    b.choose(TaskColumn::Backlog, 1);
    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Right, Qt::ControlModifier);
    QTRY_COMPARE(b.titles(TaskColumn::Ready), QStringList{u"Block public access"_s});
    QTRY_COMPARE(QApplication::focusWidget(), b.column(TaskColumn::Ready));
    QTest::keyClick(b.column(TaskColumn::Ready), Qt::Key_Right, Qt::ControlModifier);
    QTRY_COMPARE(b.titles(TaskColumn::InProgress), QStringList{u"Block public access"_s});
    QTRY_COMPARE(QApplication::focusWidget(), b.column(TaskColumn::InProgress));
    QTest::keyClick(b.column(TaskColumn::InProgress), Qt::Key_Left, Qt::ControlModifier);
    QTRY_COMPARE(b.titles(TaskColumn::Ready), QStringList{u"Block public access"_s});
}

void TaskViews::leavesTheOpenTaskAloneWhileTimePasses()
{
    OpenBoard b;
    b.begin();
    b.add(u"Read the logs"_s);
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Backlog).size(), 1);
    b.choose(TaskColumn::Backlog, 0);
    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Return);
    auto *title = b.named<QLineEdit>(u"Title"_s);
    QTRY_VERIFY(title && title->text() == u"Read the logs"_s);
    title->setSelection(5, 3);
    Q_EMIT b.context->minutePassed();
    QCoreApplication::processEvents();
    QCOMPARE(title->selectedText(), u"the"_s);
}

void TaskViews::reordersByKey()
{
    OpenBoard b;
    b.begin();
    b.add(u"One"_s);
    b.add(u"Two"_s);
    b.add(u"Three"_s);
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Backlog).size(), 3);
    b.choose(TaskColumn::Backlog, 2);
    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Up, Qt::ControlModifier);
    QTRY_COMPARE(b.titles(TaskColumn::Backlog), (QStringList{u"One"_s, u"Three"_s, u"Two"_s}));
    QTRY_COMPARE(b.column(TaskColumn::Backlog)->currentIndex().row(), 1);
    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Down, Qt::ControlModifier);
    QTRY_COMPARE(b.titles(TaskColumn::Backlog), (QStringList{u"One"_s, u"Two"_s, u"Three"_s}));
}

void TaskViews::goesFromCardToCard()
{
    OpenBoard b;
    b.begin();
    b.add(u"One"_s);
    b.add(u"Two"_s, TaskColumn::Review);
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Review).size(), 1);
    b.page->focusFirst();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), b.column(TaskColumn::Review));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(QApplication::focusWidget(), b.column(TaskColumn::Backlog));
}

void TaskViews::movesByDragging()
{
    OpenBoard b;
    b.begin();
    const TaskId one = b.add(u"One"_s);
    b.add(u"Two"_s, TaskColumn::Ready);
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Ready).size(), 1);
    b.drop(TaskColumn::Ready, one, {20, 4});
    QTRY_COMPARE(b.titles(TaskColumn::Ready), (QStringList{u"One"_s, u"Two"_s}));
    b.drop(TaskColumn::Ready, one, {20, 400});
    QTRY_COMPARE(b.titles(TaskColumn::Ready), (QStringList{u"Two"_s, u"One"_s}));
}

void TaskViews::refusesAnOwnerlessMoveAndOffersToTakeIt()
{
    OpenBoard b;
    b.begin();
    b.add(u"Rotate keys"_s, TaskColumn::Ready, false);
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Ready).size(), 1);
    b.choose(TaskColumn::Ready, 0);
    QTest::keyClick(b.column(TaskColumn::Ready), Qt::Key_Right, Qt::ControlModifier);
    QTRY_VERIFY(b.notice().contains(u"T-1 has no owner"_s));
    QVERIFY(b.button(u"Assign to me"_s));
    b.button(u"Assign to me"_s)->click();
    QTRY_COMPARE(b.titles(TaskColumn::InProgress), QStringList{u"Rotate keys"_s});
    QTRY_COMPARE(b.notice(), u"T-1 moved to “In progress”."_s);
    const auto tasks = b.fixture.ask(casework::TasksQuery{b.incident});
    QCOMPARE(tasks->first().ownerName, u"Ada"_s);
}

void TaskViews::takesAMoveBackByKeyAndByButton()
{
    OpenBoard b;
    b.begin();
    b.add(u"Rotate keys"_s);
    b.add(u"Block public access"_s);
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Backlog).size(), 2);
    b.choose(TaskColumn::Backlog, 0);
    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Right, Qt::ControlModifier);
    QTRY_COMPARE(b.notice(), u"T-1 moved to “Ready”."_s);
    QTRY_COMPARE(QApplication::focusWidget(), b.column(TaskColumn::Ready));
    QTest::keyClick(b.column(TaskColumn::Ready), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(b.titles(TaskColumn::Backlog), (QStringList{u"Rotate keys"_s, u"Block public access"_s}));
    QTRY_COMPARE(b.notice(), u"Taken back: T-1 moved to “Ready”."_s);
    QTRY_COMPARE(QApplication::focusWidget(), b.column(TaskColumn::Backlog));

    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Right, Qt::ControlModifier);
    QTRY_COMPARE(b.titles(TaskColumn::Ready), QStringList{u"Rotate keys"_s});
    QTRY_VERIFY(b.button(u"Undo"_s));
    QTest::mouseClick(b.button(u"Undo"_s), Qt::LeftButton);
    QTRY_COMPARE(b.titles(TaskColumn::Ready), QStringList());
    QTRY_COMPARE(QApplication::focusWidget(), b.column(TaskColumn::Backlog));
    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(b.notice().startsWith(u"There is nothing here to undo"_s));
}

void TaskViews::leavesTheFieldItsOwnUndo()
{
    OpenBoard b;
    b.begin();
    b.add(u"Rotate keys"_s);
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Backlog).size(), 1);
    b.choose(TaskColumn::Backlog, 0);
    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Right, Qt::ControlModifier);
    QTRY_COMPARE(b.titles(TaskColumn::Ready).size(), 1);
    b.choose(TaskColumn::Ready, 0);
    QTest::keyClick(b.column(TaskColumn::Ready), Qt::Key_Return);
    auto *title = b.named<QLineEdit>(u"Title"_s);
    QTRY_VERIFY(title && title->isVisible());
    title->setFocus();
    QTest::keyClicks(title, u" now"_s);
    QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(title->text(), u"Rotate keys"_s);
    QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier); // with nothing left to undo in it
    QCOMPARE(b.fixture.ask(casework::TasksQuery{b.incident})->first().column, TaskColumn::Ready);
}

void TaskViews::saysWhyAMoveCannotBeTakenBack()
{
    OpenBoard b;
    b.begin();
    const TaskId task = b.add(u"Rotate keys"_s);
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Backlog).size(), 1);
    b.choose(TaskColumn::Backlog, 0);
    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Right, Qt::ControlModifier);
    QTRY_VERIFY(b.button(u"Undo"_s));
    QVERIFY(b.fixture.submit(casework::EditTask{task, u"Renamed"_s, {}, {}, {}}));
    QTRY_COMPARE(b.titles(TaskColumn::Ready), QStringList{u"Renamed"_s});
    QTest::mouseClick(b.button(u"Undo"_s), Qt::LeftButton);
    QTRY_VERIFY2(b.notice().startsWith(u"T-1 has changed since"_s), qPrintable(b.notice()));
    QCOMPARE(b.titles(TaskColumn::Ready), QStringList{u"Renamed"_s});
}

void TaskViews::asksWhyBeforeReopening()
{
    OpenBoard b;
    b.begin();
    b.add(u"Rotate keys"_s, TaskColumn::Done);
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Done).size(), 1);
    b.choose(TaskColumn::Done, 0);
    QTest::keyClick(b.column(TaskColumn::Done), Qt::Key_Left, Qt::ControlModifier);
    auto *reason = b.named<QLineEdit>(u"Why the task is opened again"_s);
    QTRY_COMPARE(QApplication::focusWidget(), reason);
    QCOMPARE(b.titles(TaskColumn::Done).size(), 1);
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_VERIFY(b.notice().contains(u"say why"_s));
    QTest::keyClicks(reason, u"One key was forgotten"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_COMPARE(b.titles(TaskColumn::Review), QStringList{u"Rotate keys"_s});
    QTRY_VERIFY(!reason->isVisible());
    const auto tasks = b.fixture.ask(casework::TasksQuery{b.incident});
    QCOMPARE(tasks->first().reopened, 1);
}

void TaskViews::escapeLeavesATaskDone()
{
    OpenBoard b;
    b.begin();
    b.add(u"Rotate keys"_s, TaskColumn::Done);
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Done).size(), 1);
    b.choose(TaskColumn::Done, 0);
    QTest::keyClick(b.column(TaskColumn::Done), Qt::Key_Left, Qt::ControlModifier);
    auto *reason = b.named<QLineEdit>(u"Why the task is opened again"_s);
    QTRY_COMPARE(QApplication::focusWidget(), reason);
    QTest::keyClick(reason, Qt::Key_Escape);
    QVERIFY(!reason->isVisible());
    QCOMPARE(QApplication::focusWidget(), b.column(TaskColumn::Done));
    QCOMPARE(b.titles(TaskColumn::Done).size(), 1);
}

void TaskViews::addsInPlace()
{
    OpenBoard b;
    b.begin();
    b.open();
    QTRY_VERIFY(b.button(u"Add the first task"_s));
    b.button(u"Add the first task"_s)->click();
    auto *title = b.named<QLineEdit>(u"Title"_s);
    QCOMPARE(QApplication::focusWidget(), title);
    QTest::keyClicks(title, u"Rotate keys"_s);
    QTest::keyClick(title, Qt::Key_Return);
    QTRY_COMPARE(b.titles(TaskColumn::Backlog), QStringList{u"Rotate keys"_s});
    QTRY_VERIFY(!textsWith(*b.page, u"T-1 · Backlog"_s).isEmpty());
}

void TaskViews::saysInPlaceThatATitleIsMissing()
{
    OpenBoard b;
    b.begin();
    b.add(u"Rotate keys"_s);
    b.open();
    QTRY_VERIFY(b.button(u"Add a task"_s));
    b.button(u"Add a task"_s)->click();
    b.button(u"Add the task"_s)->click();
    QVERIFY(!textsWith(*b.page, u"Say in one line what is to be done"_s).isEmpty());
}

void TaskViews::editsInPlace()
{
    OpenBoard b;
    b.begin();
    b.add(u"Rotate keys"_s, TaskColumn::Backlog, false);
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Backlog).size(), 1);
    b.choose(TaskColumn::Backlog, 0);
    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Return);
    auto *title = b.named<QLineEdit>(u"Title"_s);
    QTRY_VERIFY(title);
    title->selectAll();
    QTest::keyClicks(title, u"Rotate all keys"_s);
    auto *owner = b.named<QComboBox>(u"Owner"_s);
    QTRY_COMPARE(owner->count(), 2);
    owner->setFocus();
    QTest::keyClicks(owner, u"Ada"_s);
    b.button(u"Save"_s)->click();
    QTRY_COMPARE(b.titles(TaskColumn::Backlog), QStringList{u"Rotate all keys"_s});
    const auto tasks = b.fixture.ask(casework::TasksQuery{b.incident});
    QCOMPARE(tasks->first().ownerName, u"Ada"_s);
}

void TaskViews::showsWhatHappenedToATask()
{
    OpenBoard b;
    b.begin();
    const TaskId task = b.add(u"Rotate keys"_s, TaskColumn::Done);
    QVERIFY(b.fixture.submit(casework::MoveTask{task, TaskColumn::Review, -1, u"One key was forgotten"_s}));
    b.open();
    QVERIFY(b.page->showRecord(u"T-1"_s));
    QTRY_VERIFY(!textsWith(*b.page, u"Ada moved it from Done to Review: One key was forgotten"_s).isEmpty());
}

void TaskViews::countsWhatIsLate()
{
    OpenBoard b;
    b.begin();
    b.add(u"Late"_s, TaskColumn::InProgress, true, QDate(2026, 3, 18));
    b.add(u"Done in time"_s, TaskColumn::Done, true, QDate(2026, 3, 18));
    b.add(u"Later"_s, TaskColumn::Ready, true, QDate(2026, 4, 18));
    b.open();
    QTRY_COMPARE(b.page->count(), 1);
    QCOMPARE(b.page->countWords(), u"1 late"_s);
    QCOMPARE(b.column(TaskColumn::InProgress)->model()->index(0, 0).data(items::BadgeTextRole).toString(),
             u"2 days late"_s);
    QVERIFY(b.column(TaskColumn::Done)->model()->index(0, 0).data(items::BadgeTextRole).toString().isEmpty());
}

void TaskViews::countsByTheHourWhereItMatters()
{
    OpenBoard b; // it is 09:42 in Chicago
    b.begin();
    casework::AddTask command;
    command.incident = b.incident;
    command.title = u"Close the store"_s;
    command.dueAt = Instant::parse(u"2026-03-20T09:41:00-05:00"_s).value();
    QVERIFY(b.fixture.submit(command));
    command.title = u"Preserve the logs"_s;
    command.dueAt = Instant::parse(u"2026-03-20T12:12:00-05:00"_s).value();
    QVERIFY(b.fixture.submit(command));
    b.open();
    QTRY_COMPARE(b.page->count(), 1);
    const auto said
        = [&b](int row, int role) { return b.column(TaskColumn::Backlog)->model()->index(row, 0).data(role); };
    QCOMPARE(said(0, items::BadgeTextRole).toString(), u"1 min late"_s);
    QCOMPARE(said(0, items::BadgeToneRole).toInt(), int(Tone::Danger));
    QCOMPARE(said(1, items::BadgeTextRole).toString(), u"2 h 30 min left"_s);
    QCOMPARE(said(1, items::TaskBoardModel::DueTextRole).toString(), u"20 Mar, 12:12"_s);
    QVERIFY(said(1, Qt::AccessibleTextRole).toString().contains(u"due 20 Mar, 12:12"_s));
}

void TaskViews::showsAndEditsClassAndSprint()
{
    OpenBoard b;
    b.begin();
    const TaskId task = b.add(u"Rotate keys"_s, TaskColumn::Backlog, false);
    casework::EditTask edit{task, u"Rotate keys"_s};
    edit.sprint = u"2026-24"_s;
    edit.remediationClass = u"B"_s;
    QVERIFY(b.fixture.submit(edit));
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Backlog).size(), 1);
    const auto plan = [&b] {
        return b.column(TaskColumn::Backlog)->model()->index(0, 0).data(items::TaskBoardModel::PlanTextRole).toString();
    };
    QCOMPARE(plan(), u"Class B · 2026-24"_s);
    b.choose(TaskColumn::Backlog, 0);
    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Return);
    auto *kind = b.named<QComboBox>(u"Class of remediation"_s);
    QTRY_VERIFY(kind);
    QCOMPARE(kind->currentText(), u"B, 14 days"_s);
    kind->setFocus();
    QTest::keyClicks(kind, u"A"_s);
    b.named<QLineEdit>(u"Sprint"_s)->setText(u"2026-25"_s);
    b.button(u"Save"_s)->click();
    QTRY_COMPARE(plan(), u"Class A · 2026-25"_s);
    QCOMPARE(b.fixture.ask(casework::TasksQuery{b.incident})->first().sprint, u"2026-25"_s);
}

void TaskViews::observerReadsOnly()
{
    OpenBoard b;
    b.begin();
    b.add(u"Rotate keys"_s);
    QVERIFY(b.switchTo(u"Olga"_s, Role::Observer));
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::Backlog).size(), 1);
    QVERIFY(!b.button(u"Add a task"_s));
    b.choose(TaskColumn::Backlog, 0);
    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(b.column(TaskColumn::Backlog), Qt::Key_Return);
    QTRY_VERIFY(b.named<QLineEdit>(u"Title"_s));
    QVERIFY(b.named<QLineEdit>(u"Title"_s)->isReadOnly());
    QVERIFY(!b.button(u"Save"_s));
    QCOMPARE(b.titles(TaskColumn::Backlog).size(), 1);
}

void TaskViews::showsATaskByItsReference()
{
    OpenBoard b;
    b.begin();
    b.add(u"One"_s);
    b.add(u"Two"_s, TaskColumn::Review);
    b.open();
    QVERIFY(b.page->showRecord(u"T-2"_s));
    QTRY_COMPARE(QApplication::focusWidget(), b.column(TaskColumn::Review));
    QTRY_VERIFY(!textsWith(*b.page, u"T-2 · Review"_s).isEmpty());
    QVERIFY(!b.page->showRecord(u"T-99"_s));
    QVERIFY(!b.page->showRecord(u"12"_s));
}

void TaskViews::givesItsPlaceBack()
{
    OpenBoard b;
    b.begin();
    b.add(u"One"_s);
    b.add(u"Two"_s, TaskColumn::Review);
    b.open();
    QVERIFY(b.page->showRecord(u"T-2"_s));
    QTRY_COMPARE(b.column(TaskColumn::Review)->currentIndex().row(), 0);
    const QVariantMap place = b.page->place();
    b.reopen();
    b.open();
    b.page->restorePlace(place);
    QTRY_COMPARE(b.column(TaskColumn::Review)->currentIndex().row(), 0);
    QTRY_VERIFY(!textsWith(*b.page, u"T-2 · Review"_s).isEmpty());
}

void TaskViews::saysWhatBelongsHereWhenEmpty()
{
    OpenBoard b;
    b.reopen();
    b.open();
    QVERIFY(b.button(u"Go to the overview"_s));
    b.begin();
    QVERIFY(b.switchTo(u"Olga"_s, Role::Observer));
    b.open();
    QTRY_VERIFY(!textsWith(*b.page, u"No tasks yet"_s).isEmpty());
    QVERIFY(!b.button(u"Add the first task"_s));
}

void TaskViews::everyControlHasANameAndFits()
{
    OpenBoard b;
    b.begin();
    b.add(u"Write down who may create public containers, and why they may"_s, TaskColumn::InProgress, true,
          QDate(2026, 3, 18));
    b.open();
    QTRY_COMPARE(b.titles(TaskColumn::InProgress).size(), 1);
    QCOMPARE(unnamedControls(*b.page), QStringList());
    QCOMPARE(clippedTexts(*b.page), QStringList());
    QVERIFY(b.page->showRecord(u"T-1"_s));
    QTRY_VERIFY(!textsWith(*b.page, u": added"_s).isEmpty());
    QCOMPARE(unnamedControls(*b.page), QStringList());
    QCOMPARE(clippedTexts(*b.page), QStringList());
}

QTEST_MAIN(TaskViews)
#include "tst_views_tasks.moc"
