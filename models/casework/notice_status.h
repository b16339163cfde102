// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"

namespace tocsin::casework {

// How far a notice is; for commands of this room only.

Result<> setNoticeStatus(Writer &writer, NoticeId notice, NoticeStatus status);

/// An approved notice is produced; other statuses stay.
Result<> markProduced(Writer &writer, const Notice &notice);

/// Makes of a notice that is produced one that is sent, or the other way round, as its records say: letters are sent
/// once each of them is recorded as mailed; a document is once there is a day on which it appeared or went somewhere.
/// Other statuses stay.
Result<> refreshSent(Writer &writer, NoticeId notice);

} // namespace tocsin::casework
