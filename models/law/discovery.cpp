// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/discovery.h"

#include "law/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

struct Candidate
{
    Moment moment;
    QString how; ///< "first known to the workforce"
};

bool isEarlier(const Candidate &a, const Candidate &b, const QByteArray &zone)
{
    if (a.moment.instant && b.moment.instant)
        return *a.moment.instant < *b.moment.instant;
    return a.moment.dateIn(zone) < b.moment.dateIn(zone);
}

QList<Candidate> ownKnowledge(const Facts &facts)
{
    QList<Candidate> own;
    if (facts.discovered)
        own << Candidate{*facts.discovered, u"the day the facts give"_s};
    for (const Knowledge &each : facts.known) {
        if (each.by != "wrongdoer"_L1)
            own << Candidate{each.on, u"first known to: "_s + plain(each.by)};
    }
    return own;
}

/// Whether agency would change the day: not if the entity itself knew no later than the associate.
bool mattersWhoseAgent(const AssociateReport &report, const QList<Candidate> &own, const QByteArray &zone)
{
    if (!report.discovered)
        return report.toldCoveredEntity.has_value();
    const QDate found = report.discovered->dateIn(zone);
    return std::none_of(own.cbegin(), own.cend(),
                        [&](const Candidate &each) { return each.moment.dateIn(zone) <= found; });
}

/// What the associate's report adds to what the entity knew, or the fact that is missing to say.
void addAssociate(const Facts &facts, QList<Candidate> &candidates, QString &missing)
{
    if (!facts.associate)
        return;
    const AssociateReport &report = *facts.associate;
    if (facts.entity == EntityKind::BusinessAssociate) {
        if (report.discovered)
            candidates << Candidate{*report.discovered, u"the business associate's own discovery"_s};
        return;
    }
    if (!report.agent) {
        if (mattersWhoseAgent(report, candidates, facts.timezone))
            missing = u"business_associate.agent"_s;
    } else if (*report.agent) {
        if (report.discovered)
            candidates << Candidate{
                *report.discovered,
                u"known to the business associate, whose knowledge counts as the entity's because it "
                "is the entity's agent"_s};
        else
            missing = u"business_associate.discovered"_s;
    } else if (report.toldCoveredEntity) {
        candidates << Candidate{*report.toldCoveredEntity,
                                u"the day the business associate told the entity; it is not the entity's agent, so its "
                                "own knowledge does not count"_s};
    } else if (candidates.isEmpty()) {
        missing = u"business_associate.told_covered_entity"_s;
    }
}

QStringList wrongdoerNote(const Facts &facts)
{
    for (const Knowledge &each : facts.known) {
        if (each.by == "wrongdoer"_L1) {
            return {u"The wrongdoer knew on %1; the wrongdoer's own knowledge does not count."_s.arg(
                shortDate(each.on.dateIn(facts.timezone)))};
        }
    }
    return {};
}

} // namespace

Discovery discoveryOf(const Facts &facts)
{
    QList<Candidate> candidates = ownKnowledge(facts);
    Discovery discovery;
    addAssociate(facts, candidates, discovery.missing);
    if (candidates.isEmpty() && discovery.missing.isEmpty())
        discovery.missing = u"discovered"_s;
    if (!discovery.missing.isEmpty()) {
        discovery.why << u"The day of discovery is not known until the facts say %1."_s.arg(factName(discovery.missing))
                      << wrongdoerNote(facts);
        return discovery;
    }
    const Candidate first
        = *std::min_element(candidates.cbegin(), candidates.cend(), [&facts](const Candidate &a, const Candidate &b) {
              return isEarlier(a, b, facts.timezone);
          });
    discovery.moment = first.moment;
    discovery.day = first.moment.dateIn(facts.timezone);
    const QString zone = facts.timezone.isEmpty() ? QString() : u" ("_s + QString::fromUtf8(facts.timezone) + u')';
    discovery.why << u"Discovered on %1%2: %3."_s.arg(shortDate(discovery.day), zone, first.how)
                  << wrongdoerNote(facts);
    return discovery;
}

} // namespace tocsin::law
