// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "vault/secure_bytes.h"

namespace tocsin::vault {

/// The fewest characters (Unicode code points of the passphrase in NFC) that a passphrase has when it is chosen. What
/// was chosen before there was this rule still opens its slot.
inline constexpr int kShortestPassphrase = 12;

/// Fails with BadInput unless a person may choose this passphrase. The one rule: Vault applies it wherever one is made,
/// and what asks for one can ask this first.
Result<> checkNewPassphrase(const SecureBytes &passphrase);

/// The passphrase in NFC, so that the same characters open the store from every keyboard and system. Fails with
/// BadInput for an empty one, one that is not UTF-8 or longer than 1024 bytes.
Result<SecureBytes> normalised(const SecureBytes &passphrase);

} // namespace tocsin::vault
