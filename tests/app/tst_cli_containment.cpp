// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_session.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::CliSession;
using tocsin::test::Ran;

namespace {

const QByteArray kBytes("access log of the export bucket\n");

} // namespace

class TestCliContainment : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CliSession> m_session; // one store for what builds on each other, in the order of the file

    [[nodiscard]] Ran run(const QString &group, const QString &verb, const QStringList &rest = {}) const
    {
        return m_session->ada(QStringList{group, verb, m_session->store(), u"2026-001"_s} + rest);
    }
    [[nodiscard]] Ran reg(const QString &verb, const QStringList &rest = {}) const
    {
        return run(u"register"_s, verb, rest);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_session = std::make_unique<CliSession>();
        m_session->makeStore(true);
        m_session->makeIncident();
    }

    void listsPlaybooksWithoutAStore()
    {
        const Ran all = m_session->run({u"playbook"_s, u"list"_s, u"--json"_s});
        COMPARE_STATUS(all, 0);
        QCOMPARE(all.json().array().size(), 6);
        const Ran one = m_session->run({u"playbook"_s, u"list"_s, u"cdn-leak"_s});
        COMPARE_STATUS(one, 0);
        QVERIFY(one.out.contains("1 h\tPurge"));
        COMPARE_STATUS(m_session->run({u"playbook"_s, u"list"_s, u"flood"_s}), 3);
    }

    void startsAPlaybookOnceAndShowsItsMarks()
    {
        const QString protocol = u"containment-72h"_s;
        COMPARE_STATUS(run(u"playbook"_s, u"start"_s, {protocol}), 3); // the facts have no hour
        const QStringList from{protocol, u"--from"_s, u"2026-03-19T09:00:00-05:00"_s};
        COMPARE_STATUS(m_session->run(QStringList{u"playbook"_s, u"start"_s, m_session->store(), u"2026-001"_s} + from
                                      + m_session->as(u"Olga"_s)),
                       5);
        const Ran started = run(u"playbook"_s, u"start"_s, from + QStringList{u"--json"_s});
        COMPARE_STATUS(started, 0);
        QCOMPARE(started.json()["tasks"_L1].toInt(), 17);
        const Ran again = run(u"playbook"_s, u"start"_s, from);
        COMPARE_STATUS(again, 3);
        QVERIFY(again.said.contains(u"started already"_s));
        const Ran shown = run(u"playbook"_s, u"show"_s, {u"--json"_s});
        COMPARE_STATUS(shown, 0);
        const QJsonObject checklist = shown.json()[0].toObject();
        QCOMPARE(checklist["alarm"_L1].toString(), u"amber"_s); // 24 h 42 min
        QCOMPARE(checklist["done"_L1].toInt(), 0);
        QCOMPARE(checklist["steps"_L1][0]["due"_L1].toString(), u"2026-03-19T10:00:00-05:00"_s);
        QCOMPARE(checklist["steps"_L1][0]["mark"_L1].toString(), u"1 h"_s);
        QVERIFY(checklist["steps"_L1][0]["late"_L1].toBool());
        COMPARE_STATUS(run(u"playbook"_s, u"show"_s, {u"cdn-leak"_s}), 3);
    }

    void declaresAnIncidentWithItsFirstSteps()
    {
        CliSession other;
        other.makeStore();
        const QStringList make{u"incident"_s,
                               u"new"_s,
                               other.store(),
                               u"--title"_s,
                               u"Export"_s,
                               u"--facts"_s,
                               other.path(u"in/facts.json"_s)};
        const QStringList from{u"--first-steps"_s, u"--from"_s, u"2026-03-19T09:00:00-05:00"_s, u"--json"_s};
        COMPARE_STATUS(other.ada(make + QStringList{u"--playbook"_s, u"cdn-leak"_s}), 2); // not without the flag
        COMPARE_STATUS(other.ada(make + from + QStringList{u"--playbook"_s, u"flood"_s}), 3);
        const Ran made = other.ada(make + from);
        COMPARE_STATUS(made, 0);
        QCOMPARE(made.json()["reference"_L1].toString(), u"2026-001"_s); // the refused ones left nothing
        QCOMPARE(made.json()["playbook"_L1].toString(), u"containment-72h"_s);
        QCOMPARE(made.json()["tasks"_L1].toInt(), 17);
        QCOMPARE(
            made.json()["notices"_L1].toArray(),
            QJsonArray({u"holding-press"_s, u"holding-patients"_s, u"holding-partners"_s, u"holding-employees"_s}));
        const Ran tasks = other.ada({u"task"_s, u"list"_s, other.store(), u"2026-001"_s, u"--json"_s});
        QCOMPARE(tasks.json().array().size(), 17);
        const Ran notices = other.ada({u"notices"_s, u"list"_s, other.store(), u"2026-001"_s, u"--json"_s});
        QVERIFY(notices.out.contains("holding-patients"));
        // Without it, as ever: nothing but the incident, and the same single line.
        const Ran plain = other.ada(make);
        COMPARE_STATUS(plain, 0);
        QCOMPARE(plain.out, QByteArray("2026-002\n"));
        const Ran none = other.ada({u"task"_s, u"list"_s, other.store(), u"2026-002"_s, u"--json"_s});
        QVERIFY(none.json().array().isEmpty());
    }

    void plansTasksInSprints()
    {
        COMPARE_STATUS(run(u"task"_s, u"add"_s,
                           {u"--title"_s, u"Encrypt"_s, u"--sprint"_s, u"2026-12"_s, u"--class"_s, u"A"_s, u"--due"_s,
                            u"2026-03-24T16:00:00-05:00"_s}),
                       0);
        COMPARE_STATUS(run(u"task"_s, u"add"_s, {u"--title"_s, u"x"_s, u"--class"_s, u"D"_s}), 3);
        const Ran list = run(u"task"_s, u"list"_s, {u"--sprint"_s, u"2026-12"_s, u"--json"_s});
        COMPARE_STATUS(list, 0);
        QCOMPARE(list.json().array().size(), 1);
        const QJsonObject task = list.json()[0].toObject();
        QCOMPARE(task["due_at"_L1].toString(), u"2026-03-24T16:00:00-05:00"_s);
        QCOMPARE(task["due"_L1].toString(), u"2026-03-24"_s);
        QCOMPARE(task["class"_L1].toString(), u"A"_s);
        COMPARE_STATUS(run(u"task"_s, u"edit"_s, {u"T-1"_s, u"--sprint"_s, u"2026-12"_s}), 0);
        const Ran chart = run(u"task"_s, u"burndown"_s, {u"--sprint"_s, u"2026-12"_s, u"--json"_s});
        COMPARE_STATUS(chart, 0);
        QCOMPARE(chart.json()[0]["left"_L1].toInt(), 2);
    }

    void keepsARegisterFromEntryToClosing()
    {
        const QStringList fields{u"--set"_s, u"who=Billing"_s, u"--set"_s, u"access=none"_s,
                                 u"--set"_s, u"why=Contain"_s, u"--set"_s, u"until=2026-03-19"_s};
        const Ran made = reg(u"add"_s, QStringList{u"access-restriction"_s} + fields);
        COMPARE_STATUS(made, 0);
        QCOMPARE(made.out, QByteArray("AR-1\n"));
        COMPARE_STATUS(reg(u"add"_s, {u"flood"_s, u"--set"_s, u"who=x"_s}), 3);
        COMPARE_STATUS(reg(u"add"_s, {u"access-restriction"_s, u"--set"_s, u"who"_s}), 2);
        COMPARE_STATUS(reg(u"add"_s, {u"access-restriction"_s, u"--set"_s, u"who=x"_s}), 3);
        const Ran check = reg(u"check"_s, {u"--json"_s});
        COMPARE_STATUS(check, 1);
        QCOMPARE(check.json()[0]["issue"_L1].toString(), u"expired"_s);
        QCOMPARE(check.json()[0]["record"_L1].toString(), u"AR-1"_s);
        COMPARE_STATUS(reg(u"amend"_s, {u"AR-1"_s, u"--set"_s, u"until=2026-04-01"_s, u"--reason"_s, u"Longer"_s}), 0);
        COMPARE_STATUS(reg(u"amend"_s, {u"AR-9"_s, u"--set"_s, u"until=2026-04-01"_s, u"--reason"_s, u"x"_s}), 3);
        COMPARE_STATUS(reg(u"close"_s, {u"AR-1"_s, u"--reason"_s, u"Over"_s}), 0);
        const Ran list = reg(u"list"_s, {u"--json"_s});
        QCOMPARE(list.json()[0]["state"_L1].toString(), u"closed"_s);
        QCOMPARE(list.json()[0]["fields"_L1]["until"_L1].toString(), u"2026-04-01"_s);
        COMPARE_STATUS(reg(u"close"_s, {u"AR-1"_s, u"--reason"_s, u"Not yet"_s, u"--reopen"_s}), 0);
    }

    void aLetterToAPartnerTakesItsFieldsFromTheRegister()
    {
        const QStringList fields{u"--set"_s, u"name=Blue Plan"_s,
                                 u"--set"_s, u"kind=payer"_s,
                                 u"--set"_s, u"status=suspended"_s,
                                 u"--set"_s, u"since=2026-03-12"_s,
                                 u"--set"_s, u"contract=Agreement of 2024"_s};
        QCOMPARE(reg(u"add"_s, QStringList{u"partner"_s} + fields).out, QByteArray("PA-1\n"));
        const Ran added = run(u"notices"_s, u"add"_s, {u"partner"_s, u"--recipient"_s, u"PA-1"_s});
        COMPARE_STATUS(added, 0);
        QCOMPARE(added.out, QByteArray("partner-pa-1\n"));
        COMPARE_STATUS(run(u"notices"_s, u"add"_s, {u"partner"_s, u"--recipient"_s, u"PA-9"_s}), 3);
        const Ran checked = run(u"notices"_s, u"check"_s, {u"partner-pa-1"_s});
        QVERIFY(!checked.out.contains("partner.name")); // it has one
    }

    void reportsWhatTwoStreamsSayDifferently()
    {
        const QStringList timeline{u"timeline"_s, m_session->store(), u"2026-001"_s, u"--check"_s};
        COMPARE_STATUS(m_session->ada(timeline), 0);
        const auto log = [this](const QString &stream, const QString &text) {
            return m_session
                ->ada({u"log"_s, m_session->store(), u"2026-001"_s, u"--text"_s, text, u"--stream"_s, stream})
                .status;
        };
        QCOMPARE(log(u"technical"_s, u"The log shows 1,200 people"_s), 0);
        QCOMPARE(log(u"regulatory"_s, u"1,500 people are affected"_s), 0);
        const Ran found = m_session->ada(timeline + QStringList{u"--json"_s});
        COMPARE_STATUS(found, 1);
        const QJsonObject first = found.json()[0].toObject();
        QCOMPARE(first["about"_L1].toString(), u"people"_s);
        QCOMPARE(first["statements"_L1].toArray().size(), 2);
        QCOMPARE(first["statements"_L1][0]["stream"_L1].toString(), u"technical"_s);
        QCOMPARE(first["statements"_L1][1]["passage"_L1].toString(), u"1,500 people are affected"_s);
        QVERIFY(m_session->ada(timeline).out.contains("regulatory says 1,500"));
    }

    void hashesAForensicCopyAndVerifiesIt()
    {
        const QString file = m_session->write(u"in/access.log"_s, kBytes);
        const QStringList fields{u"--set"_s, u"what=Access logs"_s,
                                 u"--set"_s, u"source=log bucket"_s,
                                 u"--set"_s, u"taken=2026-03-20T09:00:00-05:00"_s,
                                 u"--set"_s, u"taken_by=Ada"_s,
                                 u"--set"_s, u"place=Safe 2"_s};
        COMPARE_STATUS(reg(u"add"_s, QStringList{u"forensic-copy"_s, u"--file"_s, u"nowhere"_s} + fields), 3);
        COMPARE_STATUS(reg(u"add"_s, QStringList{u"forensic-copy"_s, u"--file"_s, file} + fields), 0);
        const Ran list = reg(u"list"_s, {u"--kind"_s, u"forensic-copy"_s, u"--json"_s});
        const QJsonObject kept = list.json()[0]["file"_L1].toObject();
        const auto digest = [](QCryptographicHash::Algorithm algorithm) {
            return QString::fromLatin1(QCryptographicHash::hash(kBytes, algorithm).toHex());
        };
        QCOMPARE(kept["sha256"_L1].toString(), digest(QCryptographicHash::Sha256));
        QCOMPARE(kept["sha512"_L1].toString(), digest(QCryptographicHash::Sha512));
        QCOMPARE(kept["size"_L1].toInt(), int(kBytes.size()));
        COMPARE_STATUS(reg(u"verify"_s, {u"FC-1"_s, u"--file"_s, file}), 0);
        m_session->write(u"in/access.log"_s, kBytes + "one more line\n");
        const Ran differs = reg(u"verify"_s, {u"FC-1"_s, u"--file"_s, file, u"--json"_s});
        COMPARE_STATUS(differs, 1);
        QVERIFY(!differs.json()["verifies"_L1].toBool());
        QCOMPARE(reg(u"check"_s, {u"--json"_s}).json()[0]["issue"_L1].toString(), u"differs"_s);
        QVERIFY(m_session->verifyFault().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCliContainment)
#include "tst_cli_containment.moc"
