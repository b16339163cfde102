// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

#include <QJsonObject>
#include <QStringList>

namespace tocsin::casework {

/// Who signs notices for the organization. Pictures are PNG, as models/notices makes them of what people bring.
struct Signature
{
    QString name = {}; ///< empty: each text closes as it is written
    QString title = {};
    QByteArray picture = {};

    friend bool operator==(const Signature &, const Signature &) = default;
};

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
    QByteArray letterhead = {}; ///< PNG, printed in place of the name; empty for none
    Signature signature = {};

    /// Reads the form of the command line's organization file, strictly; failures name the key.
    static Result<Organization> fromJson(const QByteArray &bytes);
    [[nodiscard]] QJsonObject toJson() const;
    /// The same with the SHA-256 and the size of each picture in place of its bytes: for the ledger and for people.
    [[nodiscard]] QJsonObject summary() const;

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
