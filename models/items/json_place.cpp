// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/json_place.h"

#include <QJsonArray>

namespace tocsin::items {

namespace {

QJsonValue changedAt(const QJsonValue &root, const JsonPlace &place, qsizetype depth, const QJsonValue &value);

QJsonValue changedArray(QJsonArray array, const JsonPlace &place, qsizetype depth, const QJsonValue &value)
{
    const qsizetype at = place.at(depth).place;
    const QJsonValue inner = changedAt(array.at(at), place, depth + 1, value);
    const bool isLast = depth + 1 == place.size();
    if (isLast && inner.isUndefined())
        array.removeAt(at);
    else if (at >= array.size())
        array.append(inner);
    else
        array.replace(at, inner.isUndefined() ? QJsonValue(QJsonObject()) : inner);
    return array;
}

QJsonValue changedAt(const QJsonValue &root, const JsonPlace &place, qsizetype depth, const QJsonValue &value)
{
    if (depth == place.size())
        return value;
    const JsonStep &step = place.at(depth);
    if (step.place >= 0)
        return changedArray(root.toArray(), place, depth, value);
    QJsonObject object = root.toObject();
    object.insert(step.key, changedAt(object.value(step.key), place, depth + 1, value)); // Undefined takes it away
    return object.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(object);
}

} // namespace

QJsonValue valueAt(const QJsonValue &root, const JsonPlace &place)
{
    QJsonValue value = root;
    for (const JsonStep &step : place) {
        if (step.place >= 0)
            value = step.place < value.toArray().size() ? value.toArray().at(step.place)
                                                        : QJsonValue(QJsonValue::Undefined);
        else
            value = value.isObject() ? value.toObject().value(step.key) : QJsonValue(QJsonValue::Undefined);
    }
    return value;
}

QJsonObject withValueAt(const QJsonObject &root, const JsonPlace &place, const QJsonValue &value)
{
    return changedAt(root, place, 0, value).toObject();
}

QJsonObject mergePatch(const QJsonObject &from, const QJsonObject &to)
{
    QJsonObject patch;
    for (auto each = from.begin(); each != from.end(); ++each) {
        if (!to.contains(each.key()))
            patch.insert(each.key(), QJsonValue::Null);
    }
    for (auto each = to.begin(); each != to.end(); ++each) {
        const QJsonValue before = from.value(each.key());
        if (before.isObject() && each.value().isObject() && before != each.value())
            patch.insert(each.key(), mergePatch(before.toObject(), each.value().toObject()));
        else if (before != each.value())
            patch.insert(each.key(), each.value());
    }
    return patch;
}

QJsonObject applyMergePatch(const QJsonObject &to, const QJsonObject &patch)
{
    QJsonObject patched = to;
    for (auto each = patch.begin(); each != patch.end(); ++each) {
        if (each.value().isNull())
            patched.remove(each.key());
        else if (each.value().isObject())
            patched.insert(each.key(), applyMergePatch(patched.value(each.key()).toObject(), each.value().toObject()));
        else
            patched.insert(each.key(), each.value());
    }
    return patched;
}

} // namespace tocsin::items
