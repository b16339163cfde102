// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "vault/database.h"

#include <QStringList>

namespace tocsin::casework {

/// Brings a store to the newest schema (see vault::migrate for what it keeps safe) and makes the ledger append-only for
/// this connection.
Result<> prepareSchema(vault::Database &database);

/// The schema version that this program writes.
int newestSchema();

/// Tables whose rows are never changed or removed.
QStringList appendOnlyTables();

} // namespace tocsin::casework
