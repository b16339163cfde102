// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/discovery.h"
#include "law/facts.h"

#include <QJsonArray>
#include <QJsonValue>

namespace tocsin::law {

/// A date or instant that a rule counts from, or the name of the fact that is missing.
struct Anchor
{
    std::optional<Moment> moment;
    QString missing;
};

/// An incident's facts as rules see them: looked up by the path they have in a facts file, with "discovered" already
/// derived and, for rules walked for each line of a list, "item" standing for that line.
class FactView
{
public:
    explicit FactView(const Facts &facts);

    [[nodiscard]] const Facts &facts() const { return m_facts; }
    [[nodiscard]] const Discovery &discovery() const { return m_discovery; }

    /// The value as the facts file has it, but for "discovered", which is derived; Undefined if absent.
    [[nodiscard]] QJsonValue value(const QString &path) const;
    /// The date or instant under a path.
    [[nodiscard]] Anchor anchor(const QString &path) const;
    [[nodiscard]] QDate dayOf(const Moment &moment) const { return moment.dateIn(m_facts.timezone); }

    /// The lines of one of itemLists().
    [[nodiscard]] QJsonArray items(const QString &list) const { return m_json.value(list).toArray(); }
    /// The line of which the rule at hand speaks; empty for other rules.
    [[nodiscard]] const QJsonObject &item() const { return m_item; }
    void setItem(const QJsonObject &item) { m_item = item; }

private:
    const Facts &m_facts;
    Discovery m_discovery;
    QJsonObject m_json;
    QJsonObject m_item;
};

/// The lists of the facts for each line of which a rule can be walked, with the keys that a line can have.
const QMap<QString, QStringList> &itemLists();

/// True for a path that a condition of a rule pack may name.
[[nodiscard]] bool isFactPath(const QString &path);
/// True for a path that a clock may start from.
[[nodiscard]] bool isAnchorPath(const QString &path);

} // namespace tocsin::law
