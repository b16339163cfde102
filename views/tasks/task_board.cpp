// SPDX-License-Identifier: GPL-3.0-or-later
#include "tasks/task_board.h"

#include "items/wording.h"
#include "shared/style_sheet.h"
#include "tasks/task_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::TaskColumn;
using items::TaskColumnModel;

namespace {

constexpr int kNarrowest = 152; // six of them fit beside the rail in a window 1280 pixels wide

} // namespace

TaskBoard::TaskBoard(items::TaskBoardModel *model, bool mayMove, QWidget *parent) : QScrollArea(parent), m_model(model)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *board = new QWidget(this);
    board->setAccessibleName(tr("Board"));
    auto *layout = new QHBoxLayout(board);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    for (const TaskColumn column : casework::allColumns())
        addColumn(column, mayMove, board);
    setWidget(board);
    connect(model, &items::TaskBoardModel::ready, this, &TaskBoard::countCards);
    countCards();
}

void TaskBoard::addColumn(TaskColumn column, bool mayMove, QWidget *board)
{
    auto *heading = makeLabel({}, TypeStyle::Strong, board);
    auto *list = new TaskList(new TaskColumnModel(m_model, column, this), mayMove, board);
    list->setMinimumWidth(kNarrowest);
    list->setObjectName(u"board"_s);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(metrics::space(1));
    layout->addWidget(heading);
    layout->addWidget(list, 1);
    static_cast<QHBoxLayout *>(board->layout())->addLayout(layout, 1);
    m_headings << heading;
    m_lists << list;
    connectList(static_cast<int>(m_lists.size()) - 1);
}

void TaskBoard::connectList(int place)
{
    TaskList *list = m_lists[place];
    connect(list, &TaskList::sideWanted, this, [this, place](int step) { stepSide(place, step); });
    connect(list, &TaskList::moveWanted, this, [this, place](int step) { moveSide(place, step); });
    connect(list, &TaskList::placeWanted, this,
            [this, list](TaskId task, int position) { Q_EMIT moveWanted(task, list->column()->column(), position); });
    connect(list, &TaskList::chosen, this, &TaskBoard::setCurrent);
    connect(list, &TaskList::opened, this, [this](TaskId task) {
        setCurrent(task);
        if (!task.isNull())
            Q_EMIT opened(task);
    });
}

void TaskBoard::setCurrent(TaskId task)
{
    if (task.isNull())
        return;
    for (TaskList *list : std::as_const(m_lists)) {
        if (list->column()->rowOf(task) < 0)
            list->clearSelection();
        else
            ensureWidgetVisible(list, 0, 0);
    }
    if (task == m_current)
        return;
    m_current = task;
    Q_EMIT currentChanged(task);
}

void TaskBoard::choose(TaskId task)
{
    for (TaskList *list : std::as_const(m_lists)) {
        const int row = list->column()->rowOf(task);
        if (row < 0)
            continue;
        list->choose(row);
        list->setFocus(Qt::OtherFocusReason);
        setCurrent(task);
    }
}

void TaskBoard::focusCurrent()
{
    if (m_model->task(m_current)) {
        choose(m_current);
        return;
    }
    for (TaskList *list : std::as_const(m_lists)) {
        if (list->column()->rowCount() == 0)
            continue;
        list->setFocus(Qt::TabFocusReason);
        return;
    }
}

void TaskBoard::stepSide(int from, int step)
{
    const int row = m_lists[from]->currentIndex().row();
    for (int place = from + step; place >= 0 && place < m_lists.size(); place += step) {
        TaskList *list = m_lists[place];
        const int count = list->column()->rowCount();
        if (count == 0)
            continue;
        list->choose(qBound(0, row, count - 1));
        list->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void TaskBoard::moveSide(int from, int step)
{
    const int place = from + step;
    const TaskId task = m_lists[from]->current();
    if (place >= 0 && place < m_lists.size())
        Q_EMIT moveWanted(task, m_lists[place]->column()->column(), -1);
}

void TaskBoard::countCards()
{
    for (int i = 0; i < m_lists.size(); ++i) {
        const TaskColumn column = m_lists[i]->column()->column();
        const QString count = items::figure(m_model->countIn(column));
        m_headings[i]->setText(tr("%1 %2").arg(casework::columnName(column), count));
        m_lists[i]->setAccessibleName(tr("%1, %2 tasks").arg(casework::columnName(column), count));
    }
}

} // namespace tocsin::views
