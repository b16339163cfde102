// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"

#include <QMutex>
#include <QWaitCondition>

namespace tocsin {

/// Holds long work between two of its steps for as long as a person wants. May be used from any thread.
class Pause
{
public:
    void hold();
    void release();
    [[nodiscard]] bool isHeld() const;

    /// The work waits here while it is held. Fails with Cancelled as soon as the work is cancelled, held or not.
    [[nodiscard]] Result<> wait(const Progress &progress) const;

private:
    mutable QMutex m_mutex;
    mutable QWaitCondition m_released;
    bool m_held = false;
};

} // namespace tocsin
