// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/connection.h"

#include "vault/sqlite_error.h"

#include <QFile>
#include <QVersionNumber>

#include <sodium.h>
#include <sqlcipher/sqlite3.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

constexpr int kBusyMilliseconds = 2000;
constexpr qsizetype kMaxIdleStatements = 128;
constexpr qint64 kHeaderSize = 16;

} // namespace

SecureBytes rawKeyNotation(const DatabaseKey &key)
{
    QByteArray saltHex = key.salt.toHex();
    const qsizetype keyDigits = key.key.size() * 2;
    SecureBytes text(2 + keyDigits + saltHex.size() + 1);
    char *out = reinterpret_cast<char *>(text.data());
    // sodium_bin2hex ends with a NUL, which the salt or the closing quote then overwrites.
    sodium_bin2hex(out + 2, size_t(keyDigits) + 1, key.key.constData(), size_t(key.key.size()));
    out[0] = 'x';
    out[1] = '\'';
    std::copy(saltHex.cbegin(), saltHex.cend(), out + 2 + keyDigits);
    out[text.size() - 1] = '\'';
    return text;
}

Connection::~Connection()
{
    for (sqlite3_stmt *statement : std::as_const(m_idle))
        sqlite3_finalize(statement);
    sqlite3_close(m_handle);
}

Result<> Connection::open()
{
    if (m_mode == OpenMode::Create) {
        // Made here and not by SQLite, so that it is its owner's alone from the first moment, as its journals then are.
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
            return fail(ErrorCode::Io, u"“%1” cannot be created: %2."_s.arg(m_path, file.errorString()));
    } else if (!QFile::exists(m_path)) {
        return fail(ErrorCode::Io, u"There is no file “%1”."_s.arg(m_path));
    }
    TOCSIN_TRY(openHandle());
    TOCSIN_TRY(checkCipher());
    TOCSIN_TRY(checkFirstBytes());
    TOCSIN_TRY(configure());
    return checkFirstBytes();
}

Result<> Connection::openHandle()
{
    const int access = m_mode == OpenMode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const int flags
        = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE;
    const int opened = sqlite3_open_v2(m_path.toUtf8().constData(), &m_handle, flags, nullptr);
    if (opened != SQLITE_OK)
        return sqliteFailure(opened, u"open"_s);
    const SecureBytes notation = rawKeyNotation(m_key);
    const int keyed = sqlite3_key(m_handle, notation.constData(), int(notation.size()));
    if (keyed != SQLITE_OK)
        return sqliteFailure(keyed, u"key"_s);
    sqlite3_busy_timeout(m_handle, kBusyMilliseconds);
    return {};
}

/// A plain SQLite in SQLCipher's place would accept the key without a word and write in clear.
Result<> Connection::checkCipher()
{
    TOCSIN_ASSIGN(const QString version, pragma(u"PRAGMA cipher_version"_s));
    if (QVersionNumber::fromString(version) < QVersionNumber(4, 6)) {
        return fail(ErrorCode::StoreDamaged,
                    u"This copy of Tocsin was built without SQLCipher 4.6 and could not encrypt the case. Nothing was "
                    "opened; install it again."_s,
                    u"cipher_version: “%1”"_s.arg(version));
    }
    TOCSIN_TRY(pragma(u"PRAGMA cipher_log_level = NONE"_s));
    TOCSIN_TRY(pragma(u"PRAGMA cipher_compatibility = 4"_s));
    return {};
}

/// Reads the file through SQLite's own handle: opening it a second time and closing that would drop SQLite's locks.
Result<> Connection::checkFirstBytes()
{
    sqlite3_file *file = nullptr;
    sqlite3_int64 size = 0;
    std::array<char, kHeaderSize> header{};
    const int found = sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&file));
    if (found != SQLITE_OK || file->pMethods == nullptr || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return sqliteFailure(SQLITE_IOERR, u"file size"_s);
    if (size < kHeaderSize)
        return m_mode == OpenMode::Create ? Result<>() : sqliteFailure(SQLITE_NOTADB, u"shorter than its salt"_s);
    if (file->pMethods->xRead(file, header.data(), int(header.size()), 0) != SQLITE_OK)
        return sqliteFailure(SQLITE_IOERR_READ, u"first bytes"_s);
    if (QByteArrayView(header).startsWith("SQLite format 3")) {
        return fail(ErrorCode::StoreDamaged,
                    u"“%1” is a database that is not encrypted. Tocsin does not keep a case in it."_s.arg(m_path));
    }
    return {};
}

Result<> Connection::configure()
{
    const std::array<std::pair<int, int>, 5> configuration{{
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    }};
    for (const auto &[option, wanted] : configuration) {
        int actual = -1;
        const int configured = sqlite3_db_config(m_handle, option, wanted, &actual);
        if (configured != SQLITE_OK || actual != wanted)
            return sqliteFailure(configured, u"db_config %1"_s.arg(option));
    }
    sqlite3_set_authorizer(m_handle, &Connection::authorizeCallback, this);
    // The first statement that reads a page: with a wrong key or a damaged first page it fails.
    TOCSIN_TRY(pragma(u"SELECT count(*) FROM sqlite_schema"_s));
    TOCSIN_TRY(set("temp_store"_L1, "MEMORY"_L1, "2"_L1));
    TOCSIN_TRY(set("foreign_keys"_L1, "ON"_L1, "1"_L1));
    TOCSIN_TRY(set("trusted_schema"_L1, "OFF"_L1, "0"_L1));
    TOCSIN_TRY(set("cell_size_check"_L1, "ON"_L1, "1"_L1));
    TOCSIN_TRY(set("recursive_triggers"_L1, "ON"_L1, "1"_L1));
    TOCSIN_TRY(set("secure_delete"_L1, "ON"_L1, "1"_L1));
    TOCSIN_TRY(set("synchronous"_L1, "FULL"_L1, "2"_L1));
    if (m_mode == OpenMode::ReadOnly)
        return set("query_only"_L1, "ON"_L1, "1"_L1);
    return set("journal_mode"_L1, "WAL"_L1, "wal"_L1);
}

Result<> Connection::set(QLatin1StringView name, QLatin1StringView value, QLatin1StringView expected)
{
    TOCSIN_TRY(pragma(u"PRAGMA %1 = %2"_s.arg(name, value)));
    TOCSIN_ASSIGN(const QString actual, pragma(u"PRAGMA %1"_s.arg(name)));
    if (actual != expected) {
        return fail(ErrorCode::Io, u"The store could not be opened safely; nothing was changed."_s,
                    u"%1 is %2 and not %3"_s.arg(name, actual, expected));
    }
    return {};
}

Result<QString> Connection::pragma(const QString &sql)
{
    TOCSIN_ASSIGN(sqlite3_stmt *const statement, take(sql));
    const int stepped = sqlite3_step(statement);
    QString value;
    if (stepped == SQLITE_ROW)
        value = QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    if (stepped != SQLITE_ROW && stepped != SQLITE_DONE)
        return sqliteFailure(stepped, sql);
    return value;
}

Result<> Connection::execute(const QString &sql)
{
    const int done = sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    if (done != SQLITE_OK)
        return sqliteFailure(done, u"%1 — %2"_s.arg(QString::fromUtf8(sqlite3_errmsg(m_handle)), sql));
    return {};
}

Result<sqlite3_stmt *> Connection::take(const QString &sql)
{
    if (sqlite3_stmt *idle = m_idle.take(sql))
        return idle;
    sqlite3_stmt *statement = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    const char *rest = nullptr;
    const int prepared = sqlite3_prepare_v3(m_handle, utf8.constData(), int(utf8.size()) + 1, SQLITE_PREPARE_PERSISTENT,
                                            &statement, &rest);
    // Preparing sees only the statement's fixed text, so SQLite's own words about it hold no value.
    if (prepared != SQLITE_OK)
        return sqliteFailure(prepared, u"%1 — %2"_s.arg(QString::fromUtf8(sqlite3_errmsg(m_handle)), sql));
    if (statement == nullptr || !QByteArrayView(rest).trimmed().isEmpty()) {
        sqlite3_finalize(statement);
        return sqliteFailure(SQLITE_MISUSE, u"not exactly one statement: %1"_s.arg(sql));
    }
    return statement;
}

void Connection::giveBack(const QString &sql, sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (m_idle.size() < kMaxIdleStatements)
        m_idle.insert(sql, statement);
    else
        sqlite3_finalize(statement);
}

Result<> Connection::guard(const QStringList &tables)
{
    for (const QString &table : tables)
        m_guarded.insert(table.toLower());
    // Setting it again makes SQLite check every statement anew that was prepared before.
    const int set = sqlite3_set_authorizer(m_handle, &Connection::authorizeCallback, this);
    if (set != SQLITE_OK)
        return sqliteFailure(set, u"authorizer"_s);
    return {};
}

int Connection::authorizeCallback(void *self, int action, const char *first, const char *second, const char *,
                                  const char *)
{
    return static_cast<const Connection *>(self)->authorize(action, first, second);
}

int Connection::authorize(int action, const char *first, const char *second) const
{
    const auto isGuarded = [this](const char *table) { return m_guarded.contains(QString::fromUtf8(table).toLower()); };
    if (m_copying)
        return SQLITE_OK;
    switch (action) {
    case SQLITE_ATTACH: // could carry rows off to a file without a key
        return SQLITE_DENY;
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
    case SQLITE_DROP_TABLE:
    case SQLITE_DROP_TEMP_TABLE:
        return isGuarded(first) ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_ALTER_TABLE: // database, table
    case SQLITE_DROP_TRIGGER: // trigger, table
    case SQLITE_CREATE_TRIGGER:
    case SQLITE_CREATE_TEMP_TRIGGER:
        return isGuarded(second) ? SQLITE_DENY : SQLITE_OK;
    default:
        return SQLITE_OK;
    }
}

} // namespace tocsin::vault
