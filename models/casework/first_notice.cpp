// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/first_notice.h"

#include "casework/delivery_sql.h"
#include "casework/record_day.h"
#include "casework/sql.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

bool isFirstNotice(const Notice &notice)
{
    return notice.kind == "individual"_L1 || notice.kind == "email"_L1;
}

bool isFollowUp(const Notice &notice)
{
    return notice.kind == "supplement"_L1 || notice.kind == "correction"_L1;
}

QString earlierLetters()
{
    // One that came back was never read, and one that still lies there is none yet.
    return u"delivery d JOIN run u ON u.id = d.run JOIN notice n ON n.id = u.notice WHERE n.incident = ?2 AND n.id <> "
           "?1 AND n.kind IN ('individual', 'email', 'supplement', 'correction') "
           "AND u.id < coalesce((SELECT min(id) FROM run WHERE notice = ?1 AND kind <> 'proof'), u.id + 1) AND "_s
        + deliverysql::recorded(u"mailed"_s) + u" AND NOT "_s + deliverysql::recorded(u"returned"_s);
}

Result<QList<EarlierNotice>> EarlierNotices::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const QByteArray zone, organizationZone(reader));
    return sql::rows(
        reader.db(),
        u"WITH earlier AS (SELECT max(d.id) AS delivery FROM "_s + earlierLetters()
            + u" GROUP BY d.recipient) SELECT d.recipient, u.letter_date, u.finished_ms, u.finished_zone, n.kind FROM "
              "earlier e JOIN delivery d ON d.id = e.delivery JOIN run u ON u.id = d.run JOIN notice n ON "
              "n.id = u.notice ORDER BY d.recipient"_s,
        [&zone](const vault::Statement &row) {
            const QDate dated = sql::date(row, 1);
            return EarlierNotice{sql::id<RecipientId>(row, 0),
                                 dated.isValid() ? dated : sql::instant(row, 2).inZone(zone).localDate(),
                                 row.text(4) == "email"_L1};
        },
        notice, incident);
}

Result<QDate> FirstMailing::run(Reader &reader) const
{
    // All events of a mailing are of one day.
    return sql::one(
        reader.db(), {},
        u"SELECT coalesce(min((SELECT e.happened FROM delivery_event e WHERE e.act = a.id LIMIT 1)), '') FROM "
        "delivery_act a JOIN run u ON u.id = a.run JOIN notice n ON n.id = u.notice WHERE a.incident = ?1 AND "
        "a.kind = 'mailed' AND n.kind IN ('individual', 'email') AND "_s
            + deliverysql::stands(u"a.id"_s),
        [](const vault::Statement &row) { return sql::date(row, 0); }, incident);
}

Result<qint64> lettersInTheHouse(Reader &reader, IncidentId incident)
{
    return sql::number(
        reader.db(),
        u"SELECT count(DISTINCT d.recipient) FROM delivery d JOIN run u ON u.id = d.run JOIN notice n ON n.id = "
        "u.notice WHERE n.incident = ?1 AND n.kind IN ('individual', 'email') AND NOT "_s
            + deliverysql::recorded(u"mailed"_s),
        incident);
}

} // namespace tocsin::casework
