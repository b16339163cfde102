// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

#include <optional>

namespace tocsin::casework {

enum class Stream { Technical, Regulatory, Communications, Command };
enum class Precision { Exact, Approximate, Unknown };
enum class EntrySource { Person, System, Import };

QString streamToken(Stream stream);
QString streamName(Stream stream);
Result<Stream> streamFromToken(const QString &token);
QString precisionToken(Precision precision);
Result<Precision> precisionFromToken(const QString &token);

struct TimelineEntry
{
    TimelineEntryId id;
    IncidentId incident;
    Instant at = {}; ///< when it happened; if the precision is Unknown, when it was recorded
    Precision precision = Precision::Exact;
    Stream stream = Stream::Command;
    QString text = {};
    PersonId author = {};
    QString authorName = {};
    EntrySource source = EntrySource::Person;
    bool inChronology = true; ///< part of the chronology given to the regulator
    bool privileged = false; ///< attorney-client privilege is claimed: only those with timeline.privileged see it
    std::optional<TimelineEntryId> supersedes = {};
    std::optional<TimelineEntryId> supersededBy = {};
    Instant recordedAt = {};
};

/// The ids of an incident's entries, newest first. Privileged ones are left out for who may not see them.
struct TimelineIds
{
    using Answer = QList<TimelineEntryId>;
    IncidentId incident;
    QString search = {}; ///< words; each must occur, the last one may be a beginning. Empty: all
    std::optional<Stream> stream = {};
    bool chronologyOnly = false;
    bool oldestFirst = false;
    std::optional<int> most = {}; ///< absent: all
    Result<QList<TimelineEntryId>> run(Reader &reader) const;
};

/// Entries by id, in the order given. Ids that are unknown or not for this person are left out.
struct TimelineEntries
{
    using Answer = QList<TimelineEntry>;
    QList<TimelineEntryId> ids = {};
    Result<QList<TimelineEntry>> run(Reader &reader) const;
};

struct LogEntry
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("timeline.log");
    IncidentId incident;
    QString text = {};
    std::optional<Instant> at = {}; ///< absent: now
    Precision precision = Precision::Exact;
    Stream stream = Stream::Command;
    bool inChronology = true;
    bool privileged = false;
    Result<Outcome> apply(Writer &writer) const;
};

/// Says again, rightly, what an entry said; both stay and show their relation.
struct CorrectEntry
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("timeline.correct");
    TimelineEntryId entry;
    QString text = {};
    std::optional<Instant> at = {}; ///< absent: as the corrected entry has it
    std::optional<Precision> precision = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Decides whether an entry is in the regulator's chronology, and whether privilege is claimed for it. The claim covers
/// what the entry corrected and what corrected it too.
struct FlagEntry
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("timeline.flag");
    TimelineEntryId entry;
    bool inChronology = true;
    bool privileged = false;
    Result<Outcome> apply(Writer &writer) const;
};

/// An entry that the program itself writes beside a change: status, approval, export, role. For commands of this room
/// only.
Result<> logSystemEntry(Writer &writer, IncidentId incident, Stream stream, const QString &text,
                        bool inChronology = true);

/// Says that what the program itself wrote is not so any more: an entry that supersedes the latest one that says `was`
/// or begins with it and a full stop, and has its claims of privilege. Both stay. Where there is none, it stands alone.
/// For commands of this room only.
Result<> correctSystemEntry(Writer &writer, IncidentId incident, Stream stream, const QString &was,
                            const QString &text);

} // namespace tocsin::casework
