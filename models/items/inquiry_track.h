// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/register_record.h"
#include "items/clock_marks.h"

namespace tocsin::items {

/// The inquiries among the records of the registers, each with its requests as dates. A request that was closed is
/// answered; one without an answer is late from the day after it was due. An inquiry that was closed without a request
/// is left out. Days are those of `now` in the zone.
QList<InquiryTrack> inquiryTracks(const QList<casework::RegisterRecord> &records, const Instant &now,
                                  const QByteArray &zone);

} // namespace tocsin::items
