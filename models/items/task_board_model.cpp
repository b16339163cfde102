// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/task_board_model.h"

#include "core/when_done.h"
#include "items/countdown.h"
#include "items/list_difference.h"
#include "items/wording.h"

#include <QHash>
#include <QMimeData>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::Task;
using casework::TaskColumn;

namespace {

const QString kDraggedTask = u"application/x-tocsin-task"_s;

QList<qint64> idsOf(const QList<Task> &tasks)
{
    QList<qint64> ids;
    for (const Task &task : tasks)
        ids << task.id.value;
    return ids;
}

bool showsTheSame(const Task &a, const Task &b)
{
    return a.title == b.title && a.detail == b.detail && a.column == b.column && a.owner == b.owner
        && a.ownerName == b.ownerName && a.due == b.due && a.dueAt == b.dueAt && a.sprint == b.sprint
        && a.remediationClass == b.remediationClass && a.position == b.position && a.reopened == b.reopened;
}

QString planText(const Task &task)
{
    QStringList parts;
    if (!task.remediationClass.isEmpty())
        parts << TaskBoardModel::tr("Class %1").arg(task.remediationClass);
    if (!task.sprint.isEmpty())
        parts << task.sprint;
    return parts.join(u" · "_s);
}

} // namespace

TaskBoardModel::TaskBoardModel(casework::CaseFile *file, QByteArray zone, QObject *parent)
    : QAbstractListModel(parent), m_file(file), m_zone(std::move(zone))
{
    connect(file, &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Task))
            reload();
    });
}

void TaskBoardModel::setIncident(IncidentId incident)
{
    if (m_incident == incident)
        return;
    m_incident = incident;
    take({});
    reload();
}

void TaskBoardModel::setZone(const QByteArray &zone)
{
    m_zone = zone;
    tick();
}

void TaskBoardModel::tick()
{
    if (m_tasks.isEmpty())
        return;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    if (m_ready)
        Q_EMIT ready();
}

void TaskBoardModel::reload()
{
    const int asked = ++m_asked;
    m_ready = m_incident.isNull();
    if (m_ready) {
        Q_EMIT ready();
        return;
    }
    whenDone(m_file->ask(casework::TasksQuery{m_incident}), this, [this, asked](const Result<QList<Task>> &answer) {
        if (asked != m_asked)
            return;
        m_ready = true;
        if (!answer) {
            Q_EMIT failed(answer.error().message);
            return;
        }
        take(*answer);
        Q_EMIT ready();
    });
}

void TaskBoardModel::take(QList<Task> tasks)
{
    std::sort(tasks.begin(), tasks.end(), [](const Task &a, const Task &b) { return a.id < b.id; });
    QHash<qint64, Task> byId;
    for (const Task &task : tasks)
        byId.insert(task.id.value, task);
    const QList<Splice> splices = difference(idsOf(m_tasks), idsOf(tasks));
    for (const Splice &splice : splices) {
        const int at = static_cast<int>(splice.at);
        if (splice.removed > 0) {
            beginRemoveRows({}, at, at + static_cast<int>(splice.removed) - 1);
            m_tasks.remove(at, splice.removed);
            endRemoveRows();
        }
        if (splice.inserted.isEmpty())
            continue;
        beginInsertRows({}, at, at + static_cast<int>(splice.inserted.size()) - 1);
        for (qsizetype i = 0; i < splice.inserted.size(); ++i)
            m_tasks.insert(at + i, byId.value(splice.inserted[i]));
        endInsertRows();
    }
    refresh(tasks);
}

void TaskBoardModel::refresh(const QList<Task> &tasks)
{
    for (int row = 0; row < tasks.size(); ++row) {
        const bool same = showsTheSame(m_tasks[row], tasks[row]);
        m_tasks[row] = tasks[row];
        if (!same)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

const Task *TaskBoardModel::task(TaskId id) const
{
    const auto found = std::find_if(m_tasks.cbegin(), m_tasks.cend(), [id](const Task &task) { return task.id == id; });
    return found == m_tasks.cend() ? nullptr : &*found;
}

const Task *TaskBoardModel::taskByReference(const QString &reference) const
{
    const auto found = std::find_if(m_tasks.cbegin(), m_tasks.cend(),
                                    [&reference](const Task &task) { return task.reference() == reference; });
    return found == m_tasks.cend() ? nullptr : &*found;
}

int TaskBoardModel::countIn(TaskColumn column) const
{
    return static_cast<int>(
        std::count_if(m_tasks.cbegin(), m_tasks.cend(), [column](const Task &task) { return task.column == column; }));
}

int TaskBoardModel::lateCount() const
{
    return static_cast<int>(
        std::count_if(m_tasks.cbegin(), m_tasks.cend(), [this](const Task &task) { return isLate(task); }));
}

bool TaskBoardModel::isLate(const Task &task) const
{
    return task.isLate(m_file->now(), m_zone);
}

QString TaskBoardModel::howFar(const Task &task) const
{
    if (!task.dueAt || qAbs(task.dueAt->msecs() - m_file->now().msecs()) >= 2 * kDayMsecs)
        return daysFrom(today(), task.due);
    const Countdown left = countdown({{}, task.dueAt}, m_file->now(), m_zone);
    return tr("%1 %2", "a figure and left or late").arg(left.figure, left.unit);
}

Tone TaskBoardModel::tone(const Task &task) const
{
    return isLate(task) ? Tone::Danger : dueTone(today(), task.due);
}

QString TaskBoardModel::dueText(const Task &task) const
{
    const QString day = shortDate(task.due, today());
    return task.dueAt ? tr("%1, %2", "a day and an hour").arg(day, clockTime(task.dueAt->inZone(m_zone))) : day;
}

QDate TaskBoardModel::today() const
{
    return m_file->now().inZone(m_zone).localDate();
}

int TaskBoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

QVariant TaskBoardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Task &task = m_tasks[index.row()];
    const bool counts = task.due.isValid() && task.column != TaskColumn::Done;
    switch (role) {
    case Qt::DisplayRole:
        return task.title;
    case Qt::AccessibleTextRole:
        return spoken(task);
    case SecondaryTextRole:
        return task.owner.isNull() ? tr("No owner") : task.ownerName;
    case BadgeTextRole:
        return counts ? QVariant(howFar(task)) : QVariant();
    case BadgeToneRole:
        return counts ? QVariant(static_cast<int>(tone(task))) : QVariant();
    case RecordIdRole:
    case ReferenceRole:
        return task.reference();
    case DueTextRole:
        return task.due.isValid() ? QVariant(dueText(task)) : QVariant();
    case PlanTextRole:
        return planText(task);
    case ColumnRole:
        return static_cast<int>(task.column);
    case PositionRole:
        return task.position;
    default:
        return {};
    }
}

QString TaskBoardModel::spoken(const Task &task) const
{
    QStringList parts{task.reference(), task.title, casework::columnName(task.column)};
    parts << (task.owner.isNull() ? tr("No owner") : task.ownerName);
    if (task.due.isValid())
        parts << tr("due %1").arg(dueText(task));
    if (isLate(task))
        parts << howFar(task);
    if (const QString plan = planText(task); !plan.isEmpty())
        parts << plan;
    return parts.join(u", "_s);
}

Qt::ItemFlags TaskBoardModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractListModel::flags(index);
    return index.isValid() && m_file->may("task.move"_L1) ? base | Qt::ItemIsDragEnabled : base;
}

QStringList TaskBoardModel::mimeTypes() const
{
    return {kDraggedTask};
}

QMimeData *TaskBoardModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(kDraggedTask, QByteArray::number(m_tasks[indexes.constFirst().row()].id.value));
    return data;
}

TaskId TaskBoardModel::draggedTask(const QMimeData &data)
{
    return TaskId{data.data(kDraggedTask).toLongLong()};
}

TaskColumnModel::TaskColumnModel(TaskBoardModel *board, TaskColumn column, QObject *parent)
    : QSortFilterProxyModel(parent), m_column(column)
{
    setSortRole(TaskBoardModel::PositionRole);
    setSourceModel(board);
    sort(0);
}

TaskId TaskColumnModel::taskAt(int row) const
{
    const QModelIndex source = mapToSource(index(row, 0));
    const auto *board = qobject_cast<const TaskBoardModel *>(sourceModel());
    return source.isValid() ? board->tasks()[source.row()].id : TaskId();
}

int TaskColumnModel::rowOf(TaskId task) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (taskAt(row) == task)
            return row;
    }
    return -1;
}

bool TaskColumnModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return sourceModel()->index(row, 0, parent).data(TaskBoardModel::ColumnRole).toInt() == static_cast<int>(m_column);
}

} // namespace tocsin::items
