// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/pdf/font_book.h"
#include "notices/pdf/shaped_text.h"

class QTextLine;

namespace tocsin::notices {

class TextOperators;

/// Text is laid out at this many pixels per point, so that Qt's 1/64 pixel is too fine to see on paper.
constexpr int kLayoutScale = 4;

/// Turns stretches of laid-out lines into chunks, and sees to it that each glyph reads as the text it came from: where
/// the glyph alone cannot say it (marks, ligatures in other uses, reordering scripts), the text is written beside it.
class LineGlyphs
{
public:
    LineGlyphs(FontBook &fonts, const QString &text, double size) : m_fonts(fonts), m_text(text), m_size(size) { }

    /// Appends the chunks of the text from `from` to before `to`, which lies within the line.
    void appendChunks(const QTextLine &line, int from, int to, int inlineIndex, std::vector<Chunk> &chunks) const;

private:
    struct Glyph
    {
        quint32 id = 0;
        double x = 0;
        double rise = 0;
    };
    /// What cannot be divided: a character with its marks, or the characters of a ligature.
    struct Cluster
    {
        EmbeddedFont *font = nullptr;
        std::vector<Glyph> glyphs;
        QString text;
    };

    FontBook &m_fonts;
    const QString &m_text;
    double m_size;

    bool appendSimple(const QTextLine &line, int from, int to, bool spaceAfter, int inlineIndex,
                      std::vector<Chunk> &chunks) const;
    [[nodiscard]] std::vector<Cluster> clustersOf(const QTextLine &line, int from, int to) const;
    [[nodiscard]] Chunk chunkOf(std::vector<Cluster> clusters, int inlineIndex) const;
    static void showWord(std::vector<Cluster>::const_iterator first, std::vector<Cluster>::const_iterator last,
                         double origin, TextOperators &operators);
    static void showCluster(const Cluster &cluster, double origin, TextOperators &operators);
    static bool readsAsText(const Cluster &cluster);
    static bool isRightToLeftLigature(const Cluster &cluster);
};

} // namespace tocsin::notices
