// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/overlay_text.h"

#include "notices/template_body.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

/// Words in the letter's language, or in English.
QString inLanguage(const QMap<QString, QString> &words, const QString &language)
{
    return words.value(language, words.value(u"en"_s));
}

QString textOf(const TemplateInlines &inlines)
{
    QString text;
    for (const TemplateInline &piece : inlines)
        text += piece.text;
    return text;
}

TemplateInlines plainInlines(const QString &text)
{
    TemplateInline piece;
    piece.text = text;
    return {piece};
}

class TextOverlay
{
public:
    TextOverlay(const Overlay *overlay, const Wordings *wordings, const QStringList &keys,
                const QMap<QString, Office> &agencies)
        : m_overlay(overlay), m_wordings(wordings), m_keys(keys), m_agencies(agencies)
    {
    }

    Template apply(const Template &text)
    {
        Template made = text;
        rename(made);
        made.blocks.clear();
        appendAll(text.blocks, made.blocks);
        return made;
    }

private:
    const Overlay *m_overlay;
    const Wordings *m_wordings;
    const QStringList &m_keys;
    const QMap<QString, Office> &m_agencies;
    QMap<QString, QString> m_headings; ///< new words by old ones

    void rename(Template &made)
    {
        if (!m_overlay)
            return;
        for (RequiredContent &content : made.required) {
            const auto words = m_overlay->headings.constFind(content.citation);
            if (words == m_overlay->headings.constEnd())
                continue;
            const QString renamed = inLanguage(*words, made.language);
            m_headings.insert(content.heading, renamed);
            content.heading = renamed;
        }
        if (m_overlay->title.isEmpty())
            return;
        const QString title = inLanguage(m_overlay->title, made.language);
        m_headings.insert(made.title, title);
        made.title = title;
    }

    void appendAll(const std::vector<TemplateBlock> &blocks, std::vector<TemplateBlock> &into)
    {
        for (const TemplateBlock &block : blocks)
            append(block, into);
    }

    void append(const TemplateBlock &block, std::vector<TemplateBlock> &into)
    {
        if (block.kind == TemplateBlock::Kind::Section)
            return appendSection(block, into);
        if (isPlace(block.inlines))
            return fill(block.inlines.front().field, into);
        TemplateBlock made = block;
        const QString heading = block.kind == TemplateBlock::Kind::Heading ? textOf(block.inlines) : QString();
        made.inlines = m_headings.contains(heading) ? plainInlines(m_headings[heading]) : resolved(block.inlines);
        into.push_back(std::move(made));
    }

    void appendSection(const TemplateBlock &block, std::vector<TemplateBlock> &into)
    {
        if (isOwn(block.field)) {
            if (isSet(block.field) != block.inverted)
                appendAll(block.children, into);
            return;
        }
        TemplateBlock made = block;
        made.children.clear();
        appendAll(block.children, made.children);
        into.push_back(std::move(made));
    }

    void fill(Field place, std::vector<TemplateBlock> &into)
    {
        if (!m_wordings)
            return;
        for (const Wordings::Place &each : m_wordings->places) {
            if (each.field != place)
                continue;
            std::vector<TemplateBlock> standing;
            for (const Wordings::Wording &wording : each.wordings) {
                if (m_keys.contains(wording.key))
                    appendAll(wording.blocks, standing);
            }
            if (standing.empty())
                continue;
            appendAll(each.lead, into);
            std::move(standing.begin(), standing.end(), std::back_inserter(into));
        }
    }

    TemplateInlines resolved(const TemplateInlines &inlines)
    {
        TemplateInlines made;
        for (const TemplateInline &piece : inlines)
            append(piece, made);
        return made;
    }

    void append(const TemplateInline &piece, TemplateInlines &into)
    {
        TemplateInline made = piece;
        made.children = resolved(piece.children);
        if (!isOwn(piece.field) || piece.kind == TemplateInline::Kind::Text) {
            into.push_back(std::move(made));
        } else if (piece.kind == TemplateInline::Kind::Section) {
            if (isSet(piece.field) != piece.inverted)
                std::move(made.children.begin(), made.children.end(), std::back_inserter(into));
        } else {
            // Without a value it stays a field, so that whoever merges the text finds it empty.
            made.text = valueOf(piece.field);
            made.kind = made.text.isEmpty() ? piece.kind : TemplateInline::Kind::Text;
            into.push_back(std::move(made));
        }
    }

    /// Fields whose value is the overlay's, and not the organization's or the person's.
    static bool isOwn(Field field)
    {
        static const QList<Field> own{Field::OverlayNeutral, Field::OverlayOffice,    Field::AgencyEquifax,
                                      Field::AgencyExperian, Field::AgencyTransUnion, Field::AgencyFtc};
        return own.contains(field);
    }

    [[nodiscard]] bool isSet(Field field) const
    {
        if (field == Field::OverlayNeutral)
            return m_overlay && m_overlay->withoutNature;
        return !valueOf(field).isEmpty();
    }

    [[nodiscard]] QString valueOf(Field field) const
    {
        if (field == Field::OverlayOffice)
            return m_overlay && m_overlay->office ? m_overlay->office->line() : QString();
        const auto agency = m_agencies.constFind(QString(fieldInfo(field).name).section(u'.', 1));
        return agency == m_agencies.constEnd() ? QString() : agency->line();
    }
};

} // namespace

Template overlaidText(const Template &text, const Overlay *overlay, const Wordings *wordings, const QStringList &keys,
                      const QMap<QString, Office> &agencies)
{
    return TextOverlay(overlay, wordings, keys, agencies).apply(text);
}

} // namespace tocsin::notices
