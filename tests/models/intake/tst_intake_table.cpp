// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "intake/table_reader.h"
#include "models/intake/synthetic_roster.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <xlsxwriter.h>
#include <zip.h>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::intake;

namespace {

Result<QList<TableRow>> readAll(Result<std::unique_ptr<TableReader>> table)
{
    if (!table)
        return forward(table);
    QList<TableRow> rows;
    while (true) {
        TableRow row;
        TOCSIN_ASSIGN(const bool more, (*table)->next(row));
        if (!more)
            return rows;
        rows.append(row);
    }
}

Result<QList<TableRow>> readCsv(const QByteArray &bytes, const TableOptions &options = {})
{
    return readAll(openTableBytes(bytes, u"roster.csv"_s, options));
}

QString messageOf(const Result<QList<TableRow>> &result)
{
    return result ? u"(read %1 rows)"_s.arg(result->size()) : result.error().message;
}

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder(text);
}

/// An archive of the given parts, each a name and its content, deflated.
QByteArray zipOf(const QList<std::pair<QByteArray, QByteArray>> &parts)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"made.zip"_s);
    zip_t *const zip = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto &[name, content] : parts) {
        zip_source_t *const source
            = zip_source_buffer(zip, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
        zip_file_add(zip, name.constData(), source, ZIP_FL_ENC_UTF_8);
    }
    zip_close(zip);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A workbook of one sheet, whose XML is given, with the number formats General, a built-in date and a custom date.
QByteArray workbookOf(const QByteArray &sheet, const QByteArray &strings = {}, const QByteArray &bookProperties = {})
{
    const QByteArray relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    QList<std::pair<QByteArray, QByteArray>> parts{
        {"_rels/.rels",
         "<Relationships><Relationship Id=\"rId1\" Type=\"" + relation
             + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
         "<workbook xmlns:r=\"" + relation + "\">" + bookProperties
             + "<sheets><sheet name=\"People\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"rId1\" Type=\"" + relation
             + "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + relation
             + "styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"" + relation
             + "sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-409]d\\-mmm\\-yyyy;@\"/>"
         "<numFmt numFmtId=\"165\" formatCode=\"00000&quot; day&quot;\"/></numFmts>"
         "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
         "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
         "<xf numFmtId=\"165\"/></cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml", sheet},
    };
    if (!strings.isEmpty())
        parts.append({"xl/sharedStrings.xml", strings});
    return zipOf(parts);
}

QByteArray sheetOf(const QByteArray &rows)
{
    return "<?xml version=\"1.0\"?><worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

Result<QList<TableRow>> readXlsx(const QByteArray &bytes, const TableOptions &options = {})
{
    return readAll(openTableBytes(bytes, u"roster.xlsx"_s, options));
}

} // namespace

class TestTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryEncodingThatSpreadsheetsWrite_data()
    {
        const QString text = u"name;city\nÑandú “x”;Łódź\n"_s;
        const QString western = u"name;city\nÑandú “x”;Köln\n"_s;
        QByteArray latin = western.toLatin1();
        latin.replace("?x?", "\x93x\x94");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("city");
        QTest::addColumn<bool>("guessed");
        QTest::newRow("UTF-8") << text.toUtf8() << u"Łódź"_s << false;
        QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + text.toUtf8() << u"Łódź"_s << false;
        QTest::newRow("UTF-16 little") << utf16(text, QStringConverter::Utf16LE) << u"Łódź"_s << false;
        QTest::newRow("UTF-16 big") << utf16(text, QStringConverter::Utf16BE) << u"Łódź"_s << false;
        QTest::newRow("Windows-1252") << latin << u"Köln"_s << true;
    }

    void readsEveryEncodingThatSpreadsheetsWrite()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, city);
        QFETCH(bool, guessed);
        const auto rows = readCsv(bytes);
        QVERIFY2(rows.has_value(), qPrintable(messageOf(rows)));
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->at(0).cells, (QStringList{u"name"_s, u"city"_s}));
        QCOMPARE(rows->at(1).cells, (QStringList{u"Ñandú “x”"_s, city}));
        QCOMPARE(rows->at(1).guessedEncoding, guessed);
    }

    void keepsCharactersThatStandAcrossBlocks()
    {
        // An odd number of bytes before it puts pairs of surrogates across the borders of blocks.
        const QString text = u"a,b\nx,"_s + QString(u"𝒳"_s).repeated(60'000) + u'\n';
        TableOptions wide;
        wide.limits.cellCharacters = 200'000;
        const auto rows = readCsv(utf16(text, QStringConverter::Utf16LE), wide);
        QVERIFY2(rows.has_value(), qPrintable(messageOf(rows)));
        QCOMPARE(rows->at(1).cells.at(1), QString(u"𝒳"_s).repeated(60'000));
        QCOMPARE(readCsv(text.toUtf8(), wide)->at(1).cells, rows->at(1).cells);
    }

    void findsTheDelimiterOfTheHeader_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("comma") << QByteArray("a,b,c\n1;2,3,4\n");
        QTest::newRow("semicolon") << QByteArray("a;b;c\n1;2;3,4\n");
        QTest::newRow("tab") << QByteArray("a\tb\tc\n1\t2\t3\n");
        QTest::newRow("quoted commas") << QByteArray("\"a,,,,\";b;c\n1;2;3\n");
    }

    void findsTheDelimiterOfTheHeader()
    {
        QFETCH(QByteArray, bytes);
        const auto rows = readCsv(bytes);
        QVERIFY(rows.has_value());
        QCOMPARE(rows->at(0).cells.size(), 3);
        QCOMPARE(rows->at(1).cells.size(), 3);
    }

    void knowsTheLineOnWhichEachRowStarts_data()
    {
        QTest::addColumn<QByteArray>("lineEnd");
        QTest::newRow("LF") << QByteArray("\n");
        QTest::newRow("CRLF") << QByteArray("\r\n");
        QTest::newRow("CR") << QByteArray("\r");
    }

    void knowsTheLineOnWhichEachRowStarts()
    {
        QFETCH(QByteArray, lineEnd);
        QByteArray csv("a,b\n1,\"two\nlines\"\n\n\n3,4\n\"five\n\nlines\",6\n7,8");
        csv.replace("\n", lineEnd);
        const auto rows = readCsv(csv);
        QVERIFY(rows.has_value());
        QList<qint64> lines;
        for (const TableRow &row : *rows)
            lines.append(row.line);
        QCOMPARE(lines, (QList<qint64>{1, 2, 6, 7, 10}));
        QCOMPARE(rows->at(1).cells.at(1), QString::fromUtf8("two" + lineEnd + "lines"));
    }

    void keepsQuotesCommasAndWhatOnlyLooksLikeThem()
    {
        const auto rows = readCsv("a,b,c\n\"x, y\",\"say \"\"hi\"\"\",5\" pipe\n");
        QVERIFY(rows.has_value());
        QCOMPARE(rows->at(1).cells, (QStringList{u"x, y"_s, u"say \"hi\""_s, u"5\" pipe"_s}));
    }

    void readsRowsAcrossBlocks()
    {
        const QByteArray csv = tests::syntheticCsv(3000);
        const auto rows = readCsv(csv);
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), 3001);
        for (int number : {1, 777, 1999, 3000}) {
            QStringList person = tests::syntheticPerson(number);
            QCOMPARE(rows->at(number).cells, person);
        }
    }

    void tellsTheHashOfTheWholeFile()
    {
        const QByteArray csv = "\xEF\xBB\xBF" + tests::syntheticCsv(500);
        auto table = openTableBytes(csv, u"roster.csv"_s);
        TableRow row;
        while ((*table)->next(row).value()) { }
        QCOMPARE((*table)->sha256(), sha256Hex(csv));
        QCOMPARE((*table)->position(), csv.size());
    }

    void refusesBadFilesAndSaysWhatWouldBeRight_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QByteArray() << u"is empty"_s;
        QTest::newRow("NULs") << QByteArray(100'000, '\0') << u"not text"_s;
        QTest::newRow("a NUL late") << QByteArray("a,b\n") + QByteArray("1,2\n").repeated(50'000) + QByteArray(1, '\0')
                                    << u"not text"_s;
        QByteArray noise;
        for (int i = 0; i < 4096; ++i)
            noise += static_cast<char>(1 + (i * 7919) % 255);
        QTest::newRow("noise") << noise << u"not text"_s;
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << u"is a PDF"_s;
        QTest::newRow("old Excel") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 xls") << u"Save it as .xlsx"_s;
        QTest::newRow("half UTF-16") << QByteArray("\xFF\xFE\x00\xD8\x41\x00\x42\x00", 8) << u"UTF-16"_s;
        QTest::newRow("open quote") << QByteArray("a,b\n1,2\n3,\"4\n5,6\n") << u"line 3 is never closed"_s;
        QTest::newRow("open quote in a large file")
            << "a,b\n1,\"2\n" + QByteArray("3,4\n").repeated(100'000) << u"row on line 2 is longer than any cell"_s;
        QTest::newRow("too many columns")
            << "a,b\n" + QByteArray("x,").repeated(1001) << u"line 2 has more than 1000"_s;
        QTest::newRow("truncated ZIP") << QByteArray("PK\x03\x04 and then nothing") << u"damaged"_s;
        QTest::newRow("ZIP of a CSV") << zipOf({{"roster.csv", "a,b\n"}}) << u"no Excel workbook"_s;
        QTest::newRow("many parts") << zipOf(QList<std::pair<QByteArray, QByteArray>>(1, {"a", "b"})) << u"no Excel"_s;
        QTest::newRow("document type") << workbookOf(
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
            "<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>&b;</v></c></row>"
            "</sheetData></worksheet>") << u"damaged"_s;
        QTest::newRow("nested XML") << workbookOf(QByteArray("<a>").repeated(100'000)) << u"damaged"_s;
        QTest::newRow("broken XML") << workbookOf(sheetOf("<row r=\"1\"><c><v>1</v></row>")) << u"damaged"_s;
        QTest::newRow("string out of range")
            << workbookOf(sheetOf("<row r=\"1\"><c t=\"s\"><v>3</v></c></row>")) << u"row 1: a cell refers to a text"_s;
        QTest::newRow("far column") << workbookOf(sheetOf("<row r=\"1\"><c r=\"XFD1\"><v>3</v></c></row>"))
                                    << u"more than 1000 columns"_s;
        QTest::newRow("far row") << workbookOf(sheetOf("<row r=\"99999999\"><c><v>3</v></c></row>"))
                                 << u"no such row"_s;
        QTest::newRow("endless cell") << workbookOf(
            sheetOf("<row r=\"1\"><c t=\"str\"><v>" + QByteArray(900'000, 'x') + "</v></c></row>"))
                                      << u"longer than any cell"_s;
    }

    void refusesBadFilesAndSaysWhatWouldBeRight()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto rows = bytes.startsWith("PK") ? readXlsx(bytes) : readCsv(bytes);
        QVERIFY(!rows.has_value());
        QCOMPARE(rows.error().code, ErrorCode::BadInput);
        QVERIFY2(rows.error().message.contains(says), qPrintable(rows.error().message));
    }

    void refusesAZipBombBeforeInflatingIt()
    {
        const QByteArray bomb = workbookOf(sheetOf(QByteArray(16 << 20, ' ')));
        QVERIFY(bomb.size() < 1 << 20);
        const auto rows = readXlsx(bomb);
        QVERIFY(!rows.has_value());
        QVERIFY2(rows.error().message.contains(u"unpack to more than any list of people needs"_s),
                 qPrintable(messageOf(rows)));
    }

    void holdsAnArchiveToItsLimits()
    {
        const QByteArray book = workbookOf(sheetOf("<row r=\"1\"><c><v>1</v></c></row>"));
        QVERIFY(readXlsx(book).has_value());
        TableOptions fewParts;
        fewParts.limits.archiveEntries = 3;
        QVERIFY(messageOf(readXlsx(book, fewParts)).contains(u"at most 3 parts"_s));
        TableOptions small;
        small.limits.archiveBytes = 500;
        QVERIFY(messageOf(readXlsx(book, small)).contains(u"unpack"_s));
        TableOptions fewTexts;
        fewTexts.limits.sharedStringBytes = 8;
        const QByteArray texts = workbookOf(sheetOf({}), "<sst><si><t>longer than that</t></si></sst>");
        QVERIFY(messageOf(readXlsx(texts, fewTexts)).contains(u"more text than a list of people has"_s));
    }

    void doesNotBelieveAnUnderstatedSize()
    {
        // The directory promises ten bytes of a part that inflates to many more.
        QByteArray book
            = workbookOf(sheetOf("<row r=\"1\"><c t=\"str\"><v>" + QByteArray(5000, 'x') + "</v></c></row>"));
        const qsizetype name = book.lastIndexOf("xl/worksheets/sheet1.xml");
        const qsizetype entry = book.lastIndexOf("PK\x01\x02", name);
        QVERIFY(entry > 0);
        book.replace(entry + 24, 4, QByteArray("\x0a\x00\x00\x00", 4));
        const auto rows = readXlsx(book);
        QVERIFY(!rows.has_value());
        QVERIFY2(rows.error().message.contains(u"damaged"_s), qPrintable(messageOf(rows)));
    }

    void refusesAFileThatIsTooLargeAtOnce()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"sparse.csv"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(qint64(4) << 30)); // sparse: takes no room on the disk
        file.close();
        const auto tooLarge = readAll(openTable(file.fileName()));
        QVERIFY2(messageOf(tooLarge).contains(u"has 4.0 GB; a list of people may have 1.0 GB at most"_s),
                 qPrintable(messageOf(tooLarge)));

        TableOptions anySize;
        anySize.limits.fileBytes = qint64(8) << 30;
        const auto table = openTable(file.fileName(), anySize);
        QVERIFY(!table.has_value());
        QVERIFY(table.error().message.contains(u"not text"_s));
    }

    void refusesMoreRowsThanTheLimit()
    {
        TableOptions few;
        few.limits.rows = 10;
        QVERIFY(readCsv(tests::syntheticCsv(10), few).has_value());
        QVERIFY(messageOf(readCsv(tests::syntheticCsv(11), few)).contains(u"line 12 is beyond the 10 rows"_s));
    }

    void refusesWhatIsNoFile()
    {
        QTemporaryDir folder;
        const auto table = openTable(folder.path());
        QVERIFY(!table.has_value());
        QCOMPARE(table.error().code, ErrorCode::Io);
        QCOMPARE(openTable(folder.filePath(u"absent.csv"_s)).error().code, ErrorCode::Io);
    }

    void readsWhatASpreadsheetShows()
    {
        const QByteArray sheet = sheetOf("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" "
                                         "t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>"
                                         "<row r=\"2\"><c r=\"A2\"><v>2139</v></c><c r=\"B2\" "
                                         "s=\"1\"><v>23882</v></c><c r=\"C2\" s=\"2\"><v>23882.75</v></c></row>"
                                         "<row r=\"3\"/>"
                                         "<row r=\"4\"><c r=\"A4\" s=\"3\"><v>2139</v></c><c r=\"B4\" "
                                         "t=\"b\"><v>1</v></c><c r=\"C4\"><v>1.5E3</v></c></row>"
                                         "<row r=\"9\"><c r=\"A9\" t=\"str\"><f>B2&amp;C2</f><v>shown</v></c><c "
                                         "r=\"B9\" t=\"s\"><v>1</v></c></row>");
        const QByteArray strings = "<sst><si><t>Łódź</t><rPh><t>phonetic</t></rPh></si><si><t xml:space=\"preserve\"> "
                                   "a_x000D_b </t></si></sst>";
        const auto rows = readXlsx(workbookOf(sheet, strings));
        QVERIFY2(rows.has_value(), qPrintable(messageOf(rows)));
        QCOMPARE(rows->size(), 4);
        QCOMPARE(rows->at(0).cells, (QStringList{u"Łódź"_s, QString(), u"inline"_s}));
        QCOMPARE(rows->at(1).cells, (QStringList{u"2139"_s, u"1965-05-20"_s, u"1965-05-20"_s}));
        QCOMPARE(rows->at(2).cells, (QStringList{u"2139"_s, u"yes"_s, u"1500"_s}));
        QCOMPARE(rows->at(3).cells, (QStringList{u"shown"_s, u" a\rb "_s}));
        QCOMPARE(rows->at(3).line, 9);
        QCOMPARE(rows->at(3).formulas, (QList<qsizetype>{0}));

        const auto since1904 = readXlsx(workbookOf(sheet, strings, "<workbookPr date1904=\"1\"/>"));
        QCOMPARE(since1904->at(1).cells.at(1), u"1969-05-21"_s);
    }

    void readsTheSheetThatIsNamed()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"two.xlsx"_s);
        lxw_workbook *const book = workbook_new(QFile::encodeName(path).constData());
        worksheet_write_string(workbook_add_worksheet(book, "Notes"), 0, 0, "nothing here", nullptr);
        lxw_worksheet *const people = workbook_add_worksheet(book, "People");
        worksheet_write_string(people, 0, 0, "last_name", nullptr);
        lxw_format *const day = workbook_add_format(book);
        format_set_num_format(day, "mm/dd/yyyy");
        lxw_datetime born{};
        born.year = 1965;
        born.month = 5;
        born.day = 19;
        worksheet_write_datetime(people, 1, 0, &born, day);
        worksheet_write_formula(people, 2, 0, "=HYPERLINK(\"http://example.org\")", nullptr);
        QCOMPARE(workbook_close(book), LXW_NO_ERROR);

        QCOMPARE(readAll(openTable(path))->first().cells.first(), u"nothing here"_s);
        TableOptions named;
        named.sheet = u"People"_s;
        const auto rows = readAll(openTable(path, named));
        QVERIFY2(rows.has_value(), qPrintable(messageOf(rows)));
        QCOMPARE(rows->at(0).cells, (QStringList{u"last_name"_s}));
        QCOMPARE(rows->at(1).cells, (QStringList{u"1965-05-19"_s}));
        QCOMPARE(rows->at(2).formulas, (QList<qsizetype>{0}));
        named.sheet = u"Absent"_s;
        QVERIFY(messageOf(readAll(openTable(path, named))).contains(u"none of the workbook's 2 sheets"_s));
    }
};

QTEST_GUILESS_MAIN(TestTable)
#include "tst_intake_table.moc"
