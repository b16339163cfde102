// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/notice.h"
#include "jobs/document_run.h"
#include "jobs/documents.h"
#include "jobs/letter_export.h"
#include "jobs/letter_proofs.h"
#include "jobs/letters.h"
#include "jobs/notice_approval.h"
#include "jobs/word_fields.h"
#include "notices/pdf/letter_fonts.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

struct NoticeArguments
{
    std::string store;
    std::string reference;
    std::string notice;
    std::string kind;
    std::string recipient;
    std::string language = "en";
    std::vector<std::string> fields;
    std::vector<std::string> reasons;
    std::string out;
    std::string shard;
    std::string again;
    int proof = 0;
    int partSize = notices::LetterRunOptions().partSize;
    bool oneFile = false;
    std::vector<std::string> splitBy;
    std::string order;
    notices::AddressFiles addresses;
    std::string person;
    std::string format;
    std::string state;
    std::string form = "adult";
};

struct Opened
{
    std::unique_ptr<casework::CaseFile> file;
    casework::Incident incident;
};

Result<Opened> openFor(const NoticeArguments &given, const Console &console)
{
    TOCSIN_TRY(notices::loadLetterFonts());
    TOCSIN_ASSIGN(auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(casework::Incident incident, incidentOf(*file, given.reference));
    return Opened{std::move(file), std::move(incident)};
}

QString levelWord(notices::CheckLevel level)
{
    switch (level) {
    case notices::CheckLevel::Ok:
        return u"ok"_s;
    case notices::CheckLevel::Hint:
        return u"hint"_s;
    case notices::CheckLevel::Warning:
        return u"warning"_s;
    case notices::CheckLevel::Error:
        break;
    }
    return u"error"_s;
}

Result<> checkNotice(const NoticeArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const auto session, opened.file->openSession());
    TOCSIN_ASSIGN(const casework::Notice notice,
                  session->ask(casework::NoticeByKey{opened.incident.id, text(given.notice)}));
    TOCSIN_ASSIGN(const jobs::NoticeChecks found,
                  jobs::checksOf(*session, notice, opened.file->now(), *console.progress(u"People"_s)));
    const QList<notices::CheckResult> &checks = found.checks;
    const Result<> ready = notices::readyToRun(checks);
    QJsonArray array;
    for (const notices::CheckResult &check : checks) {
        array.append(QJsonObject{{u"id"_s, check.id},
                                 {u"title"_s, check.title},
                                 {u"citation"_s, check.citation},
                                 {u"level"_s, levelWord(check.level)},
                                 {u"detail"_s, check.detail}});
        if (!console.options().json) {
            Console::result(u"%1  %2  %3  %4  %5"_s.arg(levelWord(check.level).leftJustified(7), check.id, check.title,
                                                        check.citation, check.detail));
        }
    }
    if (console.options().json)
        Console::result(
            QJsonObject{{u"ready"_s, ready.has_value()}, {u"pinned"_s, found.pinned}, {u"checks"_s, array}});
    return ready;
}

/// Of CHECK=TEXT, or CHECK,CHECK=TEXT for one reason that covers several.
Result<jobs::Reasons> reasonsOf(const std::vector<std::string> &arguments)
{
    jobs::Reasons reasons;
    for (const std::string &argument : arguments) {
        const QString pair = text(argument);
        const QStringList checks = pair.section(u'=', 0, 0).split(u',', Qt::SkipEmptyParts);
        if (!pair.contains(u'=') || checks.isEmpty())
            return fail(ErrorCode::Usage, u"--reason wants CHECK=TEXT, or CHECK,CHECK=TEXT for several."_s);
        for (const QString &check : checks)
            reasons.insert(check.trimmed(), pair.section(u'=', 1));
    }
    return reasons;
}

Result<> approveNotice(const NoticeArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const jobs::Reasons reasons, reasonsOf(given.reasons));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_TRY(jobs::approveNotice(*opened.file, opened.incident.id, text(given.notice), *console.progress(u"People"_s),
                                   reasons));
    Console::say(u"Approved by %1. Any change of words, template, organization, facts or roster makes it void."_s.arg(
        opened.file->actor().name));
    return {};
}

Result<> submitNotice(const NoticeArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_TRY(
        jobs::submitNotice(*opened.file, opened.incident.id, text(given.notice), *console.progress(u"People"_s)));
    Console::say(u"Sent to review. Somebody who did not write it approves it."_s);
    return {};
}

Result<> editNotice(const NoticeArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const casework::Notice notice,
                  opened.file->ask(casework::NoticeByKey{opened.incident.id, text(given.notice)}).result());
    TOCSIN_ASSIGN(const QList<notices::WordField> wanted, jobs::wordFields(notice));
    QStringList known;
    for (const notices::WordField &field : wanted)
        known << field.key;
    QMap<QString, QString> fields = notice.fields;
    for (const std::string &argument : given.fields) {
        const QString pair = text(argument);
        const QString key = pair.section(u'=', 0, 0);
        if (!pair.contains(u'=') || !known.contains(key))
            return fail(ErrorCode::BadInput, u"--field wants NAME=WORDS with one of %1."_s.arg(known.join(u", "_s)));
        fields.insert(key, pair.section(u'=', 1));
    }
    return opened.file->submit(casework::EditNotice{notice.id, fields}).result().map([](const casework::Receipt &) {});
}

Result<notices::Shard> shardOf(const std::string &argument)
{
    if (argument.empty())
        return notices::Shard();
    const QStringList parts = text(argument).split(u'/');
    const notices::Shard shard{parts.value(0).toInt(), parts.value(1).toInt()};
    if (parts.size() != 2 || shard.index < 1 || shard.of < shard.index)
        return fail(ErrorCode::Usage, u"--shard wants I/N, such as 2/4: the second of four shares."_s);
    return shard;
}

QJsonArray addressFilesJson(const QList<notices::AddressFileMade> &files)
{
    QJsonArray array;
    for (const notices::AddressFileMade &each : files) {
        array.append(QJsonObject{{u"kind"_s, each.kind},
                                 {u"file"_s, each.file},
                                 {u"sha256"_s, each.sha256},
                                 {u"bytes"_s, each.bytes},
                                 {u"pages"_s, each.pages},
                                 {u"shortened"_s, each.shortened}});
    }
    return array;
}

QJsonObject runJson(const jobs::LetterRunReport &report)
{
    const notices::LetterRunSummary &summary = report.summary;
    QJsonArray parts;
    for (const notices::LetterRunPart &part : summary.parts) {
        QJsonObject made{{u"file"_s, part.file},
                         {u"sha256"_s, part.sha256},
                         {u"bytes"_s, part.bytes},
                         {u"letters"_s, part.letters},
                         {u"pages"_s, part.pages}};
        if (!part.addresses.isEmpty())
            made.insert(u"address_files"_s, addressFilesJson(part.addresses));
        parts.append(made);
    }
    return {{u"recipients"_s, summary.recipients},
            {u"letters"_s, summary.letters},
            {u"pages"_s, summary.pages},
            {u"without_address"_s, summary.withoutAddress},
            {u"approved"_s, report.approved},
            {u"kept_parts"_s, summary.keptParts},
            {u"folder"_s, report.folder},
            {u"parts"_s, parts},
            {u"shard"_s, QJsonObject{{u"index"_s, report.shard.index}, {u"of"_s, report.shard.of}}},
            {u"empty_share"_s, report.isEmptyShare()},
            {u"parts_of_all_shares"_s, summary.partsOfAllShares},
            {u"wave"_s, report.wave.number},
            {u"left_out"_s, report.wave.leftOut},
            {u"told_otherwise"_s, report.toldOtherwise}};
}

/// Whom of the roster a run did not write to. A proof goes to nobody, and leaves nobody out.
void sayLeftOut(const jobs::LetterRunReport &report, bool proof)
{
    if (proof || report.wave.leftOut == 0)
        return;
    const bool emails = report.medium == notices::Medium::Email;
    QStringList reasons;
    if (report.toldOtherwise > 0)
        reasons << (emails ? u"%1 by first-class mail"_s : u"%1 by e-mail"_s).arg(people(report.toldOtherwise));
    if (report.wave.leftOut > report.toldOtherwise)
        reasons << u"%1 by this notice, or their letters come back"_s.arg(
            people(report.wave.leftOut - report.toldOtherwise));
    Console::say(u"Wave %1. Left out, because told before: %2."_s.arg(QString::number(report.wave.number),
                                                                      reasons.join(u"; "_s)));
}

/// Which addresses are to be looked after by hand.
void sayShortened(const notices::LetterRunSummary &run)
{
    const qint64 envelopes = run.addressesOn(u"envelopes"_s).shortened;
    const qint64 labels = run.addressesOn(u"labels"_s).shortened;
    if (run.addressesShortened == 0)
        return;
    Console::say(u"warning: addresses that did not fit whole, even in the smallest type: %1 (on envelopes: %2, on "
                 "labels: %3). They end in “…”, and run.csv marks them address-shortened; write these by hand."_s
                     .arg(run.addressesShortened)
                     .arg(envelopes)
                     .arg(labels));
}

Result<notices::LetterRunOptions> runOptions(const NoticeArguments &given)
{
    notices::LetterRunOptions options;
    options.folder = text(given.out);
    options.partSize = given.partSize;
    options.oneFile = given.oneFile;
    options.proof = given.proof;
    TOCSIN_ASSIGN(options.shard, shardOf(given.shard));
    QStringList splitBy;
    for (const std::string &word : given.splitBy)
        splitBy << text(word);
    TOCSIN_ASSIGN(options.split, notices::LetterSplit::fromWords(splitBy));
    options.addresses = given.addresses;
    options.order = given.order == "zip" ? notices::LetterOrder::Zip : notices::LetterOrder::Roster;
    if (options.oneFile && options.shard.of > 1)
        return fail(ErrorCode::Usage, u"--one-file leaves nothing to share out; leave --shard away."_s);
    return options;
}

/// What somebody who made letters should know beside how many they are.
void sayOfRun(const jobs::LetterRunReport &report, bool isProof)
{
    for (const notices::CheckResult &warning : report.summary.warnings)
        Console::say(u"warning: %1: %2"_s.arg(warning.title, warning.detail));
    if (report.summary.wasFinished)
        Console::say(
            u"This run was finished before but not recorded. Its files are as they were; it is recorded now."_s);
    sayLeftOut(report, isProof);
    if (!report.approvalVoid.isEmpty())
        Console::say(u"warning: %1."_s.arg(report.approvalVoid));
    sayShortened(report.summary);
}

QString madeWords(const jobs::LetterRunReport &report)
{
    const notices::LetterRunSummary &summary = report.summary;
    if (report.isEmptyShare()) {
        return u"Nothing to do: share %1 of %2 has no files, as the letters of wave %3 fill %4. It is recorded; the "
               "wave is complete once every share was run."_s.arg(
                   QString::number(report.shard.index), QString::number(report.shard.of),
                   QString::number(report.wave.number), counted(summary.partsOfAllShares, u"file"_s));
    }
    if (report.medium == notices::Medium::Email)
        return u"%1 in %2"_s.arg(counted(summary.letters, u"e-mail"_s), report.folder);
    const QString what = report.medium == notices::Medium::Phone ? u"script"_s : u"letter"_s;
    return u"%1, %2, %3 in %4"_s.arg(counted(summary.letters, what), counted(summary.pages, u"page"_s),
                                     counted(summary.parts.size(), u"file"_s), report.folder);
}

Result<> runLetters(const NoticeArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const notices::LetterRunOptions options, runOptions(given));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const jobs::LetterRunReport report,
                  jobs::runNotice(*opened.file, opened.incident.id, text(given.notice), options,
                                  *console.progress(u"Letters"_s), text(given.again)));
    sayOfRun(report, options.proof > 0);
    if (console.options().json)
        Console::result(runJson(report));
    else
        Console::result(madeWords(report));
    return {};
}

Result<> previewLetter(const NoticeArguments &given, const Console &console)
{
    const QString path = text(given.out);
    TOCSIN_ASSIGN(const jobs::LetterFormat format,
                  given.format.empty() ? jobs::letterFormatOf(path) : jobs::letterFormat(text(given.format)));
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    jobs::LetterChoice choice{{}, text(given.state), text(given.language), text(given.form)};
    if (!given.person.empty()) {
        TOCSIN_ASSIGN(const auto session, opened.file->openSession());
        TOCSIN_ASSIGN(choice.recipient, jobs::recipientCalled(*session, opened.incident.id, text(given.person)));
    }
    return jobs::saveLetter(*opened.file, opened.incident.id, text(given.notice), choice, format, path);
}

Result<> acceptProof(const NoticeArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_TRY(jobs::acceptProof(*opened.file, opened.incident.id, text(given.notice), text(given.out)));
    Console::say(u"Proof set accepted by %1. Any change of what the letters say makes it void."_s.arg(
        opened.file->actor().name));
    return {};
}

QJsonValue statusOf(const jobs::NoticeOffer &offer)
{
    return offer.existing.isEmpty() ? QJsonValue() : QJsonValue(casework::noticeStatusToken(offer.status));
}

QString needWord(jobs::NoticeOffer::Need need)
{
    switch (need) {
    case jobs::NoticeOffer::Need::Owed:
        return u"owed"_s;
    case jobs::NoticeOffer::Need::Waits:
        return u"waits"_s;
    case jobs::NoticeOffer::Need::Done:
        return u"done"_s;
    case jobs::NoticeOffer::Need::Free:
        break;
    }
    return u"free"_s;
}

Result<> listKinds(const NoticeArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const auto session, opened.file->openSession());
    TOCSIN_ASSIGN(const QList<jobs::NoticeOffer> offers, jobs::noticeOffers(*session, opened.incident.id));
    QJsonArray array;
    for (const jobs::NoticeOffer &offer : offers) {
        QJsonArray fields;
        for (const notices::WordField &field : offer.kind.fields) {
            fields.append(QJsonObject{{u"name"_s, field.key},
                                      {u"title"_s, field.title},
                                      {u"optional"_s, field.optional},
                                      {u"choices"_s, QJsonArray::fromStringList(field.choices)}});
        }
        array.append(QJsonObject{
            {u"kind"_s, offer.kind.kind},
            {u"recipient"_s, offer.recipient},
            {u"title"_s, offer.title},
            {u"languages"_s, QJsonArray::fromStringList(QStringList(offer.kind.language) + offer.kind.languages)},
            {u"need"_s, needWord(offer.need)},
            {u"due"_s, offer.due.toIso()},
            {u"citation"_s, offer.citation},
            {u"notice"_s, offer.existing},
            {u"notices"_s, QJsonArray::fromStringList(offer.all)},
            {u"status"_s, statusOf(offer)},
            {u"fields"_s, fields}});
        if (console.options().json)
            continue;
        const QString there = offer.existing.isEmpty()
            ? QString()
            : u"\t(%1, %2)"_s.arg(offer.all.join(u", "_s), casework::noticeStatusToken(offer.status));
        Console::result(u"%1\t%2\t%3\t%4\t%5%6"_s.arg(needWord(offer.need), offer.due.toIso(), offer.kind.kind,
                                                      offer.recipient, offer.title, there));
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

Result<> addNotice(const NoticeArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const casework::Receipt receipt,
                  jobs::addNotice(*opened.file, opened.incident.id, text(given.kind), text(given.recipient),
                                  text(given.language)));
    Console::result(receipt.reference);
    return {};
}

Result<> produceNotice(const NoticeArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const jobs::DocumentReport report,
                  jobs::produceDocument(*opened.file, opened.incident.id, text(given.notice), text(given.out),
                                        *console.progress(u"Files"_s)));
    QJsonArray files;
    for (const jobs::ProducedFile &each : report.files)
        files.append(QJsonObject{{u"file"_s, each.name}, {u"sha256"_s, each.sha256}, {u"bytes"_s, each.bytes}});
    if (console.options().json)
        Console::result(QJsonObject{{u"folder"_s, report.folder},
                                    {u"pages"_s, report.pages},
                                    {u"manifest_sha256"_s, report.manifestSha256},
                                    {u"files"_s, files}});
    else
        Console::result(u"%1, %2, in %3"_s.arg(counted(report.files.size(), u"file"_s),
                                               counted(report.pages, u"page"_s), report.folder));
    return {};
}

} // namespace

void addNoticeCommands(CLI::App &app, Request &request)
{
    auto given = std::make_shared<NoticeArguments>();
    const auto add = [given, &request](CLI::App *parent, const char *name, const char *help, bool one,
                                       Result<> (*work)(const NoticeArguments &, const Console &)) {
        auto *command = parent->add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
        if (one)
            command->add_option("NOTICE", given->notice, "Such as individual-en")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    auto *notices = app.add_subcommand("notices", "Notices of an incident");
    notices->require_subcommand(1);
    add(notices, "check", "Checks before approval", true, checkNotice);
    add(notices, "kinds", "Notices that can be added, what is owed first", false, listKinds);
    auto *adding = add(notices, "add", "Add a notice", false, addNotice);
    adding->add_option("KIND", given->kind, "Such as hhs-report; see: notices kinds")->required();
    adding->add_option("--recipient", given->recipient,
                       "Whom it tells, where the kind serves several: AG:TX, or of a partner its record, PA-1");
    adding->add_option("--language", given->language, "en, or es where the public reads the kind in Spanish too");
    add(notices, "produce", "Produce an approved notice that is one document", true, produceNotice)
        ->add_option("--out", given->out, "New or empty folder for the files")
        ->required();
    add(notices, "submit", "Send a draft to review", true, submitNotice);
    add(notices, "approve", "Approve this exact version", true, approveNotice)
        ->add_option("--reason", given->reasons,
                     "CHECK=TEXT: why a warning stands; one for each warning of: notices check");
    add(notices, "edit", "Change the words", true, editNotice)
        ->add_option("--field", given->fields, "NAME=WORDS; may be given several times")
        ->required();
    addNoticeStandingCommands(*notices, request);
    addNoticeCommentCommands(*notices, request);
    addPublicationCommands(*notices, request);

    auto *letters = app.add_subcommand("letters", "Letters of a notice");
    letters->require_subcommand(1);
    auto *running = add(letters, "run", "Produce letters as PDF", true, runLetters);
    running->add_option("--out", given->out, "Folder for the files")->required();
    running->add_option("--proof", given->proof, "Only so many letters, the hardest first, marked as proofs")
        ->check(CLI::PositiveNumber);
    running->add_option("--part-size", given->partSize, "Letters in a file");
    running->add_flag("--one-file", given->oneFile,
                      "All letters in one file; of a run that is split, all of each kind");
    running->add_option("--split-by", given->splitBy, "language,overlay,form: files of their own for each")
        ->delimiter(',');
    running->add_option("--order", given->order, "roster, or zip for presorted mail; abroad comes last")
        ->check(CLI::IsMember({"roster", "zip"}));
    running->add_flag("--envelopes", given->addresses.envelopes, "A #10 envelope for each letter, beside each file");
    running->add_flag("--labels", given->addresses.labels, "Address labels, 30 on a US Letter sheet, beside each file");
    auto *preview = add(letters, "preview", "One letter as PDF, HTML, ODT or plain text", true, previewLetter);
    preview->add_option("--out", given->out, "The file")->required();
    preview->add_option("--format", given->format, "pdf, html, odt or text; without it, by the file's suffix");
    preview->add_option("--recipient", given->person, "Whose letter, by the id in run.csv; without it, a sample");
    preview->add_option("--state", given->state, "Of a sample: the State whose law it follows, such as MA");
    preview->add_option("--language", given->language, "Of a sample: en or es");
    preview->add_option("--form", given->form, "Of a sample: adult, minor or deceased");
    add(letters, "accept-proof", "Accept the proof set of what is approved; then all letters are produced", true,
        acceptProof)
        ->add_option("--folder", given->out, "Folder of the proof set; without it, the latest of this version");
    running->add_option("--shard", given->shard, "I/N: this share of the files");
    running->add_option("--again", given->again, "Why: write also to people who had this letter");
}

} // namespace tocsin::app
