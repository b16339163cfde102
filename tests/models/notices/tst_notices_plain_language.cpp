// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/sample_letters.h"
#include "models/notices/sample_sheets.h"
#include "notices/checks.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/plain_language.h"
#include "notices/plain_words.h"
#include "notices/sheet_checks.h"

#include <QRegularExpression>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;
using tocsin::test::inputsOf;

namespace {

const QString kHard
    = u"The aforementioned unauthorized exfiltration methodology necessitated comprehensive remediation "
      "of the affected environments pursuant to contractual obligations of indemnification."_s;

CheckResult plainCheck(const QList<CheckResult> &checks)
{
    for (const CheckResult &check : checks) {
        if (check.id == u"plain-language"_s)
            return check;
    }
    return {u"none"_s, {}, {}, CheckLevel::Error, {}};
}

CheckResult checkOfLetters(const LetterInputs &inputs)
{
    return plainCheck(checkLetters(LetterComposer(inputs), RosterSurvey()));
}

} // namespace

class TestNoticesPlainLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadLetterFonts()); }

    void namesThePassageAndSaysWhatIsPlainer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("passage"); // empty: nothing is hard
        QTest::addColumn<QString>("advice");
        const auto row
            = [](const char *name, const QString &text, const QString &passage, const QString &advice,
                 const QString &language = u"en"_s) { QTest::newRow(name) << text << language << passage << advice; };
        row("pursuant to", u"We act pursuant to the law."_s, u"pursuant to"_s, u"under"_s);
        row("at the beginning", u"Prior to that, it was safe."_s, u"Prior to"_s, u"before"_s);
        row("another form", u"We terminated his access."_s, u"terminated"_s, u"end"_s);
        row("nothing instead", u"The file attached hereto."_s, u"hereto"_s, u"leave it out"_s);
        row("in the event that", u"Call us in the event that you see it."_s, u"in the event that"_s, u"if"_s);
        row("part of a word", u"The well-utilized Vectorworks."_s, {}, {});
        row("abbreviation", u"It held PHI of yours."_s, u"PHI"_s, u"health information"_s);
        row("explained before", u"Protected health information (PHI) was there. The PHI is safe."_s, {}, {});
        row("explained behind", u"OCR (the Office for Civil Rights) was told."_s, {}, {});
        row("as small letters", u"The phi in this formula."_s, {}, {});
        row("too long",
            u"We found the file and then we closed the folder and we told the people and we told the police and we "
            "looked for more of the same."_s,
            u"We found the file and then we closed the folder and we told…"_s, u"28 words"_s);
        row("just short enough",
            u"We found the file and then we closed the folder and we told the people and we told the police and we "
            "looked for more."_s,
            {}, {});
        row("not unlikely", u"It is not unlikely that they read it."_s, u"not unlikely"_s, u"positively"_s);
        row("did not find nothing", u"We did not find nothing."_s, u"not find nothing"_s, u"positively"_s);
        row("one negative", u"We have not found that anyone misused it."_s, {}, {});
        row("passive", u"Files were exported by a former vendor."_s, u"were exported by a former vendor"_s,
            u"who did"_s);
        row("passive without who", u"The folder was closed."_s, {}, {});
        row("by mail", u"It was sent by mail. It is done by calling us."_s, {}, {});
        row("Spanish", u"Lo hicimos en virtud de la ley."_s, u"en virtud de"_s, u"según"_s, u"es"_s);
        row("Spanish passive", u"El archivo fue copiado por un extraño."_s, u"fue copiado por un extraño"_s, u"who"_s,
            u"es"_s);
        row("Spanish by mail", u"Fue enviado por correo."_s, {}, {}, u"es"_s);
        row("English words are not Spanish ones", u"El vector."_s, {}, {}, u"es"_s);
        row("nothing", {}, {}, {});
    }

    void namesThePassageAndSaysWhatIsPlainer()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, language);
        QFETCH(const QString, passage);
        QFETCH(const QString, advice);
        const QList<PlainHint> hints = plainHints(text, language);
        QCOMPARE(hints.size(), passage.isEmpty() ? 0 : 1);
        if (hints.isEmpty())
            return;
        QCOMPARE(hints.constFirst().passage, passage);
        QVERIFY2(hints.constFirst().advice.contains(advice), qPrintable(hints.constFirst().advice));
    }

    void hintsAtHardWordsOfLettersWithoutAskingForAReason()
    {
        LetterInputs inputs = sample::inputs();
        QCOMPARE(checkOfLetters(inputs).level, CheckLevel::Ok);
        inputs.incident.whatHappened += u' ' + kHard;
        const CheckResult check = checkOfLetters(inputs);
        QCOMPARE(check.level, CheckLevel::Hint);
        QCOMPARE(check.citation, u"164.404(c)(2)"_s);
        for (const QString &word : {u"aforementioned"_s, u"exfiltration"_s, u"methodology"_s, u"necessitated"_s,
                                    u"remediation"_s, u"pursuant to"_s, u"indemnification"_s})
            QVERIFY2(check.detail.contains(u'“' + word + u'”'), qPrintable(check.detail));
        QVERIFY(readyToRun({check}));
    }

    void hintsAtHardWordsOfWhatThePublicReads()
    {
        SheetInputs inputs = inputsOf(u"press-release"_s);
        QCOMPARE(plainCheck(checkSheet(inputs, composeSheet(inputs), {})).level, CheckLevel::Ok);
        inputs.words.insert(u"what_happened"_s, kHard);
        QCOMPARE(plainCheck(checkSheet(inputs, composeSheet(inputs), {})).level, CheckLevel::Hint);
        inputs = inputsOf(u"office"_s); // an office reads law every day
        QCOMPARE(plainCheck(checkSheet(inputs, composeSheet(inputs), {})).id, u"none"_s);
    }

    void staysShort()
    {
        LetterInputs inputs = sample::inputs();
        for (const auto &word : plainWords(u"en"_s).first(40))
            inputs.incident.whatHappened += u' ' + word.found.toString().remove(QRegularExpression(u"[|(?].*"_s));
        const CheckResult check = checkOfLetters(inputs);
        QVERIFY2(check.detail.contains(u" more."_s) && check.detail.count(u'“') < 30, qPrintable(check.detail));
    }

    /// What the program says of its own has to be as plain as it asks others to be.
    void ownTextsArePlain_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"individual", "supplement", "correction", "email"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void ownTextsArePlain()
    {
        QFETCH(const QString, kind);
        LetterInputs inputs = sample::bilingualInputs();
        inputs.templates = TemplateSet::bundled(kind).value();
        inputs.incident.whatChanged = u"We now know that a test result was in the file."_s;
        inputs.incident.translated[u"es"_s].whatChanged = u"Ahora sabemos que había un resultado."_s;
        const LetterComposer composer(inputs);
        for (const Overlay &overlay : inputs.overlays.all()) {
            for (const QString &language : {u"en"_s, u"es"_s}) {
                LetterRecipient person = sample::recipient();
                person.state = overlay.state;
                person.language = language;
                person.dataElements = {u"ssn"_s, u"diagnosis"_s, u"password"_s};
                const auto letter = composer.compose(person);
                QVERIFY(letter);
                QStringList found;
                for (const PlainHint &hint : plainHints(plainText(letter->document.blocks), language))
                    found << hint.passage + u": "_s + hint.advice;
                QVERIFY2(found.size() <= 1,
                         qPrintable(overlay.state + u' ' + language + u": "_s + found.join(u"; "_s)));
            }
        }
    }
};

QTEST_MAIN(TestNoticesPlainLanguage)
#include "tst_notices_plain_language.moc"
