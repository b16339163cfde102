// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/timeline_figures.h"

#include "casework/sql.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

Result<QList<TimelineEntry>> EntriesWithFigures::run(Reader &reader) const
{
    TOCSIN_ASSIGN(QList<TimelineEntryId> ids,
                  sql::rows(
                      reader.db(),
                      u"SELECT t.id FROM timeline_entry t LEFT JOIN timeline_entry s ON s.supersedes = t.id "
                      "WHERE t.incident = ?1 AND s.id IS NULL AND t.source <> 'system' AND t.text GLOB '*[0-9]*' "
                      "ORDER BY t.id DESC LIMIT ?2"_s,
                      [](const vault::Statement &row) { return sql::id<TimelineEntryId>(row, 0); }, incident, most));
    std::reverse(ids.begin(), ids.end());
    return TimelineEntries{ids}.run(reader);
}

} // namespace tocsin::casework
