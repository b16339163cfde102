// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QByteArray>

#include <optional>

namespace tocsin::ledger {

/// How the ledger's files write what is not text: bytes as lower-case hexadecimal digits, instants in UTC with
/// milliseconds
/// ("2026-03-11T04:30:00.000Z") beside the name of their zone. Each value has just one spelling.

/// True if the instant lies between 1970 and 9999 and its zone has the form of a zone's name. Whether this machine
/// knows the zone does not matter: a ledger outlives zone tables.
bool isKeepable(const Instant &at);

QByteArray utcText(const Instant &at);
std::optional<Instant> instantOf(const QByteArray &utcText, const QByteArray &zone);

/// The bytes that the digits stand for, if there are just so many; any number with `size` < 0.
std::optional<QByteArray> bytesOf(const QByteArray &hex, qsizetype size = -1);

/// True if each character is an ASCII letter, a digit or one of `alsoAllowed`.
bool isAsciiOf(QStringView text, QStringView alsoAllowed);

} // namespace tocsin::ledger
