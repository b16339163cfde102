// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/canonical_cbor.h"

#include <QCborArray>
#include <QCborMap>
#include <QtEndian>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::ledger {

namespace {

Failure refuse(const QString &what)
{
    return fail(ErrorCode::BadInput, u"This cannot be kept in the ledger: %1."_s.arg(what));
}

Result<> write(CborWriter &out, const QCborValue &value, int depth);

Result<> writeText(CborWriter &out, const QString &text)
{
    if (!text.isValidUtf16())
        return refuse(u"a text holds half of a surrogate pair"_s);
    out.text(text);
    return {};
}

Result<> writeArray(CborWriter &out, const QCborArray &array, int depth)
{
    out.array(array.size());
    for (const auto &each : array)
        TOCSIN_TRY(write(out, each, depth + 1));
    return {};
}

Result<> writeMap(CborWriter &out, const QCborMap &map, int depth)
{
    std::vector<std::pair<QByteArray, QCborValue>> pairs;
    pairs.reserve(static_cast<size_t>(map.size()));
    for (const auto &[key, value] : map) {
        if (!key.isString())
            return refuse(u"a key is not a text"_s);
        CborWriter encodedKey;
        TOCSIN_TRY(writeText(encodedKey, key.toString()));
        pairs.emplace_back(encodedKey.written(), value);
    }
    std::sort(pairs.begin(), pairs.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    const auto twin = std::adjacent_find(pairs.begin(), pairs.end(),
                                         [](const auto &a, const auto &b) { return a.first == b.first; });
    if (twin != pairs.end())
        return refuse(u"a key stands twice in one map"_s);

    out.map(map.size());
    for (const auto &[key, value] : pairs) {
        out.raw(key);
        TOCSIN_TRY(write(out, value, depth + 1));
    }
    return {};
}

Result<> write(CborWriter &out, const QCborValue &value, int depth)
{
    if (depth > kMaxCborDepth)
        return refuse(u"it nests deeper than %1 levels"_s.arg(kMaxCborDepth));
    switch (value.type()) {
    case QCborValue::Integer:
        out.integer(value.toInteger());
        return {};
    case QCborValue::ByteArray:
        out.bytes(value.toByteArray());
        return {};
    case QCborValue::String:
        return writeText(out, value.toString());
    case QCborValue::Array:
        return writeArray(out, value.toArray(), depth);
    case QCborValue::Map:
        return writeMap(out, value.toMap(), depth);
    case QCborValue::True:
    case QCborValue::False:
        out.boolean(value.toBool());
        return {};
    case QCborValue::Null:
        out.null();
        return {};
    case QCborValue::Double:
        return refuse(u"a number is not whole; write amounts in the smallest unit or as text"_s);
    default:
        return refuse(u"a value is neither number, text, bytes, list, map, true, false nor null"_s);
    }
}

} // namespace

void CborWriter::integer(qint64 value)
{
    // Major type 1 holds -1 - n, which is the complement of the value's bits.
    if (value < 0)
        head(1, static_cast<quint64>(~value));
    else
        head(0, static_cast<quint64>(value));
}

void CborWriter::text(QStringView value)
{
    const QByteArray utf8 = value.toUtf8();
    head(3, static_cast<quint64>(utf8.size()));
    m_bytes.append(utf8);
}

void CborWriter::bytes(QByteArrayView value)
{
    head(2, static_cast<quint64>(value.size()));
    m_bytes.append(value);
}

void CborWriter::head(unsigned majorType, quint64 argument)
{
    // 24 to 27 say that 1, 2, 4 or 8 bytes of argument follow.
    const unsigned form = argument < 24 ? static_cast<unsigned>(argument)
        : argument <= 0xff              ? 24U
        : argument <= 0xffff            ? 25U
        : argument <= 0xffffffff        ? 26U
                                        : 27U;
    m_bytes.append(static_cast<char>((majorType << 5) | form));
    if (form < 24)
        return;
    char bigEndian[8];
    qToBigEndian(argument, bigEndian);
    const qsizetype width = qsizetype{1} << (form - 24);
    m_bytes.append(bigEndian + 8 - width, width);
}

Result<QByteArray> encodeCanonical(const QCborValue &value)
{
    CborWriter out;
    TOCSIN_TRY(write(out, value, 0));
    return out.written();
}

Result<QByteArray> encodeCanonical(const QJsonValue &value)
{
    return encodeCanonical(QCborValue::fromJsonValue(value));
}

Result<QCborValue> decodeCanonical(const QByteArray &bytes)
{
    QCborParserError error;
    QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError) {
        return fail(ErrorCode::BadInput,
                    u"These bytes are not CBOR: %1 at offset %2."_s.arg(error.errorString()).arg(error.offset));
    }
    // A value has one canonical form. What does not come out as it went in was not in that form; this covers long
    // heads, indefinite lengths, unsorted or doubled keys, invalid UTF-8 and bytes after the end alike.
    TOCSIN_ASSIGN(const QByteArray canonical, encodeCanonical(value));
    if (canonical != bytes) {
        const auto different = std::mismatch(bytes.begin(), bytes.end(), canonical.begin(), canonical.end()).first;
        return fail(ErrorCode::BadInput,
                    u"These bytes are not in the canonical form of RFC 8949, 4.2.1, from offset %1 on."_s.arg(
                        different - bytes.begin()));
    }
    return value;
}

} // namespace tocsin::ledger
