// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/publication.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

using casework::Publication;

struct PublicationArguments
{
    std::string store;
    std::string reference;
    std::string notice;
    std::string kind;
    std::string name;
    std::string market;
    std::string day;
    std::string proof;
    std::string reason;
    int place = 0;
};

struct Opened
{
    std::unique_ptr<casework::CaseFile> file;
    casework::Notice notice;
    QDate today;
};

Result<Opened> openFor(const PublicationArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(casework::Notice notice, file->ask(casework::NoticeByKey{incident.id, text(given.notice)}).result());
    TOCSIN_ASSIGN(const casework::Organization organization, file->ask(casework::OrganizationQuery()).result());
    const QDate today = file->now().inZone(organization.timezone).localDate();
    return Opened{std::move(file), std::move(notice), today};
}

Result<QDate> dayFrom(const std::string &argument)
{
    if (argument.empty())
        return QDate();
    const QDate day = QDate::fromString(text(argument), Qt::ISODate);
    if (!day.isValid())
        return fail(ErrorCode::Usage, u"A day looks like 2026-03-20."_s);
    return day;
}

Result<Publication> placeOf(const Opened &opened, int number)
{
    TOCSIN_ASSIGN(const QList<Publication> all,
                  opened.file->ask(casework::PublicationsQuery{opened.notice.id}).result());
    const auto found
        = std::find_if(all.begin(), all.end(), [number](const Publication &each) { return each.number == number; });
    if (found == all.end())
        return fail(ErrorCode::NotFound, u"“%1” has no place %2."_s.arg(opened.notice.key).arg(number));
    return *found;
}

QJsonValue dayJson(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

/// "still 61 days, until 2026-06-20", "taken down 3 days early", or empty.
QString standing(const Publication &publication, QDate today)
{
    if (publication.daysShort() > 0) {
        return u"taken down %1 early: %2"_s.arg(counted(publication.daysShort(), u"day"_s), publication.reason);
    }
    if (publication.daysLeft(today) > 0) {
        return u"still %1, until %2"_s.arg(counted(publication.daysLeft(today), u"day"_s),
                                           publication.required.toString(Qt::ISODate));
    }
    return {};
}

Result<> listPlaces(const PublicationArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const QList<Publication> all,
                  opened.file->ask(casework::PublicationsQuery{opened.notice.id}).result());
    QJsonArray array;
    for (const Publication &each : all) {
        array.append(QJsonObject{{u"place"_s, each.number},
                                 {u"kind"_s, each.kind},
                                 {u"name"_s, each.name},
                                 {u"market"_s, each.market},
                                 {u"first_day"_s, dayJson(each.firstDay)},
                                 {u"last_day"_s, dayJson(each.lastDay)},
                                 {u"required_until"_s, dayJson(each.required)},
                                 {u"citation"_s, each.citation},
                                 {u"days_left"_s, each.daysLeft(opened.today)},
                                 {u"days_short"_s, each.daysShort()},
                                 {u"proof"_s, each.proof},
                                 {u"reason"_s, each.reason}});
        if (console.options().json)
            continue;
        const QStringList cells{QString::number(each.number),
                                each.kind,
                                each.name,
                                each.market,
                                each.firstDay.toString(Qt::ISODate),
                                each.lastDay.toString(Qt::ISODate),
                                each.proof,
                                standing(each, opened.today)};
        Console::result(cells.join(u'\t'));
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

Result<> addPlace(const PublicationArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QDate day, dayFrom(given.day));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    const casework::AddPublication command{
        opened.notice.id, text(given.kind), text(given.name), text(given.market), day, text(given.proof)};
    TOCSIN_ASSIGN(const casework::Receipt receipt, opened.file->submit(command).result());
    Console::result(receipt.reference);
    if (day.isValid() && opened.notice.status < casework::NoticeStatus::Produced) {
        Console::say(
            u"warning: “%1” is %2 here: what went there is not a version that was approved and produced."_s.arg(
                opened.notice.title, casework::noticeStatusName(opened.notice.status).toLower()));
    }
    return {};
}

Result<> amendPlace(const PublicationArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QDate day, dayFrom(given.day));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const Publication place, placeOf(opened, given.place));
    const casework::AmendPublication command{place.id, day.isValid() ? day : place.firstDay,
                                             given.proof.empty() ? place.proof : text(given.proof)};
    return opened.file->submit(command).result().map([](const casework::Receipt &) {});
}

Result<> takeDown(const PublicationArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QDate day, dayFrom(given.day));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const Publication place, placeOf(opened, given.place));
    TOCSIN_TRY(opened.file->submit(casework::TakeDownPublication{place.id, day, text(given.reason)}).result());
    TOCSIN_ASSIGN(const Publication now, placeOf(opened, given.place));
    if (now.daysShort() > 0)
        Console::say(u"warning: %1"_s.arg(standing(now, opened.today)));
    return {};
}

} // namespace

void addPublicationCommands(CLI::App &notices, Request &request)
{
    auto given = std::make_shared<PublicationArguments>();
    auto *places = notices.add_subcommand("places", "Where a document appeared or went; with a day it is sent");
    places->require_subcommand(1);
    const auto add = [given, &request, places](const char *name, const char *help,
                                               Result<> (*work)(const PublicationArguments &, const Console &)) {
        auto *command = places->add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
        command->add_option("NOTICE", given->notice, "Such as website, press-release-media-tx or hhs-report")
            ->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    add("list", "All places, with the days a posting still has to stand", listPlaces);
    auto *adding
        = add("add", "A posting, an outlet that gets the notice, or how a document reached its reader", addPlace);
    adding
        ->add_option(
            "--kind", given->kind,
            "Published: web, newspaper, radio, television, online, wire, other; else portal, post, email, fax, hand")
        ->required();
    adding->add_option("--name", given->name, "The posting's web address, or the name of outlet, portal or reader")
        ->required();
    adding->add_option("--market", given->market, "The State or market that an outlet serves");
    auto *amending = add("amend", "When an outlet got it, and the proof", amendPlace);
    for (CLI::App *each : {adding, amending}) {
        each->add_option("--day", given->day, "First day of the posting, or the day on which it was sent: 2026-03-20");
        each->add_option("--proof", given->proof, "Such as a screenshot's name or a confirmation");
    }
    auto *down = add("take-down", "A posting is taken down", takeDown);
    down->add_option("--day", given->day, "The day, such as 2026-06-20")->required();
    down->add_option("--reason", given->reason, "Why, if it is earlier than the law allows");
    for (CLI::App *each : {amending, down})
        each->add_option("--place", given->place, "Its number; see: notices places list")->required();
}

} // namespace tocsin::app
