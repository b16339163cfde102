// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace tocsin::ledger {

/// For which entries a key spoke for a person in a role. A change of name or role ends one span and begins the next.
struct KeySpan
{
    QByteArray key;
    QString name;
    QString role;
    qint64 from = 1; ///< first sequence number
    std::optional<qint64> to; ///< last sequence number, or nothing while it goes on

    [[nodiscard]] bool covers(qint64 sequence) const { return sequence >= from && (!to || sequence <= *to); }
    friend bool operator==(const KeySpan &, const KeySpan &) = default;
};

/// The keys of the people who may sign, each with its spans. Order comes from sequence numbers alone, never from
/// clocks.
class KeyRing
{
public:
    /// Fails with BadInput for a key of the wrong size, an empty name or role, a span that ends before it begins, or
    /// one that overlaps another of the same key.
    Result<> add(const KeySpan &span);

    [[nodiscard]] bool knows(const QByteArray &key) const { return m_spans.contains(key); }
    /// The span of the key that covers the sequence number, or nothing.
    [[nodiscard]] std::optional<KeySpan> at(const QByteArray &key, qint64 sequence) const;

private:
    QHash<QByteArray, QList<KeySpan>> m_spans;
};

} // namespace tocsin::ledger
