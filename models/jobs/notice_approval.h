// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/notice.h"
#include "notices/checks.h"

#include <QJsonObject>
#include <QMap>

namespace tocsin::jobs {

/// What the checks of a notice found, letters or document, and the hash of what they looked at.
struct NoticeChecks
{
    QString pinned;
    QJsonObject pinnedParts; ///< what it is made of, each by its hash
    QList<notices::CheckResult> checks;
};
Result<NoticeChecks> checksOf(casework::ReadSession &session, const casework::Notice &notice, const Instant &at,
                              const Progress &progress);

/// Why a warning stands, by the id of its check.
using Reasons = QMap<QString, QString>;

/// The warnings among some checks, each with its reason. Fails with CheckFailed, and lists them, if any has none, and
/// with BadInput for a reason that belongs to no warning.
Result<QList<casework::AcceptedWarning>> acceptWarnings(const QList<notices::CheckResult> &checks,
                                                        const Reasons &reasons);

/// Sends a draft to review, letters or document. Fails with CheckFailed, with the list, while a check is an error.
Result<casework::Receipt> submitNotice(casework::CaseFile &file, IncidentId incident, const QString &noticeKey,
                                       const Progress &progress);

/// Approves the present version of a notice, letters or document, as the person unlocked. Fails with CheckFailed, with
/// the list, if it is not fit or a warning has no reason; as acceptWarnings() and as casework::approvable() do.
Result<casework::Receipt> approveNotice(casework::CaseFile &file, IncidentId incident, const QString &noticeKey,
                                        const Progress &progress, const Reasons &reasons = {});

} // namespace tocsin::jobs
