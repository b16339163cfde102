// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/task.h"
#include "items/item_roles.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>

namespace tocsin::items {

/// An incident's tasks, all columns of the board in one list, in the order of their numbers; TaskColumnModel shows one
/// column. It patches itself by difference.
class TaskBoardModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ColumnRole = Qt::UserRole + 1, ///< int: a casework::TaskColumn
        PositionRole, ///< int: from the top of its column
        ReferenceRole, ///< QString: "T-31"
        DueTextRole, ///< QString: "18 Mar", "18 Mar, 14:00" where the hour counts, empty if there is no date
        PlanTextRole, ///< QString: "Class A · 2026-24", empty if there is neither
    };

    /// `zone` decides which day today is.
    TaskBoardModel(casework::CaseFile *file, QByteArray zone, QObject *parent = nullptr);

    void setIncident(IncidentId incident);
    void setZone(const QByteArray &zone);

    /// False until the tasks of this incident have come.
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] const QList<casework::Task> &tasks() const { return m_tasks; }
    /// Null if there is no such task. Valid until control returns to the event loop.
    [[nodiscard]] const casework::Task *task(TaskId id) const;
    [[nodiscard]] const casework::Task *taskByReference(const QString &reference) const;
    [[nodiscard]] int countIn(casework::TaskColumn column) const;
    /// Tasks past their hour or day that are not done.
    [[nodiscard]] int lateCount() const;
    [[nodiscard]] bool isLate(const casework::Task &task) const;
    [[nodiscard]] QDate today() const;
    /// Time has gone on: what says how far a date is, or counts what is late, says it anew.
    void tick();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }

    /// The task that is dragged; null if the data is of something else.
    static TaskId draggedTask(const QMimeData &data);

Q_SIGNALS:
    /// The list is what the store has.
    void ready();
    void failed(const QString &message);

private:
    casework::CaseFile *m_file;
    QByteArray m_zone;
    IncidentId m_incident;
    QList<casework::Task> m_tasks;
    int m_asked = 0;
    bool m_ready = false;

    void reload();
    void take(QList<casework::Task> tasks);
    void refresh(const QList<casework::Task> &tasks);
    [[nodiscard]] QString howFar(const casework::Task &task) const;
    [[nodiscard]] Tone tone(const casework::Task &task) const;
    [[nodiscard]] QString dueText(const casework::Task &task) const;
    [[nodiscard]] QString spoken(const casework::Task &task) const;
};

/// One column of the board, from the top.
class TaskColumnModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    TaskColumnModel(TaskBoardModel *board, casework::TaskColumn column, QObject *parent = nullptr);

    [[nodiscard]] casework::TaskColumn column() const { return m_column; }
    /// Null if there is no such row.
    [[nodiscard]] TaskId taskAt(int row) const;
    /// -1 if the task is not in this column.
    [[nodiscard]] int rowOf(TaskId task) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    casework::TaskColumn m_column;
};

} // namespace tocsin::items
