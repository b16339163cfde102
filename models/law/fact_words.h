// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/facts.h"
#include "law/rule_pack.h"

namespace tocsin::law {

/// The kinds of data that facts, rosters and letters commonly name, whether a rule listens to them or not.
const QStringList &commonDataWords();

/// What the facts say in words that no rule of the packs listens to: kinds of data, flags, codes abroad, recipients in
/// `done`, and who knew where it is almost "wrongdoer". A misspelt word would silence duties without a trace, so each
/// is a sentence that names the key and the nearest word that is known. The facts stand all the same: a pack to come,
/// or a letter, may have words of its own.
QStringList unknownWords(const Facts &facts, const RulePacks &packs);

} // namespace tocsin::law
