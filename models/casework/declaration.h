// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/incident.h"
#include "casework/notice.h"
#include "casework/playbook.h"

#include <optional>

namespace tocsin::casework {

/// The moment from which the hours of the first days count: the hour of discovery; where only the day is known and has
/// passed, its first moment in the zone of the facts, since that is the careful reading; otherwise `now`.
Instant firstHour(const law::Facts &facts, const Instant &now);

/// A new incident together with what its first hours need, in one transaction and one ledger entry: all of it or
/// nothing. The timeline says who has which role of the response. Whoever may begin an incident makes its drafts too,
/// as with the first letter. Taking it back takes back the tasks, while nobody works on them; the incident stays.
struct DeclareIncident
{
    static constexpr QLatin1StringView kAction = CreateIncident::kAction;
    CreateIncident incident;
    QList<CreateNotice> drafts = {}; ///< such as holding statements; their incident is the new one
    std::optional<Playbook> playbook = {}; ///< its steps become tasks: see StartPlaybook
    std::optional<Instant> anchor = {}; ///< what the playbook counts from; absent: firstHour()
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
