// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_verifier.h"

#include "core/safe_file.h"
#include "core/text.h"
#include "ledger/extract.h"
#include "packets/bag.h"
#include "packets/packet_files.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

namespace {

constexpr qint64 kMaxCheckpointSize = 4096;
constexpr qsizetype kMostEntries = 100'000; ///< files and folders of one packet

/// Everything that lies in the packet's folder.
struct Found
{
    QMap<QString, qint64> files; ///< size by path
    QSet<QString> folders;
};

class Examination
{
public:
    Examination(QString folder, const Progress &progress) : m_folder(std::move(folder)), m_progress(progress) { }

    Result<PacketVerdict> run();

private:
    QString m_folder;
    const Progress &m_progress;
    PacketVerdict m_verdict;
    Found m_found;
    BagInfo m_info;

    void blame(const QString &file, const QString &message) { m_verdict.faults.append({file, message, {}}); }
    void blame(const QString &file, const Error &error) { blame(file, error.message); }
    [[nodiscard]] QString path(const QString &file) const { return m_folder + u'/' + file; }
    [[nodiscard]] bool isBlamed(const QString &file) const;
    void boundSize(const QString &file, qint64 limit);
    /// The bytes of a small file, or nothing and a fault.
    Result<std::optional<QByteArray>> small(const QString &file, qint64 limit);

    Result<> look();
    Result<> checkTags();
    Result<> checkInfo();
    Result<> checkPayload(const Manifest &manifest);
    Result<> checkFiles(const Manifest &manifest, const QString &listedIn);
    void checkOxum(const Manifest &manifest);
    void checkNothingElse(const Manifest &manifest);
    Result<> checkLedger();
    void compareCheckpoint(const QByteArray &text, const ledger::ExtractReport &report);
};

bool Examination::isBlamed(const QString &file) const
{
    return std::any_of(m_verdict.faults.begin(), m_verdict.faults.end(),
                       [&](const PacketFault &fault) { return fault.file == file; });
}

void Examination::boundSize(const QString &file, qint64 limit)
{
    if (m_found.files.value(file) > limit)
        blame(file, u"“%1” is larger than any packet's."_s.arg(file));
}

Result<std::optional<QByteArray>> Examination::small(const QString &file, qint64 limit)
{
    if (isBlamed(file))
        return std::nullopt;
    if (!m_found.files.contains(file)) {
        blame(file, u"“%1” is missing."_s.arg(file));
        return std::nullopt;
    }
    boundSize(file, limit);
    if (isBlamed(file))
        return std::nullopt;
    TOCSIN_ASSIGN(QByteArray content, readFile(path(file), limit));
    return content;
}

Result<> Examination::look()
{
    QDirIterator entries(m_folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        TOCSIN_TRY(m_progress.check());
        entries.next();
        const QFileInfo info = entries.fileInfo();
        const QString name = info.filePath().mid(m_folder.size() + 1);
        if (info.isSymLink())
            blame(name, u"“%1” is a link; a packet holds files only."_s.arg(name));
        else if (info.isDir())
            m_found.folders.insert(name);
        else if (info.isFile())
            m_found.files.insert(name, info.size());
        else
            blame(name, u"“%1” is neither a file nor a folder."_s.arg(name));
        if (m_found.files.size() + m_found.folders.size() > kMostEntries)
            return fail(ErrorCode::BadInput, u"“%1” holds more files than any packet."_s.arg(m_folder));
    }
    return {};
}

Result<> Examination::checkTags()
{
    TOCSIN_ASSIGN(const std::optional<QByteArray> text, small(kTagManifestFile, kMaxInfoSize));
    if (!text)
        return {};
    m_verdict.manifestSha256 = sha256Hex(*text);
    const Result<Manifest> tags = parseManifest(*text, kTagManifestFile);
    if (!tags) {
        blame(kTagManifestFile, tags.error());
        return {};
    }
    QStringList listed;
    for (const ManifestLine &line : *tags)
        listed << line.path;
    if (listed != QStringList{kInfoFile, kDeclarationFile, kManifestFile}) {
        blame(kTagManifestFile,
              u"“%1” should list bag-info.txt, bagit.txt and manifest-sha256.txt, and nothing else."_s.arg(
                  kTagManifestFile));
        return {};
    }
    // Nothing is hashed that cannot be a tag file.
    for (const QString &file : std::as_const(listed))
        boundSize(file, file == kManifestFile ? kMaxManifestSize : kMaxInfoSize);
    return checkFiles(*tags, kTagManifestFile);
}

Result<> Examination::checkInfo()
{
    TOCSIN_ASSIGN(const std::optional<QByteArray> declaration, small(kDeclarationFile, kMaxInfoSize));
    if (declaration && *declaration != bagDeclaration())
        blame(kDeclarationFile, u"“%1” does not declare a BagIt 1.0 bag in UTF-8."_s.arg(kDeclarationFile));
    TOCSIN_ASSIGN(const std::optional<QByteArray> text, small(kInfoFile, kMaxInfoSize));
    if (!text)
        return {};
    const Result<BagInfo> info = BagInfo::parse(*text);
    if (!info) {
        blame(kInfoFile, info.error());
        return {};
    }
    m_info = *info;
    m_verdict.organization = info->organization;
    m_verdict.incident = info->incident;
    m_verdict.bagged = info->bagged;
    return {};
}

/// Hashes what is listed. A file that is not there, or not as listed, is a fault.
Result<> Examination::checkFiles(const Manifest &manifest, const QString &listedIn)
{
    for (const ManifestLine &line : manifest) {
        TOCSIN_TRY(m_progress.check());
        if (isBlamed(line.path))
            continue;
        if (!m_found.files.contains(line.path)) {
            blame(line.path, u"“%1” is listed in “%2” and missing."_s.arg(line.path, listedIn));
            continue;
        }
        TOCSIN_ASSIGN(const QString sha256, fileSha256(path(line.path)));
        if (sha256 != line.sha256)
            blame(line.path,
                  u"“%1” does not have the SHA-256 that “%2” lists: one of the two was altered."_s.arg(line.path,
                                                                                                       listedIn));
        ++m_verdict.files;
        m_verdict.bytes += m_found.files.value(line.path);
        m_progress.report(m_verdict.files, m_found.files.size());
    }
    return {};
}

void Examination::checkOxum(const Manifest &manifest)
{
    qint64 bytes = 0;
    for (const ManifestLine &line : manifest)
        bytes += m_found.files.value(line.path);
    if (bytes != m_info.payloadBytes || manifest.size() != m_info.payloadFiles) {
        blame(kInfoFile,
              u"“%1” speaks of %2 bytes in %3 files; there are %4 in %5."_s.arg(kInfoFile)
                  .arg(m_info.payloadBytes)
                  .arg(m_info.payloadFiles)
                  .arg(bytes)
                  .arg(manifest.size()));
    }
}

void Examination::checkNothingElse(const Manifest &manifest)
{
    QSet<QString> expected{kDeclarationFile, kInfoFile, kManifestFile, kTagManifestFile};
    QSet<QString> folders;
    for (const ManifestLine &line : manifest) {
        expected.insert(line.path);
        for (qsizetype end = line.path.lastIndexOf(u'/'); end > 0; end = line.path.lastIndexOf(u'/', end - 1))
            folders.insert(line.path.left(end));
    }
    const QStringList files = m_found.files.keys();
    for (const QString &file : files) {
        if (!expected.contains(file))
            blame(file, u"“%1” is not listed in the packet; it was added or renamed."_s.arg(file));
    }
    QStringList surplus = QList<QString>(m_found.folders.begin(), m_found.folders.end());
    surplus.sort();
    for (const QString &folder : std::as_const(surplus)) {
        if (!folders.contains(folder))
            blame(folder, u"The folder “%1” does not belong to the packet."_s.arg(folder));
    }
}

Result<> Examination::checkPayload(const Manifest &manifest)
{
    const auto outside = std::find_if(manifest.begin(), manifest.end(),
                                      [](const ManifestLine &line) { return !line.path.startsWith(kPayloadFolder); });
    if (outside != manifest.end()) {
        blame(kManifestFile, u"“%1” lists “%2”, which is not in data/."_s.arg(kManifestFile, outside->path));
        return {};
    }
    for (const QLatin1StringView needed : {kPdfFile, kExtractFile, kCheckpointFile}) {
        const bool listed = std::any_of(manifest.begin(), manifest.end(),
                                        [&](const ManifestLine &line) { return line.path == needed; });
        if (!listed)
            blame(kManifestFile, u"“%1” does not list “%2”, which each packet has."_s.arg(kManifestFile, needed));
    }
    checkNothingElse(manifest);
    TOCSIN_TRY(checkFiles(manifest, kManifestFile));
    // With a file missing or added the figures cannot agree; the file is what is wrong.
    if (m_verdict.verifies())
        checkOxum(manifest);
    return {};
}

void Examination::compareCheckpoint(const QByteArray &text, const ledger::ExtractReport &report)
{
    if (text != report.checkpoint.toText()) {
        blame(kCheckpointFile, u"“%1” is not the checkpoint at which the ledger extract ends."_s.arg(kCheckpointFile));
        return;
    }
    if (!isBlamed(kExtractFile) && !isBlamed(kCheckpointFile))
        m_verdict.checkpoint = report.checkpoint;
}

Result<> Examination::checkLedger()
{
    if (!m_found.files.contains(kExtractFile))
        return {};
    const Result<ledger::ExtractReport> report = ledger::verifyExtract(path(kExtractFile), m_progress);
    if (!report && (report.error().code == ErrorCode::Cancelled || report.error().code == ErrorCode::Io))
        return forward(report);
    if (!report) {
        blame(kExtractFile, u"“%1”: %2"_s.arg(kExtractFile, report.error().message));
        return {};
    }
    m_verdict.ledgerEntries = report->counts.entries;
    if (report->fault) {
        m_verdict.faults.append(
            {kExtractFile, u"“%1”: %2"_s.arg(kExtractFile, report->fault->message), report->fault->sequence});
        return {};
    }
    if (report->incident != m_info.incident)
        blame(kExtractFile,
              u"“%1” is of incident %2, the packet of %3."_s.arg(kExtractFile, report->incident, m_info.incident));
    if (!m_found.files.contains(kCheckpointFile))
        return {};
    TOCSIN_ASSIGN(const std::optional<QByteArray> checkpoint, small(kCheckpointFile, kMaxCheckpointSize));
    if (checkpoint)
        compareCheckpoint(*checkpoint, *report);
    return {};
}

Result<PacketVerdict> Examination::run()
{
    TOCSIN_TRY(look());
    TOCSIN_TRY(checkTags());
    TOCSIN_TRY(checkInfo());
    TOCSIN_ASSIGN(const std::optional<QByteArray> text, small(kManifestFile, kMaxManifestSize));
    // Lists that cannot be trusted say nothing about the files.
    if (!text || isBlamed(kTagManifestFile) || isBlamed(kInfoFile) || isBlamed(kDeclarationFile))
        return m_verdict;
    const Result<Manifest> manifest = parseManifest(*text, kManifestFile);
    if (!manifest) {
        blame(kManifestFile, manifest.error());
        return m_verdict;
    }
    TOCSIN_TRY(checkPayload(*manifest));
    TOCSIN_TRY(checkLedger());
    return m_verdict;
}

} // namespace

Result<PacketVerdict> verifyPacket(const QString &folder, const Progress &progress)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return fail(ErrorCode::BadInput, u"“%1” is not a folder; name the folder of a packet."_s.arg(folder));
    return Examination(info.canonicalFilePath(), progress).run();
}

} // namespace tocsin::packets
