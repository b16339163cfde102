// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/roster.h"
#include "items/item_roles.h"
#include "law/facts.h"

namespace tocsin::items {

/// Where a person of the roster stands, for people: "Gets a letter", "To decide", "Excluded".
QString standingName(casework::Standing standing);
Tone standingTone(casework::Standing standing);

/// A kind of note ("missing-state") for people: "Missing state".
QString noteKindName(const QString &kind);

/// The lines of an import's report, by kind with line numbers: "Missing state: 2, lines 14 and 40". From a roster's
/// summary, as the import stored it.
QStringList reportLines(const QJsonObject &summary);

/// What people without a usable address mean: the ten-person rule of 45 CFR 164.404(d)(2), in words.
QString addressSentence(qint64 withoutAddress);

/// The name as the letter has it; the roster's id or line where there is none.
QString personTitle(const casework::Recipient &person);
/// City, State and code on one line, or that there is no address.
QString placeText(const casework::Recipient &person);

} // namespace tocsin::items
