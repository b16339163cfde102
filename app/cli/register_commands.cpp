// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/register_check.h"
#include "jobs/file_digest.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

using casework::RegisterRecord;

struct RegisterArguments
{
    std::string store;
    std::string reference;
    std::string kind;
    std::string record;
    std::string parent;
    std::string file;
    std::string reason;
    std::vector<std::string> values;
    bool reopen = false;
};

/// A line break for `\n` and a backslash for `\\`.
QString unescaped(const QString &value)
{
    QString plain;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar next = value.at(i) == u'\\' && i + 1 < value.size() ? value.at(i + 1) : QChar();
        if (next == u'n' || next == u'\\') {
            plain += next == u'n' ? u'\n' : u'\\';
            ++i;
        } else {
            plain += value.at(i);
        }
    }
    return plain;
}

/// "who=Billing team" as a field and its value.
Result<casework::RegisterValues> valuesOf(const std::vector<std::string> &given)
{
    casework::RegisterValues values;
    for (const std::string &each : given) {
        const QString pair = text(each);
        const qsizetype at = pair.indexOf(u'=');
        if (at < 1)
            return fail(ErrorCode::Usage, u"--set %1: expected FIELD=VALUE, such as who=Billing."_s.arg(pair));
        values.insert(pair.left(at), unescaped(pair.mid(at + 1)));
    }
    return values;
}

Result<RegisterRecord> recordCalled(casework::CaseFile &file, IncidentId incident, const std::string &name)
{
    TOCSIN_ASSIGN(const QList<RegisterRecord> records, file.ask(casework::RegisterRecords{incident}).result());
    const auto found = std::find_if(records.begin(), records.end(), [&name](const RegisterRecord &each) {
        return each.reference().compare(text(name), Qt::CaseInsensitive) == 0;
    });
    if (found == records.end())
        return fail(ErrorCode::NotFound, u"There is no %1 in the registers of this incident."_s.arg(text(name)));
    return *found;
}

QJsonObject valuesJson(const casework::RegisterValues &values)
{
    QJsonObject json;
    for (auto each = values.cbegin(); each != values.cend(); ++each)
        json.insert(each.key(), each.value());
    return json;
}

QJsonObject recordJson(const RegisterRecord &record, const QList<RegisterRecord> &all)
{
    const auto parent = std::find_if(all.begin(), all.end(),
                                     [&record](const RegisterRecord &each) { return each.id == record.parent; });
    QJsonObject json{{u"record"_s, record.reference()},
                     {u"kind"_s, record.kind},
                     {u"of"_s, parent == all.end() ? QString() : parent->reference()},
                     {u"fields"_s, valuesJson(record.values)},
                     {u"state"_s, record.closed ? u"closed"_s : u"open"_s},
                     {u"reason"_s, record.reason},
                     {u"created"_s, record.created.toIso()},
                     {u"created_by"_s, record.createdBy}};
    if (record.file) {
        json.insert(u"file"_s,
                    QJsonObject{{u"name"_s, record.file->name},
                                {u"size"_s, record.file->size},
                                {u"sha256"_s, record.file->sha256},
                                {u"sha512"_s, record.file->sha512}});
    }
    return json;
}

Result<> answer(const Console &console, const Result<casework::Receipt> &receipt)
{
    if (!receipt)
        return forward(receipt);
    if (console.options().json)
        Console::result(QJsonObject{{u"record"_s, receipt->reference}, {u"ledger"_s, receipt->sequence}});
    else
        Console::result(receipt->reference);
    return {};
}

Result<> listKinds(const RegisterArguments &, const Console &console)
{
    QJsonArray array;
    for (const casework::RegisterKind &kind : casework::registerKinds()) {
        QJsonArray fields;
        QStringList names;
        for (const casework::RegisterField &field : kind.fields) {
            fields.append(QJsonObject{{u"field"_s, field.id},
                                      {u"label"_s, field.label},
                                      {u"required"_s, field.required},
                                      {u"choices"_s, QJsonArray::fromStringList(field.choices)}});
            names << (field.required ? field.id + u'*' : field.id);
        }
        array.append(QJsonObject{{u"kind"_s, kind.id},
                                 {u"title"_s, kind.title},
                                 {u"prefix"_s, kind.prefix},
                                 {u"of"_s, kind.parent},
                                 {u"file"_s, kind.needsFile},
                                 {u"fields"_s, fields}});
        if (!console.options().json)
            Console::result(u"%1\t%2\t%3"_s.arg(kind.id, kind.title, names.join(u", "_s)));
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

Result<> addRecord(const RegisterArguments &given, const Console &console)
{
    casework::AddRegisterRecord command;
    command.kind = text(given.kind);
    TOCSIN_TRY(casework::registerKind(command.kind));
    TOCSIN_ASSIGN(command.values, valuesOf(given.values));
    if (!given.file.empty()) {
        TOCSIN_ASSIGN(command.file, jobs::digestFile(text(given.file), *console.progress(u"Digest"_s)));
    }
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    command.incident = incident.id;
    if (!given.parent.empty()) {
        TOCSIN_ASSIGN(const RegisterRecord parent, recordCalled(*file, incident.id, given.parent));
        command.parent = parent.id;
    }
    return answer(console, file->submit(command).result());
}

Result<> listRecords(const RegisterArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const QList<RegisterRecord> all, file->ask(casework::RegisterRecords{incident.id}).result());
    const QString kind = text(given.kind);
    if (!kind.isEmpty())
        TOCSIN_TRY(casework::registerKind(kind));
    QJsonArray array;
    for (const RegisterRecord &record : all) {
        if (!kind.isEmpty() && record.kind != kind)
            continue;
        array.append(recordJson(record, all));
        if (!console.options().json) {
            Console::result(u"%1\t%2\t%3\t%4"_s.arg(record.reference(), record.kind,
                                                    record.closed ? u"closed"_s : u"open"_s, record.name()));
        }
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

/// Lists what is expired, missing or broken; the answer is no if there is any.
Result<> checkRegisters(const RegisterArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const QList<casework::RegisterIssue> issues,
                  file->ask(casework::RegisterIssues{incident.id, file->now()}).result());
    QJsonArray array;
    for (const casework::RegisterIssue &issue : issues) {
        array.append(QJsonObject{{u"issue"_s, casework::issueToken(issue.what)},
                                 {u"kind"_s, issue.kind},
                                 {u"record"_s, issue.reference},
                                 {u"sentence"_s, issue.sentence}});
        if (!console.options().json)
            Console::result(u"%1\t%2"_s.arg(casework::issueToken(issue.what), issue.sentence));
    }
    if (console.options().json)
        Console::result(array);
    if (!issues.isEmpty())
        return fail(ErrorCode::CheckFailed,
                    u"The registers of %1 need %2."_s.arg(incident.reference, counted(issues.size(), u"thing"_s)));
    return {};
}

Result<> amendRecord(const RegisterArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const casework::RegisterValues values, valuesOf(given.values));
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const RegisterRecord record, recordCalled(*file, incident.id, given.record));
    return answer(console, file->submit(casework::AmendRegisterRecord{record.id, values, text(given.reason)}).result());
}

Result<> closeRecord(const RegisterArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const RegisterRecord record, recordCalled(*file, incident.id, given.record));
    return answer(console,
                  file->submit(casework::CloseRegisterRecord{record.id, text(given.reason), given.reopen}).result());
}

/// Hashes the file again and enters the outcome in the custody; the answer is no if it differs.
Result<> verifyRecord(const RegisterArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const casework::FileDigest found, jobs::digestFile(text(given.file), *console.progress(u"Digest"_s)));
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const RegisterRecord record, recordCalled(*file, incident.id, given.record));
    TOCSIN_ASSIGN(const casework::Receipt receipt,
                  file->submit(casework::VerifyRegisterRecord{record.id, found, {}}).result());
    const bool same = record.file && casework::sameBytes(*record.file, found);
    if (console.options().json) {
        Console::result(QJsonObject{{u"record"_s, record.reference()},
                                    {u"verifies"_s, same},
                                    {u"custody"_s, receipt.reference},
                                    {u"sha256"_s, found.sha256},
                                    {u"sha512"_s, found.sha512}});
    }
    if (!same)
        return fail(ErrorCode::CheckFailed,
                    u"The file differs from %1; %2 says so."_s.arg(record.reference(), receipt.reference));
    Console::say(u"%1 is unchanged; %2 says so."_s.arg(record.reference(), receipt.reference));
    return {};
}

} // namespace

void addRegisterCommands(CLI::App &app, Request &request)
{
    auto *registers
        = app.add_subcommand("register", "Small records of an incident: restrictions, copies, causes, inquiries");
    registers->require_subcommand(1);
    auto given = std::make_shared<RegisterArguments>();
    const auto add = [registers, given, &request](const char *name, const char *help,
                                                  Result<> (*work)(const RegisterArguments &, const Console &)) {
        auto *command = registers->add_subcommand(name, help);
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    const auto addOnIncident = [&add, given](const char *name, const char *help,
                                             Result<> (*work)(const RegisterArguments &, const Console &)) {
        auto *command = add(name, help, work);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
        return command;
    };
    add("kinds", "The registers and their fields; those with * are required", listKinds);
    auto *adding = addOnIncident("add", "Make a record; prints its reference", addRecord);
    adding->add_option("KIND", given->kind, "Such as access-restriction; see: tocsin register kinds")->required();
    adding->add_option("--set", given->values, "FIELD=VALUE, as often as needed; \\n breaks a line")->required();
    adding->add_option("--of", given->parent, "The record it belongs to, such as IQ-1");
    adding->add_option("--file", given->file, "Of a forensic copy: its digests are computed");
    auto *listing = addOnIncident("list", "All records, register by register", listRecords);
    listing->add_option("--kind", given->kind, "Just this register");
    addOnIncident("check", "What is expired, missing or broken; exit status 1 if anything is", checkRegisters);
    auto *amending = addOnIncident("amend", "Change fields of a record", amendRecord);
    amending->add_option("RECORD", given->record, "Such as AR-1")->required();
    amending->add_option("--set", given->values, "FIELD=VALUE; an empty value takes it away")->required();
    amending->add_option("--reason", given->reason, "Why")->required();
    auto *closing = addOnIncident("close", "Close a record, or open it again", closeRecord);
    closing->add_option("RECORD", given->record, "Such as AR-1")->required();
    closing->add_option("--reason", given->reason, "Why")->required();
    closing->add_flag("--reopen", given->reopen, "Open a closed one again");
    auto *verifying
        = addOnIncident("verify", "Hash a forensic copy again and enter the outcome in its custody", verifyRecord);
    verifying->add_option("RECORD", given->record, "Such as FC-1")->required();
    verifying->add_option("--file", given->file, "The copy")->required();
}

} // namespace tocsin::app
