// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/zip_archive.h"

#include <QBuffer>
#include <QFile>
#include <QtEndian>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

constexpr qint64 kRatioMattersFrom = qint64{1024} * 1024;

Failure damaged(const QString &name)
{
    return fail(
        ErrorCode::BadInput,
        u"“%1”: this Excel workbook is damaged and cannot be read. Open it in the spreadsheet and save it again."_s.arg(
            name));
}

Failure bomb(const QString &name, const TableLimits &limits)
{
    return fail(
        ErrorCode::BadInput,
        u"“%1”: this workbook would unpack to more than any list of people needs (at most %2 parts, %3 MB in all, %4 "
        u"times its stored size). Save only the sheet with the list, or save it as CSV."_s.arg(name)
            .arg(limits.archiveEntries)
            .arg(limits.archiveBytes >> 20)
            .arg(limits.archiveRatio));
}

/// How many parts the archive's directory claims to have, or -1. libzip reads the whole directory when it opens an
/// archive; a directory of millions must be refused before that. APPNOTE.TXT (PKWARE), 4.3.14 to 4.3.16.
qint64 claimedParts(QIODevice &file)
{
    constexpr qint64 kEndSize = 22;
    constexpr qint64 kLocatorSize = 20;
    const qint64 tailSize = std::min<qint64>(file.size(), 65535 + kEndSize + kLocatorSize);
    if (!file.seek(file.size() - tailSize))
        return -1;
    const QByteArray tail = file.read(tailSize);
    const qsizetype end = tail.lastIndexOf("PK\x05\x06");
    if (end < 0 || tail.size() - end < kEndSize)
        return -1;
    const qint64 parts = qFromLittleEndian<quint16>(tail.constData() + end + 10);
    if (end < kLocatorSize || tail.mid(end - kLocatorSize, 4) != "PK\x06\x07")
        return parts;
    const auto at = qFromLittleEndian<quint64>(tail.constData() + end - kLocatorSize + 8);
    if (at > static_cast<quint64>(file.size()) || !file.seek(static_cast<qint64>(at)))
        return -1;
    const QByteArray wide = file.read(56);
    if (wide.size() < 56 || !wide.startsWith("PK\x06\x06"))
        return -1;
    return static_cast<qint64>(std::min<quint64>(qFromLittleEndian<quint64>(wide.constData() + 32), quint64(1) << 40));
}

Result<> checkClaim(QIODevice &file, const QString &name, const TableLimits &limits)
{
    const qint64 parts = claimedParts(file);
    if (parts < 0)
        return damaged(name);
    if (parts > limits.archiveEntries)
        return bomb(name, limits);
    return {};
}

Result<> checkPart(const zip_stat_t &part, const QString &name, const TableLimits &limits)
{
    if ((part.valid & ZIP_STAT_SIZE) == 0 || (part.valid & ZIP_STAT_COMP_SIZE) == 0)
        return damaged(name);
    if ((part.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && part.encryption_method != ZIP_EM_NONE)
        return fail(ErrorCode::BadInput,
                    u"“%1”: this workbook is protected by a password. Save it without one."_s.arg(name));
    const auto inflated = part.size;
    const auto stored = std::max<zip_uint64_t>(part.comp_size, 1);
    if (inflated > static_cast<zip_uint64_t>(limits.archiveBytes)
        || (inflated > kRatioMattersFrom && inflated / stored > static_cast<zip_uint64_t>(limits.archiveRatio)))
        return bomb(name, limits);
    return {};
}

} // namespace

ZipPart::ZipPart(zip_file_t *file, qint64 size) : m_file(file), m_size(size)
{
    open(QIODevice::ReadOnly);
}

ZipPart::~ZipPart()
{
    zip_fclose(m_file);
}

qint64 ZipPart::readData(char *data, qint64 most)
{
    const qint64 wanted = std::min({most, m_budget, m_size - m_inflated});
    if (wanted <= 0)
        return m_inflated < m_size ? -1 : 0;
    const zip_int64_t got = zip_fread(m_file, data, static_cast<zip_uint64_t>(wanted));
    if (got < 0)
        return -1;
    m_inflated += got;
    m_budget -= got;
    return got;
}

Result<ZipArchive> ZipArchive::openFile(const QString &path, const TableLimits &limits)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"“%1” cannot be read: %2."_s.arg(path, file.errorString()));
    TOCSIN_TRY(checkClaim(file, path, limits));
    return take(zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr), path, limits);
}

Result<ZipArchive> ZipArchive::openBytes(const QByteArray &bytes, const QString &name, const TableLimits &limits)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    TOCSIN_TRY(checkClaim(buffer, name, limits));
    zip_source_t *const source
        = zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, nullptr);
    zip_t *const zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (zip == nullptr)
        zip_source_free(source);
    TOCSIN_ASSIGN(ZipArchive archive, take(zip, name, limits));
    archive.m_bytes = bytes;
    return archive;
}

Result<ZipArchive> ZipArchive::take(zip_t *zip, const QString &name, const TableLimits &limits)
{
    if (zip == nullptr)
        return damaged(name);
    ZipArchive archive;
    archive.m_zip.reset(zip);
    archive.m_name = name;
    const zip_int64_t parts = zip_get_num_entries(zip, 0);
    if (parts > limits.archiveEntries)
        return bomb(name, limits);
    zip_uint64_t total = 0;
    for (zip_int64_t i = 0; i < parts; ++i) {
        zip_stat_t part;
        if (zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &part) != 0)
            return damaged(name);
        TOCSIN_TRY(checkPart(part, name, limits));
        total += part.size;
    }
    if (total > static_cast<zip_uint64_t>(limits.archiveBytes))
        return bomb(name, limits);
    return archive;
}

bool ZipArchive::has(const QString &part) const
{
    return zip_name_locate(m_zip.get(), part.toUtf8().constData(), 0) >= 0;
}

Result<std::unique_ptr<ZipPart>> ZipArchive::open(const QString &part) const
{
    const zip_int64_t index = zip_name_locate(m_zip.get(), part.toUtf8().constData(), 0);
    zip_stat_t stat;
    if (index < 0 || zip_stat_index(m_zip.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0)
        return damaged(m_name);
    zip_file_t *const file = zip_fopen_index(m_zip.get(), static_cast<zip_uint64_t>(index), 0);
    if (file == nullptr)
        return damaged(m_name);
    return std::make_unique<ZipPart>(file, static_cast<qint64>(stat.size));
}

} // namespace tocsin::intake
