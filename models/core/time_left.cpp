// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time_left.h"

namespace tocsin {

namespace {

constexpr qint64 kStep = 1'000;
constexpr qint64 kWindow = 30'000;
constexpr qint64 kEnough = 3'000;

} // namespace

std::optional<qint64> TimeLeft::at(qint64 done, qint64 total, qint64 msecs)
{
    if (m_seen.isEmpty() || msecs - m_seen.last().msecs >= kStep)
        m_seen.append({done, msecs});
    while (m_seen.size() > 1 && msecs - m_seen.at(1).msecs >= kWindow)
        m_seen.removeFirst();
    const qint64 took = msecs - m_seen.first().msecs;
    const qint64 did = done - m_seen.first().done;
    if (took < kEnough || did <= 0 || total < done)
        return std::nullopt;
    return (total - done) * took / did / 1'000;
}

} // namespace tocsin
