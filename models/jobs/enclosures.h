// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/documents.h"

namespace tocsin::jobs {

/// The included people who live in a State, by name alone, as CSV for an office that asks for it (Louisiana:
/// La. Admin. Code tit. 16, pt. III, 701): last and first name, in mailing order. No cell is a formula. Fails with
/// NotAllowed without the right recipient.view.
Result<QByteArray> namesOf(casework::ReadSession &session, IncidentId incident, const QString &state,
                           const Progress &progress);

} // namespace tocsin::jobs
