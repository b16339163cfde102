// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/table_view.h"

#include "shared/theme.h"
#include "shared/two_line_delegate.h"

#include <QFocusEvent>
#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNarrowestColumn = metrics::space(6);

void setUpItemView(QAbstractItemView &view, const QString &accessibleName)
{
    view.setAccessibleName(accessibleName);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setTabKeyNavigation(false);
    view.setMouseTracking(true);
    view.setFrameShape(QFrame::NoFrame);
}

/// Whoever comes by Tab sees where the keyboard is: the ring needs a current row.
void ensureCurrent(QAbstractItemView &view, Qt::FocusReason reason)
{
    const bool byKey
        = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::OtherFocusReason;
    if (byKey && view.model() && !view.currentIndex().isValid() && view.model()->rowCount() > 0)
        view.setCurrentIndex(view.model()->index(0, 0));
}

} // namespace

TableView::TableView(const QString &accessibleName, QWidget *parent)
    : QTableView(parent), m_delegate(new TwoLineDelegate(this))
{
    setUpItemView(*this, accessibleName);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(metrics::space(3));
    verticalHeader()->setDefaultSectionSize(metrics::kRow);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(metrics::space(4));
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    m_rowHeights.setSingleShot(true);
    m_rowHeights.setInterval(0);
    connect(&m_rowHeights, &QTimer::timeout, this, &TableView::layOutRows);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this](int column, int, int size) { keepDragged(column, size); });
}

void TableView::setWrapRows(bool wrap)
{
    m_delegate->setWrapping(wrap);
    setWordWrap(wrap); // else the view does not tell the delegate how wide a cell is
    m_rowHeights.start();
}

void TableView::setMostRows(int rows)
{
    m_mostRows = rows;
    m_rowHeights.start();
}

void TableView::layOutRows()
{
    if (m_delegate->isWrapping())
        resizeRowsToContents();
    if (m_mostRows == 0 || !model())
        return;
    int height = horizontalHeader()->sizeHint().height();
    for (int row = 0; row < std::min(m_mostRows, model()->rowCount()); ++row)
        height += rowHeight(row);
    setFixedHeight(height);
}

void TableView::setColumns(const QList<ColumnWidth> &columns)
{
    m_columns = columns;
    layOutColumns();
}

void TableView::setModel(QAbstractItemModel *newModel)
{
    if (model())
        disconnect(model(), nullptr, &m_rowHeights, nullptr);
    QTableView::setModel(newModel);
    if (!newModel)
        return;
    const auto again = qOverload<>(&QTimer::start);
    connect(newModel, &QAbstractItemModel::dataChanged, &m_rowHeights, again);
    connect(newModel, &QAbstractItemModel::rowsInserted, &m_rowHeights, again);
    connect(newModel, &QAbstractItemModel::rowsRemoved, &m_rowHeights, again);
    connect(newModel, &QAbstractItemModel::layoutChanged, &m_rowHeights, again);
    connect(newModel, &QAbstractItemModel::modelReset, &m_rowHeights, again);
    layOutColumns();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void TableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    ensureCurrent(*this, event->reason());
    viewport()->update();
}

void TableView::layOutColumns()
{
    const int count = std::min(int(m_columns.size()), horizontalHeader()->count());
    const QScopedValueRollback guard(m_layingOut, true);
    int stretches = 0;
    int minima = 0;
    for (int i = 0; i < count; ++i) {
        stretches += m_columns[i].stretch;
        minima += m_columns[i].minimum;
    }
    // Where there is less room than all ask for, each gives of its own: a word more wraps, but none is out of sight.
    const int room = std::max(viewport()->width(), count * kNarrowestColumn);
    const auto least = [&](const ColumnWidth &column) {
        const bool tight = minima > room && !m_dragged;
        return tight ? std::min(column.minimum, std::max(column.minimum * room / minima, kNarrowestColumn))
                     : column.minimum;
    };
    int left = room;
    for (int i = 0; i < count; ++i)
        left -= least(m_columns[i]);
    left = std::max(left, 0);
    for (int i = 0; i < count; ++i) {
        const int share = stretches > 0 ? left * m_columns[i].stretch / stretches : 0;
        stretches -= m_columns[i].stretch;
        left -= share;
        setColumnWidth(i, least(m_columns[i]) + share);
    }
    if (count > 0 && left > 0) // every width was dragged: the last column takes the rest
        setColumnWidth(count - 1, columnWidth(count - 1) + left);
    m_rowHeights.start();
}

void TableView::keepDragged(int column, int size)
{
    if (m_layingOut || column >= m_columns.size())
        return;
    // What was dragged keeps its width; the others share what is left.
    m_dragged = true;
    m_columns[column] = {0, size};
    layOutColumns();
}

ListView::ListView(const QString &accessibleName, QWidget *parent)
    : QListView(parent), m_delegate(new TwoLineDelegate(this))
{
    setUpItemView(*this, accessibleName);
    setItemDelegate(m_delegate);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ListView::setWrapRows(bool wrap)
{
    m_delegate->setWrapping(wrap);
    setUniformItemSizes(!wrap);
    scheduleDelayedItemsLayout();
}

void ListView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    ensureCurrent(*this, event->reason());
    viewport()->update();
}

} // namespace tocsin::views
