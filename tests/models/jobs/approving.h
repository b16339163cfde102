// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/notice_approval.h"

namespace tocsin::test {

/// Approves a notice as whoever is unlocked, with a reason for each of its warnings.
inline Result<casework::Receipt> approveWithReasons(casework::CaseFile &file, IncidentId incident, const QString &key)
{
    const Progress progress;
    jobs::Reasons reasons;
    {
        TOCSIN_ASSIGN(const auto session, file.openSession());
        TOCSIN_ASSIGN(const casework::Notice notice, session->ask(casework::NoticeByKey{incident, key}));
        TOCSIN_ASSIGN(const jobs::NoticeChecks found, jobs::checksOf(*session, notice, file.now(), progress));
        for (const notices::CheckResult &check : found.checks) {
            if (check.level == notices::CheckLevel::Warning)
                reasons.insert(check.id, QStringLiteral("Known."));
        }
    }
    return jobs::approveNotice(file, incident, key, progress, reasons);
}

} // namespace tocsin::test
