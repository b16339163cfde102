// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

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
    enum class Op { Is, IsNot, In, Contains, AtLeast, MoreThan, Fewer, AtMost, Present };
    /// What an absent fact means.
    enum class Absent {
        Blocks, ///< the rule waits for it
        Fails, ///< as if the condition did not hold
        Holds, ///< as if it did
    };

    QString fact; ///< path, "secured.encrypted"
    Op op = Op::Is;
    QJsonValue value; ///< a list for In
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
    QString citation;
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
    std::optional<int> oralDays; ///< most days for an oral statement; absent: no limit
    QString note; ///< sentence added to the reasons where a statement was made; may be empty
};

/// How many people must be affected.
struct Threshold
{
    enum class Scope {
        Breach, ///< everyone affected
        State, ///< residents of the rule's State
    };
    Scope scope = Scope::Breach;
    Condition::Op op = Condition::Op::AtLeast;
    qint64 people = 0;
    QString citation; ///< for a duty not owed because of it; empty: the rule's own
};

/// How a due date is reached.
struct Deadline
{
    enum class Kind { Days, Hours, Annual, UnreasonableDelay, Relative, EarlierOf, Contract };
    Kind kind = Kind::Days;
    int count = 0; ///< days or hours; offset in days for Relative
    bool businessDays = false;
    QString from; ///< fact path of the anchor
    QString to; ///< Relative: recipient whose notice counts
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
    QString recipient; ///< may hold {state} (for each State with residents) or {contract} (for each contract clock)
    QString state; ///< the State whose residents it protects, or empty
    QString group; ///< of rules that exclude each other only one is reported; empty: none
    QString versionKey = QStringLiteral("discovered"); ///< fact path of the date that picks the version
    QList<Condition> conditions;
    QStringList exemptions;
    QStringList delays;
    QList<RuleVersion> versions; ///< in order, without gaps or overlaps
};

struct RulePack
{
    QString id;
    QString version; ///< "2026.11"
    QString title;
    QDate prepared;
    QMap<QString, QString> sources;
    QMap<QString, Exemption> exemptions;
    QMap<QString, DelayRule> delays;
    QList<Rule> rules;

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
