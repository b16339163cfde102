// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/organization.h"
#include "core/safe_file.h"
#include "jobs/house_style.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

constexpr qint64 kMaxOrganization = qint64{8} * 1024 * 1024; // pictures included

struct OrganizationArguments
{
    std::string store;
    std::string file;
    std::string name;
    std::string title;
    std::string picture;
    bool remove = false;
};

Result<> show(const OrganizationArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Organization organization, file->ask(casework::OrganizationQuery()).result());
    const QJsonObject summary = organization.summary();
    if (console.options().json) {
        Console::result(summary);
        return {};
    }
    for (auto each = summary.begin(); each != summary.end(); ++each) {
        const QString value = each->isArray() ? QVariant(each->toArray().toVariantList()).toStringList().join(u", "_s)
            : each->isObject()                ? each->toObject().value("name"_L1).toString()
                                              : each->toString();
        Console::result(u"%1\t%2"_s.arg(each.key(), value));
    }
    return {};
}

void sayChanged()
{
    Console::say(u"Saved. Notices that were approved have to be approved again."_s);
}

Result<> sayUnchanged(const QString &why)
{
    Console::say(u"%1; nothing was changed."_s.arg(why));
    return {};
}

/// What the file does not say of letterhead and signature stays.
Result<> set(const OrganizationArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QByteArray bytes, readFile(text(given.file), kMaxOrganization));
    TOCSIN_ASSIGN(casework::Organization next, casework::Organization::fromJson(bytes));
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Organization before, file->ask(casework::OrganizationQuery()).result());
    if (next.letterhead.isEmpty())
        next.letterhead = before.letterhead;
    if (next.signature.name.isEmpty())
        next.signature = before.signature;
    TOCSIN_TRY(jobs::senderOf(next));
    TOCSIN_TRY(file->submit(casework::SetOrganization{next}).result());
    sayChanged();
    return {};
}

Result<> setLetterhead(const OrganizationArguments &given, const Console &console)
{
    if (given.remove == !given.file.empty())
        return fail(ErrorCode::Usage, u"A letterhead wants either --file or --remove."_s);
    QByteArray picture;
    if (!given.remove) {
        TOCSIN_ASSIGN(picture, jobs::pictureFrom(text(given.file)));
    }
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(jobs::HouseStyle style, jobs::houseStyle(*file));
    if (style.letterhead == picture)
        return sayUnchanged(given.remove ? u"There is no letterhead to remove"_s : u"This is the letterhead already"_s);
    style.letterhead = picture;
    TOCSIN_TRY(jobs::setHouseStyle(*file, style));
    sayChanged();
    return {};
}

Result<> setSignature(const OrganizationArguments &given, const Console &console)
{
    if (given.remove == !given.name.empty())
        return fail(ErrorCode::Usage, u"A signature wants either --name or --remove."_s);
    casework::Signature signature{text(given.name), text(given.title), {}};
    if (!given.picture.empty()) {
        TOCSIN_ASSIGN(signature.picture, jobs::pictureFrom(text(given.picture)));
    }
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(jobs::HouseStyle style, jobs::houseStyle(*file));
    if (given.remove && style.signature.name.isEmpty())
        return sayUnchanged(u"There is no signature to remove"_s);
    style.signature = signature;
    TOCSIN_TRY(jobs::setHouseStyle(*file, style));
    sayChanged();
    return {};
}

} // namespace

void addOrganizationCommands(CLI::App &app, Request &request)
{
    auto given = std::make_shared<OrganizationArguments>();
    auto *organization = app.add_subcommand("organization", "The sender of every notice");
    organization->require_subcommand(1);
    const auto add = [given, organization, &request](const char *name, const char *help,
                                                     Result<> (*work)(const OrganizationArguments &, const Console &)) {
        auto *command = organization->add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    add("show", "What letters say of the sender", show);
    add("set", "Take over another organization file", set)
        ->add_option("--file", given->file, "JSON file that describes the organization")
        ->required();
    auto *letterhead = add("letterhead", "The picture at the top of letters and documents", setLetterhead);
    letterhead->add_option("--file", given->file, "A PNG or JPEG");
    letterhead->add_flag("--remove", given->remove, "Print the name again");
    auto *signature = add("signature", "Who signs letters and documents", setSignature);
    signature->add_option("--name", given->name, "Such as Dana Whitfield");
    signature->add_option("--title", given->title, "Such as Privacy Officer");
    signature->add_option("--picture", given->picture, "The signature, a PNG or JPEG");
    signature->add_flag("--remove", given->remove, "Sign with the privacy officer's name again");
}

} // namespace tocsin::app
