// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/notice.h"
#include "notices/checks.h"

#include <optional>

namespace tocsin::views {

/// What is known of a notice, to tell what can be done next.
struct NoticeSituation
{
    casework::NoticeStatus status = casework::NoticeStatus::Draft;
    int version = 1;
    casework::Role role = casework::Role::Observer;
    qint64 letters = 0; ///< people who get one
    std::optional<QList<notices::CheckResult>> checks; ///< nothing until they have run
    bool checking = false; ///< they are running
    bool approvedAsIs = false; ///< an approval was given to exactly what the letters say now
    qsizetype unexplained = 0; ///< warnings without a reason
    bool ownWords = false; ///< the person who looks wrote them
    bool isDocument = false; ///< one document, which has no proof set
    qint64 proofLetters = 0; ///< letters of the proof set that was made of exactly what they say now
    bool proofComplete = false; ///< it has one of every kind of letter
    bool proofAccepted = false; ///< such a set was accepted
};

/// The steps that are open, and one sentence on what comes next or why it has to wait.
struct NoticeSteps
{
    bool approvedAsIs = false;
    bool maySubmit = false; ///< the role may send to review; the button is shown
    bool canSubmit = false;
    bool mayApprove = false;
    bool canApprove = false;
    bool explains = false; ///< the person can approve it but for the reasons that warnings need
    bool mayProduce = false;
    bool canProve = false;
    bool mayAccept = false; ///< the role may accept a proof set
    bool canAccept = false;
    bool canProduce = false;
    QString sentence;
};

NoticeSteps stepsFor(const NoticeSituation &situation);

} // namespace tocsin::views
