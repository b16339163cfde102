// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/packet_document.h"

namespace tocsin::packets {

// The payload's files beside the PDF, as bytes.

inline constexpr QLatin1StringView kPdfFile("data/packet.pdf");
inline constexpr QLatin1StringView kExtractFile("data/ledger-extract.jsonl");
inline constexpr QLatin1StringView kCheckpointFile("data/checkpoint.txt");
inline constexpr QLatin1StringView kDeadlinesFile("data/deadlines.json");
inline constexpr QLatin1StringView kChronologyFile("data/chronology.csv");
inline constexpr QLatin1StringView kIndexFile("data/index.csv");
inline constexpr QLatin1StringView kReadmeFile("data/README.txt");

/// Every file of a packet's payload with what it is, in the order of the cover.
QList<PacketFile> packetFiles();

/// The evaluation as `tocsin deadlines --json` prints it (models/law/FORMAT.md).
QByteArray deadlinesJson(const law::Evaluation &evaluation);

/// The chronology with a row per entry, safe to open in a spreadsheet. Instants are ISO 8601 with offset.
QByteArray chronologyCsv(const QList<casework::TimelineEntry> &chronology);

/// What the index says of one file.
struct IndexRow
{
    PacketFile file;
    qint64 pages = 0; ///< 0: not a file of pages
    qint64 bytes = 0;
    QString sha256;
};
/// A row per file of the payload except the index itself.
QByteArray indexCsv(const QList<IndexRow> &rows, const QString &batesPrefix);

/// How to verify the packet, for somebody who has never seen one.
QByteArray readmeText(const PacketContents &contents);

} // namespace tocsin::packets
