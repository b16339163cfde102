// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/obligation.h"
#include "casework/playbook_run.h"
#include "casework/timeline.h"
#include "jobs/first_steps.h"
#include "notices/sheet_kinds.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::jobs;
using casework::Role;
using tocsin::test::CaseFixture;

namespace {

casework::CreateIncident incidentOn(const QString &discovered = u"2026-03-20T08:30:00-05:00"_s)
{
    casework::CreateIncident command;
    command.title = u"Order export left readable"_s;
    command.facts = CaseFixture::facts();
    command.facts.discovered = law::Moment{{}, *Instant::parse(discovered)};
    return command;
}

casework::Playbook protocol()
{
    return generalPlaybook(casework::builtInPlaybooks().value_or(QList<casework::Playbook>()));
}

casework::DeclareIncident declared()
{
    FirstSteps steps;
    steps.playbook = protocol();
    return declaration(incidentOn(), steps).value_or(casework::DeclareIncident());
}

} // namespace

class TestFirstSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneDeclarationMakesIncidentClocksStatementsAndTasks();
    void tasksBelongToTheRolesOfTheResponse();
    void hoursCountFromTheDiscovery_data();
    void hoursCountFromTheDiscovery();
    void leavesNothingBehindWhenAPartFails();
    void whatIsNotWantedIsNotMade();
    void theTasksCanBeTakenBackAndTheIncidentStays();
    void whoMayNotBeginAnIncidentMayNotDeclareOne();
};

void TestFirstSteps::oneDeclarationMakesIncidentClocksStatementsAndTasks()
{
    CaseFixture store;
    const qint64 before = store.ask(casework::LedgerHeadQuery())->count;
    const auto receipt = store.submit(declared());
    QVERIFY2(receipt, qPrintable(receipt ? QString() : receipt.error().message));
    const IncidentId incident{receipt->id};
    QCOMPARE(store.ask(casework::IncidentsQuery())->size(), 1);
    const auto duties = store.ask(casework::ObligationsQuery{incident});
    const auto clocks
        = std::count_if(duties->cbegin(), duties->cend(), [](const auto &each) { return !each.due().isNull(); });
    QVERIFY(clocks > 0);
    QStringList audiences;
    const auto all = store.ask(casework::NoticesQuery{incident});
    for (const casework::Notice &notice : *all) {
        if (notice.kind != u"holding"_s)
            continue;
        audiences << notice.fields.value(u"audience"_s);
        QCOMPARE(notice.fields.value(u"phase"_s), u"First hours"_s);
        QCOMPARE(notice.status, casework::NoticeStatus::Draft);
    }
    QCOMPARE(audiences, notices::noticeKind(u"holding"_s)->field(u"audience"_s)->choices);
    QCOMPARE(store.ask(casework::TasksQuery{incident})->size(), protocol().steps.size());
    QCOMPARE(receipt->sequence, before + 1); // one entry for all of it
    QCOMPARE(store.ask(casework::LedgerHeadQuery())->count, before + 1);
}

void TestFirstSteps::tasksBelongToTheRolesOfTheResponse()
{
    CaseFixture store;
    QVERIFY(store.addPerson(u"Tom"_s, Role::TechnicalLead));
    QVERIFY(store.addPerson(u"Carla"_s, Role::LegalCounsel));
    QVERIFY(store.addPerson(u"Cleo"_s, Role::LegalCounsel)); // of two, neither
    const auto receipt = store.submit(declared());
    QVERIFY(receipt);
    const QHash<Role, QString> owners{{Role::ComplianceLead, u"Ada"_s},
                                      {Role::TechnicalLead, u"Tom"_s},
                                      {Role::LegalCounsel, {}},
                                      {Role::CommunicationsLead, {}}};
    const auto runs = store.ask(casework::PlaybookRuns{IncidentId{receipt->id}});
    QCOMPARE(runs->size(), 1);
    for (const casework::ChecklistStep &each : runs->first().steps)
        QCOMPARE(each.task.ownerName, owners.value(each.step.role));
    const auto ids = store.ask(casework::TimelineIds{IncidentId{receipt->id}});
    const auto entries = store.ask(casework::TimelineEntries{*ids});
    const bool told = std::any_of(entries->cbegin(), entries->cend(), [](const casework::TimelineEntry &each) {
        return each.text.startsWith(u"Response team. Compliance lead: Ada; Legal counsel: Carla, Cleo; "
                                    "Technical lead: Tom; Communications lead: nobody yet"_s);
    });
    QVERIFY(told);
}

void TestFirstSteps::hoursCountFromTheDiscovery_data()
{
    QTest::addColumn<law::Moment>("discovered");
    QTest::addColumn<QString>("from");
    const auto hour = *Instant::parse(u"2026-03-19T22:15:00Z"_s);
    QTest::newRow("its hour") << law::Moment{{}, hour} << u"2026-03-19T17:15:00-05:00"_s;
    QTest::newRow("an earlier day, from its first moment")
        << law::Moment{QDate(2026, 3, 18), {}} << u"2026-03-18T00:00:00-05:00"_s;
    QTest::newRow("today, from now") << law::Moment{QDate(2026, 3, 20), {}} << u"2026-03-20T09:42:00-05:00"_s;
}

void TestFirstSteps::hoursCountFromTheDiscovery()
{
    QFETCH(law::Moment, discovered);
    QFETCH(QString, from);
    CaseFixture store;
    casework::DeclareIncident command = declared();
    command.incident.facts.discovered = discovered;
    const auto receipt = store.submit(command);
    QVERIFY(receipt);
    const auto runs = store.ask(casework::PlaybookRuns{IncidentId{receipt->id}});
    QCOMPARE(runs->first().anchor.toIso(), from);
}

void TestFirstSteps::leavesNothingBehindWhenAPartFails()
{
    CaseFixture store;
    casework::DeclareIncident command = declared();
    command.playbook->steps.clear(); // the last part
    const auto refused = store.submit(command);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
    QVERIFY(store.ask(casework::IncidentsQuery())->isEmpty());
    const auto made = store.submit(declared());
    QVERIFY(made);
    QCOMPARE(made->reference, u"2026-001"_s);
}

void TestFirstSteps::whatIsNotWantedIsNotMade()
{
    CaseFixture store;
    FirstSteps none;
    none.holdingStatements = false;
    const auto receipt = store.submit(declaration(incidentOn(), none).value_or(casework::DeclareIncident()));
    QVERIFY(receipt);
    const IncidentId incident{receipt->id};
    QCOMPARE(store.ask(casework::NoticesQuery{incident})->size(), 1); // the letter every incident has
    QVERIFY(store.ask(casework::TasksQuery{incident})->isEmpty());
    QVERIFY(store.ask(casework::PlaybookRuns{incident})->isEmpty());
    QVERIFY(!store.ask(casework::ObligationsQuery{incident})->isEmpty());
}

void TestFirstSteps::theTasksCanBeTakenBackAndTheIncidentStays()
{
    CaseFixture store;
    const auto receipt = store.submit(declared());
    QVERIFY(receipt && receipt->undoable.contains(u"playbook"_s));
    QVERIFY(store.file().undo().result());
    QVERIFY(store.ask(casework::TasksQuery{IncidentId{receipt->id}})->isEmpty());
    QCOMPARE(store.ask(casework::IncidentsQuery())->size(), 1);
}

void TestFirstSteps::whoMayNotBeginAnIncidentMayNotDeclareOne()
{
    for (const Role role : casework::allRoles()) {
        CaseFixture store(role);
        const auto receipt = store.submit(declared());
        QCOMPARE(bool(receipt), casework::permits(role, casework::CreateIncident::kAction));
    }
}

QTEST_GUILESS_MAIN(TestFirstSteps)
#include "tst_jobs_first_steps.moc"
