// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/organization.h"
#include "notices/values.h"

namespace tocsin::jobs {

/// A picture for letters out of a file: a PNG of our own making. Fails with Io, NotFound or BadInput, naming the file.
Result<QByteArray> pictureFrom(const QString &path);

/// How the house's notices look.
struct HouseStyle
{
    QByteArray letterhead; ///< of pictureFrom(); empty: the name is printed
    casework::Signature signature; ///< without a name: each text closes as it is written

    friend bool operator==(const HouseStyle &, const HouseStyle &) = default;
};

Result<HouseStyle> houseStyle(casework::CaseFile &file);
/// Changes it, and nothing else of the organization. Fails as casework::SetOrganization does.
Result<casework::Receipt> setHouseStyle(casework::CaseFile &file, const HouseStyle &style);

/// The organization as notices print it, pictures decoded. Fails with BadInput if one cannot be.
Result<notices::Organization> senderOf(const casework::Organization &from);

} // namespace tocsin::jobs
