// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/delivery_record.h"

namespace tocsin::jobs {

/// What the parts of an address are called where somebody typed it: "--zip", or the words beside a field.
struct AddressNames
{
    QString street;
    QString city;
    QString state;
    QString zip;
    QString country;
};

/// A new address as the roster would have it: State as its code, a lost zero of the ZIP put back, no empty lines. Fails
/// with BadInput for what an import would question (intake::checkAddress()): no street or city, a State or country that
/// is none, a ZIP that does not lie in the State. The sentence calls them by their `names`.
Result<casework::PostalAddress> usableAddress(const casework::PostalAddress &typed, const AddressNames &names);

} // namespace tocsin::jobs
