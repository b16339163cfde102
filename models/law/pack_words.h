// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json_reader.h"
#include "law/rule_pack.h"

namespace tocsin::law {

// What every part of a rule pack is read with; what is wrong is noted in the reader.

/// A text that says something, on one line without control characters: a pack may come from anywhere, and its words
/// reach terminals and papers.
QString readText(JsonReader &reader, QLatin1StringView key, bool required = true);

/// A list of such texts.
QStringList readTexts(JsonReader &reader, QLatin1StringView key, bool required = true);

/// What such a text has to be, where `text` is not: empty if it is one.
QString textExpected(const QString &text);

/// Letters, digits and hyphens.
QString readId(JsonReader &reader, QLatin1StringView key, bool required = true);

/// "verified", "known" or "doubtful", under the key `confidence`.
Confidence readConfidence(JsonReader &reader);

} // namespace tocsin::law
