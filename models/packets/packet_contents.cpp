// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_contents.h"

#include "casework/people.h"
#include "packets/personal_names.h"
#include "packets/snapshot.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

namespace {

constexpr qsizetype kBatch = 1000;

Result<> checkHead(casework::ReadSession &session, const ledger::Checkpoint &checkpoint)
{
    TOCSIN_ASSIGN(const casework::LedgerHead head, session.ask(casework::LedgerHeadQuery()));
    if (head.count == checkpoint.count && head.hash == checkpoint.head)
        return {};
    return fail(ErrorCode::Conflict,
                u"Somebody changed the case while the packet was being made. Build it again; nothing was kept."_s);
}

/// Everything that tells the same as a privileged entry: it, what it corrected, and what corrected it.
QSet<TimelineEntryId> privilegedChains(const QList<casework::TimelineEntry> &entries)
{
    QHash<TimelineEntryId, const casework::TimelineEntry *> byId;
    QSet<TimelineEntryId> found;
    QList<TimelineEntryId> waiting;
    for (const casework::TimelineEntry &entry : entries) {
        byId.insert(entry.id, &entry);
        if (entry.privileged)
            waiting << entry.id;
    }
    while (!waiting.isEmpty()) {
        const TimelineEntryId id = waiting.takeLast();
        const casework::TimelineEntry *entry = byId.value(id);
        if (entry == nullptr || found.contains(id))
            continue;
        found.insert(id);
        for (const auto &relative : {entry->supersedes, entry->supersededBy}) {
            if (relative)
                waiting << *relative;
        }
    }
    return found;
}

Result<QList<casework::TimelineEntry>> gatherChronology(casework::ReadSession &session, IncidentId incident,
                                                        const Progress &progress)
{
    casework::TimelineIds query;
    query.incident = incident;
    query.oldestFirst = true;
    TOCSIN_ASSIGN(const QList<TimelineEntryId> ids, session.ask(query));
    QList<casework::TimelineEntry> entries;
    entries.reserve(ids.size());
    for (qsizetype from = 0; from < ids.size(); from += kBatch) {
        TOCSIN_TRY(progress.check());
        TOCSIN_ASSIGN(const QList<casework::TimelineEntry> batch,
                      session.ask(casework::TimelineEntries{ids.mid(from, kBatch)}));
        entries += batch;
    }
    const QSet<TimelineEntryId> privileged = privilegedChains(entries);
    entries.removeIf([&](const casework::TimelineEntry &entry) {
        return entry.privileged || !entry.inChronology || privileged.contains(entry.id);
    });
    return entries;
}

Result<QList<TaskWithHistory>> gatherTasks(casework::ReadSession &session, IncidentId incident)
{
    TOCSIN_ASSIGN(QList<casework::Task> tasks, session.ask(casework::TasksQuery{incident}));
    std::sort(tasks.begin(), tasks.end(),
              [](const casework::Task &a, const casework::Task &b) { return a.number < b.number; });
    QList<TaskWithHistory> gathered;
    for (const casework::Task &task : std::as_const(tasks)) {
        TOCSIN_ASSIGN(const QList<casework::TaskMove> moves, session.ask(casework::TaskHistory{task.id}));
        gathered.append({task, moves});
    }
    return gathered;
}

Result<QList<Change>> gatherChanges(casework::ReadSession &session, const QString &reference)
{
    casework::LedgerRows query;
    query.incident = reference;
    query.limit = std::numeric_limits<int>::max();
    query.oldestFirst = true;
    TOCSIN_ASSIGN(const QList<casework::LedgerRow> rows, session.ask(query));
    QList<Change> changes;
    changes.reserve(rows.size());
    for (const casework::LedgerRow &row : rows)
        changes.append({row.sequence, row.at, row.actorName, row.actorRole, row.action, row.subject});
    return changes;
}

Result<QList<PacketNotice>> gatherNotices(casework::ReadSession &session, IncidentId incident)
{
    TOCSIN_ASSIGN(const QList<casework::Notice> notices, session.ask(casework::NoticesQuery{incident}));
    QList<PacketNotice> gathered;
    for (const casework::Notice &notice : notices) {
        TOCSIN_ASSIGN(const QList<casework::Approval> approvals, session.ask(casework::ApprovalsQuery{notice.id}));
        PacketNotice each{notice, approvals};
        if (!casework::writesToPeople(notice)) {
            TOCSIN_ASSIGN(each.places, session.ask(casework::PublicationsQuery{notice.id}));
        }
        gathered.append(each);
    }
    return gathered;
}

Result<QList<NoticeDeliveries>> gatherDeliveries(casework::ReadSession &session, const PacketContents &contents)
{
    QList<NoticeDeliveries> gathered;
    for (const PacketNotice &each : contents.notices) {
        const auto isOfIt = [&each](const casework::Run &run) {
            return run.notice == each.notice.id && (run.kind == "full"_L1 || run.kind == "shard"_L1);
        };
        if (!casework::writesToPeople(each.notice) || std::none_of(contents.runs.begin(), contents.runs.end(), isOfIt))
            continue;
        NoticeDeliveries made{each.notice.id, {}, {}};
        TOCSIN_ASSIGN(made.funnel, session.ask(casework::DeliveryFunnelQuery{each.notice.id}));
        TOCSIN_ASSIGN(made.acts, session.ask(casework::DeliveryActs{each.notice.id}));
        for (casework::DeliveryAct &act : made.acts) {
            act.how.clear();
            act.proof = {{}, {}, {}, act.proof.fileSha256};
        }
        gathered.append(made);
    }
    return gathered;
}

Result<QList<casework::RegisterRecord>> gatherRegisters(casework::ReadSession &session, IncidentId incident)
{
    TOCSIN_ASSIGN(QList<casework::RegisterRecord> records, session.ask(casework::RegisterRecords{incident}));
    records.removeIf([](const casework::RegisterRecord &each) {
        const auto kind = casework::registerKind(each.kind);
        return !kind || !kind->inPacket;
    });
    return records;
}

Result<> gatherPeople(casework::ReadSession &session, PacketContents &contents)
{
    TOCSIN_ASSIGN(const QList<casework::Person> people, session.ask(casework::PeopleQuery()));
    for (const casework::Person &person : people)
        contents.people.insert(person.id.value, person.name);
    contents.createdByName = contents.people.value(contents.incident.createdBy.value);
    return {};
}

/// What the deadlines are, and of what.
Result<> gatherLaw(casework::ReadSession &session, IncidentId incident, PacketContents &contents)
{
    TOCSIN_ASSIGN(contents.organization, session.ask(casework::OrganizationQuery()));
    TOCSIN_ASSIGN(contents.incident, session.ask(casework::IncidentById{incident}));
    TOCSIN_ASSIGN(contents.facts, session.ask(casework::FactsHistory{incident}));
    std::reverse(contents.facts.begin(), contents.facts.end());
    TOCSIN_ASSIGN(contents.evaluation, session.ask(casework::EvaluationQuery{incident}));
    TOCSIN_ASSIGN(contents.obligations, session.ask(casework::ObligationsQuery{incident}));
    return {};
}

/// Every text that people wrote freely goes through here before it leaves the store.
void withholdNames(PacketContents &contents, const PersonalNames &names)
{
    const auto clean = [&](QString &text) { text = names.withhold(text, contents.withheldPassages); };
    clean(contents.incident.title);
    clean(contents.incident.story.summary);
    clean(contents.incident.story.whatWeAreDoing);
    for (casework::FactsRevision &revision : contents.facts)
        clean(revision.reason);
    for (casework::ObligationRecord &record : contents.obligations) {
        if (record.proof)
            clean(record.proof->text);
        if (record.overridden)
            clean(record.overridden->reason);
    }
    for (casework::TimelineEntry &entry : contents.chronology)
        clean(entry.text);
    for (TaskWithHistory &each : contents.tasks) {
        clean(each.task.title);
        clean(each.task.detail);
        for (casework::TaskMove &move : each.moves)
            clean(move.note);
    }
    for (casework::RegisterRecord &record : contents.registers) {
        for (QString &value : record.values)
            clean(value);
        clean(record.reason);
        if (record.file)
            clean(record.file->name);
    }
    for (PacketNotice &each : contents.notices) {
        clean(each.notice.title);
        for (casework::Publication &place : each.places) {
            for (QString *text : {&place.name, &place.market, &place.proof, &place.reason})
                clean(*text);
        }
    }
}

} // namespace

Result<PacketContents> gatherContents(casework::ReadSession &session, IncidentId incident,
                                      const ledger::Checkpoint &checkpoint, const Progress &progress)
{
    TOCSIN_ASSIGN(const Snapshot snapshot, Snapshot::begin(session.reader().db()));
    TOCSIN_TRY(checkHead(session, checkpoint));
    PacketContents contents;
    TOCSIN_TRY(gatherLaw(session, incident, contents));
    contents.day = checkpoint.at.inZone(contents.organization.timezone).localDate();
    TOCSIN_TRY(gatherPeople(session, contents));
    TOCSIN_ASSIGN(contents.chronology, gatherChronology(session, incident, progress));
    TOCSIN_ASSIGN(contents.tasks, gatherTasks(session, incident));
    TOCSIN_ASSIGN(contents.registers, gatherRegisters(session, incident));
    TOCSIN_ASSIGN(contents.changes, gatherChanges(session, contents.incident.reference));
    TOCSIN_TRY(progress.check());
    TOCSIN_ASSIGN(contents.roster, session.ask(casework::RosterTotalsQuery{incident}));
    TOCSIN_ASSIGN(contents.notices, gatherNotices(session, incident));
    TOCSIN_ASSIGN(contents.runs, session.ask(casework::RunsQuery{incident}));
    std::reverse(contents.runs.begin(), contents.runs.end());
    TOCSIN_ASSIGN(contents.deliveries, gatherDeliveries(session, contents));
    TOCSIN_ASSIGN(contents.lettersByState, session.ask(casework::DeliveryCounts{incident}));
    TOCSIN_ASSIGN(contents.stamps, casework::verifyStamps(session.reader()));
    TOCSIN_ASSIGN(const PersonalNames names, PersonalNames::ofIncident(session, incident, progress));
    withholdNames(contents, names);
    return contents;
}

Result<PacketContents> gatherDeadlines(casework::ReadSession &session, IncidentId incident, const Progress &progress)
{
    TOCSIN_ASSIGN(const Snapshot snapshot, Snapshot::begin(session.reader().db()));
    PacketContents contents;
    TOCSIN_TRY(gatherLaw(session, incident, contents));
    TOCSIN_ASSIGN(const PersonalNames names, PersonalNames::ofIncident(session, incident, progress));
    withholdNames(contents, names);
    return contents;
}

} // namespace tocsin::packets
