// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/clock_marks.h"
#include "shared/case_context.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;
class QPushButton;
class QStackedLayout;

namespace tocsin::views {

class LaneChart;
class MonthCalendar;
class NoticeBar;
class SegmentedFilter;
class WarRoom;

/// A list of deadlines and, in its place, a calendar or lanes of the same; and the window for a second screen.
class ClocksPanel final : public QWidget
{
    Q_OBJECT

public:
    /// Takes the list over; it is what shows first.
    ClocksPanel(CaseContext *context, QWidget *list, QWidget *parent = nullptr);
    ~ClocksPanel() override;

    /// A button at the right of the choice of views.
    void addTool(QWidget *tool);
    /// In sight in every view.
    [[nodiscard]] NoticeBar &notice() const { return *m_notice; }

    /// "list", "calendar" or "lanes".
    [[nodiscard]] QString view() const;
    void setView(const QString &view);
    /// The day of the calendar and the stretch of time of the lanes, to come back to.
    [[nodiscard]] QVariantMap place() const;
    void restorePlace(const QVariantMap &place);
    void focusView();

    void openWarRoom();
    [[nodiscard]] bool isWarRoomOpen() const;

Q_SIGNALS:
    /// A date was opened: the list is in front again and has to show it.
    void obligationChosen(ObligationId obligation);
    /// A request of an inquiry was opened, such as IR-1; the registers show it.
    void recordChosen(const QString &reference);

private:
    void load();
    void showView();
    void choose(ObligationId obligation);

    CaseContext *m_context;
    QWidget *m_list;
    SegmentedFilter *m_views;
    QHBoxLayout *m_tools;
    QPushButton *m_warRoomButton;
    NoticeBar *m_notice;
    QStackedLayout *m_stack;
    MonthCalendar *m_calendar;
    QWidget *m_calendarFrame;
    LaneChart *m_lanes;
    QWidget *m_lanesFrame;
    std::unique_ptr<WarRoom> m_warRoom;
    bool m_failed = false; ///< the notice says that the dates cannot be read
};

} // namespace tocsin::views
