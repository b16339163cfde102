// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/named_check.h"
#include "models/notices/sample_sheets.h"
#include "patience.h"

#include "notices/compose.h"
#include "notices/filing.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/pdf/pdf_writer.h"
#include "notices/sheet_checks.h"
#include "notices/sheet_files.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;
using tocsin::test::inputsOf;

namespace {

CheckResult checkOf(const SheetInputs &inputs, const QString &id, const QList<OtherNotice> &others = {})
{
    return sample::named(checkSheet(inputs, composeSheet(inputs), others), id);
}

QString readBack(const Document &document)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sheet.pdf"_s);
    if (!writeDocument(document, path))
        return {};
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    reader.waitForFinished(test::kPatience);
    return QString::fromUtf8(reader.readAllStandardOutput()).simplified();
}

} // namespace

class TestNoticesSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadLetterFonts()); }

    void knowsWhomEachKindTells_data()
    {
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<QString>("kind");
        const QList<std::pair<QString, QString>> rows{{u"HHS"_s, u"hhs-report"_s},
                                                      {u"HHS:part2"_s, u"part2-report"_s},
                                                      {u"AG:TX"_s, u"office"_s},
                                                      {u"AG:NY:hhs-copy"_s, u"office"_s},
                                                      {u"MA:OCABR"_s, u"office"_s},
                                                      {u"media:TX"_s, u"press-release"_s},
                                                      {u"CRA:TX"_s, u"credit-bureaus"_s},
                                                      {u"FTC"_s, u"ftc-report"_s},
                                                      {u"SEC"_s, u"sec-8k"_s},
                                                      {u"EU:SA"_s, u"gdpr-33"_s},
                                                      {u"JPN:PPC-final"_s, u"authority"_s},
                                                      {u"covered-entity"_s, u"covered-entity"_s},
                                                      {u"substitute"_s, u"website"_s},
                                                      {u"individuals"_s, QString()},
                                                      {u"individuals:TX"_s, QString()},
                                                      {u"containment:24h"_s, QString()}};
        for (const auto &[recipient, kind] : rows)
            QTest::newRow(qPrintable(recipient)) << recipient << kind;
    }

    void knowsWhomEachKindTells()
    {
        QFETCH(const QString, recipient);
        QFETCH(const QString, kind);
        const auto found = kindFor(*noticeKinds(), recipient);
        QCOMPARE(found ? found->kind : QString(), kind);
    }

    void composesEveryKindWithoutAnEmptyField_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("language");
        const auto kinds = noticeKindsInAllLanguages();
        QVERIFY2(kinds, kinds ? "" : qPrintable(kinds.error().message));
        for (const NoticeKind &kind : *kinds)
            QTest::newRow(qPrintable(kind.templateId)) << kind.kind << kind.language;
    }

    void composesEveryKindWithoutAnEmptyField()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, language);
        const SheetInputs inputs = inputsOf(*noticeKind(kind, language));
        const Sheet sheet = composeSheet(inputs);
        QCOMPARE(sheet.emptyFields, QStringList());
        QCOMPARE(composeSheet(inputs).document, sheet.document);
        const auto errors = readyToRun(checkSheet(inputs, sheet, {}));
        QVERIFY2(errors, errors ? "" : qPrintable(errors.error().message));
        const QString text = readBack(sheet.document);
        QVERIFY(text.contains(u"Sample Wellness Store"_s));
        QVERIFY2(!text.contains(u"{{"_s) && !text.contains(u"**"_s), qPrintable(text));
        QVERIFY(toPlainText(sheet.document).contains(u"Sample Wellness Store"_s));
        QVERIFY(toOdt(sheet.document)->startsWith("PK"));
        if (inputs.kind.isPublic)
            QVERIFY2(checkOf(inputs, u"reading-level"_s).level == CheckLevel::Ok,
                     qPrintable(checkOf(inputs, u"reading-level"_s).title));
    }

    void givesTheHhsFormInThePortalsOrder()
    {
        SheetInputs inputs = inputsOf(u"hhs-report"_s);
        inputs.words.insert(u"location"_s, u"Email\nNetwork Server"_s);
        const Sheet sheet = composeSheet(inputs);
        QStringList labels;
        QMap<QString, QString> values;
        for (const SheetRow &row : sheet.rows) {
            if (row.heading == filingHeading())
                continue;
            labels << row.label;
            values.insert(row.label, row.value);
        }
        QCOMPARE(labels.mid(0, 4), QStringList({u"Type of report"_s, u"Tracking number"_s, u"Size"_s, u"Filer"_s}));
        QVERIFY(labels.indexOf(u"Discovered"_s) < labels.indexOf(u"Type of breach"_s));
        QVERIFY(labels.indexOf(u"Location of the information"_s) < labels.indexOf(u"Safeguards in place before"_s));
        QCOMPARE(labels.constLast(), u"Attested by"_s);
        QCOMPARE(values.value(u"Size"_s), u"500 or more individuals"_s);
        QCOMPARE(values.value(u"Breach began"_s), u"January 11, 2026"_s);
        QCOMPARE(values.value(u"Individuals affected"_s), u"620"_s);
        QCOMPARE(values.value(u"Location of the information"_s), u"Email; Network Server"_s);
        QCOMPARE(values.value(u"Media in"_s), u"Texas"_s);
        const QString text = readBack(sheet.document);
        QVERIFY2(text.contains(u"Location of the information: Email; Network Server"_s), qPrintable(text));
    }

    void speaksSpanishWherePeopleOutsideReadIt()
    {
        QStringList spanish;
        const auto kinds = noticeKindsInAllLanguages();
        for (const NoticeKind &kind : *kinds) {
            if (kind.language == u"es"_s)
                spanish << kind.templateId;
        }
        QCOMPARE(spanish, QStringList({u"press-release-es"_s, u"website-es"_s, u"call-centre-es"_s}));
        QCOMPARE(noticeKind(u"board"_s, u"es"_s).error().code, ErrorCode::NotFound);
        QVERIFY(noticeKind(u"website"_s, u"fr"_s).error().message.contains(u"en, es"_s));
        SheetInputs inputs = inputsOf(*noticeKind(u"website"_s, u"es"_s));
        const Sheet sheet = composeSheet(inputs);
        const QString text = toPlainText(sheet.document);
        QVERIFY(text.contains(u"Personas de fuera podían leer un archivo."_s));
        QVERIFY2(text.contains(u"desde el 1 de abril de 2026"_s), qPrintable(text));
        QVERIFY2(text.contains(u"entre el 11 de enero de 2026 y el 2 de marzo de 2026"_s), qPrintable(text));
        QVERIFY(toHtml(sheet.document).contains(u"lang=\"es-US\""_s));
        inputs.words.insert(u"what_happened"_s, u"Lo nuestro: 611 personas."_s);
        QVERIFY(toPlainText(composeSheet(inputs).document).contains(u"Lo nuestro"_s));
        QCOMPARE(checkOf(inputs, u"facts"_s).level, CheckLevel::Warning); // the facts count 620
        // What nobody told in Spanish is missing; the English words do not stand in for it.
        inputs.words.remove(u"what_happened"_s);
        inputs.incident.translated[u"es"_s].whatHappened.clear();
        QCOMPARE(checkOf(inputs, u"incident.what_happened"_s).level, CheckLevel::Error);
    }

    void readsTextOfStrangersAsText()
    {
        const QString hostile = u"<script>alert(1)</script> **bold** {{organization.name}} &amp; \"x\""_s;
        const auto kinds = noticeKinds();
        for (const NoticeKind &kind : *kinds) {
            SheetInputs inputs = inputsOf(kind);
            inputs.incident.whatHappened = hostile;
            inputs.organization.name = hostile;
            for (const WordField &field : kind.fields) {
                if (field.type == WordField::Type::Text || field.type == WordField::Type::Paragraphs)
                    inputs.words.insert(field.key, hostile);
            }
            const Sheet sheet = composeSheet(inputs);
            const QString html = toHtml(sheet.document);
            QVERIFY2(!html.contains(u"<script"_s) && !html.contains(u"&amp; &quot;x"_s), qPrintable(kind.kind));
            QVERIFY(html.contains(u"&lt;script&gt;alert(1)&lt;/script&gt; **bold** {{organization.name}} &amp;amp;"_s));
            QVERIFY(toPlainText(sheet.document).contains(hostile));
        }
    }

    /// What is typed stands alone: each part of an address and of a name, as the portal asks for it.
    void givesEveryAnswerOfThePortalByItself()
    {
        SheetInputs inputs = inputsOf(u"hhs-report"_s);
        inputs.organization.address = {u"PO Box 4410"_s, u"Suite 7"_s, u"Evanston, IL 60204-0001"_s};
        inputs.words.insert(u"contact_name"_s, u"Dana Mary Whitfield"_s);
        inputs.words.insert(u"actions_taken"_s, u"Improved physical security\nTook steps to mitigate harm"_s);
        inputs.facts.unreachable = 10;
        const auto value = [&inputs](const QString &label) {
            const Sheet sheet = composeSheet(inputs);
            const auto row = std::find_if(sheet.rows.begin(), sheet.rows.end(),
                                          [&label](const SheetRow &each) { return each.label == label; });
            return row == sheet.rows.end() ? QString() : row->value;
        };
        QCOMPARE(value(u"Street address"_s), u"PO Box 4410, Suite 7"_s);
        QCOMPARE(value(u"City"_s), u"Evanston"_s);
        QCOMPARE(value(u"State"_s), u"IL"_s);
        QCOMPARE(value(u"ZIP"_s), u"60204-0001"_s);
        QCOMPARE(value(u"Contact, first name"_s), u"Dana Mary"_s);
        QCOMPARE(value(u"Contact, last name"_s), u"Whitfield"_s);
        QCOMPARE(value(u"Kind of telephone"_s), u"Work"_s);
        QCOMPARE(value(u"Discovery ended"_s), value(u"Discovered"_s));
        QCOMPARE(value(u"Actions taken, from the list"_s),
                 u"Improved physical security; Took steps to mitigate harm"_s);
        QCOMPARE(value(u"Substitute notice for"_s), u"10 or more"_s);
        inputs.facts.unreachable = 9;
        QCOMPARE(value(u"Substitute notice for"_s), u"Fewer than 10"_s);
        inputs.organization.address = {u"1 High Street"_s, u"London"_s};
        QCOMPARE(value(u"Street address"_s), u"1 High Street, London"_s);
        QCOMPARE(composeSheet(inputs).emptyFields, QStringList());
    }

    void asksForPart2RecordsAsTheirPortalDoes()
    {
        SheetInputs inputs = inputsOf(u"part2-report"_s);
        const QString text = toPlainText(composeSheet(inputs).document);
        QVERIFY(text.contains(u"Part 2 program, for itself"_s));
        QVERIFY2(!text.contains(u"overed entity"_s), qPrintable(text));
        inputs.words.insert(u"filer_role"_s, u"Qualified service organization, for a Part 2 program"_s);
        QCOMPARE(checkOf(inputs, u"answer.filer_role"_s).level, CheckLevel::Error);
        inputs.organization.kind = u"business-associate"_s;
        QCOMPARE(checkOf(inputs, u"answer.filer_role"_s).level, CheckLevel::Ok);
    }

    void givesAnOfficeTheDayThatItAsksFor()
    {
        SheetInputs inputs = inputsOf(u"office"_s);
        inputs.office = *filingOffice(u"AG:NH"_s);
        inputs.facts.told = {};
        inputs.words.remove(u"planned"_s);
        const CheckResult asked = checkOf(inputs, u"needs"_s);
        QCOMPARE(asked.level, CheckLevel::Error);
        QVERIFY2(asked.detail.contains(u"(planned)"_s), qPrintable(asked.detail));
        inputs.words.insert(u"planned"_s, u"2026-04-20"_s);
        QCOMPARE(checkOf(inputs, u"needs"_s).level, CheckLevel::Ok);
        QVERIFY(toPlainText(composeSheet(inputs).document).contains(u"planned for April 20, 2026"_s));
        inputs.words.remove(u"planned"_s);
        inputs.facts.told = QDate(2026, 4, 10);
        QCOMPARE(checkOf(inputs, u"needs"_s).level, CheckLevel::Ok);
    }

    void refusesWordsThatTheFormDoesNotKnow()
    {
        SheetInputs inputs = inputsOf(u"hhs-report"_s);
        QCOMPARE(checkOf(inputs, u"choices"_s).level, CheckLevel::Ok);
        inputs.words.insert(u"breach_type"_s, u"Theft\nMagic"_s);
        QCOMPARE(checkOf(inputs, u"choices"_s).level, CheckLevel::Error);
        QVERIFY(checkOf(inputs, u"choices"_s).detail.contains(u"Magic"_s));
        inputs = inputsOf(u"hhs-report"_s);
        inputs.words.insert(u"notice_from"_s, u"tomorrow"_s);
        QCOMPARE(checkOf(inputs, u"choices"_s).level, CheckLevel::Error);
        inputs.words.insert(u"notice_from"_s, u"2026-03-01"_s); // before the discovery
        QCOMPARE(checkOf(inputs, u"dates"_s).level, CheckLevel::Error);
        inputs.words.remove(u"entity_type"_s);
        QCOMPARE(checkOf(inputs, u"words.entity_type"_s).level, CheckLevel::Error);
        QCOMPARE(checkOf(inputs, u"words.entity_type"_s).citation, inputs.duty.citation);
        inputs.words.insert(u"attested_by"_s, u"[name]"_s);
        QCOMPARE(checkOf(inputs, u"placeholders"_s).level, CheckLevel::Error);
    }

    void namesEveryWrongChoiceByTheFieldThatIsTyped()
    {
        SheetInputs inputs = inputsOf(u"hhs-report"_s);
        inputs.words.insert(u"breach_type"_s, u"Magic"_s);
        inputs.words.insert(u"entity_type"_s, u"Hospital"_s);
        inputs.words.insert(u"notice_from"_s, u"tomorrow"_s);
        const QString detail = checkOf(inputs, u"choices"_s).detail;
        for (const QString &key : {u"(breach_type)"_s, u"(entity_type)"_s, u"(notice_from)"_s})
            QVERIFY2(detail.contains(key), qPrintable(detail));
        inputs.words.remove(u"attested_by"_s);
        const QString missing = checkOf(inputs, u"words.attested_by"_s).detail;
        QVERIFY2(missing.contains(u"the field “attested_by”"_s) && !missing.contains(u"{{"_s), qPrintable(missing));
        inputs.incident.whatWeAreDoing.clear();
        QVERIFY(checkOf(inputs, u"incident.what_we_are_doing"_s).detail.contains(u"the field “what_we_are_doing”"_s));
        inputs.facts.affected.reset();
        QVERIFY(checkOf(inputs, u"incident.affected"_s).detail.contains(u"the facts"_s));
    }

    void refusesAContactThatNobodyCouldReach()
    {
        SheetInputs inputs = inputsOf(u"hhs-report"_s);
        QCOMPARE(checkOf(inputs, u"contact"_s).level, CheckLevel::Ok);
        inputs.words.insert(u"contact_phone"_s, u"+1 (312) 555-0142 ext. 7"_s);
        QCOMPARE(checkOf(inputs, u"contact"_s).level, CheckLevel::Ok);
        inputs.words.insert(u"contact_email"_s, u"privacy at example"_s);
        inputs.words.insert(u"contact_phone"_s, u"ask the desk"_s);
        const CheckResult check = checkOf(inputs, u"contact"_s);
        QCOMPARE(check.level, CheckLevel::Error);
        QVERIFY2(check.detail.contains(u"contact_email"_s) && check.detail.contains(u"contact_phone"_s),
                 qPrintable(check.detail));
    }

    void findsAnswersThatTheFactsContradict_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("open");
        QTest::addColumn<bool>("done");
        QTest::addColumn<int>("level");
        const auto row = [](const char *name, const QString &answer, bool open, bool done, CheckLevel level) {
            QTest::newRow(name) << answer << open << done << static_cast<int>(level);
        };
        row("yes, while it is open", u"Yes"_s, true, false, CheckLevel::Error);
        row("yes, given in one State and open in another", u"Yes"_s, true, true, CheckLevel::Error);
        row("yes, and given", u"Yes"_s, false, true, CheckLevel::Ok);
        row("yes, where none is owed", u"Yes"_s, false, false, CheckLevel::Ok);
        row("no, though given", u"No"_s, false, true, CheckLevel::Error);
        row("no, and still open", u"No"_s, true, false, CheckLevel::Warning);
        row("no, and none is owed", u"No"_s, false, false, CheckLevel::Ok);
    }

    void findsAnswersThatTheFactsContradict()
    {
        QFETCH(const QString, answer);
        QFETCH(const bool, open);
        QFETCH(const bool, done);
        QFETCH(const int, level);
        SheetInputs inputs = inputsOf(u"hhs-report"_s);
        const GivenNotice given{open ? QStringList(u"media in Texas"_s) : QStringList(), done};
        inputs.facts.media = given;
        inputs.facts.substitute = given;
        for (const QString &key : {u"media"_s, u"substitute"_s}) {
            inputs.words.insert(key, answer);
            QCOMPARE(static_cast<int>(checkOf(inputs, u"answer."_s + key).level), level);
        }
    }

    void findsAFilerAndADayThatTheFactsContradict()
    {
        SheetInputs inputs = inputsOf(u"hhs-report"_s);
        QCOMPARE(checkOf(inputs, u"answer.filer_role"_s).level, CheckLevel::Ok);
        inputs.words.insert(u"filer_role"_s, u"Business associate, for a covered entity"_s);
        QCOMPARE(checkOf(inputs, u"answer.filer_role"_s).level, CheckLevel::Error);
        inputs.organization.kind = u"business-associate"_s;
        QCOMPARE(checkOf(inputs, u"answer.filer_role"_s).level, CheckLevel::Ok);
        inputs.facts.told = QDate(2026, 4, 2);
        inputs.words.insert(u"notice_from"_s, u"2026-04-02"_s);
        QCOMPARE(checkOf(inputs, u"answer.notice_from"_s).level, CheckLevel::Ok);
        inputs.words.insert(u"notice_from"_s, u"2026-04-05"_s);
        QCOMPARE(checkOf(inputs, u"answer.notice_from"_s).level, CheckLevel::Warning);
    }

    void findsFiguresAndDatesThatDisagree()
    {
        SheetInputs inputs = inputsOf(u"press-release"_s);
        QCOMPARE(checkOf(inputs, u"facts"_s).level, CheckLevel::Ok);
        inputs.words.insert(u"what_happened"_s, u"We discovered a leak on March 3, 2026. It touched 620 people."_s);
        QCOMPARE(checkOf(inputs, u"facts"_s).level, CheckLevel::Ok);
        inputs.words.insert(u"what_happened"_s, u"It touched 1,000 people."_s);
        QCOMPARE(checkOf(inputs, u"facts"_s).level, CheckLevel::Warning);
        inputs.words.insert(u"what_happened"_s, u"We discovered a leak on March 5, 2026."_s);
        QCOMPARE(checkOf(inputs, u"facts"_s).level, CheckLevel::Error);
        inputs = inputsOf(u"press-release"_s);
        QCOMPARE(checkOf(inputs, u"other-notices"_s, {{u"Letter"_s, u"This touched 600 people."_s}}).level,
                 CheckLevel::Ok);
        const auto count = checkOf(inputs, u"other-notices"_s, {{u"Letter"_s, u"This touched 611 people."_s}});
        QCOMPARE(count.level, CheckLevel::Warning);
        QVERIFY(count.detail.contains(u"Letter"_s) && count.detail.contains(u"611"_s));
        const auto date = checkOf(inputs, u"other-notices"_s, {{u"HHS"_s, u"We learned of it on March 9, 2026."_s}});
        QCOMPARE(date.level, CheckLevel::Warning);
    }

    void demandsTheFiveElementsOfAPressRelease()
    {
        SheetInputs inputs = inputsOf(u"press-release"_s);
        QCOMPARE(checkOf(inputs, u"elements"_s).level, CheckLevel::Ok);
        inputs.text.required.pop_back();
        QVERIFY(checkOf(inputs, u"elements"_s).detail.contains(u"164.404(c)(1)(E)"_s));
    }

    void marksWhatCounselHasToConfirm()
    {
        SheetInputs inputs = inputsOf(u"office"_s);
        QCOMPARE(checkOf(inputs, u"counsel"_s).level, CheckLevel::Ok);
        inputs.duty.counselReview = true;
        QCOMPARE(checkOf(inputs, u"counsel"_s).level, CheckLevel::Warning);
        inputs.duty.counselReview = false;
        inputs.office.counselReview = true;
        QCOMPARE(checkOf(inputs, u"counsel"_s).level, CheckLevel::Warning);
    }

    void saysWhatFitsAudienceAndPhase()
    {
        SheetInputs inputs = inputsOf(u"holding"_s);
        const auto says = [&](const QString &audience, const QString &phase) {
            inputs.words.insert(u"audience"_s, audience);
            inputs.words.insert(u"phase"_s, phase);
            return toPlainText(composeSheet(inputs).document);
        };
        QVERIFY(says(u"Press"_s, u"First hours"_s).contains(u"too early"_s));
        QVERIFY(!says(u"Press"_s, u"Investigation"_s).contains(u"too early"_s));
        QVERIFY(says(u"Patients"_s, u"Investigation"_s).contains(u"keep caring"_s));
        QVERIFY(!says(u"Partners"_s, u"Investigation"_s).contains(u"keep caring"_s));
    }

    void formatListsEveryField()
    {
        QFile file(QStringLiteral(TOCSIN_SOURCE_DIR "/models/notices/FORMAT.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString format = QString::fromUtf8(file.readAll());
        const FieldBook book = sheetBook(NoticeKind());
        for (const FieldInfo &info : book.all())
            QVERIFY2(format.contains(u"| `%1` |"_s.arg(info.name)), qPrintable(info.name));
    }

    void refusesAFileOfKindsThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("no choices") << QByteArray(R"({"key":"a","title":"A","type":"choice"})");
        QTest::newRow("choices of a text") << QByteArray(R"({"key":"a","title":"A","type":"text","choices":["x"]})");
        QTest::newRow("preset") << QByteArray(R"({"key":"a","title":"A","type":"date","preset":"soon"})");
        QTest::newRow("set") << QByteArray(R"("nothing")");
        QTest::newRow("type") << QByteArray(R"({"key":"a","title":"A","type":"colour"})");
    }

    void refusesAFileOfKindsThatIsWrong()
    {
        QFETCH(const QByteArray, field);
        const QByteArray json
            = R"({"format":1,"sets":{"story":[],"contact":[],"hhs":[],"part2":[]},"kinds":[{"kind":"k","title":"K",
            "group":"inside","audience":"A","recipients":[],"template":"board-en","approvers":["legal-counsel"],"fields":[)"
            + field + "]}]}";
        QCOMPARE(parseNoticeKinds(json, u"kinds"_s).error().code, ErrorCode::BadInput);
    }
};

QTEST_MAIN(TestNoticesSheets)
#include "tst_notices_sheets.moc"
