// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/table_reader.h"

#include <QCryptographicHash>
#include <QIODevice>
#include <QStringDecoder>
#include <QStringEncoder>

#include <csv.h>

#include <deque>
#include <optional>

namespace tocsin::intake {

/// A CSV file, read in blocks through libcsv.
class CsvReader final : public TableReader
{
public:
    /// The device is open for reading; `name` stands for it in messages.
    CsvReader(std::unique_ptr<QIODevice> device, QString name, const TableLimits &limits);
    ~CsvReader() override;
    CsvReader(const CsvReader &) = delete;
    CsvReader &operator=(const CsvReader &) = delete;

    /// Reads the first block and finds encoding and delimiter in it.
    Result<> start();

    Result<bool> next(TableRow &row) override;
    [[nodiscard]] qint64 position() const override { return m_position; }
    [[nodiscard]] qint64 size() const override { return m_device->size(); }
    [[nodiscard]] QString sha256() const override { return m_sha256; }

private:
    std::unique_ptr<QIODevice> m_device;
    QString m_name;
    TableLimits m_limits;
    csv_parser m_parser{};
    std::optional<QStringDecoder> m_utf16;
    QStringEncoder m_utf8{QStringConverter::Utf8};
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QString m_sha256;
    qint64 m_position = 0;
    qint64 m_rows = 0;
    bool m_ended = false;

    // The row that libcsv is in the middle of: its cells' bytes behind each other, and where each ends.
    QByteArray m_bytes;
    QList<qsizetype> m_ends;
    qint64 m_rowLine = 1;
    qint64 m_line = 1;
    bool m_afterReturn = false;
    std::deque<TableRow> m_ready;
    std::optional<Error> m_error;

    Result<std::optional<QByteArray>> readBlock();
    Result<> parse(const QByteArray &block);
    Result<> finish();
    Failure refuse(const QString &sentence) const;
    Failure notText() const;
    void addCell(QByteArrayView cell);
    void endRow(int character);
    void emitRow();
};

} // namespace tocsin::intake
