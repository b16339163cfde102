// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casework/case_fixture.h"

namespace tocsin::viewchecks {

/// Fills an incident with two weeks of a made-up response: entries of every stream and kind, tasks in every column.
void fillSampleCase(test::CaseFixture &fixture, IncidentId incident);

} // namespace tocsin::viewchecks
