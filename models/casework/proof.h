// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/run.h"

namespace tocsin::casework {

/// Somebody's yes to a proof set of letters, and through it to a run of all of them. It counts for exactly what the set
/// was made of.
struct ProofAcceptance
{
    RunId run;
    QString manifestSha256 = {}; ///< of the set's run.json
    QString pinned = {}; ///< as Approval::pinned
    QString byName = {};
    Role role = Role::Observer;
    Instant at = {};
};

/// Those of one notice, in the order in which they were given.
struct ProofAcceptancesQuery
{
    using Answer = QList<ProofAcceptance>;
    NoticeId notice;
    Result<QList<ProofAcceptance>> run(Reader &reader) const;
};

/// Accepts a proof set that was recorded. Fails with BadInput for a run that is no proof set, with CheckFailed if the
/// set has not one of every kind of letter or nobody approved what it was made of, and with Conflict if it is accepted
/// already.
struct AcceptProof
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("proof.accept");
    RunId run;
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
