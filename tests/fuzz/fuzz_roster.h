// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"
#include "fuzz/promise.h"
#include "intake/roster_reader.h"

#include <QSet>

namespace tocsin::fuzz {

/// Reads any bytes as a roster and holds readRoster() to its promises: every row handed out once
/// and accounted for, keys unique, no text left that could deceive.
inline void readAsRoster(const QByteArray &bytes)
{
    intake::TableOptions options;
    options.limits.archiveBytes = 16 << 20;
    options.limits.sharedStringBytes = 1 << 20;
    options.limits.rows = 10'000;
    auto table = intake::openTableBytes(bytes, QStringLiteral("fuzz"), options);
    if (!table) {
        promise(!table.error().message.isEmpty());
        return;
    }
    qint64 rows = 0;
    QSet<QString> keys;
    const auto sink
        = [&](const intake::RosterRow &row, intake::RowVerdict, const QList<intake::RowNote> &) -> Result<> {
        ++rows;
        keys.insert(row.rowKey);
        promise(row.line > 1 && row.sourceHash.size() == 64 && !row.language.isEmpty());
        promise(!hasControlCharacters(row.lastName) && !hasControlCharacters(row.addressLines.join(u'\n')));
        return {};
    };
    const auto summary = intake::readRoster(**table, {}, {QDate(2026, 3, 10), options}, sink, Progress());
    if (!summary)
        return;
    promise(summary->rows == rows && keys.size() == rows);
    promise(summary->accepted + summary->withNote + summary->problems == rows);
    promise(summary->people + summary->duplicates == rows);
}

} // namespace tocsin::fuzz
