// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/pack_differences.h"

#include "law/wording.h"

#include <QDate>
#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

/// What a list's item is known by.
constexpr std::array kNames{"id"_L1, "state"_L1, "name"_L1};

QString keyWords(const QString &key)
{
    if (key == "effective_to"_L1)
        return u"last day in force"_s;
    return plain(key);
}

QString opWords(const QString &op)
{
    static const QMap<QString, QString> words{
        {u"is"_s, u"is"_s},
        {u"is-not"_s, u"is not"_s},
        {u"in"_s, u"is one of"_s},
        {u"contains"_s, u"holds"_s},
        {u"lacks"_s, u"does not hold"_s},
        {u"within"_s, u"holds nothing but"_s},
        {u"present"_s, u"is known"_s},
        {u"absent"_s, u"is not known"_s},
        {u"has-time"_s, u"has a time of day"_s},
        {u">="_s, u"is at least"_s},
        {u">"_s, u"is more than"_s},
        {u"<"_s, u"is less than"_s},
        {u"<="_s, u"is at most"_s},
    };
    return words.value(op, op);
}

bool isCondition(const QJsonObject &object)
{
    return object.contains(u"fact"_s) && object.contains(u"op"_s);
}

QString conditionWords(const QJsonObject &condition)
{
    const QString words = factName(condition.value(u"fact"_s).toString()) + u' '
        + opWords(condition.value(u"op"_s).toString()) + u' ' + factText(condition.value(u"value"_s));
    return words.trimmed();
}

QString valueWords(const QJsonValue &value);

QString objectWords(const QJsonObject &object)
{
    if (isCondition(object))
        return conditionWords(object);
    QStringList parts;
    for (auto each = object.constBegin(); each != object.constEnd(); ++each)
        parts << keyWords(each.key()) + u' ' + valueWords(each.value());
    return parts.join(u", "_s);
}

QString textWords(const QString &text)
{
    const QDate date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    return date.isValid() ? shortDate(date) : u'“' + text + u'”';
}

QString valueWords(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object:
        return objectWords(value.toObject());
    case QJsonValue::Array: {
        QStringList items;
        for (const QJsonValue &each : value.toArray())
            items << valueWords(each);
        return items.isEmpty() ? u"none"_s : items.join(u"; "_s);
    }
    case QJsonValue::String:
        return textWords(value.toString());
    case QJsonValue::Bool:
    case QJsonValue::Double:
        return factText(value);
    default:
        return u"none"_s;
    }
}

QString nameOf(const QJsonValue &item)
{
    for (const QLatin1StringView key : kNames) {
        if (const QString name = item.toObject().value(key).toString(); !name.isEmpty())
            return name;
    }
    return {};
}

/// Items by name; empty if one has none, or two share one.
QMap<QString, QJsonObject> named(const QJsonArray &items)
{
    QMap<QString, QJsonObject> found;
    for (const QJsonValue &each : items) {
        const QString name = nameOf(each);
        if (name.isEmpty() || found.contains(name))
            return {};
        found.insert(name, each.toObject());
    }
    return found;
}

void addPrefixed(QStringList &lines, const QString &name, const QStringList &more)
{
    for (const QString &each : more)
        lines << name + u", "_s + each;
}

QStringList namedDifferences(const QString &key, const QMap<QString, QJsonObject> &before,
                             const QMap<QString, QJsonObject> &after)
{
    QStringList lines;
    QStringList names = before.keys() + after.keys();
    names.removeDuplicates();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const QString place = key + u", "_s + name;
        if (!before.contains(name))
            lines << u"%1: now also %2"_s.arg(place, valueWords(after.value(name)));
        else if (!after.contains(name))
            lines << u"%1: gone, was %2"_s.arg(place, valueWords(before.value(name)));
        else
            addPrefixed(lines, place, differences(before.value(name), after.value(name)));
    }
    return lines;
}

QStringList listDifferences(const QString &key, const QJsonArray &before, const QJsonArray &after)
{
    const QMap<QString, QJsonObject> old = named(before);
    const QMap<QString, QJsonObject> now = named(after);
    if (old.size() == before.size() && now.size() == after.size()) {
        const QStringList lines = namedDifferences(key, old, now);
        return lines.isEmpty() ? QStringList{key + u": in another order"_s} : lines;
    }
    QStringList gone;
    QStringList added;
    for (const QJsonValue &each : before) {
        if (!after.contains(each))
            gone << valueWords(each);
    }
    for (const QJsonValue &each : after) {
        if (!before.contains(each))
            added << valueWords(each);
    }
    if (gone.isEmpty() && added.isEmpty())
        return {key + u": in another order"_s};
    if (added.isEmpty())
        return {u"%1: no longer %2"_s.arg(key, gone.join(u"; "_s))};
    if (gone.isEmpty())
        return {u"%1: now also %2"_s.arg(key, added.join(u"; "_s))};
    return {u"%1: %2 becomes %3"_s.arg(key, gone.join(u"; "_s), added.join(u"; "_s))};
}

} // namespace

QStringList differences(const QJsonObject &before, const QJsonObject &after, const QStringList &ignored)
{
    QStringList keys = before.keys() + after.keys();
    keys.removeDuplicates();
    keys.sort();
    QStringList lines;
    for (const QString &key : std::as_const(keys)) {
        const QJsonValue old = before.value(key);
        const QJsonValue now = after.value(key);
        if (old == now || ignored.contains(key))
            continue;
        const QString name = keyWords(key);
        if (old.isObject() && now.isObject() && !isCondition(old.toObject()))
            addPrefixed(lines, name, differences(old.toObject(), now.toObject()));
        else if (old.isArray() && now.isArray())
            lines << listDifferences(name, old.toArray(), now.toArray());
        else
            lines << u"%1: %2 becomes %3"_s.arg(name, valueWords(old), valueWords(now));
    }
    return lines;
}

} // namespace tocsin::law
