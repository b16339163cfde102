// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/delivery.h"

#include "casework/delivery_sql.h"
#include "casework/record_day.h"
#include "casework/sql.h"
#include "casework/tokens.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr std::array kStates{
    Words<DeliveryState>{DeliveryState::Queued, "queued"_L1, {}},
    Words<DeliveryState>{DeliveryState::NoAddress, "no-address"_L1, {}},
    Words<DeliveryState>{DeliveryState::Otherwise, "otherwise"_L1, {}},
    Words<DeliveryState>{DeliveryState::Produced, "produced"_L1, {}},
    Words<DeliveryState>{DeliveryState::Mailed, "mailed"_L1, {}},
    Words<DeliveryState>{DeliveryState::Returned, "returned"_L1, {}},
    Words<DeliveryState>{DeliveryState::Corrected, "corrected"_L1, {}},
    Words<DeliveryState>{DeliveryState::Substitute, "substitute"_L1, {}},
};

Result<IncidentId> incidentOf(Reader &reader, NoticeId notice)
{
    return sql::one(
        reader.db(), u"There is no such notice."_s, u"SELECT incident FROM notice WHERE id = ?1"_s,
        [](const vault::Statement &row) { return sql::id<IncidentId>(row, 0); }, notice);
}

/// Days are the organization's, in `zone`.
DeliveryStanding readStanding(const vault::Statement &row, const QByteArray &zone)
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
    if (standing.delivery > 0)
        standing.produced = sql::instant(row, 10).inZone(zone).localDate();
    standing.proof = {row.text(12), row.text(13), row.text(14), row.text(15)};
    return standing;
}

// Whose letters were mailed, came back, and arrived: the latest mailed one is later than any that came back.
const QString kFate
    = u", fate AS (SELECT l.recipient, max(l.kind = 'mailed') AS mailed, max(l.kind = 'returned') AS returned, "
      "max(CASE WHEN l.kind = 'mailed' THEN d.id END) > coalesce(max(CASE WHEN l.kind = 'returned' THEN d.id END), 0) "
      "AS arrived FROM live l JOIN delivery d ON d.id = l.delivery JOIN run q ON q.id = d.run WHERE q.notice = ?1 "
      "GROUP BY l.recipient) "_s;

const QString kFrom = u"FROM standing s LEFT JOIN delivery x ON x.id = s.delivery LEFT JOIN run u ON u.id = x.run "
                      "LEFT JOIN fate ON fate.recipient = s.recipient "_s;

// Since when, and what shows it: a new address has a day of its own.
const QString kColumns = kFate
    + u"SELECT s.recipient, s.state, s.times, coalesce(u.wave, 0), coalesce(s.delivery, 0), coalesce(e.happened, ''), "
      "coalesce(y.reason, ''), coalesce(fate.mailed, 0), coalesce(fate.returned, 0), s.residence, "
      "coalesce(u.finished_ms, 0), coalesce(u.finished_zone, ''), coalesce(a.carrier, ''), coalesce(a.reference, ''), "
      "coalesce(a.file_name, ''), coalesce(a.file_sha256, '') "_s
    + kFrom
    + u"LEFT JOIN delivery_event y ON y.id = s.event LEFT JOIN delivery_event e ON "
      "e.id = CASE WHEN s.state = 'corrected' THEN s.fixed ELSE s.event END LEFT JOIN delivery_act a ON a.id = e.act "_s;

/// So many people who are alike in all that the funnel counts.
struct AlikePeople
{
    DeliveryState state = DeliveryState::Queued;
    int wave = 0;
    bool hasLetter = false;
    bool wasMailed = false;
    bool wasReturned = false;
    bool hasArrived = false;
    bool hasAddress = false;
    QString residence;
    qint64 people = 0;
};

AlikePeople readAlike(const vault::Statement &row)
{
    return {stored(kStates, row.text(0)),
            static_cast<int>(row.integer(1)),
            row.boolean(2),
            row.boolean(3),
            row.boolean(4),
            row.boolean(5),
            row.boolean(6),
            row.text(7),
            row.integer(8)};
}

void count(DeliveryFunnel &funnel, const AlikePeople &each)
{
    // Whoever has a letter has it, though another lies there that is not mailed yet.
    const bool isDelivered
        = each.state == DeliveryState::Mailed || (each.state == DeliveryState::Produced && each.hasArrived);
    funnel.people += each.people;
    funnel.withAddress += each.hasAddress ? each.people : 0;
    funnel.produced += each.hasLetter ? each.people : 0;
    funnel.mailed += each.wasMailed ? each.people : 0;
    funnel.delivered += isDelivered ? each.people : 0;
    funnel.returned += each.wasReturned ? each.people : 0;
    funnel.mailedAgain += isDelivered && each.wasReturned ? each.people : 0;
    funnel.states[each.state] += each.people;
    funnel.waves[each.wave][each.state] += each.people;
    funnel.residences[each.residence][each.state] += each.people;
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
    event.proof = {row.text(6), row.text(7), row.text(8), row.text(9)};
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
    TOCSIN_ASSIGN(const QByteArray zone, organizationZone(reader));
    const auto read = [&zone](const vault::Statement &row) { return readStanding(row, zone); };
    const auto wanted = state ? std::optional(deliveryStateToken(*state)) : std::nullopt;
    const QString rest = kColumns + u"WHERE ?%1 IS NULL OR s.state = ?%1 ORDER BY s.postal_code, s.key"_s;
    if (!people) {
        return sql::rows(reader.db(), deliverysql::kStandings + rest.arg(4), read, notice, incident, qint64{0}, wanted);
    }
    return sql::rows(reader.db(), deliverysql::kStandingsOfSome + rest.arg(5), read, notice, incident, qint64{0},
                     sql::idList(*people), wanted);
}

Result<DeliveryFunnel> DeliveryFunnelQuery::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const IncidentId incident, incidentOf(reader, notice));
    TOCSIN_ASSIGN(const QList<AlikePeople> all,
                  sql::rows(reader.db(),
                            deliverysql::kStandings + kFate
                                + u"SELECT s.state, coalesce(u.wave, 0), s.times > 0, coalesce(fate.mailed, 0), "
                                  "coalesce(fate.returned, 0), coalesce(fate.arrived, 0), s.has_address, s.residence, "
                                  "count(*) "_s
                                + kFrom + u"GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"_s,
                            readAlike, notice, incident, qint64{0}));
    DeliveryFunnel funnel;
    for (const AlikePeople &each : all)
        count(funnel, each);
    return funnel;
}

Result<QList<LetterInTheMail>> LettersInTheMail::run(Reader &reader) const
{
    return sql::rows(
        reader.db(),
        u"WITH live AS (SELECT e.delivery, e.happened, a.kind FROM delivery_event e JOIN delivery_act a ON a.id = "
        "e.act WHERE a.incident = ?1 AND a.kind IN ('mailed', 'returned') AND "_s
            + deliverysql::stands(u"a.id"_s)
            + u"), "
              "fate AS (SELECT delivery, max(CASE WHEN kind = 'mailed' THEN happened END) AS mailed, "
              "max(CASE WHEN kind = 'returned' THEN happened END) AS returned FROM live GROUP BY delivery) "
              "SELECT d.id, d.recipient, coalesce(f.mailed, ''), coalesce(f.returned, '') FROM run u JOIN notice n ON "
              "n.id = u.notice JOIN delivery d ON d.run = u.id LEFT JOIN fate f ON f.delivery = d.id WHERE n.incident "
              "= ?1 "
              "ORDER BY d.id"_s,
        [](const vault::Statement &row) {
            return LetterInTheMail{row.integer(0), sql::id<RecipientId>(row, 1), sql::date(row, 2), sql::date(row, 3)};
        },
        incident);
}

Result<QList<RecipientId>> ReturnedInFile::run(Reader &reader) const
{
    return sql::rows(
        reader.db(),
        u"SELECT DISTINCT e.recipient FROM delivery_event e JOIN delivery_act a ON a.id = e.act WHERE a.incident = ?1 "
        "AND a.kind = 'returned' AND a.file_sha256 = ?2 AND "_s
            + deliverysql::stands(u"a.id"_s),
        [](const vault::Statement &row) { return sql::id<RecipientId>(row, 0); }, incident, fileSha256);
}

Result<QList<DeliveryEvent>> DeliveryHistory::run(Reader &reader) const
{
    if (!reader.may("recipient.view"_L1))
        return fail(ErrorCode::NotAllowed,
                    u"The people affected are not shown to the role “%1”."_s.arg(roleName(reader.actor().role)));
    TOCSIN_ASSIGN(const QByteArray zone, organizationZone(reader));
    // A letter is produced on the day its run was finished.
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
        [&zone](const vault::Statement &row) {
            DeliveryEvent event = readEvent(row);
            if (!event.happened.isValid())
                event.happened = event.recorded.inZone(zone).localDate();
            return event;
        },
        recipient);
}

} // namespace tocsin::casework
