// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "core/safe_file.h"
#include "core/word_differences.h"
#include "jobs/house_texts.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

constexpr qint64 kMaxText = qint64{1024} * 1024; // what is longer than a template may be is refused with its own words

struct TemplateArguments
{
    std::string store;
    std::string id;
    std::string file;
    std::string reason;
    std::optional<int> version;
    std::optional<int> from;
    std::optional<int> to;
    std::optional<int> base;
};

QJsonObject versionJson(const casework::TemplateVersion &version)
{
    return {{u"version"_s, version.version},
            {u"sha256"_s, version.sha256},
            {u"reason"_s, version.reason},
            {u"by"_s, version.byName},
            {u"at"_s, version.version > 0 ? version.at.toIso() : QString()}};
}

Result<> listTemplates(const TemplateArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const auto session, file->openSession());
    TOCSIN_ASSIGN(const QList<jobs::HouseText> all, jobs::houseTexts(*session));
    QJsonArray array;
    for (const jobs::HouseText &each : all) {
        QJsonObject object = versionJson(each.newest);
        object.insert(u"template"_s, each.id);
        object.insert(u"kind"_s, each.kind);
        object.insert(u"title"_s, each.title);
        object.insert(u"variant"_s, each.variant);
        object.insert(u"as_shipped"_s, each.isShipped);
        array.append(object);
        if (console.options().json)
            continue;
        const QString state = each.newest.version == 0 ? u"as shipped"_s
            : each.isShipped                           ? u"version %1, as shipped"_s.arg(each.newest.version)
                                                       : u"version %1"_s.arg(each.newest.version);
        const QString title = each.variant.isEmpty() ? each.title : u"%1, %2"_s.arg(each.title, each.variant);
        Console::result(u"%1\t%2\t%3"_s.arg(each.id, state, title));
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

Result<> showTemplate(const TemplateArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const auto session, file->openSession());
    TOCSIN_ASSIGN(const casework::TemplateVersion shown, jobs::textVersion(*session, text(given.id), given.version));
    const QString words = QString::fromUtf8(shown.bytes);
    if (!console.options().json) {
        Console::result(words.endsWith(u'\n') ? words.chopped(1) : words);
        return {};
    }
    TOCSIN_ASSIGN(const QList<casework::TemplateVersion> versions, jobs::textVersions(*session, text(given.id)));
    QJsonArray array;
    for (const casework::TemplateVersion &each : versions)
        array.append(versionJson(each));
    QJsonObject object = versionJson(shown);
    object.insert(u"template"_s, shown.id);
    object.insert(u"text"_s, words);
    object.insert(u"versions"_s, array);
    Console::result(object);
    return {};
}

/// Needs no store: for whoever writes a text in an editor of their own.
Result<> checkTemplate(const TemplateArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QByteArray bytes, readFile(text(given.file), kMaxText));
    TOCSIN_ASSIGN(const QList<notices::TemplateProblem> problems, notices::templateProblems(text(given.id), bytes));
    QJsonArray array;
    for (const notices::TemplateProblem &each : problems) {
        array.append(QJsonObject{{u"line"_s, each.line}, {u"problem"_s, each.sentence}});
        if (!console.options().json)
            Console::result(u"line %1: %2"_s.arg(each.line).arg(each.sentence));
    }
    if (console.options().json)
        Console::result(array);
    if (problems.isEmpty())
        return {};
    return fail(ErrorCode::CheckFailed, u"“%1” cannot be saved as it is."_s.arg(text(given.file)));
}

void saySaved(const QString &id)
{
    Console::say(u"Saved. Approvals of notices that are made of “%1” no longer count."_s.arg(id));
}

Result<> saveTemplate(const TemplateArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QByteArray bytes, readFile(text(given.file), kMaxText));
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    const QString id = text(given.id);
    int base = given.base.value_or(0);
    if (!given.base) {
        TOCSIN_ASSIGN(const auto session, file->openSession());
        TOCSIN_ASSIGN(const casework::TemplateVersion newest, jobs::textVersion(*session, id));
        base = newest.version;
    }
    TOCSIN_TRY(jobs::saveText(*file, id, base, bytes, text(given.reason)));
    saySaved(id);
    return {};
}

Result<> restoreTemplate(const TemplateArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_TRY(jobs::restoreText(*file, text(given.id), text(given.reason)));
    saySaved(text(given.id));
    return {};
}

QString kindWord(WordDifference::Kind kind)
{
    switch (kind) {
    case WordDifference::Kind::Removed:
        return u"removed"_s;
    case WordDifference::Kind::Added:
        return u"added"_s;
    case WordDifference::Kind::Same:
        break;
    }
    return u"same"_s;
}

QString marked(const WordDifference &difference)
{
    switch (difference.kind) {
    case WordDifference::Kind::Removed:
        return u"[-%1-]"_s.arg(difference.text);
    case WordDifference::Kind::Added:
        return u"{+%1+}"_s.arg(difference.text);
    case WordDifference::Kind::Same:
        break;
    }
    return difference.text;
}

Result<> diffTemplate(const TemplateArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const auto session, file->openSession());
    const QString id = text(given.id);
    TOCSIN_ASSIGN(const casework::TemplateVersion before, jobs::textVersion(*session, id, given.from.value_or(0)));
    TOCSIN_ASSIGN(const casework::TemplateVersion after, jobs::textVersion(*session, id, given.to));
    const QList<WordDifference> differences
        = wordDifferences(QString::fromUtf8(before.bytes), QString::fromUtf8(after.bytes));
    QJsonArray array;
    QString words;
    for (const WordDifference &each : differences) {
        array.append(QJsonObject{{u"change"_s, kindWord(each.kind)}, {u"text"_s, each.text}});
        words += marked(each);
    }
    if (console.options().json) {
        Console::result(QJsonObject{{u"template"_s, id},
                                    {u"from"_s, versionJson(before)},
                                    {u"to"_s, versionJson(after)},
                                    {u"differences"_s, array}});
        return {};
    }
    Console::say(
        u"%1: version %2 against version %3; [-removed-] {+added+}"_s.arg(id).arg(before.version).arg(after.version));
    Console::result(words.endsWith(u'\n') ? words.chopped(1) : words);
    return {};
}

} // namespace

void addTemplateCommands(CLI::App &app, Request &request)
{
    auto given = std::make_shared<TemplateArguments>();
    auto *templates = app.add_subcommand("templates", "The texts that notices are made of");
    templates->require_subcommand(1);
    const auto add = [given, templates, &request](const char *name, const char *help, bool store, bool one,
                                                  Result<> (*work)(const TemplateArguments &, const Console &)) {
        auto *command = templates->add_subcommand(name, help);
        if (store)
            command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        if (one)
            command->add_option("TEMPLATE", given->id, "Such as individual-adult-en; see: templates list")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    add("list", "All texts, and which of them the house has its own version of", true, false, listTemplates);
    add("show", "One text as it is in use", true, true, showTemplate)
        ->add_option("--version", given->version, "An earlier version; 0 is the program's");
    add("check", "Whether a file could be saved as a text; needs no store", false, true, checkTemplate)
        ->add_option("--file", given->file, "The text, a Markdown file")
        ->required();
    auto *saving = add("save", "Save a file as the house's next version", true, true, saveTemplate);
    saving->add_option("--file", given->file, "The text, a Markdown file")->required();
    saving->add_option("--reason", given->reason, "Why")->required();
    saving->add_option("--on", given->base, "The version it was made from; refused if there is a newer one");
    add("restore", "Bring the program's text back as the next version", true, true, restoreTemplate)
        ->add_option("--reason", given->reason, "Why")
        ->required();
    auto *comparing = add("diff", "Word by word, what differs between two versions", true, true, diffTemplate);
    comparing->add_option("--from", given->from, "The earlier version; otherwise 0, the program's");
    comparing->add_option("--to", given->to, "The later version; otherwise the newest");
}

} // namespace tocsin::app
