// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safe_file.h"
#include "law/facts.h"
#include "law/states.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::law;

namespace {

Result<Facts> read(const QByteArray &json)
{
    return parseFacts(json, u"facts.json"_s);
}

/// Every key that facts can have.
QByteArray everyFact()
{
    return readFile(QStringLiteral(TOCSIN_FIXTURES "/law/every-fact.json"), 1 << 20).value_or(QByteArray());
}

} // namespace

class TestLawFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey()
    {
        const Result<Facts> facts = read(everyFact());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QCOMPARE(facts->timezone, QByteArray("America/Chicago"));
        QVERIFY(facts->discovered->instant);
        QCOMPARE(facts->known.size(), 3);
        QCOMPARE(facts->associate->agent, std::optional(false));
        QCOMPARE(facts->residents->value(u"TX"_s), 600);
        QCOMPARE(facts->peopleAffected(), std::optional<qint64>(623));
        QCOMPARE(facts->unreachable, std::optional<qint64>(12));
        QCOMPARE(facts->lawEnforcement->writtenFollowup->stated, std::optional(QDate(2026, 5, 10)));
        QCOMPARE(facts->contract.last().hours, std::optional(48));
        QCOMPARE(facts->anchors.value(u"aware"_s).instant->toIso(), u"2026-04-10T14:00:00+02:00"_s);
        QCOMPARE(facts->done.value(u"individuals"_s).date, QDate(2026, 4, 1));
        QCOMPARE(facts->contract.first().name, u"associate agreement 2024"_s);
        QCOMPARE(facts->regulatorRequests.size(), 3);
        QCOMPARE(facts->regulatorRequests.first().due, std::optional(QDate(2026, 5, 20)));
        QCOMPARE(facts->regulatorRequests.at(1).days, std::optional(30));
        QCOMPARE(facts->corrections.first().extendedTo, std::optional(QDate(2026, 8, 1)));
        QCOMPARE(facts->findings.first().remediationClass, u"A"_s);
        QCOMPARE(facts->findings.first().cureFrom, std::optional(QDate(2026, 2, 20)));
        QCOMPARE(facts->posting->phoneFrom, std::optional(QDate(2026, 4, 2)));
        QCOMPARE(facts->retention->from, std::optional(QDate(2026, 6, 1)));
        QCOMPARE(facts->flags.size(), 2);
        QCOMPARE(facts->year, std::optional(2026));
    }

    void writesWhatItReads_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("every key") << everyFact();
        QTest::newRow("only the entity") << QByteArray(R"({"entity": "business"})");
        QTest::newRow("empty lists and objects") << QByteArray(
            R"({"entity": "business-associate", "residents": {}, "data": [], "secured": {}, "occurred": {},
                              "business_associate": {}})");
        QTest::newRow("an instant in UTC")
            << QByteArray(R"({"entity": "phr-vendor", "discovered": "2026-03-10T10:00:00Z"})");
        QTest::newRow("an instant at +00:00")
            << QByteArray(R"({"entity": "phr-vendor", "discovered": "2026-03-10T10:00:00+00:00"})");
        QTest::newRow("an instant with milliseconds")
            << QByteArray(R"({"entity": "phr-vendor", "discovered": "2026-03-10T10:00:00.250+05:30"})");
    }

    void writesWhatItReads()
    {
        QFETCH(QByteArray, json);
        const Result<Facts> facts = read(json);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        const QByteArray written = QJsonDocument(toJson(*facts)).toJson();
        const Result<Facts> again = read(written);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QVERIFY(*again == *facts);
        QCOMPARE(QJsonDocument(toJson(*again)).toJson(), written);
    }

    void keepsTheCanonicalFormOfWhatWasWritten()
    {
        const Result<Facts> facts = read(everyFact());
        QVERIFY(facts);
        const QJsonObject given = QJsonDocument::fromJson(everyFact()).object();
        QCOMPARE(QJsonDocument(toJson(*facts)).toJson(), QJsonDocument(given).toJson());
    }

    void tellsAnEmptyListFromAnAbsentOne()
    {
        QVERIFY(read(R"({"entity": "business", "data": []})")->data);
        QVERIFY(!read(R"({"entity": "business"})")->data);
        QVERIFY(!read(R"({"entity": "business", "residents": {}})")->peopleAffected());
    }

    void knowsFiftyStatesTheDistrictAndFiveTerritories()
    {
        QCOMPARE(stateCodes().size(), 56);
        for (const QString &code : {u"DC"_s, u"PR"_s, u"GU"_s, u"VI"_s, u"AS"_s, u"MP"_s, u"WY"_s})
            QVERIFY(isStateCode(code));
        for (const QString &code : {u"AE"_s, u"XX"_s, u"tx"_s, u"UM"_s, QString()})
            QVERIFY(!isStateCode(code));
        QCOMPARE(stateName(u"TX"_s), u"Texas"_s);
    }

    void refusesWhatIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("key");
        const auto add = [](const char *title, const char *rest, const char *key) {
            QTest::newRow(title) << QByteArray(R"({"entity": "covered-entity")") + rest + '}'
                                 << QString::fromLatin1(key);
        };
        QTest::newRow("not JSON") << QByteArray("{") << u"line 1"_s;
        QTest::newRow("a list") << QByteArray("[]") << u"one JSON object"_s;
        QTest::newRow("no entity") << QByteArray("{}") << u"facts.entity"_s;
        QTest::newRow("unknown entity") << QByteArray(R"({"entity": "hospital"})") << u"facts.entity"_s;
        add("State twice", R"(, "residents": {"TX": 600, "TX": 20})", "a second time");
        add("unknown key", R"(, "discoverd": "2026-03-02")", "facts.discoverd");
        add("unknown inner key", R"(, "secured": {"encypted": true})", "facts.secured.encypted");
        add("unknown anchor", R"(, "anchors": {"noticed": "2026-03-02"})", "facts.anchors.noticed");
        add("unknown zone", R"(, "timezone": "America/Chikago")", "facts.timezone");
        add("empty zone", R"(, "timezone": "")", "facts.timezone");
        add("impossible date", R"(, "discovered": "2026-02-30")", "facts.discovered");
        add("date without leading zero", R"(, "discovered": "2026-3-2")", "facts.discovered");
        add("instant without offset", R"(, "discovered": "2026-03-02T10:00:00")", "facts.discovered");
        add("year 26", R"(, "discovered": "0026-03-02")", "facts.discovered");
        add("year 9999", R"(, "discovered": "9999-12-31")", "facts.discovered");
        add("number for a date", R"(, "discovered": 20260302)", "facts.discovered");
        add("null", R"(, "discovered": null)", "facts.discovered");
        add("negative count", R"(, "residents": {"TX": -1})", "facts.residents.TX");
        add("half a person", R"(, "residents": {"TX": 1.5})", "facts.residents.TX");
        add("count as text", R"(, "residents": {"TX": "600"})", "facts.residents.TX");
        add("more than the Earth holds", R"(, "residents": {"TX": 1e18})", "facts.residents.TX");
        add("unknown State", R"(, "residents": {"XX": 5})", "facts.residents.XX");
        add("State in small letters", R"(, "residents": {"tx": 5})", "facts.residents.tx");
        add("State with markup", R"(, "residents": {"<b>": 5})", "facts.residents.<b>");
        add("residents as a number", R"(, "residents": 5)", "facts.residents");
        add("negative elsewhere", R"(, "elsewhere": -1)", "facts.elsewhere");
        add("negative unreachable", R"(, "unreachable": -1)", "facts.unreachable");
        add("data as text", R"(, "data": "phi")", "facts.data");
        add("data twice", R"(, "data": ["phi", "phi"])", "facts.data[1]");
        add("data in capitals", R"(, "data": ["PHI"])", "facts.data[0]");
        add("encrypted as text", R"(, "secured": {"encrypted": "no"})", "facts.secured.encrypted");
        add("knowledge without a day", R"(, "known": [{"by": "workforce"}])", "facts.known[0].on");
        add("knowledge of nobody", R"(, "known": [{"on": "2026-03-02"}])", "facts.known[0].by");
        add("knowledge twice", R"(, "known": [{"by": "a", "on": "2026-03-02"}, {"by": "a", "on": "2026-03-02"}])",
            "facts.known[1].by");
        add("unknown outcome", R"(, "assessment": {"outcome": "fine"})", "facts.assessment.outcome");
        add("negative factors", R"(, "assessment": {"outcome": "low-probability", "factors": -1})",
            "facts.assessment.factors");
        add("citation without exception", R"(, "assessment": {"outcome": "low-probability", "citation": "x"})",
            "facts.assessment.citation");
        add("no form of statement", R"(, "law_enforcement": {"stated": "2026-03-02"})", "facts.law_enforcement.form");
        add("unknown form of statement", R"(, "law_enforcement": {"form": "sung"})", "facts.law_enforcement.form");
        add("contract without recipient", R"(, "contract": [{"days": 5}])", "facts.contract[0].to");
        add("contract without time", R"(, "contract": [{"to": "payer"}])", "facts.contract[0].days");
        add("contract with days and hours", R"(, "contract": [{"to": "payer", "days": 5, "hours": 1}])",
            "facts.contract[0].hours");
        add("negative contract", R"(, "contract": [{"to": "payer", "days": -5}])", "facts.contract[0].days");
        add("contract twice", R"(, "contract": [{"to": "payer", "days": 5}, {"to": "payer", "days": 5}])",
            "facts.contract[1].to");
        add("contract with a path", R"(, "contract": [{"to": "../x", "days": 5}])", "facts.contract[0].to");
        add("contract with an empty name", R"(, "contract": [{"to": "payer", "days": 5, "name": ""}])",
            "facts.contract[0].name");
        add("two contracts without a name", R"(, "contract": [{"to": "payer", "days": 5}, {"to": "payer", "days": 6}])",
            "facts.contract[1].name");
        add("contract with a line break in its name", R"(, "contract": [{"to": "payer", "days": 5, "name": "a\nb"}])",
            "facts.contract[0].name");
        add("two contracts of one name",
            R"(, "contract": [{"to": "payer", "days": 5, "name": "a"}, {"to": "payer", "days": 6, "name": "a"}])",
            "facts.contract[1].name");
        add("request without an id", R"(, "regulator_requests": [{"from": "OCR", "received": "2026-04-20"}])",
            "facts.regulator_requests[0].id");
        add("request with a blank in its id",
            R"(, "regulator_requests": [{"id": "DR 1", "from": "OCR", "received": "2026-04-20"}])",
            "facts.regulator_requests[0].id");
        add("request of nobody", R"(, "regulator_requests": [{"id": "DR-1", "received": "2026-04-20"}])",
            "facts.regulator_requests[0].from");
        add("request received on no day", R"(, "regulator_requests": [{"id": "DR-1", "from": "OCR"}])",
            "facts.regulator_requests[0].received");
        add("request received on 30 February",
            R"(, "regulator_requests": [{"id": "DR-1", "from": "OCR", "received": "2026-02-30"}])",
            "facts.regulator_requests[0].received");
        add("request with a date and days",
            R"(, "regulator_requests": [{"id": "D", "from": "OCR", "received": "2026-04-20", "due": "2026-05-20", "days": 9}])",
            "facts.regulator_requests[0].days");
        add("unknown key of a request",
            R"(, "regulator_requests": [{"id": "D", "from": "OCR", "received": "2026-04-20", "until": "2026-05-20"}])",
            "facts.regulator_requests[0].until");
        add("correction of 29 days",
            R"(, "corrections": [{"id": "C", "from": "OCR", "received": "2026-04-20", "days": 29}])",
            "facts.corrections[0].days");
        add("correction of 61 days",
            R"(, "corrections": [{"id": "C", "from": "OCR", "received": "2026-04-20", "days": 61}])",
            "facts.corrections[0].days");
        add("correction without days", R"(, "corrections": [{"id": "C", "from": "OCR", "received": "2026-04-20"}])",
            "facts.corrections[0].days");
        add("finding of class D", R"(, "findings": [{"id": "F-1", "class": "D"}])", "facts.findings[0].class");
        add("finding confirmed some day", R"(, "findings": [{"id": "F-1", "class": "A", "confirmed": "soon"}])",
            "facts.findings[0].confirmed");
        add("posting on a line unknown", R"(, "posting": {"fax_from": "2026-04-01"})", "facts.posting.fax_from");
        add("retention in years", R"(, "retention": {"from": 6})", "facts.retention.from");
        add("notice to nobody", R"(, "done": {"": "2026-03-02"})", "facts.done");
        add("notice on no day", R"(, "done": {"HHS": "soon"})", "facts.done.HHS");
        add("flag with blanks", R"(, "flags": ["sec registrant"])", "facts.flags[0]");
        add("abroad in words", R"(, "abroad": ["Europe"])", "facts.abroad[0]");
        add("year as text", R"(, "year": "2026")", "facts.year");
        add("line break after a word", R"(, "data": ["phi\n"])", "facts.data[0]");
    }

    void refusesWhatIsMalformed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, key);
        const Result<Facts> facts = read(json);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::BadInput);
        QVERIFY2(facts.error().message.startsWith(u"facts.json"_s), qPrintable(facts.error().message));
        QVERIFY2(facts.error().message.contains(key), qPrintable(facts.error().message));
    }

    void refusesWhatContradictsItself_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("right");
        const auto add = [](const char *title, const char *rest, const char *key, const char *right) {
            QTest::newRow(title) << QByteArray(rest) << QString::fromLatin1(key) << QString::fromUtf8(right);
        };
        add("discovered before it happened", R"("discovered": "2026-03-01", "occurred": {"from": "2026-03-02"})",
            "facts.discovered", "2026-03-02 or later");
        add("known before it happened",
            R"("known": [{"by": "a", "on": "2026-03-01"}], "occurred": {"from": "2026-03-02"})", "facts.known[0].on",
            "2026-03-02 or later");
        add("associate knew before it happened",
            R"("business_associate": {"discovered": "2026-03-01"}, "occurred": {"from": "2026-03-02"})",
            "facts.business_associate.discovered", "2026-03-02 or later");
        add("determined before it happened",
            R"("anchors": {"determined": "2026-03-01"}, "occurred": {"from": "2026-03-02"})",
            "facts.anchors.determined", "2026-03-02 or later");
        add("ended before it began", R"("occurred": {"from": "2026-03-02", "to": "2026-03-01"})", "facts.occurred.to",
            "2026-03-02 or later");
        add("told before it was found",
            R"("business_associate": {"discovered": "2026-03-02", "told_covered_entity": "2026-03-01"})",
            "facts.business_associate.told_covered_entity", "2026-03-02 or later");
        add("discovered after someone knew",
            R"("discovered": "2026-03-02", "known": [{"by": "a", "on": "2026-02-01"}])", "facts.discovered",
            "2026-02-01 or earlier");
        add("delay ends before it begins",
            R"("law_enforcement": {"form": "written", "stated": "2026-03-02", "until": "2026-03-01"})",
            "facts.law_enforcement.until", "2026-03-02 or later");
        add("follow-up ends before it begins",
            R"("law_enforcement": {"form": "oral", "written_followup": {"stated": "2026-03-02", "until": "2026-03-01"}})",
            "facts.law_enforcement.written_followup.until", "2026-03-02 or later");
        add("follow-up before the statement",
            R"("law_enforcement": {"form": "oral", "stated": "2026-03-02", "written_followup": {"stated": "2026-03-01"}})",
            "facts.law_enforcement.written_followup.stated", "2026-03-02 or later");
        add("follow-up to a written statement",
            R"("law_enforcement": {"form": "written", "written_followup": {"stated": "2026-03-01"}})",
            "facts.law_enforcement.written_followup", "no follow-up");
        add("asked to wait, and nobody asked",
            R"("law_enforcement": {"form": "oral"}, "flags": ["no-law-enforcement-delay"])", "facts.flags",
            "no “no-law-enforcement-delay”");
        add("notice before anyone knew", R"("discovered": "2026-03-02", "done": {"HHS": "2026-03-01"})",
            "facts.done.HHS", "2026-03-02 or later");
        add("request due before it came",
            R"("regulator_requests": [{"id": "D", "from": "OCR", "received": "2026-04-20", "due": "2026-04-19"}])",
            "facts.regulator_requests[0].due", "2026-04-20 or later");
        add("extension that does not extend",
            R"("regulator_requests": [{"id": "D", "from": "OCR", "received": "2026-04-20", "days": 10, "extended_to": "2026-04-30"}])",
            "facts.regulator_requests[0].extended_to", "a day after 2026-04-30");
        add("correction extended backwards",
            R"("corrections": [{"id": "C", "from": "OCR", "received": "2026-04-20", "days": 30, "extended_to": "2026-05-01"}])",
            "facts.corrections[0].extended_to", "a day after 2026-05-20");
        add("request and correction of one id",
            R"("regulator_requests": [{"id": "X", "from": "OCR", "received": "2026-04-20"}],
               "corrections": [{"id": "X", "from": "OCR", "received": "2026-04-20", "days": 30}])",
            "facts.corrections[0].id", "stands there twice");
        add("two findings of one id", R"("findings": [{"id": "F", "class": "A"}, {"id": "F", "class": "B"}])",
            "facts.findings[1].id", "stands there twice");
        add("posted before anyone knew", R"("discovered": "2026-03-02", "posting": {"web_from": "2026-03-01"})",
            "facts.posting.web_from", "2026-03-02 or later");
        add("more unreachable than affected", R"("residents": {"TX": 5}, "unreachable": 6)", "facts.unreachable",
            "at most 5");
    }

    void refusesWhatContradictsItself()
    {
        QFETCH(QByteArray, rest);
        QFETCH(QString, key);
        QFETCH(QString, right);
        const Result<Facts> facts = read(R"({"entity": "covered-entity", )" + rest + '}');
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::BadInput);
        QVERIFY2(facts.error().message.contains(key + u": "_s), qPrintable(facts.error().message));
        QVERIFY2(facts.error().message.contains(right), qPrintable(facts.error().message));
    }

    void letsStandWhatOnlyLooksOdd_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("discovered on its first day")
            << QByteArray(R"("discovered": "2026-03-02", "occurred": {"from": "2026-03-02"})");
        QTest::newRow("discovered while it went on")
            << QByteArray(R"("discovered": "2026-03-02", "occurred": {"from": "2026-03-01", "to": "2026-03-09"})");
        QTest::newRow("the wrongdoer planned it")
            << QByteArray(R"("known": [{"by": "wrongdoer", "on": "2026-02-01"}], "occurred": {"from": "2026-03-02"})");
        QTest::newRow("should have known before")
            << QByteArray(R"("discovered": "2026-01-02", "known": [{"by": "workforce", "on": "2026-02-01"}])");
        QTest::newRow("told on the day") << QByteArray(
            R"("business_associate": {"discovered": "2026-03-02", "told_covered_entity": "2026-03-02"})");
        QTest::newRow("notice on the day of discovery")
            << QByteArray(R"("discovered": "2026-03-02", "done": {"HHS": "2026-03-02"})");
        QTest::newRow("the associate told the entity before its own discovery") << QByteArray(
            R"("discovered": "2026-03-02", "business_associate": {"discovered": "2026-01-02"}, "done": {"covered-entity": "2026-02-01"})");
        QTest::newRow("oral delay asked for longer than it holds")
            << QByteArray(R"("law_enforcement": {"form": "oral", "stated": "2026-04-20", "until": "2026-06-30"})");
    }

    void letsStandWhatOnlyLooksOdd()
    {
        QFETCH(QByteArray, rest);
        const Result<Facts> facts = read(R"({"entity": "covered-entity", )" + rest + '}');
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
    }

    void refusesListsWithoutEnd()
    {
        const auto findings = [](int count) {
            QByteArrayList lines;
            for (int number = 1; number <= count; ++number)
                lines << "{\"id\": \"F-" + QByteArray::number(number) + "\", \"class\": \"C\"}";
            return read(R"({"entity": "business", "findings": [)" + lines.join(',') + "]}");
        };
        QCOMPARE(findings(500)->findings.size(), 500);
        QVERIFY(findings(501).error().message.contains(u"facts.findings: expected a list of at most 500"_s));
    }

    void refusesAFileTooLargeToBeFacts()
    {
        const Result<Facts> facts = read(QByteArray((1 << 20) + 1, ' '));
        QVERIFY(!facts);
        QVERIFY(facts.error().message.contains(u"1 MiB"_s));
    }
};

QTEST_GUILESS_MAIN(TestLawFacts)
#include "tst_law_facts.moc"
