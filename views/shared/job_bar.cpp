// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/job_bar.h"

#include "shared/progress_track.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace tocsin::views {

namespace {

/// QProgressBar counts in int; a job may count bytes.
constexpr int kSteps = 1000;

} // namespace

JobBar::JobBar(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, TypeStyle::Body, this))
    , m_figures(makeLabel({}, TypeStyle::Small, this))
    , m_track(new ProgressTrack(tr("Progress"), this))
    , m_cancel(new QPushButton(this))
{
    setMuted(*m_figures);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_text);
    layout->addWidget(m_track, 1);
    layout->addWidget(m_figures);
    layout->addWidget(m_cancel);
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
    m_cancel->setText(tr("Cancel"));
    m_cancel->setEnabled(true);
    m_cancel->setVisible(cancellable);
    show();
}

void JobBar::setProgress(qint64 done, qint64 total, const QString &unit)
{
    const QLocale locale;
    QString figures
        = total > 0 ? tr("%1 of %2").arg(locale.toString(done), locale.toString(total)) : locale.toString(done);
    if (!unit.isEmpty())
        figures += u' ' + unit;
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
    m_cancel->setText(tr("Stopping…"));
    Q_EMIT cancelRequested();
}

} // namespace tocsin::views
