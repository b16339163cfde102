// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/table_reader.h"

#include "core/text.h"
#include "intake/csv_reader.h"
#include "intake/xlsx_reader.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

enum class Container {
    Text,
    Zip,
};

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

Result<> checkSize(qint64 size, const QString &name, const TableLimits &limits)
{
    if (size == 0)
        return fail(ErrorCode::BadInput, u"“%1” is empty. A list has a header line and a line per person."_s.arg(name));
    if (size > limits.fileBytes) {
        return fail(ErrorCode::BadInput,
                    u"“%1” has %2; a list of people may have %3 at most, which is millions of them. If it is "
                    u"one, split it and import the parts."_s.arg(name, sizeText(size), sizeText(limits.fileBytes)));
    }
    return {};
}

/// What a file is by its first bytes. Kinds that people do take for a list get an answer of their own.
Result<Container> containerOf(const QByteArray &start, const QString &name)
{
    if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06"))
        return Container::Zip;
    if (start.startsWith("\xD0\xCF\x11\xE0")) {
        return fail(ErrorCode::BadInput,
                    u"“%1” is an older or a password-protected Excel file. Save it as .xlsx without a "
                    u"password, or as CSV."_s.arg(name));
    }
    if (start.startsWith("%PDF")) {
        return fail(ErrorCode::BadInput,
                    u"“%1” is a PDF. A list is read from a CSV file or an Excel workbook (.xlsx)."_s.arg(name));
    }
    return Container::Text;
}

Result<std::unique_ptr<TableReader>> openCsv(std::unique_ptr<QIODevice> device, const QString &name,
                                             const TableOptions &options)
{
    auto reader = std::make_unique<CsvReader>(std::move(device), name, options.limits);
    TOCSIN_TRY(reader->start());
    return std::unique_ptr<TableReader>(std::move(reader));
}

Result<QString> fileDigest(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::Io, u"“%1” cannot be read: %2."_s.arg(path, file.errorString()));
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

bool TableRow::isBlank() const
{
    const auto blank = [](const QString &cell) {
        return std::all_of(cell.begin(), cell.end(), [](QChar c) { return c.isSpace(); });
    };
    return std::all_of(cells.begin(), cells.end(), blank);
}

Result<std::unique_ptr<TableReader>> openTable(const QString &path, const TableOptions &options)
{
    // A folder, a pipe or a device has no size to go by and may never end.
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::Io, u"“%1” is no file that can be read."_s.arg(path));
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"“%1” cannot be read: %2."_s.arg(path, file->errorString()));
    TOCSIN_TRY(checkSize(file->size(), path, options.limits));
    TOCSIN_ASSIGN(const Container container, containerOf(file->peek(8), path));
    if (container == Container::Text)
        return openCsv(std::move(file), path, options);
    TOCSIN_ASSIGN(ZipArchive archive, ZipArchive::openFile(path, options.limits));
    return XlsxReader::open(std::move(archive), path, options, [path] { return fileDigest(path); });
}

Result<std::unique_ptr<TableReader>> openTableBytes(const QByteArray &bytes, const QString &name,
                                                    const TableOptions &options)
{
    TOCSIN_TRY(checkSize(bytes.size(), name, options.limits));
    TOCSIN_ASSIGN(const Container container, containerOf(bytes.first(std::min<qsizetype>(bytes.size(), 8)), name));
    if (container == Container::Text) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(bytes);
        buffer->open(QIODevice::ReadOnly);
        return openCsv(std::move(buffer), name, options);
    }
    TOCSIN_ASSIGN(ZipArchive archive, ZipArchive::openBytes(bytes, name, options.limits));
    return XlsxReader::open(std::move(archive), name, options,
                            [bytes]() -> Result<QString> { return sha256Hex(bytes); });
}

} // namespace tocsin::intake
