// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/template_inlines.h"

#include "core/near_words.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr int kMaxDepth = 8;

tl::unexpected<TemplateFault> fault(int line, QString expected)
{
    return tl::unexpected(TemplateFault{line, std::move(expected)});
}

/// What may have been meant by a field that there is not: the names most like it, and those whose last part is; where
/// there are none, those of the same first part.
QString hintFor(const QString &name, const FieldBook &book)
{
    constexpr qsizetype kMost = 3;
    QStringList names;
    QStringList alike;
    QStringList sameRoom;
    for (const FieldInfo &info : book.all()) {
        names << info.name;
        if (!nearWords(name.section(u'.', -1), {info.name.section(u'.', -1)}).isEmpty())
            alike << info.name;
        if (info.name.section(u'.', 0, 0) == name.section(u'.', 0, 0))
            sameRoom << info.name;
    }
    QStringList meant = nearWords(name, names, kMost) + alike;
    meant.removeDuplicates();
    const auto written
        = [](const QStringList &fields) { return u"{{%1}}"_s.arg(fields.mid(0, kMost).join(u"}}, {{"_s)); };
    if (!meant.isEmpty())
        return u"Near it: %1."_s.arg(written(meant));
    return u"There are %1 and others."_s.arg(written(sameRoom.isEmpty() ? names : sameRoom));
}

Parsed<FieldInfo> known(QStringView name, int line, const FieldBook &book)
{
    if (const auto info = book.byName(name.toString()))
        return *info;
    return fault(line, u"There is no field {{%1}}. %2"_s.arg(name.toString(), hintFor(name.toString(), book)));
}

/// Reads one stretch of text up to its end, or up to the end tag of the section it is in.
class InlineParser
{
public:
    InlineParser(QStringView text, int line, bool inList, const FieldBook &book)
        : m_text(text), m_line(line), m_inList(inList), m_book(book)
    {
    }

    Parsed<TemplateInlines> parse()
    {
        auto inlines = parseUntil({});
        if (inlines && (m_bold || m_italic))
            return fault(m_line, u"*…* and **…** must be closed in the paragraph they begin in."_s);
        return inlines;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
    int m_line;
    bool m_inList;
    const FieldBook &m_book;
    bool m_bold = false;
    bool m_italic = false;
    int m_depth = 0;

    [[nodiscard]] bool starts(QStringView with) const { return m_text.mid(m_at).startsWith(with); }

    Parsed<TemplateInlines> parseUntil(QStringView section)
    {
        TemplateInlines inlines;
        while (m_at < m_text.size()) {
            if (starts(u"{{/")) {
                const auto closed = tag();
                if (!closed)
                    return tl::unexpected(closed.error());
                if (section.isEmpty() || closed->mid(1).trimmed() != section)
                    return fault(m_line, u"{{%1}} does not end the section that is open here."_s.arg(*closed));
                return inlines;
            }
            const auto step = starts(u"{{") ? readTag(inlines) : readText(inlines);
            if (!step)
                return tl::unexpected(step.error());
        }
        if (!section.isEmpty())
            return fault(m_line, u"The section {{#%1}} is not ended in this paragraph."_s.arg(section));
        return inlines;
    }

    /// What is between the braces at the current place; moves behind them.
    Parsed<QStringView> tag()
    {
        const qsizetype end = m_text.indexOf(u"}}", m_at);
        if (end < 0)
            return fault(m_line, u"{{ is not closed by }}."_s);
        const QStringView inside = m_text.mid(m_at + 2, end - m_at - 2).trimmed();
        if (inside.contains(u'\n'))
            return fault(m_line, u"A field stands on one line."_s);
        m_at = end + 2;
        return inside;
    }

    Parsed<bool> readTag(TemplateInlines &into)
    {
        const auto inside = tag();
        if (!inside)
            return tl::unexpected(inside.error());
        if (inside->isEmpty())
            return fault(m_line, u"A field name belongs between {{ and }}."_s);
        const QChar sign = inside->front();
        if (sign == u'#' || sign == u'^')
            return readSection(into, inside->mid(1).trimmed(), sign == u'^');
        if (u"{&>=!"_s.contains(sign))
            return fault(m_line,
                         u"{{%1… is not part of this form: values are always plain text, there are no partials, and "
                         "a comment stands on a line of its own."_s.arg(sign));
        return readField(into, *inside);
    }

    Parsed<bool> readField(TemplateInlines &into, QStringView name)
    {
        TemplateInline field = styled(TemplateInline::Kind::Field);
        if (name == u".") {
            if (!m_inList)
                return fault(m_line, u"{{.}} stands only within a list, such as {{#data.items}}."_s);
            field.kind = TemplateInline::Kind::Item;
            into.push_back(field);
            return true;
        }
        const auto info = known(name, m_line, m_book);
        if (!info)
            return tl::unexpected(info.error());
        if (info->type == FieldType::List || info->type == FieldType::Flag)
            return fault(m_line, u"{{%1}} has no text of its own; use it as {{#%1}}."_s.arg(name));
        if (info->type == FieldType::Place && (!into.empty() || m_depth > 0 || m_at < m_text.size()))
            return fault(m_line, u"{{%1}} is a paragraph of its own."_s.arg(name));
        field.field = info->field;
        into.push_back(field);
        return true;
    }

    Parsed<bool> readSection(TemplateInlines &into, QStringView name, bool inverted)
    {
        const auto field = sectionField(name, m_line, m_book);
        if (!field)
            return tl::unexpected(field.error());
        if (m_book.info(*field).type == FieldType::List && !inverted)
            return fault(m_line, u"{{#%1}} stands on a line of its own, around list items."_s.arg(name));
        if (++m_depth > kMaxDepth)
            return fault(m_line, u"Sections are nested deeper than %1."_s.arg(kMaxDepth));
        TemplateInline section = styled(TemplateInline::Kind::Section);
        section.field = *field;
        section.inverted = inverted;
        const bool bold = m_bold;
        const bool italic = m_italic;
        auto children = parseUntil(name);
        --m_depth;
        if (!children)
            return tl::unexpected(children.error());
        if (m_bold != bold || m_italic != italic)
            return fault(m_line, u"*…* and **…** must begin and end on the same side of a section's tags."_s);
        section.children = std::move(*children);
        into.push_back(std::move(section));
        return true;
    }

    Parsed<bool> readText(TemplateInlines &into)
    {
        const QChar sign = m_text[m_at];
        switch (sign.unicode()) {
        case '\\':
            return readEscape(into);
        case '*':
            readEmphasis();
            return true;
        case '\n':
            ++m_line;
            append(into, u' ');
            break;
        case '_':
        case '`':
        case '<':
        case '[':
        case ']':
            return fault(
                m_line,
                u"\"%1\" has a meaning in Markdown that this form does not use; write \"\\%1\" for the sign."_s.arg(
                    sign));
        case '{':
        case '}':
            return fault(m_line, u"A single brace belongs to no field; write \"\\%1\" for the sign."_s.arg(sign));
        case '&':
            if (isEntity())
                return fault(m_line, u"Write the character itself, not an HTML entity; or \"\\&\" for the sign."_s);
            [[fallthrough]];
        default:
            append(into, sign);
        }
        ++m_at;
        return true;
    }

    Parsed<bool> readEscape(TemplateInlines &into)
    {
        static const QString escapable = u"\\*_`<>[]{}&#-+.|~"_s;
        const QChar next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : u'\n';
        m_at += 2;
        if (next == u'\n') {
            into.push_back(styled(TemplateInline::Kind::Break));
            ++m_line;
            return true;
        }
        if (!escapable.contains(next))
            return fault(m_line,
                         u"A backslash stands before one of %1 or at the end of a line; write \\\\ for the sign."_s.arg(
                             escapable));
        append(into, next);
        return true;
    }

    void readEmphasis()
    {
        bool &style = starts(u"**") ? m_bold : m_italic;
        m_at += starts(u"**") ? 2 : 1;
        style = !style;
    }

    [[nodiscard]] bool isEntity() const
    {
        static const QRegularExpression entity(u"^&(#[0-9]+|#x[0-9a-f]+|[a-z][a-z0-9]*);"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        return entity.match(m_text.mid(m_at, 40).toString()).hasMatch();
    }

    [[nodiscard]] TemplateInline styled(TemplateInline::Kind kind) const
    {
        TemplateInline made;
        made.kind = kind;
        made.bold = m_bold;
        made.italic = m_italic;
        made.line = m_line;
        return made;
    }

    void append(TemplateInlines &into, QChar sign) const
    {
        const bool joins = !into.empty() && into.back().kind == TemplateInline::Kind::Text && into.back().bold == m_bold
            && into.back().italic == m_italic;
        if (!joins)
            into.push_back(styled(TemplateInline::Kind::Text));
        into.back().text += sign;
    }
};

} // namespace

Parsed<Field> sectionField(QStringView name, int line, const FieldBook &book)
{
    const auto info = known(name, line, book);
    if (!info)
        return tl::unexpected(info.error());
    if (info->type == FieldType::Place)
        return fault(line, u"{{%1}} is a paragraph of its own, and no section."_s.arg(name));
    return info->field;
}

Parsed<TemplateInlines> parseInlines(QStringView text, int line, bool inList, const FieldBook &book)
{
    return InlineParser(text, line, inList, book).parse();
}

} // namespace tocsin::notices
