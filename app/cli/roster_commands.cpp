// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/facts_proposal.h"
#include "casework/facts_record.h"
#include "casework/roster_figures.h"
#include "core/safe_file.h"
#include "jobs/roster_import.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

constexpr qint64 kMaxMap = qint64{1024} * 1024;

struct RosterArguments
{
    std::string store;
    std::string reference;
    std::string path;
    std::string map;
    bool dryRun = false;
    bool acceptResidents = false;
};

Result<intake::RosterMap> mapOf(const RosterArguments &given)
{
    if (given.map.empty())
        return intake::RosterMap();
    TOCSIN_ASSIGN(const QByteArray bytes, readFile(text(given.map), kMaxMap));
    return intake::RosterMap::fromJson(bytes, text(given.map));
}

void print(const jobs::RosterImportReport &report)
{
    const intake::RosterSummary &summary = report.summary;
    Console::result(u"Rows         %1"_s.arg(summary.rows));
    Console::result(u"Accepted     %1"_s.arg(summary.accepted));
    Console::result(u"With a note  %1"_s.arg(summary.withNote));
    Console::result(u"To decide    %1"_s.arg(summary.problems));
    Console::result(u"Duplicates   %1"_s.arg(summary.duplicates));
    Console::result(u"No address   %1"_s.arg(summary.withoutUsableAddress));
    for (auto kind = summary.kinds.begin(); kind != summary.kinds.end(); ++kind) {
        QStringList lines;
        for (const qint64 line : kind->lines.mid(0, 10))
            lines << QString::number(line);
        const QString more = kind->count > lines.size() ? u", …"_s : QString();
        Console::result(u"  %1  %2  %3 %4%5"_s.arg(
            QString(intake::kindName(kind.key())).leftJustified(30), QString::number(kind->count),
            kind->count == 1 ? u"line"_s : u"lines"_s, lines.join(u", "_s), more));
    }
    for (auto state = summary.residentsByState.begin(); state != summary.residentsByState.end(); ++state)
        Console::result(u"  %1  %2"_s.arg(state.key()).arg(state.value()));
    if (report.known)
        Console::say(u"This very file was imported before; nothing was changed."_s);
    else if (!report.dryRun)
        Console::say(u"Roster revision %1: %2 added, %3 changed, %4 unchanged."_s.arg(report.revision)
                         .arg(report.added)
                         .arg(report.changed)
                         .arg(report.unchanged));
}

/// The figures reach the facts, and with them the deadlines, only when a person says so.
Result<> sayHowToAccept(casework::CaseFile &file, const RosterArguments &given, IncidentId incident)
{
    TOCSIN_ASSIGN(const casework::FactsRevision facts, file.ask(casework::CurrentFacts{incident}).result());
    TOCSIN_ASSIGN(const casework::RosterTotals totals, file.ask(casework::RosterTotalsQuery{incident}).result());
    if (facts.facts.peopleAffected().value_or(0) != totals.people) {
        Console::say(u"The facts count %1, the roster %2. To take the roster's figures: "
                     "tocsin roster accept-residents %3 %4"_s.arg(people(facts.facts.peopleAffected().value_or(0)),
                                                                  QString::number(totals.people), text(given.store),
                                                                  text(given.reference)));
    }
    return {};
}

Result<> importRoster(const RosterArguments &given, const Console &console)
{
    jobs::RosterImport request;
    TOCSIN_ASSIGN(request.map, mapOf(given));
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    // Asked before anything is imported, so that nothing is done by half.
    if (given.acceptResidents && !file->may(casework::AcceptResidents::kAction)) {
        return fail(ErrorCode::NotAllowed,
                    u"The role “%1” imports a roster, but does not put its residents into the facts."_s.arg(
                        casework::roleName(file->actor().role)));
    }
    request.incident = incident.id;
    request.path = text(given.path);
    request.dryRun = given.dryRun;
    TOCSIN_ASSIGN(const jobs::RosterImportReport report,
                  jobs::importRoster(*file, request, *console.progress(u"Rows"_s)));
    if (console.options().json)
        Console::result(report.toJson());
    else
        print(report);
    if (given.dryRun)
        return {};
    if (!given.acceptResidents)
        return sayHowToAccept(*file, given, incident.id);
    const auto taken = file->submit(casework::AcceptResidents{incident.id}).result();
    // The facts have the figures already: just what was asked for.
    if (!taken && taken.error().code != ErrorCode::Conflict)
        return forward(taken);
    return {};
}

/// What the roster's figures do to the deadlines, as `facts set` tells it.
Result<> acceptResidents(const RosterArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const casework::FactsRevision facts, file->ask(casework::CurrentFacts{incident.id}).result());
    TOCSIN_ASSIGN(const casework::RosterTotals totals, file->ask(casework::RosterTotalsQuery{incident.id}).result());
    TOCSIN_ASSIGN(const casework::FactsPreview preview,
                  file->ask(casework::PreviewFacts{incident.id, casework::withFigures(facts.facts, totals)}).result());
    TOCSIN_TRY(file->submit(casework::AcceptResidents{incident.id}).result());
    const QJsonArray changes = showChanges(preview.changes, console);
    if (console.options().json)
        Console::result(QJsonObject{{u"saved"_s, true}, {u"changes"_s, changes}});
    else if (changes.isEmpty())
        Console::say(u"No deadline changes."_s);
    return {};
}

} // namespace

void addRosterCommands(CLI::App &app, Request &request)
{
    auto *roster = app.add_subcommand("roster", "The people affected");
    roster->require_subcommand(1);
    auto given = std::make_shared<RosterArguments>();
    const auto add = [roster, given, &request](const char *name, const char *help,
                                               Result<> (*work)(const RosterArguments &, const Console &)) {
        auto *command = roster->add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    auto *importing = add("import", "Read a CSV or XLSX file", importRoster);
    importing->add_option("FILE", given->path, "CSV or XLSX")->required();
    importing->add_option("--map", given->map, "JSON file: which column is which");
    importing->add_flag("--dry-run", given->dryRun, "Report, and save nothing");
    importing->add_flag("--accept-residents", given->acceptResidents, "Put residents by State into the facts at once");
    add("accept-residents", "Put the roster's residents by State into the facts", acceptResidents);
}

} // namespace tocsin::app
