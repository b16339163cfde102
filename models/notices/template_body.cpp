// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/template_body.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr size_t kMaxDepth = 8;

tl::unexpected<TemplateFault> fault(int line, QString expected)
{
    return tl::unexpected(TemplateFault{line, std::move(expected)});
}

/// Constructs of Markdown that would silently come out as text, and what to write instead.
QString unsupported(const QString &line)
{
    static const QRegularExpression ordered(u"^ {0,3}[0-9]+[.)]( |$)"_s);
    static const QRegularExpression ruleOrUnderline(u"^ {0,3}([-=*_] *){3,}$"_s);
    static const QRegularExpression otherBullet(u"^ {0,3}[*+] "_s);
    static const QRegularExpression fence(u"^ {0,3}(```|~~~)"_s);
    if (ordered.match(line).hasMatch())
        return u"Numbered lists are not part of this form; use \"- \"."_s;
    if (ruleOrUnderline.match(line).hasMatch())
        return u"Rules and underlined headings are not part of this form; write \"# Heading\"."_s;
    if (otherBullet.match(line).hasMatch())
        return u"A list item begins with \"- \"."_s;
    if (fence.match(line).hasMatch())
        return u"Code is not part of this form."_s;
    if (line.startsWith(u'>'))
        return u"Quotations are not part of this form; write \"\\>\" for the sign."_s;
    if (line.startsWith(u'|'))
        return u"Tables are not part of this form; write \"\\|\" for the sign."_s;
    if (line.startsWith(u' '))
        return u"Only the further lines of a list item are indented, by two spaces."_s;
    return {};
}

class BodyParser
{
public:
    BodyParser(const QStringList &lines, qsizetype first, const FieldBook &book)
        : m_lines(lines), m_first(first), m_book(book)
    {
        m_levels.push_back({});
    }

    Parsed<std::vector<TemplateBlock>> parse()
    {
        for (qsizetype at = m_first; at < m_lines.size(); ++at) {
            m_line = static_cast<int>(at) + 1;
            if (const auto read = readLine(m_lines[at]); !read)
                return tl::unexpected(read.error());
        }
        if (const auto closed = closeBlock(); !closed)
            return tl::unexpected(closed.error());
        if (m_levels.size() > 1)
            return fault(m_levels.back().section.line, u"This section is not ended."_s);
        if (m_levels.front().blocks.empty())
            return fault(m_line, u"The template has no text."_s);
        return std::move(m_levels.front().blocks);
    }

private:
    struct Level
    {
        TemplateBlock section;
        QString name;
        std::vector<TemplateBlock> blocks;
    };

    const QStringList &m_lines;
    qsizetype m_first;
    const FieldBook &m_book;
    int m_line = 0;
    std::vector<Level> m_levels;
    std::optional<TemplateBlock> m_open; ///< the block that the next line may continue
    QString m_openText;

    Parsed<bool> readLine(const QString &line)
    {
        static const QRegularExpression tagLine(u"^\\{\\{\\s*([#^/!])\\s*([^{}]*?)\\s*\\}\\}\\s*$"_s);
        const auto tag = tagLine.match(line);
        if (tag.hasMatch())
            return readTagLine(tag.captured(1).front(), tag.captured(2));
        if (line.trimmed().isEmpty())
            return closeBlock();
        const bool continuesItem = m_open && m_open->kind == TemplateBlock::Kind::Bullet && line.startsWith("  "_L1);
        if (continuesItem && !line.mid(2).startsWith(u' '))
            return continueBlock(line.mid(2));
        if (const QString problem = unsupported(line); !problem.isEmpty())
            return fault(m_line, problem);
        if (line.startsWith(u'#'))
            return readHeading(line);
        if (line.startsWith("- "_L1))
            return begin(TemplateBlock::Kind::Bullet, 0, line.mid(2));
        if (m_open && m_open->kind == TemplateBlock::Kind::Paragraph)
            return continueBlock(line);
        if (m_open)
            return fault(
                m_line,
                u"The further lines of a list item are indented by two spaces; before a paragraph stands an empty line."_s);
        return begin(TemplateBlock::Kind::Paragraph, 0, line);
    }

    Parsed<bool> readHeading(const QString &line)
    {
        static const QRegularExpression heading(u"^(#{1,3}) +(\\S.*)$"_s);
        const auto match = heading.match(line);
        if (!match.hasMatch())
            return fault(m_line, u"A heading is one to three \"#\", a space and its words."_s);
        const auto begun
            = begin(TemplateBlock::Kind::Heading, static_cast<int>(match.capturedLength(1)), match.captured(2));
        return begun ? closeBlock() : begun;
    }

    Parsed<bool> readTagLine(QChar sign, const QString &name)
    {
        if (const auto closed = closeBlock(); !closed)
            return closed;
        if (sign == u'!')
            return true;
        return sign == u'/' ? endSection(name) : beginSection(name, sign == u'^');
    }

    Parsed<bool> beginSection(const QString &name, bool inverted)
    {
        const auto field = sectionField(name, m_line, m_book);
        if (!field)
            return tl::unexpected(field.error());
        if (m_levels.size() > kMaxDepth)
            return fault(m_line, u"Sections are nested deeper than %1."_s.arg(kMaxDepth));
        Level level;
        level.name = name;
        level.section.kind = TemplateBlock::Kind::Section;
        level.section.field = *field;
        level.section.inverted = inverted;
        level.section.line = m_line;
        m_levels.push_back(std::move(level));
        return true;
    }

    Parsed<bool> endSection(const QString &name)
    {
        if (m_levels.size() == 1 || m_levels.back().name != name)
            return fault(m_line, u"{{/%1}} does not end the section that is open here."_s.arg(name));
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        level.section.children = std::move(level.blocks);
        m_levels.back().blocks.push_back(std::move(level.section));
        return true;
    }

    Parsed<bool> begin(TemplateBlock::Kind kind, int headingLevel, const QString &text)
    {
        if (const auto closed = closeBlock(); !closed)
            return closed;
        TemplateBlock block;
        block.kind = kind;
        block.level = headingLevel;
        block.line = m_line;
        m_open = std::move(block);
        m_openText = text;
        return true;
    }

    Parsed<bool> continueBlock(const QString &text)
    {
        m_openText += u'\n' + text;
        return true;
    }

    Parsed<bool> closeBlock()
    {
        if (!m_open)
            return true;
        auto inlines = parseInlines(m_openText.trimmed(), m_open->line, isInList(), m_book);
        if (!inlines)
            return tl::unexpected(inlines.error());
        if (m_open->kind != TemplateBlock::Kind::Paragraph && isPlace(*inlines, m_book))
            return fault(m_open->line, u"What an overlay fills is a paragraph of its own."_s);
        m_open->inlines = std::move(*inlines);
        m_levels.back().blocks.push_back(*std::move(m_open));
        m_open.reset();
        return true;
    }

    [[nodiscard]] bool isInList() const
    {
        const auto isList = [this](const Level &level) {
            return level.section.kind == TemplateBlock::Kind::Section && !level.section.inverted
                && m_book.info(level.section.field).type == FieldType::List;
        };
        return std::any_of(m_levels.begin(), m_levels.end(), isList);
    }
};

} // namespace

bool isPlace(const TemplateInlines &inlines, const FieldBook &book)
{
    return inlines.size() == 1 && inlines.front().kind == TemplateInline::Kind::Field
        && book.info(inlines.front().field).type == FieldType::Place;
}

Parsed<std::vector<TemplateBlock>> parseTemplateBody(const QStringList &lines, qsizetype first, const FieldBook &book)
{
    return BodyParser(lines, first, book).parse();
}

} // namespace tocsin::notices
