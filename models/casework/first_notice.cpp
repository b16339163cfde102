// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/first_notice.h"

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

Result<QList<EarlierNotice>> EarlierNotices::run(Reader &reader) const
{
    return sql::rows(
        reader.db(),
        u"WITH earlier AS (SELECT max(d.id) AS delivery FROM delivery d JOIN run u ON u.id = d.run "
        "JOIN notice n ON n.id = u.notice WHERE n.incident = ?2 AND n.id <> ?1 "
        "AND n.kind IN ('individual', 'email', 'supplement', 'correction') "
        "AND u.id < coalesce((SELECT min(id) FROM run WHERE notice = ?1 AND kind <> 'proof'), u.id + 1) "
        "GROUP BY d.recipient) "
        "SELECT d.recipient, u.finished_ms, u.finished_zone, n.kind FROM earlier e JOIN delivery d ON d.id = "
        "e.delivery "
        "JOIN run u ON u.id = d.run JOIN notice n ON n.id = u.notice ORDER BY d.recipient"_s,
        [](const vault::Statement &row) {
            return EarlierNotice{sql::id<RecipientId>(row, 0), sql::instant(row, 1), row.text(3) == "email"_L1};
        },
        notice, incident);
}

QString hadFirstNoticeOtherwise(const QString &person)
{
    return u"EXISTS (SELECT 1 FROM delivery od JOIN run ou ON ou.id = od.run JOIN notice o ON o.id = ou.notice "
           "WHERE od.recipient = %1 AND o.id <> ?1 AND o.kind IN ('individual', 'email') AND NOT EXISTS "
           "(SELECT 1 FROM delivery_event oe JOIN delivery_act oa ON oa.id = oe.act WHERE oe.delivery = od.id "
           "AND oa.kind = 'returned' AND NOT EXISTS (SELECT 1 FROM delivery_act ow WHERE ow.withdraws = oa.id)))"_s.arg(
               person);
}

} // namespace tocsin::casework
