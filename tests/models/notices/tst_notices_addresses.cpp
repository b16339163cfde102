// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/pdf/pdf_reader.h"
#include "models/notices/sample_letters.h"
#include "notices/address_file.h"
#include "notices/letter_run.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;
using namespace tocsin::notices::samples;

namespace {

const Instant kNow = Instant::parse(u"2026-03-20T09:00:00-05:00"_s).value();

/// Everybody with a name of their own, some without an address, the ZIP codes in no order.
std::vector<LetterRecipient> people(int count)
{
    std::vector<LetterRecipient> made = sample::people(count, {u"TX"_s, u"CA"_s, u"MA"_s});
    for (int at = 0; at < count; ++at) {
        LetterRecipient &person = made[static_cast<size_t>(at)];
        person.lastName = u"Example%1"_s.arg(at);
        person.postalCode = u"%1"_s.arg(90000 - at * 7 % 31, 5, 10, QChar(u'0'));
        if (at % 13 == 4)
            person.address.clear();
    }
    return made;
}

LetterRunOptions into(const QString &folder, AddressFiles files = {true, true})
{
    LetterRunOptions options;
    options.folder = folder;
    options.partSize = 40;
    options.order = LetterOrder::Zip;
    options.addresses = files;
    return options;
}

Result<LetterRunSummary> run(const LetterRunOptions &options, const std::vector<LetterRecipient> &whom,
                             const Progress &progress = Progress())
{
    RecipientList source(whom);
    return runLetters(sample::bilingualInputs(), std::nullopt, source, options, FixedClock(kNow), progress);
}

QByteArray contentOf(const QString &folder, const QString &name)
{
    QFile file(QDir(folder).filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QMap<QString, QByteArray> filesOf(const QString &folder, const QStringList &names)
{
    QMap<QString, QByteArray> files;
    for (const QString &name : QDir(folder).entryList(names, QDir::Files))
        files.insert(name, contentOf(folder, name));
    return files;
}

/// The names in the order of the letters of a part.
QStringList namesOf(const QString &folder, int part, const std::vector<LetterRecipient> &whom)
{
    QStringList names;
    const auto read = readRunRows(folder, [&](const LetterRunRow &row) {
        for (const LetterRecipient &each : whom) {
            if (row.part == part && each.id == row.recipientId)
                names << each.lastName;
        }
    });
    return read ? names : QStringList();
}

/// The addresses as one file in memory.
struct Printed
{
    QByteArray pdf;
    bool shortened = false;
};

Printed printed(const AddressSheet &sheet, const QStringList &address, int copies = 1)
{
    QTemporaryDir dir;
    QFile device(dir.filePath(u"out.pdf"_s));
    AddressFile file(sheet, sample::organization(), {});
    if (!device.open(QIODevice::ReadWrite) || !file.begin(device, {}))
        return {};
    for (int copy = 0; copy < copies; ++copy)
        if (!file.add(address))
            return {};
    if (!file.finish())
        return {};
    device.seek(0);
    return {device.readAll(), file.wasShortened(0)};
}

/// Where a place lies on its sheet.
QRectF placeOf(const AddressSheet &sheet, int index)
{
    return sheet.first.translated(index % sheet.columns * sheet.pitch.width(),
                                  index / sheet.columns * sheet.pitch.height());
}

} // namespace

class TestNoticesAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAnEnvelopeForEachLetterInItsOrder();
    void makesALabelForEachLetterInItsOrder();
    void keepsEachLabelToItself();
    void fitsLongAddresses_data();
    void fitsLongAddresses();
    void leavesTheBarCodesPlaceEmpty();
    void saysWhichAddressesDoNotFit();
    void makesTheSameFilesInShares();
    void goesOnWithAnInterruptedRun();
    void noticesAnEnvelopeThatChanged();
    void marksProofs();
    void tellsNothingWhereNoneAreWanted();
};

void TestNoticesAddresses::makesAnEnvelopeForEachLetterInItsOrder()
{
    QTemporaryDir dir;
    const auto whom = people(60);
    const auto made = run(into(dir.path(), {true, false}), whom);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    QCOMPARE(made->parts.size(), 2);
    for (const LetterRunPart &part : made->parts) {
        QCOMPARE(part.addresses.size(), 1);
        const AddressFileMade &envelopes = part.addresses.first();
        QCOMPARE(envelopes.pages, part.letters);
        const QByteArray pdf = contentOf(dir.path(), envelopes.file);
        QVERIFY(reportOf(u"pdfinfo"_s, {u"FILE"_s}, pdf).contains(QRegularExpression(u"Page size: +684 x 297 pts"_s)));
        QVERIFY(!reportOf(u"pdffonts"_s, {u"FILE"_s}, pdf)
                     .contains(QRegularExpression(u"Identity-H +no"_s))); // all are embedded
        QVERIFY(reportOf(u"qpdf"_s, {u"--check"_s, u"FILE"_s}, pdf).contains(u"No syntax or stream encoding errors"_s));
        const QStringList names = namesOf(dir.path(), part.number, whom);
        const QStringList pages = pagesOf(pdf);
        QCOMPARE(pages.size(), names.size());
        for (qsizetype at = 0; at < names.size(); ++at) {
            const QString page = pages[at].simplified() + u' ';
            QVERIFY2(page.contains(names[at] + u' '), qPrintable(page));
            QVERIFY2(page.startsWith(u"Sample Wellness Store PO Box 4410 Evanston, IL 60204"_s), qPrintable(page));
        }
    }
    QVERIFY(filesOf(dir.path(), {u"labels-*"_s, u"*.partial"_s}).isEmpty());
}

void TestNoticesAddresses::makesALabelForEachLetterInItsOrder()
{
    QTemporaryDir dir;
    const auto whom = people(60);
    const auto made = run(into(dir.path(), {false, true}), whom);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    const AddressFileMade &labels = made->parts.first().addresses.first();
    QCOMPARE(labels.file, u"labels-0001.pdf"_s);
    QCOMPARE(labels.pages, 2); // 40 letters, 30 on a sheet
    const QByteArray pdf = contentOf(dir.path(), labels.file);
    QVERIFY(reportOf(u"pdfinfo"_s, {u"FILE"_s}, pdf).contains(QRegularExpression(u"Page size: +612 x 792 pts"_s)));
    const QStringList names = namesOf(dir.path(), 1, whom);
    QCOMPARE(names.size(), 40);
    int found = 0;
    for (const Word &word : wordsOfFirstPage(pdf)) {
        if (found == names.size() || word.text != names[found]) // names follow in order, or one is missing at the end
            continue;
        QVERIFY2(placeOf(labelSheet(), found).contains(word.box), qPrintable(word.text));
        ++found;
    }
    QCOMPARE(found, 30);
}

void TestNoticesAddresses::keepsEachLabelToItself()
{
    const AddressSheet &sheet = labelSheet();
    for (int one = 0; one < sheet.places(); ++one) {
        QVERIFY(QRectF({}, sheet.size).contains(placeOf(sheet, one)));
        for (int other = 0; other < one; ++other)
            QVERIFY(!placeOf(sheet, one).intersects(placeOf(sheet, other)));
    }
    const Printed full = printed(sheet, QStringList(9, u"Featherstonehaugh-Cholmondeley"_s), 30);
    const std::vector<Word> words = wordsOfFirstPage(full.pdf);
    QVERIFY(words.size() >= 30 * 6);
    for (const Word &word : words) {
        int places = 0;
        for (int at = 0; at < sheet.places(); ++at)
            places += placeOf(sheet, at).contains(word.box) ? 1 : 0;
        QCOMPARE(places, 1);
    }
}

void TestNoticesAddresses::fitsLongAddresses_data()
{
    QTest::addColumn<QStringList>("address");
    QTest::newRow("three lines") << QStringList{u"Ann Lee"_s, u"1 Main St"_s, u"Austin, TX 78701"_s};
    QTest::newRow("six lines") << QStringList{u"Parent or guardian of"_s, u"Ann Lee"_s,         u"Room 4"_s,
                                              u"12 High Street"_s,        u"London SW1A 1AA"_s, u"UNITED KINGDOM"_s};
    QTest::newRow("long lines") << QStringList{
        u"Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh-Cholmondeley the Third"_s,
        u"The Residences at Upper Willow Creek Meadows, Building Seventeen, Suite 1204"_s,
        u"Rancho Santa Margarita, CA 92688-1234"_s};
    QTest::newRow("right to left") << QStringList{u"محمد الأحمد"_s, u"שרה לוי 12"_s, u"Austin, TX 78701"_s};
    QTest::newRow("other scripts") << QStringList{u"王小明 Ђорђе Ōta"_s, u"1 Main St"_s, u"Austin, TX 78701"_s};
}

void TestNoticesAddresses::fitsLongAddresses()
{
    QFETCH(const QStringList, address);
    for (const AddressSheet &sheet : allAddressSheets()) {
        const Printed made = printed(sheet, address);
        QVERIFY(!made.shortened);
        QString text = textOf(made.pdf).simplified();
        const QString last = address.constLast();
        QVERIFY2(text.contains(last), qPrintable(text));
        if (address.constFirst().isRightToLeft()) {
            for (const QString &word : {u"محمد"_s, u"الأحمد"_s, u"שרה"_s})
                QVERIFY2(text.contains(word), qPrintable(text));
        } else {
            text.remove(u' ');
            for (QString line : address)
                QVERIFY2(text.contains(line.remove(u' ')), qPrintable(line));
        }
        int inside = 0;
        for (const Word &word : wordsOfFirstPage(made.pdf)) {
            const bool ofSender = sheet.sender && sheet.sender->adjusted(-2, -2, 2, 2).contains(word.box);
            QVERIFY2(ofSender || sheet.first.contains(word.box), qPrintable(word.text));
            inside += ofSender ? 0 : 1;
        }
        QVERIFY(inside >= 5);
    }
}

void TestNoticesAddresses::leavesTheBarCodesPlaceEmpty()
{
    const QRectF sheet({}, envelope().size);
    const QRectF clear(sheet.right() - 4.75 * 72, sheet.bottom() - 0.625 * 72, 4.75 * 72, 0.625 * 72);
    for (const QRectF &place : {envelope().first, *envelope().sender, envelope().mark})
        QVERIFY(sheet.contains(place) && !clear.intersects(place));
    const QRectF read(36, sheet.bottom() - 2.75 * 72, sheet.width() - 72, (2.75 - 0.625) * 72);
    QVERIFY(read.contains(envelope().first));
    QVERIFY(!read.intersects(*envelope().sender)); // a machine that reads there finds one address
}

void TestNoticesAddresses::saysWhichAddressesDoNotFit()
{
    QTemporaryDir dir;
    auto whom = people(35);
    const QStringList tall{u"1 Main Street, in the long house behind the mill"_s.repeated(6),
                           u"Second gate, third floor, fourth door on the left"_s.repeated(6)};
    whom[6].address = tall;
    const auto made = run(into(dir.path()), whom);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    QCOMPARE(made->addressesOn(u"labels"_s).shortened, 1);
    QCOMPARE(made->addressesOn(u"envelopes"_s).shortened, 0);
    QCOMPARE(made->addressesShortened, 1);
    QStringList told;
    QVERIFY(readRunRows(dir.path(), [&](const LetterRunRow &row) {
        if (row.outcome == "address-shortened"_L1)
            told << row.recipientId;
    }));
    QCOMPARE(told, QStringList(whom[6].id));
    const QJsonObject json = QJsonDocument::fromJson(contentOf(dir.path(), u"run.json"_s)).object();
    const QJsonArray files = json["parts"_L1][0]["address_files"_L1].toArray();
    QCOMPARE(files.size(), 2);
    QCOMPARE(files[1]["shortened"_L1].toInt(), 1);
    const QString text = textOf(contentOf(dir.path(), u"labels-0001.pdf"_s));
    QVERIFY(text.contains(QChar(0x2026))); // the label itself shows that something is missing
}

void TestNoticesAddresses::makesTheSameFilesInShares()
{
    QTemporaryDir dir;
    const auto whom = people(100);
    LetterRunOptions whole = into(dir.filePath(u"whole"_s));
    whole.partSize = 15;
    QVERIFY(run(whole, whom));
    QMap<QString, QByteArray> shared;
    for (int share = 1; share <= 3; ++share) {
        LetterRunOptions options = whole;
        options.folder = dir.filePath(u"share-%1"_s.arg(share));
        options.shard = {share, 3};
        QVERIFY(run(options, whom));
        shared.insert(filesOf(options.folder, {u"*.pdf"_s}));
    }
    const auto all = filesOf(whole.folder, {u"*.pdf"_s});
    QCOMPARE(all.size(), 3 * 7);
    QCOMPARE(shared.keys(), all.keys());
    QVERIFY(shared == all);
}

void TestNoticesAddresses::goesOnWithAnInterruptedRun()
{
    QTemporaryDir dir;
    const auto whom = people(100);
    Progress *self = nullptr;
    Progress stops([&self](qint64 done, qint64) {
        if (done == 50)
            self->cancel();
    });
    self = &stops;
    const LetterRunOptions options = into(dir.filePath(u"stopped"_s));
    QVERIFY(!run(options, whom, stops));
    QCOMPARE(filesOf(options.folder, {u"*.pdf"_s, u"*.partial"_s}).keys(),
             (QStringList{u"envelopes-0001.pdf"_s, u"labels-0001.pdf"_s, u"part-0001.pdf"_s, u"run.csv.partial"_s}));
    LetterRunOptions other = options;
    other.addresses.labels = false;
    QCOMPARE(run(other, whom).error().code, ErrorCode::Conflict);
    const auto resumed = run(options, whom);
    QVERIFY2(resumed && resumed->keptParts == 1, qPrintable(resumed ? QString() : resumed.error().message));
    const LetterRunOptions whole = into(dir.filePath(u"whole"_s));
    QVERIFY(run(whole, whom));
    QVERIFY(filesOf(options.folder, {u"*"_s}) == filesOf(whole.folder, {u"*"_s}));
    QVERIFY(run(options, whom)->wasFinished);
}

void TestNoticesAddresses::noticesAnEnvelopeThatChanged()
{
    QTemporaryDir dir;
    const auto whom = people(10);
    const LetterRunOptions options = into(dir.path());
    QVERIFY(run(options, whom));
    QFile file(dir.filePath(u"envelopes-0001.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write("x") == 1);
    file.close();
    const auto again = run(options, whom);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QVERIFY(again.error().message.contains(u"envelopes-0001.pdf"_s));
}

void TestNoticesAddresses::marksProofs()
{
    QTemporaryDir dir;
    LetterRunOptions options = into(dir.path());
    options.order = LetterOrder::Roster;
    options.proof = 5;
    const auto made = run(options, people(20));
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    const QStringList pages = pagesOf(contentOf(dir.path(), u"envelopes-0001.pdf"_s))
        + pagesOf(contentOf(dir.path(), u"labels-0001.pdf"_s));
    QVERIFY(pages.size() >= 6);
    for (const QString &page : pages)
        QVERIFY2(page.contains(u"Proof, not for mailing"_s), qPrintable(page));
}

void TestNoticesAddresses::tellsNothingWhereNoneAreWanted()
{
    QTemporaryDir dir;
    QVERIFY(run(into(dir.path(), {}), people(10)));
    QVERIFY(!contentOf(dir.path(), u"run.json"_s).contains("address_files"));
    QCOMPARE(filesOf(dir.path(), {u"*.pdf"_s}).keys(), QStringList(u"part-0001.pdf"_s));
}

QTEST_MAIN(TestNoticesAddresses)
#include "tst_notices_addresses.moc"
