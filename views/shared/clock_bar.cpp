// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/clock_bar.h"

#include "items/wording.h"
#include "shared/accessibility.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTrack = 10;
constexpr int kTickHeight = 20;
constexpr int kInset = 4;
constexpr int kReach = 6; ///< how near to a tick the pointer counts, in pixels

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::views)
};

} // namespace

ClockWords clockWords(const IncidentClock &clock)
{
    if (!clock.running)
        return {Words::tr("Not running"), {}, {}, {}, false, Words::tr("The clock is not running.")};
    const int left = clock.length - clock.day;
    ClockWords words;
    words.big = Words::tr("Day %1").arg(clock.day);
    words.beside = Words::tr("of %1").arg(clock.length);
    words.late = left < 0;
    words.left = QString::number(std::abs(left));
    words.leftUnit = std::abs(left) == 1 ? (words.late ? Words::tr("day late") : Words::tr("day left"))
                                         : (words.late ? Words::tr("days late") : Words::tr("days left"));
    words.sentence = words.big + u' ' + words.beside + u", "_s + words.left + u' ' + words.leftUnit;
    return words;
}

ClockBar::ClockBar(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setClock({});
}

void ClockBar::setClock(const IncidentClock &clock)
{
    m_clock = clock;
    std::stable_sort(m_clock.ticks.begin(), m_clock.ticks.end(),
                     [](const ClockTick &a, const ClockTick &b) { return a.day < b.day; });
    m_current = -1;
    setAccessibleName(clockWords(m_clock).sentence);
    QStringList dates;
    for (const ClockTick &tick : std::as_const(m_clock.ticks))
        dates << tick.text;
    setAccessibleDescription(dates.join(u"; "_s));
    update();
}

double ClockBar::xOfDay(int day) const
{
    // A tick after the limit still has its place: the bar then spans to the last of them, up to twice the limit. What
    // lies further away stands at the end, or a date in years would leave no room for those of this month.
    const int last = m_clock.ticks.isEmpty() ? 0 : m_clock.ticks.constLast().day;
    const int span = std::max({m_clock.length, std::min(last, 2 * m_clock.length), 1});
    const double share = std::clamp(double(day) / span, 0.0, 1.0);
    return kInset + share * (width() - 2 * kInset);
}

int ClockBar::tickAt(const QPoint &where) const
{
    int best = -1;
    double bestDistance = kReach;
    for (int i = 0; i < m_clock.ticks.size(); ++i) {
        const double distance = std::abs(xOfDay(m_clock.ticks[i].day) - where.x());
        if (distance <= bestDistance) {
            best = i;
            bestDistance = distance;
        }
    }
    return best;
}

void ClockBar::walk(int step)
{
    const int count = int(m_clock.ticks.size());
    if (count == 0)
        return;
    m_current = m_current < 0 ? (step > 0 ? 0 : count - 1) : std::clamp(m_current + step, 0, count - 1);
    const ClockTick &tick = m_clock.ticks[m_current];
    QToolTip::showText(mapToGlobal(QPoint(int(xOfDay(tick.day)), height())), items::plainToolTip(tick.text), this);
    setAccessibleDescription(tick.text);
    update();
}

bool ClockBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int tick = tickAt(help->pos());
    const QString words = tick >= 0 ? m_clock.ticks[tick].text : accessibleName();
    QToolTip::showText(help->globalPos(), items::plainToolTip(words), this);
    return true;
}

void ClockBar::keyPressEvent(QKeyEvent *event)
{
    const bool chooses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Right)
        walk(1);
    else if (event->key() == Qt::Key_Left)
        walk(-1);
    else if (chooses && m_current >= 0)
        Q_EMIT tickChosen(m_clock.ticks[m_current].id);
    else
        QWidget::keyPressEvent(event);
}

void ClockBar::mousePressEvent(QMouseEvent *event)
{
    const int tick = tickAt(event->pos());
    if (event->button() == Qt::LeftButton && tick >= 0)
        Q_EMIT tickChosen(m_clock.ticks[tick].id);
}

void ClockBar::paintEvent(QPaintEvent *)
{
    const Colors &c = activeColors();
    const bool late = clockWords(m_clock).late;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double middle = height() / 2.0;
    const QRectF track(kInset, middle - kTrack / 2.0, width() - 2 * kInset, kTrack);
    painter.setBrush(c.sunken);
    painter.drawRoundedRect(track, kTrack / 2.0, kTrack / 2.0);
    if (m_clock.running && m_clock.day > 0) {
        QRectF done = track;
        done.setRight(std::max(xOfDay(m_clock.day), track.left() + kTrack));
        painter.setBrush(late ? c.alarm : c.accent);
        painter.drawRoundedRect(done, kTrack / 2.0, kTrack / 2.0);
    }
    for (int i = 0; i < m_clock.ticks.size(); ++i) {
        const ClockTick &tick = m_clock.ticks[i];
        const bool current = hasFocus() && i == m_current;
        const double wide = current ? 4 : 2;
        const double high = tick.target ? kTickHeight / 2.0 : kTickHeight;
        // A rim of the surface keeps a tick apart from the bar it stands on, whatever their colours.
        const QRectF box(xOfDay(tick.day) - wide / 2, middle - high / 2, wide, high);
        painter.fillRect(box.adjusted(-1, 0, 1, 0), c.surface);
        painter.fillRect(box, c.ink(tick.tone));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(c.focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::kRadius, metrics::kRadius);
    }
}

} // namespace tocsin::views
