// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/merge.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

/// Fills a template block by block. A value is only ever copied into a run.
class Merger
{
public:
    Merger(const FieldSource &values, const QString &language, MergedLetter &into)
        : m_values(values)
        , m_direction(QLocale(language).textDirection() == Qt::RightToLeft ? Direction::RightToLeft
                                                                           : Direction::LeftToRight)
        , m_into(into)
    {
    }

    void mergeBlocks(const std::vector<TemplateBlock> &blocks, const QString *item)
    {
        for (const TemplateBlock &block : blocks)
            mergeBlock(block, item);
    }

    Runs mergeInlines(const TemplateInlines &inlines, const QString *item)
    {
        Runs runs;
        for (const TemplateInline &piece : inlines)
            mergeInline(piece, item, runs);
        return runs;
    }

private:
    const FieldSource &m_values;
    /// The letter's own direction: a name in another script must not turn its paragraph around.
    Direction m_direction;
    MergedLetter &m_into;

    void mergeBlock(const TemplateBlock &block, const QString *item)
    {
        switch (block.kind) {
        case TemplateBlock::Kind::Section:
            mergeSection(block, item);
            return;
        case TemplateBlock::Kind::Heading:
            m_into.blocks.emplace_back(Heading{block.level, mergeInlines(block.inlines, item), {}});
            return;
        case TemplateBlock::Kind::Bullet:
            appendBullet(mergeInlines(block.inlines, item));
            return;
        case TemplateBlock::Kind::Paragraph:
            mergeParagraph(block.inlines, item);
            return;
        }
    }

    void mergeSection(const TemplateBlock &block, const QString *item)
    {
        if (m_values.isSet(block.field) == block.inverted)
            return;
        if (block.inverted || m_values.info(block.field).type != FieldType::List)
            return mergeBlocks(block.children, item);
        for (const QString &each : m_values.items(block.field))
            mergeBlocks(block.children, &each);
    }

    void mergeParagraph(const TemplateInlines &inlines, const QString *item)
    {
        if (inlines.size() == 1 && inlines.front().kind == TemplateInline::Kind::Field
            && m_values.info(inlines.front().field).type == FieldType::Place)
            return; // no overlay has filled it
        const bool alone = inlines.size() == 1 && inlines.front().kind == TemplateInline::Kind::Field
            && m_values.info(inlines.front().field).type == FieldType::Paragraphs;
        if (alone)
            return mergeNarrative(inlines.front());
        const Runs runs = mergeInlines(inlines, item);
        if (textOf(runs).trimmed().isEmpty())
            return;
        const bool closes = inlines.front().kind == TemplateInline::Kind::Field
            && m_values.info(inlines.front().field).name == "organization.privacy_officer"_L1;
        if (closes)
            m_into.closings.push_back(m_into.blocks.size());
        appendParagraph(runs);
    }

    void mergeNarrative(const TemplateInline &piece)
    {
        static const QRegularExpression emptyLines(u"\\n[ \\t]*\\n\\s*"_s);
        const QStringList paragraphs = valueOf(piece).replace("\r\n"_L1, "\n"_L1).split(emptyLines, Qt::SkipEmptyParts);
        for (const QString &paragraph : paragraphs)
            appendParagraph({run(piece, paragraph.simplified())});
    }

    void mergeInline(const TemplateInline &piece, const QString *item, Runs &runs)
    {
        switch (piece.kind) {
        case TemplateInline::Kind::Text:
            append(runs, run(piece, piece.text));
            return;
        case TemplateInline::Kind::Break:
            append(runs, run(piece, u"\n"_s));
            return;
        case TemplateInline::Kind::Item:
            append(runs, run(piece, item ? *item : QString()));
            return;
        case TemplateInline::Kind::Field:
            append(runs, run(piece, valueOf(piece).simplified()));
            return;
        case TemplateInline::Kind::Section:
            if (m_values.isSet(piece.field) == piece.inverted)
                return;
            for (const TemplateInline &child : piece.children)
                mergeInline(child, item, runs);
            return;
        }
    }

    QString valueOf(const TemplateInline &piece)
    {
        const QString &value = m_values.text(piece.field);
        const QString name = m_values.info(piece.field).name;
        if (value.isEmpty() && !m_into.emptyFields.contains(name))
            m_into.emptyFields.append(name);
        return value;
    }

    static Run run(const TemplateInline &piece, const QString &text)
    {
        Run made;
        made.text = text;
        made.bold = piece.bold;
        made.italic = piece.italic;
        return made;
    }

    static void append(Runs &runs, Run piece)
    {
        const bool joins = !runs.empty() && runs.back().bold == piece.bold && runs.back().italic == piece.italic;
        if (joins)
            runs.back().text += piece.text;
        else if (!piece.text.isEmpty())
            runs.push_back(std::move(piece));
    }

    void appendParagraph(const Runs &runs)
    {
        Paragraph paragraph;
        paragraph.runs = runs;
        paragraph.direction = m_direction;
        m_into.blocks.emplace_back(std::move(paragraph));
    }

    /// The sentence that leads to a list stays on the list's page.
    void beginList()
    {
        Paragraph *lead = m_into.blocks.empty() ? nullptr : std::get_if<Paragraph>(&m_into.blocks.back());
        if (lead)
            lead->keepWithNext = true;
        m_into.blocks.emplace_back(List{});
    }

    void appendBullet(const Runs &runs)
    {
        const bool continues = !m_into.blocks.empty() && std::holds_alternative<List>(m_into.blocks.back());
        if (!continues)
            beginList();
        std::get<List>(m_into.blocks.back()).items.push_back({runs, 0});
    }
};

} // namespace

MergedLetter merge(const Template &text, const FieldSource &values)
{
    MergedLetter merged;
    Merger merger(values, text.language, merged);
    merger.mergeBlocks(text.blocks, nullptr);
    merged.footer = textOf(merger.mergeInlines(text.footer, nullptr)).simplified();
    for (const TemplateInlines &line : text.addressee) {
        const QString filled = textOf(merger.mergeInlines(line, nullptr)).simplified();
        if (!filled.isEmpty())
            merged.addressee.append(filled);
    }
    return merged;
}

void sign(MergedLetter &merged, const Signer &signer)
{
    if (signer.name.isEmpty())
        return;
    const QString words = signer.title.isEmpty() ? signer.name : QString(signer.name + u'\n' + signer.title);
    // From the end, since a picture moves what follows.
    for (auto at = merged.closings.rbegin(); at != merged.closings.rend(); ++at) {
        const auto block = merged.blocks.begin() + static_cast<std::ptrdiff_t>(*at);
        std::get<Paragraph>(*block).runs = plain(words);
        if (signer.picture)
            merged.blocks.insert(block, Figure{*signer.picture});
    }
}

QString plainText(const std::vector<Block> &blocks)
{
    QStringList lines;
    for (const Block &block : blocks) {
        if (const auto *heading = std::get_if<Heading>(&block))
            lines.append(textOf(heading->runs));
        else if (const auto *paragraph = std::get_if<Paragraph>(&block))
            lines.append(textOf(paragraph->runs));
        else if (const auto *list = std::get_if<List>(&block)) {
            for (const ListItem &item : list->items)
                lines.append(textOf(item.runs));
        }
    }
    return lines.join(u'\n');
}

} // namespace tocsin::notices
