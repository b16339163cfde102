// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

namespace tocsin::casework {

/// What was recorded about letters is taken back: a mailing, a list of returned mail, a new address, a substitute
/// notice. The record stays, as taken back; a further one says so, and an address is again what it was.
///
/// NotFound if the incident has no such record, BadInput without a reason, NotAllowed for whom the role does not let
/// record its like, and Conflict if it was taken back before or something was built on it since: a letter that is no
/// more mailed must not have come back or have been followed by a supplement or a correction, and nobody may have been
/// written to at an address that goes, or because of a return or a substitute notice.
struct WithdrawDelivery
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("delivery.take-back");
    IncidentId incident;
    qint64 act = 0; ///< DeliveryAct::id
    QString reason = {}; ///< required; it is told on the timeline, so it names nobody
    Result<Outcome> apply(Writer &writer) const;
};

/// The same without a reason and whoever asks: how a session undoes what it recorded. For commands of this room only.
Result<Outcome> withdrawDelivery(Writer &writer, qint64 act);

/// What the timeline says of a record: “Letter”: 3 letters of run 2 mailed on 2026-04-02. For commands of this room
/// only.
Result<QString> deliverySentence(Reader &reader, qint64 act);

} // namespace tocsin::casework
