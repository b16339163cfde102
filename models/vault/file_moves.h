// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace tocsin::vault {

/// The path with its folder resolved: a connection follows no link anywhere on the way.
QString withRealFolder(const QString &path);

/// Renames within a folder, over what is there, in one step; then syncs the folder. Fails with Io.
Result<> moveOver(const QString &from, const QString &to);

/// The same, but fails with Conflict if something is there.
Result<> moveToNew(const QString &from, const QString &to);

/// Removes an unfinished SQLite file with its journals, if there is one.
void removeUnfinished(const QString &path);

} // namespace tocsin::vault
