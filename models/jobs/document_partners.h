// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/register_record.h"
#include "notices/sheet.h"

namespace tocsin::jobs {

/// The recipient of a notice that is for a record of a register: "partner:PA-1".
QString recipientOf(const casework::RegisterRecord &record);

/// The open record of the register of a kind that a person means by "PA-1" or "partner:PA-1". Fails with BadInput, and
/// names the records there are.
Result<casework::RegisterRecord> recordMeant(const notices::NoticeKind &kind, const QString &asked,
                                             const QList<casework::RegisterRecord> &records);

/// What a document says of the partner that it is for; empty where it is for none.
notices::SheetPartner partnerOf(const QString &recipient, const QList<casework::RegisterRecord> &records);

} // namespace tocsin::jobs
