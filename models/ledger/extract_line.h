// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/verifier.h"

#include <variant>

namespace tocsin::ledger {

/// The lines of an extract, each a JSON object in one canonical spelling. FORMAT.md describes them.

struct ExtractHead
{
    QString incident;
    Checkpoint checkpoint;
    QByteArray exporterKey;
};

struct ExtractEnd
{
    QByteArray sha256; ///< of all lines before
    QByteArray signature;
};

/// The longest line: an entry with the largest payload.
inline constexpr qint64 kMaxExtractLine = 2 * kMaxPayloadSize + 8192;

QByteArray toLine(const ExtractHead &head);
QByteArray toLine(const KeySpan &span);
/// Writes the payload if the entry has one. The incident is the head's and the previous hash is the line's before;
/// neither is repeated.
QByteArray toLine(const Entry &entry);
QByteArray toLine(const BlindedEntry &entry);
QByteArray toLine(const ExtractEnd &end);

/// What the exporter signs.
QByteArray extractSigningMessage(const QByteArray &sha256);

using ExtractLine = std::variant<ExtractHead, KeySpan, Entry, BlindedEntry, ExtractEnd>;

/// Reads a line, line feed included, as one of the five kinds. Fails with BadInput, naming `where`, for whatever
/// toLine() would not have written.
Result<ExtractLine> parseLine(const QByteArray &line, const QString &where);

} // namespace tocsin::ledger
