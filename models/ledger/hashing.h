// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <sodium.h>

namespace tocsin::ledger {

/// SHA-256 over parts that cannot run into each other: a label that begins no other label, and parts that each carry
/// their length.
class Sha256
{
public:
    Sha256() { crypto_hash_sha256_init(&m_state); }

    Sha256 &label(QByteArrayView ascii) { return raw(ascii); }
    /// The length as eight bytes, big-endian, then the bytes.
    Sha256 &prefixed(QByteArrayView bytes);
    Sha256 &raw(QByteArrayView bytes);
    /// The digest of all that was given. Ends this object's work.
    [[nodiscard]] QByteArray result();

private:
    crypto_hash_sha256_state m_state;
};

} // namespace tocsin::ledger
