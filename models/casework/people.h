// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/roles.h"
#include "casework/store_access.h"

#include <optional>

namespace tocsin::casework {

/// Somebody who has or had a key slot. Removed people stay, because the ledger names them.
struct Person
{
    PersonId id = {};
    QString slot = {}; ///< the key slot's id
    QString name = {};
    Role role = Role::Observer;
    QByteArray signingKey; ///< Ed25519 public key
    qint64 addedSequence = 0; ///< ledger entry that brought the person in
    std::optional<qint64> removedSequence = {};

    [[nodiscard]] bool isActive() const { return !removedSequence; }
};

struct PeopleQuery
{
    using Answer = QList<Person>;
    Result<QList<Person>> run(Reader &reader) const;
};

/// The name of whoever shall own something; empty for nobody. NotFound for somebody who has no access any more. For
/// commands of this room only.
Result<QString> nameOfActive(Reader &reader, PersonId person);

} // namespace tocsin::casework
