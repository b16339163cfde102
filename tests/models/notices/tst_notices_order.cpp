// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/sample_letters.h"
#include "notices/letter_run.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;

namespace {

const Instant kNow = Instant::parse(u"2026-03-20T09:00:00-05:00"_s).value();
const QStringList kStates{u"TX"_s, u"CA"_s, u"MA"_s};
const QStringList kCodes{u"90210"_s, u"02139-1234"_s, u"02139"_s, u"77002"_s, u"SW1A 1AA"_s, u"no code"_s};

/// Some of them without an address, some abroad, the codes in no order.
std::vector<LetterRecipient> people(int count)
{
    std::vector<LetterRecipient> made = sample::people(count, kStates);
    for (int at = 0; at < count; ++at) {
        LetterRecipient &person = made[static_cast<size_t>(at)];
        person.postalCode = kCodes[(at * 5) % kCodes.size()];
        if (person.postalCode.startsWith(u'S'))
            person.country = u"GB"_s;
        if (at % 13 == 4)
            person.address.clear();
    }
    return made;
}

Result<LetterRunSummary> run(const LetterRunOptions &options, int count = 80, const Progress &progress = Progress())
{
    RecipientList source(people(count));
    return runLetters(sample::bilingualInputs(), std::nullopt, source, options, FixedClock(kNow), progress);
}

LetterRunOptions into(const QString &folder, const QStringList &split, LetterOrder order = LetterOrder::Zip)
{
    LetterRunOptions options;
    options.folder = folder;
    options.partSize = 7;
    options.split = LetterSplit::fromWords(split).value();
    options.order = order;
    return options;
}

std::vector<LetterRunRow> rowsOf(const QString &folder)
{
    std::vector<LetterRunRow> rows;
    if (!readRunRows(folder, [&](const LetterRunRow &row) { rows.push_back(row); }))
        rows.clear();
    return rows;
}

QByteArray contentOf(const QString &folder, const QString &name)
{
    QFile file(QDir(folder).filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesOf(const QString &folder)
{
    return QDir(folder).entryList({u"part-*"_s}, QDir::Files, QDir::Name);
}

quint32 keyOf(const QString &id)
{
    const auto all = people(80);
    const auto found = std::find_if(all.begin(), all.end(), [&](const LetterRecipient &each) { return each.id == id; });
    return presortKey(*found);
}

} // namespace

class TestNoticesOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsZipCodesAsPresortDoes_data();
    void readsZipCodesAsPresortDoes();
    void keepsOneKindOfLetterInAFile_data();
    void keepsOneKindOfLetterInAFile();
    void sortsByZipWithinAKindAndKeepsTheRostersOrder();
    void leavesNobodyOut();
    void makesTheSameFilesInShares();
    void goesOnWithAnInterruptedRun();
    void refusesToGoOnInAnotherOrder();
    void splitsNoProofSet();
};

void TestNoticesOrder::readsZipCodesAsPresortDoes_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("code");
    QTest::addColumn<quint32>("key");
    QTest::newRow("five digits") << u"US"_s << u"02139"_s << 21'390'000U;
    QTest::newRow("nine digits") << u""_s << u" 02139-1234 "_s << 21'391'234U;
    QTest::newRow("nine in a row") << u"USA"_s << u"021391234"_s << 21'391'234U;
    QTest::newRow("no code") << u"US"_s << u"2139"_s << 1'000'000'000U;
    QTest::newRow("abroad") << u"GB"_s << u"SW1A 1AA"_s << 1'000'000'001U;
    QTest::newRow("abroad, five digits") << u"DE"_s << u"10115"_s << 1'000'000'001U;
}

void TestNoticesOrder::readsZipCodesAsPresortDoes()
{
    QFETCH(const QString, country);
    QFETCH(const QString, code);
    QFETCH(const quint32, key);
    LetterRecipient person = sample::recipient();
    person.country = country;
    person.postalCode = code;
    QCOMPARE(presortKey(person), key);
}

void TestNoticesOrder::keepsOneKindOfLetterInAFile_data()
{
    QTest::addColumn<QStringList>("split");
    QTest::newRow("language") << QStringList{u"language"_s};
    QTest::newRow("overlay and form") << QStringList{u"overlay"_s, u"form"_s};
    QTest::newRow("all") << QStringList{u"language"_s, u"overlay"_s, u"form"_s};
}

void TestNoticesOrder::keepsOneKindOfLetterInAFile()
{
    QFETCH(const QStringList, split);
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    const auto made = run(into(folder, split, LetterOrder::Roster));
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    std::map<int, QSet<QString>> kinds;
    QSet<QString> all;
    for (const LetterRunRow &row : rowsOf(folder)) {
        if (row.part == 0)
            continue;
        const QString kind = (split.contains(u"language"_s) ? row.language : QString()) + u'/'
            + (split.contains(u"overlay"_s) ? row.overlay : QString()) + u'/'
            + (split.contains(u"form"_s) ? row.form : QString());
        kinds[row.part].insert(kind);
        all.insert(kind);
    }
    for (const auto &[part, here] : kinds)
        QCOMPARE(here.size(), 1);
    QVERIFY(all.size() >= 2);
    QCOMPARE(kinds.size(), static_cast<size_t>(made->parts.size()));
    const QJsonObject json = QJsonDocument::fromJson(contentOf(folder, u"run.json"_s)).object();
    QCOMPARE(json.value("split_by"_L1).toVariant().toStringList(), LetterSplit::fromWords(split)->words());
    const QJsonArray parts = json.value("parts"_L1).toArray();
    for (const QJsonValue &part : parts) {
        const QString told
            = part["language"_L1].toString() + u'/' + part["overlay"_L1].toString() + u'/' + part["form"_L1].toString();
        QCOMPARE(told, *kinds[part["part"_L1].toInt()].constBegin());
    }
}

void TestNoticesOrder::sortsByZipWithinAKindAndKeepsTheRostersOrder()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    QVERIFY(run(into(folder, {u"language"_s})));
    const auto rows = rowsOf(folder);
    int changes = 0;
    for (size_t at = 1; at < rows.size() && rows[at].part > 0; ++at) {
        const LetterRunRow &before = rows[at - 1];
        const LetterRunRow &here = rows[at];
        if (before.language != here.language) {
            ++changes;
            continue;
        }
        QVERIFY(keyOf(before.recipientId) <= keyOf(here.recipientId));
        if (keyOf(before.recipientId) == keyOf(here.recipientId))
            QVERIFY(before.recipientId < here.recipientId);
    }
    QCOMPARE(changes, 1); // English, then Spanish
    QCOMPARE(keyOf(rows.front().recipientId), 21'390'000U);
}

void TestNoticesOrder::leavesNobodyOut()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    const auto made = run(into(folder, {u"language"_s, u"overlay"_s, u"form"_s}));
    const auto rows = rowsOf(folder);
    QSet<QString> ids;
    for (const LetterRunRow &row : rows)
        ids.insert(row.recipientId);
    QCOMPARE(ids.size(), 80);
    QCOMPARE(rows.size(), 80U);
    QCOMPARE(made->recipients, 80);
    QVERIFY(made->withoutAddress > 0);
    for (qint64 at = 0; at < 80; ++at)
        QCOMPARE(rows[static_cast<size_t>(at)].part > 0, at < made->letters); // those without a letter are last
}

void TestNoticesOrder::makesTheSameFilesInShares()
{
    QTemporaryDir dir;
    const QStringList split{u"language"_s, u"overlay"_s};
    QVERIFY(run(into(dir.filePath(u"whole"_s), split)));
    QMap<QString, QByteArray> parts;
    QByteArray rows;
    for (int share = 1; share <= 3; ++share) {
        LetterRunOptions options = into(dir.filePath(u"share-%1"_s.arg(share)), split);
        options.shard = {share, 3};
        QVERIFY(run(options));
        const QStringList names = filesOf(options.folder);
        for (const QString &name : names)
            parts.insert(name, contentOf(options.folder, name));
        const QByteArray csv = contentOf(options.folder, u"run.csv"_s);
        rows += csv.mid(csv.indexOf('\n') + 1);
    }
    const QString whole = dir.filePath(u"whole"_s);
    QCOMPARE(parts.keys(), filesOf(whole));
    for (auto part = parts.begin(); part != parts.end(); ++part)
        QVERIFY2(part.value() == contentOf(whole, part.key()), qPrintable(part.key()));
    const QByteArray csv = contentOf(whole, u"run.csv"_s);
    QCOMPARE(rows, csv.mid(csv.indexOf('\n') + 1));
}

void TestNoticesOrder::goesOnWithAnInterruptedRun()
{
    QTemporaryDir dir;
    const QStringList split{u"form"_s};
    Progress *self = nullptr;
    Progress stops([&self](qint64 done, qint64) {
        if (done == 30)
            self->cancel();
    });
    self = &stops;
    const LetterRunOptions options = into(dir.filePath(u"stopped"_s), split);
    QVERIFY(!run(options, 80, stops));
    const auto resumed = run(options);
    QVERIFY2(resumed && resumed->keptParts > 0, qPrintable(resumed ? QString() : resumed.error().message));
    QVERIFY(run(into(dir.filePath(u"whole"_s), split)));
    for (const QString &name : filesOf(dir.filePath(u"whole"_s)) + QStringList{u"run.csv"_s, u"run.json"_s})
        QCOMPARE(contentOf(options.folder, name), contentOf(dir.filePath(u"whole"_s), name));
    QVERIFY(run(options)->wasFinished); // and is known again
}

void TestNoticesOrder::refusesToGoOnInAnotherOrder()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    QVERIFY(run(into(folder, {})));
    QCOMPARE(run(into(folder, {}, LetterOrder::Roster)).error().code, ErrorCode::Conflict);
    QCOMPARE(run(into(folder, {u"form"_s})).error().code, ErrorCode::Conflict);
}

void TestNoticesOrder::splitsNoProofSet()
{
    QTemporaryDir dir;
    LetterRunOptions options = into(dir.filePath(u"run"_s), {u"form"_s});
    options.proof = 10;
    QCOMPARE(run(options).error().code, ErrorCode::Usage);
    QCOMPARE(LetterSplit::fromWords({u"state"_s}).error().code, ErrorCode::Usage);
}

QTEST_MAIN(TestNoticesOrder)
#include "tst_notices_order.moc"
