// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/task.h"
#include "casework/timeline.h"
#include "jobs/stream_check.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

struct LogArguments
{
    std::string store;
    std::string reference;
    std::string text;
    std::string at;
    std::string stream = "command";
    std::string precision = "exact";
    std::string search;
    bool privileged = false;
    bool outside = false;
    bool check = false;
};

Result<> log(const LogArguments &given, const Console &console)
{
    casework::LogEntry command;
    command.text = text(given.text);
    TOCSIN_ASSIGN(command.stream, casework::streamFromToken(text(given.stream)));
    TOCSIN_ASSIGN(command.precision, casework::precisionFromToken(text(given.precision)));
    if (!given.at.empty()) {
        TOCSIN_ASSIGN(command.at, valueOf("--at"_L1, Instant::parse(text(given.at))));
    }
    command.privileged = given.privileged;
    command.inChronology = !given.outside;
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    command.incident = incident.id;
    TOCSIN_ASSIGN(const casework::Receipt receipt, file->submit(command).result());
    if (console.options().json)
        Console::result(QJsonObject{{u"entry"_s, receipt.id}, {u"ledger"_s, receipt.sequence}});
    return {};
}

QJsonObject entryJson(const casework::TimelineEntry &entry)
{
    static const QMap<casework::EntrySource, QString> sources{{casework::EntrySource::Person, u"person"_s},
                                                              {casework::EntrySource::System, u"system"_s},
                                                              {casework::EntrySource::Import, u"import"_s}};
    const auto related = [](const std::optional<TimelineEntryId> &id) {
        return id ? QJsonValue(id->value) : QJsonValue(QJsonValue::Null);
    };
    return {{u"id"_s, entry.id.value},
            {u"at"_s, entry.at.toIso()},
            {u"precision"_s, casework::precisionToken(entry.precision)},
            {u"stream"_s, casework::streamToken(entry.stream)},
            {u"text"_s, entry.text},
            {u"author"_s, entry.authorName},
            {u"source"_s, sources.value(entry.source)},
            {u"in_chronology"_s, entry.inChronology},
            {u"privileged"_s, entry.privileged},
            {u"supersedes"_s, related(entry.supersedes)},
            {u"superseded_by"_s, related(entry.supersededBy)},
            {u"recorded"_s, entry.recordedAt.toIso()}};
}

QJsonObject contradictionJson(const jobs::StreamContradiction &contradiction)
{
    QJsonArray statements;
    for (const jobs::StreamStatement &each : contradiction.statements) {
        statements.append(QJsonObject{{u"entry"_s, each.entry.value},
                                      {u"stream"_s, casework::streamToken(each.stream)},
                                      {u"at"_s, each.at.toIso()},
                                      {u"value"_s, each.value},
                                      {u"passage"_s, each.passage}});
    }
    return {{u"about"_s, jobs::aboutToken(contradiction.about)},
            {u"sentence"_s, jobs::contradictionSentence(contradiction)},
            {u"facts"_s, contradiction.facts},
            {u"statements"_s, statements},
            {u"more"_s, contradiction.more}};
}

/// Compares what the streams say with each other and with the facts; the answer is no if they disagree.
Result<> checkTimeline(casework::CaseFile &file, const casework::Incident &incident, const Console &console)
{
    TOCSIN_ASSIGN(const QList<jobs::StreamContradiction> found, file.ask(jobs::StreamCheck{incident.id}).result());
    QJsonArray array;
    for (const jobs::StreamContradiction &each : found) {
        array.append(contradictionJson(each));
        if (console.options().json)
            continue;
        Console::result(jobs::contradictionSentence(each));
        for (const jobs::StreamStatement &said : each.statements) {
            Console::result(u"  %1\t%2\t“%3”"_s.arg(QString::number(said.entry.value),
                                                    casework::streamToken(said.stream), said.passage));
        }
        if (each.more > 0)
            Console::result(u"  and %1 more"_s.arg(each.more));
    }
    if (console.options().json)
        Console::result(array);
    if (found.isEmpty())
        return {};
    return fail(ErrorCode::CheckFailed,
                u"The timeline of %1 says %2 differently; correct the entry that is wrong."_s.arg(
                    incident.reference, found.size() == 1 ? u"one thing"_s : u"%1 things"_s.arg(found.size())));
}

Result<> timeline(const LogArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    if (given.check)
        return checkTimeline(*file, incident, console);
    casework::TimelineIds query;
    query.incident = incident.id;
    query.search = text(given.search);
    query.oldestFirst = true;
    TOCSIN_ASSIGN(const QList<TimelineEntryId> ids, file->ask(query).result());
    TOCSIN_ASSIGN(const QList<casework::TimelineEntry> entries, file->ask(casework::TimelineEntries{ids}).result());
    QJsonArray array;
    for (const casework::TimelineEntry &entry : entries) {
        array.append(entryJson(entry));
        if (!console.options().json) {
            const QString mark = entry.supersededBy ? u" (corrected by %1)"_s.arg(entry.supersededBy->value)
                : entry.supersedes                  ? u" (corrects %1)"_s.arg(entry.supersedes->value)
                                                    : QString();
            Console::result(u"%1\t%2\t%3\t%4%5"_s.arg(entry.at.toIso(), casework::streamToken(entry.stream),
                                                      entry.authorName, entry.text, mark));
        }
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

struct TaskArguments
{
    std::string store;
    std::string reference;
    std::string task;
    std::string title;
    std::string detail;
    std::string owner;
    std::string due;
    std::string column = "backlog";
    std::string note;
    std::string sprint;
    std::string remediationClass;
    int position = -1;
};

/// A day, or a moment with its offset.
Result<> readDue(const std::string &given, casework::AddTask &command)
{
    if (given.empty())
        return {};
    if (!text(given).contains(u'T')) {
        TOCSIN_ASSIGN(command.due, valueOf("--due"_L1, parseDate(text(given))));
        return {};
    }
    TOCSIN_ASSIGN(command.dueAt, valueOf("--due"_L1, Instant::parse(text(given))));
    return {};
}

/// By its number, "T-31" or "31".
Result<casework::Task> taskCalled(casework::CaseFile &file, IncidentId incident, const std::string &name)
{
    TOCSIN_ASSIGN(const QList<casework::Task> tasks, file.ask(casework::TasksQuery{incident}).result());
    const QString wanted
        = text(name).startsWith(u"T-"_s, Qt::CaseInsensitive) ? text(name).toUpper() : u"T-"_s + text(name);
    const auto task = std::find_if(tasks.begin(), tasks.end(),
                                   [&](const casework::Task &each) { return each.reference() == wanted; });
    if (task == tasks.end())
        return fail(ErrorCode::NotFound, u"There is no task %1 in this incident."_s.arg(wanted));
    return *task;
}

Result<> addTask(const TaskArguments &given, const Console &console)
{
    casework::AddTask command;
    command.title = text(given.title);
    command.detail = text(given.detail);
    TOCSIN_ASSIGN(command.column, casework::columnFromToken(text(given.column)));
    TOCSIN_TRY(readDue(given.due, command));
    command.sprint = text(given.sprint);
    command.remediationClass = text(given.remediationClass);
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    command.incident = incident.id;
    TOCSIN_ASSIGN(command.owner, personCalled(*file, given.owner));
    TOCSIN_ASSIGN(const casework::Receipt receipt, file->submit(command).result());
    if (console.options().json)
        Console::result(QJsonObject{{u"task"_s, receipt.reference}});
    else
        Console::result(receipt.reference);
    return {};
}

/// Of the sprint and class that were asked for, if any.
bool isWanted(const casework::Task &task, const TaskArguments &given)
{
    return (given.sprint.empty() || task.sprint == text(given.sprint))
        && (given.remediationClass.empty() || task.remediationClass == text(given.remediationClass));
}

Result<> listTasks(const TaskArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const QList<casework::Task> tasks, file->ask(casework::TasksQuery{incident.id}).result());
    QJsonArray array;
    for (const casework::TaskColumn column : casework::allColumns()) {
        for (const casework::Task &task : tasks) {
            if (task.column != column || !isWanted(task, given))
                continue;
            const QString due = task.due.toString(Qt::ISODate);
            array.append(QJsonObject{{u"task"_s, task.reference()},
                                     {u"title"_s, task.title},
                                     {u"detail"_s, task.detail},
                                     {u"column"_s, casework::columnToken(task.column)},
                                     {u"owner"_s, task.ownerName},
                                     {u"due"_s, due},
                                     {u"due_at"_s, task.dueAt ? task.dueAt->toIso() : QString()},
                                     {u"sprint"_s, task.sprint},
                                     {u"class"_s, task.remediationClass},
                                     {u"reopened"_s, task.reopened}});
            if (!console.options().json) {
                Console::result(u"%1\t%2\t%3\t%4\t%5"_s.arg(task.reference(), casework::columnToken(task.column),
                                                            task.ownerName, due, task.title));
            }
        }
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

Result<> moveTask(const TaskArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const casework::TaskColumn column, casework::columnFromToken(text(given.column)));
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const casework::Task task, taskCalled(*file, incident.id, given.task));
    TOCSIN_ASSIGN(const PersonId owner, personCalled(*file, given.owner));
    return file->submit(casework::MoveTask{task.id, column, given.position, text(given.note), owner})
        .result()
        .map([](const casework::Receipt &) {});
}

/// Changes what is named and leaves the rest.
Result<> editTask(const TaskArguments &given, const Console &console)
{
    const auto named
        = [](const std::string &option) { return option.empty() ? std::nullopt : std::optional(text(option)); };
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const casework::Task task, taskCalled(*file, incident.id, given.task));
    casework::EditTask command{task.id, task.title, task.detail, task.owner, task.due, {}, {}};
    command.title = named(given.title).value_or(task.title);
    command.detail = named(given.detail).value_or(task.detail);
    command.sprint = named(given.sprint);
    command.remediationClass = named(given.remediationClass);
    if (!given.due.empty()) {
        TOCSIN_ASSIGN(command.due, valueOf("--due"_L1, parseDate(text(given.due))));
    }
    if (!given.owner.empty()) {
        TOCSIN_ASSIGN(command.owner, personCalled(*file, given.owner));
    }
    return file->submit(command).result().map([](const casework::Receipt &) {});
}

/// One line a day: how many tasks there were, were done, are left.
Result<> burnDown(const TaskArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const casework::FactsRevision facts, file->ask(casework::CurrentFacts{incident.id}).result());
    const QByteArray zone = facts.facts.timezone.isEmpty() ? file->now().zone() : facts.facts.timezone;
    casework::TaskProgressQuery query{incident.id, zone, file->now().inZone(zone).localDate()};
    query.sprint = text(given.sprint);
    query.remediationClass = text(given.remediationClass);
    TOCSIN_ASSIGN(const QList<casework::TaskDay> days, file->ask(query).result());
    QJsonArray array;
    for (const casework::TaskDay &day : days) {
        array.append(QJsonObject{{u"day"_s, day.day.toString(Qt::ISODate)},
                                 {u"all"_s, day.all},
                                 {u"done"_s, day.done},
                                 {u"left"_s, day.all - day.done}});
        if (!console.options().json)
            Console::result(u"%1\t%2\t%3\t%4"_s.arg(day.day.toString(Qt::ISODate), QString::number(day.all),
                                                    QString::number(day.done), QString::number(day.all - day.done)));
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

} // namespace

void addWorkCommands(CLI::App &app, Request &request)
{
    auto entry = std::make_shared<LogArguments>();
    auto *logging = app.add_subcommand("log", "Log a timeline entry");
    logging->add_option("STORE", entry->store, "The case store, such as acme.tocsin")->required();
    logging->add_option("REF", entry->reference, "The incident, such as 2026-004")->required();
    logging->add_option("--text", entry->text, "What happened")->required();
    logging->add_option("--at", entry->at, "When: ISO 8601 with offset; otherwise now");
    logging->add_option("--stream", entry->stream, "technical, regulatory, communications or command");
    logging->add_option("--precision", entry->precision, "exact, approximate or unknown");
    logging->add_flag("--privileged", entry->privileged, "Attorney-client privilege is claimed");
    logging->add_flag("--not-in-chronology", entry->outside, "Not for the regulator's chronology");
    logging->callback(
        [&request, entry] { request.work = [entry](const Console &console) { return log(*entry, console); }; });

    auto *reading = app.add_subcommand("timeline", "An incident's timeline, oldest first");
    reading->add_option("STORE", entry->store, "The case store, such as acme.tocsin")->required();
    reading->add_option("REF", entry->reference, "The incident, such as 2026-004")->required();
    auto *search = reading->add_option("--search", entry->search, "Words that must occur");
    reading
        ->add_flag(
            "--check", entry->check,
            "Compare what the streams say of people and days with each other and the facts; exit 1 if they differ")
        ->excludes(search);
    reading->callback(
        [&request, entry] { request.work = [entry](const Console &console) { return timeline(*entry, console); }; });

    auto *task = app.add_subcommand("task", "The task board");
    task->require_subcommand(1);
    auto given = std::make_shared<TaskArguments>();
    const auto add = [task, given, &request](const char *name, const char *help,
                                             Result<> (*work)(const TaskArguments &, const Console &)) {
        auto *command = task->add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    auto *adding = add("add", "Add a task; prints its number", addTask);
    adding->add_option("--title", given->title, "One line")->required();
    adding->add_option("--detail", given->detail, "More about it");
    adding->add_option("--owner", given->owner, "Name of one of the people");
    adding->add_option("--due", given->due, "Such as 2026-11-30, or a moment: 2026-11-30T16:00:00-06:00");
    adding->add_option("--column", given->column, "backlog, ready, in-progress, evidence, review or done");
    const auto addPlan = [given](CLI::App *command, const char *sprint) {
        command->add_option("--sprint", given->sprint, sprint);
        command->add_option("--class", given->remediationClass, "Remediation class: A, B or C");
    };
    addPlan(adding, "The sprint it is planned for, such as 2026-24");
    addPlan(add("list", "All tasks, column by column", listTasks), "Just those of this sprint");
    addPlan(add("burndown", "How many tasks there were, were done and are left, day by day", burnDown),
            "Just those of this sprint");
    auto *editing = add("edit", "Change what is named of a task", editTask);
    editing->add_option("TASK", given->task, "Such as T-31")->required();
    editing->add_option("--title", given->title, "One line");
    editing->add_option("--detail", given->detail, "More about it");
    editing->add_option("--owner", given->owner, "Name of one of the people");
    editing->add_option("--due", given->due, "Such as 2026-11-30");
    addPlan(editing, "The sprint it is planned for");
    auto *moving = add("move", "Move a task to a column", moveTask);
    moving->add_option("TASK", given->task, "Such as T-31")->required();
    moving->add_option("COLUMN", given->column, "backlog, ready, in-progress, evidence, review or done")->required();
    moving->add_option("--owner", given->owner, "Name its owner first");
    moving->add_option("--position", given->position, "Place in the column, from 0");
    moving->add_option("--note", given->note, "Why; needed to reopen");
}

} // namespace tocsin::app
