// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/playbook_run.h"

#include "casework/facts_record.h"
#include "casework/incident.h"
#include "casework/response_team.h"
#include "casework/sql.h"
#include "casework/tokens.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr qint64 kHour = 3'600'000;

constexpr std::array kAlarms{
    Words<Alarm>{Alarm::None, "none"_L1, "None"_L1},
    Words<Alarm>{Alarm::Amber, "amber"_L1, "Amber"_L1},
    Words<Alarm>{Alarm::Red, "red"_L1, "Red"_L1},
};

QString nameOfVersion(const Playbook &playbook)
{
    return u"%1@%2"_s.arg(playbook.id, playbook.version);
}

Result<Instant> anchorOf(const StartPlaybook &command, const law::Facts &facts, const Instant &now)
{
    const QByteArray zone = facts.timezone.isEmpty() ? now.zone() : facts.timezone;
    if (command.anchor && now < *command.anchor)
        return fail(ErrorCode::BadInput, u"A playbook counts from a moment that has been, not from one to come."_s);
    if (command.anchor)
        return command.anchor->inZone(zone);
    if (facts.discovered && facts.discovered->instant)
        return facts.discovered->instant->inZone(zone);
    return fail(ErrorCode::Conflict,
                u"The facts do not give the hour of discovery, and this playbook counts hours: name the moment of the "
                "discovery or of the notice, or enter it in the facts."_s);
}

PersonId ownerOf(const PlaybookStep &step, const QList<ResponseRole> &team)
{
    const auto role
        = std::find_if(team.begin(), team.end(), [&](const ResponseRole &each) { return each.role == step.role; });
    return role == team.end() ? PersonId() : role->answers();
}

Task taskOf(const PlaybookStep &step, const Instant &anchor)
{
    Task task;
    task.title = step.title;
    task.detail = step.citation.isEmpty() ? step.detail : u"%1\n%2"_s.arg(step.detail, step.citation);
    task.column = TaskColumn::Ready;
    task.remediationClass = step.remediationClass;
    task.step = step.id;
    if (step.hours)
        task.dueAt = anchor.plusMSecs(*step.hours * kHour);
    task.due = task.dueAt ? task.dueAt->localDate() : anchor.localDate().addDays(step.days.value_or(0));
    return task;
}

/// Withdraws the tasks, if each is as the start made it and nobody has moved one.
Result<Outcome> takeBack(Writer &writer, PlaybookRunId id, const QString &title, const QList<Task> &made)
{
    TOCSIN_ASSIGN(const Incident record, IncidentById{made.first().incident}.run(writer));
    for (const Task &left : made) {
        TOCSIN_ASSIGN(const QList<Task> now, TasksById{{left.id}}.run(writer));
        TOCSIN_ASSIGN(const QList<TaskMove> moves, TaskHistory{left.id}.run(writer));
        if (now.isEmpty() || !isAsLeft(now.first(), left) || !moves.isEmpty()) {
            return fail(ErrorCode::Conflict,
                        u"Work on %1 has begun; the playbook stays. Nothing was taken back."_s.arg(left.reference()));
        }
        writer.touch(Kind::Task, left.id.value);
    }
    TOCSIN_TRY(sql::run(writer.db(), u"UPDATE task SET withdrawn = 1 WHERE playbook_run = ?1"_s, id));
    TOCSIN_TRY(sql::run(writer.db(), u"UPDATE playbook_run SET taken_back = 1 WHERE id = ?1"_s, id));
    TOCSIN_TRY(logSystemEntry(writer, record.id, Stream::Command, u"Playbook taken back: %1"_s.arg(title)));
    writer.touch(Kind::PlaybookRun, id.value);
    writer.note({record.reference, u"playbook/%1"_s.arg(id.value), {{u"tasks"_s, made.size()}}, {{u"tasks"_s, 0}}});
    return Outcome{id.value, title};
}

Result<PlaybookRun> withSteps(PlaybookRun run, const QList<Task> &tasks)
{
    for (const PlaybookStep &step : std::as_const(run.playbook.steps)) {
        const auto task = std::find_if(tasks.begin(), tasks.end(), [&](const Task &each) {
            return each.playbookRun == run.id && each.step == step.id;
        });
        if (task != tasks.end())
            run.steps << ChecklistStep{step, *task};
    }
    return run;
}

} // namespace

QString alarmToken(Alarm alarm)
{
    return tokenOf(kAlarms, alarm);
}

int PlaybookRun::done() const
{
    return static_cast<int>(std::count_if(
        steps.begin(), steps.end(), [](const ChecklistStep &each) { return each.task.column == TaskColumn::Done; }));
}

int PlaybookRun::late(const Instant &now, const QByteArray &zone) const
{
    return static_cast<int>(std::count_if(steps.begin(), steps.end(),
                                          [&](const ChecklistStep &each) { return each.task.isLate(now, zone); }));
}

Alarm PlaybookRun::alarmAt(const Instant &now) const
{
    const auto isOpenBy = [&](int hours) {
        if (now < anchor.plusMSecs(hours * kHour))
            return false;
        return std::any_of(steps.begin(), steps.end(), [hours](const ChecklistStep &each) {
            return each.task.column != TaskColumn::Done && each.step.hours && *each.step.hours <= hours;
        });
    };
    if (!playbook.alarm)
        return Alarm::None;
    return isOpenBy(playbook.alarm->redHours)  ? Alarm::Red
        : isOpenBy(playbook.alarm->amberHours) ? Alarm::Amber
                                               : Alarm::None;
}

Result<QList<PlaybookRun>> PlaybookRuns::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const QList<Task> tasks, TasksQuery{incident}.run(reader));
    struct Row
    {
        PlaybookRun run;
        QString document;
    };
    TOCSIN_ASSIGN(QList<Row> rows,
                  sql::rows(
                      reader.db(),
                      u"SELECT r.id, r.incident, r.document, r.anchor_ms, r.anchor_zone, r.started_ms, r.started_zone, "
                      "p.name FROM playbook_run r JOIN person p ON p.id = r.started_by "
                      "WHERE r.incident = ?1 AND r.taken_back = 0 ORDER BY r.id"_s,
                      [](const vault::Statement &row) {
                          PlaybookRun run;
                          run.id = sql::id<PlaybookRunId>(row, 0);
                          run.incident = sql::id<IncidentId>(row, 1);
                          run.anchor = sql::instant(row, 3);
                          run.startedAt = sql::instant(row, 5);
                          run.startedBy = row.text(7);
                          return Row{run, row.text(2)};
                      },
                      incident));
    QList<PlaybookRun> runs;
    for (Row &row : rows) {
        TOCSIN_ASSIGN(row.run.playbook, playbookFromJson(sql::jsonObject(row.document), u"the kept playbook"_s));
        TOCSIN_ASSIGN(const PlaybookRun run, withSteps(row.run, tasks));
        runs << run;
    }
    return runs;
}

Result<Outcome> StartPlaybook::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Incident record, IncidentById{incident}.run(writer));
    if (playbook.steps.isEmpty())
        return fail(ErrorCode::BadInput, u"A playbook has at least one step."_s);
    TOCSIN_ASSIGN(const QList<PlaybookRun> started, PlaybookRuns{incident}.run(writer));
    for (const PlaybookRun &each : started) {
        if (each.playbook.id == playbook.id)
            return fail(ErrorCode::Conflict,
                        u"“%1” was started already, on %2."_s.arg(playbook.title, each.startedAt.toIso()));
    }
    TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{incident}.run(writer));
    TOCSIN_ASSIGN(const Instant from, anchorOf(*this, facts.facts, writer.now()));
    TOCSIN_ASSIGN(const QList<ResponseRole> team, ResponseTeam().run(writer));
    TOCSIN_ASSIGN(const qint64 id,
                  sql::insert(writer.db(),
                              u"INSERT INTO playbook_run (incident, playbook, document, anchor_ms, anchor_zone, "
                              "started_ms, started_zone, started_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"_s,
                              incident, playbook.id, sql::jsonText(playbook.document), from.msecs(), sql::zoneOf(from),
                              writer.now().msecs(), sql::zoneOf(writer.now()), writer.actor().id));
    QList<Task> made;
    for (const PlaybookStep &step : playbook.steps) {
        Task task = taskOf(step, from);
        task.incident = incident;
        task.owner = ownerOf(step, team);
        task.playbookRun = PlaybookRunId{id};
        TOCSIN_ASSIGN(const Task inserted, insertTask(writer, task));
        made << inserted;
    }
    TOCSIN_TRY(logSystemEntry(
        writer, incident, Stream::Command,
        u"Playbook started: %1, %2 tasks, counted from %3"_s.arg(playbook.title).arg(made.size()).arg(from.toIso())));
    writer.touch(Kind::PlaybookRun, id);
    writer.note({record.reference,
                 u"playbook/%1"_s.arg(id),
                 {},
                 {{u"playbook"_s, nameOfVersion(playbook)},
                  {u"anchor"_s, from.toIso()},
                  {u"first_task"_s, made.first().reference()},
                  {u"tasks"_s, made.size()}}});
    writer.reverseWith(
        {Kind::Task, u"playbook “%1” started"_s.arg(playbook.title), [id, title = playbook.title, made](Writer &again) {
             return takeBack(again, PlaybookRunId{id}, title, made);
         }});
    return Outcome{id, playbook.id};
}

} // namespace tocsin::casework
