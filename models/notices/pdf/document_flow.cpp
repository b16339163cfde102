// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/document_flow.h"

#include "notices/pdf/address_window.h"
#include "notices/pdf/object_file.h"
#include "notices/pdf/table_flow.h"

#include <algorithm>

namespace tocsin::notices {

namespace {

constexpr double kFootBaseline = 34; ///< of running feet, from the bottom of the page
constexpr double kHeadTop = 36; ///< of running heads and letterheads, from the top
constexpr double kRuleWeight = 0.5;
constexpr double kLetterheadPicture = 48; ///< as high as a letterhead with a picture may be above the address
constexpr double kIndent = 20; ///< of list items, per level
constexpr double kNumberColumn = 34; ///< of page numbers in the contents

QString itemLabel(const List &list, int level, int number)
{
    if (!list.numbered)
        return level == 0 ? QStringLiteral("•") : QStringLiteral("–");
    if (level == 0)
        return QString::number(number) + u'.';
    return QString(QChar(u'a' + (number - 1) % 26)) + u'.';
}

bool keepsWithNext(const Block &block)
{
    if (const auto *paragraph = std::get_if<Paragraph>(&block))
        return paragraph->keepWithNext;
    return std::holds_alternative<Heading>(block) || std::holds_alternative<Space>(block)
        || std::holds_alternative<Figure>(block);
}

} // namespace

QString anchorOf(size_t index, const Heading &heading)
{
    return heading.anchor.isEmpty() ? QStringLiteral("\u0001%1").arg(index) : heading.anchor;
}

DocumentFlow::DocumentFlow(const Document &document, TextShaper &shaper, const PageNumbers &known)
    : m_document(document), m_shaper(shaper), m_known(known), m_scale(document.typography), m_flow(document.page, m_out)
{
}

LaidOut DocumentFlow::run()
{
    for (size_t i = 0; i < m_document.blocks.size(); ++i)
        std::visit([&](const auto &block) { place(i, block); }, m_document.blocks[i]);
    addHeadsAndFeet();
    return std::move(m_out);
}

Runs DocumentFlow::resolved(const Runs &runs) const
{
    Runs out = runs;
    for (Run &run : out) {
        if (run.pageOf.isEmpty())
            continue;
        run.text = m_known.contains(run.pageOf) ? QString::number(m_known.value(run.pageOf)) : QStringLiteral("?");
        if (run.link.isEmpty())
            run.link = u'#' + run.pageOf;
    }
    return out;
}

TextSpec DocumentFlow::bodySpec(const Runs &runs) const
{
    TextSpec spec;
    spec.runs = resolved(runs);
    spec.language = m_document.metadata.language;
    spec.face = m_document.typography.body;
    spec.size = m_scale.body;
    spec.leading = m_scale.bodyLeading;
    spec.width = m_flow.width();
    return spec;
}

TextSpec DocumentFlow::specOf(const Paragraph &paragraph) const
{
    TextSpec spec = bodySpec(paragraph.runs);
    spec.alignment = paragraph.alignment;
    spec.direction = paragraph.direction;
    if (paragraph.size == Paragraph::Size::Small) {
        spec.size = m_scale.small;
        spec.leading = m_scale.smallLeading;
    }
    return spec;
}

TextSpec DocumentFlow::specOf(const Heading &heading) const
{
    TextSpec spec = bodySpec(heading.runs);
    spec.face = m_document.typography.headings;
    spec.size = m_scale.heading(heading.level);
    spec.leading = TypeScale::headingLeading(spec.size);
    spec.bold = true;
    return spec;
}

TextSpec DocumentFlow::cellSpec() const
{
    TextSpec spec = bodySpec({});
    spec.size = m_scale.cell;
    spec.leading = m_scale.cellLeading;
    return spec;
}

TextSpec DocumentFlow::smallSpec(const QString &text, Alignment alignment) const
{
    TextSpec spec = bodySpec(plain(text));
    spec.face = m_document.typography.headings;
    spec.size = m_scale.small;
    spec.leading = m_scale.smallLeading;
    spec.alignment = alignment;
    return spec;
}

double DocumentFlow::headOf(const Block &block)
{
    if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
        const Shaped shaped = m_shaper.shape(specOf(*paragraph));
        return paragraph->keepWithNext ? shaped->height() : headHeight(*shaped);
    }
    if (const auto *heading = std::get_if<Heading>(&block))
        return m_shaper.shape(specOf(*heading))->height() + m_scale.gapAfterHeading(heading->level);
    if (const auto *table = std::get_if<Table>(&block))
        return TableFlow(*table, cellSpec(), m_flow, m_shaper).headHeight();
    if (const auto *space = std::get_if<Space>(&block))
        return space->points;
    if (const auto *figure = std::get_if<Figure>(&block))
        return printedSize(figure->picture, figure->height).height();
    return 2 * m_scale.bodyLeading;
}

double DocumentFlow::together(size_t index)
{
    double height = 0;
    for (; index < m_document.blocks.size(); ++index) {
        const Block &block = m_document.blocks[index];
        if (std::holds_alternative<PageBreak>(block))
            break;
        height += headOf(block);
        if (!keepsWithNext(block) || height > m_flow.pageRoom())
            break;
        if (std::holds_alternative<Paragraph>(block) && !std::get<Paragraph>(block).tight)
            height += m_scale.paragraphGap;
    }
    return height;
}

void DocumentFlow::place(size_t index, const Paragraph &paragraph)
{
    m_flow.begin(together(index));
    if (!paragraph.anchor.isEmpty())
        m_out.anchors.insert(paragraph.anchor, m_flow.place());
    PlacedText text{m_shaper.shape(specOf(paragraph)), m_flow.canvas().addElement("P", -1)};
    m_flow.text(text, m_flow.left());
    m_flow.end(paragraph.tight ? 0 : m_scale.paragraphGap);
}

void DocumentFlow::place(size_t index, const Heading &heading)
{
    const int level = std::clamp(heading.level, 1, 3);
    m_flow.begin(together(index), m_scale.gapBeforeHeading(level));
    m_out.anchors.insert(anchorOf(index, heading), m_flow.place());
    if (m_document.outline)
        m_out.bookmarks.push_back({level, textOf(resolved(heading.runs)), m_flow.place()});
    PlacedText text{m_shaper.shape(specOf(heading)), m_flow.canvas().addElement('H' + QByteArray::number(level), -1)};
    m_flow.text(text, m_flow.left());
    m_flow.end(m_scale.gapAfterHeading(level));
}

void DocumentFlow::place(size_t, const List &list)
{
    const QByteArray numbering = list.numbered ? "/Decimal" : "/Disc";
    const QByteArray entries = "/A <</O /List /ListNumbering " + numbering + ">>";
    const int outer = m_flow.canvas().addElement("L", -1, entries);
    int inner = -1;
    int numbers[2] = {list.first, 1};
    for (const ListItem &item : list.items) {
        const int level = std::clamp(item.level, 0, 1);
        if (level == 0) {
            inner = -1;
            numbers[1] = 1;
        } else if (inner < 0) {
            inner = m_flow.canvas().addElement("L", outer, entries);
        }
        placeItem(item, itemLabel(list, level, numbers[level]++), level == 0 ? outer : inner);
    }
    m_flow.end(m_scale.paragraphGap);
}

void DocumentFlow::placeItem(const ListItem &item, const QString &label, int list)
{
    const double indent = kIndent * (std::clamp(item.level, 0, 1) + 1);
    TextSpec spec = bodySpec(item.runs);
    spec.width -= indent;
    const Shaped shaped = m_shaper.shape(spec);
    m_flow.begin(headHeight(*shaped));

    const int element = m_flow.canvas().addElement("LI", list);
    TextSpec labelSpec = bodySpec(plain(label));
    labelSpec.width = kIndent;
    PlacedText labelText{m_shaper.shape(labelSpec), m_flow.canvas().addElement("Lbl", element)};
    // In a right-to-left item the label stands at the right margin, and the item's text is indented from there.
    const double labelLeft
        = shaped->rightToLeft ? m_flow.left() + spec.width + kIndent / 2 : m_flow.left() + indent - kIndent + 4;
    m_flow.canvas().drawText(labelText, 0, 1, labelLeft, m_flow.y());

    PlacedText text{shaped, m_flow.canvas().addElement("LBody", element)};
    m_flow.text(text, shaped->rightToLeft ? m_flow.left() : m_flow.left() + indent);
    m_flow.end(m_scale.bodyLeading * 0.2);
}

void DocumentFlow::place(size_t index, const Table &table)
{
    m_flow.begin(together(index), m_scale.paragraphGap);
    TableFlow(table, cellSpec(), m_flow, m_shaper).place();
    m_flow.end(m_scale.bodyLeading * 0.9);
}

void DocumentFlow::place(size_t, const Rule &)
{
    m_flow.begin(m_scale.bodyLeading);
    m_flow.advance(m_scale.paragraphGap / 2);
    m_flow.canvas().drawRule(m_flow.left(), m_flow.left() + m_flow.width(), m_flow.y(), kRuleWeight);
    m_flow.end(m_scale.paragraphGap);
}

void DocumentFlow::place(size_t index, const Space &space)
{
    m_flow.begin(std::min(together(index), m_flow.pageRoom()));
    m_flow.advance(std::clamp(space.points, 0.0, m_flow.room()));
}

void DocumentFlow::place(size_t, const PageBreak &)
{
    if (!m_flow.atTop())
        m_flow.newPage();
}

void DocumentFlow::place(size_t, const Letterhead &letterhead)
{
    if (m_flow.atTop())
        m_flow.moveTo(std::min(m_flow.y(), kHeadTop));
    if (letterhead.picture) {
        placePicture(*letterhead.picture, kLetterheadPicture);
        m_flow.advance(2);
    } else {
        TextSpec name = bodySpec(bold(letterhead.name));
        name.face = m_document.typography.headings;
        name.size = m_scale.letterheadName;
        name.leading = TypeScale::headingLeading(name.size);
        PlacedText nameText{m_shaper.shape(name), m_flow.canvas().addElement("P", -1)};
        m_flow.text(nameText, m_flow.left());
    }
    const QString details = letterhead.lines.join(QStringLiteral("  ·  "));
    if (!details.isEmpty()) {
        PlacedText text{m_shaper.shape(smallSpec(details, Alignment::Start)), m_flow.canvas().addElement("P", -1)};
        m_flow.text(text, m_flow.left());
    }
    m_flow.advance(4);
    m_flow.canvas().drawRule(m_flow.left(), m_flow.left() + m_flow.width(), m_flow.y(), kRuleWeight);
    m_flow.end(m_scale.paragraphGap * 1.5);
}

QSizeF DocumentFlow::printedSize(const Picture &picture, double highest) const
{
    const double scale = std::min(highest / std::max(picture.height, 1), m_flow.width() / std::max(picture.width, 1));
    return {picture.width * scale, picture.height * scale};
}

void DocumentFlow::placePicture(const Picture &picture, double highest)
{
    const QSizeF size = printedSize(picture, highest);
    m_flow.canvas().drawPicture(picture, QRectF(QPointF(m_flow.left(), m_flow.y()), size));
    m_flow.advance(size.height());
}

void DocumentFlow::place(size_t index, const Figure &figure)
{
    m_flow.begin(std::min(together(index), m_flow.pageRoom()));
    placePicture(figure.picture, figure.height);
    m_flow.end(2);
}

void DocumentFlow::placeLines(const FittedText &fitted, double left, double top)
{
    for (const Shaped &line : fitted.lines) {
        PlacedText text{line, m_flow.canvas().addElement("P", -1)};
        m_flow.canvas().drawText(text, 0, line->count(), left, top);
        top += line->height();
    }
}

void DocumentFlow::place(size_t, const AddressBlock &address)
{
    const QRectF window = address_window::everVisible();
    m_out.windowCrowded = m_flow.canvas().lastPage() > 0 || (!m_flow.atTop() && m_flow.y() > window.top());
    const QRectF box = address_window::addressBox();
    const FittedText fitted
        = fitText(address.lines, box.size(), {}, m_document.typography.body, m_document.metadata.language, m_shaper);
    m_out.addressShortened = fitted.shortened;
    placeLines(fitted, box.left(), box.center().y() - fitted.height() / 2);
    m_flow.moveTo(std::max(m_flow.y(), address_window::kBodyTop));
}

void DocumentFlow::place(size_t index, const TextBox &box)
{
    const TypeRange range{box.largest, box.smallest, box.unbroken};
    const FittedText fitted = fitText(box.lines, {box.width, box.height}, range, m_document.typography.body,
                                      m_document.metadata.language, m_shaper);
    if (fitted.shortened)
        m_out.boxesShortened.push_back(index);
    placeLines(fitted, box.left, box.top + (box.centered ? (box.height - fitted.height()) / 2 : 0));
    m_flow.advance(0); // what follows a page break belongs on another page
}

void DocumentFlow::place(size_t index, const TableOfContents &contents)
{
    m_flow.begin(3 * m_scale.bodyLeading);
    if (!contents.title.isEmpty()) {
        TextSpec title = specOf(Heading{1, plain(contents.title), {}});
        PlacedText text{m_shaper.shape(title), m_flow.canvas().addElement("P", -1)};
        m_flow.text(text, m_flow.left());
        m_flow.end(m_scale.gapAfterHeading(1));
    }
    const int element = m_flow.canvas().addElement("TOC", -1);
    for (size_t i = index + 1; i < m_document.blocks.size(); ++i) {
        const auto *heading = std::get_if<Heading>(&m_document.blocks[i]);
        if (heading != nullptr && heading->level <= contents.deepest)
            placeEntry(i, *heading, element);
    }
    m_flow.end(m_scale.bodyLeading);
}

void DocumentFlow::placeEntry(size_t headingIndex, const Heading &heading, int parent)
{
    const QString anchor = anchorOf(headingIndex, heading);
    const int level = std::clamp(heading.level, 1, 3);
    const double indent = (level - 1) * 16.0;

    TextSpec title = bodySpec(plain(textOf(resolved(heading.runs))));
    title.width -= indent + kNumberColumn;
    title.bold = level == 1;
    for (Run &run : title.runs)
        run.link = u'#' + anchor;
    TextSpec number = bodySpec({});
    Run page;
    page.text = QString::number(m_known.value(anchor));
    page.link = u'#' + anchor;
    number.runs = {page};
    number.width = kNumberColumn;
    number.alignment = Alignment::End;

    const int item = m_flow.canvas().addElement("TOCI", parent);
    const int target = m_flow.canvas().addElement("Reference", item);
    PlacedText titleText{m_shaper.shape(title), target};
    PlacedText numberText{m_shaper.shape(number), target};
    m_flow.begin(titleText.shaped->height());
    m_flow.text(titleText, m_flow.left() + indent);

    const double lastTop = m_flow.y() - titleText.shaped->leading;
    const double numberLeft = m_flow.left() + m_flow.width() - kNumberColumn;
    const double titleEnd = m_flow.left() + indent + titleText.shaped->lines.back().right;
    const double numberStart = numberLeft + numberText.shaped->lines.back().left;
    m_flow.canvas().drawLeader(titleEnd + 5, numberStart - 4, lastTop + titleText.shaped->ascent);
    m_flow.canvas().drawText(numberText, 0, 1, numberLeft, lastTop);
    m_flow.end(m_scale.bodyLeading * (level == 1 ? 0.3 : 0.12));
}

void DocumentFlow::addHeadsAndFeet()
{
    const PageSetup &setup = m_document.page;
    const int pages = m_flow.canvas().lastPage() + 1;
    const auto draw = [&](int page, const QString &text, Alignment alignment, double top, const char *subtype) {
        if (text.isEmpty())
            return;
        TextSpec spec = smallSpec(text, alignment);
        spec.onTheLeft = alignment == Alignment::Start;
        const Shaped shaped = m_shaper.shape(spec);
        m_flow.canvas().drawArtifact(page, *shaped, m_flow.left(), top,
                                     "/Type /Pagination /Subtype /" + QByteArray(subtype));
    };
    const double footTop = setup.height - kFootBaseline - m_scale.smallLeading;
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            draw(page, setup.header, Alignment::Start, kHeadTop, "Header");
        draw(page, setup.footer, Alignment::Start, footTop, "Footer");
        const QString number = setup.pageNumber.isEmpty() ? QString() : setup.pageNumber.arg(page + 1).arg(pages);
        draw(page, number, setup.bates ? Alignment::Center : Alignment::End, footTop, "Footer");
        if (setup.bates)
            draw(page,
                 setup.bates->prefix
                     + QString::number(setup.bates->first + page).rightJustified(setup.bates->digits, u'0'),
                 Alignment::End, footTop, "Footer");
    }
}

} // namespace tocsin::notices
