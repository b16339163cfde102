// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "law/nature.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace tocsin::law {

/// When a duty is due: a local date, or an instant for hour clocks, or neither.
struct Due
{
    QDate date;
    std::optional<Instant> instant;

    [[nodiscard]] bool isNull() const { return !date.isValid() && !instant; }
    /// The civil date, of the instant in its own zone where there is one; null if there is neither.
    [[nodiscard]] QDate day() const { return instant ? instant->localDate() : date; }
    /// ISO 8601 date or instant with offset; empty if null.
    [[nodiscard]] QString toIso() const;

    friend bool operator==(const Due &, const Due &) = default;
};

/// The earlier of two that are not null; a date counts as its whole day, so that an instant on the same day comes
/// first.
[[nodiscard]] bool isEarlier(const Due &a, const Due &b);

/// One duty that a rule puts, does not put, or may put on the entity.
struct Obligation
{
    QString recipient; ///< "individuals", "HHS", "media:TX", "covered-entity", … (models/law/FORMAT.md)
    /// Pack and rule, "hipaa/individuals"; for a line of a list also which, "hipaa/contract#payer agreement 2024". With
    /// the recipient it identifies the duty.
    QString rule;
    QString group; ///< pack and group of rules that exclude each other, "hipaa/hhs"; empty if the rule is in none
    Due due; ///< of owed duties; null where no date may be given. Of one that waits only where counsel set it
    /// "days", "hours", "years", "annual", "unreasonable-delay", "relative" or "earlier-of"; empty where it is not
    /// owed, waits for the day that picks the rule's text, or waits with the notice on which it hangs.
    QString kind;
    QString relativeTo; ///< recipient whose notice starts this clock, for kind "relative"
    std::optional<int> offsetDays; ///< days after that notice
    bool offsetInBusinessDays = false; ///< and not in calendar days
    QString relation; ///< to that notice: "after", "no-later-than", "with" or "before"; empty for other kinds
    QString citation; ///< of the rule, or of the provision that takes the duty away
    bool counselReview = false; ///< the sources call the rule, or how it applies here, doubtful
    QStringList missing; ///< blocked: names of the facts that are missing ("residents", "anchors.determined")
    QStringList needTime = {}; ///< those of `missing` of which the day is known, and the hour is missing
    QStringList why; ///< the steps, each one sentence or two
    QString title; ///< what the rule is about, for people: "Notice to individuals"
    QString confidence; ///< "verified", "known" or "doubtful"
    QString source; ///< key of the pack's sources
    QDate inForceFrom; ///< of the version used; null if none was chosen
    Nature nature = Nature::Statutory; ///< who sets the clock
    Due start = {}; ///< owed: when the clock started; null where no clock runs
    Due internalTarget = {}; ///< owed: by when the entity means to have done it; null if the packs name no target
    bool tightest = false; ///< a contract runs to the same recipient, and no clock to it ends before this one

    friend bool operator==(const Obligation &, const Obligation &) = default;
};

/// What the law asks, given facts and rule packs. The lists are sorted by due date (dateless last), recipient,
/// citation.
struct Evaluation
{
    QDate discovered; ///< null while unknown
    QStringList packs; ///< "hipaa@2026.11"
    QDate prepared; ///< the oldest date on which one of the packs was prepared
    QList<Obligation> owed;
    QList<Obligation> notOwed;
    QList<Obligation> blocked;
    QStringList warnings; ///< words of the facts that no rule knows (unknownWords), a sentence each

    friend bool operator==(const Evaluation &, const Evaluation &) = default;
};

/// Exactly the form described in models/law/FORMAT.md, as `tocsin deadlines --json` prints it.
QJsonObject toJson(const Evaluation &evaluation);

/// What a change of facts does to one duty.
struct DateChange
{
    enum class Kind {
        Moved, ///< owed before and after, on another date
        Dated, ///< owed before and after; had no date, has one now
        Undated, ///< owed before and after; had a date, has none now
        Appeared, ///< not owed and not blocked before, owed now
        Vanished, ///< owed or blocked before, not owed now
        Blocked, ///< waits for a fact now, did not before
        Unblocked, ///< waited for a fact, is owed now
    };
    Kind kind = Kind::Moved;
    QString recipient;
    QString citation; ///< after the change, or before it where the duty vanished
    Due before;
    Due after;
    qint64 days = 0; ///< Moved: how many days later; negative is earlier

    /// One sentence: "individuals (45 CFR 164.404(b)): 1 May 2026 becomes 27 Apr 2026, 4 days earlier."
    [[nodiscard]] QString sentence() const;
    friend bool operator==(const DateChange &, const DateChange &) = default;
};

/// What differs between two evaluations, in the order of the dates after the change; empty if nothing does. Where one
/// rule of a group takes another's place for a recipient, that is one change of one duty.
QList<DateChange> compare(const Evaluation &before, const Evaluation &after);

} // namespace tocsin::law
