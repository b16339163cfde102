// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/document_layout.h"

#include "notices/pdf/document_flow.h"

#include <algorithm>

namespace tocsin::notices {

namespace {

constexpr int kMostPasses = 5;

Result<> checkSetup(const Document &document)
{
    const PageSetup &page = document.page;
    const double size = document.typography.size;
    constexpr double kMostPoints = 14400; // the largest page that PDF 1.7 allows
    const bool sane = page.width <= kMostPoints && page.height <= kMostPoints && page.marginTop >= 0
        && page.marginBottom >= 0 && page.marginLeft >= 0 && page.marginRight >= 0 && size >= 4 && size <= 72
        && document.typography.smallest <= 72;
    const double width = page.width - page.marginLeft - page.marginRight;
    const double height = page.height - page.marginTop - page.marginBottom;
    if (sane && width >= 10 * size && height >= 6 * size)
        return {};
    return fail(
        ErrorCode::BadInput,
        QStringLiteral("The page set-up leaves no room for text: margins must leave a column of at least ten by six "
                       "times the type size, and the type size lies between 4 and 72 points."));
}

bool showsPageNumbers(const Document &document)
{
    const auto refers = [](const Runs &runs) {
        return std::any_of(runs.begin(), runs.end(), [](const Run &run) { return !run.pageOf.isEmpty(); });
    };
    return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block &block) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            return refers(paragraph->runs);
        if (const auto *heading = std::get_if<Heading>(&block))
            return refers(heading->runs);
        if (const auto *list = std::get_if<List>(&block))
            return std::any_of(list->items.begin(), list->items.end(),
                               [&](const ListItem &item) { return refers(item.runs); });
        if (const auto *table = std::get_if<Table>(&block))
            return std::any_of(table->rows.begin(), table->rows.end(),
                               [&](const TableRow &row) { return std::any_of(row.begin(), row.end(), refers); });
        return std::holds_alternative<TableOfContents>(block);
    });
}

PageNumbers numbersOf(const LaidOut &laidOut)
{
    PageNumbers numbers;
    for (auto it = laidOut.anchors.begin(); it != laidOut.anchors.end(); ++it)
        numbers.insert(it.key(), it->page + 1);
    return numbers;
}

} // namespace

Result<LaidOut> layoutDocument(const Document &document, TextShaper &shaper)
{
    TOCSIN_TRY(checkSetup(document));
    PageNumbers known;
    LaidOut laidOut = DocumentFlow(document, shaper, known).run();
    if (!showsPageNumbers(document))
        return laidOut;
    for (int pass = 1; pass < kMostPasses && numbersOf(laidOut) != known; ++pass) {
        known = numbersOf(laidOut);
        laidOut = DocumentFlow(document, shaper, known).run();
    }
    return laidOut;
}

} // namespace tocsin::notices
