// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tocsin::items {

/// What an action in the ledger says was done: "roster.import" is "Roster imported". One that this version does not
/// know stays as it is.
QString actionDone(const QString &action);

/// What the right to an action lets a person do: "roster.import" is "Import a roster". One that this version does not
/// know stays as it is.
QString actionRight(const QString &action);

} // namespace tocsin::items
