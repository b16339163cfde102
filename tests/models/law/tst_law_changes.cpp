// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/rule_changes.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::law;

namespace {

/// Packs need not be sound to be compared.
RulePack pack(const QByteArray &body)
{
    RulePack made;
    made.id = u"p"_s;
    made.bytes = R"({"id":"p",)" + body + '}';
    return made;
}

QStringList lines(const QByteArray &before, const QByteArray &after)
{
    QStringList lines;
    for (const RuleChange &each : compareRules({pack(before)}, {pack(after)}))
        lines << ruleChangeWord(each.kind) + u' ' + each.rule + u": "_s + each.details.join(u' ');
    return lines;
}

} // namespace

class TestLawChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesRulesAddedChangedAndGone()
    {
        QCOMPARE(lines(R"("rules":[{"id":"a","title":"A"},{"id":"b","title":"B"}])",
                       R"("rules":[{"id":"b","title":"Bee"},{"id":"c"}])"),
                 QStringList({u"gone p/a: "_s, u"changed p/b: The rule itself, title: “B” becomes “Bee”."_s,
                              u"added p/c: "_s}));
    }

    void tellsVersionByVersion()
    {
        const QByteArray before = R"("rules":[{"id":"a","versions":[{"effective_from":null,"effective_to":"2024-12-31"},
            {"effective_from":"2025-01-01","deadline":{"days":60},"citation":"x"},{"effective_from":"2026-01-01"}]}])";
        const QByteArray after = R"("rules":[{"id":"a","versions":[{"effective_from":null,"effective_to":"2024-12-31"},
            {"effective_from":"2025-01-01","deadline":{"days":30},"citation":"y"},{"effective_from":"2027-01-01"}]}])";
        QCOMPARE(lines(before, after),
                 QStringList{u"changed p/a: The text in force from 2025-01-01, citation: “x” becomes “y”. The text in "
                             "force from 2025-01-01, deadline, days: 60 becomes 30. The text in force from 2026-01-01 "
                             "is gone. The text in force from 2027-01-01 was added."_s});
    }

    void countsARuleAsChangedIfWhatItNamesChanged()
    {
        const QByteArray before = R"("rules":[{"id":"a","exemptions":["e"]},{"id":"b","delays":["d"]},{"id":"c"}],
            "exemptions":[{"id":"e","citation":"1"}],"delays":[{"id":"d","oral_days":30}])";
        QByteArray after = before;
        after.replace(R"("citation":"1")", R"("citation":"2")").replace("30", "15");
        QCOMPARE(lines(before, after),
                 QStringList({u"changed p/a: The exemption “e”, citation: “1” becomes “2”."_s,
                              u"changed p/b: The delay “d”, oral days: 30 becomes 15."_s}));
    }

    void countsARuleAsChangedIfASharedConditionChanged()
    {
        const QByteArray before = R"("rules":[{"id":"a","conditions":["k"]},{"id":"b","exemptions":["e"]},{"id":"c"}],
            "exemptions":[{"id":"e","claimed":["k"]}],"conditions":[{"id":"k","fact":"entity","op":"is","value":"x"}])";
        QByteArray after = before;
        after.replace(R"("value":"x")", R"("value":"y")");
        QCOMPARE(lines(before, after),
                 QStringList({u"changed p/a: The rule itself, conditions, k, value: “x” becomes “y”."_s,
                              u"changed p/b: The exemption “e”, claimed, k, value: “x” becomes “y”."_s}));
    }

    void tellsFiguresInWords_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QStringList>("told");
        const auto row = [](const char *name, const char *from, const char *to, const QStringList &told) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << told;
        };
        const QString one = u"The text in force from 2024-01-01, "_s;
        row("a threshold", R"("op": ">", "people": 500)", R"("op": ">=", "people": 1000)",
            {one + u"threshold: more than 500 residents of the State becomes 1,000 or more residents of the State."_s});
        row("a deadline", R"("days": 10, "from": "discovered", "business_days": true)",
            R"("days": 1, "from": "anchors.determined")",
            {one
             + u"deadline: the earlier of: 10 business days from the day of discovery; or 5 days from the latest of "
               u"the "
               "moment of awareness and the day the scope was identified, and 15 days more if asked for in time; or "
               "before the vote, at the latest 72 hours from the moment of awareness becomes the earlier of: 1 day "
               "from "
               "the day a breach was determined; or 5 days from the latest of the moment of awareness and the day the "
               "scope was identified, and 15 days more if asked for in time; or before the vote, at the latest 72 "
               "hours "
               "from the moment of awareness."_s});
        row("what words leave out", R"=("days": 15, "citation": "1(b)")=", R"=("days": 15, "citation": "1(c)")=",
            {one + u"deadline, options: "_s});
        row("a condition", R"("value": ["ssn"])", R"("value": ["ssn", "name"])",
            {u"The rule itself, conditions: what kinds of data were involved holds ssn becomes what kinds of data were "
             "involved holds ssn, name."_s});
        row("a condition's own words", "No such data.", "None.", {u"The rule itself, conditions: "_s});
        row("a day of a State's own", R"("day": 16)", R"("day": 17)",
            {u"What all its rules share, holidays, VT, days, Battle Day, day: 16 becomes 17."_s});
        row("a day in force", R"("effective_from": "2020-01-01")", R"("effective_from": "2019-01-01")",
            {u"The text in force from 2019-01-01 was added: without unreasonable delay, no day named."_s,
             u"The text in force from 2020-01-01 is gone; it said: without unreasonable delay, no day named."_s});
        row("how sure", R"("confidence": "doubtful")", R"("confidence": "known")",
            {one + u"confidence: “doubtful” becomes “known”."_s});
    }

    void tellsFiguresInWords()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QStringList, told);
        QFile file(QStringLiteral(TOCSIN_FIXTURES "/law/sound-pack.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        QCOMPARE(before.count(from), 1);
        const auto old = parseRulePack(before, u"before"_s);
        const auto now = parseRulePack(QByteArray(before).replace(from, to), u"after"_s);
        QVERIFY2(now, now ? "" : qPrintable(now.error().message));
        const QList<RuleChange> changes = compareRules({*old}, {*now});
        QCOMPARE(changes.size(), 1);
        const QStringList &details = changes.first().details;
        QCOMPARE(details.size(), told.size());
        for (qsizetype place = 0; place < told.size(); ++place) {
            QVERIFY2(details.at(place).startsWith(told.at(place)), qPrintable(details.at(place)));
            QVERIFY2(!told.at(place).endsWith(u'.') || details.at(place) == told.at(place),
                     qPrintable(details.at(place)));
        }
    }

    void namesTheStateInATitle()
    {
        const QByteArray rules = R"("rules":[{"id":"a","title":"Notice in {state}","state":"TX"},
            {"id":"b","title":"Notice to media in {state}"},{"id":"c","title":"Answer to {item.id} of {item.from}"}])";
        QStringList titles;
        for (const RuleChange &each : compareRules({}, {pack(rules)}))
            titles << each.title;
        QCOMPARE(titles,
                 QStringList({u"Notice in Texas"_s, u"Notice to media in each State"_s, u"Answer to … of …"_s}));
    }

    void tellsWhatAllRulesShareOnce()
    {
        QCOMPARE(lines(R"("holidays":[1],"rules":[{"id":"a"}])", R"("holidays":[2],"rules":[{"id":"a"}])"),
                 QStringList{u"changed p: What all its rules share, holidays: 1 becomes 2."_s});
    }

    void keepsSilentAboutNamesAndSources()
    {
        QVERIFY(lines(R"("version":"1","title":"x","prepared":"2026-01-01","sources":{"a":"b"},"rules":[{"id":"a"}])",
                      R"("version":"2","title":"y","prepared":"2026-02-01","sources":{"a":"c"},"rules":[{"id":"a"}])")
                    .isEmpty());
    }

    void tellsAllRulesOfAPackThatComesOrGoes()
    {
        const RulePacks packs{pack(R"("holidays":[1],"rules":[{"id":"a","title":"A"}])")};
        QCOMPARE(compareRules({}, packs), (QList<RuleChange>{{RuleChange::Kind::Added, u"p/a"_s, u"A"_s, {}}}));
        QCOMPARE(compareRules(packs, {}), (QList<RuleChange>{{RuleChange::Kind::Gone, u"p/a"_s, u"A"_s, {}}}));
    }
};

QTEST_APPLESS_MAIN(TestLawChanges)
#include "tst_law_changes.moc"
