// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/task_board_model.h"
#include "items/task_progress_model.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace tocsin::views {

class ProgressTrack;

/// How far the work is: tasks done of all, how that came about over time, as a chart or as a table, and how many stand
/// in each column of the board.
class TaskSummary : public QWidget
{
    Q_OBJECT

public:
    TaskSummary(items::TaskBoardModel *board, items::TaskProgressModel *progress, QWidget *parent = nullptr);

private:
    items::TaskBoardModel *m_board;
    QLabel *m_figure;
    ProgressTrack *m_track;
    QLabel *m_sentence;
    QPushButton *m_other; ///< shows the table instead of the chart, or back
    QStackedWidget *m_views;
    QLabel *m_columns;

    void refresh();
    void showTable(bool table);
};

} // namespace tocsin::views
