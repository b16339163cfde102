// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/task.h"
#include "items/record_table.h"

namespace tocsin::items {

/// An incident's tasks over time, one row per day: how many there were, how many of them were done. The newest day
/// comes first, as in every table of the window.
class TaskProgressModel final : public RecordTable<casework::TaskDay>
{
    Q_OBJECT

public:
    enum Column { Day, All, Done, ColumnCount };

    TaskProgressModel(casework::CaseFile *file, QByteArray zone, QObject *parent = nullptr);

    void setIncident(IncidentId incident);
    void setZone(const QByteArray &zone);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The rows are what the store has.
    void ready();
    void failed(const QString &message);

protected:
    [[nodiscard]] qint64 idOf(const casework::TaskDay &record) const override { return record.day.toJulianDay(); }
    [[nodiscard]] bool looksSame(const casework::TaskDay &a, const casework::TaskDay &b) const override
    {
        return a == b;
    }

private:
    casework::CaseFile *m_file;
    QByteArray m_zone;
    IncidentId m_incident;
    int m_asked = 0; // numbers the questions, so that an answer that was overtaken is let go

    void reload();
};

} // namespace tocsin::items
