// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/duty_groups.h"

#include "law/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

namespace {

using casework::ObligationRecord;

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// Reasons of equal number are compared place by place: the engine goes through a rule's steps in one order.
QList<int> differences(const QStringList &a, const QStringList &b)
{
    QList<int> places;
    for (int i = 0; i < a.size(); ++i) {
        if (a.at(i) != b.at(i))
            places << i;
    }
    return places;
}

/// Whether a duty can be told with others: counsel set no date for it, and at most half of its reasons are its own.
bool fits(const DutyGroup &group, const ObligationRecord &record)
{
    const law::Obligation &first = group.members.first().duty;
    const law::Obligation &duty = record.duty;
    if (record.overridden || group.members.first().overridden)
        return false;
    return first.counselReview == duty.counselReview && first.missing == duty.missing && first.needTime == duty.needTime
        && first.why.size() == duty.why.size()
        && differences(first.why, duty.why).size() * 2 <= qMax<qsizetype>(duty.why.size(), 1);
}

void settle(DutyGroup &group)
{
    const QStringList &first = group.members.first().duty.why;
    for (int place = 0; place < first.size(); ++place) {
        const bool same = std::all_of(group.members.begin(), group.members.end(), [&](const ObligationRecord &each) {
            return each.duty.why.at(place) == first.at(place);
        });
        if (same)
            group.shared << first.at(place);
        else
            group.own << place;
    }
}

} // namespace

QString recipientText(const law::Obligation &duty)
{
    return capitalised(law::recipientName(duty.recipient));
}

QString DutyGroup::recipients() const
{
    if (members.size() == 1)
        return recipientText(members.first().duty);
    QStringList kinds;
    QHash<QString, QStringList> places;
    for (const ObligationRecord &each : members) {
        const QString kind = each.duty.recipient.section(u':', 0, 0);
        if (!kinds.contains(kind))
            kinds << kind;
        if (each.duty.recipient.contains(u':'))
            places[kind] << each.duty.recipient.section(u':', 1);
    }
    QStringList parts;
    for (const QString &kind : kinds) {
        QStringList where = places.value(kind);
        where.removeDuplicates();
        const QString name = capitalised(where.isEmpty() ? law::recipientName(kind) : law::plain(kind));
        parts << (where.isEmpty() ? name : u"%1: %2"_s.arg(name, where.join(u", "_s)));
    }
    return parts.join(u"; "_s);
}

bool DutyGroup::hasOneCitation() const
{
    return std::all_of(members.begin(), members.end(), [this](const ObligationRecord &each) {
        return each.duty.citation == members.first().duty.citation;
    });
}

QList<DutyGroup> groupByReasons(const QList<ObligationRecord> &records)
{
    QList<DutyGroup> groups;
    for (const ObligationRecord &record : records) {
        const auto group
            = std::find_if(groups.begin(), groups.end(), [&](const DutyGroup &each) { return fits(each, record); });
        if (group == groups.end())
            groups.append({{record}, {}, {}});
        else
            group->members.append(record);
    }
    std::for_each(groups.begin(), groups.end(), settle);
    return groups;
}

} // namespace tocsin::packets
