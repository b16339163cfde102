// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_files.h"

#include "core/text.h"
#include "packets/bag.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

namespace {

QByteArray csvRow(const QStringList &cells)
{
    QStringList fields;
    for (const QString &cell : cells)
        fields << csvField(spreadsheetSafe(cell));
    return fields.join(u',').toUtf8() + "\r\n";
}

QString batesNumber(const QString &prefix, qint64 number)
{
    return prefix + u"%1"_s.arg(number, 6, 10, QChar(u'0'));
}

QString numberOf(const QHash<TimelineEntryId, qsizetype> &numbers, const std::optional<TimelineEntryId> &id)
{
    return id && numbers.contains(*id) ? QString::number(numbers.value(*id)) : QString();
}

} // namespace

QList<PacketFile> packetFiles()
{
    return {{kPdfFile, u"This document"_s},
            {kDeadlinesFile, u"Deadlines and their reasons, for machines"_s},
            {kChronologyFile, u"The chronology as a table"_s},
            {kExtractFile, u"The ledger's entries of this incident, signed; what they changed is withheld"_s},
            {kCheckpointFile, u"The ledger's count and head, signed"_s},
            {kIndexFile, u"Every file with its pages, size and SHA-256"_s},
            {kReadmeFile, u"How to verify this packet"_s}};
}

QByteArray deadlinesJson(const law::Evaluation &evaluation)
{
    return QJsonDocument(law::toJson(evaluation)).toJson(QJsonDocument::Indented);
}

QByteArray chronologyCsv(const QList<casework::TimelineEntry> &chronology)
{
    QHash<TimelineEntryId, qsizetype> numbers;
    for (const casework::TimelineEntry &entry : chronology)
        numbers.insert(entry.id, numbers.size() + 1);
    QByteArray csv = csvRow({u"number"_s, u"at"_s, u"precision"_s, u"stream"_s, u"text"_s, u"author"_s, u"corrects"_s,
                             u"corrected_by"_s, u"recorded_at"_s});
    for (const casework::TimelineEntry &entry : chronology) {
        const bool known = entry.precision != casework::Precision::Unknown;
        csv += csvRow({QString::number(numbers.value(entry.id)), known ? entry.at.toIso() : QString(),
                       casework::precisionToken(entry.precision), casework::streamToken(entry.stream), entry.text,
                       entry.authorName, numberOf(numbers, entry.supersedes), numberOf(numbers, entry.supersededBy),
                       entry.recordedAt.toIso()});
    }
    return csv;
}

QByteArray indexCsv(const QList<IndexRow> &rows, const QString &batesPrefix)
{
    QByteArray csv
        = csvRow({u"file"_s, u"title"_s, u"pages"_s, u"bates_first"_s, u"bates_last"_s, u"bytes"_s, u"sha256"_s});
    for (const IndexRow &row : rows) {
        const bool paged = row.pages > 0;
        csv += csvRow({row.file.path, row.file.title, paged ? QString::number(row.pages) : QString(),
                       paged ? batesNumber(batesPrefix, 1) : QString(),
                       paged ? batesNumber(batesPrefix, row.pages) : QString(), QString::number(row.bytes),
                       row.sha256});
    }
    return csv;
}

QByteArray readmeText(const PacketContents &contents)
{
    QString files;
    for (const PacketFile &file : packetFiles())
        files += u"  %1 %2\n"_s.arg(QString(file.path), -28).arg(file.title);
    return u"Evidence packet of incident %1\n"
           "%2\n"
           "\n"
           "Begin with data/packet.pdf. The files are:\n"
           "\n"
           "%3"
           "\n"
           "TO VERIFY WITHOUT SPECIAL SOFTWARE\n"
           "\n"
           "In the folder that holds bagit.txt, on Linux:\n"
           "\n"
           "  sha256sum -c tagmanifest-sha256.txt\n"
           "  sha256sum -c manifest-sha256.txt\n"
           "\n"
           "On macOS write “shasum -a 256 -c” instead of “sha256sum -c”. Each line has to end with OK. Then\n"
           "\n"
           "  sha256sum tagmanifest-sha256.txt\n"
           "\n"
           "gives one number that stands for every byte of this packet. Compare it with the number that\n"
           "the organization gives you by another way, such as a signed letter. This matters: somebody who\n"
           "can change every file of a packet can make the lists agree again, but not that number.\n"
           "\n"
           "TO VERIFY THE LEDGER TOO\n"
           "\n"
           "  tocsin packet verify FOLDER\n"
           "\n"
           "also checks that no other file is in the packet, that every entry of the ledger extract is\n"
           "chained to the one before and signed by the person it names, and that the extract ends at the\n"
           "checkpoint, which the cover of data/packet.pdf prints. It needs neither the organization's case\n"
           "file nor a passphrase.\n"
           "\n"
           "WHAT IS NOT HERE\n"
           "\n"
           "No person affected by the incident is named, and no address is given. What is under\n"
           "attorney-client privilege is left out. What the ledger's entries changed is withheld; the digests\n"
           "in the extract would show whether it was altered, should it be disclosed later.\n"
           "\n"
           "Not legal advice.\n"_s.arg(contents.incident.reference, bagInfoValue(contents.organization.name), files)
               .toUtf8();
}

} // namespace tocsin::packets
