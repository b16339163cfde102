// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/clock_marks.h"

namespace tocsin::viewchecks {

/// A duty of the sixty days from 3 March to 2 May 2026, with an id of its own.
casework::ObligationRecord sampleDuty(qint64 id, const QString &recipient, QDate due = QDate(2026, 5, 2));

/// What a breach in all 54 jurisdictions could look like on 20 March 2026: residents and attorneys general, met and
/// late ones, targets, a clock of hours, a date of counsel's, records to keep, and a law-enforcement hold.
items::IncidentClocks sampleClocks();

} // namespace tocsin::viewchecks
