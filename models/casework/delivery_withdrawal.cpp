// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/delivery_withdrawal.h"

#include "casework/delivery_record.h"
#include "casework/delivery_sql.h"
#include "casework/incident.h"
#include "casework/notice_status.h"
#include "casework/person_words.h"
#include "casework/sql.h"
#include "casework/timeline.h"
#include "law/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

/// A row of delivery_act that recorded something, with what its events share.
struct Record
{
    IncidentId incident;
    QString kind;
    NoticeId notice;
    QString title; ///< of the notice; empty without one
    qint64 run = 0;
    qint64 events = 0;
    QDate on;
    QString words; ///< how, of a substitute notice
    bool isTakenBack = false;
};

Result<Record> recordOf(Reader &reader, qint64 act)
{
    return sql::one(
        reader.db(), u"There is no such record of deliveries."_s,
        u"SELECT a.incident, a.kind, coalesce(a.notice, 0), coalesce(n.title, ''), coalesce(a.run, 0), count(e.id), "
        "coalesce(min(e.happened), ''), coalesce(min(e.reason), ''), EXISTS (SELECT 1 FROM delivery_act w WHERE "
        "w.withdraws = a.id) FROM delivery_act a LEFT JOIN notice n ON n.id = a.notice LEFT JOIN delivery_event e ON "
        "e.act = a.id WHERE a.id = ?1 AND a.withdraws IS NULL GROUP BY a.id"_s,
        [](const vault::Statement &row) {
            return Record{sql::id<IncidentId>(row, 0),
                          row.text(1),
                          sql::id<NoticeId>(row, 2),
                          row.text(3),
                          row.integer(4),
                          row.integer(5),
                          sql::date(row, 6),
                          row.text(7),
                          row.boolean(8)};
        },
        act);
}

QString sentenceOf(const Record &record)
{
    const QString letters = law::counted(record.events, u"letter"_s, u"letters"_s);
    const QString day = record.on.toString(Qt::ISODate);
    if (record.kind == "mailed"_L1)
        return u"“%1”: %2 of run %3 mailed on %4"_s.arg(record.title, letters, QString::number(record.run), day);
    if (record.kind == "returned"_L1)
        return u"%1 came back"_s.arg(letters);
    if (record.kind == "corrected"_L1)
        return u"A new address was recorded for one person"_s;
    return u"“%1”: substitute notice for %2 on %3: %4"_s.arg(
        record.title, law::counted(record.events, u"person"_s, u"people"_s), day, record.words);
}

/// The action that made a record: whoever may do that may take it back.
QLatin1StringView actionOf(const Record &record)
{
    if (record.kind == "mailed"_L1)
        return RecordMailed::kAction;
    if (record.kind == "returned"_L1)
        return RecordReturned::kAction;
    return record.kind == "corrected"_L1 ? CorrectAddress::kAction : RecordSubstitute::kAction;
}

/// What was recorded since, and counts: of a mailing, what its own letters came back from, or were replaced after.
Result<qint64> eventsSince(Reader &reader, const Record &record, qint64 act)
{
    const QString sameLetter = record.kind == "mailed"_L1 ? u"AND e.delivery = m.delivery "_s : QString();
    return sql::number(reader.db(),
                       u"SELECT count(*) FROM delivery_event m JOIN delivery_event e ON e.recipient = m.recipient "_s
                           + sameLetter
                           + u"WHERE m.act = ?1 AND e.id > (SELECT max(id) FROM delivery_event WHERE act = ?1) AND "_s
                           + deliverysql::stands(u"e.act"_s),
                       act);
}

/// Letters that were written since to the same people. Who has a letter does not depend on its mailing, but what
/// follows a letter does: it goes to those whose letter is recorded as mailed.
Result<qint64> lettersSince(Reader &reader, const Record &record, qint64 act)
{
    const QString which = record.kind == "mailed"_L1 ? u" AND n.kind IN ('supplement', 'correction')"_s : QString();
    return sql::number(
        reader.db(),
        u"SELECT count(*) FROM delivery d JOIN run u ON u.id = d.run JOIN notice n ON n.id = u.notice WHERE "
        "d.recipient IN (SELECT recipient FROM delivery_event WHERE act = ?1) AND u.finished_ms > (SELECT "
        "at_ms FROM delivery_act WHERE id = ?1)"_s
            + which,
        act);
}

/// Gives the people of a new address what was known of them before.
Result<> restoreAddresses(Writer &writer, qint64 act)
{
    TOCSIN_ASSIGN(const qint64 unknown,
                  sql::number(writer.db(),
                              u"SELECT count(*) FROM delivery_event WHERE act = ?1 AND json_extract(detail, "
                              "'$.before.reachable') IS NULL"_s,
                              act));
    if (unknown > 0) {
        return fail(ErrorCode::Conflict,
                    u"The former address is not kept with this record, since it came with a roster or from an earlier "
                    "version. Record the right address as a new one."_s);
    }
    TOCSIN_ASSIGN(
        const qint64 changed,
        sql::number(writer.db(),
                    u"SELECT count(*) FROM delivery_event e JOIN recipient r ON r.id = e.recipient WHERE e.act = "
                    "?1 AND (r.address <> json_extract(e.detail, '$.after.address') OR r.city <> "
                    "json_extract(e.detail, '$.after.city') OR r.state <> json_extract(e.detail, '$.after.state') "
                    "OR r.postal_code <> json_extract(e.detail, '$.after.postal_code') OR r.country <> "
                    "json_extract(e.detail, '$.after.country'))"_s,
                    act));
    if (changed > 0)
        return fail(ErrorCode::Conflict, u"The address has changed since; nothing was taken back."_s);
    TOCSIN_TRY(
        sql::run(writer.db(),
                 u"UPDATE recipient SET address = json_extract(e.detail, '$.before.address'), city = "
                 "json_extract(e.detail, '$.before.city'), state = json_extract(e.detail, '$.before.state'), "
                 "postal_code = json_extract(e.detail, '$.before.postal_code'), country = json_extract(e.detail, "
                 "'$.before.country'), residence = json_extract(e.detail, '$.before.residence'), reachable = "
                 "json_extract(e.detail, '$.before.reachable') FROM delivery_event e WHERE e.act = ?1 AND "
                 "recipient.id = e.recipient"_s,
                 act));
    TOCSIN_ASSIGN(const QList<RecipientId> people,
                  sql::rows(
                      writer.db(), u"SELECT recipient FROM delivery_event WHERE act = ?1"_s,
                      [](const vault::Statement &row) { return sql::id<RecipientId>(row, 0); }, act));
    for (const RecipientId person : people)
        writer.touch(Kind::Recipient, person.value);
    return {};
}

/// What a record had brought about beside its events.
Result<> undoEffect(Writer &writer, const Record &record, qint64 act)
{
    if (record.kind == "mailed"_L1)
        return refreshSent(writer, record.notice);
    if (record.kind == "corrected"_L1)
        return restoreAddresses(writer, act);
    return {};
}

Result<Outcome> takeBack(Writer &writer, const Record &record, qint64 act, const QString &reason)
{
    if (record.isTakenBack)
        return fail(ErrorCode::Conflict, u"This was taken back already; nothing was changed."_s);
    TOCSIN_ASSIGN(const qint64 events, eventsSince(writer, record, act));
    TOCSIN_ASSIGN(const qint64 letters, lettersSince(writer, record, act));
    if (events > 0) {
        return fail(ErrorCode::Conflict,
                    u"More has been recorded about these people since, such as a return or another address. Take that "
                    "back first; nothing was taken back now."_s);
    }
    if (letters > 0)
        return fail(ErrorCode::Conflict,
                    u"Letters were written to these people since, so this stands; nothing was taken back. Record what "
                    "is right as something new."_s);
    TOCSIN_ASSIGN(const qint64 made,
                  sql::insert(writer.db(),
                              u"INSERT INTO delivery_act (incident, kind, notice, run, withdraws, at_ms, at_zone, "
                              "by_person) SELECT incident, 'withdrawn', notice, run, id, ?2, ?3, ?4 FROM delivery_act "
                              "WHERE id = ?1"_s,
                              act, writer.now().msecs(), sql::zoneOf(writer.now()), writer.actor().id));
    TOCSIN_TRY(undoEffect(writer, record, act));
    QString told = u"Taken back: %1"_s.arg(sentenceOf(record));
    QJsonObject noted{{u"withdraws"_s, u"delivery/%1"_s.arg(act)}};
    if (!reason.isEmpty()) {
        told += u". Reason: %1"_s.arg(reason);
        noted.insert(u"reason"_s, reason);
    }
    TOCSIN_TRY(logSystemEntry(writer, record.incident, Stream::Communications, told));
    writer.touchAll(Kind::Delivery);
    writer.touchAll(Kind::Roster); // its figures: whom no letter reaches
    TOCSIN_ASSIGN(const Incident incident, IncidentById{record.incident}.run(writer));
    const QString subject = u"delivery/%1"_s.arg(made);
    writer.note({incident.reference, subject, {}, noted});
    return Outcome{made, subject};
}

} // namespace

Result<Outcome> WithdrawDelivery::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words, requiredWords(reason, u"Say why this is taken back."_s));
    TOCSIN_ASSIGN(const Record record, recordOf(writer, act));
    if (record.incident != incident)
        return fail(ErrorCode::NotFound, u"There is no such record of deliveries in this incident."_s);
    if (!writer.may(actionOf(record))) {
        return fail(ErrorCode::NotAllowed,
                    u"The role “%1” does not record this (%2), so it does not take it back. Ask somebody whose role "
                    "does."_s.arg(roleName(writer.actor().role), actionOf(record)));
    }
    return takeBack(writer, record, act, words);
}

Result<Outcome> withdrawDelivery(Writer &writer, qint64 act)
{
    TOCSIN_ASSIGN(const Record record, recordOf(writer, act));
    return takeBack(writer, record, act, {});
}

Result<QString> deliverySentence(Reader &reader, qint64 act)
{
    return recordOf(reader, act).map(sentenceOf);
}

} // namespace tocsin::casework
