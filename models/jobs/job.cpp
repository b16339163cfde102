// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

namespace tocsin::jobs {

namespace {

constexpr qint64 kMsecsBetweenReports = 50;

} // namespace

Job::Job(QString title) : m_title(std::move(title))
{
    // startJob() keeps the job alive for as long as the work runs.
    m_progress = std::make_shared<Progress>([this](qint64 done, qint64 total) { report(done, total); });
}

void Job::report(qint64 done, qint64 total)
{
    const bool last = total > 0 && done >= total;
    if (!last && m_lastReport.isValid() && m_lastReport.elapsed() < kMsecsBetweenReports)
        return;
    m_lastReport.start();
    QMetaObject::invokeMethod(
        this, [this, done, total] { Q_EMIT progressed(done, total); }, Qt::QueuedConnection);
}

} // namespace tocsin::jobs
