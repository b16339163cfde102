// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json_reader.h"
#include "law/rule_pack.h"

namespace tocsin::law {

/// Reads the holidays of one State (models/law/FORMAT.md); what is wrong is noted in the reader.
HolidayCalendar readHolidays(JsonReader &reader);

} // namespace tocsin::law
