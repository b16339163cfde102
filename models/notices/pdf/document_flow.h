// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/document/document.h"
#include "notices/pdf/fitted_text.h"
#include "notices/pdf/page_flow.h"
#include "notices/pdf/text_shaper.h"
#include "notices/pdf/type_scale.h"

namespace tocsin::notices {

using PageNumbers = QHash<QString, int>; ///< by anchor, from 1

/// One pass of layout: block after block onto pages, then running heads and feet.
class DocumentFlow
{
public:
    /// `known` are the page numbers to show, as an earlier pass found them.
    DocumentFlow(const Document &document, TextShaper &shaper, const PageNumbers &known);

    [[nodiscard]] LaidOut run();

private:
    const Document &m_document;
    TextShaper &m_shaper;
    const PageNumbers &m_known;
    TypeScale m_scale;
    LaidOut m_out;
    PageFlow m_flow;

    void place(size_t index, const Paragraph &paragraph);
    void place(size_t index, const Heading &heading);
    void place(size_t index, const List &list);
    void place(size_t index, const Table &table);
    void place(size_t index, const Rule &rule);
    void place(size_t index, const Space &space);
    void place(size_t index, const PageBreak &pageBreak);
    void place(size_t index, const Letterhead &letterhead);
    void place(size_t index, const AddressBlock &address);
    void place(size_t index, const TableOfContents &contents);
    void place(size_t index, const Figure &figure);
    void place(size_t index, const TextBox &box);
    void placeLines(const FittedText &fitted, double left, double top);
    void placePicture(const Picture &picture, double highest);
    [[nodiscard]] QSizeF printedSize(const Picture &picture, double highest) const;

    /// How many points from the beginning of a block must stand on one page, what it is to be kept with included.
    [[nodiscard]] double together(size_t index);
    [[nodiscard]] double headOf(const Block &block);

    [[nodiscard]] TextSpec bodySpec(const Runs &runs) const;
    [[nodiscard]] TextSpec specOf(const Paragraph &paragraph) const;
    [[nodiscard]] TextSpec specOf(const Heading &heading) const;
    [[nodiscard]] TextSpec cellSpec() const;
    [[nodiscard]] TextSpec smallSpec(const QString &text, Alignment alignment) const;
    [[nodiscard]] Runs resolved(const Runs &runs) const;
    void placeEntry(size_t headingIndex, const Heading &heading, int parent);
    void placeItem(const ListItem &item, const QString &label, int list);
    void addHeadsAndFeet();
};

/// The anchor of a heading: its own, or one that its place in the document gives.
QString anchorOf(size_t index, const Heading &heading);

} // namespace tocsin::notices
