// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/secure_bytes.h"

#include <sodium.h>

#include <cstring>
#include <utility>

namespace tocsin::vault {

namespace {

void ensureSodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        qFatal("The system gives no random numbers; nothing can be kept secret.");
}

} // namespace

SecureBytes::SecureBytes(qsizetype size) : m_size(size)
{
    ensureSodium();
    if (size == 0)
        return;
    m_data = static_cast<uchar *>(sodium_malloc(size_t(size)));
    Q_CHECK_PTR(m_data);
    sodium_memzero(m_data, size_t(size));
}

SecureBytes::~SecureBytes()
{
    sodium_free(m_data); // wipes
}

SecureBytes::SecureBytes(SecureBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecureBytes &SecureBytes::operator=(SecureBytes &&other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

SecureBytes SecureBytes::copyOf(QByteArrayView bytes)
{
    SecureBytes copy(bytes.size());
    if (!bytes.isEmpty())
        std::memcpy(copy.data(), bytes.data(), size_t(bytes.size()));
    return copy;
}

SecureBytes SecureBytes::fromText(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    SecureBytes secret = copyOf(utf8);
    wipe(utf8);
    return secret;
}

SecureBytes SecureBytes::random(qsizetype size)
{
    SecureBytes bytes(size);
    randombytes_buf(bytes.data(), size_t(size));
    return bytes;
}

SecureBytes SecureBytes::clone() const
{
    return copyOf(view());
}

bool sameBytes(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && (a.isEmpty() || sodium_memcmp(a.data(), b.data(), size_t(a.size())) == 0);
}

void wipe(QString &text)
{
    if (text.isDetached())
        sodium_memzero(text.data(), size_t(text.size()) * sizeof(QChar));
    text.clear();
}

void wipe(QByteArray &bytes)
{
    if (bytes.isDetached())
        sodium_memzero(bytes.data(), size_t(bytes.size()));
    bytes.clear();
}

} // namespace tocsin::vault
