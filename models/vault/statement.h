// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace tocsin::vault {

class Connection;

/// One prepared SQL statement, taken from its connection's cache and returned to it when this goes. Parameters count
/// from 1, columns from 0, as in SQL itself.
///
/// The first bind that fails is kept and reported by the next step() or run(), so binds can be chained. Getters are
/// valid after step() gave true.
class Statement
{
public:
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(int parameter, qint64 value);
    Statement &bind(int parameter, int value) { return bind(parameter, qint64{value}); }
    Statement &bind(int parameter, bool value) { return bind(parameter, qint64{value ? 1 : 0}); }
    Statement &bind(int parameter, double value);
    /// A null QString is stored as empty text, not as NULL: use std::optional or bindNull for a value that is absent.
    Statement &bind(int parameter, const QString &value);
    /// A null QByteArray is stored as an empty blob, not as NULL.
    Statement &bind(int parameter, const QByteArray &value);
    Statement &bind(int parameter, std::nullptr_t) { return bindNull(parameter); }
    Statement &bind(int parameter, const char *) = delete;
    template <typename T>
    Statement &bind(int parameter, const std::optional<T> &value)
    {
        return value ? bind(parameter, *value) : bindNull(parameter);
    }
    Statement &bindNull(int parameter);
    /// Binds parameters 1, 2, 3, … in this order.
    template <typename... Values>
    Statement &bindAll(const Values &...values)
    {
        int parameter = 0;
        (bind(++parameter, values), ...);
        return *this;
    }

    /// True while there is a row; false at the end. Errors as in Database.
    Result<bool> step();
    /// Runs a statement whose rows are not wanted, and resets it for the next binds.
    Result<> run();
    /// Back to the start, with all parameters unset.
    void reset();

    [[nodiscard]] int columnCount() const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;

private:
    friend class Database;
    Statement(std::shared_ptr<Connection> connection, QString sql, sqlite3_stmt *handle);

    std::shared_ptr<Connection> m_connection;
    QString m_sql;
    sqlite3_stmt *m_handle = nullptr;
    std::optional<Error> m_bindError;

    void note(int status);
    void release();
};

} // namespace tocsin::vault
