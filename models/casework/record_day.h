// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

#include <QDate>

namespace tocsin::casework {

/// The zone in which the organization counts its days.
Result<QByteArray> organizationZone(Reader &reader);

/// The day it is now where the organization is.
Result<QDate> today(Writer &writer);

/// The day of something that happened: up to today. `expected` is said of a day that is before the breach was
/// discovered, such as "give the day on which the notice appeared". Fails with BadInput.
Result<> checkSinceDiscovery(Writer &writer, IncidentId incident, QDate day, const QString &expected);

} // namespace tocsin::casework
