// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/rule_pack_check.h"

#include "law/fact_view.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

Failure refuse(const QString &path, const QString &expected)
{
    return fail(ErrorCode::BadInput, u"%1: expected %2."_s.arg(path, expected));
}

Result<> checkSource(const RulePack &pack, const QString &source, const QString &path)
{
    if (!pack.sources.contains(source))
        return refuse(path + u".source"_s, u"a key of this pack's sources; “%1” is none"_s.arg(source));
    return {};
}

/// A text in force ends the day before the next begins, and only the last may still be in force.
Result<> checkDates(const Rule &rule, const QString &path)
{
    for (qsizetype index = 0; index < rule.versions.size(); ++index) {
        const RuleVersion &version = rule.versions.at(index);
        const QString place = u"%1.versions[%2]"_s.arg(path).arg(index);
        if (version.to.isValid() && version.from.isValid() && version.to < version.from)
            return refuse(place + u".effective_to"_s, version.from.toString(Qt::ISODate) + u" or later"_s);
        if (index + 1 == rule.versions.size())
            continue;
        if (!version.to.isValid())
            return refuse(place + u".effective_to"_s, u"the day before the next version begins"_s);
        const QDate next = version.to.addDays(1);
        if (rule.versions.at(index + 1).from != next) {
            return refuse(u"%1.versions[%2].effective_from"_s.arg(path).arg(index + 1),
                          next.toString(Qt::ISODate) + u", the day after the version before it ends"_s);
        }
    }
    return {};
}

/// The paths that a rule of a list's lines may name.
QStringList itemPaths(const Rule &rule)
{
    QStringList paths;
    for (const QString &key : itemLists().value(rule.each))
        paths << u"item."_s + key;
    return paths;
}

/// A place in a text that stands for something must be one that the engine fills.
Result<> checkPlaces(QString text, const Rule &rule, const QString &path)
{
    const QStringList paths = itemPaths(rule);
    text.remove(u"{state}"_s);
    for (const QString &each : paths)
        text.remove(u'{' + each + u'}');
    if (text.contains(u'{') || text.contains(u'}'))
        return refuse(path, u"no other placeholder than {state}, or {item.…} of the rule's list"_s);
    return {};
}

Result<> checkRecipient(const Rule &rule, const QString &path)
{
    TOCSIN_TRY(checkPlaces(rule.recipient, rule, path + u".recipient"_s));
    TOCSIN_TRY(checkPlaces(rule.title, rule, path + u".title"_s));
    const bool perState = rule.recipient.contains(u"{state}"_s);
    if (perState && (!rule.each.isEmpty() || !rule.state.isEmpty()))
        return refuse(path + u".recipient"_s, u"{state} alone, without a list and without a state of the rule"_s);
    for (const RuleVersion &version : rule.versions) {
        const bool byState = version.threshold && version.threshold->scope != Threshold::Scope::Breach;
        if (byState && !perState && rule.state.isEmpty())
            return refuse(path + u".recipient"_s,
                          u"{state}, or a state of the rule, as its threshold counts by State"_s);
    }
    return {};
}

/// A deadline may count from a line, or take its length from it, only in a rule that is walked for lines which can say
/// so.
Result<> checkDeadline(const Deadline &deadline, const Rule &rule, const QString &path)
{
    const QStringList paths = itemPaths(rule);
    for (const QString &each : deadline.from) {
        if (each.startsWith("item."_L1) && !paths.contains(each))
            return refuse(path + u".from"_s, u"a key of the lines for which the rule is walked (each)"_s);
    }
    if (deadline.kind == Deadline::Kind::Stated && !paths.contains(u"item.days"_s))
        return refuse(path + u".kind"_s, u"a rule for each line of a list whose lines state days (each)"_s);
    for (const Deadline &option : deadline.options)
        TOCSIN_TRY(checkDeadline(option, rule, path));
    return {};
}

/// Everything that only makes sense for a line of the rule's list.
Result<> checkItems(const Rule &rule, const QString &path)
{
    const QStringList paths = itemPaths(rule);
    for (qsizetype index = 0; index < rule.conditions.size(); ++index) {
        const QString &fact = rule.conditions.at(index).fact;
        if (fact.startsWith("item."_L1) && !paths.contains(fact)) {
            return refuse(u"%1.conditions[%2].fact"_s.arg(path).arg(index),
                          u"a key of the lines for which the rule is walked (each)"_s);
        }
    }
    if (rule.versionKey.startsWith("item."_L1) && !paths.contains(rule.versionKey))
        return refuse(path + u".version_key"_s, u"a key of the lines for which the rule is walked (each)"_s);
    for (qsizetype index = 0; index < rule.versions.size(); ++index)
        TOCSIN_TRY(
            checkDeadline(rule.versions.at(index).deadline, rule, u"%1.versions[%2].deadline"_s.arg(path).arg(index)));
    return {};
}

template <typename Item>
Result<> checkIds(const QStringList &ids, const QMap<QString, Item> &items, const QString &path, const QString &what)
{
    for (const QString &id : ids) {
        if (!items.contains(id))
            return refuse(path, u"ids of this pack's %1; “%2” is none"_s.arg(what, id));
    }
    return {};
}

Result<> checkReferences(const RulePack &pack, const Rule &rule, const QString &path)
{
    TOCSIN_TRY(checkIds(rule.exemptions, pack.exemptions, path + u".exemptions"_s, u"exemptions"_s));
    TOCSIN_TRY(checkIds(rule.reviews, pack.reviews, path + u".reviews"_s, u"reviews"_s));
    TOCSIN_TRY(checkIds(rule.delays, pack.delays, path + u".delays"_s, u"delays"_s));
    for (qsizetype index = 0; index < rule.versions.size(); ++index)
        TOCSIN_TRY(checkSource(pack, rule.versions.at(index).source, u"%1.versions[%2]"_s.arg(path).arg(index)));
    return {};
}

Result<> checkSentence(const Condition &condition, const QString &path)
{
    if (!condition.silent && condition.fails.isEmpty())
        return refuse(path + u".fails"_s, u"the sentence that says why not, or silent: true"_s);
    return {};
}

Result<> checkConditions(const QList<Condition> &conditions, const QString &path)
{
    for (qsizetype index = 0; index < conditions.size(); ++index)
        TOCSIN_TRY(checkSentence(conditions.at(index), u"%1[%2]"_s.arg(path).arg(index)));
    return {};
}

Result<> checkRule(const RulePack &pack, const Rule &rule, const QString &path)
{
    if (rule.versions.isEmpty())
        return refuse(path + u".versions"_s, u"at least one version"_s);
    TOCSIN_TRY(checkDates(rule, path));
    TOCSIN_TRY(checkRecipient(rule, path));
    TOCSIN_TRY(checkItems(rule, path));
    TOCSIN_TRY(checkConditions(rule.conditions, path + u".conditions"_s));
    return checkReferences(pack, rule, path);
}

} // namespace

Result<> checkRulePack(const RulePack &pack, const QString &source)
{
    for (const Exemption &each : pack.exemptions) {
        const QString path = u"%1.exemptions[%2]"_s.arg(source, each.id);
        for (const Condition &condition : each.claimed + each.granted) {
            if (condition.fact.startsWith("item."_L1))
                return refuse(path, u"no item.… in an exemption, which knows no line of a list"_s);
        }
        TOCSIN_TRY(checkSource(pack, each.source, path));
        TOCSIN_TRY(checkConditions(each.granted, path + u".granted"_s));
    }
    for (const DelayRule &each : pack.delays)
        TOCSIN_TRY(checkSource(pack, each.source, u"%1.delays[%2]"_s.arg(source, each.id)));
    for (const HolidayCalendar &each : pack.holidays)
        TOCSIN_TRY(checkSource(pack, each.source, u"%1.holidays[%2]"_s.arg(source, each.state)));
    for (auto each = pack.conditions.cbegin(); each != pack.conditions.cend(); ++each) {
        const QString path = u"%1.conditions[%2]"_s.arg(source, each.key());
        if (each->fact.startsWith("item."_L1))
            return refuse(path, u"no item.… in a shared condition, which knows no line of a list"_s);
        TOCSIN_TRY(checkSentence(*each, path));
    }
    QSet<QString> ids;
    for (qsizetype index = 0; index < pack.rules.size(); ++index) {
        const Rule &rule = pack.rules.at(index);
        const QString path = u"%1.rules[%2]"_s.arg(source).arg(index);
        if (ids.contains(rule.id))
            return refuse(path + u".id"_s, u"an id that no rule before it has; “%1” stands there twice"_s.arg(rule.id));
        ids.insert(rule.id);
        TOCSIN_TRY(checkRule(pack, rule, path));
    }
    return {};
}

} // namespace tocsin::law
