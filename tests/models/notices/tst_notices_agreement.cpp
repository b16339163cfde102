// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/named_check.h"
#include "models/notices/sample_letters.h"
#include "models/notices/sample_sheets.h"
#include "notices/agreement.h"
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

NoticeFacts sampleFacts()
{
    NoticeFacts facts{QDate(2026, 1, 11), QDate(2026, 3, 2), QDate(2026, 3, 3), 620};
    facts.residents = {{u"TX"_s, 600}, {u"CA"_s, 20}};
    facts.otherCounts = {7};
    facts.data = {u"name"_s, u"ssn"_s, u"financial-account"_s};
    return facts;
}

CheckResult against(const QString &text)
{
    return withDisagreements({u"x"_s, {}, {}, CheckLevel::Ok, {}}, disagreements(sampleFacts(), text));
}

CheckResult ofLetters(const LetterInputs &inputs, const QString &id, const QList<OtherNotice> &others = {})
{
    NoticeFacts facts = sampleFacts();
    return named(checkLetters(LetterComposer(inputs), RosterSurvey(), facts, others), id);
}

} // namespace

class TestNoticesAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadLetterFonts()); }

    void readsDays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("day"); // null: no date at all
        const QDate day(2026, 3, 3);
        for (const char *text :
             {"March 3, 2026", "March 3 2026", "3 March 2026", "March 3rd, 2026", "Mar. 3, 2026", "Mar 3, 2026",
              "3rd of March 2026", "3/3/2026", "03/03/2026", "2026-03-03", "3 de marzo de 2026", "3 de marzo del 2026"})
            QTest::newRow(text) << u"(%1)"_s.arg(QString::fromUtf8(text)) << day;
        QTest::newRow("no date") << u"May 12 people, 2026"_s << QDate();
        QTest::newRow("file number") << u"13/32/2026 and 2026-15-99"_s << QDate();
    }

    void readsDays()
    {
        QFETCH(const QString, text);
        QFETCH(const QDate, day);
        const QList<SaidDay> days = daysIn(text);
        QCOMPARE(days.size(), day.isValid() ? 1 : 0);
        if (day.isValid())
            QCOMPARE(days.constFirst().day, day);
    }

    void findsWhatTheFactsDoNotSay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<CheckLevel>("level");
        QTest::addColumn<QString>("words");
        using enum CheckLevel;
        const auto row = [](const char *name, const QString &text, CheckLevel level, const QString &words = {}) {
            QTest::newRow(name) << text << level << words;
        };
        row("right", u"We learned on March 3, 2026 that 620 people and 600 Texas residents were affected."_s, Ok);
        row("discovery", u"We learned of it on March 5, 2026."_s, Error, u"March 5, 2026"_s);
        row("discovery said first", u"On March 5, 2026, we discovered a leak."_s, Error, u"March 5, 2026"_s);
        row("discovery in figures", u"It was detected 3/5/2026."_s, Error, u"March 5, 2026"_s);
        row("discovery in Spanish", u"Lo descubrimos el 5 de marzo de 2026."_s, Error, u"March 5, 2026"_s);
        row("learned more later", u"We found it on March 3, 2026. We learned more on March 9, 2026."_s, Warning,
            u"March 9, 2026"_s);
        row("a vendor's", u"Our vendor noticed it on February 27, 2026."_s, Warning, u"February 27, 2026"_s);
        row("another sentence", u"We learned of it late. March 9, 2026 was a Monday."_s, Ok);
        row("time of the breach", u"It lay open between January 5, 2026 and March 2, 2026."_s, Warning,
            u"January 5, 2026"_s);
        row("year said once", u"It lay open from January 11 to March 1, 2026."_s, Warning, u"March 1, 2026"_s);
        row("over New Year", u"It lay open from December 28 to January 11, 2026."_s, Warning, u"December 28, 2025"_s);
        row("right time", u"It lay open from January 11 through March 2, 2026."_s, Ok);
        row("time in Spanish", u"Entre el 5 de enero y el 2 de marzo de 2026."_s, Warning, u"January 5, 2026"_s);
        for (const char *noun : {"people", "residents", "patients", "individuals", "customers", "Texas residents",
                                 "of our patients", "affected customers", "personas", "de nuestros pacientes"})
            row(noun, u"It touched 9,999 %1."_s.arg(QString::fromUtf8(noun)), Warning, u"9,999"_s);
        row("Spanish thousands", u"Afectó a 9.999 clientes."_s, Warning, u"9.999 clientes"_s);
        row("of a State", u"600 people in Texas, 20 people in California."_s, Ok);
        row("without an address", u"7 people have no address."_s, Ok);
        row("other things", u"9,999 orders of our customers."_s, Ok);
        row("bound", u"500 or more individuals"_s, Ok);
        row("kind", u"It held dates of birth."_s, Warning, u"Date of birth"_s);
        row("kind in Spanish", u"Había pasaportes."_s, Warning, u"Passport"_s);
        row("known kinds", u"It held Social Security numbers and bank account numbers."_s, Ok);
        row("not involved", u"It held names. Passports were not in it."_s, Ok);
        row("advice", u"Please change your password."_s, Ok);
    }

    void findsWhatTheFactsDoNotSay()
    {
        QFETCH(const QString, text);
        QFETCH(const CheckLevel, level);
        QFETCH(const QString, words);
        const CheckResult check = against(text);
        QVERIFY2(check.level == level, qPrintable(check.detail));
        QVERIFY2(check.detail.contains(words), qPrintable(check.detail));
    }

    /// A warning must not hide what blocks.
    void collectsAllFindings()
    {
        SheetInputs inputs = inputsOf(u"press-release"_s);
        inputs.words.insert(u"what_happened"_s,
                            u"A file about 9,999 people lay open. We learned of it on November 5, 2026. In all, 12 "
                            "patients wrote to us."_s);
        const CheckResult check = named(checkSheet(inputs, composeSheet(inputs), {}), u"facts"_s);
        QCOMPARE(check.level, CheckLevel::Error);
        for (const QString &found : {u"9,999"_s, u"November 5, 2026"_s, u"12 patients"_s})
            QVERIFY2(check.detail.contains(found), qPrintable(check.detail));
    }

    void findsNothingInWhatTheProgramSays()
    {
        const auto kinds = noticeKindsInAllLanguages();
        for (const NoticeKind &kind : *kinds) {
            SheetInputs inputs = inputsOf(*noticeKind(kind.kind, kind.language));
            const CheckResult check = named(checkSheet(inputs, composeSheet(inputs), {}), u"facts"_s);
            QVERIFY2(check.level == CheckLevel::Ok, qPrintable(kind.templateId + u": "_s + check.detail));
        }
    }

    /// Duties such as monitoring hang on the kinds in the facts; the roster may know of more.
    void holdsTheRosterAgainstTheFacts_data()
    {
        QTest::addColumn<QStringList>("facts");
        QTest::addColumn<QStringList>("roster");
        QTest::addColumn<QString>("words"); // empty: they agree
        const auto row = [](const char *name, const QStringList &facts, const QStringList &roster,
                            const QString &words = {}) { QTest::newRow(name) << facts << roster << words; };
        row("the same", {u"name"_s, u"ssn"_s}, {u"name"_s, u"ssn"_s});
        row("fewer", {u"name"_s, u"ssn"_s}, {u"name"_s});
        row("more", {u"name"_s}, {u"name"_s, u"ssn"_s},
            u"The roster lists “Social Security number” (1,204 people); the facts do not."_s);
        row("another word for it", {u"payment-card"_s}, {u"card-number"_s});
        row("how people are reached", {u"ssn"_s}, {u"name"_s, u"address"_s, u"email"_s, u"phone"_s, u"ssn"_s});
        row("health information", {u"phi"_s}, {u"diagnosis"_s, u"medication"_s});
        row("no health information", {u"name"_s}, {u"diagnosis"_s},
            u"The roster lists “Diagnosis or health condition” (1,204 people); the facts do not."_s);
        row("date of birth", {u"phi"_s}, {u"dob"_s}, u"Date of birth"_s);
        row("orders of health products", {u"phi"_s}, {u"order-history"_s, u"provider"_s});
        row("photograph", {u"phi"_s}, {u"photo"_s}, u"Photograph"_s);
        row("nobody said", {}, {u"ssn"_s});
    }

    void holdsTheRosterAgainstTheFacts()
    {
        QFETCH(const QStringList, facts);
        QFETCH(const QStringList, roster);
        QFETCH(const QString, words);
        NoticeFacts known = sampleFacts();
        known.data = facts;
        RosterSurvey survey;
        for (const QString &kind : roster)
            survey.elements.insert(kind, 1204);
        const auto checks = checkLetters(LetterComposer(sample::bilingualInputs()), survey, known);
        const bool compared = std::any_of(checks.begin(), checks.end(),
                                          [](const CheckResult &each) { return each.id == u"facts.kinds"_s; });
        QCOMPARE(compared, !facts.isEmpty());
        if (!compared)
            return;
        const CheckResult check = named(checks, u"facts.kinds"_s);
        QVERIFY2(check.detail.contains(words), qPrintable(check.detail));
        QCOMPARE(check.level, words.isEmpty() ? CheckLevel::Ok : CheckLevel::Warning);
    }

    void countsTheKindsOfTheRoster()
    {
        LetterRecipient first = sample::recipient();
        first.dataElements = {u"name"_s, u"ssn"_s, u"ssn"_s};
        LetterRecipient second = sample::recipient();
        second.id = u"R2"_s;
        second.dataElements = {u"name"_s, u"blood-group"_s};
        RecipientList source({first, second});
        const LetterComposer composer(sample::bilingualInputs());
        const RosterSurvey survey = surveyRoster(composer, source, 0, Progress()).value();
        QCOMPARE(survey.elements, (QMap<QString, qint64>{{u"name"_s, 2}, {u"ssn"_s, 1}}));
    }

    void holdsLettersAgainstTheFacts()
    {
        LetterInputs inputs = sample::bilingualInputs();
        QCOMPARE(ofLetters(inputs, u"facts.dates"_s).level, CheckLevel::Ok);
        inputs.incident.whatHappened += u" We learned of it on March 9, 2026. It held passports of 9,999 people."_s;
        QCOMPARE(ofLetters(inputs, u"facts.dates"_s).level, CheckLevel::Error);
        QCOMPARE(ofLetters(inputs, u"facts.counts"_s).level, CheckLevel::Warning);
        QCOMPARE(ofLetters(inputs, u"facts.kinds"_s).level, CheckLevel::Warning);
        inputs = sample::bilingualInputs();
        inputs.incident.translated[u"es"_s].whatHappened += u" Lo supimos el 9 de marzo de 2026."_s;
        QCOMPARE(ofLetters(inputs, u"facts.dates"_s).level, CheckLevel::Error);
        inputs = sample::bilingualInputs();
        inputs.incident.whatChanged = u"We told you that we learned of it on March 9, 2026. That was wrong."_s;
        QCOMPARE(ofLetters(inputs, u"facts.dates"_s).level, CheckLevel::Warning);
    }

    void holdsLettersAgainstOtherNotices_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("words"); // empty: agrees
        QTest::newRow("agrees") << u"620 people. We learned of it on March 3, 2026. Social Security numbers."_s
                                << QString();
        QTest::newRow("count") << u"611 patients"_s << u"611 patients"_s;
        QTest::newRow("discovery") << u"We learned of it on March 9, 2026."_s << u"March 9, 2026"_s;
        QTest::newRow("time") << u"From January 5, 2026 to March 2, 2026."_s << u"January 5, 2026"_s;
        QTest::newRow("kind") << u"It held passports."_s << u"Passport"_s;
    }

    void holdsLettersAgainstOtherNotices()
    {
        QFETCH(const QString, other);
        QFETCH(const QString, words);
        const LetterInputs inputs = sample::inputs();
        QCOMPARE(ofLetters(inputs, u"other-notices"_s).id, u"no such check"_s);
        const CheckResult check = ofLetters(inputs, u"other-notices"_s, {{u"Report to HHS"_s, other}});
        QCOMPARE(check.id, u"other-notices"_s);
        QCOMPARE(check.level, words.isEmpty() ? CheckLevel::Ok : CheckLevel::Warning);
        QVERIFY2(check.detail.contains(words) && (words.isEmpty() || check.detail.contains(u"Report to HHS"_s)),
                 qPrintable(check.detail));
    }

    void namesEveryFieldThatDiffers()
    {
        LetterInputs inputs = sample::inputs();
        inputs.incident.discovered = QDate(2026, 3, 4);
        inputs.incident.breachFrom = QDate(2026, 1, 12);
        const QString detail = ofLetters(inputs, u"facts.dates"_s).detail;
        QVERIFY2(detail.contains(u"March 4, 2026"_s) && detail.contains(u"January 12, 2026"_s), qPrintable(detail));
    }
};

QTEST_MAIN(TestNoticesAgreement)
#include "tst_notices_agreement.moc"
