// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/secret.h"

#include <QString>
#include <QStringList>

namespace tocsin::views {

/// One of the people who can open a store: what the key file tells without a passphrase.
struct SlotChoice
{
    QString id; ///< handed back in the request
    QString name;
    QString role; ///< in words
    bool needsKeyFile = false;
};

/// Open this store as this person.
struct UnlockRequest
{
    QString path;
    QString slotId;
    QString person;
    SecretPtr passphrase;
    QString keyFile; ///< empty if none was given
};

/// Open the store with the code of its recovery kit, and give this person a new slot.
struct RecoverRequest
{
    QString path;
    SecretPtr code;
    QString person;
    QString role; ///< id, as RoleChoice has it
    SecretPtr passphrase;
};

/// The organization as the command line's file has it (cli.md).
struct OrganizationFields
{
    QString name;
    QString kind; ///< "covered-entity" or "business-associate"
    QString timeZone;
    QStringList address;
    QString tollFree;
    QString email;
    QString website;
    QString privacyOfficer;
};

/// Make a store with its first person.
struct CreateRequest
{
    QString path;
    OrganizationFields organization;
    QString person;
    QString role; ///< id, as RoleChoice has it
    SecretPtr passphrase;
    QString kitPath; ///< where the recovery kit's PDF goes
};

/// A role that may be chosen: its id in the store and on the command line, and its name.
struct RoleChoice
{
    QString id;
    QString name;
};

} // namespace tocsin::views
