// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/facts.h"
#include "law/rule_pack.h"

namespace tocsin::law {

/// The day to which an official's statements hold a notice back; null if they hold back nothing.
struct Hold
{
    QDate until;
    QDate stated; ///< when the official said so; null if the facts do not say
    QStringList why;
    int graceDays = 0; ///< for the notice, after a delay that outlasted the clock's own date
    bool graceInBusinessDays = false;
    bool counselReview = false; ///< it holds the notice back only if counsel agrees
};

/// What the facts' law-enforcement statements amount to under a delay rule: a written one holds until its end, an oral
/// one for at most the rule's days from the statement, unless a written one came within them. A written one after an
/// oral one that holds nothing, because its days are not known, stands for itself and is for counsel.
Hold holdUnder(const DelayRule &rule, const LawEnforcement &law);

} // namespace tocsin::law
