// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "ledger/checkpoint.h"

namespace tocsin::packets {

/// A packet that was built and is in the ledger.
struct PacketReport
{
    PacketId id;
    QString folder; ///< absolute
    QString incident; ///< reference
    qint64 pages = 0; ///< of packet.pdf
    qint64 files = 0; ///< of the payload
    qint64 bytes = 0; ///< of the payload
    qint64 withheldPassages = 0; ///< places in free text where a person of the roster was named, left out
    QString manifestSha256; ///< of tagmanifest-sha256.txt: it stands for every byte of the packet
    ledger::Checkpoint checkpoint;
};

/// Builds the evidence packet of one incident in the folder `outDir`, as a BagIt bag (models/packets/FORMAT.md). The
/// folder must not exist, or be empty; the one it lies in must exist. Takes long and waits for the store: call it on a
/// thread of its own, never on the file's. Needs a QGuiApplication.
///
/// Everything is made in a temporary folder beside `outDir`, which gets its name when all is on the disk; then the
/// packet is recorded. On any failure neither a folder nor a record of the packet is left; that a ledger extract was
/// made stays in the ledger, because it was.
///
/// Fails with NotAllowed without the right packet.build, NotFound for the incident, BadInput if the folder cannot be
/// used, Conflict if the case changed at that moment, Io (a full disk included) and Cancelled.
Result<PacketReport> buildPacket(casework::CaseFile &file, IncidentId incident, const QString &outDir,
                                 const Progress &progress);

} // namespace tocsin::packets
