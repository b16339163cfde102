// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"

namespace tocsin::casework {

/// A stretch of the words of a notice. With an empty field it is the notice as a whole.
struct Passage
{
    QString field = {}; ///< key of Notice::fields
    QString quote = {}; ///< what stands there
    qsizetype position = 0; ///< where the quote begins, in UTF-16
    friend bool operator==(const Passage &, const Passage &) = default;
};

/// Where the quote of a passage stands in some words, nearest to where it was; nothing if it stands nowhere any more.
std::optional<qsizetype> positionIn(const QString &words, const Passage &passage);

/// A remark on a passage of a notice, or an answer to one.
struct NoticeComment
{
    NoticeCommentId id;
    NoticeId notice;
    int number = 0; ///< within the notice, from 1
    NoticeCommentId parent = {}; ///< what it answers; null for a remark
    Passage passage = {}; ///< as it was when it was written
    int version = 1; ///< of the notice then
    QString text = {};
    PersonId author = {};
    QString authorName = {};
    Instant written = {};
    bool resolved = false;
    QString settledByName = {}; ///< who resolved or reopened it last
    friend bool operator==(const NoticeComment &, const NoticeComment &) = default;
};

/// A remark with its answers, oldest first, and where its passage is now.
struct CommentThread
{
    NoticeComment comment;
    QList<NoticeComment> answers = {};
    std::optional<qsizetype> position = {}; ///< in the field's words as they are; nothing if the passage is gone
    friend bool operator==(const CommentThread &, const CommentThread &) = default;
};

/// The remarks on a notice, oldest first, for those who may write any (NotAllowed).
struct CommentsQuery
{
    using Answer = QList<CommentThread>;
    NoticeId notice;
    Result<QList<CommentThread>> run(Reader &reader) const;
};

/// How many remarks on a notice are open; for everybody, as it keeps an approval waiting.
struct OpenComments
{
    using Answer = qint64;
    NoticeId notice;
    Result<qint64> run(Reader &reader) const;
};

/// The ledger names a comment by its number, passage and the SHA-256 of its text. The text is in the store only.
struct AddComment
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("notice.comment");
    NoticeId notice;
    /// Stands so in the words as they are (BadInput if not); an empty field with an empty quote is the whole notice.
    Passage passage = {};
    QString text = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Fails with Conflict on a remark that is resolved, and with BadInput on an answer.
struct AnswerComment
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("notice.answer-comment");
    NoticeCommentId comment;
    QString text = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Resolves or reopens a remark; Conflict if it is so already.
struct SettleComment
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("notice.settle-comment");
    NoticeCommentId comment;
    bool resolved = true;
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
