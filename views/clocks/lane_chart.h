// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/clock_marks.h"

#include <QWidget>

class QLabel;
class QScrollBar;

namespace tocsin::items {
class LaneModel;
}

namespace tocsin::views {

class LaneTable;
class SegmentedFilter;

/// All clocks of an incident along time, one lane per recipient.
class LaneChart final : public QWidget
{
    Q_OBJECT

public:
    explicit LaneChart(QWidget *parent = nullptr);

    void setClocks(const items::IncidentClocks &clocks);
    /// The clocks to come are of another incident: they begin at today again.
    void begin();
    void focusFirst();
    [[nodiscard]] LaneTable *table() const { return m_table; }
    /// "fit", "60" or "30": all of the time, or so many days of it.
    [[nodiscard]] QString zoom() const;
    void setZoom(const QString &zoom);

Q_SIGNALS:
    void obligationChosen(ObligationId obligation);
    void recordChosen(const QString &reference);

private:
    void showTime();
    void scrollToToday();
    void showHold();

    items::LaneModel *m_model;
    LaneTable *m_table;
    SegmentedFilter *m_zoom;
    QLabel *m_hold;
    QScrollBar *m_scroll;
    QDate m_first; ///< of all that can be shown
    int m_total = 1; ///< days
    bool m_begun = false;
};

} // namespace tocsin::views
