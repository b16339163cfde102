// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "notices/document/picture.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace tocsin::notices {

/// A document as structure: what a letter, a notice or a packet says, before pages and fonts. Everything textual is
/// plain text; no run is ever read as markup, so nothing has to be escaped. All lengths are points (1/72 inch).
///
/// Line breaks: '\n' within a run begins a new line of the same paragraph. Other control characters are not shown.

/// A stretch of text with one look.
struct Run
{
    QString text;
    bool bold = false;
    bool italic = false;
    QString language; ///< BCP 47, where it differs from the document's ("es-US"); also picks the Chinese, Japanese or
                      ///< Korean forms
    QString link; ///< "https:…", "mailto:…" or "tel:…" (others open nothing), or "#anchor" of this document
    QString pageOf; ///< an anchor: the number of its page is shown instead of `text`

    friend bool operator==(const Run &, const Run &) = default;
};
using Runs = std::vector<Run>;

/// One plain run, or none for an empty text.
Runs plain(const QString &text);
Runs bold(const QString &text);
/// What the runs say, without looks.
QString textOf(const Runs &runs);

/// Start and End follow the direction of the text: a paragraph in Arabic starts on the right.
enum class Alignment { Start, Center, End };
enum class Direction { Auto, LeftToRight, RightToLeft };

struct Heading
{
    int level = 1; ///< 1 to 3
    Runs runs;
    QString anchor; ///< what `Run::link` and `Run::pageOf` name; empty for none

    friend bool operator==(const Heading &, const Heading &) = default;
};

struct Paragraph
{
    enum class Size { Body, Small };

    Runs runs;
    Alignment alignment = Alignment::Start;
    Direction direction = Direction::Auto;
    Size size = Size::Body;
    bool keepWithNext = false; ///< on the same page as the beginning of the next block
    bool tight = false; ///< no space after, as between the lines of a closing
    QString anchor;

    friend bool operator==(const Paragraph &, const Paragraph &) = default;
};

struct ListItem
{
    Runs runs;
    int level = 0; ///< 0 or 1

    friend bool operator==(const ListItem &, const ListItem &) = default;
};

struct List
{
    bool numbered = false;
    int first = 1;
    std::vector<ListItem> items;

    friend bool operator==(const List &, const List &) = default;
};

struct Column
{
    double weight = 1; ///< share of the text width
    Alignment alignment = Alignment::Start;

    friend bool operator==(const Column &, const Column &) = default;
};

using TableRow = std::vector<Runs>; ///< a cell per column; missing cells are empty, surplus ones are not shown

/// The header is repeated on each page that the table reaches. A row is split over pages only if it is taller than one.
struct Table
{
    QString summary; ///< what the table shows, for people who hear it
    std::vector<Column> columns;
    TableRow header; ///< empty for none
    std::vector<TableRow> rows;

    friend bool operator==(const Table &, const Table &) = default;
};

/// A line across the text.
struct Rule
{
    friend bool operator==(const Rule &, const Rule &) = default;
};

struct PageBreak
{
    friend bool operator==(const PageBreak &, const PageBreak &) = default;
};

/// Empty space, as for a signature.
struct Space
{
    double points = 12;

    friend bool operator==(const Space &, const Space &) = default;
};

/// The sender, at the top of the first page.
struct Letterhead
{
    QString name;
    QStringList lines; ///< address, telephone, web
    std::optional<Picture> picture = {}; ///< in place of the name

    friend bool operator==(const Letterhead &, const Letterhead &) = default;
};

/// A picture in the text, such as a signature; on the same page as the beginning of the next block.
struct Figure
{
    Picture picture;
    double height = 36; ///< as printed; less if the picture would be wider than the text

    friend bool operator==(const Figure &, const Figure &) = default;
};

/// The recipient, where the window of a #10 envelope shows it (see address_window.h). Lines stand on the left whatever
/// their script. What follows begins below the window; use at most one in a document, on the first page.
struct AddressBlock
{
    QStringList lines;

    friend bool operator==(const AddressBlock &, const AddressBlock &) = default;
};

/// Lines at a place of their own on the page at hand, such as an address on an envelope or a label. They stand on the
/// left whatever their script, in the largest type in which they fit; what the box cannot hold is cut with an ellipsis
/// and told (PlacedDocument::boxesShortened). The flow of other blocks goes on as if it were not there.
struct TextBox
{
    double left = 0; ///< of the page's top left corner
    double top = 0;
    double width = 0;
    double height = 0;
    QStringList lines;
    double largest = 12;
    double smallest = 8;
    double unbroken = 8; ///< down to this size no line is broken in two
    bool centered = false; ///< between top and bottom; otherwise from the top

    friend bool operator==(const TextBox &, const TextBox &) = default;
};

/// The headings that come after it, down to a level, with page numbers and links.
struct TableOfContents
{
    QString title;
    int deepest = 2;

    friend bool operator==(const TableOfContents &, const TableOfContents &) = default;
};

using Block = std::variant<Paragraph, Heading, List, Table, Rule, Space, PageBreak, Letterhead, AddressBlock,
                           TableOfContents, Figure, TextBox>;

struct Metadata
{
    QString title;
    QString language = QStringLiteral("en-US"); ///< BCP 47
    QString author; ///< person or organization
    QString subject;
    Instant created; ///< stands in the file as its date; an invalid one leaves the date out

    friend bool operator==(const Metadata &, const Metadata &) = default;
};

/// Numbers stamped at the foot of each page, counted on from `first`: ACME-000417.
struct BatesNumbers
{
    QString prefix;
    qint64 first = 1;
    int digits = 6;

    friend bool operator==(const BatesNumbers &, const BatesNumbers &) = default;
};

struct PageSetup
{
    double width = 612; ///< US Letter
    double height = 792;
    double marginLeft = 72;
    double marginRight = 72;
    double marginTop = 72;
    double marginBottom = 72;
    QString header; ///< from the second page on
    QString footer; ///< at the foot of every page, before the page number
    QString pageNumber = QStringLiteral("Page %1 of %2"); ///< at the foot; empty for none
    std::optional<BatesNumbers> bates;

    friend bool operator==(const PageSetup &, const PageSetup &) = default;
};

enum class Face { Serif, Sans };

struct Typography
{
    Face body = Face::Serif;
    Face headings = Face::Sans;
    double size = 11; ///< of body text; everything else follows from it. Steps of a quarter point
    double smallest = 0; ///< no text is set smaller, whatever follows from `size`; 0 for no limit

    friend bool operator==(const Typography &, const Typography &) = default;
};

struct Document
{
    Metadata metadata;
    PageSetup page;
    Typography typography;
    bool outline = false; ///< headings become bookmarks
    std::vector<Block> blocks;

    friend bool operator==(const Document &, const Document &) = default;
};

} // namespace tocsin::notices
