// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/rule_changes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

using ById = QMap<QString, QJsonObject>;

/// What rules name by id: the rule's key, the pack's list, and what one of them is called.
struct Shared
{
    QLatin1StringView key;
    QLatin1StringView list;
    QLatin1StringView name;
};

constexpr std::array kShared{
    Shared{"exemptions"_L1, "exemptions"_L1, "exemption"_L1},
    Shared{"reviews"_L1, "reviews"_L1, "review"_L1},
    Shared{"delays"_L1, "delays"_L1, "delay"_L1},
};

/// A pack as its file has it.
struct PackText
{
    QString title;
    QJsonObject all;
    ById rules;
};

ById listed(const QJsonObject &object, const QString &list, const QString &key)
{
    ById found;
    for (const QJsonValue &each : object.value(list).toArray())
        found.insert(each.toObject().value(key).toString(), each.toObject());
    return found;
}

/// Lists of conditions with each shared one in the place where its id stood.
QJsonObject withConditions(QJsonObject object, const ById &shared)
{
    for (const QString &key : {u"conditions"_s, u"claimed"_s, u"granted"_s, u"when"_s}) {
        if (!object.contains(key))
            continue;
        QJsonArray conditions;
        for (const QJsonValue &each : object.value(key).toArray())
            conditions.append(each.isString() ? QJsonValue(shared.value(each.toString())) : each);
        object.insert(key, conditions);
    }
    return object;
}

PackText textOf(const RulePack &pack)
{
    QJsonObject all = QJsonDocument::fromJson(pack.bytes).object();
    const ById shared = listed(all, u"conditions"_s, u"id"_s);
    for (const QString &list : {u"rules"_s, u"exemptions"_s, u"reviews"_s}) {
        QJsonArray items;
        for (const QJsonValue &each : all.value(list).toArray())
            items.append(withConditions(each.toObject(), shared));
        if (all.contains(list))
            all.insert(list, items);
    }
    return {pack.title, all, listed(all, u"rules"_s, u"id"_s)};
}

/// The keys whose values differ, in order.
QStringList differing(const QJsonObject &before, const QJsonObject &after, const QStringList &ignored)
{
    QStringList keys = before.keys() + after.keys();
    keys.removeDuplicates();
    keys.sort();
    keys.removeIf([&](const QString &key) { return ignored.contains(key) || before.value(key) == after.value(key); });
    return keys;
}

QString plainKeys(const QStringList &keys)
{
    return keys.join(u", "_s).replace(u'_', u' ');
}

QString versionName(const QString &from)
{
    return from.isEmpty() ? u"The text in force from the beginning"_s : u"The text in force from %1"_s.arg(from);
}

QStringList versionDetails(const QJsonObject &before, const QJsonObject &after)
{
    const ById old = listed(before, u"versions"_s, u"effective_from"_s);
    const ById now = listed(after, u"versions"_s, u"effective_from"_s);
    QStringList froms = old.keys() + now.keys();
    froms.removeDuplicates();
    froms.sort();
    QStringList details;
    for (const QString &from : std::as_const(froms)) {
        const QStringList keys = differing(old.value(from), now.value(from), {});
        if (!old.contains(from))
            details << u"%1 was added."_s.arg(versionName(from));
        else if (!now.contains(from))
            details << u"%1 is gone."_s.arg(versionName(from));
        else if (!keys.isEmpty())
            details << u"%1 changed: %2."_s.arg(versionName(from), plainKeys(keys));
    }
    return details;
}

/// What changed in what a rule names.
QStringList namedDetails(const QJsonObject &rule, const PackText &before, const PackText &after)
{
    QStringList details;
    for (const Shared &shared : kShared) {
        const ById old = listed(before.all, shared.list, u"id"_s);
        const ById now = listed(after.all, shared.list, u"id"_s);
        for (const QJsonValue &name : rule.value(shared.key).toArray()) {
            const QString id = name.toString();
            if (old.contains(id) && old.value(id) != now.value(id))
                details << u"The %1 “%2” changed."_s.arg(shared.name, id);
        }
    }
    return details;
}

QStringList ruleDetails(const QString &id, const PackText &before, const PackText &after)
{
    const QJsonObject old = before.rules.value(id);
    const QJsonObject now = after.rules.value(id);
    QStringList details = versionDetails(old, now);
    const QStringList keys = differing(old, now, {u"versions"_s});
    if (!keys.isEmpty())
        details << u"The rule itself changed: %1."_s.arg(plainKeys(keys));
    return details + namedDetails(now, before, after);
}

/// What is said once for all rules of a pack.
void compareShared(const QString &pack, const PackText &before, const PackText &after, QList<RuleChange> &changes)
{
    QStringList elsewhere{u"format"_s,   u"id"_s,      u"version"_s, u"title"_s,
                          u"prepared"_s, u"sources"_s, u"rules"_s,   u"conditions"_s};
    for (const Shared &shared : kShared)
        elsewhere << shared.list;
    const QStringList keys = differing(before.all, after.all, elsewhere);
    if (!keys.isEmpty() && !before.all.isEmpty() && !after.all.isEmpty()) {
        changes.append({RuleChange::Kind::Changed,
                        pack,
                        after.title,
                        {u"What all its rules share changed: %1."_s.arg(plainKeys(keys))}});
    }
}

void comparePack(const QString &pack, const PackText &before, const PackText &after, QList<RuleChange> &changes)
{
    compareShared(pack, before, after, changes);
    QStringList ids = before.rules.keys() + after.rules.keys();
    ids.removeDuplicates();
    ids.sort();
    for (const QString &id : std::as_const(ids)) {
        const QString rule = pack + u'/' + id;
        const QString title = (after.rules.contains(id) ? after : before).rules.value(id).value(u"title"_s).toString();
        if (!before.rules.contains(id))
            changes.append({RuleChange::Kind::Added, rule, title, {}});
        else if (!after.rules.contains(id))
            changes.append({RuleChange::Kind::Gone, rule, title, {}});
        else if (const QStringList details = ruleDetails(id, before, after); !details.isEmpty())
            changes.append({RuleChange::Kind::Changed, rule, title, details});
    }
}

} // namespace

QString ruleChangeWord(RuleChange::Kind kind)
{
    switch (kind) {
    case RuleChange::Kind::Added:
        return u"added"_s;
    case RuleChange::Kind::Gone:
        return u"gone"_s;
    case RuleChange::Kind::Changed:
        break;
    }
    return u"changed"_s;
}

QList<RuleChange> compareRules(const RulePacks &before, const RulePacks &after)
{
    QMap<QString, std::pair<PackText, PackText>> byPack;
    for (const RulePack &pack : before)
        byPack[pack.id].first = textOf(pack);
    for (const RulePack &pack : after)
        byPack[pack.id].second = textOf(pack);
    QList<RuleChange> changes;
    for (auto each = byPack.cbegin(); each != byPack.cend(); ++each)
        comparePack(each.key(), each->first, each->second, changes);
    return changes;
}

} // namespace tocsin::law
