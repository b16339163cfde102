// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/fact_tree.h"

#include "deadlines/fact_delegate.h"
#include "items/fact_outline_model.h"
#include "shared/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace tocsin::views {

using Model = items::FactOutlineModel;

namespace {

bool isEditable(const QModelIndex &index)
{
    return index.isValid() && index.flags().testFlag(Qt::ItemIsEditable);
}

bool isTyping(const QKeyEvent &event)
{
    const bool plain = (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    return plain && !event.text().isEmpty() && event.text().front().isPrint() && !event.text().front().isSpace();
}

} // namespace

FactTree::FactTree(QWidget *parent) : QTreeView(parent)
{
    setItemDelegate(new FactDelegate(this));
    setAccessibleName(tr("All facts"));
    setEditTriggers(QAbstractItemView::AnyKeyPressed);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setIndentation(metrics::space(2));
    setExpandsOnDoubleClick(true);
    header()->setSectionsMovable(false);
    header()->setFocusPolicy(Qt::NoFocus);
    header()->setStretchLastSection(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (isEditable(index))
            edit(index);
    });
}

void FactTree::editCell(const QModelIndex &cell)
{
    for (QModelIndex above = cell.parent(); above.isValid(); above = above.parent())
        expand(above);
    if (cell.model()->hasChildren(cell.siblingAtColumn(Model::Fact)))
        expand(cell.siblingAtColumn(Model::Fact));
    setCurrentIndex(cell);
    scrollTo(cell, QAbstractItemView::PositionAtCenter);
    setFocus(Qt::OtherFocusReason);
    if (isEditable(cell))
        edit(cell);
}

void FactTree::keyPressEvent(QKeyEvent *event)
{
    if (state() == QAbstractItemView::EditingState || !takeKey(*event))
        QTreeView::keyPressEvent(event);
}

bool FactTree::takeKey(QKeyEvent &event)
{
    const QModelIndex value = currentIndex().siblingAtColumn(Model::Value);
    switch (event.key()) {
    case Qt::Key_Insert:
        Q_EMIT lineWanted();
        return true;
    case Qt::Key_Delete:
        Q_EMIT removalWanted();
        return true;
    case Qt::Key_Escape:
        Q_EMIT leaveWanted();
        return true;
    case Qt::Key_F2:
        editName();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isEditable(value))
            edit(value);
        else
            setExpanded(currentIndex().siblingAtColumn(Model::Fact),
                        !isExpanded(currentIndex().siblingAtColumn(Model::Fact)));
        return true;
    default:
        break;
    }
    if (!isTyping(event) || !isEditable(value))
        return false;
    return edit(value, QAbstractItemView::AnyKeyPressed, &event);
}

void FactTree::editName()
{
    const QModelIndex name = currentIndex().siblingAtColumn(Model::Fact);
    const QModelIndex value = currentIndex().siblingAtColumn(Model::Value);
    if (isEditable(name))
        edit(name);
    else if (isEditable(value))
        edit(value);
}

void FactTree::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const QPersistentModelIndex at = currentIndex();
    const bool goesOn = hint == QAbstractItemDelegate::EditNextItem || hint == QAbstractItemDelegate::EditPreviousItem;
    QTreeView::closeEditor(editor, goesOn ? QAbstractItemDelegate::NoHint : hint);
    if (goesOn && at.isValid())
        editNext(at, hint == QAbstractItemDelegate::EditNextItem);
}

/// The name of a line goes before its value; from there on the values below each other.
void FactTree::editNext(const QModelIndex &from, bool forward)
{
    QModelIndex next = from.siblingAtColumn(forward ? Model::Value : Model::Fact);
    if (next != from && isEditable(next))
        return editCell(next);
    next = from;
    do {
        next = forward ? indexBelow(next) : indexAbove(next);
    } while (next.isValid() && !isEditable(next.siblingAtColumn(Model::Value)));
    if (next.isValid())
        editCell(next.siblingAtColumn(Model::Value));
}

void FactTree::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
    viewport()->update();
}

void FactTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    setColumnWidth(Model::Fact, viewport()->width() / 2);
}

void FactTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentMoved();
}

/// The ring of focus spans the row; so do the ground of the chosen one and the line below each.
void FactTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = activeColors();
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool isCurrent = currentIndex().siblingAtColumn(Model::Fact) == index.siblingAtColumn(Model::Fact);
    if (isCurrent)
        painter->fillRect(row, c.selection);
    QTreeView::drawRow(painter, option, index);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), c.hairline);
    if (!isCurrent || !hasFocus())
        return;
    painter->save();
    painter->setPen(QPen(c.focus, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawRect(row.adjusted(1, 1, -1, -1));
    painter->restore();
}

} // namespace tocsin::views
