// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/annual_log.h"
#include "casework/deadlines_export.h"
#include "casework/delivery_record.h"
#include "casework/delivery_withdrawal.h"
#include "casework/facts_proposal.h"
#include "casework/facts_record.h"
#include "casework/letter_export.h"
#include "casework/notice.h"
#include "casework/notice_comment.h"
#include "casework/obligation.h"
#include "casework/obligation_plan.h"
#include "casework/packet.h"
#include "casework/playbook_run.h"
#include "casework/proof.h"
#include "casework/publication.h"
#include "casework/register_record.h"
#include "casework/rule_import.h"
#include "casework/run.h"
#include "casework/task.h"
#include "casework/template_version.h"
#include "casework/timeline.h"

#include <QDir>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

namespace {

/// The rights as they are meant, written out apart from the table that grants them: C compliance lead, L legal counsel,
/// T technical lead, M communications lead, E executive, O observer.
struct Meant
{
    const char *action;
    const char *roles;
};

constexpr Meant kMeant[]{
    {"organization.set", "C"},
    {"person.add", "C"},
    {"person.remove", "C"},
    {"person.passphrase", "CLTMEO"},
    {"store.rekey", "C"},
    {"store.kit", "C"},
    {"store.backup", "CT"},
    {"store.raw-key", "C"},
    {"incident.create", "CLT"},
    {"incident.describe", "CL"},
    {"incident.status", "CL"},
    {"facts.set", "CL"},
    {"timeline.log", "CLTME"},
    {"timeline.correct", "CLTM"},
    {"timeline.flag", "CL"},
    {"timeline.privileged", "CL"},
    {"task.add", "CLTM"},
    {"task.edit", "CLTM"},
    {"task.move", "CLTM"},
    {"playbook.start", "CLT"},
    {"register.add", "CLTM"},
    {"register.amend", "CLTM"},
    {"register.close", "CLTM"},
    {"register.verify", "CT"},
    {"obligation.state", "CLM"},
    {"obligation.complete", "CLM"},
    {"roster.import", "CT"},
    {"roster.decide", "CM"},
    {"roster.accept-residents", "CL"},
    {"recipient.view", "CLTM"},
    {"notice.create", "CLM"},
    {"notice.edit", "CLM"},
    {"notice.submit", "CLM"},
    {"notice.approve", "CL"},
    {"template.save", "CLM"},
    {"notice.comment", "CLTM"},
    {"notice.answer-comment", "CLTM"},
    {"notice.settle-comment", "CLM"},
    {"notice.publish", "CLM"},
    {"notice.amend-publication", "CLM"},
    {"notice.take-down", "CLM"},
    {"run.record", "CM"},
    {"proof.accept", "CLM"},
    {"delivery.mailed", "CM"},
    {"delivery.returned", "CM"},
    {"delivery.correct-address", "CM"},
    {"delivery.substitute", "CLM"},
    {"delivery.take-back", "CLM"},
    {"letter.export", "CLTM"},
    {"packet.build", "CL"},
    {"ledger.export", "CL"},
    {"ledger.checkpoint", "CLT"},
    {"ledger.stamp", "CLT"},
    {"ledger.verify", "CLTMEO"},
    {"facts.acknowledge", "L"},
    {"facts.decline", "L"},
    {"obligation.assign", "CLM"},
    {"obligation.target", "CLM"},
    {"obligation.note", "CLTM"},
    {"obligation.snooze", "CLM"},
    {"obligation.override", "L"},
    {"obligation.lift-override", "L"},
    {"deadlines.export", "CLTMEO"},
    {"annual.export", "CLTMEO"},
    {"law.import", "CL"},
    {"law.accept", "CL"},
};

char letterOf(Role role)
{
    switch (role) {
    case Role::ComplianceLead:
        return 'C';
    case Role::LegalCounsel:
        return 'L';
    case Role::TechnicalLead:
        return 'T';
    case Role::CommunicationsLead:
        return 'M';
    case Role::Executive:
        return 'E';
    case Role::Observer:
        break;
    }
    return 'O';
}

bool isMeant(Role role, QLatin1StringView action)
{
    for (const Meant &each : kMeant) {
        if (action == QLatin1StringView(each.action))
            return QByteArrayView(each.roles).contains(letterOf(role));
    }
    return false;
}

/// Something a person can try, and the code with which it fails, if it does.
struct Attempt
{
    QLatin1StringView action;
    std::function<std::optional<ErrorCode>(CaseFixture &)> run;
};

template <typename T>
std::optional<ErrorCode> codeOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

/// A command with nothing filled in: the right is asked for before anything else.
template <typename Command>
Attempt command()
{
    return {Command::kAction, [](CaseFixture &store) { return codeOf(store.submit(Command())); }};
}

QList<Attempt> commands()
{
    return {command<SetOrganization>(),
            command<CreateIncident>(),
            command<DescribeIncident>(),
            command<SetIncidentStatus>(),
            command<SetFacts>(),
            command<LogEntry>(),
            command<CorrectEntry>(),
            command<FlagEntry>(),
            command<AddTask>(),
            command<EditTask>(),
            command<MoveTask>(),
            command<StartPlaybook>(),
            command<AddRegisterRecord>(),
            command<AmendRegisterRecord>(),
            command<CloseRegisterRecord>(),
            command<VerifyRegisterRecord>(),
            command<SetObligationState>(),
            command<CompleteObligation>(),
            command<AcceptStaged>(),
            command<DecideRecipients>(),
            command<AcceptResidents>(),
            command<CreateNotice>(),
            command<EditNotice>(),
            command<SubmitNotice>(),
            command<ApproveNotice>(),
            command<SaveTemplate>(),
            command<AddComment>(),
            command<AnswerComment>(),
            command<SettleComment>(),
            command<AddPublication>(),
            command<AmendPublication>(),
            command<TakeDownPublication>(),
            command<RecordRun>(),
            command<AcceptProof>(),
            command<RecordMailed>(),
            command<RecordReturned>(),
            command<CorrectAddress>(),
            command<RecordSubstitute>(),
            command<WithdrawDelivery>(),
            command<RecordLetterExport>(),
            command<RecordPacket>(),
            command<RecordDeadlinesExport>(),
            command<RecordAnnualExport>(),
            command<AcknowledgeDiscovery>(),
            command<DeclineDiscovery>(),
            command<AssignObligation>(),
            command<SetObligationTarget>(),
            command<AddObligationNote>(),
            command<SnoozeReminders>(),
            command<OverrideDueDate>(),
            command<LiftOverride>(),
            command<ImportRulePacks>(),
            command<AcceptRulePacks>()};
}

QList<Attempt> specialOperations()
{
    return {
        {"person.add"_L1, [](CaseFixture &store) { return codeOf(store.addPerson(u"Eve"_s, Role::Observer)); }},
        {"person.remove"_L1, [](CaseFixture &store) { return codeOf(store.file().removePerson({1}).result()); }},
        {"store.rekey"_L1, [](CaseFixture &store) { return codeOf(store.file().rekey().result()); }},
        {"store.kit"_L1, [](CaseFixture &store) { return codeOf(store.file().recoveryCode().result()); }},
        {"store.raw-key"_L1, [](CaseFixture &store) { return codeOf(store.file().rawKey().result()); }},
        {"store.backup"_L1,
         [](CaseFixture &store) { return codeOf(store.file().backup(store.filePath(u"backup"_s)).result()); }},
        {"ledger.checkpoint"_L1, [](CaseFixture &store) { return codeOf(store.file().checkpoint().result()); }},
        {"ledger.stamp"_L1,
         [](CaseFixture &store) {
             const auto asked = store.file().requestTimeStamp(store.filePath(u"stamp.tsq"_s)).result();
             const auto kept = store.file().keepTimeStamp("no reply", {}).result();
             return codeOf(asked) == codeOf(kept) ? codeOf(kept) : std::nullopt;
         }},
        {"ledger.export"_L1,
         [](CaseFixture &store) {
             return codeOf(store.file()
                               .exportLedger({1}, store.filePath(u"extract"_s), ledger::Payloads::Withheld,
                                             std::make_shared<Progress>())
                               .result());
         }},
        {"roster.import"_L1,
         [](CaseFixture &store) {
             Recipient person;
             person.key = u"k"_s;
             return codeOf(store.file().stage({{1}, {person}, true}).result());
         }},
    };
}

QByteArray labelOf(Role role, QLatin1StringView action)
{
    return roleToken(role).toLatin1() + ' ' + QByteArray(action.data(), action.size());
}

} // namespace

class TestCaseworkRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grantsEachRightToJustTheRolesMeant_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("action");
        for (const Role role : allRoles()) {
            for (const QLatin1StringView action : allActions())
                QTest::newRow(labelOf(role, action).constData()) << static_cast<int>(role) << QString(action);
        }
    }

    void grantsEachRightToJustTheRolesMeant()
    {
        QFETCH(const int, role);
        QFETCH(const QString, action);
        const QByteArray name = action.toLatin1();
        QCOMPARE(permits(static_cast<Role>(role), QLatin1StringView(name)),
                 isMeant(static_cast<Role>(role), QLatin1StringView(name)));
    }

    void hasTheRightsThatAreMeantAndNoOthers()
    {
        QStringList granted;
        for (const QLatin1StringView action : allActions())
            granted << action;
        QStringList meant;
        for (const Meant &each : kMeant)
            meant << QString::fromLatin1(each.action);
        granted.sort();
        meant.sort();
        QCOMPARE(granted, meant);
        QVERIFY(!permits(Role::ComplianceLead, "no.such-action"_L1));
    }

    void triesEveryActionThatWrites()
    {
        // What is only read, and what everybody may do to themselves, has its tests elsewhere.
        QSet<QString> tried{u"recipient.view"_s, u"timeline.privileged"_s, u"person.passphrase"_s, u"ledger.verify"_s};
        for (const Attempt &each : commands() + specialOperations())
            tried.insert(each.action);
        QSet<QString> all;
        for (const QLatin1StringView action : allActions())
            all.insert(action);
        QCOMPARE(tried, all);
    }

    void refusesWhatTheRoleMayNotAndWritesNothing_data()
    {
        QTest::addColumn<int>("role");
        for (const Role role : allRoles())
            QTest::newRow(roleToken(role).toLatin1().constData()) << static_cast<int>(role);
    }

    void refusesWhatTheRoleMayNotAndWritesNothing()
    {
        QFETCH(const int, role);
        CaseFixture store(static_cast<Role>(role));
        const QStringList files = QDir(store.filePath({})).entryList(QDir::Files, QDir::Name);
        const auto people = store.ask(PeopleQuery())->size();
        const qint64 entries = store.ask(LedgerHeadQuery())->count;
        for (const Attempt &each : commands() + specialOperations()) {
            if (isMeant(static_cast<Role>(role), each.action))
                continue;
            const QByteArray label = labelOf(static_cast<Role>(role), each.action);
            QVERIFY2(each.run(store) == ErrorCode::NotAllowed, label.constData());
            QVERIFY2(store.ask(LedgerHeadQuery())->count == entries, label.constData());
        }
        QCOMPARE(QDir(store.filePath({})).entryList(QDir::Files, QDir::Name), files);
        QCOMPARE(store.ask(PeopleQuery())->size(), people);
        QCOMPARE(vault::Vault::publicInfo(store.path())->slotList.size(), people);
        QCOMPARE(store.ask(StagedEffect{{1}})->added, 0);
    }

    void letsThoseTryWhoMay()
    {
        for (const Role role : allRoles()) {
            CaseFixture store(role);
            for (const Attempt &each : commands()) {
                if (isMeant(role, each.action))
                    QVERIFY2(each.run(store) != ErrorCode::NotAllowed, labelOf(role, each.action).constData());
            }
            // These change who may do what, so that each has a store of its own.
            for (const Attempt &each : specialOperations()) {
                if (!isMeant(role, each.action))
                    continue;
                CaseFixture own(role);
                QVERIFY2(each.run(own) != ErrorCode::NotAllowed, labelOf(role, each.action).constData());
            }
        }
    }

    void showsThePeopleAffectedOnlyToThoseWhoMaySeeThem()
    {
        for (const Role role : allRoles()) {
            CaseFixture store(role);
            const bool may = isMeant(role, "recipient.view"_L1);
            QCOMPARE(store.ask(RecipientIds{{1}}).has_value(), may);
            QCOMPARE(store.ask(RecipientsById{{{1}}}).has_value(), may);
            QVERIFY(may || store.ask(RecipientIds{{1}}).error().code == ErrorCode::NotAllowed);
        }
    }

    void beginsAStoreOnlyWithWhoMayAddPeople()
    {
        CaseFixture around;
        for (const Role role : allRoles()) {
            NewCase request;
            request.path = around.filePath(roleToken(role) + u".tocsin"_s);
            request.organization = CaseFixture::organization();
            request.personName = u"Eve"_s;
            request.role = role;
            request.passphrase = CaseFixture::passphraseOf(u"Eve"_s);
            request.cost = vault::KdfCost::forTests();
            const auto made = CaseFile::create(request, around.surroundings());
            QCOMPARE(made.has_value(), isMeant(role, "person.add"_L1));
            if (made)
                continue;
            QCOMPARE(made.error().code, ErrorCode::BadInput);
            QVERIFY2(made.error().message.contains(u"compliance-lead"_s), qPrintable(made.error().message));
            QVERIFY(!QFile::exists(request.path));
        }
    }

    void keepsPrivilegedWordsFromTheLedgerPageOfOthers()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        LogEntry entry{incident, u"What counsel thinks"_s};
        entry.privileged = true;
        const auto logged = store.submit(entry);
        QVERIFY(logged);
        const auto corrected = store.submit(CorrectEntry{{logged->id}, u"What counsel really thinks"_s, {}, {}});
        QVERIFY(corrected);
        QVERIFY(store.submit(LogEntry{incident, u"Open words"_s}));
        const auto rowOf = [&store](qint64 sequence) {
            const auto rows = store.ask(LedgerRows());
            return *std::find_if(rows->begin(), rows->end(),
                                 [&](const LedgerRow &row) { return row.sequence == sequence; });
        };
        QCOMPARE(rowOf(logged->sequence).after.value("text"_L1).toString(), u"What counsel thinks"_s);
        QVERIFY(store.addPerson(u"Tom"_s, Role::TechnicalLead));
        QVERIFY(store.openAs(u"Tom"_s));
        for (const qint64 sequence : {logged->sequence, corrected->sequence}) {
            QVERIFY(rowOf(sequence).before.isEmpty());
            QCOMPARE(rowOf(sequence).after, (QJsonObject{{u"withheld"_s, u"privileged"_s}}));
        }
        QCOMPARE(rowOf(corrected->sequence + 1).after.value("text"_L1).toString(), u"Open words"_s);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkRoles)
#include "tst_casework_roles.moc"
