// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/task_progress_model.h"

#include "core/when_done.h"
#include "items/item_roles.h"
#include "items/wording.h"

#include <algorithm>

namespace tocsin::items {

using casework::TaskDay;

TaskProgressModel::TaskProgressModel(casework::CaseFile *file, QByteArray zone, QObject *parent)
    : RecordTable(parent), m_file(file), m_zone(std::move(zone))
{
    connect(file, &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Task))
            reload();
    });
}

void TaskProgressModel::setIncident(IncidentId incident)
{
    m_incident = incident;
    reload();
}

void TaskProgressModel::setZone(const QByteArray &zone)
{
    m_zone = zone;
    reload();
}

void TaskProgressModel::reload()
{
    const int asked = ++m_asked;
    if (m_incident.isNull()) {
        takeOver({});
        Q_EMIT ready();
        return;
    }
    const QDate today = m_file->now().inZone(m_zone).localDate();
    whenDone(m_file->ask(casework::TaskProgressQuery{m_incident, m_zone, today}), this,
             [this, asked](const Result<QList<TaskDay>> &days) {
                 if (asked != m_asked)
                     return;
                 if (!days) {
                     Q_EMIT failed(days.error().message);
                     return;
                 }
                 QList<TaskDay> newestFirst = *days;
                 std::reverse(newestFirst.begin(), newestFirst.end());
                 takeOver(newestFirst);
                 Q_EMIT ready();
             });
}

int TaskProgressModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskProgressModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Day ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Day ? tr("Day") : section == All ? tr("Tasks") : tr("Done");
}

QVariant TaskProgressModel::data(const QModelIndex &index, int role) const
{
    const TaskDay *record = recordAt(index.row());
    if (!record)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(index.column() == Day ? Qt::AlignLeft : Qt::AlignRight);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Day:
        return shortDate(record->day, records().first().day);
    case All:
        return figure(record->all);
    default:
        return figure(record->done);
    }
}

} // namespace tocsin::items
