// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/statement.h"

#include "vault/connection.h"
#include "vault/sqlite_error.h"

#include <sqlcipher/sqlite3.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

Statement::Statement(std::shared_ptr<Connection> connection, QString sql, sqlite3_stmt *handle)
    : m_connection(std::move(connection)), m_sql(std::move(sql)), m_handle(handle)
{
}

Statement::~Statement()
{
    release();
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(std::move(other.m_connection))
    , m_sql(std::move(other.m_sql))
    , m_handle(std::exchange(other.m_handle, nullptr))
    , m_bindError(std::move(other.m_bindError))
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    if (this != &other) {
        release();
        m_connection = std::move(other.m_connection);
        m_sql = std::move(other.m_sql);
        m_handle = std::exchange(other.m_handle, nullptr);
        m_bindError = std::move(other.m_bindError);
    }
    return *this;
}

void Statement::release()
{
    if (m_handle != nullptr)
        m_connection->giveBack(m_sql, std::exchange(m_handle, nullptr));
}

void Statement::note(int status)
{
    if (status != SQLITE_OK && !m_bindError)
        m_bindError = sqliteFailure(status, u"bind: "_s + m_sql).value();
}

Statement &Statement::bind(int parameter, qint64 value)
{
    note(sqlite3_bind_int64(m_handle, parameter, value));
    return *this;
}

Statement &Statement::bind(int parameter, double value)
{
    note(sqlite3_bind_double(m_handle, parameter, value));
    return *this;
}

Statement &Statement::bind(int parameter, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    const char *text = utf8.isNull() ? "" : utf8.constData();
    note(sqlite3_bind_text64(m_handle, parameter, text, sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bind(int parameter, const QByteArray &value)
{
    const char *bytes = value.isNull() ? "" : value.constData();
    note(sqlite3_bind_blob64(m_handle, parameter, bytes, sqlite3_uint64(value.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::bindNull(int parameter)
{
    note(sqlite3_bind_null(m_handle, parameter));
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindError)
        return Failure(*m_bindError);
    const int stepped = sqlite3_step(m_handle);
    if (stepped == SQLITE_ROW)
        return true;
    if (stepped == SQLITE_DONE)
        return false;
    sqlite3_reset(m_handle);
    // SQLite's words may repeat a value (a search expression, say); only those about constraints are fixed text.
    const bool fixedWords = (stepped & 0xff) == SQLITE_CONSTRAINT;
    const QString words = fixedWords ? QString::fromUtf8(sqlite3_errmsg(m_connection->handle())) + u" — "_s : QString();
    return sqliteFailure(stepped, words + m_sql);
}

Result<> Statement::run()
{
    for (;;) {
        TOCSIN_ASSIGN(const bool row, step());
        if (!row)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
    m_bindError.reset();
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_handle);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle, column);
}

QString Statement::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_handle, column));
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_handle, column));
    return {bytes, sqlite3_column_bytes(m_handle, column)};
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

} // namespace tocsin::vault
