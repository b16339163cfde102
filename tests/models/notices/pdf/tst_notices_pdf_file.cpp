// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/pdf/pdf_reader.h"
#include "models/notices/pdf/sample_documents.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/pdf/pdf_writer.h"
#include "patience.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QPdfBookmarkModel>
#include <QPdfDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace tocsin;
using namespace tocsin::notices;
using namespace tocsin::notices::samples;
using namespace Qt::StringLiterals;

namespace {

const QString kRenderArgument = u"--render-a-part"_s;

Addressee addressee(int number)
{
    static const QStringList names{u"Maria Castellanos"_s, u"王小明"_s, u"محمد الأحمد"_s, u"Nguyễn Thị Hương"_s};
    Addressee made;
    made.name = names[number % names.size()] + u' ' + QString::number(number);
    return made;
}

/// A run part of some letters.
QByteArray part(int letters)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PdfWriter writer;
    if (!writer.begin(buffer, letter().metadata))
        return {};
    for (int i = 0; i < letters; ++i) {
        if (!writer.addDocument(letter(addressee(i))))
            return {};
    }
    return writer.finish() ? buffer.data() : QByteArray();
}

/// A device on which there is room for so many bytes.
class SmallDevice : public QIODevice
{
public:
    explicit SmallDevice(qint64 room) : m_room(room) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        if (size > m_room)
            return -1;
        m_room -= size;
        return size;
    }

private:
    qint64 m_room;
};

Result<> writePart(QIODevice &device)
{
    PdfWriter writer;
    TOCSIN_TRY(writer.begin(device, letter().metadata));
    TOCSIN_TRY(writer.addDocument(letter()));
    return writer.finish();
}

} // namespace

class TestNoticesPdfFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadLetterFonts()); }

    void isSoundForQpdf_data();
    void isSoundForQpdf();
    void embedsEveryFontAsASubset();
    void isTaggedWithTitleAndLanguage();
    void readsInOrder();
    void givesTheSameBytesAgain();
    void givesTheSameBytesInAnotherProcess();
    void givesTheSameBytesOnAnotherThread();
    void tellsWhereEachLetterLies();
    void sharesFontsAmongLetters();
    void hasBookmarksOnTheRightPages();
    void linksToPlacesAndToTheWorld();
    void opensNothingButWebMailAndTelephone();
    void reportsAFullDisk();
    void keepsTheOldFileWhenTheDiskIsFull();
    void removesWhatWasBegun();
    void refusesToFinishWithoutPages();
    void namesCharactersThatNoFontShows();
};

void TestNoticesPdfFile::isSoundForQpdf_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::newRow("letter") << renderDocument(letter()).value_or(QByteArray());
    QTest::newRow("part") << part(8);
    QTest::newRow("packet") << renderDocument(packet(60)).value_or(QByteArray());
}

void TestNoticesPdfFile::isSoundForQpdf()
{
    QFETCH(QByteArray, pdf);
    const QString report = reportOf(u"qpdf"_s, {u"--check"_s, u"FILE"_s}, pdf);
    QVERIFY2(report.contains(u"No syntax or stream encoding errors found"_s), qPrintable(report));
    QVERIFY2(!report.contains(u"WARNING"_s) && !report.contains(u"failed"_s), qPrintable(report));
}

void TestNoticesPdfFile::embedsEveryFontAsASubset()
{
    QStringList lines = reportOf(u"pdffonts"_s, {u"FILE"_s}, part(4)).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 5); // two of heading, and the page
    for (const QString &line : lines.mid(2)) {
        QVERIFY2(line.contains(QRegularExpression(u"^[A-Z]{6}\\+"_s)), qPrintable(line));
        QVERIFY2(line.contains(QRegularExpression(u" yes yes yes "_s)), qPrintable(line)); // embedded, subset, Unicode
    }
}

void TestNoticesPdfFile::isTaggedWithTitleAndLanguage()
{
    const QByteArray pdf = *renderDocument(letter());
    const QString report = reportOf(u"pdfinfo"_s, {u"FILE"_s}, pdf);
    for (const QString &expected : {u"Tagged: +yes"_s, u"Pages: +2\n"_s, u"Page size: +612 x 792 pts"_s,
                                    u"Title: +Notice of data breach"_s, u"CreationDate: +Tue Mar 17 14:00:00 2026"_s})
        QVERIFY2(report.contains(QRegularExpression(expected)), qPrintable(expected));
    const QString catalog = reportOf(u"qpdf"_s, {u"--json"_s, u"--json-key=qpdf"_s, u"FILE"_s}, pdf);
    QVERIFY(catalog.contains(u"\"/Lang\": \"u:en-US\""_s));
    QVERIFY(pdf.contains("<pdfuaid:part>1</pdfuaid:part>"));
}

void TestNoticesPdfFile::readsInOrder()
{
    const QString structure = reportOf(u"pdfinfo"_s, {u"-struct-text"_s, u"FILE"_s}, *renderDocument(letter()));
    qsizetype at = 0;
    for (const QString &next : {u"Larkspur Valley Health"_s, u"Maria Castellanos"_s, u"H1 (block)"_s, u"Dear Maria"_s,
                                u"H2 (block)"_s, u"What information"_s, u"LI (block)"_s, u"1."_s, u"TH"_s, u"Bureau"_s,
                                u"TD"_s, u"Link (inline)"_s, u"privacy@"_s, u"Sincerely"_s, u"Theodora"_s}) {
        at = structure.indexOf(next, at);
        QVERIFY2(at >= 0, qPrintable(next + u'\n' + structure));
    }
    QVERIFY(!structure.contains(u"Page 1 of"_s)); // running feet are no content
}

void TestNoticesPdfFile::givesTheSameBytesAgain()
{
    const QByteArray first = part(6);
    QVERIFY(first.size() > 10000);
    QCOMPARE(part(6), first);
    QCOMPARE(*renderDocument(packet(40)), *renderDocument(packet(40)));
}

void TestNoticesPdfFile::givesTheSameBytesInAnotherProcess()
{
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {kRenderArgument});
    QVERIFY(other.waitForFinished(test::kPatience));
    QCOMPARE(other.readAllStandardOutput(), part(6));
}

void TestNoticesPdfFile::givesTheSameBytesOnAnotherThread()
{
    QByteArray there;
    const std::unique_ptr<QThread> thread(QThread::create([&] { there = part(6); }));
    thread->start();
    const QByteArray here = part(6); // at the same time
    QVERIFY(thread->wait());
    QCOMPARE(there, here);
}

void TestNoticesPdfFile::tellsWhereEachLetterLies()
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    PdfWriter writer;
    QVERIFY(writer.begin(buffer, letter().metadata));
    std::vector<PlacedDocument> placed;
    for (int i = 0; i < 5; ++i) {
        const Result<PlacedDocument> where = writer.addDocument(letter(addressee(i)));
        QVERIFY(where);
        placed.push_back(*where);
    }
    QVERIFY(writer.finish());
    const QStringList pages = pagesOf(buffer.data());
    QCOMPARE(pages.size(), 10);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(placed[static_cast<size_t>(i)].pages, 2);
        const int first = placed[static_cast<size_t>(i)].firstPage;
        QCOMPARE(first, 1 + 2 * i);
        QVERIFY(pages[first - 1].contains(addressee(i).name.section(u' ', 0, -2)));
        QVERIFY(pages[first - 1].contains(u"Page 1 of 2"_s));
    }
    QPdfDocument reader;
    buffer.seek(0);
    reader.load(&buffer);
    QCOMPARE(reader.pageCount(), 10);
}

void TestNoticesPdfFile::sharesFontsAmongLetters()
{
    const qsizetype one = part(1).size();
    const qsizetype five = part(21).size() - part(16).size();
    QVERIFY2(five / 5 < one / 2, qPrintable(u"%1 %2"_s.arg(one).arg(five)));
}

void TestNoticesPdfFile::hasBookmarksOnTheRightPages()
{
    QByteArray pdf = *renderDocument(packet(60));
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument reader;
    reader.load(&buffer);
    QPdfBookmarkModel bookmarks;
    bookmarks.setDocument(&reader);
    QCOMPARE(bookmarks.rowCount({}), 3);
    const auto title
        = [&](const QModelIndex &i) { return i.data(static_cast<int>(QPdfBookmarkModel::Role::Title)).toString(); };
    const auto page
        = [&](const QModelIndex &i) { return i.data(static_cast<int>(QPdfBookmarkModel::Role::Page)).toInt(); };
    const QModelIndex summary = bookmarks.index(1, 0);
    QCOMPARE(title(summary), u"Summary"_s);
    QCOMPARE(page(summary), 1);
    QCOMPARE(bookmarks.rowCount(summary), 1);
    QCOMPARE(title(bookmarks.index(0, 0, summary)), u"Scope"_s);
    QCOMPARE(title(bookmarks.index(2, 0)), u"Chronology"_s);
}

void TestNoticesPdfFile::linksToPlacesAndToTheWorld()
{
    const QString urls = reportOf(u"pdfinfo"_s, {u"-url"_s, u"FILE"_s}, *renderDocument(letter()));
    QVERIFY2(urls.contains(u"mailto:privacy@larkspurvalley.example"_s), qPrintable(urls));
    QVERIFY(urls.contains(u"https://larkspurvalley.example/incident"_s));

    const QString objects = reportOf(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, u"FILE"_s, u"-"_s},
                                     *renderDocument(packet(5)));
    // Three entries of contents with title and number each (the cover's title stands before them and is none), the page
    // reference and the link in the text.
    QCOMPARE(objects.count(u"/Subtype /Link"_s), 3 * 2 + 2);
    QCOMPARE(objects.count(QRegularExpression(u"/Dest \\[\\s+\\d+ 0 R\\s+/XYZ"_s)),
             3 * 2 + 2 + 4); // and four bookmarks
}

void TestNoticesPdfFile::opensNothingButWebMailAndTelephone()
{
    Document document;
    Paragraph paragraph;
    for (const QString &target :
         {u"javascript:app.alert(1)"_s, u"file:///etc/passwd"_s, u"#nowhere"_s, u"tel:+18005550142"_s}) {
        Run run;
        run.text = u"link "_s;
        run.link = target;
        paragraph.runs.push_back(run);
    }
    document.blocks.emplace_back(paragraph);
    const QString objects = reportOf(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, u"FILE"_s, u"-"_s},
                                     *renderDocument(document));
    QCOMPARE(objects.count(u"/URI (tel:+18005550142)"_s), 1);
    QCOMPARE(objects.count(u"/S /URI"_s), 1);
}

void TestNoticesPdfFile::reportsAFullDisk()
{
    const qint64 whole = renderDocument(letter())->size();
    SmallDevice enough(whole);
    QVERIFY(writePart(enough));
    for (const qint64 room : {qint64(0), qint64(10), whole / 3, whole - 1}) {
        SmallDevice device(room);
        const Result<> written = writePart(device);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Io);
    }
}

void TestNoticesPdfFile::keepsTheOldFileWhenTheDiskIsFull()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("This system has no /dev/full.");
    QTemporaryDir folder;
    const QString path = folder.filePath(u"letters.pdf"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    QVERIFY(QFile::link(u"/dev/full"_s, path + u".part"_s));
    const Result<PlacedDocument> written = writeDocument(letter(), path);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Io);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
             QStringList{u"letters.pdf"_s});
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
}

void TestNoticesPdfFile::removesWhatWasBegun()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"letters.pdf"_s);
    {
        PdfWriter writer;
        QVERIFY(writer.begin(path, letter().metadata));
        QVERIFY(writer.addDocument(letter()));
        QVERIFY(!QFile::exists(path));
    }
    QVERIFY(QDir(folder.path()).isEmpty());
    QVERIFY(writeDocument(letter(), path));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"letters.pdf"_s});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), *renderDocument(letter()));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestNoticesPdfFile::refusesToFinishWithoutPages()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PdfWriter writer;
    QVERIFY(!writer.addDocument(letter()));
    QVERIFY(writer.begin(buffer, letter().metadata));
    const Result<> finished = writer.finish();
    QVERIFY(!finished);
    QCOMPARE(finished.error().code, ErrorCode::Conflict);
}

void TestNoticesPdfFile::namesCharactersThatNoFontShows()
{
    QCOMPARE(unshowable(u"Ann O'Connor\n王小明 محمد शर्मा Nguyễn\u200D"_s), QStringList());
    QCOMPARE(unshowable(u"A\uE000B\uE000C\uF8FE"_s), QStringList({u"\uE000"_s, u"\uF8FE"_s}));
}

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    if (application.arguments().contains(kRenderArgument)) {
        QFile out;
        const bool ready = loadLetterFonts() && out.open(stdout, QIODevice::WriteOnly);
        return ready && out.write(part(6)) > 0 ? 0 : 1;
    }
    TestNoticesPdfFile test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_notices_pdf_file.moc"
