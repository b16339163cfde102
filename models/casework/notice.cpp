// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/notice.h"

#include "casework/incident.h"
#include "casework/notice_status.h"
#include "casework/row_state.h"
#include "casework/sql.h"
#include "casework/timeline.h"
#include "casework/tokens.h"
#include "core/text.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr std::array kStatuses{
    Words<NoticeStatus>{NoticeStatus::Draft, "draft"_L1, "Draft"_L1},
    Words<NoticeStatus>{NoticeStatus::InReview, "in-review"_L1, "In review"_L1},
    Words<NoticeStatus>{NoticeStatus::Approved, "approved"_L1, "Approved"_L1},
    Words<NoticeStatus>{NoticeStatus::Produced, "produced"_L1, "Produced"_L1},
    Words<NoticeStatus>{NoticeStatus::Sent, "sent"_L1, "Sent"_L1},
};

constexpr qsizetype kMaxField = 10'000;
constexpr qsizetype kMaxKey = 64;
constexpr qsizetype kMaxTitle = 200;
constexpr qsizetype kMaxRecipient = 100;
constexpr qsizetype kMaxReason = 1'000;

const QString kSelect
    = u"SELECT n.id, n.incident, n.key, n.title, n.kind, n.language, n.version, n.status, n.fields, "
      "n.author, p.name, n.changed_ms, n.changed_zone, n.recipient, n.writers FROM notice n JOIN person p ON p.id = n.author "_s;

Notice readRow(const vault::Statement &row)
{
    Notice notice;
    notice.id = sql::id<NoticeId>(row, 0);
    notice.incident = sql::id<IncidentId>(row, 1);
    notice.key = row.text(2);
    notice.title = row.text(3);
    notice.kind = row.text(4);
    notice.language = row.text(5);
    notice.version = static_cast<int>(row.integer(6));
    notice.status = stored(kStatuses, row.text(7));
    const QJsonObject fields = sql::jsonObject(row.text(8));
    for (auto field = fields.begin(); field != fields.end(); ++field)
        notice.fields.insert(field.key(), field.value().toString());
    notice.author = sql::id<PersonId>(row, 9);
    notice.authorName = row.text(10);
    notice.changed = sql::instant(row, 11);
    notice.recipient = row.text(13);
    const QJsonArray writers = sql::jsonArray(row.text(14));
    for (const QJsonValue &each : writers)
        notice.writers << PersonId{each.toInteger()};
    return notice;
}

QJsonObject fieldsJson(const QMap<QString, QString> &fields)
{
    QJsonObject object;
    for (auto field = fields.begin(); field != fields.end(); ++field)
        object.insert(field.key(), field.value());
    return object;
}

Result<> checkFields(const QMap<QString, QString> &fields)
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field.value().size() > kMaxField || hasControlCharacters(field.key())
            || hasControlCharacters(field.value())) {
            return fail(ErrorCode::BadInput,
                        u"The field “%1” has at most %2 characters, and no control characters."_s.arg(field.key())
                            .arg(kMaxField));
        }
    }
    return {};
}

/// The key is part of file names and of the command line.
Result<> checkHead(const CreateNotice &notice)
{
    static const QRegularExpression token(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
    const bool isToken = token.match(notice.key).hasMatch() && token.match(notice.kind).hasMatch()
        && token.match(notice.language).hasMatch() && notice.key.size() <= kMaxKey;
    if (!isToken) {
        return fail(ErrorCode::BadInput,
                    u"A notice's key, kind and language are small letters, digits and hyphens, such as "
                    "“individual-en”."_s);
    }
    if (notice.title.trimmed().isEmpty() || notice.title.size() > kMaxTitle || hasControlCharacters(notice.title))
        return fail(ErrorCode::BadInput, u"A notice's title is one line of 1 to %1 characters."_s.arg(kMaxTitle));
    if (notice.recipient.size() > kMaxRecipient || notice.recipient.contains(u'\n')
        || hasControlCharacters(notice.recipient))
        return fail(ErrorCode::BadInput, u"A notice's recipient has at most %1 characters."_s.arg(kMaxRecipient));
    return {};
}

QJsonArray acceptedJson(const QList<AcceptedWarning> &accepted)
{
    QJsonArray array;
    for (const AcceptedWarning &each : accepted) {
        array.append(
            QJsonObject{{u"check"_s, each.check}, {u"warning"_s, each.warning}, {u"reason"_s, each.reason.trimmed()}});
    }
    return array;
}

QList<AcceptedWarning> acceptedFrom(const QJsonArray &array)
{
    QList<AcceptedWarning> accepted;
    for (const QJsonValue &each : array)
        accepted.append({each["check"_L1].toString(), each["warning"_L1].toString(), each["reason"_L1].toString()});
    return accepted;
}

Result<> checkReasons(const QList<AcceptedWarning> &accepted)
{
    for (const AcceptedWarning &each : accepted) {
        const QString reason = each.reason.trimmed();
        if (reason.isEmpty() || reason.size() > kMaxReason || hasControlCharacters(reason)) {
            return fail(ErrorCode::BadInput,
                        u"The reason for “%1” has 1 to %2 characters, and no control characters."_s.arg(each.check)
                            .arg(kMaxReason));
        }
    }
    return {};
}

Result<qint64> insertNotice(Writer &writer, const CreateNotice &notice)
{
    return sql::insert(writer.db(),
                       u"INSERT INTO notice (incident, key, title, kind, language, version, status, fields, author, "
                       "changed_ms, changed_zone, recipient, writers) "
                       "VALUES (?1, ?2, ?3, ?4, ?5, 1, 'draft', ?6, ?7, ?8, ?9, ?10, ?11)"_s,
                       notice.incident, notice.key, notice.title, notice.kind, notice.language,
                       sql::jsonText(fieldsJson(notice.fields)), writer.actor().id, writer.now().msecs(),
                       sql::zoneOf(writer.now()), notice.recipient,
                       sql::idList(notice.fields.isEmpty() ? QList<PersonId>() : QList{writer.actor().id}));
}

Result<> checkUnused(Reader &reader, const CreateNotice &notice)
{
    TOCSIN_ASSIGN(const QList<Notice> all, NoticesQuery{notice.incident}.run(reader));
    const bool used = std::any_of(all.begin(), all.end(), [&](const Notice &other) { return other.key == notice.key; });
    if (used)
        return fail(ErrorCode::Conflict, u"There is a notice “%1” already; choose another key."_s.arg(notice.key));
    return {};
}

Result<> setWriters(Writer &writer, NoticeId notice, PersonId author, const QList<PersonId> &writers)
{
    return sql::run(writer.db(), u"UPDATE notice SET author = ?2, writers = ?3 WHERE id = ?1"_s, notice, author,
                    sql::idList(writers));
}

/// Gives a notice the words it had, which are those of whoever wrote them. They are a version of their own; an approval
/// of the old one does not come back.
Result<Outcome> editBack(Writer &writer, const Notice &before, int left)
{
    TOCSIN_ASSIGN(const Notice now, noticeById(writer, before.id));
    if (now.version != left || now.status != NoticeStatus::Draft)
        return fail(ErrorCode::Conflict, u"“%1” has changed since; nothing was taken back."_s.arg(before.title));
    TOCSIN_ASSIGN(const Outcome outcome, EditNotice{before.id, before.fields}.apply(writer));
    TOCSIN_TRY(setWriters(writer, before.id, before.author, before.writers));
    return outcome;
}

} // namespace

Result<Notice> noticeById(Reader &reader, NoticeId id)
{
    return sql::one(reader.db(), u"There is no such notice."_s, kSelect + u"WHERE n.id = ?1"_s, readRow, id);
}

QString noticeStatusToken(NoticeStatus status)
{
    return tokenOf(kStatuses, status);
}

QString noticeStatusName(NoticeStatus status)
{
    return nameOf(kStatuses, status);
}

bool writesToPeople(const Notice &notice)
{
    static const QStringList kinds{u"individual"_s, u"supplement"_s, u"correction"_s, u"email"_s, u"phone"_s};
    return kinds.contains(notice.kind);
}

bool goesByPost(const Notice &notice)
{
    return writesToPeople(notice) && notice.kind != "email"_L1 && notice.kind != "phone"_L1;
}

Result<QList<Notice>> NoticesQuery::run(Reader &reader) const
{
    return sql::rows(reader.db(), kSelect + u"WHERE n.incident = ?1 ORDER BY n.id"_s, readRow, incident);
}

Result<Notice> NoticeByKey::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const QList<Notice> all, NoticesQuery{incident}.run(reader));
    QStringList keys;
    for (const Notice &each : all) {
        if (each.key == key)
            return each;
        keys << each.key;
    }
    return fail(ErrorCode::NotFound, u"There is no notice “%1”; there are: %2."_s.arg(key, keys.join(u", "_s)));
}

Result<QList<Approval>> ApprovalsQuery::run(Reader &reader) const
{
    return sql::rows(
        reader.db(),
        u"SELECT a.version, a.pinned, a.by_person, p.name, a.role, a.at_ms, a.at_zone, a.accepted FROM approval a "
        "JOIN person p ON p.id = a.by_person WHERE a.notice = ?1 ORDER BY a.id"_s,
        [](const vault::Statement &row) {
            Approval approval;
            approval.version = static_cast<int>(row.integer(0));
            approval.pinned = row.text(1);
            approval.by = sql::id<PersonId>(row, 2);
            approval.byName = row.text(3);
            approval.role = roleFromToken(row.text(4)).value_or(Role::Observer);
            approval.at = sql::instant(row, 5);
            approval.accepted = acceptedFrom(sql::jsonArray(row.text(7)));
            return approval;
        },
        notice);
}

Result<Outcome> CreateNotice::apply(Writer &writer) const
{
    TOCSIN_TRY(checkHead(*this));
    TOCSIN_TRY(checkFields(fields));
    TOCSIN_ASSIGN(const Incident record, IncidentById{incident}.run(writer));
    TOCSIN_TRY(checkUnused(writer, *this));
    TOCSIN_ASSIGN(const qint64 id, insertNotice(writer, *this));
    writer.touch(Kind::Notice, id);
    writer.note(
        {record.reference,
         u"notice/"_s + key,
         {},
         {{u"title"_s, title}, {u"kind"_s, kind}, {u"recipient"_s, recipient}, {u"fields"_s, fieldsJson(fields)}}});
    return Outcome{id, key};
}

Result<Outcome> EditNotice::apply(Writer &writer) const
{
    TOCSIN_TRY(checkFields(fields));
    TOCSIN_ASSIGN(const Notice before, noticeById(writer, notice));
    TOCSIN_ASSIGN(const Incident record, IncidentById{before.incident}.run(writer));
    if (before.fields == fields)
        return fail(ErrorCode::Conflict, u"These are the words it has already; nothing was changed."_s);
    TOCSIN_TRY(sql::run(writer.db(), u"UPDATE notice SET fields = ?2, version = version + 1 WHERE id = ?1"_s, notice,
                        sql::jsonText(fieldsJson(fields))));
    QList<PersonId> writers = before.writers;
    if (!writers.contains(writer.actor().id))
        writers << writer.actor().id;
    TOCSIN_TRY(setWriters(writer, before.id, writer.actor().id, writers));
    TOCSIN_TRY(setNoticeStatus(writer, before.id, NoticeStatus::Draft));
    writer.note({record.reference, u"notice/"_s + before.key, fieldsJson(before.fields), fieldsJson(fields)});
    writer.reverseWith({Kind::Notice, u"words of “%1” changed"_s.arg(before.title),
                        [before, left = before.version + 1](Writer &again) { return editBack(again, before, left); }});
    return Outcome{notice.value, before.key};
}

Result<Outcome> SubmitNotice::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Notice before, noticeById(writer, notice));
    TOCSIN_ASSIGN(const Incident record, IncidentById{before.incident}.run(writer));
    if (before.status != NoticeStatus::Draft)
        return fail(ErrorCode::Conflict,
                    u"Only a draft goes to review; this is “%1”."_s.arg(noticeStatusName(before.status)));
    TOCSIN_ASSIGN(const RowState rows, RowState::of(writer, u"notice"_s, {notice.value}, {u"status"_s, u"version"_s}));
    TOCSIN_TRY(setNoticeStatus(writer, before.id, NoticeStatus::InReview));
    const QJsonObject then{{u"status"_s, noticeStatusToken(before.status)}};
    const QJsonObject now{{u"status"_s, u"in-review"_s}, {u"version"_s, before.version}};
    const QString subject = u"notice/"_s + before.key;
    const Outcome outcome{notice.value, before.key};
    writer.note({record.reference, subject, then, now});
    RowReversal reversal;
    reversal.kind = Kind::Notice;
    reversal.what = u"“%1” sent to review"_s.arg(before.title);
    reversal.subject = u"“%1”"_s.arg(before.title);
    reversal.before = rows;
    reversal.note = {record.reference, subject, now, then};
    reversal.outcome = outcome;
    TOCSIN_TRY(offerRows(writer, reversal));
    return outcome;
}

Result<> approvable(const Notice &notice, PersonId who)
{
    if (notice.status == NoticeStatus::Draft) {
        return fail(ErrorCode::Conflict,
                    u"“%1” is a draft; only what was sent to review can be approved."_s.arg(notice.title));
    }
    if (notice.author == who || notice.writers.contains(who)) {
        return fail(ErrorCode::NotAllowed,
                    u"You wrote words of “%1”; somebody else has to approve them."_s.arg(notice.title));
    }
    return {};
}

Result<Outcome> ApproveNotice::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Notice before, noticeById(writer, notice));
    TOCSIN_TRY(approvable(before, writer.actor().id));
    TOCSIN_TRY(checkReasons(accepted));
    TOCSIN_ASSIGN(const Incident record, IncidentById{before.incident}.run(writer));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"INSERT INTO approval (notice, version, pinned, by_person, role, at_ms, at_zone, accepted) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"_s,
                        notice, before.version, pinned, writer.actor().id, roleToken(writer.actor().role),
                        writer.now().msecs(), sql::zoneOf(writer.now()), sql::jsonText(acceptedJson(accepted))));
    // What is produced or sent stays so: a new yes to the same words, once the roster has grown, mails nothing back.
    if (before.status == NoticeStatus::InReview)
        TOCSIN_TRY(setNoticeStatus(writer, before.id, NoticeStatus::Approved));
    TOCSIN_TRY(setWriters(writer, before.id, before.author, {}));
    writer.touch(Kind::Notice, before.id.value);
    TOCSIN_TRY(logSystemEntry(
        writer, before.incident, Stream::Communications,
        u"“%1”, version %2, approved by %3 (%4)"_s.arg(before.title, QString::number(before.version),
                                                       writer.actor().name, roleName(writer.actor().role))));
    QJsonObject now{
        {u"status"_s, u"approved"_s}, {u"version"_s, before.version}, {u"pinned"_s, pinned}, {u"parts"_s, parts}};
    if (!accepted.isEmpty())
        now.insert(u"accepted"_s, acceptedJson(accepted));
    writer.note({record.reference, u"notice/"_s + before.key, {{u"status"_s, noticeStatusToken(before.status)}}, now});
    return Outcome{notice.value, before.key};
}

Result<> createFirstNotice(Writer &writer, IncidentId incident)
{
    const CreateNotice letter{incident, u"individual-en"_s, u"Individuals, English"_s, u"individual"_s, u"en"_s, {},
                              {}};
    TOCSIN_ASSIGN(const qint64 id, insertNotice(writer, letter));
    writer.touch(Kind::Notice, id);
    return {};
}

} // namespace tocsin::casework
