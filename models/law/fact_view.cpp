// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/fact_view.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

std::optional<Moment> asMoment(const std::optional<QDate> &date)
{
    return date ? std::optional(Moment{*date, std::nullopt}) : std::nullopt;
}

std::optional<Moment> find(const QMap<QString, Moment> &moments, const QString &key)
{
    const auto found = moments.constFind(key);
    return found == moments.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Moment> momentAt(const Facts &facts, const QString &path)
{
    if (path.startsWith("anchors."_L1))
        return find(facts.anchors, path.sliced(8));
    if (path.startsWith("done."_L1))
        return find(facts.done, path.sliced(5));
    if (path == "business_associate.discovered"_L1)
        return facts.associate ? facts.associate->discovered : std::nullopt;
    if (path == "business_associate.told_covered_entity"_L1)
        return facts.associate ? facts.associate->toldCoveredEntity : std::nullopt;
    if (path == "occurred.from"_L1)
        return facts.occurred ? asMoment(facts.occurred->from) : std::nullopt;
    if (path == "occurred.to"_L1)
        return facts.occurred ? asMoment(facts.occurred->to) : std::nullopt;
    if (path == "posting.web_from"_L1)
        return facts.posting ? asMoment(facts.posting->webFrom) : std::nullopt;
    if (path == "posting.phone_from"_L1)
        return facts.posting ? asMoment(facts.posting->phoneFrom) : std::nullopt;
    if (path == "retention.from"_L1)
        return facts.retention ? asMoment(facts.retention->from) : std::nullopt;
    if (path == "year"_L1)
        return facts.year ? asMoment(QDate(*facts.year, 12, 31)) : std::nullopt;
    return std::nullopt;
}

/// An empty list of data says that nobody wrote down what was involved, not that nothing was.
QJsonObject statedFacts(const Facts &facts, const Discovery &discovery)
{
    QJsonObject stated = toJson(facts);
    if (facts.data && facts.data->isEmpty())
        stated.remove("data"_L1);
    stated.remove("discovered"_L1);
    if (discovery.moment) {
        const Moment &moment = *discovery.moment;
        stated.insert("discovered"_L1, moment.instant ? moment.instant->toIso() : moment.date.toString(Qt::ISODate));
    }
    return stated;
}

/// A day of a line; the reader of facts has made sure that it is one.
Anchor itemAnchor(const QJsonObject &item, const QString &path)
{
    const Result<QDate> day = parseDate(item.value(path.sliced(5)).toString());
    return day ? Anchor{Moment{*day, std::nullopt}, {}} : Anchor{std::nullopt, path};
}

} // namespace

FactView::FactView(const Facts &facts)
    : m_facts(facts), m_discovery(discoveryOf(facts)), m_json(statedFacts(facts, m_discovery))
{
}

QJsonValue FactView::value(const QString &path) const
{
    if (path.startsWith("item."_L1))
        return m_item.value(path.sliced(5));
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return m_json.value(path);
    return m_json.value(path.first(dot)).toObject().value(path.sliced(dot + 1));
}

Anchor FactView::anchor(const QString &path) const
{
    if (path == "discovered"_L1)
        return {m_discovery.missing.isEmpty() ? m_discovery.moment : std::nullopt, m_discovery.missing};
    if (path.startsWith("item."_L1))
        return itemAnchor(m_item, path);
    const std::optional<Moment> moment = momentAt(m_facts, path);
    return {moment, moment ? QString() : path};
}

const QMap<QString, QStringList> &itemLists()
{
    static const QMap<QString, QStringList> lists{
        {u"contract"_s, {u"to"_s, u"name"_s, u"days"_s, u"hours"_s}},
        {u"regulator_requests"_s, {u"id"_s, u"from"_s, u"received"_s, u"due"_s, u"days"_s, u"extended_to"_s}},
        {u"corrections"_s, {u"id"_s, u"from"_s, u"received"_s, u"days"_s, u"extended_to"_s}},
        {u"findings"_s, {u"id"_s, u"class"_s, u"confirmed"_s, u"cure_from"_s}},
    };
    return lists;
}

namespace {

/// A key that the lines of some list have.
bool isItemPath(const QString &path)
{
    const QMap<QString, QStringList> &lists = itemLists();
    return path.startsWith("item."_L1)
        && std::any_of(lists.cbegin(), lists.cend(),
                       [key = path.sliced(5)](const QStringList &keys) { return keys.contains(key); });
}

} // namespace

bool isFactPath(const QString &path)
{
    static const QStringList others{u"entity"_s,
                                    u"timezone"_s,
                                    u"business_associate"_s,
                                    u"business_associate.agent"_s,
                                    u"residents"_s,
                                    u"elsewhere"_s,
                                    u"unreachable"_s,
                                    u"data"_s,
                                    u"secured.encrypted"_s,
                                    u"secured.key_compromised"_s,
                                    u"assessment.outcome"_s,
                                    u"assessment.citation"_s,
                                    u"assessment.documented"_s,
                                    u"assessment.factors"_s,
                                    u"law_enforcement.form"_s,
                                    u"flags"_s,
                                    u"abroad"_s};
    return others.contains(path) || isItemPath(path) || isAnchorPath(path);
}

bool isAnchorPath(const QString &path)
{
    static const QStringList others{u"discovered"_s,
                                    u"business_associate.discovered"_s,
                                    u"business_associate.told_covered_entity"_s,
                                    u"occurred.from"_s,
                                    u"occurred.to"_s,
                                    u"posting.web_from"_s,
                                    u"posting.phone_from"_s,
                                    u"retention.from"_s,
                                    u"year"_s,
                                    u"item.received"_s,
                                    u"item.confirmed"_s,
                                    u"item.cure_from"_s};
    if (path.startsWith("anchors."_L1))
        return anchorNames().contains(path.sliced(8));
    return others.contains(path) || (path.startsWith("done."_L1) && isRecipient(path.sliced(5)));
}

} // namespace tocsin::law
