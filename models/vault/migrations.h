// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <functional>
#include <span>

namespace tocsin::vault {

class Database;

/// One numbered step of a schema: what takes it from the version before to `version`. `sql` runs first, then `run`,
/// both in one transaction together with the new version number.
struct Migration
{
    int version = 0;
    QString sql;
    std::function<Result<>(Database &)> run = {};
};

/// Brings a database to the version of the last step. Steps are numbered 1, 2, 3, …. Before the first step on a store
/// that already has a schema, a verified encrypted copy is made beside it as `NAME.before-vN`, N being the version it
/// is brought to. A step that fails leaves the version before, whole.
///
/// Fails with StoreTooNew if the database has a version above the last step, and with StoreDamaged if it is not marked
/// as a Tocsin store. Run before Database::protectTables.
Result<> migrate(Database &database, std::span<const Migration> steps);

} // namespace tocsin::vault
