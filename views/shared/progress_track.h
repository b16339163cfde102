// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/theme.h"

#include <QProgressBar>

namespace tocsin::views {

/// A slim bar without text; what it means stands beside it. Range 0 to 0 shows that the end is not known yet.
class ProgressTrack : public QProgressBar
{
    Q_OBJECT

public:
    explicit ProgressTrack(const QString &accessibleName, QWidget *parent = nullptr);

    /// Neutral is the accent.
    void setBarTone(Tone tone);

    [[nodiscard]] QSize sizeHint() const override { return {160, 10}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {40, 10}; }

    /// Paints such a bar, for delegates. `share` is 0 to 1.
    static void paint(QPainter &painter, const QRect &where, double share, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Neutral;
};

} // namespace tocsin::views
