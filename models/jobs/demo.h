// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "core/progress.h"

namespace tocsin::jobs {

/// Where the demo's pieces are.
struct DemoReport
{
    QString store;
    QString person; ///< who to unlock as
    QString passphrase;
    QString roster;
    QString proof; ///< folder of the proof set
    QString letters; ///< folder
    QString packet; ///< folder
    QString incident; ///< reference
};

/// Makes a demo in a folder that must not exist or be empty: a store with an incident on its seventeenth day, its
/// letters and its packet. An order export was left readable in a cloud store and found by a failed third-party audit;
/// 2,318 invented people are affected. All of it follows from `now`, but for keys and salts. The passphrase is known to
/// all and its key derivation is light: nothing real belongs in a demo.
Result<DemoReport> makeDemo(const QString &folder, const Instant &now, std::shared_ptr<const law::RulePacks> packs,
                            const Progress &progress);

} // namespace tocsin::jobs
