// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/playbook_run.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

using casework::ChecklistStep;
using casework::Playbook;
using casework::PlaybookRun;

struct PlaybookArguments
{
    std::string store;
    std::string reference;
    std::string playbook;
    std::string from;
};

QJsonObject stepJson(const casework::PlaybookStep &step)
{
    QJsonObject json{{u"step"_s, step.id},
                     {u"mark"_s, step.mark()},
                     {u"title"_s, step.title},
                     {u"detail"_s, step.detail},
                     {u"stream"_s, casework::streamToken(step.stream)},
                     {u"role"_s, casework::roleToken(step.role)}};
    if (!step.remediationClass.isEmpty())
        json.insert(u"class"_s, step.remediationClass);
    if (!step.citation.isEmpty())
        json.insert(u"citation"_s, step.citation);
    return json;
}

Result<> listPlaybooks(const PlaybookArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(QList<Playbook> all, casework::builtInPlaybooks());
    const QString wanted = text(given.playbook);
    if (!wanted.isEmpty()) {
        TOCSIN_ASSIGN(const Playbook one, casework::builtInPlaybook(wanted));
        all = {one};
    }
    QJsonArray array;
    for (const Playbook &playbook : std::as_const(all)) {
        QJsonArray steps;
        for (const casework::PlaybookStep &step : playbook.steps)
            steps.append(stepJson(step));
        array.append(QJsonObject{{u"playbook"_s, playbook.id},
                                 {u"version"_s, playbook.version},
                                 {u"title"_s, playbook.title},
                                 {u"summary"_s, playbook.summary},
                                 {u"steps"_s, steps}});
        if (console.options().json)
            continue;
        Console::result(u"%1\t%2\t%3 steps"_s.arg(playbook.id, playbook.title).arg(playbook.steps.size()));
        for (const casework::PlaybookStep &step : playbook.steps) {
            if (!wanted.isEmpty())
                Console::result(u"%1\t%2"_s.arg(step.mark(), step.title));
        }
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

Result<> startPlaybook(const PlaybookArguments &given, const Console &console)
{
    casework::StartPlaybook command;
    TOCSIN_ASSIGN(command.playbook, casework::builtInPlaybook(text(given.playbook)));
    if (!given.from.empty()) {
        TOCSIN_ASSIGN(command.anchor, valueOf("--from"_L1, Instant::parse(text(given.from))));
    }
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    command.incident = incident.id;
    TOCSIN_ASSIGN(const casework::Receipt receipt, file->submit(command).result());
    if (console.options().json) {
        Console::result(QJsonObject{{u"playbook"_s, receipt.reference},
                                    {u"tasks"_s, command.playbook.steps.size()},
                                    {u"ledger"_s, receipt.sequence}});
    } else {
        Console::say(
            u"On the board: %1; see: tocsin playbook show"_s.arg(counted(command.playbook.steps.size(), u"task"_s)));
    }
    return {};
}

QString dueText(const casework::Task &task)
{
    return task.dueAt ? task.dueAt->toIso() : task.due.toString(Qt::ISODate);
}

QJsonObject runJson(const PlaybookRun &run, const Instant &now)
{
    QJsonArray steps;
    for (const ChecklistStep &each : run.steps) {
        QJsonObject step = stepJson(each.step);
        step.insert(u"task"_s, each.task.reference());
        step.insert(u"due"_s, dueText(each.task));
        step.insert(u"column"_s, casework::columnToken(each.task.column));
        step.insert(u"owner"_s, each.task.ownerName);
        step.insert(u"done"_s, each.task.column == casework::TaskColumn::Done);
        step.insert(u"late"_s, each.task.isLate(now, run.anchor.zone()));
        steps.append(step);
    }
    return {{u"playbook"_s, run.playbook.id},
            {u"title"_s, run.playbook.title},
            {u"version"_s, run.playbook.version},
            {u"from"_s, run.anchor.toIso()},
            {u"started"_s, run.startedAt.toIso()},
            {u"started_by"_s, run.startedBy},
            {u"done"_s, run.done()},
            {u"late"_s, run.late(now, run.anchor.zone())},
            {u"alarm"_s, casework::alarmToken(run.alarmAt(now))},
            {u"steps"_s, steps}};
}

void sayRun(const PlaybookRun &run, const Instant &now)
{
    Console::result(u"%1\tfrom %2\t%3 of %4 done\t%5 late"_s.arg(
        run.playbook.id, run.anchor.toIso(), QString::number(run.done()), QString::number(run.steps.size()),
        QString::number(run.late(now, run.anchor.zone()))));
    for (const ChecklistStep &each : run.steps) {
        const bool late = each.task.isLate(now, run.anchor.zone());
        const QString standing = casework::columnToken(each.task.column) + (late ? u" late"_s : QString());
        Console::result(u"%1\t%2\t%3\t%4\t%5"_s.arg(each.step.mark(), each.task.reference(), dueText(each.task),
                                                    standing, each.step.title));
    }
}

Result<> showPlaybooks(const PlaybookArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const QList<PlaybookRun> runs, file->ask(casework::PlaybookRuns{incident.id}).result());
    const QString wanted = text(given.playbook);
    const bool known = std::any_of(runs.begin(), runs.end(),
                                   [&wanted](const PlaybookRun &each) { return each.playbook.id == wanted; });
    if (!wanted.isEmpty() && !known)
        return fail(ErrorCode::NotFound, u"“%1” was not started for %2."_s.arg(wanted, incident.reference));
    QJsonArray array;
    for (const PlaybookRun &run : runs) {
        if (!wanted.isEmpty() && run.playbook.id != wanted)
            continue;
        array.append(runJson(run, file->now()));
        if (!console.options().json)
            sayRun(run, file->now());
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

} // namespace

void addPlaybookCommands(CLI::App &app, Request &request)
{
    auto *playbook = app.add_subcommand("playbook", "What to do in the first days, as tasks with hour marks");
    playbook->require_subcommand(1);
    auto given = std::make_shared<PlaybookArguments>();
    const auto add = [playbook, given, &request](const char *name, const char *help,
                                                 Result<> (*work)(const PlaybookArguments &, const Console &)) {
        auto *command = playbook->add_subcommand(name, help);
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    const auto addIncident = [given](CLI::App *command) {
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
    };
    add("list", "The playbooks there are, or the steps of one", listPlaybooks)
        ->add_option("PLAYBOOK", given->playbook, "Such as containment-72h");
    auto *start = add("start", "Make tasks of a playbook's steps", startPlaybook);
    addIncident(start);
    start->add_option("PLAYBOOK", given->playbook, "Such as containment-72h")->required();
    start->add_option("--from", given->from, "What it counts from: ISO 8601 with offset; otherwise the discovery");
    auto *show = add("show", "The checklists of an incident, with what is done and late", showPlaybooks);
    addIncident(show);
    show->add_option("PLAYBOOK", given->playbook, "Just this one");
}

} // namespace tocsin::app
