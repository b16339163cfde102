// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"

namespace tocsin::jobs {

// What the demo's team does about the exposure itself, beside its timeline and its board. Each is called as a person
// who may, with the clock at the day on which it is done.

/// Starts the playbook for an open object store, counted from the moment at which the auditor told of it.
Result<> startDemoPlaybook(casework::CaseFile &file, IncidentId incident, const Instant &told);

/// Moves the tasks of the playbook that come to their column after one day since discovery and up to another.
Result<> workDemoPlaybook(casework::CaseFile &file, IncidentId incident, int afterDay, int day);

/// Restrictions, logging, a forensic copy with its digests, and the root cause as far as it is known.
Result<> enterDemoRegisters(casework::CaseFile &file, IncidentId incident, QDate discovered);

/// Counsel's own date for one notice, with the reason.
Result<> setDemoCounselsDate(casework::CaseFile &file, IncidentId incident);

/// The team's own date for the letters.
Result<> setDemoTarget(casework::CaseFile &file, IncidentId incident, QDate discovered);

} // namespace tocsin::jobs
