// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/deadlines_export.h"
#include "casework/facts_proposal.h"
#include "casework/obligation_plan.h"
#include "casework/timeline.h"

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

namespace {

ObligationRecord find(CaseFixture &store, IncidentId incident, const QString &recipient)
{
    const auto all = store.ask(ObligationsQuery{incident}).value();
    return *std::find_if(all.begin(), all.end(),
                         [&](const ObligationRecord &each) { return each.duty.recipient == recipient; });
}

QString latest(CaseFixture &store, IncidentId incident)
{
    const auto ids = store.ask(TimelineIds{incident}).value();
    return store.ask(TimelineEntries{{ids.first()}})->first().text;
}

} // namespace

/// Counsel's own dates, and what waits for counsel.
class TestCaseworkCounsel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsCounselsDateOfADutyThatWaits()
    {
        CaseFixture store(Role::LegalCounsel);
        CreateIncident command;
        command.title = u"Waits"_s;
        command.facts = CaseFixture::facts();
        command.facts.discovered.reset();
        const IncidentId incident{store.submit(command)->id};
        const ObligationRecord waits = find(store, incident, u"individuals"_s);
        QCOMPARE(waits.standing, ObligationRecord::Standing::Blocked);
        const law::Evaluation computed = store.ask(EvaluationQuery{incident}).value();
        QVERIFY(store.submit(OverrideDueDate{waits.id, {QDate(2026, 4, 20), {}}, u"To be safe"_s}));
        const law::Evaluation counting = withCounselsDates(computed, store.ask(ObligationsQuery{incident}).value());
        int dated = 0;
        for (const law::Obligation &duty : counting.blocked) {
            if (duty.due.isNull())
                continue;
            ++dated;
            QCOMPARE(duty.recipient, u"individuals"_s);
            QCOMPARE(duty.due.date, QDate(2026, 4, 20));
            QVERIFY(duty.why.last().contains(u"no date is computed"_s));
        }
        QCOMPARE(dated, 1);
        const auto next = store.ask(NextDates{incident, store.clock().now()}).value();
        QCOMPARE(next.size(), 1);
        QCOMPARE(next.first().record.id, waits.id);
    }

    void suggestsATargetBeforeCounselsDate()
    {
        CaseFixture store(Role::LegalCounsel);
        const IncidentId incident = store.incident();
        const ObligationRecord before = find(store, incident, u"individuals"_s);
        QCOMPARE(before.duty.internalTarget.date, QDate(2026, 4, 22)); // ten days before 2 May
        QVERIFY(store.submit(OverrideDueDate{before.id, {QDate(2026, 4, 20), {}}, u"Agreed"_s}));
        const ObligationRecord after = find(store, incident, u"individuals"_s);
        QCOMPARE(after.duty.internalTarget.date, QDate(2026, 4, 10));
        const auto counting = withCounselsDates(store.ask(EvaluationQuery{incident}).value(),
                                                store.ask(ObligationsQuery{incident}).value());
        for (const law::Obligation &duty : counting.owed) {
            if (duty.recipient == u"individuals"_s)
                QCOMPARE(duty.internalTarget, after.duty.internalTarget);
        }
    }

    void setsNoDateBeforeTheDayOfDiscovery()
    {
        CaseFixture store(Role::LegalCounsel);
        const IncidentId incident = store.incident();
        const ObligationId duty = find(store, incident, u"individuals"_s).id;
        const auto refused = store.submit(OverrideDueDate{duty, {QDate(2026, 3, 2), {}}, u"Slip"_s});
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QVERIFY2(refused.error().message.contains(u"The day of discovery, 2026-03-03"_s),
                 qPrintable(refused.error().message));
        QVERIFY(store.submit(OverrideDueDate{duty, {QDate(2026, 3, 3), {}}, u"At once"_s}));
    }

    void takesNoDiscoveryThatIsStillToCome()
    {
        CaseFixture store(Role::LegalCounsel);
        const IncidentId incident = store.incident();
        SetFacts change{incident, CaseFixture::facts(), u"Slip"_s};
        change.facts.discovered = law::Moment{QDate(2026, 3, 21), {}};
        const auto refused = store.submit(change);
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QVERIFY2(refused.error().message.contains(u"2026-03-21, which is still to come"_s),
                 qPrintable(refused.error().message));
        change.facts.discovered = law::Moment{{}, Instant::parse(u"2026-03-20T09:42:01-05:00"_s).value()};
        QCOMPARE(store.submit(change).error().code, ErrorCode::BadInput);
        CreateIncident command;
        command.title = u"Tomorrow"_s;
        command.facts = change.facts;
        QCOMPARE(store.submit(command).error().code, ErrorCode::BadInput);
        change.facts.discovered = law::Moment{QDate(2026, 3, 20), {}};
        QVERIFY(store.submit(change));
    }

    void warnsOfWordsThatNoRuleKnows()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        law::Facts facts = CaseFixture::facts();
        QVERIFY(store.ask(PreviewFacts{incident, facts})->warnings.isEmpty());
        facts.data = QStringList{u"phl"_s};
        QCOMPARE(store.ask(PreviewFacts{incident, facts})->warnings.size(), 1);
        QVERIFY(store.submit(SetFacts{incident, facts, u"As the file has it"_s}));
        QCOMPARE(store.ask(EvaluationQuery{incident})->warnings.size(), 1);
    }

    void saysOnTheTimelineThatAProposalIsReplaced()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto propose = [&](int day) {
            SetFacts change{incident, store.ask(CurrentFacts{incident})->facts, u"Log review"_s};
            change.facts.discovered = law::Moment{QDate(2026, 3, day), {}};
            return store.submit(change);
        };
        QVERIFY(propose(5)->held);
        QVERIFY(!latest(store, incident).contains(u"replaced"_s));
        QVERIFY(propose(6)->held);
        QVERIFY2(latest(store, incident).endsWith(u" Proposal 1 by Ada is replaced by it."_s),
                 qPrintable(latest(store, incident)));
        QVERIFY(store.addPerson(u"Lee"_s, Role::LegalCounsel));
        QVERIFY(store.openAs(u"Lee"_s));
        QVERIFY(!propose(7)->held);
        QVERIFY2(latest(store, incident).endsWith(u" Proposal 2 by Ada is not waiting any more."_s),
                 qPrintable(latest(store, incident)));
    }

    void silencesManyRemindersInOneStep()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const ObligationId individuals = find(store, incident, u"individuals"_s).id;
        const ObligationId hhs = find(store, incident, u"HHS"_s).id;
        const Instant until = Instant::parse(u"2026-03-25T08:00:00-05:00"_s).value();
        const qint64 before = store.ask(LedgerHeadQuery())->count;
        QVERIFY(store.submit(SnoozeReminders{{individuals, hhs}, until}));
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before + 1);
        QCOMPARE(find(store, incident, u"HHS"_s).snoozedUntil, until);
        QCOMPARE(find(store, incident, u"individuals"_s).snoozedUntil, until);
        const LedgerRow entry = store.ask(LedgerRows())->first();
        QCOMPARE(entry.subject, u"obligations"_s);
        QCOMPARE(entry.after.value(u"obligations"_s).toArray(), QJsonArray({u"individuals"_s, u"HHS"_s}));
        // All of them or none.
        const Instant tooFar = Instant::parse(u"2026-05-04T08:00:00-05:00"_s).value();
        QVERIFY(!store.submit(SnoozeReminders{{individuals, hhs}, tooFar}));
        QCOMPARE(store.submit(SnoozeReminders{}).error().code, ErrorCode::BadInput);
        QVERIFY(store.submit(SnoozeReminders{{individuals, hhs}, std::nullopt}));
        QVERIFY(!find(store, incident, u"HHS"_s).snoozedUntil);
    }

    void offersOnlyStatesThatCanBeSet()
    {
        QVERIFY(workStateFromToken(u"in-review"_s));
        const auto bogus = workStateFromToken(u"bogus"_s);
        QVERIFY(bogus.error().message.contains(u"open, drafting, in-review, ready"_s));
        QVERIFY(!bogus.error().message.contains(u"done"_s));
        QVERIFY(workStateFromToken(u"done"_s).error().message.contains(u"recorded with its proof"_s));
    }
};

QTEST_GUILESS_MAIN(TestCaseworkCounsel)
#include "tst_casework_counsel.moc"
