// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"

namespace tocsin::casework {

/// The forms in which an incident's deadlines leave the store.
enum class DeadlinesForm { Pdf, Calendar };

/// Notes in the ledger and on the timeline that the deadlines left the store as a file. What asks for it writes the
/// file first, and takes it away again if this fails.
struct RecordDeadlinesExport
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("deadlines.export");
    IncidentId incident;
    DeadlinesForm form = DeadlinesForm::Pdf;
    Result<Outcome> apply(Writer &writer) const;
};

/// Whether it is told why counsel set a date. The words are a person's, and may name others.
enum class CounselsReason { Told, Withheld };

/// An evaluation with counsel's dates in place of the computed ones, and both in the reasons; what waits for a fact has
/// a date then, if counsel set one. `records` are those of the same incident, facts and packs (ObligationsQuery beside
/// EvaluationQuery), in any order.
law::Evaluation withCounselsDates(law::Evaluation evaluation, const QList<ObligationRecord> &records,
                                  CounselsReason reason = CounselsReason::Told);

/// The record of a duty, by its rule and recipient; nullptr if there is none.
const ObligationRecord *recordOf(const QList<ObligationRecord> &records, const QString &rule, const QString &recipient);

} // namespace tocsin::casework
