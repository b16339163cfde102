// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/change_set.h"
#include "casework/pack_shelf.h"
#include "casework/roles.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "law/rule_pack.h"

#include <QJsonObject>

#include <functional>
#include <optional>

namespace tocsin::vault {
class Database;
}

namespace tocsin::casework {

/// Who is at work: the unlocked person.
struct Actor
{
    PersonId id;
    QString name;
    Role role = Role::Observer;
};

/// What a query gets to read with.
class Reader
{
public:
    Reader(vault::Database &database, Actor actor, const PackShelf &shelf)
        : m_database(database), m_actor(std::move(actor)), m_shelf(shelf)
    {
    }

    [[nodiscard]] vault::Database &db() const { return m_database; }
    [[nodiscard]] const Actor &actor() const { return m_actor; }
    [[nodiscard]] bool may(QLatin1StringView action) const { return permits(m_actor.role, action); }
    /// The packs of the program. An incident is computed with its own: see IncidentLaw.
    [[nodiscard]] const law::RulePacks &packs() const { return m_shelf.packs(); }
    [[nodiscard]] const PackShelf &shelf() const { return m_shelf; }

private:
    vault::Database &m_database;
    Actor m_actor;
    const PackShelf &m_shelf;
};

/// What a command answers: the record it made or changed.
struct Outcome
{
    qint64 id = 0;
    QString reference; ///< as people name it, such as 2026-004 or T-31
    bool held = false; ///< it was put aside for counsel and is not in force
};

/// What the ledger keeps of a command. `before` and `after` hold no text about recipients, only ids and counts.
struct LedgerNote
{
    QString incident; ///< reference, or empty if the command concerns the whole store
    QString subject; ///< such as task/31
    QJsonObject before;
    QJsonObject after;
};

class Writer;

/// How a command is taken back: by a further command, never by taking anything out.
struct Reversal
{
    Kind kind = Kind::Task; ///< of the record
    QString what; ///< what is taken back, inside a sentence: “T-31 moved to Review”
    /// Writes the reverse and notes it. Fails with Conflict, in words for the person, if the record is not any more as
    /// the command left it.
    std::function<Result<Outcome>(Writer &)> apply;
};

/// What a command gets to write with, inside its transaction. Rows are written through db(); exactly one note() goes to
/// the ledger when the command succeeds.
class Writer : public Reader
{
public:
    Writer(vault::Database &database, Actor actor, Instant now, const PackShelf &shelf)
        : Reader(database, std::move(actor), shelf), m_now(std::move(now))
    {
    }

    [[nodiscard]] const Instant &now() const { return m_now; }

    void note(LedgerNote note) { m_note = std::move(note); }
    [[nodiscard]] const LedgerNote &noted() const { return m_note; }

    /// For a command that has a natural reverse.
    void reverseWith(Reversal reversal) { m_reversal = std::move(reversal); }
    void forgetReversal() { m_reversal.reset(); }
    [[nodiscard]] const std::optional<Reversal> &reversal() const { return m_reversal; }

    void touch(Kind kind, qint64 id) { m_changes.touch(kind, id); }
    void touchAll(Kind kind) { m_changes.touchAll(kind); }
    [[nodiscard]] const ChangeSet &changes() const { return m_changes; }

private:
    Instant m_now;
    LedgerNote m_note;
    std::optional<Reversal> m_reversal;
    ChangeSet m_changes;
};

/// The proof that a command was carried out.
struct Receipt
{
    qint64 sequence = 0; ///< of its ledger entry
    qint64 id = 0;
    QString reference;
    bool held = false; ///< put aside until counsel acknowledges it, and not in force: see FactsProposal
    /// What CaseFile::undo() would take back, as Reversal::what has it; empty for what cannot be taken back.
    QString undoable = {};
};

} // namespace tocsin::casework
