// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/document/picture.h"

#include "core/text.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QPainter>

#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr qsizetype kMostBytes = qsizetype{4} * 1024 * 1024;
constexpr int kMostSide = 4096; ///< pixels; 64 MiB once decoded

tl::unexpected<Error> refused(const QString &why)
{
    return fail(ErrorCode::BadInput, u"The picture cannot be used: %1"_s.arg(why));
}

/// Decodes a file whose bytes say that it is a PNG or JPEG, after its size is known to be sound.
Result<QImage> decoded(const QByteArray &file)
{
    if (file.size() > kMostBytes)
        return refused(u"it has more than 4 MiB."_s);
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    if (format != "png" && format != "jpeg")
        return refused(u"it is neither a PNG nor a JPEG."_s);
    const QSize size = reader.size();
    if (size.width() < 1 || size.height() < 1 || size.width() > kMostSide || size.height() > kMostSide)
        return refused(u"it has to have 1 to %1 pixels on each side."_s.arg(kMostSide));
    QImage image = reader.read();
    if (image.isNull())
        return refused(u"the file is damaged."_s);
    return image;
}

/// New pixels and nothing else: no text, profile or resolution comes along.
QImage onWhite(const QImage &image, QSize size)
{
    QImage made(size, QImage::Format_RGB888);
    made.fill(Qt::white);
    QPainter painter(&made);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(QPoint(0, 0), size), image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.end();
    return made;
}

QByteArray encoded(const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? png : QByteArray();
}

QByteArray pixelsOf(const QImage &image)
{
    const qsizetype row = qsizetype{3} * image.width();
    QByteArray pixels(row * image.height(), Qt::Uninitialized);
    for (int y = 0; y < image.height(); ++y)
        std::memcpy(pixels.data() + y * row, image.constScanLine(y), static_cast<size_t>(row));
    return pixels;
}

} // namespace

Result<QByteArray> housePicture(const QByteArray &file)
{
    TOCSIN_ASSIGN(const QImage image, decoded(file));
    const QSize most(kMostPictureWidth, kMostPictureHeight);
    const bool fits = image.width() <= most.width() && image.height() <= most.height();
    const QSize size = fits ? image.size() : image.size().scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1});
    const QByteArray png = encoded(onWhite(image, size));
    if (png.isEmpty())
        return refused(u"it could not be written as a PNG."_s);
    return png;
}

Result<Picture> readPicture(const QByteArray &png, const QString &alternate)
{
    TOCSIN_ASSIGN(const QImage image, decoded(png));
    if (image.width() > kMostPictureWidth || image.height() > kMostPictureHeight)
        return refused(u"it has more than %1 by %2 pixels."_s.arg(kMostPictureWidth).arg(kMostPictureHeight));
    Picture picture{image.width(), image.height(), pixelsOf(onWhite(image, image.size())), {}, alternate};
    const QByteArray head = QByteArray::number(picture.width) + ' ' + QByteArray::number(picture.height) + '\n';
    picture.sha256 = sha256Hex(QByteArray(head + picture.pixels));
    return picture;
}

QByteArray toPng(const Picture &picture)
{
    const QImage image(reinterpret_cast<const uchar *>(picture.pixels.constData()), picture.width, picture.height,
                       qsizetype{3} * picture.width, QImage::Format_RGB888);
    return encoded(image);
}

} // namespace tocsin::notices
