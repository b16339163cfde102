// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace tocsin::items {

/// One step down into a JSON value: a key of an object, or a place in an array.
struct JsonStep
{
    QString key;
    qsizetype place = -1; ///< of an array; -1: `key` counts
};
using JsonPlace = QList<JsonStep>;

/// The value at a place; Undefined if there is none.
QJsonValue valueAt(const QJsonValue &root, const JsonPlace &place);

/// The root with another value at a place. Objects on the way there are made; Undefined takes the value away, and with
/// it the objects around it that are empty then, up to the next array. A place in an array that is its size appends.
QJsonObject withValueAt(const QJsonObject &root, const JsonPlace &place, const QJsonValue &value);

/// What turns one object into another, as a merge patch (RFC 7396): only what differs, null for what goes. Neither
/// object may hold nulls.
QJsonObject mergePatch(const QJsonObject &from, const QJsonObject &to);
QJsonObject applyMergePatch(const QJsonObject &to, const QJsonObject &patch);

} // namespace tocsin::items
