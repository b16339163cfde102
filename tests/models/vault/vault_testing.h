// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "vault/hkdf.h"
#include "vault/vault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

// Verifies a Result and shows its error.
#define VERIFY_OK(expression)                                                                                          \
    do {                                                                                                               \
        const auto &verified = (expression);                                                                           \
        QVERIFY2(verified.has_value(),                                                                                 \
                 verified ? "" : qPrintable(verified.error().message + u" | " + verified.error().detail));             \
    } while (false)

#define VERIFY_FAILS(expression, expectedCode)                                                                         \
    do {                                                                                                               \
        const auto &verified = (expression);                                                                           \
        QVERIFY(!verified.has_value());                                                                                \
        QVERIFY2(verified.error().code == (expectedCode),                                                              \
                 qPrintable(verified.error().message + u" | " + verified.error().detail));                             \
    } while (false)

namespace tocsin::vault::testing {

using namespace Qt::Literals::StringLiterals;

/// Where a test's folder is made: in memory if the system offers that, since syncing to a real disk is slow and proves
/// nothing more here.
inline QString folderTemplate()
{
    const QFileInfo memory(u"/dev/shm"_s);
    return (memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath()) + u"/tst_vault-XXXXXX"_s;
}

inline FixedClock fixedClock()
{
    return FixedClock(Instant(1'772'000'000'000, "UTC"));
}

inline NewPerson person(const QString &name, const QString &passphrase, const QString &keyFile = {})
{
    return {name, u"compliance-lead"_s, SecureBytes::fromText(passphrase), keyFile, KdfCost::forTests()};
}

inline Credentials credentials(const QString &name, const QString &passphrase, const QString &keyFile = {})
{
    return {name, SecureBytes::fromText(passphrase), keyFile};
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline void flip(const QString &path, qint64 offset)
{
    QByteArray bytes = bytesOf(path);
    QVERIFY(offset < bytes.size());
    bytes[offset] = char(bytes[offset] ^ 0x20);
    write(path, bytes);
}

/// The names of everything in a folder, sorted.
inline QStringList entries(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
}

inline DatabaseKey someKey(char fill = 'k')
{
    return {SecureBytes::copyOf(QByteArray(kKeySize, fill)), QByteArray(16, 's')};
}

} // namespace tocsin::vault::testing
