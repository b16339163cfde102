// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/facts_record.h"
#include "casework/obligation.h"

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

namespace {

/// A store with one incident at 20 March 2026. Two contracts ask for a notice to the same insurer.
struct GivenCase
{
    GivenCase() : store(Role::LegalCounsel), incident(store.incident())
    {
        if (!store.submit(SetFacts{incident, facts(), u"Both policies"_s}))
            qWarning("the contracts are not among the facts");
    }

    static law::Facts facts()
    {
        law::Facts both = CaseFixture::facts();
        for (const QString &policy : {u"cyber policy"_s, u"umbrella policy"_s}) {
            law::ContractClock clock;
            clock.name = policy;
            clock.to = u"insurer"_s;
            clock.days = 30;
            both.contract << clock;
        }
        return both;
    }

    ObligationId duty(const QString &rule)
    {
        const auto all = store.ask(ObligationsQuery{incident}).value();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const ObligationRecord &each) { return each.duty.rule == rule; });
        return found == all.end() ? ObligationId() : found->id;
    }
    Result<Receipt> complete(const QString &rule, const QDate &day)
    {
        return store.submit(
            CompleteObligation{duty(rule), {u"portal-number"_s, u"N-1"_s, day}, u"Agreed by telephone"_s});
    }
    Result<Receipt> reopen(const QString &rule)
    {
        return store.submit(SetObligationState{duty(rule), WorkState::Open, {}, u"Entered twice"_s});
    }
    QDate given(const QString &recipient)
    {
        return store.ask(CurrentFacts{incident})->facts.done.value(recipient).date;
    }

    CaseFixture store;
    IncidentId incident;
};

const QString kCyber = u"hipaa/contract#cyber policy"_s;
const QString kUmbrella = u"hipaa/contract#umbrella policy"_s;
const QString kHhs = u"hipaa/hhs-large"_s;

} // namespace

/// When a notice counts as given: by the proofs of all the duties that it meets.
class TestCaseworkGiven : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheFirstOfTwoNoticesToTheSameRecipient()
    {
        GivenCase on;
        QVERIFY(on.complete(kCyber, QDate(2026, 3, 17)));
        QVERIFY(on.complete(kUmbrella, QDate(2026, 3, 19)));
        QCOMPARE(on.given(u"insurer"_s), QDate(2026, 3, 17));
        QVERIFY(on.complete(kUmbrella, QDate(2026, 3, 10)));
        QCOMPARE(on.given(u"insurer"_s), QDate(2026, 3, 10));
    }

    void goesBackToTheNoticeThatIsLeft()
    {
        GivenCase on;
        QVERIFY(on.complete(kCyber, QDate(2026, 3, 17)));
        QVERIFY(on.complete(kUmbrella, QDate(2026, 3, 10)));
        QVERIFY(on.reopen(kUmbrella));
        QCOMPARE(on.given(u"insurer"_s), QDate(2026, 3, 17));
        QVERIFY(on.reopen(kCyber));
        QCOMPARE(on.given(u"insurer"_s), QDate());
    }

    void namesTheEarliestToFactsThatComeWithoutIt()
    {
        GivenCase on;
        QVERIFY(on.complete(kCyber, QDate(2026, 3, 17)));
        QVERIFY(on.complete(kUmbrella, QDate(2026, 3, 10)));
        SetFacts fromFile{on.incident, GivenCase::facts(), u"Two more people"_s};
        fromFile.facts.residents->insert(u"TX"_s, 602);
        QVERIFY(on.store.submit(fromFile));
        QCOMPARE(on.given(u"insurer"_s), QDate(2026, 3, 10));
    }

    void keepsTheHourThatSomebodyGave()
    {
        GivenCase on;
        SetFacts facts{on.incident, GivenCase::facts(), u"The portal's receipt"_s};
        const Instant hour = Instant::parse(u"2026-03-17T16:20:00-05:00"_s).value();
        facts.facts.done.insert(u"HHS"_s, law::Moment{{}, hour});
        QVERIFY(on.store.submit(facts));
        QVERIFY(on.complete(kHhs, QDate(2026, 3, 17)));
        QCOMPARE(on.store.ask(CurrentFacts{on.incident})->facts.done.value(u"HHS"_s).instant, hour);
    }

    void letsOtherWorkBeDoneBeforeAnyoneKnew()
    {
        // What an audit found before the breach was known is remedied and answered on its own days.
        GivenCase on;
        SetFacts facts{on.incident, GivenCase::facts(), u"The audit's findings"_s};
        facts.facts.findings << law::FindingClock{u"F-1"_s, u"A"_s, QDate(2026, 2, 2), {}};
        facts.facts.regulatorRequests << law::RegulatorRequest{u"DR-1"_s, u"OCR"_s, QDate(2026, 2, 2), {}, 10, {}};
        QVERIFY(on.store.submit(facts));
        QVERIFY(on.complete(u"crisis/remediation-a#F-1"_s, QDate(2026, 2, 6)));
        QCOMPARE(on.given(u"finding:F-1"_s), QDate(2026, 2, 6));
        const auto all = on.store.ask(ObligationsQuery{on.incident}).value();
        const auto request = std::find_if(
            all.begin(), all.end(), [](const ObligationRecord &each) { return each.duty.recipient == "OCR:DR-1"_L1; });
        QVERIFY(request != all.end());
        QVERIFY(on.complete(request->duty.rule, QDate(2026, 2, 9)));
        // A notice of the breach cannot be that early.
        QCOMPARE(on.complete(kHhs, QDate(2026, 2, 9)).error().code, ErrorCode::BadInput);
        QCOMPARE(on.given(u"HHS"_s), QDate());
    }

    void namesTheRuleInTheLedger()
    {
        GivenCase on;
        QVERIFY(on.complete(kUmbrella, QDate(2026, 3, 19)));
        QCOMPARE(on.store.ask(LedgerRows())->first().subject, u"obligation/insurer/"_s + kUmbrella);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkGiven)
#include "tst_casework_given.moc"
