// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/facts_record.h"
#include "casework/obligation.h"
#include "casework/roster.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

namespace {

Recipient person(int number, const QString &hash = u"h"_s)
{
    Recipient person;
    person.key = u"key-%1"_s.arg(number, 4, 10, '0'_L1);
    person.recipientId = u"R%1"_s.arg(number);
    person.rowHash = hash + QString::number(number);
    person.line = number + 1;
    person.firstName = u"First%1"_s.arg(number);
    person.lastName = u"Last"_s;
    person.addressLines = QStringList{u"1 Main St"_s};
    person.city = u"Austin"_s;
    person.state = person.residence = u"TX"_s;
    person.postalCode = u"73301"_s;
    person.country = u"US"_s;
    person.language = u"en"_s;
    person.status = u"adult"_s;
    person.dataElements = QStringList{u"name"_s};
    return person;
}

QList<Recipient> people(int count)
{
    QList<Recipient> list;
    for (int n = 1; n <= count; ++n)
        list << person(n);
    return list;
}

} // namespace

class TestCaseworkRoster : public QObject
{
    Q_OBJECT

private:
    static Result<Receipt> import(CaseFixture &store, IncidentId incident, const QList<Recipient> &rows,
                                  const QString &sha256)
    {
        const auto staged = store.file().stage({incident, rows, true}).result();
        if (!staged)
            return forward(staged);
        return store.submit(AcceptStaged{incident, u"roster.csv"_s, sha256, {}});
    }

    static QList<Recipient> recipients(CaseFixture &store, IncidentId incident)
    {
        return store.ask(RecipientsById{store.ask(RecipientIds{incident}).value()}).value();
    }

    static std::optional<ObligationRecord> substitute(CaseFixture &store, IncidentId incident)
    {
        const auto all = store.ask(ObligationsQuery{incident}).value();
        const auto found = std::find_if(all.begin(), all.end(), [](const ObligationRecord &each) {
            return each.duty.recipient == u"substitute"_s && each.standing == ObligationRecord::Standing::Owed;
        });
        return found == all.end() ? std::nullopt : std::optional(*found);
    }

private Q_SLOTS:
    void keepsStagedRowsOutOfTheCaseUntilTheyAreAccepted()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const qint64 before = store.ask(LedgerHeadQuery())->count;
        QVERIFY(store.file().stage({incident, people(3), true}).result());
        QCOMPARE(store.ask(StagedEffect{incident})->added, 3);
        QCOMPARE(store.ask(RosterTotalsQuery{incident})->people, 0);
        QVERIFY(store.ask(RecipientIds{incident})->isEmpty());
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before);
        QVERIFY(store.submit(AcceptStaged{incident, u"r.csv"_s, u"aa"_s, {}}));
        QCOMPARE(store.ask(RosterTotalsQuery{incident})->people, 3);
        QCOMPARE(store.ask(StagedEffect{incident})->added, 0);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before + 1);
    }

    void clearsWhatAnInterruptedImportLeft()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.file().stage({incident, people(5), true}).result());
        QVERIFY(store.file().stage({incident, people(2), true}).result());
        QCOMPARE(store.ask(StagedEffect{incident})->added, 2);
        QVERIFY(store.openAs(u"Ada"_s));
        QCOMPARE(store.ask(StagedEffect{incident})->added, 0);
    }

    void stagesABatchWholeOrNotAtAll()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QList<Recipient> rows = people(3);
        rows << person(1);
        QVERIFY(!store.file().stage({incident, rows, true}).result());
        QCOMPARE(store.ask(StagedEffect{incident})->added, 0);
        QVERIFY(!store.file().stage({{999}, people(1), true}).result());
    }

    void changesNothingForTheSameFile()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(import(store, incident, people(3), u"aa"_s));
        const qint64 before = store.ask(LedgerHeadQuery())->count;
        QVERIFY(store.ask(RosterFileKnown{incident, u"aa"_s}).value());
        QCOMPARE(import(store, incident, people(4), u"aa"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before);
        QCOMPARE(store.ask(RosterTotalsQuery{incident})->people, 3);
        QCOMPARE(store.ask(RostersQuery{incident})->size(), 1);
    }

    void countsAndKeepsWhatALaterFileChanges()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QList<Recipient> rows = people(3);
        for (Recipient &row : rows)
            row.standing = Standing::Undecided;
        QVERIFY(import(store, incident, rows, u"aa"_s));
        QList<RecipientId> ids = store.ask(RecipientIds{incident}).value();
        QVERIFY(store.submit(DecideRecipients{ids, Standing::Excluded, u"Not ours"_s}));
        rows.removeLast(); // is not named any more
        rows[0] = person(1, u"new"_s); // other words
        rows << person(4);
        QVERIFY(import(store, incident, rows, u"bb"_s));
        const Roster second = store.ask(RostersQuery{incident})->first();
        QCOMPARE(second.revision, 2);
        QCOMPARE(second.added, 1);
        QCOMPARE(second.changed, 1);
        QCOMPARE(second.unchanged, 1);
        const QList<Recipient> after = recipients(store, incident);
        QCOMPARE(after.size(), 4);
        QCOMPARE(after.at(0).standing, Standing::Included); // changed: to be looked at anew
        QVERIFY(after.at(0).decision.isEmpty());
        QCOMPARE(after.at(1).standing, Standing::Excluded); // unchanged: what was decided holds
        QCOMPARE(after.at(1).decision, u"Not ours"_s);
        QCOMPARE(after.at(2).standing, Standing::Excluded); // not named, and not dropped
        QCOMPARE(after.at(3).standing, Standing::Included);
        QCOMPARE(after.at(1).id, ids.at(1));
    }

    void demandsAReasonForADecision()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(import(store, incident, people(2), u"aa"_s));
        const QList<RecipientId> ids = store.ask(RecipientIds{incident}).value();
        QCOMPARE(store.submit(DecideRecipients{ids, Standing::Excluded, u" "_s}).error().code, ErrorCode::BadInput);
        QCOMPARE(store.submit(DecideRecipients{{}, Standing::Excluded, u"why"_s}).error().code, ErrorCode::BadInput);
        QCOMPARE(store.submit(DecideRecipients{ids, Standing::Undecided, u"why"_s}).error().code, ErrorCode::BadInput);
        QCOMPARE(store.submit(DecideRecipients{{{999}}, Standing::Excluded, u"why"_s}).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(store.ask(RosterTotalsQuery{incident})->excluded, 0);
    }

    void takesADecisionBack()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QList<Recipient> rows = people(3);
        rows[0].standing = Standing::Undecided;
        QVERIFY(import(store, incident, rows, u"aa"_s));
        const QList<RecipientId> ids = store.ask(RecipientIds{incident}).value();
        QVERIFY(store.submit(DecideRecipients{{ids.at(2)}, Standing::Excluded, u"Not ours"_s}));
        const auto decided = store.submit(DecideRecipients{ids, Standing::Excluded, u"All duplicates"_s});
        QCOMPARE(decided->undoable, u"3 people excluded"_s);
        QVERIFY(store.file().undo({Kind::Recipient, 0}).result());
        const QList<Recipient> after = recipients(store, incident);
        QCOMPARE(after.at(0).standing, Standing::Undecided);
        QCOMPARE(after.at(1).standing, Standing::Included);
        QCOMPARE(after.at(2).standing, Standing::Excluded);
        QCOMPARE(after.at(2).decision, u"Not ours"_s);
        QVERIFY(after.at(0).decision.isEmpty());
        QCOMPARE(store.ask(LedgerRows())->first().after.value(u"undoes"_s).toInteger(), decided->sequence);
        // Step by step further back.
        QVERIFY(store.submit(DecideRecipients{{ids.at(2)}, Standing::Included, u"Ours after all"_s}));
        QVERIFY(store.file().undo({Kind::Recipient, 0}).result());
        QVERIFY(store.file().undo({Kind::Recipient, 0}).result());
        QVERIFY(recipients(store, incident).at(2).decision.isEmpty());
    }

    void countsPeopleOnceAndThoseUndecidedToo()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QList<Recipient> rows = people(6);
        rows[0].standing = Standing::Undecided;
        rows[1].repeats = true;
        rows[2].residence = u"CA"_s;
        rows[3].residence.clear();
        rows[4].reachable = false;
        QVERIFY(import(store, incident, rows, u"aa"_s));
        const auto ids = store.ask(RecipientIds{incident});
        QVERIFY(store.submit(DecideRecipients{{ids->at(5)}, Standing::Excluded, u"Not ours"_s}));
        const RosterTotals totals = store.ask(RosterTotalsQuery{incident}).value();
        QCOMPARE(totals.people, 4);
        QCOMPARE(totals.undecided, 1);
        QCOMPARE(totals.excluded, 1);
        QCOMPARE(totals.withoutAddress, 1);
        QCOMPARE(totals.elsewhere, 1);
        QCOMPARE(totals.residents, (std::map<QString, qint64>{{u"CA"_s, 1}, {u"TX"_s, 2}}));
    }

    void putsResidentsIntoTheFactsOnlyWhenAccepted()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QCOMPARE(store.submit(AcceptResidents{incident}).error().code, ErrorCode::Conflict); // no roster yet
        QVERIFY(import(store, incident, people(7), u"aa"_s));
        QCOMPARE(store.ask(CurrentFacts{incident})->facts.residents->value(u"TX"_s), 600);
        QVERIFY(store.submit(AcceptResidents{incident}));
        const FactsRevision facts = store.ask(CurrentFacts{incident}).value();
        QCOMPARE(facts.revision, 2);
        QCOMPARE(*facts.facts.residents, (QMap<QString, qint64>{{u"TX"_s, 7}}));
        QVERIFY(facts.reason.contains(u"roster revision 1"_s));
        QCOMPARE(store.submit(AcceptResidents{incident}).error().code, ErrorCode::Conflict);
    }

    void turnsOnTheSubstituteNoticeAtTenUnreachablePeople_data()
    {
        QTest::addColumn<int>("unreachable");
        QTest::addColumn<QString>("rule");
        QTest::newRow("nobody") << 0 << QString();
        QTest::newRow("nine") << 9 << u"hipaa/substitute-few"_s;
        QTest::newRow("ten") << 10 << u"hipaa/substitute-many"_s;
        QTest::newRow("eleven") << 11 << u"hipaa/substitute-many"_s;
    }

    void turnsOnTheSubstituteNoticeAtTenUnreachablePeople()
    {
        QFETCH(const int, unreachable);
        QFETCH(const QString, rule);
        CaseFixture store;
        const IncidentId incident = store.incident();
        QList<Recipient> rows = people(20);
        for (int n = 0; n < unreachable; ++n)
            rows[n].reachable = false;
        QVERIFY(import(store, incident, rows, u"aa"_s));
        QVERIFY(store.submit(AcceptResidents{incident}));
        const auto duty = substitute(store, incident);
        QCOMPARE(duty ? duty->duty.rule : QString(), rule);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkRoster)
#include "tst_casework_roster.moc"
