// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "law/evaluation.h"
#include "law/rule_changes.h"

#include <optional>

namespace tocsin::casework {

/// A rule pack as the store or the program has it.
struct RulePackInfo
{
    RulePackId id = {}; ///< null while the store holds no copy of it
    QString pack = {}; ///< "hipaa"
    QString version = {}; ///< "2026.11"
    QString title = {};
    QDate prepared = {};
    QString sha256 = {};
    bool ofProgram = false; ///< came with this program, or with the folder of --law
    bool imported = false; ///< somebody took it in with ImportRulePack
    bool available = false; ///< what AcceptRulePacks would pin an incident to
    Instant keptAt = {}; ///< since when the store has it; invalid without an id
    PersonId keptBy = {};
    QString keptByName = {};
    QStringList incidents = {}; ///< references of the incidents pinned to it

    /// "hipaa@2026.11"
    [[nodiscard]] QString name() const { return pack + u'@' + version; }
};

/// All packs: of the program, imported, and older ones that incidents are pinned to. By name.
struct RulePacksQuery
{
    using Answer = QList<RulePackInfo>;
    Result<QList<RulePackInfo>> run(Reader &reader) const;
};

/// A pack with its rules.
struct RuleBook
{
    RulePackInfo info = {};
    std::optional<law::RulePack> pack = {}; ///< empty where this program cannot read it
    QString problem = {}; ///< why
    QStringList open = {}; ///< references of the incidents pinned to it that are not closed
};

/// All packs with their rules, as RulePacksQuery lists them.
struct RuleBooksQuery
{
    using Answer = QList<RuleBook>;
    Result<QList<RuleBook>> run(Reader &reader) const;
};

/// The packs an incident is computed with: those it is pinned to, or, in a session with packs of its own (`--law DIR`),
/// those. For whoever evaluates "what if" at once, such as a form of facts.
struct IncidentLaw
{
    using Answer = law::RulePacks;
    IncidentId incident;
    Result<law::RulePacks> run(Reader &reader) const;
};

/// Whether an incident could be given other packs than it is pinned to.
struct HasOtherRules
{
    using Answer = bool;
    IncidentId incident;
    Result<bool> run(Reader &reader) const;
};

/// What accepting the available packs would do to one incident.
struct PackComparison
{
    IncidentId incident;
    QString reference = {};
    QStringList pinned = {}; ///< "hipaa@2026.11"
    QStringList available = {};
    QList<law::RuleChange> rules = {};
    QList<law::DateChange> dates = {};
    /// Duties with something recorded about them (owner, notes, proof, counsel's date, …) that would not be asked any
    /// more. They would stay in the list, as withdrawn.
    QList<ObligationRecord> withdrawn = {};

    /// Whether the incident has a newer law to accept. Two packs of one name can differ too, so names do not tell.
    bool differs = false;
};

/// The bytes of a pack's file.
struct PackFile
{
    QByteArray bytes = {};
    QString source = {}; ///< names the file in failures
};

/// Compares the law an incident is pinned to with what is available: of each pack the highest version among the
/// program's and the imported. With a chosen folder (`--law DIR`) just its packs are available.
struct ComparePacks
{
    using Answer = QList<PackComparison>;
    IncidentId incident = {}; ///< null: every incident that is not closed
    QList<PackFile> files = {}; ///< as if they were imported already
    Result<QList<PackComparison>> run(Reader &reader) const;
};

/// Pins an incident to the available packs and evaluates it again. A reason is required. Fails with Conflict if it has
/// them already.
struct AcceptRulePacks
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("law.accept");
    IncidentId incident;
    QString reason = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// What ComparePacks compares with, by id of the pack. For this room only.
Result<law::RulePacks> availablePacks(Reader &reader);
/// Puts a pack among others: in the place of an older one of its id, or behind them. For this room only.
void offer(law::RulePacks &packs, const law::RulePack &pack);
/// Whether a pack's version comes after another's. For this room only.
bool isNewer(const law::RulePack &pack, const law::RulePack &other);
/// The kept packs of an id that this program can read, the last kept first. For this room only.
Result<law::RulePacks> keptPacksCalled(Reader &reader, const QString &id);
/// The row of a pack, made if the store has no copy yet. For commands of this room only.
Result<RulePackId> keepPack(Writer &writer, const law::RulePack &pack);

/// The packs an incident is pinned to, whatever the session chose. For commands of this room only.
Result<law::RulePacks> pinnedPacks(Reader &reader, IncidentId incident);
/// Pins an incident to packs and keeps a copy of each. For commands of this room only.
Result<> pinPacks(Writer &writer, IncidentId incident, const law::RulePacks &packs);

/// Pins the incidents of a store of schema version 1, which kept no packs, to those they were computed with: the
/// program's `hipaa` of that time, of which a copy is compiled in. An incident whose last evaluation named others (it
/// was made with `--law DIR`) gets the program's present ones of the same names if all are here; otherwise that
/// `hipaa`, and an entry in its timeline says so. Gives the references of all incidents that got their pins now.
Result<QStringList> pinOlderIncidents(Writer &writer);

} // namespace tocsin::casework
