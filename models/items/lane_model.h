// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/clock_marks.h"
#include "items/record_table.h"

namespace tocsin::items {

/// Everything that one recipient is owed, or one inquiry asks for, along time.
struct Lane
{
    QString recipient; ///< empty for an inquiry
    QString whom;
    RegisterRecordId inquiry = {}; ///< null for the duties to a recipient
    QString contact = {}; ///< of the inquiry
    QList<ClockMark> marks = {}; ///< the earliest first
    QList<DatelessClock> dateless = {}; ///< what has no date; one of both lists is never empty

    /// The first date that is still open; null if there is none.
    [[nodiscard]] const ClockMark *next() const;
    /// What somebody who opens the lane means: the next date, what has none, or the last date.
    [[nodiscard]] ClockKey key() const;
    /// Everything in the lane, by date; what has none comes last.
    [[nodiscard]] QList<ClockKey> keys() const;
    [[nodiscard]] const ClockMark *markOf(const ClockKey &key) const; ///< null if it is not there, or has no date
    friend bool operator==(const Lane &, const Lane &) = default;
};

/// One lane per recipient and one per inquiry, by the date that is next; then what has no date, then what is met or
/// kept.
QList<Lane> lanesOf(const IncidentClocks &clocks);

/// The days that a picture of the clocks has to show: from discovery (or the first start or date) to the last date that
/// something is due by, today among them. Ends of keeping lie years ahead and are left out.
struct DaySpan
{
    QDate from;
    QDate to;
    friend bool operator==(const DaySpan &, const DaySpan &) = default;
};
DaySpan spanOf(const IncidentClocks &clocks);

/// Lanes as rows: who, and the dates along time, which a delegate draws.
class LaneModel final : public RecordTable<Lane>
{
    Q_OBJECT

public:
    enum Column { Whom, Time, ColumnCount };

    explicit LaneModel(QObject *parent = nullptr);

    void setClocks(const IncidentClocks &clocks);
    [[nodiscard]] const IncidentClocks &clocks() const { return m_clocks; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] qint64 idOf(const Lane &lane) const override;
    [[nodiscard]] bool looksSame(const Lane &a, const Lane &b) const override { return a == b; }

private:
    [[nodiscard]] QString sentenceOf(const Lane &lane) const;
    [[nodiscard]] QString summaryOf(const Lane &lane) const;

    IncidentClocks m_clocks;
};

} // namespace tocsin::items
