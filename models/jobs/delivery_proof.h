// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/delivery.h"
#include "core/progress.h"

namespace tocsin::jobs {

/// What a person gives as proof. Of the file at `path`, if there is one, name and hash are kept. Fails as digestFile().
Result<casework::DeliveryProof> deliveryProof(const QString &carrier, const QString &reference, const QString &path,
                                              const Progress &progress);

} // namespace tocsin::jobs
