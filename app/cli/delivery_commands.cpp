// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/delivery.h"
#include "casework/delivery_record.h"
#include "casework/notice.h"
#include "casework/run.h"
#include "jobs/file_digest.h"
#include "jobs/returned_mail.h"
#include "jobs/store_recipients.h"

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
    int run = 0;
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
    casework::DeliveryProof proof{text(given.carrier), text(given.proofReference), {}, {}};
    if (given.proof.empty())
        return proof;
    TOCSIN_ASSIGN(const casework::FileDigest digest,
                  jobs::digestFile(text(given.proof), *console.progress(u"Bytes"_s)));
    proof.fileName = digest.name;
    proof.fileSha256 = digest.sha256;
    return proof;
}

Result<> recordMailed(const DeliveryArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QDate day, dayOf(given.date));
    TOCSIN_ASSIGN(const casework::DeliveryProof proof, proofOf(given, console));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const QList<casework::Run> runs, opened.file->ask(casework::RunsQuery{opened.incident.id}).result());
    const bool known
        = std::any_of(runs.begin(), runs.end(), [&](const casework::Run &run) { return run.id.value == given.run; });
    if (!known)
        return fail(ErrorCode::NotFound, u"There is no such run; “tocsin deliveries” lists them."_s);
    return opened.file->submit(casework::RecordMailed{RunId{given.run}, day, proof, {}})
        .result()
        .map([](const casework::Receipt &receipt) { Console::result(receipt.reference); });
}

Result<> importReturned(const DeliveryArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QDate day, dayOf(given.date));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const jobs::ReturnedMailReport report,
                  jobs::importReturnedMail(*opened.file, {opened.incident.id, text(given.file), day, given.dryRun},
                                           *console.progress(u"Rows"_s)));
    if (console.options().json) {
        Console::result(report.toJson());
        return {};
    }
    Console::result(u"Rows          %1"_s.arg(report.rows));
    Console::result(u"Came back     %1"_s.arg(report.accepted));
    for (auto kind = report.problems.begin(); kind != report.problems.end(); ++kind) {
        QStringList lines;
        for (const qint64 line : kind.value().mid(0, 10))
            lines << QString::number(line);
        const QString more = kind.value().size() > lines.size() ? u", …"_s : QString();
        Console::result(u"  %1  %2  lines %3%4"_s.arg(kind.key().leftJustified(18), QString::number(kind->size()),
                                                      lines.join(u", "_s), more));
    }
    Console::say(u"No letter reaches %1 people. To put that into the facts: tocsin roster accept-residents %2 %3"_s.arg(
        QString::number(report.withoutAddress), text(given.store), text(given.reference)));
    return {};
}

Result<> correctAddress(const DeliveryArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    casework::CorrectAddress command;
    {
        TOCSIN_ASSIGN(const auto session, opened.file->openSession());
        TOCSIN_ASSIGN(const auto people, jobs::letterReferences(*session, opened.incident.id));
        command.recipient = people.value(text(given.person));
    }
    if (command.recipient.isNull())
        return fail(ErrorCode::NotFound, u"Nobody's letters have this reference."_s);
    for (const std::string &line : given.address)
        command.address.lines << text(line);
    command.address.city = text(given.city);
    command.address.state = text(given.state);
    command.address.postalCode = text(given.zip);
    command.address.country = text(given.country);
    command.source = text(given.source);
    return opened.file->submit(std::move(command)).result().map([](const casework::Receipt &receipt) {
        Console::result(receipt.reference);
    });
}

Result<> recordSubstitute(const DeliveryArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QDate day, dayOf(given.date));
    TOCSIN_ASSIGN(const casework::DeliveryProof proof, proofOf(given, console));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const casework::Notice notice,
                  opened.file->ask(casework::NoticeByKey{opened.incident.id, text(given.notice)}).result());
    return opened.file->submit(casework::RecordSubstitute{notice.id, day, text(given.how), proof, {}})
        .result()
        .map([](const casework::Receipt &receipt) { Console::result(receipt.reference); });
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
    Console::result(u"%1\t%2 people, %3 with an address, %4 produced, %5 mailed, %6 came back, %7 delivered"_s.arg(
        notice.key, QString::number(funnel.people), QString::number(funnel.withAddress),
        QString::number(funnel.produced), QString::number(funnel.mailed), QString::number(funnel.returned),
        QString::number(funnel.delivered)));
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

Result<> listDeliveries(const DeliveryArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const QList<casework::Notice> notices,
                  opened.file->ask(casework::NoticesQuery{opened.incident.id}).result());
    TOCSIN_ASSIGN(const QList<casework::Run> runs, opened.file->ask(casework::RunsQuery{opened.incident.id}).result());
    QJsonArray array;
    for (const casework::Notice &notice : notices) {
        if (!casework::writesToPeople(notice))
            continue;
        TOCSIN_ASSIGN(const casework::DeliveryFunnel funnel,
                      opened.file->ask(casework::DeliveryFunnelQuery{notice.id}).result());
        QJsonObject object = funnelJson(notice, funnel);
        object.insert(u"runs"_s, runsJson(runs, notice.id));
        array.append(object);
        if (console.options().json)
            continue;
        print(notice, funnel);
        for (const casework::Run &run : runs) {
            if (run.notice == notice.id && run.kind != "proof"_L1)
                Console::result(u"  run %1: wave %2, %3 letters"_s.arg(run.id.value).arg(run.wave).arg(run.letters));
        }
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
    add(&app, "deliveries", "What became of the letters", listDeliveries);
}

} // namespace tocsin::app
