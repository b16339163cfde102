// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/line_glyphs.h"

#include "notices/pdf/text_operators.h"

#include <QGlyphRun>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <algorithm>
#include <iterator>

namespace tocsin::notices {

namespace {

/// Reads a code point and moves on.
char32_t nextCodePoint(QStringView text, qsizetype &at)
{
    const QChar first = text[at++];
    if (first.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[at++]);
    return first.unicode();
}

/// True if the glyphs are, one after the other, those of the text's characters or of ligatures that are known already.
bool spells(EmbeddedFont &font, const QList<quint32> &glyphs, QStringView text)
{
    qsizetype at = 0;
    for (const quint32 glyph : glyphs) {
        if (at == text.size())
            return false;
        const QStringView known = font.textOf(glyph);
        if (!known.isEmpty() && text.sliced(at).startsWith(known)) {
            at += known.size();
            continue;
        }
        const qsizetype start = at;
        if (glyph == 0 || font.nominalGlyph(nextCodePoint(text, at)) != glyph
            || !font.claim(glyph, text.sliced(start, at - start)))
            return false;
    }
    return at == text.size();
}

bool onBaseline(const QList<QPointF> &positions)
{
    return std::all_of(positions.begin(), positions.end(),
                       [&](const QPointF &p) { return qAbs(p.y() - positions.first().y()) < 0.01; });
}

/// Spaces of a fixed width are shown as spaces and read as spaces.
QString readable(QStringView text)
{
    QString out = text.toString();
    for (QChar &c : out) {
        if (c == QChar(QChar::Nbsp) || c == QChar(0x202F))
            c = u' ';
    }
    return out;
}

} // namespace

void LineGlyphs::appendChunks(const QTextLine &line, int from, int to, int inlineIndex,
                              std::vector<Chunk> &chunks) const
{
    const int lineEnd = line.textStart() + line.textLength();
    bool spaceAfter = false;
    if (to == lineEnd) {
        while (to > from && m_text[to - 1].isSpace()) {
            --to;
            spaceAfter = spaceAfter || m_text[to] == u' ';
        }
    }
    if (from == to || appendSimple(line, from, to, spaceAfter, inlineIndex, chunks))
        return;

    std::vector<Cluster> together;
    const auto flush = [&] {
        if (!together.empty())
            chunks.push_back(chunkOf(std::exchange(together, {}), inlineIndex));
    };
    // A chunk goes one way: its clusters all follow each other to the right, or all to the left.
    int way = 0;
    for (Cluster &cluster : clustersOf(line, from, to)) {
        if (cluster.font == nullptr)
            continue;
        if (!together.empty()) {
            const int step = cluster.glyphs.front().x < together.back().glyphs.front().x ? -1 : 1;
            if (cluster.font != together.back().font || (way != 0 && step != way)) {
                flush();
                way = 0;
            } else {
                way = step;
            }
        }
        together.push_back(std::move(cluster));
    }
    flush();
}

bool LineGlyphs::appendSimple(const QTextLine &line, int from, int to, bool spaceAfter, int inlineIndex,
                              std::vector<Chunk> &chunks) const
{
    const QList<QGlyphRun> runs = line.glyphRuns(from, to - from);
    if (runs.size() != 1 || runs.first().isRightToLeft() || runs.first().flags().testFlag(QGlyphRun::SplitLigature))
        return false;
    EmbeddedFont *font = m_fonts.fontFor(runs.first().rawFont());
    const QList<quint32> glyphs = runs.first().glyphIndexes();
    const QList<QPointF> positions = runs.first().positions();
    if (font == nullptr || glyphs.isEmpty() || !onBaseline(positions)
        || !spells(*font, glyphs, readable(QStringView(m_text).sliced(from, to - from))))
        return false;

    Chunk chunk;
    chunk.inlineIndex = inlineIndex;
    chunk.x = positions.first().x() / kLayoutScale;
    TextOperators operators(*font, m_size);
    for (qsizetype i = 0; i < glyphs.size(); ++i)
        operators.show(glyphs[i], positions[i].x() / kLayoutScale - chunk.x);
    chunk.width = operators.end();
    if (spaceAfter) {
        // The line break swallowed a space; it stays in the text for those who hear or copy it.
        const quint32 space = font->nominalGlyph(U' ');
        if (font->claim(space, u" "))
            operators.follow(space);
    }
    chunk.operators = operators.finish();
    chunks.push_back(std::move(chunk));
    return true;
}

std::vector<LineGlyphs::Cluster> LineGlyphs::clustersOf(const QTextLine &line, int from, int to) const
{
    const double baseline = line.y() + line.ascent();
    std::vector<Cluster> clusters;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, m_text);
    finder.setPosition(from);
    for (int at = from; at < to;) {
        const int next = std::clamp(static_cast<int>(finder.toNextBoundary()), at + 1, to);
        Cluster cluster;
        cluster.text = readable(QStringView(m_text).sliced(at, next - at));
        for (const QGlyphRun &run : line.glyphRuns(at, next - at)) {
            EmbeddedFont *font = m_fonts.fontFor(run.rawFont());
            if (cluster.font != nullptr && cluster.font != font)
                continue; // a cluster has one font; what else there is could not be placed
            cluster.font = font;
            const QList<quint32> glyphs = run.glyphIndexes();
            const QList<QPointF> positions = run.positions();
            for (qsizetype i = 0; i < glyphs.size(); ++i)
                cluster.glyphs.push_back(
                    {glyphs[i], positions[i].x() / kLayoutScale, (baseline - positions[i].y()) / kLayoutScale});
        }
        at = next;
        const bool sameGlyph = !clusters.empty() && !cluster.glyphs.empty() && !clusters.back().glyphs.empty()
            && clusters.back().glyphs.front().id == cluster.glyphs.front().id
            && qAbs(clusters.back().glyphs.front().x - cluster.glyphs.front().x) < 0.01;
        if ((sameGlyph || cluster.glyphs.empty()) && !clusters.empty())
            clusters.back().text += cluster.text;
        else if (!cluster.glyphs.empty())
            clusters.push_back(std::move(cluster));
    }
    return clusters;
}

bool LineGlyphs::readsAsText(const Cluster &cluster)
{
    if (cluster.glyphs.size() == 1)
        return cluster.font->claim(cluster.glyphs.front().id, cluster.text);
    if (!cluster.text.isRightToLeft())
        return false;
    // A letter and its marks, each with its own glyph. Only from right to left, where readers turn the marks around
    // rightly but not the text of a replacement.
    qsizetype at = 0;
    for (const Glyph &glyph : cluster.glyphs) {
        const qsizetype start = at;
        if (at == cluster.text.size() || cluster.font->nominalGlyph(nextCodePoint(cluster.text, at)) != glyph.id
            || !cluster.font->claim(glyph.id, QStringView(cluster.text).sliced(start, at - start)))
            return false;
    }
    return at == cluster.text.size();
}

bool LineGlyphs::isRightToLeftLigature(const Cluster &cluster)
{
    const auto readable = [&](QChar c) { return !c.isSurrogate() && cluster.font->nominalGlyph(c.unicode()) != 0; };
    return cluster.glyphs.size() == 1 && cluster.text.size() > 1 && cluster.text.isRightToLeft()
        && std::all_of(cluster.text.begin(), cluster.text.end(), readable);
}

void LineGlyphs::showWord(std::vector<Cluster>::const_iterator first, std::vector<Cluster>::const_iterator last,
                          double origin, TextOperators &operators)
{
    const bool simple = first->text.isRightToLeft() || std::all_of(first, last, readsAsText);
    if (simple) {
        std::for_each(first, last, [&](const Cluster &cluster) { showCluster(cluster, origin, operators); });
        return;
    }
    // A replacement of less than a word would be read with a gap where a mark hangs over its letter.
    QString word;
    for (auto cluster = first; cluster != last; ++cluster)
        word += cluster->text;
    operators.beginReplacement(word);
    for (auto cluster = first; cluster != last; ++cluster) {
        for (const Glyph &glyph : cluster->glyphs)
            operators.show(glyph.id, glyph.x - origin, glyph.rise);
    }
    operators.endReplacement();
}

/// Clusters from right to left, and those that read as they stand.
void LineGlyphs::showCluster(const Cluster &cluster, double origin, TextOperators &operators)
{
    const bool ligature = isRightToLeftLigature(cluster);
    const bool replaced = ligature || !readsAsText(cluster);
    if (ligature) {
        // Readers take glyphs for characters from left to right and turn words around afterwards, but do not look into
        // what one glyph stands for. So its letters are written beside it, unseen, in the order in which they are seen.
        const double width
            = cluster.font->advance(cluster.glyphs.front().id) / static_cast<double>(cluster.text.size());
        for (qsizetype i = cluster.text.size() - 1; i >= 0; --i) {
            const quint32 letter = cluster.font->nominalGlyph(cluster.text[i].unicode());
            cluster.font->claim(letter, QStringView(cluster.text).sliced(i, 1));
            operators.showUnseen(letter, width);
        }
    }
    if (replaced)
        operators.beginReplacement(ligature ? QString() : cluster.text);
    for (const Glyph &glyph : cluster.glyphs)
        operators.show(glyph.id, glyph.x - origin, glyph.rise);
    if (replaced)
        operators.endReplacement();
}

Chunk LineGlyphs::chunkOf(std::vector<Cluster> clusters, int inlineIndex) const
{
    std::stable_sort(clusters.begin(), clusters.end(),
                     [](const Cluster &a, const Cluster &b) { return a.glyphs.front().x < b.glyphs.front().x; });
    Chunk chunk;
    chunk.inlineIndex = inlineIndex;
    chunk.x = clusters.front().glyphs.front().x;
    TextOperators operators(*clusters.front().font, m_size);
    const auto isSpace = [](const Cluster &cluster) { return cluster.text == u" "; };
    for (auto word = clusters.cbegin(); word != clusters.cend();) {
        auto end = std::find_if(word, clusters.cend(), isSpace);
        end = end == word ? std::next(word) : end;
        showWord(word, end, chunk.x, operators);
        word = end;
    }
    chunk.width = operators.end();
    chunk.operators = operators.finish();
    return chunk;
}

} // namespace tocsin::notices
