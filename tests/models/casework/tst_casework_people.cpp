// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/casework/raw_store.h"

#include "casework/obligation_plan.h"
#include "casework/task.h"
#include "casework/timeline.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;
using tocsin::test::openRaw;

class TestCaseworkPeople : public QObject
{
    Q_OBJECT

private:
    static bool verifies(CaseFixture &store)
    {
        const auto session = store.file().openSession();
        const Progress progress;
        const auto report = verifyLedger((*session)->reader(), store.file().storeId(), {}, progress);
        if (report && report->fault)
            qWarning("%s", qPrintable(report->fault->message));
        return report && !report->fault && report->counts.signatures == store.ask(LedgerHeadQuery())->count;
    }

    static QStringList activeNames(CaseFixture &store)
    {
        QStringList names;
        const auto people = store.ask(PeopleQuery());
        for (const Person &person : *people) {
            if (person.isActive())
                names << person.name;
        }
        return names;
    }

    static Task taskOf(CaseFixture &store, qint64 id)
    {
        const auto tasks = store.ask(TasksQuery{{1}});
        const auto found
            = std::find_if(tasks->begin(), tasks->end(), [id](const Task &each) { return each.id.value == id; });
        return found == tasks->end() ? Task() : *found;
    }

    static vault::SecureBytes recoveryCode(CaseFixture &store)
    {
        const auto code = store.file().recoveryCode().result();
        return code ? (*code)->clone() : vault::SecureBytes();
    }

    static Result<std::unique_ptr<CaseFile>> recover(CaseFixture &store, const vault::SecureBytes &code,
                                                     const QString &name)
    {
        RecoverCase request;
        request.path = store.path();
        request.code = code.clone();
        request.personName = name;
        request.passphrase = CaseFixture::passphraseOf(name);
        request.cost = vault::KdfCost::forTests();
        return CaseFile::recover(request, store.surroundings());
    }

    static Result<Receipt> changePassphrase(CaseFixture &store, const QString &from, const QString &to)
    {
        ChangePassphrase request;
        request.current = vault::SecureBytes::fromText(from);
        request.next = vault::SecureBytes::fromText(to);
        request.cost = vault::KdfCost::forTests();
        return store.file().changePassphrase(std::move(request)).result();
    }

private Q_SLOTS:
    void takesSomebodyBackUnderTheSameName()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto first = store.addPerson(u"Lee"_s, Role::LegalCounsel);
        QVERIFY(first);
        QVERIFY(store.openAs(u"Lee"_s));
        QVERIFY(store.submit(LogEntry{incident, u"As counsel"_s}));
        QVERIFY(store.openAs(u"Ada"_s));
        QVERIFY(store.file().removePerson({first->id}).result());
        QCOMPARE(store.openAs(u"Lee"_s).error().code, ErrorCode::Locked);
        QVERIFY(store.openAs(u"Ada"_s));
        QCOMPARE(activeNames(store), QStringList{u"Ada"_s});
        QVERIFY(verifies(store)); // what was signed before the removal still holds
        const auto second = store.addPerson(u"Lee"_s, Role::Observer);
        QVERIFY(second);
        QVERIFY(second->id != first->id);
        QVERIFY(store.openAs(u"Lee"_s));
        QCOMPARE(store.file().actor().role, Role::Observer);
        const auto people = store.ask(PeopleQuery());
        QCOMPARE(people->size(), 3);
        QVERIFY(people->at(1).signingKey != people->at(2).signingKey);
        QVERIFY(verifies(store));
    }

    void refusesASecondSlotOfOneName()
    {
        CaseFixture store;
        QVERIFY(store.addPerson(u"Lee"_s, Role::Observer));
        const qint64 before = store.ask(LedgerHeadQuery())->count;
        for (const QString &name : {u"Lee"_s, u"LEE"_s, u"Ada"_s})
            QCOMPARE(store.addPerson(name, Role::Observer).error().code, ErrorCode::Conflict);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before);
        QCOMPARE(activeNames(store), QStringList({u"Ada"_s, u"Lee"_s}));
    }

    void letsNobodyRemoveThemselvesOrWhoIsGone()
    {
        CaseFixture store;
        const auto lee = store.addPerson(u"Lee"_s, Role::Observer);
        QCOMPARE(store.file().removePerson(store.file().actor().id).result().error().code, ErrorCode::Conflict);
        QVERIFY(store.file().removePerson({lee->id}).result());
        QCOMPARE(store.file().removePerson({lee->id}).result().error().code, ErrorCode::NotFound);
        QCOMPARE(activeNames(store), QStringList{u"Ada"_s});
        QVERIFY(verifies(store));
    }

    void givesTasksThatWereNotBegunBackToNobody()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto lee = store.addPerson(u"Lee"_s, Role::TechnicalLead);
        const auto waiting = store.submit(AddTask{incident, u"Waits"_s, {}, {lee->id}, {}, TaskColumn::Ready});
        const auto begun = store.submit(AddTask{incident, u"Begun"_s, {}, {lee->id}, {}, TaskColumn::InProgress});
        QVERIFY(waiting && begun);
        const auto duties = store.ask(ObligationsQuery{incident});
        const ObligationId open = duties->at(0).id;
        const ObligationId done = duties->at(1).id;
        for (const ObligationId each : {open, done})
            QVERIFY(store.submit(AssignObligation{each, {lee->id}}));
        QVERIFY(store.submit(CompleteObligation{done, {u"statement"_s, u"Sent"_s, QDate(2026, 3, 19)}}));
        QVERIFY(store.file().removePerson({lee->id}).result());
        QVERIFY(taskOf(store, waiting->id).owner.isNull());
        QCOMPARE(taskOf(store, begun->id).ownerName, u"Lee"_s); // who began it stays to be seen
        const auto after = store.ask(ObligationsQuery{incident});
        for (const ObligationRecord &each : *after) {
            if (each.id == open)
                QVERIFY(each.owner.isNull() && each.ownerName.isEmpty());
            if (each.id == done)
                QCOMPARE(each.ownerName, u"Lee"_s);
        }
    }

    void namesAnOwnerAndMovesInOneStep()
    {
        CaseFixture store;
        const auto task = store.submit(AddTask{store.incident(), u"Restrict the role"_s});
        MoveTask move{{task->id}, TaskColumn::InProgress};
        QCOMPARE(store.submit(move).error().code, ErrorCode::Conflict);
        move.owner = {999};
        QCOMPARE(store.submit(move).error().code, ErrorCode::NotFound);
        QVERIFY(taskOf(store, task->id).owner.isNull());
        move.owner = store.file().actor().id;
        const auto moved = store.submit(move);
        QVERIFY(moved);
        const Task after = taskOf(store, task->id);
        QCOMPARE(after.column, TaskColumn::InProgress);
        QCOMPARE(after.ownerName, u"Ada"_s);
        QCOMPARE(store.ask(LedgerRows())->first().after.value("owner"_L1).toString(), u"Ada"_s);
    }

    void changesAPassphraseOnlyForWhoKnowsTheOldOne()
    {
        CaseFixture store;
        const qint64 before = store.ask(LedgerHeadQuery())->count;
        QCOMPARE(changePassphrase(store, u"not it"_s, u"the next one"_s).error().code, ErrorCode::Locked);
        QCOMPARE(changePassphrase(store, u"passphrase of Ada"_s, QString()).error().code, ErrorCode::BadInput);
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before);
        QVERIFY(changePassphrase(store, u"passphrase of Ada"_s, u"the next one"_s));
        QCOMPARE(store.ask(LedgerHeadQuery())->count, before + 1);
        QCOMPARE(store.openAs(u"Ada"_s).error().code, ErrorCode::Locked);
        const auto opened = CaseFile::unlock(
            {store.path(), u"Ada"_s, vault::SecureBytes::fromText(u"the next one"_s), {}}, store.surroundings());
        QVERIFY(opened);
    }

    void recoversWithALostKeyFile()
    {
        CaseFixture store;
        QVERIFY(store.addPerson(u"Lee"_s, Role::LegalCounsel));
        const vault::SecureBytes code = recoveryCode(store);
        store.close();
        QVERIFY(QFile::remove(store.path() + u".keys"_s));
        QCOMPARE(store.openAs(u"Ada"_s).error().code, ErrorCode::Locked);
        {
            const auto recovered = recover(store, code, u"ada"_s);
            QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().message));
            QCOMPARE((*recovered)->actor().role, Role::ComplianceLead);
        }
        QVERIFY(store.openAs(u"ada"_s));
        // Whoever has no slot any more is not shown as somebody who has access.
        QCOMPARE(activeNames(store), QStringList{u"ada"_s});
        QCOMPARE(store.ask(LedgerRows())->first().action, u"store.recover"_s);
        QVERIFY(verifies(store));
        QVERIFY(store.addPerson(u"Lee"_s, Role::LegalCounsel));
        QVERIFY(verifies(store));
    }

    void keepsTheOthersWhenTheKeyFileIsThere()
    {
        CaseFixture store;
        QVERIFY(store.addPerson(u"Lee"_s, Role::LegalCounsel));
        const vault::SecureBytes code = recoveryCode(store);
        store.close();
        QVERIFY(recover(store, code, u"Rescue"_s));
        QVERIFY(store.openAs(u"Lee"_s));
        QCOMPARE(activeNames(store), QStringList({u"Ada"_s, u"Lee"_s, u"Rescue"_s}));
        QVERIFY(verifies(store));
    }

    void voidsTheOldKitWithEveryNewKey()
    {
        CaseFixture store;
        const vault::SecureBytes code = recoveryCode(store);
        QVERIFY(store.file().rekey().result());
        const vault::SecureBytes next = recoveryCode(store);
        QVERIFY(code.view().toByteArray() != next.view().toByteArray());
        store.close();
        QCOMPARE(recover(store, code, u"Rescue"_s).error().code, ErrorCode::Locked);
        QVERIFY(recover(store, next, u"Rescue"_s));
    }

    void leavesNoSlotBehindWhenAddingFails()
    {
        CaseFixture store;
        {
            auto raw = openRaw(store);
            QVERIFY(raw
                    && raw->execute(u"CREATE TRIGGER in_the_way BEFORE INSERT ON person "
                                    "BEGIN SELECT RAISE(ABORT, 'no'); END"_s));
        }
        QCOMPARE(store.addPerson(u"Lee"_s, Role::Observer).error().code, ErrorCode::Conflict);
        QCOMPARE(vault::Vault::publicInfo(store.path())->slotList.size(), 1);
        QVERIFY(openRaw(store)->execute(u"DROP TRIGGER in_the_way"_s));
        QVERIFY(store.addPerson(u"Lee"_s, Role::Observer));
        QVERIFY(store.openAs(u"Lee"_s));
        QVERIFY(verifies(store));
    }

    void takesOverTheNameOfASlotThatAKillLeft()
    {
        CaseFixture store;
        store.close();
        {
            auto vault = vault::Vault::unlock(store.path(), {u"Ada"_s, CaseFixture::passphraseOf(u"Ada"_s), {}});
            QVERIFY(vault);
            // The first of the two steps of adding a person; the kill comes here.
            QVERIFY(vault->addPerson(
                {u"Lee"_s, u"observer"_s, CaseFixture::passphraseOf(u"Lee"_s), {}, vault::KdfCost::forTests()},
                store.clock()));
        }
        QCOMPARE(store.openAs(u"Lee"_s).error().code, ErrorCode::Locked);
        QVERIFY(store.openAs(u"Ada"_s));
        QVERIFY(store.addPerson(u"Lee"_s, Role::TechnicalLead));
        QCOMPARE(vault::Vault::publicInfo(store.path())->slotList.size(), 2);
        QVERIFY(store.openAs(u"Lee"_s));
        QCOMPARE(store.file().actor().role, Role::TechnicalLead);
        QVERIFY(verifies(store));
    }

    void endsWhoseRemovalWasCutOff()
    {
        CaseFixture store;
        const auto lee = store.addPerson(u"Lee"_s, Role::Observer);
        const QByteArray slot = QByteArray::fromHex(store.ask(PeopleQuery())->last().slot.toLatin1());
        store.close();
        {
            auto vault = vault::Vault::unlock(store.path(), {u"Ada"_s, CaseFixture::passphraseOf(u"Ada"_s), {}});
            QVERIFY(vault->removePerson(slot)); // and the kill comes here
        }
        QCOMPARE(store.openAs(u"Lee"_s).error().code, ErrorCode::Locked);
        QVERIFY(store.openAs(u"Ada"_s));
        QVERIFY(store.file().removePerson({lee->id}).result());
        QCOMPARE(activeNames(store), QStringList{u"Ada"_s});
        QVERIFY(verifies(store));
    }

    void leavesNoFileOfAStoreThatCannotBeMade()
    {
        const QTemporaryDir folder;
        const CaseFixture other;
        NewCase request;
        request.path = folder.filePath(u"s.tocsin"_s);
        request.personName = u"Ada"_s;
        request.cost = vault::KdfCost::forTests();
        request.organization = CaseFixture::organization();
        QCOMPARE(CaseFile::create(request, other.surroundings()).error().code, ErrorCode::BadInput); // no passphrase
        request.passphrase = CaseFixture::passphraseOf(u"Ada"_s);
        request.organization.timezone = "Mars/Olympus";
        QCOMPARE(CaseFile::create(request, other.surroundings()).error().code, ErrorCode::BadInput);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCaseworkPeople)
#include "tst_casework_people.moc"
