// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/named_check.h"
#include "models/notices/sample_letters.h"
#include "notices/checks.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/reading_level.h"

#include <QtTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;
using tocsin::notices::sample::named;

using ChangeInputs = std::function<void(LetterInputs &)>;
using ChangeRecipient = std::function<void(LetterRecipient &)>;
Q_DECLARE_METATYPE(ChangeInputs)
Q_DECLARE_METATYPE(ChangeRecipient)
Q_DECLARE_METATYPE(CheckLevel)

namespace {

/// What the States ask for has tests of its own.
QList<CheckResult> checksOf(LetterInputs inputs, const std::vector<LetterRecipient> &recipients,
                            const std::optional<NoticeFacts> &facts = std::nullopt)
{
    inputs.overlays = {};
    const LetterComposer composer(inputs);
    RecipientList source(recipients);
    const Progress progress;
    const auto survey = surveyRoster(composer, source, 0, progress);
    if (!survey)
        qFatal("%s", qPrintable(survey.error().message));
    return checkLetters(composer, *survey, facts);
}

QStringList idsAt(const QList<CheckResult> &checks, CheckLevel level)
{
    QStringList ids;
    for (const CheckResult &check : checks) {
        if (check.level == level)
            ids.append(check.id);
    }
    return ids;
}

/// The shipped templates with a word of their text changed.
TemplateSet changedTemplates(const QByteArray &was, const QByteArray &is)
{
    TemplateSet::bundled().value();
    std::vector<Template> texts;
    for (const char *form : {"adult", "deceased", "minor"}) {
        QFile file(u":/templates/individual-%1-en.md"_s.arg(QLatin1StringView(form)));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no such template");
        texts.push_back(Template::parse(file.readAll().replace(was, is), file.fileName()).value());
    }
    return TemplateSet::of(std::move(texts)).value();
}

} // namespace

class TestNoticesChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsNothingWrongWithAGoodLetter();
    void namesWhatIsWrongWithTheInputs_data();
    void namesWhatIsWrongWithTheInputs();
    void namesAMissingElement_data();
    void namesAMissingElement();
    void namesWhatIsWrongWithTheRoster_data();
    void namesWhatIsWrongWithTheRoster();
    void comparesWithTheFacts_data();
    void comparesWithTheFacts();
    void findsDoubledIds();
    void asksForATemplateOfEachForm();
    void refusesWithTheWholeList();
    void tellsNoNames();
    void gradesText_data();
    void gradesText();
    void shippedLettersAreEasyToRead();
    void picksTheHardestForTheProof();
    void picksTheSameProofInAnyOrder();
    void surveyHashSeesEveryField_data();
    void surveyHashSeesEveryField();
};

void TestNoticesChecks::initTestCase()
{
    QVERIFY(loadLetterFonts());
}

void TestNoticesChecks::findsNothingWrongWithAGoodLetter()
{
    const NoticeFacts facts{QDate(2026, 1, 11), QDate(2026, 3, 2), QDate(2026, 3, 3), 2318};
    const auto checks = checksOf(sample::inputs(), {sample::recipient()}, facts);
    QCOMPARE(idsAt(checks, CheckLevel::Error), QStringList());
    QCOMPARE(idsAt(checks, CheckLevel::Warning), QStringList());
    QVERIFY(readyToRun(checks));
    for (const char *element : {"element-a", "element-b", "element-c", "element-d", "element-e"}) {
        const CheckResult check = named(checks, QString::fromLatin1(element));
        const QString letter = check.id.right(1).toUpper();
        QCOMPARE(check.citation, u"164.404(c)(1)(%1)"_s.arg(letter));
    }
}

void TestNoticesChecks::namesWhatIsWrongWithTheInputs_data()
{
    QTest::addColumn<ChangeInputs>("change");
    QTest::addColumn<QString>("id");
    QTest::addColumn<CheckLevel>("level");
    QTest::addColumn<QString>("words");
    using enum CheckLevel;
    const auto row = [](const char *name, const ChangeInputs &change, const QString &id, CheckLevel level,
                        const QString &words) { QTest::newRow(name) << change << id << level << words; };
    row(
        "no toll-free number", [](LetterInputs &in) { in.organization.tollFree.clear(); }, u"organization.toll_free"_s,
        Error, u"shows"_s);
    row(
        "no e-mail", [](LetterInputs &in) { in.organization.email.clear(); }, u"organization.email"_s, Error,
        u"shows"_s);
    row(
        "no web site", [](LetterInputs &in) { in.organization.website.clear(); }, u"organization.website"_s, Error,
        u"shows"_s);
    row(
        "no officer", [](LetterInputs &in) { in.organization.privacyOfficer.clear(); },
        u"organization.privacy_officer"_s, Error, u"shows"_s);
    row(
        "an officer with a title", [](LetterInputs &in) { in.organization.privacyOfficer += u", Privacy Officer"_s; },
        u"organization.privacy_officer"_s, Warning, u"the name alone"_s);
    row(
        "no name", [](LetterInputs &in) { in.organization.name.clear(); }, u"organization.name"_s, Error, u"name"_s);
    row(
        "no address", [](LetterInputs &in) { in.organization.address.clear(); }, u"organization.address"_s, Error,
        u"address"_s);
    row(
        "area code", [](LetterInputs &in) { in.organization.tollFree = u"1-312-555-0142"_s; },
        u"organization.toll_free"_s, Error, u"toll-free"_s);
    row(
        "short number", [](LetterInputs &in) { in.organization.tollFree = u"1-800-555"_s; },
        u"organization.toll_free"_s, Error, u"1-800-555"_s);
    row(
        "bad e-mail", [](LetterInputs &in) { in.organization.email = u"privacy at example.org"_s; },
        u"organization.email"_s, Error, u"privacy at"_s);
    row(
        "bad web", [](LetterInputs &in) { in.organization.website = u"example"_s; }, u"organization.website"_s, Error,
        u"example"_s);
    row(
        "web with spaces", [](LetterInputs &in) { in.organization.website = u"www.example.org/a b"_s; },
        u"organization.website"_s, Error, u"web"_s);
    row(
        "ftp", [](LetterInputs &in) { in.organization.website = u"ftp://example.org"_s; }, u"organization.website"_s,
        Error, u"web"_s);
    row(
        "no account", [](LetterInputs &in) { in.incident.whatHappened = u" \n "_s; }, u"element-a"_s, Error,
        u"account"_s);
    row(
        "no discovery", [](LetterInputs &in) { in.incident.discovered = {}; }, u"element-a"_s, Error, u"discovery"_s);
    row(
        "no discovery, as a date", [](LetterInputs &in) { in.incident.discovered = {}; }, u"dates"_s, Error,
        u"discovery"_s);
    row(
        "no discovery, as a field", [](LetterInputs &in) { in.incident.discovered = {}; }, u"incident.discovery_date"_s,
        Error, u"no value"_s);
    row(
        "no breach date", [](LetterInputs &in) { in.incident.breachFrom = in.incident.breachTo = {}; }, u"element-a"_s,
        Warning, u"not known"_s);
    row(
        "nothing done", [](LetterInputs &in) { in.incident.whatWeAreDoing.clear(); }, u"element-d"_s, Error,
        u"nothing stands"_s);
    row(
        "blank", [](LetterInputs &in) { in.incident.whatHappened += u" It was [NUMBER] files."_s; }, u"placeholders"_s,
        Error, u"[NUMBER]"_s);
    row(
        "field in a narrative", [](LetterInputs &in) { in.incident.offer = u"Dear {{recipient.name}}"_s; },
        u"placeholders"_s, Error, u"{{"_s);
    row(
        "TBD", [](LetterInputs &in) { in.incident.whatWeAreDoing += u" TBD"_s; }, u"placeholders"_s, Error, u"TBD"_s);
    row(
        "ends before it begins", [](LetterInputs &in) { in.incident.breachTo = QDate(2026, 1, 10); }, u"dates"_s, Error,
        u"before"_s);
    row(
        "found before it began", [](LetterInputs &in) { in.incident.discovered = QDate(2026, 1, 10); }, u"dates"_s,
        Error, u"before"_s);
    row(
        "letter before discovery", [](LetterInputs &in) { in.letterDate = QDate(2026, 3, 2); }, u"dates"_s, Error,
        u"before"_s);
    row(
        "no letter date", [](LetterInputs &in) { in.letterDate = {}; }, u"dates"_s, Error, u"no date"_s);
    row(
        "late letter", [](LetterInputs &in) { in.letterDate = QDate(2026, 5, 3); }, u"dates"_s, Warning, u"61"_s);
    row(
        "letter on the last day", [](LetterInputs &in) { in.letterDate = QDate(2026, 5, 2); }, u"dates"_s, Ok,
        QString());
    row(
        "date in the account", [](LetterInputs &in) { in.incident.whatHappened += u" It began on January 5, 2026."_s; },
        u"narrative.dates"_s, Warning, u"January 5"_s);
    row(
        "day that is not", [](LetterInputs &in) { in.incident.whatHappened += u" On February 30, 2026 we looked."_s; },
        u"narrative.dates"_s, Error, u"exist"_s);
    row(
        "hard words",
        [](LetterInputs &in) {
            in.incident.whatHappened
                = u"Notwithstanding considerable organizational precautionary measures, unauthorized individuals "
                  u"potentially "
                  "exfiltrated confidential information necessitating comprehensive forensic investigation, regulatory "
                  "notification, organizational remediation and continuous environmental surveillance, subsequently."_s;
            in.incident.whatWeAreDoing = in.incident.whatHappened;
        },
        u"reading-level"_s, Warning, u"Flesch-Kincaid"_s);
}

void TestNoticesChecks::namesWhatIsWrongWithTheInputs()
{
    QFETCH(ChangeInputs, change);
    QFETCH(QString, id);
    QFETCH(CheckLevel, level);
    QFETCH(QString, words);
    LetterInputs inputs = sample::inputs();
    change(inputs);
    const auto checks = checksOf(inputs, {sample::recipient()});
    const CheckResult check = named(checks, id);
    QCOMPARE(check.id, id);
    QVERIFY2(check.level == level, qPrintable(check.detail));
    QVERIFY2(check.detail.contains(words), qPrintable(check.detail));
    QCOMPARE(readyToRun(checks).has_value(), level != CheckLevel::Error);
}

void TestNoticesChecks::namesAMissingElement_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    QTest::addColumn<QString>("id");
    QTest::newRow("no heading named") << QByteArray("required: 164.404(c)(1)(C) = What you can do\n") << QByteArray()
                                      << u"element-c"_s;
    QTest::newRow("another heading") << QByteArray("## What you can do") << QByteArray("## Steps") << u"element-c"_s;
    QTest::newRow("no account") << QByteArray("{{incident.what_happened}}") << QByteArray("Something.")
                                << u"element-a"_s;
    QTest::newRow("no breach dates") << QByteArray("{{incident.breach_dates}}.") << QByteArray("lately.")
                                     << u"element-a"_s;
    QTest::newRow("no discovery date") << QByteArray("{{incident.discovery_date}}.") << QByteArray("today.")
                                       << u"element-a"_s;
    QTest::newRow("no kinds") << QByteArray("- {{.}}\n") << QByteArray("- A thing\n") << u"element-b"_s;
    QTest::newRow("nothing done") << QByteArray("{{incident.what_we_are_doing}}") << QByteArray("We care.")
                                  << u"element-d"_s;
    QTest::newRow("no contact") << QByteArray("## For more information")
                                << QByteArray("## For more information\n\nAsk us.\n\n## Contact") << u"element-e"_s;
}

void TestNoticesChecks::namesAMissingElement()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QFETCH(QString, id);
    LetterInputs inputs = sample::inputs();
    inputs.templates = changedTemplates(was, is);
    const auto checks = checksOf(inputs, {sample::recipient()});
    QCOMPARE(idsAt(checks, CheckLevel::Error), QStringList{id});
    QVERIFY2(named(checks, id).detail.contains("individual-adult-en"_L1), qPrintable(named(checks, id).detail));
}

void TestNoticesChecks::namesWhatIsWrongWithTheRoster_data()
{
    QTest::addColumn<ChangeRecipient>("change");
    QTest::addColumn<QString>("id");
    QTest::addColumn<CheckLevel>("level");
    QTest::addColumn<QString>("words");
    using enum CheckLevel;
    const auto row = [](const char *name, const ChangeRecipient &change, const QString &id, CheckLevel level,
                        const QString &words) { QTest::newRow(name) << change << id << level << words; };
    row(
        "no id", [](LetterRecipient &r) { r.id.clear(); }, u"roster.ids"_s, Error, u"1 ("_s);
    row(
        "id with a line break", [](LetterRecipient &r) { r.id = u"R\n1"_s; }, u"roster.ids"_s, Error, u"1 ("_s);
    row(
        "no name",
        [](LetterRecipient &r) {
            r.firstName = u" "_s;
            r.lastName.clear();
        },
        u"roster.names"_s, Error, u"R0000009"_s);
    row(
        "no address", [](LetterRecipient &r) { r.address.clear(); }, u"roster.addresses"_s, Warning, u"R0000009"_s);
    row(
        "no kinds", [](LetterRecipient &r) { r.dataElements.clear(); }, u"roster.elements"_s, Error, u"R0000009"_s);
    row(
        "unknown kind", [](LetterRecipient &r) { r.dataElements.append(u"blood-group"_s); },
        u"roster.unknown-elements"_s, Error, u"blood-group"_s);
    row(
        "no such character", [](LetterRecipient &r) { r.lastName = u"Ex\U000F0000ample"_s; }, u"roster.characters"_s,
        Error, u"U+F0000"_s);
    row(
        "Arabic is fine", [](LetterRecipient &r) { r.lastName = u"الخطيب"_s; }, u"roster.characters"_s, Ok, QString());
    row(
        "Chinese is fine", [](LetterRecipient &r) { r.lastName = u"李小龙"_s; }, u"roster.characters"_s, Ok, QString());
    row(
        "control character", [](LetterRecipient &r) { r.lastName = u"Ex\u0007ample"_s; },
        u"roster.control-characters"_s, Warning, u"R0000009"_s);
    row(
        "override", [](LetterRecipient &r) { r.lastName = u"Ex\u202Eample"_s; }, u"roster.control-characters"_s,
        Warning, u"R0000009"_s);
    row(
        "minor", [](LetterRecipient &r) { r.form = LetterForm::Minor; }, u"roster.minors"_s, Warning, u"R0000009"_s);
    row(
        "deceased", [](LetterRecipient &r) { r.form = LetterForm::Deceased; }, u"roster.deceased"_s, Warning,
        u"R0000009"_s);
    row(
        "language", [](LetterRecipient &r) { r.language = u"es"_s; }, u"roster.languages"_s, Warning, u"“es”"_s);
}

void TestNoticesChecks::namesWhatIsWrongWithTheRoster()
{
    QFETCH(ChangeRecipient, change);
    QFETCH(QString, id);
    QFETCH(CheckLevel, level);
    QFETCH(QString, words);
    LetterRecipient hard = sample::recipient();
    hard.id = u"R0000009"_s;
    change(hard);
    const auto checks = checksOf(sample::inputs(), {sample::recipient(), hard});
    const CheckResult check = named(checks, id);
    QCOMPARE(check.id, id);
    QVERIFY2(check.level == level, qPrintable(check.detail));
    QVERIFY2(check.detail.contains(words), qPrintable(check.detail));
    const QStringList others = idsAt(checks, level == CheckLevel::Ok ? CheckLevel::Error : level);
    QCOMPARE(others, level == CheckLevel::Ok ? QStringList() : QStringList{id});
}

void TestNoticesChecks::comparesWithTheFacts_data()
{
    QTest::addColumn<NoticeFacts>("facts");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("words");
    const NoticeFacts right{QDate(2026, 1, 11), QDate(2026, 3, 2), QDate(2026, 3, 3), 2300};
    NoticeFacts facts = right;
    facts.discovered = QDate(2026, 3, 4);
    QTest::newRow("discovery") << facts << u"facts.dates"_s << u"March 4, 2026"_s;
    facts = right;
    facts.breachFrom = QDate(2026, 1, 12);
    QTest::newRow("first day") << facts << u"facts.dates"_s << u"January 12, 2026"_s;
    facts = right;
    facts.breachTo = QDate(2026, 3, 1);
    QTest::newRow("last day") << facts << u"facts.dates"_s << u"March 1, 2026"_s;
    facts = right;
    facts.affected = 2318;
    QTest::newRow("count") << facts << u"facts.counts"_s << u"2,318"_s;
}

void TestNoticesChecks::comparesWithTheFacts()
{
    QFETCH(NoticeFacts, facts);
    QFETCH(QString, id);
    QFETCH(QString, words);
    LetterInputs inputs = sample::inputs();
    inputs.incident.whatHappened += u" It held the orders of 2,300 customers."_s;
    const CheckResult check = named(checksOf(inputs, {sample::recipient()}, facts), id);
    QVERIFY2(check.level != CheckLevel::Ok, qPrintable(check.detail));
    QVERIFY2(check.detail.contains(words), qPrintable(check.detail));
}

void TestNoticesChecks::findsDoubledIds()
{
    const auto checks = checksOf(sample::inputs(), {sample::recipient(), sample::recipient()});
    QCOMPARE(idsAt(checks, CheckLevel::Error), QStringList{u"roster.ids"_s});
}

void TestNoticesChecks::asksForATemplateOfEachForm()
{
    LetterInputs inputs = sample::inputs();
    inputs.templates = TemplateSet::of({*inputs.templates.find(LetterForm::Adult, u"en"_s)}).value();
    LetterRecipient minor = sample::recipient();
    minor.id = u"R0000002"_s;
    minor.form = LetterForm::Minor;
    minor.representative = u"Pat Example"_s;
    const auto checks = checksOf(inputs, {sample::recipient(), minor});
    QVERIFY2(named(checks, u"roster.forms"_s).detail.contains("minor (1"_L1),
             qPrintable(named(checks, u"roster.forms"_s).detail));
    QVERIFY(idsAt(checks, CheckLevel::Error).contains("roster.forms"_L1));
}

void TestNoticesChecks::refusesWithTheWholeList()
{
    LetterInputs inputs = sample::inputs();
    inputs.organization.tollFree.clear();
    inputs.organization.email = u"nobody"_s;
    inputs.incident.whatWeAreDoing.clear();
    const auto ready = readyToRun(checksOf(inputs, {sample::recipient()}));
    QVERIFY(!ready);
    QCOMPARE(ready.error().code, ErrorCode::CheckFailed);
    for (const auto &words :
         {"164.404(c)(1)(D)"_L1, "164.404(c)(1)(E)"_L1, "nobody"_L1, "Toll-free number is missing"_L1})
        QVERIFY2(ready.error().message.contains(words), qPrintable(ready.error().message));
}

void TestNoticesChecks::tellsNoNames()
{
    LetterRecipient hard = sample::recipient();
    hard.id = u"R0000009"_s;
    hard.lastName = u"Quillfeather\u0007"_s;
    hard.dataElements = {u"shoe-size"_s};
    hard.form = LetterForm::Minor;
    hard.language = u"es"_s;
    LetterRecipient lost = hard;
    lost.id = u"R0000010"_s;
    lost.city.clear();
    for (const CheckResult &check : checksOf(sample::inputs(), {hard, lost})) {
        QVERIFY2(!check.detail.contains("Quillfeather"_L1), qPrintable(check.detail));
        QVERIFY2(!check.detail.contains("Calle"_L1), qPrintable(check.detail));
    }
}

void TestNoticesChecks::gradesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("sentences");
    QTest::addColumn<int>("words");
    QTest::addColumn<int>("syllables");
    QTest::newRow("plain") << u"The cat sat on the mat."_s << 1 << 6 << 6;
    QTest::newRow("two") << u"We called. You answered!"_s << 2 << 4 << 5;
    QTest::newRow("abbreviation") << u"The U.S. office is open."_s << 1 << 5 << 7;
    QTest::newRow("heading") << u"What happened\nIt broke."_s << 1 << 2 << 2;
    QTest::newRow("addresses and numbers") << u"Call 1-800-555-0142 or www.example.org now."_s << 1 << 3 << 3;
    QTest::newRow("silent e") << u"We made a table."_s << 1 << 4 << 5;
    QTest::newRow("empty") << QString() << 0 << 0 << 0;
}

void TestNoticesChecks::gradesText()
{
    QFETCH(QString, text);
    const ReadingLevel level = readingLevel(text);
    QTEST(level.sentences, "sentences");
    QTEST(level.words, "words");
    QTEST(level.syllables, "syllables");
    const double expected = level.sentences == 0
        ? 0
        : 0.39 * level.words / level.sentences + 11.8 * level.syllables / level.words - 15.59;
    QCOMPARE(level.grade(), expected);
}

void TestNoticesChecks::shippedLettersAreEasyToRead()
{
    const CheckResult check = named(checksOf(sample::inputs(), {}), u"reading-level"_s);
    QVERIFY2(check.level == CheckLevel::Ok, qPrintable(check.title));
}

void TestNoticesChecks::picksTheHardestForTheProof()
{
    std::vector<LetterRecipient> people;
    for (int at = 0; at < 200; ++at) {
        people.push_back(sample::recipient());
        people.back().id = u"R%1"_s.arg(at, 7, 10, QChar(u'0'));
    }
    people[20].form = LetterForm::Minor;
    people[21].form = LetterForm::Minor;
    people[30].form = LetterForm::Deceased;
    people[40].lastName = u"Featherstonehaugh-Cholmondeley-Featherstonehaugh"_s;
    people[50].address = {u"1 A"_s, u"2 B"_s, u"3 C"_s, u"4 D"_s, u"5 E"_s};
    people[60].address = {QString(120, u'x')};
    people[70].lastName = u"الخطيب"_s;
    people[80].lastName = u"*{{x}}*"_s;
    people[90].address.clear();
    const LetterComposer composer(sample::inputs());
    RecipientList source(people);
    const Progress progress;
    const auto proof = surveyRoster(composer, source, 12, progress)->proof;
    QCOMPARE(proof.size(), 12U);
    QVERIFY(std::is_sorted(proof.begin(), proof.end()));
    for (const qint64 position : {0, 20, 30, 40, 50, 60, 70, 80})
        QVERIFY2(std::binary_search(proof.begin(), proof.end(), position), qPrintable(QString::number(position)));
    QVERIFY(!std::binary_search(proof.begin(), proof.end(), 90));
    QCOMPARE(surveyRoster(composer, source, 1000, progress)->proof.size(), 199U);
}

void TestNoticesChecks::picksTheSameProofInAnyOrder()
{
    std::vector<LetterRecipient> people;
    for (int at = 0; at < 100; ++at) {
        people.push_back(sample::recipient());
        people.back().id = u"R%1"_s.arg(at, 7, 10, QChar(u'0'));
    }
    const LetterComposer composer(sample::inputs());
    const Progress progress;
    const auto picked = [&](const std::vector<LetterRecipient> &order) {
        RecipientList source(order);
        QSet<QString> ids;
        const RosterSurvey survey = surveyRoster(composer, source, 20, progress).value();
        for (const qint64 position : survey.proof)
            ids.insert(order[static_cast<size_t>(position)].id);
        return ids;
    };
    const QSet<QString> forward = picked(people);
    std::vector<LetterRecipient> reversed(people.rbegin(), people.rend());
    QSet<QString> both = picked(reversed);
    both.intersect(forward);
    // All but the first of each form and of equal difficulty, which are picked by place.
    QVERIFY2(both.size() >= 14, qPrintable(QString::number(both.size())));
}

void TestNoticesChecks::surveyHashSeesEveryField_data()
{
    QTest::addColumn<ChangeRecipient>("change");
    const auto row = [](const char *name, const ChangeRecipient &change) { QTest::newRow(name) << change; };
    row("id", [](LetterRecipient &r) { r.id += u'x'; });
    row("first name", [](LetterRecipient &r) { r.firstName += u'x'; });
    row("last name", [](LetterRecipient &r) { r.lastName += u'x'; });
    row("address", [](LetterRecipient &r) { r.address.append(u"x"_s); });
    row("address moved", [](LetterRecipient &r) { r.dataElements.prepend(r.address.takeLast()); });
    row("city", [](LetterRecipient &r) { r.city += u'x'; });
    row("state", [](LetterRecipient &r) { r.state += u'x'; });
    row("code", [](LetterRecipient &r) { r.postalCode += u'x'; });
    row("country", [](LetterRecipient &r) { r.country += u'x'; });
    row("e-mail", [](LetterRecipient &r) { r.email += u'x'; });
    row("language", [](LetterRecipient &r) { r.language += u'x'; });
    row("form", [](LetterRecipient &r) { r.form = LetterForm::Minor; });
    row("representative", [](LetterRecipient &r) { r.representative += u'x'; });
    row("kinds", [](LetterRecipient &r) { r.dataElements.append(u"dob"_s); });
}

void TestNoticesChecks::surveyHashSeesEveryField()
{
    QFETCH(ChangeRecipient, change);
    LetterRecipient other = sample::recipient();
    change(other);
    const LetterComposer composer(sample::inputs());
    const Progress progress;
    RecipientList one({sample::recipient()});
    RecipientList two({other});
    QVERIFY(surveyRoster(composer, one, 0, progress)->sha256 != surveyRoster(composer, two, 0, progress)->sha256);
}

QTEST_MAIN(TestNoticesChecks)
#include "tst_notices_checks.moc"
