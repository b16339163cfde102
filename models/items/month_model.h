// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/clock_marks.h"

#include <QAbstractTableModel>

namespace tocsin::items {

/// A month as a table: one row per week, one column per weekday, with the dates of an incident's clocks on their days.
/// Days of the months beside it fill the first and the last week.
class MonthModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int kInMonthRole = Qt::UserRole + 301; ///< bool: not a day of the month before or after

    /// Weeks begin on `firstDay`.
    explicit MonthModel(Qt::DayOfWeek firstDay, QObject *parent = nullptr);

    /// Any day of the month; resets the model if the month is another.
    void setMonth(QDate day);
    [[nodiscard]] QDate month() const { return m_month; } ///< its first day
    void setClocks(const IncidentClocks &clocks);
    [[nodiscard]] const IncidentClocks &clocks() const { return m_clocks; }

    [[nodiscard]] QModelIndex indexOf(QDate day) const; ///< invalid if it is not shown
    [[nodiscard]] QDate dayAt(const QModelIndex &index) const;
    /// What stands on a day, the most urgent first.
    [[nodiscard]] QList<DateMark> datesOn(QDate day) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString sentenceOf(QDate day) const;

    Qt::DayOfWeek m_firstDay;
    QDate m_month;
    QDate m_from; ///< the first day shown
    int m_weeks = 0;
    IncidentClocks m_clocks;
    QHash<QDate, QList<DateMark>> m_dates;
};

} // namespace tocsin::items
