// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/checklist_model.h"

#include "items/item_roles.h"
#include "items/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::ChecklistStep;
using casework::TaskColumn;

void ChecklistModel::set(const QList<ChecklistStep> &steps, const Instant &now, const QByteArray &zone)
{
    m_now = now;
    m_zone = zone;
    takeOver(steps);
    refreshAll();
}

int ChecklistModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChecklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Mark ? tr("Mark") : section == Step ? tr("Step") : section == Owner ? tr("Owner") : tr("State");
}

QString ChecklistModel::standing(const ChecklistStep &step) const
{
    if (step.task.column == TaskColumn::Done)
        return tr("Done");
    if (step.task.isLate(m_now, m_zone))
        return tr("Late");
    return casework::columnName(step.task.column);
}

QVariant ChecklistModel::text(const ChecklistStep &step, int column) const
{
    switch (column) {
    case Mark:
        return step.step.mark();
    case Step:
        return step.task.title;
    case Owner:
        return step.task.owner.isNull() ? tr("Nobody yet") : step.task.ownerName;
    default:
        return {};
    }
}

QVariant ChecklistModel::secondary(const ChecklistStep &step, int column) const
{
    const casework::Task &task = step.task;
    const QDate today = m_now.inZone(m_zone).localDate();
    if (column == Mark)
        return task.dueAt ? tr("%1, %2").arg(shortDate(task.due, today), clockTime(task.dueAt->inZone(m_zone)))
                          : shortDate(task.due, today);
    if (column == Step)
        return step.step.citation.isEmpty() ? task.reference()
                                            : tr("%1 · %2").arg(task.reference(), step.step.citation);
    return {};
}

QVariant ChecklistModel::data(const QModelIndex &index, int role) const
{
    const ChecklistStep *step = recordAt(index.row());
    if (!step)
        return {};
    const bool done = step->task.column == TaskColumn::Done;
    switch (role) {
    case Qt::DisplayRole:
        return text(*step, index.column());
    case SecondaryTextRole:
        return secondary(*step, index.column());
    case Qt::ToolTipRole:
        return index.column() == Step ? plainToolTip(step->step.detail) : QVariant();
    case BadgeTextRole:
    case Qt::AccessibleTextRole:
        return index.column() == Standing ? standing(*step) : QVariant();
    case BadgeToneRole:
        return int(done ? Tone::Ok : step->task.isLate(m_now, m_zone) ? Tone::Danger : Tone::Neutral);
    case RecordIdRole:
        return step->task.reference();
    default:
        return {};
    }
}

bool ChecklistModel::looksSame(const ChecklistStep &a, const ChecklistStep &b) const
{
    return a.task.title == b.task.title && a.task.column == b.task.column && a.task.ownerName == b.task.ownerName
        && a.task.due == b.task.due && a.task.dueAt == b.task.dueAt && a.step == b.step;
}

} // namespace tocsin::items
