// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace tocsin::law {

/// What differs between two objects of a rule pack, key by key in their order, each with the old and the new in words:
/// "oral days: 30 becomes 15", "conditions: no longer “the entity is business”". Of lists whose items have a name
/// (`id`, `state`, `name`) only the items that differ are told. No key is overlooked, except `ignored`.
QStringList differences(const QJsonObject &before, const QJsonObject &after, const QStringList &ignored = {});

} // namespace tocsin::law
