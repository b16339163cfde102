// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/job_slot.h"

namespace tocsin::views {

JobSlot::JobSlot(QObject *parent) : QObject(parent) { }

JobSlot::~JobSlot()
{
    drop();
    for (QFuture<void> &future : m_running)
        future.waitForFinished();
}

void JobSlot::cancel()
{
    if (m_job)
        m_job->cancel();
}

void JobSlot::drop()
{
    cancel();
    if (m_job)
        m_job->disconnect(this);
    m_job.reset();
    ++m_number;
}

void JobSlot::remember(const QFuture<void> &future)
{
    m_running.removeIf([](const QFuture<void> &each) { return each.isFinished(); });
    m_running.append(future);
}

} // namespace tocsin::views
