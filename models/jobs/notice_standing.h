// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/notice.h"
#include "law/evaluation.h"

#include <QJsonObject>

namespace tocsin::jobs {

/// A notice, and whether it is still what somebody approved.
struct NoticeStanding
{
    casework::Notice notice;
    bool approved = false; ///< an approval is given to exactly what it says now
    /// Why the latest approval does not count any more, such as “the roster changed after Ada approved version 2”;
    /// empty if it counts, or if there is none.
    QString approvalVoid;
    QList<casework::Approval> approvals = {}; ///< oldest first
    bool proofAccepted = false; ///< of letters: a proof set of exactly what it says now was accepted
    law::Due due = {}; ///< of the duty that it meets; null where no rule sets a date
    bool dueDone = false; ///< that duty is recorded as met
};

/// How a notice stands, of the incident `reference`. `pinned` is the hash of all it is made of now, `parts` the hashes
/// of its parts.
Result<NoticeStanding> standingOf(casework::ReadSession &session, const QString &reference,
                                  const casework::Notice &notice, const QString &pinned, const QJsonObject &parts);

/// Only what somebody approved exactly as it is leaves the house. Fails with CheckFailed.
Result<> producible(const NoticeStanding &standing);

/// The hash of a JSON object in its canonical form: keys in order, no space.
QString hashOf(const QJsonObject &object);
/// The hash of each of its values, by key.
QJsonObject hashesOf(const QJsonObject &object);

} // namespace tocsin::jobs
