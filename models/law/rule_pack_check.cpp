// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/rule_pack_check.h"

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

/// A place in a recipient that stands for something must be one that the engine fills.
Result<> checkRecipient(const Rule &rule, const QString &path)
{
    QString fixed = rule.recipient;
    fixed.remove(u"{state}"_s).remove(u"{contract}"_s);
    if (fixed.contains(u'{') || fixed.contains(u'}'))
        return refuse(path + u".recipient"_s, u"no other placeholder than {state} or {contract}"_s);
    const bool perState = rule.recipient.contains(u"{state}"_s);
    const bool perContract = rule.recipient.contains(u"{contract}"_s);
    if (perState && (perContract || !rule.state.isEmpty()))
        return refuse(path + u".recipient"_s, u"{state} alone, without {contract} and without a state of the rule"_s);
    for (const RuleVersion &version : rule.versions) {
        const bool byState = version.threshold && version.threshold->scope == Threshold::Scope::State;
        if (byState && !perState && rule.state.isEmpty())
            return refuse(path + u".recipient"_s,
                          u"{state}, or a state of the rule, as its threshold counts by State"_s);
        if ((version.deadline.kind == Deadline::Kind::Contract) != perContract)
            return refuse(path + u".recipient"_s,
                          u"{contract} in a rule whose deadline is of kind contract, and only there"_s);
    }
    return {};
}

Result<> checkReferences(const RulePack &pack, const Rule &rule, const QString &path)
{
    for (const QString &id : rule.exemptions) {
        if (!pack.exemptions.contains(id))
            return refuse(path + u".exemptions"_s, u"ids of this pack's exemptions; “%1” is none"_s.arg(id));
    }
    for (const QString &id : rule.delays) {
        if (!pack.delays.contains(id))
            return refuse(path + u".delays"_s, u"ids of this pack's delays; “%1” is none"_s.arg(id));
    }
    for (qsizetype index = 0; index < rule.versions.size(); ++index)
        TOCSIN_TRY(checkSource(pack, rule.versions.at(index).source, u"%1.versions[%2]"_s.arg(path).arg(index)));
    return {};
}

Result<> checkConditions(const QList<Condition> &conditions, const QString &path)
{
    for (qsizetype index = 0; index < conditions.size(); ++index) {
        const Condition &each = conditions.at(index);
        if (!each.silent && each.fails.isEmpty())
            return refuse(u"%1[%2].fails"_s.arg(path).arg(index), u"the sentence that says why not, or silent: true"_s);
    }
    return {};
}

Result<> checkRule(const RulePack &pack, const Rule &rule, const QString &path)
{
    if (rule.versions.isEmpty())
        return refuse(path + u".versions"_s, u"at least one version"_s);
    TOCSIN_TRY(checkDates(rule, path));
    TOCSIN_TRY(checkRecipient(rule, path));
    TOCSIN_TRY(checkConditions(rule.conditions, path + u".conditions"_s));
    return checkReferences(pack, rule, path);
}

} // namespace

Result<> checkRulePack(const RulePack &pack, const QString &source)
{
    for (const Exemption &each : pack.exemptions) {
        const QString path = u"%1.exemptions[%2]"_s.arg(source, each.id);
        TOCSIN_TRY(checkSource(pack, each.source, path));
        TOCSIN_TRY(checkConditions(each.granted, path + u".granted"_s));
    }
    for (const DelayRule &each : pack.delays)
        TOCSIN_TRY(checkSource(pack, each.source, u"%1.delays[%2]"_s.arg(source, each.id)));
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
