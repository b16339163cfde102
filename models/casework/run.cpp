// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/run.h"

#include "casework/delivery_sql.h"
#include "casework/incident.h"
#include "casework/notice.h"
#include "casework/notice_status.h"
#include "casework/person_words.h"
#include "casework/sql.h"
#include "casework/timeline.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

struct NoticePlace
{
    IncidentId incident;
    QString key;
};

Result<NoticePlace> placeOf(Reader &reader, NoticeId id)
{
    return sql::one(
        reader.db(), u"There is no such notice."_s, u"SELECT incident, key FROM notice WHERE id = ?1"_s,
        [](const vault::Statement &row) {
            return NoticePlace{sql::id<IncidentId>(row, 0), row.text(1)};
        },
        id);
}

Result<> insertDeliveries(Writer &writer, qint64 run, const QList<Delivery> &deliveries)
{
    for (const Delivery &each : deliveries) {
        TOCSIN_TRY(sql::run(writer.db(),
                            u"INSERT INTO delivery (run, recipient, part, first_page, pages, sha256, state) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'produced')"_s,
                            run, each.recipient, each.part, each.firstPage, each.pages, each.sha256));
    }
    return {};
}

/// That nobody gets a letter of this notice by accident who has one already, or was told by e-mail.
Result<> checkNobodyTwice(Writer &writer, const RecordRun &run, const Notice &notice)
{
    QList<RecipientId> people;
    for (const Delivery &each : run.deliveries)
        people << each.recipient;
    TOCSIN_ASSIGN(
        const qint64 twice,
        sql::number(writer.db(),
                    deliverysql::kStandings
                        + u"SELECT count(*) FROM standing WHERE recipient IN (SELECT value FROM json_each(?4)) AND "
                          "((delivery IS NOT NULL AND state <> 'corrected') OR state = 'otherwise')"_s,
                    run.notice, notice.incident, qint64{run.shardOf > 1 ? run.wave : 0}, sql::idList(people)));
    if (twice == 0)
        return {};
    return fail(ErrorCode::Conflict,
                u"%1 of these people have this notice from another run, as a letter or by e-mail. What was produced is "
                "not recorded and must not be sent."_s.arg(twice));
}

/// Shares that are made at the same time, on several machines, are of the same people in the same files: else somebody
/// would be in two of them, or in none.
Result<> checkShare(Writer &writer, const RecordRun &run)
{
    if (run.kind != "shard"_L1)
        return {};
    const auto shares = [&](const QString &condition, const auto &...values) {
        return sql::number(writer.db(),
                           u"SELECT count(*) FROM run WHERE notice = ?1 AND kind = 'shard' AND wave = ?2 AND "_s
                               + condition,
                           run.notice, run.wave, values...);
    };
    TOCSIN_ASSIGN(const qint64 same, shares(u"shard_index = ?3 AND shard_of = ?4"_s, run.shardIndex, run.shardOf));
    if (same > 0)
        return fail(ErrorCode::Conflict,
                    u"Share %1 of wave %2 is recorded already."_s.arg(run.shardIndex).arg(run.wave));
    TOCSIN_ASSIGN(const qint64 others,
                  shares(u"(people_sha256 <> ?3 OR shard_of <> ?4) AND (letters > 0 OR shard_of = ?4)"_s,
                         run.peopleSha256, run.shardOf));
    if (others == 0)
        return {};
    return fail(ErrorCode::Conflict,
                u"The recorded shares of wave %1 are of other people or in other files than this one: the roster or "
                "the options have changed between them. What was produced is not recorded and must not be sent."_s.arg(
                    run.wave));
}

/// Whether a run that is recorded completes its wave: the whole of it, or the last share that was missing.
Result<bool> completesItsWave(Writer &writer, const RecordRun &run)
{
    if (run.kind != "shard"_L1)
        return run.kind == "full"_L1 || run.kind == "document"_L1;
    TOCSIN_ASSIGN(
        const qint64 shares,
        sql::number(writer.db(),
                    u"SELECT count(*) FROM run WHERE notice = ?1 AND kind = 'shard' AND wave = ?2 AND shard_of = ?3"_s,
                    run.notice, run.wave, run.shardOf));
    return shares >= run.shardOf;
}

QString said(const RecordRun &run, const Notice &notice)
{
    if (run.kind == "document"_L1)
        return u"“%1” produced"_s.arg(notice.title);
    if (run.kind == "shard"_L1 && run.letters == 0) {
        return u"“%1”: share %2 of %3 of wave %4 has no letters"_s.arg(
            notice.title, QString::number(run.shardIndex), QString::number(run.shardOf), QString::number(run.wave));
    }
    QString text = u"“%1”: %2 letters produced (%3 run"_s.arg(notice.title, QString::number(run.letters), run.kind);
    if (run.wave > 1)
        text += u", wave %1"_s.arg(run.wave);
    text += run.again.isEmpty() ? u")"_s : u"; everybody again: %1)"_s.arg(run.again);
    return text;
}

} // namespace

Result<QList<Run>> RunsQuery::run(Reader &reader) const
{
    return sql::rows(
        reader.db(),
        u"SELECT r.id, r.notice, r.notice_version, r.kind, r.letters, r.pages, r.parts, r.manifest_sha256, "
        u"r.finished_ms, "
        "r.finished_zone, p.name, r.pinned, r.proof_needs, r.wave, r.shard_index, r.shard_of, r.again FROM run r "
        "JOIN notice n ON n.id = r.notice JOIN person p ON p.id = r.by_person "
        "WHERE n.incident = ?1 ORDER BY r.id DESC"_s,
        [](const vault::Statement &row) {
            Run run;
            run.id = sql::id<RunId>(row, 0);
            run.notice = sql::id<NoticeId>(row, 1);
            run.noticeVersion = static_cast<int>(row.integer(2));
            run.kind = row.text(3);
            run.letters = row.integer(4);
            run.pages = row.integer(5);
            run.parts = row.integer(6);
            run.manifestSha256 = row.text(7);
            run.finished = sql::instant(row, 8);
            run.byName = row.text(10);
            run.pinned = row.text(11);
            run.proofNeeds = row.integer(12);
            run.wave = static_cast<int>(row.integer(13));
            run.shardIndex = static_cast<int>(row.integer(14));
            run.shardOf = static_cast<int>(row.integer(15));
            run.again = row.text(16);
            return run;
        },
        incident);
}

Result<std::map<QString, qint64>> DeliveryCounts::run(Reader &reader) const
{
    TOCSIN_ASSIGN(
        const auto counted,
        sql::rows(
            reader.db(),
            u"SELECT r.residence, count(DISTINCT r.id) FROM recipient r JOIN delivery d ON d.recipient = r.id "
            "WHERE r.incident = ?1 GROUP BY r.residence"_s,
            [](const vault::Statement &row) { return std::pair(row.text(0), row.integer(1)); }, incident));
    return std::map<QString, qint64>(counted.begin(), counted.end());
}

Result<Outcome> RecordRun::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const NoticePlace place, placeOf(writer, notice));
    TOCSIN_ASSIGN(const Incident record, IncidentById{place.incident}.run(writer));
    TOCSIN_ASSIGN(const Notice before, NoticeByKey{place.incident, place.key}.run(writer));
    TOCSIN_ASSIGN(const QString wish, personWords(again));
    TOCSIN_TRY(checkShare(writer, *this));
    if (wish.isEmpty())
        TOCSIN_TRY(checkNobodyTwice(writer, *this, before));
    TOCSIN_ASSIGN(
        const qint64 id,
        sql::insert(writer.db(),
                    u"INSERT INTO run (notice, notice_version, kind, letters, pages, parts, manifest_sha256, "
                    "finished_ms, finished_zone, by_person, pinned, proof_needs, wave, shard_index, shard_of, "
                    "people_sha256, again, letter_date) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
                    "?13, ?14, ?15, ?16, ?17, ?18)"_s,
                    notice, noticeVersion, kind, letters, pages, parts, manifestSha256, writer.now().msecs(),
                    sql::zoneOf(writer.now()), writer.actor().id, pinned, proofNeeds, wave, shardIndex, shardOf,
                    peopleSha256, wish, letterDate.toString(Qt::ISODate)));
    TOCSIN_TRY(insertDeliveries(writer, id, deliveries));
    TOCSIN_ASSIGN(const bool completes, completesItsWave(writer, *this));
    if (completes)
        TOCSIN_TRY(markProduced(writer, before));
    TOCSIN_TRY(refreshSent(writer, notice));
    TOCSIN_TRY(logSystemEntry(writer, place.incident, Stream::Communications, said(*this, before)));
    writer.touch(Kind::Run, id);
    writer.touch(Kind::Notice, notice.value);
    writer.touchAll(Kind::Delivery);
    writer.note({record.reference,
                 u"run/%1"_s.arg(id),
                 {},
                 {{u"notice"_s, place.key},
                  {u"version"_s, noticeVersion},
                  {u"kind"_s, kind},
                  {u"letters"_s, letters},
                  {u"pages"_s, pages},
                  {u"parts"_s, parts},
                  {u"wave"_s, wave},
                  {u"again"_s, wish},
                  {u"manifest_sha256"_s, manifestSha256},
                  {u"pinned"_s, pinned}}});
    return Outcome{id, u"run/%1"_s.arg(id)};
}

} // namespace tocsin::casework
