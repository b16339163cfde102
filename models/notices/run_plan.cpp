// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/run_plan.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace tocsin::notices {

namespace {

/// What of a text keeps letters in files of their own.
LetterText groupOf(const LetterText &text, const LetterSplit &split)
{
    LetterText group;
    if (split.overlay)
        group.overlay = text.overlay;
    if (split.language)
        group.language = text.language;
    if (split.form)
        group.form = text.form;
    return group;
}

/// The letters of each group, in the order of the groups.
std::map<LetterText, qint64> lettersByGroup(const RosterSurvey &roster, const LetterSplit &split)
{
    std::map<LetterText, qint64> letters;
    for (const auto &[text, count] : roster.texts)
        letters[groupOf(text, split)] += count;
    return letters;
}

/// For each text by its number, the rank of its group. Those without a letter come after all.
std::vector<quint32> groupRanks(const RosterSurvey &roster, const LetterSplit &split)
{
    std::map<LetterText, quint32> ranks;
    for (const auto &[group, letters] : lettersByGroup(roster, split))
        ranks.emplace(group, static_cast<quint32>(ranks.size()));
    std::vector<quint32> byText;
    for (const LetterText &text : roster.textNumbers)
        byText.push_back(ranks.at(groupOf(text, split)));
    return byText;
}

} // namespace

RunPlan::RunPlan(const RosterSurvey &roster, const LetterRunOptions &options)
{
    if (options.proof > 0)
        cut({}, static_cast<qint64>(roster.proof.size()), options.oneFile ? 0 : options.partSize);
    else
        for (const auto &[group, letters] : lettersByGroup(roster, options.split))
            cut(group, letters, options.oneFile ? 0 : options.partSize);
    if (options.split.any() || options.order == LetterOrder::Zip)
        sort(roster, options);
    const auto parts = static_cast<qint64>(m_ends.size());
    m_firstPart = static_cast<int>(parts * (options.shard.index - 1) / options.shard.of) + 1;
    m_lastPart = static_cast<int>(parts * options.shard.index / options.shard.of);
}

/// Adds the parts of one group; a size of 0 keeps it in one file.
void RunPlan::cut(const LetterText &group, qint64 letters, qint64 partSize)
{
    const qint64 before = m_ends.empty() ? 0 : m_ends.back();
    const qint64 size = partSize > 0 ? partSize : std::max<qint64>(letters, 1);
    for (qint64 made = 0; made < letters; made += size) {
        m_ends.push_back(before + std::min(made + size, letters));
        m_groups.push_back(group);
    }
}

/// By group, then by ZIP code if asked for, then as the roster has it; people without a letter at the end.
void RunPlan::sort(const RosterSurvey &roster, const LetterRunOptions &options)
{
    const std::vector<quint32> ranks = groupRanks(roster, options.split);
    const bool byZip = options.order == LetterOrder::Zip;
    const auto rank = [&](quint32 at) {
        const quint32 text = roster.places[at].text;
        return text == LetterPlace::kNoLetter ? std::numeric_limits<quint32>::max() : ranks[text];
    };
    const auto key = [&](quint32 at) { return std::pair(rank(at), byZip ? roster.places[at].zip : 0); };
    m_order.resize(roster.places.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::stable_sort(m_order.begin(), m_order.end(), [&](quint32 a, quint32 b) { return key(a) < key(b); });
}

int RunPlan::partAfter(qint64 lettersBefore) const
{
    const auto part = std::upper_bound(m_ends.begin(), m_ends.end(), lettersBefore) - m_ends.begin();
    return static_cast<int>(std::min<qint64>(part, std::ssize(m_ends) - 1)) + 1;
}

qint64 RunPlan::lettersHere() const
{
    const auto upTo = [&](int part) { return part == 0 ? 0 : m_ends[static_cast<size_t>(part - 1)]; };
    return m_lastPart < m_firstPart ? 0 : upTo(m_lastPart) - upTo(m_firstPart - 1);
}

LetterText RunPlan::groupOf(int part) const
{
    return m_groups.at(static_cast<size_t>(part - 1));
}

} // namespace tocsin::notices
