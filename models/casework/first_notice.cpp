// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/first_notice.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

bool isFirstNotice(const Notice &notice)
{
    return notice.kind == "individual"_L1 || notice.kind == "email"_L1;
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
