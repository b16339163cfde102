// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/work_pool.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>

namespace tocsin::jobs {

/// Long work that the window shows: it has a title, says how far it is, and can be cancelled. The work itself runs on
/// the work pool. Made with startJob().
class Job final : public QObject
{
    Q_OBJECT

public:
    explicit Job(QString title);
    ~Job() override;

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] std::shared_ptr<Progress> progress() const { return m_progress; }

public Q_SLOTS:
    void cancel() { m_progress->cancel(); }

Q_SIGNALS:
    /// At most some 20 times a second, on this object's thread. `total` is 0 while unknown.
    void progressed(qint64 done, qint64 total);

private:
    QString m_title;
    std::shared_ptr<Progress> m_progress;
    QElapsedTimer m_lastReport; // used on the working thread only

    void report(qint64 done, qint64 total);
};

/// Asks every running job to stop, as before a store is closed. What was started stays in the pool until it has
/// stopped: whoever closes a store that jobs work on waits for the pool, on a thread that may wait.
void cancelRunningJobs();

template <typename T>
struct StartedJob
{
    std::shared_ptr<Job> job;
    QFuture<Result<T>> future; ///< continue with `.then(context, …)`
};

/// Runs `work(progress)`, which gives a Result<T>, on the work pool or on another that outlives it.
template <typename T, typename Work>
StartedJob<T> startJob(const QString &title, Work work, QThreadPool &pool = workPool())
{
    auto job = std::make_shared<Job>(title);
    auto promise = std::make_shared<QPromise<Result<T>>>();
    StartedJob<T> started{job, promise->future()};
    promise->start();
    pool.start([promise, job, work = std::move(work)]() mutable {
        promise->addResult(work(std::as_const(*job->progress())));
        promise->finish();
        // Back to its own thread to end there: it may be the last to hold it.
        QMetaObject::invokeMethod(
            job.get(), [job] {}, Qt::QueuedConnection);
    });
    return started;
}

} // namespace tocsin::jobs
