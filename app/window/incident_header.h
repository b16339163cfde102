// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/incident.h"
#include "shell/top_strip.h"

namespace tocsin::app {

/// What the strip on top shows of an incident at a moment: how far the 60 days are, and a tick for each day on which
/// something is due, was met, or is meant to be done. Ends of keeping have none.
struct IncidentHeaderQuery
{
    using Answer = views::IncidentHeader;
    casework::Incident incident;
    Instant now;
    Result<views::IncidentHeader> run(casework::Reader &reader) const;
};

} // namespace tocsin::app
