// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/notice.h"
#include "casework/proof.h"

#include <optional>

namespace tocsin::jobs {

/// How far the proof of a letter is, as the letter is now. Sets of what it was before are not told.
struct ProofStanding
{
    std::optional<casework::Run> made; ///< the latest set that has one of every kind of letter; else the latest
    std::optional<casework::ProofAcceptance> accepted; ///< somebody's yes to such a set
};

/// `pinned` is the hash of all the letters are made of now; see LetterMaterial.
Result<ProofStanding> proofStanding(casework::ReadSession &session, const casework::Notice &notice,
                                    const QString &pinned);

/// Letters are produced once a proof set of just this version was accepted. Fails with CheckFailed, and says what comes
/// next.
Result<> proven(const ProofStanding &standing, const casework::Notice &notice);

/// Accepts a proof set of the present version of a notice, as the person unlocked: the one in `folder`, whose files
/// have to be as they were written, or without a folder the latest. Fails with CheckFailed if the notice is not
/// approved or there is no such set, and as casework::AcceptProof does.
Result<casework::Receipt> acceptProof(casework::CaseFile &file, IncidentId incident, const QString &noticeKey,
                                      const QString &folder = {});

} // namespace tocsin::jobs
