// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/facts_record.h"
#include "casework/obligation.h"
#include "jobs/first_steps.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

struct IncidentArguments
{
    std::string store;
    std::string reference;
    std::string title;
    std::string facts;
    std::string kind = "breach";
    std::string summary;
    std::string doing;
    std::string status;
    std::string reason;
    bool firstSteps = false;
    std::string playbook;
    std::string from;
};

QJsonObject incidentJson(const casework::Incident &incident)
{
    return {{u"reference"_s, incident.reference},
            {u"title"_s, incident.title},
            {u"kind"_s, casework::kindToken(incident.kind)},
            {u"status"_s, casework::statusToken(incident.status)},
            {u"created"_s, incident.created.toIso()}};
}

/// None of them unless asked for: scripts that take each step themselves go on as they are.
Result<jobs::FirstSteps> firstStepsOf(const IncidentArguments &given)
{
    jobs::FirstSteps steps;
    steps.holdingStatements = given.firstSteps;
    if (!given.firstSteps)
        return steps;
    if (given.playbook.empty()) {
        TOCSIN_ASSIGN(const QList<casework::Playbook> all, casework::builtInPlaybooks());
        steps.playbook = jobs::generalPlaybook(all);
    } else {
        TOCSIN_ASSIGN(steps.playbook, casework::builtInPlaybook(text(given.playbook)));
    }
    if (!given.from.empty()) {
        TOCSIN_ASSIGN(steps.anchor, valueOf("--from"_L1, Instant::parse(text(given.from))));
    }
    return steps;
}

void sayIncident(const casework::DeclareIncident &command, const casework::Receipt &receipt, const Console &console)
{
    if (!console.options().json)
        return Console::result(receipt.reference);
    QJsonObject object{{u"reference"_s, receipt.reference}};
    QJsonArray keys;
    for (const casework::CreateNotice &draft : command.drafts)
        keys.append(draft.key);
    if (!keys.isEmpty())
        object.insert(u"notices"_s, keys);
    if (command.playbook) {
        object.insert(u"playbook"_s, command.playbook->id);
        object.insert(u"tasks"_s, command.playbook->steps.size());
    }
    Console::result(object);
}

Result<> makeIncident(const IncidentArguments &given, const Console &console)
{
    casework::CreateIncident command;
    command.title = text(given.title);
    TOCSIN_ASSIGN(command.kind, casework::kindFromToken(text(given.kind)));
    TOCSIN_ASSIGN(command.facts, factsFrom(given.facts));
    command.story = {text(given.summary), text(given.doing)};
    TOCSIN_ASSIGN(const jobs::FirstSteps steps, firstStepsOf(given));
    TOCSIN_ASSIGN(const casework::DeclareIncident declaration, jobs::declaration(command, steps));
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Receipt receipt, file->submit(declaration).result());
    TOCSIN_ASSIGN(const law::Evaluation evaluation,
                  file->ask(casework::EvaluationQuery{IncidentId{receipt.id}}).result());
    warn(evaluation.warnings);
    sayIncident(declaration, receipt, console);
    return {};
}

Result<> listIncidents(const IncidentArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const QList<casework::Incident> incidents, file->ask(casework::IncidentsQuery()).result());
    QJsonArray array;
    for (const casework::Incident &incident : incidents) {
        array.append(incidentJson(incident));
        if (!console.options().json)
            Console::result(
                u"%1\t%2\t%3"_s.arg(incident.reference, casework::statusToken(incident.status), incident.title));
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

Result<> showIncident(const IncidentArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    // Without a reference: the only one there is.
    std::string reference = given.reference;
    if (reference.empty()) {
        TOCSIN_ASSIGN(const QList<casework::Incident> incidents, file->ask(casework::IncidentsQuery()).result());
        if (incidents.size() == 1)
            reference = incidents.first().reference.toStdString();
    }
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, reference));
    TOCSIN_ASSIGN(const casework::FactsRevision facts, file->ask(casework::CurrentFacts{incident.id}).result());
    TOCSIN_ASSIGN(const law::Evaluation evaluation, file->ask(casework::EvaluationQuery{incident.id}).result());
    if (console.options().json) {
        QJsonObject object = incidentJson(incident);
        object.insert(u"summary"_s, incident.story.summary);
        object.insert(u"what_we_are_doing"_s, incident.story.whatWeAreDoing);
        object.insert(u"facts"_s, law::toJson(facts.facts));
        object.insert(u"facts_revision"_s, facts.revision);
        object.insert(u"discovered"_s,
                      evaluation.discovered.isValid() ? QJsonValue(evaluation.discovered.toString(Qt::ISODate))
                                                      : QJsonValue(QJsonValue::Null));
        Console::result(object);
        return {};
    }
    Console::result(u"%1  %2"_s.arg(incident.reference, incident.title));
    Console::result(u"Kind        %1"_s.arg(casework::kindName(incident.kind)));
    Console::result(u"Status      %1"_s.arg(casework::statusName(incident.status)));
    Console::result(u"Discovered  %1"_s.arg(
        evaluation.discovered.isValid() ? evaluation.discovered.toString(Qt::ISODate) : u"not known"_s));
    Console::result(u"Facts       revision %1: %2"_s.arg(QString::number(facts.revision), facts.reason));
    Console::result(u"Owed        %1, %2 for a fact"_s.arg(counted(evaluation.owed.size(), u"duty"_s, u"duties"_s),
                                                           counted(evaluation.blocked.size(), u"waits"_s, u"wait"_s)));
    return {};
}

Result<> setStatus(const IncidentArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const casework::IncidentStatus status, casework::statusFromToken(text(given.status)));
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    return file->submit(casework::SetIncidentStatus{incident.id, status, text(given.reason)})
        .result()
        .map([](const casework::Receipt &) {});
}

Result<> describe(const IncidentArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident before, incidentOf(*file, given.reference));
    const auto chosen = [](const std::string &argument, const QString &otherwise) {
        return argument.empty() ? otherwise : text(argument);
    };
    const casework::IncidentStory story{chosen(given.summary, before.story.summary),
                                        chosen(given.doing, before.story.whatWeAreDoing)};
    return file->submit(casework::DescribeIncident{before.id, chosen(given.title, before.title), before.kind, story})
        .result()
        .map([](const casework::Receipt &) {});
}

} // namespace

void addIncidentCommands(CLI::App &app, Request &request)
{
    auto given = std::make_shared<IncidentArguments>();
    const auto add = [given, &request](CLI::App *parent, const char *name, const char *help,
                                       Result<> (*work)(const IncidentArguments &, const Console &)) {
        auto *command = parent->add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    auto *incident = app.add_subcommand("incident", "Incidents");
    incident->require_subcommand(1);
    auto *making = add(incident, "new", "Open an incident; prints its reference", makeIncident);
    making->add_option("--title", given->title, "One line")->required();
    making->add_option("--facts", given->facts, "JSON file of facts")->required();
    making->add_option("--kind", given->kind, "failed-audit, breach or both");
    making->add_option("--summary", given->summary, "What happened, in plain sentences for notices");
    making->add_option("--doing", given->doing, "What is being done, in plain sentences for notices");
    auto *steps = making->add_flag("--first-steps", given->firstSteps,
                                   "Also the holding statements, and the tasks of a playbook with their owners");
    making->add_option("--playbook", given->playbook, "Which one; containment-72h unless named")->needs(steps);
    making
        ->add_option("--from", given->from, "What its hours count from: ISO 8601 with offset; otherwise the discovery")
        ->needs(steps);
    add(incident, "list", "All incidents", listIncidents);
    add(incident, "show", "One incident", showIncident)
        ->add_option("REF", given->reference, "The incident, such as 2026-004");
    auto *status = add(incident, "status", "Change an incident's status", setStatus);
    status->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
    status
        ->add_option("STATUS", given->status, "triage, containment, investigation, notification, remediation or closed")
        ->required();
    status->add_option("--reason", given->reason, "Why");
    auto *describing = add(incident, "describe", "Change title and narrative", describe);
    describing->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
    describing->add_option("--title", given->title, "One line");
    describing->add_option("--summary", given->summary, "What happened, in plain sentences for notices");
    describing->add_option("--doing", given->doing, "What is being done, in plain sentences for notices");
}

} // namespace tocsin::app
