// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tocsin {

/// True if the text holds a control character other than tab and line break, or one that reorders text invisibly
/// (U+202A…U+202E, U+2066…U+2069). Text from outside is checked with this before it is kept.
bool hasControlCharacters(QStringView text);

/// The text without those characters.
QString withoutControlCharacters(QStringView text);

/// Guards a cell of a CSV or XLSX that a spreadsheet will open: a text that it would take for a formula (first
/// character = + - @ tab or carriage return) gets a leading apostrophe. Source: OWASP, CSV Injection.
QString spreadsheetSafe(const QString &text);

/// One CSV field (RFC 4180): quoted if it holds a comma, a quote or a line break.
QString csvField(const QString &text);

/// SHA-256 as 64 lower-case hexadecimal digits.
QString sha256Hex(QByteArrayView bytes);

} // namespace tocsin
