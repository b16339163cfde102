// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/named_check.h"
#include "models/notices/sample_letters.h"
#include "notices/checks.h"
#include "notices/data_elements.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/template_check.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;
using tocsin::notices::sample::named;

Q_DECLARE_METATYPE(LetterForm)

namespace {

LetterInputs inputs(const QString &kind)
{
    LetterInputs made = sample::inputs();
    made.templates = TemplateSet::bundled(kind).value();
    made.incident.affected = 2318;
    made.incident.whatChanged = u"The file also held dates of birth. We did not know this at first."_s;
    made.incident.earlierLetter = QDate(2026, 3, 10);
    made.incident.offer = u"You can sign up for 24 months of credit monitoring at no cost."_s;
    made.incident.translated.insert(u"es"_s,
                                    {u"Un archivo de pedidos quedó en una carpeta en línea sin clave."_s,
                                     u"Cerramos la carpeta el mismo día."_s,
                                     u"Puede inscribirse gratis en 24 meses de vigilancia de crédito."_s,
                                     {},
                                     u"El archivo tenía también fechas de nacimiento. Al principio no lo sabíamos."_s});
    return made;
}

LetterRecipient person(LetterForm form, const QString &language, const QString &state = u"TX"_s)
{
    LetterRecipient made = sample::recipient();
    made.form = form;
    made.language = language;
    made.state = state;
    made.representative = form == LetterForm::Adult ? QString() : u"Pat Example"_s;
    made.dataElements = {u"name"_s, u"ssn"_s};
    return made;
}

QString letterOf(const LetterInputs &made, const LetterRecipient &recipient)
{
    const LetterComposer composer(made);
    const auto letter = composer.compose(recipient);
    return letter ? plainText(letter->document.blocks) : letter.error().message;
}

QList<CheckResult> checksOf(const LetterInputs &made, const std::vector<LetterRecipient> &recipients)
{
    const LetterComposer composer(made);
    RecipientList source(recipients);
    const Progress progress;
    return checkLetters(composer, surveyRoster(composer, source, 0, progress).value());
}

/// A text of the program with something of it replaced, as a house may have its own.
TemplateSet reworded(const QString &id, const QByteArray &was, const QByteArray &is)
{
    QByteArray bytes = bundledTemplate(id).value();
    Q_ASSERT(bytes.contains(was));
    return TemplateSet::of({Template::parse(bytes.replace(was, is), u"t"_s).value()}).value();
}

const QString kNeutral = u"What we said about how to sign up was wrong. Call us and we will sign you up."_s;

} // namespace

class TestNoticesKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyKindPassesTheChecks_data();
    void everyKindPassesTheChecks();
    void lettersThatFollowTellWhatChanged_data();
    void lettersThatFollowTellWhatChanged();
    void massachusettsIsToldOfTheChangeAsFarAsItMayBe_data();
    void massachusettsIsToldOfTheChangeAsFarAsItMayBe();
    void whatIsToldOfTheChangeIsNotTheNature();
    void aStatesOwnLetterTellsTheChange();
    void aFieldThatOnlyAStatesLetterShowsHasAValue();
    void theEarlierLetterHasAPossibleDate_data();
    void theEarlierLetterHasAPossibleDate();
    void anEmailSaysWhyItIsOne();
    void theScriptTellsNothingToAMachine();
    void refusesUnknownKinds();
};

void TestNoticesKinds::initTestCase()
{
    QVERIFY(loadLetterFonts());
}

void TestNoticesKinds::everyKindPassesTheChecks_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("texts");
    QTest::newRow("individual") << u"individual"_s << 6;
    QTest::newRow("supplement") << u"supplement"_s << 6;
    QTest::newRow("correction") << u"correction"_s << 6;
    QTest::newRow("email") << u"email"_s << 6;
    QTest::newRow("phone") << u"phone"_s << 6;
}

void TestNoticesKinds::everyKindPassesTheChecks()
{
    QFETCH(QString, kind);
    QFETCH(int, texts);
    const LetterInputs made = inputs(kind);
    QCOMPARE(static_cast<int>(made.templates.all().size()), texts);
    std::vector<LetterRecipient> roster;
    for (const Template &text : made.templates.all()) {
        QCOMPARE(text.kind, kind);
        for (const QString &state : {u"TX"_s, u"MA"_s, u"CA"_s, u"RI"_s}) {
            roster.push_back(person(text.form, text.language, state));
            roster.back().id = text.id + state;
        }
    }
    for (const CheckResult &check : checksOf(made, roster)) {
        QVERIFY2(check.level != CheckLevel::Error, qPrintable(check.id + u' ' + check.detail));
        if (check.id.startsWith("reading-level"_L1))
            QVERIFY2(check.level == CheckLevel::Ok, qPrintable(check.title));
    }
    // No text of one form shows the person of another.
    for (const LetterRecipient &recipient : roster)
        QVERIFY2(recipient.state != "MA"_L1 || !letterOf(made, recipient).contains("folder"_L1),
                 qPrintable(recipient.id));
}

void TestNoticesKinds::lettersThatFollowTellWhatChanged_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<LetterForm>("form");
    for (const char *kind : {"supplement", "correction"}) {
        for (const LetterForm form : {LetterForm::Adult, LetterForm::Minor, LetterForm::Deceased})
            QTest::addRow("%s, %s", kind, qPrintable(toWord(form))) << QString::fromLatin1(kind) << form;
    }
}

void TestNoticesKinds::lettersThatFollowTellWhatChanged()
{
    QFETCH(QString, kind);
    QFETCH(LetterForm, form);
    LetterInputs made = inputs(kind);
    const QString english = letterOf(made, person(form, u"en"_s));
    QVERIFY2(english.contains("On March 10, 2026 we wrote to you"_L1), qPrintable(english));
    QVERIFY(english.contains("The file also held dates of birth."_L1));
    QVERIFY(english.contains(kind == "correction"_L1 ? "What we are correcting"_L1 : "What is new"_L1));
    const QString spanish = letterOf(made, person(form, u"es"_s));
    QVERIFY2(spanish.contains("El 10 de marzo de 2026 le escribimos"_L1), qPrintable(spanish));
    QVERIFY(spanish.contains(u"El archivo tenía también fechas de nacimiento."_s));
    QVERIFY(!letterOf(made, person(form, u"en"_s, u"MA"_s)).contains("dates of birth"_L1));

    made.incident.whatChanged.clear();
    QVERIFY(!readyToRun(checksOf(made, {person(form, u"en"_s)})));
    made = inputs(kind);
    made.incident.earlierLetter = {};
    QVERIFY(!readyToRun(checksOf(made, {person(form, u"en"_s)})));
}

void TestNoticesKinds::massachusettsIsToldOfTheChangeAsFarAsItMayBe_data()
{
    lettersThatFollowTellWhatChanged_data();
}

void TestNoticesKinds::massachusettsIsToldOfTheChangeAsFarAsItMayBe()
{
    QFETCH(QString, kind);
    QFETCH(LetterForm, form);
    LetterInputs made = inputs(kind);
    const std::vector<LetterRecipient> roster{person(form, u"en"_s, u"MA"_s)};
    const CheckResult silent = named(checksOf(made, roster), u"overlay.MA.changed"_s);
    QVERIFY2(silent.level == CheckLevel::Warning, qPrintable(silent.id + silent.detail));
    QVERIFY2(silent.detail.contains("what_changed_neutral"_L1), qPrintable(silent.detail));
    QVERIFY(!silent.citation.isEmpty());

    made.incident.whatChangedNeutral = kNeutral;
    const QString letter = letterOf(made, roster.front());
    QVERIFY2(letter.contains(kNeutral) && !letter.contains("dates of birth"_L1), qPrintable(letter));
    QVERIFY(!letter.contains("What this letter says is"_L1));
    QVERIFY(!letterOf(made, person(form, u"en"_s)).contains(kNeutral));
    const QList<CheckResult> checks = checksOf(made, roster);
    QCOMPARE(named(checks, u"overlay.MA.changed"_s).level, CheckLevel::Ok);
    QCOMPARE(named(checks, u"overlay.MA.changed"_s).id, u"overlay.MA.changed"_s);
    QVERIFY(named(checks, u"overlay.MA.counsel"_s).detail.contains("does not tell the nature"_L1));
    QVERIFY(readyToRun(checks));

    // Written in English alone, it leaves the Spanish letter with the general sentence.
    const LetterRecipient spanish = person(form, u"es"_s, u"MA"_s);
    QCOMPARE(named(checksOf(made, {spanish}), u"overlay.MA.changed"_s).level, CheckLevel::Warning);
    QVERIFY(letterOf(made, spanish).contains("Lo que dice esta carta es"_L1));
    made.incident.translated[u"es"_s].whatChangedNeutral = u"Lo que dijimos de la inscripción era erróneo."_s;
    QCOMPARE(named(checksOf(made, {spanish}), u"overlay.MA.changed"_s).level, CheckLevel::Ok);
    QVERIFY(letterOf(made, spanish).contains(u"Lo que dijimos de la inscripción era erróneo."_s));
}

void TestNoticesKinds::whatIsToldOfTheChangeIsNotTheNature()
{
    LetterInputs made = inputs(u"correction"_s);
    const std::vector<LetterRecipient> roster{person(LetterForm::Adult, u"en"_s, u"MA"_s)};
    // Whoever writes it for these States says that it may be told there, also where it is what the others read.
    made.incident.whatChangedNeutral = made.incident.whatChanged;
    QCOMPARE(named(checksOf(made, roster), u"overlay.MA.silent"_s).level, CheckLevel::Ok);
    made.incident.whatChangedNeutral = made.incident.whatHappened;
    QCOMPARE(named(checksOf(made, roster), u"overlay.MA.silent"_s).level, CheckLevel::Error);
    made.incident.whatChangedNeutral = u"[to be written]"_s;
    QCOMPARE(named(checksOf(made, roster), u"placeholders"_s).level, CheckLevel::Error);
    made.incident.whatChangedNeutral = u"Call 1-800-555-014."_s;
    QCOMPARE(named(checksOf(made, roster), u"narrative.addresses"_s).level, CheckLevel::Error);
}

/// Where nobody is forbidden to tell it, a letter that keeps the change from one State is wrong.
void TestNoticesKinds::aStatesOwnLetterTellsTheChange()
{
    LetterInputs made = inputs(u"correction"_s);
    made.templates = reworded(u"correction-adult-en"_s, "{{incident.what_changed}}\n",
                              "{{^overlay.office}}\n{{incident.what_changed}}\n{{/overlay.office}}\n");
    const QList<CheckResult> rhodeIsland = checksOf(made, {person(LetterForm::Adult, u"en"_s, u"RI"_s)});
    QCOMPARE(named(rhodeIsland, u"overlay.RI.says"_s).level, CheckLevel::Error);
    QVERIFY(named(rhodeIsland, u"overlay.RI.says"_s).detail.contains("what is new or was wrong"_L1));
    QVERIFY(readyToRun(checksOf(made, {person(LetterForm::Adult, u"en"_s, u"CA"_s)})));
    made.incident.whatChangedNeutral = kNeutral;
    made.templates = reworded(u"correction-adult-en"_s, "{{incident.what_changed_neutral}}\n", "");
    const CheckResult hidden
        = named(checksOf(made, {person(LetterForm::Adult, u"en"_s, u"MA"_s)}), u"overlay.MA.changed"_s);
    QCOMPARE(hidden.level, CheckLevel::Warning);
    QVERIFY2(hidden.detail.contains("correction-adult-en"_L1), qPrintable(hidden.detail));
}

void TestNoticesKinds::aFieldThatOnlyAStatesLetterShowsHasAValue()
{
    LetterInputs made = inputs(u"correction"_s);
    made.templates = reworded(u"correction-adult-en"_s, "{{#overlay.neutral}}\n",
                              "{{#overlay.neutral}}\n{{incident.what_changed_neutral}}\n\n");
    const CheckResult lacking
        = named(checksOf(made, {person(LetterForm::Adult, u"en"_s, u"MA"_s)}), u"overlay.MA.says"_s);
    QCOMPARE(lacking.level, CheckLevel::Error);
    QVERIFY2(lacking.detail.contains("incident.what_changed_neutral"_L1), qPrintable(lacking.detail));
}

void TestNoticesKinds::theEarlierLetterHasAPossibleDate_data()
{
    QTest::addColumn<QDate>("earlier");
    QTest::addColumn<bool>("possible");
    QTest::newRow("before the discovery") << QDate(2026, 3, 2) << false;
    QTest::newRow("on the discovery") << QDate(2026, 3, 3) << true;
    QTest::newRow("on the day of the letter") << QDate(2026, 3, 20) << true;
    QTest::newRow("after the letter") << QDate(2026, 3, 21) << false;
}

void TestNoticesKinds::theEarlierLetterHasAPossibleDate()
{
    QFETCH(QDate, earlier);
    QFETCH(bool, possible);
    LetterInputs made = inputs(u"supplement"_s);
    made.incident.earlierLetter = earlier;
    QCOMPARE(readyToRun(checksOf(made, {person(LetterForm::Adult, u"en"_s)})).has_value(), possible);
}

void TestNoticesKinds::anEmailSaysWhyItIsOne()
{
    const LetterInputs made = inputs(u"email"_s);
    for (const LetterForm form : {LetterForm::Adult, LetterForm::Minor, LetterForm::Deceased}) {
        const QString english = letterOf(made, person(form, u"en"_s));
        QVERIFY2(english.contains("by e-mail because you agreed to that"_L1), qPrintable(english));
        QVERIFY2(!english.contains("letter"_L1), qPrintable(english));
        const QString spanish = letterOf(made, person(form, u"es"_s));
        QVERIFY(spanish.contains(u"por correo electrónico porque usted así lo aceptó"_s));
        QVERIFY2(!spanish.contains("carta"_L1), qPrintable(spanish));
    }
}

void TestNoticesKinds::theScriptTellsNothingToAMachine()
{
    const LetterInputs made = inputs(u"phone"_s);
    for (const auto &[form, language] :
         {std::pair(LetterForm::Adult, u"en"_s), std::pair(LetterForm::Adult, u"es"_s),
          std::pair(LetterForm::Minor, u"en"_s), std::pair(LetterForm::Minor, u"es"_s),
          std::pair(LetterForm::Deceased, u"en"_s), std::pair(LetterForm::Deceased, u"es"_s)}) {
        const LetterComposer composer(made);
        const Letter script = composer.compose(person(form, language)).value();
        const QString all = plainText(script.document.blocks);
        QVERIFY2(!all.contains("on its way"_L1) && !all.contains("Va en camino"_L1), qPrintable(all));
        QString before;
        for (const Block &block : script.document.blocks) {
            const auto *heading = std::get_if<Heading>(&block);
            if (heading && textOf(heading->runs) == script.text->required.front().heading)
                break;
            before += plainText({block}) + u'\n';
        }
        QVERIFY2(before.contains("1-800-555-0142"_L1), qPrintable(before));
        const QString number = dataElement(u"ssn"_s, language)->phrase;
        QVERIFY(!before.contains(number) && plainText(script.document.blocks).contains(number));
        QVERIFY(!before.contains("2026"_L1) || before.count("2026"_L1) == 1); // the date of the script alone
    }
}

void TestNoticesKinds::refusesUnknownKinds()
{
    for (const QString &kind : {u"postcard"_s, u"wordings"_s, QString(), u"../individual"_s})
        QCOMPARE(TemplateSet::bundled(kind).error().code, ErrorCode::NotFound);
}

QTEST_MAIN(TestNoticesKinds)
#include "tst_notices_kinds.moc"
