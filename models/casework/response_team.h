// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/people.h"

namespace tocsin::casework {

/// A role of the response, and who with access has it.
struct ResponseRole
{
    Role role = Role::ComplianceLead;
    QList<Person> people = {};

    /// Who answers for it: the one person in it; null where there are none or several.
    [[nodiscard]] PersonId answers() const;
};

/// The roles that act in an incident, observers left out, in the order of the roles. ComplianceLead leads the
/// response, CommunicationsLead speaks for the house.
struct ResponseTeam
{
    using Answer = QList<ResponseRole>;
    Result<QList<ResponseRole>> run(Reader &reader) const;
};

/// "Compliance lead: Dana Whitfield; Legal counsel: nobody yet; …"
QString teamWords(const QList<ResponseRole> &team);

} // namespace tocsin::casework
