// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/task_board_model.h"
#include "shared/table_view.h"

namespace tocsin::views {

/// The cards of one column. Left and right leave it for the column beside; with Ctrl, arrows take the card along. Cards
/// can be dragged here and away.
class TaskList : public ListView
{
    Q_OBJECT

public:
    TaskList(items::TaskColumnModel *model, bool mayMove, QWidget *parent = nullptr);

    [[nodiscard]] items::TaskColumnModel *column() const { return m_model; }
    [[nodiscard]] TaskId current() const { return m_model->taskAt(currentIndex().row()); }
    void choose(int row);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The arrow keys want the column beside: -1 left, 1 right.
    void sideWanted(int step);
    /// The card in front should go to the column beside.
    void moveWanted(int step);
    /// A card should stand at this place of this column, counted without the card itself.
    void placeWanted(TaskId task, int position);
    void chosen(TaskId task);
    void opened(TaskId task);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    items::TaskColumnModel *m_model;
    bool m_mayMove;

    bool moveByKey(int key);
    [[nodiscard]] int placeAt(const QPoint &where) const;
};

} // namespace tocsin::views
