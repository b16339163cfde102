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

/// The places of a line of the rule's list.
QStringList itemPlaces(const Rule &rule)
{
    QStringList places = itemPaths(rule);
    for (QString &each : places)
        each = u'{' + each + u'}';
    return places;
}

/// A place in a text that stands for something must be one that the engine fills in such a text.
Result<> checkPlaces(QString text, const QStringList &places, const QString &path)
{
    for (const QString &each : places)
        text.remove(each);
    if (!text.contains(u'{') && !text.contains(u'}'))
        return {};
    return refuse(path,
                  places.isEmpty() ? u"no placeholder, which this text cannot have"_s
                                   : u"no other placeholder than "_s + places.join(u", "_s));
}

const QStringList &sharedPlaces()
{
    static const QStringList places{u"{state}"_s, u"{statute}"_s};
    return places;
}

Result<> checkRecipient(const Rule &rule, const QString &path)
{
    const QStringList items = itemPlaces(rule);
    TOCSIN_TRY(checkPlaces(rule.recipient, QStringList(u"{state}"_s) + items, path + u".recipient"_s));
    TOCSIN_TRY(checkPlaces(rule.title, sharedPlaces() + items, path + u".title"_s));
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

/// What a deadline says of itself is never filled.
Result<> checkWords(const Deadline &deadline, const QString &path)
{
    TOCSIN_TRY(checkPlaces(deadline.to, {}, path + u".to"_s));
    TOCSIN_TRY(checkPlaces(deadline.event, {}, path + u".event"_s));
    if (deadline.extension)
        TOCSIN_TRY(checkPlaces(deadline.extension->citation, {}, path + u".extension.citation"_s));
    return {};
}

Result<> checkWords(const RuleVersion &version, const QString &path)
{
    TOCSIN_TRY(checkPlaces(version.citation, {}, path + u".citation"_s));
    if (version.threshold)
        TOCSIN_TRY(checkPlaces(version.threshold->citation, {}, path + u".threshold.citation"_s));
    for (qsizetype index = 0; index < version.notes.size(); ++index)
        TOCSIN_TRY(checkPlaces(version.notes.at(index), sharedPlaces(), u"%1.notes[%2]"_s.arg(path).arg(index)));
    return {};
}

/// A deadline may count from a line, or take its length from it, only in a rule that is walked for lines which can say
/// so.
Result<> checkDeadline(const Deadline &deadline, const Rule &rule, const QString &path)
{
    TOCSIN_TRY(checkWords(deadline, path));
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
    const QStringList places = sharedPlaces() + QStringList(u"{value}"_s);
    TOCSIN_TRY(checkPlaces(condition.holds, places, path + u".holds"_s));
    TOCSIN_TRY(checkPlaces(condition.fails, places, path + u".fails"_s));
    return checkPlaces(condition.citation, {}, path + u".citation"_s);
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
    TOCSIN_TRY(checkPlaces(rule.statute, {}, path + u".statute"_s));
    for (qsizetype index = 0; index < rule.versions.size(); ++index)
        TOCSIN_TRY(checkWords(rule.versions.at(index), u"%1.versions[%2]"_s.arg(path).arg(index)));
    TOCSIN_TRY(checkRecipient(rule, path));
    TOCSIN_TRY(checkItems(rule, path));
    TOCSIN_TRY(checkConditions(rule.conditions, path + u".conditions"_s));
    return checkReferences(pack, rule, path);
}

Result<> checkExemption(const RulePack &pack, const Exemption &exemption, const QString &path)
{
    for (const Condition &condition : exemption.claimed + exemption.granted) {
        if (condition.fact.startsWith("item."_L1))
            return refuse(path, u"no item.… in an exemption, which knows no line of a list"_s);
    }
    TOCSIN_TRY(checkSource(pack, exemption.source, path));
    TOCSIN_TRY(checkConditions(exemption.granted, path + u".granted"_s));
    TOCSIN_TRY(checkPlaces(exemption.citation, sharedPlaces(), path + u".citation"_s));
    TOCSIN_TRY(checkPlaces(exemption.because, sharedPlaces(), path + u".because"_s));
    return checkPlaces(exemption.unclaimed, sharedPlaces(), path + u".unclaimed"_s);
}

Result<> checkDelay(const RulePack &pack, const DelayRule &delay, const QString &path)
{
    TOCSIN_TRY(checkSource(pack, delay.source, path));
    TOCSIN_TRY(checkPlaces(delay.citation, sharedPlaces(), path + u".citation"_s));
    return checkPlaces(delay.note, sharedPlaces(), path + u".note"_s);
}

Result<> checkUnplaced(const Unplaced &unplaced, const QString &path)
{
    TOCSIN_TRY(checkPlaces(unplaced.recipient, {}, path + u".recipient"_s));
    TOCSIN_TRY(checkPlaces(unplaced.title, {}, path + u".title"_s));
    TOCSIN_TRY(checkPlaces(unplaced.citation, {}, path + u".citation"_s));
    return checkPlaces(unplaced.why, {}, path + u".why"_s);
}

/// What rules refer to by an id.
Result<> checkShared(const RulePack &pack, const QString &source)
{
    for (const Exemption &each : pack.exemptions)
        TOCSIN_TRY(checkExemption(pack, each, u"%1.exemptions[%2]"_s.arg(source, each.id)));
    for (const DelayRule &each : pack.delays)
        TOCSIN_TRY(checkDelay(pack, each, u"%1.delays[%2]"_s.arg(source, each.id)));
    for (const Review &each : pack.reviews)
        TOCSIN_TRY(checkPlaces(each.note, sharedPlaces(), u"%1.reviews[%2].note"_s.arg(source, each.id)));
    for (const HolidayCalendar &each : pack.holidays)
        TOCSIN_TRY(checkSource(pack, each.source, u"%1.holidays[%2]"_s.arg(source, each.state)));
    for (auto each = pack.conditions.cbegin(); each != pack.conditions.cend(); ++each) {
        const QString path = u"%1.conditions[%2]"_s.arg(source, each.key());
        if (each->fact.startsWith("item."_L1))
            return refuse(path, u"no item.… in a shared condition, which knows no line of a list"_s);
        TOCSIN_TRY(checkSentence(*each, path));
    }
    return {};
}

} // namespace

Result<> checkRulePack(const RulePack &pack, const QString &source)
{
    TOCSIN_TRY(checkShared(pack, source));
    if (pack.unplaced)
        TOCSIN_TRY(checkUnplaced(*pack.unplaced, source + u".unplaced"_s));
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
