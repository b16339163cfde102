// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/facts.h"

namespace tocsin::law {

/// The entity's day of discovery, and how it follows from the facts.
struct Discovery
{
    std::optional<Moment> moment;
    QDate day; ///< the local date of `moment`; null while unknown
    QString missing; ///< the fact without which there is no day
    QStringList why;
};

/// The earliest day on which anyone but the wrongdoer knew, or the entity says it should have known. A business
/// associate's knowledge is the entity's if it is the entity's agent; otherwise the entity knows from the day it was
/// told. For an entity that is itself the associate, the associate's discovery is its own. Source: 45 CFR
/// 164.404(a)(2), 164.410(a)(2).
Discovery discoveryOf(const Facts &facts);

} // namespace tocsin::law
