// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/entry.h"

namespace tocsin::ledger {

/// A signed statement that the ledger of a store had `count` entries and that the last one's hash was `head`. Printed
/// in packets and kept outside the store, it shows later whether anything before it was rewritten or cut off.
struct Checkpoint
{
    QString storeId;
    qint64 count = 0;
    QByteArray head;
    Instant at;
    QByteArray key;
    QByteArray signature;

    /// Seven short lines of ASCII, each ended by a line feed; FORMAT.md has an example.
    [[nodiscard]] QByteArray toText() const;
    /// Reads just what toText() writes; anything else fails with BadInput, naming the line.
    static Result<Checkpoint> parse(const QByteArray &text);

    /// SHA-256 of the text: what a time-stamping authority is asked to stamp.
    [[nodiscard]] QByteArray digest() const;
    /// True if the signature is the key's. Whether the key is somebody's, a KeyRing tells.
    [[nodiscard]] bool hasValidSignature() const;

    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

/// Makes and signs a checkpoint. Fails with BadInput for impossible values and with Locked if the signature does not
/// fit the key.
Result<Checkpoint> makeCheckpoint(const QString &storeId, qint64 count, const QByteArray &head, const Instant &at,
                                  const QByteArray &key, const Signer &signer);

} // namespace tocsin::ledger
