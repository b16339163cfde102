// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>

namespace tocsin::packets {

// The tag files of a packet's bag (BagIt 1.0, RFC 8493). RFC 8493 leaves several spellings open; a packet has one, so
// that no byte of a tag file can change unnoticed (models/packets/FORMAT.md).

inline constexpr QLatin1StringView kDeclarationFile("bagit.txt");
inline constexpr QLatin1StringView kInfoFile("bag-info.txt");
inline constexpr QLatin1StringView kManifestFile("manifest-sha256.txt");
inline constexpr QLatin1StringView kTagManifestFile("tagmanifest-sha256.txt");
inline constexpr QLatin1StringView kPayloadFolder("data/");

inline constexpr qint64 kMaxManifestSize = qint64{16} * 1024 * 1024;
inline constexpr qint64 kMaxInfoSize = qint64{64} * 1024;

/// What bagit.txt holds (RFC 8493, section 2.1.1).
QByteArray bagDeclaration();

struct ManifestLine
{
    QString path; ///< from the bag's folder, with '/'
    QString sha256; ///< 64 lower-case hexadecimal digits

    friend bool operator==(const ManifestLine &, const ManifestLine &) = default;
};
using Manifest = QList<ManifestLine>;

/// True for a path that a packet may list: parts of ASCII letters, digits, '-', '_' and '.' that do not begin with a
/// dot, joined by '/', at most 200 characters. Such a path never leads out of the folder and means the same on every
/// system.
bool isBagPath(QStringView path);

/// A line per file in the order of their paths, as `sha256sum` writes and checks them.
QByteArray manifestText(Manifest lines);

/// Reads just what manifestText() writes. Fails with BadInput, naming `file` and line, for anything else: other
/// spellings, another order, a path twice (letters' case aside), unsafe paths, no line at all.
Result<Manifest> parseManifest(const QByteArray &text, const QString &file);

/// The metadata of the bag (RFC 8493, section 2.2.2).
struct BagInfo
{
    QString software;
    QDate bagged;
    QString incident; ///< reference; the external identifier ends with it
    qint64 payloadBytes = 0;
    qint64 payloadFiles = 0;
    QString organization;

    [[nodiscard]] QByteArray toText() const;
    /// Reads just what toText() writes; anything else fails with BadInput, naming the line.
    static Result<BagInfo> parse(const QByteArray &text);

    friend bool operator==(const BagInfo &, const BagInfo &) = default;
};

/// A value as one line of bag-info.txt can hold it.
QString bagInfoValue(const QString &text);

/// SHA-256 of a file, read piece by piece. Fails with Io.
Result<QString> fileSha256(const QString &path);

} // namespace tocsin::packets
