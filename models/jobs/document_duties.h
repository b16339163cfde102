// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"

// What the sources of documents.h share about duties. Not for other rooms.
namespace tocsin::jobs {

/// "TX" of "AG:TX", "CA" of "CA:CDPH"; empty for a recipient of no State.
QString stateOf(const QString &recipient);

/// The most binding record of a recipient: owed before waiting, and the earliest date first.
const casework::ObligationRecord *dutyTo(const QList<casework::ObligationRecord> &duties, const QString &recipient);

} // namespace tocsin::jobs
