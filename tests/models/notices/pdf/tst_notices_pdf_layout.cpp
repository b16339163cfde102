// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/pdf/pdf_reader.h"
#include "models/notices/pdf/sample_documents.h"
#include "notices/pdf/address_window.h"
#include "notices/pdf/document_layout.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/pdf/pdf_writer.h"
#include "notices/pdf/text_shaper.h"

#include <QRegularExpression>
#include <QTest>

using namespace tocsin;
using namespace tocsin::notices;
using namespace tocsin::notices::samples;
using namespace Qt::StringLiterals;

namespace {

Document of(std::vector<Block> blocks)
{
    Document document;
    document.metadata.title = u"Test"_s;
    document.blocks = std::move(blocks);
    return document;
}

Paragraph paragraph(const QString &text, const QString &anchor = {})
{
    Paragraph made;
    made.runs = plain(text);
    made.anchor = anchor;
    return made;
}

QString words(int count)
{
    QStringList out;
    for (int i = 0; i < count; ++i)
        out << u"word%1"_s.arg(i);
    return out.join(u' ');
}

QByteArray pdfOf(const Document &document)
{
    const Result<QByteArray> pdf = renderDocument(document);
    return pdf ? *pdf : QByteArray();
}

LaidOut laidOut(const Document &document)
{
    FontBook fonts;
    TextShaper shaper(fonts);
    return layoutDocument(document, shaper).value_or(LaidOut());
}

/// How many lines of each paragraph stand on each page.
QHash<std::pair<int, int>, int> linesByElementAndPage(const LaidOut &laidOut)
{
    QHash<std::pair<int, int>, int> lines;
    for (size_t page = 0; page < laidOut.pages.size(); ++page) {
        const PageContent &content = laidOut.pages[page];
        for (size_t id = 0; id < content.marked.size(); ++id) {
            const qsizetype begin = content.operators.indexOf(QByteArray("<</MCID " + QByteArray::number(id) + ">>"));
            const qsizetype end = content.operators.indexOf("ET EMC", begin);
            lines[{content.marked[id], static_cast<int>(page)}]
                = static_cast<int>(content.operators.mid(begin, end - begin).count(" Tm "));
        }
    }
    return lines;
}

} // namespace

class TestNoticesPdfLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadLetterFonts()); }

    void namesComeOutAsTyped_data();
    void namesComeOutAsTyped();
    void numbersPagesAndRepeatsTheHead();
    void stampsBatesNumbers();
    void showsOnlyTheAddressInTheWindow_data();
    void showsOnlyTheAddressInTheWindow();
    void saysWhenAnAddressLosesText();
    void saysWhenTheLetterheadReachesTheWindow();
    void leavesNoLineOfAParagraphAlone();
    void keepsAHeadingWithWhatFollows();
    void keepsAClosingTogether();
    void repeatsTheHeaderOfALongTable();
    void splitsARowThatIsTallerThanAPage();
    void showsPageNumbersThatAreTrue();
    void setsArabicParagraphsFromTheRight();
    void breaksWordsThatAreLongerThanTheLine();
    void refusesAPageWithoutRoom();
};

void TestNoticesPdfLayout::namesComeOutAsTyped_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("latin") << u"Siân O'Connor-Müller"_s;
    QTest::newRow("ligatures") << u"Steffi Griffith, Office of Fluffy Affairs"_s;
    QTest::newRow("polish") << u"Łukasz Wójcik-Żółć"_s;
    QTest::newRow("vietnamese") << u"Nguyễn Thị Hương"_s;
    QTest::newRow("vietnamese, decomposed") << u"Nguyễn Thị Hương"_s.normalized(QString::NormalizationForm_D);
    QTest::newRow("greek") << u"Ελένη Παπαδοπούλου"_s;
    QTest::newRow("cyrillic") << u"Олександр Ковальчук"_s;
    QTest::newRow("arabic") << u"محمد الأحمد"_s;
    QTest::newRow("arabic with ligature") << u"عبد الله"_s;
    QTest::newRow("hebrew") << u"שרה לוי"_s;
    QTest::newRow("chinese") << u"王小明"_s;
    QTest::newRow("japanese") << u"山田 はなこ"_s;
    QTest::newRow("korean") << u"김민준"_s;
    QTest::newRow("devanagari") << u"अनिल कुमार"_s;
    QTest::newRow("thai") << u"พิมพ์ใจ"_s;
    QTest::newRow("markup") << u"<b>Ann</b> & Sons {{name}} **bold** [x](y) \\(z\\)"_s;
}

void TestNoticesPdfLayout::namesComeOutAsTyped()
{
    QFETCH(QString, name);
    Addressee addressee;
    addressee.name = name;
    const QString text = textOf(pdfOf(letter(addressee)));
    const auto composed = [](const QString &s) { return s.normalized(QString::NormalizationForm_C); };
    // In the address, in the salutation and in the first sentence.
    QVERIFY2(composed(text).count(composed(name)) == 3, qPrintable(text.left(600)));
}

void TestNoticesPdfLayout::numbersPagesAndRepeatsTheHead()
{
    std::vector<Block> blocks;
    for (int i = 0; i < 13; ++i)
        blocks.emplace_back(paragraph(words(90)));
    Document document = of(blocks);
    document.page.header = u"Running head"_s;
    const QStringList pages = pagesOf(pdfOf(document));
    QCOMPARE(pages.size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(pages[i].contains(u"Page %1 of 3"_s.arg(i + 1)), true);
        QCOMPARE(pages[i].contains(u"Running head"_s), i > 0);
    }
}

void TestNoticesPdfLayout::stampsBatesNumbers()
{
    Document document = of({paragraph(u"One"_s), PageBreak{}, paragraph(u"Two"_s)});
    document.page.bates = BatesNumbers{u"ACME-"_s, 999, 4};
    const QStringList pages = pagesOf(pdfOf(document));
    QCOMPARE(pages.size(), 2);
    QVERIFY(pages[0].contains(u"ACME-0999"_s));
    QVERIFY(pages[1].contains(u"ACME-1000"_s));
}

void TestNoticesPdfLayout::showsOnlyTheAddressInTheWindow_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("address");
    QTest::newRow("three lines") << u"Ann Lee"_s << QStringList{u"1 Main St"_s, u"Austin, TX 78701"_s};
    QTest::newRow("four lines") << u"Ann Lee"_s << QStringList{u"1 Main St"_s, u"Apt 2"_s, u"Austin, TX 78701"_s};
    QTest::newRow("six lines") << u"Ann Lee"_s
                               << QStringList{u"Parent or guardian of"_s, u"Room 4"_s, u"12 High Street"_s,
                                              u"London SW1A 1AA"_s, u"UNITED KINGDOM"_s};
    QTest::newRow("long lines")
        << u"Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh-Cholmondeley the Third, Esquire"_s
        << QStringList{u"The Residences at Upper Willow Creek Meadows, Building Seventeen, Suite 1204"_s,
                       u"Rancho Santa Margarita, CA 92688-1234"_s};
    QTest::newRow("an endless word") << QString(300, u'W') << QStringList{u"1 Main St"_s, u"Austin, TX 78701"_s};
    QTest::newRow("twenty lines") << u"Ann Lee"_s << QString(u"1 Main St\n"_s.repeated(20)).split(u'\n');
    QTest::newRow("right to left") << u"محمد الأحمد"_s << QStringList{u"שרה לוי 12"_s, u"Austin, TX 78701"_s};
}

void TestNoticesPdfLayout::showsOnlyTheAddressInTheWindow()
{
    QFETCH(QString, name);
    QFETCH(QStringList, address);
    Addressee addressee;
    addressee.name = name;
    addressee.address = address;
    const std::vector<Word> found = wordsOfFirstPage(pdfOf(letter(addressee)));
    int inWindow = 0;
    for (const Word &word : found) {
        if (!address_window::everVisible().intersects(word.box))
            continue;
        ++inWindow;
        QVERIFY2(address_window::alwaysVisible().contains(word.box), qPrintable(word.text));
    }
    QVERIFY(inWindow >= 3);
}

void TestNoticesPdfLayout::saysWhenAnAddressLosesText()
{
    QVERIFY(!laidOut(letter()).addressShortened);
    Addressee addressee;
    addressee.name = QString(300, u'W');
    addressee.address = QStringList(9, u"1 Main St"_s);
    QVERIFY(laidOut(letter(addressee)).addressShortened);
}

void TestNoticesPdfLayout::saysWhenTheLetterheadReachesTheWindow()
{
    const AddressBlock address{{u"Ann Lee"_s, u"1 Main St"_s, u"Austin, TX 78701"_s}};
    QVERIFY(!laidOut(of({paragraph(u"March 17, 2026"_s), address})).windowCrowded);
    QVERIFY(laidOut(of({paragraph(words(120)), address})).windowCrowded);
    QVERIFY(laidOut(of({paragraph(u"One"_s), PageBreak{}, address})).windowCrowded);
}

void TestNoticesPdfLayout::leavesNoLineOfAParagraphAlone()
{
    for (int size = 20; size < 120; size += 7) {
        std::vector<Block> blocks;
        for (int i = 0; i < 25; ++i)
            blocks.emplace_back(paragraph(words(size + i)));
        const LaidOut result = laidOut(of(blocks));
        QVERIFY(result.pages.size() > 1);
        const auto lines = linesByElementAndPage(result);
        for (auto it = lines.begin(); it != lines.end(); ++it) {
            const bool split = lines.contains({it.key().first, it.key().second + 1})
                || lines.contains({it.key().first, it.key().second - 1});
            QVERIFY(!split || *it >= 2);
        }
    }
}

void TestNoticesPdfLayout::keepsAHeadingWithWhatFollows()
{
    QSet<int> pages;
    for (int filler = 30; filler < 60; ++filler) {
        std::vector<Block> blocks;
        for (int i = 0; i < filler; ++i) {
            blocks.emplace_back(paragraph(u"Line"_s));
            std::get<Paragraph>(blocks.back()).tight = true;
        }
        blocks.emplace_back(Heading{1, plain(u"Chapter"_s), u"chapter"_s});
        blocks.emplace_back(Heading{2, plain(u"Section"_s), u"section"_s});
        blocks.emplace_back(paragraph(words(80), u"text"_s));
        const LaidOut result = laidOut(of(blocks));
        QCOMPARE(result.anchors.value(u"chapter"_s).page, result.anchors.value(u"text"_s).page);
        QCOMPARE(result.anchors.value(u"section"_s).page, result.anchors.value(u"text"_s).page);
        pages.insert(result.anchors.value(u"text"_s).page);
    }
    QCOMPARE(pages.size(), 2); // the case came up
}

void TestNoticesPdfLayout::keepsAClosingTogether()
{
    for (int filler = 35; filler < 60; ++filler) {
        std::vector<Block> blocks;
        for (int i = 0; i < filler; ++i) {
            blocks.emplace_back(paragraph(u"Line"_s));
            std::get<Paragraph>(blocks.back()).tight = true;
        }
        Paragraph sincerely = paragraph(u"Sincerely,"_s, u"closing"_s);
        sincerely.keepWithNext = true;
        blocks.emplace_back(sincerely);
        blocks.emplace_back(Space{36});
        blocks.emplace_back(paragraph(u"Theodora Vance"_s, u"name"_s));
        const LaidOut result = laidOut(of(blocks));
        QCOMPARE(result.anchors.value(u"closing"_s).page, result.anchors.value(u"name"_s).page);
    }
}

void TestNoticesPdfLayout::repeatsTheHeaderOfALongTable()
{
    const QStringList pages = pagesOf(pdfOf(packet(150)));
    QVERIFY(pages.size() > 4);
    for (const QString &page : pages) {
        if (page.contains(u"Entry "_s))
            QVERIFY(page.contains(QRegularExpression(u"No\\.\\s+When\\s+What"_s)));
    }
    const QString all = pages.join(u'\n');
    for (int i = 1; i <= 150; ++i)
        QCOMPARE(all.count(u"Entry %1: "_s.arg(i)), 1);
}

void TestNoticesPdfLayout::splitsARowThatIsTallerThanAPage()
{
    Table table;
    table.columns = {{1, Alignment::Start}, {3, Alignment::Start}};
    table.header = {plain(u"Key"_s), plain(u"Value"_s)};
    table.rows = {{plain(u"before"_s), plain(u"short"_s)}, {plain(u"tall"_s), plain(words(1500))}};
    const QByteArray pdf = pdfOf(of({table, paragraph(u"After the table."_s)}));
    const QString text = textOf(pdf);
    for (int i : {0, 500, 1000, 1499})
        QVERIFY(text.contains(u"word%1"_s.arg(i)));
    QVERIFY(pagesOf(pdf).size() >= 3);
    QVERIFY(text.contains(u"After the table."_s));
}

void TestNoticesPdfLayout::showsPageNumbersThatAreTrue()
{
    const LaidOut result = laidOut(packet(10));
    const int summary = result.anchors.value(u"summary"_s).page + 1;
    const int chronology = result.anchors.value(u"chronology"_s).page + 1;
    QCOMPARE(summary, 2);
    const QStringList pages = pagesOf(pdfOf(packet(10)));
    QVERIFY(pages[0].contains(u"begins on page %1"_s.arg(chronology)));
    QVERIFY(pages[0].contains(QRegularExpression(u"Summary\\s+%1\n"_s.arg(summary))));
    QVERIFY(pages[0].contains(QRegularExpression(u"Chronology\\s+%1\n"_s.arg(chronology))));
}

void TestNoticesPdfLayout::setsArabicParagraphsFromTheRight()
{
    const std::vector<Word> found = wordsOfFirstPage(pdfOf(of({paragraph(u"محمد الأحمد"_s)})));
    QVERIFY(!found.empty());
    double right = 0;
    for (const Word &word : found)
        right = std::max(right, word.text.startsWith(u"Page"_s) ? 0 : word.box.right());
    QVERIFY(qAbs(right - 540) < 2);
}

void TestNoticesPdfLayout::breaksWordsThatAreLongerThanTheLine()
{
    for (const Word &word : wordsOfFirstPage(pdfOf(of({paragraph(QString(400, u'x'))}))))
        QVERIFY(word.box.left() >= 71 && word.box.right() <= 541);
}

void TestNoticesPdfLayout::refusesAPageWithoutRoom()
{
    Document document = letter();
    document.page.marginLeft = 300;
    document.page.marginRight = 300;
    const Result<QByteArray> pdf = renderDocument(document);
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().code, ErrorCode::BadInput);
}

QTEST_MAIN(TestNoticesPdfLayout)
#include "tst_notices_pdf_layout.moc"
