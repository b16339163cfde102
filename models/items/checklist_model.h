// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/playbook_run.h"
#include "items/record_table.h"

namespace tocsin::items {

/// The steps of a started playbook, by their marks.
class ChecklistModel final : public RecordTable<casework::ChecklistStep>
{
    Q_OBJECT

public:
    enum Column { Mark, Step, Owner, Standing, ColumnCount };

    using RecordTable::RecordTable;

    /// `now` decides what is late, in `zone` what is a day.
    void set(const QList<casework::ChecklistStep> &steps, const Instant &now, const QByteArray &zone);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] qint64 idOf(const casework::ChecklistStep &record) const override { return record.task.id.value; }
    [[nodiscard]] bool looksSame(const casework::ChecklistStep &a, const casework::ChecklistStep &b) const override;

private:
    Instant m_now;
    QByteArray m_zone;

    [[nodiscard]] QVariant text(const casework::ChecklistStep &step, int column) const;
    [[nodiscard]] QVariant secondary(const casework::ChecklistStep &step, int column) const;
    [[nodiscard]] QString standing(const casework::ChecklistStep &step) const;
};

} // namespace tocsin::items
