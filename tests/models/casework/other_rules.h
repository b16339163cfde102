// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casework/case_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tocsin::test {

/// The program's `hipaa`, as JSON to change.
inline QJsonObject hipaaOf(const CaseFixture &store)
{
    for (const law::RulePack &each : *store.surroundings().packs) {
        if (each.id == QLatin1StringView("hipaa"))
            return QJsonDocument::fromJson(each.bytes).object();
    }
    return {};
}

/// The program's `hipaa` with another version, and a deadline of so many days for the notice to individuals.
inline QByteArray hipaaWith(const CaseFixture &store, const QString &version, int days)
{
    QJsonObject pack = hipaaOf(store);
    pack.insert(QStringLiteral("version"), version);
    QJsonArray rules = pack.value(QStringLiteral("rules")).toArray();
    QJsonObject rule = rules.at(0).toObject();
    QJsonArray versions = rule.value(QStringLiteral("versions")).toArray();
    QJsonObject text = versions.at(0).toObject();
    QJsonObject deadline = text.value(QStringLiteral("deadline")).toObject();
    deadline.insert(QStringLiteral("days"), days);
    text.insert(QStringLiteral("deadline"), deadline);
    versions.replace(0, text);
    rule.insert(QStringLiteral("versions"), versions);
    rules.replace(0, rule);
    pack.insert(QStringLiteral("rules"), rules);
    return QJsonDocument(pack).toJson();
}

/// The program's `hipaa`, as 2026.12, without one of its rules.
inline QByteArray hipaaWithout(const CaseFixture &store, const QString &rule)
{
    QJsonObject pack = hipaaOf(store);
    pack.insert(QStringLiteral("version"), QStringLiteral("2026.12"));
    QJsonArray kept;
    const QJsonArray rules = pack.value(QStringLiteral("rules")).toArray();
    for (const QJsonValue &each : rules) {
        if (each[QLatin1StringView("id")].toString() != rule)
            kept.append(each);
    }
    pack.insert(QStringLiteral("rules"), kept);
    return QJsonDocument(pack).toJson();
}

} // namespace tocsin::test
