// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What the queries about deliveries share in speaking SQL. Not for other rooms.
namespace tocsin::casework::deliverysql {

/// Common table expressions over one notice: ?1 is its id, ?2 that of its incident, ?3 a wave whose letters do not
/// count yet (0: all count).
///
/// `live` are the events that were not taken back, `letter` the latest letter of each person, `said` the latest event
/// about that letter (or about the notice, for people without one), `fixed` the latest new address, and `bad` the
/// people whose address is known not to work: something came back, and no other address was recorded after that.
inline const QString kStandings = QStringLiteral(
    "WITH live AS (SELECT e.id, e.recipient, e.delivery, e.happened, e.reason, a.kind, a.notice FROM delivery_event e "
    "JOIN delivery_act a ON a.id = e.act WHERE a.incident = ?2 AND NOT EXISTS "
    "(SELECT 1 FROM delivery_act w WHERE w.withdraws = a.id)), "
    "letter AS (SELECT d.recipient, max(d.id) AS delivery, count(*) AS times FROM delivery d "
    "JOIN run u ON u.id = d.run WHERE u.notice = ?1 AND u.wave <> ?3 GROUP BY d.recipient), "
    "said AS (SELECT l.recipient, max(l.id) AS event FROM live l LEFT JOIN letter t ON t.recipient = l.recipient "
    "WHERE l.kind <> 'corrected' AND l.delivery IS t.delivery AND (l.delivery IS NOT NULL OR l.notice = ?1) "
    "GROUP BY l.recipient), "
    "fixed AS (SELECT recipient, max(id) AS event FROM live WHERE kind = 'corrected' GROUP BY recipient), "
    "bad AS (SELECT recipient FROM live GROUP BY recipient HAVING "
    "max(CASE WHEN kind = 'returned' THEN id ELSE 0 END) > max(CASE WHEN kind = 'corrected' THEN id ELSE 0 END)), "
    // The state of everybody: the tokens are those of DeliveryState.
    "standing AS (SELECT r.id AS recipient, r.postal_code, r.key, r.residence, r.standing, r.reachable, t.delivery, "
    "coalesce(t.times, 0) AS times, b.recipient IS NOT NULL AS is_bad, l.happened, l.reason, f.event AS fixed, CASE "
    "WHEN l.kind = 'mailed' THEN 'mailed' "
    "WHEN l.kind IS NOT NULL AND f.event > l.id THEN CASE WHEN t.delivery IS NULL THEN 'queued' ELSE 'corrected' END "
    "WHEN l.kind IS NOT NULL THEN l.kind "
    "WHEN t.delivery IS NOT NULL THEN 'produced' "
    "WHEN r.reachable = 0 OR b.recipient IS NOT NULL THEN 'no-address' ELSE 'queued' END AS state "
    "FROM recipient r LEFT JOIN letter t ON t.recipient = r.id LEFT JOIN said s ON s.recipient = r.id "
    "LEFT JOIN live l ON l.id = s.event LEFT JOIN fixed f ON f.recipient = r.id LEFT JOIN bad b ON b.recipient = r.id "
    "WHERE r.incident = ?2 AND (r.standing = 'included' OR t.delivery IS NOT NULL)) ");

/// `live` and `bad` alone, of the incident ?1.
inline const QString kBad = QStringLiteral(
    "WITH live AS (SELECT e.id, e.recipient, a.kind FROM delivery_event e JOIN delivery_act a ON a.id = e.act WHERE "
    "a.incident = ?1 AND NOT EXISTS (SELECT 1 FROM delivery_act w WHERE w.withdraws = a.id)), "
    "bad AS (SELECT recipient FROM live GROUP BY recipient HAVING "
    "max(CASE WHEN kind = 'returned' THEN id ELSE 0 END) > max(CASE WHEN kind = 'corrected' THEN id ELSE 0 END)) ");

} // namespace tocsin::casework::deliverysql
