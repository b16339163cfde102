// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/pdf/pdf_reader.h"
#include "models/notices/sample_letters.h"
#include "notices/overlay_set.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/pdf/pdf_writer.h"

#include <QFile>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;

namespace {

/// All codes of the Postal Service for States and territories, and two that are none.
const QStringList kStates = u"AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV "
                            u"NH NJ NM NY NC ND OH OK OR PA "
                            "RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AE ZZ"_s.split(u' ');

LetterRecipient personIn(const QString &state, LetterForm form = LetterForm::Adult)
{
    LetterRecipient person = sample::recipient();
    person.state = state;
    person.form = form;
    person.dataElements = {u"name"_s, u"ssn"_s};
    return person;
}

const LetterComposer &composer()
{
    static const LetterComposer made([] {
        LetterInputs inputs = sample::inputs();
        inputs.incident.affected = 2318;
        return inputs;
    }());
    return made;
}

const Narratives kSpanish{u"Se abrió un archivo."_s, u"Lo cerramos."_s, {}, {}};

QString letterOf(const LetterRecipient &person)
{
    const auto letter = composer().compose(person);
    return letter ? plainText(letter->document.blocks) : letter.error().message;
}

QByteArray pdfOf(const LetterRecipient &person)
{
    return renderDocument(composer().compose(person)->document).value_or(QByteArray());
}

QByteArray bundledJson()
{
    QFile file(u":/notices/overlays.json"_s);
    return OverlaySet::bundled() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A word by which each wording is known in an English letter.
const QMap<QString, QString> kMarks{{u"number-affected"_s, u"this incident affected 2,318 people"_s},
                                    {u"acquired"_s, u"someone who had no right to it obtained"_s},
                                    {u"delay"_s, u"No law enforcement agency asked us"_s},
                                    {u"review-statements"_s, u"Stay alert."_s},
                                    {u"report-identity-theft"_s, u"Report any sign of identity theft."_s},
                                    {u"police-report"_s, u"Ask for a police report."_s},
                                    {u"fraud-alert"_s, u"Place a fraud alert."_s},
                                    {u"freeze-steps"_s, u"Ask for a security freeze."_s},
                                    {u"fcra-rights"_s, u"Fair Credit Reporting Act"_s},
                                    {u"office"_s, u"Attorney General"_s},
                                    {u"ftc"_s, u"600 Pennsylvania Avenue NW"_s},
                                    {u"bureaus"_s, u"P.O. Box 105788, Atlanta, GA 30348"_s},
                                    {u"sources-freezes"_s, u"more about fraud alerts and security freezes"_s},
                                    {u"sources-identity-theft"_s, u"how to avoid identity theft"_s}};

double smallestTypeOf(const QByteArray &pdf)
{
    static const QRegularExpression size(u"([0-9.]+) Tf\\b"_s);
    double smallest = 1000;
    auto matches = size.globalMatch(
        samples::reportOf(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, u"FILE"_s, u"-"_s}, pdf));
    while (matches.hasNext())
        smallest = std::min(smallest, matches.next().captured(1).toDouble());
    return smallest;
}

} // namespace

class TestNoticesOverlays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsThoseOfTheProgram();
    void refusesAFaultWithItsPlace_data();
    void refusesAFaultWithItsPlace();
    void refusesWordingsWithTheirLine_data();
    void refusesWordingsWithTheirLine();
    void refusesADemandWithoutAWording();
    void takesTheStateOfResidence_data();
    void takesTheStateOfResidence();
    void otherStatesGetTheTemplatesOwnText();
    void eachOfficeStandsInItsStateAlone();
    void eachWordingStandsWhereItIsAskedFor();
    void massachusettsTellsNeitherNatureNorNumber_data();
    void massachusettsTellsNeitherNatureNorNumber();
    void californiaHasItsTitleHeadingsAndType();
    void californiaNamesTheBureausOnlyForTheirData_data();
    void californiaNamesTheBureausOnlyForTheirData();
    void saysWhetherLawEnforcementDelayed();
    void saysNothingOfADelayThatNobodyRecorded();
    void claimsNoAcquisitionThatIsOnlyPresumed();
    void saysNoNumberThatNobodyKnows();
    void makesTheTextOfAStateOnce();
    void hashSeesDataAndWordings();
};

void TestNoticesOverlays::initTestCase()
{
    QVERIFY(loadLetterFonts());
}

void TestNoticesOverlays::readsThoseOfTheProgram()
{
    const auto set = OverlaySet::bundled();
    QVERIFY2(set, qPrintable(set ? QString() : set.error().message));
    QCOMPARE(set->all().size(), 29);
    const Overlay *massachusetts = set->find(u"MA"_s);
    QVERIFY(massachusetts);
    QCOMPARE(massachusetts->monitoring->months, 18);
    QCOMPARE(massachusetts->monitoring->when, QStringList{u"ssn"_s});
    QVERIFY(massachusetts->withoutNature && massachusetts->withoutResidents);
    QCOMPARE(set->find(u"CT"_s)->monitoring->months, 24);
    QCOMPARE(set->find(u"CA"_s)->smallestType, 10);
    QCOMPARE(set->find(u"PA"_s)->confidence, u"doubtful"_s);
    QVERIFY(!set->find(u"PA"_s)->counsel.isEmpty());
    for (const Overlay &overlay : set->all())
        QVERIFY2(kStates.contains(overlay.state), qPrintable(overlay.state));
}

void TestNoticesOverlays::refusesAFaultWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &was, const QByteArray &is, const QString &place) {
        QTest::newRow(name) << was << is << place;
    };
    row("other format", "\"tocsin-overlays\"", "\"tocsin-rules\"", u"format"_s);
    row("later format", "\"format_version\": 1", "\"format_version\": 2", u"format_version"_s);
    row("unknown key", "\"smallest_type\"", "\"largest_type\"", u"jurisdictions[2]"_s);
    row("type", "\"smallest_type\": 10", "\"smallest_type\": 100", u"jurisdictions[2].smallest_type"_s);
    row("State", "\"state\": \"AZ\"", "\"state\": \"Arizona\"", u"jurisdictions[1].state"_s);
    row("State twice", "\"state\": \"AZ\"", "\"state\": \"AL\"", u"jurisdictions[1].state"_s);
    row("confidence", "\"confidence\": \"doubtful\"", "\"confidence\": \"sure\"", u"].confidence"_s);
    row("met by nothing", "\"by\": \"164.404(c)(1)(A)\"", "\"by\": \"164.404(c)(1)(F)\"",
        u"jurisdictions[0].must_say[0].by"_s);
    row("met by a flag", "\"by\": \"164.404(c)(1)(A)\"", "\"by\": \"data.credit\"",
        u"jurisdictions[0].must_say[0].by"_s);
    row("unknown kind", "\"when\": [\"ssn\"]", "\"when\": [\"shoe-size\"]", u".when"_s);
    row("empty kinds", "\"when\": [\"ssn\"]", "\"when\": []", u".when"_s);
    row("months", "\"months\": 12", "\"months\": 0", u"jurisdictions[2].monitoring.months"_s);
    row("phone", "\"phones\": [\"1-888-298-0045\"]", "\"phones\": [\"call us\"]", u"agencies[0].phones"_s);
    row("web", "\"web\": \"www.equifax.com\"", "\"web\": \"javascript:x\"", u"agencies[0].web"_s);
    row("agency", "\"id\": \"ftc\"", "\"id\": \"fbi\"", u"agencies[3].id"_s);
    row("prohibition", "[\"nature\", \"residents\"]", "[\"nature\", \"all\"]", u".must_not_say"_s);
    row("prohibition twice", "[\"nature\", \"residents\"]", "[\"nature\", \"nature\"]", u".must_not_say"_s);
    row("control character", "\"name\": \"Alabama\"", "\"name\": \"Ala\\u0007bama\"", u"jurisdictions[0].name"_s);
    row("override", "\"name\": \"Alabama\"", "\"name\": \"Ala\\u202ebama\"", u"jurisdictions[0].name"_s);
    row("long text", "\"name\": \"Alabama\"", "\"name\": \"" + QByteArray(400, 'a') + '"', u"jurisdictions[0].name"_s);
    row("heading", "{\"citation\": \"164.404(c)(1)(A)\", \"en\"", "{\"citation\": \"164.404(c)(1)(C)\", \"en\"",
        u"jurisdictions[2].headings[3].citation"_s);
    row("an office that is not there", "\"by\": \"acquired\"", "\"by\": \"office\"", u".must_say"_s);
    row("no JSON", "{", "[", u"overlays.json"_s);
}

void TestNoticesOverlays::refusesAFaultWithItsPlace()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QFETCH(QString, place);
    QByteArray json = bundledJson();
    const qsizetype at = json.indexOf(was);
    QVERIFY(at >= 0);
    json.replace(at, was.size(), is);
    const auto read = OverlayFile::parse(json, u"overlays.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY2(read.error().message.contains("overlays.json"_L1), qPrintable(read.error().message));
    QVERIFY2(read.error().message.contains(place), qPrintable(read.error().message));
}

void TestNoticesOverlays::refusesWordingsWithTheirLine_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("line"); // of the body
    QTest::newRow("text without a place") << QByteArray("Hello.\n") << 1;
    QTest::newRow("unknown place") << QByteArray("# elsewhere\n") << 1;
    QTest::newRow("no place but a text") << QByteArray("# office\n") << 1;
    QTest::newRow("place twice") << QByteArray("# steps\n\n# steps\n") << 3;
    QTest::newRow("wording without a place") << QByteArray("## police-report\n\nText.\n") << 1;
    QTest::newRow("key with spaces") << QByteArray("# steps\n\n## Police report\n") << 3;
    QTest::newRow("key of another meaning") << QByteArray("# steps\n\n## offer\n") << 3;
    QTest::newRow("key twice") << QByteArray("# steps\n\n## a\n\nx\n\n# contacts\n\n## a\n") << 9;
    QTest::newRow("deep heading") << QByteArray("# steps\n\n### a\n") << 3;
    QTest::newRow("place in a wording") << QByteArray("# steps\n\n## a\n\n{{overlay.steps}}\n") << 5;
}

void TestNoticesOverlays::refusesWordingsWithTheirLine()
{
    QFETCH(QByteArray, body);
    QFETCH(int, line);
    const QByteArray header = "---\nid: w\nkind: wordings\naudience: a\nlanguage: en\nversion: 1\n---\n";
    const auto text = Template::parse(header + body, u"w.md"_s);
    QVERIFY2(text, qPrintable(text ? QString() : text.error().message));
    const auto read = Wordings::of(*text, u"w.md"_s);
    QVERIFY(!read);
    QVERIFY2(read.error().message.startsWith(u"w.md, line %1: "_s.arg(7 + line)), qPrintable(read.error().message));
}

void TestNoticesOverlays::refusesADemandWithoutAWording()
{
    const QByteArray json = bundledJson().replace("\"by\": \"fcra-rights\"", "\"by\": \"fcra-duties\"");
    const auto set = OverlaySet::of(OverlayFile::parse(json, u"o"_s).value(), Wordings::bundled().value());
    QVERIFY(!set);
    QVERIFY2(set.error().message.contains("fcra-duties"_L1), qPrintable(set.error().message));
    QVERIFY(!OverlaySet::of(OverlayFile::parse(bundledJson(), u"o"_s).value(), {}));
    std::vector<Wordings> twice = Wordings::bundled().value();
    twice.push_back(twice.front());
    const auto conflict = OverlaySet::of(OverlayFile::parse(bundledJson(), u"o"_s).value(), std::move(twice));
    QCOMPARE(conflict.error().code, ErrorCode::Conflict);
}

void TestNoticesOverlays::takesTheStateOfResidence_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("overlay");
    QTest::newRow("code") << u"MA"_s << u"US"_s << u"MA"_s;
    QTest::newRow("no country") << u"MA"_s << QString() << u"MA"_s;
    QTest::newRow("as typed") << u" ma "_s << u"usa"_s << u"MA"_s;
    QTest::newRow("asks for nothing") << u"TX"_s << u"US"_s << QString();
    QTest::newRow("no State") << u"ZZ"_s << u"US"_s << QString();
    QTest::newRow("in words") << u"Massachusetts"_s << u"US"_s << QString();
    QTest::newRow("none") << QString() << u"US"_s << QString();
    QTest::newRow("abroad") << u"MA"_s << u"MA"_s << QString(); // Morocco
    QTest::newRow("Canada") << u"NC"_s << u"CA"_s << QString();
    QTest::newRow("forces") << u"AE"_s << u"US"_s << QString();
}

void TestNoticesOverlays::takesTheStateOfResidence()
{
    QFETCH(QString, state);
    QFETCH(QString, country);
    QFETCH(QString, overlay);
    LetterRecipient person = personIn(state);
    person.country = country;
    const Letter letter = composer().compose(person).value();
    QCOMPARE(letter.overlay ? letter.overlay->state : QString(), overlay);
}

void TestNoticesOverlays::otherStatesGetTheTemplatesOwnText()
{
    LetterInputs without = sample::inputs();
    without.overlays = {};
    const LetterComposer plain(without);
    int same = 0;
    for (const QString &state : kStates) {
        if (composer().inputs().overlays.find(state))
            continue;
        const Letter letter = composer().compose(personIn(state)).value();
        QCOMPARE(letter.document, plain.compose(personIn(state)).value().document);
        ++same;
    }
    QCOMPARE(same, kStates.size() - 29);
}

void TestNoticesOverlays::eachOfficeStandsInItsStateAlone()
{
    int offices = 0;
    for (const Overlay &overlay : composer().inputs().overlays.all()) {
        if (!overlay.office)
            continue;
        ++offices;
        for (const QString &state : kStates) {
            const QString letter = letterOf(personIn(state));
            QCOMPARE(letter.contains(overlay.office->line()), state == overlay.state);
            QCOMPARE(letter.contains(overlay.office->phones.first()), state == overlay.state);
        }
    }
    QCOMPARE(offices, 7);
}

void TestNoticesOverlays::eachWordingStandsWhereItIsAskedFor()
{
    QSet<QString> used;
    for (const QString &state : kStates) {
        QStringList asked;
        if (const Overlay *overlay = composer().inputs().overlays.find(state)) {
            for (const OverlayDemand &demand : overlay->mustSay)
                asked << demand.by;
        }
        for (const LetterForm form : {LetterForm::Adult, LetterForm::Minor, LetterForm::Deceased}) {
            const QString letter = letterOf(personIn(state, form));
            for (auto mark = kMarks.begin(); mark != kMarks.end(); ++mark) {
                if (mark.key() == "office"_L1)
                    continue; // its own test
                QVERIFY2(letter.contains(mark.value()) == asked.contains(mark.key()),
                         qPrintable(state + u": "_s + mark.key()));
                if (asked.contains(mark.key()))
                    used.insert(mark.key());
            }
        }
    }
    QCOMPARE(used.size(), kMarks.size() - 1);
    const QStringList keys = Wordings::bundled().value().front().keys();
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()), QSet<QString>(kMarks.keyBegin(), kMarks.keyEnd()));
}

void TestNoticesOverlays::massachusettsTellsNeitherNatureNorNumber_data()
{
    QTest::addColumn<LetterForm>("form");
    QTest::newRow("adult") << LetterForm::Adult;
    QTest::newRow("minor") << LetterForm::Minor;
    QTest::newRow("deceased") << LetterForm::Deceased;
}

void TestNoticesOverlays::massachusettsTellsNeitherNatureNorNumber()
{
    QFETCH(LetterForm, form);
    const QString letter = samples::textOf(pdfOf(personIn(u"MA"_s, form))).simplified();
    QVERIFY2(letter.contains("between January 11, 2026 and March 2, 2026"_L1), qPrintable(letter));
    QVERIFY(letter.contains("We learned of it on March 3, 2026"_L1));
    QVERIFY(letter.contains("right to get a copy"_L1));
    QVERIFY(letter.contains("It is free to place, to lift and to remove."_L1));
    const IncidentFields incident = sample::incident();
    const QStringList told = QString(incident.whatHappened + u' ' + incident.whatWeAreDoing)
                                 .simplified()
                                 .split(u". "_s, Qt::SkipEmptyParts);
    QVERIFY(told.size() >= 6);
    for (const QString &sentence : told)
        QVERIFY2(!letter.contains(sentence), qPrintable(sentence));
    for (const char *word : {"folder", "file of", "2,318", "2318", "residents"})
        QVERIFY2(!letter.contains(QLatin1StringView(word)), word);
    const QString neighbour = samples::textOf(pdfOf(personIn(u"VT"_s, form))).simplified();
    QVERIFY(neighbour.contains("A file of past orders"_L1) && neighbour.contains("We closed the folder"_L1));
}

void TestNoticesOverlays::californiaHasItsTitleHeadingsAndType()
{
    const Letter letter = composer().compose(personIn(u"CA"_s)).value();
    QStringList headings;
    for (const Block &block : letter.document.blocks) {
        if (const auto *heading = std::get_if<Heading>(&block))
            headings << textOf(heading->runs);
    }
    QCOMPARE(headings,
             (QStringList{u"Notice of Data Breach"_s, u"What Happened"_s, u"What Information Was Involved"_s,
                          u"What We Are Doing"_s, u"What You Can Do"_s, u"For More Information"_s}));
    const QByteArray pdf = pdfOf(personIn(u"CA"_s));
    const QString text = samples::textOf(pdf);
    qsizetype last = -1;
    for (const QString &heading : std::as_const(headings)) {
        const qsizetype at = text.indexOf(heading, last + 1);
        QVERIFY2(at > last, qPrintable(heading));
        last = at;
    }
    QCOMPARE(smallestTypeOf(pdf), 10.0);
    QCOMPARE(smallestTypeOf(pdfOf(personIn(u"NV"_s))), 9.0);
    QVERIFY(!samples::textOf(pdfOf(personIn(u"NV"_s))).contains("What Happened"_L1));
}

void TestNoticesOverlays::californiaNamesTheBureausOnlyForTheirData_data()
{
    QTest::addColumn<QStringList>("elements");
    QTest::addColumn<bool>("named");
    QTest::newRow("SSN") << QStringList{u"name"_s, u"ssn"_s} << true;
    QTest::newRow("licence, as typed") << QStringList{u" Drivers-License "_s} << true;
    QTest::newRow("passport") << QStringList{u"passport"_s} << false;
    QTest::newRow("diagnosis") << QStringList{u"name"_s, u"diagnosis"_s} << false;
}

void TestNoticesOverlays::californiaNamesTheBureausOnlyForTheirData()
{
    QFETCH(QStringList, elements);
    QFETCH(bool, named);
    LetterRecipient person = personIn(u"CA"_s);
    person.dataElements = elements;
    QCOMPARE(letterOf(person).contains("These offices can help you too:"_L1), named);
    QCOMPARE(letterOf(person).contains(kMarks.value(u"bureaus"_s)), named);
    person.state = u"CO"_s; // asks for them whatever was involved
    QVERIFY(letterOf(person).contains(kMarks.value(u"bureaus"_s)));
}

void TestNoticesOverlays::saysWhetherLawEnforcementDelayed()
{
    LetterInputs inputs = sample::inputs();
    inputs.incident.delayed = true;
    const LetterComposer delayed(inputs);
    const QString letter = plainText(delayed.compose(personIn(u"WY"_s))->document.blocks);
    QVERIFY(letter.contains("a law enforcement agency asked us to wait"_L1));
    QVERIFY(!letter.contains(kMarks.value(u"delay"_s)));
}

void TestNoticesOverlays::saysNothingOfADelayThatNobodyRecorded()
{
    LetterInputs inputs = sample::inputs();
    inputs.incident.delayed.reset();
    inputs.incident.translated.insert(u"es"_s, kSpanish);
    for (const QString &language : {u"en"_s, u"es"_s}) {
        for (const QString &state : {u"CA"_s, u"WY"_s}) {
            LetterRecipient person = personIn(state);
            person.language = language;
            const LetterComposer unknown(inputs);
            const QString letter = plainText(unknown.compose(person)->document.blocks);
            QVERIFY2(!letter.contains("law enforcement"_L1) && !letter.contains("autoridad policial"_L1),
                     qPrintable(letter));
        }
    }
}

void TestNoticesOverlays::claimsNoAcquisitionThatIsOnlyPresumed()
{
    const QString english = letterOf(personIn(u"WI"_s));
    QVERIFY2(english.contains("or by law we have to treat it so"_L1), qPrintable(english));
    LetterInputs inputs = sample::inputs();
    inputs.incident.translated.insert(u"es"_s, kSpanish);
    LetterRecipient person = personIn(u"WI"_s);
    person.language = u"es"_s;
    const LetterComposer told(inputs);
    const QString spanish = plainText(told.compose(person)->document.blocks);
    QVERIFY2(spanish.contains("o que la ley obliga a tratarla como si la hubiera obtenido"_L1), qPrintable(spanish));
}

void TestNoticesOverlays::saysNoNumberThatNobodyKnows()
{
    const LetterComposer unknown(sample::inputs());
    const Letter letter = unknown.compose(personIn(u"RI"_s)).value();
    QVERIFY(!plainText(letter.document.blocks).contains("this incident affected"_L1));
    QCOMPARE(letter.emptyFields, QStringList());
}

void TestNoticesOverlays::makesTheTextOfAStateOnce()
{
    const Template *first = composer().compose(personIn(u"MD"_s))->text;
    QCOMPARE(composer().compose(personIn(u"MD"_s))->text, first);
    QVERIFY(composer().compose(personIn(u"NY"_s))->text != first);
    QCOMPARE(first->sha256, composer().inputs().templates.find(LetterForm::Adult, u"en"_s)->sha256);
}

void TestNoticesOverlays::hashSeesDataAndWordings()
{
    const OverlayFile file = OverlayFile::parse(bundledJson(), u"o"_s).value();
    const QString whole = OverlaySet::of(file, Wordings::bundled().value())->sha256();
    QCOMPARE(whole, OverlaySet::bundled()->sha256());
    const OverlayFile spaced = OverlayFile::parse(bundledJson() + ' ', u"o"_s).value();
    QVERIFY(OverlaySet::of(spaced, Wordings::bundled().value())->sha256() != whole);
    std::vector<Wordings> english = Wordings::bundled().value();
    english.resize(1);
    QVERIFY(OverlaySet::of(file, english)->sha256() != whole);
}

QTEST_MAIN(TestNoticesOverlays)
#include "tst_notices_overlays.moc"
