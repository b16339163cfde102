// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "patience.h"

#include "casework/ledger_book.h"
#include "jobs/house_style.h"
#include "jobs/letters.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/pdf/pdf_writer.h"
#include "notices/sheet_files.h"

#include <QBuffer>
#include <QImage>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::CaseFixture;

class TestJobsHouseStyle : public QObject
{
    Q_OBJECT

private:
    static QByteArray picture(int width, int height, const char *format, QColor color = Qt::darkGreen)
    {
        QImage image(width, height, QImage::Format_ARGB32);
        image.fill(color);
        image.setText(u"Author"_s, u"Somebody Private"_s);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return bytes;
    }

    static HouseStyle style(QColor color = Qt::darkGreen)
    {
        return {notices::housePicture(picture(600, 100, "PNG", color)).value(),
                {u"Dana Whitfield"_s, u"Chief Privacy Officer"_s,
                 notices::housePicture(picture(300, 90, "JPEG", Qt::darkBlue)).value()}};
    }

    static LetterMaterial material(CaseFixture &store, IncidentId incident)
    {
        const auto session = store.file().openSession();
        return letterMaterial(**session, incident, u"individual-en"_s, store.file().now()).value();
    }

    static notices::Letter letter(const LetterMaterial &material, const QString &name)
    {
        notices::LetterRecipient person;
        person.lastName = name;
        person.address = QStringList{u"1 Invented Street"_s};
        person.city = u"Austin"_s;
        person.state = u"TX"_s;
        person.postalCode = u"78701"_s;
        person.language = u"en"_s;
        person.dataElements = QStringList{u"name"_s};
        notices::Letter made = notices::LetterComposer(material.inputs).compose(person).value();
        made.text = nullptr;
        return made;
    }

    static QByteArray printed(const std::vector<notices::Document> &documents, notices::PlacedDocument &placed)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        notices::PdfWriter writer;
        if (!writer.begin(buffer, documents.front().metadata))
            return {};
        for (const notices::Document &document : documents)
            placed = writer.addDocument(document).value();
        return writer.finish() ? buffer.data() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    void makesPicturesAnew()
    {
        const QByteArray large = notices::housePicture(picture(3000, 1500, "JPEG")).value();
        const QImage image = QImage::fromData(large, "PNG");
        QCOMPARE(image.size(), QSize(500, 250));
        const QByteArray small = notices::housePicture(picture(60, 10, "PNG", Qt::transparent)).value();
        QVERIFY(!small.contains("Somebody"));
        const auto read = notices::readPicture(small, u"Us"_s);
        QCOMPARE(read->width, 60);
        QVERIFY(read->pixels == QByteArray(60 * 10 * 3, '\xff')); // on white
        QVERIFY(notices::housePicture(small).value() == small);
    }

    void refusesWhatIsNoPicture_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>");
        QTest::newRow("another format") << picture(10, 10, "BMP");
        QTest::newRow("cut off") << picture(300, 300, "PNG").first(60);
        QTest::newRow("too large a side") << picture(4097, 1, "PNG");
        QTest::newRow("too many bytes") << picture(10, 10, "PNG") + QByteArray(4 * 1024 * 1024, 'x');
    }

    void refusesWhatIsNoPicture()
    {
        QFETCH(const QByteArray, bytes);
        QCOMPARE(notices::housePicture(bytes).error().code, ErrorCode::BadInput);
    }

    void printsLetterheadAndSignatureOnceAFile()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(setHouseStyle(store.file(), style()));
        const LetterMaterial made = material(store, incident);
        const notices::Letter first = letter(made, u"Example"_s);
        const QString text = notices::plainText(first.document.blocks);
        QVERIFY2(text.contains(u"Dana Whitfield\nChief Privacy Officer"_s), qPrintable(text));
        QVERIFY(!text.contains(u"Privacy Office\n"_s));
        notices::PlacedDocument placed;
        const QByteArray pdf = printed({first.document, letter(made, u"Sample"_s).document}, placed);
        QCOMPARE(pdf.count("/Subtype/Image"), 2); // of two letters
        QVERIFY(!placed.windowCrowded);
        QVERIFY(printed({first.document, letter(made, u"Sample"_s).document}, placed) == pdf);
        QFile file(store.filePath(u"two.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size());
        file.close();
        QProcess check;
        check.start(u"qpdf"_s, {u"--check"_s, file.fileName()});
        QVERIFY(check.waitForFinished(test::kPatience));
        QCOMPARE(check.exitCode(), 0);
        QProcess plain;
        plain.start(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, file.fileName(), u"-"_s});
        QVERIFY(plain.waitForFinished(test::kPatience));
        const QByteArray open = plain.readAllStandardOutput();
        QCOMPARE(open.count("/S /Figure"), 4);
        QCOMPARE(open.count("/Alt (Sample Wellness Store)"), 2);
        QCOMPARE(open.count("/Alt (Signature of Dana Whitfield)"), 2);
        QVERIFY(notices::toHtml(first.document).contains(u"alt=\"Signature of Dana Whitfield\""_s));
    }

    void isPartOfWhatIsApproved()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const LetterMaterial before = material(store, incident);
        const QString plainHash = letter(before, u"Example"_s).sha256;
        QVERIFY(setHouseStyle(store.file(), style()));
        const LetterMaterial green = material(store, incident);
        QVERIFY(green.pinned != before.pinned);
        QVERIFY(green.pinnedParts.value("organization"_L1) != before.pinnedParts.value("organization"_L1));
        QVERIFY(setHouseStyle(store.file(), style(Qt::red)));
        const LetterMaterial red = material(store, incident);
        QVERIFY(red.pinned != green.pinned);
        QVERIFY(letter(red, u"Example"_s).sha256 != letter(green, u"Example"_s).sha256);
        QVERIFY(setHouseStyle(store.file(), {}));
        QCOMPARE(material(store, incident).pinned, before.pinned);
        QCOMPARE(letter(material(store, incident), u"Example"_s).sha256, plainHash);
    }

    void tellsTheLedgerHashesOnly()
    {
        CaseFixture store;
        QVERIFY(setHouseStyle(store.file(), style()));
        const LedgerRow entry = store.ask(LedgerRows())->first();
        QCOMPARE(entry.action, u"organization.set"_s);
        QCOMPARE(entry.after.value("letterhead"_L1)["sha256"_L1].toString().size(), 64);
        QCOMPARE(store.ask(OrganizationQuery())->signature.title, u"Chief Privacy Officer"_s);
        HouseStyle wrong = style();
        wrong.letterhead = "no PNG";
        QCOMPARE(setHouseStyle(store.file(), wrong).error().code, ErrorCode::BadInput);
    }
};

QTEST_MAIN(TestJobsHouseStyle)
#include "tst_jobs_house_style.moc"
