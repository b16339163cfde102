// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "vault/database.h"

#include <QMultiHash>
#include <QSet>

struct sqlite3;
struct sqlite3_stmt;

namespace tocsin::vault {

/// SQLCipher's own notation of a raw key with its salt: x'…' with 96 hexadecimal digits.
SecureBytes rawKeyNotation(const DatabaseKey &key);

/// What a Database and its Statements share: the handle, the idle statements and the authorizer's list. Private to this
/// room.
class Connection
{
public:
    Connection(QString path, DatabaseKey key, OpenMode mode)
        : m_path(std::move(path)), m_key(std::move(key)), m_mode(mode)
    {
    }
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Opens the file and applies the key as the very first thing, then checks what was opened and makes the settings.
    Result<> open();

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const DatabaseKey &key() const { return m_key; }
    void setKey(DatabaseKey key) { m_key = std::move(key); }

    Result<> execute(const QString &sql);
    Result<sqlite3_stmt *> take(const QString &sql);
    void giveBack(const QString &sql, sqlite3_stmt *statement);

    /// Refuses changes to these tables from now on; statements prepared before are checked again.
    Result<> guard(const QStringList &tables);
    [[nodiscard]] QStringList guardedTables() const { return m_guarded.values(); }
    /// While true, another file may be attached: VACUUM INTO does that itself.
    void setCopying(bool copying) { m_copying = copying; }

private:
    QString m_path;
    DatabaseKey m_key;
    OpenMode m_mode;
    sqlite3 *m_handle = nullptr;
    QMultiHash<QString, sqlite3_stmt *> m_idle;
    QSet<QString> m_guarded; // lower case
    bool m_copying = false;

    Result<> openHandle();
    Result<> checkCipher();
    Result<> checkFirstBytes();
    Result<> configure();
    Result<> set(QLatin1StringView pragma, QLatin1StringView value, QLatin1StringView expected);
    Result<QString> pragma(const QString &sql);
    [[nodiscard]] int authorize(int action, const char *first, const char *second) const;
    static int authorizeCallback(void *self, int action, const char *first, const char *second, const char *,
                                 const char *);
};

} // namespace tocsin::vault
