// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/letters.h"
#include "jobs/store_recipients.h"

#include <functional>

namespace tocsin::jobs {

/// Makes the e-mails of a notice of that kind, for people who agreed to be written to by e-mail and whose address can
/// be one (45 CFR 164.404(d)(1)(i)); nobody else is in it but as a row of run.csv. Nothing is sent. The folder is there
/// whole or not at all, and its files carry running numbers (models/notices/FORMAT.md). `record` is called once all is
/// on the disk; if it fails, the folder is taken away again. Fails with Usage for a share; how letters are sorted and
/// split means nothing here.
Result<notices::LetterRunSummary> makeEmails(StoreRecipients &people, const LetterMaterial &material,
                                             const notices::LetterRunOptions &options, const Instant &now,
                                             const Progress &progress,
                                             const std::function<Result<>(const notices::LetterRunSummary &)> &record);

} // namespace tocsin::jobs
