// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/clock_marks.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QStandardItemModel;

namespace tocsin::items {
class MonthModel;
}

namespace tocsin::views {

class ListView;
class MonthGrid;

/// The dates of an incident month by month, and in full for the chosen day.
class MonthCalendar final : public QWidget
{
    Q_OBJECT

public:
    /// Weeks begin where the person's system says.
    explicit MonthCalendar(QWidget *parent = nullptr);

    /// The first clocks bring the calendar to today.
    void setClocks(const items::IncidentClocks &clocks);
    [[nodiscard]] QDate day() const;
    void setDay(QDate day);
    void focusFirst();

Q_SIGNALS:
    /// A person opened a date.
    void obligationChosen(ObligationId obligation);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeMonth();
    QWidget *makeDay();
    void showMonth();
    void showDay();
    void openDay(QDate day);

    items::MonthModel *m_model;
    MonthGrid *m_grid;
    QLabel *m_title;
    QLabel *m_dayTitle;
    QStandardItemModel *m_dates;
    ListView *m_list;
    QLabel *m_nothing;
    QLabel *m_dateless;
    QWidget *m_daySide;
    QBoxLayout *m_layout;
    bool m_begun = false;
};

} // namespace tocsin::views
