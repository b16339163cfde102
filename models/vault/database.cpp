// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/database.h"

#include "vault/connection.h"
#include "vault/file_moves.h"
#include "vault/sqlite_error.h"

#include <QScopeGuard>

#include <sqlcipher/sqlite3.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

QString quoted(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

Database::Database(std::shared_ptr<Connection> connection) : m_connection(std::move(connection)) { }

Database::~Database() = default;
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;

Result<Database> Database::open(const QString &path, const DatabaseKey &key, OpenMode mode)
{
    const QString realPath = withRealFolder(path);
    auto connection = std::make_shared<Connection>(realPath, key.clone(), mode);
    const Result<> opened = connection->open();
    if (!opened)
        return forward(opened);
    return Database(std::move(connection));
}

Result<> Database::execute(const QString &sql)
{
    return m_connection->execute(sql);
}

Result<Statement> Database::prepare(const QString &sql)
{
    TOCSIN_ASSIGN(sqlite3_stmt *const handle, m_connection->take(sql));
    return Statement(m_connection, sql, handle);
}

Result<qint64> Database::integer(const QString &sql)
{
    TOCSIN_ASSIGN(Statement statement, prepare(sql));
    TOCSIN_ASSIGN(const bool row, statement.step());
    if (!row)
        return fail(ErrorCode::NotFound, u"There is no such record."_s, sql);
    return statement.integer(0);
}

Result<QString> Database::text(const QString &sql)
{
    TOCSIN_ASSIGN(Statement statement, prepare(sql));
    TOCSIN_ASSIGN(const bool row, statement.step());
    if (!row)
        return fail(ErrorCode::NotFound, u"There is no such record."_s, sql);
    return statement.text(0);
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_connection->handle());
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_connection->handle());
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_connection->handle()) == 0;
}

const QString &Database::path() const
{
    return m_connection->path();
}

Result<Database> Database::openReader() const
{
    return open(path(), m_connection->key(), OpenMode::ReadOnly);
}

Result<> Database::protectTables(const QStringList &tables)
{
    for (const QString &table : tables) {
        const QString guard = u"CREATE TRIGGER IF NOT EXISTS %1 BEFORE %2 ON %3 BEGIN "
                              "SELECT RAISE(ABORT, 'append-only'); END"_s;
        const bool alreadyGuarded = m_connection->guardedTables().contains(table.toLower());
        if (alreadyGuarded)
            continue;
        TOCSIN_TRY(execute(guard.arg(quoted(table + u"_no_update"_s), u"UPDATE"_s, quoted(table))));
        TOCSIN_TRY(execute(guard.arg(quoted(table + u"_no_delete"_s), u"DELETE"_s, quoted(table))));
    }
    return m_connection->guard(tables);
}

QStringList Database::protectedTables() const
{
    return m_connection->guardedTables();
}

Result<int> Database::schemaVersion()
{
    TOCSIN_ASSIGN(const qint64 version, integer(u"PRAGMA user_version"_s));
    return int(version);
}

QString Database::cipherVersion()
{
    sqlite3 *memory = nullptr;
    const auto closing = qScopeGuard([&memory] { sqlite3_close(memory); });
    QString version;
    const auto take = [](void *out, int, char **values, char **) {
        *static_cast<QString *>(out) = QString::fromUtf8(values[0]);
        return 0;
    };
    if (sqlite3_open(":memory:", &memory) == SQLITE_OK)
        sqlite3_exec(memory, "PRAGMA cipher_version", take, &version, nullptr);
    return version;
}

bool Database::hasOpenStatements() const
{
    return m_connection.use_count() > 1;
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (database.inTransaction())
        return fail(ErrorCode::Conflict, u"Another change is being written."_s, u"nested transaction"_s);
    TOCSIN_TRY(database.execute(u"BEGIN IMMEDIATE"_s));
    return Transaction(database);
}

Transaction::~Transaction()
{
    // SQLite has rolled back by itself after a full disk or an I/O error.
    if (m_database != nullptr && m_database->inTransaction())
        (void)m_database->execute(u"ROLLBACK"_s);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) { }

Result<> Transaction::commit()
{
    TOCSIN_TRY(m_database->execute(u"COMMIT"_s));
    m_database = nullptr;
    return {};
}

} // namespace tocsin::vault
