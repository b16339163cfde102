// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/schema.h"
#include "core/safe_file.h"
#include "jobs/new_store.h"
#include "jobs/recovery_kit.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

constexpr qint64 kMaxOrganization = qint64{1024} * 1024;

struct NewArguments
{
    std::string store;
    std::string organization;
    std::string person;
    std::string role;
    std::string kit;
};

void sayWhereTheKitIs(const std::string &kit)
{
    Console::say(u"The recovery kit is %1. Print it, lock it away, then destroy the file."_s.arg(text(kit)));
}

Result<> makeStore(const NewArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QByteArray bytes, readFile(text(given.organization), kMaxOrganization));
    casework::NewCase request;
    TOCSIN_ASSIGN(request.organization, casework::Organization::fromJson(bytes));
    TOCSIN_ASSIGN(request.role, casework::roleFromToken(text(given.role)));
    TOCSIN_ASSIGN(casework::Surroundings around, surroundings(console));
    request.path = text(given.store);
    request.personName = text(given.person);
    request.keyFile = console.options().keyFile;
    TOCSIN_ASSIGN(request.passphrase, console.passphrase(console.options().passphraseFile, u"New passphrase"_s));
    TOCSIN_TRY(jobs::makeStore(request, std::move(around), text(given.kit)));
    Console::say(u"Made %1."_s.arg(request.path));
    if (given.kit.empty())
        Console::say(u"Make a recovery kit soon: tocsin kit %1 --out FILE.pdf"_s.arg(request.path));
    else
        sayWhereTheKitIs(given.kit);
    return {};
}

QJsonObject infoJson(const vault::PublicInfo &info)
{
    QJsonArray people;
    for (const vault::SlotInfo &slot : info.slotList) {
        people.append(QJsonObject{{u"name"_s, slot.personName},
                                  {u"role"_s, slot.roleToken},
                                  {u"slot"_s, QString::fromLatin1(slot.id.toHex())},
                                  {u"created"_s, slot.created.toIso()},
                                  {u"needs_key_file"_s, slot.needsKeyFile},
                                  {u"kdf"_s,
                                   QJsonObject{{u"name"_s, u"argon2id"_s},
                                               {u"memory_kib"_s, static_cast<qint64>(slot.cost.memoryKiB)},
                                               {u"passes"_s, static_cast<qint64>(slot.cost.passes)}}}});
    }
    return {{u"store"_s, info.store.toString(QUuid::WithoutBraces)},
            {u"format"_s, info.keyFileFormat},
            {u"schema"_s, casework::newestSchema()},
            {u"sqlcipher"_s, info.cipherVersion},
            {u"generation"_s, static_cast<qint64>(info.generation)},
            {u"slots"_s, people},
            {u"store_bytes"_s, info.storeBytes},
            {u"key_file_bytes"_s, info.keyFileBytes}};
}

Result<> showInfo(const std::string &store, const Console &console)
{
    TOCSIN_ASSIGN(const vault::PublicInfo info, vault::Vault::publicInfo(text(store)));
    if (console.options().json) {
        Console::result(infoJson(info));
        return {};
    }
    Console::result(u"Store      %1"_s.arg(info.store.toString(QUuid::WithoutBraces)));
    Console::result(u"Formats    key file %1, schema up to %2, SQLCipher %3"_s.arg(
        QString::number(info.keyFileFormat), QString::number(casework::newestSchema()), info.cipherVersion));
    Console::result(u"Sizes      store %1 bytes, key file %2 bytes"_s.arg(info.storeBytes).arg(info.keyFileBytes));
    for (const vault::SlotInfo &slot : info.slotList) {
        Console::result(u"Slot       %1, %2%3"_s.arg(slot.personName, slot.roleToken,
                                                     slot.needsKeyFile ? u", with a key file"_s : QString()));
    }
    return {};
}

struct RecoverArguments
{
    std::string store;
    std::string codeFile;
    std::string person = "Recovery";
};

Result<> recover(const RecoverArguments &given, const Console &console)
{
    casework::RecoverCase request;
    request.path = text(given.store);
    request.personName = text(given.person);
    TOCSIN_ASSIGN(casework::Surroundings around, surroundings(console));
    // The code may stand on one line or, as printed, on several.
    TOCSIN_ASSIGN(QByteArray code, readFile(text(given.codeFile), 4096));
    for (char &letter : code)
        letter = letter == '\n' || letter == '\r' ? ' ' : letter;
    request.code = vault::SecureBytes::copyOf(code);
    vault::wipe(code);
    TOCSIN_ASSIGN(request.passphrase, console.passphrase(console.options().passphraseFile, u"New passphrase"_s));
    TOCSIN_ASSIGN(const auto file, casework::CaseFile::recover(request, std::move(around)));
    Console::say(
        u"Opened. %1 now has a key slot as compliance lead; print a new kit after a re-key."_s.arg(file->actor().name));
    return {};
}

Result<> showKey(const std::string &store, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, store));
    if (!file->may("store.raw-key"_L1))
        return fail(ErrorCode::NotAllowed, u"Only the compliance lead takes the raw key out."_s);
    TOCSIN_TRY(
        Console::confirm(u"Whoever has the raw key reads the whole store with any SQLCipher program. That it was shown "
                         "is written to the ledger."_s,
                         u"show the key"_s));
    TOCSIN_ASSIGN(const auto key, file->rawKey().result());
    Console::bytes(*key);
    return {};
}

} // namespace

void addStoreCommands(CLI::App &app, Request &request)
{
    auto *make = app.add_subcommand("new", "Make a store, its first person and the recovery kit");
    auto creating = std::make_shared<NewArguments>();
    make->add_option("STORE", creating->store, "The case store, such as acme.tocsin")->required();
    make->add_option("--organization", creating->organization, "JSON file that describes the organization")->required();
    make->add_option("--person", creating->person, "Name of the first person")->required();
    make->add_option("--role", creating->role, "Role of the first person, such as compliance-lead")->required();
    make->add_option("--kit", creating->kit, "PDF file for the recovery kit");
    make->callback([&request, creating] {
        request.work = [creating](const Console &console) { return makeStore(*creating, console); };
    });

    auto store = std::make_shared<std::string>();
    const auto forStore = [&app, &request, store](const char *name, const char *help, auto work) {
        auto *command = app.add_subcommand(name, help);
        command->add_option("STORE", *store, "The case store, such as acme.tocsin")->required();
        command->callback([&request, store, work] {
            request.work = [store, work](const Console &console) { return work(*store, console); };
        });
        return command;
    };
    forStore("info", "What a store tells without a passphrase", showInfo);

    auto out = std::make_shared<std::string>();
    forStore("kit", "Write the recovery kit",
             [out](const std::string &path, const Console &console) -> Result<> {
                 TOCSIN_ASSIGN(const auto file, openStore(console, path));
                 TOCSIN_TRY(jobs::writeRecoveryKit(*file, text(*out)));
                 sayWhereTheKitIs(*out);
                 return {};
             })
        ->add_option("--out", *out, "PDF file to write")
        ->required();

    auto recovering = std::make_shared<RecoverArguments>();
    auto *recovery = app.add_subcommand("recover", "Open a store with its recovery kit");
    recovery->add_option("STORE", recovering->store, "The case store, such as acme.tocsin")->required();
    recovery->add_option("--code-file", recovering->codeFile, "File with the kit's code")->required();
    recovery->add_option("--person", recovering->person, "Who gets the new key slot");
    recovery->callback([&request, recovering] {
        request.work = [recovering](const Console &console) { return recover(*recovering, console); };
    });

    forStore("rekey", "New master key on a verified copy",
             [](const std::string &path, const Console &console) -> Result<> {
                 TOCSIN_ASSIGN(const auto file, openStore(console, path));
                 TOCSIN_TRY(file->rekey().result());
                 Console::say(u"The store has a new key. Earlier recovery kits are void; make a new one."_s);
                 return {};
             });

    auto backupTo = std::make_shared<std::string>();
    forStore("backup", "One encrypted, verified file",
             [backupTo](const std::string &path, const Console &console) -> Result<> {
                 TOCSIN_ASSIGN(const auto file, openStore(console, path));
                 TOCSIN_TRY(file->backup(text(*backupTo)).result());
                 Console::say(u"Backed up to %1, and read back."_s.arg(text(*backupTo)));
                 return {};
             })
        ->add_option("FILE", *backupTo, "The backup to write")
        ->required();

    auto from = std::make_shared<std::pair<std::string, std::string>>();
    auto *restore = app.add_subcommand("restore", "Make a store of a backup");
    restore->add_option("FILE", from->first, "The backup")->required();
    restore->add_option("STORE", from->second, "The store to make; it must not exist")->required();
    restore->callback([&request, from] {
        request.work = [from](const Console &) -> Result<> {
            TOCSIN_TRY(vault::Vault::restore(text(from->first), text(from->second)));
            Console::say(u"Restored to %1."_s.arg(text(from->second)));
            return {};
        };
    });

    forStore("key", "SQLCipher's raw key", showKey)->add_flag("--raw")->required();
}

} // namespace tocsin::app
