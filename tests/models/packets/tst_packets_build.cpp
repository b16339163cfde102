// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/facts_record.h"
#include "casework/obligation_plan.h"
#include "core/safe_file.h"
#include "models/full_disk.h"
#include "models/packets/packet_case.h"
#include "packets/duty_groups.h"
#include "packets/packet_files.h"
#include "packets/packet_verifier.h"
#include "packets/personal_names.h"
#include "patience.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::packets;

namespace {

QByteArray bytesOf(const QString &path)
{
    return readFile(path, 64 * 1024 * 1024).value_or(QByteArray());
}

QByteArray output(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(test::kPatience) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

QString textOfPdf(const QString &folder)
{
    return QString::fromUtf8(output(u"pdftotext"_s, {u"-layout"_s, u"data/packet.pdf"_s, u"-"_s}, folder)).simplified();
}

QString headOf(const PacketReport &report)
{
    return QString::fromLatin1(report.checkpoint.head.toHex());
}

} // namespace

class TestPacketsBuild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_shared.fill());
        const auto report = m_shared.build(u"packet"_s);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        m_report = *report;
        m_case = std::make_unique<test::PacketCase>();
        QVERIFY(m_case->fill());
    }

    /// Nothing of one test is in the way of the next.
    void cleanup()
    {
        for (const QString &folder : left())
            QVERIFY(QDir(m_case->store().filePath(folder)).removeRecursively());
    }

    void tellsWhatItBuilt()
    {
        QCOMPARE(m_report.incident, u"2026-001"_s);
        QCOMPARE(m_report.files, 7);
        QVERIFY(m_report.pages >= 8);
        const auto packets = m_shared.store().ask(casework::PacketsQuery{m_shared.incident()}).value();
        QCOMPARE(packets.size(), 1);
        QCOMPARE(packets.first().id, m_report.id);
        QCOMPARE(packets.first().manifestSha256, m_report.manifestSha256);
        QCOMPARE(packets.first().ledgerCount, m_report.checkpoint.count);
        QCOMPARE(packets.first().pages, m_report.pages);
        QCOMPARE(beside(m_shared), QStringList{u"packet"_s});
    }

    void showsCounselsDateBesideTheComputedOne()
    {
        test::PacketCase counsel(casework::Role::LegalCounsel);
        const auto duties = counsel.store().ask(casework::ObligationsQuery{counsel.incident()});
        const auto duty = std::find_if(duties->begin(), duties->end(), [](const casework::ObligationRecord &each) {
            return each.duty.rule == u"hipaa/individuals"_s;
        });
        QVERIFY(duty != duties->end());
        QVERIFY(counsel.store().submit(
            casework::OverrideDueDate{duty->id, {QDate(2026, 4, 20), {}}, u"Counsel reads the delay strictly"_s}));
        const auto report = counsel.build(u"overridden"_s);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        const QString text = textOfPdf(report->folder);
        QVERIFY(text.contains(u"Due 20 Apr 2026 (counsel) Computed date 2 May 2026"_s));
        QVERIFY(text.contains(u"Counsel reads the delay strictly"_s));
    }

    void passesSha256sum()
    {
        const QString folder = m_report.folder;
        for (const QString &list : {u"manifest-sha256.txt"_s, u"tagmanifest-sha256.txt"_s}) {
            const QByteArray checked = output(u"sha256sum"_s, {u"--strict"_s, u"-c"_s, list}, folder);
            QCOMPARE(checked.count('\n'), list.startsWith(u't') ? 3 : 7);
            QCOMPARE(checked.count(": OK\n"), checked.count('\n'));
        }
    }

    void writesAValidPdfWithAllItsParts()
    {
        QVERIFY(!output(u"qpdf"_s, {u"--check"_s, u"data/packet.pdf"_s}, m_report.folder).isEmpty());
        const QString text = textOfPdf(m_report.folder);
        for (const QString &part : {u"Evidence packet 2026-001"_s,
                                    u"Contents"_s,
                                    u"Incident summary"_s,
                                    u"Deadlines and their reasons"_s,
                                    u"Chronology"_s,
                                    u"Tasks"_s,
                                    u"Change log"_s,
                                    u"Delivery summary"_s,
                                    u"What became of the letters"_s,
                                    QString(64, u'9'),
                                    u"Not legal advice"_s,
                                    u"hipaa@"_s,
                                    u"TOCSIN-2026-001-000001"_s,
                                    u"Order export left readable"_s,
                                    u"45 CFR 164.404(b)"_s,
                                    u"2 May 2026"_s,
                                    u"closed at 14:05"_s,
                                    u"Corrects no. "_s,
                                    u"Corrected by no. "_s,
                                    u"Turn on versioned storage"_s,
                                    u"Root causes and evidence"_s,
                                    u"No deny by policy on the account"_s,
                                    u"Access logs of March"_s,
                                    QString(64, u'd'),
                                    u"Holder: Ada"_s,
                                    u"task.move"_s,
                                    u"ledger.export"_s,
                                    u"Texas"_s,
                                    QString(64, u'b')})
            QVERIFY2(text.contains(part), qPrintable(part));
        QVERIFY(text.contains(headOf(m_report)));
        QVERIFY(!text.contains(u"Job of"_s)); // what people typed as proof may name somebody
        QVERIFY(text.contains(u"TOCSIN-2026-001-%1"_s.arg(m_report.pages, 6, 10, QChar(u'0'))));
        QVERIFY(!text.contains(u"TOCSIN-2026-001-%1"_s.arg(m_report.pages + 1, 6, 10, QChar(u'0'))));
    }

    void listsInItsContentsWhatComesAfterThem()
    {
        const QString page = QString::fromUtf8(
            output(u"pdftotext"_s, {u"-layout"_s, u"-f"_s, u"2"_s, u"-l"_s, u"2"_s, u"data/packet.pdf"_s, u"-"_s},
                   m_report.folder));
        const QString entries = page.section(u"Contents"_s, 1).section(u"Evidence packet 2026-001 "_s, 0, -2);
        QVERIFY2(entries.contains(u"Incident summary"_s), qPrintable(page));
        static const QRegularExpression cover(u"Evidence packet 2026-001[ .]+\\d"_s);
        QVERIFY2(!page.section(u"Contents"_s, 1).contains(cover), qPrintable(page));
    }

    void tellsSharedReasonsOnce()
    {
        auto facts = test::CaseFixture::facts();
        facts.residents = {{u"TX"_s, 600}, {u"AZ"_s, 3}, {u"CA"_s, 20}, {u"CO"_s, 1}, {u"NV"_s, 7}};
        QVERIFY(m_case->store().submit(casework::SetFacts{m_case->incident(), facts, u"Counted again"_s}));
        const auto report = m_case->build(u"packet"_s);
        QVERIFY(report);
        const QString text = textOfPdf(report->folder);
        const QString part = text.section(u"Media: AZ, CA, CO, NV"_s, 1);
        QVERIFY2(!part.isEmpty(), qPrintable(text));
        QCOMPARE(part.count(u"Protected health information was involved."_s), 1);
        for (const QString &own : {u"3 residents of Arizona"_s, u"20 residents of California"_s,
                                   u"1 resident of Colorado"_s, u"7 residents of Nevada"_s})
            QCOMPARE(part.count(own), 1);
    }

    void gathersDutiesByTheirReasons()
    {
        const auto record = [](const QString &to, const QStringList &why, bool review = false) {
            casework::ObligationRecord made;
            made.duty.recipient = to;
            made.duty.citation = u"§ "_s + to;
            made.duty.why = why;
            made.duty.counselReview = review;
            return made;
        };
        const QList<DutyGroup> groups = groupByReasons(
            {record(u"media:AZ"_s, {u"a"_s, u"b"_s, u"3 in AZ"_s}), record(u"HHS"_s, {u"x"_s, u"y"_s, u"z"_s}),
             record(u"attorney-general:NV"_s, {u"a"_s, u"b"_s, u"NV"_s}),
             record(u"media:CO"_s, {u"a"_s, u"b"_s, u"3 in AZ"_s}),
             record(u"media:NV"_s, {u"a"_s, u"b"_s, u"NV"_s}, true), record(u"media:TX"_s, {u"a"_s, u"b"_s})});
        QCOMPARE(groups.size(), 4);
        QCOMPARE(groups[0].recipients(), u"Media: AZ, CO; Attorney general: NV"_s);
        QCOMPARE(groups[0].shared, QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(groups[0].own, QList<int>{2});
        QVERIFY(!groups[0].hasOneCitation());
        QCOMPARE(groups[1].members.size(), 1);
        QCOMPARE(groups[1].shared.size(), 3);
        QCOMPARE(groups[2].recipients(), u"Media in Nevada"_s); // counsel has to look at this one
        QCOMPARE(groups[3].recipients(), u"Media in Texas"_s); // other steps
    }

    void holdsTheDeadlinesForMachines()
    {
        const QString folder = m_report.folder;
        const auto evaluation = m_shared.store().ask(casework::EvaluationQuery{m_shared.incident()}).value();
        const QByteArray json = bytesOf(folder + u"/data/deadlines.json"_s);
        QCOMPARE(QJsonDocument::fromJson(json).object(), law::toJson(evaluation));
    }

    void keepsPeopleAndPrivilegeOutOfEveryFile()
    {
        QString all = textOfPdf(m_report.folder);
        QVERIFY(all.contains(PersonalNames::mark()));
        QDirIterator files(m_report.folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            all += QString::fromUtf8(bytesOf(files.next()));
        for (const QString &secret : test::PacketCase::secrets())
            QVERIFY2(!all.contains(secret, Qt::CaseInsensitive), qPrintable(secret));
        // The name and the address of one entry, the address of a task's note, the name in a root cause.
        QCOMPARE(m_report.withheldPassages, 4);
    }

    void disclosesNoPayloadOfTheLedger()
    {
        const QString folder = m_report.folder;
        QVERIFY(!bytesOf(folder + u"/data/ledger-extract.jsonl"_s).contains("payload_salt"));
    }

    void writesACsvThatASpreadsheetMayOpen()
    {
        const QString folder = m_report.folder;
        const QByteArray csv = bytesOf(folder + u"/data/chronology.csv"_s);
        QVERIFY(csv.contains(",'=2+2 opened"));
        QVERIFY(!csv.contains(",=2+2"));
    }

    void buildsTheSameFromACopy()
    {
        // A store that ends as the shared one did before its packet was built.
        const QString folder = m_case->store().filePath(u"copy"_s);
        QVERIFY(QDir().mkdir(folder));
        m_case->store().close();
        for (const QString &end : {QString(), u".keys"_s})
            QVERIFY(QFile::copy(m_case->store().path() + end, folder + u"/case.tocsin"_s + end));
        casework::UnlockCase request;
        request.path = folder + u"/case.tocsin"_s;
        request.passphrase = test::CaseFixture::passphraseOf(u"Ada"_s);
        const auto copy = casework::CaseFile::unlock(request, m_case->store().surroundings());
        QVERIFY(copy);
        const auto second = buildPacket(**copy, m_case->incident(), folder + u"/packet"_s, Progress());
        QVERIFY(m_case->store().openAs(u"Ada"_s));
        const auto first = m_case->build(u"packet"_s);
        QVERIFY(first && second);
        for (const QLatin1StringView file : {kDeadlinesFile, kChronologyFile, kReadmeFile})
            QCOMPARE(bytesOf(first->folder + u'/' + file), bytesOf(second->folder + u'/' + file));
        // The head hangs on the random salt of the export's entry; nothing else in the document does.
        const QString text = textOfPdf(first->folder);
        QCOMPARE(textOfPdf(second->folder).replace(headOf(*second), headOf(*first)), text);
        QVERIFY(headOf(*first) != headOf(*second));
    }

    void takesAnEmptyFolder()
    {
        QVERIFY(QDir(m_case->store().filePath(QString())).mkdir(u"packet"_s));
        QVERIFY(m_case->build(u"packet"_s));
    }

    void refusesFoldersItCannotUse_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("not empty") << u"full"_s;
        QTest::newRow("a file") << u"full/file"_s;
        QTest::newRow("nowhere") << u"not/there"_s;
        QTest::newRow("no name") << QString();
    }
    void refusesFoldersItCannotUse()
    {
        QFETCH(QString, folder);
        QVERIFY(QDir(m_case->store().filePath(QString())).mkdir(u"full"_s));
        QVERIFY(writeFileAtomically(m_case->store().filePath(u"full/file"_s), "kept"));
        const qint64 before = entries();
        const auto report = folder.isEmpty()
            ? buildPacket(m_case->store().file(), m_case->incident(), QString(), Progress())
            : m_case->build(folder);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::BadInput);
        QCOMPARE(bytesOf(m_case->store().filePath(u"full/file"_s)), "kept");
        QCOMPARE(left(), QStringList{u"full"_s});
        QCOMPARE(entries(), before);
    }

    void refusesWhoMayNot()
    {
        QVERIFY(m_case->store().addPerson(u"Ole"_s, casework::Role::Observer));
        QVERIFY(m_case->store().openAs(u"Ole"_s));
        const qint64 before = entries();
        const auto report = m_case->build(u"packet"_s);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::NotAllowed);
        QCOMPARE(left(), QStringList());
        QCOMPARE(entries(), before);
        QVERIFY(m_case->store().openAs(u"Ada"_s));
    }

    void refusesAnIncidentThatIsNotThere()
    {
        const auto report
            = buildPacket(m_case->store().file(), IncidentId{99}, m_case->store().filePath(u"packet"_s), Progress());
        QCOMPARE(report.error().code, ErrorCode::NotFound);
        QCOMPARE(left(), QStringList());
    }

    void leavesNothingWhenCancelled_data()
    {
        QTest::addColumn<qint64>("step");
        for (const qint64 step : {0, 1, 2, 3, 4, 5})
            QTest::addRow("step %lld", step) << step;
    }
    void leavesNothingWhenCancelled()
    {
        QFETCH(qint64, step);
        const qsizetype before = packets();
        Progress *self = nullptr;
        Progress progress([&](qint64 done, qint64) {
            if (done == step)
                self->cancel();
        });
        self = &progress;
        const auto report = m_case->build(u"packet"_s, progress);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QCOMPARE(left(), QStringList());
        QCOMPARE(packets(), before);
    }

    void removesWhatAKilledBuildOfThePlaceLeft()
    {
        const auto at = [this](const QString &name) { return m_case->store().filePath(name); };
        const auto make = [&](const QString &folder, const QByteArray &lock) {
            return QDir().mkpath(at(folder) + u"/data"_s)
                && writeFileAtomically(at(folder) + u"/data/packet.pdf"_s, "%PDF")
                && (lock.isEmpty() || writeFileAtomically(at(folder) + u"/.tocsin.lock"_s, lock));
        };
        const QByteArray here = QSysInfo::machineHostName().toUtf8() + '\n' + QSysInfo::machineUniqueId() + '\n'
            + QSysInfo::bootUniqueId() + '\n';
        const QByteArray gone = QByteArray::number(deadProcess()) + "\ntst_packets_build\n" + here;
        const QByteArray alive
            = QByteArray::number(QCoreApplication::applicationPid()) + "\ntst_packets_build\n" + here;
        const QStringList kept{u".packet.NoLock"_s, u".packet.alive1"_s, u".packet.toolong"_s, u".another.AbCdEf"_s};
        QVERIFY(make(u".packet.AbCdEf"_s, gone)); // as a kill leaves it
        QVERIFY(make(kept[0], {})); // somebody else's, for all we know
        QVERIFY(make(kept[1], alive)); // being made
        QVERIFY(make(kept[2], gone));
        QVERIFY(make(kept[3], gone)); // of another place
        QVERIFY(m_case->build(u"packet"_s));
        QStringList expected = kept + QStringList{u"packet"_s};
        QStringList found = left();
        expected.sort();
        found.sort();
        QCOMPARE(found, expected);
        QVERIFY(!QFile::exists(at(u"packet/.tocsin.lock"_s)));
    }

    void leavesNothingOnAFullDisk_data()
    {
        QTest::addColumn<qint64>("step");
        for (const qint64 step : {2, 3, 4})
            QTest::addRow("step %lld", step) << step;
    }
    void leavesNothingOnAFullDisk()
    {
        QFETCH(qint64, step);
        const qsizetype before = packets();
        std::optional<test::FullDisk> disk;
        const Progress progress([&](qint64 done, qint64) {
            if (done == step)
                disk.emplace(64);
        });
        const auto report = m_case->build(u"packet"_s, progress);
        disk.reset();
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Io);
        QCOMPARE(left(), QStringList());
        QCOMPARE(packets(), before);
        QVERIFY(m_case->build(u"packet"_s));
    }

private:
    test::PacketCase m_shared; // with one packet, which no test changes
    PacketReport m_report;
    std::unique_ptr<test::PacketCase> m_case;

    /// The id of a process that is not there: no other gets it, since none is as high (proc(5), pid_max).
    static qint64 deadProcess() { return qint64{1} << 30; }

    /// Folders beside the store, hidden ones too.
    [[nodiscard]] static QStringList beside(test::PacketCase &some)
    {
        return QDir(some.store().filePath(QString()))
            .entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    [[nodiscard]] QStringList left() const { return beside(*m_case); }
    [[nodiscard]] qsizetype packets() const
    {
        return m_case->store().ask(casework::PacketsQuery{m_case->incident()}).value().size();
    }
    [[nodiscard]] qint64 entries() const { return m_case->store().ask(casework::LedgerHeadQuery()).value().count; }
};

QTEST_MAIN(TestPacketsBuild)
#include "tst_packets_build.moc"
