// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

#include <array>
#include <optional>

namespace tocsin::casework {

/// The board's columns, from left to right.
enum class TaskColumn { Backlog, Ready, InProgress, Evidence, Review, Done };

QList<TaskColumn> allColumns();
QString columnToken(TaskColumn column);
QString columnName(TaskColumn column);
Result<TaskColumn> columnFromToken(const QString &token);

/// How urgent a finding is, and within how many days it is remedied.
struct RemediationClass
{
    QLatin1StringView name;
    int days = 0;
};
inline constexpr std::array kRemediationClasses{RemediationClass{QLatin1StringView("A"), 7},
                                                RemediationClass{QLatin1StringView("B"), 14},
                                                RemediationClass{QLatin1StringView("C"), 30}};

struct Task
{
    TaskId id;
    IncidentId incident;
    int number = 0; ///< within the incident; shown as T-31
    QString title = {};
    QString detail = {};
    TaskColumn column = TaskColumn::Backlog;
    PersonId owner = {}; ///< null: nobody yet
    QString ownerName = {};
    QDate due = {}; ///< local date; invalid: none
    std::optional<Instant> dueAt = {}; ///< where the hour matters; its local date is `due`
    QString sprint = {}; ///< empty: none
    QString remediationClass = {}; ///< "A", "B", "C" (7, 14, 30 days), or empty
    int position = 0; ///< within the column, from the top
    Instant created = {};
    Instant changed = {};
    int reopened = 0; ///< how often it came back from done
    PlaybookRunId playbookRun = {}; ///< the playbook it is a step of; null: none
    QString step = {}; ///< id of that step

    /// Not done, and its hour has come or its day in `zone` is over. The moment itself is late, as with deadlines.
    [[nodiscard]] bool isLate(const Instant &now, const QByteArray &zone) const;
    [[nodiscard]] QString reference() const { return QStringLiteral("T-%1").arg(number); }
};

struct TaskMove
{
    TaskColumn from = TaskColumn::Backlog;
    TaskColumn to = TaskColumn::Backlog;
    Instant at = {};
    QString byName = {};
    QString note = {};
};

struct TasksQuery
{
    using Answer = QList<Task>;
    IncidentId incident;
    Result<QList<Task>> run(Reader &reader) const;
};

struct TasksById
{
    using Answer = QList<Task>;
    QList<TaskId> ids = {};
    Result<QList<Task>> run(Reader &reader) const;
};

struct TaskHistory
{
    using Answer = QList<TaskMove>;
    TaskId task;
    Result<QList<TaskMove>> run(Reader &reader) const;
};

/// How many tasks there were at the end of a day, and how many of them were done.
struct TaskDay
{
    QDate day;
    int all = 0;
    int done = 0;
    friend bool operator==(const TaskDay &, const TaskDay &) = default;
};

/// One for each day from the first task to `today`, both in `zone`. Empty while there is no task. With a sprint or a
/// class only of the tasks that have it now, so that all minus done is the sprint's burn-down.
struct TaskProgressQuery
{
    using Answer = QList<TaskDay>;
    IncidentId incident;
    QByteArray zone;
    QDate today;
    QString sprint = {}; ///< empty: of all
    QString remediationClass = {}; ///< empty: of all
    Result<QList<TaskDay>> run(Reader &reader) const;
};

/// The sprints that tasks of an incident name, in their order as words.
struct SprintsQuery
{
    using Answer = QStringList;
    IncidentId incident;
    Result<QStringList> run(Reader &reader) const;
};

struct AddTask
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("task.add");
    IncidentId incident;
    QString title = {};
    QString detail = {};
    PersonId owner = {};
    QDate due = {};
    TaskColumn column = TaskColumn::Backlog;
    std::optional<Instant> dueAt = {}; ///< an hour of the day `due`; with it `due` may be left out
    QString sprint = {};
    QString remediationClass = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// An hour of the due date stays as long as its day does.
struct EditTask
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("task.edit");
    TaskId task;
    QString title = {};
    QString detail = {};
    PersonId owner = {};
    QDate due = {};
    std::optional<QString> sprint = {}; ///< absent: stays
    std::optional<QString> remediationClass = {}; ///< absent: stays
    Result<Outcome> apply(Writer &writer) const;
};

/// Moves a task to a column, before the task at `position` there (-1: to the end). A task without an owner goes no
/// further than Ready: that fails with Conflict. Leaving Done is a reopening and needs a note. An owner can be named in
/// the same step.
struct MoveTask
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("task.move");
    TaskId task;
    TaskColumn column = TaskColumn::Backlog;
    int position = -1;
    QString note = {};
    PersonId owner = {}; ///< null: stays who it is
    Result<Outcome> apply(Writer &writer) const;
};

/// A new task at the end of its column, checked as AddTask does, without its ledger note. For commands of this room
/// only.
Result<Task> insertTask(Writer &writer, const Task &task);

/// Whether a task is as a command left it. Its place in the column may be another: the tasks around it move. For
/// commands of this room only.
bool isAsLeft(const Task &now, const Task &left);

} // namespace tocsin::casework
