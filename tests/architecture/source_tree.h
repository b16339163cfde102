// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tocsin::architecture {

/// The paths of all files below the folders given, relative to the root of the tree, sorted. Folders that a build or a
/// version control leaves behind (build…, hidden ones but .ci) are not entered. A folder "." means the whole tree.
QStringList filesBelow(const QStringList &folders);

/// The bytes of one file of the tree; the test ends with an error if it cannot be read.
QByteArray bytesOf(const QString &path);

/// The sources of the program: .h and .cpp below models/, views/ and app/.
QStringList programSources();

} // namespace tocsin::architecture
