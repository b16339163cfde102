// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"
#include "ledger/checkpoint.h"
#include "ledger/timestamp.h"

#include <optional>

namespace tocsin::casework {

/// The action under which requests and replies stand in the ledger, which is where they are kept.
inline constexpr QLatin1StringView kStampAction = QLatin1StringView("ledger.stamp");

/// A checkpoint for which a time stamp was asked, and the authority's reply once it came (RFC 3161).
struct StampRecord
{
    ledger::Checkpoint checkpoint;
    QByteArray request; ///< DER, as it was carried to the authority
    QByteArray reply = {}; ///< DER; empty while none has come
    QByteArray certificates = {}; ///< PEM, whom the person trusted who brought the reply; empty: the machine's own
};

/// Every request, with its reply if there is one, oldest first.
struct StampRecords
{
    using Answer = QList<StampRecord>;
    Result<QList<StampRecord>> run(Reader &reader) const;
};

/// What a kept time stamp proves today.
struct StampFinding
{
    ledger::Checkpoint checkpoint;
    std::optional<ledger::TimeStamp> stamp; ///< the entries up to the checkpoint existed at its time
    QString reason = {}; ///< why it proves nothing, where it does not
};

/// Judges every reply that was kept.
Result<QList<StampFinding>> verifyStamps(Reader &reader);

/// Finds the request that a reply answers, and puts the reply and the certificates (PEM; empty: those of the machine)
/// with it; verifyStamp says whether it proves anything. Fails with CheckFailed if it answers none or the authority
/// refused, BadInput if it is no reply, Conflict if it was brought before.
Result<StampRecord> matchReply(Reader &reader, const QByteArray &reply, const QByteArray &certificates);

/// The notes that keep them.
LedgerNote requestNote(const ledger::Checkpoint &checkpoint, const QByteArray &request);
LedgerNote replyNote(const StampRecord &record, const ledger::TimeStamp &stamp);

/// Checks a record's reply as ledger::verifyTimeStampReply does.
Result<ledger::TimeStamp> verifyStamp(const StampRecord &record);

} // namespace tocsin::casework
