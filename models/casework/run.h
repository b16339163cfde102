// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

#include <map>

namespace tocsin::casework {

/// A letter run that was finished.
struct Run
{
    RunId id;
    NoticeId notice;
    int noticeVersion = 0;
    QString kind = {}; ///< full, proof or shard; document for a notice that is one document
    qint64 letters = 0;
    qint64 pages = 0;
    qint64 parts = 0;
    QString manifestSha256 = {}; ///< of run.json
    QString pinned = {}; ///< what the letters were made of, as Approval::pinned; empty for documents
    qint64 proofNeeds = 0; ///< letters a proof set has to have for one of every kind; 0 if it has them
    Instant finished = {};
    QString byName = {};
    int wave = 1; ///< of the notice, from 1; that of a proof is the one it tries
    int shardIndex = 1;
    int shardOf = 1;
    QString again = {}; ///< why everybody was written to again; empty if nobody was by wish
};

/// What became of one recipient's letter.
struct Delivery
{
    RecipientId recipient;
    int part = 0;
    int firstPage = 0;
    int pages = 0;
    QString sha256 = {}; ///< of the letter's content
};

struct RunsQuery
{
    using Answer = QList<Run>;
    IncidentId incident;
    Result<QList<Run>> run(Reader &reader) const;
};

/// Counts only, for packets and pages: how many people have a letter, by State of residence.
struct DeliveryCounts
{
    using Answer = std::map<QString, qint64>;
    IncidentId incident;
    Result<std::map<QString, qint64>> run(Reader &reader) const;
};

/// Records a finished run and a delivery for each recipient. Proofs get no deliveries. Fails with Conflict if somebody
/// has a letter of this notice already that did not come back, unless `again` says why that is wished, and if a share
/// was not made of the same people as the shares of its wave that are recorded.
struct RecordRun
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("run.record");
    NoticeId notice;
    int noticeVersion = 0;
    QString kind = {};
    qint64 pages = 0;
    qint64 parts = 0;
    QString manifestSha256 = {};
    qint64 letters = 0;
    QString pinned = {};
    qint64 proofNeeds = 0;
    QList<Delivery> deliveries = {};
    int wave = 1;
    int shardIndex = 1;
    int shardOf = 1;
    QString peopleSha256 = {}; ///< Wave::sha256
    QString again = {};
    QDate letterDate = {}; ///< that the letters bear
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
