// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/internal_target.h"

#include <algorithm>

namespace tocsin::law {

namespace {

constexpr qint64 kMSecsPerHour = 3'600'000;

/// In hours for a clock of hours, else in days.
qint64 lengthOf(const Obligation &duty)
{
    if (duty.due.instant && duty.start.instant)
        return (duty.due.instant->msecs() - duty.start.instant->msecs()) / kMSecsPerHour;
    return duty.start.day().daysTo(duty.due.day());
}

} // namespace

Due internalTarget(const Obligation &duty, const QList<InternalTarget> &targets)
{
    if (duty.due.isNull() || duty.start.isNull())
        return {};
    // A moment that counsel set for a clock of days is still a day.
    const bool hours = duty.due.instant && duty.start.instant;
    const qint64 length = lengthOf(duty);
    const auto fits = std::find_if(targets.cbegin(), targets.cend(), [&](const InternalTarget &each) {
        return each.natures.contains(duty.nature) && each.hours == hours && length >= each.least;
    });
    if (fits == targets.cend())
        return {};
    if (hours)
        return {{}, duty.due.instant->plusMSecs(-fits->before * kMSecsPerHour)};
    return {duty.due.day().addDays(-fits->before), std::nullopt};
}

QList<InternalTarget> internalTargets(const RulePacks &packs)
{
    QList<InternalTarget> targets;
    for (const RulePack &pack : packs)
        targets << pack.internalTargets;
    return targets;
}

void setInternalTargets(QList<Obligation> &owed, const RulePacks &packs)
{
    const QList<InternalTarget> targets = internalTargets(packs);
    for (Obligation &duty : owed)
        duty.internalTarget = internalTarget(duty, targets);
}

} // namespace tocsin::law
