// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/job_bar.h"

#include "shared/progress_track.h"
#include "shared/style_sheet.h"
#include "shared/wrap_layout.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace tocsin::views {

namespace {

/// QProgressBar counts in int; a job may count bytes.
constexpr int kSteps = 1000;
constexpr int kTrackWidth = 200;

QString inWords(qint64 seconds)
{
    constexpr qint64 kMinute = 60;
    constexpr qint64 kHour = 60 * kMinute;
    if (seconds < kMinute)
        return JobBar::tr("less than a minute left");
    if (seconds < kHour)
        return JobBar::tr("about %1 min left").arg((seconds + kMinute / 2) / kMinute);
    return JobBar::tr("about %1 h %2 min left").arg(seconds / kHour).arg(seconds % kHour / kMinute);
}

} // namespace

JobBar::JobBar(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, TypeStyle::Body, this))
    , m_figures(makeLabel({}, TypeStyle::Small, this))
    , m_track(new ProgressTrack(tr("Progress"), this))
    , m_cancel(new QPushButton(this))
    , m_pause(new QPushButton(this))
{
    setMuted(*m_figures);
    m_track->setFixedWidth(kTrackWidth);
    auto *layout = new WrapLayout(metrics::kGrid, this); // it stands in narrow columns too
    for (QWidget *each :
         {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_track), static_cast<QWidget *>(m_figures),
          static_cast<QWidget *>(m_pause), static_cast<QWidget *>(m_cancel)})
        layout->addWidget(each);
    setTabOrder(m_pause, m_cancel);
    connect(m_pause, &QPushButton::clicked, this, &JobBar::togglePause);
    connect(m_cancel, &QPushButton::clicked, this, &JobBar::askToCancel);
    hide();
}

void JobBar::start(const QString &text, bool cancellable)
{
    m_running = true;
    m_text->setText(text);
    m_figures->clear();
    m_track->setAccessibleName(text);
    m_track->setRange(0, 0);
    m_figuresText.clear();
    m_cancel->setText(tr("Cancel"));
    m_cancel->setEnabled(true);
    m_cancel->setVisible(cancellable);
    m_clock.start();
    m_timeLeft.restart();
    setPausable(false);
    show();
}

void JobBar::setPausable(bool pausable)
{
    m_held = false;
    m_pause->setText(tr("&Pause"));
    m_pause->setVisible(pausable);
}

void JobBar::togglePause()
{
    m_held = !m_held;
    m_pause->setText(m_held ? tr("&Continue") : tr("&Pause"));
    m_timeLeft.restart();
    m_figures->setText(m_held ? tr("%1 · held").arg(m_figuresText) : m_figuresText);
    Q_EMIT pauseToggled(m_held);
}

void JobBar::setProgress(qint64 done, qint64 total, const QString &unit)
{
    const QLocale locale;
    QString figures
        = total > 0 ? tr("%1 of %2").arg(locale.toString(done), locale.toString(total)) : locale.toString(done);
    if (!unit.isEmpty())
        figures += u' ' + unit;
    m_figuresText = figures;
    const auto left = total > 0 ? m_timeLeft.at(done, total, m_clock.elapsed()) : std::nullopt;
    if (m_held)
        figures = tr("%1 · held").arg(figures);
    else if (left && done < total)
        figures = tr("%1 · %2").arg(figures, inWords(*left));
    m_figures->setText(figures);
    m_track->setRange(0, total > 0 ? kSteps : 0);
    m_track->setValue(total > 0 ? int(double(done) / double(total) * kSteps) : 0);
}

void JobBar::finish()
{
    m_running = false;
    hide();
}

void JobBar::askToCancel()
{
    m_cancel->setEnabled(false);
    m_pause->setVisible(false);
    m_cancel->setText(tr("Stopping…"));
    Q_EMIT cancelRequested();
}

} // namespace tocsin::views
