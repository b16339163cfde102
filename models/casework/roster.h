// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <map>
#include <optional>

namespace tocsin::casework {

/// Where a person of the roster stands: gets a letter, waits for a decision, or was taken out by a person with a
/// reason.
enum class Standing { Included, Undecided, Excluded };

QString standingToken(Standing standing);

/// One person affected, as the roster has it. Text from a stranger's file: never markup, never a formula.
struct Recipient
{
    RecipientId id;
    QString key = {}; ///< stable identity within the incident, made from the row
    QString recipientId = {}; ///< as the file names the person; may be empty
    QString rowHash = {}; ///< SHA-256 of the normalised row; the same row again changes nothing
    qint64 line = 0;
    QString firstName = {};
    QString lastName = {};
    QStringList addressLines = {};
    QString city = {};
    QString state = {}; ///< of the address: USPS code; abroad the region as typed
    QString residence = {}; ///< State or territory of residence that the law counts by; empty: elsewhere or unknown
    QString postalCode = {};
    QString country = {};
    QString email = {};
    bool emailConsent = false;
    QString language = {};
    QDate dateOfBirth = {};
    QString status = {}; ///< adult, minor or deceased
    QString representative = {};
    QStringList dataElements = {};
    bool reachable = true; ///< false for a living person whom no letter reaches
    bool repeats = false; ///< a person whom an earlier row has already
    Standing standing = Standing::Included;
    QJsonArray notes = {}; ///< [{kind, field, sentence}] from the import
    QString decision = {}; ///< why a person included or excluded it
};

/// One imported file.
struct Roster
{
    RosterId id;
    IncidentId incident;
    int revision = 0; ///< from 1
    QString fileName = {}; ///< without its folder
    QString fileSha256 = {};
    QJsonObject summary = {}; ///< the import's report
    qint64 added = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;
    Instant importedAt = {};
    QString importedBy = {};
};

/// Figures over all people of an incident. People who wait for a decision count like those included, since leaving
/// somebody out of a count can hide a duty; repeated rows do not.
struct RosterTotals
{
    qint64 included = 0;
    qint64 undecided = 0;
    qint64 excluded = 0;
    qint64 people = 0;
    qint64 withoutAddress = 0; ///< whom no letter reaches: none usable in the roster, or a letter came back from it
    qint64 returned = 0; ///< those of them whose letter came back, and of whom no other address is known
    qint64 elsewhere = 0; ///< people who live in no State or territory, or nobody knows where
    int revision = 0;
    std::map<QString, qint64> residents; ///< people by State of residence
    std::map<QString, qint64> problems; ///< undecided, by kind of the first note
};

struct RostersQuery
{
    using Answer = QList<Roster>;
    IncidentId incident;
    Result<QList<Roster>> run(Reader &reader) const;
};

struct RosterTotalsQuery
{
    using Answer = RosterTotals;
    IncidentId incident;
    QList<qint64> alsoBack = {}; ///< letters, by their rows, that are taken to have come back too: for a dry run
    Result<RosterTotals> run(Reader &reader) const;
};

/// How many people of an incident the roster lists each kind of information for, by the roster's words: "ssn".
struct RosterKinds
{
    using Answer = QMap<QString, qint64>;
    IncidentId incident;
    Result<QMap<QString, qint64>> run(Reader &reader) const;
};

/// Ids of an incident's people in a fixed order: by postal code, then key. Needs the right recipient.view.
struct RecipientIds
{
    using Answer = QList<RecipientId>;
    IncidentId incident;
    QString search = {}; ///< in name, key or city
    QString state = {};
    std::optional<Standing> standing = {};
    QString noteKind = {};
    Result<QList<RecipientId>> run(Reader &reader) const;
};

struct RecipientsById
{
    using Answer = QList<Recipient>;
    QList<RecipientId> ids = {};
    Result<QList<Recipient>> run(Reader &reader) const;
};

/// The next people of an incident's roster after `after`, at most `most`: to keep them out of what leaves the store.
/// For the packets room alone: it shows nobody anything, and so needs no right.
Result<QList<Recipient>> peopleToWithhold(Reader &reader, IncidentId incident, RecipientId after, int most);

/// Whether this very file (by SHA-256) was imported before.
struct RosterFileKnown
{
    using Answer = bool;
    IncidentId incident;
    QString fileSha256 = {};
    Result<bool> run(Reader &reader) const;
};

/// Puts rows of a file that is being read aside, in the store and encrypted like all of it, without making them part of
/// the case. Goes through CaseFile::stage and not into the ledger: nothing has happened yet. The first batch of an
/// import clears what an earlier, interrupted one left.
struct StageRows
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("roster.import");
    IncidentId incident;
    QList<Recipient> rows = {};
    bool first = false;
    Result<> apply(Writer &writer) const;
};

struct StagedCounts
{
    qint64 added = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;
};

/// What accepting the staged rows would do, for a dry run.
struct StagedEffect
{
    using Answer = StagedCounts;
    IncidentId incident;
    Result<StagedCounts> run(Reader &reader) const;
};

/// Makes the staged rows a new roster revision. A file that was imported before fails with Conflict. Decisions that
/// people made about unchanged rows stay; nobody is dropped because a later file does not name them.
struct AcceptStaged
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("roster.import");
    IncidentId incident;
    QString fileName = {};
    QString fileSha256 = {};
    QJsonObject summary = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Includes or excludes people whose rows had problems, with a reason.
struct DecideRecipients
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("roster.decide");
    QList<RecipientId> recipients = {};
    Standing standing = Standing::Included;
    QString reason = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Puts the roster's residents by State, and the number of people without a usable address, into the facts.
struct AcceptResidents
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("roster.accept-residents");
    IncidentId incident;
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
