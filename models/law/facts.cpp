// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/facts.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

QString iso(QDate date)
{
    return date.toString(Qt::ISODate);
}

QString iso(const Moment &moment)
{
    return moment.instant ? moment.instant->toIso() : iso(moment.date);
}

template <typename Value>
void put(QJsonObject &object, const QString &key, const std::optional<Value> &value)
{
    if (!value)
        return;
    if constexpr (std::is_same_v<Value, Moment> || std::is_same_v<Value, QDate>)
        object.insert(key, iso(*value));
    else
        object.insert(key, QJsonValue(*value));
}

void put(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

void put(QJsonObject &object, const QString &key, const QStringList &texts)
{
    if (!texts.isEmpty())
        object.insert(key, QJsonArray::fromStringList(texts));
}

void put(QJsonObject &object, const QString &key, const QMap<QString, Moment> &moments)
{
    QJsonObject inner;
    for (auto each = moments.cbegin(); each != moments.cend(); ++each)
        inner.insert(each.key(), iso(each.value()));
    if (!inner.isEmpty())
        object.insert(key, inner);
}

QJsonObject toJson(const AssociateReport &report)
{
    QJsonObject object;
    put(object, u"discovered"_s, report.discovered);
    put(object, u"agent"_s, report.agent);
    put(object, u"told_covered_entity"_s, report.toldCoveredEntity);
    return object;
}

QJsonObject toJson(const Occurrence &occurrence)
{
    QJsonObject object;
    put(object, u"from"_s, occurrence.from);
    put(object, u"to"_s, occurrence.to);
    return object;
}

QJsonObject toJson(const Securing &secured)
{
    QJsonObject object;
    put(object, u"encrypted"_s, secured.encrypted);
    put(object, u"key_compromised"_s, secured.keyCompromised);
    return object;
}

QJsonObject toJson(const Assessment &assessment)
{
    QJsonObject object{{u"outcome"_s, assessment.outcome}};
    put(object, u"citation"_s, assessment.citation);
    put(object, u"documented"_s, assessment.documented);
    put(object, u"factors"_s, assessment.factors);
    return object;
}

QJsonObject toJson(const DelayStatement &statement)
{
    QJsonObject object;
    put(object, u"stated"_s, statement.stated);
    put(object, u"until"_s, statement.until);
    return object;
}

QJsonObject toJson(const LawEnforcement &law)
{
    QJsonObject object = toJson(law.statement);
    object.insert(u"form"_s, law.written ? u"written"_s : u"oral"_s);
    if (law.writtenFollowup)
        object.insert(u"written_followup"_s, toJson(*law.writtenFollowup));
    return object;
}

QJsonArray toJson(const QList<Knowledge> &known)
{
    QJsonArray array;
    for (const Knowledge &each : known)
        array.append(QJsonObject{{u"by"_s, each.by}, {u"on"_s, iso(each.on)}});
    return array;
}

QJsonArray toJson(const QList<ContractClock> &contract)
{
    QJsonArray array;
    for (const ContractClock &each : contract) {
        QJsonObject object{{u"to"_s, each.to}};
        put(object, u"name"_s, each.name);
        put(object, u"days"_s, each.days);
        put(object, u"hours"_s, each.hours);
        array.append(object);
    }
    return array;
}

QJsonArray toJson(const QList<RegulatorRequest> &requests)
{
    QJsonArray array;
    for (const RegulatorRequest &each : requests) {
        QJsonObject object{{u"id"_s, each.id}, {u"from"_s, each.from}, {u"received"_s, iso(each.received)}};
        put(object, u"due"_s, each.due);
        put(object, u"days"_s, each.days);
        put(object, u"extended_to"_s, each.extendedTo);
        array.append(object);
    }
    return array;
}

QJsonArray toJson(const QList<CorrectionPeriod> &corrections)
{
    QJsonArray array;
    for (const CorrectionPeriod &each : corrections) {
        QJsonObject object{
            {u"id"_s, each.id}, {u"from"_s, each.from}, {u"received"_s, iso(each.received)}, {u"days"_s, each.days}};
        put(object, u"extended_to"_s, each.extendedTo);
        array.append(object);
    }
    return array;
}

QJsonArray toJson(const QList<FindingClock> &findings)
{
    QJsonArray array;
    for (const FindingClock &each : findings) {
        QJsonObject object{{u"id"_s, each.id}, {u"class"_s, each.remediationClass}};
        put(object, u"confirmed"_s, each.confirmed);
        put(object, u"cure_from"_s, each.cureFrom);
        array.append(object);
    }
    return array;
}

QJsonObject toJson(const Posting &posting)
{
    QJsonObject object;
    put(object, u"web_from"_s, posting.webFrom);
    put(object, u"phone_from"_s, posting.phoneFrom);
    return object;
}

QJsonObject toJson(const Retention &retention)
{
    QJsonObject object;
    put(object, u"from"_s, retention.from);
    return object;
}

template <typename Item>
void put(QJsonObject &object, const QString &key, const QList<Item> &items)
{
    if (!items.isEmpty())
        object.insert(key, toJson(items));
}

QJsonObject toJson(const QMap<QString, qint64> &residents)
{
    QJsonObject object;
    for (auto each = residents.cbegin(); each != residents.cend(); ++each)
        object.insert(each.key(), each.value());
    return object;
}

} // namespace

QDate Moment::dateIn(const QByteArray &zone) const
{
    if (!instant)
        return date;
    return zone.isEmpty() ? instant->localDate() : instant->inZone(zone).localDate();
}

std::optional<qint64> Facts::peopleAffected() const
{
    if (!residents)
        return std::nullopt;
    const qint64 sum = std::accumulate(residents->cbegin(), residents->cend(), elsewhere.value_or(0));
    return sum > 0 ? std::optional(sum) : std::nullopt;
}

const QStringList &anchorNames()
{
    static const QStringList names{
        u"determined"_s, u"confirmed"_s, u"scope_identified"_s,    u"investigation_concluded"_s, u"harm_determined"_s,
        u"material"_s,   u"aware"_s,     u"assessed_notifiable"_s, u"good_cause_filed"_s};
    return names;
}

bool isRecipient(const QString &text)
{
    static const QRegularExpression form(u"^[A-Za-z0-9]+([-:][A-Za-z0-9]+)*\\z"_s);
    return form.match(text).hasMatch();
}

QString entityWord(EntityKind kind)
{
    switch (kind) {
    case EntityKind::CoveredEntity:
        return u"covered-entity"_s;
    case EntityKind::BusinessAssociate:
        return u"business-associate"_s;
    case EntityKind::PhrVendor:
        return u"phr-vendor"_s;
    case EntityKind::Business:
        break;
    }
    return u"business"_s;
}

QJsonObject toJson(const Facts &facts)
{
    QJsonObject object{{u"entity"_s, entityWord(facts.entity)}};
    put(object, u"timezone"_s, QString::fromUtf8(facts.timezone));
    put(object, u"discovered"_s, facts.discovered);
    put(object, u"known"_s, facts.known);
    if (facts.associate)
        object.insert(u"business_associate"_s, toJson(*facts.associate));
    if (facts.occurred)
        object.insert(u"occurred"_s, toJson(*facts.occurred));
    if (facts.residents)
        object.insert(u"residents"_s, toJson(*facts.residents));
    put(object, u"elsewhere"_s, facts.elsewhere);
    put(object, u"unreachable"_s, facts.unreachable);
    if (facts.data)
        object.insert(u"data"_s, QJsonArray::fromStringList(*facts.data));
    if (facts.secured)
        object.insert(u"secured"_s, toJson(*facts.secured));
    if (facts.assessment)
        object.insert(u"assessment"_s, toJson(*facts.assessment));
    if (facts.lawEnforcement)
        object.insert(u"law_enforcement"_s, toJson(*facts.lawEnforcement));
    put(object, u"contract"_s, facts.contract);
    put(object, u"regulator_requests"_s, facts.regulatorRequests);
    put(object, u"corrections"_s, facts.corrections);
    put(object, u"findings"_s, facts.findings);
    if (facts.posting)
        object.insert(u"posting"_s, toJson(*facts.posting));
    if (facts.retention)
        object.insert(u"retention"_s, toJson(*facts.retention));
    put(object, u"anchors"_s, facts.anchors);
    put(object, u"done"_s, facts.done);
    put(object, u"flags"_s, facts.flags);
    put(object, u"abroad"_s, facts.abroad);
    put(object, u"year"_s, facts.year);
    return object;
}

} // namespace tocsin::law
