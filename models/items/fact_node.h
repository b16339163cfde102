// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/fact_keys.h"
#include "items/json_place.h"

#include <memory>
#include <vector>

namespace tocsin::items {

/// A row of the outline of facts: a heading, a list, a line of a list, or a fact.
struct FactNode
{
    const FactKey *key = nullptr; ///< null for the root; of a line its list's
    FactNode *parent = nullptr;
    bool isLine = false;
    QString name = {}; ///< of a line of counts or moments: its State or recipient; empty while nobody chose one
    std::vector<std::unique_ptr<FactNode>> children = {};

    FactNode *add(const FactKey *of, bool line, const QString &called = {});

    [[nodiscard]] int row() const;
    [[nodiscard]] bool isList() const { return !isLine && key && key->isList(); }
    /// Whether its place in the list is a name, not a number.
    [[nodiscard]] bool isNamedLine() const { return isLine && key->hasNamedLines(); }
    /// Whether it has a value of its own, and not just facts under it.
    [[nodiscard]] bool hasValue() const;
    /// Where its value is in the facts.
    [[nodiscard]] JsonPlace place() const;
    /// As failures name it; empty for a heading.
    [[nodiscard]] QString path() const;
    /// The row of a path under this one, or the nearest around it; of a group of facts the first. Null if none.
    [[nodiscard]] FactNode *nearest(const QString &wanted);

private:
    [[nodiscard]] QString lastKey() const { return QString(key->path).section(QLatin1Char('.'), -1); }
    void findAround(const QString &wanted, FactNode *&best, qsizetype &length);
    [[nodiscard]] FactNode *firstUnder(const QString &group);
};

} // namespace tocsin::items
