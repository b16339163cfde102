// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

#include <QJsonObject>
#include <QStringList>

namespace tocsin::casework {

/// The organization that owns the store: sender of every notice.
struct Organization
{
    QString name = {};
    QString kind = {}; ///< covered-entity, business-associate, phr-vendor or business
    QByteArray timezone; ///< IANA name
    QStringList address = {};
    QString tollFree = {};
    QString email = {};
    QString website = {};
    QString privacyOfficer = {};

    /// Reads the form of the command line's organization file, strictly; failures name the key.
    static Result<Organization> fromJson(const QByteArray &bytes);
    [[nodiscard]] QJsonObject toJson() const;

    friend bool operator==(const Organization &, const Organization &) = default;
};

struct OrganizationQuery
{
    using Answer = Organization;
    Result<Organization> run(Reader &reader) const;
};

struct SetOrganization
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("organization.set");
    Organization organization;
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
