// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/result.h"

#include <QString>

namespace tocsin::notices {

/// Writes the rows of a folder's run.csv as a workbook for spreadsheets: the same columns and values, each cell a text,
/// so that nothing of a stranger's is read as a formula, a number or a date. Memory does not grow with the rows;
/// temporary files stand in the folder itself and have no name. `created` is the date that the file carries; the same
/// rows and date give the same bytes. Fails with Io.
Result<> writeRunWorkbook(const QString &folder, const QString &path, const Instant &created);

} // namespace tocsin::notices
