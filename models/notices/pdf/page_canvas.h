// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/pdf/laid_out.h"
#include "notices/pdf/shaped_text.h"

namespace tocsin::notices {

/// A paragraph on its way to the pages: it keeps its element and those of its inlines when it goes on to the next page.
struct PlacedText
{
    Shaped shaped;
    int element = 0;
    std::vector<int> inlineElements = {}; ///< by inline; filled as they come
};

/// Draws on the pages of a document and keeps its structure beside. Points, from the top left.
class PageCanvas
{
public:
    PageCanvas(LaidOut &out, double pageHeight) : m_out(out), m_height(pageHeight) { }

    void addPage() { m_out.pages.emplace_back(); }
    [[nodiscard]] int lastPage() const { return static_cast<int>(m_out.pages.size()) - 1; }

    int addElement(const QByteArray &tag, int parent, const QByteArray &entries = {});

    /// Draws lines `from` to before `to` of a text on the last page, the first of them below `top`.
    void drawText(PlacedText &text, int from, int to, double x, double top);
    /// Draws a text that is no part of the document's content: running heads, repeated table headers.
    void drawArtifact(int page, const ShapedText &text, double x, double top, const QByteArray &properties = {});
    void drawPicture(const Picture &picture, const QRectF &box);
    /// `grey` from 0 (black) to 1.
    void drawRule(double fromX, double toX, double y, double weight, double grey = 0);
    void drawLeader(double fromX, double toX, double y);

private:
    LaidOut &m_out;
    double m_height;

    int elementFor(PlacedText &text, int inlineIndex);
    void openContent(int element, bool coloured);
    void closeContent(bool coloured);
    void appendChunk(QByteArray &to, const Chunk &chunk, double x, double baseline) const;
    void addLinks(PlacedText &text, const ShapedLine &line, double x, double top);
};

/// What pages call a picture: the same in every file.
QByteArray pictureName(const Picture &picture);

} // namespace tocsin::notices
