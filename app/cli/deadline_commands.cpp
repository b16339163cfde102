// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/deadlines_export.h"
#include "core/safe_file.h"
#include "law/icalendar.h"
#include "law/wording.h"
#include "packets/deadlines_files.h"
#include "vault/store_path.h"

#include <CLI/CLI.hpp>

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
    std::string pdf;
};

struct Deadlines
{
    law::Evaluation evaluation;
    law::CalendarSubject subject;
    QList<casework::ObligationRecord> records = {}; ///< of an incident
    Instant now = {};
    QByteArray zone = {}; ///< of the facts
};

Result<Deadlines> fromFacts(const DeadlineArguments &given, const Console &console)
{
    if (const auto clock = console.clock(); !clock)
        return forward(clock); // said here too, though no date of the facts alone depends on it
    TOCSIN_ASSIGN(const law::Facts facts, factsFrom(given.facts));
    TOCSIN_ASSIGN(const auto packs, console.packs());
    return Deadlines{law::evaluate(facts, *packs), {u"facts"_s, {}}};
}

Result<Deadlines> ofIncident(casework::CaseFile &file, const casework::Incident &incident)
{
    TOCSIN_ASSIGN(const law::Evaluation evaluation, file.ask(casework::EvaluationQuery{incident.id}).result());
    TOCSIN_ASSIGN(const QList<casework::ObligationRecord> records,
                  file.ask(casework::ObligationsQuery{incident.id}).result());
    TOCSIN_ASSIGN(const casework::FactsRevision facts, file.ask(casework::CurrentFacts{incident.id}).result());
    return Deadlines{evaluation, {incident.reference, incident.reference}, records, file.now(), facts.facts.timezone};
}

/// Counsel's date beside the computed one, on each duty that has one: `array` is `duties` as JSON.
QJsonArray withOverrides(QJsonArray array, const QList<law::Obligation> &duties,
                         const QList<casework::ObligationRecord> &records)
{
    for (qsizetype place = 0; place < duties.size(); ++place) {
        const law::Obligation &computed = duties.at(place);
        const casework::ObligationRecord *record = casework::recordOf(records, computed.rule, computed.recipient);
        if (record == nullptr || !record->overridden)
            continue;
        QJsonObject duty = array.at(place).toObject();
        duty.insert(u"computed"_s,
                    computed.due.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(computed.due.toIso()));
        duty.insert(u"override"_s, overrideJson(*record->overridden));
        array.replace(place, duty);
    }
    return array;
}

/// `due` is the date to keep, as in the list of obligations.
QJsonObject toJson(const Deadlines &found)
{
    QJsonObject object = law::toJson(casework::withCounselsDates(found.evaluation, found.records));
    const law::Evaluation &computed = found.evaluation;
    const auto mark = [&](const QString &list, const QList<law::Obligation> &duties) {
        object.insert(list, withOverrides(object.value(list).toArray(), duties, found.records));
    };
    mark(u"owed"_s, computed.owed);
    mark(u"blocked"_s, computed.blocked);
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
        return u"%1 %2"_s.arg(law::plain(duty.relation), duty.relativeTo);
    return u"as soon as possible"_s;
}

/// "needs discovered with its time", and the date to keep where counsel set one.
QString waitText(const law::Obligation &duty)
{
    QStringList facts;
    for (const QString &path : duty.missing)
        facts << (duty.needTime.contains(path) ? path + u" with its time"_s : path);
    const QString needs = u"needs "_s + facts.join(u", "_s);
    return duty.due.isNull() ? needs : u"%1, %2"_s.arg(duty.due.toIso(), needs);
}

/// Says of a duty of an incident that its date has passed and nothing was recorded as done.
QString lateMark(const Deadlines &found, const law::Obligation &duty)
{
    const casework::ObligationRecord *record = casework::recordOf(found.records, duty.rule, duty.recipient);
    return record != nullptr && record->isLate(found.now, found.zone) ? u"  late"_s : QString();
}

void print(const Deadlines &found, const law::Evaluation &evaluation)
{
    Console::result(u"Discovered %1"_s.arg(evaluation.discovered.isValid() ? evaluation.discovered.toString(Qt::ISODate)
                                                                           : u"on a day that is not known"_s));
    Console::result(u"\nOwed"_s);
    for (const law::Obligation &duty : evaluation.owed)
        print(duty, dueText(duty) + lateMark(found, duty));
    Console::result(u"\nWaiting on a fact"_s);
    for (const law::Obligation &duty : evaluation.blocked)
        print(duty, waitText(duty) + lateMark(found, duty));
    Console::result(u"\nNot owed"_s);
    for (const law::Obligation &duty : evaluation.notOwed)
        print(duty, u"not owed"_s);
}

Result<> writeCalendar(const std::string &path, const Deadlines &found, const Console &console)
{
    TOCSIN_TRY(vault::checkNoStoreAt(text(path)));
    TOCSIN_ASSIGN(const auto clock, console.clock());
    const law::Evaluation counting = casework::withCounselsDates(found.evaluation, found.records);
    TOCSIN_TRY(writeFileAtomically(text(path), law::toICalendar(counting, found.subject, *clock)));
    Console::say(u"Wrote %1."_s.arg(text(path)));
    return {};
}

void show(const Deadlines &found, const Console &console)
{
    if (console.options().json)
        Console::result(toJson(found));
    else
        print(found, casework::withCounselsDates(found.evaluation, found.records));
    warn(found.evaluation.warnings);
    Console::say(u"Not legal advice. Rules: %1, prepared %2."_s.arg(found.evaluation.packs.join(u", "_s),
                                                                    found.evaluation.prepared.toString(Qt::ISODate)));
}

/// Files that leave a store are in its ledger.
Result<> exportFrom(casework::CaseFile &file, IncidentId incident, const DeadlineArguments &given)
{
    if (!given.calendar.empty()) {
        TOCSIN_TRY(packets::writeDeadlinesCalendar(file, incident, text(given.calendar), Progress()));
        Console::say(u"Wrote %1."_s.arg(text(given.calendar)));
    }
    if (!given.pdf.empty()) {
        TOCSIN_ASSIGN(const int pages, packets::writeDeadlinesPdf(file, incident, text(given.pdf), Progress()));
        Console::say(u"Wrote %1, %2."_s.arg(text(given.pdf), counted(pages, u"page"_s)));
    }
    return {};
}

Result<> ofStore(const DeadlineArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const Deadlines found, ofIncident(*file, incident));
    TOCSIN_TRY(exportFrom(*file, incident.id, given));
    show(found, console);
    return {};
}

Result<> ofFacts(const DeadlineArguments &given, const Console &console)
{
    if (!given.pdf.empty())
        return fail(ErrorCode::Usage, u"A PDF is made of an incident: give a STORE and its REF."_s);
    TOCSIN_ASSIGN(const Deadlines found, fromFacts(given, console));
    if (!given.calendar.empty())
        TOCSIN_TRY(writeCalendar(given.calendar, found, console));
    show(found, console);
    return {};
}

Result<> deadlines(const DeadlineArguments &given, const Console &console)
{
    if (given.facts.empty() == given.store.empty() || (!given.store.empty() && given.reference.empty()))
        return fail(ErrorCode::Usage, u"Give either --facts FILE, or a STORE and the REF of an incident."_s);
    return given.facts.empty() ? ofStore(given, console) : ofFacts(given, console);
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
    command->add_option("--pdf", given->pdf, "Write a PDF with the reasons too; needs a store");
    command->callback(
        [&request, given] { request.work = [given](const Console &console) { return deadlines(*given, console); }; });
}

} // namespace tocsin::app
