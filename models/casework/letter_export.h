// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

namespace tocsin::casework {

/// Notes in the ledger that one letter left the store as a file: somebody's, or a sample that names nobody. What asks
/// for it writes the file only with this.
struct RecordLetterExport
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("letter.export");
    NoticeId notice;
    RecipientId recipient = {}; ///< null for a sample
    QString format = {}; ///< "pdf", "html", "odt" or "text"
    QString sha256 = {}; ///< of the file
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
