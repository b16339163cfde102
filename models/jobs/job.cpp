// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include <QMutex>
#include <QSet>

namespace tocsin::jobs {

namespace {

constexpr qint64 kMsecsBetweenReports = 50;

/// The jobs there are, so that closing a store can reach those that nobody shows any more.
struct Running
{
    QMutex mutex;
    QSet<Job *> jobs;
};

Running &running()
{
    static Running all;
    return all;
}

} // namespace

Job::Job(QString title) : m_title(std::move(title))
{
    // startJob() keeps the job alive for as long as the work runs.
    m_progress = std::make_shared<Progress>([this](qint64 done, qint64 total) { report(done, total); });
    const QMutexLocker lock(&running().mutex);
    running().jobs.insert(this);
}

Job::~Job()
{
    const QMutexLocker lock(&running().mutex);
    running().jobs.remove(this);
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

void cancelRunningJobs()
{
    const QMutexLocker lock(&running().mutex);
    for (Job *job : std::as_const(running().jobs))
        job->cancel();
}

} // namespace tocsin::jobs
