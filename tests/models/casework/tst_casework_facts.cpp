// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/casework/raw_store.h"

#include "casework/annual_log.h"
#include "casework/facts_proposal.h"
#include "casework/facts_record.h"
#include "casework/roster.h"
#include "casework/rule_pack_record.h"
#include "casework/task.h"

#include <QJsonDocument>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;
using tocsin::test::openRaw;

namespace {

ObligationRecord dutyTo(CaseFixture &store, IncidentId incident, const QString &recipient)
{
    const auto all = store.ask(ObligationsQuery{incident}).value();
    const auto found = std::find_if(all.begin(), all.end(), [&recipient](const ObligationRecord &each) {
        return each.duty.recipient == recipient;
    });
    return found == all.end() ? ObligationRecord() : *found;
}

/// The facts in force, but with other residents.
law::Facts counted(qint64 people)
{
    law::Facts facts = CaseFixture::facts();
    facts.residents = QMap<QString, qint64>{{u"TX"_s, people}};
    return facts;
}

/// The program's packs without all but `hipaa`, in which every clock of 60 days runs for 50.
std::shared_ptr<const law::RulePacks> shorter(const CaseFixture &store)
{
    law::RulePacks packs;
    for (const law::RulePack &each : *store.surroundings().packs) {
        const QByteArray bytes = QByteArray(each.bytes).replace("\"days\": 60", "\"days\": 50");
        if (each.id == u"hipaa"_s)
            packs << law::parseRulePack(bytes, u"dir"_s).value();
    }
    return std::make_shared<const law::RulePacks>(packs);
}

/// A posting before anybody knew of the breach: taken in before that was asked about.
Result<> makeContradictory(CaseFixture &store)
{
    {
        TOCSIN_ASSIGN(auto raw, openRaw(store));
        TOCSIN_TRY(raw.execute(u"UPDATE facts SET document = json_set(document, '$.posting', "
                               "json('{\"web_from\":\"2026-01-15\"}'))"_s));
    }
    return store.openAs(u"Ada"_s);
}

} // namespace

class TestCaseworkFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewsByTheRulesThatWillCount()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        store.close();
        const auto file = CaseFile::unlock({store.path(), u"Ada"_s, CaseFixture::passphraseOf(u"Ada"_s), {}},
                                           {store.surroundings().clock, shorter(store), true});
        QCOMPARE((*file)->ask(EvaluationQuery{incident}).result()->packs.size(), 1);
        const auto preview = (*file)->ask(PreviewFacts{incident, counted(499)}).result();
        const auto hhs = std::find_if(preview->changes.begin(), preview->changes.end(),
                                      [](const law::DateChange &each) { return each.recipient == u"HHS"_s; });
        QVERIFY(hhs != preview->changes.end());
        QCOMPARE(hhs->before.date, QDate(2026, 5, 2)); // 60 days of the incident's own rules, not 50
        QCOMPARE(hhs->after.date, QDate(2027, 3, 1));
    }

    void readsFactsThatWouldBeRefusedToday()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(makeContradictory(store));
        const auto facts = store.ask(CurrentFacts{incident});
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QCOMPARE(store.ask(FactsHistory{incident})->size(), 1);
        // Work goes on, but what is entered anew has to hold together.
        const ObligationId duty = dutyTo(store, incident, u"individuals"_s).id;
        QVERIFY(store.submit(CompleteObligation{duty, {u"statement"_s, u"Mailed"_s, QDate(2026, 3, 19)}}));
        QCOMPARE(store.ask(CurrentFacts{incident})->facts.done.size(), 1);
        law::Facts again = store.ask(CurrentFacts{incident})->facts;
        again.residents->insert(u"TX"_s, 601);
        const auto refused = store.submit(SetFacts{incident, again, u"Counted again"_s});
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QVERIFY2(refused.error().message.contains(u"posting.web_from"_s), qPrintable(refused.error().message));
    }

    void refusesContradictionsWhereverFactsComeIn()
    {
        CaseFixture store;
        CreateIncident made;
        made.title = u"Told before it was known"_s;
        made.facts = CaseFixture::facts();
        made.facts.done.insert(u"individuals"_s, law::Moment{QDate(2026, 3, 2), {}});
        QCOMPARE(store.submit(made).error().code, ErrorCode::BadInput);
        const IncidentId incident = store.incident();
        QCOMPARE(store.submit(SetFacts{incident, made.facts, u"A slip"_s}).error().code, ErrorCode::BadInput);
        const ObligationId duty = dutyTo(store, incident, u"individuals"_s).id;
        const auto done = store.submit(CompleteObligation{duty, {u"statement"_s, u"Mailed"_s, QDate(2026, 3, 2)}});
        QCOMPARE(done.error().code, ErrorCode::BadInput);
        QCOMPARE(store.ask(CurrentFacts{incident})->revision, 1);
    }

    /// Evaluations are made when they are asked for; none is stored beside the facts to grow stale.
    void storesNoEvaluationBesideTheFacts()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.submit(SetFacts{incident, counted(601), u"Counted again"_s}));
        auto raw = openRaw(store);
        vault::Statement rows = std::move(raw->prepare(u"SELECT evaluation FROM facts"_s).value());
        int revisions = 0;
        for (; rows.step().value(); ++revisions)
            QCOMPARE(rows.text(0), u"{}"_s);
        QCOMPARE(revisions, 2);
    }

    void logsABreachUnderPart2AsWell()
    {
        CaseFixture store;
        law::Facts facts = counted(499);
        facts.flags = QStringList{u"part2-program"_s};
        facts.data->append(u"sud"_s);
        CreateIncident made;
        made.title = u"Records of a program"_s;
        made.facts = facts;
        QVERIFY(store.submit(made));
        made.facts.discovered.reset(); // HHS waits for the day; that it is an annual report is known
        QVERIFY(store.submit(made));
        made.facts.residents->insert(u"TX"_s, 500);
        QVERIFY(store.submit(made));
        QStringList reports;
        const auto log = store.ask(AnnualLogQuery{2026});
        for (const AnnualLogEntry &each : *log)
            reports << each.reference + u' ' + each.recipient + u' ' + submissionToken(each.submission);
        QCOMPARE(reports,
                 QStringList({u"2026-001 HHS open"_s, u"2026-001 HHS:part2 open"_s, u"2026-002 HHS waiting"_s,
                              u"2026-002 HHS:part2 waiting"_s}));
        QVERIFY(annualLogCsv(*log).split('\n').at(2).endsWith("HHS:part2\r"));
    }

    void refusesWordsThatAreNoPlainSentence_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addRow("colours") << u"\u001b[31mred"_s;
        QTest::addRow("turned around") << u"abc\u202edef"_s;
        QTest::addRow("too long") << QString(2001, u'x');
    }

    /// One rule for whatever a person writes as a reason or a note.
    void refusesWordsThatAreNoPlainSentence()
    {
        QFETCH(const QString, words);
        CaseFixture store;
        const IncidentId incident = store.incident();
        const TaskId task{store.submit(AddTask{incident, u"Restrict the role"_s})->id};
        const ObligationId duty = dutyTo(store, incident, u"individuals"_s).id;
        const qint64 before = store.ask(LedgerHeadQuery())->count;
        MoveTask move{task, TaskColumn::Ready};
        move.note = words;
        QCOMPARE(store.submit(move).error().code, ErrorCode::BadInput);
        QCOMPARE(store.submit(SetFacts{incident, counted(601), words}).error().code, ErrorCode::BadInput);
        QCOMPARE(store.submit(SetIncidentStatus{incident, IncidentStatus::Containment, words}).error().code,
                 ErrorCode::BadInput);
        QCOMPARE(store.submit(DecideRecipients{{{1}}, Standing::Excluded, words}).error().code, ErrorCode::BadInput);
        QCOMPARE(store.submit(CompleteObligation{duty, {u"statement"_s, words, QDate(2026, 3, 19)}}).error().code,
                 ErrorCode::BadInput);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkFacts)
#include "tst_casework_facts.moc"
