// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

namespace tocsin {

/// The row id of one kind of record. Ids of different kinds do not mix: `Id<struct Task>` is no `Id<struct Incident>`.
/// A default-made id is null and names nothing.
template <typename Tag>
struct Id
{
    qint64 value = 0;

    [[nodiscard]] constexpr bool isNull() const { return value == 0; }
    friend constexpr bool operator==(Id, Id) = default;
    friend constexpr bool operator<(Id a, Id b) { return a.value < b.value; }
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using PersonId = Id<struct PersonTag>;
using IncidentId = Id<struct IncidentTag>;
using FactsId = Id<struct FactsTag>;
using FactsProposalId = Id<struct FactsProposalTag>;
using RulePackId = Id<struct RulePackTag>;
using TimelineEntryId = Id<struct TimelineEntryTag>;
using TaskId = Id<struct TaskTag>;
using ObligationId = Id<struct ObligationTag>;
using ObligationNoteId = Id<struct ObligationNoteTag>;
using RosterId = Id<struct RosterTag>;
using RecipientId = Id<struct RecipientTag>;
using NoticeId = Id<struct NoticeTag>;
using NoticeCommentId = Id<struct NoticeCommentTag>;
using PublicationId = Id<struct PublicationTag>;
using RunId = Id<struct RunTag>;
using PacketId = Id<struct PacketTag>;
using PlaybookRunId = Id<struct PlaybookRunTag>;
using RegisterRecordId = Id<struct RegisterRecordTag>;

} // namespace tocsin
