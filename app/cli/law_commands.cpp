// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "jobs/rule_files.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

struct LawArguments
{
    std::string store;
    std::string reference;
    std::string file;
    std::string reason;
    bool dryRun = false;
};

QJsonObject packJson(const casework::RulePackInfo &pack)
{
    return {{u"pack"_s, pack.name()},
            {u"title"_s, pack.title},
            {u"prepared"_s, pack.prepared.toString(Qt::ISODate)},
            {u"sha256"_s, pack.sha256},
            {u"of_program"_s, pack.ofProgram},
            {u"imported"_s, pack.imported},
            {u"available"_s, pack.available},
            {u"kept_since"_s, pack.id.isNull() ? QString() : pack.keptAt.toIso()},
            {u"kept_by"_s, pack.keptByName},
            {u"incidents"_s, QJsonArray::fromStringList(pack.incidents)}};
}

Result<> listPacks(const LawArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const QList<casework::RulePackInfo> packs, file->ask(casework::RulePacksQuery()).result());
    QJsonArray array;
    for (const casework::RulePackInfo &pack : packs) {
        array.append(packJson(pack));
        if (console.options().json)
            continue;
        const QString origin = pack.ofProgram ? u"program"_s : pack.imported ? u"imported"_s : u"kept"_s;
        Console::result(u"%1\t%2\t%3\t%4\t%5\t%6"_s.arg(
            pack.name(), pack.prepared.toString(Qt::ISODate), origin, pack.available ? u"available"_s : u"older"_s,
            pack.sha256.left(12), pack.incidents.isEmpty() ? u"no incident"_s : pack.incidents.join(u", "_s)));
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

QJsonArray rulesJson(const QList<law::RuleChange> &changes)
{
    QJsonArray rules;
    for (const law::RuleChange &each : changes) {
        rules.append(QJsonObject{{u"change"_s, law::ruleChangeWord(each.kind)},
                                 {u"rule"_s, each.rule},
                                 {u"title"_s, each.title},
                                 {u"details"_s, QJsonArray::fromStringList(each.details)}});
    }
    return rules;
}

QJsonObject comparisonJson(const casework::PackComparison &comparison)
{
    QJsonArray dates;
    for (const law::DateChange &each : comparison.dates)
        dates.append(changeJson(each));
    QJsonArray withdrawn;
    for (const casework::ObligationRecord &each : comparison.withdrawn) {
        withdrawn.append(QJsonObject{{u"id"_s, each.id.value},
                                     {u"rule"_s, each.duty.rule},
                                     {u"recipient"_s, each.duty.recipient},
                                     {u"title"_s, each.duty.title},
                                     {u"citation"_s, each.duty.citation},
                                     {u"recorded"_s, QJsonArray::fromStringList(casework::recordedOf(each))}});
    }
    return {{u"reference"_s, comparison.reference},
            {u"differs"_s, comparison.differs},
            {u"pinned"_s, QJsonArray::fromStringList(comparison.pinned)},
            {u"available"_s, QJsonArray::fromStringList(comparison.available)},
            {u"rules"_s, rulesJson(comparison.rules)},
            {u"dates"_s, dates},
            {u"withdrawn"_s, withdrawn}};
}

void print(const QList<law::RuleChange> &changes)
{
    for (const law::RuleChange &each : changes) {
        Console::result(u"    %1  %2 (%3)"_s.arg(law::ruleChangeWord(each.kind), each.rule, each.title));
        for (const QString &detail : each.details)
            Console::result(u"        "_s + detail);
    }
}

void print(const casework::PackComparison &comparison)
{
    if (!comparison.differs) {
        Console::result(u"%1  has the available rules"_s.arg(comparison.reference));
        return;
    }
    Console::result(u"%1  has %2; available: %3"_s.arg(comparison.reference, comparison.pinned.join(u", "_s),
                                                       comparison.available.join(u", "_s)));
    print(comparison.rules);
    for (const law::DateChange &each : comparison.dates)
        Console::result(u"    "_s + each.sentence());
    if (comparison.dates.isEmpty())
        Console::result(u"    No deadline changes."_s);
    for (const casework::ObligationRecord &each : comparison.withdrawn) {
        Console::result(u"    withdrawn, stays in the list: %1 (%2): %3"_s.arg(
            each.duty.recipient, each.duty.citation, casework::recordedOf(each).join(u"; "_s)));
    }
}

Result<casework::ComparePacks> comparison(const LawArguments &given, casework::CaseFile &file)
{
    casework::ComparePacks query;
    if (!given.reference.empty()) {
        TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(file, given.reference));
        query.incident = incident.id;
    }
    if (!given.file.empty()) {
        TOCSIN_ASSIGN(query.files, jobs::readRuleFiles(text(given.file), Progress()));
    }
    return query;
}

QJsonArray show(const QList<casework::PackComparison> &comparisons, const Console &console)
{
    QJsonArray array;
    for (const casework::PackComparison &each : comparisons) {
        array.append(comparisonJson(each));
        if (!console.options().json)
            print(each);
    }
    return array;
}

Result<> diff(const LawArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::ComparePacks query, comparison(given, *file));
    TOCSIN_ASSIGN(const QList<casework::PackComparison> comparisons, file->ask(query).result());
    const QJsonArray array = show(comparisons, console);
    if (console.options().json)
        Console::result(array);
    return {};
}

Result<> import(const LawArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::ComparePacks query, comparison(given, *file));
    TOCSIN_ASSIGN(const casework::RuleImport preview, file->ask(casework::PreviewRuleImport{query.files}).result());
    TOCSIN_ASSIGN(const QList<casework::PackComparison> comparisons, file->ask(query).result());
    casework::Receipt receipt;
    if (!given.dryRun) {
        TOCSIN_ASSIGN(receipt, file->submit(casework::ImportRulePacks{query.files, text(given.reason)}).result());
    }
    const QJsonArray array = show(comparisons, console);
    if (console.options().json) {
        Console::result(QJsonObject{{u"imported"_s, !given.dryRun},
                                    {u"pack"_s, receipt.reference},
                                    {u"rules"_s, rulesJson(preview.rules)},
                                    {u"incidents"_s, array}});
    } else {
        Console::result(u"%1 against what is available"_s.arg(preview.packs.join(u", "_s)));
        print(preview.rules);
    }
    if (!given.dryRun) {
        Console::say(
            u"%1 is available. Incidents keep their rules until “tocsin law accept”."_s.arg(receipt.reference));
    }
    return {};
}

Result<> accept(const LawArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    const auto compared = file->ask(casework::ComparePacks{incident.id, {}}).result();
    TOCSIN_TRY(file->submit(casework::AcceptRulePacks{incident.id, text(given.reason)}).result());
    // Rules that cannot be read any more can be left, though not compared.
    const QJsonArray array = compared ? show(*compared, console) : QJsonArray();
    if (console.options().json)
        Console::result(array.isEmpty() ? QJsonObject{{u"reference"_s, incident.reference}} : array.first().toObject());
    return {};
}

} // namespace

void addLawCommands(CLI::App &app, Request &request)
{
    auto given = std::make_shared<LawArguments>();
    auto *law = app.add_subcommand("law", "The rule packs that incidents are computed with");
    law->require_subcommand(1);
    const auto add = [given, law, &request](const char *name, const char *help,
                                            Result<> (*work)(const LawArguments &, const Console &)) {
        auto *command = law->add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    add("list", "All rule packs, and which incidents have them", listPacks);
    auto *importing = add("import", "Take in rule packs; shows what they change", import);
    importing->add_option("FILE", given->file, "The pack, a JSON file, or a folder of them")->required();
    importing->add_option("--reason", given->reason, "Why; needed unless it is a dry run");
    importing->add_flag("--dry-run", given->dryRun, "Show, and take in nothing");
    auto *comparing = add("diff", "What the available rules would change in open incidents", diff);
    comparing->add_option("REF", given->reference, "One incident, such as 2026-004; otherwise all that are open");
    comparing->add_option("--file", given->file, "A pack, or a folder of them, as if imported");
    auto *accepting = add("accept", "Let an incident have the available rules", accept);
    accepting->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
    accepting->add_option("--reason", given->reason, "Why")->required();
}

} // namespace tocsin::app
