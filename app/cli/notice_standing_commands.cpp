// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/organization.h"
#include "jobs/letters.h"
#include "notices/pdf/letter_fonts.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

struct StandingArguments
{
    std::string store;
    std::string reference;
    std::string notice;
};

/// How all notices of an incident stand, and the zone in which their days are told.
struct Standings
{
    IncidentId incident;
    QByteArray zone;
    QList<jobs::NoticeStanding> all;
    std::unique_ptr<casework::CaseFile> file;
};

Result<Standings> standingsFor(const StandingArguments &given, const Console &console)
{
    TOCSIN_TRY(notices::loadLetterFonts());
    Standings made;
    TOCSIN_ASSIGN(made.file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*made.file, given.reference));
    made.incident = incident.id;
    TOCSIN_ASSIGN(const auto session, made.file->openSession());
    TOCSIN_ASSIGN(made.all, jobs::noticeStandings(*session, incident.id, made.file->now()));
    TOCSIN_ASSIGN(const casework::Organization organization, session->ask(casework::OrganizationQuery()));
    made.zone = organization.timezone;
    return made;
}

/// The status, but “approved” only while the approval counts.
QString statusWord(const jobs::NoticeStanding &standing)
{
    const bool isVoid = standing.notice.status == casework::NoticeStatus::Approved && !standing.approved;
    return isVoid ? u"approval void"_s : casework::noticeStatusToken(standing.notice.status);
}

QJsonArray approvalsJson(const QList<casework::Approval> &approvals)
{
    QJsonArray array;
    for (const casework::Approval &approval : approvals) {
        QJsonArray accepted;
        for (const casework::AcceptedWarning &each : approval.accepted) {
            accepted.append(
                QJsonObject{{u"check"_s, each.check}, {u"warning"_s, each.warning}, {u"reason"_s, each.reason}});
        }
        array.append(QJsonObject{{u"version"_s, approval.version},
                                 {u"pinned"_s, approval.pinned},
                                 {u"by"_s, approval.byName},
                                 {u"role"_s, casework::roleToken(approval.role)},
                                 {u"at"_s, approval.at.toIso()},
                                 {u"accepted"_s, accepted}});
    }
    return array;
}

QJsonObject standingJson(const jobs::NoticeStanding &standing)
{
    const casework::Notice &notice = standing.notice;
    return {{u"notice"_s, notice.key},
            {u"title"_s, notice.title},
            {u"kind"_s, notice.kind},
            {u"recipient"_s, notice.recipient},
            {u"language"_s, notice.language},
            {u"version"_s, notice.version},
            {u"status"_s, statusWord(standing)},
            {u"approved"_s, standing.approved},
            {u"approval_void"_s, standing.approvalVoid},
            {u"approvals"_s, approvalsJson(standing.approvals)},
            {u"proof_accepted"_s, standing.proofAccepted}};
}

void printLine(const jobs::NoticeStanding &standing)
{
    const casework::Notice &notice = standing.notice;
    Console::result(u"%1\t%2\tversion %3\t%4"_s.arg(notice.key, statusWord(standing), QString::number(notice.version),
                                                    notice.title));
}

Result<> listNotices(const StandingArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Standings standings, standingsFor(given, console));
    QJsonArray array;
    for (const jobs::NoticeStanding &standing : standings.all) {
        array.append(standingJson(standing));
        if (console.options().json)
            continue;
        printLine(standing);
        if (!standing.approvalVoid.isEmpty())
            Console::say(u"%1: %2."_s.arg(standing.notice.key, standing.approvalVoid));
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

/// Who approved it, and what they let stand, oldest first.
void printHistory(const jobs::NoticeStanding &standing, const QByteArray &zone)
{
    if (standing.approvals.isEmpty())
        Console::result(u"  nobody has approved it"_s);
    for (const casework::Approval &approval : standing.approvals) {
        const QString at = approval.at.inZone(zone).toDateTime().toString(u"yyyy-MM-dd HH:mm"_s);
        Console::result(u"  %1  version %2 approved by %3 (%4)"_s.arg(
            at, QString::number(approval.version), approval.byName, casework::roleName(approval.role).toLower()));
        for (const casework::AcceptedWarning &each : approval.accepted)
            Console::result(u"    let stand: %1 Because: %2"_s.arg(each.warning, each.reason));
    }
    if (!standing.approvalVoid.isEmpty())
        Console::result(u"  void now: %1"_s.arg(standing.approvalVoid));
}

Result<> showNotice(const StandingArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Standings standings, standingsFor(given, console));
    // Asked by its key, so that an unknown one is answered with those there are.
    TOCSIN_ASSIGN(const casework::Notice notice,
                  standings.file->ask(casework::NoticeByKey{standings.incident, text(given.notice)}).result());
    const auto found
        = std::find_if(standings.all.begin(), standings.all.end(),
                       [&notice](const jobs::NoticeStanding &each) { return each.notice.id == notice.id; });
    if (found == standings.all.end())
        return fail(ErrorCode::NotFound, u"There is no such notice any more."_s);
    if (console.options().json) {
        Console::result(standingJson(*found));
        return {};
    }
    printLine(*found);
    printHistory(*found, standings.zone);
    return {};
}

} // namespace

void addNoticeStandingCommands(CLI::App &notices, Request &request)
{
    auto given = std::make_shared<StandingArguments>();
    const auto add = [given, &request, &notices](const char *name, const char *help,
                                                 Result<> (*work)(const StandingArguments &, const Console &)) {
        auto *command = notices.add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    add("list", "All notices, and why an approval does not count any more", listNotices);
    add("show", "One notice: every approval, and the warnings it let stand", showNotice)
        ->add_option("NOTICE", given->notice, "Such as individual-en")
        ->required();
}

} // namespace tocsin::app
