// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pause.h"

namespace tocsin {

namespace {

constexpr unsigned long kMsecsBetweenLooks = 50; // a cancelled Progress wakes nobody

} // namespace

void Pause::hold()
{
    const QMutexLocker lock(&m_mutex);
    m_held = true;
}

void Pause::release()
{
    const QMutexLocker lock(&m_mutex);
    m_held = false;
    m_released.wakeAll();
}

bool Pause::isHeld() const
{
    const QMutexLocker lock(&m_mutex);
    return m_held;
}

Result<> Pause::wait(const Progress &progress) const
{
    const QMutexLocker lock(&m_mutex);
    while (m_held && !progress.isCancelled())
        m_released.wait(&m_mutex, kMsecsBetweenLooks);
    return progress.check();
}

} // namespace tocsin
