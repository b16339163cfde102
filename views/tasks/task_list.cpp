// SPDX-License-Identifier: GPL-3.0-or-later
#include "tasks/task_list.h"

#include "shared/theme.h"
#include "tasks/task_delegate.h"

#include <QDropEvent>
#include <QKeyEvent>

namespace tocsin::views {

using items::TaskBoardModel;

TaskList::TaskList(items::TaskColumnModel *model, bool mayMove, QWidget *parent)
    : ListView(casework::columnName(model->column()), parent), m_model(model), m_mayMove(mayMove)
{
    setModel(model);
    setItemDelegate(new TaskDelegate(this));
    setUniformItemSizes(false);
    setDragEnabled(mayMove);
    setAcceptDrops(mayMove);
    setDragDropMode(mayMove ? DragDrop : NoDragDrop);
    setDefaultDropAction(Qt::MoveAction);
    connect(this, &QListView::activated, this, [this] { Q_EMIT opened(current()); });
    connect(this, &QListView::clicked, this, [this] { Q_EMIT opened(current()); });
}

QSize TaskList::sizeHint() const
{
    return {metrics::space(20), metrics::space(40)};
}

void TaskList::choose(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    setCurrentIndex(index);
    scrollTo(index);
}

bool TaskList::moveByKey(int key)
{
    if (!m_mayMove || current().isNull())
        return false;
    const int row = currentIndex().row();
    switch (key) {
    case Qt::Key_Left:
        Q_EMIT moveWanted(-1);
        return true;
    case Qt::Key_Right:
        Q_EMIT moveWanted(1);
        return true;
    case Qt::Key_Up:
        if (row > 0)
            Q_EMIT placeWanted(current(), row - 1);
        return true;
    case Qt::Key_Down:
        if (row + 1 < m_model->rowCount())
            Q_EMIT placeWanted(current(), row + 1);
        return true;
    default:
        return false;
    }
}

void TaskList::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::ControlModifier && moveByKey(event->key()))
        return;
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        Q_EMIT sideWanted(event->key() == Qt::Key_Left ? -1 : 1);
        return;
    }
    ListView::keyPressEvent(event);
}

void TaskList::focusInEvent(QFocusEvent *event)
{
    ListView::focusInEvent(event);
    // The other lists clear the selection here, and with it the ring, but not what is current.
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    Q_EMIT chosen(current());
}

void TaskList::currentChanged(const QModelIndex &now, const QModelIndex &before)
{
    ListView::currentChanged(now, before);
    if (hasFocus())
        Q_EMIT chosen(current());
}

void TaskList::resizeEvent(QResizeEvent *event)
{
    ListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // titles wrap anew
}

void TaskList::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_mayMove && !TaskBoardModel::draggedTask(*event->mimeData()).isNull())
        event->acceptProposedAction();
}

void TaskList::dragMoveEvent(QDragMoveEvent *event)
{
    event->acceptProposedAction();
}

int TaskList::placeAt(const QPoint &where) const
{
    const QModelIndex index = indexAt(where);
    if (!index.isValid())
        return m_model->rowCount();
    return where.y() < visualRect(index).center().y() ? index.row() : index.row() + 1;
}

void TaskList::dropEvent(QDropEvent *event)
{
    const TaskId task = TaskBoardModel::draggedTask(*event->mimeData());
    if (task.isNull() || !m_mayMove)
        return;
    const int own = m_model->rowOf(task);
    const int place = placeAt(event->position().toPoint());
    event->acceptProposedAction();
    Q_EMIT placeWanted(task, own >= 0 && own < place ? place - 1 : place);
}

} // namespace tocsin::views
