// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/checkpoint.h"
#include "notices/document/document.h"
#include "packets/packet_contents.h"

namespace tocsin::packets {

/// A file of the packet, as its cover and its index name it.
struct PacketFile
{
    QString path; ///< within the packet
    QString title;
};

/// What the cover says beside the contents.
struct PacketCover
{
    Instant built;
    QString builtBy; ///< name and role
    ledger::Checkpoint checkpoint;
    QList<PacketFile> files;
};

/// "TOCSIN-2026-004-", before each page's Bates number.
QString batesPrefix(const QString &reference);

/// The PDF of a packet: cover, contents, incident summary, deadlines with their reasons, chronology, tasks, change log,
/// delivery summary; with bookmarks, and a Bates number on each page. Times are in the organization's zone.
notices::Document packetDocument(const PacketContents &contents, const PacketCover &cover);

} // namespace tocsin::packets
