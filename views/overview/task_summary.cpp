// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/task_summary.h"

#include "items/wording.h"
#include "shared/badge.h"
#include "shared/progress_track.h"
#include "shared/style_sheet.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::Task;
using casework::TaskColumn;

TaskSummary::TaskSummary(items::TaskBoardModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_figure(makeLabel({}, TypeStyle::Figure, this))
    , m_track(new ProgressTrack(tr("Tasks done"), this))
    , m_sentence(makeMutedLabel({}, TypeStyle::Body, this))
{
    m_track->setBarTone(Tone::Ok);
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::space(2));
    top->addWidget(m_figure);
    top->addWidget(m_track, 1);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::space(2));
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(3, 1);
    for (const TaskColumn column : casework::allColumns())
        addRow(*grid, column);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addLayout(top);
    layout->addWidget(m_sentence);
    layout->addLayout(grid);
    layout->addStretch(1);
    connect(model, &items::TaskBoardModel::ready, this, &TaskSummary::refresh);
    refresh();
}

void TaskSummary::addRow(QGridLayout &grid, TaskColumn column)
{
    const int row = static_cast<int>(m_rows.size());
    Row made{column, makeLabel({}, TypeStyle::Body, this), new Badge(Tone::Danger, {}, this),
             new ProgressTrack(tr("Share of all tasks: %1").arg(casework::columnName(column)), this)};
    made.count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid.addWidget(makeLabel(casework::columnName(column), TypeStyle::Body, this), row, 0);
    grid.addWidget(made.count, row, 1);
    grid.addWidget(made.late, row, 2);
    grid.addWidget(made.share, row, 3);
    m_rows << made;
}

void TaskSummary::refresh()
{
    const QList<Task> &tasks = m_model->tasks();
    const int all = static_cast<int>(tasks.size());
    const int done = m_model->countIn(TaskColumn::Done);
    m_figure->setText(tr("%1 / %2").arg(done).arg(all));
    m_track->setRange(0, std::max(all, 1));
    m_track->setValue(done);
    const int late = m_model->lateCount();
    m_sentence->setText(all == 0       ? tr("No tasks yet.")
                            : late > 0 ? tr("done; %1 late.").arg(late)
                                       : tr("done; none is late."));
    for (const Row &row : std::as_const(m_rows)) {
        const int count = m_model->countIn(row.column);
        const auto isLateHere
            = [this, &row](const Task &task) { return task.column == row.column && m_model->isLate(task); };
        const auto lateHere = std::count_if(tasks.cbegin(), tasks.cend(), isLateHere);
        row.count->setText(QString::number(count));
        row.late->set(Tone::Danger, tr("%1 late").arg(lateHere));
        row.late->setVisible(lateHere > 0);
        row.share->setRange(0, std::max(all, 1));
        row.share->setValue(count);
    }
}

} // namespace tocsin::views
