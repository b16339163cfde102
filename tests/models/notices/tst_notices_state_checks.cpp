// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/named_check.h"
#include "models/notices/sample_letters.h"
#include "notices/checks.h"
#include "notices/pdf/letter_fonts.h"

#include <QFile>
#include <QtTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;
using tocsin::notices::sample::named;

using ChangeInputs = std::function<void(LetterInputs &)>;
Q_DECLARE_METATYPE(ChangeInputs)
Q_DECLARE_METATYPE(CheckLevel)

namespace {

LetterInputs inputs()
{
    LetterInputs made = sample::inputs();
    made.incident.affected = 2318;
    made.incident.offer = u"You can sign up for 24 months of credit monitoring at no cost: call 1-800-555-0143."_s;
    made.incident.translated.insert(
        u"es"_s,
        {u"Un archivo de pedidos quedó en una carpeta en línea sin clave."_s,
         u"Cerramos la carpeta el mismo día."_s,
         u"Puede inscribirse gratis en 24 meses de vigilancia de crédito: llame al 1-800-555-0143."_s,
         {}});
    return made;
}

std::vector<LetterRecipient> people(const QString &state, int count = 1, const QStringList &elements = {u"ssn"_s})
{
    std::vector<LetterRecipient> made;
    for (int at = 0; at < count; ++at) {
        made.push_back(sample::recipient());
        made.back().id = u"%1%2"_s.arg(state).arg(at);
        made.back().state = state;
        made.back().dataElements = elements;
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

QStringList idsOfState(const QList<CheckResult> &checks)
{
    QStringList ids;
    for (const CheckResult &check : checks) {
        if (check.id.startsWith("overlay."_L1))
            ids << check.id;
    }
    return ids;
}

} // namespace

class TestNoticesStateChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyStateIsServedByTheShippedLetters();
    void checksOnlyTheStatesOfTheRoster();
    void namesAMissingDemand_data();
    void namesAMissingDemand();
    void findsWhatMustNotBeSaid_data();
    void findsWhatMustNotBeSaid();
    void asksForMonitoring_data();
    void asksForMonitoring();
    void demandsTheFactThatNobodyRecorded_data();
    void demandsTheFactThatNobodyRecorded();
    void leavesTheRestToCounsel();
    void checksEachLanguageAndForm();
    void findsBadAddressesInTheWords_data();
    void findsBadAddressesInTheWords();
    void comparesTheLanguages_data();
    void comparesTheLanguages();
    void readsSpanishDatesAndCounts();
};

void TestNoticesStateChecks::initTestCase()
{
    QVERIFY(loadLetterFonts());
}

void TestNoticesStateChecks::everyStateIsServedByTheShippedLetters()
{
    std::vector<LetterRecipient> roster;
    const OverlaySet overlays = OverlaySet::bundled().value();
    for (const Overlay &overlay : overlays.all()) {
        for (const QString &language : {u"en"_s, u"es"_s}) {
            for (const LetterForm form : {LetterForm::Adult, LetterForm::Minor, LetterForm::Deceased}) {
                LetterRecipient person = people(overlay.state).front();
                person.id = overlay.state + language + toWord(form);
                person.form = form;
                person.language = language;
                person.representative = u"Pat Example"_s;
                roster.push_back(person);
            }
        }
    }
    const QList<CheckResult> checks = checksOf(inputs(), roster);
    for (const CheckResult &check : checks)
        QVERIFY2(check.level != CheckLevel::Error, qPrintable(check.id + u' ' + check.detail));
    for (const Overlay &overlay : overlays.all()) {
        const CheckResult says = named(checks, u"overlay.%1.says"_s.arg(overlay.state));
        QVERIFY2(says.level == CheckLevel::Ok, qPrintable(says.id + says.detail));
        QCOMPARE(says.citation, overlay.citation);
        QVERIFY(says.title.startsWith(overlay.name));
        if (!overlay.mustSay.isEmpty())
            QVERIFY2(says.detail.contains(overlay.mustSay.first().what), qPrintable(says.detail));
    }
    QVERIFY(readyToRun(checks));
}

void TestNoticesStateChecks::checksOnlyTheStatesOfTheRoster()
{
    QCOMPARE(idsOfState(checksOf(inputs(), people(u"TX"_s))), QStringList());
    QCOMPARE(idsOfState(checksOf(inputs(), people(u"MD"_s))), QStringList{u"overlay.MD.says"_s});
    QCOMPARE(idsOfState(checksOf(inputs(), people(u"MA"_s))),
             (QStringList{u"overlay.MA.says"_s, u"overlay.MA.silent"_s, u"overlay.MA.own-words"_s,
                          u"overlay.MA.monitoring"_s, u"overlay.MA.counsel"_s}));
    auto lost = people(u"MA"_s);
    lost.front().address.clear(); // gets no letter
    lost.push_back(sample::recipient());
    lost.back().state = u"TX"_s;
    QCOMPARE(idsOfState(checksOf(inputs(), lost)), QStringList());
}

void TestNoticesStateChecks::namesAMissingDemand_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QByteArray>("was"); // in the template of adults
    QTest::addColumn<QByteArray>("is");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QString &state, const QByteArray &was, const QByteArray &is,
                        const QString &words) { QTest::newRow(name) << state << was << is << words; };
    row("no place for steps", u"MA"_s, "{{overlay.steps}}\n", "", u"the right to a police report"_s);
    row("no place for contacts", u"MD"_s, "{{overlay.contacts}}\n", "", u"the State office’s telephone"_s);
    row("no place for the number", u"RI"_s, "{{overlay.happened}}\n", "", u"the number of people affected"_s);
    row("no title", u"CA"_s, "# Notice of Data Breach", "# A letter", u"the title of the notice"_s);
    row("a heading of its own", u"CA"_s, "## What you can do", "## Steps to take", u"the five headings"_s);
    row("no telephone", u"WY"_s, "- Call us toll-free at {{organization.toll_free}}", "- Call us",
        u"a telephone number"_s);
    row("no name", u"WA"_s, "{{organization.name}}", "our shop", u"the sender’s name"_s);
}

void TestNoticesStateChecks::namesAMissingDemand()
{
    QFETCH(QString, state);
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QFETCH(QString, words);
    QFile file(u":/templates/individual-adult-en.md"_s);
    LetterInputs made = inputs();
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains(was));
    made.templates = TemplateSet::of({Template::parse(bytes.replace(was, is), u"t"_s).value()}).value();
    const CheckResult check = named(checksOf(made, people(state)), u"overlay.%1.says"_s.arg(state));
    QCOMPARE(check.level, CheckLevel::Error);
    QVERIFY2(check.detail.contains(words), qPrintable(check.detail));
}

void TestNoticesStateChecks::findsWhatMustNotBeSaid_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("letters");
    QTest::addColumn<QString>("offer");
    QTest::addColumn<CheckLevel>("level");
    QTest::addColumn<QString>("words");
    using enum CheckLevel;
    const auto row = [](const char *name, const QString &state, int letters, const QString &offer, CheckLevel level,
                        const QString &words = {}) {
        QTest::newRow(name) << state << letters << u"We pay for 24 months of monitoring. "_s + offer << level << words;
    };
    row("nothing", u"MA"_s, 1, QString(), Ok);
    row("nature", u"MA"_s, 1, u"A file of past orders was left in an online folder without a lock."_s, Error,
        u"A file of past orders"_s);
    row("what was done", u"MA"_s, 1, u"We closed the folder on the same day. Call us."_s, Error,
        u"We closed the folder"_s);
    row("residents", u"MA"_s, 1, u"It touched 12 residents."_s, Error, u"12 residents"_s);
    row("residents of", u"IL"_s, 1, u"It touched 1,204 Illinois residents of all ages."_s, Error,
        u"1,204 Illinois residents"_s);
    row("in full", u"IL"_s, 1, u"In all, 12 of the State’s residents."_s, Error, u"12 of the State’s residents"_s);
    row("their number", u"IL"_s, 17, u"It touched 17 in your State."_s, Warning, u"figure 17"_s);
    row("another number", u"IL"_s, 17, u"It touched 18 in your State."_s, Ok);
    row("part of a number", u"IL"_s, 17, u"Case 17-2318, 1,170 lines, 117."_s, Ok);
    row("nature elsewhere", u"IL"_s, 1, u"A file of past orders was left in an online folder without a lock."_s, Ok);
    row("a small number", u"IL"_s, 9, u"Call us from 9 to 5."_s, Ok);
}

void TestNoticesStateChecks::findsWhatMustNotBeSaid()
{
    QFETCH(QString, state);
    QFETCH(int, letters);
    QFETCH(QString, offer);
    QFETCH(CheckLevel, level);
    QFETCH(QString, words);
    LetterInputs made = inputs();
    made.incident.offer = offer;
    const auto checks = checksOf(made, people(state, letters));
    const CheckResult check = named(checks, u"overlay.%1.silent"_s.arg(state));
    QVERIFY2(!check.citation.isEmpty(), qPrintable(check.id));
    QVERIFY2(check.level == level, qPrintable(check.detail));
    QVERIFY2(check.detail.contains(words), qPrintable(check.detail));
    QCOMPARE(readyToRun(checks).has_value(), level != CheckLevel::Error);
}

void TestNoticesStateChecks::asksForMonitoring_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("element");
    QTest::addColumn<QString>("offer");
    QTest::addColumn<bool>("asked");
    QTest::addColumn<CheckLevel>("level");
    using enum CheckLevel;
    const auto row
        = [](const char *name, const QString &state, const QString &element, const QString &offer, bool asked,
             CheckLevel level) { QTest::newRow(name) << state << element << offer << asked << level; };
    row("MA 18", u"MA"_s, u"ssn"_s, u"18 months of monitoring."_s, true, Ok);
    row("MA 17", u"MA"_s, u"ssn"_s, u"17 months of monitoring."_s, true, Error);
    row("MA two years", u"MA"_s, u"ssn"_s, u"Two years of monitoring."_s, true, Ok);
    row("MA a one-year plan", u"MA"_s, u"ssn"_s, u"A one-year plan."_s, true, Error);
    row("MA no time", u"MA"_s, u"ssn"_s, u"Monitoring is free."_s, true, Error);
    row("MA nothing", u"MA"_s, u"ssn"_s, QString(), true, Error);
    row("MA other data", u"MA"_s, u"drivers-license"_s, QString(), false, Ok);
    row("CT 23", u"CT"_s, u"ssn"_s, u"23 months"_s, true, Error);
    row("CT 24", u"CT"_s, u"ssn"_s, u"24-month plan"_s, true, Ok);
    row("DC 18", u"DC"_s, u"ssn"_s, u"18 months"_s, true, Ok);
    row("DE nothing", u"DE"_s, u"ssn"_s, QString(), true, Warning);
    row("CA licence", u"CA"_s, u"drivers-license"_s, u"11 months"_s, true, Warning);
    row("CA account", u"CA"_s, u"account-number"_s, QString(), false, Ok);
    row("PA account", u"PA"_s, u"account-number"_s, QString(), true, Warning);
    row("PA card", u"PA"_s, u"card-number"_s, QString(), false, Ok);
}

void TestNoticesStateChecks::asksForMonitoring()
{
    QFETCH(QString, state);
    QFETCH(QString, element);
    QFETCH(QString, offer);
    QFETCH(bool, asked);
    QFETCH(CheckLevel, level);
    LetterInputs made = inputs();
    made.incident.offer = offer.isEmpty() ? offer : QString(offer + u" Call 1-800-555-0143."_s);
    const auto checks = checksOf(made, people(state, 1, {u"name"_s, element}));
    const QString id = u"overlay.%1.monitoring"_s.arg(state);
    const CheckResult check = named(checks, id);
    QCOMPARE(check.id == id, asked);
    QVERIFY2(!asked || check.level == level, qPrintable(check.detail));
    QCOMPARE(readyToRun(checks).has_value(), level != CheckLevel::Error);
}

void TestNoticesStateChecks::demandsTheFactThatNobodyRecorded_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("citation");
    QTest::newRow("California") << u"CA"_s << u"1798.82"_s;
    QTest::newRow("Wyoming") << u"WY"_s << u"40-12-50"_s;
}

void TestNoticesStateChecks::demandsTheFactThatNobodyRecorded()
{
    QFETCH(const QString, state);
    QFETCH(const QString, citation);
    const QString id = u"overlay.%1.says"_s.arg(state);
    LetterInputs made = inputs();
    QCOMPARE(named(checksOf(made, people(state)), id).level, CheckLevel::Ok);
    made.incident.delayed = true;
    QCOMPARE(named(checksOf(made, people(state)), id).level, CheckLevel::Ok);
    made.incident.delayed.reset();
    const CheckResult check = named(checksOf(made, people(state)), id);
    QCOMPARE(check.level, CheckLevel::Error);
    QVERIFY2(check.detail.contains("law_enforcement"_L1), qPrintable(check.detail));
    QVERIFY(check.citation.contains(citation));
    QVERIFY(readyToRun(checksOf(made, people(u"WI"_s)))); // asks for nothing of the kind
}

void TestNoticesStateChecks::leavesTheRestToCounsel()
{
    const CheckResult wisconsin = named(checksOf(inputs(), people(u"WI"_s)), u"overlay.WI.counsel"_s);
    QVERIFY2(wisconsin.detail.contains("presumed"_L1), qPrintable(wisconsin.detail));
    const CheckResult massachusetts = named(checksOf(inputs(), people(u"MA"_s)), u"overlay.MA.counsel"_s);
    QCOMPARE(massachusetts.level, CheckLevel::Warning);
    QVERIFY2(massachusetts.detail.contains("parent or affiliated corporation"_L1), qPrintable(massachusetts.detail));
    QVERIFY(massachusetts.detail.contains("164.404(c)(1)(A)"_L1));
    const CheckResult pennsylvania = named(checksOf(inputs(), people(u"PA"_s)), u"overlay.PA.counsel"_s);
    QVERIFY2(pennsylvania.detail.startsWith("The sources do not agree"_L1), qPrintable(pennsylvania.detail));
}

void TestNoticesStateChecks::checksEachLanguageAndForm()
{
    // Only the Spanish letter to next of kin tells what it must not.
    LetterInputs made = inputs();
    made.incident.translated[u"es"_s].offer += u" Cerramos la carpeta el mismo día."_s;
    auto roster = people(u"MA"_s);
    QCOMPARE(named(checksOf(made, roster), u"overlay.MA.silent"_s).level, CheckLevel::Ok);
    roster.push_back(roster.front());
    roster.back().id = u"R9"_s;
    roster.back().language = u"es"_s;
    roster.back().form = LetterForm::Deceased;
    QCOMPARE(named(checksOf(made, roster), u"overlay.MA.silent"_s).level, CheckLevel::Error);
}

void TestNoticesStateChecks::findsBadAddressesInTheWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("found"); // empty: nothing
    QTest::newRow("good") << u"Call 1-800-555-0143 or (312) 555-0142, or see www.example.org/a."_s << QString();
    QTest::newRow("short") << u"Call 1-800-555-014."_s << u"1-800-555-014"_s;
    QTest::newRow("area code") << u"Call 123-555-0142 now."_s << u"123-555-0142"_s;
    QTest::newRow("dates and counts") << u"On 2026-03-03, 12,400 orders; 1,000.50 dollars; 24-7."_s << QString();
    QTest::newRow("comma") << u"See www,example.org today."_s << u"www,example.org"_s;
    QTest::newRow("no end") << u"See www.example for more."_s << u"www.example"_s;
    QTest::newRow("slash") << u"See https:/example.org."_s << u"https:/example.org"_s;
    QTest::newRow("other scheme") << u"See javascript:/x"_s << u"javascript:/x"_s;
    QTest::newRow("secure") << u"(https://example.org/help)"_s << QString();
}

void TestNoticesStateChecks::findsBadAddressesInTheWords()
{
    QFETCH(QString, words);
    QFETCH(QString, found);
    for (const bool spanish : {false, true}) {
        LetterInputs made = inputs();
        (spanish ? made.incident.translated[u"es"_s].offer : made.incident.offer) += u' ' + words;
        const CheckResult check = named(checksOf(made, people(u"TX"_s)), u"narrative.addresses"_s);
        QCOMPARE(check.id, u"narrative.addresses"_s);
        QVERIFY2(check.level == (found.isEmpty() ? CheckLevel::Ok : CheckLevel::Error), qPrintable(check.detail));
        QVERIFY2(found.isEmpty() || check.detail.contains(u'“' + found + u'”'), qPrintable(check.detail));
    }
}

void TestNoticesStateChecks::comparesTheLanguages_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("spanish");
    QTest::addColumn<QString>("differing"); // empty: none
    QTest::newRow("same day") << u"On March 3, 2026."_s << u"El 3 de marzo de 2026."_s << QString();
    QTest::newRow("same count") << u"2,318 people"_s << u"2318 personas"_s << QString();
    QTest::newRow("another count") << u"2,318 people"_s << u"2,381 personas"_s << u"2318, 2381"_s;
    QTest::newRow("only here") << u"All."_s << u"12 personas."_s << u"12"_s;
}

void TestNoticesStateChecks::comparesTheLanguages()
{
    QFETCH(QString, english);
    QFETCH(QString, spanish);
    QFETCH(QString, differing);
    LetterInputs made = inputs();
    made.incident.whatHappened += u' ' + english;
    made.incident.translated[u"es"_s].whatHappened += u' ' + spanish;
    const CheckResult check = named(checksOf(made, people(u"TX"_s)), u"narrative.languages"_s);
    QCOMPARE(check.level, differing.isEmpty() ? CheckLevel::Ok : CheckLevel::Warning);
    QVERIFY2(check.detail.contains(differing), qPrintable(check.detail));
    made.incident.translated[u"es"_s].whatWeAreDoing.clear(); // nobody gets it
    QCOMPARE(named(checksOf(made, people(u"TX"_s)), u"narrative.languages"_s).level, CheckLevel::Ok);
}

void TestNoticesStateChecks::readsSpanishDatesAndCounts()
{
    LetterInputs made = inputs();
    made.incident.translated[u"es"_s].whatHappened += u" Empezó el 5 de enero de 2026 y afectó a 2,300 clientes."_s;
    const LetterComposer composer(made);
    const NoticeFacts facts{QDate(2026, 1, 11), QDate(2026, 3, 2), QDate(2026, 3, 3), 2318};
    const auto checks = checkLetters(composer, RosterSurvey(), facts);
    QVERIFY2(named(checks, u"narrative.dates"_s).detail.contains("January 5, 2026"_L1),
             qPrintable(named(checks, u"narrative.dates"_s).detail));
    QCOMPARE(named(checks, u"facts.counts"_s).level, CheckLevel::Warning);
    made.incident.translated[u"es"_s].whatHappened = u"El 30 de febrero de 2026."_s;
    const LetterComposer impossible(made);
    QCOMPARE(named(checkLetters(impossible, RosterSurvey()), u"narrative.dates"_s).level, CheckLevel::Error);
}

QTEST_MAIN(TestNoticesStateChecks)
#include "tst_notices_state_checks.moc"
