// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timeline_list.h"

#include "shared/theme.h"
#include "timeline/timeline_delegate.h"

#include <QScrollBar>

namespace tocsin::views {

TimelineList::TimelineList(QWidget *parent) : ListView(tr("Timeline entries"), parent)
{
    setItemDelegate(new TimelineDelegate(this));
    // The day at the top belongs to whichever row is there: scrolled pixels cannot be reused.
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void TimelineList::showRow(int row)
{
    const QModelIndex index = model()->index(row, 0);
    setCurrentIndex(index);
    scrollTo(index);
}

void TimelineList::rowsInserted(const QModelIndex &parent, int first, int last)
{
    const int scrolled = verticalScrollBar()->value();
    const bool above = scrolled > 0 && first <= scrolled / metrics::kRow;
    ListView::rowsInserted(parent, first, last);
    if (!above)
        return;
    doItemsLayout();
    verticalScrollBar()->setValue(scrolled + (last - first + 1) * metrics::kRow);
}

void TimelineList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    ListView::currentChanged(current, previous);
    Q_EMIT chosen(current);
}

} // namespace tocsin::views
