// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "law/calendar.h"
#include "law/nature.h"

#include <QDate>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace tocsin::law {

/// How sure the sources are. Doubtful rules are shown as needing counsel's review.
enum class Confidence { Verified, Known, Doubtful };

/// Compares one fact with a value of the pack.
struct Condition
{
    /// Within: every one of the fact's values is among the given ones.
    enum class Op {
        Is,
        IsNot,
        In,
        Contains,
        Lacks,
        Within,
        AtLeast,
        MoreThan,
        Fewer,
        AtMost,
        Present,
        Absent,
        HasTime
    };
    /// What an absent fact means.
    enum class Absent {
        Blocks, ///< the rule waits for it
        Fails, ///< as if the condition did not hold
        Holds, ///< as if it did
    };

    QString fact; ///< path, "secured.encrypted"
    Op op = Op::Is;
    QJsonValue value; ///< a list for In and Within
    Absent absent = Absent::Blocks;
    bool silent = false; ///< if it does not hold, the rule has nothing to say and is not reported at all
    QString holds; ///< sentence of reasons when it holds; may be empty; {value} stands for the fact
    QString fails; ///< sentence when it does not
    QString citation; ///< for a duty not owed because this fails; empty: the rule's own
};

/// What takes a duty away, such as a safe harbour: claimed by some facts, granted only if others bear it out.
struct Exemption
{
    QString id;
    QString citation; ///< of the duty that it takes away; empty: the rule's own
    QString source;
    Confidence confidence = Confidence::Known;
    QList<Condition> claimed;
    QList<Condition> granted;
    QString because; ///< sentence when granted
    QString unclaimed; ///< sentence when not claimed; may be empty
};

/// A law-enforcement delay: how long an official's statement holds a notice back.
struct DelayRule
{
    QString id;
    QString citation;
    QString source;
    Confidence confidence = Confidence::Known;
    bool writtenOnly = false; ///< an oral statement holds nothing back
    std::optional<int> oralDays; ///< most days for an oral statement; absent: no limit
    int graceDays = 0; ///< days for the notice after a delay that outlasted the clock's own date
    bool graceInBusinessDays = false;
    QString note; ///< sentence added to the reasons where a statement was made; may be empty
};

/// What makes a duty one for counsel to look at, although the rule itself is sure: how it applies to such facts is not.
struct Review
{
    QString id;
    QList<Condition> when; ///< all must hold
    QString note; ///< sentence added to the reasons
};

/// A State's own holidays, beside the federal ones.
struct HolidayCalendar
{
    QString state;
    QString source;
    QList<HolidayRule> days;
};

/// How a pack's rules of single States are reported while nobody's State is known: as one entry that waits.
struct Unplaced
{
    QString recipient;
    QString title;
    QString citation;
    QString why; ///< sentence
};

/// How many people must be affected.
struct Threshold
{
    enum class Scope {
        Breach, ///< everyone affected
        State, ///< residents of the rule's State
        Told, ///< the same number, where the text counts the people told and might mean more than residents
    };
    Scope scope = Scope::Breach;
    Condition::Op op = Condition::Op::AtLeast;
    qint64 people = 0;
    QString citation; ///< for a duty not owed because of it; empty: the rule's own
};

/// More time, once a fact shows that it was asked for within the clock's own days.
struct Extension
{
    QString fact; ///< path of the day on which it was asked for
    int days = 0;
    QString citation; ///< of the duty so extended
};

/// How a due date is reached.
struct Deadline
{
    enum class Kind { Days, Hours, Years, Annual, UnreasonableDelay, Relative, EarlierOf, Stated };
    /// How a relative duty stands to the notice it hangs on. Only After counts days.
    enum class Relation { After, NoLaterThan, With, Before };
    Kind kind = Kind::Days;
    int count = 0; ///< days, hours or years; offset in days for Relative
    bool businessDays = false;
    bool weekendsOnly = false; ///< business days of a country whose holidays nobody has listed here
    int month = 0; ///< Annual on a fixed day of the next year instead of a count of days; else 0
    int dayOfMonth = 0;
    QStringList from; ///< fact paths of the anchor; of several the latest counts, and all are needed
    std::optional<Extension> extension; ///< Days
    QString to; ///< Relative: recipient whose notice counts
    Relation relation = Relation::After;
    QString event; ///< Relative: what to call it, where "the notice to …" would be wrong
    QList<Deadline> options; ///< EarlierOf: two or more; Relative: at most one, the outer limit
};

/// A rule's text while it was in force.
struct RuleVersion
{
    QDate from; ///< first day; null if it has always been so
    QDate to; ///< last day; null while in force
    QString citation;
    QString source;
    Confidence confidence = Confidence::Known;
    std::optional<Threshold> threshold;
    Deadline deadline;
    QStringList notes; ///< sentences added to the reasons of an owed duty
};

struct Rule
{
    QString id;
    QString title;
    QString recipient; ///< may hold {state} (for each State with residents) or {item.KEY} (with `each`)
    QString each; ///< a list of the facts (itemLists()) for each line of which the rule is walked; empty: none
    Nature nature = Nature::Statutory;
    QString state; ///< the State whose residents it protects, or empty
    QString statute; ///< the whole law it stands in; {statute} in what rules share
    QString whileOwed; ///< recipient: stands only while notice to that recipient is owed; empty: by itself
    QString group; ///< of rules that exclude each other only one is reported; empty: none
    QString versionKey = QStringLiteral("discovered"); ///< fact path of the date that picks the version
    bool earlierTextUnknown = false; ///< there was a text before the first version, which the pack does not hold
    QList<Condition> conditions;
    QStringList exemptions;
    QStringList reviews;
    QStringList delays;
    QList<RuleVersion> versions; ///< in order, without gaps or overlaps
};

/// How long before its limit the entity means to have met a duty. The first that fits counts.
struct InternalTarget
{
    QList<Nature> natures;
    bool hours = false; ///< for clocks of hours; else for days
    int least = 0; ///< only for clocks that run at least so long
    int before = 0; ///< so long before the limit; less than `least`
};

struct RulePack
{
    QString id;
    QString version; ///< "2026.11"
    QString title;
    QDate prepared;
    QMap<QString, QString> sources;
    QMap<QString, Condition> conditions; ///< shared by rules, which hold copies of them
    QMap<QString, Exemption> exemptions;
    QMap<QString, Review> reviews;
    QMap<QString, DelayRule> delays;
    QMap<QString, HolidayCalendar> holidays; ///< by State
    std::optional<Unplaced> unplaced;
    QList<InternalTarget> internalTargets;
    QList<Rule> rules;
    QByteArray bytes; ///< as it was read, so that it can be kept exactly; empty if it was not read

    /// "hipaa@2026.11"
    [[nodiscard]] QString name() const { return id + u'@' + version; }
};

using RulePacks = QList<RulePack>;

/// Reads one pack strictly (format: models/law/FORMAT.md). `source` names the file; every failure is BadInput and names
/// file, path and what would be right.
Result<RulePack> parseRulePack(const QByteArray &bytes, const QString &source);

/// Every *.json of a folder, in the order of their names. Fails if there is none, if one is bad, or if two share an id.
Result<RulePacks> loadRulePacks(const QString &folder);

/// The packs that came with the program.
Result<RulePacks> builtInRulePacks();

} // namespace tocsin::law
