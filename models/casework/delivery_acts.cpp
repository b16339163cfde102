// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/delivery_acts.h"

#include "casework/delivery_sql.h"
#include "casework/sql.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

DeliveryAct readAct(const vault::Statement &row)
{
    DeliveryAct act;
    act.id = row.integer(0);
    act.kind = row.text(1);
    act.run = sql::id<RunId>(row, 2);
    act.wave = static_cast<int>(row.integer(3));
    act.people = row.integer(4);
    act.first = sql::date(row, 5);
    act.last = sql::date(row, 6);
    act.how = act.kind == "substitute"_L1 ? row.text(7) : QString();
    act.proof = {row.text(8), row.text(9), row.text(10), row.text(11)};
    act.withdrawn = row.boolean(12);
    act.recorded = sql::instant(row, 13);
    act.byName = row.text(15);
    return act;
}

qint64 firstNumber(const vault::Statement &row)
{
    return row.integer(0);
}

/// Whoever is in `standing`, without the work of finding out how they stand.
Result<QList<qint64>> everybody(Reader &reader, NoticeId notice, IncidentId incident)
{
    return sql::rows(reader.db(),
                     u"SELECT id FROM recipient WHERE incident = ?2 AND standing = 'included' UNION SELECT d.recipient "
                     "FROM delivery d JOIN run u ON u.id = d.run WHERE u.notice = ?1"_s,
                     firstNumber, notice, incident);
}

Result<QList<qint64>> inState(Reader &reader, NoticeId notice, IncidentId incident, DeliveryState state)
{
    return sql::rows(reader.db(), deliverysql::kStandings + u"SELECT recipient FROM standing WHERE state = ?4"_s,
                     firstNumber, notice, incident, qint64{0}, deliveryStateToken(state));
}

} // namespace

Result<QList<DeliveryAct>> DeliveryActs::run(Reader &reader) const
{
    // An event is the notice's by its letter or by what was recorded; a new address by the letters the person had.
    return sql::rows(
        reader.db(),
        u"WITH letter AS (SELECT d.id, d.recipient FROM delivery d JOIN run u ON u.id = d.run WHERE u.notice = ?1), "
        "had AS (SELECT DISTINCT recipient FROM letter) "
        "SELECT a.id, a.kind, coalesce(a.run, 0), coalesce(u.wave, 0), count(DISTINCT e.recipient), min(e.happened), "
        "max(e.happened), min(e.reason), a.carrier, a.reference, a.file_name, a.file_sha256, "
        "EXISTS (SELECT 1 FROM delivery_act w WHERE w.withdraws = a.id), a.at_ms, a.at_zone, p.name "
        "FROM delivery_act a JOIN delivery_event e ON e.act = a.id JOIN person p ON p.id = a.by_person "
        "LEFT JOIN run u ON u.id = a.run "
        "WHERE a.incident = (SELECT incident FROM notice WHERE id = ?1) AND (a.notice = ?1 OR (a.kind = 'returned' AND "
        "e.delivery IN (SELECT id FROM letter)) OR (a.kind = 'corrected' AND e.recipient IN (SELECT recipient FROM "
        "had))) GROUP BY a.id ORDER BY a.id"_s,
        readAct, notice);
}

Result<QList<RecipientId>> DeliveryPeopleIds::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const IncidentId incident,
                  sql::one(
                      reader.db(), u"There is no such notice."_s, u"SELECT incident FROM notice WHERE id = ?1"_s,
                      [](const vault::Statement &row) { return sql::id<IncidentId>(row, 0); }, notice));
    RecipientIds searched{incident};
    searched.search = search;
    TOCSIN_ASSIGN(const QList<RecipientId> found, searched.run(reader));
    TOCSIN_ASSIGN(const QList<qint64> concerned,
                  state ? inState(reader, notice, incident, *state) : everybody(reader, notice, incident));
    const QSet<qint64> wanted(concerned.cbegin(), concerned.cend());
    QList<RecipientId> ids;
    for (const RecipientId id : found) {
        if (wanted.contains(id.value))
            ids << id;
    }
    return ids;
}

Result<QList<DeliveryPerson>> DeliveryPeopleById::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const QList<Recipient> found, RecipientsById{ids}.run(reader));
    TOCSIN_ASSIGN(const QList<DeliveryStanding> standings, DeliveryStandings{notice, {}, ids}.run(reader));
    QHash<RecipientId, DeliveryStanding> known;
    for (const DeliveryStanding &each : standings)
        known.insert(each.recipient, each);
    QList<DeliveryPerson> people;
    for (const Recipient &person : found) {
        if (const auto at = known.constFind(person.id); at != known.constEnd())
            people.append({person, *at});
    }
    return people;
}

} // namespace tocsin::casework
