// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/fact_view.h"
#include "law/rule_pack.h"

namespace tocsin::law {

enum class Truth { Holds, Fails, Unknown };

/// Compares the fact with the condition's value. Unknown if the fact is absent and the condition then blocks.
Truth test(const Condition &condition, const FactView &facts);

/// A condition's sentence with {value} replaced by the fact.
QString sentence(const QString &text, const Condition &condition, const FactView &facts);

/// Whether an exemption takes the duty away.
struct ExemptionFinding
{
    Truth granted = Truth::Fails;
    QStringList missing; ///< facts without which it cannot be said
    QStringList why;
};

ExemptionFinding examine(const Exemption &exemption, const FactView &facts);

} // namespace tocsin::law
