// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/annual_log.h"
#include "packets/annual_file.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

struct AnnualArguments
{
    std::string store;
    int year = 0;
    std::string csv;
};

QJsonValue isoOrNull(QDate date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonObject entryJson(const casework::AnnualLogEntry &entry)
{
    QJsonObject object{{u"reference"_s, entry.reference},
                       {u"title"_s, entry.title},
                       {u"recipient"_s, entry.recipient},
                       {u"discovered"_s, isoOrNull(entry.discovered)},
                       {u"breach_from"_s, isoOrNull(entry.breachFrom)},
                       {u"breach_to"_s, isoOrNull(entry.breachTo)},
                       {u"affected"_s, entry.affected ? QJsonValue(*entry.affected) : QJsonValue(QJsonValue::Null)},
                       {u"data"_s, QJsonArray::fromStringList(entry.data)},
                       {u"business_associate"_s, entry.byAssociate},
                       {u"summary"_s, entry.summary},
                       {u"actions"_s, entry.actions},
                       {u"individuals_told"_s, isoOrNull(entry.individualsTold)},
                       {u"substitute_notice"_s, isoOrNull(entry.substituteNotice)},
                       {u"due"_s, entry.due.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(entry.due.toIso())},
                       {u"overridden"_s, entry.overridden},
                       {u"submission"_s, casework::submissionToken(entry.submission)},
                       {u"missing"_s, QJsonArray::fromStringList(entry.missing)}};
    if (entry.proof) {
        object.insert(u"proof"_s,
                      QJsonObject{{u"kind"_s, entry.proof->kind},
                                  {u"reference"_s, entry.proof->text},
                                  {u"on"_s, isoOrNull(entry.proof->completedOn)}});
    }
    return object;
}

Result<> annualLog(const AnnualArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const QList<casework::AnnualLogEntry> log, file->ask(casework::AnnualLogQuery{given.year}).result());
    if (!given.csv.empty()) {
        TOCSIN_TRY(packets::writeAnnualCsv(*file, given.year, text(given.csv)));
        Console::say(u"Wrote %1."_s.arg(text(given.csv)));
    }
    QJsonArray array;
    for (const casework::AnnualLogEntry &entry : log) {
        array.append(entryJson(entry));
        if (!console.options().json) {
            Console::result(u"%1\t%2\t%3\t%4\t%5\t%6"_s.arg(entry.reference, entry.discovered.toString(Qt::ISODate),
                                                            entry.affected ? QString::number(*entry.affected) : u"?"_s,
                                                            entry.due.isNull() ? u"-"_s : entry.due.toIso(),
                                                            casework::submissionToken(entry.submission), entry.title));
        }
    }
    if (console.options().json)
        Console::result(array);
    else if (log.isEmpty())
        Console::say(u"No breach of %1 is for the annual report."_s.arg(given.year));
    return {};
}

} // namespace

void addAnnualCommand(CLI::App &app, Request &request)
{
    auto given = std::make_shared<AnnualArguments>();
    auto *command = app.add_subcommand("annual", "A year's log of breaches under 500, for the report to HHS");
    command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
    command->add_option("YEAR", given->year, "The year of discovery, such as 2026")
        ->required()
        ->check(CLI::Range(1900, 2199));
    command->add_option("--csv", given->csv, "Write it for a spreadsheet too");
    command->callback(
        [&request, given] { request.work = [given](const Console &console) { return annualLog(*given, console); }; });
}

} // namespace tocsin::app
