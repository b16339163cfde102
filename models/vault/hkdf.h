// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/secure_bytes.h"

namespace tocsin::vault {

inline constexpr qsizetype kKeySize = 32;

/// HKDF with HMAC-SHA-256 (RFC 5869). `length` is 1 to 8160 bytes.
SecureBytes hkdfSha256(QByteArrayView inputKey, QByteArrayView salt, QByteArrayView info, qsizetype length);

/// HMAC-SHA-256 (RFC 2104) with a key of any length; 32 bytes.
QByteArray hmacSha256(QByteArrayView key, QByteArrayView message);

/// What a key derived from the master key is for. Each purpose has its own key, so that one that leaks tells nothing of
/// the others. The labels are in FORMAT.md.
enum class KeyPurpose { Database, Ledger, Attachments, KeyFile };

/// The 32-byte key for one purpose.
SecureBytes deriveKey(const SecureBytes &master, KeyPurpose purpose);

} // namespace tocsin::vault
