// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QTimer>

namespace tocsin::views {

/// Parts below each other that scroll up and down where the window is too low, never sideways. Tab goes to the parts,
/// not to the column. What has the keyboard stays in sight when the column becomes lower.
class ScrollColumn final : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes the content over; it is at least `minimumWidth` pixels wide.
    ScrollColumn(QWidget *content, int minimumWidth, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QTimer m_settling;

    void settle();
};

} // namespace tocsin::views
