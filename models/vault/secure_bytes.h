// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace tocsin::vault {

/// Bytes that are a secret: kept between guard pages, locked into memory where the system allows it, left out of core
/// dumps, and wiped when they go. Move-only, so that every copy is on purpose (clone()).
class SecureBytes
{
public:
    SecureBytes() = default;
    /// `size` zero bytes.
    explicit SecureBytes(qsizetype size);
    ~SecureBytes();
    SecureBytes(SecureBytes &&other) noexcept;
    SecureBytes &operator=(SecureBytes &&other) noexcept;
    SecureBytes(const SecureBytes &) = delete;
    SecureBytes &operator=(const SecureBytes &) = delete;

    static SecureBytes copyOf(QByteArrayView bytes);
    /// The text as UTF-8. The QString itself cannot be wiped here: drop it as soon as possible.
    static SecureBytes fromText(const QString &text);
    static SecureBytes random(qsizetype size);

    [[nodiscard]] SecureBytes clone() const;
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] uchar *data() { return m_data; }
    [[nodiscard]] const uchar *constData() const { return m_data; }
    [[nodiscard]] QByteArrayView view() const { return {m_data, m_size}; }

private:
    uchar *m_data = nullptr;
    qsizetype m_size = 0;
};

/// Compares in a time that depends on the sizes only.
[[nodiscard]] bool sameBytes(QByteArrayView a, QByteArrayView b);

/// Overwrites the characters of a text or the bytes of an array that held a secret, then empties it. Works only on what
/// nobody else shares.
void wipe(QString &text);
void wipe(QByteArray &bytes);

} // namespace tocsin::vault
