// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/timeline.h"

namespace tocsin::casework {

/// What people wrote on an incident's timeline that nobody has corrected since and that holds a figure, in the order it
/// was recorded: at most so many, those recorded last. Privileged entries are left out for who may not see them.
struct EntriesWithFigures
{
    using Answer = QList<TimelineEntry>;
    IncidentId incident;
    int most = 5000;
    Result<QList<TimelineEntry>> run(Reader &reader) const;
};

} // namespace tocsin::casework
