// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/task_board_model.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace tocsin::views {

class Badge;
class ProgressTrack;

/// How far the work is: tasks done of all, and how many stand in each column, the late ones in words.
class TaskSummary : public QWidget
{
    Q_OBJECT

public:
    explicit TaskSummary(items::TaskBoardModel *model, QWidget *parent = nullptr);

private:
    struct Row
    {
        casework::TaskColumn column = casework::TaskColumn::Backlog;
        QLabel *count = nullptr;
        Badge *late = nullptr;
        ProgressTrack *share = nullptr;
    };

    items::TaskBoardModel *m_model;
    QLabel *m_figure;
    ProgressTrack *m_track;
    QLabel *m_sentence;
    QList<Row> m_rows;

    void addRow(QGridLayout &grid, casework::TaskColumn column);
    void refresh();
};

} // namespace tocsin::views
