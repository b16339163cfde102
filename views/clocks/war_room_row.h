// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/clock_marks.h"

#include <QWidget>

class QLabel;

namespace tocsin::views {

class ElidedLabel;

/// One date in large type: how much time is left, to whom, and what it is about.
class WarRoomRow final : public QWidget
{
    Q_OBJECT

public:
    explicit WarRoomRow(QWidget *parent = nullptr);

    void showMark(const items::ClockMark &mark, const Instant &now, const QByteArray &zone);
    /// Sizes the type for a row of this height.
    void setRowHeight(int height);

    /// What the figure and its unit take, so that all rows can give them the same.
    [[nodiscard]] int figureWidth() const;
    [[nodiscard]] int unitWidth() const;
    void setWidths(int figure, int unit);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showColors();

    QLabel *m_word;
    QLabel *m_figure;
    QLabel *m_unit;
    ElidedLabel *m_whom;
    ElidedLabel *m_what;
    items::Tone m_tone = items::Tone::Neutral;
};

/// Type that is read across a room; no smaller than 12 pixels.
void setFontSize(QWidget &widget, double pixels, bool bold);

} // namespace tocsin::views
