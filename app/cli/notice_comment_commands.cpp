// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "casework/notice_comment.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

using casework::CommentThread;
using casework::NoticeComment;

struct CommentArguments
{
    std::string store;
    std::string reference;
    std::string notice;
    std::string field;
    std::string quote;
    std::string text;
    int at = -1;
    int comment = 0;
};

struct Opened
{
    std::unique_ptr<casework::CaseFile> file;
    casework::Notice notice;
};

Result<Opened> openFor(const CommentArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(casework::Notice notice, file->ask(casework::NoticeByKey{incident.id, text(given.notice)}).result());
    return Opened{std::move(file), std::move(notice)};
}

Result<CommentThread> threadOf(const Opened &opened, int number)
{
    TOCSIN_ASSIGN(const QList<CommentThread> all, opened.file->ask(casework::CommentsQuery{opened.notice.id}).result());
    const auto found = std::find_if(all.begin(), all.end(),
                                    [number](const CommentThread &each) { return each.comment.number == number; });
    if (found == all.end())
        return fail(ErrorCode::NotFound, u"“%1” has no comment %2."_s.arg(opened.notice.key).arg(number));
    return *found;
}

QJsonObject commentJson(const NoticeComment &comment)
{
    return {{u"comment"_s, comment.number},
            {u"by"_s, comment.authorName},
            {u"at"_s, comment.written.toIso()},
            {u"text"_s, comment.text}};
}

QJsonObject threadJson(const CommentThread &thread)
{
    const NoticeComment &comment = thread.comment;
    QJsonObject json = commentJson(comment);
    json.insert(u"state"_s, comment.resolved ? u"resolved"_s : u"open"_s);
    json.insert(u"version"_s, comment.version);
    json.insert(u"field"_s, comment.passage.field);
    json.insert(u"quote"_s, comment.passage.quote);
    json.insert(u"position"_s, thread.position ? QJsonValue(*thread.position) : QJsonValue());
    json.insert(u"passage_gone"_s, !comment.passage.quote.isEmpty() && !thread.position);
    QJsonArray answers;
    for (const NoticeComment &answer : thread.answers)
        answers.append(commentJson(answer));
    json.insert(u"answers"_s, answers);
    return json;
}

void print(const CommentThread &thread)
{
    const NoticeComment &comment = thread.comment;
    const bool gone = !comment.passage.quote.isEmpty() && !thread.position;
    const QString place = comment.passage.field.isEmpty()
        ? u"the whole notice"_s
        : u"%1%2: “%3”"_s.arg(comment.passage.field, gone ? u" (passage gone)"_s : QString(), comment.passage.quote);
    Console::result(u"%1\t%2\t%3\t%4\t%5"_s.arg(QString::number(comment.number),
                                                comment.resolved ? u"resolved"_s : u"open"_s, comment.authorName, place,
                                                comment.text));
    for (const NoticeComment &answer : thread.answers)
        Console::result(u"\t\t%1\t\t%2"_s.arg(answer.authorName, answer.text));
}

Result<> listComments(const CommentArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const QList<CommentThread> all, opened.file->ask(casework::CommentsQuery{opened.notice.id}).result());
    QJsonArray array;
    for (const CommentThread &thread : all) {
        array.append(threadJson(thread));
        if (!console.options().json)
            print(thread);
    }
    if (console.options().json)
        Console::result(array);
    return {};
}

/// Where a quote stands that was given without its place: it has to stand once.
Result<casework::Passage> passageOf(const casework::Notice &notice, const CommentArguments &given)
{
    casework::Passage passage{text(given.field), text(given.quote), std::max(given.at, 0)};
    const QString words = notice.fields.value(passage.field);
    if (passage.quote.isEmpty() || given.at >= 0)
        return passage;
    passage.position = std::max<qsizetype>(words.indexOf(passage.quote), 0);
    if (words.count(passage.quote) > 1) {
        return fail(
            ErrorCode::BadInput,
            u"The quote stands %1 times in “%2”; quote more, or say which with --at."_s.arg(words.count(passage.quote))
                .arg(passage.field));
    }
    return passage;
}

Result<> addComment(const CommentArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(casework::Passage passage, passageOf(opened.notice, given));
    TOCSIN_ASSIGN(const casework::Receipt receipt,
                  opened.file->submit(casework::AddComment{opened.notice.id, passage, text(given.text)}).result());
    Console::result(receipt.reference);
    return {};
}

Result<> answerComment(const CommentArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const CommentThread thread, threadOf(opened, given.comment));
    TOCSIN_ASSIGN(const casework::Receipt receipt,
                  opened.file->submit(casework::AnswerComment{thread.comment.id, text(given.text)}).result());
    Console::result(receipt.reference);
    return {};
}

Result<> settle(const CommentArguments &given, const Console &console, bool resolved)
{
    TOCSIN_ASSIGN(const Opened opened, openFor(given, console));
    TOCSIN_ASSIGN(const CommentThread thread, threadOf(opened, given.comment));
    return opened.file->submit(casework::SettleComment{thread.comment.id, resolved})
        .result()
        .map([](const casework::Receipt &) {});
}

Result<> resolveComment(const CommentArguments &given, const Console &console)
{
    return settle(given, console, true);
}

Result<> reopenComment(const CommentArguments &given, const Console &console)
{
    return settle(given, console, false);
}

} // namespace

void addNoticeCommentCommands(CLI::App &notices, Request &request)
{
    auto given = std::make_shared<CommentArguments>();
    auto *comments = notices.add_subcommand("comments", "Comments on passages of a notice");
    comments->require_subcommand(1);
    const auto add = [given, &request, comments](const char *name, const char *help,
                                                 Result<> (*work)(const CommentArguments &, const Console &)) {
        auto *command = comments->add_subcommand(name, help);
        command->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
        command->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
        command->add_option("NOTICE", given->notice, "Such as individual-en")->required();
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    add("list", "All comments with their answers", listComments);
    auto *adding = add("add", "Comment on a passage, or on the whole notice", addComment);
    adding->add_option("--field", given->field, "The field whose words are quoted, such as what_happened");
    adding->add_option("--quote", given->quote, "The passage, as it is written");
    adding->add_option("--at", given->at, "Where it begins, in characters from 0, if it stands there several times")
        ->check(CLI::NonNegativeNumber);
    adding->add_option("--text", given->text, "What to say")->required();
    auto *answering = add("answer", "Answer a comment", answerComment);
    answering->add_option("--text", given->text, "What to say")->required();
    auto *resolving = add("resolve", "A comment is settled", resolveComment);
    auto *reopening = add("reopen", "A comment is open again", reopenComment);
    for (CLI::App *each : {answering, resolving, reopening})
        each->add_option("--comment", given->comment, "Its number; see: notices comments list")->required();
}

} // namespace tocsin::app
