// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What the queries about deliveries share in speaking SQL. Not for other rooms.
namespace tocsin::casework::deliverysql {

/// That an act was not taken back; `act` is the expression for its id.
inline QString stands(const QString &act)
{
    return QStringLiteral("NOT EXISTS (SELECT 1 FROM delivery_act w WHERE w.withdraws = %1)").arg(act);
}

/// That something of a kind was recorded of the letter d, and stands. By the person, of whom there are few events,
/// since letters have no index.
inline QString recorded(const QString &kind)
{
    return QStringLiteral("EXISTS (SELECT 1 FROM delivery_event e JOIN delivery_act a ON a.id = e.act WHERE "
                          "e.recipient = d.recipient AND e.delivery = d.id AND a.kind = '%1' AND %2)")
        .arg(kind, stands(QStringLiteral("a.id")));
}

/// The parts that follow begin with these common table expressions over the incident `incident`, such as "?2". `some`
/// narrows the events e by their person.
///
/// `live` are the events that were not taken back, `fixed` the latest new address of each person, `back` the letters
/// that came back, and `bad` the people whose address is known not to work: a letter came back from it, and no other
/// address was recorded since that letter was produced. An e-mail that came back says nothing of the address.
inline QString addresses(const QString &incident, const QString &some = {}, const QString &moreBack = {})
{
    return QStringLiteral(R"(
WITH live AS (
    SELECT e.id, e.recipient, e.delivery, e.happened, e.reason, e.act, a.kind, a.notice, a.at_ms
    FROM delivery_event e JOIN delivery_act a ON a.id = e.act
    WHERE a.incident = %1 %2 AND %4
),
fixed AS (
    SELECT recipient, max(id) AS event, max(at_ms) AS at_ms FROM live WHERE kind = 'corrected' GROUP BY recipient
),
back AS (
    SELECT l.id, l.recipient, l.delivery, u.notice, u.finished_ms
    FROM live l JOIN delivery d ON d.id = l.delivery JOIN run u ON u.id = d.run
    WHERE l.kind = 'returned'
    %3
),
bad AS (
    SELECT DISTINCT b.recipient
    FROM back b JOIN notice bn ON bn.id = b.notice LEFT JOIN fixed f ON f.recipient = b.recipient
    WHERE bn.kind NOT IN ('email', 'phone')
        AND (f.event IS NULL OR (f.event < b.id AND f.at_ms <= b.finished_ms))
)
)")
        .arg(incident, some, moreBack, stands(QStringLiteral("a.id")));
}

/// Mailings, of which there are as many as letters, say nothing about addresses.
inline const QString kAboutAddresses = QStringLiteral("AND a.kind IN ('returned', 'corrected')");

/// `live`, `fixed`, `back` and `bad` of the incident ?1.
inline const QString kBad = addresses(QStringLiteral("?1"), kAboutAddresses);

/// The same as if the letters of the list ?2 had come back too.
inline const QString kBadThen = addresses(QStringLiteral("?1"), kAboutAddresses, QStringLiteral(R"(
    UNION ALL
    SELECT 9223372036854775807, d.recipient, d.id, u.notice, u.finished_ms FROM delivery d JOIN run u ON u.id = d.run
    WHERE d.id IN (SELECT value FROM json_each(?2)))"));

/// Common table expressions over one notice: ?1 is its id, ?2 that of its incident, ?3 a wave whose letters do not
/// count yet (0: all count). `letters` narrows the letters d, `people` the people r, as `some` of addresses().
///
/// Beside those of addresses(), `this` is what kind of notice it is, `letter` the latest letter of each person, `same`
/// the latest return of a letter that went where the latest one went, `other` whoever is told by the other first notice
/// (a letter by first-class mail and an e-mail are one, 45 CFR 164.404(d)(1)), and `said` what was said about that
/// letter (or about the notice, for people without one). A mailing is only what is said while nothing else is: it may
/// be recorded late. Postal addresses say nothing about e-mails and calls.
inline QString standings(const QString &events, const QString &letters, const QString &people)
{
    return addresses(QStringLiteral("?2"), events)
        + QStringLiteral(R"(,
this AS (
    SELECT kind = 'email' AS by_email, kind NOT IN ('email', 'phone') AS by_post,
        kind IN ('individual', 'email') AS is_first
    FROM notice WHERE id = ?1
),
letter AS (
    SELECT d.recipient, max(d.id) AS delivery, count(*) AS times, max(u.finished_ms) AS finished_ms
    FROM delivery d JOIN run u ON u.id = d.run
    WHERE u.notice = ?1 AND u.wave <> ?3 %1
    GROUP BY d.recipient
),
same AS (
    SELECT b.recipient, max(b.id) AS event FROM back b JOIN letter t ON t.recipient = b.recipient
    WHERE b.notice = ?1 AND (SELECT by_post FROM this) AND NOT EXISTS (
        SELECT 1 FROM delivery_event e JOIN delivery_act a ON a.id = e.act
        WHERE e.recipient = b.recipient AND a.kind = 'corrected' AND a.at_ms <= t.finished_ms
            AND (a.at_ms > b.finished_ms OR e.id > b.id) AND %3)
    GROUP BY b.recipient
),
said AS (
    SELECT l.recipient, max(CASE WHEN l.kind <> 'mailed' THEN l.id END) AS event, max(l.id) AS sent
    FROM live l LEFT JOIN letter t ON t.recipient = l.recipient
    WHERE l.kind <> 'corrected' AND l.delivery IS t.delivery AND (l.delivery IS NOT NULL OR l.notice = ?1)
    GROUP BY l.recipient
),
other AS (
    SELECT DISTINCT d.recipient
    FROM delivery d JOIN run u ON u.id = d.run JOIN notice o ON o.id = u.notice
    WHERE o.incident = ?2 AND o.id <> ?1 AND o.kind IN ('individual', 'email') AND (SELECT is_first FROM this)
        AND d.id NOT IN (SELECT delivery FROM back) %1
),
person AS (
    SELECT r.id, r.postal_code, r.key, r.residence, r.standing, by_post, by_post AND b.recipient IS NOT NULL AS is_bad,
        CASE
            WHEN by_email THEN r.email_consent = 1 AND r.email <> ''
            WHEN by_post THEN r.reachable = 1 AND b.recipient IS NULL
            ELSE 1
        END AS can_get_it
    FROM recipient r JOIN this LEFT JOIN bad b ON b.recipient = r.id
    WHERE r.incident = ?2 %2
),
-- The state of everybody: the tokens are those of DeliveryState.
standing AS (
    SELECT p.id AS recipient, p.postal_code, p.key, p.residence, p.standing, p.is_bad, t.delivery,
        coalesce(t.times, 0) AS times, l.id AS event, f.event AS fixed,
        t.delivery IS NOT NULL OR p.can_get_it AS has_address,
        CASE
            WHEN o.recipient IS NOT NULL AND (l.kind = 'returned' OR (l.kind IS NULL AND t.delivery IS NULL))
                THEN 'otherwise'
            WHEN l.kind = 'mailed' THEN 'mailed'
            WHEN l.kind IS NOT NULL AND p.by_post
                AND (f.event > l.id OR (l.kind = 'returned' AND f.at_ms > t.finished_ms))
                THEN CASE WHEN t.delivery IS NULL THEN 'queued' ELSE 'corrected' END
            WHEN l.kind IS NOT NULL THEN l.kind
            WHEN t.delivery IS NOT NULL THEN 'produced'
            WHEN p.can_get_it THEN 'queued'
            ELSE 'no-address'
        END AS state
    FROM person p
        LEFT JOIN other o ON o.recipient = p.id
        LEFT JOIN letter t ON t.recipient = p.id
        LEFT JOIN said s ON s.recipient = p.id
        LEFT JOIN same m ON m.recipient = p.id
        LEFT JOIN live l ON l.id = coalesce(s.event, m.event, s.sent)
        LEFT JOIN fixed f ON f.recipient = p.id
    WHERE p.standing = 'included' OR t.delivery IS NOT NULL
)
)")
              .arg(letters, people, stands(QStringLiteral("a.id")));
}

/// Everybody's.
inline const QString kStandings = standings({}, {}, {});

/// Those of the people in the list ?4, without a look at the others.
inline const QString kStandingsOfSome
    = standings(QStringLiteral("AND e.recipient IN (SELECT value FROM json_each(?4))"),
                QStringLiteral("AND d.recipient IN (SELECT value FROM json_each(?4))"),
                QStringLiteral("AND r.id IN (SELECT value FROM json_each(?4))"));

} // namespace tocsin::casework::deliverysql
