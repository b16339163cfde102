// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/engine.h"
#include "law/wording.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::law;

namespace {

Facts plainFacts(QDate discovered)
{
    Facts facts;
    facts.discovered = Moment{discovered, std::nullopt};
    facts.residents = QMap<QString, qint64>{{u"TX"_s, 600}};
    facts.data = QStringList{u"phi"_s};
    facts.secured = Securing{false, std::nullopt};
    return facts;
}

Obligation find(const QList<Obligation> &duties, const QString &recipient)
{
    for (const Obligation &each : duties) {
        if (each.recipient == recipient)
            return each;
    }
    return {};
}

bool says(const Obligation &duty, const QString &words)
{
    return duty.why.join(u'\n').contains(words);
}

} // namespace

/// What a duty says of statements by law enforcement, of the notice it follows, and of what it waits for.
class TestLawReasons : public QObject
{
    Q_OBJECT

private:
    RulePacks m_packs;
    const QString m_copy = u"AG:NY:hhs-copy"_s;

    [[nodiscard]] Evaluation all(const Facts &facts) const { return evaluate(facts, m_packs); }
    [[nodiscard]] Obligation individuals(const Facts &facts) const { return find(all(facts).owed, u"individuals"_s); }

private Q_SLOTS:
    void initTestCase()
    {
        const Result<RulePacks> packs = builtInRulePacks();
        QVERIFY2(packs, packs ? "" : qPrintable(packs.error().message));
        m_packs = *packs;
    }

    void marksADutyForCounselWhoseDelayWasStatedTooLate()
    {
        Facts facts = plainFacts(QDate(2026, 1, 5));
        QVERIFY(!individuals(facts).counselReview);
        facts.lawEnforcement = LawEnforcement{true, {QDate(2026, 3, 7), QDate(2026, 6, 30)}, {}};
        // The rule of the delay is itself for counsel to look at; without that, only the late statement marks it.
        for (RulePack &pack : m_packs) {
            for (DelayRule &delay : pack.delays)
                delay.confidence = Confidence::Verified;
        }
        QVERIFY(individuals(facts).counselReview);
        facts.lawEnforcement->statement.stated = QDate(2026, 3, 6);
        QVERIFY(!individuals(facts).counselReview);
        initTestCase();
    }

    // 45 CFR 164.412(a): a statement in writing holds for the time it names, whatever came before it.
    void letsAWrittenFollowUpHoldWhereTheOralStatementHasNoDay()
    {
        Facts facts = plainFacts(QDate(2026, 3, 2));
        const DelayStatement written{QDate(2026, 4, 10), QDate(2026, 6, 30)};
        facts.lawEnforcement = LawEnforcement{false, {}, written};
        const Obligation duty = individuals(facts);
        QCOMPARE(duty.due.date, QDate(2026, 6, 30));
        QVERIFY(duty.counselReview);
        QVERIFY(says(duty, u"the facts do not say when"_s));
        QVERIFY(says(duty, u"10 Apr 2026"_s));
    }

    void saysThatAFollowUpWithoutItsDaysMovesNothing()
    {
        Facts facts = plainFacts(QDate(2026, 3, 2));
        facts.lawEnforcement = LawEnforcement{false, {}, DelayStatement{{}, QDate(2026, 6, 30)}};
        const Obligation duty = individuals(facts);
        QCOMPARE(duty.due.date, QDate(2026, 5, 1));
        QVERIFY(says(duty, u"A written statement followed"_s));
    }

    void aFollowUpAfterTheDatePassedMovesNothing()
    {
        Facts facts = plainFacts(QDate(2026, 3, 2));
        facts.lawEnforcement = LawEnforcement{false, {}, DelayStatement{QDate(2026, 5, 2), QDate(2026, 6, 30)}};
        QCOMPARE(individuals(facts).due.date, QDate(2026, 5, 1));
    }

    // N.Y. Gen. Bus. Law 899-aa(9): whoever has to notify HHS sends New York a copy; nobody else does.
    void owesTheCopyOnlyWhileHhsIsOwed()
    {
        Facts facts = plainFacts(QDate(2026, 3, 2));
        facts.residents->insert(u"NY"_s, 40);
        const Evaluation owed = all(facts);
        QCOMPARE(find(owed.owed, m_copy).relativeTo, u"HHS"_s);

        facts.data = QStringList{u"name"_s, u"ssn"_s};
        const Evaluation none = all(facts);
        QVERIFY(find(none.owed, m_copy).recipient.isEmpty());
        const Obligation duty = find(none.notOwed, m_copy);
        QCOMPARE(duty.recipient, m_copy);
        QVERIFY(says(duty, u"HHS"_s));
        QVERIFY(says(duty, u"45 CFR 164.402"_s));
        // The Attorney General's own notice does not hang on HHS.
        QCOMPARE(find(none.owed, u"AG:NY"_s).recipient, u"AG:NY"_s);
    }

    void waitsWithTheCopyWhileHhsWaits()
    {
        Facts facts = plainFacts(QDate(2026, 3, 2));
        facts.residents->insert(u"NY"_s, 40);
        facts.data.reset();
        const Obligation duty = find(all(facts).blocked, m_copy);
        QCOMPARE(duty.missing, QStringList{u"data"_s});
        QVERIFY(duty.due.isNull() && duty.kind.isEmpty() && duty.relativeTo.isEmpty());
    }

    void keepsTheCopyWhereNoPackSpeaksOfHhs()
    {
        Facts facts = plainFacts(QDate(2026, 3, 2));
        facts.residents->insert(u"NY"_s, 40);
        facts.data = QStringList{u"name"_s};
        RulePacks states;
        for (const RulePack &pack : std::as_const(m_packs)) {
            if (pack.id == "us-states"_L1)
                states << pack;
        }
        QCOMPARE(find(evaluate(facts, states).owed, m_copy).recipient, m_copy);
    }

    // An hour clock needs more than a day, and says that it is the hour that is missing.
    void asksForTheHourWhereOnlyTheDayIsKnown()
    {
        Facts facts = plainFacts(QDate(2026, 3, 2));
        facts.contract = {ContractClock{u"payer"_s, std::nullopt, 72}};
        const Obligation duty = find(all(facts).blocked, u"payer"_s);
        QCOMPARE(duty.missing, QStringList{u"discovered"_s});
        QCOMPARE(duty.needTime, duty.missing);
        QVERIFY(says(duty, u"Missing: the hour of discovery."_s));
        QCOMPARE(missingNames(duty), QStringList{u"the hour of discovery"_s});

        facts.discovered.reset();
        const Obligation unknown = find(all(facts).blocked, u"payer"_s);
        QCOMPARE(unknown.missing, QStringList{u"discovered"_s});
        QVERIFY(unknown.needTime.isEmpty());
        QVERIFY(says(unknown, u"Missing: the day of discovery."_s));
    }
};

QTEST_GUILESS_MAIN(TestLawReasons)
#include "tst_law_reasons.moc"
