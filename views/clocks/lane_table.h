// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/lane_model.h"

#include <QTableView>

namespace tocsin::views {

class LaneDelegate;
struct TimeScale;

/// The lanes below a fixed axis. Up and Down go from lane to lane, Left and Right through time, Enter opens the next
/// date of the lane; with Shift, Left and Right go from date to date of the lane, and Enter opens the one reached.
class LaneTable final : public QTableView
{
    Q_OBJECT

public:
    explicit LaneTable(items::LaneModel *model, QWidget *parent = nullptr);

    /// The days shown, over the width there is.
    void setTime(QDate from, int days);
    [[nodiscard]] const TimeScale &scale() const;
    [[nodiscard]] const LaneDelegate &lanes() const { return *m_lanes; }

Q_SIGNALS:
    /// A step through time: weeks to the left (negative) or right.
    void stepped(int weeks);
    void obligationChosen(ObligationId obligation);
    /// A record of the registers, such as IR-1.
    void recordChosen(const QString &reference);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void layOut();
    void openLane(int row);
    void open(const items::ClockKey &key);
    void stepSign(int step);

    items::LaneModel *m_model;
    LaneDelegate *m_lanes;
    QDate m_from;
    int m_days = 1;
};

} // namespace tocsin::views
