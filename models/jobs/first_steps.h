// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/declaration.h"

namespace tocsin::jobs {

/// The playbook that fits every kind of incident, a failed audit or a breach: the first three days.
casework::Playbook generalPlaybook(const QList<casework::Playbook> &all);

/// A holding statement for each audience that its kind knows, as drafts in the words of the first hours.
Result<QList<casework::CreateNotice>> holdingStatements();

/// What a person chose to begin an incident with.
struct FirstSteps
{
    bool holdingStatements = true;
    std::optional<casework::Playbook> playbook = {};
    std::optional<Instant> anchor = {}; ///< what the playbook counts from; absent: casework::firstHour()
};

/// The one command that begins an incident with its first steps. The window and the command line both come here.
Result<casework::DeclareIncident> declaration(casework::CreateIncident incident, const FirstSteps &steps);

} // namespace tocsin::jobs
