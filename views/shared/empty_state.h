// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QPushButton;

namespace tocsin::views {

/// What a page or list shows while it has nothing: what belongs here, and how to begin.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// `icon` is a name in resources/icons. Without `action` there is no button.
    EmptyState(const QString &icon, const QString &title, const QString &sentence, const QString &action = {},
               QWidget *parent = nullptr);

    /// Off where the person's role may not begin this.
    void setActionAllowed(bool allowed);

Q_SIGNALS:
    void actionTriggered();

private:
    QPushButton *m_action = nullptr;
};

} // namespace tocsin::views
