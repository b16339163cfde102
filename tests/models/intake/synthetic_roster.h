// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace tocsin::tests {

/// The header of the demo map (cli.md).
QStringList rosterHeader();

/// One invented person as a row of that table, the same for the same number on every machine. About one in twenty has
/// one of the difficulties that real rosters bring.
QStringList syntheticPerson(int number);

/// Header and `people` rows as CSV in UTF-8, quoted as RFC 4180 says.
QByteArray syntheticCsv(int people);

/// Rows as an XLSX of one sheet, every cell a text; written by libxlsxwriter into `path`.
bool writeXlsx(const QString &path, const QList<QStringList> &rows);

/// Header and `people` rows as an XLSX.
bool writeSyntheticXlsx(const QString &path, int people);

} // namespace tocsin::tests
