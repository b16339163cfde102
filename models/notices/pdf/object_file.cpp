// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/object_file.h"

#include <QIODevice>

#include <zlib.h>

#include <algorithm>
#include <cmath>

namespace tocsin::notices {

namespace {

constexpr int kObjectsPerStream = 200;

QByteArray hex(const QByteArray &bytes)
{
    return '<' + bytes.toHex().toUpper() + '>';
}

void appendBigEndian(QByteArray &to, quint64 value, int bytes)
{
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        to += static_cast<char>((value >> shift) & 0xff);
}

} // namespace

/// One zlib state for all streams: setting it up anew would cost as much as deflating a page.
class ObjectFile::Deflater
{
public:
    Deflater() { m_ready = deflateInit(&m_stream, kLevel) == Z_OK; }
    ~Deflater() { deflateEnd(&m_stream); }
    Deflater(const Deflater &) = delete;
    Deflater &operator=(const Deflater &) = delete;

    /// Empty if memory ran out.
    QByteArray deflated(const QByteArray &data)
    {
        if (!m_ready || deflateReset(&m_stream) != Z_OK)
            return {};
        QByteArray out(static_cast<qsizetype>(deflateBound(&m_stream, static_cast<uLong>(data.size()))),
                       Qt::Uninitialized);
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.constData())); // zlib only reads it
        m_stream.avail_in = static_cast<uInt>(data.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(out.data());
        m_stream.avail_out = static_cast<uInt>(out.size());
        if (::deflate(&m_stream, Z_FINISH) != Z_STREAM_END)
            return {};
        out.truncate(static_cast<qsizetype>(m_stream.total_out));
        return out;
    }

private:
    static constexpr int kLevel = 6;
    z_stream m_stream = {};
    bool m_ready = false;
};

ObjectFile::ObjectFile(QIODevice &device)
    : m_device(device)
    , m_deflater(std::make_unique<Deflater>())
    , m_entries(1) // object 0 heads the list of free objects
{
    write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"); // bytes above 127 tell transports that the file is binary
}

ObjectFile::~ObjectFile() = default;

int ObjectFile::allocate()
{
    m_entries.emplace_back();
    return static_cast<int>(m_entries.size()) - 1;
}

void ObjectFile::object(int number, const QByteArray &body)
{
    if (m_pendingCount == 0)
        m_pendingNumber = allocate();
    m_entries[static_cast<size_t>(number)] = {m_pendingCount, m_pendingNumber};
    m_pendingIndex += QByteArray::number(number) + ' ' + QByteArray::number(m_pending.size()) + ' ';
    m_pending += body + '\n';
    if (++m_pendingCount == kObjectsPerStream)
        flushPending();
}

void ObjectFile::flushPending()
{
    if (m_pendingCount == 0)
        return;
    stream(m_pendingNumber,
           "/Type /ObjStm /N " + QByteArray::number(m_pendingCount) + " /First "
               + QByteArray::number(m_pendingIndex.size()),
           m_pendingIndex + m_pending);
    m_pendingIndex.clear();
    m_pending.clear();
    m_pendingCount = 0;
}

void ObjectFile::stream(int number, const QByteArray &entries, const QByteArray &data)
{
    const QByteArray deflated = m_deflater->deflated(data);
    if (deflated.isEmpty() && m_writeError.isEmpty())
        m_writeError = QStringLiteral("out of memory");
    writeStream(number, entries + " /Filter /FlateDecode", deflated);
}

void ObjectFile::plainStream(int number, const QByteArray &entries, const QByteArray &data)
{
    writeStream(number, entries, data);
}

void ObjectFile::writeStream(int number, const QByteArray &entries, const QByteArray &data)
{
    m_entries[static_cast<size_t>(number)] = {m_offset, 0};
    write(QByteArray::number(number) + " 0 obj\n<<" + entries + " /Length " + QByteArray::number(data.size())
          + ">>\nstream\n" + data + "\nendstream\nendobj\n");
}

Result<> ObjectFile::finish(int catalog, int information)
{
    flushPending();
    const int number = allocate();
    const qint64 start = m_offset;
    m_entries[static_cast<size_t>(number)] = {start, 0};

    constexpr int kOffsetBytes = 5; // a terabyte
    QByteArray index;
    index.reserve(static_cast<qsizetype>(m_entries.size()) * 10);
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        index += static_cast<char>(i == 0 ? 0 : entry.container == 0 ? 1 : 2);
        appendBigEndian(index, static_cast<quint64>(entry.container == 0 ? entry.offset : entry.container),
                        kOffsetBytes);
        appendBigEndian(index, static_cast<quint64>(i == 0 ? 0xffff : entry.container == 0 ? 0 : entry.offset), 2);
    }
    const QByteArray id = hex(m_digest.result().left(16));
    stream(number,
           "/Type /XRef /Size " + QByteArray::number(m_entries.size()) + " /W [1 5 2] /Root " + reference(catalog)
               + " /Info " + reference(information) + " /ID [" + id + ' ' + id + ']',
           index);
    write("startxref\n" + QByteArray::number(start) + "\n%%EOF\n");
    return status();
}

Result<> ObjectFile::status() const
{
    if (m_writeError.isEmpty())
        return {};
    return fail(ErrorCode::Io,
                QStringLiteral("The PDF could not be written. Check that there is room on the disk and try again."),
                m_writeError);
}

void ObjectFile::write(const QByteArray &bytes)
{
    if (!m_writeError.isEmpty())
        return;
    if (m_device.write(bytes) != bytes.size()) {
        m_writeError = m_device.errorString();
        return;
    }
    m_digest.addData(bytes);
    m_offset += bytes.size();
}

QByteArray reference(int number)
{
    return QByteArray::number(number) + " 0 R";
}

QByteArray textString(const QString &text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < u'\x7f'; });
    if (!ascii) {
        QByteArray bytes("\xFE\xFF");
        for (const QChar c : text)
            appendBigEndian(bytes, c.unicode(), 2);
        return hex(bytes);
    }
    QByteArray literal("(");
    for (const QChar c : text) {
        if (c == u'(' || c == u')' || c == u'\\')
            literal += '\\';
        literal += c.toLatin1();
    }
    return literal + ')';
}

void appendNumber(QByteArray &to, double value)
{
    const qint64 hundredths = std::llround(value * 100);
    const qint64 size = std::abs(hundredths);
    if (hundredths < 0)
        to += '-';
    to += QByteArray::number(size / 100);
    const auto fraction = static_cast<int>(size % 100);
    if (fraction == 0)
        return;
    to += '.';
    to += static_cast<char>('0' + fraction / 10);
    if (fraction % 10 != 0)
        to += static_cast<char>('0' + fraction % 10);
}

QByteArray number(double value)
{
    QByteArray text;
    appendNumber(text, value);
    return text;
}

} // namespace tocsin::notices
