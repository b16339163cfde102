// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/word_differences.h"

#include <QHash>

#include <cstdlib>
#include <optional>
#include <vector>

namespace tocsin {

namespace {

/// How many edits a stretch is searched for before it is cut.
constexpr int kMaxEdits = 400;

enum class Sign { Word, Blank, Break, Other };

Sign signOf(QChar c)
{
    if (c == u'\n')
        return Sign::Break;
    if (c.isSpace())
        return Sign::Blank;
    const bool word = c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_' || c == u'\'' || c == u'’';
    return word ? Sign::Word : Sign::Other;
}

/// The words of a text, in order: together they are the text.
std::vector<QStringView> wordsOf(QStringView text)
{
    std::vector<QStringView> words;
    qsizetype begin = 0;
    for (qsizetype at = 1; at <= text.size(); ++at) {
        const bool joins = at < text.size() && signOf(text[at]) == signOf(text[begin])
            && (signOf(text[begin]) == Sign::Word || signOf(text[begin]) == Sign::Blank);
        if (joins)
            continue;
        words.push_back(text.sliced(begin, at - begin));
        begin = at;
    }
    return words;
}

/// Equal words get equal numbers, so that comparing is cheap.
class Numbering
{
public:
    std::vector<int> of(const std::vector<QStringView> &words)
    {
        std::vector<int> numbers;
        numbers.reserve(words.size());
        for (const QStringView word : words) {
            const auto known = m_numbers.constFind(word);
            const int next = static_cast<int>(m_numbers.size());
            numbers.push_back(known == m_numbers.cend() ? *m_numbers.insert(word, next) : *known);
        }
        return numbers;
    }

private:
    QHash<QStringView, int> m_numbers;
};

/// A stretch of each text: [aFrom, aTo) of the one against [bFrom, bTo) of the other.
struct Stretch
{
    int aFrom = 0;
    int aTo = 0;
    int bFrom = 0;
    int bTo = 0;
};

struct Point
{
    int a = 0;
    int b = 0;
};

/// Finds which words of the one text stay, and where in the other they are.
class Matcher
{
public:
    Matcher(const std::vector<int> &a, const std::vector<int> &b) : m_a(a), m_b(b), m_partner(a.size(), -1)
    {
        constexpr size_t kDiagonals = 2 * kMaxEdits + 3;
        m_forward.resize(kDiagonals);
        m_backward.resize(kDiagonals);
    }

    /// By word of the first text: its place in the second, or -1.
    std::vector<int> run()
    {
        // A stack and not recursion: strangers' texts decide how deep it goes.
        std::vector<Stretch> waiting{{0, static_cast<int>(m_a.size()), 0, static_cast<int>(m_b.size())}};
        while (!waiting.empty()) {
            const Stretch stretch = trimmed(waiting.back());
            waiting.pop_back();
            if (stretch.aFrom == stretch.aTo || stretch.bFrom == stretch.bTo)
                continue;
            const Point cut = middleOf(stretch);
            waiting.push_back({stretch.aFrom, cut.a, stretch.bFrom, cut.b});
            waiting.push_back({cut.a, stretch.aTo, cut.b, stretch.bTo});
        }
        return std::move(m_partner);
    }

private:
    const std::vector<int> &m_a;
    const std::vector<int> &m_b;
    std::vector<int> m_partner;
    // By diagonal, how far the paths from the beginning and from the end have come, in words of the first text.
    std::vector<int> m_forward;
    std::vector<int> m_backward;

    [[nodiscard]] bool isSame(int a, int b) const { return m_a[static_cast<size_t>(a)] == m_b[static_cast<size_t>(b)]; }

    /// Notes what both begin and end with, and gives what is between.
    Stretch trimmed(Stretch stretch)
    {
        for (; stretch.aFrom < stretch.aTo && stretch.bFrom < stretch.bTo && isSame(stretch.aFrom, stretch.bFrom);
             ++stretch.aFrom, ++stretch.bFrom)
            m_partner[static_cast<size_t>(stretch.aFrom)] = stretch.bFrom;
        for (; stretch.aFrom < stretch.aTo && stretch.bFrom < stretch.bTo && isSame(stretch.aTo - 1, stretch.bTo - 1);
             --stretch.aTo, --stretch.bTo)
            m_partner[static_cast<size_t>(stretch.aTo - 1)] = stretch.bTo - 1;
        return stretch;
    }

    static int &at(std::vector<int> &paths, int diagonal)
    {
        const int place = diagonal + kMaxEdits + 1;
        return paths[static_cast<size_t>(place)];
    }

    /// A point on a path from corner to corner, that is in neither of them. The stretch begins and ends with different
    /// words.
    Point middleOf(const Stretch &stretch)
    {
        const int width = stretch.aTo - stretch.aFrom;
        const int height = stretch.bTo - stretch.bFrom;
        at(m_forward, 1) = 0;
        at(m_backward, 1) = 0;
        for (int edits = 0; edits <= kMaxEdits; ++edits) {
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                const int reached = advance(stretch, edits, diagonal);
                if (const auto met = meetsBackward(edits, diagonal, reached, width, height))
                    return within(stretch, *met);
            }
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                const int reached = retreat(stretch, edits, diagonal);
                if (const auto met = meetsForward(edits, diagonal, reached, width, height))
                    return within(stretch, *met);
            }
        }
        return within(stretch, farthest(width, height));
    }

    /// Diagonals that leave the stretch stand still at its edge.
    static bool isInside(int reached, int diagonal, int width, int height)
    {
        return reached >= 0 && reached <= width && reached - diagonal >= 0 && reached - diagonal <= height;
    }

    int advance(const Stretch &stretch, int edits, int diagonal)
    {
        const int width = stretch.aTo - stretch.aFrom;
        const int height = stretch.bTo - stretch.bFrom;
        const bool down
            = diagonal == -edits || (diagonal != edits && at(m_forward, diagonal - 1) < at(m_forward, diagonal + 1));
        int a = down ? at(m_forward, diagonal + 1) : at(m_forward, diagonal - 1) + 1;
        while (isInside(a, diagonal, width, height) && a < width && a - diagonal < height
               && isSame(stretch.aFrom + a, stretch.bFrom + a - diagonal))
            ++a;
        return at(m_forward, diagonal) = a;
    }

    /// The same from the end, counted from there.
    int retreat(const Stretch &stretch, int edits, int diagonal)
    {
        const int width = stretch.aTo - stretch.aFrom;
        const int height = stretch.bTo - stretch.bFrom;
        const bool up
            = diagonal == -edits || (diagonal != edits && at(m_backward, diagonal - 1) < at(m_backward, diagonal + 1));
        int a = up ? at(m_backward, diagonal + 1) : at(m_backward, diagonal - 1) + 1;
        while (isInside(a, diagonal, width, height) && a < width && a - diagonal < height
               && isSame(stretch.aTo - 1 - a, stretch.bTo - 1 - a + diagonal))
            ++a;
        return at(m_backward, diagonal) = a;
    }

    /// After the forward step of `edits`, the backward paths have made one edit less.
    std::optional<Point> meetsBackward(int edits, int diagonal, int reached, int width, int height)
    {
        const int other = width - height - diagonal;
        const bool odd = (width - height) % 2 != 0;
        if (!odd || std::abs(other) > edits - 1 || !isInside(reached, diagonal, width, height))
            return {};
        return reached + at(m_backward, other) >= width ? std::optional(Point{reached, reached - diagonal})
                                                        : std::nullopt;
    }

    std::optional<Point> meetsForward(int edits, int diagonal, int reached, int width, int height)
    {
        const int other = width - height - diagonal;
        const bool even = (width - height) % 2 == 0;
        if (!even || std::abs(other) > edits || !isInside(reached, diagonal, width, height))
            return {};
        return reached + at(m_forward, other) >= width
            ? std::optional(Point{width - reached, height - (reached - diagonal)})
            : std::nullopt;
    }

    Point farthest(int width, int height)
    {
        Point best;
        for (int diagonal = -kMaxEdits; diagonal <= kMaxEdits; diagonal += 2) {
            const Point point{at(m_forward, diagonal), at(m_forward, diagonal) - diagonal};
            if (isInside(point.a, diagonal, width, height) && point.a + point.b > best.a + best.b)
                best = point;
        }
        return best;
    }

    /// As a point of the texts. One that is a corner would cut nothing off: then the first text's words go whole.
    static Point within(const Stretch &stretch, Point met)
    {
        const Point cut{stretch.aFrom + met.a, stretch.bFrom + met.b};
        const bool isCorner
            = (cut.a == stretch.aFrom && cut.b == stretch.bFrom) || (cut.a == stretch.aTo && cut.b == stretch.bTo);
        return isCorner ? Point{stretch.aTo, stretch.bFrom} : cut;
    }
};

/// Collects words into stretches; of a change, what was removed goes first.
class Telling
{
public:
    void same(QStringView word)
    {
        // Blanks between two changes may yet become part of them.
        const bool holds = signOf(word.front()) == Sign::Blank && m_blank.isEmpty() && isChanging();
        if (holds) {
            m_blank = word;
            return;
        }
        flush();
        append(WordDifference::Kind::Same, word);
    }
    void removed(QStringView word)
    {
        joinBlank();
        m_removed += word;
    }
    void added(QStringView word)
    {
        joinBlank();
        m_added += word;
    }
    QList<WordDifference> finish()
    {
        flush();
        return std::move(m_told);
    }

private:
    QList<WordDifference> m_told;
    QString m_removed;
    QString m_added;
    QStringView m_blank;

    [[nodiscard]] bool isChanging() const { return !m_removed.isEmpty() || !m_added.isEmpty(); }

    void joinBlank()
    {
        if (m_blank.isEmpty())
            return;
        m_removed += m_blank;
        m_added += m_blank;
        m_blank = {};
    }

    void flush()
    {
        if (!m_removed.isEmpty())
            append(WordDifference::Kind::Removed, m_removed);
        if (!m_added.isEmpty())
            append(WordDifference::Kind::Added, m_added);
        m_removed.clear();
        m_added.clear();
        if (!m_blank.isEmpty())
            append(WordDifference::Kind::Same, m_blank);
        m_blank = {};
    }

    void append(WordDifference::Kind kind, QStringView text)
    {
        if (m_told.isEmpty() || m_told.back().kind != kind)
            m_told.append({kind, QString()});
        m_told.back().text += text;
    }
};

} // namespace

QList<WordDifference> wordDifferences(const QString &before, const QString &after)
{
    const std::vector<QStringView> a = wordsOf(before);
    const std::vector<QStringView> b = wordsOf(after);
    Numbering numbering;
    const std::vector<int> numbersOfA = numbering.of(a);
    const std::vector<int> numbersOfB = numbering.of(b);
    const std::vector<int> partner = Matcher(numbersOfA, numbersOfB).run();
    Telling telling;
    size_t inB = 0;
    for (size_t inA = 0; inA < a.size(); ++inA) {
        if (partner[inA] < 0) {
            telling.removed(a[inA]);
            continue;
        }
        for (; inB < static_cast<size_t>(partner[inA]); ++inB)
            telling.added(b[inB]);
        telling.same(b[inB++]);
    }
    for (; inB < b.size(); ++inB)
        telling.added(b[inB]);
    return telling.finish();
}

} // namespace tocsin
