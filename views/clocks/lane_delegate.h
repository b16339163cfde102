// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/lane_layout.h"

#include <QStyledItemDelegate>

namespace tocsin::views {

/// Draws the time of a lane: today's line, the hold, the clocks and their dates.
class LaneDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    LaneDelegate(const items::LaneModel &model, QObject *parent);

    void setScale(const TimeScale &scale) { m_scale = scale; }
    [[nodiscard]] const TimeScale &scale() const { return m_scale; }
    /// The date that the keyboard is on; a null key: none.
    void setReached(const items::ClockKey &key) { m_reached = key; }
    [[nodiscard]] const items::ClockKey &reached() const { return m_reached; }
    /// What is to be said of a date of a row, or of what has none.
    [[nodiscard]] QString sentenceOf(int row, const items::ClockKey &key) const;
    /// What is drawn in a row of this height.
    [[nodiscard]] LanePicture pictureOf(int row, int height) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    /// Says when what has no date is due.
    void paintWords(QPainter &painter, const QList<items::DatelessClock> &clocks, const QSize &size,
                    const QColor &ground) const;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    [[nodiscard]] QString sentenceAt(int row, const QRect &cell, const QPoint &where) const;

    const items::LaneModel &m_model;
    TimeScale m_scale;
    items::ClockKey m_reached;
};

} // namespace tocsin::views
