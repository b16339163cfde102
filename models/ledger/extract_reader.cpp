// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/extract.h"
#include "ledger/extract_line.h"
#include "ledger/hashing.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::ledger {

namespace {

constexpr qsizetype kMaxKeys = 10'000;
constexpr qint64 kReportEvery = 512;

/// Reads lines of bounded length through one buffer.
class LineSource
{
public:
    explicit LineSource(QIODevice &in) : m_in(in), m_buffer(kMaxExtractLine + 1, Qt::Uninitialized) { }

    Result<QByteArray> next()
    {
        ++m_number;
        const qint64 size = m_in.readLine(m_buffer.data(), m_buffer.size());
        if (size < 0 && !m_in.atEnd())
            return fail(ErrorCode::Io, u"The extract cannot be read: %1."_s.arg(m_in.errorString()));
        if (size <= 0)
            return fail(ErrorCode::BadInput, u"Extract, line %1: missing; the file was cut off."_s.arg(m_number));
        if (m_buffer.at(size - 1) != '\n') {
            return fail(ErrorCode::BadInput,
                        u"Extract, line %1: it must end with a line feed after at most %2 bytes."_s.arg(m_number).arg(
                            kMaxExtractLine));
        }
        return m_buffer.first(size);
    }

    [[nodiscard]] bool atEnd() const { return m_in.atEnd(); }
    [[nodiscard]] qint64 number() const { return m_number; }

private:
    QIODevice &m_in;
    QByteArray m_buffer;
    qint64 m_number = 0;
};

class ExtractReader
{
public:
    ExtractReader(QIODevice &in, const Progress &progress) : m_lines(in), m_progress(progress) { }

    Result<ExtractReport> read()
    {
        TOCSIN_ASSIGN(const ExtractHead head, readHead());
        Verifier verifier(head.checkpoint.storeId, {});
        TOCSIN_TRY(verifier.expect(head.checkpoint));
        TOCSIN_ASSIGN(const std::optional<ExtractEnd> end, readEntries(verifier));
        m_report.fault = verifier.finish();
        m_report.counts = verifier.counts();
        if (m_report.fault)
            return m_report;
        if (m_report.counts.entries != head.checkpoint.count)
            return fail(ErrorCode::BadInput,
                        u"Extract: it goes on after entry %1, where its checkpoint ends."_s.arg(head.checkpoint.count));
        TOCSIN_TRY(checkEnd(*end, verifier));
        return m_report;
    }

private:
    LineSource m_lines;
    const Progress &m_progress;
    Sha256 m_digest;
    ExtractReport m_report;

    [[nodiscard]] QString where(qint64 entries) const
    {
        return u"Extract, line %1 (after entry %2)"_s.arg(m_lines.number()).arg(entries);
    }

    Result<ExtractHead> readHead()
    {
        TOCSIN_ASSIGN(const QByteArray line, m_lines.next());
        TOCSIN_ASSIGN(const ExtractLine read, parseLine(line, where(0)));
        const auto *head = std::get_if<ExtractHead>(&read);
        if (!head)
            return fail(ErrorCode::BadInput, u"Extract, line 1: expected the head of an extract."_s);
        m_digest.raw(line);
        m_report.incident = head->incident;
        m_report.checkpoint = head->checkpoint;
        m_report.exporterKey = head->exporterKey;
        return *head;
    }

    /// Reads up to the end line. Nothing if a fault came first: what follows a fault is not trusted enough to be read.
    Result<std::optional<ExtractEnd>> readEntries(Verifier &verifier)
    {
        while (true) {
            const qint64 entries = verifier.counts().entries;
            if (m_lines.number() % kReportEvery == 0) {
                TOCSIN_TRY(m_progress.check());
                m_progress.report(entries, m_report.checkpoint.count);
            }
            TOCSIN_ASSIGN(const QByteArray line, m_lines.next());
            TOCSIN_ASSIGN(ExtractLine read, parseLine(line, where(entries)));
            if (const auto *end = std::get_if<ExtractEnd>(&read))
                return *end;
            m_digest.raw(line);
            TOCSIN_TRY(take(read, verifier));
            if (verifier.fault())
                return std::nullopt;
        }
    }

    Result<> take(ExtractLine &line, Verifier &verifier)
    {
        if (const auto *span = std::get_if<KeySpan>(&line))
            return takeKey(*span, verifier);
        if (auto *entry = std::get_if<Entry>(&line)) {
            entry->header.incident = m_report.incident;
            entry->previousHash = verifier.head();
            verifier.add(*entry);
            return {};
        }
        if (const auto *entry = std::get_if<BlindedEntry>(&line)) {
            verifier.add(*entry);
            return {};
        }
        return fail(ErrorCode::BadInput, u"%1 is a second head."_s.arg(where(verifier.counts().entries)));
    }

    Result<> takeKey(const KeySpan &span, Verifier &verifier)
    {
        if (m_report.keys.size() >= kMaxKeys)
            return fail(ErrorCode::BadInput, u"Extract: it lists more than %1 keys."_s.arg(kMaxKeys));
        if (const Result<> added = verifier.addKey(span); !added)
            return fail(ErrorCode::BadInput, where(verifier.counts().entries) + u": "_s + added.error().message);
        m_report.keys.append(span);
        return {};
    }

    Result<> checkEnd(const ExtractEnd &end, const Verifier &verifier)
    {
        if (!m_lines.atEnd())
            return fail(ErrorCode::BadInput, u"Extract: something follows its last line."_s);
        if (m_digest.result() != end.sha256)
            return fail(ErrorCode::CheckFailed,
                        u"Extract: its lines are not those that its last line gives the SHA-256 of."_s);
        if (!verifier.ring().at(m_report.exporterKey, m_report.checkpoint.count))
            return fail(ErrorCode::CheckFailed, u"Extract: the key of its exporter is nobody’s at its checkpoint."_s);
        if (!isSignedBy(m_report.exporterKey, extractSigningMessage(end.sha256), end.signature))
            return fail(ErrorCode::CheckFailed, u"Extract: the signature of its exporter is wrong."_s);
        return {};
    }
};

} // namespace

Result<ExtractReport> verifyExtract(QIODevice &in, const Progress &progress)
{
    return ExtractReader(in, progress).read();
}

Result<ExtractReport> verifyExtract(const QString &path, const Progress &progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"“%1” cannot be read: %2."_s.arg(path, file.errorString()));
    return verifyExtract(file, progress);
}

} // namespace tocsin::ledger
