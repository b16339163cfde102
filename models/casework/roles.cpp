// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/roles.h"

#include "casework/tokens.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr std::array kRoles{
    Words<Role>{Role::ComplianceLead, "compliance-lead"_L1, "Compliance lead"_L1},
    Words<Role>{Role::LegalCounsel, "legal-counsel"_L1, "Legal counsel"_L1},
    Words<Role>{Role::TechnicalLead, "technical-lead"_L1, "Technical lead"_L1},
    Words<Role>{Role::CommunicationsLead, "communications-lead"_L1, "Communications lead"_L1},
    Words<Role>{Role::Executive, "executive"_L1, "Executive"_L1},
    Words<Role>{Role::Observer, "observer"_L1, "Observer"_L1},
};

// One bit a role, in the order of the enumeration.
constexpr unsigned bit(Role role)
{
    return 1U << static_cast<unsigned>(role);
}

constexpr unsigned kCompliance = bit(Role::ComplianceLead);
constexpr unsigned kCounsel = bit(Role::LegalCounsel);
constexpr unsigned kTechnical = bit(Role::TechnicalLead);
constexpr unsigned kCommunications = bit(Role::CommunicationsLead);
constexpr unsigned kExecutive = bit(Role::Executive);
constexpr unsigned kLeads = kCompliance | kCounsel | kTechnical | kCommunications;
constexpr unsigned kEveryone = kLeads | kExecutive | bit(Role::Observer);

struct Right
{
    QLatin1StringView action;
    unsigned roles;
};

constexpr std::array kRights{
    Right{"organization.set"_L1, kCompliance},
    Right{"person.add"_L1, kCompliance},
    Right{"person.remove"_L1, kCompliance},
    Right{"person.passphrase"_L1, kEveryone},
    Right{"store.rekey"_L1, kCompliance},
    Right{"store.kit"_L1, kCompliance},
    Right{"store.backup"_L1, kCompliance | kTechnical},
    Right{"store.raw-key"_L1, kCompliance},
    Right{"incident.create"_L1, kCompliance | kCounsel | kTechnical},
    Right{"incident.describe"_L1, kCompliance | kCounsel},
    Right{"incident.status"_L1, kCompliance | kCounsel},
    Right{"facts.set"_L1, kCompliance | kCounsel},
    Right{"facts.acknowledge"_L1, kCounsel},
    Right{"facts.decline"_L1, kCounsel},
    Right{"timeline.log"_L1, kLeads | kExecutive},
    Right{"timeline.correct"_L1, kLeads},
    Right{"timeline.flag"_L1, kCompliance | kCounsel},
    Right{"timeline.privileged"_L1, kCompliance | kCounsel},
    Right{"task.add"_L1, kLeads},
    Right{"task.edit"_L1, kLeads},
    Right{"task.move"_L1, kLeads},
    Right{"playbook.start"_L1, kCompliance | kCounsel | kTechnical},
    Right{"register.add"_L1, kLeads},
    Right{"register.amend"_L1, kLeads},
    Right{"register.close"_L1, kLeads},
    Right{"register.verify"_L1, kCompliance | kTechnical},
    Right{"obligation.state"_L1, kCompliance | kCounsel | kCommunications},
    Right{"obligation.complete"_L1, kCompliance | kCounsel | kCommunications},
    Right{"obligation.assign"_L1, kCompliance | kCounsel | kCommunications},
    Right{"obligation.target"_L1, kCompliance | kCounsel | kCommunications},
    Right{"obligation.note"_L1, kLeads},
    Right{"obligation.snooze"_L1, kCompliance | kCounsel | kCommunications},
    Right{"obligation.override"_L1, kCounsel},
    Right{"obligation.lift-override"_L1, kCounsel},
    Right{"law.import"_L1, kCompliance | kCounsel},
    Right{"law.accept"_L1, kCompliance | kCounsel},
    Right{"roster.import"_L1, kCompliance | kTechnical},
    Right{"roster.decide"_L1, kCompliance | kCommunications},
    Right{"roster.accept-residents"_L1, kCompliance | kCounsel},
    Right{"recipient.view"_L1, kLeads},
    Right{"notice.create"_L1, kCompliance | kCounsel | kCommunications},
    Right{"notice.edit"_L1, kCompliance | kCounsel | kCommunications},
    Right{"notice.submit"_L1, kCompliance | kCounsel | kCommunications},
    Right{"notice.approve"_L1, kCompliance | kCounsel},
    Right{"template.save"_L1, kCompliance | kCounsel | kCommunications},
    Right{"notice.comment"_L1, kLeads},
    Right{"notice.answer-comment"_L1, kLeads},
    Right{"notice.settle-comment"_L1, kCompliance | kCounsel | kCommunications},
    Right{"notice.publish"_L1, kCompliance | kCounsel | kCommunications},
    Right{"notice.amend-publication"_L1, kCompliance | kCounsel | kCommunications},
    Right{"notice.take-down"_L1, kCompliance | kCounsel | kCommunications},
    Right{"run.record"_L1, kCompliance | kCommunications},
    Right{"letter.export"_L1, kLeads},
    Right{"proof.accept"_L1, kCompliance | kCounsel | kCommunications},
    Right{"delivery.mailed"_L1, kCompliance | kCommunications},
    Right{"delivery.returned"_L1, kCompliance | kCommunications},
    Right{"delivery.correct-address"_L1, kCompliance | kCommunications},
    Right{"delivery.substitute"_L1, kCompliance | kCounsel | kCommunications},
    Right{"delivery.take-back"_L1, kCompliance | kCounsel | kCommunications},
    Right{"deadlines.export"_L1, kEveryone},
    Right{"annual.export"_L1, kEveryone},
    Right{"packet.build"_L1, kCompliance | kCounsel},
    Right{"ledger.export"_L1, kCompliance | kCounsel},
    Right{"ledger.checkpoint"_L1, kCompliance | kCounsel | kTechnical},
    Right{"ledger.stamp"_L1, kCompliance | kCounsel | kTechnical},
    Right{"ledger.verify"_L1, kEveryone},
};

} // namespace

QList<Role> allRoles()
{
    QList<Role> roles;
    for (const Words<Role> &each : kRoles)
        roles << each.value;
    return roles;
}

QString roleToken(Role role)
{
    return tokenOf(kRoles, role);
}

QString roleName(Role role)
{
    return nameOf(kRoles, role);
}

Result<Role> roleFromToken(const QString &token)
{
    return fromToken(kRoles, token, "a role"_L1);
}

bool permits(Role role, QLatin1StringView action)
{
    const auto right
        = std::find_if(kRights.begin(), kRights.end(), [action](const Right &r) { return r.action == action; });
    return right != kRights.end() && (right->roles & bit(role)) != 0;
}

QList<Role> rolesFor(QLatin1StringView action)
{
    QList<Role> roles = allRoles();
    roles.removeIf([action](Role role) { return !permits(role, action); });
    return roles;
}

QList<QLatin1StringView> allActions()
{
    QList<QLatin1StringView> actions;
    for (const Right &each : kRights)
        actions << each.action;
    return actions;
}

} // namespace tocsin::casework
