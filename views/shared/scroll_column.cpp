// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/scroll_column.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QResizeEvent>
#include <QScrollBar>
#include <QShowEvent>

#include <utility>

namespace tocsin::views {

ScrollColumn::ScrollColumn(QWidget *content, int minimumWidth, QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(minimumWidth + kGutter);
    setWidget(content);
    content->installEventFilter(this);
    verticalScrollBar()->installEventFilter(this);
    m_settling.setSingleShot(true);
    m_settling.setInterval(0);
    connect(&m_settling, &QTimer::timeout, this, &ScrollColumn::settle);
    // The area itself looks after Tab within it, not after what comes in from outside. A click is where it is.
    connect(qApp, &QApplication::focusChanged, this, [this] {
        if (QApplication::mouseButtons() == Qt::NoButton)
            keepFocusInSight();
    });
}

bool ScrollColumn::eventFilter(QObject *watched, QEvent *event)
{
    const bool barCameOrWent
        = watched == verticalScrollBar() && (event->type() == QEvent::Show || event->type() == QEvent::Hide);
    if (barCameOrWent || (watched == widget() && event->type() == QEvent::LayoutRequest))
        m_settling.start();
    return QScrollArea::eventFilter(watched, event);
}

void ScrollColumn::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    m_settling.start();
}

void ScrollColumn::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_settling.start();
    keepFocusInSight();
}

void ScrollColumn::keepFocusInSight()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus && widget() && widget()->isAncestorOf(focus))
        ensureWidgetVisible(focus);
}

/// The area itself reckons with the width before its scroll bar came, and wrapped text would lose its last line.
void ScrollColumn::settle()
{
    if (!widget())
        return;
    const int gutter = verticalScrollBar()->isVisible() ? 0 : kGutter;
    if (QLayout *layout = widget()->layout()) // a lone label has none
        layout->setContentsMargins(0, 0, gutter, 0);
    const int height = widget()->heightForWidth(viewport()->width());
    if (height > 0 && height != widget()->minimumHeight()) {
        widget()->setMinimumHeight(height);
        m_moved = true;
        m_settling.start(); // the parts take their new places first
    } else if (std::exchange(m_moved, false)) {
        keepFocusInSight();
    }
}

} // namespace tocsin::views
