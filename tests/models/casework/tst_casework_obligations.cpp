// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/facts_record.h"
#include "casework/obligation_plan.h"
#include "casework/register_record.h"
#include "casework/timeline.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

namespace {

/// A store with one incident, whose notice to individuals is due on 2 May 2026, at 20 March. Ada is legal counsel.
struct OwedCase
{
    explicit OwedCase(Role role = Role::LegalCounsel) : store(role), incident(store.incident()) { }

    ObligationRecord find(const QString &recipient)
    {
        const auto all = store.ask(ObligationsQuery{incident}).value();
        return *std::find_if(all.begin(), all.end(), [&](const ObligationRecord &each) {
            return each.duty.recipient == recipient && each.standing == ObligationRecord::Standing::Owed;
        });
    }
    ObligationRecord individuals() { return find(u"individuals"_s); }
    Result<Receipt> overrideTo(QDate date, const QString &reason = u"Counsel's reading of the delay"_s)
    {
        return store.submit(OverrideDueDate{individuals().id, {date, {}}, reason});
    }
    LedgerRow lastEntry() { return store.ask(LedgerRows())->first(); }
    Result<Receipt> discover(QDate day)
    {
        SetFacts change{incident, store.ask(CurrentFacts{incident})->facts, u"Log review"_s};
        change.facts.discovered = law::Moment{day, {}};
        return store.submit(change);
    }

    CaseFixture store;
    IncidentId incident;
};

Instant at(const QString &iso)
{
    return Instant::parse(iso).value();
}

} // namespace

class TestCaseworkObligations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assignsOnlyPeopleWhoHaveAccess()
    {
        OwedCase on(Role::ComplianceLead);
        const auto lee = on.store.addPerson(u"Lee"_s, Role::LegalCounsel);
        const ObligationId duty = on.individuals().id;
        QVERIFY(on.store.submit(AssignObligation{duty, {lee->id}}));
        QCOMPARE(on.individuals().ownerName, u"Lee"_s);
        QCOMPARE(on.lastEntry().action, u"obligation.assign"_s);
        QCOMPARE(on.lastEntry().before, (QJsonObject{{u"owner"_s, QString()}}));
        QCOMPARE(on.lastEntry().after, (QJsonObject{{u"owner"_s, u"Lee"_s}}));
        QVERIFY(on.store.file().removePerson({lee->id}).result());
        QCOMPARE(on.store.submit(AssignObligation{duty, {lee->id}}).error().code, ErrorCode::NotFound);
        QVERIFY(on.store.submit(AssignObligation{duty, {}}));
        QVERIFY(on.individuals().owner.isNull());
        QCOMPARE(on.store.submit(AssignObligation{{9999}, {}}).error().code, ErrorCode::NotFound);
    }

    void keepsATargetOnOrBeforeTheDueDateUnlessALaterOneIsMeant()
    {
        OwedCase on;
        const ObligationId duty = on.individuals().id;
        QVERIFY(on.store.submit(SetObligationTarget{duty, QDate(2026, 5, 2)}));
        const auto late = on.store.submit(SetObligationTarget{duty, QDate(2026, 5, 3)});
        QCOMPARE(late.error().code, ErrorCode::BadInput);
        QVERIFY(late.error().message.contains(u"2026-05-02"_s));
        QCOMPARE(on.individuals().target, QDate(2026, 5, 2));
        QVERIFY(on.store.submit(SetObligationTarget{duty, QDate(2026, 5, 3), true}));
        QCOMPARE(on.individuals().target, QDate(2026, 5, 3));
        QCOMPARE(on.lastEntry().before.value(u"target"_s).toString(), u"2026-05-02"_s);
        QVERIFY(on.store.submit(SetObligationTarget{duty, {}}));
        QVERIFY(on.individuals().target.isNull());
        QCOMPARE(on.store.submit(SetObligationTarget{duty, QDate(3000, 1, 1), true}).error().code, ErrorCode::BadInput);
        // Counsel's date is the one that counts.
        QVERIFY(on.overrideTo(QDate(2026, 4, 10)));
        QVERIFY(!on.store.submit(SetObligationTarget{duty, QDate(2026, 4, 11)}));
        QVERIFY(on.store.submit(SetObligationTarget{duty, QDate(2026, 4, 10)}));
    }

    void addsNotesAndKeepsWhoSaidWhat()
    {
        OwedCase on(Role::ComplianceLead);
        const ObligationId duty = on.individuals().id;
        QVERIFY(on.store.submit(AddObligationNote{duty, u" Printer booked "_s}));
        QVERIFY(on.store.addPerson(u"Tom"_s, Role::TechnicalLead));
        QVERIFY(on.store.openAs(u"Tom"_s));
        QVERIFY(on.store.submit(AddObligationNote{duty, u"Addresses checked"_s}));
        const auto notes = on.individuals().notes;
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes.at(0).text, u"Printer booked"_s);
        QCOMPARE(notes.at(0).byName, u"Ada"_s);
        QCOMPARE(notes.at(1).byName, u"Tom"_s);
        QVERIFY(on.find(u"HHS"_s).notes.isEmpty());
        QCOMPARE(on.store.submit(AddObligationNote{duty, u"  "_s}).error().code, ErrorCode::BadInput);
        QCOMPARE(on.store.submit(AddObligationNote{duty, QString(2001, u'x')}).error().code, ErrorCode::BadInput);
        QCOMPARE(on.store.submit(AddObligationNote{duty, u"a\u202Eb"_s}).error().code, ErrorCode::BadInput);
    }

    void silencesRemindersButNotBeyondTheDueDate()
    {
        OwedCase on;
        const ObligationId duty = on.individuals().id;
        const auto snooze = [&](const QString &iso) { return on.store.submit(SnoozeReminders{{duty}, at(iso)}); };
        QCOMPARE(snooze(u"2026-03-20T09:42:00-05:00"_s).error().code, ErrorCode::BadInput); // now
        QVERIFY(snooze(u"2026-03-27T08:00:00-05:00"_s));
        QCOMPARE(on.individuals().snoozedUntil, at(u"2026-03-27T08:00:00-05:00"_s));
        QVERIFY(snooze(u"2026-05-02T23:59:59-05:00"_s)); // the due day itself, in the incident's zone
        QCOMPARE(snooze(u"2026-05-03T00:00:00-05:00"_s).error().code, ErrorCode::BadInput);
        on.store.clock().set(at(u"2026-05-04T12:00:00-05:00"_s)); // late: a day at a time
        QVERIFY(snooze(u"2026-05-05T12:00:00-05:00"_s));
        QCOMPARE(snooze(u"2026-05-05T12:00:01-05:00"_s).error().code, ErrorCode::BadInput);
        QVERIFY(on.store.submit(SnoozeReminders{{duty}, std::nullopt}));
        QVERIFY(!on.individuals().snoozedUntil);
    }

    void letsCounselsDateCountAndKeepsTheComputedOneBesideIt()
    {
        OwedCase on;
        QCOMPARE(on.overrideTo(QDate(2026, 4, 20), u" "_s).error().code, ErrorCode::BadInput);
        QCOMPARE(on.overrideTo({}).error().code, ErrorCode::BadInput);
        QCOMPARE(on.overrideTo(QDate(2026, 5, 2)).error().code, ErrorCode::Conflict); // the computed one
        QVERIFY(on.overrideTo(QDate(2026, 4, 20)));
        const ObligationRecord record = on.individuals();
        QCOMPARE(record.due().date, QDate(2026, 4, 20));
        QCOMPARE(record.duty.due.date, QDate(2026, 5, 2));
        QCOMPARE(record.overridden->computedThen.date, QDate(2026, 5, 2));
        QCOMPARE(record.overridden->byName, u"Ada"_s);
        QCOMPARE(record.overridden->at.msecs(), on.store.clock().now().msecs());
        QVERIFY(!record.overridden->computedMoved);
        QCOMPARE(on.lastEntry().before, (QJsonObject{{u"computed"_s, u"2026-05-02"_s}}));
        QCOMPARE(on.lastEntry().after,
                 (QJsonObject{{u"due"_s, u"2026-04-20"_s},
                              {u"computed"_s, u"2026-05-02"_s},
                              {u"reason"_s, u"Counsel's reading of the delay"_s}}));
        QCOMPARE(on.overrideTo(QDate(2026, 4, 20)).error().code, ErrorCode::Conflict); // nothing new
        QVERIFY(on.overrideTo(QDate(2026, 4, 20), u"Another reason"_s));
        QCOMPARE(on.store.ask(TimelineIds{on.incident, u"counsel"_s})->size(), 2);
    }

    void takesCounselsDateBack()
    {
        OwedCase on;
        const ObligationId duty = on.individuals().id;
        QCOMPARE(on.store.submit(LiftOverride{duty, u"None was set"_s}).error().code, ErrorCode::Conflict);
        QVERIFY(on.overrideTo(QDate(2026, 4, 20)));
        QCOMPARE(on.store.submit(LiftOverride{duty, {}}).error().code, ErrorCode::BadInput);
        QVERIFY(on.store.submit(LiftOverride{duty, u"The delay ended"_s}));
        QVERIFY(!on.individuals().overridden);
        QCOMPARE(on.individuals().due().date, QDate(2026, 5, 2));
        QCOMPARE(on.lastEntry().action, u"obligation.lift-override"_s);
        QCOMPARE(on.lastEntry().before.value(u"due"_s).toString(), u"2026-04-20"_s);
        QCOMPARE(on.lastEntry().after.value(u"computed"_s).toString(), u"2026-05-02"_s);
    }

    void flagsCounselsDateWhenTheComputedOneMoves()
    {
        OwedCase on;
        QVERIFY(on.overrideTo(QDate(2026, 4, 20)));
        QVERIFY(on.discover(QDate(2026, 3, 4)));
        QCOMPARE(on.individuals().duty.due.date, QDate(2026, 5, 3));
        QCOMPARE(on.individuals().due().date, QDate(2026, 4, 20));
        QVERIFY(on.individuals().overridden->computedMoved);
        QVERIFY(on.overrideTo(QDate(2026, 4, 20))); // counsel looked, and means it
        QVERIFY(!on.individuals().overridden->computedMoved);
        QVERIFY(on.discover(QDate(2026, 3, 3)));
        QVERIFY(on.individuals().overridden->computedMoved);
    }

    void keepsAnInstantThatCounselSets()
    {
        OwedCase on;
        const law::Due due{{}, at(u"2026-04-20T17:00:00-05:00"_s)};
        QVERIFY(on.store.submit(OverrideDueDate{on.individuals().id, due, u"By agreement"_s}));
        QCOMPARE(on.individuals().due().toIso(), u"2026-04-20T17:00:00-05:00"_s);
        QVERIFY(!on.individuals().isLate(at(u"2026-04-20T17:00:00-05:00"_s), {}));
        QVERIFY(on.individuals().isLate(at(u"2026-04-20T17:00:01-05:00"_s), {}));
    }

    void setsNoDateForWhatIsNotOwed()
    {
        OwedCase on;
        const auto all = on.store.ask(ObligationsQuery{on.incident}).value();
        const auto notOwed = std::find_if(all.begin(), all.end(), [](const ObligationRecord &each) {
            return each.standing == ObligationRecord::Standing::NotOwed;
        });
        QVERIFY(notOwed != all.end());
        const auto set = on.store.submit(OverrideDueDate{notOwed->id, {QDate(2026, 4, 20), {}}, u"r"_s});
        QCOMPARE(set.error().code, ErrorCode::Conflict);
    }

    void countsADateAsLateOnceItsDayHasEndedWhereTheIncidentIs()
    {
        OwedCase on;
        const ObligationRecord record = on.individuals();
        const QByteArray chicago("America/Chicago");
        QVERIFY(!record.isLate(at(u"2026-05-02T23:59:59-05:00"_s), chicago));
        QVERIFY(record.isLate(at(u"2026-05-03T00:00:00-05:00"_s), chicago));
        QVERIFY(!record.isLate(at(u"2026-05-03T04:00:00Z"_s), chicago)); // still the evening there
        QVERIFY(record.isLate(at(u"2026-05-03T00:00:00Z"_s), {})); // without a zone: that of now
        ObligationRecord done = record;
        done.state = WorkState::Done;
        QVERIFY(!done.isLate(at(u"2026-06-01T00:00:00Z"_s), chicago));
    }

    void ordersTheNextDatesByTheDateThatCounts()
    {
        OwedCase on;
        const Instant now = on.store.clock().now();
        const auto first = [&](const Instant &moment) { return on.store.ask(NextDates{{}, moment}).value().first(); };
        const QString before = first(now).record.duty.recipient;
        const QString other = before == u"individuals"_s ? u"HHS"_s : u"individuals"_s;
        QVERIFY(on.store.submit(OverrideDueDate{on.find(other).id, {QDate(2026, 3, 25), {}}, u"r"_s}));
        QCOMPARE(first(now).record.duty.recipient, other);
        QCOMPARE(first(now).reference, u"2026-001"_s);
        QVERIFY(!first(now).late);
        QVERIFY(first(at(u"2026-03-26T12:00:00-05:00"_s)).late);
        on.store.clock().set(at(u"2026-03-26T12:00:00-05:00"_s));
        QVERIFY(on.store.submit(
            CompleteObligation{on.find(other).id, {u"other"_s, u"Handed over in person"_s, QDate(2026, 3, 25)}}));
        QVERIFY(first(now).record.duty.recipient != other);
        QVERIFY(on.store.submit(AddRegisterRecord{on.incident,
                                                  u"root-cause"_s,
                                                  {{u"group"_s, u"Storage"_s},
                                                   {u"problem"_s, u"Open to all"_s},
                                                   {u"whys"_s, u"a\nb\nc\nd\ne"_s},
                                                   {u"cause"_s, u"No guard"_s},
                                                   {u"correction"_s, u"A guard"_s}}}));
        QVERIFY(on.store.submit(SetIncidentStatus{on.incident, IncidentStatus::Closed, {}}));
        QVERIFY(on.store.ask(NextDates{{}, now})->isEmpty());
        QVERIFY(!on.store.ask(NextDates{on.incident, now})->isEmpty());
    }

    void knowsTheKindsOfProof()
    {
        OwedCase on;
        const ObligationId duty = on.find(u"HHS"_s).id;
        for (const QString &kind : proofKinds()) {
            QVERIFY2(on.store.submit(CompleteObligation{duty, {kind, u"HHS-1"_s, QDate(2026, 3, 19)}}),
                     qPrintable(kind));
            QCOMPARE(on.find(u"HHS"_s).proof->kind, kind);
        }
        QVERIFY(!on.store.submit(CompleteObligation{duty, {u"rumour"_s, u"HHS-1"_s, QDate(2026, 3, 19)}}));
        QCOMPARE(proofKindName(u"portal-number"_s), u"Portal number"_s);
    }

    void keepsNoticesThatWereProvedWhenFactsComeWithoutThem()
    {
        OwedCase on;
        const Proof proof{u"portal-number"_s, u"HHS-1"_s, QDate(2026, 3, 19)};
        QVERIFY(on.store.submit(CompleteObligation{on.find(u"HHS"_s).id, proof}));
        SetFacts fromFile{on.incident, CaseFixture::facts(), u"Two more people"_s};
        fromFile.facts.residents->insert(u"TX"_s, 602);
        QVERIFY(on.store.submit(fromFile));
        const auto facts = on.store.ask(CurrentFacts{on.incident})->facts;
        QCOMPARE(facts.residents->value(u"TX"_s), 602);
        QCOMPARE(facts.done.value(u"HHS"_s).date, QDate(2026, 3, 19));
        // A file that names the recipient is taken at its word.
        fromFile.facts.done.insert(u"HHS"_s, law::Moment{QDate(2026, 3, 18), {}});
        QVERIFY(on.store.submit(fromFile));
        QCOMPARE(on.store.ask(CurrentFacts{on.incident})->facts.done.value(u"HHS"_s).date, QDate(2026, 3, 18));
        // And one that says nothing else than what is in force changes nothing.
        fromFile.facts.done.clear();
        QCOMPARE(on.store.submit(fromFile).error().code, ErrorCode::Conflict);
    }

    void tellsWhichObligationChanged()
    {
        OwedCase on;
        const ObligationId duty = on.individuals().id;
        QSignalSpy spy(&on.store.file(), &CaseFile::changed);
        QVERIFY(on.overrideTo(QDate(2026, 4, 20)));
        QVERIFY(spy.wait());
        QCOMPARE(spy.last().first().value<ChangeSet>().ids(Kind::Obligation), QSet<qint64>{duty.value});
    }
};

QTEST_GUILESS_MAIN(TestCaseworkObligations)
#include "tst_casework_obligations.moc"
