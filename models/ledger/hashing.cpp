// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/hashing.h"

#include <QtEndian>

namespace tocsin::ledger {

Sha256 &Sha256::prefixed(QByteArrayView bytes)
{
    char length[8];
    qToBigEndian(static_cast<quint64>(bytes.size()), length);
    return raw({length, sizeof length}).raw(bytes);
}

Sha256 &Sha256::raw(QByteArrayView bytes)
{
    crypto_hash_sha256_update(&m_state, reinterpret_cast<const unsigned char *>(bytes.data()),
                              static_cast<unsigned long long>(bytes.size()));
    return *this;
}

QByteArray Sha256::result()
{
    QByteArray digest(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256_final(&m_state, reinterpret_cast<unsigned char *>(digest.data()));
    return digest;
}

} // namespace tocsin::ledger
