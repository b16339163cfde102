// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safe_file.h"
#include "core/text.h"
#include "models/packets/packet_case.h"
#include "packets/bag.h"
#include "packets/packet_files.h"
#include "packets/packet_verifier.h"

#include <QDirIterator>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::packets;

namespace {

QByteArray bytesOf(const QString &path)
{
    return readFile(path, 64 * 1024 * 1024).value_or(QByteArray());
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

bool names(const PacketVerdict &verdict, const QString &file)
{
    return std::any_of(verdict.faults.begin(), verdict.faults.end(), [&](const PacketFault &fault) {
        return fault.file == file || fault.message.contains(u"“%1”"_s.arg(file));
    });
}

} // namespace

class TestPacketsVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_case = std::make_unique<test::PacketCase>();
        QVERIFY(m_case->fill());
        const auto report = m_case->build(u"packet"_s);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        m_report = *report;
        m_case->store().close(); // verifying needs no store
    }

    void acceptsWhatWasBuilt()
    {
        const PacketVerdict verdict = verify();
        QCOMPARE(verdict.faults.size(), 0);
        QCOMPARE(verdict.incident, u"2026-001"_s);
        QCOMPARE(verdict.organization, u"Sample Wellness Store"_s);
        QCOMPARE(verdict.bagged, QDate(2026, 3, 20));
        QCOMPARE(verdict.manifestSha256, m_report.manifestSha256);
        QCOMPARE(verdict.checkpoint, std::optional(m_report.checkpoint));
        QCOMPARE(verdict.ledgerEntries, m_report.checkpoint.count);
        QCOMPARE(verdict.files, m_report.files + 3);
    }

    void findsAFlippedByteInEveryFile_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : files())
            QTest::newRow(qPrintable(file)) << file;
    }
    void findsAFlippedByteInEveryFile()
    {
        QFETCH(QString, file);
        const QByteArray good = bytesOf(path(file));
        const bool isTagFile = !file.startsWith(kPayloadFolder);
        // Every byte of the tag files, and of the others the ends and some between.
        const qsizetype step = isTagFile ? 1 : std::max<qsizetype>(1, good.size() / 5);
        QList<qsizetype> offsets{good.size() - 1};
        for (qsizetype offset = 0; offset < good.size(); offset += step)
            offsets << offset;
        for (const qsizetype offset : std::as_const(offsets)) {
            QByteArray bad = good;
            bad[offset] = static_cast<char>(bad[offset] ^ (offset % 2 == 0 ? 0x01 : 0x20));
            put(path(file), bad);
            const PacketVerdict verdict = verify();
            QVERIFY2(!verdict.verifies() && names(verdict, file), qPrintable(QString::number(offset)));
            if (!isTagFile)
                QCOMPARE(verdict.faults.first().file, file);
        }
        put(path(file), good);
        QVERIFY(verify().verifies());
    }

    void namesTheFirstBadEntryOfTheLedger()
    {
        const QByteArray good = bytesOf(path(kExtractFile));
        QList<QByteArray> lines = good.split('\n');
        const auto line = std::find_if(lines.begin(), lines.end(),
                                       [](const QByteArray &each) { return each.contains("\"action\":\"task.add\""); });
        QVERIFY(line != lines.end());
        line->replace("Ada", "Eve");
        put(path(kExtractFile), lines.join('\n'));
        const PacketVerdict verdict = verify();
        put(path(kExtractFile), good);
        const QByteArray number = line->mid(line->indexOf("\"sequence\":") + 11);
        const qint64 sequence = number.left(number.indexOf(',')).toLongLong();
        QVERIFY(sequence > 1);
        QVERIFY(std::any_of(verdict.faults.begin(), verdict.faults.end(), [&](const PacketFault &fault) {
            return fault.file == kExtractFile && fault.entry == sequence;
        }));
    }

    void findsAFileThatIsMissing_data() { findsAFlippedByteInEveryFile_data(); }
    void findsAFileThatIsMissing()
    {
        QFETCH(QString, file);
        const QByteArray good = bytesOf(path(file));
        QVERIFY(QFile::remove(path(file)));
        const PacketVerdict verdict = verify();
        put(path(file), good);
        QVERIFY(!verdict.verifies());
        QCOMPARE(verdict.faults.first().file, file);
    }

    void findsAFileThatWasRenamed()
    {
        QVERIFY(QFile::rename(path(kChronologyFile), path(u"data/history.csv"_s)));
        const PacketVerdict verdict = verify();
        QVERIFY(QFile::rename(path(u"data/history.csv"_s), path(kChronologyFile)));
        QVERIFY(names(verdict, kChronologyFile));
        QVERIFY(names(verdict, u"data/history.csv"_s));
    }

    void findsWhatWasAdded_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("in the payload") << u"data/more.txt"_s;
        QTest::newRow("beside the tag files") << u"fetch.txt"_s;
        QTest::newRow("hidden") << u"data/.hidden"_s;
        QTest::newRow("another manifest") << u"manifest-md5.txt"_s;
    }
    void findsWhatWasAdded()
    {
        QFETCH(QString, file);
        put(path(file), "x");
        const PacketVerdict verdict = verify();
        QVERIFY(QFile::remove(path(file)));
        QVERIFY(names(verdict, file));
    }

    void findsAFolderThatWasAdded()
    {
        QVERIFY(QDir(root()).mkdir(u"data/more"_s));
        const PacketVerdict verdict = verify();
        QVERIFY(QDir(root()).rmdir(u"data/more"_s));
        QVERIFY(names(verdict, u"data/more"_s));
    }

    void followsNoLink()
    {
        const QByteArray good = bytesOf(path(kPdfFile));
        const QString elsewhere = m_case->store().filePath(u"elsewhere.pdf"_s);
        put(elsewhere, good);
        QVERIFY(QFile::remove(path(kPdfFile)));
        QVERIFY(QFile::link(elsewhere, path(kPdfFile)));
        const PacketVerdict verdict = verify();
        QVERIFY(QFile::remove(path(kPdfFile)));
        put(path(kPdfFile), good);
        QVERIFY(names(verdict, kPdfFile));
    }

    void refusesListsThatLeadOutOfTheFolder()
    {
        put(m_case->store().filePath(u"outside.txt"_s), "x");
        const PacketVerdict verdict = withManifest(
            [](const QByteArray &text) -> QByteArray { return QByteArray(64, '0') + "  ../outside.txt\n" + text; });
        QVERIFY(names(verdict, kManifestFile));
    }

    // All hashes agree again, yet what each packet has is not listed.
    void refusesAPacketWithoutItsLedger()
    {
        const QByteArray extract = bytesOf(path(kExtractFile));
        QVERIFY(QFile::remove(path(kExtractFile)));
        const PacketVerdict verdict = withManifest([](const QByteArray &text) -> QByteArray {
            QByteArrayList lines = text.split('\n');
            lines.removeIf([](const QByteArray &line) { return line.endsWith("ledger-extract.jsonl"); });
            return lines.join('\n');
        });
        put(path(kExtractFile), extract);
        QVERIFY(names(verdict, kExtractFile));
    }

    // All hashes agree again, yet bag-info.txt speaks of other sizes.
    void refusesFiguresThatDoNotFit()
    {
        const QByteArray info = bytesOf(path(kInfoFile));
        const QByteArray tags = bytesOf(path(kTagManifestFile));
        const QByteArray other = QByteArray(info).replace("Payload-Oxum: ", "Payload-Oxum: 1");
        put(path(kInfoFile), other);
        put(path(kTagManifestFile), QByteArray(tags).replace(sha256Hex(info).toLatin1(), sha256Hex(other).toLatin1()));
        const PacketVerdict verdict = verify();
        put(path(kInfoFile), info);
        put(path(kTagManifestFile), tags);
        QVERIFY(names(verdict, kInfoFile));
    }

    // All hashes agree again, yet the checkpoint is another one.
    void refusesACheckpointThatTheLedgerDoesNotEndAt()
    {
        const QByteArray good = bytesOf(path(kCheckpointFile));
        QByteArray other = good;
        other.replace("\nat 2026", "\nat 2027");
        QVERIFY(other != good);
        put(path(kCheckpointFile), other);
        const PacketVerdict verdict = withManifest(
            [&](QByteArray text) { return text.replace(sha256Hex(good).toLatin1(), sha256Hex(other).toLatin1()); });
        put(path(kCheckpointFile), good);
        QVERIFY(names(verdict, kCheckpointFile));
        QVERIFY(!verdict.checkpoint);
    }

    void boundsWhatItReads()
    {
        const QByteArray good = bytesOf(path(kManifestFile));
        QVERIFY(QFile::resize(path(kManifestFile), kMaxManifestSize + 1));
        const PacketVerdict verdict = verify();
        put(path(kManifestFile), good);
        QVERIFY(names(verdict, kManifestFile));
    }

    void failsForWhatIsNoFolder()
    {
        QCOMPARE(verifyPacket(path(kPdfFile), Progress()).error().code, ErrorCode::BadInput);
        QCOMPARE(verifyPacket(root() + u"-not-there"_s, Progress()).error().code, ErrorCode::BadInput);
        QTemporaryDir empty;
        QVERIFY(names(verifyPacket(empty.path(), Progress()).value(), kTagManifestFile));
    }

    void canBeCancelled()
    {
        Progress progress;
        progress.cancel();
        QCOMPARE(verifyPacket(root(), progress).error().code, ErrorCode::Cancelled);
    }

private:
    std::unique_ptr<test::PacketCase> m_case;
    PacketReport m_report;

    [[nodiscard]] QString root() const { return m_report.folder; }
    [[nodiscard]] QString path(const QString &file) const { return root() + u'/' + file; }
    [[nodiscard]] PacketVerdict verify() const { return verifyPacket(root(), Progress()).value(); }

    [[nodiscard]] QStringList files() const
    {
        QStringList found;
        QDirIterator each(root(), QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext())
            found << each.next().mid(root().size() + 1);
        found.sort();
        return found;
    }

    /// The verdict after the manifest was changed and the tag manifest made to agree.
    [[nodiscard]] PacketVerdict withManifest(const std::function<QByteArray(QByteArray)> &change) const
    {
        const QByteArray manifest = bytesOf(path(kManifestFile));
        const QByteArray tags = bytesOf(path(kTagManifestFile));
        const QByteArray changed = change(manifest);
        put(path(kManifestFile), changed);
        put(path(kTagManifestFile),
            QByteArray(tags).replace(sha256Hex(manifest).toLatin1(), sha256Hex(changed).toLatin1()));
        const PacketVerdict verdict = verify();
        put(path(kManifestFile), manifest);
        put(path(kTagManifestFile), tags);
        return verdict;
    }
};

QTEST_MAIN(TestPacketsVerify)
#include "tst_packets_verify.moc"
