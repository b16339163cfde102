// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/roster_row.h"

namespace tocsin::intake {

/// True for a line that can be a street or a box, and not just a unit within one: "12 Main St", "PO Box 7".
bool canBeStreet(const QString &line);

/// Brings country, State and ZIP of the row into their forms (see RosterRow) and says what is wrong with the address.
/// `hasStreet` tells whether any line of it is a street or a box.
QList<RowNote> checkAddress(RosterRow &row, bool hasStreet);

/// A ZIP as typed, as "02139" or "02139-1234", with zeros that a spreadsheet took from its front put back; empty if it
/// cannot be one.
struct ZipForm
{
    QString zip;
    bool zerosRestored = false;
};
ZipForm zipForm(QStringView typed);

} // namespace tocsin::intake
