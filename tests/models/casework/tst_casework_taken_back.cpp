// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/notice.h"
#include "casework/obligation_plan.h"
#include "casework/people.h"
#include "casework/timeline.h"

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

namespace {

/// A store with one incident at 20 March 2026. Ada is legal counsel, who may do all that is taken back here.
struct Work
{
    Work() : store(Role::LegalCounsel), incident(store.incident()) { }

    ObligationRecord find(const QString &recipient)
    {
        const auto all = store.ask(ObligationsQuery{incident}).value();
        return *std::find_if(all.begin(), all.end(),
                             [&](const ObligationRecord &each) { return each.duty.recipient == recipient; });
    }
    ObligationId hhs() { return find(u"HHS"_s).id; }
    /// What people recorded about each obligation.
    QStringList recorded()
    {
        QStringList lines;
        const auto all = store.ask(ObligationsQuery{incident}).value();
        for (const ObligationRecord &each : all) {
            lines << QStringList{QString::number(each.id.value),
                                 workStateToken(each.state),
                                 each.ownerName,
                                 each.target.toString(Qt::ISODate),
                                 each.due().toIso(),
                                 each.overridden ? each.overridden->reason : QString(),
                                 each.snoozedUntil ? each.snoozedUntil->toIso() : QString()}
                         .join(u'\t');
        }
        return lines;
    }
    Result<Undone> undo(std::optional<Kind> kind = {}) { return store.file().undo({kind, 0}).result(); }
    LedgerRow lastEntry() { return store.ask(LedgerRows())->first(); }
    QList<TimelineEntry> timeline()
    {
        TimelineIds ids;
        ids.incident = incident;
        ids.oldestFirst = true;
        ids.chronologyOnly = true;
        return store.ask(TimelineEntries{store.ask(ids).value()}).value();
    }
    Result<Receipt> complete(const QString &recipient, const QString &text = u"HHS-123"_s)
    {
        return store.submit(CompleteObligation{find(recipient).id, {u"portal-number"_s, text, QDate(2026, 3, 19)}});
    }

    CaseFixture store;
    IncidentId incident;
};

} // namespace

/// What was recorded about obligations, notices and the roster, and then taken back: nothing goes, everything says so.
class TestCaseworkTakenBack : public QObject
{
    Q_OBJECT

private:
    static Result<Receipt> act(Work &on, const QByteArray &how)
    {
        const PersonId me = on.store.file().actor().id;
        if (how == "owner")
            return on.store.submit(AssignObligation{on.hhs(), me});
        if (how == "target")
            return on.store.submit(SetObligationTarget{on.hhs(), QDate(2026, 4, 1)});
        if (how == "state")
            return on.store.submit(SetObligationState{on.hhs(), WorkState::InReview, me});
        if (how == "counsel")
            return on.store.submit(OverrideDueDate{on.hhs(), {QDate(2026, 4, 10), {}}, u"Agreed"_s});
        return on.store.submit(SnoozeReminders{{on.hhs(), on.find(u"individuals"_s).id},
                                               Instant::parse(u"2026-03-25T08:00:00-05:00"_s).value()});
    }

private Q_SLOTS:
    void asksWhyACompletedNoticeIsTakenBack()
    {
        Work on;
        QVERIFY(on.complete(u"HHS"_s));
        const auto refused = on.store.submit(SetObligationState{on.hhs(), WorkState::Ready, {}});
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QCOMPARE(on.find(u"HHS"_s).state, WorkState::Done);
        // Between other states nothing has to be said.
        QVERIFY(on.store.submit(SetObligationState{on.find(u"individuals"_s).id, WorkState::Ready, {}}));
        QVERIFY(on.store.submit(SetObligationState{on.find(u"individuals"_s).id, WorkState::Drafting, {}}));
    }

    void correctsTheTimelineWhenACompletedNoticeIsTakenBack()
    {
        Work on;
        QVERIFY(on.complete(u"HHS"_s));
        const TimelineEntry given = on.timeline().last();
        QCOMPARE(given.text, u"Notice given to HHS on 2026-03-19; proof: HHS-123"_s);
        QVERIFY(on.store.submit(SetObligationState{on.hhs(), WorkState::Ready, {}, u"The portal lost it."_s}));
        const QList<TimelineEntry> now = on.timeline();
        QCOMPARE(now.last().text,
                 u"Taken back: Notice given to HHS on 2026-03-19; proof: HHS-123. Reason: The portal lost it."_s);
        QCOMPARE(now.last().supersedes, given.id);
        QCOMPARE(now.last().source, EntrySource::System);
        QCOMPARE(now.at(now.size() - 2).supersededBy, now.last().id);
        QVERIFY(!on.store.ask(CurrentFacts{on.incident})->facts.done.contains(u"HHS"_s));
        QVERIFY(!on.find(u"HHS"_s).proof);
        QCOMPARE(on.lastEntry().before.value(u"text"_s).toString(), u"HHS-123"_s);
        QCOMPARE(on.lastEntry().after.value(u"reason"_s).toString(), u"The portal lost it."_s);
        // Given again, the new entry stands for itself.
        QVERIFY(on.complete(u"HHS"_s, u"HHS-124"_s));
        QVERIFY(!on.timeline().last().supersedes);
    }

    void keepsTheCorrectionAsPrivilegedAsWhatItCorrects()
    {
        Work on;
        QVERIFY(on.complete(u"HHS"_s));
        QVERIFY(on.store.submit(FlagEntry{on.timeline().last().id, false, true}));
        QVERIFY(on.store.submit(SetObligationState{on.hhs(), WorkState::Ready, {}, u"Lost"_s}));
        TimelineIds all;
        all.incident = on.incident;
        all.oldestFirst = true;
        const TimelineEntry correction = on.store.ask(TimelineEntries{on.store.ask(all).value()})->last();
        QVERIFY(correction.text.startsWith(u"Taken back"_s) && correction.supersedes);
        QVERIFY(correction.privileged);
        QVERIFY(on.timeline().last().id != correction.id); // it is no part of the chronology
    }

    void givesAnOpenDutyToNobodyWhoLeft()
    {
        Work on;
        QVERIFY(on.store.openAs(u"Max"_s)); // counsel adds and removes nobody
        QVERIFY(on.store.addPerson(u"Tom"_s, Role::TechnicalLead));
        QVERIFY(on.store.openAs(u"Ada"_s));
        const QList<Person> people = on.store.ask(PeopleQuery()).value();
        const Person tom
            = *std::find_if(people.begin(), people.end(), [](auto &each) { return each.name == u"Tom"_s; });
        QVERIFY(on.store.submit(AssignObligation{on.hhs(), tom.id}));
        QVERIFY(on.complete(u"HHS"_s));
        QVERIFY(on.store.openAs(u"Max"_s));
        QVERIFY(on.store.file().removePerson(tom.id).result());
        QVERIFY(on.store.openAs(u"Ada"_s));
        QVERIFY(on.store.submit(SetObligationState{on.hhs(), WorkState::Open, tom.id, u"Lost"_s}));
        QVERIFY(on.find(u"HHS"_s).owner.isNull());
        QCOMPARE(on.store.submit(SetObligationState{on.hhs(), WorkState::Ready, tom.id}).error().code,
                 ErrorCode::NotFound);
    }

    void replacesOneProofByAnother()
    {
        Work on;
        QVERIFY(on.complete(u"HHS"_s));
        const TimelineEntry first = on.timeline().last();
        QVERIFY(on.complete(u"HHS"_s, u"HHS-124"_s));
        QCOMPARE(on.timeline().last().supersedes, first.id);
        QCOMPARE(on.lastEntry().before.value(u"text"_s).toString(), u"HHS-123"_s);
    }

    void recordsWhatIsNotOwedOnlyWithAReason()
    {
        Work on;
        const ObligationRecord media = on.find(u"media:CA"_s);
        QCOMPARE(media.standing, ObligationRecord::Standing::NotOwed);
        CompleteObligation command{media.id, {u"statement"_s, u"Press release"_s, QDate(2026, 3, 19)}};
        const auto refused = on.store.submit(command);
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QVERIFY2(refused.error().message.contains(u"not owed"_s), qPrintable(refused.error().message));
        command.reason = u"Goodwill"_s;
        QVERIFY(on.store.submit(command));
        QCOMPARE(on.timeline().last().text,
                 u"Notice given to media:CA on 2026-03-19; proof: Press release. It was not owed: Goodwill"_s);
        const TimelineEntry given = on.timeline().last();
        QVERIFY(on.store.submit(SetObligationState{media.id, WorkState::Open, {}, u"Not sent"_s}));
        QCOMPARE(on.timeline().last().supersedes, given.id);
    }

    void undoesWorkOnAnObligation_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("owner") << u"HHS given to Ada"_s;
        QTest::newRow("target") << u"target of HHS set to 2026-04-01"_s;
        QTest::newRow("state") << u"HHS set to “In review”"_s;
        QTest::newRow("counsel") << u"counsel's date for HHS set to 2026-04-10"_s;
        QTest::newRow("silence") << u"reminders of 2 deadlines silenced"_s;
    }

    void undoesWorkOnAnObligation()
    {
        QFETCH(QString, what);
        Work on;
        const QStringList before = on.recorded();
        const auto receipt = act(on, QTest::currentDataTag());
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(receipt->undoable, what);
        QVERIFY(on.recorded() != before);
        const LedgerRow done = on.lastEntry();
        QVERIFY(on.undo(Kind::Obligation));
        QCOMPARE(on.recorded(), before);
        const LedgerRow back = on.lastEntry();
        QCOMPARE(back.action, done.action);
        QCOMPARE(back.before, done.after);
        QCOMPARE(back.after.value(u"undoes"_s).toInteger(), receipt->sequence);
        QCOMPARE(on.undo(Kind::Obligation).error().code, ErrorCode::NotFound); // not to and fro
    }

    void refusesToUndoWhatHasChangedSince()
    {
        Work on;
        const auto first = on.store.submit(SetObligationTarget{on.hhs(), QDate(2026, 4, 1)});
        QVERIFY(on.store.submit(SetObligationTarget{on.hhs(), QDate(2026, 4, 2)}));
        const auto refused = on.store.file().undo({Kind::Obligation, first->sequence}).result();
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(on.find(u"HHS"_s).target, QDate(2026, 4, 2));
    }

    void saysInANoteThatANoteIsTakenBack()
    {
        Work on;
        QVERIFY(on.store.submit(AddObligationNote{on.hhs(), u"Portal is down"_s}));
        QCOMPARE(on.undo()->what, u"note on HHS added"_s);
        const auto notes = on.find(u"HHS"_s).notes;
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes.last().text, u"Taken back: “Portal is down”"_s);
    }

    void bringsCounselsDateBackAndSaysSoOnTheTimeline()
    {
        Work on;
        QVERIFY(on.store.submit(OverrideDueDate{on.hhs(), {QDate(2026, 4, 10), {}}, u"Agreed"_s}));
        const auto set = on.find(u"HHS"_s).overridden;
        QVERIFY(on.store.submit(LiftOverride{on.hhs(), u"Over"_s}));
        QVERIFY(on.undo());
        QCOMPARE(on.find(u"HHS"_s).overridden, set);
        QCOMPARE(on.timeline().last().text, u"Counsel's date 2026-04-10 for HHS counts again"_s);
        QVERIFY(on.undo());
        QVERIFY(!on.find(u"HHS"_s).overridden);
        QCOMPARE(on.timeline().last().text,
                 u"Counsel's date 2026-04-10 for HHS was taken back; 2026-05-02 counts again"_s);
    }

    void recordsACompletionAgainThatWasTakenBack()
    {
        Work on;
        QVERIFY(on.complete(u"HHS"_s));
        const auto proof = on.find(u"HHS"_s).proof;
        QVERIFY(on.store.submit(SetObligationState{on.hhs(), WorkState::Ready, {}, u"By mistake"_s}));
        QVERIFY(on.undo());
        QCOMPARE(on.find(u"HHS"_s).proof, proof);
        QVERIFY(on.store.ask(CurrentFacts{on.incident})->facts.done.contains(u"HHS"_s));
        QCOMPARE(on.timeline().last().text, u"Notice given to HHS on 2026-03-19; proof: HHS-123"_s);
    }

    // A completion is proof; it is taken back with a reason, or not at all.
    void doesNotOfferToUndoACompletion()
    {
        Work on;
        QVERIFY(on.complete(u"HHS"_s)->undoable.isEmpty());
        QCOMPARE(on.undo().error().code, ErrorCode::NotFound);
    }

    void takesNoticesBackAsFarAsNobodyApprovedThem()
    {
        Work on;
        const auto letter = [&] { return on.store.ask(NoticeByKey{on.incident, u"individual-en"_s}).value(); };
        const QMap<QString, QString> words{{u"what_happened"_s, u"A file was open."_s}};
        QVERIFY(on.store.submit(EditNotice{letter().id, words}));
        QVERIFY(on.store.submit(SubmitNotice{letter().id}));
        QCOMPARE(on.undo(Kind::Notice)->what, u"“Individuals, English” sent to review"_s);
        QCOMPARE(letter().status, NoticeStatus::Draft);
        QCOMPARE(on.undo(Kind::Notice)->what, u"words of “Individuals, English” changed"_s);
        QVERIFY(letter().fields.isEmpty());
        QCOMPARE(letter().version, 3); // the old words are a version of their own

        QVERIFY(on.store.openAs(u"Max"_s)); // nobody approves what they wrote
        QVERIFY(on.store.submit(SubmitNotice{letter().id}));
        QVERIFY(on.store.submit(ApproveNotice{letter().id, u"pin"_s, {}})->undoable.isEmpty());
        QCOMPARE(on.undo(Kind::Notice).error().code, ErrorCode::Conflict);
        QCOMPARE(letter().status, NoticeStatus::Approved);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkTakenBack)
#include "tst_casework_taken_back.moc"
