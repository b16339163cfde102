// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/delivery_record.h"

#include "casework/delivery_sql.h"
#include "casework/delivery_withdrawal.h"
#include "casework/incident.h"
#include "casework/notice.h"
#include "casework/notice_status.h"
#include "casework/person_words.h"
#include "casework/record_day.h"
#include "casework/sql.h"
#include "casework/timeline.h"
#include "core/text.h"
#include "law/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr qsizetype kMostReason = 200;

/// One thing to record.
struct Act
{
    QString kind;
    IncidentId incident;
    NoticeId notice = {};
    RunId run = {};
    DeliveryProof proof = {};
    QJsonObject noted; ///< for the ledger
};

Result<> checkDay(Writer &writer, QDate on)
{
    TOCSIN_ASSIGN(const QDate last, today(writer));
    if (on.isValid() && on <= last)
        return {};
    return fail(ErrorCode::BadInput, u"The day is a date up to today, %1."_s.arg(last.toString(Qt::ISODate)));
}

Result<DeliveryProof> checkedProof(const DeliveryProof &proof)
{
    const auto isLine = [](const QString &text) {
        return text.size() <= kMostReason && !text.contains(u'\n') && !hasControlCharacters(text);
    };
    if (isLine(proof.carrier) && isLine(proof.reference) && isLine(proof.fileName))
        return DeliveryProof{proof.carrier.trimmed(), proof.reference.trimmed(), proof.fileName, proof.fileSha256};
    return fail(ErrorCode::BadInput,
                u"Carrier, reference and file name are lines of at most %1 characters."_s.arg(kMostReason));
}

Result<> needProof(const DeliveryProof &proof, const QString &sentence)
{
    if (proof.reference.trimmed().isEmpty() && proof.fileSha256.isEmpty())
        return fail(ErrorCode::BadInput, sentence);
    return {};
}

QJsonObject proofJson(const DeliveryProof &proof)
{
    return {{u"carrier"_s, proof.carrier}, {u"reference"_s, proof.reference}, {u"file_sha256"_s, proof.fileSha256}};
}

Result<qint64> insertAct(Writer &writer, const Act &act)
{
    return sql::insert(writer.db(),
                       u"INSERT INTO delivery_act (incident, kind, notice, run, carrier, reference, file_name, "
                       "file_sha256, at_ms, at_zone, by_person) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
                       "?11)"_s,
                       act.incident, act.kind, act.notice, act.run, act.proof.carrier, act.proof.reference,
                       act.proof.fileName, act.proof.fileSha256, writer.now().msecs(), sql::zoneOf(writer.now()),
                       writer.actor().id);
}

void touch(Writer &writer)
{
    writer.touchAll(Kind::Delivery);
    writer.touchAll(Kind::Roster); // its figures: whom no letter reaches
}

/// Notes what was done, once its events are there, and offers to take it back: as `what`, or as the timeline has it.
Result<Outcome> finish(Writer &writer, const Act &act, qint64 id, const QString &what = {})
{
    TOCSIN_ASSIGN(const Incident record, IncidentById{act.incident}.run(writer));
    TOCSIN_ASSIGN(const QString told, deliverySentence(writer, id));
    TOCSIN_TRY(logSystemEntry(writer, act.incident, Stream::Communications, told));
    writer.reverseWith(
        {Kind::Delivery, what.isEmpty() ? told : what, [id](Writer &again) { return withdrawDelivery(again, id); }});
    touch(writer);
    const QString subject = u"delivery/%1"_s.arg(id);
    writer.note({record.reference, subject, {}, act.noted});
    return Outcome{id, subject};
}

struct RunPlace
{
    IncidentId incident;
    NoticeId notice;
    QString key;
    QString title;
    QString kind;
    Instant finished;
};

Result<RunPlace> placeOf(Reader &reader, RunId run)
{
    return sql::one(
        reader.db(), u"There is no such run."_s,
        u"SELECT n.incident, n.id, n.key, n.title, u.kind, u.finished_ms, u.finished_zone FROM run u "
        "JOIN notice n ON n.id = u.notice WHERE u.id = ?1"_s,
        [](const vault::Statement &row) {
            return RunPlace{
                sql::id<IncidentId>(row, 0), sql::id<NoticeId>(row, 1), row.text(2), row.text(3), row.text(4),
                sql::instant(row, 5)};
        },
        run);
}

Result<> checkMailable(Writer &writer, const RunPlace &place, const RecordMailed &mailed)
{
    if (place.kind != "full"_L1 && place.kind != "shard"_L1)
        return fail(ErrorCode::BadInput, u"Only a run of letters is mailed; proofs and documents are not."_s);
    TOCSIN_TRY(checkDay(writer, mailed.on));
    // Both days are the organization's, wherever the machine that produced the letters thinks it is.
    TOCSIN_ASSIGN(const QByteArray zone, organizationZone(writer));
    const QDate produced = place.finished.inZone(zone).localDate();
    if (mailed.on < produced) {
        return fail(ErrorCode::BadInput,
                    u"These letters were produced on %1; they cannot have been mailed before."_s.arg(
                        produced.toString(Qt::ISODate)));
    }
    return needProof(mailed.proof,
                     u"A mailing needs proof: a reference of the mail house or the carrier, or a file such as its "
                     "certificate."_s);
}

/// A returned letter's place in the case.
struct MailedLetter
{
    RecipientId recipient;
    IncidentId incident;
    QDate mailed;
    bool isReturned = false;
};

Result<MailedLetter> mailedLetter(Reader &reader, qint64 delivery)
{
    const QString live = u"e.recipient = d.recipient AND e.delivery = d.id AND "_s + deliverysql::stands(u"a.id"_s);
    return sql::one(
        reader.db(), u"There is no such letter."_s,
        u"SELECT d.recipient, r.incident, coalesce((SELECT max(e.happened) FROM delivery_event e JOIN delivery_act a "
        "ON a.id = e.act WHERE a.kind = 'mailed' AND "_s
            + live + u"), ''), "_s + deliverysql::recorded(u"returned"_s)
            + u" FROM delivery d JOIN recipient r ON r.id = d.recipient WHERE d.id = ?1"_s,
        [](const vault::Statement &row) {
            return MailedLetter{sql::id<RecipientId>(row, 0), sql::id<IncidentId>(row, 1), sql::date(row, 2),
                                row.boolean(3)};
        },
        delivery);
}

Result<> checkReturned(const ReturnedLetter &letter, const MailedLetter &known, IncidentId incident)
{
    if (known.incident != incident)
        return fail(ErrorCode::NotFound, u"There is no such letter in this incident."_s);
    if (!known.mailed.isValid() || letter.on < known.mailed)
        return fail(ErrorCode::BadInput, u"A letter comes back on or after the day it is recorded as mailed."_s);
    if (known.isReturned)
        return fail(ErrorCode::Conflict, u"This letter is recorded as returned already."_s);
    if (letter.reason.size() > kMostReason || letter.reason.contains(u'\n') || hasControlCharacters(letter.reason))
        return fail(ErrorCode::BadInput,
                    u"The reason of a return is a line of at most %1 characters."_s.arg(kMostReason));
    return {};
}

QJsonArray textArray(const QStringList &lines)
{
    return QJsonArray::fromStringList(lines);
}

QJsonObject addressJson(const PostalAddress &address)
{
    return {{u"address"_s, textArray(address.lines)},
            {u"city"_s, address.city},
            {u"state"_s, address.state},
            {u"postal_code"_s, address.postalCode},
            {u"country"_s, address.country}};
}

Result<> checkAddress(const PostalAddress &address)
{
    QStringList texts = address.lines;
    texts << address.city << address.state << address.postalCode << address.country;
    const bool fits = std::all_of(texts.begin(), texts.end(), [](const QString &text) {
        return text.size() <= kMostReason && !text.contains(u'\n') && !hasControlCharacters(text);
    });
    if (fits && !address.lines.isEmpty() && address.lines.size() <= 4 && !address.city.trimmed().isEmpty())
        return {};
    return fail(ErrorCode::BadInput,
                u"An address has one to four lines and a city, each of at most %1 characters."_s.arg(kMostReason));
}

struct KnownPerson
{
    IncidentId incident;
    PostalAddress address;
    QString residence;
    bool reachable = false;
};

Result<KnownPerson> knownPerson(Reader &reader, RecipientId recipient)
{
    return sql::one(
        reader.db(), u"This person is not in the roster."_s,
        u"SELECT incident, address, city, state, postal_code, country, residence, reachable FROM recipient WHERE id = "
        "?1"_s,
        [](const vault::Statement &row) {
            KnownPerson person{sql::id<IncidentId>(row, 0), {}, row.text(6), row.boolean(7)};
            for (const QJsonValue &line : sql::jsonArray(row.text(1)))
                person.address.lines << line.toString();
            person.address.city = row.text(2);
            person.address.state = row.text(3);
            person.address.postalCode = row.text(4);
            person.address.country = row.text(5);
            return person;
        },
        recipient);
}

/// The address is a person's again, and with it whether a letter reaches them.
Result<> writeAddress(Writer &writer, RecipientId recipient, const PostalAddress &address)
{
    const QString residence = address.country == "US"_L1 && address.state.size() == 2 ? address.state : QString();
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE recipient SET address = ?2, city = ?3, state = ?4, postal_code = ?5, country = ?6, "
                        "residence = ?7, reachable = 1 WHERE id = ?1"_s,
                        recipient, sql::jsonText(textArray(address.lines)), address.city, address.state,
                        address.postalCode, address.country, residence));
    writer.touch(Kind::Recipient, recipient.value);
    return {};
}

/// Behind kStandings: whom no letter reaches and who is told by substitute notice. Those whose substitute notice is
/// recorded without proof are among them, so that it can be recorded anew, with it; whoever died is not: see
/// 45 CFR 164.404(d)(2).
const QString kUnreached
    = u"FROM standing s JOIN recipient p ON p.id = s.recipient LEFT JOIN delivery_event e ON e.id = s.event LEFT JOIN "
      "delivery_act a ON a.id = e.act WHERE p.status <> 'deceased' AND (s.state IN ('no-address', 'returned') OR "
      "(s.state = 'substitute' AND a.reference = '' AND a.file_sha256 = ''))"_s;

Failure nobodyUnreached(Reader &reader, NoticeId notice, IncidentId incident)
{
    const auto told = sql::number(
        reader.db(), deliverysql::kStandings + u"SELECT count(*) FROM standing WHERE state = 'substitute'"_s, notice,
        incident, qint64{0});
    if (!told)
        return forward(told);
    if (*told > 0) {
        return fail(ErrorCode::Conflict,
                    u"Substitute notice is recorded already, with proof, for all whom no letter reaches (%1); nothing "
                    "was changed."_s.arg(law::counted(*told, u"person"_s, u"people"_s)));
    }
    return fail(ErrorCode::Conflict,
                u"No letter of this notice came back, and everybody it is for has a usable address, so nobody needs "
                "substitute notice. Rows of the roster that are still to be decided do not count here."_s);
}

} // namespace

Result<Outcome> RecordMailed::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const RunPlace place, placeOf(writer, run));
    TOCSIN_TRY(checkMailable(writer, place, *this));
    Act act{u"mailed"_s, place.incident, place.notice, run, {}, {}};
    TOCSIN_ASSIGN(act.proof, checkedProof(proof));
    TOCSIN_ASSIGN(const qint64 id, insertAct(writer, act));
    TOCSIN_TRY(
        sql::run(writer.db(),
                 u"INSERT INTO delivery_event (act, recipient, delivery, happened) SELECT ?1, d.recipient, d.id, "
                 "?3 FROM delivery d WHERE d.run = ?2 AND NOT "_s
                     + deliverysql::recorded(u"mailed"_s),
                 id, run, on));
    TOCSIN_ASSIGN(const qint64 letters,
                  sql::number(writer.db(), u"SELECT count(*) FROM delivery_event WHERE act = ?1"_s, id));
    if (letters == 0) {
        TOCSIN_ASSIGN(const qint64 produced,
                      sql::number(writer.db(), u"SELECT count(*) FROM delivery WHERE run = ?1"_s, run.value));
        return fail(ErrorCode::Conflict,
                    produced == 0 ? u"Run %1 has no letters, so there is nothing to mail."_s.arg(run.value)
                                  : u"These letters are recorded as mailed already; nothing was changed."_s);
    }
    act.noted = {{u"notice"_s, place.key},
                 {u"run"_s, u"run/%1"_s.arg(run.value)},
                 {u"letters"_s, letters},
                 {u"mailed"_s, on.toString(Qt::ISODate)},
                 {u"proof"_s, proofJson(act.proof)}};
    TOCSIN_TRY(refreshSent(writer, place.notice));
    return finish(writer, act, id);
}

Result<Outcome> RecordReturned::apply(Writer &writer) const
{
    if (letters.isEmpty())
        return fail(ErrorCode::BadInput, u"No letter is named that came back."_s);
    Act act{u"returned"_s, incident, {}, {}, {}, {}};
    TOCSIN_ASSIGN(act.proof, checkedProof(proof));
    const auto earlier = [](const ReturnedLetter &a, const ReturnedLetter &b) { return a.on < b.on; };
    const auto days = std::minmax_element(letters.begin(), letters.end(), earlier);
    TOCSIN_TRY(checkDay(writer, days.first->on)); // an invalid day is before every other
    TOCSIN_TRY(checkDay(writer, days.second->on));
    TOCSIN_ASSIGN(const qint64 id, insertAct(writer, act));
    for (const ReturnedLetter &letter : letters) {
        TOCSIN_ASSIGN(const MailedLetter known, mailedLetter(writer, letter.delivery));
        TOCSIN_TRY(checkReturned(letter, known, incident));
        TOCSIN_TRY(sql::run(writer.db(),
                            u"INSERT INTO delivery_event (act, recipient, delivery, happened, reason) VALUES (?1, ?2, "
                            "?3, ?4, ?5)"_s,
                            id, known.recipient, letter.delivery, letter.on, letter.reason.trimmed()));
    }
    act.noted = {{u"letters"_s, letters.size()}, {u"list"_s, proofJson(act.proof)}};
    return finish(writer, act, id);
}

Result<Outcome> CorrectAddress::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words, requiredWords(source, u"Say where the new address is from."_s));
    TOCSIN_TRY(checkAddress(address));
    TOCSIN_ASSIGN(const KnownPerson person, knownPerson(writer, recipient));
    if (person.address == address)
        return fail(ErrorCode::Conflict, u"This is the address the person has already; nothing was changed."_s);
    TOCSIN_ASSIGN(const QDate day, today(writer));
    QJsonObject before = addressJson(person.address); // and what follows from an address, so that it can come back
    before.insert(u"residence"_s, person.residence);
    before.insert(u"reachable"_s, person.reachable ? 1 : 0);
    Act act{u"corrected"_s, person.incident, {}, {}, {}, {}};
    TOCSIN_ASSIGN(const qint64 id, insertAct(writer, act));
    TOCSIN_TRY(sql::run(
        writer.db(),
        u"INSERT INTO delivery_event (act, recipient, happened, reason, detail) VALUES (?1, ?2, ?3, ?4, ?5)"_s, id,
        recipient, day, words, sql::jsonText(QJsonObject{{u"before"_s, before}, {u"after"_s, addressJson(address)}})));
    TOCSIN_TRY(writeAddress(writer, recipient, address));
    act.noted = {{u"people"_s, 1}};
    return finish(writer, act, id, u"new address of one person"_s);
}

Result<qint64> SubstituteOwed::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const Notice told, noticeById(reader, notice));
    if (!goesByPost(told))
        return 0;
    return sql::number(reader.db(), deliverysql::kStandings + u"SELECT count(*) "_s + kUnreached, notice, told.incident,
                       qint64{0});
}

Result<Outcome> RecordSubstitute::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words, requiredWords(how, u"Say how the substitute notice was given."_s));
    TOCSIN_TRY(checkDay(writer, on));
    TOCSIN_TRY(needProof(proof,
                         u"A substitute notice needs proof: a reference of the outlet or the call list, or a file such "
                         "as a picture of the page."_s));
    TOCSIN_ASSIGN(const Notice told, noticeById(writer, notice));
    if (!goesByPost(told)) {
        return fail(ErrorCode::BadInput,
                    u"“%1” is no letter. Name the notice whose letters did not arrive, such as individual-en."_s.arg(
                        told.title));
    }
    TOCSIN_TRY(checkSinceDiscovery(writer, told.incident, on, u"give the day of the substitute notice"_s));
    Act act{u"substitute"_s, told.incident, notice, {}, {}, {}};
    TOCSIN_ASSIGN(act.proof, checkedProof(proof));
    TOCSIN_ASSIGN(const qint64 people, SubstituteOwed{notice}.run(writer));
    if (people == 0)
        return nobodyUnreached(writer, notice, told.incident);
    TOCSIN_ASSIGN(const qint64 id, insertAct(writer, act));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"INSERT INTO delivery_event (act, recipient, delivery, happened, reason) "_s
                            + deliverysql::kStandings + u"SELECT ?4, s.recipient, s.delivery, ?5, ?6 "_s + kUnreached,
                        notice, told.incident, qint64{0}, id, on, words));
    act.noted = {{u"notice"_s, told.key},
                 {u"people"_s, people},
                 {u"on"_s, on.toString(Qt::ISODate)},
                 {u"how"_s, words},
                 {u"proof"_s, proofJson(act.proof)}};
    return finish(writer, act, id);
}

Result<> reconcileStagedAddresses(Writer &writer, IncidentId incident)
{
    // A file that still has the address which was corrected does not bring it back.
    TOCSIN_TRY(sql::run(
        writer.db(),
        u"UPDATE staged_row SET address = r.address, city = r.city, state = r.state, postal_code = r.postal_code, "
        "country = r.country, residence = r.residence, reachable = r.reachable FROM recipient r "
        "WHERE staged_row.incident = ?1 AND r.incident = ?1 AND r.key = staged_row.key AND EXISTS (SELECT 1 FROM "
        "delivery_event e JOIN delivery_act a ON a.id = e.act WHERE e.recipient = r.id AND a.kind = 'corrected' AND "_s
            + deliverysql::stands(u"a.id"_s)
            + u" AND "
              // An address that a roster replaced, and no letter came back from, may come back by a roster.
              "(e.reason <> 'Roster' OR EXISTS (SELECT 1 FROM delivery_event b JOIN delivery_act c ON c.id = b.act "
              "JOIN "
              "delivery d ON d.id = b.delivery JOIN run u ON u.id = d.run WHERE b.recipient = r.id AND c.kind = "
              "'returned' "
              "AND u.finished_ms <= a.at_ms)) AND "
              "json_extract(e.detail, '$.before.address') = staged_row.address AND "
              "json_extract(e.detail, '$.before.postal_code') = staged_row.postal_code)"_s,
        incident));
    const QString moved
        = u"staged_row s JOIN recipient r ON r.incident = s.incident AND r.key = s.key AND s.row_hash <> "
          "r.row_hash WHERE s.incident = ?1 AND s.reachable = 1 AND r.id IN (SELECT recipient FROM delivery UNION "
          "SELECT recipient FROM delivery_event) AND "
          "(s.address <> r.address OR s.postal_code <> r.postal_code OR s.city <> r.city)"_s;
    TOCSIN_ASSIGN(const qint64 people, sql::number(writer.db(), u"SELECT count(*) FROM "_s + moved, incident.value));
    if (people == 0)
        return {};
    TOCSIN_ASSIGN(const QDate day, today(writer));
    TOCSIN_ASSIGN(const qint64 id, insertAct(writer, {u"corrected"_s, incident, {}, {}, {}, {}}));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"INSERT INTO delivery_event (act, recipient, happened, reason, detail) SELECT ?2, r.id, "
                        "?3, 'Roster', json_object('before', json_object('address', json(r.address), "
                        "'postal_code', r.postal_code), 'after', json_object('address', json(s.address), "
                        "'postal_code', s.postal_code)) FROM "_s
                            + moved,
                        incident, id, day));
    writer.touchAll(Kind::Delivery);
    return {};
}

} // namespace tocsin::casework
