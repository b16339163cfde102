// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/task_board_model.h"

#include <QScrollArea>

class QLabel;

namespace tocsin::views {

class TaskList;

/// The board: a column for each state of a task, from left to right. One card at a time is in front.
class TaskBoard : public QScrollArea
{
    Q_OBJECT

public:
    TaskBoard(items::TaskBoardModel *model, bool mayMove, QWidget *parent = nullptr);

    /// Null if no card is in front.
    [[nodiscard]] TaskId current() const { return m_current; }
    /// Puts a task in front, and the keyboard on it.
    void choose(TaskId task);
    void focusCurrent();

Q_SIGNALS:
    void currentChanged(TaskId task);
    void opened(TaskId task);
    /// Position as in casework::MoveTask.
    void moveWanted(TaskId task, casework::TaskColumn column, int position);

private:
    items::TaskBoardModel *m_model;
    QList<TaskList *> m_lists;
    QList<QLabel *> m_headings;
    TaskId m_current;

    void addColumn(casework::TaskColumn column, bool mayMove, QWidget *board);
    void connectList(int place);
    void setCurrent(TaskId task);
    void stepSide(int from, int step);
    void moveSide(int from, int step);
    void countCards();
};

} // namespace tocsin::views
