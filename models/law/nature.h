// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tocsin::law {

/// Who sets a clock, and which way it runs.
enum class Nature {
    Statutory, ///< a statute or regulation
    Contract, ///< a contract of the entity
    Regulator, ///< a regulator's letter
    Internal, ///< the entity itself
    KeepUntil, ///< the end of a duty: something has to stay up, or be kept, until the date
};

/// "statutory", "contract", "regulator", "internal" or "keep-until".
QString natureWord(Nature nature);
std::optional<Nature> natureFromWord(const QString &word);

} // namespace tocsin::law
