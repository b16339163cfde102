// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/rule_pack.h"

namespace tocsin::law {

// A rule as it stands in its pack, before any facts, for people.

/// A rule's title with its State's name: "Notice to media in each State" where it is walked for all of them. What only
/// the line of a list would tell becomes "…".
QString ruleTitle(const QString &title, const QString &state);

/// Whom a rule is about: "individuals:TX", "media" where it is walked for each State.
QString ruleRecipient(const Rule &rule);

/// How the date is reached: "60 days from the day of discovery", "with the notice to individuals".
QString deadlineWords(const Deadline &deadline);

/// How many people it takes: "500 or more people affected in all".
QString thresholdWords(const Threshold &threshold);

/// When a text is in force: "since 23 Sep 2009", "1 Jan 2025 to 31 Dec 2025", "from the beginning".
QString inForceWords(const RuleVersion &version);

/// The text in force on a day; the last one where none is.
const RuleVersion &versionOn(const Rule &rule, QDate day);

/// Whether the sources leave doubt about one of the rule's texts.
bool isDoubtful(const Rule &rule);

} // namespace tocsin::law
