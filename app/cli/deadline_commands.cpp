// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/obligation.h"
#include "core/safe_file.h"
#include "law/icalendar.h"

#include <CLI/CLI.hpp>

#include <QHash>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

struct DeadlineArguments
{
    std::string store;
    std::string reference;
    std::string facts;
    std::string calendar;
};

struct Deadlines
{
    law::Evaluation evaluation;
    law::CalendarSubject subject;
    QHash<qsizetype, casework::DueOverride> overridden = {}; ///< counsel's dates, by place in evaluation.owed
};

QString overrideSentence(const law::Obligation &duty, const casework::DueOverride &overridden)
{
    const QString computed = duty.due.isNull() ? u"no date is computed"_s : u"%1 is computed"_s.arg(duty.due.toIso());
    const QString moved = overridden.computedMoved ? u"; what is computed has changed since"_s : QString();
    return u"Counsel (%1) set this date; %2%3. Reason: %4"_s.arg(overridden.byName, computed, moved, overridden.reason);
}

Result<Deadlines> fromFacts(const DeadlineArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const law::Facts facts, factsFrom(given.facts));
    TOCSIN_ASSIGN(const auto packs, console.packs());
    return Deadlines{law::evaluate(facts, *packs), {u"facts"_s, {}}};
}

Result<Deadlines> fromStore(const DeadlineArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const law::Evaluation evaluation, file->ask(casework::EvaluationQuery{incident.id}).result());
    TOCSIN_ASSIGN(const QList<casework::ObligationRecord> records,
                  file->ask(casework::ObligationsQuery{incident.id}).result());
    Deadlines found{evaluation, {incident.reference, incident.reference}};
    // Owed ones come first and in the engine's order.
    for (qsizetype place = 0; place < evaluation.owed.size(); ++place) {
        if (const auto &overridden = records.at(place).overridden)
            found.overridden.insert(place, *overridden);
    }
    return found;
}

/// With counsel's dates in place of the computed ones, and both in the reasons.
law::Evaluation withOverrides(const Deadlines &found)
{
    law::Evaluation evaluation = found.evaluation;
    for (auto each = found.overridden.cbegin(); each != found.overridden.cend(); ++each) {
        law::Obligation &duty = evaluation.owed[each.key()];
        duty.why << overrideSentence(duty, *each);
        duty.due = each->due;
    }
    return evaluation;
}

QJsonObject toJson(const Deadlines &found)
{
    QJsonObject object = law::toJson(found.evaluation);
    QJsonArray owed = object.value(u"owed"_s).toArray();
    for (auto each = found.overridden.cbegin(); each != found.overridden.cend(); ++each) {
        QJsonObject duty = owed.at(each.key()).toObject();
        duty.insert(u"override"_s, overrideJson(*each));
        owed.replace(each.key(), duty);
    }
    object.insert(u"owed"_s, owed);
    return object;
}

/// What stands behind a duty's citation: who set the clock if no statute did, and what to look out for.
QString marks(const law::Obligation &duty)
{
    QString marks;
    if (duty.nature != law::Nature::Statutory)
        marks += u"  "_s + law::natureWord(duty.nature);
    if (duty.tightest)
        marks += u"  tightest"_s;
    if (!duty.internalTarget.isNull())
        marks += u"  internal target "_s + duty.internalTarget.toIso();
    if (duty.counselReview)
        marks += u"  needs counsel's review"_s;
    return marks;
}

void print(const law::Obligation &duty, const QString &first)
{
    Console::result(u"%1  %2  (%3)%4"_s.arg(first.leftJustified(25), duty.recipient, duty.citation, marks(duty)));
    for (const QString &step : duty.why)
        Console::result(u"    "_s + step);
}

QString dueText(const law::Obligation &duty)
{
    if (!duty.due.isNull())
        return duty.due.toIso();
    if (duty.kind == u"relative"_s)
        return u"after %1"_s.arg(duty.relativeTo);
    return u"as soon as possible"_s;
}

void print(const law::Evaluation &evaluation)
{
    Console::result(u"Discovered %1"_s.arg(evaluation.discovered.isValid() ? evaluation.discovered.toString(Qt::ISODate)
                                                                           : u"on a day that is not known"_s));
    Console::result(u"\nOwed"_s);
    for (const law::Obligation &duty : evaluation.owed)
        print(duty, dueText(duty));
    Console::result(u"\nWaiting on a fact"_s);
    for (const law::Obligation &duty : evaluation.blocked)
        print(duty, u"needs "_s + duty.missing.join(u", "_s));
    Console::result(u"\nNot owed"_s);
    for (const law::Obligation &duty : evaluation.notOwed)
        print(duty, u"not owed"_s);
}

Result<> deadlines(const DeadlineArguments &given, const Console &console)
{
    if (given.facts.empty() == given.store.empty() || (!given.store.empty() && given.reference.empty()))
        return fail(ErrorCode::Usage, u"Give either --facts FILE, or a STORE and the REF of an incident."_s);
    TOCSIN_ASSIGN(const auto clock, console.clock());
    TOCSIN_ASSIGN(const Deadlines found, given.facts.empty() ? fromStore(given, console) : fromFacts(given, console));
    if (!given.calendar.empty()) {
        TOCSIN_TRY(
            writeFileAtomically(text(given.calendar), law::toICalendar(withOverrides(found), found.subject, *clock)));
        Console::say(u"Wrote %1."_s.arg(text(given.calendar)));
    }
    if (console.options().json)
        Console::result(toJson(found));
    else
        print(withOverrides(found));
    Console::say(u"Not legal advice. Rules: %1, prepared %2."_s.arg(found.evaluation.packs.join(u", "_s),
                                                                    found.evaluation.prepared.toString(Qt::ISODate)));
    return {};
}

} // namespace

void addDeadlineCommands(CLI::App &app, Request &request)
{
    auto given = std::make_shared<DeadlineArguments>();
    auto *command = app.add_subcommand("deadlines", "Every deadline with its reasons, of facts or of an incident");
    command->add_option("STORE", given->store, "The case store, such as acme.tocsin");
    command->add_option("REF", given->reference, "The incident, such as 2026-004");
    command->add_option("--facts", given->facts, "JSON file of facts; needs no store");
    command->add_option("--ics", given->calendar, "Write an iCalendar file too");
    command->callback(
        [&request, given] { request.work = [given](const Console &console) { return deadlines(*given, console); }; });
}

} // namespace tocsin::app
