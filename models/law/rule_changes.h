// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/rule_pack.h"

namespace tocsin::law {

/// What one rule became between two sets of packs.
struct RuleChange
{
    enum class Kind { Added, Changed, Gone };
    Kind kind = Kind::Changed;
    QString rule; ///< pack and rule, "hipaa/individuals"; "hipaa" alone for what all rules of a pack share
    QString title;
    QStringList details; ///< what changed, version by version, as sentences; empty unless Changed
    friend bool operator==(const RuleChange &, const RuleChange &) = default;
};

/// "added", "changed" or "gone".
QString ruleChangeWord(RuleChange::Kind kind);

/// Which rules were added, changed or taken away, sorted by rule. Compares the packs' bytes as JSON, so that no key of
/// a later format is overlooked; a rule also counts as changed if a condition, exemption, review or delay that it names
/// did. The texts of sources, and a pack's title, version and day of preparation, are no change of a rule.
QList<RuleChange> compareRules(const RulePacks &before, const RulePacks &after);

} // namespace tocsin::law
