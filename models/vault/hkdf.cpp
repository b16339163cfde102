// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/hkdf.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace tocsin::vault {

namespace {

/// Never null, which libsodium does not take even for no bytes.
const uchar *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const uchar *>(view.isEmpty() ? "" : view.data());
}

/// One HMAC-SHA-256 over parts, into `out` (32 bytes).
void hmac(uchar *out, QByteArrayView key, std::initializer_list<QByteArrayView> parts)
{
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytesOf(key), size_t(key.size()));
    for (const QByteArrayView part : parts)
        crypto_auth_hmacsha256_update(&state, bytesOf(part), quint64(part.size()));
    crypto_auth_hmacsha256_final(&state, out);
    sodium_memzero(&state, sizeof state);
}

QByteArrayView label(KeyPurpose purpose)
{
    switch (purpose) {
    case KeyPurpose::Database:
        return "tocsin/1 database";
    case KeyPurpose::Ledger:
        return "tocsin/1 ledger";
    case KeyPurpose::Attachments:
        return "tocsin/1 attachments";
    case KeyPurpose::KeyFile:
        return "tocsin/1 key-file";
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray hmacSha256(QByteArrayView key, QByteArrayView message)
{
    QByteArray out(crypto_auth_hmacsha256_BYTES, '\0');
    hmac(reinterpret_cast<uchar *>(out.data()), key, {message});
    return out;
}

SecureBytes hkdfSha256(QByteArrayView inputKey, QByteArrayView salt, QByteArrayView info, qsizetype length)
{
    constexpr qsizetype kBlock = crypto_auth_hmacsha256_BYTES;
    Q_ASSERT(length >= 1 && length <= 255 * kBlock);
    SecureBytes pseudoRandomKey(kBlock);
    hmac(pseudoRandomKey.data(), salt, {inputKey});

    SecureBytes out(length);
    SecureBytes block(kBlock);
    QByteArrayView previous;
    uchar counter = 0;
    for (qsizetype done = 0; done < length; done += kBlock) {
        ++counter;
        hmac(block.data(), pseudoRandomKey.view(), {previous, info, QByteArrayView(&counter, 1)});
        std::memcpy(out.data() + done, block.constData(), size_t(std::min(kBlock, length - done)));
        previous = block.view();
    }
    return out;
}

SecureBytes deriveKey(const SecureBytes &master, KeyPurpose purpose)
{
    return hkdfSha256(master.view(), {}, label(purpose), kKeySize);
}

} // namespace tocsin::vault
