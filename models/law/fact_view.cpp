// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/fact_view.h"

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
    return std::nullopt;
}

/// An empty list of data says that nobody wrote down what was involved, not that nothing was.
QJsonObject statedFacts(const Facts &facts)
{
    QJsonObject stated = toJson(facts);
    if (facts.data && facts.data->isEmpty())
        stated.remove("data"_L1);
    return stated;
}

} // namespace

FactView::FactView(const Facts &facts) : m_facts(facts), m_discovery(discoveryOf(facts)), m_json(statedFacts(facts)) { }

QJsonValue FactView::value(const QString &path) const
{
    if (path == "contract.to"_L1)
        return m_contract ? QJsonValue(m_contract->to) : QJsonValue(QJsonValue::Undefined);
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return m_json.value(path);
    return m_json.value(path.first(dot)).toObject().value(path.sliced(dot + 1));
}

Anchor FactView::anchor(const QString &path) const
{
    if (path == "discovered"_L1)
        return {m_discovery.missing.isEmpty() ? m_discovery.moment : std::nullopt, m_discovery.missing};
    const std::optional<Moment> moment = momentAt(m_facts, path);
    return {moment, moment ? QString() : path};
}

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
                                    u"contract.to"_s,
                                    u"flags"_s,
                                    u"abroad"_s,
                                    u"year"_s};
    return others.contains(path) || isAnchorPath(path);
}

bool isAnchorPath(const QString &path)
{
    static const QStringList others{u"discovered"_s, u"business_associate.discovered"_s,
                                    u"business_associate.told_covered_entity"_s, u"occurred.from"_s, u"occurred.to"_s};
    if (path.startsWith("anchors."_L1))
        return anchorNames().contains(path.sliced(8));
    return others.contains(path) || (path.startsWith("done."_L1) && path.size() > 5);
}

} // namespace tocsin::law
