// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <initializer_list>
#include <optional>

namespace tocsin {

/// Parses a JSON document whose top is an object and in which no object has a key twice. The failure names the line and
/// column, and the key that stands twice.
Result<QJsonObject> parseJsonObject(const QByteArray &bytes, const QString &source);

/// Reads an object of a file that somebody else wrote, strictly. Every failure names the path of the key
/// ("facts.residents.TX") and says what would be right. Keys that were never asked for are found by finish().
///
/// The first failure is kept and every later read gives an empty value, so that a caller reads all and asks once.
class JsonReader
{
public:
    JsonReader(QJsonObject object, QString path);

    [[nodiscard]] bool has(QLatin1StringView key) const;
    [[nodiscard]] const QString &path() const { return m_path; }

    QString string(QLatin1StringView key, bool required = true);
    /// One of the given words.
    QString word(QLatin1StringView key, std::initializer_list<QLatin1StringView> allowed, bool required = true);
    std::optional<bool> boolean(QLatin1StringView key, bool required = true);
    /// A whole number from `least` to `most`.
    std::optional<qint64> integer(QLatin1StringView key, qint64 least, qint64 most, bool required = true);
    QDate date(QLatin1StringView key, bool required = true);
    QStringList strings(QLatin1StringView key, bool required = true);
    /// Calls `read` with a reader of the object under `key`; unknown keys in there fail too.
    void object(QLatin1StringView key, const std::function<void(JsonReader &)> &read, bool required = true);
    /// Calls `read` for each object of the array under `key`.
    void objects(QLatin1StringView key, const std::function<void(JsonReader &)> &read, bool required = true);
    /// The same for an array that may hold texts as well: `readText` gets each with its place, "conditions[1]".
    void objectsOrTexts(QLatin1StringView key, const std::function<void(JsonReader &)> &read,
                        const std::function<void(const QString &text, const QString &place)> &readText,
                        bool required = true);
    /// The value as it stands, for what the methods above do not fit.
    QJsonValue value(QLatin1StringView key, bool required = true);

    /// Notes a failure at a key of this object, unless one is noted already.
    void failAt(QLatin1StringView key, const QString &expected);
    void failAt(const QString &key, const QString &expected);

    /// The noted failure, or BadInput for a key that nothing asked for.
    Result<> finish();

private:
    QJsonObject m_object;
    QString m_path;
    QStringList m_known;
    std::optional<Error> m_error;

    QJsonValue take(QLatin1StringView key, QJsonValue::Type type, const QString &expected, bool required);
};

} // namespace tocsin
