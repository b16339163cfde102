// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

#include <memory>
#include <vector>

class QIODevice;

namespace tocsin::notices {

/// The lowest layer of a PDF 1.7 file: numbered objects in object streams, deflated streams, the cross-reference
/// stream. Bytes leave as soon as they are complete; only an entry of 16 bytes per object stays. A write error is kept
/// and reported by status(), so that callers check once per page and not once per write.
class ObjectFile
{
public:
    explicit ObjectFile(QIODevice &device);
    ~ObjectFile();
    ObjectFile(const ObjectFile &) = delete;
    ObjectFile &operator=(const ObjectFile &) = delete;

    /// A number for an object that is written later.
    int allocate();
    /// Writes an object other than a stream.
    void object(int number, const QByteArray &body);
    /// Writes a stream, deflated. `entries` are dictionary entries beside length and filter.
    void stream(int number, const QByteArray &entries, const QByteArray &data);
    /// The same without compression, for data that readers look for in the raw file (XMP).
    void plainStream(int number, const QByteArray &entries, const QByteArray &data);

    /// Writes what is buffered, the index and the trailer. The file's /ID is a digest of all bytes before it.
    [[nodiscard]] Result<> finish(int catalog, int information);
    /// Fails with Io if any write so far failed.
    [[nodiscard]] Result<> status() const;

private:
    struct Entry
    {
        qint64 offset = 0; ///< in the file; or, with `container` set, the index within that object stream
        int container = 0;
    };
    class Deflater;

    QIODevice &m_device;
    std::unique_ptr<Deflater> m_deflater;
    QCryptographicHash m_digest{QCryptographicHash::Sha256};
    std::vector<Entry> m_entries;
    qint64 m_offset = 0;
    QString m_writeError;
    QByteArray m_pendingIndex;
    QByteArray m_pending;
    int m_pendingCount = 0;
    int m_pendingNumber = 0;

    void write(const QByteArray &bytes);
    void writeStream(int number, const QByteArray &entries, const QByteArray &data);
    void flushPending();
};

/// "12 0 R"
QByteArray reference(int number);
/// A text string: ASCII as a literal, anything else as UTF-16 with a byte order mark.
QByteArray textString(const QString &text);
/// A coordinate with at most two decimals, the same in every locale.
void appendNumber(QByteArray &to, double value);
QByteArray number(double value);

} // namespace tocsin::notices
