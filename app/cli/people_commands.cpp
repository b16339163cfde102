// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

constexpr QLatin1StringView kNewPassphrase("--new-passphrase-file");

struct PeopleArguments
{
    std::string store;
    std::string name;
    std::string role;
    std::string newPassphraseFile;
    std::string newKeyFile;
};

Result<> listPeople(const PeopleArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const QList<casework::Person> people, file->ask(casework::PeopleQuery()).result());
    QJsonArray array;
    for (const casework::Person &person : people) {
        const QString state = person.isActive() ? u"active"_s : u"removed"_s;
        array.append(QJsonObject{{u"name"_s, person.name},
                                 {u"role"_s, casework::roleToken(person.role)},
                                 {u"state"_s, state},
                                 {u"key"_s, QString::fromLatin1(person.signingKey.toHex())}});
        if (!console.options().json)
            Console::result(u"%1\t%2\t%3"_s.arg(person.name, casework::roleToken(person.role), state));
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

Result<> addPerson(const PeopleArguments &given, const Console &console)
{
    casework::AddPerson request;
    TOCSIN_ASSIGN(request.role, casework::roleFromToken(text(given.role)));
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    request.name = text(given.name);
    request.keyFile = text(given.newKeyFile);
    TOCSIN_ASSIGN(
        request.passphrase,
        console.passphrase(text(given.newPassphraseFile), u"Passphrase of %1"_s.arg(request.name), kNewPassphrase));
    TOCSIN_TRY(file->addPerson(std::move(request)).result());
    Console::say(u"%1 can unlock the store now."_s.arg(text(given.name)));
    return {};
}

Result<> removePerson(const PeopleArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const QList<casework::Person> people, file->ask(casework::PeopleQuery()).result());
    const QString name = text(given.name);
    const auto person = std::find_if(people.begin(), people.end(),
                                     [&](const casework::Person &p) { return p.isActive() && p.name == name; });
    if (person == people.end())
        return fail(ErrorCode::NotFound, u"Nobody called “%1” has access; see “tocsin people list”."_s.arg(name));
    TOCSIN_TRY(file->removePerson(person->id).result());
    Console::say(
        u"%1 is out, and the store has a new key. Make a new recovery kit; backups made before stay readable to "
        "them."_s.arg(name));
    return {};
}

Result<> changePassphrase(const PeopleArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    casework::ChangePassphrase request;
    TOCSIN_ASSIGN(request.current, console.passphrase(console.options().passphraseFile, u"Current passphrase again"_s));
    request.currentKeyFile = console.options().keyFile;
    TOCSIN_ASSIGN(request.next, console.passphrase(text(given.newPassphraseFile), u"New passphrase"_s, kNewPassphrase));
    request.nextKeyFile = text(given.newKeyFile);
    TOCSIN_TRY(file->changePassphrase(std::move(request)).result());
    Console::say(u"The passphrase is changed."_s);
    return {};
}

} // namespace

void addPeopleCommands(CLI::App &app, Request &request)
{
    auto *people = app.add_subcommand("people", "Who has a key slot");
    people->require_subcommand(1);
    auto given = std::make_shared<PeopleArguments>();
    const auto add = [people, given, &request](const char *name, const char *help,
                                               Result<> (*work)(const PeopleArguments &, const Console &)) {
        auto *command = people->add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    add("list", "Everyone who has or had access", listPeople);
    auto *adding = add("add", "Give somebody a key slot", addPerson);
    adding->add_option("--name,--person", given->name, "Name")->required();
    adding->add_option("--role", given->role, "Role, such as legal-counsel")->required();
    adding->add_option(kNewPassphrase.data(), given->newPassphraseFile, "File whose first line is their passphrase");
    adding->add_option("--new-key-file", given->newKeyFile, "Key file for the new slot");
    auto *removing = add("remove", "Take somebody's slot away and re-key", removePerson);
    removing->add_option("--name,--person", given->name, "Name")->required();
    auto *changing = add("passphrase", "Change one's own passphrase", changePassphrase);
    changing->add_option(kNewPassphrase.data(), given->newPassphraseFile,
                         "File whose first line is the new passphrase");
    changing->add_option("--new-key-file", given->newKeyFile, "Key file from now on");
}

} // namespace tocsin::app
