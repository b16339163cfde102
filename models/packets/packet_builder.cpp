// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_builder.h"

#include "casework/packet.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/pdf/pdf_writer.h"
#include "packets/packet_files.h"
#include "packets/packet_folder.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

namespace {

constexpr qint64 kSteps = 6;

/// Reports a step and fails if the work was cancelled.
Result<> begin(const Progress &progress, qint64 step)
{
    progress.report(step, kSteps);
    return progress.check();
}

Result<> checkRight(const casework::CaseFile &file)
{
    if (file.may(casework::RecordPacket::kAction))
        return {};
    return fail(ErrorCode::NotAllowed,
                u"The role “%1” does not build packets (packet.build). Ask the compliance lead or legal counsel."_s.arg(
                    casework::roleName(file.actor().role)));
}

/// The ledger's export runs on the store thread with a progress of its own; a cancel is handed on to it.
Result<ledger::Checkpoint> exportLedger(casework::CaseFile &file, IncidentId incident, const QString &path,
                                        const Progress &progress)
{
    std::weak_ptr<Progress> weak;
    const auto inner = std::make_shared<Progress>([&progress, &weak](qint64, qint64) {
        const std::shared_ptr<Progress> self = weak.lock();
        if (self && progress.isCancelled())
            self->cancel();
    });
    weak = inner;
    // True whatever becomes of the packet; that it was built is an entry of its own.
    return file
        .exportLedger(incident, path, ledger::Payloads::Withheld, inner,
                      u"Ledger extract made for an evidence packet"_s)
        .result();
}

Result<PacketContents> gather(casework::CaseFile &file, IncidentId incident, const ledger::Checkpoint &checkpoint,
                              const Progress &progress)
{
    TOCSIN_ASSIGN(const std::unique_ptr<casework::ReadSession> session, file.openSession());
    return gatherContents(*session, incident, checkpoint, progress);
}

Result<qint64> writePdf(const PacketFolder &folder, const PacketContents &contents, const PacketCover &cover)
{
    TOCSIN_TRY(notices::loadLetterFonts());
    TOCSIN_ASSIGN(const notices::PlacedDocument placed,
                  notices::writeDocument(packetDocument(contents, cover), folder.path(kPdfFile)));
    return placed.pages;
}

Result<> writeIndex(PacketFolder &folder, const QString &reference, qint64 pages)
{
    QList<IndexRow> rows;
    for (const PacketFile &file : packetFiles()) {
        if (file.path == kIndexFile)
            continue;
        const QString path = folder.path(QLatin1StringView(file.path.toLatin1()));
        TOCSIN_ASSIGN(const QString sha256, fileSha256(path));
        rows.append({file, file.path == kPdfFile ? pages : 0, QFileInfo(path).size(), sha256});
    }
    return folder.write(kIndexFile, indexCsv(rows, batesPrefix(reference)));
}

Result<> writeFiles(PacketFolder &folder, const PacketContents &contents, const PacketCover &cover, qint64 pages)
{
    TOCSIN_TRY(folder.write(kCheckpointFile, cover.checkpoint.toText()));
    TOCSIN_TRY(folder.write(kDeadlinesFile, deadlinesJson(contents.evaluation)));
    TOCSIN_TRY(folder.write(kChronologyFile, chronologyCsv(contents.chronology)));
    TOCSIN_TRY(folder.write(kReadmeFile, readmeText(contents)));
    return writeIndex(folder, contents.incident.reference, pages);
}

Result<> writeTags(PacketFolder &folder, BagInfo &info)
{
    QStringList payload;
    for (const PacketFile &file : packetFiles())
        payload << file.path;
    return folder.close(info, payload);
}

/// Puts the finished packet in its place and into the ledger; both or neither.
Result<casework::Receipt> hand(casework::CaseFile &file, PacketFolder &folder, casework::RecordPacket record)
{
    TOCSIN_TRY(folder.settle());
    record.manifestSha256 = folder.manifestSha256();
    Result<casework::Receipt> receipt = file.submit(record).result();
    if (!receipt)
        folder.withdraw();
    return receipt;
}

} // namespace

Result<PacketReport> buildPacket(casework::CaseFile &file, IncidentId incident, const QString &outDir,
                                 const Progress &progress)
{
    TOCSIN_TRY(checkRight(file));
    TOCSIN_ASSIGN(const std::unique_ptr<PacketFolder> folder, PacketFolder::begin(outDir));
    TOCSIN_TRY(begin(progress, 0));
    TOCSIN_ASSIGN(const ledger::Checkpoint checkpoint,
                  exportLedger(file, incident, folder->path(kExtractFile), progress));
    TOCSIN_TRY(begin(progress, 1));
    TOCSIN_ASSIGN(const PacketContents contents, gather(file, incident, checkpoint, progress));
    TOCSIN_TRY(begin(progress, 2));
    // The checkpoint's instant: one moment stands in all files.
    const QString builtBy = u"%1 (%2)"_s.arg(file.actor().name, casework::roleName(file.actor().role));
    const PacketCover cover{checkpoint.at, builtBy, checkpoint, packetFiles()};
    TOCSIN_ASSIGN(const qint64 pages, writePdf(*folder, contents, cover));
    TOCSIN_TRY(begin(progress, 3));
    TOCSIN_TRY(writeFiles(*folder, contents, cover, pages));
    TOCSIN_TRY(begin(progress, 4));
    BagInfo info;
    info.software = u"Tocsin " TOCSIN_VERSION ""_s;
    info.bagged = checkpoint.at.inZone(contents.organization.timezone).localDate();
    info.incident = contents.incident.reference;
    info.organization = contents.organization.name;
    TOCSIN_TRY(writeTags(*folder, info));
    TOCSIN_TRY(begin(progress, 5));
    TOCSIN_ASSIGN(const casework::Receipt receipt, hand(file, *folder, {incident, {}, checkpoint.count, pages}));
    progress.report(kSteps, kSteps);
    return PacketReport{
        PacketId{receipt.id}, folder->place(),           contents.incident.reference, pages,     info.payloadFiles,
        info.payloadBytes,    contents.withheldPassages, folder->manifestSha256(),    checkpoint};
}

} // namespace tocsin::packets
