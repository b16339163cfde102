// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "vault/secure_bytes.h"

namespace tocsin::vault {

/// The master key as it is printed: 14 groups of five characters (Crockford base 32) with hyphens between. The fifth
/// character of a group checks the other four and the group's place; the last group checks the whole. ASCII.
SecureBytes encodeRecoveryCode(const SecureBytes &master);

/// Reads a code as a person types it: lower case, spaces, missing hyphens, O for 0, I or L for 1. Fails with BadInput
/// naming the first group that cannot be right; the text never repeats what was typed.
Result<SecureBytes> decodeRecoveryCode(const SecureBytes &code);

} // namespace tocsin::vault
