// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/theme.h"

#include <QList>
#include <QWidget>

namespace tocsin::views {

/// A date on the clock: a deadline or an internal target.
struct ClockTick
{
    QString id; ///< handed back when it is chosen
    int day = 0; ///< days after discovery
    Tone tone = Tone::Warning;
    QString text; ///< "2 Apr: California residents, in 13 days"
    bool target = false; ///< an internal target: half as high as a limit
};

/// How far an incident's clock is. Days count from discovery (day 0).
struct IncidentClock
{
    int day = 0;
    int length = 60; ///< the outer limit for individuals: 45 CFR 164.404(b)
    bool running = true; ///< false before discovery is known, and once closed
    QList<ClockTick> ticks;
};

/// "Day 17", "of 60", "43", "days left", or the words for a clock that is late or not running.
struct ClockWords
{
    QString big;
    QString beside;
    QString left;
    QString leftUnit;
    bool late = false;
    /// All of it as one sentence, for assistive technology and narrow windows.
    QString sentence;
};
ClockWords clockWords(const IncidentClock &clock);

/// The bar of a clock with its ticks. Ticks have tool tips; left and right walk them, Enter or a click chooses one.
class ClockBar : public QWidget
{
    Q_OBJECT

public:
    explicit ClockBar(QWidget *parent = nullptr);

    void setClock(const IncidentClock &clock);
    [[nodiscard]] const IncidentClock &clock() const { return m_clock; }

    [[nodiscard]] QSize sizeHint() const override { return {200, 32}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {176, 32}; }

Q_SIGNALS:
    void tickChosen(const QString &id);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] double xOfDay(int day) const;
    [[nodiscard]] int tickAt(const QPoint &where) const;
    void walk(int step);

    IncidentClock m_clock;
    int m_current = -1;
};

} // namespace tocsin::views
