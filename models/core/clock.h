// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

namespace tocsin {

/// Where the time comes from. Injected, so that a run can be repeated for any moment (`--now`) and tests need no
/// waiting.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

/// The machine's clock, in the machine's zone.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return Instant::fromDateTime(QDateTime::currentDateTime()); }
};

/// A clock that stands where it was set.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Instant at) : m_at(std::move(at)) { }
    [[nodiscard]] Instant now() const override { return m_at; }
    void set(Instant at) { m_at = std::move(at); }

private:
    Instant m_at;
};

} // namespace tocsin
