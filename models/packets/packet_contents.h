// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/delivery_acts.h"
#include "casework/incident.h"
#include "casework/notice.h"
#include "casework/obligation.h"
#include "casework/publication.h"
#include "casework/register_record.h"
#include "casework/run.h"
#include "casework/task.h"
#include "casework/timeline.h"

#include <map>

namespace tocsin::packets {

struct TaskWithHistory
{
    casework::Task task;
    QList<casework::TaskMove> moves; ///< oldest first
};

struct PacketNotice
{
    casework::Notice notice;
    QList<casework::Approval> approvals;
    /// Where it appeared or went, of one that is one document; in the order in which they were recorded.
    QList<casework::Publication> places = {};
};

/// What became of the letters of a notice. Of what was recorded only days, counts and hashes: what people typed beside
/// them may name somebody.
struct NoticeDeliveries
{
    NoticeId notice;
    casework::DeliveryFunnel funnel;
    QList<casework::DeliveryAct> acts; ///< oldest first
};

/// A line of the change log. What an entry changed is not in it: payloads stay withheld.
struct Change
{
    qint64 sequence = 0;
    Instant at;
    QString who;
    QString role;
    QString action;
    QString subject;
};

/// Everything of one incident that a packet tells, as one moment had it. It holds no privileged entry, nothing that is
/// not for the regulator's chronology, and of the people affected only counts.
struct PacketContents
{
    casework::Organization organization;
    QDate day; ///< of the checkpoint, in the organization's zone; null without one
    casework::Incident incident;
    QString createdByName;
    QList<casework::FactsRevision> facts; ///< oldest first; never empty
    QMap<qint64, QString> people; ///< name by person id, for who set facts
    law::Evaluation evaluation;
    QList<casework::ObligationRecord> obligations; ///< owed, blocked, not owed; each in the engine's order
    QList<casework::TimelineEntry> chronology; ///< oldest first
    QList<TaskWithHistory> tasks; ///< by number
    QList<casework::RegisterRecord> registers; ///< of the kinds that go into packets, as RegisterRecords has them
    QList<Change> changes; ///< oldest first, up to the checkpoint
    casework::RosterTotals roster;
    QList<PacketNotice> notices;
    QList<casework::Run> runs; ///< oldest first
    QList<NoticeDeliveries> deliveries; ///< of the notices with letters
    std::map<QString, qint64> lettersByState; ///< people with a produced letter, by State of residence
    QList<casework::StampFinding> stamps; ///< time stamps over the ledger as it was earlier
    qint64 withheldPassages = 0; ///< see PersonalNames
};

/// Gathers all of it in one read transaction. Fails with Conflict if the ledger does not end with the checkpoint: the
/// case has changed since it was made.
Result<PacketContents> gatherContents(casework::ReadSession &session, IncidentId incident,
                                      const ledger::Checkpoint &checkpoint, const Progress &progress);

/// Only what the deadlines need: organization, incident, facts, evaluation and obligations, at one moment. Names of
/// people affected are withheld as in a packet.
Result<PacketContents> gatherDeadlines(casework::ReadSession &session, IncidentId incident, const Progress &progress);

} // namespace tocsin::packets
