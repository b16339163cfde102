// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <functional>

namespace tocsin::packets {

/// Puts a file where a person wants it only once the ledger has it. `write` makes it beside `path`, under the name it
/// is given; `note` records it; then it takes its place. If one of them fails, nothing is left, and a file that stood
/// there before stays as it was; should the disk refuse the very last step, the ledger says more than the disk has.
/// Fails with BadInput where `path` is a folder or belongs to a store.
Result<> writeRecorded(const QString &path, const std::function<Result<>(const QString &)> &write,
                       const std::function<Result<>()> &note);

} // namespace tocsin::packets
