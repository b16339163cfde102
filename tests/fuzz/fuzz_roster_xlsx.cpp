// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz_roster.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tocsin::fuzz::readAsRoster(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
