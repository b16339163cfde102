// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/task.h"

#include "casework/incident.h"
#include "casework/people.h"
#include "casework/person_words.h"
#include "casework/sql.h"
#include "casework/tokens.h"
#include "core/text.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr std::array kColumns{
    Words<TaskColumn>{TaskColumn::Backlog, "backlog"_L1, "Backlog"_L1},
    Words<TaskColumn>{TaskColumn::Ready, "ready"_L1, "Ready"_L1},
    Words<TaskColumn>{TaskColumn::InProgress, "in-progress"_L1, "In progress"_L1},
    Words<TaskColumn>{TaskColumn::Evidence, "evidence"_L1, "Evidence"_L1},
    Words<TaskColumn>{TaskColumn::Review, "review"_L1, "Review"_L1},
    Words<TaskColumn>{TaskColumn::Done, "done"_L1, "Done"_L1},
};

constexpr qsizetype kMaxTitle = 300;
constexpr qsizetype kMaxDetail = 10'000;
constexpr qsizetype kMaxSprint = 40;

const QString kSelect
    = u"SELECT t.id, t.incident, t.number, t.title, t.detail, t.board_column, t.owner, p.name, t.due, t.position, "
      "t.created_ms, t.created_zone, t.changed_ms, t.changed_zone, "
      "(SELECT count(*) FROM task_move m WHERE m.task = t.id AND m.from_column = 'done'), "
      "t.due_ms, t.due_zone, t.sprint, t.remediation_class, t.playbook_run, t.step "
      "FROM task t LEFT JOIN person p ON p.id = t.owner "_s;

Task readRow(const vault::Statement &row)
{
    Task task;
    task.id = sql::id<TaskId>(row, 0);
    task.incident = sql::id<IncidentId>(row, 1);
    task.number = static_cast<int>(row.integer(2));
    task.title = row.text(3);
    task.detail = row.text(4);
    task.column = stored(kColumns, row.text(5));
    task.owner = sql::id<PersonId>(row, 6);
    task.ownerName = row.text(7);
    task.due = sql::date(row, 8);
    task.position = static_cast<int>(row.integer(9));
    task.created = sql::instant(row, 10);
    task.changed = sql::instant(row, 12);
    task.reopened = static_cast<int>(row.integer(14));
    if (!row.isNull(15))
        task.dueAt = sql::instant(row, 15);
    task.sprint = row.text(17);
    task.remediationClass = row.text(18);
    task.playbookRun = sql::id<PlaybookRunId>(row, 19);
    task.step = row.text(20);
    return task;
}

Result<Task> taskById(Reader &reader, TaskId id)
{
    return sql::one(reader.db(), u"There is no such task."_s, kSelect + u"WHERE t.id = ?1 AND t.withdrawn = 0"_s,
                    readRow, id);
}

bool needsOwner(TaskColumn column)
{
    return column != TaskColumn::Backlog && column != TaskColumn::Ready;
}

Result<> checkTask(Reader &reader, const QString &title, const QString &detail, PersonId owner, TaskColumn column)
{
    if (title.trimmed().isEmpty() || title.size() > kMaxTitle || title.contains(u'\n') || hasControlCharacters(title)
        || hasControlCharacters(detail)) {
        return fail(ErrorCode::BadInput,
                    u"A task's title is one line of 1 to %1 characters without control characters."_s.arg(kMaxTitle));
    }
    if (detail.size() > kMaxDetail)
        return fail(ErrorCode::BadInput, u"What is to be done takes at most %L1 characters."_s.arg(kMaxDetail));
    if (owner.isNull() && needsOwner(column))
        return fail(ErrorCode::Conflict, u"A task needs an owner before it goes further than “Ready”."_s);
    return nameOfActive(reader, owner).map([](const QString &) {});
}

Result<> checkPlan(const QString &sprint, const QString &remediationClass)
{
    if (sprint.size() > kMaxSprint || sprint.contains(u'\n') || hasControlCharacters(sprint)) {
        return fail(ErrorCode::BadInput,
                    u"A sprint is named on one line of at most %1 characters, such as “2026-24”."_s.arg(kMaxSprint));
    }
    const auto isIt = [&remediationClass](const RemediationClass &each) { return each.name == remediationClass; };
    if (remediationClass.isEmpty() || std::any_of(kRemediationClasses.begin(), kRemediationClasses.end(), isIt))
        return {};
    return fail(ErrorCode::BadInput, u"“%1” is no remediation class; there are A, B and C."_s.arg(remediationClass));
}

QJsonObject taskJson(const Task &task)
{
    QJsonObject json{{u"title"_s, task.title},
                     {u"detail"_s, task.detail},
                     {u"owner"_s, task.ownerName},
                     {u"due"_s, task.dueAt ? task.dueAt->toIso() : task.due.toString(Qt::ISODate)}};
    if (!task.sprint.isEmpty())
        json.insert(u"sprint"_s, task.sprint);
    if (!task.remediationClass.isEmpty())
        json.insert(u"class"_s, task.remediationClass);
    return json;
}

std::optional<qint64> msecsOf(const std::optional<Instant> &at)
{
    return at ? std::optional(at->msecs()) : std::nullopt;
}

std::optional<QString> zoneOf(const std::optional<Instant> &at)
{
    return at ? std::optional(sql::zoneOf(*at)) : std::nullopt;
}

/// Numbers the tasks of a column 0, 1, 2, … in their order, with one task put at `position` (-1: last).
Result<> arrange(Writer &writer, const Task &task, TaskColumn column, int position)
{
    TOCSIN_ASSIGN(QList<qint64> order,
                  sql::rows(
                      writer.db(),
                      u"SELECT id FROM task WHERE incident = ?1 AND board_column = ?2 AND id <> ?3 AND withdrawn = 0 "
                      "ORDER BY position, id"_s,
                      [](const vault::Statement &row) { return row.integer(0); }, task.incident, columnToken(column),
                      task.id));
    order.insert(position < 0 ? order.size() : qMin<qsizetype>(position, order.size()), task.id.value);
    for (qsizetype index = 0; index < order.size(); ++index) {
        TOCSIN_TRY(sql::run(writer.db(), u"UPDATE task SET position = ?2 WHERE id = ?1 AND position <> ?2"_s,
                            order.at(index), static_cast<qint64>(index)));
        if (writer.db().changes() > 0)
            writer.touch(Kind::Task, order.at(index));
    }
    return {};
}

/// How many tasks stand above it in its column. Stored positions have gaps where tasks have left.
Result<int> rankOf(Reader &reader, const Task &task)
{
    return sql::number(
               reader.db(),
               u"SELECT count(*) FROM task WHERE incident = ?1 AND board_column = ?2 AND (position, id) < (?3, ?4) "
               "AND withdrawn = 0"_s,
               task.incident, columnToken(task.column), task.position, task.id)
        .map([](qint64 count) { return static_cast<int>(count); });
}

Result<> recordMove(Writer &writer, TaskId task, TaskColumn from, TaskColumn to, const QString &note)
{
    if (from == to)
        return {};
    return sql::run(writer.db(),
                    u"INSERT INTO task_move (task, from_column, to_column, at_ms, at_zone, by_person, note) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"_s,
                    task, columnToken(from), columnToken(to), writer.now().msecs(), sql::zoneOf(writer.now()),
                    writer.actor().id, note);
}

QJsonObject wholeJson(const Task &task)
{
    QJsonObject json = taskJson(task);
    json.insert(u"column"_s, columnToken(task.column));
    json.insert(u"position"_s, task.position);
    return json;
}

/// Brings a task back to what it was before a command, if it still is what the command made of it.
Result<Outcome> restore(Writer &writer, const Task &before, const Task &left)
{
    TOCSIN_ASSIGN(const Task now, taskById(writer, before.id));
    TOCSIN_ASSIGN(const Incident record, IncidentById{before.incident}.run(writer));
    if (!isAsLeft(now, left))
        return fail(
            ErrorCode::Conflict,
            u"%1 has changed since; nothing was taken back. Move or edit it by hand."_s.arg(before.reference()));
    TOCSIN_TRY(checkTask(writer, before.title, before.detail, before.owner, before.column));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE task SET title = ?2, detail = ?3, owner = ?4, due = ?5, board_column = ?6, "
                        "changed_ms = ?7, changed_zone = ?8, due_ms = ?9, due_zone = ?10, sprint = ?11, "
                        "remediation_class = ?12 WHERE id = ?1"_s,
                        before.id, before.title, before.detail, before.owner, before.due, columnToken(before.column),
                        writer.now().msecs(), sql::zoneOf(writer.now()), msecsOf(before.dueAt), zoneOf(before.dueAt),
                        before.sprint, before.remediationClass));
    if (now.column != before.column || left.position != before.position)
        TOCSIN_TRY(arrange(writer, before, before.column, before.position));
    TOCSIN_TRY(recordMove(writer, before.id, now.column, before.column, u"Taken back"_s));
    TOCSIN_ASSIGN(const Task after, taskById(writer, before.id));
    writer.touch(Kind::Task, before.id.value);
    writer.note({record.reference, u"task/"_s + before.reference(), wholeJson(now), wholeJson(after)});
    return Outcome{before.id.value, before.reference()};
}

Reversal backTo(const Task &before, const Task &left, const QString &what)
{
    return {Kind::Task, what, [before, left](Writer &writer) { return restore(writer, before, left); }};
}

} // namespace

QList<TaskColumn> allColumns()
{
    QList<TaskColumn> columns;
    for (const Words<TaskColumn> &each : kColumns)
        columns << each.value;
    return columns;
}

QString columnToken(TaskColumn column)
{
    return tokenOf(kColumns, column);
}

QString columnName(TaskColumn column)
{
    return nameOf(kColumns, column);
}

Result<TaskColumn> columnFromToken(const QString &token)
{
    return fromToken(kColumns, token, "a column of the board"_L1);
}

Result<QList<Task>> TasksQuery::run(Reader &reader) const
{
    return sql::rows(reader.db(), kSelect + u"WHERE t.incident = ?1 AND t.withdrawn = 0 ORDER BY t.position, t.id"_s,
                     readRow, incident);
}

Result<QList<Task>> TasksById::run(Reader &reader) const
{
    return sql::rows(reader.db(),
                     kSelect
                         + u"WHERE t.id IN (SELECT value FROM json_each(?1)) AND t.withdrawn = 0 "
                           "ORDER BY t.position, t.id"_s,
                     readRow, sql::idList(ids));
}

Result<QList<TaskMove>> TaskHistory::run(Reader &reader) const
{
    return sql::rows(
        reader.db(),
        u"SELECT m.from_column, m.to_column, m.at_ms, m.at_zone, p.name, m.note FROM task_move m "
        "JOIN person p ON p.id = m.by_person WHERE m.task = ?1 ORDER BY m.id"_s,
        [](const vault::Statement &row) {
            return TaskMove{stored(kColumns, row.text(0)), stored(kColumns, row.text(1)), sql::instant(row, 2),
                            row.text(4), row.text(5)};
        },
        task);
}

Result<QList<TaskDay>> TaskProgressQuery::run(Reader &reader) const
{
    struct Step
    {
        QDate day;
        int all = 0;
        int done = 0;
    };
    // A task stands where its first move took it from, until that move.
    TOCSIN_ASSIGN(
        const QList<Step> steps,
        sql::rows(
            reader.db(),
            u"SELECT t.created_ms AS at, 1, coalesce((SELECT m.from_column FROM task_move m WHERE m.task = t.id "
            "ORDER BY m.id LIMIT 1), t.board_column) = 'done' FROM task t WHERE t.incident = ?1 AND t.withdrawn = 0 "
            "AND (?2 = '' OR t.sprint = ?2) AND (?3 = '' OR t.remediation_class = ?3) "
            "UNION ALL SELECT m.at_ms, 0, (m.to_column = 'done') - (m.from_column = 'done') "
            "FROM task_move m JOIN task t ON t.id = m.task WHERE t.incident = ?1 AND t.withdrawn = 0 "
            "AND (?2 = '' OR t.sprint = ?2) AND (?3 = '' OR t.remediation_class = ?3) ORDER BY at"_s,
            [this](const vault::Statement &row) {
                return Step{Instant(row.integer(0), zone).localDate(), static_cast<int>(row.integer(1)),
                            static_cast<int>(row.integer(2))};
            },
            incident, sprint, remediationClass));
    QList<TaskDay> days;
    for (const Step &step : steps) {
        if (days.isEmpty())
            days << TaskDay{step.day, 0, 0};
        while (days.last().day < step.day)
            days << TaskDay{days.last().day.addDays(1), days.last().all, days.last().done};
        days.last().all += step.all;
        days.last().done += step.done;
    }
    while (!days.isEmpty() && days.last().day < today)
        days << TaskDay{days.last().day.addDays(1), days.last().all, days.last().done};
    return days;
}

Result<QStringList> SprintsQuery::run(Reader &reader) const
{
    return sql::rows(
        reader.db(),
        u"SELECT DISTINCT sprint FROM task WHERE incident = ?1 AND withdrawn = 0 AND sprint <> '' ORDER BY sprint"_s,
        [](const vault::Statement &row) { return row.text(0); }, incident);
}

bool Task::isLate(const Instant &now, const QByteArray &zone) const
{
    if (column == TaskColumn::Done || !due.isValid())
        return false;
    return dueAt ? !(now < *dueAt) : due < now.inZone(zone).localDate();
}

bool isAsLeft(const Task &now, const Task &left)
{
    return now.title == left.title && now.detail == left.detail && now.column == left.column && now.owner == left.owner
        && now.due == left.due && now.dueAt == left.dueAt && now.sprint == left.sprint
        && now.remediationClass == left.remediationClass;
}

Result<Task> insertTask(Writer &writer, const Task &task)
{
    TOCSIN_TRY(checkTask(writer, task.title, task.detail, task.owner, task.column));
    TOCSIN_TRY(checkPlan(task.sprint, task.remediationClass));
    TOCSIN_ASSIGN(
        const qint64 id,
        sql::insert(writer.db(),
                    u"INSERT INTO task (incident, number, title, detail, board_column, owner, due, position, "
                    "created_ms, created_zone, changed_ms, changed_zone, due_ms, due_zone, sprint, remediation_class, "
                    "playbook_run, step) "
                    "VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM task WHERE incident = ?1), ?2, ?3, ?4, "
                    "?5, ?6, (SELECT coalesce(max(position), -1) + 1 FROM task WHERE incident = ?1 AND board_column = "
                    "?4 AND withdrawn = 0), ?7, ?8, ?7, ?8, "
                    "?9, ?10, ?11, ?12, ?13, ?14)"_s,
                    task.incident, task.title.trimmed(), task.detail.trimmed(), columnToken(task.column), task.owner,
                    task.due, writer.now().msecs(), sql::zoneOf(writer.now()), msecsOf(task.dueAt), zoneOf(task.dueAt),
                    task.sprint.trimmed(), task.remediationClass, task.playbookRun, task.step));
    writer.touch(Kind::Task, id);
    return taskById(writer, TaskId{id});
}

Result<Outcome> AddTask::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Incident record, IncidentById{incident}.run(writer));
    const QDate day = dueAt ? dueAt->localDate() : due;
    if (due.isValid() && due != day)
        return fail(ErrorCode::BadInput, u"The hour a task is due lies on another day than its date."_s);
    Task wanted;
    wanted.incident = incident;
    wanted.title = title;
    wanted.detail = detail;
    wanted.owner = owner;
    wanted.due = day;
    wanted.dueAt = dueAt;
    wanted.column = column;
    wanted.sprint = sprint;
    wanted.remediationClass = remediationClass;
    TOCSIN_ASSIGN(const Task task, insertTask(writer, wanted));
    QJsonObject after = taskJson(task);
    after.insert(u"column"_s, columnToken(column));
    writer.note({record.reference, u"task/"_s + task.reference(), {}, after});
    return Outcome{task.id.value, task.reference()};
}

Result<Outcome> EditTask::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Task before, taskById(writer, task));
    TOCSIN_ASSIGN(const Incident record, IncidentById{before.incident}.run(writer));
    TOCSIN_TRY(checkTask(writer, title, detail, owner, before.column));
    const QString sprintAfter = sprint.value_or(before.sprint).trimmed();
    const QString classAfter = remediationClass.value_or(before.remediationClass);
    TOCSIN_TRY(checkPlan(sprintAfter, classAfter));
    const std::optional<Instant> hour = due == before.due ? before.dueAt : std::nullopt;
    TOCSIN_TRY(
        sql::run(writer.db(),
                 u"UPDATE task SET title = ?2, detail = ?3, owner = ?4, due = ?5, changed_ms = ?6, changed_zone = ?7, "
                 "due_ms = ?8, due_zone = ?9, sprint = ?10, remediation_class = ?11 WHERE id = ?1"_s,
                 task, title.trimmed(), detail.trimmed(), owner, due, writer.now().msecs(), sql::zoneOf(writer.now()),
                 msecsOf(hour), zoneOf(hour), sprintAfter, classAfter));
    TOCSIN_ASSIGN(const Task after, taskById(writer, task));
    writer.touch(Kind::Task, task.value);
    writer.note({record.reference, u"task/"_s + before.reference(), taskJson(before), taskJson(after)});
    writer.reverseWith(backTo(before, after, u"%1 changed"_s.arg(before.reference())));
    return Outcome{task.value, before.reference()};
}

Result<Outcome> MoveTask::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words, personWords(note));
    TOCSIN_ASSIGN(const Task before, taskById(writer, task));
    TOCSIN_ASSIGN(const Incident record, IncidentById{before.incident}.run(writer));
    if (!owner.isNull())
        TOCSIN_TRY(checkTask(writer, before.title, before.detail, owner, column));
    const PersonId ownerAfter = owner.isNull() ? before.owner : owner;
    if (ownerAfter.isNull() && needsOwner(column)) {
        return fail(ErrorCode::Conflict,
                    u"%1 has no owner. Name one before it goes to “%2”."_s.arg(before.reference(), columnName(column)));
    }
    TOCSIN_ASSIGN(const int rank, rankOf(writer, before));
    const bool reopens = before.column == TaskColumn::Done && column != TaskColumn::Done;
    if (reopens && words.isEmpty())
        return fail(ErrorCode::Conflict, u"%1 is done. To reopen it, say why."_s.arg(before.reference()));
    TOCSIN_TRY(
        sql::run(writer.db(),
                 u"UPDATE task SET board_column = ?2, changed_ms = ?3, changed_zone = ?4, owner = ?5 WHERE id = ?1"_s,
                 task, columnToken(column), writer.now().msecs(), sql::zoneOf(writer.now()), ownerAfter));
    TOCSIN_TRY(arrange(writer, before, column, position));
    TOCSIN_TRY(recordMove(writer, task, before.column, column, words));
    TOCSIN_ASSIGN(const Task after, taskById(writer, task));
    writer.touch(Kind::Task, task.value);
    writer.note(
        {record.reference,
         u"task/"_s + before.reference(),
         {{u"column"_s, columnToken(before.column)}, {u"position"_s, before.position}, {u"owner"_s, before.ownerName}},
         {{u"column"_s, columnToken(column)},
          {u"position"_s, after.position},
          {u"owner"_s, after.ownerName},
          {u"note"_s, words}}});
    Task back = before;
    back.position = rank;
    const QString where = before.column == column ? u"%1 moved within “%2”"_s : u"%1 moved to “%2”"_s;
    writer.reverseWith(backTo(back, after, where.arg(before.reference(), columnName(column))));
    return Outcome{task.value, before.reference()};
}

} // namespace tocsin::casework
