// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/engine.h"
#include "models/law/law_invariants.h"
#include "models/law/random_facts.h"

#include <QJsonDocument>
#include <QTest>

using namespace tocsin::law;

/// What holds whatever the facts are: 600 random sets with a fixed seed. The benchmark checks 10,000.
class TestLawInvariants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdForRandomFacts()
    {
        const RulePacks packs = builtInRulePacks().value();
        const RuleIndex rules(packs);
        RandomFacts random(20261120);
        qsizetype owed = 0;
        qsizetype dated = 0;
        qsizetype blocked = 0;
        for (int index = 0; index < 600; ++index) {
            const Facts facts = random.next();
            const auto given = [&facts] { return QJsonDocument(toJson(facts)).toJson(); };
            // What the generator makes has to be what a facts file may say.
            const auto read = factsFromJson(toJson(facts));
            QVERIFY2(read, read ? "" : qPrintable(read.error().message));
            const Evaluation evaluation = evaluate(facts, packs);
            const QString broken = brokenInvariant(facts, evaluation, rules);
            if (!broken.isEmpty())
                QFAIL(qPrintable(QString::number(index) + u' ' + broken + QString::fromUtf8(given())));
            owed += evaluation.owed.size();
            blocked += evaluation.blocked.size();
            for (const Obligation &each : evaluation.owed)
                dated += each.due.isNull() ? 0 : 1;
        }
        // The sets reach every outcome, so that the above was not said of nothing.
        QVERIFY(owed > 2'000 && dated > 1'000 && dated < owed && blocked > 500);
    }

    void findWhatIsBroken()
    {
        const RulePacks packs = builtInRulePacks().value();
        const RuleIndex rules(packs);
        const Facts facts = factsOfEveryState();
        const Evaluation sound = evaluate(facts, packs);
        QCOMPARE(brokenInvariant(facts, sound, rules), QString());
        const auto breaks = [&](auto change) {
            Evaluation broken = sound;
            change(broken.owed.first());
            return !brokenInvariant(facts, broken, rules).isEmpty();
        };
        QVERIFY(breaks([](Obligation &duty) { duty.due = {QDate(2026, 3, 1), {}}; }));
        QVERIFY(breaks([](Obligation &duty) { duty.due = {}; }));
        QVERIFY(breaks([](Obligation &duty) { duty.inForceFrom = QDate(2030, 1, 1); }));
        QVERIFY(breaks([](Obligation &duty) { duty.rule = QStringLiteral("none/none"); }));
        QVERIFY(breaks([](Obligation &duty) { duty.citation.clear(); }));
        QVERIFY(breaks([](Obligation &duty) { duty.missing = QStringList(QStringLiteral("residents")); }));
    }
};

QTEST_GUILESS_MAIN(TestLawInvariants)
#include "tst_law_invariants.moc"
