// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>

namespace tocsin::jobs {

/// How many people the demo's roster has.
inline constexpr int kDemoPeople = 2318;

/// A roster of invented people as CSV, in the columns of the demo map, with difficulties as real rosters have them. The
/// same day gives the same bytes.
QByteArray demoRoster(QDate today);

} // namespace tocsin::jobs
