// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_reader.h"
#include "law/fact_view.h"
#include "law/holiday_reader.h"
#include "law/pack_words.h"
#include "law/rule_pack.h"
#include "law/rule_pack_check.h"
#include "law/states.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

constexpr qsizetype kMostBytes = 16 << 20;
constexpr int kFormat = 1;
constexpr int kMostNesting = 4;

Condition::Op thresholdOp(const QString &word)
{
    static const QMap<QString, Condition::Op> ops{{u">="_s, Condition::Op::AtLeast},
                                                  {u">"_s, Condition::Op::MoreThan},
                                                  {u"<"_s, Condition::Op::Fewer},
                                                  {u"<="_s, Condition::Op::AtMost}};
    return ops.value(word, Condition::Op::AtLeast);
}

Condition::Op conditionOp(const QString &word)
{
    static const QMap<QString, Condition::Op> ops{
        {u"is"_s, Condition::Op::Is},           {u"is-not"_s, Condition::Op::IsNot},
        {u"in"_s, Condition::Op::In},           {u"contains"_s, Condition::Op::Contains},
        {u"lacks"_s, Condition::Op::Lacks},     {u"within"_s, Condition::Op::Within},
        {u"present"_s, Condition::Op::Present}, {u"absent"_s, Condition::Op::Absent},
        {u"has-time"_s, Condition::Op::HasTime}};
    return ops.contains(word) ? ops.value(word) : thresholdOp(word);
}

/// The value must be of a type that the operator can compare.
void checkValue(JsonReader &reader, const Condition &condition)
{
    switch (condition.op) {
    case Condition::Op::Is:
    case Condition::Op::IsNot:
        if (!condition.value.isString() && !condition.value.isBool() && !condition.value.isDouble())
            reader.failAt("value"_L1, u"a text, a number, true or false"_s);
        return;
    case Condition::Op::In:
    case Condition::Op::Within:
        if (condition.value.toArray().isEmpty())
            reader.failAt("value"_L1, u"a list with at least one value"_s);
        return;
    case Condition::Op::Contains:
    case Condition::Op::Lacks:
        if (!condition.value.isString() && condition.value.toArray().isEmpty())
            reader.failAt("value"_L1, u"a text, or a list of texts of which one is enough"_s);
        return;
    case Condition::Op::Present:
    case Condition::Op::Absent:
    case Condition::Op::HasTime:
        if (!condition.value.isUndefined())
            reader.failAt("value"_L1, u"no value with the operators present, absent and has-time"_s);
        return;
    default:
        if (!condition.value.isDouble())
            reader.failAt("value"_L1, u"a number"_s);
    }
}

Condition readCondition(JsonReader &reader)
{
    Condition condition;
    condition.fact = reader.string("fact"_L1);
    if (!isFactPath(condition.fact))
        reader.failAt("fact"_L1, u"the path of a fact, such as entity or secured.encrypted"_s);
    condition.op
        = conditionOp(reader.word("op"_L1,
                                  {"is"_L1, "is-not"_L1, "in"_L1, "contains"_L1, "lacks"_L1, "within"_L1, "present"_L1,
                                   "absent"_L1, "has-time"_L1, ">="_L1, ">"_L1, "<"_L1, "<="_L1}));
    condition.value = reader.value("value"_L1, false);
    checkValue(reader, condition);
    const QString absent = reader.word("absent"_L1, {"blocks"_L1, "fails"_L1, "holds"_L1}, false);
    condition.absent = absent == "fails"_L1 ? Condition::Absent::Fails
        : absent == "holds"_L1              ? Condition::Absent::Holds
                                            : Condition::Absent::Blocks;
    condition.silent = reader.boolean("silent"_L1, false).value_or(false);
    condition.holds = readText(reader, "holds"_L1, false);
    condition.fails = readText(reader, "fails"_L1, false);
    condition.citation = readText(reader, "citation"_L1, false);
    return condition;
}

/// Conditions that rules share, by their ids.
using SharedConditions = QMap<QString, Condition>;

/// A list of conditions; a text in it is the id of one that is shared.
QList<Condition> readConditions(JsonReader &reader, QLatin1StringView key, const SharedConditions &shared,
                                bool required)
{
    QList<Condition> conditions;
    reader.objectsOrTexts(
        key, [&conditions](JsonReader &inner) { conditions << readCondition(inner); },
        [&](const QString &id, const QString &place) {
            if (!shared.contains(id))
                reader.failAt(place, u"an id of this pack's conditions; “%1” is none"_s.arg(id));
            conditions << shared.value(id);
        },
        required);
    return conditions;
}

Threshold readThreshold(JsonReader &reader)
{
    Threshold threshold;
    const QString scope = reader.word("scope"_L1, {"breach"_L1, "state"_L1, "told"_L1});
    threshold.scope = scope == "state"_L1 ? Threshold::Scope::State
        : scope == "told"_L1              ? Threshold::Scope::Told
                                          : Threshold::Scope::Breach;
    threshold.op = thresholdOp(reader.word("op"_L1, {">="_L1, ">"_L1, "<"_L1, "<="_L1}));
    threshold.people = reader.integer("people"_L1, 0, 2'000'000'000).value_or(0);
    threshold.citation = readText(reader, "citation"_L1, false);
    return threshold;
}

/// One path, or a list of them of which the latest counts.
QStringList readAnchors(JsonReader &reader)
{
    QStringList paths;
    const QJsonValue from = reader.value("from"_L1);
    const QJsonArray several = from.isArray() ? from.toArray() : QJsonArray{from};
    for (const QJsonValue &each : several)
        paths << each.toString();
    if (paths.isEmpty() || !std::all_of(paths.cbegin(), paths.cend(), isAnchorPath)) {
        reader.failAt("from"_L1,
                      u"the fact from which the clock runs, such as discovered or anchors.determined, or a list of "
                      "facts of which the latest counts"_s);
    }
    return paths;
}

Extension readExtension(JsonReader &reader)
{
    Extension extension;
    extension.fact = reader.string("fact"_L1);
    if (!isAnchorPath(extension.fact))
        reader.failAt("fact"_L1, u"the fact that shows when more time was asked for"_s);
    extension.days = static_cast<int>(reader.integer("days"_L1, 1, 3650).value_or(0));
    extension.citation = readText(reader, "citation"_L1);
    return extension;
}

Deadline readDeadline(JsonReader &reader, int nesting);

QList<Deadline> readOptions(JsonReader &reader, QLatin1StringView key, int nesting)
{
    QList<Deadline> options;
    if (nesting >= kMostNesting)
        reader.failAt(key, u"deadlines nested at most %1 deep"_s.arg(kMostNesting));
    else
        reader.objects(key, [&](JsonReader &inner) { options << readDeadline(inner, nesting + 1); });
    if (options.size() < 2)
        reader.failAt(key, u"two or more deadlines"_s);
    return options;
}

Deadline::Relation readRelation(JsonReader &reader, int offset)
{
    const QString word = reader.word("relation"_L1, {"after"_L1, "no-later-than"_L1, "with"_L1, "before"_L1}, false);
    if (offset > 0 && !word.isEmpty() && word != "after"_L1)
        reader.failAt("relation"_L1, u"after, or no days in offset_days"_s);
    if (offset == 0 && word == "after"_L1)
        reader.failAt("offset_days"_L1, u"how many days after, at least 1; or another relation"_s);
    if (word == "no-later-than"_L1)
        return Deadline::Relation::NoLaterThan;
    if (word == "before"_L1)
        return Deadline::Relation::Before;
    return word == "with"_L1 || offset == 0 ? Deadline::Relation::With : Deadline::Relation::After;
}

void readRelative(JsonReader &reader, Deadline &deadline, int nesting)
{
    deadline.to = readText(reader, "to"_L1);
    deadline.count = static_cast<int>(reader.integer("offset_days"_L1, 0, 3650).value_or(0));
    deadline.relation = readRelation(reader, deadline.count);
    deadline.event = readText(reader, "event"_L1, false);
    deadline.businessDays = reader.boolean("business_days"_L1, false).value_or(false);
    if (!reader.has("outer"_L1))
        return;
    if (nesting >= kMostNesting)
        reader.failAt("outer"_L1, u"deadlines nested at most %1 deep"_s.arg(kMostNesting));
    else
        reader.object("outer"_L1, [&](JsonReader &inner) { deadline.options << readDeadline(inner, nesting + 1); });
}

/// So many days after the year's end, or a fixed day of the next year.
void readAnnual(JsonReader &reader, Deadline &deadline)
{
    deadline.kind = Deadline::Kind::Annual;
    if (!reader.has("month"_L1)) {
        deadline.count = static_cast<int>(reader.integer("days"_L1, 0, 3650).value_or(0));
        return;
    }
    deadline.month = static_cast<int>(reader.integer("month"_L1, 1, 12).value_or(1));
    // 28 days: a day that every month of every year has.
    deadline.dayOfMonth = static_cast<int>(reader.integer("day"_L1, 1, 28).value_or(1));
}

void readDays(JsonReader &reader, Deadline &deadline)
{
    deadline.count = static_cast<int>(reader.integer("days"_L1, 0, 3650).value_or(0));
    deadline.businessDays = reader.boolean("business_days"_L1, false).value_or(false);
    deadline.weekendsOnly = reader.boolean("weekends_only"_L1, false).value_or(false);
    if (deadline.weekendsOnly && !deadline.businessDays)
        reader.failAt("weekends_only"_L1, u"weekends_only with business_days: true"_s);
    reader.object(
        "extension"_L1, [&deadline](JsonReader &inner) { deadline.extension = readExtension(inner); }, false);
}

Deadline readDeadline(JsonReader &reader, int nesting)
{
    const QString kind = reader.word("kind"_L1,
                                     {"days"_L1, "hours"_L1, "years"_L1, "annual"_L1, "unreasonable-delay"_L1,
                                      "relative"_L1, "earlier-of"_L1, "stated"_L1});
    Deadline deadline;
    if (kind == "unreasonable-delay"_L1) {
        deadline.kind = Deadline::Kind::UnreasonableDelay;
    } else if (kind == "relative"_L1) {
        deadline.kind = Deadline::Kind::Relative;
        readRelative(reader, deadline, nesting);
    } else if (kind == "earlier-of"_L1) {
        deadline.kind = Deadline::Kind::EarlierOf;
        deadline.options = readOptions(reader, "options"_L1, nesting);
    } else if (kind == "stated"_L1) {
        deadline.kind = Deadline::Kind::Stated;
        deadline.from = readAnchors(reader);
    } else if (kind == "years"_L1) {
        deadline.kind = Deadline::Kind::Years;
        deadline.count = static_cast<int>(reader.integer("years"_L1, 1, 100).value_or(1));
        deadline.from = readAnchors(reader);
    } else if (kind == "hours"_L1) {
        deadline.kind = Deadline::Kind::Hours;
        deadline.count = static_cast<int>(reader.integer("hours"_L1, 1, 87600).value_or(0));
        deadline.from = readAnchors(reader);
    } else {
        if (kind == "annual"_L1)
            readAnnual(reader, deadline);
        else
            readDays(reader, deadline);
        deadline.from = readAnchors(reader);
    }
    return deadline;
}

/// JSON null says in so many words that the text has no first day, or is still in force.
QDate readBound(JsonReader &reader, QLatin1StringView key)
{
    return reader.value(key).isNull() ? QDate() : reader.date(key);
}

RuleVersion readVersion(JsonReader &reader)
{
    RuleVersion version;
    version.from = readBound(reader, "effective_from"_L1);
    version.to = readBound(reader, "effective_to"_L1);
    version.citation = readText(reader, "citation"_L1);
    version.source = readText(reader, "source"_L1);
    version.confidence = readConfidence(reader);
    reader.object(
        "threshold"_L1, [&version](JsonReader &inner) { version.threshold = readThreshold(inner); }, false);
    reader.object("deadline"_L1, [&version](JsonReader &inner) { version.deadline = readDeadline(inner, 0); });
    version.notes = readTexts(reader, "notes"_L1, false);
    return version;
}

Nature readNature(const QString &word, JsonReader &reader, QLatin1StringView key)
{
    const std::optional<Nature> nature = natureFromWord(word);
    if (!nature)
        reader.failAt(key, u"statutory, contract, regulator, internal or keep-until"_s);
    return nature.value_or(Nature::Statutory);
}

InternalTarget readInternalTarget(JsonReader &reader)
{
    InternalTarget target;
    for (const QString &word : reader.strings("natures"_L1))
        target.natures << readNature(word, reader, "natures"_L1);
    target.hours = reader.word("unit"_L1, {"days"_L1, "hours"_L1}) == "hours"_L1;
    target.least = static_cast<int>(reader.integer("least"_L1, 1, 3650).value_or(1));
    target.before = static_cast<int>(reader.integer("before"_L1, 0, target.least - 1).value_or(0));
    return target;
}

Rule readRule(JsonReader &reader, const SharedConditions &shared)
{
    Rule rule;
    rule.id = readId(reader, "id"_L1);
    rule.title = readText(reader, "title"_L1);
    rule.recipient = readText(reader, "recipient"_L1);
    rule.state = reader.string("state"_L1, false);
    if (reader.has("state"_L1) && !isStateCode(rule.state))
        reader.failAt("state"_L1, u"a State's two-letter code"_s);
    rule.statute = readText(reader, "statute"_L1, false);
    rule.group = readId(reader, "group"_L1, false);
    rule.whileOwed = readText(reader, "while_owed"_L1, false);
    if (reader.has("while_owed"_L1) && !isRecipient(rule.whileOwed))
        reader.failAt("while_owed"_L1, u"a recipient, such as HHS or AG:NY"_s);
    rule.each = reader.string("each"_L1, false);
    if (reader.has("each"_L1) && !itemLists().contains(rule.each))
        reader.failAt("each"_L1, u"a list of the facts: "_s + itemLists().keys().join(u", "_s));
    if (reader.has("nature"_L1))
        rule.nature = readNature(reader.string("nature"_L1), reader, "nature"_L1);
    if (reader.has("version_key"_L1)) {
        rule.versionKey = reader.string("version_key"_L1);
        if (!isAnchorPath(rule.versionKey))
            reader.failAt("version_key"_L1, u"the fact whose day picks the version, such as discovered"_s);
    }
    rule.earlierTextUnknown = reader.word("earlier_text"_L1, {"none"_L1, "unknown"_L1}, false) == "unknown"_L1;
    rule.conditions = readConditions(reader, "conditions"_L1, shared, false);
    rule.exemptions = reader.strings("exemptions"_L1, false);
    rule.reviews = reader.strings("reviews"_L1, false);
    rule.delays = reader.strings("delays"_L1, false);
    reader.objects("versions"_L1, [&rule](JsonReader &inner) { rule.versions << readVersion(inner); });
    return rule;
}

Exemption readExemption(JsonReader &reader, const SharedConditions &shared)
{
    Exemption exemption;
    exemption.id = readId(reader, "id"_L1);
    exemption.citation = readText(reader, "citation"_L1, false);
    exemption.source = readText(reader, "source"_L1);
    exemption.confidence = readConfidence(reader);
    exemption.claimed = readConditions(reader, "claimed"_L1, shared, true);
    exemption.granted = readConditions(reader, "granted"_L1, shared, false);
    exemption.because = readText(reader, "because"_L1);
    exemption.unclaimed = readText(reader, "unclaimed"_L1, false);
    return exemption;
}

DelayRule readDelay(JsonReader &reader)
{
    DelayRule delay;
    delay.id = readId(reader, "id"_L1);
    delay.citation = readText(reader, "citation"_L1);
    delay.source = readText(reader, "source"_L1);
    delay.confidence = readConfidence(reader);
    if (const std::optional<qint64> days = reader.integer("oral_days"_L1, 0, 3650, false))
        delay.oralDays = static_cast<int>(*days);
    delay.writtenOnly = reader.boolean("written_only"_L1, false).value_or(false);
    delay.graceDays = static_cast<int>(reader.integer("grace_days"_L1, 1, 3650, false).value_or(0));
    delay.graceInBusinessDays = reader.boolean("grace_in_business_days"_L1, false).value_or(false);
    delay.note = readText(reader, "note"_L1, false);
    return delay;
}

Review readReview(JsonReader &reader, const SharedConditions &shared)
{
    Review review;
    review.id = readId(reader, "id"_L1);
    review.when = readConditions(reader, "when"_L1, shared, true);
    review.note = readText(reader, "note"_L1);
    return review;
}

Unplaced readUnplaced(JsonReader &reader)
{
    return {readText(reader, "recipient"_L1), readText(reader, "title"_L1), readText(reader, "citation"_L1),
            readText(reader, "why"_L1)};
}

void readSources(JsonReader &reader, RulePack &pack)
{
    const QJsonObject sources = reader.value("sources"_L1).toObject();
    for (auto each = sources.constBegin(); each != sources.constEnd(); ++each) {
        if (const QString expected = textExpected(each.value().toString()); !expected.isEmpty())
            reader.failAt(u"sources."_s + each.key(), expected);
        pack.sources.insert(each.key(), each.value().toString());
    }
    if (sources.isEmpty())
        reader.failAt("sources"_L1, u"an object of sources by key, { … }"_s);
}

/// What rules share, each under an id of its own.
template <typename Item, typename Read>
QMap<QString, Item> readShared(JsonReader &reader, QLatin1StringView key, Read read)
{
    QMap<QString, Item> items;
    reader.objects(
        key,
        [&](JsonReader &inner) {
            const auto [id, item] = read(inner);
            if (items.contains(id))
                inner.failAt("id"_L1, u"an id that none before it has; “%1” stands there twice"_s.arg(id));
            items.insert(id, item);
        },
        false);
    return items;
}

template <typename Item, typename Read>
QMap<QString, Item> readById(JsonReader &reader, QLatin1StringView key, Read read)
{
    return readShared<Item>(reader, key, [&read](JsonReader &inner) {
        const Item item = read(inner);
        return std::pair(item.id, item);
    });
}

void readWhatRulesShare(JsonReader &reader, RulePack &pack)
{
    pack.conditions = readShared<Condition>(reader, "conditions"_L1, [](JsonReader &inner) {
        return std::pair(readId(inner, "id"_L1), readCondition(inner));
    });
    pack.exemptions = readById<Exemption>(reader, "exemptions"_L1,
                                          [&](JsonReader &inner) { return readExemption(inner, pack.conditions); });
    pack.reviews
        = readById<Review>(reader, "reviews"_L1, [&](JsonReader &inner) { return readReview(inner, pack.conditions); });
    pack.delays = readById<DelayRule>(reader, "delays"_L1, readDelay);
    pack.holidays = readShared<HolidayCalendar>(reader, "holidays"_L1, [](JsonReader &inner) {
        const HolidayCalendar calendar = readHolidays(inner);
        return std::pair(calendar.state, calendar);
    });
    reader.object(
        "unplaced"_L1, [&pack](JsonReader &inner) { pack.unplaced = readUnplaced(inner); }, false);
}

} // namespace

Result<RulePack> parseRulePack(const QByteArray &bytes, const QString &source)
{
    if (bytes.size() > kMostBytes)
        return fail(ErrorCode::BadInput, u"%1 is larger than 16 MiB; a rule pack is far smaller."_s.arg(source));
    TOCSIN_ASSIGN(const QJsonObject object, parseJsonObject(bytes, source));
    JsonReader reader(object, source);
    RulePack pack;
    pack.bytes = bytes;
    reader.integer("format"_L1, kFormat, kFormat);
    pack.id = readId(reader, "id"_L1);
    pack.version = readText(reader, "version"_L1);
    pack.title = readText(reader, "title"_L1);
    pack.prepared = reader.date("prepared"_L1);
    readSources(reader, pack);
    readWhatRulesShare(reader, pack);
    reader.objects(
        "internal_targets"_L1, [&](JsonReader &inner) { pack.internalTargets << readInternalTarget(inner); }, false);
    reader.objects("rules"_L1, [&pack](JsonReader &inner) { pack.rules << readRule(inner, pack.conditions); });
    TOCSIN_TRY(reader.finish());
    TOCSIN_TRY(checkRulePack(pack, source));
    return pack;
}

} // namespace tocsin::law
