// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/playbook_run.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

namespace {

Playbook builtIn(const QString &id)
{
    const auto all = builtInPlaybooks();
    for (const Playbook &each : all.value_or(QList<Playbook>())) {
        if (each.id == id)
            return each;
    }
    return {};
}

/// An incident whose discovery has an hour.
IncidentId incidentAt(CaseFixture &store, const QString &moment, const QByteArray &zone)
{
    CreateIncident command;
    command.title = u"Order export left readable"_s;
    command.facts = CaseFixture::facts();
    command.facts.timezone = zone;
    command.facts.occurred.reset();
    command.facts.discovered = law::Moment{{}, *Instant::parse(moment)};
    const auto receipt = store.submit(command);
    return receipt ? IncidentId{receipt->id} : IncidentId();
}

/// As if the clock said so.
Alarm alarmAt(const PlaybookRun &run, const QString &moment)
{
    return run.alarmAt(*Instant::parse(moment));
}

} // namespace

class TestCaseworkPlaybooks : public QObject
{
    Q_OBJECT

private:
    static QJsonObject sample()
    {
        return QJsonDocument::fromJson(
                   R"({"format":1,"id":"sample","version":"2026.11","title":"Sample","summary":"For tests",
                   "prepared":"2026-11-20","source":"Tests","alarm":{"amber_hours":24,"red_hours":48},
                   "steps":[{"id":"one","title":"One","detail":"First","stream":"technical","role":"technical-lead","hours":24},
                            {"id":"two","title":"Two","detail":"Second","stream":"command","role":"compliance-lead","days":7,"class":"A"}]})")
            .object();
    }
    static QString errorOf(const QJsonObject &document)
    {
        const auto read = parsePlaybook(QJsonDocument(document).toJson(), u"sample.json"_s);
        return read ? QString() : read.error().message;
    }
    static QJsonObject withStep(const QString &key, const QJsonValue &value)
    {
        QJsonObject document = sample();
        QJsonArray steps = document["steps"_L1].toArray();
        QJsonObject step = steps.at(1).toObject();
        if (value.isUndefined())
            step.remove(key);
        else
            step.insert(key, value);
        steps.replace(1, step);
        document.insert(u"steps"_s, steps);
        return document;
    }

private Q_SLOTS:
    void readsEveryPlaybookOfTheProgram()
    {
        const auto all = builtInPlaybooks();
        QVERIFY2(all, all ? "" : qPrintable(all.error().message));
        QStringList ids;
        for (const Playbook &each : *all) {
            ids << each.id;
            QVERIFY2(each.steps.size() >= 10, qPrintable(each.id));
            const auto again = playbookFromJson(each.document, each.id);
            QVERIFY(again && again->steps == each.steps);
        }
        QCOMPARE(ids,
                 (QStringList{u"cdn-leak"_s, u"ci-log-leak"_s, u"containment-72h"_s, u"key-compromise"_s,
                              u"object-store-exposure"_s, u"snapshot-share"_s}));
        QCOMPARE(builtIn(u"containment-72h"_s).steps.last().hours, std::optional(72));
    }

    void namesTheFileAndThePathOfWhatIsWrong_data()
    {
        QTest::addColumn<QJsonObject>("document");
        QTest::addColumn<QString>("said");
        QJsonObject unknown = sample();
        unknown.insert(u"colour"_s, u"red"_s);
        QTest::newRow("unknown key") << unknown << u"sample.json.colour"_s;
        QTest::newRow("no time") << withStep(u"days"_s, QJsonValue::Undefined) << u"sample.json.steps[1].hours"_s;
        QTest::newRow("two times") << withStep(u"hours"_s, 3) << u"sample.json.steps[1].hours"_s;
        QTest::newRow("too late for its class") << withStep(u"days"_s, 8) << u"sample.json.steps[1].days"_s;
        QTest::newRow("no such class") << withStep(u"class"_s, u"D"_s) << u"sample.json.steps[1].class"_s;
        QTest::newRow("no such role") << withStep(u"role"_s, u"boss"_s) << u"sample.json.steps[1].role"_s;
        QTest::newRow("no such stream") << withStep(u"stream"_s, u"x"_s) << u"sample.json.steps[1].stream"_s;
        QTest::newRow("same id") << withStep(u"id"_s, u"one"_s) << u"sample.json.steps[1].id"_s;
        QTest::newRow("no title") << withStep(u"title"_s, u" "_s) << u"sample.json.steps[1].title"_s;
        QTest::newRow("two lines") << withStep(u"title"_s, u"a\nb"_s) << u"sample.json.steps[1].title"_s;
        QTest::newRow("too many days") << withStep(u"days"_s, 121) << u"sample.json.steps[1].days"_s;
        QJsonObject alarm = sample();
        alarm.insert(u"alarm"_s, QJsonObject{{u"amber_hours"_s, 48}, {u"red_hours"_s, 24}});
        QTest::newRow("red before amber") << alarm << u"sample.json.alarm.red_hours"_s;
        QJsonObject order = sample();
        order.insert(u"steps"_s, QJsonArray{order["steps"_L1].toArray().at(1), order["steps"_L1].toArray().at(0)});
        QTest::newRow("out of order") << order << u"sample.json.steps[1].hours"_s;
        QJsonObject empty = sample();
        empty.insert(u"steps"_s, QJsonArray());
        QTest::newRow("no steps") << empty << u"sample.json.steps"_s;
    }

    void namesTheFileAndThePathOfWhatIsWrong()
    {
        QFETCH(QJsonObject, document);
        QFETCH(QString, said);
        QVERIFY(errorOf(sample()).isEmpty());
        QVERIFY2(errorOf(document).startsWith(said), qPrintable(errorOf(document)));
    }

    void makesATaskOfEachStepInOneLedgerEntry()
    {
        CaseFixture store;
        const IncidentId incident = incidentAt(store, u"2026-03-18T09:00:00-05:00"_s, "America/Chicago");
        QVERIFY(store.addPerson(u"Tom"_s, Role::TechnicalLead));
        const qint64 before = store.ask(LedgerHeadQuery())->count;
        const Playbook playbook = builtIn(u"object-store-exposure"_s);
        const auto started = store.submit(StartPlaybook{incident, playbook, {}});
        QVERIFY2(started, started ? "" : qPrintable(started.error().message));
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before + 1);
        const auto tasks = store.ask(TasksQuery{incident});
        QCOMPARE(tasks->size(), playbook.steps.size());
        const auto runs = store.ask(PlaybookRuns{incident});
        QCOMPARE(runs->size(), 1);
        const PlaybookRun run = runs->first();
        QCOMPARE(run.steps.size(), playbook.steps.size());
        QCOMPARE(run.steps[0].task.dueAt->toIso(), u"2026-03-18T10:00:00-05:00"_s);
        QCOMPARE(run.steps[0].task.ownerName, u"Tom"_s);
        QCOMPARE(run.steps[0].task.column, TaskColumn::Ready);
        const auto encrypt = std::find_if(run.steps.begin(), run.steps.end(),
                                          [](const ChecklistStep &each) { return each.step.id == u"encrypt"_s; });
        QCOMPARE(encrypt->task.due, QDate(2026, 3, 25));
        QVERIFY(!encrypt->task.dueAt);
        QCOMPARE(encrypt->task.remediationClass, u"A"_s);
        const auto assess = std::find_if(run.steps.begin(), run.steps.end(),
                                         [](const ChecklistStep &each) { return each.step.id == u"assess"_s; });
        QVERIFY(assess->task.owner.isNull()); // there is no counsel in the store
        QVERIFY(assess->task.detail.endsWith(u"45 CFR 164.402"_s));
        QCOMPARE(store.ask(TimelineIds{incident, u"playbook"_s})->size(), 1);
    }

    void startsTwicePlaybooksButNotOneTwice()
    {
        CaseFixture store;
        const IncidentId incident = incidentAt(store, u"2026-03-18T09:00:00-05:00"_s, "America/Chicago");
        QVERIFY(store.submit(StartPlaybook{incident, builtIn(u"cdn-leak"_s), {}}));
        const auto again = store.submit(StartPlaybook{incident, builtIn(u"cdn-leak"_s), {}});
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QVERIFY(again.error().message.contains(u"started already"_s));
        QVERIFY(store.submit(StartPlaybook{incident, builtIn(u"key-compromise"_s), {}}));
        QCOMPARE(store.ask(PlaybookRuns{incident})->size(), 2);
    }

    void asksForTheHourWhereTheFactsKnowOnlyTheDay()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const Playbook playbook = builtIn(u"containment-72h"_s);
        QCOMPARE(store.submit(StartPlaybook{incident, playbook, {}}).error().code, ErrorCode::Conflict);
        QVERIFY(store.ask(TasksQuery{incident})->isEmpty());
        const auto ahead = Instant::parse(u"2026-03-20T10:00:00-05:00"_s);
        QCOMPARE(store.submit(StartPlaybook{incident, playbook, *ahead}).error().code, ErrorCode::BadInput);
        const auto notice = Instant::parse(u"2026-03-19T16:00:00+01:00"_s);
        QVERIFY(store.submit(StartPlaybook{incident, playbook, *notice}));
        const PlaybookRun run = store.ask(PlaybookRuns{incident})->first();
        QCOMPARE(run.anchor.toIso(), u"2026-03-19T10:00:00-05:00"_s); // in the zone of the facts
    }

    void takesItBackUntilWorkBegins()
    {
        CaseFixture store;
        const IncidentId incident = incidentAt(store, u"2026-03-18T09:00:00-05:00"_s, "America/Chicago");
        const Playbook playbook = builtIn(u"snapshot-share"_s);
        QVERIFY(store.submit(AddTask{incident, u"Before"_s, {}, {}, {}, TaskColumn::Ready}));
        const auto started = store.submit(StartPlaybook{incident, playbook, {}});
        QCOMPARE(started->undoable, u"playbook “Snapshot or image shared” started"_s);
        const auto undone = store.file().undo({}).result();
        QVERIFY2(undone, undone ? "" : qPrintable(undone.error().message));
        QCOMPARE(store.ask(TasksQuery{incident})->size(), 1);
        QVERIFY(store.ask(PlaybookRuns{incident})->isEmpty());
        const auto progress = store.ask(TaskProgressQuery{incident, "America/Chicago", QDate(2026, 3, 20)});
        QCOMPARE(progress->last().all, 1);
        QVERIFY(store.submit(StartPlaybook{incident, playbook, {}})); // and it can be started again
        const auto tasks = store.ask(TasksQuery{incident});
        QCOMPARE(tasks->value(1).number, int(playbook.steps.size()) + 2); // numbers are not used twice
        QVERIFY(store.submit(MoveTask{tasks->value(1).id, TaskColumn::Backlog}));
        UndoChoice start;
        start.sequence = store.ask(LedgerRows())->value(1).sequence;
        const auto refused = store.file().undo(start).result();
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().message.contains(u"Work on T-"_s));
        QCOMPARE(store.ask(TasksQuery{incident})->size(), playbook.steps.size() + 1);
    }

    void turnsAmberAt24HoursAndRedAt48()
    {
        CaseFixture store;
        const IncidentId incident = incidentAt(store, u"2026-03-17T08:00:00-05:00"_s, "America/Chicago");
        QVERIFY(store.submit(StartPlaybook{incident, builtIn(u"containment-72h"_s), {}}));
        PlaybookRun run = store.ask(PlaybookRuns{incident})->first();
        QCOMPARE(alarmAt(run, u"2026-03-18T07:59:00-05:00"_s), Alarm::None); // 23:59
        QCOMPARE(alarmAt(run, u"2026-03-18T08:00:00-05:00"_s), Alarm::Amber); // 24:00
        QCOMPARE(alarmAt(run, u"2026-03-19T07:59:00-05:00"_s), Alarm::Amber);
        QCOMPARE(alarmAt(run, u"2026-03-19T08:01:00-05:00"_s), Alarm::Red); // 48:01
        for (ChecklistStep &each : run.steps) {
            if (each.step.hours.value_or(999) <= 48)
                each.task.column = TaskColumn::Done;
        }
        QCOMPARE(alarmAt(run, u"2026-03-19T08:01:00-05:00"_s), Alarm::None); // contained in time
        QCOMPARE(run.done(), 14);
    }

    void countsAStepLateFromItsMinute()
    {
        CaseFixture store;
        const IncidentId incident = incidentAt(store, u"2026-03-17T08:00:00-05:00"_s, "America/Chicago");
        QVERIFY(store.submit(StartPlaybook{incident, builtIn(u"containment-72h"_s), {}}));
        const PlaybookRun run = store.ask(PlaybookRuns{incident})->first();
        const auto lateAt
            = [&run](const QString &moment) { return run.late(*Instant::parse(moment), "America/Chicago"); };
        QCOMPARE(lateAt(u"2026-03-17T08:59:59-05:00"_s), 0);
        QCOMPARE(lateAt(u"2026-03-17T09:00:00-05:00"_s), 1);
        const int before = lateAt(u"2026-03-18T07:59:00-05:00"_s); // 23:59
        QCOMPARE(lateAt(u"2026-03-18T08:00:00-05:00"_s), before + 4); // the four of hour 24
        QCOMPARE(lateAt(u"2026-03-19T07:59:00-05:00"_s), before + 5); // and that of hour 36
        QCOMPARE(lateAt(u"2026-03-19T08:01:00-05:00"_s), before + 7);
    }

    void keepsHoursElapsedAndDaysCivilAcrossAChangeOfTheClocks_data()
    {
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<QString>("hour24");
        QTest::addColumn<QString>("hour48");
        QTest::newRow("spring") << u"2026-03-07T20:00:00-06:00"_s << u"2026-03-08T21:00:00-05:00"_s
                                << u"2026-03-09T21:00:00-05:00"_s;
        QTest::newRow("autumn") << u"2025-11-01T20:00:00-05:00"_s << u"2025-11-02T19:00:00-06:00"_s
                                << u"2025-11-03T19:00:00-06:00"_s;
        QTest::newRow("late in the evening before")
            << u"2026-03-07T23:30:00-06:00"_s << u"2026-03-09T00:30:00-05:00"_s << u"2026-03-10T00:30:00-05:00"_s;
    }

    void keepsHoursElapsedAndDaysCivilAcrossAChangeOfTheClocks()
    {
        QFETCH(QString, anchor);
        QFETCH(QString, hour24);
        QFETCH(QString, hour48);
        CaseFixture store;
        const IncidentId incident = incidentAt(store, anchor, "America/Chicago");
        QVERIFY(store.submit(StartPlaybook{incident, builtIn(u"object-store-exposure"_s), {}}));
        const PlaybookRun run = store.ask(PlaybookRuns{incident})->first();
        const QDate day = run.anchor.localDate();
        QStringList hours24;
        QStringList hours48;
        for (const ChecklistStep &each : run.steps) {
            if (each.step.hours == std::optional(24))
                hours24 << each.task.dueAt->toIso();
            if (each.step.hours == std::optional(48))
                hours48 << each.task.dueAt->toIso();
            if (each.step.days)
                QCOMPARE(each.task.due, day.addDays(*each.step.days));
            else
                QCOMPARE(each.task.due, each.task.dueAt->localDate());
        }
        QCOMPARE(hours24.first(), hour24);
        QCOMPARE(hours48.first(), hour48);
    }

    void letsOnlyThoseStartOneWhoMay()
    {
        CaseFixture store(Role::CommunicationsLead);
        QCOMPARE(store.submit(StartPlaybook{IncidentId{1}, builtIn(u"cdn-leak"_s), {}}).error().code,
                 ErrorCode::NotAllowed);
    }

    void keepsTheHourOfATaskAsLongAsItsDay()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        AddTask add{incident, u"With an hour"_s, {}, {}, {}};
        add.dueAt = *Instant::parse(u"2026-04-01T10:00:00-05:00"_s);
        const TaskId id{store.submit(add)->id};
        const auto task = [&] { return store.ask(TasksById{{id}})->first(); };
        QCOMPARE(task().due, QDate(2026, 4, 1));
        QVERIFY(store.submit(EditTask{id, u"Renamed"_s, {}, {}, QDate(2026, 4, 1)}));
        QVERIFY(task().dueAt);
        QVERIFY(store.submit(EditTask{id, u"Renamed"_s, {}, {}, QDate(2026, 4, 2)}));
        QVERIFY(!task().dueAt);
        QVERIFY(store.file().undo({}).result());
        QCOMPARE(task().dueAt->toIso(), u"2026-04-01T10:00:00-05:00"_s);
        add.due = QDate(2026, 4, 2);
        QCOMPARE(store.submit(add).error().code, ErrorCode::BadInput);
    }

    void burnsASprintDownByDay()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const PersonId me = store.file().actor().id;
        const auto add = [&](const QString &title, const QString &sprint, const QString &severity) {
            AddTask task{incident, title, {}, me, {}};
            task.sprint = sprint;
            task.remediationClass = severity;
            return TaskId{store.submit(task)->id};
        };
        const TaskId first = add(u"a"_s, u"2026-12"_s, u"A"_s);
        const TaskId second = add(u"b"_s, u"2026-12"_s, u"B"_s);
        add(u"c"_s, u"2026-13"_s, u"A"_s);
        add(u"d"_s, {}, {});
        store.clock().set(*Instant::parse(u"2026-03-21T09:00:00-05:00"_s));
        QVERIFY(store.submit(MoveTask{first, TaskColumn::Done}));
        store.clock().set(*Instant::parse(u"2026-03-23T09:00:00-05:00"_s));
        QVERIFY(store.submit(MoveTask{second, TaskColumn::Done}));
        QCOMPARE(*store.ask(SprintsQuery{incident}), (QStringList{u"2026-12"_s, u"2026-13"_s}));
        const auto chart = [&](const QString &sprint, const QString &severity) {
            TaskProgressQuery query{incident, "America/Chicago", QDate(2026, 3, 23)};
            query.sprint = sprint;
            query.remediationClass = severity;
            QList<int> left;
            const auto days = store.ask(query);
            for (const TaskDay &day : *days)
                left << day.all - day.done;
            return left;
        };
        QCOMPARE(chart(u"2026-12"_s, {}), (QList<int>{2, 1, 1, 0}));
        QCOMPARE(chart({}, u"A"_s), (QList<int>{2, 1, 1, 1}));
        QCOMPARE(chart(u"2026-12"_s, u"B"_s), (QList<int>{1, 1, 1, 0}));
        QCOMPARE(chart({}, {}), (QList<int>{4, 3, 3, 2}));
        AddTask wrong{incident, u"e"_s};
        wrong.remediationClass = u"D"_s;
        QCOMPARE(store.submit(wrong).error().code, ErrorCode::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkPlaybooks)
#include "tst_casework_playbooks.moc"
