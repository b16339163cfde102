// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

namespace tocsin::casework {

/// What a person is in the response team. The token ("compliance-lead") is what files and the command line use.
enum class Role { ComplianceLead, LegalCounsel, TechnicalLead, CommunicationsLead, Executive, Observer };

QList<Role> allRoles();
QString roleToken(Role role);
/// The role as a person reads it: "Compliance lead".
QString roleName(Role role);
/// Fails with BadInput and lists the tokens if there is no such role.
Result<Role> roleFromToken(const QString &token);

/// The one table of rights: which role may do what. An action is the name of a command ("task.move") or of something
/// that is only read ("recipient.view"). An action that is not in the table is allowed to nobody.
bool permits(Role role, QLatin1StringView action);
/// The roles that may do it, in their usual order.
QList<Role> rolesFor(QLatin1StringView action);

/// Every action of the table, for tests and for a page that explains the rights.
QList<QLatin1StringView> allActions();

} // namespace tocsin::casework
