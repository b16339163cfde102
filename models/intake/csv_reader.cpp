// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/csv_reader.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

constexpr qint64 kBlock = qint64{64} * 1024;
/// A row's cells together; the longest address book entry is some thousand.
constexpr qsizetype kRowBytes = qsizetype{1024} * 1024;

/// WHATWG Encoding Standard, index windows-1252: what stands at 0x80 to 0x9F.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

QString fromWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes.data(), bytes.size());
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() <= 0x9f)
            c = kWindows1252[c.unicode() - 0x80];
    }
    return text;
}

/// True for bytes that no text has in such number. Single control characters do occur in rosters, and are noted by row.
bool looksBinary(QByteArrayView block)
{
    const auto controls = std::count_if(block.begin(), block.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7f;
    });
    return controls * 20 > block.size();
}

/// The delimiter that the first line uses most, outside of quotes.
char sniffDelimiter(QByteArrayView text)
{
    constexpr std::array kDelimiters{',', ';', '\t'};
    std::array<int, kDelimiters.size()> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        const bool lineEnds = c == '\n' || c == '\r';
        if (lineEnds && std::any_of(counts.begin(), counts.end(), [](int count) { return count > 0; }))
            break;
        const auto *const found = std::find(kDelimiters.begin(), kDelimiters.end(), c);
        if (found != kDelimiters.end())
            ++counts[static_cast<size_t>(found - kDelimiters.begin())];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return kDelimiters[static_cast<size_t>(most - counts.begin())];
}

std::optional<QStringConverter::Encoding> utf16ByMark(QByteArrayView block)
{
    if (block.startsWith("\xFF\xFE"))
        return QStringConverter::Utf16LE;
    if (block.startsWith("\xFE\xFF"))
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

/// Line breaks in a cell: LF, CR, or both together once.
qint64 lineBreaks(QByteArrayView cell)
{
    qint64 breaks = 0;
    for (qsizetype i = 0; i < cell.size(); ++i) {
        const bool returnAlone = cell[i] == '\r' && (i + 1 == cell.size() || cell[i + 1] != '\n');
        breaks += (cell[i] == '\n' || returnAlone) ? 1 : 0;
    }
    return breaks;
}

} // namespace

CsvReader::CsvReader(std::unique_ptr<QIODevice> device, QString name, const TableLimits &limits)
    : m_device(std::move(device)), m_name(std::move(name)), m_limits(limits)
{
    csv_init(&m_parser, CSV_REPALL_NL);
}

CsvReader::~CsvReader()
{
    csv_free(&m_parser);
}

Failure CsvReader::refuse(const QString &sentence) const
{
    return fail(ErrorCode::BadInput, u"“%1”: %2"_s.arg(m_name, sentence));
}

Failure CsvReader::notText() const
{
    return refuse(u"this is not text. A list is read from a CSV file, best in UTF-8, or an Excel workbook (.xlsx)."_s);
}

Result<> CsvReader::start()
{
    QByteArray first = m_device->peek(kBlock);
    if (const auto encoding = utf16ByMark(first)) {
        m_utf16.emplace(*encoding);
        QStringDecoder sample(*encoding, QStringConverter::Flag::ConvertInitialBom);
        first = QString(sample(QByteArrayView(first).sliced(2, first.size() - 2))).toUtf8();
    }
    if (looksBinary(first) || first.contains('\0'))
        return notText();
    csv_set_delim(&m_parser, static_cast<unsigned char>(sniffDelimiter(first)));
    return {};
}

Result<bool> CsvReader::next(TableRow &row)
{
    while (m_ready.empty()) {
        if (m_ended)
            return false;
        TOCSIN_ASSIGN(const std::optional<QByteArray> block, readBlock());
        TOCSIN_TRY(block ? parse(*block) : finish());
    }
    row = std::move(m_ready.front());
    m_ready.pop_front();
    if (++m_rows > m_limits.rows + 1) {
        return refuse(u"line %1 is beyond the %2 rows that one list may have. Split the file and import the parts."_s
                          .arg(row.line)
                          .arg(m_limits.rows));
    }
    return true;
}

Result<std::optional<QByteArray>> CsvReader::readBlock()
{
    QByteArray block = m_device->read(kBlock);
    if (block.isEmpty() && !m_device->atEnd())
        return fail(ErrorCode::Io, u"“%1” cannot be read: %2."_s.arg(m_name, m_device->errorString()));
    if (block.isEmpty())
        return std::nullopt;
    m_hash.addData(block);
    const bool first = m_position == 0;
    m_position += block.size();
    if (m_utf16) {
        // Both keep what a block ends in the middle of: half a character, half a pair.
        block = m_utf8(QString((*m_utf16)(block)));
        if (m_utf16->hasError() || m_utf8.hasError())
            return refuse(u"after line %1 the text is no valid UTF-16. Save it as CSV in UTF-8."_s.arg(m_line));
        return block;
    }
    // An Excel CSV begins with the mark; within libcsv it would become part of the first column's name.
    return first && block.startsWith("\xEF\xBB\xBF") ? block.sliced(3) : block;
}

Result<> CsvReader::parse(const QByteArray &block)
{
    if (block.contains('\0'))
        return notText();
    const auto cell = [](void *data, size_t size, void *self) {
        static_cast<CsvReader *>(self)->addCell({static_cast<const char *>(data), static_cast<qsizetype>(size)});
    };
    const auto row = [](int character, void *self) { static_cast<CsvReader *>(self)->endRow(character); };
    const size_t parsed = csv_parse(&m_parser, block.constData(), static_cast<size_t>(block.size()), cell, row, this);
    if (parsed != static_cast<size_t>(block.size()))
        return fail(ErrorCode::Io, u"“%1”: there is not enough memory to go on at line %2."_s.arg(m_name).arg(m_line));
    // A UTF-8 character has up to four bytes.
    if (static_cast<qsizetype>(m_parser.entry_pos) > 4 * m_limits.cellCharacters)
        return refuse(u"a cell of the row on line %1 is longer than any cell can be. Most often a quotation mark is "
                      u"missing at its end."_s.arg(m_ends.isEmpty() ? m_line : m_rowLine));
    if (m_error)
        return Failure(*m_error);
    return {};
}

Result<> CsvReader::finish()
{
    const auto cell = [](void *data, size_t size, void *self) {
        static_cast<CsvReader *>(self)->addCell({static_cast<const char *>(data), static_cast<qsizetype>(size)});
    };
    const auto row = [](int character, void *self) { static_cast<CsvReader *>(self)->endRow(character); };
    // Lenient up to here, since real files have stray quotes; at the end libcsv tells an open one only when strict.
    csv_set_opts(&m_parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    if (csv_fini(&m_parser, cell, row, this) != 0) {
        return refuse(u"a quotation mark in the row on line %1 is never closed; the rest of the file cannot be told "
                      u"apart."_s.arg(m_ends.isEmpty() ? m_line : m_rowLine));
    }
    if (m_error)
        return Failure(*m_error);
    m_sha256 = QString::fromLatin1(m_hash.result().toHex());
    m_ended = true;
    return {};
}

void CsvReader::addCell(QByteArrayView cell)
{
    if (m_ends.isEmpty())
        m_rowLine = m_line;
    m_afterReturn = false;
    m_line += lineBreaks(cell);
    if (m_error)
        return;
    if (m_ends.size() >= m_limits.columns || m_bytes.size() + cell.size() > kRowBytes) {
        m_error = refuse(u"the row on line %1 has more than %2 columns or a megabyte of text. A list has one person on "
                         u"a line."_s.arg(m_rowLine)
                             .arg(m_limits.columns))
                      .value();
        return;
    }
    m_bytes.append(cell.data(), cell.size());
    m_ends.append(m_bytes.size());
}

void CsvReader::endRow(int character)
{
    if (!m_ends.isEmpty())
        emitRow();
    const bool secondOfPair = character == '\n' && m_afterReturn;
    m_line += secondOfPair ? 0 : 1;
    m_afterReturn = character == '\r';
}

void CsvReader::emitRow()
{
    TableRow row;
    row.line = m_rowLine;
    row.guessedEncoding = !m_bytes.isValidUtf8();
    row.cells.reserve(m_ends.size());
    qsizetype begin = 0;
    for (const qsizetype end : m_ends) {
        const QByteArrayView cell = QByteArrayView(m_bytes).sliced(begin, end - begin);
        row.cells.append(row.guessedEncoding ? fromWindows1252(cell) : QString::fromUtf8(cell));
        begin = end;
    }
    m_bytes.clear();
    m_ends.clear();
    if (!row.isBlank())
        m_ready.push_back(std::move(row));
}

} // namespace tocsin::intake
