// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "ledger/checkpoint.h"

#include <QList>

#include <optional>

namespace tocsin::packets {

/// One thing that is wrong with a packet.
struct PacketFault
{
    QString file; ///< within the packet, such as data/packet.pdf
    QString message; ///< a sentence that names the file
    std::optional<qint64> entry; ///< the first bad entry of the ledger extract
};

/// What a packet says and whether it holds. What it says about itself is filled in as far as it was found to hold.
struct PacketVerdict
{
    QString organization;
    QString incident; ///< reference
    QDate bagged;
    QString manifestSha256; ///< of tagmanifest-sha256.txt; compare with what whoever made the packet says
    qint64 files = 0; ///< checked against a hash, tag files included
    qint64 bytes = 0;
    qint64 ledgerEntries = 0; ///< in the extract, those of other incidents included
    std::optional<ledger::Checkpoint> checkpoint; ///< if the ledger extract verifies
    QList<PacketFault> faults;

    [[nodiscard]] bool verifies() const { return faults.isEmpty(); }
};

/// Verifies a packet as it lies in a folder; needs no store, no passphrase and no network. Every file must be listed,
/// there and unaltered, nothing else may be there, the ledger extract must verify and end at the packet's checkpoint.
/// Each file that is wrong is named in the verdict. Nothing outside the folder is read: links and paths that lead out
/// are faults.
///
/// Whoever can alter every file can make all hashes agree again: only the SHA-256 of the tag manifest, got from whoever
/// made the packet, shows that. The ledger extract alone resists it, being signed.
///
/// Fails with BadInput if `folder` is no folder, with Io if a file cannot be read, and with Cancelled.
Result<PacketVerdict> verifyPacket(const QString &folder, const Progress &progress);

} // namespace tocsin::packets
