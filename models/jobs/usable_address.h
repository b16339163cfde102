// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/delivery_record.h"

namespace tocsin::jobs {

/// A new address as the roster would have it: State as its code, a lost zero of the ZIP put back, no empty lines. Fails
/// with BadInput for what an import would question (intake::checkAddress()): no street or city, a State or country that
/// is none, a ZIP that does not lie in the State.
Result<casework::PostalAddress> usableAddress(const casework::PostalAddress &typed);

} // namespace tocsin::jobs
