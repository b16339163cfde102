// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/job_slot.h"

namespace tocsin::views {

JobSlot::JobSlot(QObject *parent) : QObject(parent) { }

JobSlot::~JobSlot()
{
    drop();
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

} // namespace tocsin::views
