// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/document_partners.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

using casework::RegisterRecord;

QString recipientOf(const RegisterRecord &record)
{
    return u"%1:%2"_s.arg(record.kind, record.reference());
}

Result<RegisterRecord> recordMeant(const notices::NoticeKind &kind, const QString &asked,
                                   const QList<RegisterRecord> &records)
{
    QStringList open;
    for (const RegisterRecord &each : records) {
        if (each.kind != kind.registerKind || each.closed)
            continue;
        if (asked == each.reference() || asked == recipientOf(each))
            return each;
        open << each.reference();
    }
    const QString there = open.isEmpty()
        ? u"The register has none yet; enter one with: tocsin register add … %1"_s.arg(kind.registerKind)
        : u"There are %1."_s.arg(open.join(u", "_s));
    return fail(ErrorCode::BadInput,
                u"“%1” is no open record of the register “%2”. %3"_s.arg(asked, kind.registerKind, there));
}

notices::SheetPartner partnerOf(const QString &recipient, const QList<RegisterRecord> &records)
{
    const auto found = std::find_if(records.begin(), records.end(), [&recipient](const RegisterRecord &each) {
        return each.kind == casework::registers::kPartner && recipientOf(each) == recipient;
    });
    if (found == records.end())
        return {};
    return {found->value(u"name"_s),
            found->value(u"kind"_s),
            found->value(u"contact"_s),
            found->value(u"status"_s),
            QDate::fromString(found->value(u"since"_s), Qt::ISODate),
            found->value(u"contract"_s)};
}

} // namespace tocsin::jobs
