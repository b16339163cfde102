// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/discovery.h"
#include "law/facts.h"

#include <QJsonValue>

namespace tocsin::law {

/// A date or instant that a rule counts from, or the name of the fact that is missing.
struct Anchor
{
    std::optional<Moment> moment;
    QString missing;
};

/// An incident's facts as rules see them: looked up by the path they have in a facts file, with "discovered" already
/// derived and, for rules about one contract clock, "contract" standing for that clock.
class FactView
{
public:
    explicit FactView(const Facts &facts);

    [[nodiscard]] const Facts &facts() const { return m_facts; }
    [[nodiscard]] const Discovery &discovery() const { return m_discovery; }

    /// The value as the facts file has it; Undefined if absent.
    [[nodiscard]] QJsonValue value(const QString &path) const;
    /// The date or instant under a path.
    [[nodiscard]] Anchor anchor(const QString &path) const;
    [[nodiscard]] QDate dayOf(const Moment &moment) const { return moment.dateIn(m_facts.timezone); }

    /// The clock of which the rule at hand speaks; null for other rules.
    [[nodiscard]] const ContractClock *contract() const { return m_contract; }
    void setContract(const ContractClock *clock) { m_contract = clock; }

private:
    const Facts &m_facts;
    Discovery m_discovery;
    QJsonObject m_json;
    const ContractClock *m_contract = nullptr;
};

/// True for a path that a condition of a rule pack may name.
[[nodiscard]] bool isFactPath(const QString &path);
/// True for a path that a clock may start from.
[[nodiscard]] bool isAnchorPath(const QString &path);

} // namespace tocsin::law
