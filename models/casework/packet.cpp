// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/packet.h"

#include "casework/incident.h"
#include "casework/sql.h"
#include "casework/timeline.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

Result<QList<Packet>> PacketsQuery::run(Reader &reader) const
{
    return sql::rows(
        reader.db(),
        u"SELECT k.id, k.incident, k.number, k.manifest_sha256, k.ledger_count, k.pages, k.built_ms, k.built_zone, "
        u"p.name "
        "FROM packet k JOIN person p ON p.id = k.by_person WHERE k.incident = ?1 ORDER BY k.number DESC"_s,
        [](const vault::Statement &row) {
            Packet packet;
            packet.id = sql::id<PacketId>(row, 0);
            packet.incident = sql::id<IncidentId>(row, 1);
            packet.number = static_cast<int>(row.integer(2));
            packet.manifestSha256 = row.text(3);
            packet.ledgerCount = row.integer(4);
            packet.pages = row.integer(5);
            packet.built = sql::instant(row, 6);
            packet.byName = row.text(8);
            return packet;
        },
        incident);
}

Result<Outcome> RecordPacket::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Incident record, IncidentById{incident}.run(writer));
    TOCSIN_ASSIGN(
        const qint64 id,
        sql::insert(writer.db(),
                    u"INSERT INTO packet (incident, number, manifest_sha256, ledger_count, pages, built_ms, "
                    "built_zone, by_person) VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM packet WHERE "
                    "incident = ?1), ?2, ?3, ?4, ?5, ?6, ?7)"_s,
                    incident, manifestSha256, ledgerCount, pages, writer.now().msecs(), sql::zoneOf(writer.now()),
                    writer.actor().id));
    TOCSIN_TRY(logSystemEntry(writer, incident, Stream::Regulatory,
                              u"Evidence packet built; its tag manifest's SHA-256 is %1"_s.arg(manifestSha256)));
    writer.touch(Kind::Packet, id);
    writer.note({record.reference,
                 u"packet/%1"_s.arg(id),
                 {},
                 {{u"manifest_sha256"_s, manifestSha256}, {u"ledger_count"_s, ledgerCount}, {u"pages"_s, pages}}});
    return Outcome{id, u"packet/%1"_s.arg(id)};
}

} // namespace tocsin::casework
