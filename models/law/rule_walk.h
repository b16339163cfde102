// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/evaluation.h"
#include "law/fact_view.h"
#include "law/rule_pack.h"

namespace tocsin::law {

enum class Outcome { Owed, NotOwed, Blocked };

/// What one rule says about one recipient.
struct Verdict
{
    Outcome outcome = Outcome::Owed;
    Obligation duty;
    QString whileOwed = {}; ///< recipient without whose notice the duty does not stand; see Rule
};

/// Walks one rule for one State (empty: for a rule that knows no State, or while nobody's State is known). `line` names
/// the line of the list for which the rule is walked; empty for other rules. Nothing if the rule has nothing to say
/// about these facts.
std::optional<Verdict> walkRule(const RulePack &pack, const Rule &rule, const QString &state, const QString &line,
                                const FactView &facts);

} // namespace tocsin::law
