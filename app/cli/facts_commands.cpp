// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/facts_proposal.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

struct FactsArguments
{
    std::string store;
    std::string reference;
    std::string facts;
    std::string reason;
    std::string note;
    bool dryRun = false;
};

/// The changes as JSON, or a line each.
QJsonArray showChanges(const QList<law::DateChange> &changes, const Console &console)
{
    QJsonArray array;
    for (const law::DateChange &change : changes) {
        array.append(changeJson(change));
        if (!console.options().json)
            Console::result(change.sentence());
    }
    return array;
}

Result<> setFacts(const FactsArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const law::Facts facts, factsFrom(given.facts));
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const casework::FactsPreview preview, file->ask(casework::PreviewFacts{incident.id, facts}).result());
    casework::Receipt receipt;
    if (!given.dryRun) {
        TOCSIN_ASSIGN(receipt, file->submit(casework::SetFacts{incident.id, facts, text(given.reason)}).result());
    }
    const QJsonArray changes = showChanges(preview.changes, console);
    if (console.options().json) {
        QJsonObject object{{u"saved"_s, !given.dryRun && !receipt.held}, {u"changes"_s, changes}};
        if (preview.awaitsCounsel)
            object.insert(u"awaits_counsel"_s, true);
        Console::result(object);
    } else if (preview.changes.isEmpty()) {
        Console::say(u"No deadline changes."_s);
    }
    if (receipt.held) {
        Console::say(u"Not in force: the day of discovery changes, so legal counsel has to acknowledge it first (%1; "
                     "tocsin facts acknowledge STORE %2)."_s.arg(receipt.reference, incident.reference));
    } else if (given.dryRun && preview.awaitsCounsel) {
        Console::say(u"The day of discovery changes: legal counsel would have to acknowledge it."_s);
    }
    return {};
}

QJsonObject proposalJson(const casework::FactsProposal &proposal, const QString &reference,
                         const Result<casework::FactsPreview> &preview)
{
    QJsonArray changes;
    for (const law::DateChange &change : preview ? preview->changes : QList<law::DateChange>())
        changes.append(changeJson(change));
    QJsonObject object{{u"reference"_s, reference},
                       {u"proposal"_s, proposal.number},
                       {u"reason"_s, proposal.reason},
                       {u"proposed"_s, proposal.proposedAt.toIso()},
                       {u"by"_s, proposal.proposedByName},
                       {u"facts"_s, law::toJson(proposal.facts)},
                       {u"changes"_s, changes}};
    if (!preview)
        object.insert(u"problem"_s, preview.error().message);
    return object;
}

Result<> showPending(const FactsArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    IncidentId only;
    if (!given.reference.empty()) {
        TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
        only = incident.id;
    }
    TOCSIN_ASSIGN(const QList<casework::FactsProposal> pending, file->ask(casework::PendingProposals{only}).result());
    QJsonArray array;
    for (const casework::FactsProposal &proposal : pending) {
        TOCSIN_ASSIGN(const casework::Incident incident, file->ask(casework::IncidentById{proposal.incident}).result());
        const auto preview = file->ask(casework::PreviewProposal{proposal.id}).result();
        array.append(proposalJson(proposal, incident.reference, preview));
        if (console.options().json)
            continue;
        Console::result(u"%1\tproposal %2\t%3\t%4\t%5"_s.arg(incident.reference, QString::number(proposal.number),
                                                             proposal.proposedAt.toIso(), proposal.proposedByName,
                                                             proposal.reason));
        if (!preview)
            Console::result(u"    "_s + preview.error().message);
        for (const law::DateChange &change : preview ? preview->changes : QList<law::DateChange>())
            Console::result(u"    "_s + change.sentence());
    }
    if (console.options().json)
        Console::result(array);
    else if (pending.isEmpty())
        Console::say(u"Nothing waits for counsel."_s);
    return {};
}

/// The one proposal of an incident that waits.
Result<casework::FactsProposal> waiting(casework::CaseFile &file, const casework::Incident &incident)
{
    TOCSIN_ASSIGN(const QList<casework::FactsProposal> pending,
                  file.ask(casework::PendingProposals{incident.id}).result());
    if (pending.isEmpty())
        return fail(ErrorCode::NotFound, u"Nothing of incident %1 waits for counsel."_s.arg(incident.reference));
    return pending.first();
}

Result<> acknowledge(const FactsArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const casework::FactsProposal proposal, waiting(*file, incident));
    TOCSIN_ASSIGN(const casework::FactsPreview preview, file->ask(casework::PreviewProposal{proposal.id}).result());
    TOCSIN_TRY(file->submit(casework::AcknowledgeDiscovery{proposal.id, text(given.note)}).result());
    const QJsonArray changes = showChanges(preview.changes, console);
    if (console.options().json)
        Console::result(QJsonObject{{u"saved"_s, true}, {u"changes"_s, changes}});
    return {};
}

Result<> decline(const FactsArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const casework::FactsProposal proposal, waiting(*file, incident));
    return file->submit(casework::DeclineDiscovery{proposal.id, text(given.reason)})
        .result()
        .map([](const casework::Receipt &) {});
}

} // namespace

void addFactsCommands(CLI::App &app, Request &request)
{
    auto given = std::make_shared<FactsArguments>();
    auto *facts = app.add_subcommand("facts", "Facts that deadlines follow from");
    facts->require_subcommand(1);
    const auto add = [given, facts, &request](const char *name, const char *help,
                                              Result<> (*work)(const FactsArguments &, const Console &)) {
        auto *command = facts->add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    const char *which = "The incident, such as 2026-004";
    auto *setting = add("set", "Replace an incident's facts; shows which dates move", setFacts);
    setting->add_option("REF", given->reference, which)->required();
    setting->add_option("--facts", given->facts, "JSON file of facts")->required();
    setting->add_option("--reason", given->reason, "Why they change");
    setting->add_flag("--dry-run", given->dryRun, "Show, and save nothing");
    add("pending", "Changes of a day of discovery that wait for counsel", showPending)
        ->add_option("REF", given->reference, which);
    auto *acknowledging = add("acknowledge", "As counsel, take a waiting change into force", acknowledge);
    acknowledging->add_option("REF", given->reference, which)->required();
    acknowledging->add_option("--note", given->note, "Words for the ledger");
    auto *declining = add("decline", "As counsel, decline a waiting change", decline);
    declining->add_option("REF", given->reference, which)->required();
    declining->add_option("--reason", given->reason, "Why")->required();
}

} // namespace tocsin::app
