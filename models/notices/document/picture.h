// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace tocsin::notices {

/// A picture as it is printed: opaque, 8 bits each of red, green and blue, rows from the top without padding.
struct Picture
{
    int width = 0; ///< pixels
    int height = 0;
    QByteArray pixels; ///< shared between all documents that show it
    QString sha256; ///< of width, height and pixels; what a letter's hash has of it
    QString alternate; ///< what it shows, for people who hear it

    friend bool operator==(const Picture &, const Picture &) = default;
};

/// The most pixels that a picture of the house keeps: 375 to the inch at the height at which a letterhead is printed.
constexpr int kMostPictureWidth = 1000;
constexpr int kMostPictureHeight = 250;

/// A stranger's PNG or JPEG as a PNG of our own making: made smaller if it has more pixels than those, on white, and
/// with nothing else that was in the file. Fails with BadInput for a file of more than 4 MiB or 4096 pixels a side, and
/// for what is no such picture.
Result<QByteArray> housePicture(const QByteArray &file);

/// Reads what housePicture() made, under the same bounds.
Result<Picture> readPicture(const QByteArray &png, const QString &alternate);

/// For formats that hold picture files: the pixels as PNG.
QByteArray toPng(const Picture &picture);

} // namespace tocsin::notices
