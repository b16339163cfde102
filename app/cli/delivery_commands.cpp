// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/delivery_acts.h"
#include "casework/delivery_record.h"
#include "casework/delivery_withdrawal.h"
#include "casework/notice.h"
#include "casework/roster.h"
#include "casework/run.h"
#include "jobs/delivery_proof.h"
#include "jobs/returned_mail.h"
#include "jobs/store_recipients.h"
#include "jobs/usable_address.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

struct DeliveryArguments
{
    std::string store;
    std::string reference;
    std::string notice;
    std::string file;
    std::string date;
    std::string carrier;
    std::string proofReference;
    std::string proof;
    std::string person;
    std::vector<std::string> address;
    std::string city;
    std::string state;
    std::string zip;
    std::string country = "US";
    std::string source;
    std::string how;
    std::string reason;
    int run = 0;
    qint64 record = 0;
    bool dryRun = false;
};

struct Opened
{
    std::unique_ptr<casework::CaseFile> file;
    casework::Incident incident;
};

Result<Opened> openFor(const DeliveryArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(casework::Incident incident, incidentOf(*file, given.reference));
    return Opened{std::move(file), std::move(incident)};
}

Result<QDate> dayOf(const std::string &argument)
{
    const QDate day = QDate::fromString(text(argument), Qt::ISODate);
    if (!argument.empty() && !day.isValid())
        return fail(ErrorCode::Usage, u"--date wants a day such as 2026-04-02."_s);
    return day;
}

Result<casework::DeliveryProof> proofOf(const DeliveryArguments &given, const Console &console)
{
    return jobs::deliveryProof(text(given.carrier), text(given.proofReference), text(given.proof),
                               *console.progress(u"Bytes"_s));
}

QString daysText(const casework::DeliveryAct &act)
{
    const QString first = act.first.toString(Qt::ISODate);
    return act.first == act.last ? first : u"%1 to %2"_s.arg(first, act.last.toString(Qt::ISODate));
}

QString proofText(const casework::DeliveryProof &proof)
{
    QStringList parts{proof.carrier, proof.reference, proof.fileName};
    parts.removeAll(QString());
    return parts.isEmpty() ? u"no proof"_s : parts.join(u", "_s);
}

/// What was recorded: “3 letters of run 2 mailed (Mail House, Job 4711)”.
QString actText(const casework::DeliveryAct &act)
{
    const QString letters = counted(act.people, u"letter"_s);
    QString what = u"%1 came back"_s.arg(letters);
    if (act.kind == "mailed"_L1)
        what = u"%1 of run %2 mailed"_s.arg(letters, QString::number(act.run.value));
    else if (act.kind == "substitute"_L1)
        what = u"substitute notice for %1: %2"_s.arg(people(act.people), act.how);
    else if (act.kind == "corrected"_L1)
        what = u"new address of %1"_s.arg(people(act.people));
    const QString proof = act.kind == "corrected"_L1 ? QString() : u" (%1)"_s.arg(proofText(act.proof));
    return what + proof;
}

/// As a line of the list, with the number by which it is taken back.
QString actLine(const casework::DeliveryAct &act)
{
    return u"%1  record %2: %3%4"_s.arg(daysText(act), QString::number(act.id), actText(act),
                                        act.withdrawn ? u", taken back since"_s : QString());
}

QJsonObject actJson(const casework::DeliveryAct &act)
{
    QJsonObject json{{u"record"_s, act.id},
                     {u"kind"_s, act.kind},
                     {u"people"_s, act.people},
                     {u"first_day"_s, act.first.toString(Qt::ISODate)},
                     {u"last_day"_s, act.last.toString(Qt::ISODate)},
                     {u"carrier"_s, act.proof.carrier},
                     {u"reference"_s, act.proof.reference},
                     {u"file"_s, act.proof.fileName},
                     {u"file_sha256"_s, act.proof.fileSha256},
                     {u"taken_back"_s, act.withdrawn},
                     {u"recorded"_s, act.recorded.toIso()},
                     {u"by"_s, act.byName}};
    if (act.kind == "mailed"_L1)
        json.insert(u"run"_s, act.run.value);
    if (act.kind == "substitute"_L1)
        json.insert(u"how"_s, act.how);
    return json;
}

void sayHowToTakeBack(const DeliveryArguments &given, qint64 act)
{
    Console::say(u"Should it be wrong: tocsin letters take-back %1 %2 --record %3 --reason …"_s.arg(
        text(given.store), text(given.reference), QString::number(act)));
}

/// Returns and addresses decide how many people that are, which is a fact of the incident.
void sayUnreached(const DeliveryArguments &given, qint64 withoutAddress)
{
    Console::say(u"No letter reaches %1."_s.arg(people(withoutAddress)));
    Console::say(u"To put that into the facts: tocsin roster accept-residents %1 %2"_s.arg(text(given.store),
                                                                                           text(given.reference)));
}

/// Says what was recorded of a notice's letters, in words or as JSON.
Result<> tell(const DeliveryArguments &given, casework::CaseFile &file, NoticeId notice, qint64 act,
              const Console &console)
{
    TOCSIN_ASSIGN(const QList<casework::DeliveryAct> acts, file.ask(casework::DeliveryActs{notice}).result());
    for (const casework::DeliveryAct &each : acts) {
        if (each.id != act)
            continue;
        if (console.options().json)
            Console::result(actJson(each));
        else
            Console::result(u"Recorded: %1  %2"_s.arg(daysText(each), actText(each)));
    }
    sayHowToTakeBack(given, act);
    return {};
}

Result<> recordMailed(const DeliveryArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QDate day, dayOf(given.date));
    TOCSIN_ASSIGN(const casework::DeliveryProof proof, proofOf(given, console));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const QList<casework::Run> runs, opened.file->ask(casework::RunsQuery{opened.incident.id}).result());
    const auto run
        = std::find_if(runs.begin(), runs.end(), [&](const casework::Run &each) { return each.id.value == given.run; });
    if (run == runs.end())
        return fail(ErrorCode::NotFound, u"There is no such run; “tocsin deliveries” lists them."_s);
    TOCSIN_ASSIGN(const casework::Receipt receipt,
                  opened.file->submit(casework::RecordMailed{run->id, day, proof}).result());
    return tell(given, *opened.file, run->notice, receipt.id, console);
}

void print(const jobs::ReturnedMailReport &report)
{
    Console::result(u"Rows          %1"_s.arg(report.rows));
    Console::result(u"%1 %2"_s.arg(report.dryRun ? u"Would be taken"_s : u"Came back    "_s).arg(report.accepted));
    for (auto kind = report.problems.begin(); kind != report.problems.end(); ++kind) {
        QStringList lines;
        for (const qint64 line : kind.value().mid(0, 10))
            lines << QString::number(line);
        const QString more = kind.value().size() > lines.size() ? u", …"_s : QString();
        Console::result(u"  %1  %2  %3 %4%5: %6"_s.arg(kind.key().leftJustified(18), QString::number(kind->size()),
                                                       kind->size() == 1 ? u"line"_s : u"lines"_s, lines.join(u", "_s),
                                                       more, jobs::returnedProblem(kind.key())));
    }
}

Result<> importReturned(const DeliveryArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QDate day, dayOf(given.date));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const jobs::ReturnedMailReport report,
                  jobs::importReturnedMail(*opened.file, {opened.incident.id, text(given.file), day, given.dryRun},
                                           *console.progress(u"Rows"_s)));
    if (console.options().json)
        Console::result(report.toJson());
    else
        print(report);
    if (report.receipt.id > 0)
        sayHowToTakeBack(given, report.receipt.id);
    if (report.dryRun)
        Console::say(u"With these, no letter would reach %1."_s.arg(people(report.withoutAddress)));
    else
        sayUnreached(given, report.withoutAddress);
    if (report.notTaken() == 0)
        return {};
    const QString left = report.rows == 1
        ? u"The only row was not taken."_s
        : u"%1 of %2 rows %3 not taken."_s.arg(QString::number(report.notTaken()), QString::number(report.rows),
                                               report.notTaken() == 1 ? u"was"_s : u"were"_s);
    const QString others = (report.accepted == 0 ? u"Nothing %1 recorded."_s : u"The others %1 recorded."_s)
                               .arg(report.dryRun              ? u"would be"_s
                                        : report.accepted == 0 ? u"new is"_s
                                                               : u"are"_s);
    return fail(ErrorCode::CheckFailed,
                u"%1 %2 Repair the list and give it again: nothing is recorded twice."_s.arg(left, others));
}

const jobs::AddressNames kAddressOptions{u"--line"_s, u"--city"_s, u"--state"_s, u"--zip"_s, u"--country"_s};

Result<> correctAddress(const DeliveryArguments &given, const Console &console)
{
    casework::PostalAddress typed{{}, text(given.city), text(given.state), text(given.zip), text(given.country)};
    for (const std::string &line : given.address)
        typed.lines << text(line);
    TOCSIN_ASSIGN(const casework::PostalAddress address, jobs::usableAddress(typed, kAddressOptions));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    casework::CorrectAddress command{{}, address, text(given.source)};
    {
        TOCSIN_ASSIGN(const auto session, opened.file->openSession());
        TOCSIN_ASSIGN(const auto known, jobs::letterReferences(*session, opened.incident.id));
        command.recipient = known.value(text(given.person));
    }
    if (command.recipient.isNull())
        return fail(ErrorCode::NotFound, u"Nobody's letters have this reference."_s);
    TOCSIN_ASSIGN(const casework::Receipt receipt, opened.file->submit(std::move(command)).result());
    if (console.options().json) {
        Console::result(
            QJsonObject{{u"record"_s, receipt.id}, {u"kind"_s, u"corrected"_s}, {u"person"_s, text(given.person)}});
    } else {
        Console::result(u"Recorded: new address of %1. Letters go there from now on."_s.arg(text(given.person)));
    }
    sayHowToTakeBack(given, receipt.id);
    return {};
}

Result<> recordSubstitute(const DeliveryArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QDate day, dayOf(given.date));
    TOCSIN_ASSIGN(const casework::DeliveryProof proof, proofOf(given, console));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const casework::Notice notice,
                  opened.file->ask(casework::NoticeByKey{opened.incident.id, text(given.notice)}).result());
    TOCSIN_ASSIGN(const casework::Receipt receipt,
                  opened.file->submit(casework::RecordSubstitute{notice.id, day, text(given.how), proof}).result());
    return tell(given, *opened.file, notice.id, receipt.id, console);
}

/// Says what was taken back, for each notice of whose letters it was.
Result<> tellTakenBack(const DeliveryArguments &given, const Opened &opened)
{
    TOCSIN_ASSIGN(const QList<casework::Notice> notices,
                  opened.file->ask(casework::NoticesQuery{opened.incident.id}).result());
    for (const casework::Notice &notice : notices) {
        TOCSIN_ASSIGN(const QList<casework::DeliveryAct> acts,
                      opened.file->ask(casework::DeliveryActs{notice.id}).result());
        for (const casework::DeliveryAct &each : acts) {
            if (each.id == given.record)
                Console::result(u"Taken back: %1  %2, of %3"_s.arg(daysText(each), actText(each), notice.key));
        }
    }
    return {};
}

Result<> takeBack(const DeliveryArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    const casework::WithdrawDelivery command{opened.incident.id, given.record, text(given.reason)};
    TOCSIN_TRY(opened.file->submit(command).result());
    TOCSIN_ASSIGN(const casework::RosterTotals totals,
                  opened.file->ask(casework::RosterTotalsQuery{opened.incident.id}).result());
    if (console.options().json) {
        Console::result(QJsonObject{
            {u"record"_s, given.record}, {u"taken_back"_s, true}, {u"without_address"_s, totals.withoutAddress}});
    } else {
        TOCSIN_TRY(tellTakenBack(given, opened));
    }
    sayUnreached(given, totals.withoutAddress);
    return {};
}

QJsonObject statesJson(const std::map<casework::DeliveryState, qint64> &states)
{
    QJsonObject object;
    for (const auto &[state, count] : states)
        object.insert(casework::deliveryStateToken(state), count);
    return object;
}

QJsonObject funnelJson(const casework::Notice &notice, const casework::DeliveryFunnel &funnel)
{
    QJsonObject waves;
    for (const auto &[wave, states] : funnel.waves)
        waves.insert(QString::number(wave), statesJson(states));
    return {{u"notice"_s, notice.key},
            {u"people"_s, funnel.people},
            {u"with_address"_s, funnel.withAddress},
            {u"produced"_s, funnel.produced},
            {u"mailed"_s, funnel.mailed},
            {u"returned"_s, funnel.returned},
            {u"mailed_again"_s, funnel.mailedAgain},
            {u"delivered"_s, funnel.delivered},
            {u"states"_s, statesJson(funnel.states)},
            {u"waves"_s, waves}};
}

void print(const casework::Notice &notice, const casework::DeliveryFunnel &funnel)
{
    Console::result(u"%1\t%2, %3 with an address, %4 produced, %5 mailed, %6 came back, %7 delivered"_s.arg(
        notice.key, people(funnel.people), QString::number(funnel.withAddress), QString::number(funnel.produced),
        QString::number(funnel.mailed), QString::number(funnel.returned), QString::number(funnel.delivered)));
    for (const auto &[state, count] : funnel.states)
        Console::result(u"  %1  %2"_s.arg(casework::deliveryStateToken(state).leftJustified(12)).arg(count));
}

QJsonArray runsJson(const QList<casework::Run> &runs, NoticeId notice)
{
    QJsonArray array;
    for (const casework::Run &run : runs) {
        if (run.notice == notice && run.kind != "proof"_L1)
            array.append(QJsonObject{{u"run"_s, run.id.value},
                                     {u"wave"_s, run.wave},
                                     {u"letters"_s, run.letters},
                                     {u"again"_s, run.again},
                                     {u"finished"_s, run.finished.toIso()}});
    }
    return array;
}

QString runText(const casework::Run &run, const QByteArray &zone)
{
    return u"%1  run %2: wave %3, %4 produced"_s.arg(run.finished.inZone(zone).localDate().toString(Qt::ISODate),
                                                     QString::number(run.id.value), QString::number(run.wave),
                                                     counted(run.letters, u"letter"_s));
}

Result<> listDeliveries(const DeliveryArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const QList<casework::Notice> notices,
                  opened.file->ask(casework::NoticesQuery{opened.incident.id}).result());
    TOCSIN_ASSIGN(const QList<casework::Run> runs, opened.file->ask(casework::RunsQuery{opened.incident.id}).result());
    TOCSIN_ASSIGN(const casework::Organization organization, opened.file->ask(casework::OrganizationQuery()).result());
    QJsonArray array;
    for (const casework::Notice &notice : notices) {
        if (!casework::writesToPeople(notice))
            continue;
        TOCSIN_ASSIGN(const casework::DeliveryFunnel funnel,
                      opened.file->ask(casework::DeliveryFunnelQuery{notice.id}).result());
        QJsonObject object = funnelJson(notice, funnel);
        TOCSIN_ASSIGN(const QList<casework::DeliveryAct> acts,
                      opened.file->ask(casework::DeliveryActs{notice.id}).result());
        QJsonArray records;
        for (const casework::DeliveryAct &act : acts)
            records.append(actJson(act));
        object.insert(u"runs"_s, runsJson(runs, notice.id));
        object.insert(u"records"_s, records);
        array.append(object);
        if (console.options().json)
            continue;
        print(notice, funnel);
        for (const casework::Run &run : runs) {
            if (run.notice == notice.id && run.kind != "proof"_L1)
                Console::result(u"  "_s + runText(run, organization.timezone));
        }
        for (const casework::DeliveryAct &act : acts)
            Console::result(u"  "_s + actLine(act));
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

} // namespace

void addDeliveryCommands(CLI::App &app, Request &request)
{
    auto given = std::make_shared<DeliveryArguments>();
    const auto add = [given, &request](CLI::App *parent, const char *name, const char *help,
                                       Result<> (*work)(const DeliveryArguments &, const Console &)) {
        auto *command = parent->add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    const auto withProof = [given](CLI::App *command) {
        command->add_option("--date", given->date, "The day, such as 2026-04-02")->required();
        command->add_option("--reference", given->proofReference, "Of the carrier, the mail house or the outlet");
        command->add_option("--proof", given->proof, "A file that shows it; its hash is kept");
    };
    auto *letters = app.get_subcommand("letters");
    auto *mailed = add(letters, "mailed", "Record that the letters of a run were mailed", recordMailed);
    mailed->add_option("--run", given->run, "Its number, as deliveries lists it")->required();
    mailed->add_option("--carrier", given->carrier, "Who took them");
    withProof(mailed);
    auto *returned = add(letters, "returned", "Import a list of returned mail", importReturned);
    returned->add_option("FILE", given->file, "CSV or XLSX: recipient_id, reason, date")->required();
    returned->add_option("--date", given->date, "The day of rows without one; today if left away");
    returned->add_flag("--dry-run", given->dryRun, "Report, and save nothing");
    auto *address = add(letters, "address", "Record a person's new address", correctAddress);
    address->add_option("PERSON", given->person, "The reference on the letter")->required();
    address->add_option("--line", given->address, "A line above the city; may be given several times")->required();
    address->add_option("--city", given->city, "City")->required();
    address->add_option("--state", given->state, "State, such as TX");
    address->add_option("--zip", given->zip, "ZIP or postal code");
    address->add_option("--country", given->country, "Such as US");
    address->add_option("--source", given->source, "Where it is from, such as a forwarding order")->required();
    auto *substitute
        = add(letters, "substitute", "Record substitute notice to whom no letter reaches", recordSubstitute);
    substitute->add_option("NOTICE", given->notice, "Such as individual-en")->required();
    substitute->add_option("--how", given->how, "Such as: home page for 90 days")->required();
    withProof(substitute);
    auto *back
        = add(letters, "take-back", "Take back a mailing, returned mail, an address or a substitute notice", takeBack);
    back->add_option("--record", given->record, "Its number, as deliveries lists it")->required();
    back->add_option("--reason", given->reason, "Why; the timeline tells it, so it names nobody")->required();
    add(&app, "deliveries", "What became of the letters", listDeliveries);
}

} // namespace tocsin::app
