// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/facts_record.h"
#include "casework/notice.h"
#include "casework/obligation.h"
#include "casework/packet.h"
#include "casework/run.h"
#include "casework/task.h"
#include "casework/timeline.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

class TestCaseworkRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithOrganizationPersonAndLedgerEntry()
    {
        CaseFixture store;
        QCOMPARE(store.ask(OrganizationQuery())->name, u"Sample Wellness Store"_s);
        QCOMPARE(store.ask(PeopleQuery())->size(), 1);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, 1);
    }

    void numbersIncidentsWithinTheYear()
    {
        CaseFixture store;
        CreateIncident command;
        command.title = u"First"_s;
        command.facts = CaseFixture::facts();
        QCOMPARE(store.submit(command)->reference, u"2026-001"_s);
        QCOMPARE(store.submit(command)->reference, u"2026-002"_s);
        store.clock().set(*Instant::parse(u"2027-01-01T00:00:00-06:00"_s));
        QCOMPARE(store.submit(command)->reference, u"2027-001"_s);
    }

    void evaluatesTheLawWhenFactsAreSet()
    {
        CaseFixture store(Role::LegalCounsel);
        const IncidentId incident = store.incident();
        const auto obligations = store.ask(ObligationsQuery{incident});
        QVERIFY(obligations);
        const auto individuals = std::find_if(obligations->begin(), obligations->end(), [](const ObligationRecord &o) {
            return o.duty.recipient == u"individuals"_s;
        });
        QVERIFY(individuals != obligations->end());
        QCOMPARE(individuals->duty.due.date, QDate(2026, 5, 2));
        QVERIFY(!individuals->id.isNull());

        SetFacts change{incident, CaseFixture::facts(), {}};
        change.facts.discovered = law::Moment{QDate(2026, 2, 27), {}};
        QCOMPARE(store.submit(change).error().code, ErrorCode::BadInput); // no reason
        change.reason = u"A log shows that support knew on 27 February"_s;
        QVERIFY(store.submit(change));
        QCOMPARE(store.ask(CurrentFacts{incident})->revision, 2);
        QCOMPARE(store.ask(EvaluationQuery{incident})->discovered, QDate(2026, 2, 27));
        QCOMPARE(store.ask(FactsHistory{incident})->size(), 2);
    }

    void keepsWorkAndProofWhenFactsChange()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto find = [&](const QString &recipient) {
            const auto all = store.ask(ObligationsQuery{incident}).value();
            return *std::find_if(all.begin(), all.end(),
                                 [&](const ObligationRecord &o) { return o.duty.recipient == recipient; });
        };
        CompleteObligation complete{find(u"HHS"_s).id, {u"portal-number"_s, u"HHS-123"_s, QDate(2026, 3, 21)}};
        QCOMPARE(store.submit(complete).error().code, ErrorCode::BadInput); // tomorrow
        complete.proof.completedOn = QDate(2026, 3, 20);
        QVERIFY(store.submit(complete));
        QCOMPARE(find(u"HHS"_s).state, WorkState::Done);
        QCOMPARE(find(u"HHS"_s).proof->text, u"HHS-123"_s);
        QVERIFY(store.ask(CurrentFacts{incident})->facts.done.contains(u"HHS"_s));
        QVERIFY(store.submit(SetObligationState{find(u"HHS"_s).id, WorkState::Drafting, {}, u"Not sent"_s}));
        QVERIFY(!store.ask(CurrentFacts{incident})->facts.done.contains(u"HHS"_s));
    }

    void keepsTheWorkOnTwoContractsWithOnePayerApart()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        SetFacts change{incident, CaseFixture::facts(), u"Two agreements with the payer"_s};
        change.facts.contract = {{u"payer"_s, 5, {}, u"agreement 2024"_s}, {u"payer"_s, 3, {}, u"rider"_s}};
        QVERIFY(store.submit(change));
        const auto find = [&](const QString &name) {
            const auto all = store.ask(ObligationsQuery{incident}).value();
            return *std::find_if(all.begin(), all.end(),
                                 [&](const ObligationRecord &o) { return o.duty.rule.endsWith(u'#' + name); });
        };
        const ObligationRecord agreement = find(u"agreement 2024"_s);
        const ObligationRecord rider = find(u"rider"_s);
        QVERIFY(agreement.id != rider.id);
        const Proof proof{u"statement"_s, u"Sent by e-mail"_s, QDate(2026, 3, 20)};
        QVERIFY(store.submit(CompleteObligation{agreement.id, proof}));
        QCOMPARE(find(u"agreement 2024"_s).state, WorkState::Done);
        QCOMPARE(find(u"rider"_s).state, WorkState::Open);

        // One notice to the payer met both: as long as one is done, it was given.
        QVERIFY(store.submit(CompleteObligation{rider.id, proof}));
        QVERIFY(store.submit(SetObligationState{rider.id, WorkState::Drafting, {}, u"Not met"_s}));
        QVERIFY(store.ask(CurrentFacts{incident})->facts.done.contains(u"payer"_s));
        QVERIFY(store.submit(SetObligationState{agreement.id, WorkState::Drafting, {}, u"Not met"_s}));
        QVERIFY(!store.ask(CurrentFacts{incident})->facts.done.contains(u"payer"_s));
    }

    void isNeverLateWithWhatHasOnlyToBeKept()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        SetFacts change{incident, CaseFixture::facts(), u"Posted"_s};
        change.facts.posting = law::Posting{QDate(2026, 3, 10), {}};
        QVERIFY(store.submit(change));
        const Instant later = *Instant::parse(u"2026-08-01T09:00:00-05:00"_s);
        const auto all = store.ask(ObligationsQuery{incident}).value();
        const auto isLate = [&](const QString &recipient) {
            const auto found = std::find_if(
                all.begin(), all.end(), [&](const ObligationRecord &each) { return each.duty.recipient == recipient; });
            return found != all.end() && found->duty.due.date < later.localDate() && found->isLate(later, {});
        };
        QVERIFY(isLate(u"individuals"_s));
        QVERIFY(!isLate(u"posting:web"_s));
    }

    void completesWhatIsNoNotice()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        SetFacts change{incident, CaseFixture::facts(), u"Finding confirmed"_s};
        change.facts.findings = {{u"F-1"_s, u"A"_s, QDate(2026, 3, 18), {}}};
        QVERIFY(store.submit(change));
        const auto all = store.ask(ObligationsQuery{incident}).value();
        const auto finding = std::find_if(all.begin(), all.end(), [](const ObligationRecord &each) {
            return each.duty.recipient == u"finding:F-1"_s;
        });
        QVERIFY(finding != all.end());
        QCOMPARE(finding->duty.due.date, QDate(2026, 3, 25));
        QVERIFY(store.submit(
            CompleteObligation{finding->id, {u"statement"_s, u"Bucket is private"_s, QDate(2026, 3, 20)}}));
        QCOMPARE(store.ask(FactsHistory{incident})->first().reason, u"Done: finding F-1"_s);
        QVERIFY(store.ask(CurrentFacts{incident})->facts.done.contains(u"finding:F-1"_s));
    }

    void correctsTheTimelineAndShowsBoth()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        LogEntry log{incident, u"Bucket policy replaced"_s};
        const auto first = store.submit(log);
        QVERIFY(first);
        const auto second
            = store.submit(CorrectEntry{{first->id}, u"Bucket policy replaced; public read denied"_s, {}, {}});
        QVERIFY(second);
        const auto both = store.ask(TimelineEntries{{{second->id}, {first->id}}});
        QCOMPARE(both->size(), 2);
        QCOMPARE(both->at(0).supersedes, TimelineEntryId{first->id});
        QCOMPARE(both->at(1).supersededBy, TimelineEntryId{second->id});
        QCOMPARE(store.submit(CorrectEntry{{first->id}, u"again"_s, {}, {}}).error().code, ErrorCode::Conflict);
    }

    void findsWordsAndTakesNothingTypedForSyntax()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.submit(LogEntry{incident, u"Forensic copy of the access logs"_s}));
        QCOMPARE(store.ask(TimelineIds{incident, u"forens copy"_s})->size(), 0); // only the last may be a beginning
        QCOMPARE(store.ask(TimelineIds{incident, u"copy forens"_s})->size(), 1);
        TimelineIds newest{incident};
        newest.most = 1;
        QCOMPARE(store.ask(newest)->size(), 1);
        QCOMPARE(store.ask(newest)->first(), store.ask(TimelineIds{incident})->first());
        for (const QString &odd : {u"\""_s, u"AND"_s, u"copy*"_s, u"text:copy"_s, u"(copy"_s, u"-copy"_s})
            QVERIFY2(store.ask(TimelineIds{incident, odd}), qPrintable(odd));
    }

    void hidesPrivilegedEntriesFromThoseWithoutTheRight()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        LogEntry privileged{incident, u"Counsel's view of the exposure"_s};
        privileged.privileged = true;
        const auto receipt = store.submit(privileged);
        QVERIFY(receipt);
        QVERIFY(!store.ask(TimelineEntries{{{receipt->id}}})->first().inChronology);
        QVERIFY(store.addPerson(u"Tom"_s, Role::TechnicalLead));
        QVERIFY(store.openAs(u"Tom"_s));
        QVERIFY(store.ask(TimelineEntries{{{receipt->id}}})->isEmpty());
        QVERIFY(store.ask(TimelineIds{incident, u"exposure"_s})->isEmpty());
    }

    void claimsPrivilegeForEveryVersionOfAnEntry()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto first = store.submit(LogEntry{incident, u"Exposure began in January"_s});
        const auto second = store.submit(CorrectEntry{{first->id}, u"Exposure began on 11 January"_s, {}, {}});
        QVERIFY(store.submit(LogEntry{incident, u"Exposure page taken down"_s}));
        QVERIFY(store.submit(FlagEntry{{second->id}, false, true}));
        const auto both = store.ask(TimelineEntries{{{first->id}, {second->id}}});
        for (const TimelineEntry &each : *both) {
            QVERIFY(each.privileged);
            QVERIFY(!each.inChronology);
        }
        QVERIFY(store.addPerson(u"Tom"_s, Role::TechnicalLead));
        QVERIFY(store.openAs(u"Tom"_s));
        QCOMPARE(store.ask(TimelineIds{incident, u"exposure"_s})->size(), 1);
        QVERIFY(store.openAs(u"Ada"_s));
        QVERIFY(store.submit(FlagEntry{{first->id}, true, false}));
        QVERIFY(!store.ask(TimelineEntries{{{second->id}}})->first().privileged);
        QVERIFY(store.openAs(u"Tom"_s));
        QCOMPARE(store.ask(TimelineIds{incident, u"exposure"_s})->size(), 3);
    }

    void demandsAnOwnerBeforeInProgressAndAReasonToReopen()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        AddTask add{incident, u"Restrict the export role"_s, {}, {}, QDate(2026, 3, 27)};
        const auto task = store.submit(add);
        QCOMPARE(task->reference, u"T-1"_s);
        const TaskId id{task->id};
        QVERIFY(store.submit(MoveTask{id, TaskColumn::Ready}));
        QCOMPARE(store.submit(MoveTask{id, TaskColumn::InProgress}).error().code, ErrorCode::Conflict);
        QVERIFY(store.submit(EditTask{id, add.title, {}, store.file().actor().id, add.due}));
        QVERIFY(store.submit(MoveTask{id, TaskColumn::Done}));
        QCOMPARE(store.submit(MoveTask{id, TaskColumn::Review}).error().code, ErrorCode::Conflict);
        QVERIFY(store.submit(MoveTask{id, TaskColumn::Review, -1, u"The role came back"_s}));
        QCOMPARE(store.ask(TasksQuery{incident})->first().reopened, 1);
        QCOMPARE(store.ask(TaskHistory{id})->size(), 3);
    }

    void countsTasksAndTheDoneOnesDayByDay()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const PersonId owner = store.file().actor().id;
        const auto onDay
            = [&store](int day) { store.clock().set(*Instant::parse(u"2026-03-%1T09:42:00-05:00"_s.arg(day))); };
        const TaskId first{store.submit(AddTask{incident, u"a"_s, {}, owner, {}})->id};
        onDay(21);
        QVERIFY(store.submit(AddTask{incident, u"b"_s, {}, owner, {}, TaskColumn::Done}));
        QVERIFY(store.submit(MoveTask{first, TaskColumn::Done}));
        onDay(23);
        QVERIFY(store.submit(MoveTask{first, TaskColumn::Review, -1, u"Not yet"_s}));
        const auto days = store.ask(TaskProgressQuery{incident, "America/Chicago", QDate(2026, 3, 24)});
        QVERIFY(days);
        const QList<TaskDay> expected{{QDate(2026, 3, 20), 1, 0},
                                      {QDate(2026, 3, 21), 2, 2},
                                      {QDate(2026, 3, 22), 2, 2},
                                      {QDate(2026, 3, 23), 2, 1},
                                      {QDate(2026, 3, 24), 2, 1}};
        QVERIFY(*days == expected);
        QVERIFY(store.ask(TaskProgressQuery{IncidentId{99}, "UTC", QDate(2026, 3, 24)})->isEmpty());
    }

    void keepsTheOrderOfAColumn()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QList<TaskId> ids;
        for (const QString &title : {u"a"_s, u"b"_s, u"c"_s})
            ids << TaskId{store.submit(AddTask{incident, title, {}, {}, {}})->id};
        QVERIFY(store.submit(MoveTask{ids.at(2), TaskColumn::Backlog, 0}));
        QStringList titles;
        const auto tasks = store.ask(TasksQuery{incident});
        for (const Task &task : *tasks)
            titles << task.title;
        QCOMPARE(titles, QStringList({u"c"_s, u"a"_s, u"b"_s}));
    }

    void tellsWhichRecordsChanged()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QSignalSpy spy(&store.file(), &CaseFile::changed);
        const auto receipt = store.submit(LogEntry{incident, u"Something"_s});
        QVERIFY(spy.wait());
        const auto changes = spy.last().first().value<ChangeSet>();
        QVERIFY(changes.ids(Kind::TimelineEntry).contains(receipt->id));
        QVERIFY(!changes.touches(Kind::Task));
    }

    void writesNothingWhenACommandFails()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const qint64 before = store.ask(LedgerHeadQuery())->count;
        QVERIFY(!store.submit(LogEntry{incident, QString()}));
        QVERIFY(!store.submit(LogEntry{{999}, u"text"_s}));
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkRecords)
#include "tst_casework_records.moc"
