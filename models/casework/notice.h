// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

#include <QMap>

namespace tocsin::casework {

/// Sent follows from records: see refreshSent().
enum class NoticeStatus { Draft, InReview, Approved, Produced, Sent };

QString noticeStatusToken(NoticeStatus status);
QString noticeStatusName(NoticeStatus status);

/// A notice of an incident: a template, the words that fill it, and how far it is.
struct Notice
{
    NoticeId id;
    IncidentId incident;
    QString key = {}; ///< unique within the incident, such as individual-en
    QString title = {};
    QString kind = {}; ///< template family, such as individual, or a kind of document
    QString recipient = {}; ///< of a document: whom the law names, such as AG:CA; empty for other audiences
    QString language = {};
    int version = 1; ///< grows with every edit
    NoticeStatus status = NoticeStatus::Draft;
    QMap<QString, QString> fields = {}; ///< field name to the words a person wrote
    PersonId author = {};
    QString authorName = {};
    QList<PersonId> writers = {}; ///< of its words, since it was last approved
    Instant changed = {};
};

/// Whether a notice is a letter (or an e-mail, or a call) to each person, and not one document.
bool writesToPeople(const Notice &notice);

/// Whether a notice is a letter to each person that is mailed, as law counts on it, and not an e-mail or a call.
bool goesByPost(const Notice &notice);

/// A warning of the checks that whoever approved let stand, and why.
struct AcceptedWarning
{
    QString check = {}; ///< id of the check
    QString warning = {}; ///< what it said
    QString reason = {};
    friend bool operator==(const AcceptedWarning &, const AcceptedWarning &) = default;
};

/// Somebody's yes to one exact version: `pinned` is the SHA-256 over template, fields, organization and roster
/// revision.
struct Approval
{
    int version = 0;
    QString pinned = {};
    PersonId by = {};
    QString byName = {};
    Role role = Role::Observer;
    Instant at = {};
    QList<AcceptedWarning> accepted = {};
};

struct NoticesQuery
{
    using Answer = QList<Notice>;
    IncidentId incident;
    Result<QList<Notice>> run(Reader &reader) const;
};

/// Fails with NotFound, and names the notices there are.
struct NoticeByKey
{
    using Answer = Notice;
    IncidentId incident;
    QString key = {};
    Result<Notice> run(Reader &reader) const;
};

/// NotFound if there is none. For queries and commands of this room only.
Result<Notice> noticeById(Reader &reader, NoticeId id);

struct ApprovalsQuery
{
    using Answer = QList<Approval>;
    NoticeId notice;
    Result<QList<Approval>> run(Reader &reader) const;
};

struct CreateNotice
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("notice.create");
    IncidentId incident;
    QString key = {};
    QString title = {};
    QString kind = {};
    QString language = {};
    QMap<QString, QString> fields = {};
    QString recipient = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// New words for a notice. The version grows, the status falls back to draft, and earlier approvals no longer count.
struct EditNotice
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("notice.edit");
    NoticeId notice;
    QMap<QString, QString> fields = {};
    Result<Outcome> apply(Writer &writer) const;
};

struct SubmitNotice
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("notice.submit");
    NoticeId notice;
    Result<Outcome> apply(Writer &writer) const;
};

/// Whether `who` may approve a notice as it stands: it was sent to review (Conflict if it is a draft), and none of its
/// words since the last approval are theirs (NotAllowed). Whether its contents are fit is not asked here.
Result<> approvable(const Notice &notice, PersonId who);

struct ApproveNotice
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("notice.approve");
    NoticeId notice;
    QString pinned = {};
    QJsonObject parts = {}; ///< what `pinned` is made of, each by its hash; only the ledger keeps it
    QList<AcceptedWarning> accepted = {}; ///< each with a reason; BadInput if one has none
    Result<Outcome> apply(Writer &writer) const;
};

/// The draft that every incident begins with: the letter to the people affected. For commands of this room only.
Result<> createFirstNotice(Writer &writer, IncidentId incident);

} // namespace tocsin::casework
