// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "fuzz/promise.h"
#include "intake/return_reason.h"
#include "intake/returned_list.h"

#include <cstddef>
#include <cstdint>

namespace {

constexpr qsizetype kLongestReference = 200;

/// Reads any bytes as a list of returned mail and holds readReturnedList() to its promises: each row with its line, no
/// day after today, no reason but those that carriers give, no text that could deceive.
void readAsReturnedList(const QByteArray &bytes)
{
    using tocsin::fuzz::promise;
    using namespace tocsin::intake;
    TableOptions options = returnedListOptions();
    options.limits.archiveBytes = 16 << 20;
    options.limits.sharedStringBytes = 1 << 20;
    options.limits.rows = 10'000;
    const auto table = openTableBytes(bytes, QStringLiteral("fuzz"), options);
    if (!table) {
        promise(!table.error().message.isEmpty());
        return;
    }
    const QDate today(2026, 4, 6);
    const auto list = readReturnedList(**table, today, tocsin::Progress());
    if (!list) {
        promise(!list.error().message.isEmpty());
        return;
    }
    promise(list->fileSha256.size() == 64);
    const QStringList reasons = returnReasons();
    for (const ReturnedRow &row : list->rows) {
        promise(row.line > 1 && row.reference.size() <= kLongestReference);
        promise(!tocsin::hasControlCharacters(row.reference));
        promise(row.reason.isEmpty() || (reasons.contains(row.reason) && !row.badReason));
        promise(!row.on.isValid() || (row.on <= today && !row.badDate));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    readAsReturnedList(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
