// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tocsin::views {

/// How well what was typed fits a title and its further words; higher is better, nothing if it does not fit. Every word
/// typed must be found: as the beginning of a word, inside one, or with its letters in order within the title.
std::optional<int> matchScore(const QString &typed, const QString &title, const QString &furtherWords = {});

} // namespace tocsin::views
