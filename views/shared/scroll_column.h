// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QTimer>

namespace tocsin::views {

/// Parts below each other that scroll up and down where the window is too low, never sideways. Tab goes to the parts,
/// not to the column. What has the keyboard stays in sight when the column becomes lower, or its parts higher. At its
/// right it keeps a gutter for the scroll bar, so that the parts stand where they stand whether it is there or not.
class ScrollColumn final : public QScrollArea
{
    Q_OBJECT

public:
    static constexpr int kGutter = 12; ///< pixels, as wide as a scroll bar

    /// Takes the content over, whose layout has no margins; it is at least `minimumWidth` pixels wide, beside the
    /// gutter.
    ScrollColumn(QWidget *content, int minimumWidth, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QTimer m_settling;
    bool m_moved = false; ///< parts have other places since the last time it stood still

    void settle();
    void keepFocusInSight();
};

} // namespace tocsin::views
