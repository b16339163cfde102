// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/evaluation.h"
#include "law/fact_view.h"
#include "law/rule_pack.h"

namespace tocsin::law {

/// A due date with the steps that lead to it.
struct Reckoning
{
    Due due; ///< null where no date may be given
    QStringList missing; ///< anchors without which there is no date
    QStringList why;
    Due start = {}; ///< when the clock of `due` started; null where there is none
};

/// The day to which an official's statements hold a notice back; null if they hold back nothing.
struct Hold
{
    QDate until;
    QDate stated; ///< when the official said so; null if the facts do not say
    QStringList why;
};

/// What the facts' law-enforcement statements amount to under a delay rule: a written one holds until its end, an oral
/// one for at most the rule's days from the statement, unless a written one came within them.
Hold holdUnder(const DelayRule &rule, const LawEnforcement &law);

/// Reckons a deadline. Each hold moves a clock's date to its own end if that is later, and never further. Relative
/// duties have a date once the notice they hang on is among the facts as done, and never later than their outer limit.
Reckoning reckon(const Deadline &deadline, const FactView &facts, const QList<Hold> &holds);

/// "days", "hours", "years", "annual", "unreasonable-delay", "relative", "earlier-of"; for a stated clock its unit.
QString kindWord(const Deadline &deadline, const FactView &facts);

} // namespace tocsin::law
