// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/notice_comment.h"

#include "casework/incident.h"
#include "casework/sql.h"
#include "core/text.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr qsizetype kMaxText = 4'000;
constexpr qsizetype kMaxQuote = 2'000;

const QString kSelect
    = u"SELECT c.id, c.notice, c.number, c.parent, c.field, c.quote, c.position, c.version, c.text, c.author, p.name, "
      "c.written_ms, c.written_zone, c.state, s.name FROM notice_comment c JOIN person p ON p.id = c.author "
      "LEFT JOIN person s ON s.id = c.settled_by "_s;

NoticeComment readRow(const vault::Statement &row)
{
    NoticeComment comment;
    comment.id = sql::id<NoticeCommentId>(row, 0);
    comment.notice = sql::id<NoticeId>(row, 1);
    comment.number = static_cast<int>(row.integer(2));
    comment.parent = sql::id<NoticeCommentId>(row, 3);
    comment.passage = {row.text(4), row.text(5), static_cast<qsizetype>(row.integer(6))};
    comment.version = static_cast<int>(row.integer(7));
    comment.text = row.text(8);
    comment.author = sql::id<PersonId>(row, 9);
    comment.authorName = row.text(10);
    comment.written = sql::instant(row, 11);
    comment.resolved = row.text(13) == "resolved"_L1;
    comment.settledByName = row.text(14);
    return comment;
}

Result<NoticeComment> commentById(Reader &reader, NoticeCommentId id)
{
    return sql::one(reader.db(), u"There is no such comment."_s, kSelect + u"WHERE c.id = ?1"_s, readRow, id);
}

/// A notice with its incident, for what the ledger says.
struct Subject
{
    Notice notice;
    QString incident;

    [[nodiscard]] QString name() const { return u"notice/"_s + notice.key; }
};

Result<Subject> subjectOf(Reader &reader, NoticeId id)
{
    TOCSIN_ASSIGN(Notice notice, noticeById(reader, id));
    TOCSIN_ASSIGN(const Incident record, IncidentById{notice.incident}.run(reader));
    return Subject{std::move(notice), record.reference};
}

Result<QString> checkText(const QString &text)
{
    QString words = text.trimmed();
    if (words.isEmpty() || words.size() > kMaxText || hasControlCharacters(words)) {
        return fail(ErrorCode::BadInput,
                    u"A comment has 1 to %1 characters, and no control characters."_s.arg(kMaxText));
    }
    return words;
}

Result<> checkPassage(const Notice &notice, const Passage &passage)
{
    if (passage.field.isEmpty() && passage.quote.isEmpty())
        return {};
    if (!notice.fields.contains(passage.field)) {
        return fail(ErrorCode::BadInput,
                    u"“%1” has no words in the field “%2”; there are words in: %3."_s.arg(
                        notice.title, passage.field,
                        notice.fields.isEmpty() ? u"none"_s : QStringList(notice.fields.keys()).join(u", "_s)));
    }
    const QString words = notice.fields.value(passage.field);
    const bool stands = !passage.quote.trimmed().isEmpty() && passage.quote.size() <= kMaxQuote && passage.position >= 0
        && words.mid(passage.position, passage.quote.size()) == passage.quote;
    if (!stands) {
        return fail(ErrorCode::BadInput,
                    u"The passage does not stand so in “%1”; quote at most %2 characters as they are written."_s
                        .arg(passage.field)
                        .arg(kMaxQuote));
    }
    return {};
}

Result<NoticeCommentId> insertComment(Writer &writer, const Notice &notice, const NoticeComment &comment)
{
    TOCSIN_ASSIGN(const qint64 number,
                  sql::number(writer.db(),
                              u"SELECT coalesce(max(number), 0) + 1 FROM notice_comment WHERE notice = ?1"_s,
                              notice.id));
    TOCSIN_ASSIGN(const qint64 id,
                  sql::insert(writer.db(),
                              u"INSERT INTO notice_comment (notice, number, parent, field, quote, position, version, "
                              "text, author, written_ms, written_zone) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"_s,
                              notice.id, number, comment.parent, comment.passage.field, comment.passage.quote,
                              static_cast<qint64>(comment.passage.position), notice.version, comment.text,
                              writer.actor().id, writer.now().msecs(), sql::zoneOf(writer.now())));
    writer.touch(Kind::NoticeComment, id);
    return NoticeCommentId{id};
}

QString referenceOf(const Notice &notice, int number)
{
    return u"%1#%2"_s.arg(notice.key).arg(number);
}

/// What was said is not in the ledger, that it was is: by its digest.
QJsonObject told(const NoticeComment &comment)
{
    QJsonObject object{{u"comment"_s, comment.number},
                       {u"version"_s, comment.version},
                       {u"text_sha256"_s, sha256Hex(comment.text.toUtf8())}};
    if (!comment.passage.field.isEmpty()) {
        object.insert(u"field"_s, comment.passage.field);
        object.insert(u"position"_s, comment.passage.position);
        object.insert(u"length"_s, comment.passage.quote.size());
    }
    return object;
}

} // namespace

std::optional<qsizetype> positionIn(const QString &words, const Passage &passage)
{
    if (passage.quote.isEmpty())
        return std::nullopt;
    std::optional<qsizetype> nearest;
    qsizetype distance = std::numeric_limits<qsizetype>::max();
    for (qsizetype at = words.indexOf(passage.quote); at >= 0; at = words.indexOf(passage.quote, at + 1)) {
        if (std::abs(at - passage.position) >= distance)
            continue;
        distance = std::abs(at - passage.position);
        nearest = at;
    }
    return nearest;
}

Result<QList<CommentThread>> CommentsQuery::run(Reader &reader) const
{
    if (!reader.may(AddComment::kAction)) {
        return fail(ErrorCode::NotAllowed,
                    u"The role “%1” does not read comments on notices."_s.arg(roleName(reader.actor().role)));
    }
    TOCSIN_ASSIGN(const Notice record, noticeById(reader, notice));
    TOCSIN_ASSIGN(const QList<NoticeComment> all,
                  sql::rows(reader.db(), kSelect + u"WHERE c.notice = ?1 ORDER BY c.number"_s, readRow, notice));
    QList<CommentThread> threads;
    for (const NoticeComment &comment : all) {
        if (comment.parent.isNull()) {
            threads.append({comment, {}, positionIn(record.fields.value(comment.passage.field), comment.passage)});
            continue;
        }
        const auto thread = std::find_if(threads.begin(), threads.end(),
                                         [&](const CommentThread &each) { return each.comment.id == comment.parent; });
        if (thread != threads.end())
            thread->answers << comment;
    }
    return threads;
}

Result<qint64> OpenComments::run(Reader &reader) const
{
    return sql::number(reader.db(),
                       u"SELECT count(*) FROM notice_comment WHERE parent IS NULL AND state = 'open' AND notice = ?1"_s,
                       notice);
}

Result<Outcome> AddComment::apply(Writer &writer) const
{
    NoticeComment comment;
    TOCSIN_ASSIGN(comment.text, checkText(text));
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, notice));
    TOCSIN_TRY(checkPassage(subject.notice, passage));
    comment.passage = passage;
    TOCSIN_ASSIGN(const NoticeCommentId id, insertComment(writer, subject.notice, comment));
    TOCSIN_ASSIGN(comment, commentById(writer, id));
    writer.note({subject.incident, subject.name(), {}, told(comment)});
    return Outcome{id.value, referenceOf(subject.notice, comment.number)};
}

Result<Outcome> AnswerComment::apply(Writer &writer) const
{
    NoticeComment answer;
    TOCSIN_ASSIGN(answer.text, checkText(text));
    TOCSIN_ASSIGN(const NoticeComment before, commentById(writer, comment));
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, before.notice));
    if (!before.parent.isNull())
        return fail(ErrorCode::BadInput, u"Answer the comment that began it, not an answer."_s);
    if (before.resolved)
        return fail(ErrorCode::Conflict, u"Comment %1 is resolved; reopen it first."_s.arg(before.number));
    answer.parent = comment;
    TOCSIN_ASSIGN(const NoticeCommentId id, insertComment(writer, subject.notice, answer));
    TOCSIN_ASSIGN(answer, commentById(writer, id));
    QJsonObject after = told(answer);
    after.insert(u"answers"_s, before.number);
    writer.note({subject.incident, subject.name(), {}, after});
    return Outcome{id.value, referenceOf(subject.notice, answer.number)};
}

Result<Outcome> SettleComment::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const NoticeComment before, commentById(writer, comment));
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, before.notice));
    if (!before.parent.isNull())
        return fail(ErrorCode::BadInput, u"An answer is settled with the comment that began it."_s);
    if (before.resolved == resolved) {
        return fail(
            ErrorCode::Conflict,
            u"Comment %1 is %2 already."_s.arg(QString::number(before.number), resolved ? u"resolved"_s : u"open"_s));
    }
    TOCSIN_TRY(sql::run(writer.db(), u"UPDATE notice_comment SET state = ?2, settled_by = ?3 WHERE id = ?1"_s, comment,
                        resolved ? u"resolved"_s : u"open"_s, writer.actor().id));
    writer.touch(Kind::NoticeComment, comment.value);
    const auto state = [&](bool is) {
        return QJsonObject{{u"comment"_s, before.number}, {u"state"_s, is ? u"resolved"_s : u"open"_s}};
    };
    writer.note({subject.incident, subject.name(), state(!resolved), state(resolved)});
    return Outcome{comment.value, referenceOf(subject.notice, before.number)};
}

} // namespace tocsin::casework
