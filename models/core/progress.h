// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <atomic>
#include <functional>

namespace tocsin {

/// What long work is given: somewhere to report to, and a way to be asked to stop. Safe to cancel from any thread; the
/// report function is called on the working thread.
class Progress
{
public:
    using Report = std::function<void(qint64 done, qint64 total)>;

    Progress() = default;
    explicit Progress(Report report) : m_report(std::move(report)) { }
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    /// Asks the work to stop at its next safe point.
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }

    /// Tells how far the work is. `total` is 0 while unknown.
    void report(qint64 done, qint64 total) const
    {
        if (m_report)
            m_report(done, total);
    }

    /// Fails with Cancelled once cancel() was called; work calls this between its steps.
    [[nodiscard]] Result<> check() const
    {
        if (isCancelled())
            return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled; nothing half-done was kept."));
        return {};
    }

private:
    Report m_report;
    std::atomic<bool> m_cancelled = false;
};

} // namespace tocsin
