// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_reader.h"

#include "core/instant.h"
#include "core/text.h"

#include <QJsonDocument>
#include <QSet>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tocsin {

namespace {

/// "line 3, column 14" for a byte offset.
QString placeOf(const QByteArray &bytes, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(bytes).first(qMin(offset, bytes.size()));
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
    return u"line %1, column %2"_s.arg(line).arg(column);
}

/// The offset of the quote that ends the text beginning at `start`.
qsizetype endOfText(const QByteArray &json, qsizetype start)
{
    qsizetype at = start + 1;
    while (at + 1 < json.size() && json.at(at) != '"')
        at += json.at(at) == '\\' ? 2 : 1;
    return at;
}

bool isFollowedByColon(const QByteArray &json, qsizetype at)
{
    do
        ++at;
    while (at < json.size() && QByteArrayView(" \t\r\n").contains(json.at(at)));
    return at < json.size() && json.at(at) == ':';
}

/// A quoted text with its escapes resolved, so that "T\u0058" and "TX" are the same key.
QByteArray plainKey(const QByteArray &quoted)
{
    if (!quoted.contains('\\'))
        return quoted.sliced(1, quoted.size() - 2);
    return QJsonDocument::fromJson('[' + quoted + ']').array().first().toString().toUtf8();
}

struct RepeatedKey
{
    qsizetype offset = 0;
    QByteArray key;
};

/// A key that its object has already. QJsonDocument would keep the last of the two without a word. The bytes are known
/// to be JSON.
std::optional<RepeatedKey> findRepeatedKey(const QByteArray &json)
{
    QList<QSet<QByteArray>> open;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char here = json.at(at);
        if (here == '{' || here == '[') {
            open.append(QSet<QByteArray>());
        } else if (here == '}' || here == ']') {
            open.removeLast();
        } else if (here == '"') {
            const qsizetype start = at;
            at = endOfText(json, start);
            if (!isFollowedByColon(json, at))
                continue;
            const QByteArray key = plainKey(json.sliced(start, at - start + 1));
            if (open.last().contains(key))
                return RepeatedKey{start, key};
            open.last().insert(key);
        }
    }
    return std::nullopt;
}

/// A key as a message can show it: it is a stranger's text, and can be anything.
QString shownKey(const QByteArray &key)
{
    constexpr qsizetype kLongest = 60;
    const QString text = withoutControlCharacters(QString::fromUtf8(key)).simplified();
    return text.size() <= kLongest ? text : text.left(kLongest) + u'…';
}

} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray &bytes, const QString &source)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(ErrorCode::BadInput,
                    u"%1 is not JSON: %2 at %3."_s.arg(source, error.errorString(), placeOf(bytes, error.offset)));
    }
    if (!document.isObject())
        return fail(ErrorCode::BadInput, u"%1 must hold one JSON object, { … }."_s.arg(source));
    if (const auto repeated = findRepeatedKey(bytes)) {
        return fail(ErrorCode::BadInput,
                    u"%1 has the key “%2” a second time, at %3; in one object each may stand once."_s.arg(
                        source, shownKey(repeated->key), placeOf(bytes, repeated->offset)));
    }
    return document.object();
}

JsonReader::JsonReader(QJsonObject object, QString path) : m_object(std::move(object)), m_path(std::move(path)) { }

bool JsonReader::has(QLatin1StringView key) const
{
    return m_object.contains(key);
}

QString JsonReader::string(QLatin1StringView key, bool required)
{
    return take(key, QJsonValue::String, u"a text"_s, required).toString();
}

QString JsonReader::word(QLatin1StringView key, std::initializer_list<QLatin1StringView> allowed, bool required)
{
    QStringList words;
    for (const QLatin1StringView each : allowed)
        words << each;
    const QString expected = u"one of "_s + words.join(u", "_s);
    const QJsonValue found = take(key, QJsonValue::String, expected, required);
    if (found.isString() && !words.contains(found.toString()))
        failAt(key, expected);
    return found.toString();
}

std::optional<bool> JsonReader::boolean(QLatin1StringView key, bool required)
{
    const QJsonValue found = take(key, QJsonValue::Bool, u"true or false"_s, required);
    return found.isBool() ? std::optional(found.toBool()) : std::nullopt;
}

std::optional<qint64> JsonReader::integer(QLatin1StringView key, qint64 least, qint64 most, bool required)
{
    const QString expected = u"a whole number from %1 to %2"_s.arg(least).arg(most);
    const QJsonValue found = take(key, QJsonValue::Double, expected, required);
    if (!found.isDouble())
        return std::nullopt;
    const double number = found.toDouble();
    if (std::floor(number) != number || number < static_cast<double>(least) || number > static_cast<double>(most)) {
        failAt(key, expected);
        return std::nullopt;
    }
    return static_cast<qint64>(number);
}

QDate JsonReader::date(QLatin1StringView key, bool required)
{
    const QString expected = u"a date such as 2026-03-10"_s;
    const QJsonValue found = take(key, QJsonValue::String, expected, required);
    if (!found.isString())
        return {};
    const Result<QDate> parsed = parseDate(found.toString());
    if (!parsed) {
        failAt(key, expected);
        return {};
    }
    return *parsed;
}

QStringList JsonReader::strings(QLatin1StringView key, bool required)
{
    const QString expected = u"a list of texts"_s;
    const QJsonArray found = take(key, QJsonValue::Array, expected, required).toArray();
    QStringList texts;
    for (const QJsonValue &each : found) {
        if (!each.isString())
            failAt(key, expected);
        texts << each.toString();
    }
    return texts;
}

void JsonReader::object(QLatin1StringView key, const std::function<void(JsonReader &)> &read, bool required)
{
    const QJsonValue found = take(key, QJsonValue::Object, u"an object, { … }"_s, required);
    if (!found.isObject() || m_error)
        return;
    JsonReader inner(found.toObject(), m_path + u'.' + key);
    read(inner);
    if (const Result<> done = inner.finish(); !done)
        m_error = done.error();
}

void JsonReader::objects(QLatin1StringView key, const std::function<void(JsonReader &)> &read, bool required)
{
    objectsOrTexts(key, read, {}, required);
}

void JsonReader::objectsOrTexts(QLatin1StringView key, const std::function<void(JsonReader &)> &read,
                                const std::function<void(const QString &, const QString &)> &readText, bool required)
{
    const QString expected
        = readText ? u"a list of objects and texts, [{ … }, \"…\"]"_s : u"a list of objects, [{ … }]"_s;
    const QJsonArray found = take(key, QJsonValue::Array, expected, required).toArray();
    for (qsizetype index = 0; index < found.size() && !m_error; ++index) {
        if (readText && found.at(index).isString()) {
            readText(found.at(index).toString(), u"%1[%2]"_s.arg(key).arg(index));
            continue;
        }
        if (!found.at(index).isObject()) {
            failAt(key, expected);
            return;
        }
        JsonReader inner(found.at(index).toObject(), u"%1.%2[%3]"_s.arg(m_path, key, QString::number(index)));
        read(inner);
        if (const Result<> done = inner.finish(); !done)
            m_error = done.error();
    }
}

QJsonValue JsonReader::value(QLatin1StringView key, bool required)
{
    m_known << key;
    const QJsonValue found = m_object.value(key);
    if (found.isUndefined() && required)
        failAt(key, u"it to be given"_s);
    return found;
}

void JsonReader::failAt(QLatin1StringView key, const QString &expected)
{
    failAt(QString(key), expected);
}

void JsonReader::failAt(const QString &key, const QString &expected)
{
    if (m_error)
        return;
    const QString path = key.isEmpty() ? m_path : m_path + u'.' + key;
    m_error = Error{ErrorCode::BadInput, u"%1: expected %2."_s.arg(path, expected), {}};
}

Result<> JsonReader::finish()
{
    for (const QString &key : m_object.keys()) {
        if (m_known.contains(key) || m_error)
            continue;
        m_known.removeDuplicates();
        m_known.sort();
        m_error = Error{ErrorCode::BadInput,
                        u"%1.%2: unknown key; known here are %3."_s.arg(m_path, key, m_known.join(u", "_s)),
                        {}};
    }
    if (m_error)
        return Failure(*m_error);
    return {};
}

QJsonValue JsonReader::take(QLatin1StringView key, QJsonValue::Type type, const QString &expected, bool required)
{
    m_known << key;
    const QJsonValue found = m_object.value(key);
    if (found.isUndefined() && !required)
        return found;
    if (found.type() == type)
        return found;
    failAt(key, found.isUndefined() ? expected + u"; it is missing"_s : expected);
    return {QJsonValue::Undefined};
}

} // namespace tocsin
