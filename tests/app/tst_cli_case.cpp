// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_session.h"
#include "app/time_stamping_authority.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::CliSession;
using tocsin::test::Ran;
using tocsin::test::TimeStampingAuthority;

namespace {

QStringList sortedKeys(const QJsonValue &value)
{
    QStringList keys = value.toObject().keys();
    keys.sort();
    return keys;
}

} // namespace

class TestCliCase : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CliSession> m_session; // one store for what builds on each other, in the order of the file

    [[nodiscard]] QString store() const { return m_session->store(); }
    [[nodiscard]] Ran ada(const QStringList &arguments) const { return m_session->ada(arguments); }
    [[nodiscard]] Ran tom(const QStringList &arguments) const
    {
        return m_session->run(arguments + m_session->as(u"Tom"_s));
    }
    [[nodiscard]] Ran lee(const QStringList &arguments) const
    {
        return m_session->run(arguments + m_session->as(u"Lee"_s));
    }
    [[nodiscard]] Ran olga(const QStringList &arguments) const
    {
        return m_session->run(arguments + m_session->as(u"Olga"_s));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_session = std::make_unique<CliSession>();
        m_session->makeStore(true);
        m_session->write(u"in/Lee.pass"_s, "passphrase of Lee\n");
        casework::AddPerson counsel{u"Lee"_s,
                                    casework::Role::LegalCounsel,
                                    test::CaseFixture::passphraseOf(u"Lee"_s),
                                    {},
                                    vault::KdfCost::forTests()};
        QVERIFY(m_session->open().value()->addPerson(std::move(counsel)).result());
    }

    void opensAnIncidentAndPrintsItsReference()
    {
        const QString facts = m_session->path(u"in/facts.json"_s);
        const QStringList make{u"incident"_s, u"new"_s, store(), u"--title"_s, u"Order export left readable"_s,
                               u"--facts"_s,  facts};
        COMPARE_STATUS(olga(make), 5);
        const Ran made = ada(make);
        COMPARE_STATUS(made, 0);
        QCOMPARE(made.out, QByteArray("2026-001\n"));
        QVERIFY(made.said.isEmpty());
        const Ran second = ada(make + QStringList{u"--json"_s, u"--kind"_s, u"both"_s});
        QCOMPARE(second.json()["reference"_L1].toString(), u"2026-002"_s);
        COMPARE_STATUS(ada(make + QStringList{u"--kind"_s, u"flood"_s}), 3);

        const Ran list = ada({u"incident"_s, u"list"_s, store(), u"--json"_s});
        COMPARE_STATUS(list, 0);
        QCOMPARE(list.json().array().size(), 2);
        QCOMPARE(sortedKeys(list.json()[0]),
                 QStringList({u"created"_s, u"kind"_s, u"reference"_s, u"status"_s, u"title"_s}));
        const Ran shown = ada({u"incident"_s, u"show"_s, store(), u"2026-001"_s, u"--json"_s});
        COMPARE_STATUS(shown, 0);
        QCOMPARE(shown.json()["discovered"_L1].toString(), u"2026-03-03"_s);
        QCOMPARE(shown.json()["created"_L1].toString(), u"2026-03-20T09:42:00-05:00"_s);
        const Ran missing = ada({u"incident"_s, u"show"_s, store(), u"2026-777"_s});
        COMPARE_STATUS(missing, 3);
        QVERIFY(missing.said.contains(u"2026-002"_s)); // and says which there are
        COMPARE_STATUS(ada({u"incident"_s, u"status"_s, store(), u"2026-001"_s, u"containment"_s}), 0);
        COMPARE_STATUS(ada({u"incident"_s, u"status"_s, store(), u"2026-001"_s, u"asleep"_s}), 3);
        COMPARE_STATUS(olga({u"incident"_s, u"status"_s, store(), u"2026-001"_s, u"closed"_s}), 5);
        COMPARE_STATUS(ada({u"incident"_s, u"describe"_s, store(), u"2026-001"_s, u"--summary"_s, u"An export"_s}), 0);
    }

    void refusesFactsThatAreWrongAndNamesTheKey_data()
    {
        QTest::addColumn<QByteArray>("facts");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown key") << QByteArray(R"({"entity":"covered-entity","colour":"red"})") << u"colour"_s;
        QTest::newRow("negative count") << QByteArray(R"({"entity":"covered-entity","residents":{"TX":-1}})")
                                        << u"residents.TX"_s;
        QTest::newRow("half a person") << QByteArray(R"({"entity":"covered-entity","residents":{"TX":1.5}})")
                                       << u"residents.TX"_s;
        QTest::newRow("impossible date") << QByteArray(R"({"entity":"covered-entity","discovered":"2026-02-30"})")
                                         << u"discovered"_s;
        QTest::newRow("discovery before occurrence")
            << QByteArray(R"({"entity":"covered-entity","timezone":"America/Chicago","discovered":"2026-01-01",
                             "occurred":{"from":"2026-02-01","to":"2026-02-02"}})")
            << u"discovered"_s;
        QTest::newRow("unknown zone") << QByteArray(R"({"entity":"covered-entity","timezone":"Mars/Olympus"})")
                                      << u"timezone"_s;
        QTest::newRow("unknown entity") << QByteArray(R"({"entity":"shop"})") << u"entity"_s;
        QTest::newRow("twice") << QByteArray(R"({"entity":"covered-entity","entity":"business"})")
                               << u"“entity” a second time"_s;
        QTest::newRow("no object") << QByteArray("[]") << u"facts"_s;
        QTest::newRow("no JSON") << QByteArray("{") << u"facts"_s;
        QTest::newRow("empty") << QByteArray() << u"facts"_s;
    }

    void refusesFactsThatAreWrongAndNamesTheKey()
    {
        QFETCH(const QByteArray, facts);
        QFETCH(const QString, named);
        const QString path = m_session->write(u"in/wrong-facts.json"_s, facts);
        const Ran alone = m_session->run({u"deadlines"_s, u"--facts"_s, path});
        COMPARE_STATUS(alone, 3);
        QVERIFY(alone.out.isEmpty());
        QVERIFY2(alone.said.contains(named), qPrintable(alone.said));
        const QStringList before = m_session->files();
        COMPARE_STATUS(ada({u"incident"_s, u"new"_s, store(), u"--title"_s, u"T"_s, u"--facts"_s, path}), 3);
        COMPARE_STATUS(ada({u"facts"_s, u"set"_s, store(), u"2026-001"_s, u"--facts"_s, path, u"--reason"_s, u"r"_s}),
                       3);
        QCOMPARE(m_session->files(), before);
    }

    void evaluatesFactsWithNoStore()
    {
        const QStringList command{u"deadlines"_s, u"--facts"_s, m_session->path(u"in/facts.json"_s), u"--json"_s};
        const Ran ran = m_session->run(command);
        COMPARE_STATUS(ran, 0);
        QVERIFY(!ran.json()["owed"_L1].toArray().isEmpty());
        QCOMPARE(ran.json()["discovered"_L1].toString(), u"2026-03-03"_s);
        QVERIFY(ran.said.contains(u"Not legal advice"_s));
        const Ran stored = ada({u"deadlines"_s, store(), u"2026-001"_s, u"--json"_s});
        COMPARE_STATUS(stored, 0);
        QCOMPARE(stored.out, ran.out); // the same facts, the same answer
        const QString calendar = m_session->path(u"work/dates.ics"_s);
        const QStringList dated{u"--ics"_s, calendar, u"--now"_s, u"2026-03-20T09:42:00-05:00"_s};
        COMPARE_STATUS(m_session->run(command + dated), 0);
        const QByteArray once = m_session->read(u"work/dates.ics"_s);
        QVERIFY(once.startsWith("BEGIN:VCALENDAR"));
        COMPARE_STATUS(m_session->run(command + dated), 0);
        QCOMPARE(m_session->read(u"work/dates.ics"_s), once); // --now makes runs repeatable
        COMPARE_STATUS(m_session->run(command + QStringList{u"--ics"_s, u"/no/folder/x.ics"_s}), 3);
        COMPARE_STATUS(m_session->run({u"deadlines"_s, u"--facts"_s, u"/no/facts.json"_s}), 3);
    }

    void showsWhichDatesMoveBeforeItSaves()
    {
        QByteArray facts = m_session->read(u"in/facts.json"_s);
        facts.replace("2026-03-03", "2026-03-04");
        const QString path = m_session->write(u"in/later.json"_s, facts);
        const QStringList set{u"facts"_s, u"set"_s, store(), u"2026-001"_s, u"--facts"_s, path, u"--json"_s};
        const Ran dry = ada(set + QStringList{u"--dry-run"_s});
        COMPARE_STATUS(dry, 0);
        QCOMPARE(dry.json()["saved"_L1].toBool(true), false);
        const QJsonArray changes = dry.json()["changes"_L1].toArray();
        QVERIFY(!changes.isEmpty());
        QCOMPARE(sortedKeys(changes.first()),
                 QStringList(
                     {u"after"_s, u"before"_s, u"change"_s, u"citation"_s, u"days"_s, u"recipient"_s, u"sentence"_s}));
        QCOMPARE(changes.first()["days"_L1].toInt(), 1);
        COMPARE_STATUS(ada(set), 3); // without a reason
        COMPARE_STATUS(tom(set + QStringList{u"--reason"_s, u"r"_s}), 5);
        const Ran shown = ada({u"incident"_s, u"show"_s, store(), u"2026-001"_s, u"--json"_s});
        QCOMPARE(shown.json()["facts_revision"_L1].toInt(), 1);
        QVERIFY(dry.json()["awaits_counsel"_L1].toBool());
        const Ran saved = ada(set + QStringList{u"--reason"_s, u"A log says so"_s});
        COMPARE_STATUS(saved, 0);
        QCOMPARE(saved.json()["changes"_L1].toArray(), changes);
        // The day of discovery is counsel's to acknowledge.
        QCOMPARE(saved.json()["saved"_L1].toBool(true), false);
        QVERIFY(saved.said.contains(u"legal counsel has to acknowledge"_s));
    }

    void movesADayOfDiscoveryOnceCounselAcknowledges()
    {
        const auto due = [this] {
            const Ran ran = ada({u"obligations"_s, u"list"_s, store(), u"2026-001"_s, u"--json"_s});
            for (const QJsonValue &each : ran.json().array()) {
                if (each["recipient"_L1] == u"individuals"_s && each["standing"_L1] == u"owed"_s)
                    return each["due"_L1].toString();
            }
            return QString();
        };
        QCOMPARE(due(), u"2026-05-02"_s);
        const Ran pending = ada({u"facts"_s, u"pending"_s, store(), u"--json"_s});
        COMPARE_STATUS(pending, 0);
        QCOMPARE(pending.json().array().size(), 1);
        QCOMPARE(pending.json()[0]["reference"_L1].toString(), u"2026-001"_s);
        QVERIFY(!pending.json()[0]["changes"_L1].toArray().isEmpty());
        COMPARE_STATUS(ada({u"facts"_s, u"acknowledge"_s, store(), u"2026-001"_s}), 5);
        COMPARE_STATUS(lee({u"facts"_s, u"acknowledge"_s, store(), u"2026-002"_s}), 3);
        COMPARE_STATUS(lee({u"facts"_s, u"acknowledge"_s, store(), u"2026-001"_s, u"--note"_s, u"Seen"_s}), 0);
        QCOMPARE(due(), u"2026-05-03"_s);
        const QString facts = m_session->path(u"in/facts.json"_s);
        const QStringList back{u"facts"_s,   u"set"_s, store(),       u"2026-001"_s,
                               u"--facts"_s, facts,    u"--reason"_s, u"r"_s};
        COMPARE_STATUS(ada(back), 0);
        COMPARE_STATUS(lee({u"facts"_s, u"decline"_s, store(), u"2026-001"_s, u"--reason"_s, u"No"_s}), 0);
        COMPARE_STATUS(lee(back + QStringList{u"--json"_s}), 0); // counsel's own change is acknowledged
        QCOMPARE(due(), u"2026-05-02"_s);
    }

    void letsCounselSetADateBesideTheComputedOne()
    {
        const auto change = [this](const QStringList &more) {
            return QStringList{u"obligations"_s, u"override"_s, store(), u"2026-001"_s, u"individuals"_s} + more;
        };
        const QStringList date{u"--due"_s, u"2026-04-20"_s, u"--reason"_s, u"Counsel's reading"_s};
        COMPARE_STATUS(ada(change(date)), 5);
        COMPARE_STATUS(lee(change({u"--reason"_s, u"r"_s})), 2);
        COMPARE_STATUS(lee(change(date)), 0);
        const Ran shown = ada({u"deadlines"_s, store(), u"2026-001"_s, u"--json"_s});
        QJsonObject duty;
        for (const QJsonValue &each : shown.json()["owed"_L1].toArray()) {
            if (each["recipient"_L1] == u"individuals"_s)
                duty = each.toObject();
        }
        QCOMPARE(duty.value(u"due"_s).toString(), u"2026-04-20"_s); // the date to keep, as in the list of obligations
        QCOMPARE(duty.value(u"computed"_s).toString(), u"2026-05-02"_s);
        QCOMPARE(duty.value(u"override"_s)["due"_L1].toString(), u"2026-04-20"_s);
        QCOMPARE(duty.value(u"override"_s)["reason"_L1].toString(), u"Counsel's reading"_s);
        const Ran text = ada({u"deadlines"_s, store(), u"2026-001"_s});
        QVERIFY(text.out.contains("2026-04-20"));
        QVERIFY(text.out.contains("Counsel (Lee) set this date; 2026-05-02 is computed. Reason: Counsel's reading"));
        const auto listAt = [this](const QString &now) {
            QStringList list{u"deadlines"_s, store(), u"2026-001"_s};
            list += m_session->as(u"Ada"_s);
            list.last() = now;
            return m_session->run(list).out;
        };
        QVERIFY(!listAt(u"2026-04-20T23:59:00-05:00"_s).contains("2026-04-20  late"));
        QVERIFY(listAt(u"2026-04-21T00:00:00-05:00"_s).contains("2026-04-20  late"));
        COMPARE_STATUS(lee(change({u"--take-back"_s, u"--reason"_s, u"r"_s})), 0);
    }

    void worksOnObligations()
    {
        const auto call = [this](const QString &what, const QStringList &more) {
            return ada(QStringList{u"obligations"_s, what, store(), u"2026-001"_s, u"individuals"_s} + more);
        };
        COMPARE_STATUS(call(u"assign"_s, {u"--owner"_s, u"Lee"_s}), 0);
        COMPARE_STATUS(call(u"assign"_s, {u"--owner"_s, u"Nobody"_s}), 3);
        COMPARE_STATUS(call(u"state"_s, {u"drafting"_s}), 0);
        COMPARE_STATUS(call(u"target"_s, {u"--date"_s, u"2026-05-03"_s}), 3);
        COMPARE_STATUS(call(u"target"_s, {u"--date"_s, u"2026-04-20"_s}), 0);
        COMPARE_STATUS(call(u"note"_s, {u"--text"_s, u"Printer booked"_s}), 0);
        COMPARE_STATUS(call(u"snooze"_s, {u"--until"_s, u"2026-03-27T08:00:00-05:00"_s}), 0);
        COMPARE_STATUS(call(u"complete"_s, {u"--proof"_s, u"rumour"_s, u"--reference"_s, u"x"_s}), 3);
        COMPARE_STATUS(call(u"complete"_s,
                            {u"--proof"_s, u"mailing"_s, u"--reference"_s, u"USPS-1"_s, u"--on"_s, u"2026-03-19"_s}),
                       0);
        const Ran list = ada({u"obligations"_s, u"list"_s, store(), u"2026-001"_s, u"--json"_s});
        QJsonObject duty;
        for (const QJsonValue &each : list.json().array()) {
            if (each["recipient"_L1] == u"individuals"_s && each["standing"_L1] == u"owed"_s)
                duty = each.toObject();
        }
        QCOMPARE(duty.value(u"owner"_s).toString(), u"Lee"_s);
        QCOMPARE(duty.value(u"state"_s).toString(), u"done"_s);
        QCOMPARE(duty.value(u"target"_s).toString(), u"2026-04-20"_s);
        QCOMPARE(duty.value(u"notes"_s)[0]["text"_L1].toString(), u"Printer booked"_s);
        QCOMPARE(duty.value(u"snoozed_until"_s).toString(), u"2026-03-27T08:00:00-05:00"_s);
        QCOMPARE(duty.value(u"proof"_s)["reference"_L1].toString(), u"USPS-1"_s);
        COMPARE_STATUS(call(u"state"_s, {u"open"_s}), 3); // what was done is not open again without a reason
        COMPARE_STATUS(call(u"state"_s, {u"open"_s, u"--reason"_s, u"Returned to sender"_s}), 0);
        COMPARE_STATUS(tom({u"obligations"_s, u"assign"_s, store(), u"2026-001"_s, u"individuals"_s}), 5);
    }

    void listsComparesImportsAndAcceptsRules()
    {
        const Ran list = ada({u"law"_s, u"list"_s, store(), u"--json"_s});
        COMPARE_STATUS(list, 0);
        QVERIFY(list.json()[0]["available"_L1].toBool());
        const Ran same = ada({u"law"_s, u"diff"_s, store(), u"2026-001"_s, u"--json"_s});
        QCOMPARE(same.json()[0]["differs"_L1].toBool(true), false);
        QFile built(QStringLiteral(TOCSIN_SOURCE_DIR "/resources/law/hipaa.json"));
        QVERIFY(built.open(QIODevice::ReadOnly));
        QJsonObject pack = QJsonDocument::fromJson(built.readAll()).object();
        pack.insert(u"version"_s, u"2199.1"_s);
        QJsonArray rules = pack.value(u"rules"_s).toArray();
        rules.removeAt(0); // the notice to individuals
        pack.insert(u"rules"_s, rules);
        const QString file = m_session->write(u"in/next.json"_s, QJsonDocument(pack).toJson());
        const QStringList why{u"--reason"_s, u"Counsel sent it"_s};
        COMPARE_STATUS(tom(QStringList{u"law"_s, u"import"_s, store(), file} + why), 5);
        COMPARE_STATUS(ada(QStringList{u"law"_s, u"import"_s, store(), m_session->path(u"in/facts.json"_s)} + why), 3);
        COMPARE_STATUS(ada({u"law"_s, u"import"_s, store(), file}), 3);
        COMPARE_STATUS(ada({u"law"_s, u"import"_s, store(), file, u"--dry-run"_s}), 0);
        const Ran imported = ada(QStringList{u"law"_s, u"import"_s, store(), file, u"--json"_s} + why);
        COMPARE_STATUS(imported, 0);
        QCOMPARE(imported.json()["pack"_L1].toString(), u"hipaa@2199.1"_s);
        QCOMPARE(imported.json()["rules"_L1][0]["rule"_L1].toString(), u"hipaa/individuals"_s);
        const Ran other = ada({u"law"_s, u"diff"_s, store(), u"2026-002"_s, u"--json"_s});
        const QJsonValue rule = other.json()[0]["rules"_L1][0];
        QCOMPARE(rule["change"_L1].toString(), u"gone"_s);
        QCOMPARE(rule["rule"_L1].toString(), u"hipaa/individuals"_s);
        const Ran worked = ada({u"law"_s, u"diff"_s, store(), u"2026-001"_s, u"--json"_s});
        const QJsonValue withdrawn = worked.json()[0]["withdrawn"_L1][0];
        QCOMPARE(withdrawn["rule"_L1].toString(), u"hipaa/individuals"_s);
        QVERIFY(withdrawn["recorded"_L1].toArray().contains(u"owner Lee"_s));
        COMPARE_STATUS(ada({u"law"_s, u"accept"_s, store(), u"2026-002"_s, u"--reason"_s, u"New rules"_s}), 0);
        COMPARE_STATUS(ada({u"law"_s, u"accept"_s, store(), u"2026-002"_s, u"--reason"_s, u"New rules"_s}), 3);
    }

    void writesTheYearsLog()
    {
        const QString small = m_session->write(u"in/small.json"_s, QByteArray(R"({"entity":"covered-entity",
            "timezone":"America/Chicago","discovered":"2026-03-03","residents":{"TX":12},"data":["phi"],
            "secured":{"encrypted":false}})"));
        COMPARE_STATUS(ada({u"incident"_s, u"new"_s, store(), u"--title"_s, u"=1+1"_s, u"--facts"_s, small}), 0);
        const QString csv = m_session->path(u"work/log.csv"_s);
        const Ran log = ada({u"annual"_s, store(), u"2026"_s, u"--json"_s, u"--csv"_s, csv});
        COMPARE_STATUS(log, 0);
        QCOMPARE(log.json().array().size(), 1);
        QCOMPARE(log.json()[0]["affected"_L1].toInt(), 12);
        QCOMPARE(log.json()[0]["due"_L1].toString(), u"2027-03-01"_s);
        QCOMPARE(log.json()[0]["submission"_L1].toString(), u"open"_s);
        QVERIFY(m_session->read(u"work/log.csv"_s).contains(",'=1+1,"));
        COMPARE_STATUS(ada({u"annual"_s, store(), u"soon"_s}), 2);
    }

    void logsAndSearchesTheTimeline()
    {
        const QStringList log{u"log"_s, store(), u"2026-001"_s, u"--text"_s};
        COMPARE_STATUS(tom(log
                           + QStringList{u"Bucket policy replaced"_s, u"--stream"_s, u"technical"_s, u"--at"_s,
                                         u"2026-03-10T23:30:00-05:00"_s}),
                       0);
        COMPARE_STATUS(ada(log + QStringList{u"Counsel's view"_s, u"--privileged"_s}), 0);
        COMPARE_STATUS(tom(log + QStringList{u"Mine"_s, u"--privileged"_s}), 5);
        COMPARE_STATUS(olga(log + QStringList{u"I may not"_s}), 5);
        COMPARE_STATUS(ada(log + QStringList{u""_s}), 3);
        COMPARE_STATUS(ada(log + QStringList{u"x"_s, u"--at"_s, u"2026-03-10T23:30:00"_s}), 3);
        COMPARE_STATUS(ada(log + QStringList{u"x"_s, u"--stream"_s, u"rumours"_s}), 3);
        const QStringList read{u"timeline"_s, store(), u"2026-001"_s, u"--json"_s};
        const Ran found = tom(read + QStringList{u"--search"_s, u"policy buck"_s});
        COMPARE_STATUS(found, 0);
        QCOMPARE(found.json().array().size(), 1);
        QCOMPARE(
            sortedKeys(found.json()[0]),
            QStringList({u"at"_s, u"author"_s, u"id"_s, u"in_chronology"_s, u"precision"_s, u"privileged"_s,
                         u"recorded"_s, u"source"_s, u"stream"_s, u"superseded_by"_s, u"supersedes"_s, u"text"_s}));
        QCOMPARE(found.json()[0]["author"_L1].toString(), u"Tom"_s);
        QCOMPARE(found.json()[0]["at"_L1].toString(), u"2026-03-10T23:30:00-05:00"_s);
        QVERIFY(!tom(read).out.contains("Counsel's view"));
        QVERIFY(ada(read).out.contains("Counsel's view"));
    }

    void movesTasksAcrossTheBoard()
    {
        const Ran added = tom({u"task"_s, u"add"_s, store(), u"2026-001"_s, u"--title"_s, u"Restrict the role"_s,
                               u"--due"_s, u"2026-04-01"_s});
        COMPARE_STATUS(added, 0);
        QCOMPARE(added.out, QByteArray("T-1\n"));
        const QStringList move{u"task"_s, u"move"_s, store(), u"2026-001"_s, u"T-1"_s};
        COMPARE_STATUS(tom(move + QStringList{u"in-progress"_s}), 3); // nobody's yet
        COMPARE_STATUS(tom(move + QStringList{u"in-progress"_s, u"--owner"_s, u"Nobody"_s}), 3);
        COMPARE_STATUS(tom(move + QStringList{u"elsewhere"_s}), 3);
        COMPARE_STATUS(olga(move + QStringList{u"ready"_s}), 5);
        COMPARE_STATUS(tom(move + QStringList{u"done"_s, u"--owner"_s, u"Tom"_s}), 0);
        // A step that is refused changes nothing, not even the owner.
        COMPARE_STATUS(tom(move + QStringList{u"review"_s, u"--owner"_s, u"Ada"_s}), 3);
        const Ran list = ada({u"task"_s, u"list"_s, store(), u"2026-001"_s, u"--json"_s});
        COMPARE_STATUS(list, 0);
        QCOMPARE(list.json()[0]["owner"_L1].toString(), u"Tom"_s);
        QCOMPARE(list.json()[0]["column"_L1].toString(), u"done"_s);
        QCOMPARE(list.json()[0]["due"_L1].toString(), u"2026-04-01"_s);
        COMPARE_STATUS(tom(move + QStringList{u"review"_s, u"--note"_s, u"It came back"_s}), 0);
        COMPARE_STATUS(ada({u"task"_s, u"add"_s, store(), u"2026-001"_s, u"--title"_s, u"x"_s, u"--due"_s, u"soon"_s}),
                       3);
    }

    void importsARosterOnce()
    {
        const QString roster = QStringLiteral(TOCSIN_FIXTURES "/intake/roster-2500.csv");
        const QStringList import{u"roster"_s, u"import"_s, store(), u"2026-001"_s, roster, u"--json"_s};
        COMPARE_STATUS(olga(import), 5);
        const Ran dry = tom(import + QStringList{u"--dry-run"_s});
        COMPARE_STATUS(dry, 0);
        QCOMPARE(dry.json()["read"_L1].toInt(), 2517);
        QCOMPARE(dry.json()["revision"_L1].toInt(), 0);
        COMPARE_STATUS(tom(import + QStringList{u"--accept-residents"_s}), 5); // before anything is imported
        const Ran first = tom(import);
        COMPARE_STATUS(first, 0);
        QCOMPARE(first.json()["revision"_L1].toInt(), 1);
        QCOMPARE(first.json()["added"_L1].toInt(), 2517);
        QVERIFY(first.json()["problems_by_kind"_L1].isObject());
        QVERIFY(first.json()["residents_by_state"_L1].isObject());
        const Ran taken = ada({u"roster"_s, u"accept-residents"_s, store(), u"2026-001"_s, u"--json"_s});
        COMPARE_STATUS(taken, 0);
        QStringList moved; // as `facts set` tells it
        for (const QJsonValue &change : taken.json()["changes"_L1].toArray())
            moved << change["recipient"_L1].toString();
        QVERIFY2(moved.contains(u"AG:VT"_s) && moved.contains(u"individuals:LA"_s), taken.out.constData());
        COMPARE_STATUS(ada({u"roster"_s, u"accept-residents"_s, store(), u"2026-001"_s}), 3); // nothing is new
        const Ran again = ada(import + QStringList{u"--accept-residents"_s});
        COMPARE_STATUS(again, 0);
        QCOMPARE(again.json()["already_imported"_L1].toBool(), true);
        QCOMPARE(again.json()["added"_L1].toInt(), 0);
        COMPARE_STATUS(ada(import + QStringList{u"--accept-residents"_s}), 0); // and once more, with nothing to do
        COMPARE_STATUS(ada({u"roster"_s, u"import"_s, store(), u"2026-001"_s, u"/no/roster.csv"_s}), 3);
        COMPARE_STATUS(ada(import + QStringList{u"--map"_s, m_session->write(u"in/map.json"_s, "{\"x\":1}")}), 3);
    }

    void writesAndChecksNotices()
    {
        const QStringList place{store(), u"2026-001"_s};
        const Ran list = ada(QStringList{u"notices"_s, u"list"_s, u"--json"_s} + place);
        COMPARE_STATUS(list, 0);
        QCOMPARE(list.json()[0]["notice"_L1].toString(), u"individual-en"_s);
        QCOMPARE(list.json()[0]["status"_L1].toString(), u"draft"_s);
        const Ran checks
            = ada(QStringList{u"notices"_s, u"check"_s, u"--json"_s} + place + QStringList{u"individual-en"_s});
        COMPARE_STATUS(checks, 1);
        QCOMPARE(checks.json()["ready"_L1].toBool(true), false); // Massachusetts wants monitoring to be offered
        QCOMPARE(sortedKeys(checks.json()["checks"_L1].toArray().first()),
                 QStringList({u"citation"_s, u"detail"_s, u"id"_s, u"level"_s, u"title"_s}));
        COMPARE_STATUS(ada(QStringList{u"notices"_s, u"check"_s} + place + QStringList{u"nothing"_s}), 3);
        const QStringList edit
            = QStringList{u"notices"_s, u"edit"_s} + place + QStringList{u"individual-en"_s, u"--field"_s};
        COMPARE_STATUS(
            ada(edit
                + QStringList{u"what_happened=A file of orders could be read by others."_s, u"--field"_s,
                              u"offer=24 months of credit monitoring at no cost. To enroll, call 1-800-555-0142."_s}),
            0);
        const Ran ready
            = ada(QStringList{u"notices"_s, u"check"_s, u"--json"_s} + place + QStringList{u"individual-en"_s});
        QCOMPARE(ready.json()["ready"_L1].toBool(), true);
        COMPARE_STATUS(ada(edit + QStringList{u"colour=red"_s}), 3);
        COMPARE_STATUS(tom(edit + QStringList{u"offer=none"_s}), 5);
        const QStringList approve = QStringList{u"notices"_s, u"approve"_s} + place + QStringList{u"individual-en"_s};
        const QStringList lee = m_session->as(u"Lee"_s);
        COMPARE_STATUS(tom(approve), 5);
        COMPARE_STATUS(m_session->run(approve + lee), 3); // a draft
        COMPARE_STATUS(ada(QStringList{u"notices"_s, u"submit"_s} + place + QStringList{u"individual-en"_s}), 0);
        COMPARE_STATUS(ada(approve), 5); // her own words
        COMPARE_STATUS(ada(QStringList{u"letters"_s, u"run"_s} + place
                           + QStringList{u"individual-en"_s, u"--out"_s, m_session->path(u"work/early"_s)}),
                       1);
        QVERIFY(!QDir(m_session->path(u"work/early"_s)).exists());
        QStringList because;
        for (const QJsonValue &check : ready.json()["checks"_L1].toArray()) {
            if (check["level"_L1].toString() == u"warning"_s)
                because << check["id"_L1].toString();
        }
        QVERIFY(!because.isEmpty());
        const Ran silent = m_session->run(approve + lee);
        COMPARE_STATUS(silent, 1); // each warning needs its reason
        QVERIFY2(silent.said.contains(because.first()), qPrintable(silent.said));
        COMPARE_STATUS(m_session->run(approve + QStringList{u"--reason"_s, u"because"_s} + lee), 2);
        COMPARE_STATUS(m_session->run(approve + QStringList{u"--reason"_s, u"elements=Fine"_s} + lee), 3);
        const QString given = because.join(u',') + u"=Looked at, row by row."_s;
        COMPARE_STATUS(m_session->run(approve + QStringList{u"--reason"_s, given} + lee), 0);
        const QStringList all = QStringList{u"notices"_s, u"list"_s, u"--json"_s} + place;
        const Ran approved = ada(all);
        QCOMPARE(approved.json()[0]["status"_L1].toString(), u"approved"_s);
        QCOMPARE(approved.json()[0]["approved"_L1].toBool(), true);
        QCOMPARE(approved.json()[0]["approval_void"_L1].toString(), QString());
        const QJsonValue approval = approved.json()[0]["approvals"_L1][0];
        QCOMPARE(approval["accepted"_L1].toArray().size(), because.size());
        QCOMPARE(approval["accepted"_L1][0]["reason"_L1].toString(), u"Looked at, row by row."_s);
        const QStringList letter = place + QStringList{u"individual-en"_s};
        const auto letters = [&](const QString &verb, const QStringList &more) {
            return QStringList{u"letters"_s, verb} + letter + more;
        };
        const QString proof = m_session->path(u"work/accepted"_s);
        const QStringList accept = letters(u"accept-proof"_s, {u"--folder"_s, proof});
        const Ran early = ada(letters(u"run"_s, {u"--out"_s, m_session->path(u"work/early"_s)}));
        COMPARE_STATUS(early, 1);
        QVERIFY2(early.said.contains(u"proof set"_s), qPrintable(early.said));
        COMPARE_STATUS(ada(accept), 1); // there is none
        COMPARE_STATUS(ada(letters(u"run"_s, {u"--proof"_s, u"30"_s, u"--out"_s, proof})), 0);
        COMPARE_STATUS(tom(accept), 5);
        COMPARE_STATUS(ada(accept), 0);
        COMPARE_STATUS(ada(letters(u"run"_s, {u"--shard"_s, u"1/2"_s, u"--out"_s, m_session->path(u"work/half"_s)})),
                       0);
        QCOMPARE(ada(all).json()[0]["proof_accepted"_L1].toBool(), true);
        COMPARE_STATUS(ada({u"incident"_s, u"describe"_s, store(), u"2026-001"_s, u"--doing"_s, u"Asking"_s}), 0);
        const Ran changed = ada(all);
        QCOMPARE(changed.json()[0]["status"_L1].toString(), u"approval void"_s);
        QCOMPARE(changed.json()[0]["approved"_L1].toBool(true), false);
        QCOMPARE(changed.json()[0]["proof_accepted"_L1].toBool(true), false);
        QCOMPARE(changed.json()[0]["approval_void"_L1].toString(), u"the words changed after Lee approved version 2"_s);
        const Ran told = ada(QStringList{u"notices"_s, u"list"_s} + place);
        QVERIFY2(told.said.contains(u"individual-en: the words changed"_s), qPrintable(told.said));
    }

    void takesADocumentFromItsKindToFiles()
    {
        const QStringList place{store(), u"2026-001"_s};
        const auto notices = [&place](const QString &verb, const QStringList &more) {
            return QStringList{u"notices"_s, verb} + place + more;
        };
        const Ran kinds = ada(notices(u"kinds"_s, {u"--json"_s}));
        COMPARE_STATUS(kinds, 0);
        QCOMPARE(sortedKeys(kinds.json()[0]),
                 QStringList({u"citation"_s, u"due"_s, u"fields"_s, u"kind"_s, u"languages"_s, u"need"_s, u"notice"_s,
                              u"notices"_s, u"recipient"_s, u"status"_s, u"title"_s}));
        QCOMPARE(kinds.json()[0]["need"_L1].toString(), u"owed"_s);
        COMPARE_STATUS(tom(notices(u"add"_s, {u"board"_s})), 5);
        COMPARE_STATUS(ada(notices(u"add"_s, {u"poem"_s})), 3);
        COMPARE_STATUS(ada(notices(u"add"_s, {u"office"_s, u"--recipient"_s, u"HHS"_s})), 3);
        const Ran added = ada(notices(u"add"_s, {u"board"_s}));
        COMPARE_STATUS(added, 0);
        QCOMPARE(added.out.trimmed(), QByteArray("board"));
        COMPARE_STATUS(ada(notices(u"check"_s, {u"board"_s})), 1); // words are missing
        COMPARE_STATUS(ada(notices(u"submit"_s, {u"board"_s})), 1);
        COMPARE_STATUS(ada(notices(u"edit"_s,
                                   {u"board"_s, u"--field"_s, u"decisions=None today."_s, u"--field"_s,
                                    u"exposure=As counsel said."_s, u"--field"_s, u"next=Letters go out."_s})),
                       0);
        COMPARE_STATUS(ada(notices(u"check"_s, {u"board"_s})), 0);
        COMPARE_STATUS(ada(notices(u"submit"_s, {u"board"_s})), 0);
        const QString folder = m_session->path(u"work/board"_s);
        const QStringList produce = notices(u"produce"_s, {u"board"_s, u"--json"_s, u"--out"_s, folder});
        COMPARE_STATUS(ada(produce), 1);
        QVERIFY(!QDir(folder).exists());
        // The roster has kinds of information that the facts do not name.
        const QStringList reason{u"board"_s, u"--reason"_s, u"facts=The board gets them in a list."_s};
        COMPARE_STATUS(m_session->run(notices(u"approve"_s, {u"board"_s}) + m_session->as(u"Lee"_s)), 1);
        COMPARE_STATUS(m_session->run(notices(u"approve"_s, reason) + m_session->as(u"Lee"_s)), 0);
        const Ran produced = ada(produce);
        COMPARE_STATUS(produced, 0);
        QCOMPARE(sortedKeys(produced.json().object()),
                 QStringList({u"files"_s, u"folder"_s, u"manifest_sha256"_s, u"pages"_s}));
        QVERIFY(m_session->read(u"work/board/board.txt"_s).contains("Letters go out."));
        const Ran letters = ada(
            {u"letters"_s, u"run"_s, store(), u"2026-001"_s, u"board"_s, u"--out"_s, m_session->path(u"work/none"_s)});
        COMPARE_STATUS(letters, 3);
        QVERIFY2(letters.said.contains(u"notices produce"_s), qPrintable(letters.said));
        COMPARE_STATUS(ada(notices(u"add"_s, {u"office"_s, u"--recipient"_s, u"AG:ZZ"_s})), 3);
    }

    void producesTheSameLettersForTheSameMoment()
    {
        const auto run = [this](const QString &folder) {
            return QStringList{
                u"letters"_s, u"run"_s, store(),     u"2026-001"_s, u"individual-en"_s,
                u"--proof"_s, u"20"_s,  u"--json"_s, u"--out"_s,    m_session->path(u"work/"_s + folder)};
        };
        COMPARE_STATUS(tom(run(u"not-mine"_s)), 5);
        QVERIFY(!QDir(m_session->path(u"work/not-mine"_s)).exists());
        const Ran first = ada(run(u"one"_s));
        COMPARE_STATUS(first, 0);
        QCOMPARE(first.json()["letters"_L1].toInt(), 20);
        QCOMPARE(sortedKeys(first.json().object()),
                 QStringList({u"approved"_s, u"empty_share"_s, u"folder"_s, u"kept_parts"_s, u"left_out"_s,
                              u"letters"_s, u"pages"_s, u"parts"_s, u"parts_of_all_shares"_s, u"recipients"_s,
                              u"shard"_s, u"told_otherwise"_s, u"wave"_s, u"without_address"_s}));
        COMPARE_STATUS(ada(run(u"two"_s)), 0);
        for (const QString &name : {u"run.json"_s, u"run.csv"_s, u"part-0001.pdf"_s})
            QVERIFY2(m_session->read(u"work/one/"_s + name) == m_session->read(u"work/two/"_s + name),
                     qPrintable(name));
        const QStringList before = m_session->files(u"work/one"_s);
        COMPARE_STATUS(ada(run(u"one"_s)), 3); // a finished run stays as it is
        QCOMPARE(m_session->files(u"work/one"_s), before);
        COMPARE_STATUS(ada(run(u"three"_s) + QStringList{u"--shard"_s, u"3/2"_s}), 2);
        COMPARE_STATUS(ada(run(u"three"_s) + QStringList{u"--shard"_s, u"1/2"_s, u"--one-file"_s}), 2);
    }

    void savesALetterAndLeavesNoProofSetSplit()
    {
        const auto letters = [this](const QString &verb, const QStringList &more) {
            return QStringList{u"letters"_s, verb, store(), u"2026-001"_s, u"individual-en"_s} + more;
        };
        const auto preview = [&](const QString &name, const QStringList &more = {}) {
            return letters(u"preview"_s, QStringList{u"--out"_s, m_session->path(u"work/"_s + name)} + more);
        };
        COMPARE_STATUS(ada(preview(u"sample.html"_s, {u"--state"_s, u"MA"_s})), 0);
        const QByteArray page = m_session->read(u"work/sample.html"_s);
        QVERIFY(page.startsWith("<!DOCTYPE html>") && page.contains("[First name] [Last name]"));
        COMPARE_STATUS(ada(preview(u"sample"_s, {u"--format"_s, u"text"_s, u"--form"_s, u"minor"_s})), 0);
        QVERIFY(m_session->read(u"work/sample"_s).contains("[Representative]"));
        COMPARE_STATUS(ada(preview(u"sample.odt"_s)), 0);
        QVERIFY(m_session->read(u"work/sample.odt"_s).startsWith("PK"));
        COMPARE_STATUS(ada(preview(u"sample.doc"_s)), 2);
        COMPARE_STATUS(ada(preview(u"nobody.pdf"_s, {u"--recipient"_s, u"no-such-id"_s})), 3);
        QVERIFY(!QFile::exists(m_session->path(u"work/nobody.pdf"_s)));
        COMPARE_STATUS(olga(preview(u"not-mine.txt"_s)), 5);
        QVERIFY(!QFile::exists(m_session->path(u"work/not-mine.txt"_s)));
        const QStringList out{u"--out"_s, m_session->path(u"work/split"_s)};
        COMPARE_STATUS(ada(letters(u"run"_s, out + QStringList{u"--split-by"_s, u"state"_s})), 2);
        COMPARE_STATUS(ada(letters(u"run"_s, out + QStringList{u"--order"_s, u"name"_s})), 2);
        COMPARE_STATUS(
            ada(letters(u"run"_s, out + QStringList{u"--proof"_s, u"30"_s, u"--split-by"_s, u"language,form"_s})), 2);
        QVERIFY(!QDir(m_session->path(u"work/split"_s)).exists());
    }

    void provesTheLedger()
    {
        const Ran verified = olga({u"ledger"_s, u"verify"_s, store(), u"--json"_s});
        COMPARE_STATUS(verified, 0);
        QCOMPARE(sortedKeys(verified.json().object()),
                 QStringList({u"blinded"_s, u"entries"_s, u"head"_s, u"payloads"_s, u"signatures"_s, u"time_stamps"_s,
                              u"verifies"_s, u"withheld"_s}));
        QVERIFY(verified.json()["entries"_L1].toInteger() > 5);
        QCOMPARE(verified.json()["signatures"_L1], verified.json()["entries"_L1]);
        const QString checkpoint = m_session->path(u"work/checkpoint.txt"_s);
        COMPARE_STATUS(olga({u"ledger"_s, u"checkpoint"_s, store(), u"--out"_s, checkpoint}), 5);
        COMPARE_STATUS(ada({u"ledger"_s, u"checkpoint"_s, store(), u"--out"_s, checkpoint}), 0);
        COMPARE_STATUS(ada({u"ledger"_s, u"verify"_s, store(), u"--checkpoint"_s, checkpoint}), 0);
        const QString extract = m_session->path(u"work/extract.jsonl"_s);
        const QStringList out{u"--out"_s, extract};
        COMPARE_STATUS(tom(QStringList{u"ledger"_s, u"export"_s, store(), u"2026-001"_s} + out), 5);
        QVERIFY(!QFile::exists(extract));
        COMPARE_STATUS(ada(QStringList{u"ledger"_s, u"export"_s, store(), u"2026-001"_s} + out), 0);
        QVERIFY(!m_session->read(u"work/extract.jsonl"_s).contains("Bucket"));
        COMPARE_STATUS(m_session->run({u"ledger"_s, u"verify-extract"_s, extract}), 0);
        QByteArray altered = m_session->read(u"work/extract.jsonl"_s);
        altered.replace("compliance-lead", "compliance-leaf");
        const QString other = m_session->write(u"work/altered.jsonl"_s, altered);
        COMPARE_STATUS(m_session->run({u"ledger"_s, u"verify-extract"_s, other}), 1);
        // Another signature than the one that was given: the answer is no. What is no checkpoint is bad input.
        const QByteArray text = m_session->read(u"work/checkpoint.txt"_s);
        QByteArray forged = text;
        forged[text.size() - 3] = text.at(text.size() - 3) == '0' ? '1' : '0';
        const auto against = [this](const QByteArray &stated) {
            const QString path = m_session->write(u"work/altered.txt"_s, stated);
            return ada({u"ledger"_s, u"verify"_s, store(), u"--checkpoint"_s, path});
        };
        COMPARE_STATUS(against(text), 0);
        COMPARE_STATUS(against(forged), 1);
        COMPARE_STATUS(against(text.chopped(3) + '\n'), 3);
        COMPARE_STATUS(ada({u"ledger"_s, u"verify"_s, store(), u"--checkpoint"_s, extract}), 3);
    }

    void keepsATimeStampFromAnAuthority()
    {
        const TimeStampingAuthority authority(m_session->path(u"tsa"_s));
        QVERIFY2(authority.isReady(), "openssl could not make an authority");
        const QString request = m_session->path(u"work/today.tsq"_s);
        const QStringList ask{u"ledger"_s, u"stamp-request"_s, store(), u"--out"_s, request};
        COMPARE_STATUS(olga(ask), 5);
        QVERIFY(!QFile::exists(request));
        COMPARE_STATUS(ada(ask), 0);
        COMPARE_STATUS(ada(ask), 3); // is there already
        const QString reply = authority.reply(request);
        QVERIFY(QFile::exists(reply));
        const auto bring = [this](const QString &file, const QString &root) {
            return ada({u"ledger"_s, u"stamp-reply"_s, store(), file, u"--ca"_s, root, u"--json"_s});
        };
        const TimeStampingAuthority stranger(m_session->path(u"stranger"_s));
        COMPARE_STATUS(bring(reply, stranger.root()), 1);
        COMPARE_STATUS(bring(stranger.reply(stranger.request()), stranger.root()), 1); // answers nothing of ours
        COMPARE_STATUS(bring(request, authority.root()), 3); // no reply at all
        const QByteArray rejection = QByteArray::fromHex("30053003020102"); // TimeStampResp with status 2, RFC 3161
        const Ran refused = bring(m_session->write(u"work/refused.tsr"_s, rejection), authority.root());
        COMPARE_STATUS(refused, 1);
        QVERIFY2(refused.said.contains(u"refused"_s), qPrintable(refused.said));
        const Ran kept = bring(reply, authority.root());
        COMPARE_STATUS(kept, 0);
        QCOMPARE(kept.json()["authority"_L1].toString(), u"CN=Test Authority"_s);
        COMPARE_STATUS(bring(reply, authority.root()), 3); // once
        const Ran verified = ada({u"ledger"_s, u"verify"_s, store(), u"--json"_s});
        COMPARE_STATUS(verified, 0);
        const QJsonArray stamps = verified.json()["time_stamps"_L1].toArray();
        QCOMPARE(stamps.size(), 1);
        QCOMPARE(stamps.first()["verifies"_L1].toBool(), true);
        QCOMPARE(stamps.first()["entries"_L1], kept.json()["entries"_L1]);
        QCOMPARE(stamps.first()["at"_L1], kept.json()["at"_L1]);
        QVERIFY(ada({u"ledger"_s, u"verify"_s, store()}).out.contains("says CN=Test Authority"));
    }

    void buildsAPacketThatAnyoneCanVerify()
    {
        const QString folder = m_session->path(u"work/packet"_s);
        const QStringList build{u"packet"_s, u"build"_s, store(), u"2026-001"_s, u"--out"_s, folder, u"--json"_s};
        COMPARE_STATUS(tom(build), 5);
        QVERIFY(!QDir(folder).exists());
        const Ran built = ada(build);
        COMPARE_STATUS(built, 0);
        QCOMPARE(sortedKeys(built.json().object()),
                 QStringList({u"bytes"_s, u"files"_s, u"folder"_s, u"incident"_s, u"ledger_count"_s,
                              u"manifest_sha256"_s, u"pages"_s}));
        COMPARE_STATUS(ada(build), 3); // is there already
        const QStringList verify{u"packet"_s, u"verify"_s, folder, u"--json"_s};
        const Ran verified = m_session->run(verify);
        COMPARE_STATUS(verified, 0);
        QCOMPARE(verified.json()["manifest_sha256"_L1], built.json()["manifest_sha256"_L1]);
        const QString chronology = u"work/packet/data/chronology.csv"_s;
        QByteArray bytes = m_session->read(chronology);
        bytes[bytes.size() / 2] = static_cast<char>(bytes.at(bytes.size() / 2) ^ 1);
        m_session->write(chronology, bytes);
        const Ran altered = m_session->run(verify);
        COMPARE_STATUS(altered, 1);
        QCOMPARE(altered.json()["verifies"_L1].toBool(true), false);
        QVERIFY2(altered.said.contains(u"chronology.csv"_s), qPrintable(altered.said));
        COMPARE_STATUS(m_session->run({u"packet"_s, u"verify"_s, m_session->path(u"work/none"_s)}), 3);
    }

    void readsWithoutWriting()
    {
        const QStringList before = m_session->files();
        for (const QStringList &command :
             {QStringList{u"incident"_s, u"list"_s, store()}, QStringList{u"timeline"_s, store(), u"2026-001"_s},
              QStringList{u"task"_s, u"list"_s, store(), u"2026-001"_s},
              QStringList{u"deadlines"_s, store(), u"2026-001"_s}, QStringList{u"people"_s, u"list"_s, store()},
              QStringList{u"ledger"_s, u"verify"_s, store()}, QStringList{u"info"_s, store()}}) {
            const Ran ran = ada(command);
            COMPARE_STATUS(ran, 0);
            QVERIFY(!ran.out.isEmpty());
        }
        QCOMPARE(m_session->files(), before);
    }

    // Contracts, a regulator's letters, findings, postings: what a file says of them, the store says too.
    void keepsEveryClockOfTheFactsInTheStore()
    {
        const QString facts = m_session->write(u"in/clocks.json"_s,
                                               R"({"entity": "covered-entity", "timezone": "America/Chicago",
            "discovered": "2026-03-02T09:00:00-06:00", "residents": {"TX": 600}, "data": ["phi"],
            "secured": {"encrypted": false}, "abroad": ["EU"],
            "contract": [{"to": "payer", "days": 5, "name": "agreement 2024"}, {"to": "payer", "hours": 72}],
            "regulator_requests": [{"id": "DR-1", "from": "OCR", "received": "2026-03-09", "days": 30}],
            "corrections": [{"id": "COR-1", "from": "OCR", "received": "2026-03-09", "days": 45}],
            "findings": [{"id": "F-1", "class": "B", "confirmed": "2026-03-05", "cure_from": "2026-03-05"}],
            "posting": {"web_from": "2026-03-10"}, "retention": {"from": "2026-03-10"}})");
        const Ran alone = m_session->run({u"deadlines"_s, u"--facts"_s, facts, u"--json"_s});
        COMPARE_STATUS(alone, 0);
        QStringList recipients;
        for (const QJsonValue &each : alone.json()["owed"_L1].toArray())
            recipients << each.toObject().value("recipient"_L1).toString();
        for (const QString &each : {u"containment:24h"_s, u"payer"_s, u"OCR:DR-1"_s, u"OCR:COR-1"_s, u"finding:F-1"_s,
                                    u"cure:F-1"_s, u"posting:web"_s, u"records"_s})
            QVERIFY2(recipients.contains(each), qPrintable(each));

        const Ran made = ada({u"incident"_s, u"new"_s, store(), u"--title"_s, u"Clocks"_s, u"--facts"_s, facts});
        COMPARE_STATUS(made, 0);
        const Ran stored = ada({u"deadlines"_s, store(), QString::fromUtf8(made.out).trimmed(), u"--json"_s});
        COMPARE_STATUS(stored, 0);
        QCOMPARE(stored.out, alone.out);
    }
};

QTEST_GUILESS_MAIN(TestCliCase)
#include "tst_cli_case.moc"
