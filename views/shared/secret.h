// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace tocsin::views {

/// Bytes that a person typed and nobody should find later. Shared, never copied: whoever lets go of it last wipes it.
class Secret
{
public:
    explicit Secret(const QString &text);
    ~Secret();
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    /// UTF-8, as typed; the vault decides on normalization.
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.get(), m_size}; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

private:
    std::unique_ptr<char[]> m_bytes;
    qsizetype m_size = 0;
};

using SecretPtr = std::shared_ptr<const Secret>;

/// Overwrites the characters of a string in place, for whoever shares them too; then the string is empty. Deep copies
/// made before are not reached.
void wipe(QString &text);

} // namespace tocsin::views
