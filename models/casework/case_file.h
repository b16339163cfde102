// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/ledger_book.h"
#include "casework/organization.h"
#include "casework/people.h"
#include "casework/roster.h"
#include "casework/store_access.h"
#include "casework/time_stamp.h"
#include "core/progress.h"
#include "vault/vault.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

namespace tocsin::casework {

/// What a new store begins with: the organization and the person who makes it.
struct NewCase
{
    QString path;
    Organization organization;
    QString personName;
    Role role = Role::ComplianceLead; ///< one that may add people: BadInput otherwise, naming those that may
    vault::SecureBytes passphrase;
    QString keyFile; ///< a second factor, or empty
    vault::KdfCost cost = vault::KdfCost::standard();
};

struct UnlockCase
{
    QString path;
    QString personName; ///< empty: whichever slot the passphrase opens
    vault::SecureBytes passphrase;
    QString keyFile;
};

struct RecoverCase
{
    QString path;
    vault::SecureBytes code;
    QString personName;
    vault::SecureBytes passphrase;
    vault::KdfCost cost = vault::KdfCost::standard();
};

struct AddPerson
{
    QString name;
    Role role = Role::Observer;
    vault::SecureBytes passphrase;
    QString keyFile;
    vault::KdfCost cost = vault::KdfCost::standard();
};

struct ChangePassphrase
{
    vault::SecureBytes current;
    QString currentKeyFile;
    vault::SecureBytes next;
    QString nextKeyFile;
    vault::KdfCost cost = vault::KdfCost::standard();
};

/// Which command undo() takes back.
struct UndoChoice
{
    std::optional<Kind> kind = {}; ///< the latest about records of this kind; absent: of any
    qint64 sequence = 0; ///< or the one with this ledger entry; 0: the latest
    QString incident = {}; ///< only about the incident with this reference; empty: about any, or the store
};

/// What was taken back, and the proof of the reverse.
struct Undone
{
    QString what; ///< such as “T-31 moved to Review”
    Receipt receipt;
};

/// A reply that was kept, and what it proves: the entries up to the checkpoint existed at the stamp's time.
struct KeptStamp
{
    ledger::Checkpoint checkpoint;
    ledger::TimeStamp stamp;
};

/// What the session is made with; shared, so that it lives as long as the longest of those who use it.
struct Surroundings
{
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<const law::RulePacks> packs;
    bool packsChosen = false; ///< of a folder somebody named (--law DIR): they count before those of an incident
};

/// A reading connection of its own, for long work on another thread: letter runs, packets, verification.
class ReadSession
{
public:
    ReadSession(vault::Database database, Actor actor, std::shared_ptr<const PackShelf> shelf)
        : m_database(std::move(database)), m_shelf(std::move(shelf)), m_reader(m_database, std::move(actor), *m_shelf)
    {
    }
    ReadSession(const ReadSession &) = delete;
    ReadSession &operator=(const ReadSession &) = delete;

    template <typename Query>
    Result<typename Query::Answer> ask(const Query &query)
    {
        return query.run(m_reader);
    }
    [[nodiscard]] Reader &reader() { return m_reader; }

private:
    vault::Database m_database;
    std::shared_ptr<const PackShelf> m_shelf;
    Reader m_reader;
};

/// An open case store: the one way in to write (submit) and to read (ask). All work on the store happens on a thread of
/// its own, in the order in which it was asked for. Futures are answered from that thread: continue with
/// `.then(context, …)`. Destroying the object finishes what is queued and locks the store.
class CaseFile final : public QObject
{
    Q_OBJECT

public:
    /// These derive a key, which takes about a second: call them from a job. Failures as in vault::Vault.
    static Result<std::unique_ptr<CaseFile>> create(const NewCase &request, Surroundings surroundings);
    static Result<std::unique_ptr<CaseFile>> unlock(const UnlockCase &request, Surroundings surroundings);
    /// Opens with the recovery kit's code; the person gets a slot as compliance lead, and it is in the ledger.
    static Result<std::unique_ptr<CaseFile>> recover(const RecoverCase &request, Surroundings surroundings);
    ~CaseFile() override;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QString &storeId() const { return m_storeId; }
    [[nodiscard]] const Actor &actor() const { return m_actor; }
    [[nodiscard]] bool may(QLatin1StringView action) const { return permits(m_actor.role, action); }
    [[nodiscard]] Instant now() const { return m_surroundings.clock->now(); }
    /// The packs of the program, for what has no incident yet. An incident has its own: ask IncidentLaw.
    [[nodiscard]] const law::RulePacks &packs() const { return *m_surroundings.packs; }

    /// Carries out a command in one transaction with one ledger entry. Fails with NotAllowed if the role may not.
    template <typename Command>
    QFuture<Result<Receipt>> submit(Command command)
    {
        return onStore<Result<Receipt>>([this, command = std::move(command)](vault::Vault &) {
            return write(Command::kAction, [&command](Writer &writer) { return command.apply(writer); });
        });
    }

    template <typename Query>
    QFuture<Result<typename Query::Answer>> ask(Query query)
    {
        return onStore<Result<typename Query::Answer>>([this, query = std::move(query)](vault::Vault &vault) {
            Reader reader(vault.database(), m_actor, *m_shelf);
            return query.run(reader);
        });
    }

    /// Takes back a command of this session by its reverse, which the ledger gets as an entry of its own that names the
    /// one it undoes. Fails with NotFound if there is none that can be taken back, and with Conflict if the record has
    /// changed since; that command cannot be taken back any more then.
    QFuture<Result<Undone>> undo(UndoChoice choice = {});

    /// Puts aside rows of a roster import (see StageRows): checked for the right like a command, but not in the ledger.
    QFuture<Result<>> stage(StageRows rows);

    // People and keys. Each is in the ledger.
    QFuture<Result<Receipt>> addPerson(AddPerson request);
    /// Re-keys the store, so that what the person knew opens nothing written from now on. Earlier backups stay readable
    /// to them, and the recovery kit has to be printed again.
    QFuture<Result<Receipt>> removePerson(PersonId person);
    QFuture<Result<Receipt>> changePassphrase(ChangePassphrase request);
    QFuture<Result<Receipt>> rekey();
    /// The master key as the recovery kit prints it; anyone who has it opens the store.
    QFuture<Result<std::shared_ptr<vault::SecureBytes>>> recoveryCode();
    /// SQLCipher's raw key, `x'…'`.
    QFuture<Result<std::shared_ptr<vault::SecureBytes>>> rawKey();
    /// One encrypted, verified file that must not exist yet.
    QFuture<Result<>> backup(const QString &path);

    /// A signed statement of the ledger's present count and head.
    QFuture<Result<ledger::Checkpoint>> checkpoint();
    /// Writes a time-stamp request (RFC 3161) over a checkpoint of the present head to a file that must not exist, for
    /// somebody to carry to an authority. The ledger keeps both.
    QFuture<Result<ledger::Checkpoint>> requestTimeStamp(const QString &path);
    /// Keeps an authority's reply in the ledger, once it is known to prove the checkpoint of one of this store's
    /// requests. `certificates` (PEM) are the roots that are trusted; empty: those of this machine. Failures as in
    /// matchReply() and ledger::verifyTimeStampReply().
    QFuture<Result<KeptStamp>> keepTimeStamp(const QByteArray &reply, const QByteArray &certificates);
    /// Writes the extract of one incident to a file that must not exist. It ends with the entry of the export itself.
    /// The payloads of privileged timeline entries are withheld even where payloads are disclosed. `told` is what the
    /// timeline says of it. An export that fails or is cancelled leaves neither file nor entry.
    QFuture<Result<ledger::Checkpoint>> exportLedger(IncidentId incident, const QString &path,
                                                     ledger::Payloads payloads, std::shared_ptr<Progress> progress,
                                                     const QString &told = QStringLiteral("Ledger extract exported"));

    /// A connection of its own for long reading. Blocks until the store thread is free: call it from a job.
    Result<std::unique_ptr<ReadSession>> openSession();

Q_SIGNALS:
    /// After a command was committed: which records changed. Emitted on this object's thread.
    void changed(const tocsin::casework::ChangeSet &changes);

private:
    CaseFile(vault::Vault vault, Actor actor, Surroundings surroundings);

    QString m_path;
    QString m_storeId;
    Actor m_actor;
    Surroundings m_surroundings;
    std::shared_ptr<const PackShelf> m_shelf;
    std::unique_ptr<vault::Vault> m_vault; // used on the store thread only
    QThread m_thread;
    QObject *m_worker = nullptr; // lives on the store thread

    /// A command of this session that can be taken back.
    struct Reversible
    {
        qint64 sequence = 0;
        QLatin1StringView action;
        QString incident; ///< as the ledger notes it
        Reversal reversal;
    };
    QList<Reversible> m_reversible; // oldest first; used on the store thread only

    template <typename Answer>
    QFuture<Answer> onStore(std::function<Answer(vault::Vault &)> work)
    {
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        promise->start();
        QMetaObject::invokeMethod(
            m_worker,
            [this, promise, work = std::move(work)] {
                promise->addResult(work(*m_vault));
                promise->finish();
            },
            Qt::QueuedConnection);
        return future;
    }

    using Apply = std::function<Result<Outcome>(Writer &)>;
    /// `last` runs inside the transaction, after the entry was added: if it fails, nothing was done.
    Result<Receipt> write(QLatin1StringView action, const Apply &apply, const std::function<Result<>()> &last = {});
    Result<Undone> takeBack(const UndoChoice &choice);
    void remember(const Receipt &receipt, QLatin1StringView action, const Writer &writer);
    Result<> takeBackExport(IncidentId incident, const QString &reference);
    Result<> allow(QLatin1StringView action) const;
    Result<ledger::Checkpoint> checkpointOf(vault::Vault &vault) const;
    Result<Outcome> removeFromPeople(Writer &writer, const Person &person) const;

    static Result<std::unique_ptr<CaseFile>> opened(vault::Vault vault, Surroundings surroundings);
};

} // namespace tocsin::casework
