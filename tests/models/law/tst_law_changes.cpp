// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/rule_changes.h"

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
                 QStringList({u"gone p/a: "_s, u"changed p/b: The rule itself changed: title."_s, u"added p/c: "_s}));
    }

    void tellsVersionByVersion()
    {
        const QByteArray before = R"("rules":[{"id":"a","versions":[{"effective_from":null,"effective_to":"2024-12-31"},
            {"effective_from":"2025-01-01","deadline":{"days":60},"citation":"x"},{"effective_from":"2026-01-01"}]}])";
        const QByteArray after = R"("rules":[{"id":"a","versions":[{"effective_from":null,"effective_to":"2024-12-31"},
            {"effective_from":"2025-01-01","deadline":{"days":30},"citation":"y"},{"effective_from":"2027-01-01"}]}])";
        QCOMPARE(lines(before, after),
                 QStringList{u"changed p/a: The text in force from 2025-01-01 changed: citation, deadline. The text in "
                             "force from 2026-01-01 is gone. The text in force from 2027-01-01 was added."_s});
    }

    void countsARuleAsChangedIfWhatItNamesChanged()
    {
        const QByteArray before = R"("rules":[{"id":"a","exemptions":["e"]},{"id":"b","delays":["d"]},{"id":"c"}],
            "exemptions":[{"id":"e","citation":"1"}],"delays":[{"id":"d","oral_days":30}])";
        QByteArray after = before;
        after.replace(R"("citation":"1")", R"("citation":"2")").replace("30", "15");
        QCOMPARE(lines(before, after),
                 QStringList({u"changed p/a: The exemption “e” changed."_s, u"changed p/b: The delay “d” changed."_s}));
    }

    void countsARuleAsChangedIfASharedConditionChanged()
    {
        const QByteArray before = R"("rules":[{"id":"a","conditions":["k"]},{"id":"b","exemptions":["e"]},{"id":"c"}],
            "exemptions":[{"id":"e","claimed":["k"]}],"conditions":[{"id":"k","fact":"entity","op":"is","value":"x"}])";
        QByteArray after = before;
        after.replace(R"("value":"x")", R"("value":"y")");
        QCOMPARE(lines(before, after),
                 QStringList({u"changed p/a: The rule itself changed: conditions."_s,
                              u"changed p/b: The exemption “e” changed."_s}));
    }

    void tellsWhatAllRulesShareOnce()
    {
        QCOMPARE(lines(R"("holidays":[1],"rules":[{"id":"a"}])", R"("holidays":[2],"rules":[{"id":"a"}])"),
                 QStringList{u"changed p: What all its rules share changed: holidays."_s});
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
