// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QCborValue>
#include <QJsonValue>

namespace tocsin::ledger {

/// Writes CBOR items in the one form that RFC 8949 section 4.2.1 allows: shortest heads, definite lengths. The caller
/// announces how many items an array or a map has and writes just those, map keys in ascending order of their bytes.
class CborWriter
{
public:
    void integer(qint64 value);
    /// The text must be valid UTF-16; encode() checks that, and checkHeader() does for headers.
    void text(QStringView value);
    void bytes(QByteArrayView value);
    void array(qsizetype items) { head(4, static_cast<quint64>(items)); }
    void map(qsizetype pairs) { head(5, static_cast<quint64>(pairs)); }
    void boolean(bool value) { m_bytes.append(static_cast<char>(value ? 0xf5 : 0xf4)); }
    void null() { m_bytes.append(static_cast<char>(0xf6)); }
    /// An item that is encoded already.
    void raw(QByteArrayView encoded) { m_bytes.append(encoded); }

    [[nodiscard]] const QByteArray &written() const { return m_bytes; }

private:
    QByteArray m_bytes;

    void head(unsigned majorType, quint64 argument);
};

/// How deep arrays and maps may nest in a payload.
inline constexpr int kMaxCborDepth = 32;

/// The deterministic encoding of a value (RFC 8949 section 4.2.1). What has more than one reading is refused with
/// BadInput: fractions, tags, undefined, keys that are not text or stand twice, broken surrogates, too deep nesting.
Result<QByteArray> encodeCanonical(const QCborValue &value);
Result<QByteArray> encodeCanonical(const QJsonValue &value);

/// Reads bytes that encodeCanonical() could have written; anything else is refused with BadInput, naming the offset of
/// the first byte that differs from the canonical form.
Result<QCborValue> decodeCanonical(const QByteArray &bytes);

} // namespace tocsin::ledger
