// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace tocsin::vault {

/// The first line of a backup file: how long its two parts are, and their SHA-256 as hexadecimal digits.
struct BackupHeader
{
    qint64 size = 0; ///< of the line itself, its line break included
    qint64 keysSize = 0;
    qint64 storeSize = 0;
    QByteArray keysHash;
    QByteArray storeHash;
};

/// Reads the first line from bytes that anyone may have made. StoreDamaged if it is none; StoreTooNew for a newer
/// format.
Result<BackupHeader> parseBackupHeader(QByteArrayView bytes);

/// Packs a key file and a database, both encrypted already, into one file that must not exist. Io if it cannot.
Result<> packBackup(const QString &path, const QString &keysPath, const QString &storePath);

/// Reads a backup whole and compares its parts with their hashes; StoreDamaged names the part that differs.
Result<> checkBackup(const QString &path);

/// The same, and writes the parts to two files that must not exist, readable by their owner only, and syncs them.
Result<> unpackBackup(const QString &path, const QString &keysPath, const QString &storePath);

} // namespace tocsin::vault
