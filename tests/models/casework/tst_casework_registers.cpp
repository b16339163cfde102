// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/register_check.h"
#include "casework/timeline.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

namespace {

const RegisterValues kRestriction{{u"who"_s, u"Billing team"_s},
                                  {u"access"_s, u"none"_s},
                                  {u"why"_s, u"Not needed to contain it"_s},
                                  {u"until"_s, u"2026-03-20"_s}};
const RegisterValues kCopy{{u"what"_s, u"Access logs"_s},
                           {u"source"_s, u"log bucket"_s},
                           {u"taken"_s, u"2026-03-20T08:00:00-05:00"_s},
                           {u"taken_by"_s, u"Ada"_s},
                           {u"place"_s, u"Safe 2"_s}};
const RegisterValues kCause{{u"group"_s, u"Public storage"_s},
                            {u"findings"_s, u"F-1"_s},
                            {u"problem"_s, u"The export was readable"_s},
                            {u"whys"_s, u"a\nb\nc\nd\ne"_s},
                            {u"cause"_s, u"No guard on the account"_s},
                            {u"correction"_s, u"Deny by policy"_s}};
const RegisterValues kInquiry{
    {u"authority"_s, u"AG:TX"_s}, {u"number"_s, u"CP-77"_s}, {u"received"_s, u"2026-03-12"_s}};
const FileDigest kFile{u"logs.gz"_s, 5, QString(64, u'a'), QString(128, u'b')};

} // namespace

class TestCaseworkRegisters : public QObject
{
    Q_OBJECT

private:
    static QList<RegisterIssue> issues(CaseFixture &store, IncidentId incident)
    {
        return store.ask(RegisterIssues{incident, store.clock().now()}).value_or(QList<RegisterIssue>());
    }
    static QStringList sentences(CaseFixture &store, IncidentId incident, RegisterIssue::What what)
    {
        QStringList said;
        for (const RegisterIssue &each : issues(store, incident)) {
            if (each.what == what)
                said << each.sentence;
        }
        return said;
    }
    static RegisterRecord record(CaseFixture &store, qint64 id)
    {
        return store.ask(RegisterRecordsById{{RegisterRecordId{id}}})->value(0);
    }

private Q_SLOTS:
    void readsTheKindsOfTheProgram()
    {
        QStringList ids;
        for (const RegisterKind &kind : registerKinds())
            ids << kind.id;
        QCOMPARE(
            ids,
            (QStringList{u"access-restriction"_s, u"logging"_s, u"forensic-copy"_s, u"custody"_s, u"root-cause"_s,
                         u"inquiry"_s, u"inquiry-request"_s, u"urgent-call"_s, u"flow-restriction"_s, u"partner"_s}));
        QVERIFY(registerKind(u"nothing"_s).error().message.contains(u"access-restriction"_s));
    }

    void namesThePlaceInAWrongFileOfKinds_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QString>("said");
        const QByteArray good = R"({"id":"who","label":"Who","type":"line","required":true})";
        QTest::newRow("type") << QByteArray(R"({"id":"who","label":"Who","type":"colour","required":true})")
                              << QByteArray() << u"k.json.kinds[0].fields[0].type"_s;
        QTest::newRow("unknown") << QByteArray(R"({"id":"who","label":"W","type":"line","required":true,"x":1})")
                                 << QByteArray() << u"k.json.kinds[0].fields[0].x"_s;
        QTest::newRow("choices") << QByteArray(R"({"id":"who","label":"W","type":"choice","required":true})")
                                 << QByteArray() << u"k.json.kinds[0].fields[0].choices"_s;
        QTest::newRow("first not required")
            << QByteArray(R"({"id":"who","label":"W","type":"line"})") << QByteArray() << u"k.json.kinds[0].fields"_s;
        QTest::newRow("due") << good << QByteArray(R"(,"due":"until","late":"over")") << u"k.json.kinds[0].due"_s;
        QTest::newRow("parent") << good << QByteArray(R"(,"parent":"z")") << u"k.json.kinds[0].parent"_s;
    }

    void namesThePlaceInAWrongFileOfKinds()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, rest);
        QFETCH(QString, said);
        const auto read = parseRegisterKinds(
            R"({"format":1,"kinds":[{"id":"a","prefix":"AA","title":"T","plural":"P","summary":"S","stream":"command","fields":[)"
                + field + "]" + rest + "}]}",
            u"k.json"_s);
        QVERIFY(!read);
        QVERIFY2(read.error().message.startsWith(said), qPrintable(read.error().message));
    }

    void keepsWhatWasEnteredAndSaysSoInLedgerAndTimeline()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const qint64 before = store.ask(LedgerHeadQuery())->count;
        const auto added = store.submit(AddRegisterRecord{incident, u"access-restriction"_s, kRestriction});
        QVERIFY2(added, added ? "" : qPrintable(added.error().message));
        QCOMPARE(added->reference, u"AR-1"_s);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before + 1);
        const auto row = store.ask(LedgerRows())->first();
        QCOMPARE(row.action, u"register.add"_s);
        QCOMPARE(row.subject, u"register/AR-1"_s);
        QCOMPARE(row.after["fields"_L1]["who"_L1].toString(), u"Billing team"_s);
        QCOMPARE(record(store, added->id).values, kRestriction);
        QCOMPARE(store.ask(TimelineIds{incident, u"AR"_s})->size(), 1);
        QCOMPARE(store.submit(AddRegisterRecord{incident, u"access-restriction"_s, kRestriction})->reference,
                 u"AR-2"_s);
    }

    void refusesWhatAFieldCannotHold_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("no such field") << u"colour"_s << u"red"_s;
        QTest::newRow("required") << u"who"_s << u"  "_s;
        QTest::newRow("date") << u"until"_s << u"2026-02-30"_s;
        QTest::newRow("choice") << u"access"_s << u"some"_s;
        QTest::newRow("two lines") << u"who"_s << u"a\nb"_s;
        QTest::newRow("control") << u"why"_s << u"a\u0007"_s;
        QTest::newRow("too long") << u"who"_s << QString(301, u'x');
    }

    void refusesWhatAFieldCannotHold()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        CaseFixture store;
        RegisterValues values = kRestriction;
        values.insert(field, value);
        const auto refused = store.submit(AddRegisterRecord{store.incident(), u"access-restriction"_s, values});
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QVERIFY2(refused.error().message.contains(field), qPrintable(refused.error().message));
    }

    void listsARestrictionOnceItsLastDayIsOver()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto added = store.submit(AddRegisterRecord{incident, u"access-restriction"_s, kRestriction});
        store.clock().set(*Instant::parse(u"2026-03-20T23:59:59-05:00"_s));
        QVERIFY(sentences(store, incident, RegisterIssue::What::Expired).isEmpty());
        store.clock().set(*Instant::parse(u"2026-03-21T00:00:00-05:00"_s));
        const QStringList expired = sentences(store, incident, RegisterIssue::What::Expired);
        QCOMPARE(expired.size(), 1);
        QVERIFY2(expired.first().startsWith(u"AR-1 (Billing team): 2026-03-20 ended"_s), qPrintable(expired.first()));
        QVERIFY(store.submit(CloseRegisterRecord{RegisterRecordId{added->id}, u"They are back"_s}));
        QVERIFY(sentences(store, incident, RegisterIssue::What::Expired).isEmpty());
    }

    void listsASystemWithoutEnhancedLoggingAndItsEvidence()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QCOMPARE(sentences(store, incident, RegisterIssue::What::Absent).size(), 2); // logging and root cause
        const auto added = store.submit(
            AddRegisterRecord{incident, u"logging"_s, {{u"system"_s, u"Order API"_s}, {u"enhanced"_s, u"no"_s}}});
        const RegisterRecordId id{added->id};
        QCOMPARE(sentences(store, incident, RegisterIssue::What::Missing),
                 QStringList{u"EL-1 (Order API) has no enhanced logging, has no evidence of its logging."_s});
        QVERIFY(store.submit(AmendRegisterRecord{id, {{u"enhanced"_s, u"yes"_s}}, u"Switched on"_s}));
        QCOMPARE(sentences(store, incident, RegisterIssue::What::Missing),
                 QStringList{u"EL-1 (Order API) has no evidence of its logging."_s});
        QVERIFY(store.submit(AmendRegisterRecord{id, {{u"evidence"_s, u"Trail settings, E-4"_s}}, u"Proved"_s}));
        QVERIFY(sentences(store, incident, RegisterIssue::What::Missing).isEmpty());
        const auto twice = store.submit(
            AddRegisterRecord{incident, u"logging"_s, {{u"system"_s, u"order api"_s}, {u"enhanced"_s, u"no"_s}}});
        QCOMPARE(twice.error().code, ErrorCode::Conflict);
    }

    void amendsAndClosesWithAReasonAndTakesItBack()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto added = store.submit(AddRegisterRecord{incident, u"access-restriction"_s, kRestriction});
        const RegisterRecordId id{added->id};
        QCOMPARE(store.submit(AmendRegisterRecord{id, {{u"until"_s, u"2026-05-01"_s}}, u" "_s}).error().code,
                 ErrorCode::BadInput);
        QCOMPARE(store.submit(AmendRegisterRecord{id, {}, u"Nothing"_s}).error().code, ErrorCode::Conflict);
        const auto amended = store.submit(AmendRegisterRecord{id, {{u"until"_s, u"2026-05-01"_s}}, u"Longer"_s});
        QCOMPARE(amended->undoable, u"AR-1 amended"_s);
        QVERIFY(store.submit(CloseRegisterRecord{id, u"Over"_s}));
        QVERIFY(record(store, added->id).closed);
        QCOMPARE(store.submit(AmendRegisterRecord{id, {{u"who"_s, u"x"_s}}, u"No"_s}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(store.submit(CloseRegisterRecord{id, u"Again"_s}).error().code, ErrorCode::Conflict);
        QVERIFY(store.file().undo({}).result());
        QVERIFY(!record(store, added->id).closed);
        QVERIFY(store.file().undo({}).result());
        QCOMPARE(record(store, added->id).values, kRestriction);
        QVERIFY(store.submit(CloseRegisterRecord{id, u"Over"_s}));
        QVERIFY(store.submit(CloseRegisterRecord{id, u"Not yet"_s, true}));
        QVERIFY(!record(store, added->id).closed);
    }

    void beginsTheCustodyOfACopyInItsFirstMinute()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QCOMPARE(store.submit(AddRegisterRecord{incident, u"forensic-copy"_s, kCopy}).error().code,
                 ErrorCode::BadInput); // without a file there is nothing to hash
        const auto added = store.submit(AddRegisterRecord{incident, u"forensic-copy"_s, kCopy, {}, kFile});
        QVERIFY2(added, added ? "" : qPrintable(added.error().message));
        QCOMPARE(record(store, added->id).file, std::optional(kFile));
        const auto custody = store.ask(RegisterRecords{incident, u"custody"_s});
        QCOMPARE(custody->size(), 1);
        QCOMPARE(custody->first().value(u"at"_s), kCopy[u"taken"_s]);
        QCOMPARE(custody->first().value(u"holder"_s), u"Ada"_s);
        QVERIFY(sentences(store, incident, RegisterIssue::What::Custody).isEmpty());
        QCOMPARE(store.submit(AmendRegisterRecord{custody->first().id, {{u"note"_s, u"x"_s}}, u"y"_s}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(store.submit(CloseRegisterRecord{custody->first().id, u"y"_s}).error().code, ErrorCode::Conflict);
    }

    void findsAGapInTheCustody()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const RegisterRecordId copy{
            store.submit(AddRegisterRecord{incident, u"forensic-copy"_s, kCopy, {}, kFile})->id};
        const auto handOver = [&](const QString &from, const QString &to, const QString &at) {
            return store.submit(AddRegisterRecord{incident,
                                                  u"custody"_s,
                                                  {{u"action"_s, u"handed-over"_s},
                                                   {u"at"_s, at},
                                                   {u"from"_s, from},
                                                   {u"holder"_s, to},
                                                   {u"place"_s, u"Safe 3"_s}},
                                                  copy});
        };
        const auto gaps = [&] { return sentences(store, incident, RegisterIssue::What::Custody); };
        QVERIFY(handOver(u"Ada"_s, u"Lee"_s, u"2026-03-20T09:00:00-05:00"_s));
        QVERIFY(gaps().isEmpty());
        QVERIFY(!handOver(u"Lee"_s, u"Max"_s, u"2026-03-20T10:00:00-05:00"_s)); // still to come
        QVERIFY(handOver(u"Max"_s, u"Tom"_s, u"2026-03-20T09:10:00-05:00"_s));
        QCOMPARE(gaps(), QStringList{u"FC-1 (Access logs): CU-3 takes it from “Max”, but “Lee” had it."_s});
        QVERIFY(handOver(u"Tom"_s, u"Lee"_s, u"2026-03-20T09:05:00-05:00"_s));
        QCOMPARE(gaps().value(1), u"FC-1 (Access logs): CU-4 lies before CU-3."_s);
    }

    void keepsWhatCustodyBeganWith()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const RegisterRecordId copy{
            store.submit(AddRegisterRecord{incident, u"forensic-copy"_s, kCopy, {}, kFile})->id};
        const QMap<QString, QString> others{
            {u"taken"_s, u"2026-03-20T07:58:00-05:00"_s}, {u"taken_by"_s, u"Lee"_s}, {u"source"_s, u"other"_s}};
        for (auto each = others.cbegin(); each != others.cend(); ++each) {
            const auto refused = store.submit(AmendRegisterRecord{copy, {{each.key(), each.value()}}, u"A slip"_s});
            QCOMPARE(refused.error().code, ErrorCode::Conflict);
            QVERIFY2(refused.error().message.contains(u"Enter the copy anew"_s), qPrintable(refused.error().message));
        }
        QVERIFY(store.submit(AmendRegisterRecord{copy, {{u"what"_s, u"Access logs, March"_s}}, u"More exact"_s}));
        // What an older program let pass is still found.
        const auto custody = store.ask(RegisterRecords{incident, u"custody"_s});
        RegisterRecord moved = record(store, copy.value);
        moved.values[u"taken"_s] = others[u"taken"_s];
        QVERIFY(custodyGaps(moved, *custody).first().contains(u"CU-1 does not begin in the minute"_s));
    }

    void putsTheCustodyIntoTheLedgerWithItsCopy()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const RegisterRecordId copy{
            store.submit(AddRegisterRecord{incident, u"forensic-copy"_s, kCopy, {}, kFile})->id};
        const auto custodyOf = [&] { return store.ask(LedgerRows())->first().after.value(u"custody"_s).toObject(); };
        QCOMPARE(custodyOf().value(u"reference"_s).toString(), u"CU-1"_s);
        QCOMPARE(custodyOf().value(u"fields"_s).toObject().value(u"holder"_s).toString(), u"Ada"_s);
        QVERIFY(store.submit(VerifyRegisterRecord{copy, kFile}));
        QCOMPARE(custodyOf().value(u"reference"_s).toString(), u"CU-2"_s);
        QCOMPARE(custodyOf().value(u"fields"_s).toObject().value(u"action"_s).toString(), u"verified"_s);
    }

    void namesARecordInTheChronologyOnOneShortLine()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const RegisterRecordId inquiry{store.submit(AddRegisterRecord{incident, u"inquiry"_s, kInquiry})->id};
        const QString demand = QString(u"Every access log"_s).repeated(50);
        const RegisterValues request{{u"request"_s, demand}, {u"due"_s, u"2026-03-19"_s}};
        QVERIFY(store.submit(AddRegisterRecord{incident, u"inquiry-request"_s, request, inquiry}));
        TimelineIds ids;
        ids.incident = incident;
        const TimelineEntry told = store.ask(TimelineEntries{store.ask(ids).value()})->first();
        QVERIFY2(told.text.contains(u"IR-1 (Every access log"_s) && told.text.contains(u'…'), qPrintable(told.text));
        QVERIFY(told.text.size() < 120);
    }

    void verifiesACopyByItsDigests()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const RegisterRecordId copy{
            store.submit(AddRegisterRecord{incident, u"forensic-copy"_s, kCopy, {}, kFile})->id};
        FileDigest found = kFile;
        found.name = u"renamed.gz"_s;
        QVERIFY(store.submit(VerifyRegisterRecord{copy, found}));
        QVERIFY(issues(store, incident).size() == 2); // nothing but the two empty registers
        found.sha512 = QString(128, u'c');
        const auto differing = store.submit(VerifyRegisterRecord{copy, found});
        QCOMPARE(differing->reference, u"CU-3"_s);
        const QStringList said = sentences(store, incident, RegisterIssue::What::Differs);
        QCOMPARE(said.size(), 1);
        QVERIFY(said.first().contains(u"CU-3"_s));
        QVERIFY(sentences(store, incident, RegisterIssue::What::Custody).isEmpty());
    }

    void keepsRequestsOfAnInquiryWithTheirDates()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto inquiry = store.submit(AddRegisterRecord{incident, u"inquiry"_s, kInquiry});
        QVERIFY(inquiry);
        const RegisterRecordId id{inquiry->id};
        QCOMPARE(sentences(store, incident, RegisterIssue::What::Missing),
                 QStringList{u"IQ-1 (AG:TX) names no contact."_s});
        const RegisterValues request{{u"request"_s, u"Access logs"_s}, {u"due"_s, u"2026-03-19"_s}};
        QCOMPARE(store.submit(AddRegisterRecord{incident, u"inquiry-request"_s, request}).error().code,
                 ErrorCode::BadInput); // of which inquiry?
        const auto asked = store.submit(AddRegisterRecord{incident, u"inquiry-request"_s, request, id});
        QVERIFY(asked);
        QVERIFY(sentences(store, incident, RegisterIssue::What::Expired).first().contains(u"was due"_s));
        const auto onNoClock = [&] {
            return sentences(store, incident, RegisterIssue::What::Missing).filter(u"is on no clock"_s).size();
        };
        QCOMPARE(onNoClock(), 1);
        SetFacts facts{incident, CaseFixture::facts(), u"The office's letter"_s};
        facts.facts.regulatorRequests << law::RegulatorRequest{u"CP-77"_s,         u"AG:TX"_s, QDate(2026, 3, 12),
                                                               QDate(2026, 3, 18), {},         {}};
        QVERIFY(store.submit(facts));
        QCOMPARE(onNoClock(), 1); // another day
        facts.facts.regulatorRequests.first().extendedTo = QDate(2026, 3, 19);
        QVERIFY(store.submit(facts));
        QCOMPARE(onNoClock(), 0);
        const auto hides = store.submit(CloseRegisterRecord{id, u"Closed by the office"_s});
        QCOMPARE(hides.error().code, ErrorCode::Conflict);
        QVERIFY2(hides.error().message.contains(u"IR-1"_s), qPrintable(hides.error().message));
        QVERIFY(store.submit(CloseRegisterRecord{RegisterRecordId{asked->id}, u"Answered by mail"_s}));
        QVERIFY(sentences(store, incident, RegisterIssue::What::Expired).isEmpty());
        QVERIFY(store.submit(CloseRegisterRecord{id, u"Closed by the office"_s}));
        QCOMPARE(store.submit(AddRegisterRecord{incident, u"inquiry-request"_s, request, id}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(store.submit(CloseRegisterRecord{RegisterRecordId{asked->id}, u"Not yet"_s, true}).error().code,
                 ErrorCode::Conflict);
    }

    void closesAnIncidentOnlyWithTheRootCausesOfItsFindings()
    {
        CaseFixture store;
        CreateIncident command;
        command.title = u"Order export left readable"_s;
        command.facts = CaseFixture::facts();
        command.facts.findings = {{u"F-1"_s, u"A"_s, QDate(2026, 3, 4), {}}, {u"F-2"_s, u"B"_s, QDate(2026, 3, 4), {}}};
        const IncidentId incident{store.submit(command)->id};
        const auto close = [&] { return store.submit(SetIncidentStatus{incident, IncidentStatus::Closed, {}}); };
        QVERIFY(close().error().message.contains(u"none is recorded"_s));
        RegisterValues cause = kCause;
        cause[u"whys"_s] = u"a\n\nb\nc\nd"_s;
        const RegisterRecordId id{store.submit(AddRegisterRecord{incident, u"root-cause"_s, cause})->id};
        QCOMPARE(close().error().code, ErrorCode::Conflict);
        QVERIFY(close().error().message.contains(u"fewer than five whys"_s));
        QVERIFY(store.submit(AmendRegisterRecord{id, {{u"whys"_s, kCause[u"whys"_s]}}, u"The fifth"_s}));
        QVERIFY(close().error().message.contains(u"F-2"_s) && !close().error().message.contains(u"F-1"_s));
        // One that was closed as entered twice neither stands in the way nor covers a finding.
        RegisterValues twice = cause;
        twice[u"findings"_s] = u"F-2"_s;
        twice[u"group"_s] = u"Public storage, again"_s;
        const auto second = store.submit(AddRegisterRecord{incident, u"root-cause"_s, twice});
        QVERIFY2(second, second ? "" : qPrintable(second.error().message));
        QVERIFY(close().error().message.contains(u"fewer than five whys"_s));
        QVERIFY(store.submit(CloseRegisterRecord{RegisterRecordId{second->id}, u"Entered twice"_s}));
        QVERIFY(close().error().message.contains(u"F-2"_s));
        QVERIFY(store.submit(AmendRegisterRecord{id, {{u"findings"_s, u"F-1\nF-2"_s}}, u"Same cause"_s}));
        QVERIFY(close());
    }

    void letsNobodyWriteWhoMayNot()
    {
        CaseFixture store(Role::Executive);
        QCOMPARE(store.submit(AddRegisterRecord{IncidentId{1}, u"access-restriction"_s, kRestriction}).error().code,
                 ErrorCode::NotAllowed);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkRegisters)
#include "tst_casework_registers.moc"
