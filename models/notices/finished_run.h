// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/letter_run.h"

namespace tocsin::notices {

/// A run that came to its end, as the run.json in its folder tells it.
struct FinishedRun
{
    LetterRunSummary summary; ///< its warnings have no citation
    Shard shard;
    Medium medium = Medium::Post;
    Instant generated; ///< when the run was begun
    QByteArray manifest; ///< run.json itself
};

/// The finished run in a folder, or nothing if there is none. Only run.json is read; it is a stranger's file until
/// it is compared with what this run would write, and verifyFinishedRun() has said yes. Fails with Conflict if there is
/// a run.json that is not one of ours.
Result<std::optional<FinishedRun>> finishedRun(const QString &folder);

/// Reads every file that the run names, and fails with Conflict, naming the first that is gone or not as it was
/// written.
Result<> verifyFinishedRun(const QString &folder, const FinishedRun &run);

} // namespace tocsin::notices
