// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/delay_asked.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

QString noDelayAskedFlag()
{
    return u"no-law-enforcement-delay"_s;
}

std::optional<bool> delayAsked(const Facts &facts)
{
    if (facts.lawEnforcement)
        return true;
    if (facts.flags.contains(noDelayAskedFlag()))
        return false;
    return std::nullopt;
}

void recordDelayAsked(Facts &facts, std::optional<bool> asked)
{
    facts.flags.removeAll(noDelayAskedFlag());
    if (asked.value_or(false)) {
        if (!facts.lawEnforcement)
            facts.lawEnforcement.emplace();
        return;
    }
    facts.lawEnforcement.reset();
    if (asked)
        facts.flags << noDelayAskedFlag();
}

} // namespace tocsin::law
