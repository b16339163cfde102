// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

namespace tocsin {

/// How long work will still take, by what it did in the last half minute: so that files taken over from an earlier run,
/// which go by in an instant, do not count for long.
class TimeLeft
{
public:
    /// `done` of `total` at a moment on some clock that only goes forward, in milliseconds. Gives the seconds that are
    /// left, or nothing while too little is known.
    std::optional<qint64> at(qint64 done, qint64 total, qint64 msecs);
    /// Forgets what was: the work began, or goes on after a pause.
    void restart() { m_seen.clear(); }

private:
    struct Seen
    {
        qint64 done = 0;
        qint64 msecs = 0;
    };
    QList<Seen> m_seen; ///< oldest first, a second apart
};

} // namespace tocsin
