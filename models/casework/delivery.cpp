// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/delivery.h"

#include "casework/delivery_sql.h"
#include "casework/sql.h"
#include "casework/tokens.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr std::array kStates{
    Words<DeliveryState>{DeliveryState::Queued, "queued"_L1, "To be written to"_L1},
    Words<DeliveryState>{DeliveryState::NoAddress, "no-address"_L1, "No usable address"_L1},
    Words<DeliveryState>{DeliveryState::Produced, "produced"_L1, "Produced"_L1},
    Words<DeliveryState>{DeliveryState::Mailed, "mailed"_L1, "Mailed"_L1},
    Words<DeliveryState>{DeliveryState::Returned, "returned"_L1, "Returned"_L1},
    Words<DeliveryState>{DeliveryState::Corrected, "corrected"_L1, "New address"_L1},
    Words<DeliveryState>{DeliveryState::Substitute, "substitute"_L1, "Substitute notice"_L1},
};

Result<IncidentId> incidentOf(Reader &reader, NoticeId notice)
{
    return sql::one(
        reader.db(), u"There is no such notice."_s, u"SELECT incident FROM notice WHERE id = ?1"_s,
        [](const vault::Statement &row) { return sql::id<IncidentId>(row, 0); }, notice);
}

DeliveryStanding readStanding(const vault::Statement &row)
{
    DeliveryStanding standing;
    standing.recipient = sql::id<RecipientId>(row, 0);
    standing.state = stored(kStates, row.text(1));
    standing.letters = static_cast<int>(row.integer(2));
    standing.wave = static_cast<int>(row.integer(3));
    standing.delivery = row.integer(4);
    standing.since = sql::date(row, 5);
    standing.reason = row.text(6);
    standing.wasMailed = row.boolean(7);
    standing.wasReturned = row.boolean(8);
    standing.residence = row.text(9);
    return standing;
}

// Since when: a new address has a day of its own.
const QString kStandingColumns
    = u"SELECT s.recipient, s.state, s.times, coalesce(u.wave, 0), coalesce(s.delivery, 0), "
      "coalesce(CASE WHEN s.state = 'corrected' THEN (SELECT happened FROM live WHERE id = s.fixed) ELSE s.happened "
      "END,"
      " ''), coalesce(s.reason, ''), "
      "EXISTS (SELECT 1 FROM live l JOIN delivery d ON d.id = l.delivery JOIN run q ON q.id = d.run "
      "WHERE l.recipient = s.recipient AND l.kind = 'mailed' AND q.notice = ?1), "
      "EXISTS (SELECT 1 FROM live l JOIN delivery d ON d.id = l.delivery JOIN run q ON q.id = d.run "
      "WHERE l.recipient = s.recipient AND l.kind = 'returned' AND q.notice = ?1), s.residence "
      "FROM standing s LEFT JOIN delivery x ON x.id = s.delivery LEFT JOIN run u ON u.id = x.run "_s;

void count(DeliveryFunnel &funnel, const DeliveryStanding &each)
{
    const bool isDelivered = each.state == DeliveryState::Mailed;
    const bool hasAddress = each.state != DeliveryState::NoAddress && each.state != DeliveryState::Returned
        && each.state != DeliveryState::Substitute;
    funnel.people += 1;
    funnel.withAddress += hasAddress ? 1 : 0;
    funnel.produced += each.letters > 0 ? 1 : 0;
    funnel.mailed += each.wasMailed ? 1 : 0;
    funnel.delivered += isDelivered ? 1 : 0;
    funnel.returned += each.wasReturned ? 1 : 0;
    funnel.mailedAgain += isDelivered && each.wasReturned ? 1 : 0;
    ++funnel.states[each.state];
    ++funnel.waves[each.wave][each.state];
}

DeliveryEvent readEvent(const vault::Statement &row)
{
    DeliveryEvent event;
    event.act = row.integer(0);
    event.kind = row.text(1);
    event.noticeKey = row.text(2);
    event.wave = static_cast<int>(row.integer(3));
    event.happened = sql::date(row, 4);
    event.reason = row.text(5);
    event.carrier = row.text(6);
    event.reference = row.text(7);
    event.fileName = row.text(8);
    event.fileSha256 = row.text(9);
    event.withdrawn = row.boolean(10);
    event.recorded = sql::instant(row, 11);
    event.byName = row.text(13);
    return event;
}

} // namespace

QString deliveryStateToken(DeliveryState state)
{
    return tokenOf(kStates, state);
}

QString deliveryStateName(DeliveryState state)
{
    return nameOf(kStates, state);
}

QList<DeliveryState> allDeliveryStates()
{
    QList<DeliveryState> states;
    for (const Words<DeliveryState> &each : kStates)
        states << each.value;
    return states;
}

Result<DeliveryState> deliveryStateFromToken(const QString &token)
{
    return fromToken(kStates, token, "a state of delivery"_L1);
}

Result<QList<DeliveryStanding>> DeliveryStandings::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const IncidentId incident, incidentOf(reader, notice));
    return sql::rows(reader.db(),
                     deliverysql::kStandings + kStandingColumns
                         + u"WHERE (?4 IS NULL OR s.state = ?4) AND (?5 IS NULL OR s.recipient = ?5) "
                           "ORDER BY s.postal_code, s.key"_s,
                     readStanding, notice, incident, qint64{0},
                     state ? std::optional(deliveryStateToken(*state)) : std::nullopt, recipient);
}

Result<DeliveryFunnel> DeliveryFunnelQuery::run(Reader &reader) const
{
    DeliveryFunnel funnel;
    TOCSIN_ASSIGN(const QList<DeliveryStanding> all, DeliveryStandings{notice}.run(reader));
    for (const DeliveryStanding &each : all)
        count(funnel, each);
    return funnel;
}

Result<QList<RecipientId>> ReturnedInFile::run(Reader &reader) const
{
    return sql::rows(
        reader.db(),
        u"SELECT DISTINCT e.recipient FROM delivery_event e JOIN delivery_act a ON a.id = e.act WHERE a.incident = ?1 "
        u"AND "
        "a.kind = 'returned' AND a.file_sha256 = ?2 AND NOT EXISTS (SELECT 1 FROM delivery_act w WHERE w.withdraws = "
        "a.id)"_s,
        [](const vault::Statement &row) { return sql::id<RecipientId>(row, 0); }, incident, fileSha256);
}

Result<QList<DeliveryEvent>> DeliveryHistory::run(Reader &reader) const
{
    if (!reader.may("recipient.view"_L1))
        return fail(ErrorCode::NotAllowed,
                    u"The people affected are not shown to the role “%1”."_s.arg(roleName(reader.actor().role)));
    // A letter is produced on the day its run was finished, in the zone it was finished in.
    return sql::rows(
        reader.db(),
        u"SELECT * FROM (SELECT 0 AS act, 'produced' AS kind, n.key AS notice, u.wave AS wave, '' AS happened, '' AS "
        "reason, '' AS carrier, '' AS reference, '' AS file_name, d.sha256 AS file_sha256, 0 AS withdrawn, "
        "u.finished_ms AS at_ms, u.finished_zone AS at_zone, p.name AS name, 0 AS number "
        "FROM delivery d JOIN run u ON u.id = d.run JOIN notice n ON n.id = u.notice JOIN person p ON p.id = "
        "u.by_person WHERE d.recipient = ?1 "
        "UNION ALL SELECT a.id, a.kind, coalesce(n.key, m.key, ''), coalesce(u.wave, 0), e.happened, e.reason, "
        "a.carrier, a.reference, a.file_name, a.file_sha256, "
        "EXISTS (SELECT 1 FROM delivery_act w WHERE w.withdraws = a.id), a.at_ms, a.at_zone, p.name, e.id "
        "FROM delivery_event e JOIN delivery_act a ON a.id = e.act JOIN person p ON p.id = a.by_person "
        "LEFT JOIN delivery d ON d.id = e.delivery LEFT JOIN run u ON u.id = d.run LEFT JOIN notice n ON n.id = "
        "u.notice LEFT JOIN notice m ON m.id = a.notice WHERE e.recipient = ?1) ORDER BY at_ms, number"_s,
        [](const vault::Statement &row) {
            DeliveryEvent event = readEvent(row);
            if (!event.happened.isValid())
                event.happened = event.recorded.localDate();
            return event;
        },
        recipient);
}

} // namespace tocsin::casework
