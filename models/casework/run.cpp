// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/run.h"

#include "casework/incident.h"
#include "casework/notice.h"
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

} // namespace

Result<QList<Run>> RunsQuery::run(Reader &reader) const
{
    return sql::rows(
        reader.db(),
        u"SELECT r.id, r.notice, r.notice_version, r.kind, r.letters, r.pages, r.parts, r.manifest_sha256, "
        u"r.finished_ms, "
        "r.finished_zone, p.name, r.pinned, r.proof_needs FROM run r JOIN notice n ON n.id = r.notice JOIN person p ON "
        "p.id = r.by_person "
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
    TOCSIN_ASSIGN(const qint64 id,
                  sql::insert(writer.db(),
                              u"INSERT INTO run (notice, notice_version, kind, letters, pages, parts, manifest_sha256, "
                              "finished_ms, finished_zone, by_person, pinned, proof_needs) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"_s,
                              notice, noticeVersion, kind, letters, pages, parts, manifestSha256, writer.now().msecs(),
                              sql::zoneOf(writer.now()), writer.actor().id, pinned, proofNeeds));
    TOCSIN_TRY(insertDeliveries(writer, id, deliveries));
    const bool isDocument = kind == "document"_L1;
    if (isDocument || kind == "full"_L1)
        TOCSIN_TRY(markProduced(writer, before));
    const QString said = isDocument
        ? u"“%1” produced"_s.arg(before.title)
        : u"“%1”: %2 letters produced (%3 run)"_s.arg(before.title, QString::number(letters), kind);
    TOCSIN_TRY(logSystemEntry(writer, place.incident, Stream::Communications, said));
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
                  {u"manifest_sha256"_s, manifestSha256},
                  {u"pinned"_s, pinned}}});
    return Outcome{id, u"run/%1"_s.arg(id)};
}

} // namespace tocsin::casework
