// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/facts_proposal.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

#include <algorithm>

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
    int proposal = 0; ///< 0: the one that waits
    bool dryRun = false;
};

/// How many people of each State there were and would be, where that differs.
QJsonObject residentsJson(const law::Facts &before, const law::Facts &after)
{
    const auto old = before.residents.value_or(QMap<QString, qint64>());
    const auto now = after.residents.value_or(QMap<QString, qint64>());
    QJsonObject changed;
    for (const QString &state : (old.keys() + now.keys())) {
        if (old.value(state) != now.value(state))
            changed.insert(state, QJsonObject{{u"before"_s, old.value(state)}, {u"after"_s, now.value(state)}});
    }
    return changed;
}

/// Whose residents go: a facts file takes the place of all facts, those that a roster counted too.
Result<> sayResidents(casework::CaseFile &file, const casework::Incident &incident, const law::Facts &before,
                      const QJsonObject &changed)
{
    if (changed.isEmpty() || !before.residents)
        return {};
    QStringList states;
    for (const QString &state : changed.keys()) {
        const QJsonObject counts = changed.value(state).toObject();
        states << u"%1 %2 becomes %3"_s.arg(state, QString::number(counts.value(u"before"_s).toInteger()),
                                            QString::number(counts.value(u"after"_s).toInteger()));
    }
    Console::say(u"Residents: %1."_s.arg(states.join(u", "_s)));
    TOCSIN_ASSIGN(const casework::RosterTotals totals, file.ask(casework::RosterTotalsQuery{incident.id}).result());
    if (totals.revision > 0 && *before.residents == QMap<QString, qint64>(totals.residents)) {
        Console::say(u"The figures before were those of roster revision %1; “tocsin roster accept-residents STORE %2” "
                     "takes them again."_s.arg(QString::number(totals.revision), incident.reference));
    }
    return {};
}

/// What became of the facts that were sent.
void sayStanding(const FactsArguments &given, const casework::Incident &incident, const casework::FactsPreview &preview,
                 const casework::Receipt &receipt, const QList<casework::FactsProposal> &waiting)
{
    if (receipt.held) {
        Console::say(u"Not in force: the day of discovery changes, so legal counsel has to acknowledge it first (%1; "
                     "tocsin facts acknowledge STORE %2)."_s.arg(receipt.reference, incident.reference));
    } else if (given.dryRun && preview.awaitsCounsel) {
        Console::say(u"The day of discovery changes: legal counsel would have to acknowledge it."_s);
    }
    for (const casework::FactsProposal &each : preview.movesDiscovery ? waiting : QList<casework::FactsProposal>()) {
        const QString words = given.dryRun ? u"Proposal %1 by %2 waits for counsel and would be replaced."_s
                                           : u"Proposal %1 by %2 waited for counsel and is replaced."_s;
        Console::say(words.arg(QString::number(each.number), each.proposedByName));
    }
}

Result<> setFacts(const FactsArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const law::Facts facts, factsFrom(given.facts));
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_TRY(casework::checkDiscoveryIsPast(facts, file->now()));
    TOCSIN_ASSIGN(const casework::FactsRevision before, file->ask(casework::CurrentFacts{incident.id}).result());
    TOCSIN_ASSIGN(const casework::FactsPreview preview, file->ask(casework::PreviewFacts{incident.id, facts}).result());
    TOCSIN_ASSIGN(const QList<casework::FactsProposal> waiting,
                  file->ask(casework::PendingProposals{incident.id}).result());
    const QJsonObject residents = residentsJson(before.facts, preview.facts);
    warn(preview.warnings);
    TOCSIN_TRY(sayResidents(*file, incident, before.facts, residents));
    casework::Receipt receipt;
    if (!given.dryRun) {
        TOCSIN_ASSIGN(receipt, file->submit(casework::SetFacts{incident.id, facts, text(given.reason)}).result());
    }
    const QJsonArray changes = showChanges(preview.changes, console);
    if (console.options().json) {
        QJsonObject object{{u"saved"_s, !given.dryRun && !receipt.held}, {u"changes"_s, changes}};
        if (preview.awaitsCounsel)
            object.insert(u"awaits_counsel"_s, true);
        if (!residents.isEmpty())
            object.insert(u"residents"_s, residents);
        if (!preview.warnings.isEmpty())
            object.insert(u"warnings"_s, QJsonArray::fromStringList(preview.warnings));
        Console::result(object);
    } else if (preview.changes.isEmpty()) {
        Console::say(u"No deadline changes."_s);
    }
    sayStanding(given, incident, preview, receipt, waiting);
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

/// The proposal of an incident that waits; the one with this number, if counsel names one.
Result<casework::FactsProposal> waiting(casework::CaseFile &file, const casework::Incident &incident, int number)
{
    TOCSIN_ASSIGN(const QList<casework::FactsProposal> all,
                  file.ask(casework::FactsProposals{incident.id}).result()); // newest first
    const auto pending = std::find_if(all.begin(), all.end(), [](const casework::FactsProposal &each) {
        return each.state == casework::ProposalState::Pending;
    });
    if (number == 0) {
        if (pending == all.end())
            return fail(ErrorCode::NotFound, u"Nothing of incident %1 waits for counsel."_s.arg(incident.reference));
        return *pending;
    }
    const auto named
        = std::find_if(all.begin(), all.end(), [number](const auto &each) { return each.number == number; });
    if (named == all.end())
        return fail(ErrorCode::NotFound, u"Incident %1 has no proposal %2."_s.arg(incident.reference).arg(number));
    if (named->state == casework::ProposalState::Pending)
        return *named;
    const QString now = pending == all.end() ? u"Nothing waits for counsel."_s
                                             : u"Proposal %1 waits for counsel."_s.arg(pending->number);
    return fail(ErrorCode::Conflict,
                u"Proposal %1 is %2. %3"_s.arg(QString::number(number),
                                               casework::proposalStateName(named->state).toLower(), now));
}

Result<> acknowledge(const FactsArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const casework::FactsProposal proposal, waiting(*file, incident, given.proposal));
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
    TOCSIN_ASSIGN(const casework::FactsProposal proposal, waiting(*file, incident, given.proposal));
    TOCSIN_TRY(file->submit(casework::DeclineDiscovery{proposal.id, text(given.reason)}).result());
    Console::say(u"Proposal %1 by %2 is declined; the facts stay."_s.arg(QString::number(proposal.number),
                                                                         proposal.proposedByName));
    return {};
}

} // namespace

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
    acknowledging->add_option("--proposal", given->proposal, "Its number, so that none other is meant")
        ->check(CLI::PositiveNumber);
    acknowledging->add_option("--note", given->note, "Words for the ledger");
    auto *declining = add("decline", "As counsel, decline a waiting change", decline);
    declining->add_option("REF", given->reference, which)->required();
    declining->add_option("--proposal", given->proposal, "Its number, so that none other is meant")
        ->check(CLI::PositiveNumber);
    declining->add_option("--reason", given->reason, "Why")->required();
}

} // namespace tocsin::app
