// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>

namespace tocsin::views {

namespace {

/// The widget, if turning the wheel over it changes what it holds.
QWidget *changedByWheel(QObject *object)
{
    if (auto *choice = qobject_cast<QComboBox *>(object))
        return choice;
    return qobject_cast<QAbstractSpinBox *>(object);
}

} // namespace

WheelGuard::WheelGuard(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish)
        return false;
    QWidget *widget = changedByWheel(watched);
    if (!widget)
        return false;
    if (event->type() == QEvent::Polish) {
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus); // Qt would put it to use because the wheel turns over it
        return false;
    }
    if (widget->hasFocus())
        return false;
    event->ignore(); // for what it stands in
    return true;
}

} // namespace tocsin::views
