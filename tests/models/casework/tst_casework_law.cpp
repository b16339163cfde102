// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/casework/other_rules.h"
#include "models/casework/raw_store.h"

#include "casework/annual_log.h"
#include "casework/facts_proposal.h"
#include "casework/obligation_plan.h"
#include "casework/rule_import.h"
#include "casework/timeline.h"
#include "core/text.h"

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;
using tocsin::test::hipaaWith;
using tocsin::test::openRaw;

namespace {

ObligationRecord individuals(CaseFixture &store, IncidentId incident)
{
    const auto all = store.ask(ObligationsQuery{incident}).value();
    return *std::find_if(all.begin(), all.end(),
                         [](const ObligationRecord &each) { return each.duty.rule == u"hipaa/individuals"_s; });
}

/// The facts in force with another day of discovery, as Ada sets them.
SetFacts discoveredOn(CaseFixture &store, IncidentId incident, QDate day)
{
    SetFacts change{incident, store.ask(CurrentFacts{incident})->facts, u"A log shows it"_s};
    change.facts.discovered = law::Moment{day, {}};
    return change;
}

law::Facts few(qint64 people)
{
    law::Facts facts = CaseFixture::facts();
    facts.residents = QMap<QString, qint64>{{u"TX"_s, people}};
    return facts;
}

IncidentId make(CaseFixture &store, const QString &title, const law::Facts &facts)
{
    CreateIncident command;
    command.title = title;
    command.facts = facts;
    command.story.summary = u"=HYPERLINK(\"x\")"_s;
    return {store.submit(command)->id};
}

} // namespace

class TestCaseworkLaw : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesNoDateUntilCounselAcknowledges()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.addPerson(u"Lee"_s, Role::LegalCounsel));
        const SetFacts change = discoveredOn(store, incident, QDate(2026, 3, 4));
        const auto preview = store.ask(PreviewFacts{incident, change.facts});
        QVERIFY(preview->movesDiscovery && preview->awaitsCounsel);
        const auto receipt = store.submit(change);
        QVERIFY(receipt && receipt->held);
        QCOMPARE(store.ask(CurrentFacts{incident})->revision, 1);
        QCOMPARE(individuals(store, incident).duty.due.date, QDate(2026, 5, 2));
        const auto pending = store.ask(PendingProposals{});
        QCOMPARE(pending->size(), 1);
        QCOMPARE(pending->first().proposedByName, u"Ada"_s);
        QCOMPARE(pending->first().reason, u"A log shows it"_s);
        const AcknowledgeDiscovery acknowledge{pending->first().id, u"Agreed"_s};
        QCOMPARE(store.submit(acknowledge).error().code, ErrorCode::NotAllowed);

        QVERIFY(store.openAs(u"Lee"_s));
        QCOMPARE(store.ask(PreviewProposal{acknowledge.proposal})->changes, preview->changes);
        const auto acknowledged = store.submit(acknowledge);
        QVERIFY(acknowledged && !acknowledged->held);
        QCOMPARE(individuals(store, incident).duty.due.date, QDate(2026, 5, 3));
        QVERIFY(store.ask(PendingProposals{})->isEmpty());
        QCOMPARE(store.submit(acknowledge).error().code, ErrorCode::Conflict);
        const auto entries = store.ask(LedgerRows());
        QCOMPARE(entries->at(0).action, u"facts.acknowledge"_s);
        QCOMPARE(entries->at(0).actorName, u"Lee"_s);
        QCOMPARE(entries->at(0).before.value(u"discovered"_s).toString(), u"2026-03-03"_s);
        QCOMPARE(entries->at(0).after.value(u"facts"_s)[u"discovered"_s].toString(), u"2026-03-04"_s);
    }

    void declinesAndKeepsCounselsReasonsOutOfTheChronology()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.addPerson(u"Lee"_s, Role::LegalCounsel));
        QVERIFY(store.submit(discoveredOn(store, incident, QDate(2026, 3, 4))));
        const FactsProposalId proposal = store.ask(PendingProposals{incident})->first().id;
        QVERIFY(store.openAs(u"Lee"_s));
        QCOMPARE(store.submit(DeclineDiscovery{proposal, {}}).error().code, ErrorCode::BadInput);
        QVERIFY(store.submit(DeclineDiscovery{proposal, u"Nobody knew yet"_s}));
        const auto declined = store.ask(LedgerRows())->first();
        QCOMPARE(declined.action, u"facts.decline"_s);
        QCOMPARE(declined.after.value(u"state"_s).toString(), u"declined"_s);
        QCOMPARE(declined.after.value(u"reason"_s).toString(), u"Nobody knew yet"_s);
        QVERIFY(store.ask(PendingProposals{})->isEmpty());
        QCOMPARE(store.ask(CurrentFacts{incident})->revision, 1);
        QVERIFY(store.ask(TimelineIds{incident, u"Nobody knew"_s})->isEmpty());
        QCOMPARE(store.submit(AcknowledgeDiscovery{proposal, {}}).error().code, ErrorCode::Conflict);
    }

    void asksCounselOnlyAboutTheDayOfDiscovery_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<bool>("held");
        const QByteArray plain = R"("timezone":"America/Chicago","discovered":"2026-03-03","residents":{"TX":600})";
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after, bool held) {
            QTest::newRow(name) << R"({"entity":"covered-entity",)" + before + '}'
                                << R"({"entity":"covered-entity",)" + after + '}' << held;
        };
        row("number of people", plain, QByteArray(plain).replace("600", "601"), false);
        row("the day", plain, QByteArray(plain).replace("03-03", "03-04"), true);
        row("the day goes", plain, QByteArray(plain).replace(R"("discovered":"2026-03-03",)", ""), true);
        row("who knew", plain, plain + R"(,"known":[{"by":"workforce","on":"2026-03-03"}])", true);
        row("the first day that is known", R"("residents":{"TX":600})", plain, false);
        const QByteArray late = QByteArray(plain).replace("2026-03-03", "2026-03-03T23:30:00-06:00");
        row("the zone in which the day is counted", late, QByteArray(late).replace("Chicago", "New_York"), true);
    }

    void asksCounselOnlyAboutTheDayOfDiscovery()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const bool, held);
        CaseFixture store;
        const IncidentId incident = make(store, u"An incident"_s, law::parseFacts(before, u"before"_s).value());
        const auto receipt = store.submit(SetFacts{incident, law::parseFacts(after, u"after"_s).value(), u"r"_s});
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(receipt->held, held);
    }

    void takesCounselsOwnChangeAsAcknowledged()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.addPerson(u"Lee"_s, Role::LegalCounsel));
        QVERIFY(store.submit(discoveredOn(store, incident, QDate(2026, 3, 4))));
        QVERIFY(store.openAs(u"Lee"_s));
        const auto receipt = store.submit(discoveredOn(store, incident, QDate(2026, 3, 5)));
        QVERIFY(receipt && !receipt->held);
        QCOMPARE(individuals(store, incident).duty.due.date, QDate(2026, 5, 4));
        QVERIFY(store.ask(PendingProposals{})->isEmpty());
    }

    void keepsOneProposalAndWhatChangedMeanwhile()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.addPerson(u"Lee"_s, Role::LegalCounsel));
        QVERIFY(store.submit(discoveredOn(store, incident, QDate(2026, 3, 5))));
        SetFacts proposed = discoveredOn(store, incident, QDate(2026, 3, 4));
        proposed.facts.residents->insert(u"CA"_s, 21);
        QVERIFY(store.submit(proposed));
        QCOMPARE(store.ask(PendingProposals{incident})->size(), 1);
        QCOMPARE(store.ask(PendingProposals{incident})->first().number, 2);
        SetFacts meanwhile{incident, CaseFixture::facts(), u"Two more"_s};
        meanwhile.facts.residents->insert(u"TX"_s, 602);
        QVERIFY(!store.submit(meanwhile)->held);
        const FactsProposalId proposal = store.ask(PendingProposals{incident})->first().id;
        QVERIFY(store.openAs(u"Lee"_s));
        QVERIFY(store.submit(AcknowledgeDiscovery{proposal, {}}));
        const auto facts = store.ask(CurrentFacts{incident})->facts;
        QCOMPARE(facts.discovered->date, QDate(2026, 3, 4));
        QCOMPARE(facts.residents->value(u"TX"_s), 602);
        QCOMPARE(facts.residents->value(u"CA"_s), 21);
    }

    void refusesAProposalThatOthersOvertook()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.addPerson(u"Lee"_s, Role::LegalCounsel));
        SetFacts proposed = discoveredOn(store, incident, QDate(2026, 3, 4));
        proposed.facts.residents->insert(u"TX"_s, 700);
        QVERIFY(store.submit(proposed));
        SetFacts meanwhile{incident, CaseFixture::facts(), u"Two more"_s};
        meanwhile.facts.residents->insert(u"TX"_s, 602);
        QVERIFY(store.submit(meanwhile));
        QVERIFY(store.openAs(u"Lee"_s));
        const auto refused = store.submit(AcknowledgeDiscovery{store.ask(PendingProposals{incident})->first().id, {}});
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().message.contains(u"residents.TX"_s), qPrintable(refused.error().message));
        QCOMPARE(store.ask(CurrentFacts{incident})->revision, 2);
    }

    void pinsAnIncidentToThePacksOfTheProgram()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto packs = store.ask(IncidentLaw{incident});
        QStringList kept;
        for (const law::RulePack &each : *packs)
            kept << sha256Hex(each.bytes);
        QStringList own;
        for (const law::RulePack &each : store.file().packs())
            own << sha256Hex(each.bytes);
        QCOMPARE(kept, own);
        const auto infos = store.ask(RulePacksQuery());
        QCOMPARE(infos->size(), own.size());
        for (const RulePackInfo &each : *infos) {
            QVERIFY(each.ofProgram && each.available && !each.imported && !each.id.isNull());
            QCOMPARE(each.incidents, QStringList{u"2026-001"_s});
            QCOMPARE(each.keptByName, u"Ada"_s);
        }
    }

    void importsAPackWithoutMovingAnything()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const QByteArray bytes = hipaaWith(store, u"2026.12"_s, 50);
        QVERIFY(!store.ask(ComparePacks{incident, {}})->first().differs);
        const auto foreseen = store.ask(ComparePacks{{}, {{bytes, u"new.json"_s}}});
        QVERIFY2(foreseen, foreseen ? "" : qPrintable(foreseen.error().message));
        QVERIFY(store.submit(ImportRulePacks{{{bytes, u"new.json"_s}}, u"It was sent"_s}));
        QCOMPARE(individuals(store, incident).duty.due.date, QDate(2026, 5, 2));
        const auto comparison = store.ask(ComparePacks{{}, {}})->first();
        QVERIFY(comparison.differs);
        QCOMPARE(comparison.rules.size(), 1);
        QCOMPARE(comparison.rules.first().rule, u"hipaa/individuals"_s);
        QCOMPARE(comparison.rules.first().kind, law::RuleChange::Kind::Changed);
        QCOMPARE(
            comparison.rules.first().details,
            QStringList{u"The text in force from 2009-09-23, deadline: 60 days from the day of discovery becomes 50 "
                        "days from the day of discovery."_s});
        QVERIFY(std::any_of(comparison.dates.begin(), comparison.dates.end(), [](const law::DateChange &each) {
            return each.recipient == u"individuals"_s && each.days == -10;
        }));
        QCOMPARE(foreseen->first().dates, comparison.dates);
        QCOMPARE(foreseen->first().rules, comparison.rules);
    }

    void acceptsTheAvailablePacksForOneIncidentAtATime()
    {
        CaseFixture store;
        const IncidentId first = store.incident();
        const IncidentId second = store.incident();
        QVERIFY(store.submit(ImportRulePacks{{{hipaaWith(store, u"2026.12"_s, 50), u"new.json"_s}}, u"It was sent"_s}));
        QCOMPARE(store.submit(AcceptRulePacks{first, {}}).error().code, ErrorCode::BadInput);
        QVERIFY(store.submit(AcceptRulePacks{first, u"The rule changed"_s}));
        QCOMPARE(individuals(store, first).duty.due.date, QDate(2026, 4, 22));
        QCOMPARE(individuals(store, second).duty.due.date, QDate(2026, 5, 2));
        QVERIFY(store.ask(EvaluationQuery{first})->packs.contains(u"hipaa@2026.12"_s));
        QCOMPARE(store.submit(AcceptRulePacks{first, u"Again"_s}).error().code, ErrorCode::Conflict);
        const auto entry = store.ask(LedgerRows())->first();
        QCOMPARE(entry.action, u"law.accept"_s);
        QVERIFY(entry.before.value(u"packs"_s).toArray() != entry.after.value(u"packs"_s).toArray());
        QVERIFY(!entry.after.value(u"dates"_s).toArray().isEmpty());
        // Later facts are evaluated with the pinned ones, too.
        SetFacts change{second, few(650), u"Counted again"_s};
        QVERIFY(store.submit(change));
        QCOMPARE(individuals(store, second).duty.due.date, QDate(2026, 5, 2));
        // The packs of the incident outlive the session.
        QVERIFY(store.openAs(u"Ada"_s));
        QCOMPARE(individuals(store, first).duty.due.date, QDate(2026, 4, 22));
    }

    void refusesPacksThatBringNothingOrHideSomething_data()
    {
        QTest::addColumn<QString>("version");
        QTest::newRow("the program's own name") << QString();
        QTest::newRow("older") << u"2019.1"_s;
        QTest::newRow("older, though longer") << u"2026.2"_s;
    }

    void refusesPacksThatBringNothingOrHideSomething()
    {
        QFETCH(const QString, version);
        CaseFixture store;
        const auto &packs = store.file().packs();
        const auto hipaa
            = std::find_if(packs.begin(), packs.end(), [](const law::RulePack &each) { return each.id == u"hipaa"_s; });
        const QByteArray bytes = hipaaWith(store, version.isEmpty() ? hipaa->version : version, 50);
        for (const QByteArray &each : {bytes, hipaa->bytes}) {
            QCOMPARE(store.submit(ImportRulePacks{{{each, u"x.json"_s}}, u"It was sent"_s}).error().code,
                     ErrorCode::Conflict);
        }
    }

    void refusesWhatIsNoPackAndNamesTheFile()
    {
        CaseFixture store;
        const auto refused = store.submit(ImportRulePacks{{{"{}", u"mine.json"_s}}, u"It was sent"_s});
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QVERIFY(refused.error().message.contains(u"mine.json"_s));
        QCOMPARE(store.submit(ImportRulePacks{{{QByteArray((4 << 20) + 1, ' '), u"big.json"_s}}, u"It was sent"_s})
                     .error()
                     .code,
                 ErrorCode::BadInput);
        QCOMPARE(store.ask(ComparePacks{{}, {{"[]", u"mine.json"_s}}}).error().code, ErrorCode::BadInput);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, 1);
    }

    void letsAChosenFolderCountForASession()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto chosen = std::make_shared<const law::RulePacks>(
            law::RulePacks{law::parseRulePack(hipaaWith(store, u"2026.12"_s, 50), u"dir"_s).value()});
        store.close();
        {
            const auto file = CaseFile::unlock({store.path(), u"Ada"_s, CaseFixture::passphraseOf(u"Ada"_s), {}},
                                               {store.surroundings().clock, chosen, true});
            const auto evaluation = (*file)->ask(EvaluationQuery{incident}).result();
            QCOMPARE(evaluation->packs, QStringList{u"hipaa@2026.12"_s});
            QVERIFY((*file)->ask(ComparePacks{incident, {}}).result()->first().differs);
            // What is written stays with the incident's own.
            QVERIFY((*file)->submit(SetFacts{incident, few(650), u"Counted again"_s}).result());
            CreateIncident command;
            command.title = u"Made with the folder"_s;
            command.facts = CaseFixture::facts();
            QVERIFY((*file)->submit(command).result());
        }
        QVERIFY(store.openAs(u"Ada"_s));
        QCOMPARE(individuals(store, incident).duty.due.date, QDate(2026, 5, 2));
        const auto made = store.ask(IncidentByReference{u"2026-002"_s});
        QCOMPARE(individuals(store, made->id).duty.due.date, QDate(2026, 4, 22));
    }

    void saysWhichKeptPackCannotBeReadAndLetsOthersBeAccepted()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        {
            auto raw = openRaw(store);
            const QByteArray future = QByteArray("{\"format\":99}");
            vault::Statement change = std::move(
                raw->prepare(u"UPDATE rule_pack SET bytes = ?1, sha256 = ?2 WHERE pack = 'hipaa'"_s).value());
            QVERIFY(change.bindAll(qCompress(future), sha256Hex(future)).run());
        }
        QVERIFY(store.openAs(u"Ada"_s));
        const auto unread = store.ask(ObligationsQuery{incident});
        QCOMPARE(unread.error().code, ErrorCode::BadInput);
        QVERIFY(unread.error().message.contains(u"hipaa@"_s));
        QVERIFY(store.submit(AcceptRulePacks{incident, u"The kept rules cannot be read"_s}));
        QCOMPARE(individuals(store, incident).duty.due.date, QDate(2026, 5, 2));
    }

    void findsAKeptPackThatWasTamperedWith()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        {
            auto raw = openRaw(store);
            vault::Statement change
                = std::move(raw->prepare(u"UPDATE rule_pack SET bytes = ?1 WHERE pack = 'hipaa'"_s).value());
            QVERIFY(change.bindAll(qCompress(hipaaWith(store, u"2026.11"_s, 90))).run());
        }
        QVERIFY(store.openAs(u"Ada"_s));
        QCOMPARE(store.ask(ObligationsQuery{incident}).error().code, ErrorCode::StoreDamaged);
    }

    void listsTheBreachesOfAYearThatHhsHearsOfAfterIt()
    {
        CaseFixture store;
        make(store, u"499 people"_s, few(499));
        make(store, u"500 people"_s, few(500));
        law::Facts lastYear = few(12);
        lastYear.discovered = law::Moment{QDate(2025, 12, 31), {}};
        lastYear.occurred.reset();
        make(store, u"Last year's"_s, lastYear);
        law::Facts uncounted = CaseFixture::facts();
        uncounted.residents.reset();
        make(store, u"Not counted yet"_s, uncounted);
        law::Facts undated = few(700); // HHS waits for the day, and the figure is known all the same
        undated.discovered.reset();
        make(store, u"700 people, no day yet"_s, undated);
        law::Facts encrypted = few(10);
        encrypted.secured->encrypted = true;
        encrypted.secured->keyCompromised = false;
        make(store, u"Encrypted"_s, encrypted);

        const auto log = store.ask(AnnualLogQuery{2026});
        QStringList titles;
        for (const AnnualLogEntry &each : *log)
            titles << each.title;
        QCOMPARE(titles, QStringList({u"499 people"_s, u"Not counted yet"_s}));
        const AnnualLogEntry &entry = log->first();
        QCOMPARE(entry.affected, 499);
        QCOMPARE(entry.discovered, QDate(2026, 3, 3));
        QCOMPARE(entry.breachFrom, QDate(2026, 1, 11));
        QCOMPARE(entry.breachTo, QDate(2026, 3, 2));
        QCOMPARE(entry.due.date, QDate(2027, 3, 1));
        QCOMPARE(entry.submission, Submission::Open);
        QCOMPARE(log->last().submission, Submission::Waiting);
        QVERIFY(!log->last().missing.isEmpty());
        QCOMPARE(store.ask(AnnualLogQuery{2025})->size(), 1);

        store.clock().set(*Instant::parse(u"2027-01-10T09:00:00-06:00"_s));
        QVERIFY(
            store.submit(CompleteObligation{entry.obligation, {u"portal-number"_s, u"HHS-77"_s, QDate(2027, 1, 9)}}));
        const auto submitted = store.ask(AnnualLogQuery{2026})->first();
        QCOMPARE(submitted.submission, Submission::Submitted);
        QCOMPARE(submitted.proof->text, u"HHS-77"_s);
    }

    void writesTheLogAsCsvInWhichNothingIsAFormula()
    {
        CaseFixture store;
        make(store, u"+1,\"two\""_s, few(3));
        const QByteArray csv = annualLogCsv(store.ask(AnnualLogQuery{2026}).value());
        QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
        const QList<QByteArray> lines = csv.split('\n');
        QCOMPARE(lines.size(), 3); // headings, one breach, the end
        QVERIFY(lines.at(1).startsWith("2026-001,\"'+1,\"\"two\"\"\",2026-03-03,"));
        QVERIFY2(lines.at(1).contains("\"'=HYPERLINK(\"\"x\"\")\""), lines.at(1).constData());
        QCOMPARE(annualLogCsv({}).count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkLaw)
#include "tst_casework_law.moc"
