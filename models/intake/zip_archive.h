// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/table_reader.h"

#include <QIODevice>

#include <zip.h>

namespace tocsin::intake {

/// One part of an archive while it is inflated. It gives no more bytes than the archive's directory promised, and no
/// more than `budget` between two calls of renewBudget(), so that whoever collects what belongs together stays small.
class ZipPart final : public QIODevice
{
public:
    static constexpr qint64 kBudget = qint64{1024} * 1024;

    ZipPart(zip_file_t *file, qint64 size);
    ~ZipPart() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] qint64 inflated() const { return m_inflated; }
    void renewBudget() { m_budget = kBudget; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file_t *m_file;
    qint64 m_size;
    qint64 m_inflated = 0;
    qint64 m_budget = kBudget;
};

/// A ZIP archive from a stranger, opened for reading after its directory has been held against the limits.
class ZipArchive
{
public:
    /// Fails with BadInput for a damaged or encrypted archive and for one that would inflate beyond the limits.
    static Result<ZipArchive> openFile(const QString &path, const TableLimits &limits);
    static Result<ZipArchive> openBytes(const QByteArray &bytes, const QString &name, const TableLimits &limits);

    [[nodiscard]] bool has(const QString &part) const;
    /// Opens a part. Fails with BadInput, naming it, when it is not there or cannot be read. The archive outlives it.
    [[nodiscard]] Result<std::unique_ptr<ZipPart>> open(const QString &part) const;

private:
    struct Discard
    {
        void operator()(zip_t *archive) const { zip_discard(archive); }
    };
    QByteArray m_bytes; ///< what the archive reads from, if not a file; it goes last
    std::unique_ptr<zip_t, Discard> m_zip;
    QString m_name;

    static Result<ZipArchive> take(zip_t *zip, const QString &name, const TableLimits &limits);
};

} // namespace tocsin::intake
