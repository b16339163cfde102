// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/when_done.h"
#include "jobs/job.h"

#include <QObject>

#include <memory>

namespace tocsin::views {

/// A place for long work of which only the latest counts: starting again cancels what ran, and its answer is let go.
/// A slot that goes away cancels and does not wait: whoever closes the store waits for the thread pool first, and the
/// work refers to nothing else that could be gone.
class JobSlot final : public QObject
{
    Q_OBJECT

public:
    explicit JobSlot(QObject *parent = nullptr);
    ~JobSlot() override;

    /// Runs `work(progress)`, which gives a Result<T>, on the thread pool, and then `done(result)` here.
    template <typename T, typename Work, typename Done>
    void run(const QString &title, Work work, Done done)
    {
        drop();
        jobs::StartedJob<T> started = jobs::startJob<T>(title, std::move(work));
        m_job = started.job;
        connect(m_job.get(), &jobs::Job::progressed, this, &JobSlot::progressed);
        whenDone(started.future, this, [this, number = m_number, done = std::move(done)](const Result<T> &answer) {
            if (number != m_number)
                return;
            m_job.reset();
            done(answer);
        });
    }

    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }

public Q_SLOTS:
    /// Asks the work to stop at its next safe point; its answer still comes.
    void cancel();
    /// Cancels, and lets the answer go.
    void drop();

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);

private:
    std::shared_ptr<jobs::Job> m_job;
    int m_number = 0;
};

} // namespace tocsin::views
