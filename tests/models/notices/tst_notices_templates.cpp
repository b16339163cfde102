// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/sample_letters.h"
#include "notices/data_elements.h"
#include "notices/merge.h"
#include "notices/values.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <kainjow/mustache.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;

namespace {

const QByteArray kHeader = "---\nid: t\nkind: individual\naudience: anyone\nform: adult\nlanguage: en\nversion: 1\n"
                           "title: Notice\naddressee: {{recipient.name}}\n---\n";
constexpr int kHeaderLines = 10;

Template parsed(const QByteArray &body)
{
    const auto text = Template::parse(kHeader + body, u"t.md"_s);
    if (!text)
        qFatal("%s", qPrintable(text.error().message));
    return *text;
}

FieldValues valuesFor(const LetterRecipient &recipient, const QString &language = u"en"_s)
{
    return FieldValues(sample::organization(), sample::incident(), QDate(2026, 3, 20), language)
        .forRecipient(recipient);
}

QString mergedText(const QByteArray &body, const LetterRecipient &recipient = sample::recipient())
{
    return plainText(merge(parsed(body), valuesFor(recipient)).blocks);
}

/// The template's text as the Mustache library fills it: our reading of Mustache is held against it.
QString kainjowText(const QByteArray &body, const FieldValues &values)
{
    using kainjow::mustache::data;
    data root(data::type::object);
    for (const FieldInfo &info : fieldCatalogue()) {
        // The library takes a dot for a path into objects, and the names in our templates are plain.
        const std::string name = QString(info.name).replace(u'.', u'_').toStdString();
        if (info.type == FieldType::Flag)
            root.set(name, data(values.isSet(info.field)));
        else if (info.type != FieldType::List && values.isSet(info.field))
            root.set(name, values.text(info.field).toStdString());
    }
    data items(data::type::list);
    for (const QString &item : values.items())
        items.push_back(item.toStdString());
    root.set("data_items", items);

    static const QRegularExpression dotted(u"\\{\\{([#^/]?)([a-z]+)\\.([a-z_]+)\\}\\}"_s);
    const QString flat = QString::fromUtf8(body).replace(dotted, u"{{\\1\\2_\\3}}"_s);
    kainjow::mustache::mustache engine(flat.toStdString());
    engine.set_custom_escape([](const std::string &text) { return text; });
    return QString::fromStdString(engine.render(root));
}

/// Words only: what is left when Markdown's signs and all breaks are gone.
QString words(QString text)
{
    static const QRegularExpression signs(u"(^|\\n)(#+ |- )|\\*|\\\\\\n"_s);
    return text.replace(signs, u"\n"_s).simplified();
}

QByteArray bundledBody(const QString &name)
{
    QFile file(u":/templates/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no such template");
    const QByteArray bytes = file.readAll();
    return bytes.mid(bytes.indexOf("\n---\n") + 5);
}

} // namespace

class TestNoticesTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHeader();
    void refusesAFaultWithItsLine_data();
    void refusesAFaultWithItsLine();
    void refusesABadHeader_data();
    void refusesABadHeader();
    void refusesBytesThatAreNoText();
    void keepsBlocksAndStyles();
    void keepsValuesAsTyped_data();
    void keepsValuesAsTyped();
    void splitsANarrativeIntoParagraphs();
    void namesEmptyFields();
    void dropsParagraphsThatComeOutEmpty();
    void showsOnlyThePersonsOwnInformation();
    void givesCreditStepsOnlyWhenNeeded_data();
    void givesCreditStepsOnlyWhenNeeded();
    void agreesWithMustache_data();
    void agreesWithMustache();
    void addressesTheRightPerson_data();
    void addressesTheRightPerson();
    void printsPostalLines_data();
    void printsPostalLines();
    void printsPhones_data();
    void printsPhones();
    void readsAnOrganization();
    void refusesABadOrganization_data();
    void refusesABadOrganization();
    void hasOneTemplatePerFormAndLanguage();
    void hashChangesWithAnyByte();
    void formatListsEveryField();
};

void TestNoticesTemplates::readsHeader()
{
    const auto text = TemplateSet::bundled();
    QVERIFY2(text, qPrintable(text ? QString() : text.error().message));
    QCOMPARE(text->all().size(), 6U);
    const Template *minor = text->find(LetterForm::Minor, u"en"_s);
    QVERIFY(minor);
    QCOMPARE(minor->id, u"individual-minor-en"_s);
    QCOMPARE(minor->kind, u"individual"_s);
    QCOMPARE(minor->version, 2);
    QCOMPARE(minor->required.size(), 5U);
    QCOMPARE(minor->required.front(), (RequiredContent{u"164.404(c)(1)(A)"_s, u"What happened"_s}));
    QCOMPARE(text->find(LetterForm::Minor, u"xx"_s), minor);
}

void TestNoticesTemplates::refusesAFaultWithItsLine_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("line"); // of the body
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown field") << QByteArray("One.\n\nDear {{recipient.nmae}},") << 3 << u"recipient.nmae"_s;
    QTest::newRow("unknown section") << QByteArray("{{#is_minor}}\nx\n{{/is_minor}}") << 1 << u"is_minor"_s;
    QTest::newRow("section left open") << QByteArray("a\n\n{{#data.credit}}\nb\n") << 3 << u"not ended"_s;
    QTest::newRow("wrong end") << QByteArray("{{#data.credit}}\nb\n{{/data.plan}}") << 3 << u"does not end"_s;
    QTest::newRow("inline section left open") << QByteArray("a {{#data.credit}} b") << 1 << u"not ended"_s;
    QTest::newRow("triple braces") << QByteArray("a\nb {{{recipient.name}}}") << 2 << u"plain text"_s;
    QTest::newRow("ampersand tag") << QByteArray("{{&recipient.name}} x") << 1 << u"plain text"_s;
    QTest::newRow("partial") << QByteArray("x {{>footer}}") << 1 << u"partials"_s;
    QTest::newRow("open braces") << QByteArray("x {{recipient.name") << 1 << u"}}"_s;
    QTest::newRow("single brace") << QByteArray("x {recipient.name}") << 1 << u"brace"_s;
    QTest::newRow("item outside a list") << QByteArray("- {{.}}") << 1 << u"{{.}}"_s;
    QTest::newRow("list as text") << QByteArray("x {{data.items}}") << 1 << u"no text"_s;
    QTest::newRow("list inline") << QByteArray("x {{#data.items}}y{{/data.items}}") << 1 << u"line of its own"_s;
    QTest::newRow("bold left open") << QByteArray("x\n\ny **z") << 3 << u"closed"_s;
    QTest::newRow("bold across a section")
        << QByteArray("x {{#data.credit}}**y{{/data.credit}}**") << 1 << u"same side"_s;
    QTest::newRow("numbered list") << QByteArray("x\n\n1. y") << 3 << u"Numbered"_s;
    QTest::newRow("other bullet") << QByteArray("* y") << 1 << u"- "_s;
    QTest::newRow("table") << QByteArray("|a|b|") << 1 << u"Tables"_s;
    QTest::newRow("quotation") << QByteArray("> a") << 1 << u"Quotations"_s;
    QTest::newRow("rule") << QByteArray("a\n\n---") << 3 << u"Rules"_s;
    QTest::newRow("underlined heading") << QByteArray("a\n===") << 2 << u"underlined"_s;
    QTest::newRow("code fence") << QByteArray("```\nx\n```") << 1 << u"Code"_s;
    QTest::newRow("code") << QByteArray("a `b`") << 1 << u"`"_s;
    QTest::newRow("html") << QByteArray("a\n<b>b</b>") << 2 << u"<"_s;
    QTest::newRow("link") << QByteArray("a [b](c)") << 1 << u"["_s;
    QTest::newRow("entity") << QByteArray("a &amp; b") << 1 << u"entity"_s;
    QTest::newRow("underscore") << QByteArray("a _b_") << 1 << u"_"_s;
    QTest::newRow("deep heading") << QByteArray("#### a") << 1 << u"heading"_s;
    QTest::newRow("heading without space") << QByteArray("#a") << 1 << u"heading"_s;
    QTest::newRow("indented") << QByteArray("    a") << 1 << u"indented"_s;
    QTest::newRow("lazy item") << QByteArray("- a\nb") << 2 << u"indented"_s;
    QTest::newRow("bad escape") << QByteArray("a\nb \\x") << 2 << u"backslash"_s;
    QTest::newRow("no text") << QByteArray("\n\n") << 3 << u"no text"_s;
}

void TestNoticesTemplates::refusesAFaultWithItsLine()
{
    QFETCH(QByteArray, body);
    QFETCH(int, line);
    QFETCH(QString, words);
    const auto text = Template::parse(kHeader + body, u"t.md"_s);
    QVERIFY(!text);
    QCOMPARE(text.error().code, ErrorCode::BadInput);
    const QString where = u"t.md, line %1: "_s.arg(kHeaderLines + line);
    QVERIFY2(text.error().message.startsWith(where), qPrintable(text.error().message));
    QVERIFY2(text.error().message.contains(words, Qt::CaseInsensitive), qPrintable(text.error().message));
}

void TestNoticesTemplates::refusesABadHeader_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    QTest::addColumn<int>("line");
    QTest::newRow("no header") << QByteArray("---\nid: t\n") << QByteArray("id: t\n") << 1;
    QTest::newRow("not closed") << QByteArray("\n---\n") << QByteArray("\n") << 10;
    QTest::newRow("unknown key") << QByteArray("kind: individual") << QByteArray("sort: individual") << 3;
    QTest::newRow("twice") << QByteArray("kind: individual") << QByteArray("id: u") << 3;
    QTest::newRow("missing") << QByteArray("version: 1\n") << QByteArray() << 9;
    QTest::newRow("no addressee") << QByteArray("addressee: {{recipient.name}}\n") << QByteArray() << 9;
    QTest::newRow("form") << QByteArray("form: adult") << QByteArray("form: grown-up") << 5;
    QTest::newRow("version") << QByteArray("version: 1") << QByteArray("version: one") << 7;
    QTest::newRow("language") << QByteArray("language: en") << QByteArray("language: English") << 6;
    QTest::newRow("id") << QByteArray("id: t") << QByteArray("id: ../t") << 2;
    QTest::newRow("required") << QByteArray("title: Notice") << QByteArray("required: 164.404") << 8;
    QTest::newRow("field") << QByteArray("{{recipient.name}}") << QByteArray("{{name}}") << 9;
}

void TestNoticesTemplates::refusesABadHeader()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QFETCH(int, line);
    QByteArray header = kHeader;
    QVERIFY(header.contains(was));
    const auto text = Template::parse(header.replace(was, is), u"t.md"_s);
    QVERIFY(!text);
    QVERIFY2(text.error().message.startsWith(u"t.md, line %1: "_s.arg(line)), qPrintable(text.error().message));
}

void TestNoticesTemplates::refusesBytesThatAreNoText()
{
    QVERIFY(!Template::parse(kHeader + "caf\xe9", u"t.md"_s));
    QVERIFY(!Template::parse(kHeader
                                 + "a\x01"
                                   "b",
                             u"t.md"_s));
    QVERIFY(!Template::parse(kHeader + "a \xe2\x80\xae b", u"t.md"_s)); // right-to-left override
    QVERIFY(!Template::parse(kHeader + QByteArray(300 * 1024, 'a'), u"t.md"_s));
    QVERIFY(!Template::parse({}, u"t.md"_s));
    QVERIFY(Template::parse(QByteArray(kHeader + "a").replace("\n", "\r\n"), u"t.md"_s));
}

void TestNoticesTemplates::keepsBlocksAndStyles()
{
    const auto blocks = merge(parsed("# Title\n\nOne *two* **three**\nfour \\*five\\*\\\nsix\n\n- a\n  b\n- c\n\nEnd"),
                              valuesFor(sample::recipient()))
                            .blocks;
    QCOMPARE(blocks.size(), 4U);
    QCOMPARE(std::get<Heading>(blocks[0]).level, 1);
    const Runs &runs = std::get<Paragraph>(blocks[1]).runs;
    QCOMPARE(textOf(runs), u"One two three four *five*\nsix"_s);
    QCOMPARE(runs.size(), 5U);
    QVERIFY(runs[1].italic && !runs[1].bold && runs[1].text == "two"_L1);
    QVERIFY(runs[3].bold && !runs[3].italic && runs[3].text == "three"_L1);
    QVERIFY(std::get<Paragraph>(blocks[1]).keepWithNext); // it leads to the list
    QCOMPARE(std::get<List>(blocks[2]).items.size(), 2U);
    QCOMPARE(textOf(std::get<List>(blocks[2]).items[0].runs), u"a b"_s);
    QVERIFY(!std::get<Paragraph>(blocks[3]).keepWithNext);
}

void TestNoticesTemplates::keepsValuesAsTyped_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("emphasis") << u"*Nancy* **Bold** _under_"_s;
    QTest::newRow("html") << u"<b>Sons</b> &amp; <script>alert(1)</script>"_s;
    QTest::newRow("mustache") << u"{{recipient.name}} {{{x}}} {{#data.items}}"_s;
    QTest::newRow("backslashes") << u"A\\B \\*C\\* \\"_s;
    QTest::newRow("markdown blocks") << u"# Head - item > quote | cell ` code"_s;
    QTest::newRow("link") << u"[Ann](http://example.org)"_s;
    QTest::newRow("formula") << u"=HYPERLINK(\"http://example.org\")"_s;
    QTest::newRow("Arabic") << u"عبد الرحمن الخطيب"_s;
    QTest::newRow("Hebrew") << u"יוסף בן־דוד"_s;
    QTest::newRow("Chinese") << u"李 小龙"_s;
    QTest::newRow("Vietnamese") << u"Nguyễn Đức"_s;
    QTest::newRow("combining") << u"Ze\u0301lia O\u2019Brien"_s;
    QTest::newRow("percent") << u"%1 %2 100 %"_s;
}

void TestNoticesTemplates::keepsValuesAsTyped()
{
    QFETCH(QString, name);
    LetterRecipient recipient = sample::recipient();
    recipient.firstName = name;
    recipient.lastName.clear();
    const MergedLetter letter = merge(parsed("Dear **{{recipient.name}}**, hello."), valuesFor(recipient));
    QCOMPARE(letter.blocks.size(), 1U);
    const Runs &runs = std::get<Paragraph>(letter.blocks.front()).runs;
    QCOMPARE(runs.size(), 3U);
    QCOMPARE(runs[1].text, name);
    QVERIFY(runs[1].bold);
    QCOMPARE(letter.addressee, QStringList{name});
}

void TestNoticesTemplates::splitsANarrativeIntoParagraphs()
{
    const auto blocks
        = merge(parsed("{{incident.what_happened}}\n\nSee: {{incident.what_happened}}"), valuesFor(sample::recipient()))
              .blocks;
    QCOMPARE(blocks.size(), 3U);
    QVERIFY(textOf(std::get<Paragraph>(blocks[1]).runs).startsWith("We do not know"_L1));
    QVERIFY(!textOf(std::get<Paragraph>(blocks[2]).runs).contains(u'\n'));
}

void TestNoticesTemplates::namesEmptyFields()
{
    Organization organization = sample::organization();
    organization.tollFree.clear();
    const FieldValues values(organization, sample::incident(), QDate(2026, 3, 20));
    const QByteArray body
        = "{{organization.toll_free}} {{organization.toll_free}} {{recipient.name}} {{organization.email}}";
    const MergedLetter letter = merge(parsed(body), values);
    QCOMPARE(letter.emptyFields, (QStringList{u"organization.toll_free"_s, u"recipient.name"_s}));
    const MergedLetter guarded
        = merge(parsed("x {{#organization.toll_free}}{{organization.toll_free}}{{/organization.toll_free}}"),
                values.forRecipient(sample::recipient()));
    QCOMPARE(guarded.emptyFields, QStringList());
}

void TestNoticesTemplates::dropsParagraphsThatComeOutEmpty()
{
    QCOMPARE(mergedText("a\n\n{{#data.credit}}b{{/data.credit}}\n\nc"), u"a\nc"_s);
    QCOMPARE(mergedText("a\n\n{{^data.credit}}b{{/data.credit}}\n\nc"), u"a\nb\nc"_s);
}

void TestNoticesTemplates::showsOnlyThePersonsOwnInformation()
{
    LetterRecipient recipient = sample::recipient();
    recipient.dataElements = {u"name"_s, u" Diagnosis "_s, u"name"_s, u"blood-group"_s};
    QCOMPARE(mergedText("{{#data.items}}\n- {{.}}\n{{/data.items}}", recipient),
             u"Name\nDiagnosis or health condition"_s);
}

void TestNoticesTemplates::givesCreditStepsOnlyWhenNeeded_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<bool>("credit");
    const QStringList credit{u"ssn"_s, u"drivers-license"_s, u"passport"_s, u"account-number"_s, u"card-number"_s};
    for (const QString &token : dataElementTokens())
        QTest::newRow(qPrintable(token)) << token << credit.contains(token);
}

void TestNoticesTemplates::givesCreditStepsOnlyWhenNeeded()
{
    QFETCH(QString, token);
    QFETCH(bool, credit);
    const TemplateSet texts = TemplateSet::bundled().value();
    for (const Template &text : texts.all()) {
        LetterRecipient recipient = sample::recipient();
        recipient.dataElements = {token};
        const QString letter = plainText(merge(text, valuesFor(recipient, text.language)).blocks);
        QCOMPARE(letter.contains("Equifax"_L1), credit);
        QVERIFY(letter.contains(dataElement(token, text.language)->phrase));
    }
}

void TestNoticesTemplates::agreesWithMustache_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("representative");
    for (const char *name : {"individual-adult-en.md", "individual-minor-en.md", "individual-deceased-en.md",
                             "individual-adult-es.md", "individual-minor-es.md", "individual-deceased-es.md"}) {
        QTest::addRow("%s, named", name) << QString::fromLatin1(name) << u"Pat Example"_s;
        QTest::addRow("%s, unnamed", name) << QString::fromLatin1(name) << u"Next of kin"_s;
    }
}

void TestNoticesTemplates::agreesWithMustache()
{
    QFETCH(QString, file);
    QFETCH(QString, representative);
    QVERIFY(TemplateSet::bundled());
    LetterRecipient recipient = sample::recipient();
    recipient.representative = representative;
    for (const QStringList &tokens :
         {QStringList{u"name"_s}, QStringList{u"ssn"_s, u"diagnosis"_s}, dataElementTokens()}) {
        recipient.dataElements = tokens;
        const QByteArray body = bundledBody(file);
        QCOMPARE(words(mergedText(body, recipient)), words(kainjowText(body, valuesFor(recipient))));
    }
}

void TestNoticesTemplates::addressesTheRightPerson_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("representative");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("salutation");
    QTest::newRow("adult") << u"adult"_s << QString() << QStringList{u"Ana Example"_s} << u"Dear Ana Example,"_s;
    QTest::newRow("minor") << u"minor"_s << u"Parent or guardian"_s
                           << QStringList{u"To the parent or guardian of Ana Example"_s}
                           << u"To the parent or guardian of Ana Example:"_s;
    QTest::newRow("minor, named") << u"minor"_s << u"Pat Example"_s
                                  << QStringList{u"Pat Example"_s, u"Parent or guardian of Ana Example"_s}
                                  << u"Dear Pat Example,"_s;
    QTest::newRow("deceased") << u"deceased"_s << u"ESTATE"_s
                              << QStringList{u"To the next of kin or personal representative of Ana Example"_s}
                              << u"To the next of kin or personal representative of Ana Example:"_s;
    QTest::newRow("deceased, named") << u"deceased"_s << u" Pat  Example "_s
                                     << QStringList{u"Pat Example"_s,
                                                    u"Next of kin or personal representative of Ana Example"_s}
                                     << u"Dear Pat Example,"_s;
}

void TestNoticesTemplates::addressesTheRightPerson()
{
    QFETCH(QString, form);
    QFETCH(QString, representative);
    QFETCH(QStringList, lines);
    QFETCH(QString, salutation);
    LetterRecipient recipient = sample::recipient();
    recipient.form = letterForm(form).value();
    recipient.representative = representative;
    const TemplateSet texts = TemplateSet::bundled().value();
    const MergedLetter letter = merge(*texts.find(recipient.form, u"en"_s), valuesFor(recipient));
    QCOMPARE(letter.addressee, lines);
    QCOMPARE(letter.footer, u"Reference R0000001"_s);
    QVERIFY(plainText(letter.blocks).split(u'\n').contains(salutation));
}

void TestNoticesTemplates::printsPostalLines_data()
{
    QTest::addColumn<QStringList>("typed"); // street lines | city | state | code | country
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const QStringList &typed, const QStringList &lines) {
        QTest::newRow(name) << typed << lines;
    };
    row("domestic", {u"1 Main St"_s, u"Austin"_s, u"TX"_s, u"78701"_s, u"US"_s},
        {u"1 Main St"_s, u"Austin, TX 78701"_s});
    row("no country", {u"1 Main St"_s, u"Austin"_s, u"TX"_s, u"78701"_s, QString()},
        {u"1 Main St"_s, u"Austin, TX 78701"_s});
    row("line break", {u"Apt 2 \n c/o Front Desk"_s, u"Austin"_s, u"TX"_s, u"78701"_s, u"US"_s},
        {u"Apt 2"_s, u"c/o Front Desk"_s, u"Austin, TX 78701"_s});
    row("military", {u"PSC 3 Box 41"_s, u"APO"_s, u"AE"_s, u"09021"_s, u"US"_s},
        {u"PSC 3 Box 41"_s, u"APO AE 09021"_s});
    row("Canada", {u"350 Bay Street"_s, u"Toronto"_s, u"ON"_s, u"M5H 2S6"_s, u"CA"_s},
        {u"350 Bay Street"_s, u"Toronto ON M5H 2S6"_s, u"CANADA"_s});
    row("France", {u"12 rue du Bac"_s, u"Paris"_s, QString(), u"75007"_s, u"FR"_s},
        {u"12 rue du Bac"_s, u"75007 Paris"_s, u"FRANCE"_s});
    row("no street", {u" "_s, u"Austin"_s, u"TX"_s, u"78701"_s, u"US"_s}, {});
    row("no city", {u"1 Main St"_s, QString(), u"TX"_s, u"78701"_s, u"US"_s}, {});
    row("no ZIP", {u"1 Main St"_s, u"Austin"_s, u"TX"_s, QString(), u"US"_s}, {});
}

void TestNoticesTemplates::printsPostalLines()
{
    QFETCH(QStringList, typed);
    QFETCH(QStringList, lines);
    LetterRecipient recipient;
    recipient.address = {typed[0]};
    recipient.city = typed[1];
    recipient.state = typed[2];
    recipient.postalCode = typed[3];
    recipient.country = typed[4];
    QCOMPARE(postalLines(recipient), lines);
}

void TestNoticesTemplates::printsPhones_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("printed");
    QTest::newRow("dashes") << u"1-800-555-0142"_s << u"1-800-555-0142"_s;
    QTest::newRow("plus") << u"+1 (800) 555.0142"_s << u"1-800-555-0142"_s;
    QTest::newRow("ten") << u"8005550142"_s << u"1-800-555-0142"_s;
    QTest::newRow("letters") << u"1-800-FLOWERS"_s << u"1-800-FLOWERS"_s;
    QTest::newRow("abroad") << u"+44 20 7946 0000"_s << u"+44 20 7946 0000"_s;
}

void TestNoticesTemplates::printsPhones()
{
    QFETCH(QString, typed);
    QFETCH(QString, printed);
    QCOMPARE(printedPhone(typed), printed);
}

void TestNoticesTemplates::readsAnOrganization()
{
    const QByteArray json
        = R"({"name": "Sample Wellness Store", "kind": "covered-entity", "timezone": "America/Chicago",
        "address": ["PO Box 4410", "Evanston, IL 60204"], "toll_free": "1-800-555-0142", "email": "privacy@example.org",
        "website": "www.example.org/notice", "privacy_officer": "Jordan Blake"})";
    const auto read = parseOrganization(json, u"organization"_s);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(*read, sample::organization());
}

void TestNoticesTemplates::refusesABadOrganization_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("no name") << QByteArray(R"({"kind": "covered-entity", "timezone": "UTC"})") << u"name"_s;
    QTest::newRow("kind") << QByteArray(R"({"name": "a", "kind": "shop", "timezone": "UTC"})") << u"kind"_s;
    QTest::newRow("zone") << QByteArray(R"({"name": "a", "kind": "covered-entity", "timezone": "Mars/Base"})")
                          << u"timezone"_s;
    QTest::newRow("unknown") << QByteArray(R"({"name": "a", "kind": "covered-entity", "timezone": "UTC", "fax": "1"})")
                             << u"fax"_s;
}

void TestNoticesTemplates::refusesABadOrganization()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto read = parseOrganization(json, u"organization"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY2(read.error().message.contains(named), qPrintable(read.error().message));
}

void TestNoticesTemplates::hasOneTemplatePerFormAndLanguage()
{
    const auto twice = TemplateSet::of({parsed("a"), parsed("b")});
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::Conflict);
    const TemplateSet one = TemplateSet::of({parsed("a")}).value();
    QVERIFY(!one.find(LetterForm::Minor, u"en"_s));
}

void TestNoticesTemplates::hashChangesWithAnyByte()
{
    const TemplateSet first = TemplateSet::of({parsed("a")}).value();
    const TemplateSet second = TemplateSet::of({parsed("a ")}).value();
    QVERIFY(first.sha256() != second.sha256());
    QCOMPARE(first.sha256().size(), 64);
}

void TestNoticesTemplates::formatListsEveryField()
{
    QFile file(QStringLiteral(TOCSIN_SOURCE_DIR "/models/notices/FORMAT.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString format = QString::fromUtf8(file.readAll());
    for (const FieldInfo &info : fieldCatalogue())
        QVERIFY2(format.contains(u"`%1`"_s.arg(info.name)), qPrintable(info.name));
    for (const QString &token : dataElementTokens())
        QVERIFY2(format.contains(u"`%1`"_s.arg(token)), qPrintable(token));
}

QTEST_GUILESS_MAIN(TestNoticesTemplates)
#include "tst_notices_templates.moc"
