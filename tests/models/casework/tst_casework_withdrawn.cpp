// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/casework/other_rules.h"

#include "casework/obligation_plan.h"
#include "casework/rule_import.h"
#include "casework/timeline.h"

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;
using tocsin::test::hipaaWithout;
using DutyStanding = ObligationRecord::Standing;

namespace {

std::optional<ObligationRecord> dutyOf(CaseFixture &store, IncidentId incident, const QString &rule,
                                       const QString &recipient)
{
    const auto all = store.ask(ObligationsQuery{incident}).value();
    for (const ObligationRecord &each : all) {
        if (each.duty.rule == rule && each.duty.recipient == recipient)
            return each;
    }
    return {};
}

/// An incident whose notice to individuals has an owner, a target, a note, a date of counsel's and its proof.
IncidentId workedOn(CaseFixture &store)
{
    const IncidentId incident = store.incident();
    const ObligationId duty = dutyOf(store, incident, u"hipaa/individuals"_s, u"individuals"_s)->id;
    const bool done = store.submit(AssignObligation{duty, store.file().actor().id})
        && store.submit(SetObligationTarget{duty, QDate(2026, 4, 20)})
        && store.submit(AddObligationNote{duty, u"Mail house asked"_s}) && store.addPerson(u"Lee"_s, Role::LegalCounsel)
        && store.openAs(u"Lee"_s)
        && store.submit(OverrideDueDate{duty, {QDate(2026, 4, 25), {}}, u"A State asks for it"_s})
        && store.openAs(u"Ada"_s)
        && store.submit(CompleteObligation{duty, {u"mailing"_s, u"Job 4711"_s, QDate(2026, 3, 19)}});
    return done ? incident : IncidentId();
}

} // namespace

class TestCaseworkWithdrawn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatWouldBeWithdrawnBeforeItIs()
    {
        CaseFixture store;
        const IncidentId incident = workedOn(store);
        QVERIFY(!incident.isNull());
        QVERIFY(store.submit(ImportRulePacks{{{hipaaWithout(store, u"individuals"_s), u"new.json"_s}},
                                             u"The counsel's office sent it"_s}));
        const auto comparison = store.ask(ComparePacks{incident, {}})->first();
        QCOMPARE(comparison.withdrawn.size(), 1);
        const ObligationRecord &duty = comparison.withdrawn.first();
        QCOMPARE(duty.duty.rule, u"hipaa/individuals"_s);
        QCOMPARE(duty.duty.citation, u"45 CFR 164.404(b)"_s);
        QCOMPARE(
            recordedOf(duty),
            QStringList({u"done"_s, u"owner Ada"_s, u"target 2026-04-20"_s, u"proof Mailing Job 4711 of 2026-03-19"_s,
                         u"counsel's date 2026-04-25 (A State asks for it)"_s, u"1 note"_s}));
        QVERIFY(store.ask(ObligationsQuery{incident}).value().last().standing != DutyStanding::Withdrawn);
    }

    void keepsWhatWasRecordedInTheList()
    {
        CaseFixture store;
        const IncidentId incident = workedOn(store);
        const ObligationRecord before = *dutyOf(store, incident, u"hipaa/individuals"_s, u"individuals"_s);
        QVERIFY(store.submit(ImportRulePacks{{{hipaaWithout(store, u"individuals"_s), u"new.json"_s}}, u"Sent"_s}));
        QVERIFY(store.submit(AcceptRulePacks{incident, u"Counsel says so"_s}));
        const auto after = dutyOf(store, incident, u"hipaa/individuals"_s, u"individuals"_s);
        QVERIFY(after);
        QCOMPARE(after->standing, DutyStanding::Withdrawn);
        QCOMPARE(after->id, before.id);
        QCOMPARE(after->proof, before.proof);
        QCOMPARE(after->notes, before.notes);
        QCOMPARE(after->ownerName, u"Ada"_s);
        QCOMPARE(after->overridden->reason, u"A State asks for it"_s);
        QCOMPARE(after->duty.title, u"Notice to individuals"_s);
        QCOMPARE(after->duty.citation, u"45 CFR 164.404(b)"_s);
        QVERIFY2(after->duty.why.join(u' ').contains(u"hipaa@2026.12"_s), qPrintable(after->duty.why.join(u' ')));
        QVERIFY(!after->isOpen());
        // It goes on: a note can be added, counsel can take the date back, and the rest of the list is as ever.
        QVERIFY(store.submit(AddObligationNote{after->id, u"Withdrawn, kept for the packet"_s}));
        QCOMPARE(dutyOf(store, incident, u"hipaa/individuals"_s, u"individuals"_s)->notes.size(), 2);
        QCOMPARE(dutyOf(store, incident, u"hipaa/media"_s, u"media:TX"_s)->standing, DutyStanding::Owed);
        QVERIFY(store.openAs(u"Lee"_s));
        QCOMPARE(store.submit(OverrideDueDate{after->id, {QDate(2026, 4, 26), {}}, u"r"_s}).error().code,
                 ErrorCode::Conflict);
        QVERIFY(store.submit(LiftOverride{after->id, u"The rules have no such duty"_s}));
    }

    void recordsInTheLedgerAndTheTimelineWhatWasWithdrawn()
    {
        CaseFixture store;
        const IncidentId incident = workedOn(store);
        QVERIFY(store.submit(ImportRulePacks{{{hipaaWithout(store, u"individuals"_s), u"new.json"_s}}, u"Sent"_s}));
        QVERIFY(store.submit(AcceptRulePacks{incident, u"Counsel says so"_s}));
        const auto entry = store.ask(LedgerRows())->first();
        QCOMPARE(entry.action, u"law.accept"_s);
        QCOMPARE(entry.after.value(u"withdrawn"_s).toArray(),
                 QJsonArray{u"hipaa/individuals for individuals: done; owner Ada; target 2026-04-20; proof Mailing Job "
                            "4711 of 2026-03-19; counsel's date 2026-04-25 (A State asks for it); 1 note"_s});
        QVERIFY(!store.ask(TimelineIds{incident, u"Withdrawn, with what was recorded: 1"_s})->isEmpty());
    }

    void passesOverDutiesOfWhichNobodyRecordedAnything()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.submit(ImportRulePacks{{{hipaaWithout(store, u"individuals"_s), u"new.json"_s}}, u"Sent"_s}));
        QVERIFY(store.ask(ComparePacks{incident, {}})->first().withdrawn.isEmpty());
        QVERIFY(store.submit(AcceptRulePacks{incident, u"r"_s}));
        QVERIFY(!dutyOf(store, incident, u"hipaa/individuals"_s, u"individuals"_s));
    }

    void keepsWhatWasRecordedOfADutyThatFactsTakeAway()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const ObligationId media = dutyOf(store, incident, u"hipaa/media"_s, u"media:TX"_s)->id;
        QVERIFY(store.submit(AddObligationNote{media, u"Three papers asked"_s}));
        SetFacts change{incident, CaseFixture::facts(), u"Nobody in Texas after all"_s};
        change.facts.residents = QMap<QString, qint64>{{u"CA"_s, 620}};
        QVERIFY(store.submit(change));
        const auto after = dutyOf(store, incident, u"hipaa/media"_s, u"media:TX"_s);
        QVERIFY(after);
        QCOMPARE(after->standing, DutyStanding::Withdrawn);
        QCOMPARE(after->duty.title, u"Notice to prominent media in Texas"_s);
        QVERIFY2(after->duty.why.join(u' ').contains(u"facts"_s), qPrintable(after->duty.why.join(u' ')));
        // It comes back with the facts.
        change.facts.residents = CaseFixture::facts().residents;
        QVERIFY(store.submit(change));
        QCOMPARE(dutyOf(store, incident, u"hipaa/media"_s, u"media:TX"_s)->standing, DutyStanding::Owed);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkWithdrawn)
#include "tst_casework_withdrawn.moc"
