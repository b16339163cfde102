// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/scroll_column.h"

#include <QApplication>
#include <QEvent>
#include <QResizeEvent>
#include <QShowEvent>

namespace tocsin::views {

ScrollColumn::ScrollColumn(QWidget *content, int minimumWidth, QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(minimumWidth);
    setWidget(content);
}

void ScrollColumn::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    // What came into the column while it was hidden was never laid out, and wrapped text would lose its last line.
    QApplication::postEvent(widget(), new QEvent(QEvent::LayoutRequest), Qt::LowEventPriority);
}

void ScrollColumn::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    QWidget *focus = QApplication::focusWidget();
    if (focus && widget()->isAncestorOf(focus))
        ensureWidgetVisible(focus);
}

} // namespace tocsin::views
