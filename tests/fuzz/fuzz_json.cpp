// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"
#include "core/json_reader.h"
#include "fuzz/promise.h"

#include <cstddef>
#include <cstdint>

using namespace Qt::Literals::StringLiterals;
using tocsin::fuzz::promise;

// Reads any bytes as a facts-like file, through every kind of field. Whatever they are, the answer is a value or an
// error that says something.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const tocsin::Result<QJsonObject> object = tocsin::parseJsonObject(bytes, u"input"_s);
    if (!object) {
        promise(!object.error().message.isEmpty());
        return 0;
    }
    tocsin::JsonReader reader(*object, u"input"_s);
    const QString at = reader.string("at"_L1, false);
    reader.word("kind"_L1, {"breach"_L1, "audit"_L1}, false);
    reader.boolean("open"_L1, false);
    reader.integer("count"_L1, 0, 1'000'000, false);
    reader.date("day"_L1, false);
    reader.strings("names"_L1, false);
    reader.object(
        "inner"_L1, [](tocsin::JsonReader &inner) { inner.string("name"_L1); }, false);
    reader.objects(
        "rows"_L1, [](tocsin::JsonReader &row) { row.integer("n"_L1, -5, 5); }, false);
    const tocsin::Result<> finished = reader.finish();
    promise(finished || !finished.error().message.isEmpty());
    if (const auto instant = tocsin::Instant::parse(at))
        promise(tocsin::Instant::parse(instant->toIso())->msecs() == instant->msecs());
    return 0;
}
