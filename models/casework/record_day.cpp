// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/record_day.h"

#include "casework/facts_record.h"
#include "casework/organization.h"
#include "law/discovery.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

Result<QByteArray> organizationZone(Reader &reader)
{
    return OrganizationQuery().run(reader).map([](const Organization &organization) { return organization.timezone; });
}

Result<QDate> today(Writer &writer)
{
    TOCSIN_ASSIGN(const QByteArray zone, organizationZone(writer));
    return writer.now().inZone(zone).localDate();
}

Result<> checkSinceDiscovery(Writer &writer, IncidentId incident, QDate day, const QString &expected)
{
    TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{incident}.run(writer));
    const QDate discovery = law::discoveryOf(facts.facts).day;
    if (discovery.isValid() && day < discovery) {
        return fail(ErrorCode::BadInput,
                    u"%1 is before the breach was discovered, %2; %3."_s.arg(
                        day.toString(Qt::ISODate), discovery.toString(Qt::ISODate), expected));
    }
    TOCSIN_ASSIGN(const QDate now, today(writer));
    if (day > now) {
        return fail(ErrorCode::BadInput,
                    u"%1 is still to come; record what has happened."_s.arg(day.toString(Qt::ISODate)));
    }
    return {};
}

} // namespace tocsin::casework
