// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_fixture.h"

#include <QCborArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace tocsin;
using namespace tocsin::ledger;
using namespace tocsin::ledger::fixture;

namespace {

/// The values that FORMAT.md gives: lines "name = hex" or "name = text" between the fences of its section on test
/// vectors.
QHash<QString, QString> documentedVectors()
{
    QFile file(QStringLiteral(TOCSIN_SOURCE_DIR "/models/ledger/FORMAT.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QHash<QString, QString> vectors;
    static const QRegularExpression form(u"^([a-z0-9-]+) = (.*)$"_s, QRegularExpression::MultilineOption);
    auto matches = form.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        vectors.insert(match.captured(1), match.captured(2));
    }
    return vectors;
}

} // namespace

class TestEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesAsTheStandardDemands_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("cbor");
        // RFC 8949, appendix A, and the key order of its section 4.2.1.
        QTest::newRow("small") << QByteArray("[0,1,10,23]") << QByteArray("8400010a17");
        QTest::newRow("one byte") << QByteArray("[24,100,255]") << QByteArray("831818186418ff");
        QTest::newRow("two bytes") << QByteArray("[256,1000,65535]") << QByteArray("831901001903e819ffff");
        QTest::newRow("four bytes") << QByteArray("[65536,1000000]") << QByteArray("821a000100001a000f4240");
        QTest::newRow("eight bytes") << QByteArray("[1000000000000]") << QByteArray("811b000000e8d4a51000");
        QTest::newRow("negative") << QByteArray("[-1,-10,-100,-1000]") << QByteArray("84202938633903e7");
        QTest::newRow("text") << QByteArray("[\"\",\"a\",\"IETF\",\"\xc3\xbc\"]")
                              << QByteArray("84606161644945544662c3bc");
        QTest::newRow("constants") << QByteArray("[false,true,null]") << QByteArray("83f4f5f6");
        QTest::newRow("short keys first")
            << QByteArray("{\"aa\":1,\"b\":2,\"a\":3}") << QByteArray("a361610361620262616101");
        QTest::newRow("nested") << QByteArray("{\"a\":[1,[2]],\"b\":{}}") << QByteArray("a26161820181026162a0");
    }
    void encodesAsTheStandardDemands()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, cbor);
        const QJsonDocument document = QJsonDocument::fromJson(json);
        const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        const Result<QByteArray> encoded = encodeCanonical(value);
        QVERIFY(encoded);
        QCOMPARE(encoded->toHex(), cbor);
        const Result<QCborValue> decoded = decodeCanonical(*encoded);
        QVERIFY(decoded);
        QCOMPARE(decoded->toJsonValue(), value);
    }

    void keepsTheExtremesOfWholeNumbers()
    {
        const QCborArray extremes{std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()};
        const Result<QByteArray> encoded = encodeCanonical(extremes.toCborValue());
        QVERIFY(encoded);
        QCOMPARE(encoded->toHex(), QByteArray("823b7fffffffffffffff1b7fffffffffffffff"));
        QCOMPARE(decodeCanonical(*encoded)->toArray(), extremes);
    }

    void refusesValuesWithMoreThanOneReading()
    {
        QCborValue deep = 1;
        for (int level = 0; level <= kMaxCborDepth; ++level)
            deep = QCborArray{deep};
        QCOMPARE(encodeCanonical(QCborValue(1.5)).error().code, ErrorCode::BadInput);
        QCOMPARE(encodeCanonical(QJsonValue(0.1)).error().code, ErrorCode::BadInput);
        QCOMPARE(encodeCanonical(QCborValue(QCborValue::Undefined)).error().code, ErrorCode::BadInput);
        QCOMPARE(encodeCanonical(QCborValue(QDateTime::currentDateTimeUtc())).error().code, ErrorCode::BadInput);
        QCOMPARE(encodeCanonical(QCborMap{{1, 2}}.toCborValue()).error().code, ErrorCode::BadInput);
        QCOMPARE(encodeCanonical(QCborValue(QString(QChar(0xd800)))).error().code, ErrorCode::BadInput);
        QCOMPARE(encodeCanonical(deep).error().code, ErrorCode::BadInput);
    }

    void refusesBytesThatAreNotCanonical_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("long head") << QByteArray("1817");
        QTest::newRow("longer head") << QByteArray("1900ff");
        QTest::newRow("indefinite array") << QByteArray("9f01ff");
        QTest::newRow("indefinite map") << QByteArray("bf616101ff");
        QTest::newRow("chunked text") << QByteArray("7f61616162ff");
        QTest::newRow("unsorted keys") << QByteArray("a2616202616101");
        QTest::newRow("doubled key") << QByteArray("a2616101616102");
        QTest::newRow("number as key") << QByteArray("a10102");
        QTest::newRow("half float") << QByteArray("f93c00");
        QTest::newRow("double") << QByteArray("fb3ff199999999999a");
        QTest::newRow("tag") << QByteArray("c11a514b67b0");
        QTest::newRow("undefined") << QByteArray("f7");
        QTest::newRow("simple value") << QByteArray("f0");
        QTest::newRow("invalid UTF-8") << QByteArray("62c328");
        QTest::newRow("too big a number") << QByteArray("1bffffffffffffffff");
        QTest::newRow("something after the end") << QByteArray("0000");
        QTest::newRow("cut off") << QByteArray("8201");
        QTest::newRow("a length that is not there") << QByteArray("5b7fffffffffffffff00");
    }
    void refusesBytesThatAreNotCanonical()
    {
        QFETCH(QByteArray, hex);
        const Result<QCborValue> decoded = decodeCanonical(QByteArray::fromHex(hex));
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::BadInput);
    }

    void makesTheDocumentedBytes()
    {
        const QHash<QString, QString> documented = documentedVectors();
        const Entry first = sealed(1, genesisHash(kStore), ada());
        const Entry second = sealed(2, first.hash, ben(), u"2026-001"_s);
        const Checkpoint checkpoint = checkpointOf({first, second});
        const QList<std::pair<QString, QByteArray>> made{
            {u"store-id"_s, kStore.toUtf8()},
            {u"actor-1-key"_s, ada().key.toHex()},
            {u"actor-2-key"_s, ben().key.toHex()},
            {u"genesis"_s, genesisHash(kStore).toHex()},
            {u"entry-1-header"_s, headerBytes(first.header).toHex()},
            {u"entry-1-header-salt"_s, first.salts.header.toHex()},
            {u"entry-1-header-digest"_s, headerDigest(first.header, first.salts.header).toHex()},
            {u"entry-1-payload"_s, first.payload->toHex()},
            {u"entry-1-payload-salt"_s, first.salts.payload.toHex()},
            {u"entry-1-payload-digest"_s, first.payloadDigest.toHex()},
            {u"entry-1-hash"_s, first.hash.toHex()},
            {u"entry-1-signature"_s, first.signature.toHex()},
            {u"entry-2-hash"_s, second.hash.toHex()},
            {u"entry-2-signature"_s, second.signature.toHex()},
            {u"checkpoint-signature"_s, checkpoint.signature.toHex()},
            {u"checkpoint-sha256"_s, checkpoint.digest().toHex()},
        };
        for (const auto &[name, value] : made)
            QCOMPARE(name + u" = "_s + documented.value(name), name + u" = "_s + QString::fromLatin1(value));
    }

    void refusesHeadersThatCannotBe_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<EntryHeader>("header");
        const auto with = [](auto change) {
            EntryHeader header = headerOf(1, ada());
            change(header);
            return header;
        };
        QTest::newRow("zero") << u"sequence"_s << with([](auto &h) { h.sequence = 0; });
        QTest::newRow("far") << u"sequence"_s << with([](auto &h) { h.sequence = kMaxSequence + 1; });
        QTest::newRow("no instant") << u"at"_s << with([](auto &h) { h.at = {}; });
        QTest::newRow("before 1970") << u"at"_s << with([](auto &h) { h.at = Instant(-1, "UTC"); });
        QTest::newRow("zone") << u"at"_s << with([](auto &h) { h.at = Instant(0, "U\nTC"); });
        QTest::newRow("key") << u"actor key"_s << with([](auto &h) { h.actorKey.chop(1); });
        QTest::newRow("no name") << u"actor name"_s << with([](auto &h) { h.actorName.clear(); });
        QTest::newRow("name in two lines") << u"actor name"_s << with([](auto &h) { h.actorName = u"A\nB"_s; });
        QTest::newRow("role turns round") << u"actor role"_s << with([](auto &h) { h.actorRole = u"a\u202eb"_s; });
        QTest::newRow("no action") << u"action"_s << with([](auto &h) { h.action.clear(); });
        QTest::newRow("action with space") << u"action"_s << with([](auto &h) { h.action = u"task move"_s; });
        QTest::newRow("action in capitals") << u"action"_s << with([](auto &h) { h.action = u"Task"_s; });
        QTest::newRow("long subject") << u"subject"_s << with([](auto &h) { h.subject = QString(201, u'x'); });
        QTest::newRow("broken surrogate") << u"incident"_s << with([](auto &h) { h.incident = QChar(0xdc00); });
    }
    void refusesHeadersThatCannotBe()
    {
        QFETCH(QString, field);
        QFETCH(EntryHeader, header);
        const Result<Entry> entry = seal(header, payloadOf(1), genesisHash(kStore), saltsOf(1), ada().signer());
        QVERIFY(!entry);
        QCOMPARE(entry.error().code, ErrorCode::BadInput);
        QVERIFY2(entry.error().message.contains(u", %1: "_s.arg(field)), qPrintable(entry.error().message));
    }

    void refusesToSealWithSomebodyElsesKey()
    {
        const EntryHeader header = headerOf(1, ada());
        const QByteArray genesis = genesisHash(kStore);
        QCOMPARE(seal(header, payloadOf(1), genesis, saltsOf(1), ben().signer()).error().code, ErrorCode::Locked);
        const Signer locked = [](QByteArrayView) { return QByteArray(); };
        QCOMPARE(seal(header, payloadOf(1), genesis, saltsOf(1), locked).error().code, ErrorCode::Locked);
    }

    void refusesToSealWrongParts()
    {
        const EntryHeader header = headerOf(1, ada());
        const QByteArray genesis = genesisHash(kStore);
        const Signer signer = ada().signer();
        QVERIFY(!seal(header, QByteArray::fromHex("1817"), genesis, saltsOf(1), signer));
        QVERIFY(!seal(header, QByteArray(), genesis, saltsOf(1), signer));
        QVERIFY(!seal(header, payloadOf(1), genesis.first(31), saltsOf(1), signer));
        QVERIFY(!seal(header, payloadOf(1), genesis, {QByteArray(15, 'a'), QByteArray(16, 'b')}, signer));
        QVERIFY(!seal(header, payloadOf(1), genesis, {QByteArray(16, 'a'), QByteArray()}, signer));
        const Result<QByteArray> large = encodeCanonical(QCborValue(QByteArray(kMaxPayloadSize, 'x')));
        QVERIFY(!seal(header, *large, genesis, saltsOf(1), signer));
    }

    void makesFreshSaltsEachTime()
    {
        const Salts one = Salts::random();
        const Salts two = Salts::random();
        QCOMPARE(one.header.size(), kSaltSize);
        QCOMPARE(one.payload.size(), kSaltSize);
        QVERIFY(one.header != one.payload);
        QVERIFY(one.header != two.header);
        QVERIFY(one.payload != two.payload);
    }

    void withholdsTheSaltWithThePayload()
    {
        const Entry withheld = withPayloadWithheld(sealed(1, genesisHash(kStore), ada()));
        QVERIFY(!withheld.payload);
        QVERIFY(withheld.salts.payload.isEmpty());
        QCOMPARE(withheld.payloadDigest, payloadDigest(payloadOf(1), saltsOf(1).payload));
    }

    void keepsThePartsOfDigestsApart()
    {
        // A byte that wanders from one part to the next must change the digest.
        QVERIFY(payloadDigest("bc", "a") != payloadDigest("c", "ab"));
        QVERIFY(entryHash("a", "bc", "d") != entryHash("ab", "c", "d"));
        QVERIFY(genesisHash(u"a"_s) != genesisHash(u"b"_s));
    }

    void tellsWhoFromRing()
    {
        KeyRing keys;
        QVERIFY(keys.add(ada().span(1, 4)));
        QVERIFY(keys.add({ada().key, ada().name, u"executive"_s, 5, {}}));
        QCOMPARE(keys.at(ada().key, 4)->role, u"compliance lead"_s);
        QCOMPARE(keys.at(ada().key, 5)->role, u"executive"_s);
        QVERIFY(!keys.at(ben().key, 1));
        QVERIFY(!keys.add(ada().span(9)));
        QVERIFY(!keys.add(ada().span(0)));
        QVERIFY(!keys.add(ben().span(5, 4)));
        QVERIFY(!keys.add({ben().key, u""_s, u"observer"_s, 1, {}}));
        QVERIFY(!keys.add({ben().key.first(31), u"Ben"_s, u"observer"_s, 1, {}}));
    }

    void printsAndReadsCheckpoints()
    {
        const Checkpoint checkpoint = checkpointOf(chain(3), ben());
        QVERIFY(checkpoint.hasValidSignature());
        QCOMPARE(checkpoint.toText().count('\n'), 7);
        const Result<Checkpoint> read = Checkpoint::parse(checkpoint.toText());
        QVERIFY(read);
        QCOMPARE(*read, checkpoint);
    }

    void refusesEveryFlippedBitOfACheckpoint()
    {
        const QByteArray text = checkpointOf(chain(2)).toText();
        for (qsizetype index = 0; index < text.size() * 8; ++index) {
            QByteArray flipped = text;
            flipped[index / 8] = static_cast<char>(flipped.at(index / 8) ^ (1 << (index % 8)));
            const Result<Checkpoint> read = Checkpoint::parse(flipped);
            QVERIFY2(!read || !read->hasValidSignature(), qPrintable(u"bit %1"_s.arg(index)));
        }
    }

    void refusesCheckpointsInAnotherSpelling_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("line");
        QTest::newRow("version") << QByteArray("-v1") << QByteArray("-v2") << 1;
        QTest::newRow("store") << QByteArray("store ") << QByteArray("store  ") << 2;
        QTest::newRow("count with zero") << QByteArray("count 2") << QByteArray("count 02") << 3;
        QTest::newRow("count with sign") << QByteArray("count 2") << QByteArray("count -2") << 3;
        QTest::newRow("no count") << QByteArray("count 2") << QByteArray("count 0") << 3;
        QTest::newRow("short head") << QByteArray("\nat") << QByteArray("0\nat") << 4;
        QTest::newRow("instant") << QByteArray("T07") << QByteArray("T25") << 5;
        QTest::newRow("no zone") << QByteArray(" America/Chicago") << QByteArray("") << 5;
        QTest::newRow("key") << QByteArray("key ") << QByteArray("key z") << 6;
        QTest::newRow("signature") << QByteArray("signature ") << QByteArray("signature 00") << 7;
    }
    void refusesCheckpointsInAnotherSpelling()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, line);
        const QByteArray text = checkpointOf(chain(2)).toText();
        QVERIFY(text.contains(from));
        const Result<Checkpoint> read = Checkpoint::parse(QByteArray(text).replace(from, to));
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(u"line %1"_s.arg(line)), qPrintable(read.error().message));
        QVERIFY(!Checkpoint::parse(text + '\n'));
        QVERIFY(!Checkpoint::parse(text.chopped(1)));
        QVERIFY(!Checkpoint::parse(QByteArray(text).replace("\n", "\r\n")));
    }

    void refusesToMakeACheckpointThatCannotBe()
    {
        const QByteArray head(32, 'h');
        const Instant at(0, "UTC");
        QVERIFY(!makeCheckpoint(u"a store"_s, 1, head, at, ada().key, ada().signer()));
        QVERIFY(!makeCheckpoint(kStore, 0, head, at, ada().key, ada().signer()));
        QVERIFY(!makeCheckpoint(kStore, 1, head.first(31), at, ada().key, ada().signer()));
        QVERIFY(!makeCheckpoint(kStore, 1, head, {}, ada().key, ada().signer()));
        QCOMPARE(makeCheckpoint(kStore, 1, head, at, ada().key, ben().signer()).error().code, ErrorCode::Locked);
    }
};

QTEST_GUILESS_MAIN(TestEntry)
#include "tst_ledger_entry.moc"
