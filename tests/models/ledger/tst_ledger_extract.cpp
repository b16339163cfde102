// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/extract.h"

#include "ledger_fixture.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace tocsin;
using namespace tocsin::ledger;
using namespace tocsin::ledger::fixture;

namespace {

Result<QByteArray> extractOf(const QList<Entry> &entries, Payloads payloads, const KeyRing &keys = ring())
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    ExtractWriter writer(out, kIncident, checkpointOf(entries), keys, payloads, ben().key);
    TOCSIN_TRY(writer.begin());
    for (const Entry &each : entries)
        TOCSIN_TRY(writer.add(each));
    TOCSIN_TRY(writer.finish(ben().signer()));
    return out.data();
}

Result<ExtractReport> verify(QByteArray bytes)
{
    QBuffer in(&bytes);
    in.open(QIODevice::ReadOnly);
    return verifyExtract(in, Progress());
}

bool verifies(const QByteArray &bytes)
{
    const Result<ExtractReport> report = verify(bytes);
    return report && report->verifies();
}

/// The extract with its last line made anew over the lines before it, signed by somebody.
QByteArray withEndRepaired(const QByteArray &bytes, const Person &signer)
{
    const qsizetype end = bytes.lastIndexOf('\n', bytes.size() - 2) + 1;
    const QByteArray lines = bytes.first(end);
    const QByteArray digest = QCryptographicHash::hash(lines, QCryptographicHash::Sha256);
    return lines + "{\"type\":\"end\",\"sha256\":\"" + digest.toHex() + "\",\"signature\":\""
        + signer.signer()(QByteArray("tocsin-extract-v1" + digest)).toHex() + "\"}\n";
}

/// The number of the line in which an entry stands, from 0.
qsizetype lineOf(const QList<QByteArray> &lines, int sequence)
{
    const QByteArray mark = "\"sequence\":" + QByteArray::number(sequence) + ',';
    for (qsizetype index = 0; index < lines.size(); ++index) {
        if (lines.at(index).contains(mark))
            return index;
    }
    return -1;
}

} // namespace

class TestExtract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifiesWithPayloadsWithheldAndOthersBlinded()
    {
        const QList<Entry> entries = chain(7);
        const Result<QByteArray> bytes = extractOf(entries, Payloads::Withheld);
        QVERIFY(bytes);
        const Result<ExtractReport> report = verify(*bytes);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QVERIFY(report->verifies());
        QCOMPARE(report->incident, kIncident);
        QCOMPARE(report->checkpoint, checkpointOf(entries));
        QCOMPARE(report->exporterKey, ben().key);
        QCOMPARE(report->counts.entries, 7);
        QCOMPARE(report->counts.blinded, 2);
        QCOMPARE(report->counts.withheld, 5);
        QCOMPARE(report->counts.payloads, 0);
        QCOMPARE(report->keys, (QList<KeySpan>{ada().span(), ben().span()}));
    }

    void verifiesWithPayloadsDisclosed()
    {
        const Result<QByteArray> bytes = extractOf(chain(7), Payloads::Disclosed);
        QVERIFY(bytes);
        const Result<ExtractReport> report = verify(*bytes);
        QVERIFY(report);
        QVERIFY(report->verifies());
        QCOMPARE(report->counts.payloads, 5);
    }

    void disclosesNothingThatIsWithheld()
    {
        const QList<Entry> entries = chain(7);
        const QByteArray withheld = *extractOf(entries, Payloads::Withheld);
        const QByteArray disclosed = *extractOf(entries, Payloads::Disclosed);
        for (const Entry &each : entries) {
            const bool own = each.header.incident == kIncident;
            QVERIFY(!withheld.contains(each.payload->toHex()));
            QVERIFY(!withheld.contains(each.salts.payload.toHex()));
            QCOMPARE(disclosed.contains(each.payload->toHex()), own);
            QCOMPARE(disclosed.contains(each.salts.payload.toHex()), own);
            QCOMPARE(disclosed.contains(each.salts.header.toHex()), own);
            QCOMPARE(disclosed.contains(each.signature.toHex()), own);
            QCOMPARE(disclosed.contains(QByteArray(each.header.subject.toUtf8() + '"')), own);
        }
        QVERIFY(!disclosed.contains("2026-001"));
    }

    void namesOnlyThePeopleItNeeds()
    {
        // Ada signed the checkpoint, Ben exports; Cora acted on the other incident only.
        const Person cora(u"Cora Lindt"_s, u"technical lead"_s, '\x03');
        KeyRing keys = ring();
        QVERIFY(keys.add(cora.span()));
        QList<Entry> entries{sealed(1, genesisHash(kStore), ada())};
        entries << sealed(2, entries.last().hash, cora, u"2026-001"_s);
        const Result<QByteArray> bytes = extractOf(entries, Payloads::Disclosed, keys);
        QVERIFY(bytes);
        QVERIFY(verifies(*bytes));
        QVERIFY(!bytes->contains(cora.name.toUtf8()));
        QVERIFY(!bytes->contains(cora.key.toHex()));
    }

    void keepsNamesInEveryScriptAndQuotes()
    {
        const Person person(u"Zoë “Z” \"Q\\\" العربية 山田"_s, u"observer"_s, '\x04');
        KeyRing keys = ring();
        QVERIFY(keys.add(person.span()));
        const QList<Entry> entries{sealed(1, genesisHash(kStore), person)};
        const Result<QByteArray> bytes = extractOf(entries, Payloads::Withheld, keys);
        QVERIFY(bytes);
        const Result<ExtractReport> report = verify(*bytes);
        QVERIFY(report && report->verifies());
        QCOMPARE(report->keys.last().name, person.name);
    }

    void followsAChangeOfRole()
    {
        Person executive = ada();
        executive.role = u"executive"_s;
        KeyRing keys;
        QVERIFY(keys.add(ada().span(1, 1)));
        QVERIFY(keys.add(executive.span(2)));
        QVERIFY(keys.add(ben().span()));
        QList<Entry> entries{sealed(1, genesisHash(kStore), ada())};
        entries << sealed(2, entries.last().hash, executive);
        const Result<QByteArray> bytes = extractOf(entries, Payloads::Withheld, keys);
        QVERIFY(bytes);
        QCOMPARE(verify(*bytes)->keys.size(), 3);
        QVERIFY(verifies(*bytes));
    }

    void givesTheSameBytesEachTime()
    {
        QCOMPARE(*extractOf(chain(5), Payloads::Disclosed), *extractOf(chain(5), Payloads::Disclosed));
    }

    void readsAndWritesTheStoredExtract()
    {
        QFile file(QStringLiteral(TOCSIN_FIXTURES "/ledger/extract-v1.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray stored = file.readAll();
        QVERIFY(verifies(stored));
        QCOMPARE(*extractOf(chain(5), Payloads::Disclosed), stored);
    }

    void findsEveryFlippedByte_data()
    {
        QTest::addColumn<bool>("repaired");
        QTest::addColumn<bool>("byTheExporter");
        QTest::newRow("as it is") << false << false;
        // Somebody without the exporter's key makes digest and signature of the file fit again.
        QTest::newRow("with the end repaired by a stranger") << true << false;
        QTest::newRow("with the end repaired by the exporter") << true << true;
    }
    void findsEveryFlippedByte()
    {
        QFETCH(bool, repaired);
        QFETCH(bool, byTheExporter);
        const QByteArray good = *extractOf(chain(3), Payloads::Disclosed);
        QVERIFY(verifies(good));
        const qsizetype end = good.lastIndexOf('\n', good.size() - 2) + 1;
        for (qsizetype index = 0; index < (repaired ? end : good.size()); ++index) {
            QByteArray flipped = good;
            flipped[index] = static_cast<char>(flipped.at(index) ^ (1 << (index % 7)));
            if (repaired)
                flipped = withEndRepaired(flipped, byTheExporter ? ben() : mallory());
            QVERIFY2(!verifies(flipped), qPrintable(u"byte %1 of %2"_s.arg(index).arg(good.size())));
        }
    }

    void namesTheFirstBadEntry_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("sequence");
        QTest::addColumn<FaultKind>("kind");
        QTest::newRow("hash") << QByteArray("hash") << 4 << FaultKind::AlteredEntry;
        QTest::newRow("header salt") << QByteArray("header_salt") << 4 << FaultKind::AlteredEntry;
        QTest::newRow("payload salt") << QByteArray("payload_salt") << 4 << FaultKind::AlteredPayload;
        QTest::newRow("payload") << QByteArray("payload") << 4 << FaultKind::AlteredPayload;
        QTest::newRow("payload digest") << QByteArray("payload_digest") << 4 << FaultKind::AlteredPayload;
        QTest::newRow("signature") << QByteArray("signature") << 4 << FaultKind::BadSignature;
        QTest::newRow("actor") << QByteArray("actor") << 4 << FaultKind::AlteredEntry;
        QTest::newRow("header digest of another") << QByteArray("header_digest") << 3 << FaultKind::AlteredEntry;
        QTest::newRow("payload digest of another") << QByteArray("payload_digest") << 3 << FaultKind::AlteredEntry;
        QTest::newRow("hash of another") << QByteArray("hash") << 6 << FaultKind::AlteredEntry;
    }
    void namesTheFirstBadEntry()
    {
        QFETCH(QByteArray, key);
        QFETCH(int, sequence);
        QFETCH(FaultKind, kind);
        QList<QByteArray> lines = extractOf(chain(7), Payloads::Disclosed)->split('\n');
        QByteArray &line = lines[lineOf(lines, sequence)];
        const QByteArray mark = "\"" + key + "\":\"";
        const qsizetype digit = line.indexOf(mark) + mark.size() + 4;
        QVERIFY(digit > mark.size() + 4);
        line[digit] = line.at(digit) == '0' ? '1' : '0';
        const Result<ExtractReport> report = verify(lines.join('\n'));
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QVERIFY(report->fault);
        QCOMPARE(report->fault->sequence, sequence);
        QCOMPARE(report->fault->kind, kind);
    }

    void findsMissingAndSwappedLines()
    {
        const QList<QByteArray> good = extractOf(chain(7), Payloads::Withheld)->split('\n');
        for (int sequence = 1; sequence <= 7; ++sequence) {
            QList<QByteArray> lines = good;
            lines.removeAt(lineOf(good, sequence));
            const Result<ExtractReport> report = verify(withEndRepaired(lines.join('\n'), ben()));
            QVERIFY(report && report->fault);
            QCOMPARE(report->fault->sequence, sequence);
            QCOMPARE(report->fault->kind, sequence < 7 ? FaultKind::Gap : FaultKind::CutTail);
        }
        QList<QByteArray> swapped = good;
        swapped.swapItemsAt(lineOf(good, 4), lineOf(good, 5));
        QCOMPARE(verify(withEndRepaired(swapped.join('\n'), ben()))->fault->sequence, 4);
    }

    void refusesWhatIsNotAnExtract_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = *extractOf(chain(2), Payloads::Withheld);
        const QList<QByteArray> lines = good.split('\n');
        const auto with = [&good](const QByteArray &from, const QByteArray &to) {
            QByteArray changed = good;
            return withEndRepaired(changed.replace(from, to), ben());
        };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("PK\x03\x04\n");
        QTest::newRow("another JSON") << QByteArray("{}\n");
        QTest::newRow("cut off") << good.chopped(1);
        QTest::newRow("without end") << lines.first(lines.size() - 2).join('\n') + '\n';
        QTest::newRow("more after the end") << good + '\n';
        QTest::newRow("head twice") << withEndRepaired(lines.first() + '\n' + good, ben());
        QTest::newRow("no head") << withEndRepaired(lines.sliced(1).join('\n'), ben());
        QTest::newRow("newer version") << with("\"version\":1", "\"version\":2");
        QTest::newRow("space") << with("{\"type\":\"entry\",", "{\"type\":\"entry\", ");
        QTest::newRow("key escaped") << with("\"action\"", "\"\\u0061ction\"");
        QTest::newRow("text escaped") << with("task.move", "t\\u0061sk.move");
        QTest::newRow("unknown key") << with("{\"type\":\"entry\",", "{\"type\":\"entry\",\"note\":\"\",");
        QTest::newRow("doubled key") << with("\"action\":", "\"action\":\"a\",\"action\":");
        QTest::newRow("fraction") << with("\"sequence\":1,", "\"sequence\":1.0,");
        QTest::newRow("capital digits") << with("\"actor\":\"8a", "\"actor\":\"8A");
        QTest::newRow("carriage returns") << with("\n", "\r\n");
        QTest::newRow("incident missing") << with("\"incident\":\"2026-004\"", "\"incident\":\"\"");
        QTest::newRow("key twice") << withEndRepaired(good.first(good.indexOf("{\"type\":\"key\"")) + lines.at(1) + '\n'
                                                          + good.sliced(good.indexOf("{\"type\":\"key\"")),
                                                      ben());
        QTest::newRow("endless line") << QByteArray(5 * 1024 * 1024, ' ');
    }
    void refusesWhatIsNotAnExtract()
    {
        QFETCH(QByteArray, bytes);
        const Result<ExtractReport> report = verify(bytes);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::BadInput);
        QVERIFY2(report.error().message.startsWith(u"Extract"_s), qPrintable(report.error().message));
    }

    void refusesAnotherIncidentsName()
    {
        QByteArray bytes = *extractOf(chain(3), Payloads::Withheld);
        bytes.replace("\"incident\":\"2026-004\"", "\"incident\":\"2026-005\"");
        const Result<ExtractReport> report = verify(withEndRepaired(bytes, ben()));
        QVERIFY(report && report->fault);
        QCOMPARE(report->fault->sequence, 1);
    }

    void refusesAFileThatItsExporterDidNotSign()
    {
        const QByteArray good = *extractOf(chain(3), Payloads::Withheld);
        QVERIFY(verifies(withEndRepaired(good, ben())));
        QCOMPARE(verify(withEndRepaired(good, mallory())).error().code, ErrorCode::CheckFailed);
        QCOMPARE(verify(withEndRepaired(good, ada())).error().code, ErrorCode::CheckFailed);
        QByteArray claimed = good;
        claimed.replace(QByteArray("\"exporter\":\"" + ben().key.toHex()),
                        QByteArray("\"exporter\":\"" + mallory().key.toHex()));
        QCOMPARE(verify(withEndRepaired(claimed, mallory())).error().code, ErrorCode::CheckFailed);
    }

    void writesOnlyWhatWillVerify()
    {
        const QList<Entry> entries = chain(3);
        KeyRing onlyAda;
        QVERIFY(onlyAda.add(ada().span()));
        QVERIFY(!extractOf(entries, Payloads::Withheld, onlyAda));

        QBuffer out;
        out.open(QIODevice::WriteOnly);
        ExtractWriter writer(out, kIncident, checkpointOf(entries), ring(), Payloads::Withheld, ben().key);
        QVERIFY(writer.begin());
        QCOMPARE(writer.add(entries.at(1)).error().code, ErrorCode::Conflict);
        QVERIFY(writer.add(entries.at(0)));
        QCOMPARE(writer.finish(ben().signer()).error().code, ErrorCode::Conflict);
        QVERIFY(writer.add(entries.at(1)));
        QVERIFY(writer.add(entries.at(2)));
        QCOMPARE(writer.add(entries.at(2)).error().code, ErrorCode::Conflict);
        QCOMPARE(writer.finish(ada().signer()).error().code, ErrorCode::Locked);

        ExtractWriter nameless(out, QString(), checkpointOf(entries), ring(), Payloads::Withheld, ben().key);
        QCOMPARE(nameless.begin().error().code, ErrorCode::BadInput);
        QBuffer closed;
        ExtractWriter nowhere(closed, kIncident, checkpointOf(entries), ring(), Payloads::Withheld, ben().key);
        QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
        QCOMPARE(nowhere.begin().error().code, ErrorCode::Io);
    }

    void readsFilesAndStopsWhenCancelled()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"extract.jsonl"_s);
        QList<Entry> entries = chain(1200);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(*extractOf(entries, Payloads::Withheld));
        file.close();
        QVERIFY(verifyExtract(path, Progress())->verifies());
        QCOMPARE(verifyExtract(folder.filePath(u"none"_s), Progress()).error().code, ErrorCode::Io);
        Progress cancelled;
        cancelled.cancel();
        QCOMPARE(verifyExtract(path, cancelled).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestExtract)
#include "tst_ledger_extract.moc"
