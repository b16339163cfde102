// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/people.h"
#include "casework/task.h"
#include "casework/timeline.h"

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

class TestCaseworkUndo : public QObject
{
    Q_OBJECT

private:
    static Result<Undone> undo(CaseFixture &store, const UndoChoice &choice = {})
    {
        return store.file().undo(choice).result();
    }

    static Task task(CaseFixture &store, TaskId id)
    {
        const auto tasks = store.ask(TasksQuery{{1}});
        const auto found = std::find_if(tasks->begin(), tasks->end(), [id](const Task &each) { return each.id == id; });
        return found == tasks->end() ? Task() : *found;
    }
    static TimelineEntry entry(CaseFixture &store, qint64 id)
    {
        return store.ask(TimelineEntries{{TimelineEntryId{id}}})->value(0);
    }
    static TaskId addTask(CaseFixture &store, IncidentId incident, const QString &title)
    {
        const auto made = store.submit(AddTask{incident, title, {}, {}, {}, TaskColumn::Ready});
        return made ? TaskId{made->id} : TaskId();
    }

private Q_SLOTS:
    void movesATaskBackToItsPlaceAndOwner()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const TaskId first = addTask(store, incident, u"First"_s);
        addTask(store, incident, u"Second"_s);
        MoveTask move{first, TaskColumn::InProgress};
        move.owner = store.file().actor().id; // nobody owned it before
        const auto moved = store.submit(move);
        QVERIFY(moved);
        QCOMPARE(moved->undoable, u"T-1 moved to “In progress”"_s);
        const auto undone = undo(store);
        QVERIFY2(undone, undone ? "" : qPrintable(undone.error().message));
        QCOMPARE(undone->what, moved->undoable);
        QVERIFY(undone->receipt.undoable.isEmpty());
        const Task now = task(store, first);
        QCOMPARE(now.column, TaskColumn::Ready);
        QCOMPARE(now.position, 0);
        QVERIFY(now.owner.isNull());
        QCOMPARE(store.ask(TaskHistory{first})->size(), 2); // there and back, both are kept
        QCOMPARE(store.ask(TaskHistory{first})->last().note, u"Taken back"_s);
    }

    void addsATaskBelowTheOthersOfItsColumn()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QList<TaskId> tasks;
        for (const QString &title : {u"One"_s, u"Two"_s, u"Three"_s, u"Four"_s})
            tasks << addTask(store, incident, title);
        QVERIFY(store.submit(MoveTask{tasks.at(0), TaskColumn::Backlog}));
        QVERIFY(store.submit(MoveTask{tasks.at(1), TaskColumn::Backlog}));
        const TaskId fifth = addTask(store, incident, u"Five"_s);
        QVERIFY(task(store, fifth).position > task(store, tasks.at(3)).position);
        QCOMPARE(store.submit(AddTask{incident, u"Six"_s, QString(10'001, u'x')}).error().code, ErrorCode::BadInput);
    }

    void goesOnWhereTheOwnerOfBeforeHasLeft()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.addPerson(u"Tom"_s, Role::TechnicalLead));
        const QList<Person> people = store.ask(PeopleQuery()).value();
        const PersonId tom = people.last().id;
        const TaskId other = addTask(store, incident, u"Other"_s);
        QVERIFY(store.submit(MoveTask{other, TaskColumn::Backlog}));
        const TaskId first = addTask(store, incident, u"First"_s);
        EditTask edit{first, u"First"_s};
        edit.owner = tom;
        QVERIFY(store.submit(edit));
        edit.owner = store.file().actor().id;
        QVERIFY(store.submit(edit));
        QVERIFY(store.file().removePerson(tom).result());
        QVERIFY(!undo(store)); // Tom owns nothing any more
        QVERIFY(!undo(store)); // nor is the task as it was when he got it
        QVERIFY(undo(store)); // and what was done before that is within reach
        QCOMPARE(task(store, other).column, TaskColumn::Ready);
    }

    void findsItsPlaceWhereOthersHaveLeft()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QList<TaskId> tasks;
        for (const QString &title : {u"1"_s, u"2"_s, u"3"_s, u"4"_s})
            tasks << addTask(store, incident, title);
        QVERIFY(store.submit(MoveTask{tasks[0], TaskColumn::Backlog}));
        QVERIFY(store.submit(MoveTask{tasks[1], TaskColumn::Backlog}));
        QVERIFY(store.submit(MoveTask{tasks[2], TaskColumn::Backlog})); // from above the fourth, at position 2
        QVERIFY(undo(store));
        QVERIFY(task(store, tasks[2]).position < task(store, tasks[3]).position);
    }

    void putsTheReverseInTheLedgerAndTakesNothingOut()
    {
        CaseFixture store;
        const TaskId id = addTask(store, store.incident(), u"First"_s);
        const auto moved = store.submit(MoveTask{id, TaskColumn::Backlog});
        const qint64 before = store.ask(LedgerHeadQuery())->count;
        QVERIFY(undo(store));
        const auto rows = store.ask(LedgerRows());
        QCOMPARE(rows->first().sequence, before + 1);
        QCOMPARE(rows->first().action, u"task.move"_s);
        QCOMPARE(rows->first().subject, u"task/T-1"_s);
        QCOMPARE(rows->first().before["column"_L1].toString(), u"backlog"_s);
        QCOMPARE(rows->first().after["column"_L1].toString(), u"ready"_s);
        QCOMPARE(rows->first().after["undoes"_L1].toInteger(), moved->sequence);
        const Progress progress;
        const auto session = store.file().openSession();
        QVERIFY(!verifyLedger((*session)->reader(), store.file().storeId(), {}, progress)->fault);
    }

    void goesBackStepByStepAndNotToAndFro()
    {
        CaseFixture store;
        const TaskId id = addTask(store, store.incident(), u"First"_s);
        const PersonId me = store.file().actor().id;
        QVERIFY(store.submit(EditTask{id, u"Renamed"_s, u"With words"_s, me, QDate(2026, 4, 1)}));
        QVERIFY(store.submit(MoveTask{id, TaskColumn::Done}));
        QCOMPARE(undo(store)->what, u"T-1 moved to “Done”"_s);
        QCOMPARE(task(store, id).column, TaskColumn::Ready);
        QCOMPARE(undo(store)->what, u"T-1 changed"_s);
        const Task now = task(store, id);
        QCOMPARE(now.title, u"First"_s);
        QVERIFY(now.detail.isEmpty() && now.owner.isNull() && !now.due.isValid());
        QCOMPARE(undo(store).error().code, ErrorCode::NotFound);
    }

    void refusesWhatHasChangedSince()
    {
        CaseFixture store;
        const TaskId id = addTask(store, store.incident(), u"First"_s);
        const PersonId me = store.file().actor().id;
        const auto moved = store.submit(MoveTask{id, TaskColumn::Backlog});
        QVERIFY(store.submit(EditTask{id, u"Renamed"_s, {}, me, {}}));
        const qint64 before = store.ask(LedgerHeadQuery())->count;
        UndoChoice theMove;
        theMove.sequence = moved->sequence;
        const auto refused = undo(store, theMove);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().message.startsWith(u"T-1 has changed since"_s), qPrintable(refused.error().message));
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before);
        QCOMPARE(task(store, id).title, u"Renamed"_s);
        QCOMPARE(task(store, id).column, TaskColumn::Backlog);
        QVERIFY(undo(store)); // the edit
        QCOMPARE(undo(store, theMove).error().code, ErrorCode::NotFound); // it was refused for good
    }

    void takesBackTheLatestOfItsKind()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const TaskId id = addTask(store, incident, u"First"_s);
        const auto logged = store.submit(LogEntry{incident, u"Words"_s});
        QVERIFY(logged->undoable.isEmpty()); // what was said stays said
        QVERIFY(store.submit(MoveTask{id, TaskColumn::Backlog}));
        QVERIFY(store.submit(FlagEntry{{logged->id}, false, false}));
        UndoChoice tasks;
        tasks.kind = Kind::Task;
        QCOMPARE(undo(store, tasks)->receipt.reference, u"T-1"_s);
        QVERIFY(!entry(store, logged->id).inChronology);
        QCOMPARE(undo(store, tasks).error().code, ErrorCode::NotFound);
        QVERIFY(undo(store));
        QVERIFY(entry(store, logged->id).inChronology);
    }

    void takesBackTheLatestOfOneIncident()
    {
        CaseFixture store;
        const TaskId here = addTask(store, store.incident(), u"Here"_s);
        const TaskId there = addTask(store, store.incident(), u"There"_s);
        QVERIFY(store.submit(MoveTask{here, TaskColumn::Backlog}));
        QVERIFY(store.submit(MoveTask{there, TaskColumn::Backlog}));
        UndoChoice ofTheFirst;
        ofTheFirst.kind = Kind::Task;
        ofTheFirst.incident = u"2026-001"_s;
        QCOMPARE(undo(store, ofTheFirst)->receipt.id, here.value);
        QCOMPARE(task(store, there).column, TaskColumn::Backlog);
        QCOMPARE(undo(store, ofTheFirst).error().code, ErrorCode::NotFound);
    }

    void givesEveryVersionOfAnEntryItsFlagsBack()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto first = store.submit(LogEntry{incident, u"Wrong words"_s});
        const auto second = store.submit(CorrectEntry{{first->id}, u"Right words"_s, {}, {}});
        QVERIFY(store.submit(FlagEntry{{first->id}, false, false}));
        QVERIFY(store.submit(FlagEntry{{second->id}, false, true})); // covers both
        QVERIFY(entry(store, first->id).privileged);
        QVERIFY(undo(store));
        QVERIFY(!entry(store, first->id).privileged && !entry(store, first->id).inChronology);
        QVERIFY(!entry(store, second->id).privileged && entry(store, second->id).inChronology);
    }

    void correctsACorrectionBack()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto first = store.submit(LogEntry{incident, u"What was said"_s});
        const auto second = store.submit(CorrectEntry{{first->id}, u"What was not"_s, {}, {}});
        QCOMPARE(second->undoable, u"entry %1 corrected"_s.arg(first->id));
        const auto undone = undo(store);
        QVERIFY(undone);
        QCOMPARE(entry(store, undone->receipt.id).text, u"What was said"_s);
        QCOMPARE(entry(store, second->id).supersededBy, std::optional(TimelineEntryId{undone->receipt.id}));
        QCOMPARE(entry(store, second->id).text, u"What was not"_s); // nothing is taken out
    }

    void setsAnIncidentBack()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.submit(SetIncidentStatus{incident, IncidentStatus::Containment, {}}));
        QVERIFY(
            store.submit(DescribeIncident{incident, u"Another title"_s, IncidentKind::Both, {u"What"_s, u"How"_s}}));
        QVERIFY(undo(store));
        Incident now = store.ask(IncidentById{incident}).value();
        QCOMPARE(now.title, u"Order export left readable"_s);
        QCOMPARE(now.kind, IncidentKind::Breach);
        QCOMPARE(now.story, IncidentStory());
        QVERIFY(undo(store));
        now = store.ask(IncidentById{incident}).value();
        QCOMPARE(now.status, IncidentStatus::Triage);
        const auto latest = store.ask(TimelineIds{incident})->first();
        QVERIFY(entry(store, latest.value).text.endsWith(u"taken back"_s));
    }

    void knowsOnlyWhatThisPersonDidSinceUnlocking()
    {
        CaseFixture store;
        const TaskId id = addTask(store, store.incident(), u"First"_s);
        QVERIFY(store.submit(MoveTask{id, TaskColumn::Backlog}));
        QVERIFY(store.addPerson(u"Tom"_s, Role::TechnicalLead));
        QVERIFY(store.openAs(u"Tom"_s));
        QCOMPARE(undo(store).error().code, ErrorCode::NotFound);
        QVERIFY(store.openAs(u"Ada"_s));
        QCOMPARE(undo(store).error().code, ErrorCode::NotFound);
        QCOMPARE(task(store, id).column, TaskColumn::Backlog);
    }

    void forgetsACommandThatFailed()
    {
        CaseFixture store;
        const TaskId id = addTask(store, store.incident(), u"First"_s);
        QVERIFY(!store.submit(MoveTask{id, TaskColumn::Done})); // nobody owns it
        QCOMPARE(undo(store).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkUndo)
#include "tst_casework_undo.moc"
