// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/facts_record.h"
#include "casework/obligation_plan.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

using casework::ObligationRecord;

struct ObligationArguments
{
    std::string store;
    std::string reference;
    std::string obligation;
    std::string owner;
    std::string date;
    std::string text;
    std::string kind;
    std::string state;
    std::string reason;
    bool clear = false;
    bool evenIfLate = false;
};

/// An incident of an open store, with the obligation that was named.
struct Named
{
    std::unique_ptr<casework::CaseFile> file;
    casework::Incident incident;
    ObligationRecord record;
};

QString standingWord(ObligationRecord::Standing standing)
{
    switch (standing) {
    case ObligationRecord::Standing::Owed:
        return u"owed"_s;
    case ObligationRecord::Standing::NotOwed:
        return u"not-owed"_s;
    case ObligationRecord::Standing::Withdrawn:
        return u"withdrawn"_s;
    case ObligationRecord::Standing::Blocked:
        break;
    }
    return u"blocked"_s;
}

QJsonValue isoOrNull(const law::Due &due)
{
    return due.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(due.toIso());
}

QJsonArray notesJson(const QList<casework::ObligationNote> &notes)
{
    QJsonArray array;
    for (const casework::ObligationNote &each : notes)
        array.append(QJsonObject{{u"text"_s, each.text}, {u"at"_s, each.at.toIso()}, {u"by"_s, each.byName}});
    return array;
}

QJsonObject recordJson(const ObligationRecord &record, bool late)
{
    QJsonObject object{{u"id"_s, record.id.value},
                       {u"recipient"_s, record.duty.recipient},
                       {u"rule"_s, record.duty.rule},
                       {u"title"_s, record.duty.title},
                       {u"citation"_s, record.duty.citation},
                       {u"standing"_s, standingWord(record.standing)},
                       {u"due"_s, isoOrNull(record.due())},
                       {u"computed"_s, isoOrNull(record.duty.due)},
                       {u"late"_s, late},
                       {u"state"_s, casework::workStateToken(record.state)},
                       {u"owner"_s, record.ownerName},
                       {u"target"_s, record.target.toString(Qt::ISODate)},
                       {u"suggested_target"_s, record.duty.internalTarget.toIso()},
                       {u"snoozed_until"_s, record.snoozedUntil ? record.snoozedUntil->toIso() : QString()},
                       {u"notes"_s, notesJson(record.notes)}};
    if (record.proof) {
        object.insert(u"proof"_s,
                      QJsonObject{{u"kind"_s, record.proof->kind},
                                  {u"reference"_s, record.proof->text},
                                  {u"on"_s, record.proof->completedOn.toString(Qt::ISODate)}});
    }
    if (record.overridden)
        object.insert(u"override"_s, overrideJson(*record.overridden));
    return object;
}

QString line(const ObligationRecord &record, bool late)
{
    QString due = record.due().isNull() ? u"-"_s : record.due().toIso();
    if (record.overridden)
        due += u" (counsel; computed %1)"_s.arg(record.duty.due.isNull() ? u"none"_s : record.duty.due.toIso());
    if (late)
        due += u" late"_s;
    return u"%1\t%2\t%3\t%4\t%5\t%6\t%7"_s.arg(QString::number(record.id.value), standingWord(record.standing), due,
                                               record.duty.recipient, casework::workStateToken(record.state),
                                               record.ownerName, record.duty.citation);
}

Result<> list(const ObligationArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const casework::FactsRevision facts, file->ask(casework::CurrentFacts{incident.id}).result());
    TOCSIN_ASSIGN(const QList<ObligationRecord> records, file->ask(casework::ObligationsQuery{incident.id}).result());
    QJsonArray array;
    for (const ObligationRecord &record : records) {
        const bool late = record.isLate(file->now(), facts.facts.timezone);
        array.append(recordJson(record, late));
        if (!console.options().json)
            Console::result(line(record, late));
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

/// By its number, its recipient or its rule; the last two only where they mean one.
Result<ObligationRecord> recordCalled(casework::CaseFile &file, IncidentId incident, const QString &name)
{
    TOCSIN_ASSIGN(const QList<ObligationRecord> all, file.ask(casework::ObligationsQuery{incident}).result());
    QList<ObligationRecord> found;
    QStringList numbers;
    for (const ObligationRecord &each : all) {
        const bool numbered = !each.id.isNull() && QString::number(each.id.value) == name;
        if (!numbered && each.duty.recipient != name && each.duty.rule != name)
            continue;
        found.append(each);
        numbers << u"%1 (%2)"_s.arg(QString::number(each.id.value), each.duty.rule);
    }
    if (found.isEmpty()) {
        return fail(ErrorCode::NotFound,
                    u"This incident has no obligation “%1”; “tocsin obligations list” shows them."_s.arg(name));
    }
    if (found.size() > 1)
        return fail(ErrorCode::BadInput, u"“%1” means several; use a number: %2."_s.arg(name, numbers.join(u", "_s)));
    if (found.first().id.isNull()) {
        return fail(ErrorCode::Conflict,
                    u"“%1” follows from rules this incident is not pinned to; accept them first."_s.arg(name));
    }
    return found.first();
}

Result<Named> named(const ObligationArguments &given, const Console &console)
{
    Named result;
    TOCSIN_ASSIGN(result.file, openStore(console, given.store));
    TOCSIN_ASSIGN(result.incident, incidentOf(*result.file, given.reference));
    TOCSIN_ASSIGN(result.record, recordCalled(*result.file, result.incident.id, text(given.obligation)));
    return result;
}

/// "11 individuals", as the list names it.
QString nameOf(const ObligationRecord &record)
{
    return u"%1 %2"_s.arg(QString::number(record.id.value), record.duty.recipient);
}

/// Carries a command out and says in one line what was recorded; with --json the record as it is now.
template <typename Command>
Result<> submit(const Named &on, const Command &command, const QString &recorded, const Console &console)
{
    TOCSIN_TRY(on.file->submit(command).result());
    if (!console.options().json) {
        Console::result(u"%1: %2"_s.arg(nameOf(on.record), recorded));
        return {};
    }
    TOCSIN_ASSIGN(const casework::FactsRevision facts, on.file->ask(casework::CurrentFacts{on.incident.id}).result());
    TOCSIN_ASSIGN(const ObligationRecord now,
                  recordCalled(*on.file, on.incident.id, QString::number(on.record.id.value)));
    Console::result(recordJson(now, now.isLate(on.file->now(), facts.facts.timezone)));
    return {};
}

Result<> assign(const ObligationArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Named on, named(given, console));
    TOCSIN_ASSIGN(const PersonId owner, personCalled(*on.file, given.owner));
    const QString recorded = owner.isNull() ? u"no owner"_s : u"owner %1"_s.arg(text(given.owner));
    return submit(on, casework::AssignObligation{on.record.id, owner}, recorded, console);
}

Result<> setState(const ObligationArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const casework::WorkState state, casework::workStateFromToken(text(given.state)));
    TOCSIN_ASSIGN(const Named on, named(given, console));
    const bool reopens = on.record.state == casework::WorkState::Done;
    if (reopens && given.text.empty())
        return fail(ErrorCode::BadInput, u"This is recorded as done; say with --reason why that is taken back."_s);
    const QString recorded = u"state %1%2"_s.arg(casework::workStateToken(state),
                                                 reopens ? u", the completion is taken back"_s : QString());
    return submit(on, casework::SetObligationState{on.record.id, state, on.record.owner, text(given.text)}, recorded,
                  console);
}

Result<> target(const ObligationArguments &given, const Console &console)
{
    if (given.clear != given.date.empty())
        return fail(ErrorCode::Usage, u"Give either --date DATE or --clear."_s);
    QDate date;
    if (!given.clear) {
        TOCSIN_ASSIGN(date, parseDate(text(given.date)));
    }
    TOCSIN_ASSIGN(const Named on, named(given, console));
    const QString recorded = given.clear ? u"no target"_s : u"target %1"_s.arg(date.toString(Qt::ISODate));
    return submit(on, casework::SetObligationTarget{on.record.id, date, given.evenIfLate}, recorded, console);
}

Result<> note(const ObligationArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Named on, named(given, console));
    return submit(on, casework::AddObligationNote{on.record.id, text(given.text)}, u"note added"_s, console);
}

Result<> complete(const ObligationArguments &given, const Console &console)
{
    casework::Proof proof{text(given.kind), text(given.text), {}};
    if (!given.date.empty()) {
        TOCSIN_ASSIGN(proof.completedOn, valueOf("--on"_L1, parseDate(text(given.date))));
    }
    TOCSIN_ASSIGN(const Named on, named(given, console));
    if (given.date.empty()) {
        TOCSIN_ASSIGN(const casework::FactsRevision facts,
                      on.file->ask(casework::CurrentFacts{on.incident.id}).result());
        const Instant now = on.file->now();
        proof.completedOn
            = facts.facts.timezone.isEmpty() ? now.localDate() : now.inZone(facts.facts.timezone).localDate();
    }
    const QString recorded
        = u"done on %1, %2 %3"_s.arg(proof.completedOn.toString(Qt::ISODate), proof.kind, proof.text);
    return submit(on, casework::CompleteObligation{on.record.id, proof, text(given.reason)}, recorded, console);
}

Result<> overrideDate(const ObligationArguments &given, const Console &console)
{
    if (given.clear != given.date.empty())
        return fail(ErrorCode::Usage, u"Give either --due DATE or --take-back."_s);
    law::Due due;
    if (given.date.find('T') != std::string::npos) {
        TOCSIN_ASSIGN(due.instant, valueOf("--due"_L1, Instant::parse(text(given.date))));
    } else if (!given.clear) {
        TOCSIN_ASSIGN(due.date, valueOf("--due"_L1, parseDate(text(given.date))));
    }
    TOCSIN_ASSIGN(const Named on, named(given, console));
    if (given.clear)
        return submit(on, casework::LiftOverride{on.record.id, text(given.text)}, u"the computed date counts again"_s,
                      console);
    return submit(on, casework::OverrideDueDate{on.record.id, due, text(given.text)},
                  u"counsel's date %1"_s.arg(due.toIso()), console);
}

Result<> snooze(const ObligationArguments &given, const Console &console)
{
    if (given.clear != given.date.empty())
        return fail(ErrorCode::Usage, u"Give either --until INSTANT or --wake."_s);
    std::optional<Instant> until;
    if (!given.clear) {
        TOCSIN_ASSIGN(until, valueOf("--until"_L1, Instant::parse(text(given.date))));
    }
    TOCSIN_ASSIGN(const Named on, named(given, console));
    const QString recorded = until ? u"reminders silent until %1"_s.arg(until->toIso()) : u"reminders come again"_s;
    return submit(on, casework::SnoozeReminders{{on.record.id}, until}, recorded, console);
}

} // namespace

QJsonObject overrideJson(const casework::DueOverride &overridden)
{
    return {{u"due"_s, overridden.due.toIso()},
            {u"reason"_s, overridden.reason},
            {u"by"_s, overridden.byName},
            {u"at"_s, overridden.at.toIso()},
            {u"computed_then"_s, isoOrNull(overridden.computedThen)},
            {u"computed_moved"_s, overridden.computedMoved}};
}

void addObligationCommands(CLI::App &app, Request &request)
{
    auto given = std::make_shared<ObligationArguments>();
    auto *obligations = app.add_subcommand("obligations", "What is owed, and the work on it");
    obligations->require_subcommand(1);
    const auto add = [given, obligations, &request](const char *name, const char *help,
                                                    Result<> (*work)(const ObligationArguments &, const Console &)) {
        auto *command = obligations->add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    const auto addNamed = [&](const char *name, const char *help,
                              Result<> (*work)(const ObligationArguments &, const Console &)) {
        auto *command = add(name, help, work);
        command->add_option("OBLIGATION", given->obligation, "Its number, its recipient (such as HHS) or its rule")
            ->required();
        return command;
    };
    add("list", "All obligations with dates, owners and proof", list);
    addNamed("assign", "Give an owner; without one, take the owner away", assign)
        ->add_option("--owner", given->owner, "Name of one of the people");
    auto *stating = addNamed("state", "Say how far the work is", setState);
    stating->add_option("STATE", given->state, "open, drafting, in-review or ready")->required();
    stating->add_option("--reason", given->text, "Why what was recorded as done is taken back");
    auto *targeting = addNamed("target", "Set the team's own date, on or before the due date", target);
    targeting->add_option("--date", given->date, "Such as 2026-04-20");
    targeting->add_flag("--clear", given->clear, "Take it back");
    targeting->add_flag("--even-if-late", given->evenIfLate, "A target after the due date is meant");
    addNamed("note", "Add a note", note)->add_option("--text", given->text, "The note")->required();
    auto *completing = addNamed("complete", "Record that it was met, with proof", complete);
    completing->add_option("--proof", given->kind, "portal-number, mailing, file, statement or other")->required();
    completing->add_option("--reference", given->text, "The number, tracking id, file name or words")->required();
    completing->add_option("--on", given->date, "The day it was done; otherwise today");
    completing->add_option("--reason", given->reason, "Why it was done although it is not owed");
    auto *overriding = addNamed("override", "As counsel, set the due date", overrideDate);
    overriding->add_option("--due", given->date, "A date, or an instant with its offset");
    overriding->add_flag("--take-back", given->clear, "Let the computed date count again");
    overriding->add_option("--reason", given->text, "Why")->required();
    auto *snoozing = addNamed("snooze", "Silence reminders", snooze);
    snoozing->add_option("--until", given->date, "An instant with its offset, not beyond the due date");
    snoozing->add_flag("--wake", given->clear, "Let reminders come again");
}

} // namespace tocsin::app
