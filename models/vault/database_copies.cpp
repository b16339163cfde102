// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a database, and how they are compared with it.
#include "core/safe_file.h"
#include "vault/connection.h"
#include "vault/file_moves.h"
#include "vault/sqlite_error.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

#include <sqlcipher/sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

QString quoted(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

void addBytes(QCryptographicHash &hash, char type, QByteArrayView bytes)
{
    const quint64 size = qToLittleEndian(quint64(bytes.size()));
    hash.addData(QByteArrayView(&type, 1));
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&size), sizeof size));
    hash.addData(bytes);
}

/// Adds a row so that no two different rows add the same bytes. Numbers go in as SQLite prints them.
void addRow(QCryptographicHash &hash, const Statement &row)
{
    const int columns = row.columnCount();
    for (int column = 0; column < columns; ++column) {
        const char type = row.isNull(column) ? 'n' : 'v';
        addBytes(hash, type, row.blob(column));
    }
}

Result<qint64> addRows(QCryptographicHash &hash, Statement statement)
{
    for (qint64 rows = 0;; ++rows) {
        TOCSIN_ASSIGN(const bool row, statement.step());
        if (!row)
            return rows;
        addRow(hash, statement);
    }
}

} // namespace

Result<> Database::vacuumInto(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::Io, u"“%1” cannot be created: %2."_s.arg(path, file.errorString()));
    file.close();
    const auto copy = [&]() -> Result<> {
        TOCSIN_ASSIGN(Statement statement, prepare(u"VACUUM INTO ?1"_s));
        TOCSIN_TRY(statement.bind(1, withRealFolder(path)).run());
        return syncFile(path);
    };
    m_connection->setCopying(true);
    const Result<> copied = copy();
    m_connection->setCopying(false);
    if (copied)
        return {};
    QFile::remove(path);
    // A page of the schema that fails is to SQLite an error like any other: what is wrong, the pages themselves say.
    const Result<> sound = checkIntegrity();
    return !sound && sound.error().code == ErrorCode::StoreDamaged ? sound : copied;
}

Result<> Database::checkIntegrity()
{
    const auto damaged = [](const QString &found) {
        return fail(
            ErrorCode::StoreDamaged,
            u"The store is damaged. Nothing was deleted: keep the file, and restore the latest backup to another "
            "place."_s,
            found);
    };
    // Gives one row for each page whose authentication fails, and none if all is well.
    TOCSIN_ASSIGN(Statement pages, prepare(u"PRAGMA cipher_integrity_check"_s));
    TOCSIN_ASSIGN(const bool pageFailed, pages.step());
    if (pageFailed)
        return damaged(pages.text(0));
    TOCSIN_ASSIGN(const QString structure, text(u"PRAGMA integrity_check(1)"_s));
    if (structure != "ok"_L1)
        return damaged(u"integrity_check"_s);
    TOCSIN_ASSIGN(Statement links, prepare(u"PRAGMA foreign_key_check"_s));
    TOCSIN_ASSIGN(const bool linkBroken, links.step());
    if (linkBroken)
        return damaged(u"foreign_key_check: "_s + links.text(0));
    return {};
}

Result<QByteArray> Database::contentDigest()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    TOCSIN_ASSIGN(Statement schema,
                  prepare(u"SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"_s));
    TOCSIN_TRY(addRows(hash, std::move(schema)));
    // Virtual tables have no pages of their own; what they keep lies in ordinary tables beside them.
    TOCSIN_ASSIGN(Statement tables,
                  prepare(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"_s));
    for (;;) {
        TOCSIN_ASSIGN(const bool row, tables.step());
        if (!row)
            break;
        TOCSIN_ASSIGN(Statement rows, prepare(u"SELECT * FROM %1 NOT INDEXED"_s.arg(quoted(tables.text(0)))));
        TOCSIN_ASSIGN(const qint64 count, addRows(hash, std::move(rows)));
        addBytes(hash, 'c', QByteArray::number(count));
    }
    TOCSIN_ASSIGN(const int version, schemaVersion());
    addBytes(hash, 'u', QByteArray::number(version));
    return hash.result();
}

Result<> Database::verifyCopy(const QString &path)
{
    return compareWith(path, m_connection->key());
}

Result<> Database::copyWithKey(const QString &path, const DatabaseKey &next)
{
    TOCSIN_TRY(vacuumInto(path));
    {
        TOCSIN_ASSIGN(Database copy, open(path, m_connection->key(), OpenMode::ReadWrite));
        const SecureBytes notation = rawKeyNotation(next);
        const int changed = sqlite3_rekey(copy.m_connection->handle(), notation.constData(), int(notation.size()));
        if (changed != SQLITE_OK)
            return sqliteFailure(changed, u"rekey"_s);
        // Without a log of its own the copy is one file, which can be checked read-only and renamed.
        TOCSIN_TRY(copy.text(u"PRAGMA journal_mode = DELETE"_s));
    }
    TOCSIN_TRY(syncFile(path));
    return compareWith(path, next);
}

Result<> Database::compareWith(const QString &path, const DatabaseKey &key)
{
    TOCSIN_ASSIGN(Database copy, open(path, key, OpenMode::ReadOnly));
    TOCSIN_TRY(copy.checkIntegrity());
    TOCSIN_ASSIGN(const QByteArray mine, contentDigest());
    TOCSIN_ASSIGN(const QByteArray theirs, copy.contentDigest());
    if (mine != theirs)
        return fail(ErrorCode::CheckFailed, u"The copy “%1” does not hold the same as the store."_s.arg(path));
    return {};
}

} // namespace tocsin::vault
