// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"

namespace tocsin::packets {

/// Duties whose reasons are the same but for a sentence or two, as those of one rule for several States are.
struct DutyGroup
{
    QList<casework::ObligationRecord> members;
    QStringList shared; ///< the reasons that all members have, in their order
    QList<int> own; ///< which reasons differ: places in each member's `why`

    /// Whom the members tell, by kind: "Media: AZ, CO, NV"; the full name of a recipient that is the only one.
    [[nodiscard]] QString recipients() const;
    /// Whether all members stand on one provision.
    [[nodiscard]] bool hasOneCitation() const;
};

/// Gathers duties that can be told together: equal in what is missing, in whether counsel has to review them and in
/// most of their reasons. One with a date of counsel's stands alone. The order of the records is kept, by each group's
/// first member.
QList<DutyGroup> groupByReasons(const QList<casework::ObligationRecord> &records);

/// "Media in Texas": the recipient at the beginning of a line.
QString recipientText(const law::Obligation &duty);

} // namespace tocsin::packets
