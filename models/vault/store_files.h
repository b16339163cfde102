// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "vault/database.h"
#include "vault/key_file.h"

#include <QUuid>

#include <optional>

namespace tocsin::vault {

/// Where the files of a store are. Private to this room.
struct StoreFiles
{
    QString store;

    /// Resolves the folder, which must exist, and refuses a store that is a symbolic link. BadInput otherwise.
    static Result<StoreFiles> at(const QString &path);

    [[nodiscard]] QString keys() const { return store + QStringLiteral(".keys"); }
    /// A new store before it gets its name.
    [[nodiscard]] QString creating() const { return store + QStringLiteral(".creating"); }
    /// The copy with the next master key.
    [[nodiscard]] QString rekeying() const { return store + QStringLiteral(".rekeying"); }
    [[nodiscard]] QString restoring() const { return store + QStringLiteral(".restoring"); }
    [[nodiscard]] QString restoringKeys() const { return keys() + QStringLiteral(".restoring"); }
};

/// The UUID in the first 16 bytes of a store. StoreDamaged if it is too short to be one. Called only while no
/// connection of this process has the file open: closing a file drops SQLite's locks on it.
Result<QUuid> readStoreId(const QString &storePath);

/// Reads and parses the key file. Locked if it is missing, with a word on the recovery kit.
Result<KeyFile> readKeys(const StoreFiles &files);

/// The key of the database for a master key.
DatabaseKey databaseKey(const QUuid &store, const SecureBytes &master);

} // namespace tocsin::vault
