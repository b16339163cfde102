// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/facts_draft.h"

#include "core/instant.h"
#include "items/json_place.h"
#include "law/wording.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

namespace {

/// The reader's messages begin with the path: "facts.contract[1].days: expected either days or hours."
FactsProblem problemFrom(const QString &message)
{
    static const QRegularExpression form(u"^facts(\\.(?<path>.*?))?: (?<sentence>(expected|unknown) .*)\\z"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(message);
    if (!match.hasMatch())
        return {{}, message, message};
    return {match.captured(u"path"_s), law::sentenceCase(match.captured(u"sentence"_s)), message};
}

} // namespace

FactsDraft::FactsDraft(QObject *parent) : QObject(parent)
{
    setInForce({}, Edits::Drop);
}

void FactsDraft::setInForce(const law::Facts &facts, Edits edits)
{
    const QJsonObject kept = edits == Edits::Keep ? this->edits() : QJsonObject();
    m_inForce = facts;
    m_inForceJson = law::toJson(facts);
    m_usable = facts;
    setJson(applyMergePatch(m_inForceJson, kept));
}

void FactsDraft::setJson(const QJsonObject &json)
{
    m_json = json;
    m_facts.reset();
    m_problem = {};
    if (const Result<law::Facts> read = law::acceptFacts(json)) {
        m_facts = *read;
        m_usable = *read;
    } else {
        m_problem = problemFrom(read.error().message);
    }
    Q_EMIT changed();
}

void FactsDraft::change(const QString &path, const law::Facts &edited)
{
    const QString key = path.section(u'.', 0, 0);
    QJsonObject json = m_json;
    json.insert(key, law::toJson(edited).value(key)); // Undefined takes it away
    setJson(json);
}

QJsonObject FactsDraft::edits() const
{
    return mergePatch(m_inForceJson, m_json);
}

QJsonObject FactsDraft::editsSince(const law::Facts &facts) const
{
    return mergePatch(law::toJson(facts), m_json);
}

void FactsDraft::applyEdits(const QJsonObject &edits)
{
    setJson(applyMergePatch(m_json, edits));
}

QByteArray FactsDraft::zone() const
{
    const QByteArray zone = m_json.value("timezone"_L1).toString().toUtf8();
    return isKnownZone(zone) ? zone : QByteArray();
}

} // namespace tocsin::items
