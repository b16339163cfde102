// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/named_check.h"
#include "models/notices/pdf/pdf_reader.h"
#include "models/notices/sample_letters.h"
#include "notices/checks.h"
#include "notices/data_elements.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/pdf/pdf_writer.h"
#include "notices/reading_level.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;
using tocsin::notices::sample::named;

Q_DECLARE_METATYPE(Narratives)

namespace {

/// The sample's account in Spanish.
Narratives told()
{
    return {u"Un archivo de pedidos quedó en una carpeta en línea sin clave. Cualquiera que tuviera su dirección podía "
            "leerlo.\n\nNo sabemos que alguien lo haya usado mal. Se lo decimos para que tenga cuidado."_s,
            u"Cerramos la carpeta el mismo día. Ahora ponemos clave a cada archivo con información de salud y lo "
            "revisamos cada semana."_s,
            {},
            {}};
}

LetterInputs inputs()
{
    LetterInputs made = sample::inputs();
    made.incident.translated.insert(u"es"_s, told());
    made.incident.affected = 2318;
    return made;
}

LetterRecipient person(LetterForm form = LetterForm::Adult, const QString &state = u"TX"_s)
{
    LetterRecipient made = sample::recipient();
    made.language = u"es"_s;
    made.form = form;
    made.state = state;
    made.dataElements = dataElementTokens();
    return made;
}

QString letterText(const LetterRecipient &recipient)
{
    const LetterComposer composer(inputs());
    const auto letter = composer.compose(recipient);
    const auto pdf = letter ? renderDocument(letter->document) : Result<QByteArray>(QByteArray());
    return samples::textOf(pdf.value_or(QByteArray())).simplified();
}

/// What a text is made of, without its words.
QString skeleton(const TemplateInlines &inlines)
{
    QString made;
    for (const TemplateInline &piece : inlines) {
        if (piece.kind == TemplateInline::Kind::Field || piece.kind == TemplateInline::Kind::Section)
            made += QString(fieldInfo(piece.field).name) + skeleton(piece.children) + u';';
    }
    return made;
}

QString skeleton(const std::vector<TemplateBlock> &blocks)
{
    QString made;
    for (const TemplateBlock &block : blocks) {
        made += QString::number(static_cast<int>(block.kind)) + QString::number(block.level);
        if (block.kind == TemplateBlock::Kind::Section)
            made += QString(fieldInfo(block.field).name) + (block.inverted ? u"^" : u"#") + u'{'
                + skeleton(block.children) + u'}';
        // Spanish may name a person at another place of a sentence.
        QStringList fields = skeleton(block.inlines).split(u';', Qt::SkipEmptyParts);
        fields.sort();
        made += fields.join(u',') + u'\n';
    }
    return made;
}

QList<CheckResult> checksOf(const LetterInputs &made, const std::vector<LetterRecipient> &recipients)
{
    const LetterComposer composer(made);
    RecipientList source(recipients);
    const Progress progress;
    return checkLetters(composer, surveyRoster(composer, source, 0, progress).value());
}

} // namespace

class TestNoticesSpanish : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasTheStructureOfTheEnglishLetter_data();
    void hasTheStructureOfTheEnglishLetter();
    void isSpanishThroughout_data();
    void isSpanishThroughout();
    void namesEveryKindInSpanish();
    void printsDates_data();
    void printsDates();
    void waitsUntilEverythingIsTold_data();
    void waitsUntilEverythingIsTold();
    void givesEnglishWhereSpanishIsNotTold();
    void overlaysSpeakSpanish_data();
    void overlaysSpeakSpanish();
    void californiaKeepsItsTitleAndHeadings();
    void massachusettsTellsNoNature();
    void countsSyllables_data();
    void countsSyllables();
    void gradesByThePublishedFormula();
    void shippedLettersAreEasyToRead();
    void warnsOfHardText();
    void findsBlanksInSpanish();
};

void TestNoticesSpanish::initTestCase()
{
    QVERIFY(loadLetterFonts());
}

void TestNoticesSpanish::hasTheStructureOfTheEnglishLetter_data()
{
    QTest::addColumn<LetterForm>("form");
    QTest::newRow("adult") << LetterForm::Adult;
    QTest::newRow("minor") << LetterForm::Minor;
    QTest::newRow("deceased") << LetterForm::Deceased;
}

void TestNoticesSpanish::hasTheStructureOfTheEnglishLetter()
{
    QFETCH(LetterForm, form);
    const TemplateSet texts = TemplateSet::bundled().value();
    const Template *spanish = texts.find(form, u"es"_s);
    const Template *english = texts.find(form, u"en"_s);
    QCOMPARE(spanish->language, u"es"_s);
    QCOMPARE(skeleton(spanish->blocks), skeleton(english->blocks));
    QCOMPARE(spanish->addressee.size(), english->addressee.size());
    QCOMPARE(spanish->required.size(), english->required.size());
    for (size_t at = 0; at < english->required.size(); ++at)
        QCOMPARE(spanish->required[at].citation, english->required[at].citation);
    const auto wordings = Wordings::bundled().value();
    QCOMPARE(wordings.size(), 2U);
    QCOMPARE(wordings[0].keys(), wordings[1].keys());
}

void TestNoticesSpanish::isSpanishThroughout_data()
{
    hasTheStructureOfTheEnglishLetter_data();
}

void TestNoticesSpanish::isSpanishThroughout()
{
    QFETCH(LetterForm, form);
    const QString text = letterText(person(form));
    for (const auto &words :
         {u"Aviso de violación de datos"_s, u"20 de marzo de 2026"_s,
          u"entre el 11 de enero de 2026 y el 2 de marzo de 2026"_s, u"Lo supimos el 3 de marzo de 2026"_s,
          u"Qué puede hacer usted"_s, u"Página 1 de"_s, u"Referencia R0000001"_s, u"Un archivo de pedidos"_s,
          u"Número de Seguro Social"_s, u"1-800-555-0142"_s, u"San Luis Obispo, TX 93401"_s})
        QVERIFY2(text.contains(words), qPrintable(words + u" not in "_s + text));
    static const QRegularExpression english(
        u"\\b(the|you|your|and|with|What|March|January|Page|Dear|Reference|Sincerely|Officer|credit)\\b"_s);
    const auto found = english.match(QString(text).remove(u"Sample Wellness Store"_s));
    QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
}

void TestNoticesSpanish::namesEveryKindInSpanish()
{
    QSet<QString> phrases;
    for (const QString &token : dataElementTokens()) {
        const auto english = dataElement(token, u"en"_s);
        const auto spanish = dataElement(token, u"es"_s);
        QVERIFY2(spanish && english, qPrintable(token));
        QVERIFY2(spanish->phrase != english->phrase && !spanish->phrase.isEmpty(), qPrintable(token));
        QCOMPARE(spanish->credit, english->credit);
        QCOMPARE(spanish->plan, english->plan);
        QCOMPARE(spanish->password, english->password);
        phrases.insert(spanish->phrase);
    }
    QCOMPARE(phrases.size(), dataElementTokens().size());
    QVERIFY(!dataElement(u"ssn"_s, u"fr"_s));
}

void TestNoticesSpanish::printsDates_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<QString>("words");
    QTest::newRow("day") << QDate(2026, 12, 1) << QDate() << u"el 1 de diciembre de 2026"_s;
    QTest::newRow("same day") << QDate(2026, 2, 28) << QDate(2026, 2, 28) << u"el 28 de febrero de 2026"_s;
    QTest::newRow("range") << QDate(2025, 9, 30) << QDate(2026, 1, 2)
                           << u"entre el 30 de septiembre de 2025 y el 2 de enero de 2026"_s;
    QTest::newRow("unknown") << QDate() << QDate(2026, 1, 2) << QString();
}

void TestNoticesSpanish::printsDates()
{
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    IncidentFields incident;
    incident.breachFrom = from;
    incident.breachTo = to;
    QTEST(breachDates(incident, u"es"_s), "words");
}

void TestNoticesSpanish::waitsUntilEverythingIsTold_data()
{
    QTest::addColumn<Narratives>("english");
    QTest::addColumn<Narratives>("spanish");
    QTest::addColumn<bool>("told");
    const Narratives two{u"a"_s, u"b"_s, {}, {}};
    const Narratives four{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    QTest::newRow("all") << four << four << true;
    QTest::newRow("nothing more in English") << two << two << true;
    QTest::newRow("more in Spanish") << two << four << true;
    QTest::newRow("no account") << two << Narratives{u" "_s, u"b"_s, {}, {}} << false;
    QTest::newRow("nothing done") << two << Narratives{u"a"_s, {}, {}, {}} << false;
    QTest::newRow("no offer") << four << Narratives{u"a"_s, u"b"_s, {}, u"d"_s} << false;
    QTest::newRow("no hours") << four << Narratives{u"a"_s, u"b"_s, u"c"_s, {}} << false;
}

void TestNoticesSpanish::waitsUntilEverythingIsTold()
{
    QFETCH(Narratives, english);
    QFETCH(Narratives, spanish);
    QFETCH(bool, told);
    IncidentFields incident;
    incident.whatHappened = english.whatHappened;
    incident.whatWeAreDoing = english.whatWeAreDoing;
    incident.offer = english.offer;
    incident.callHours = english.callHours;
    QVERIFY(!incident.isToldIn(u"es"_s));
    QVERIFY(incident.isToldIn(u"en"_s));
    incident.translated.insert(u"es"_s, spanish);
    QCOMPARE(incident.isToldIn(u"es"_s), told);
}

void TestNoticesSpanish::givesEnglishWhereSpanishIsNotTold()
{
    const LetterComposer untold(sample::inputs());
    QCOMPARE(untold.compose(person())->text->language, u"en"_s);
    QCOMPARE(named(checksOf(sample::inputs(), {person()}), u"roster.languages"_s).level, CheckLevel::Warning);
    const LetterComposer made(inputs());
    QCOMPARE(made.compose(person())->text->language, u"es"_s);
    QCOMPARE(made.compose(person())->document.metadata.language, u"es-US"_s);
    QCOMPARE(made.compose(sample::recipient())->text->language, u"en"_s);
    QCOMPARE(named(checksOf(inputs(), {person()}), u"roster.languages"_s).level, CheckLevel::Ok);
    const auto ready = readyToRun(checksOf(inputs(), {person(), [] {
                                                          LetterRecipient other = person();
                                                          other.id = u"R0000002"_s;
                                                          other.language = u"en"_s;
                                                          return other;
                                                      }()}));
    QVERIFY2(ready, qPrintable(ready ? QString() : ready.error().message));
}

void TestNoticesSpanish::overlaysSpeakSpanish_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("RI") << u"RI"_s
                        << QStringList{u"este incidente afectó a 2,318 personas"_s, u"Pida un informe policial."_s,
                                       u"Pida una congelación de seguridad."_s,
                                       u"Rhode Island Office of the Attorney General, 150 South Main Street"_s};
    QTest::newRow("WV") << u"WV"_s
                        << QStringList{u"Ponga una alerta de fraude."_s, u"P.O. Box 9554, Allen, TX 75013"_s};
    QTest::newRow("WI") << u"WI"_s << QStringList{u"no tenía derecho a ello"_s};
    QTest::newRow("WY") << u"WY"_s << QStringList{u"Ninguna autoridad policial"_s, u"Manténgase alerta."_s};
    QTest::newRow("NM") << u"NM"_s << QStringList{u"Conozca sus derechos."_s};
    QTest::newRow("MD") << u"MD"_s << QStringList{u"cómo evitar el robo de identidad"_s};
    QTest::newRow("CO") << u"CO"_s << QStringList{u"más sobre las alertas de fraude"_s, u"Estas oficinas también"_s};
    QTest::newRow("OR") << u"OR"_s << QStringList{u"Denuncie toda señal"_s};
}

void TestNoticesSpanish::overlaysSpeakSpanish()
{
    QFETCH(QString, state);
    QFETCH(QStringList, words);
    const QString here = letterText(person(LetterForm::Adult, state));
    const QString elsewhere = letterText(person());
    for (const QString &each : std::as_const(words)) {
        QVERIFY2(here.contains(each), qPrintable(each));
        QVERIFY2(!elsewhere.contains(each), qPrintable(each));
    }
    QVERIFY(!here.contains("These offices"_L1));
}

void TestNoticesSpanish::californiaKeepsItsTitleAndHeadings()
{
    const QString text = letterText(person(LetterForm::Minor, u"CA"_s));
    qsizetype last = -1;
    for (const char *words : {"Notice of Data Breach", "What Happened", "What Information Was Involved",
                              "What We Are Doing", "What You Can Do", "For More Information"}) {
        const qsizetype at = text.indexOf(QLatin1StringView(words), last + 1);
        QVERIFY2(at > last, words);
        last = at;
    }
}

void TestNoticesSpanish::massachusettsTellsNoNature()
{
    const QString text = letterText(person(LetterForm::Adult, u"MA"_s));
    for (const char *words : {"archivo", "carpeta", "clave", "2,318"})
        QVERIFY2(!text.contains(QLatin1StringView(words)), words);
    QVERIFY(text.contains(u"Hubo una violación de la seguridad de información sobre usted."_s));
    QVERIFY(text.contains(u"Es gratis ponerla, levantarla y quitarla."_s));
}

void TestNoticesSpanish::countsSyllables_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("syllables");
    const auto row
        = [](const char *name, const QString &word, int syllables) { QTest::newRow(name) << word << syllables; };
    row("casa", u"casa"_s, 2);
    row("diphthong", u"bueno"_s, 2);
    row("two strong", u"aéreo"_s, 4);
    row("accent breaks", u"oía"_s, 3);
    row("accent keeps", u"información"_s, 4);
    row("weak pair", u"ciudad"_s, 2);
    row("qu", u"que"_s, 1);
    row("gui", u"guitarra"_s, 3);
    row("final y", u"muy"_s, 1);
    row("y alone", u"y"_s, 1);
    row("consonant y", u"ayuda"_s, 3);
    row("h", u"ahora"_s, 3);
    row("diaeresis", u"vergüenza"_s, 3);
    row("three", u"buey"_s, 1);
}

void TestNoticesSpanish::countsSyllables()
{
    QFETCH(QString, word);
    QTEST(readingLevel(QString(word + u'.'), u"es"_s).syllables, "syllables");
}

void TestNoticesSpanish::gradesByThePublishedFormula()
{
    const ReadingLevel level = readingLevel(u"La casa es azul. Mi hermano vive en la casa."_s, u"es"_s);
    QCOMPARE(level.sentences, 2);
    QCOMPARE(level.words, 10);
    QCOMPARE(level.syllables, 16);
    QCOMPARE(level.perspicuity(), 206.835 - 62.3 * 16 / 10 - 5.0);
    QCOMPARE(readingLevel(QString(), u"es"_s).perspicuity(), 0.0);
}

void TestNoticesSpanish::shippedLettersAreEasyToRead()
{
    const CheckResult check = named(checksOf(inputs(), {}), u"reading-level-es"_s);
    QCOMPARE(check.id, u"reading-level-es"_s);
    QVERIFY2(check.level == CheckLevel::Ok, qPrintable(check.title));
    QVERIFY2(check.detail.contains("Szigriszt"_L1), qPrintable(check.detail));
}

void TestNoticesSpanish::warnsOfHardText()
{
    LetterInputs hard = inputs();
    hard.incident.translated[u"es"_s].whatHappened
        = u"No obstante considerables precauciones organizacionales, individuos desautorizados potencialmente "
          "exfiltraron documentación confidencial, necesitando investigaciones forenses extraordinariamente "
          "especializadas, notificaciones gubernamentales, remediaciones infraestructurales y supervisiones "
          "ambientales "
          "ininterrumpidas posteriormente."_s;
    hard.incident.translated[u"es"_s].whatWeAreDoing = hard.incident.translated[u"es"_s].whatHappened.repeated(3);
    const CheckResult check = named(checksOf(hard, {person()}), u"reading-level-es"_s);
    QVERIFY2(check.level == CheckLevel::Warning, qPrintable(check.title));
    QCOMPARE(named(checksOf(hard, {sample::recipient()}), u"reading-level-es"_s).id, u"no such check"_s);
}

void TestNoticesSpanish::findsBlanksInSpanish()
{
    LetterInputs blank = inputs();
    blank.incident.translated[u"es"_s].whatWeAreDoing += u" Vea [SITIO]."_s;
    const CheckResult check = named(checksOf(blank, {person()}), u"placeholders"_s);
    QVERIFY2(check.level == CheckLevel::Error && check.detail.contains("[SITIO]"_L1), qPrintable(check.detail));
}

QTEST_MAIN(TestNoticesSpanish)
#include "tst_notices_spanish.moc"
