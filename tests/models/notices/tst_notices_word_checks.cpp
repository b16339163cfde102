// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/named_check.h"
#include "models/notices/sample_letters.h"
#include "models/notices/sample_sheets.h"
#include "notices/blanks.h"
#include "notices/contact_forms.h"
#include "notices/figures.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/sheet_checks.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;
using tocsin::notices::sample::named;
using tocsin::test::inputsOf;

Q_DECLARE_METATYPE(CheckLevel)

namespace {

CheckResult ofSheet(const SheetInputs &inputs, const QString &id)
{
    return named(checkSheet(inputs, composeSheet(inputs), {}), id);
}

CheckResult ofLetters(const LetterInputs &inputs, LetterRecipient person, const QString &id,
                      const std::optional<NoticeFacts> &facts = std::nullopt)
{
    const LetterComposer composer(inputs);
    RecipientList source({std::move(person)});
    const Progress progress;
    return named(checkLetters(composer, surveyRoster(composer, source, 0, progress).value(), facts), id);
}

LetterRecipient personIn(const QString &state)
{
    LetterRecipient person = sample::recipient();
    person.state = state;
    person.dataElements = {u"ssn"_s};
    return person;
}

} // namespace

class TestNoticesWordChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadLetterFonts()); }

    void findsBlanks_data()
    {
        QTest::addColumn<QString>("blank");
        for (const char *blank : {"[date]", "TBD", "XXXX", "NAME HERE", "<date>", "Insert date here", "XX/XX/XXXX",
                                  "lorem ipsum", "{{name}}", "____", "???", "NOMBRE AQUÍ"})
            QTest::newRow(blank) << QString::fromUtf8(blank);
    }

    void findsBlanks()
    {
        QFETCH(const QString, blank);
        const QString text = u"On that day a file of %1 was read."_s.arg(blank);
        QVERIFY2(!blankIn(text).isEmpty(), qPrintable(text));
        LetterInputs letters = sample::inputs();
        letters.incident.whatHappened += u' ' + text;
        QCOMPARE(ofLetters(letters, sample::recipient(), u"placeholders"_s).level, CheckLevel::Error);
        SheetInputs sheet = inputsOf(u"office"_s);
        sheet.incident.whatHappened += u' ' + text; // the letter's words, which the document takes over
        QCOMPARE(ofSheet(sheet, u"placeholders"_s).level, CheckLevel::Error);
    }

    void leavesOrdinaryWordsAlone()
    {
        for (const QString &text : {u"Call us here. HERE we are? I < you > me, 3 <4> 5."_s, u"Case XX-12 and MIX."_s})
            QVERIFY2(blankIn(text).isEmpty(), qPrintable(blankIn(text)));
    }

    void findsContactsThatNobodyReaches_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found"); // empty: nothing
        const auto row = [](const char *name, const QString &text, const QString &found = {}) {
            QTest::newRow(name) << text << found;
        };
        row("seven digits", u"Call 555-1234 now."_s, u"555-1234"_s);
        row("ten digits", u"Call 312-555-0142, (312) 555-0142 or 312 555-0142."_s);
        row("file number", u"File 555-1234."_s);
        row("two signs", u"Write to privacy@@example.org."_s, u"privacy@@example.org"_s);
        row("no end", u"Write to privacy@example."_s, u"privacy@example"_s);
        row("two dots", u"Write to a..b@x.org"_s, u"a..b@x.org"_s);
        row("good", u"Write to privacy@example.org."_s);
        row("web", u"See www,example.org."_s, u"www,example.org"_s);
        row("days", u"From 03-03-2026 to 2026-03-09, on 03.03.2026, 2026.03.03 and 03-03-26."_s);
        row("a computer", u"It answered at 192.168.10.14."_s);
        row("abroad", u"Call +49 30 1234567 or +44-20-7946-0000."_s);
    }

    void findsContactsThatNobodyReaches()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, found);
        const QString fault = contactFaultIn(text);
        QCOMPARE(fault.isEmpty(), found.isEmpty());
        QVERIFY2(found.isEmpty() || fault.contains(u'“' + found + u'”'), qPrintable(fault));
        SheetInputs sheet = inputsOf(u"press-release"_s);
        sheet.words.insert(u"what_happened"_s, text);
        QCOMPARE(ofSheet(sheet, u"narrative.addresses"_s).level, found.isEmpty() ? CheckLevel::Ok : CheckLevel::Error);
    }

    /// Contracts and files have numbers too: what partners read is looked at by a person.
    void asksAboutNumbersOfLettersToPartners()
    {
        SheetInputs sheet = inputsOf(u"partner"_s);
        sheet.words.insert(u"their_data"_s, u"You have a call open with us: see 555-1234."_s);
        QCOMPARE(ofSheet(sheet, u"narrative.addresses"_s).level, CheckLevel::Warning);
    }

    void readsTheTimeOfTheService_data()
    {
        QTest::addColumn<QString>("offer");
        QTest::addColumn<int>("months");
        QTest::addColumn<int>("longest");
        const auto row = [](const char *name, const QString &offer, int months, int longest) {
            QTest::newRow(name) << offer << months << longest;
        };
        row("to enroll", u"You have 24 months to enroll in 12 months of monitoring."_s, 12, 12);
        row("within", u"Enroll within 3 months; we pay for two years."_s, 24, 24);
        row("two services", u"24 months of monitoring and 12 months of insurance."_s, 12, 24);
        row("a plan", u"A one-year plan."_s, 12, 12);
        row("Spanish words", u"Le damos doce meses de vigilancia."_s, 12, 12);
        row("Spanish", u"12 meses; tres años."_s, 12, 36);
        row("Spanish to enroll", u"Tiene 24 meses para inscribirse."_s, 0, 0);
        row("from now on", u"We watch over it for the next 24 months."_s, 24, 24);
        row("Spanish from now on", u"Vigilancia durante los próximos 24 meses."_s, 24, 24);
        row("over the next", u"Enroll over the next 3 months for 12 months of monitoring."_s, 12, 12);
        row("in the next", u"Enroll in the next 3 months for 12 months of monitoring."_s, 12, 12);
        row("none", u"Monitoring is free."_s, 0, 0);
    }

    void readsTheTimeOfTheService()
    {
        QFETCH(const QString, offer);
        const SaidService service = serviceIn(offer);
        QTEST(service.months, "months");
        QTEST(service.longest, "longest");
    }

    void holdsTheOfferAgainstMonitoring_data()
    {
        QTest::addColumn<QString>("offer");
        QTest::addColumn<CheckLevel>("level");
        QTest::newRow("time to enroll") << u"You have 24 months to enroll in 12 months of monitoring."_s
                                        << CheckLevel::Error;
        QTest::newRow("several") << u"24 months of monitoring and 12 months of insurance."_s << CheckLevel::Warning;
        QTest::newRow("enough") << u"24 months of monitoring."_s << CheckLevel::Ok;
    }

    void holdsTheOfferAgainstMonitoring()
    {
        QFETCH(const QString, offer);
        LetterInputs inputs = sample::bilingualInputs();
        inputs.incident.offer = offer;
        QTEST(ofLetters(inputs, personIn(u"CT"_s), u"overlay.CT.monitoring"_s).level, "level");
        inputs.incident.offer = u"24 months of monitoring."_s; // and the Spanish letter is short of it
        inputs.incident.translated[u"es"_s].offer = u"Doce meses de vigilancia."_s;
        LetterRecipient person = personIn(u"CT"_s);
        person.language = u"es"_s;
        QCOMPARE(ofLetters(inputs, person, u"overlay.CT.monitoring"_s).level, CheckLevel::Error);
    }

    void asksHowToEnroll_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("offer");
        QTest::addColumn<CheckLevel>("level");
        using enum CheckLevel;
        QTest::newRow("CT, no way") << u"CT"_s << u"24 months of monitoring."_s << Error;
        QTest::newRow("CT, phone") << u"CT"_s << u"24 months of monitoring: 1-800-555-0143."_s << Ok;
        QTest::newRow("CT, web") << u"CT"_s << u"24 months of monitoring at example.org/enroll."_s << Ok;
        QTest::newRow("CT, code") << u"CT"_s << u"24 months of monitoring. Your code is ABC-123."_s << Ok;
        QTest::newRow("DE, no way") << u"DE"_s << u"24 months of monitoring."_s << Warning;
        QTest::newRow("DE, nothing") << u"DE"_s << QString() << Warning;
        QTest::newRow("DE, phone") << u"DE"_s << u"24 months of monitoring: 1-800-555-0143."_s << Ok;
    }

    void asksHowToEnroll()
    {
        QFETCH(const QString, state);
        QFETCH(const QString, offer);
        QFETCH(const CheckLevel, level);
        LetterInputs inputs = sample::inputs();
        inputs.incident.offer = offer;
        const CheckResult check = ofLetters(inputs, personIn(state), u"overlay.%1.says"_s.arg(state));
        QVERIFY2(check.level == level, qPrintable(check.detail));
        QVERIFY(level == CheckLevel::Ok || check.detail.contains(u"how to enroll"_s));
    }

    void findsTheNumberOfResidents_data()
    {
        QTest::addColumn<QString>("offer");
        QTest::addColumn<CheckLevel>("level");
        using enum CheckLevel;
        QTest::newRow("of the facts") << u"We told 412 patients."_s << Error;
        QTest::newRow("with the State") << u"It touched 99 people in Illinois."_s << Error;
        QTest::newRow("before the State") << u"It touched 99 Illinois customers."_s << Error;
        QTest::newRow("in your State") << u"It touched 99 individuals in your State."_s << Error;
        QTest::newRow("figure of the facts") << u"Lines answered: 412."_s << Warning;
        QTest::newRow("all people") << u"It touched 2,318 people."_s << Ok;
    }

    void findsTheNumberOfResidents()
    {
        QFETCH(const QString, offer);
        LetterInputs inputs = sample::inputs();
        inputs.incident.offer = offer;
        NoticeFacts facts{QDate(2026, 1, 11), QDate(2026, 3, 2), QDate(2026, 3, 3), 2318};
        facts.residents = {{u"IL"_s, 412}};
        const CheckResult check = ofLetters(inputs, personIn(u"IL"_s), u"overlay.IL.silent"_s, facts);
        QTEST(check.level, "level");
    }

    /// A paraphrase of the breach is in no list of sentences.
    void asksAPersonToReadWhatMassachusettsPrints()
    {
        LetterInputs inputs = sample::inputs();
        const QString id = u"overlay.MA.own-words"_s;
        QCOMPARE(ofLetters(inputs, personIn(u"MA"_s), id).level, CheckLevel::Ok);
        const QString offer = u"Because hackers encrypted our patient server, we pay for 24 months of monitoring."_s;
        inputs.incident.offer = offer;
        inputs.incident.callHours = u"8 a.m. to 8 p.m."_s;
        const CheckResult check = ofLetters(inputs, personIn(u"MA"_s), id);
        QCOMPARE(check.level, CheckLevel::Warning);
        QVERIFY2(check.detail.contains(offer) && check.detail.contains(u"8 p.m."_s), qPrintable(check.detail));
        QCOMPARE(ofLetters(inputs, personIn(u"IL"_s), u"overlay.IL.own-words"_s).id, u"no such check"_s);
    }

    void countsSixtyDaysForTheFirstLetterOnly()
    {
        LetterInputs inputs = sample::inputs();
        inputs.letterDate = QDate(2026, 6, 1);
        QCOMPARE(ofLetters(inputs, sample::recipient(), u"dates"_s).level, CheckLevel::Warning);
        inputs.templates = TemplateSet::bundled(u"supplement"_s).value();
        inputs.incident.whatChanged = u"A test result was in the file too."_s;
        QCOMPARE(ofLetters(inputs, sample::recipient(), u"dates"_s).level, CheckLevel::Ok);
    }

    void saysWhenADocumentIsLateOrNotOwed()
    {
        SheetInputs inputs = inputsOf(u"gdpr-33"_s);
        inputs.duty.dueDay = inputs.date;
        QCOMPARE(ofSheet(inputs, u"due"_s).level, CheckLevel::Ok);
        inputs.duty.dueDay = inputs.date.addDays(-1);
        QCOMPARE(ofSheet(inputs, u"due"_s).level, CheckLevel::Warning);
        inputs.words.insert(u"late_reason"_s, u"The processor told us late."_s);
        QCOMPARE(ofSheet(inputs, u"due"_s).level, CheckLevel::Ok);
        inputs.words.remove(u"late_reason"_s);
        inputs.duty.done = true;
        QCOMPARE(ofSheet(inputs, u"due"_s).level, CheckLevel::Ok);
        inputs.duty.owed = false;
        inputs.duty.residents = 0;
        const CheckResult check = ofSheet(inputs, u"due"_s);
        QCOMPARE(check.level, CheckLevel::Warning);
        QVERIFY2(check.detail.contains(u"nobody in Texas"_s), qPrintable(check.detail));
    }

    void goesByTheKnownResidence()
    {
        LetterRecipient person = personIn(QString());
        QCOMPARE(ofLetters(sample::inputs(), person, u"roster.residence"_s).level, CheckLevel::Error);
        person.state = u"Masachusets"_s;
        QCOMPARE(ofLetters(sample::inputs(), person, u"roster.residence"_s).level, CheckLevel::Error);
        person.residence = u"MA"_s;
        QCOMPARE(ofLetters(sample::inputs(), person, u"roster.residence"_s).level, CheckLevel::Ok);
        QCOMPARE(ofLetters(sample::inputs(), person, u"overlay.MA.silent"_s).id, u"overlay.MA.silent"_s);
        person.residence.clear();
        person.country = u"Canada"_s;
        QCOMPARE(ofLetters(sample::inputs(), person, u"roster.residence"_s).level, CheckLevel::Ok);
    }
};

QTEST_MAIN(TestNoticesWordChecks)
#include "tst_notices_word_checks.moc"
