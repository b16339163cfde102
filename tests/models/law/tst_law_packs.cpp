// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safe_file.h"
#include "core/text.h"
#include "law/rule_pack.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::law;

namespace {

QByteArray soundPack()
{
    return readFile(QStringLiteral(TOCSIN_FIXTURES "/law/sound-pack.json"), 1 << 20).value_or(QByteArray());
}

Result<RulePack> read(const QByteArray &json)
{
    return parseRulePack(json, u"sound.json"_s);
}

} // namespace

class TestLawPacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryPart()
    {
        const Result<RulePack> pack = read(soundPack());
        QVERIFY2(pack, pack ? "" : qPrintable(pack.error().message));
        QCOMPARE(pack->name(), u"sound@2026.11"_s);
        QCOMPARE(pack->delays.value(u"police"_s).oralDays, std::optional(30));
        const Rule &rule = pack->rules.first();
        QCOMPARE(rule.versionKey, u"anchors.determined"_s);
        QCOMPARE(rule.versions.first().to, QDate(2023, 12, 31));
        QVERIFY(!rule.versions.last().to.isValid());
        QCOMPARE(rule.versions.last().threshold->people, 500);
        QVERIFY(rule.versions.last().threshold->op == Condition::Op::MoreThan);
        const Deadline &deadline = rule.versions.last().deadline;
        QCOMPARE(deadline.options.size(), 3);
        QVERIFY(deadline.options.first().businessDays);
        QCOMPARE(deadline.options.last().options.first().count, 72);
        QVERIFY(deadline.options.last().relation == Deadline::Relation::Before);
        QCOMPARE(deadline.options.at(1).from.size(), 2);
        QCOMPARE(deadline.options.at(1).extension->days, 15);
        QVERIFY(rule.earlierTextUnknown);
        QCOMPARE(rule.conditions.size(), 2);
        QCOMPARE(rule.conditions.last().fact, u"entity"_s);
        QCOMPARE(rule.statute, u"Code 1 to 9"_s);
        QCOMPARE(pack->conditions.value(u"firm"_s).fact, u"entity"_s);
        QCOMPARE(pack->reviews.value(u"unsettled"_s).when.size(), 1);
        QCOMPARE(pack->delays.value(u"police"_s).graceDays, 7);
        QCOMPARE(pack->unplaced->recipient, u"states"_s);
        const QList<HolidayRule> days = pack->holidays.value(u"VT"_s).days;
        QCOMPARE(days.size(), 3);
        QCOMPARE(days.first().weekday, static_cast<int>(Qt::Tuesday));
        QCOMPARE(days.last().plusDays, -2);
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("path");
        const auto add = [](const char *title, const char *from, const char *to, const char *path) {
            QVERIFY2(soundPack().contains(from), from);
            QTest::newRow(title) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(path);
        };
        add("another format", "\"format\": 1", "\"format\": 2", "sound.json.format");
        add("a notice to hang on that is none", "\"statute\": \"Code 1 to 9\"",
            "\"statute\": \"Code 1 to 9\", \"while_owed\": \"individuals:{state}\"", "sound.json.rules[0].while_owed");
        add("unknown key", "\"title\": \"Sound\"", "\"title\": \"Sound\", \"colour\": \"red\"", "sound.json.colour");
        add("unknown key of a rule", "\"id\": \"one\"", "\"id\": \"one\", \"due\": 5", "sound.json.rules[0].due");
        add("no citation", "\"citation\": \"1(a)\", \"source\": \"S\", \"confidence\": \"verified\"",
            "\"source\": \"S\", \"confidence\": \"verified\"", "sound.json.rules[0].versions[0].citation");
        add("title that colours a terminal", "\"title\": \"Sound\"", "\"title\": \"\\u001b[31mSound\"",
            "sound.json.title");
        add("citation of two lines", "\"citation\": \"1(a)\"", "\"citation\": \"1(a)\\n2026-001\"",
            "sound.json.rules[0].versions[0].citation");
        const char *noted = "\"confidence\": \"verified\",\n                \"deadline\"";
        const auto addNote = [&add, noted](const char *title, const char *note) {
            const QByteArray to = QByteArray(noted).replace("\"deadline\"", QByteArray(note).append(", \"deadline\""));
            add(title, noted, to.constData(), "sound.json.rules[0].versions[0].notes[1]");
        };
        addNote("note that colours a terminal", "\"notes\": [\"A note.\", \"\\u001b[31mRed.\"]");
        addNote("note of two lines", "\"notes\": [\"A note.\", \"One.\\nTwo.\"]");
        addNote("empty note", "\"notes\": [\"A note.\", \"\"]");
        addNote("note with an unknown placeholder", "\"notes\": [\"In {state}.\", \"In {county}.\"]");
        add("source that colours a terminal", "\"somewhere\"", "\"\\u001b[31msomewhere\"", "sound.json.sources.S");
        add("recipient that is none in a condition", "\"fact\": \"data\", \"op\": \"contains\"",
            "\"fact\": \"done.\\u001b[31m\", \"op\": \"contains\"", "sound.json.rules[0].conditions[0].fact");
        add("recipient that is none as an anchor", "\"from\": \"discovered\"", "\"from\": \"done.the office\"",
            "sound.json.rules[0].versions[1].deadline.options[0].from");
        add("recipient that is none as a version key", "\"anchors.determined\"", "\"done.\"",
            "sound.json.rules[0].version_key");
        add("recipient that is none in an extension", "\"anchors.good_cause_filed\"", "\"done.a b\"",
            "sound.json.rules[0].versions[1].deadline.options[1].extension.fact");
        add("line of a list in a review that knows no such key", "\"data\", \"op\": \"within\"",
            "\"item.\\u001b\", \"op\": \"within\"", "sound.json.reviews[0].when[0].fact");
        add("unknown placeholder in a sentence", "No such data.", "No {data}.",
            "sound.json.rules[0].conditions[0].fails");
        add("unknown placeholder in a shared sentence", "No firm.", "No {firm}.", "sound.json.conditions[firm].fails");
        add("unknown placeholder in a review", "in {state}.", "in {State}.", "sound.json.reviews[unsettled].note");
        add("unknown placeholder in an exemption", "It is safe.", "{value} is safe.",
            "sound.json.exemptions[safe].because");
        add("brace that is left open", "Not safe.", "Not {safe.", "sound.json.exemptions[safe].granted[0].fails");
        add("placeholder in a citation", "\"citation\": \"1(a)\"", "\"citation\": \"{statute}, 1(a)\"",
            "sound.json.rules[0].versions[0].citation");
        add("placeholder in the name of an event", "the vote", "the vote of {state}",
            "sound.json.rules[0].versions[1].deadline.event");
        add("after a notice, but no days", "\"before\"", "\"after\"",
            "sound.json.rules[0].versions[1].deadline.options[2].offset_days");
        add("empty citation", "\"citation\": \"1(a)\"", "\"citation\": \" \"",
            "sound.json.rules[0].versions[0].citation");
        add("threshold without operator", "\"op\": \">\", \"people\"", "\"people\"",
            "sound.json.rules[0].versions[1].threshold.op");
        add("threshold with an unknown operator", "\"op\": \">\", \"people\"", "\"op\": \"=\", \"people\"",
            "sound.json.rules[0].versions[1].threshold.op");
        add("negative threshold", "\"people\": 500", "\"people\": -500",
            "sound.json.rules[0].versions[1].threshold.people");
        add("gap between versions", "\"effective_from\": \"2024-01-01\"", "\"effective_from\": \"2024-01-02\"",
            "sound.json.rules[0].versions[1].effective_from: expected 2024-01-01");
        add("overlap of versions", "\"effective_from\": \"2024-01-01\"", "\"effective_from\": \"2023-12-31\"",
            "sound.json.rules[0].versions[1].effective_from: expected 2024-01-01");
        add("two versions in force", "\"2023-12-31\"", "null", "sound.json.rules[0].versions[0].effective_to");
        add("version that ends before it begins", "\"2023-12-31\"", "\"2019-12-31\"",
            "sound.json.rules[0].versions[0].effective_to");
        add("second version without a first day", "\"effective_from\": \"2024-01-01\"", "\"effective_from\": null",
            "sound.json.rules[0].versions[1].effective_from");
        add("impossible date", "\"2023-12-31\"", "\"2023-12-32\"", "sound.json.rules[0].versions[0].effective_to");
        add("unknown source", "\"source\": \"S\", \"confidence\": \"verified\"",
            "\"source\": \"T\", \"confidence\": \"verified\"", "sound.json.rules[0].versions[0].source");
        add("unknown confidence", "\"doubtful\"", "\"sure\"", "sound.json.rules[0].versions[1].confidence");
        add("unknown exemption", "\"exemptions\": [\"safe\"]", "\"exemptions\": [\"harbour\"]",
            "sound.json.rules[0].exemptions");
        add("unknown delay", "\"delays\": [\"police\"]", "\"delays\": [\"court\"]", "sound.json.rules[0].delays");
        add("unknown fact", "\"secured.encrypted\"", "\"secured.locked\"", "sound.json.exemptions[0].claimed[0].fact");
        add("unknown anchor", "\"from\": \"discovered\"", "\"from\": \"noticed\"",
            "sound.json.rules[0].versions[1].deadline.options[0].from");
        add("unknown version key", "\"anchors.determined\"", "\"anchors.done\"", "sound.json.rules[0].version_key");
        add("condition without a sentence", ", \"fails\": \"No such data.\"", "",
            "sound.json.rules[0].conditions[0].fails");
        add("condition without a value", "\"value\": [\"ssn\"], ", "", "sound.json.rules[0].conditions[0].value");
        add("threshold by State without State", "office:{state}", "office", "sound.json.rules[0].recipient");
        add("unknown placeholder", "office:{state}", "office:{county}", "sound.json.rules[0].recipient");
        add("unknown shared condition", ", \"firm\"]", ", \"shop\"]", "sound.json.rules[0].conditions[1]");
        add("shared condition without a sentence", ", \"fails\": \"No firm.\"", "",
            "sound.json.conditions[firm].fails");
        add("unknown review", "\"reviews\": [\"unsettled\"]", "\"reviews\": [\"settled\"]",
            "sound.json.rules[0].reviews");
        add("review without a note", "\"note\": \"Ask counsel in {state}.\",", "", "sound.json.reviews[0].note");
        add("review without conditions", "\"within\", \"value\": [\"name\", \"ssn\"]", "\"within\", \"value\": []",
            "sound.json.reviews[0].when[0].value");
        add("unknown earlier text", "\"earlier_text\": \"unknown\"", "\"earlier_text\": \"older\"",
            "sound.json.rules[0].earlier_text");
        add("holidays of no State", "\"state\": \"VT\"", "\"state\": \"XX\"", "sound.json.holidays[0].state");
        add("holidays without a source", "\"state\": \"VT\", \"source\": \"S\"", "\"state\": \"VT\", \"source\": \"T\"",
            "sound.json.holidays[VT].source");
        add("a fifth weekday", "\"nth\": 1", "\"nth\": 5", "sound.json.holidays[0].days[0].nth");
        add("a zeroth weekday", "\"nth\": 1", "\"nth\": 0", "sound.json.holidays[0].days[0].nth");
        add("a day that no month has", "\"day\": 16", "\"day\": 32", "sound.json.holidays[0].days[1].day");
        add("a day that its month has not", "\"month\": 8, \"day\": 16", "\"month\": 2, \"day\": 30",
            "sound.json.holidays[0].days[1].day");
        add("unknown key of a holiday", "\"easter\": true", "\"easter\": true, \"month\": 4",
            "sound.json.holidays[0].days[2].month");
        add("days of grace that are none", "\"grace_days\": 7", "\"grace_days\": 0", "sound.json.delays[0].grace_days");
        add("unplaced without a citation", "\"title\": \"States\", \"citation\": \"c\"", "\"title\": \"States\"",
            "sound.json.unplaced.citation");
        add("no anchor at all", "[\"anchors.aware\", \"anchors.scope_identified\"]", "[]",
            "sound.json.rules[0].versions[1].deadline.options[1].from");
        add("unknown anchor in a list", "\"anchors.scope_identified\"]", "\"scope\"]",
            "sound.json.rules[0].versions[1].deadline.options[1].from");
        add("extension without a citation", ", \"citation\": \"1(b)\"", "",
            "sound.json.rules[0].versions[1].deadline.options[1].extension.citation");
        add("extension by an unknown fact", "\"anchors.good_cause_filed\"", "\"anchors.asked\"",
            "sound.json.rules[0].versions[1].deadline.options[1].extension.fact");
        add("before a notice, but days after it", "\"offset_days\": 0", "\"offset_days\": 3",
            "sound.json.rules[0].versions[1].deadline.options[2].relation");
        add("unknown relation", "\"before\"", "\"around\"",
            "sound.json.rules[0].versions[1].deadline.options[2].relation");
        add("one deadline to choose from",
            "{\"kind\": \"days\", \"days\": 10, \"from\": \"discovered\", \"business_days\": true},\n                  "
            "{\"kind\": \"days\", \"days\": 5, \"from\": [\"anchors.aware\", \"anchors.scope_identified\"],\n          "
            "         "
            "\"extension\": {\"fact\": \"anchors.good_cause_filed\", \"days\": 15, \"citation\": \"1(b)\"}},",
            "", "sound.json.rules[0].versions[1].deadline.options");
        add("unknown kind of deadline", "unreasonable-delay", "soon", "sound.json.rules[0].versions[0].deadline.kind");
        add("deadline of the wrong kind", "{\"kind\": \"unreasonable-delay\"}",
            "{\"kind\": \"unreasonable-delay\", \"days\": 5}", "sound.json.rules[0].versions[0].deadline.days");
        add("stated clock without a list", "{\"kind\": \"unreasonable-delay\"}",
            "{\"kind\": \"stated\", \"from\": \"discovered\"}", "sound.json.rules[0].versions[0].deadline.kind");
        add("line of no list", "{\"kind\": \"unreasonable-delay\"}",
            "{\"kind\": \"days\", \"days\": 5, \"from\": \"item.received\"}",
            "sound.json.rules[0].versions[0].deadline.from");
        add("unknown list", "\"id\": \"one\"", "\"id\": \"one\", \"each\": \"residents\"", "sound.json.rules[0].each");
        add("State for each line", "\"id\": \"one\"", "\"id\": \"one\", \"each\": \"contract\"",
            "sound.json.rules[0].recipient");
        add("unknown nature", "\"id\": \"one\"", "\"id\": \"one\", \"nature\": \"moral\"",
            "sound.json.rules[0].nature");
        add("target as long as its clock", "\"rules\": [",
            "\"internal_targets\": [{\"natures\": [\"statutory\"], \"unit\": \"days\", \"least\": 5, \"before\": 5}], "
            "\"rules\": [",
            "sound.json.internal_targets[0].before");
        add("weekends of calendar days", "\"business_days\": true", "\"weekends_only\": true",
            "sound.json.rules[0].versions[1].deadline.options[0].weekends_only");
        add("line of a list in an exemption", "\"fact\": \"secured.encrypted\"", "\"fact\": \"item.to\"",
            "sound.json.exemptions[safe]");
    }

    void refusesWhatIsWrong()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, path);
        QByteArray json = soundPack();
        json.replace(json.indexOf(from), from.size(), to);
        const Result<RulePack> pack = read(json);
        QVERIFY(!pack);
        QCOMPARE(pack.error().code, ErrorCode::BadInput);
        QVERIFY2(pack.error().message.startsWith(path), qPrintable(pack.error().message));
    }

    void refusesTwoRulesWithOneId()
    {
        QJsonObject object = QJsonDocument::fromJson(soundPack()).object();
        QJsonArray rules = object.value("rules"_L1).toArray();
        rules.append(rules.first());
        object.insert("rules"_L1, rules);
        const Result<RulePack> pack = read(QJsonDocument(object).toJson());
        QVERIFY(!pack);
        QVERIFY2(pack.error().message.startsWith(u"sound.json.rules[1].id"_s), qPrintable(pack.error().message));
    }

    void refusesDeadlinesNestedWithoutEnd()
    {
        QByteArray deadline = R"({"kind": "unreasonable-delay"})";
        for (int depth = 0; depth < 100; ++depth)
            deadline = R"({"kind": "relative", "to": "x", "offset_days": 0, "outer": )" + deadline + '}';
        const Result<RulePack> pack = read(soundPack().replace(R"({"kind": "unreasonable-delay"})", deadline));
        QVERIFY(!pack);
        QVERIFY2(pack.error().message.contains(u"nested"_s), qPrintable(pack.error().message));
    }

    void comesWithTheProgram()
    {
        const Result<RulePacks> packs = builtInRulePacks();
        QVERIFY2(packs, packs ? "" : qPrintable(packs.error().message));
        QVERIFY(!packs->isEmpty());
        QStringList names;
        for (const RulePack &pack : *packs) {
            names << pack.name();
            QCOMPARE(pack.prepared, QDate(2026, 11, 20));
        }
        for (const char *id : {"abroad", "crisis", "ftc", "hipaa", "part2", "sec", "us-states"})
            QVERIFY2(names.filter(QLatin1StringView(id) + u"@2026.11"_s).size() == 1, id);
    }

    /// Incidents are pinned to packs by name and version, and stores keep their bytes: two packs of one name would be
    /// two laws that nobody can tell apart. Whoever changes a pack gives it the next version, and a line here; the
    /// lines of earlier versions stay.
    void changesNoPackWithoutANewVersion()
    {
        const QMap<QString, QLatin1StringView> shipped{
            {u"abroad@2026.11"_s, "71751c90fd260e0b3a7fc8abde8ee1d437e30077687fc1045ec5c7d9035d6134"_L1},
            {u"crisis@2026.11"_s, "44803655267a65d488477afa8eff203d2b05944f8b0972a1b2cd4fc1dc719463"_L1},
            {u"ftc@2026.11"_s, "49b486ac7d7c399d4bd5cfeba7788ffe8302cc306719790d86e332e64d852c17"_L1},
            {u"hipaa@2026.11"_s, "b30be0e9ccf02c6feaabc549da65ca7ef42dd39802b395a6090ee41170fef1cb"_L1},
            {u"hipaa@2026.11.1"_s, "e97e02e3d54c31c7e3c97be28b5561fc769a3df306070abe2fb9a1d89156b5cd"_L1},
            {u"part2@2026.11"_s, "4bf3722bae1df63d9bef80ce0ab040fa62c0d5a361b0f88a9bdacafe7856ab4c"_L1},
            {u"sec@2026.11"_s, "aafae82a5ca16f00084efc00621d86f0845bc19804724616ce6e4d6ebf041e3e"_L1},
            {u"us-states@2026.11"_s, "9b2a9a76a77999ec4802a853c7da4da1f35b91075ee2744459ca53cf2c648de4"_L1},
        };
        const Result<RulePacks> packs = builtInRulePacks();
        for (const RulePack &pack : *packs)
            QVERIFY2(shipped.value(pack.name()) == sha256Hex(pack.bytes), qPrintable(pack.name()));
    }

    void readsAFolderInTheOrderOfItsNames()
    {
        QTemporaryDir dir;
        QVERIFY(writeFileAtomically(dir.filePath(u"b.json"_s), soundPack()));
        QVERIFY(writeFileAtomically(dir.filePath(u"a.json"_s),
                                    soundPack().replace("\"id\": \"sound\"", "\"id\": \"first\"")));
        QVERIFY(writeFileAtomically(dir.filePath(u"notes.txt"_s), "not a pack"));
        const Result<RulePacks> packs = loadRulePacks(dir.path());
        QVERIFY2(packs, packs ? "" : qPrintable(packs.error().message));
        QCOMPARE(packs->size(), 2);
        QCOMPARE(packs->first().id, u"first"_s);
    }

    void refusesAFolderThatHoldsNoSoundPacks()
    {
        QTemporaryDir dir;
        QVERIFY(loadRulePacks(dir.path()).error().message.contains(u"at least one rule pack"_s));
        QVERIFY(!loadRulePacks(dir.filePath(u"nowhere"_s)));
        QVERIFY(writeFileAtomically(dir.filePath(u"a.json"_s), soundPack()));
        QVERIFY(writeFileAtomically(dir.filePath(u"b.json"_s), soundPack()));
        QVERIFY(loadRulePacks(dir.path()).error().message.startsWith(u"b.json.id"_s));
        QVERIFY(writeFileAtomically(dir.filePath(u"b.json"_s), "{"));
        QVERIFY(loadRulePacks(dir.path()).error().message.startsWith(u"b.json is not JSON"_s));
    }
};

QTEST_GUILESS_MAIN(TestLawPacks)
#include "tst_law_packs.moc"
