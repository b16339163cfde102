// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/evaluation.h"
#include "law/fact_view.h"
#include "law/holds.h"
#include "law/rule_pack.h"

namespace tocsin::law {

/// A due date with the steps that lead to it.
struct Reckoning
{
    Due due; ///< null where no date may be given
    QStringList missing; ///< anchors without which there is no date
    QStringList why;
    QString citation; ///< of what lengthened the clock; empty: the rule's own stands
    bool counselReview = false; ///< the date rests on something that is for counsel to confirm
    Due start = {}; ///< when the clock of `due` started; null where there is none
    QStringList needTime = {}; ///< those of `missing` that are known by their day, and lack the hour
};

/// What a clock needs to know beside the facts.
struct ClockContext
{
    QList<Hold> holds;
    QString state; ///< whose people the rule protects; empty: everyone's
    const HolidayCalendar *holidays = nullptr; ///< the State's own, for business days
};

/// Reckons a deadline. Each hold moves a clock's date to its own end if that is later, and, but for the days of grace
/// of its rule, never further. Relative duties have a date once the notice they hang on is among the facts as done, and
/// never later than their outer limit; for a rule of one State a notice to that State's people comes before a notice
/// to all. Business days leave out a State's own holidays; where that moved the date it is for counsel to confirm.
Reckoning reckon(const Deadline &deadline, const FactView &facts, const ClockContext &context);

/// "days", "hours", "years", "annual", "unreasonable-delay", "relative", "earlier-of"; for a stated clock its unit.
QString kindWord(const Deadline &deadline, const FactView &facts);

} // namespace tocsin::law
