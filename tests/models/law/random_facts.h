// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/facts.h"

#include <QRandomGenerator>

namespace tocsin::law {

/// Facts as incidents might have them, any of them absent: repeatable for one seed, and never contradicting themselves.
class RandomFacts
{
public:
    explicit RandomFacts(quint32 seed) : m_random(seed) { }

    Facts next();

private:
    QRandomGenerator m_random;

    bool chance(int percent) { return m_random.bounded(100) < percent; }
    QDate dayFrom(QDate first, int most) { return first.addDays(m_random.bounded(most)); }
    Moment momentOn(QDate day);
    QStringList some(const QStringList &words, int percent);
    QMap<QString, qint64> residents();
    void addNotices(Facts &facts, QDate known);
    void addClaims(Facts &facts, QDate known);
};

/// One incident with residents in all 54 jurisdictions that the packs know, over every threshold.
Facts factsOfEveryState();

} // namespace tocsin::law
