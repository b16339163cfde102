// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "core/progress.h"
#include "intake/roster_map.h"
#include "intake/roster_summary.h"

namespace tocsin::jobs {

struct RosterImport
{
    IncidentId incident;
    QString path;
    intake::RosterMap map;
    bool dryRun = false;
};

struct RosterImportReport
{
    intake::RosterSummary summary;
    bool known = false; ///< this very file was imported before: nothing was changed
    bool dryRun = false;
    int revision = 0; ///< the roster's, after the import
    qint64 added = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;

    /// As `tocsin roster import --json` prints it.
    [[nodiscard]] QJsonObject toJson() const;
};

/// Reads a roster file into an incident: all of it, or, on any failure and when cancelled, nothing. Rows with problems
/// are kept to be decided by a person. Call it off the window's thread.
Result<RosterImportReport> importRoster(casework::CaseFile &file, const RosterImport &request,
                                        const Progress &progress);

} // namespace tocsin::jobs
