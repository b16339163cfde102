// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/rule_import.h"
#include "core/progress.h"

namespace tocsin::casework {
class CaseFile;
}

namespace tocsin::jobs {

/// Reads a rule pack's file, or every *.json of a folder in the order of their names. At most 4 MiB a file and 200
/// files. Fails with Io where something cannot be read, and with BadInput where it cannot be a pack.
Result<QList<casework::PackFile>> readRuleFiles(const QString &path, const Progress &progress);

/// What files of rules would change: the rules, and each open incident's dates.
struct RuleComparison
{
    QList<casework::PackFile> files = {};
    casework::RuleImport import = {};
    QList<casework::PackComparison> incidents = {};
};

/// Reads and compares; takes in nothing. `path` is a file or a folder. Fails as readRuleFiles and ImportRulePacks do.
Result<RuleComparison> compareRuleFiles(casework::CaseFile &file, const QString &path, const Progress &progress);

} // namespace tocsin::jobs
