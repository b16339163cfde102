// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "core/safe_file.h"

#include <CLI/CLI.hpp>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

constexpr qint64 kMaxFacts = qint64{1024} * 1024;

struct CommonArguments
{
    std::string as;
    std::string passphraseFile;
    std::string keyFile;
    std::string now;
    std::string lawDir;
    bool quiet = false;
    bool json = false;
};

void addCommon(CLI::App &app, CommonArguments &common)
{
    app.add_option("--as", common.as, "Whose key slot to use");
    app.add_option(kPassphraseOption.data(), common.passphraseFile, "File whose first line is the passphrase");
    app.add_option("--key-file", common.keyFile, "Key file, where the slot asks for one");
    app.add_option("--now", common.now, "Sets the clock: ISO 8601 with offset");
    app.add_option("--law", common.lawDir, "Folder with other rule packs");
    app.add_flag("--quiet", common.quiet, "No progress");
    app.add_flag("--json", common.json, "Print one JSON document");
}

} // namespace

std::optional<int> parse(int argc, char **argv, Request &request)
{
    CLI::App app("Tocsin runs the days after a health-information breach: deadlines, notices, evidence.", "tocsin");
    CommonArguments common;
    app.set_version_flag("--version", TOCSIN_VERSION);
    // Common options may stand before or after the subcommand.
    app.fallthrough();
    app.require_subcommand(0, 1);
    addCommon(app, common);
    app.add_option("store", request.store, "Store to open in the window");
    addStoreCommands(app, request);
    addPeopleCommands(app, request);
    addIncidentCommands(app, request);
    addFactsCommands(app, request);
    addObligationCommands(app, request);
    addLawCommands(app, request);
    addAnnualCommand(app, request);
    addWorkCommands(app, request);
    addPlaybookCommands(app, request);
    addRegisterCommands(app, request);
    addDeadlineCommands(app, request);
    addRosterCommands(app, request);
    addNoticeCommands(app, request);
    addDeliveryCommands(app, request);
    addTemplateCommands(app, request);
    addOrganizationCommands(app, request);
    addProofCommands(app, request);
    addDemoCommand(app, request);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &success) {
        return app.exit(success);
    } catch (const CLI::ParseError &error) {
        app.exit(error);
        return exitStatus(ErrorCode::Usage);
    }
    // What a subcommand does not take falls through to the window's store: nothing of it may be lost in silence.
    if (request.work && !request.store.empty()) {
        Console::say(u"“%1” is not expected here. See --help of the command."_s.arg(text(request.store)));
        return exitStatus(ErrorCode::Usage);
    }
    request.common = {text(common.as),  text(common.passphraseFile), text(common.keyFile),
                      text(common.now), text(common.lawDir),         common.quiet,
                      common.json};
    return std::nullopt;
}

QString text(const std::string &argument)
{
    return QString::fromStdString(argument);
}

QString counted(qint64 number, const QString &one, const QString &many)
{
    return QString::number(number) + u' ' + (number == 1 ? one : many.isEmpty() ? QString(one + u's') : many);
}

QString people(qint64 number)
{
    return counted(number, u"person"_s, u"people"_s);
}

Result<casework::Surroundings> surroundings(const Console &console)
{
    TOCSIN_ASSIGN(auto clock, console.clock());
    TOCSIN_ASSIGN(auto packs, console.packs());
    return casework::Surroundings{std::move(clock), std::move(packs), console.choosesPacks()};
}

Result<std::unique_ptr<casework::CaseFile>> openStore(const Console &console, const std::string &store)
{
    TOCSIN_ASSIGN(casework::Surroundings around, surroundings(console));
    casework::UnlockCase request;
    request.path = text(store);
    request.personName = console.options().as;
    request.keyFile = console.options().keyFile;
    // A store that cannot be opened at all is told before anybody is asked for a passphrase.
    TOCSIN_TRY(vault::Vault::publicInfo(request.path));
    TOCSIN_ASSIGN(request.passphrase, console.passphrase(console.options().passphraseFile, u"Passphrase"_s));
    TOCSIN_ASSIGN(auto file, casework::CaseFile::unlock(request, std::move(around)));
    TOCSIN_TRY(Console::checkInterrupted());
    return file;
}

Result<casework::Incident> incidentOf(casework::CaseFile &file, const std::string &reference)
{
    return file.ask(casework::IncidentByReference{text(reference)}).result();
}

void warn(const QStringList &warnings)
{
    for (const QString &each : warnings)
        Console::say(u"warning: "_s + each);
}

Result<law::Facts> factsFrom(const std::string &path)
{
    TOCSIN_ASSIGN(const QByteArray bytes, readFile(text(path), kMaxFacts));
    return law::parseFacts(bytes, text(path));
}

QJsonObject changeJson(const law::DateChange &change)
{
    static const QMap<law::DateChange::Kind, QString> kinds{
        {law::DateChange::Kind::Moved, u"moved"_s},        {law::DateChange::Kind::Dated, u"dated"_s},
        {law::DateChange::Kind::Undated, u"undated"_s},    {law::DateChange::Kind::Appeared, u"appeared"_s},
        {law::DateChange::Kind::Vanished, u"vanished"_s},  {law::DateChange::Kind::Blocked, u"blocked"_s},
        {law::DateChange::Kind::Unblocked, u"unblocked"_s}};
    const auto due
        = [](const law::Due &when) { return when.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(when.toIso()); };
    return {{u"change"_s, kinds.value(change.kind)}, {u"recipient"_s, change.recipient},
            {u"citation"_s, change.citation},        {u"before"_s, due(change.before)},
            {u"after"_s, due(change.after)},         {u"days"_s, change.days},
            {u"sentence"_s, change.sentence()}};
}

Result<PersonId> personCalled(casework::CaseFile &file, const std::string &name)
{
    if (name.empty())
        return PersonId();
    TOCSIN_ASSIGN(const QList<casework::Person> people, file.ask(casework::PeopleQuery()).result());
    QStringList names;
    for (const casework::Person &person : people) {
        if (person.isActive() && person.name == text(name))
            return person.id;
        if (person.isActive())
            names << person.name;
    }
    return fail(ErrorCode::NotFound,
                u"Nobody here is called “%1”; there are %2."_s.arg(text(name), names.join(u", "_s)));
}

} // namespace tocsin::app
