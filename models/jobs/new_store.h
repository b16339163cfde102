// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"

namespace tocsin::jobs {

/// Makes a store and, unless `kitPath` is empty, its recovery kit in a file that must not exist. Whoever asks for both
/// gets both or nothing: a store whose kit cannot be written is removed again. Fails as CaseFile::create and
/// writeRecoveryKit do.
Result<std::unique_ptr<casework::CaseFile>> makeStore(const casework::NewCase &request,
                                                      casework::Surroundings surroundings, const QString &kitPath);

} // namespace tocsin::jobs
