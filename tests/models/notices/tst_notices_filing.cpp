// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/sample_sheets.h"
#include "patience.h"

#include "intake/zip_archive.h"
#include "notices/filing.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/pdf/pdf_writer.h"
#include "notices/sheet_checks.h"
#include "notices/sheet_files.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using tocsin::test::inputsOf;
using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;

namespace {

/// Words that stay in the house, and that no text of a document has by chance.
const QStringList kInside{u"fact is missing: residents"_s, u"Portal of the seventh floor"_s, u"Shoe sizes"_s};

/// A document to an office of which the house knows how it is told, what it asks for and that counsel has to look.
SheetInputs filed(const NoticeKind &kind)
{
    SheetInputs inputs = inputsOf(kind);
    inputs.duty.due = u"not known yet; a fact is missing: residents"_s;
    inputs.duty.counselReview = true;
    inputs.office.how = u"Portal of the seventh floor"_s;
    inputs.office.asks = {u"Shoe sizes"_s};
    return inputs;
}

QString inPdf(const Document &document)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sheet.pdf"_s);
    if (!writeDocument(document, path))
        return {};
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    reader.waitForFinished(test::kPatience);
    return QString::fromUtf8(reader.readAllStandardOutput());
}

QString inOdt(const Document &document)
{
    static const QRegularExpression tags(u"<[^>]*>"_s);
    const auto bytes = toOdt(document);
    const auto archive = intake::ZipArchive::openBytes(*bytes, u"sheet.odt"_s, {});
    const auto part = archive->open(u"content.xml"_s);
    return QString::fromUtf8((*part)->readAll()).replace(tags, u" "_s);
}

/// The document in each form that leaves the house.
QMap<QString, QString> formsOf(const Document &document)
{
    return {{u"PDF"_s, inPdf(document).simplified()},
            {u"HTML"_s, toHtml(document).simplified()},
            {u"text"_s, toPlainText(document).simplified()},
            {u"OpenDocument"_s, inOdt(document).simplified()}};
}

} // namespace

class TestNoticesFiling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadLetterFonts()); }

    void keepsInTheHouseWhatIsNotForTheReader_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("language");
        const auto kinds = noticeKindsInAllLanguages();
        QVERIFY2(kinds, kinds ? "" : qPrintable(kinds.error().message));
        for (const NoticeKind &kind : *kinds) {
            if (!kind.isWorksheet)
                QTest::newRow(qPrintable(kind.kind + u'-' + kind.language)) << kind.kind << kind.language;
        }
    }

    void keepsInTheHouseWhatIsNotForTheReader()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, language);
        static const QRegularExpression words(
            u"\\bcounsel\\b|\\bDue( to you)?:|before sending|asks by name|how this notice goes out"_s,
            QRegularExpression::CaseInsensitiveOption);
        const QMap<QString, QString> forms = formsOf(composeSheet(filed(*noticeKind(kind, language))).document);
        for (auto form = forms.begin(); form != forms.end(); ++form) {
            QVERIFY2(form->contains(u"Sample Wellness Store"_s), qPrintable(form.key()));
            for (const QString &inside : kInside)
                QVERIFY2(!form->contains(inside), qPrintable(form.key() + u": "_s + inside));
            const auto found = words.match(*form);
            QVERIFY2(!found.hasMatch(), qPrintable(form.key() + u": "_s + found.captured()));
        }
    }

    void tellsWhoeverFilesIt()
    {
        const SheetInputs inputs = filed(*noticeKind(u"office"_s));
        const QList<SheetRow> rows = composeSheet(inputs).rows;
        QStringList inside;
        for (const SheetRow &row : rows) {
            if (row.heading == filingHeading())
                inside << row.label + u'=' + row.value;
        }
        QCOMPARE(inside,
                 QStringList({u"Due=not known yet; a fact is missing: residents"_s,
                              u"How=Portal of the seventh floor"_s, u"Asked for by name=Shoe sizes"_s,
                              u"Counsel=Confirms that this notice is owed, and how, before it goes out"_s}));
        const auto checks = checkSheet(inputs, composeSheet(inputs), {});
        const auto check = std::find_if(checks.begin(), checks.end(),
                                        [](const CheckResult &each) { return each.id == u"filing"_s; });
        QVERIFY(check != checks.end());
        QCOMPARE(check->level, CheckLevel::Ok);
        for (const QString &each : kInside)
            QVERIFY2(check->detail.contains(each), qPrintable(check->detail));
    }

    void aDocumentOfNoRuleHasNothingToFile()
    {
        SheetInputs inputs = inputsOf(u"board"_s);
        inputs.duty = {};
        inputs.duty.due = u"no rule sets a date"_s;
        inputs.office = {};
        QVERIFY(filingRows(inputs).isEmpty());
    }

    void marksOnAWorksheetWhatIsNotSent_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind :
             {"hhs-report", "hhs-addendum", "part2-report", "part2-addendum", "ftc-report", "sec-8k"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void marksOnAWorksheetWhatIsNotSent()
    {
        QFETCH(const QString, kind);
        const SheetInputs inputs = filed(*noticeKind(kind));
        QVERIFY(inputs.kind.isWorksheet);
        const Sheet sheet = composeSheet(inputs);
        const QString text = toPlainText(sheet.document);
        const QString part = text.mid(text.indexOf(filingHeading()));
        QVERIFY2(filingHeading().contains(u"not sent"_s) && part.startsWith(filingHeading()), qPrintable(text));
        for (const QString &inside : kInside) {
            QVERIFY2(part.contains(inside), qPrintable(inside));
            QCOMPARE(text.count(inside), 1);
        }
        const auto standing = std::count_if(sheet.rows.begin(), sheet.rows.end(),
                                            [](const SheetRow &row) { return row.label == u"Due"_s; });
        QCOMPARE(standing, 1);
    }

    void noTextOfTheHouseCanPrintIt_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"notice.counsel", "notice.due", "notice.how", "notice.asks"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }

    void noTextOfTheHouseCanPrintIt()
    {
        QFETCH(const QString, field);
        const auto kinds = noticeKinds();
        for (const NoticeKind &kind : *kinds)
            QVERIFY2(!sheetBook(kind).byName(field), qPrintable(kind.kind));
    }

    void anApprovalOfALetterDoesNotHangOnItsDeadline()
    {
        SheetInputs letter = inputsOf(u"office"_s);
        const auto before = sheetValues(letter);
        letter.duty.due = u"May 1, 2026"_s;
        QCOMPARE(sheetValues(letter), before);
        SheetInputs worksheet = inputsOf(u"hhs-report"_s);
        const auto printed = sheetValues(worksheet);
        worksheet.duty.due = u"May 1, 2026"_s; // stands on it
        QVERIFY(sheetValues(worksheet) != printed);
    }
};

QTEST_MAIN(TestNoticesFiling)
#include "tst_notices_filing.moc"
