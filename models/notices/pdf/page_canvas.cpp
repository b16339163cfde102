// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/page_canvas.h"

#include "notices/pdf/object_file.h"

#include <algorithm>
#include <cmath>

namespace tocsin::notices {

namespace {

constexpr int kNoContent = -2;

/// Links to the world are dark blue, which prints as near black; links within the document look like the text they are
/// in.
bool isColoured(const ShapedText &shaped, int inlineIndex)
{
    if (inlineIndex < 0)
        return false;
    const QString &link = shaped.inlines[static_cast<size_t>(inlineIndex)].link;
    return !link.isEmpty() && !link.startsWith(u'#');
}

} // namespace

int PageCanvas::addElement(const QByteArray &tag, int parent, const QByteArray &entries)
{
    const int index = static_cast<int>(m_out.elements.size());
    m_out.elements.push_back({tag, parent, entries, {}});
    if (parent >= 0)
        m_out.elements[static_cast<size_t>(parent)].kids.push_back({Kid::Kind::Element, index, 0});
    return index;
}

int PageCanvas::elementFor(PlacedText &text, int inlineIndex)
{
    if (inlineIndex < 0)
        return text.element;
    text.inlineElements.resize(text.shaped->inlines.size(), -1);
    int &element = text.inlineElements[static_cast<size_t>(inlineIndex)];
    if (element < 0) {
        const Inline &part = text.shaped->inlines[static_cast<size_t>(inlineIndex)];
        const QByteArray language = part.language.isEmpty() ? QByteArray() : "/Lang " + textString(part.language);
        element = addElement(part.link.isEmpty() ? "Span" : "Link", text.element, language);
    }
    return element;
}

void PageCanvas::drawText(PlacedText &text, int from, int to, double x, double top)
{
    const ShapedText &shaped = *text.shaped;
    int open = kNoContent;
    for (int i = from; i < to; ++i) {
        const ShapedLine &line = shaped.lines[static_cast<size_t>(i)];
        const double lineTop = top + (i - from) * shaped.leading;
        for (const Chunk &chunk : line.chunks) {
            if (chunk.inlineIndex != open) {
                if (open != kNoContent)
                    closeContent(isColoured(shaped, open));
                openContent(elementFor(text, chunk.inlineIndex), isColoured(shaped, chunk.inlineIndex));
                open = chunk.inlineIndex;
            }
            appendChunk(m_out.pages.back().operators, chunk, x, lineTop + shaped.ascent);
        }
        addLinks(text, line, x, lineTop);
    }
    if (open != kNoContent)
        closeContent(isColoured(shaped, open));
}

void PageCanvas::addLinks(PlacedText &text, const ShapedLine &line, double x, double top)
{
    for (size_t i = 0; i < text.shaped->inlines.size(); ++i) {
        const Inline &part = text.shaped->inlines[i];
        QRectF box;
        for (const Chunk &chunk : line.chunks) {
            if (!part.link.isEmpty() && chunk.inlineIndex == static_cast<int>(i))
                box |= QRectF(x + chunk.x, top, chunk.width, text.shaped->leading);
        }
        if (box.isEmpty())
            continue;
        PageContent &page = m_out.pages.back();
        const int element = elementFor(text, static_cast<int>(i));
        m_out.elements[static_cast<size_t>(element)].kids.push_back(
            {Kid::Kind::Annotation, static_cast<int>(page.links.size()), lastPage()});
        page.links.push_back({box, part.link, part.text, element});
    }
}

void PageCanvas::openContent(int element, bool coloured)
{
    PageContent &page = m_out.pages.back();
    const int id = static_cast<int>(page.marked.size());
    page.marked.push_back(element);
    Element &owner = m_out.elements[static_cast<size_t>(element)];
    owner.kids.push_back({Kid::Kind::Content, id, lastPage()});
    page.operators += '/' + owner.tag + "<</MCID " + QByteArray::number(id) + ">>BDC BT"
        + (coloured ? " 0.05 0.22 0.5 rg\n" : "\n");
}

void PageCanvas::closeContent(bool coloured)
{
    m_out.pages.back().operators += coloured ? "0 g ET EMC\n" : "ET EMC\n";
}

void PageCanvas::appendChunk(QByteArray &to, const Chunk &chunk, double x, double baseline) const
{
    to += "1 0 0 1 ";
    appendNumber(to, x + chunk.x);
    to += ' ';
    appendNumber(to, m_height - baseline);
    to += " Tm ";
    to += chunk.operators;
}

void PageCanvas::drawArtifact(int page, const ShapedText &text, double x, double top, const QByteArray &properties)
{
    QByteArray &to = m_out.pages[static_cast<size_t>(page)].operators;
    to += properties.isEmpty() ? QByteArray("/Artifact BMC BT\n") : "/Artifact<<" + properties + ">>BDC BT\n";
    double lineTop = top;
    for (const ShapedLine &line : text.lines) {
        for (const Chunk &chunk : line.chunks)
            appendChunk(to, chunk, x, lineTop + text.ascent);
        lineTop += text.leading;
    }
    to += "ET EMC\n";
}

void PageCanvas::drawPicture(const Picture &picture, const QRectF &box)
{
    const double bottom = m_height - box.bottom();
    const QByteArray bounds
        = number(box.left()) + ' ' + number(bottom) + ' ' + number(box.right()) + ' ' + number(m_height - box.top());
    const int element = addElement(
        "Figure", -1, "/Alt " + textString(picture.alternate) + "/A<</O/Layout/Placement/Block/BBox[" + bounds + "]>>");
    PageContent &page = m_out.pages.back();
    const int id = static_cast<int>(page.marked.size());
    page.marked.push_back(element);
    m_out.elements[static_cast<size_t>(element)].kids.push_back({Kid::Kind::Content, id, lastPage()});
    page.operators += "/Figure<</MCID " + QByteArray::number(id) + ">>BDC q " + number(box.width()) + " 0 0 "
        + number(box.height()) + ' ' + number(box.left()) + ' ' + number(bottom) + " cm /" + pictureName(picture)
        + " Do Q EMC\n";
    const bool known = std::any_of(m_out.pictures.begin(), m_out.pictures.end(),
                                   [&](const Picture &each) { return each.sha256 == picture.sha256; });
    if (!known)
        m_out.pictures.push_back(picture);
}

QByteArray pictureName(const Picture &picture)
{
    return 'P' + picture.sha256.left(16).toLatin1();
}

void PageCanvas::drawRule(double fromX, double toX, double y, double weight, double grey)
{
    m_out.pages.back().operators += "/Artifact BMC " + number(grey) + " G " + number(weight) + " w " + number(fromX)
        + ' ' + number(m_height - y) + " m " + number(toX) + ' ' + number(m_height - y) + " l S EMC\n";
}

void PageCanvas::drawLeader(double fromX, double toX, double y)
{
    constexpr double kPitch = 4; // dots of all lines stand below each other
    const double from = std::ceil(fromX / kPitch) * kPitch;
    if (from >= toX)
        return;
    m_out.pages.back().operators += "/Artifact BMC q 0 G 1 J 0.8 w [0 " + number(kPitch) + "] 0 d " + number(from) + ' '
        + number(m_height - y) + " m " + number(toX) + ' ' + number(m_height - y) + " l S Q EMC\n";
}

} // namespace tocsin::notices
