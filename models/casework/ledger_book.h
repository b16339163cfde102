// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"
#include "casework/time_stamp.h"
#include "ledger/checkpoint.h"
#include "ledger/extract.h"
#include "ledger/verifier.h"

#include <optional>

namespace tocsin::vault {
class Identity;
}

namespace tocsin::casework {

/// An entry as a page lists it.
struct LedgerRow
{
    qint64 sequence = 0;
    Instant at;
    QString actorName;
    QString actorRole;
    QString action;
    QString incident;
    QString subject;
    QByteArray hash;
    QJsonObject before;
    QJsonObject after; ///< {"withheld": "privileged"} where it tells of an entry that this person may not read
};

/// Entries, newest first, from below a sequence number (0: from the head).
struct LedgerRows
{
    using Answer = QList<LedgerRow>;
    QString incident; ///< reference; empty: all
    qint64 below = 0;
    int limit = 200;
    bool oldestFirst = false;
    QString action = {}; ///< empty: all
    QString subject = {}; ///< empty: all
    Result<QList<LedgerRow>> run(Reader &reader) const;
};

struct LedgerHead
{
    qint64 count = 0;
    QByteArray hash;
};

struct LedgerHeadQuery
{
    using Answer = LedgerHead;
    Result<LedgerHead> run(Reader &reader) const;
};

/// Adds the entry of a command that succeeded. The time, the actor and the note make its header and payload.
Result<qint64> appendEntry(vault::Database &database, const vault::Identity &identity, const QString &storeId,
                           const Actor &actor, const Instant &now, QLatin1StringView action, const LedgerNote &note);

/// The keys of everyone who is or was among the people.
Result<ledger::KeyRing> keyRing(Reader &reader);

/// Reads entries in order, from sequence 1, one at a time. The reader's connection must outlive the source.
Result<ledger::EntrySource> entrySource(Reader &reader);

/// What `ledger verify` found.
struct LedgerReport
{
    std::optional<ledger::Fault> fault;
    ledger::VerifyCounts counts;
    QByteArray head;
    QList<StampFinding> stamps; ///< the kept time stamps; one that proves nothing is no fault of the chain
};

/// Verifies the whole ledger, the checkpoints that were time-stamped among it, also against checkpoints that were kept
/// outside of it; a fault is in the report, not a failure. Only a checkpoint shows that the end was cut off.
Result<LedgerReport> verifyLedger(Reader &reader, const QString &storeId, const QList<ledger::Checkpoint> &checkpoints,
                                  const Progress &progress);

/// Writes the extract of one incident up to a checkpoint of the present head.
Result<ledger::Checkpoint> exportLedger(Reader &reader, const QString &storeId, const vault::Identity &identity,
                                        const QString &incident, ledger::Payloads payloads, const Instant &now,
                                        QIODevice &out, const Progress &progress);

} // namespace tocsin::casework
