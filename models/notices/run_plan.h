// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/letter_run.h"

#include <vector>

namespace tocsin::notices {

/// Which letters make up which part, in which order, and which parts are made here. It follows from the roster and the
/// options alone, so that every share of a run has the same plan.
class RunPlan
{
public:
    RunPlan(const RosterSurvey &roster, const LetterRunOptions &options);

    /// Positions in the roster in the order of the letters; empty if that is the order of the roster.
    [[nodiscard]] const std::vector<quint32> &order() const { return m_order; }

    /// The part that holds the letter, or the row without one, that comes after `lettersBefore` letters.
    [[nodiscard]] int partAfter(qint64 lettersBefore) const;
    [[nodiscard]] bool isMadeHere(int part) const { return part >= m_firstPart && part <= m_lastPart; }
    /// Parts of the whole run, those of other shares included.
    [[nodiscard]] int parts() const { return static_cast<int>(m_ends.size()); }
    /// Letters of the parts that are made here.
    [[nodiscard]] qint64 lettersHere() const;
    /// What the letters of a part have in common, if the run is split.
    [[nodiscard]] LetterText groupOf(int part) const;

private:
    std::vector<quint32> m_order;
    std::vector<qint64> m_ends; ///< of each part, the letters up to its end
    std::vector<LetterText> m_groups; ///< of each part
    int m_firstPart = 1; ///< of this share
    int m_lastPart = 0; ///< below m_firstPart for a share without parts

    void sort(const RosterSurvey &roster, const LetterRunOptions &options);
    void cut(const LetterText &group, qint64 letters, qint64 partSize);
};

} // namespace tocsin::notices
