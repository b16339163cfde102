// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/progress_track.h"

#include <QPainter>

#include <algorithm>

namespace tocsin::views {

namespace {

constexpr int kTrack = 10;
/// How much of the bar is filled while the end is not known: enough to be seen, plainly not a measure.
constexpr double kUnknownShare = 0.3;

} // namespace

ProgressTrack::ProgressTrack(const QString &accessibleName, QWidget *parent) : QProgressBar(parent)
{
    setAccessibleName(accessibleName);
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressTrack::setBarTone(Tone tone)
{
    m_tone = tone;
    update();
}

void ProgressTrack::paint(QPainter &painter, const QRect &where, double share, Tone tone)
{
    const Colors &c = activeColors();
    const int top = where.center().y() - kTrack / 2 + 1;
    QRectF track(where.x(), top, where.width(), kTrack);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.sunken);
    painter.drawRoundedRect(track, kTrack / 2.0, kTrack / 2.0);
    if (share > 0) {
        track.setWidth(std::max(track.width() * std::min(share, 1.0), double(kTrack)));
        painter.setBrush(tone == Tone::Neutral ? c.accent : c.ink(tone));
        painter.drawRoundedRect(track, kTrack / 2.0, kTrack / 2.0);
    }
    painter.restore();
}

void ProgressTrack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int span = maximum() - minimum();
    paint(painter, rect(), span > 0 ? double(value() - minimum()) / span : kUnknownShare, m_tone);
}

} // namespace tocsin::views
