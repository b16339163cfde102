// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/case_file.h"

#include "casework/incident.h"
#include "casework/rule_pack_record.h"
#include "casework/schema.h"
#include "casework/sql.h"
#include "casework/timeline.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr qsizetype kMostReversible = 100;

QString slotText(const QByteArray &slotId)
{
    return QString::fromLatin1(slotId.toHex());
}

Result<Actor> actorOf(vault::Vault &vault)
{
    struct Row
    {
        Actor actor;
        bool removed = false;
    };
    TOCSIN_ASSIGN(const QList<Row> owners,
                  sql::rows(
                      vault.database(),
                      u"SELECT id, name, role, removed_sequence IS NOT NULL FROM person WHERE slot = ?1"_s,
                      [](const vault::Statement &found) {
                          return Row{{sql::id<PersonId>(found, 0), found.text(1),
                                      roleFromToken(found.text(2)).value_or(Role::Observer)},
                                     found.boolean(3)};
                      },
                      slotText(vault.identity().slotId())));
    if (owners.isEmpty()) {
        return fail(ErrorCode::Locked,
                    u"This key slot belongs to nobody of this store; ask the compliance lead to add you again."_s);
    }
    const Row &row = owners.first();
    if (row.removed)
        return fail(ErrorCode::Locked, u"%1 is no longer one of the people of this store."_s.arg(row.actor.name));
    return row.actor;
}

/// The row of a person who signs from the next ledger entry on.
Result<PersonId> insertPerson(vault::Database &database, const QByteArray &slotId, const QString &name, Role role,
                              const QByteArray &publicKey)
{
    return sql::insert(database,
                       u"INSERT INTO person (slot, name, role, signing_key, added_sequence) "
                       "VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(sequence), 0) + 1 FROM ledger_entry))"_s,
                       slotText(slotId), name, roleToken(role), publicKey)
        .map([](qint64 id) { return PersonId{id}; });
}

/// From the next entry on, the person's key signs nothing.
Result<> endPerson(vault::Database &database, PersonId person)
{
    return sql::run(database,
                    u"UPDATE person SET removed_sequence = (SELECT coalesce(max(sequence), 0) FROM ledger_entry) "
                    "WHERE id = ?1"_s,
                    person);
}

/// Ends those who are still listed though their slot is gone: a key file was lost, or a removal was cut off between its
/// two steps. Gives their names, for the ledger.
Result<QStringList> endPeopleWithoutSlot(vault::Vault &vault)
{
    QJsonArray slotList;
    for (const vault::SlotInfo &slot : vault.people())
        slotList.append(slotText(slot.id));
    const QString gone = u"removed_sequence IS NULL AND slot NOT IN (SELECT value FROM json_each(?1))"_s;
    TOCSIN_ASSIGN(const QStringList names,
                  sql::rows(
                      vault.database(), u"SELECT name FROM person WHERE %1 ORDER BY id"_s.arg(gone),
                      [](const vault::Statement &row) { return row.text(0); }, sql::jsonText(slotList)));
    TOCSIN_TRY(sql::run(
        vault.database(),
        u"UPDATE person SET removed_sequence = (SELECT coalesce(max(sequence), 0) FROM ledger_entry) WHERE %1"_s.arg(
            gone),
        sql::jsonText(slotList)));
    return names;
}

/// Takes away slots of this name that belong to nobody: what is left where adding a person was cut off between its two
/// steps. Such a slot opens nothing, but keeps the name taken.
Result<> dropOrphanSlots(vault::Vault &vault, const QString &name)
{
    const QString wanted = name.normalized(QString::NormalizationForm_C).toCaseFolded();
    const QList<vault::SlotInfo> slotList = vault.people();
    for (const vault::SlotInfo &slot : slotList) {
        if (slot.personName.toCaseFolded() != wanted)
            continue;
        TOCSIN_ASSIGN(const QList<qint64> owners,
                      sql::rows(
                          vault.database(), u"SELECT id FROM person WHERE slot = ?1 AND removed_sequence IS NULL"_s,
                          [](const vault::Statement &row) { return row.integer(0); }, slotText(slot.id)));
        if (owners.isEmpty())
            TOCSIN_TRY(vault.removePerson(slot.id));
    }
    return {};
}

/// The first person has to be able to add the others: nobody could do it later, and no role can be changed.
Result<> checkFirstRole(Role role)
{
    if (permits(role, "person.add"_L1))
        return {};
    QStringList able;
    for (const Role each : rolesFor("person.add"_L1))
        able << roleToken(each);
    return fail(ErrorCode::BadInput,
                u"The first person of a store has to be able to add the others, which “%1” is not. Choose: %2."_s.arg(
                    roleToken(role), able.join(u", "_s)));
}

/// The first transaction of a store: schema, person, organization, first ledger entry.
Result<> begin(vault::Vault &vault, const NewCase &request, const Surroundings &surroundings)
{
    TOCSIN_TRY(prepareSchema(vault.database()));
    TOCSIN_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(vault.database()));
    TOCSIN_ASSIGN(const PersonId id,
                  insertPerson(vault.database(), vault.identity().slotId(), request.personName, request.role,
                               vault.identity().publicKey()));
    const Actor actor{id, request.personName, request.role};
    const PackShelf shelf(surroundings.packs, surroundings.packsChosen);
    Writer writer(vault.database(), actor, surroundings.clock->now(), shelf);
    TOCSIN_TRY(SetOrganization{request.organization}.apply(writer));
    LedgerNote note{{}, u"store"_s, {}, {{u"organization"_s, request.organization.toJson()}}};
    note.after.insert(u"person"_s, request.personName);
    note.after.insert(u"role"_s, roleToken(request.role));
    TOCSIN_TRY(appendEntry(vault.database(), vault.identity(), vault.storeId().toString(QUuid::WithoutBraces), actor,
                           writer.now(), "store.create"_L1, note));
    return transaction.commit();
}

/// After a recovery: the person with the new slot, and the end of those whose slots are gone.
Result<> beginAgain(vault::Vault &vault, const Surroundings &surroundings)
{
    TOCSIN_TRY(prepareSchema(vault.database()));
    const vault::Identity &identity = vault.identity();
    TOCSIN_ASSIGN(const Role role, roleFromToken(identity.roleToken()));
    TOCSIN_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(vault.database()));
    TOCSIN_ASSIGN(const QStringList ended, endPeopleWithoutSlot(vault));
    TOCSIN_ASSIGN(const PersonId id,
                  insertPerson(vault.database(), identity.slotId(), identity.personName(), role, identity.publicKey()));
    TOCSIN_TRY(appendEntry(vault.database(), identity, vault.storeId().toString(QUuid::WithoutBraces),
                           {id, identity.personName(), role}, surroundings.clock->now(), "store.recover"_L1,
                           {{},
                            u"person/%1"_s.arg(id.value),
                            {},
                            {{u"person"_s, identity.personName()}, {u"ended"_s, QJsonArray::fromStringList(ended)}}}));
    return transaction.commit();
}

/// What SQL alone cannot bring forward from an older schema, signed by whoever opens the store. Does nothing once it is
/// done, so an attempt that was cut off is made up for at the next opening.
Result<> bringForward(vault::Vault &vault, const Surroundings &surroundings)
{
    TOCSIN_ASSIGN(const Actor actor, actorOf(vault));
    TOCSIN_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(vault.database()));
    const PackShelf shelf(surroundings.packs, surroundings.packsChosen);
    Writer writer(vault.database(), actor, surroundings.clock->now(), shelf);
    TOCSIN_ASSIGN(const QStringList pinned, pinOlderIncidents(writer));
    if (pinned.isEmpty())
        return {};
    TOCSIN_TRY(appendEntry(vault.database(), vault.identity(), vault.storeId().toString(QUuid::WithoutBraces), actor,
                           writer.now(), "store.migrate"_L1,
                           {{},
                            u"store"_s,
                            {{u"schema"_s, 1}},
                            {{u"schema"_s, newestSchema()}, {u"pinned"_s, QJsonArray::fromStringList(pinned)}}}));
    return transaction.commit();
}

} // namespace

Result<std::unique_ptr<CaseFile>> CaseFile::create(const NewCase &request, Surroundings surroundings)
{
    // Checked before a file is made, so that none is left behind.
    TOCSIN_TRY(Organization::fromJson(QJsonDocument(request.organization.toJson()).toJson()));
    TOCSIN_TRY(checkFirstRole(request.role));
    const vault::NewPerson person{request.personName, roleToken(request.role), request.passphrase.clone(),
                                  request.keyFile, request.cost};
    TOCSIN_ASSIGN(vault::Vault vault, vault::Vault::create(request.path, person, *surroundings.clock));
    if (const Result<> begun = begin(vault, request, surroundings); !begun) {
        // The files are seconds old, hold nothing, and are ours: create() fails where there are others.
        {
            const vault::Vault closed = std::move(vault);
        }
        vault::removeStore(request.path);
        return forward(begun);
    }
    return opened(std::move(vault), std::move(surroundings));
}

Result<std::unique_ptr<CaseFile>> CaseFile::unlock(const UnlockCase &request, Surroundings surroundings)
{
    TOCSIN_ASSIGN(
        vault::Vault vault,
        vault::Vault::unlock(request.path, {request.personName, request.passphrase.clone(), request.keyFile}));
    TOCSIN_TRY(prepareSchema(vault.database()));
    TOCSIN_TRY(bringForward(vault, surroundings));
    // What an import that was killed had put aside. Not worth a failure: the next import clears it too.
    (void)vault.database().execute(u"DELETE FROM staged_row WHERE id > 0"_s);
    return opened(std::move(vault), std::move(surroundings));
}

Result<std::unique_ptr<CaseFile>> CaseFile::recover(const RecoverCase &request, Surroundings surroundings)
{
    const vault::NewPerson person{
        request.personName, roleToken(Role::ComplianceLead), request.passphrase.clone(), {}, request.cost};
    TOCSIN_ASSIGN(vault::Vault vault, vault::Vault::recover(request.path, request.code, person, *surroundings.clock));
    TOCSIN_TRY(beginAgain(vault, surroundings));
    TOCSIN_TRY(bringForward(vault, surroundings));
    return opened(std::move(vault), std::move(surroundings));
}

Result<std::unique_ptr<CaseFile>> CaseFile::opened(vault::Vault vault, Surroundings surroundings)
{
    TOCSIN_ASSIGN(const Actor actor, actorOf(vault));
    // Not make_unique: the constructor is private.
    return std::unique_ptr<CaseFile>(new CaseFile(std::move(vault), actor, std::move(surroundings)));
}

CaseFile::CaseFile(vault::Vault vault, Actor actor, Surroundings surroundings)
    : m_path(vault.storePath())
    , m_storeId(vault.storeId().toString(QUuid::WithoutBraces))
    , m_actor(std::move(actor))
    , m_surroundings(std::move(surroundings))
    , m_shelf(std::make_shared<const PackShelf>(m_surroundings.packs, m_surroundings.packsChosen))
    , m_vault(std::make_unique<vault::Vault>(std::move(vault)))
    , m_worker(new QObject)
{
    m_thread.setObjectName(u"store"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

CaseFile::~CaseFile()
{
    // Behind everything that is queued.
    QMetaObject::invokeMethod(
        m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
    delete m_worker;
}

Result<> CaseFile::allow(QLatin1StringView action) const
{
    if (may(action))
        return {};
    return fail(ErrorCode::NotAllowed,
                u"The role “%1” does not include this (%2). Ask somebody whose role does."_s.arg(roleName(m_actor.role),
                                                                                                 action));
}

Result<Receipt> CaseFile::write(QLatin1StringView action, const Apply &apply, const std::function<Result<>()> &last)
{
    TOCSIN_TRY(allow(action));
    TOCSIN_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault->database()));
    Writer writer(m_vault->database(), m_actor, m_surroundings.clock->now(), *m_shelf);
    TOCSIN_ASSIGN(const Outcome outcome, apply(writer));
    TOCSIN_ASSIGN(const qint64 sequence,
                  appendEntry(m_vault->database(), m_vault->identity(), m_storeId, m_actor, writer.now(), action,
                              writer.noted()));
    if (last)
        TOCSIN_TRY(last());
    TOCSIN_TRY(transaction.commit());
    writer.touch(Kind::Ledger, sequence);
    QMetaObject::invokeMethod(
        this, [this, changes = writer.changes()] { Q_EMIT changed(changes); }, Qt::QueuedConnection);
    const Receipt receipt{sequence, outcome.id, outcome.reference, outcome.held,
                          writer.reversal() ? writer.reversal()->what : QString()};
    remember(receipt, action, writer);
    return receipt;
}

void CaseFile::remember(const Receipt &receipt, QLatin1StringView action, const Writer &writer)
{
    if (!writer.reversal())
        return;
    m_reversible.append({receipt.sequence, action, writer.noted().incident, *writer.reversal()});
    if (m_reversible.size() > kMostReversible)
        m_reversible.removeFirst();
}

QFuture<Result<Undone>> CaseFile::undo(UndoChoice choice)
{
    return onStore<Result<Undone>>([this, choice = std::move(choice)](vault::Vault &) { return takeBack(choice); });
}

Result<Undone> CaseFile::takeBack(const UndoChoice &choice)
{
    const auto found = std::find_if(m_reversible.crbegin(), m_reversible.crend(), [&choice](const Reversible &each) {
        return (!choice.kind || each.reversal.kind == *choice.kind)
            && (choice.sequence == 0 || each.sequence == choice.sequence)
            && (choice.incident.isEmpty() || each.incident == choice.incident);
    });
    if (found == m_reversible.crend())
        return fail(ErrorCode::NotFound, u"There is nothing here to undo since the store was unlocked."_s);
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): it is used after it left the list
    const Reversible last = *found;
    const Result<Receipt> receipt = write(last.action, [&last](Writer &writer) -> Result<Outcome> {
        TOCSIN_ASSIGN(const Outcome outcome, last.reversal.apply(writer));
        LedgerNote note = writer.noted();
        note.after.insert(u"undoes"_s, last.sequence);
        writer.note(std::move(note));
        writer.forgetReversal(); // undoing once more goes further back, not to and fro
        return outcome;
    });
    // What can never be taken back any more does not stand before what can.
    const auto isGone = [](ErrorCode code) { return code == ErrorCode::Conflict || code == ErrorCode::NotFound; };
    if (receipt || isGone(receipt.error().code))
        m_reversible.removeIf([&last](const Reversible &each) { return each.sequence == last.sequence; });
    return receipt.map([&last](const Receipt &done) { return Undone{last.reversal.what, done}; });
}

QFuture<Result<>> CaseFile::stage(StageRows rows)
{
    return onStore<Result<>>([this, rows = std::move(rows)](vault::Vault &vault) -> Result<> {
        TOCSIN_TRY(allow(StageRows::kAction));
        TOCSIN_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(vault.database()));
        Writer writer(vault.database(), m_actor, m_surroundings.clock->now(), *m_shelf);
        TOCSIN_TRY(rows.apply(writer));
        return transaction.commit();
    });
}

QFuture<Result<Receipt>> CaseFile::addPerson(AddPerson request)
{
    auto person = std::make_shared<vault::NewPerson>(vault::NewPerson{
        request.name, roleToken(request.role), std::move(request.passphrase), request.keyFile, request.cost});
    const Role role = request.role;
    return onStore<Result<Receipt>>([this, person, role](vault::Vault &vault) -> Result<Receipt> {
        TOCSIN_TRY(allow("person.add"_L1));
        TOCSIN_TRY(dropOrphanSlots(vault, person->name));
        TOCSIN_ASSIGN(const vault::SlotInfo slot, vault.addPerson(*person, *m_surroundings.clock));
        auto added = write("person.add"_L1, [&](Writer &writer) -> Result<Outcome> {
            TOCSIN_ASSIGN(const QStringList ended, endPeopleWithoutSlot(vault));
            TOCSIN_ASSIGN(const PersonId id, insertPerson(writer.db(), slot.id, person->name, role, slot.publicKey));
            writer.touch(Kind::Person, id.value);
            writer.note({{},
                         u"person/%1"_s.arg(id.value),
                         {},
                         {{u"name"_s, person->name},
                          {u"role"_s, roleToken(role)},
                          {u"key"_s, QString::fromLatin1(slot.publicKey.toHex())},
                          {u"ended"_s, QJsonArray::fromStringList(ended)}}});
            TOCSIN_ASSIGN(const QList<Incident> incidents, IncidentsQuery().run(writer));
            for (const Incident &each : incidents) {
                if (each.status != IncidentStatus::Closed)
                    TOCSIN_TRY(logSystemEntry(writer, each.id, Stream::Command,
                                              u"%1 joined as %2"_s.arg(person->name, roleName(role))));
            }
            return Outcome{id.value, person->name};
        });
        // Should even this fail, the slot opens nothing without a row among the people, and goes with the next attempt.
        if (!added)
            (void)vault.removePerson(slot.id);
        return added;
    });
}

Result<Outcome> CaseFile::removeFromPeople(Writer &writer, const Person &person) const
{
    TOCSIN_TRY(endPerson(writer.db(), person.id));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE task SET owner = NULL WHERE owner = ?1 AND board_column IN ('backlog', 'ready')"_s,
                        person.id));
    TOCSIN_TRY(
        sql::run(writer.db(), u"UPDATE obligation SET owner = NULL WHERE owner = ?1 AND state <> 'done'"_s, person.id));
    TOCSIN_ASSIGN(const QList<Incident> incidents, IncidentsQuery().run(writer));
    for (const Incident &each : incidents) {
        if (each.status != IncidentStatus::Closed)
            TOCSIN_TRY(logSystemEntry(writer, each.id, Stream::Command,
                                      u"%1 (%2) was removed"_s.arg(person.name, roleName(person.role))));
    }
    writer.touch(Kind::Person, person.id.value);
    writer.touchAll(Kind::Task);
    writer.touchAll(Kind::Obligation);
    writer.note(
        {{}, u"person/%1"_s.arg(person.id.value), {{u"name"_s, person.name}, {u"role"_s, roleToken(person.role)}}, {}});
    return Outcome{person.id.value, person.name};
}

QFuture<Result<Receipt>> CaseFile::removePerson(PersonId id)
{
    return onStore<Result<Receipt>>([this, id](vault::Vault &vault) -> Result<Receipt> {
        TOCSIN_TRY(allow("person.remove"_L1));
        Reader reader(vault.database(), m_actor, *m_shelf);
        TOCSIN_ASSIGN(const QList<Person> people, PeopleQuery().run(reader));
        const auto person
            = std::find_if(people.begin(), people.end(), [id](const Person &p) { return p.id == id && p.isActive(); });
        if (person == people.end())
            return fail(ErrorCode::NotFound, u"There is no such person among those who have access."_s);
        const QList<vault::SlotInfo> slotList = vault.people();
        const bool hasSlot = std::any_of(slotList.begin(), slotList.end(), [&](const vault::SlotInfo &slot) {
            return slotText(slot.id) == person->slot;
        });
        // The key first: should the second step not come, the person is still listed, but is out.
        if (hasSlot)
            TOCSIN_TRY(vault.removePerson(QByteArray::fromHex(person->slot.toLatin1())));
        return write("person.remove"_L1, [&](Writer &writer) { return removeFromPeople(writer, *person); });
    });
}

QFuture<Result<Receipt>> CaseFile::changePassphrase(ChangePassphrase request)
{
    auto shared = std::make_shared<ChangePassphrase>(std::move(request));
    return onStore<Result<Receipt>>([this, shared](vault::Vault &vault) -> Result<Receipt> {
        TOCSIN_TRY(allow("person.passphrase"_L1));
        TOCSIN_TRY(vault.changePassphrase({m_actor.name, shared->current.clone(), shared->currentKeyFile}, shared->next,
                                          shared->nextKeyFile, shared->cost));
        return write("person.passphrase"_L1, [this](Writer &writer) -> Result<Outcome> {
            writer.note({{}, u"person/%1"_s.arg(m_actor.id.value), {}, {}});
            return Outcome{m_actor.id.value, m_actor.name};
        });
    });
}

QFuture<Result<Receipt>> CaseFile::rekey()
{
    return onStore<Result<Receipt>>([this](vault::Vault &vault) -> Result<Receipt> {
        TOCSIN_TRY(allow("store.rekey"_L1));
        TOCSIN_TRY(vault.rekey());
        return write("store.rekey"_L1, [](Writer &writer) -> Result<Outcome> {
            writer.note({{}, u"store"_s, {}, {}});
            return Outcome{};
        });
    });
}

QFuture<Result<std::shared_ptr<vault::SecureBytes>>> CaseFile::recoveryCode()
{
    return onStore<Result<std::shared_ptr<vault::SecureBytes>>>(
        [this](vault::Vault &vault) -> Result<std::shared_ptr<vault::SecureBytes>> {
            TOCSIN_TRY(write("store.kit"_L1, [](Writer &writer) -> Result<Outcome> {
                writer.note({{}, u"store"_s, {}, {}});
                return Outcome{};
            }));
            return std::make_shared<vault::SecureBytes>(vault.recoveryCode());
        });
}

QFuture<Result<std::shared_ptr<vault::SecureBytes>>> CaseFile::rawKey()
{
    return onStore<Result<std::shared_ptr<vault::SecureBytes>>>(
        [this](vault::Vault &vault) -> Result<std::shared_ptr<vault::SecureBytes>> {
            TOCSIN_TRY(write("store.raw-key"_L1, [](Writer &writer) -> Result<Outcome> {
                writer.note({{}, u"store"_s, {}, {}});
                return Outcome{};
            }));
            return std::make_shared<vault::SecureBytes>(vault.rawKeyHex());
        });
}

QFuture<Result<>> CaseFile::backup(const QString &path)
{
    return onStore<Result<>>([this, path](vault::Vault &vault) -> Result<> {
        TOCSIN_TRY(allow("store.backup"_L1));
        // The file first: the ledger says what was done, not what was meant.
        TOCSIN_TRY(vault.backup(path));
        const auto noted = write("store.backup"_L1, [&path](Writer &writer) -> Result<Outcome> {
            writer.note({{}, u"store"_s, {}, {{u"file"_s, QFileInfo(path).fileName()}}});
            return Outcome{};
        });
        return noted.map([](const Receipt &) {});
    });
}

Result<std::unique_ptr<ReadSession>> CaseFile::openSession()
{
    using Shared = std::shared_ptr<vault::Database>;
    TOCSIN_ASSIGN(const Shared database, onStore<Result<Shared>>([](vault::Vault &vault) -> Result<Shared> {
                                             TOCSIN_ASSIGN(vault::Database reader, vault.openReader());
                                             return std::make_shared<vault::Database>(std::move(reader));
                                         }).result());
    return std::make_unique<ReadSession>(std::move(*database), m_actor, m_shelf);
}

} // namespace tocsin::casework
