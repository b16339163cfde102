// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "vault/secure_bytes.h"
#include "vault/statement.h"

#include <QStringList>

#include <memory>

namespace tocsin::vault {

/// Marks a SQLite file as a Tocsin store (`PRAGMA application_id`): "TOCS".
inline constexpr qint64 kApplicationId = 0x544F4353;

/// The raw key of a SQLCipher file, and the salt that its first 16 bytes are. For a store the salt is its UUID.
struct DatabaseKey
{
    SecureBytes key;
    QByteArray salt;

    [[nodiscard]] DatabaseKey clone() const { return {key.clone(), salt}; }
};

enum class OpenMode {
    Create, ///< a new file, which must not exist yet; readable by its owner only
    ReadWrite, ///< an existing file; the one writing connection
    ReadOnly, ///< an existing file; for long reading beside the writing connection
};

/// One SQLCipher connection: encrypted, with every setting of FORMAT.md made and read back. Used by one thread at a
/// time.
///
/// Failures: Io (a full disk included), StoreDamaged (damaged, truncated, or not encrypted with this key), StoreInUse
/// (another connection holds it), Conflict (a constraint, or a protected table). No failure's text holds a value.
class Database
{
public:
    /// Fails also if the linked library is no SQLCipher of version 4.6 or newer, or if the file is a plaintext
    /// database.
    static Result<Database> open(const QString &path, const DatabaseKey &key, OpenMode mode);

    ~Database();
    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one or more statements without parameters. Not for values: bind those.
    Result<> execute(const QString &sql);
    /// One statement, from the cache if it was prepared before.
    Result<Statement> prepare(const QString &sql);
    /// The first column of the first row; NotFound if there is no row.
    Result<qint64> integer(const QString &sql);
    Result<QString> text(const QString &sql);

    /// The rowid of the last insert on this connection, and how many rows the last statement changed.
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] qint64 changes() const;
    [[nodiscard]] bool inTransaction() const;

    [[nodiscard]] const QString &path() const;
    /// Another connection to the same file for reading, with its own view of it.
    [[nodiscard]] Result<Database> openReader() const;

    /// Makes tables append-only for as long as this connection lives: update, delete, drop, alter and the removal of
    /// their triggers are refused with Conflict, `INSERT OR REPLACE` over an existing row too. Adds the triggers that
    /// refuse the same to any other program (`TABLE_no_update`, `TABLE_no_delete`) if they are not there. Migrations
    /// run before this.
    Result<> protectTables(const QStringList &tables);
    [[nodiscard]] QStringList protectedTables() const;

    /// Writes a compacted copy, encrypted with the same key, to a file that must not exist, and syncs it.
    Result<> vacuumInto(const QString &path);
    /// Every page's authentication and the structure of every table; StoreDamaged says what was found.
    Result<> checkIntegrity();
    /// SHA-256 over the schema and all rows of all tables, for comparing a copy with its original.
    Result<QByteArray> contentDigest();
    /// Opens another file with this connection's key and fails with CheckFailed unless its content is the same.
    Result<> verifyCopy(const QString &path);

    /// Writes a compacted copy with another key, and checks that this key opens it and that it holds the same.
    Result<> copyWithKey(const QString &path, const DatabaseKey &next);

    /// `PRAGMA user_version` of the schema; 0 for a new store.
    Result<int> schemaVersion();

    /// The SQLCipher version linked in, such as "4.6.1 community".
    static QString cipherVersion();

private:
    friend class Vault;
    explicit Database(std::shared_ptr<Connection> connection);

    std::shared_ptr<Connection> m_connection;

    [[nodiscard]] bool hasOpenStatements() const;
    Result<> compareWith(const QString &path, const DatabaseKey &key);
};

/// A transaction that rolls back unless it was committed. The write lock is taken at begin(). Transactions do not nest:
/// begin() inside another fails with Conflict.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Fails with Io if the disk is full; the transaction is then rolled back.
    Result<> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) { }

    Database *m_database = nullptr;
};

} // namespace tocsin::vault
