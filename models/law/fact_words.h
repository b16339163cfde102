// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/facts.h"
#include "law/rule_pack.h"

namespace tocsin::law {

/// The kinds of data that facts, rosters and letters commonly name, whether a rule listens to them or not.
const QStringList &commonDataWords();

/// The words that rules compare a fact with, and for "data" the common ones, sorted: what a person can choose from.
QStringList knownWords(const QString &path, const RulePacks &packs);

/// Whom the packs tell by name, sorted: "AG:TX", "HHS", "individuals". Recipients that are made up from the facts, such
/// as "media:" with a State, are not among them.
QStringList namedRecipients(const RulePacks &packs);

/// The ids of the rules that count from a fact, such as "anchors.determined", sorted; of rules of a single State its
/// code.
QStringList rulesCountingFrom(const QString &path, const RulePacks &packs);

/// What the facts say in words that no rule of the packs listens to: kinds of data, flags, codes abroad, recipients in
/// `done`, and who knew where it is almost "wrongdoer". A misspelt word would silence duties without a trace, so each
/// is a sentence that names the key and the nearest word that is known. The facts stand all the same: a pack to come,
/// or a letter, may have words of its own.
QStringList unknownWords(const Facts &facts, const RulePacks &packs);

} // namespace tocsin::law
