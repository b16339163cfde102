// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/instant.h"
#include "vault/database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// What the records of this room share in speaking SQL. Not for other rooms.
namespace tocsin::casework::sql {

/// A parameter value: typed ids go in as their number, a null id as NULL.
template <typename T>
const T &bindable(const T &value)
{
    return value;
}
template <typename Tag>
std::optional<qint64> bindable(Id<Tag> id)
{
    return id.isNull() ? std::nullopt : std::optional(id.value);
}
/// A date goes in as ISO text, an invalid one as NULL.
inline std::optional<QString> bindable(QDate date)
{
    return date.isValid() ? std::optional(date.toString(Qt::ISODate)) : std::nullopt;
}

/// Runs one statement with values.
template <typename... Values>
Result<> run(vault::Database &db, const QString &text, const Values &...values)
{
    TOCSIN_ASSIGN(vault::Statement statement, db.prepare(text));
    return statement.bindAll(bindable(values)...).run();
}

/// Runs an INSERT and gives the new row's id.
template <typename... Values>
Result<qint64> insert(vault::Database &db, const QString &text, const Values &...values)
{
    TOCSIN_TRY(run(db, text, values...));
    return db.lastInsertId();
}

/// All rows of a SELECT, each turned into a value by `map(statement)`.
template <typename Map, typename... Values>
auto rows(vault::Database &db, const QString &text, Map map, const Values &...values)
    -> Result<QList<std::invoke_result_t<Map, const vault::Statement &>>>
{
    TOCSIN_ASSIGN(vault::Statement statement, db.prepare(text));
    statement.bindAll(bindable(values)...);
    QList<std::invoke_result_t<Map, const vault::Statement &>> found;
    for (;;) {
        TOCSIN_ASSIGN(const bool more, statement.step());
        if (!more)
            return found;
        found.append(map(std::as_const(statement)));
    }
}

/// The one row of a SELECT, or NotFound with the given sentence.
template <typename Map, typename... Values>
auto one(vault::Database &db, const QString &missing, const QString &text, Map map, const Values &...values)
    -> Result<std::invoke_result_t<Map, const vault::Statement &>>
{
    TOCSIN_ASSIGN(auto found, rows(db, text, map, values...));
    if (found.isEmpty())
        return fail(ErrorCode::NotFound, missing);
    return std::move(found.first());
}

/// The number that a SELECT without rows of its own gives, such as a count.
template <typename... Values>
Result<qint64> number(vault::Database &db, const QString &text, const Values &...values)
{
    return one(
        db, {}, text, [](const vault::Statement &row) { return row.integer(0); }, values...);
}

inline Instant instant(const vault::Statement &row, int column)
{
    return {row.integer(column), row.text(column + 1).toLatin1()};
}
inline QString zoneOf(const Instant &instant)
{
    return QString::fromLatin1(instant.zone());
}
inline QDate date(const vault::Statement &row, int column)
{
    return QDate::fromString(row.text(column), Qt::ISODate);
}
template <typename SomeId>
SomeId id(const vault::Statement &row, int column)
{
    return SomeId{row.integer(column)};
}

inline QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}
inline QString jsonText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}
inline QJsonObject jsonObject(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}
inline QJsonArray jsonArray(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}
/// Ids as a JSON array, for `IN (SELECT value FROM json_each(?))`.
template <typename Tag>
QString idList(const QList<Id<Tag>> &ids)
{
    QJsonArray array;
    for (const Id<Tag> id : ids)
        array.append(id.value);
    return jsonText(array);
}

} // namespace tocsin::casework::sql
