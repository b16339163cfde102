// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/bag.h"

#include <algorithm>

using namespace tocsin::packets;

// Reads any bytes as a manifest and as bag-info.txt. What is read has just this one spelling, and no path leads out.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto manifest = parseManifest(bytes, QStringLiteral("manifest"))) {
        if (manifestText(*manifest) != bytes)
            qFatal("a manifest has two forms");
        const bool safe = std::all_of(manifest->begin(), manifest->end(), [](const ManifestLine &line) {
            const QStringList parts = line.path.split(u'/');
            return isBagPath(line.path) && !parts.contains(QStringLiteral("..")) && !parts.contains(QString());
        });
        if (!safe)
            qFatal("a path leads out");
    }
    if (const auto info = BagInfo::parse(bytes); info && info->toText() != bytes)
        qFatal("bag-info.txt has two forms");
    return 0;
}
