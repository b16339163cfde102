// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/checks.h"

#include <algorithm>

namespace tocsin::notices::sample {

/// The check with that id. One that nobody made has no level, so that no test takes it for an answer.
inline CheckResult named(const QList<CheckResult> &checks, const QString &id)
{
    const auto found
        = std::find_if(checks.begin(), checks.end(), [&](const CheckResult &check) { return check.id == id; });
    const QString none = QStringLiteral("no such check");
    return found == checks.end() ? CheckResult{none, none, {}, static_cast<CheckLevel>(-1), none} : *found;
}

} // namespace tocsin::notices::sample
