// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/evaluation.h"
#include "law/facts.h"
#include "law/rule_pack.h"

namespace tocsin::law {

/// Rules of packs by the name under which an obligation cites them ("us-states/la-ag").
class RuleIndex
{
public:
    explicit RuleIndex(const RulePacks &packs);
    [[nodiscard]] const Rule *find(const QString &name) const;

private:
    QHash<QString, Rule> m_rules;
};

/// What must hold of every evaluation, whatever the facts; the first thing that does not, or empty:
/// - an owed duty's text was in force on the day that picks it;
/// - no date is before the day from which its clock runs;
/// - no relative date without the notice on which it hangs, and no date at all where the text names no number;
/// - no duty is both owed and blocked by the same rule; every duty has a citation and its reasons; a blocked one says
///   what is missing, and an owed one misses nothing.
QString brokenInvariant(const Facts &facts, const Evaluation &evaluation, const RuleIndex &rules);

} // namespace tocsin::law
