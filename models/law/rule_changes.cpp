// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/rule_changes.h"

#include "law/pack_differences.h"
#include "law/rule_words.h"

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
    const RulePack *pack = nullptr; ///< null, and all else empty, where there is no such pack
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
    return {&pack, all, listed(all, u"rules"_s, u"id"_s)};
}

QString versionName(const QString &from)
{
    return from.isEmpty() ? u"The text in force from the beginning"_s : u"The text in force from %1"_s.arg(from);
}

/// A text of a rule as it was read; null in packs that were not.
const RuleVersion *versionOf(const RulePack &pack, const QString &rule, const QString &from)
{
    for (const Rule &each : pack.rules) {
        for (const RuleVersion &version : each.versions) {
            if (each.id == rule && version.from == QDate::fromString(from, Qt::ISODate))
                return &version;
        }
    }
    return nullptr;
}

QString thresholdText(const RuleVersion &version)
{
    return version.threshold ? thresholdWords(*version.threshold) : u"any number of people"_s;
}

/// What differs between two texts of a rule, the figures as people say them.
QStringList textDifferences(const QJsonObject &before, const QJsonObject &after, const RuleVersion *old,
                            const RuleVersion *now)
{
    QStringList inWords;
    QStringList lines;
    const auto say = [&](const QString &key, const QString &was, const QString &is) {
        if (before.value(key) == after.value(key) || was == is)
            return; // what words do not tell apart is told key by key
        inWords << key;
        lines << u"%1: %2 becomes %3"_s.arg(key, was, is);
    };
    if (old && now) {
        say(u"deadline"_s, deadlineWords(old->deadline), deadlineWords(now->deadline));
        say(u"threshold"_s, thresholdText(*old), thresholdText(*now));
    }
    return lines + differences(before, after, inWords);
}

/// The sentences of differences in one thing.
QStringList sentences(const QString &subject, const QStringList &differences)
{
    QStringList all;
    for (const QString &each : differences)
        all << u"%1, %2."_s.arg(subject, each.endsWith(u'.') ? each.chopped(1) : each);
    return all;
}

QStringList versionDetails(const QString &rule, const PackText &before, const PackText &after)
{
    const ById old = listed(before.rules.value(rule), u"versions"_s, u"effective_from"_s);
    const ById now = listed(after.rules.value(rule), u"versions"_s, u"effective_from"_s);
    QStringList froms = old.keys() + now.keys();
    froms.removeDuplicates();
    froms.sort();
    QStringList details;
    for (const QString &from : std::as_const(froms)) {
        const RuleVersion *was = versionOf(*before.pack, rule, from);
        const RuleVersion *is = versionOf(*after.pack, rule, from);
        if (!old.contains(from))
            details << u"%1 was added%2."_s.arg(versionName(from),
                                                is ? u": "_s + deadlineWords(is->deadline) : QString());
        else if (!now.contains(from))
            details << u"%1 is gone%2."_s.arg(versionName(from),
                                              was ? u"; it said: "_s + deadlineWords(was->deadline) : QString());
        else
            details << sentences(versionName(from), textDifferences(old.value(from), now.value(from), was, is));
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
            if (old.contains(id))
                details << sentences(u"The %1 “%2”"_s.arg(shared.name, id), differences(old.value(id), now.value(id)));
        }
    }
    return details;
}

QStringList ruleDetails(const QString &id, const PackText &before, const PackText &after)
{
    const QJsonObject old = before.rules.value(id);
    const QJsonObject now = after.rules.value(id);
    return versionDetails(id, before, after) + sentences(u"The rule itself"_s, differences(old, now, {u"versions"_s}))
        + namedDetails(now, before, after);
}

/// What is said once for all rules of a pack.
void compareShared(const QString &pack, const PackText &before, const PackText &after, QList<RuleChange> &changes)
{
    QStringList elsewhere{u"format"_s,   u"id"_s,      u"version"_s, u"title"_s,
                          u"prepared"_s, u"sources"_s, u"rules"_s,   u"conditions"_s};
    for (const Shared &shared : kShared)
        elsewhere << shared.list;
    if (before.all.isEmpty() || after.all.isEmpty())
        return;
    const QStringList details = sentences(u"What all its rules share"_s, differences(before.all, after.all, elsewhere));
    if (!details.isEmpty())
        changes.append({RuleChange::Kind::Changed, pack, after.pack->title, details});
}

/// The title in words; the State's name stands in it.
QString titleOf(const QJsonObject &rule)
{
    return ruleTitle(rule.value(u"title"_s).toString(), rule.value(u"state"_s).toString());
}

void comparePack(const QString &pack, const PackText &before, const PackText &after, QList<RuleChange> &changes)
{
    compareShared(pack, before, after, changes);
    QStringList ids = before.rules.keys() + after.rules.keys();
    ids.removeDuplicates();
    ids.sort();
    for (const QString &id : std::as_const(ids)) {
        const QString rule = pack + u'/' + id;
        const QString title = titleOf((after.rules.contains(id) ? after : before).rules.value(id));
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
