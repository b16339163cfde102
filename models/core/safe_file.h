// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace tocsin {

/// Writes a file whole or not at all: a temporary neighbour, fsync, rename, fsync of the folder. The file is readable
/// and writable by its owner only. Fails with Io (a full disk included) and then leaves what was there before
/// untouched.
Result<> writeFileAtomically(const QString &path, const QByteArray &content);

/// Reads a file of at most `limit` bytes. A larger file fails with BadInput before any of it is read; a missing or
/// unreadable one with Io.
Result<QByteArray> readFile(const QString &path, qint64 limit);

/// Makes sure that a file's bytes and its folder's entry are on the disk.
Result<> syncFile(const QString &path);
Result<> syncFolder(const QString &path);

} // namespace tocsin
