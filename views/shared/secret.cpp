// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/secret.h"

#include <QStringEncoder>

namespace tocsin::views {

namespace {

/// A write that the compiler may not leave out because nothing reads the memory again.
void overwrite(volatile char *bytes, qsizetype size)
{
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = 0;
}

} // namespace

Secret::Secret(const QString &text)
{
    QStringEncoder encoder(QStringEncoder::Utf8);
    const qsizetype room = encoder.requiredSpace(text.size());
    m_bytes = std::make_unique<char[]>(size_t(room));
    m_size = encoder.appendToBuffer(m_bytes.get(), text) - m_bytes.get();
}

Secret::~Secret()
{
    overwrite(m_bytes.get(), m_size);
}

void wipe(QString &text)
{
    // Not data(): that would copy a shared string and wipe the copy. A literal lies in read-only memory and stays.
    if (text.data_ptr().isMutable()) {
        auto *units = const_cast<QChar *>(text.constData());
        overwrite(reinterpret_cast<char *>(units), text.size() * qsizetype(sizeof(QChar)));
    }
    text.clear();
}

} // namespace tocsin::views
