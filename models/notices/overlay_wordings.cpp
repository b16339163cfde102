// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/overlay_wordings.h"

#include "notices/overlay.h"
#include "notices/template_body.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

/// The words of a heading, which in these files has nothing but text.
QString wordsOf(const TemplateBlock &heading)
{
    const bool plain = heading.inlines.size() == 1 && heading.inlines.front().kind == TemplateInline::Kind::Text;
    return plain ? heading.inlines.front().text : QString();
}

class WordingReader
{
public:
    explicit WordingReader(Wordings &into) : m_into(into) { }

    Parsed<bool> read(const TemplateBlock &block)
    {
        if (block.kind != TemplateBlock::Kind::Heading)
            return readBlock(block);
        return block.level == 1 ? readPlace(block) : readKey(block);
    }

private:
    Wordings &m_into;

    static tl::unexpected<TemplateFault> fault(const TemplateBlock &block, const QString &expected)
    {
        return tl::unexpected(TemplateFault{block.line, expected});
    }

    Parsed<bool> readPlace(const TemplateBlock &heading)
    {
        const auto info = fieldByName(u"overlay."_s + wordsOf(heading));
        const auto isTaken = [&](const Wordings::Place &place) { return place.field == info->field; };
        if (!info || info->type != FieldType::Place || std::any_of(m_into.places.begin(), m_into.places.end(), isTaken))
            return fault(heading, u"\"# happened\", \"# steps\" or \"# contacts\" begins a place, each once."_s);
        m_into.places.push_back({info->field, {}, {}});
        return true;
    }

    Parsed<bool> readKey(const TemplateBlock &heading)
    {
        const QString key = wordsOf(heading);
        const bool fits = heading.level == 2 && !m_into.places.empty() && isWordingKey(key);
        if (!fits || m_into.keys().contains(key))
            return fault(heading, u"\"## \" and a key such as police-report begins a wording of a place, each once."_s);
        m_into.places.back().wordings.push_back({key, {}});
        return true;
    }

    Parsed<bool> readBlock(const TemplateBlock &block)
    {
        if (m_into.places.empty() || isPlace(block.inlines))
            return fault(block, u"Text stands in a wording of a place, and has no places itself."_s);
        Wordings::Place &place = m_into.places.back();
        (place.wordings.empty() ? place.lead : place.wordings.back().blocks).push_back(block);
        return true;
    }
};

} // namespace

Result<Wordings> Wordings::of(const Template &text, const QString &source)
{
    if (text.kind != kWordings)
        return fail(ErrorCode::BadInput, u"%1: the kind of such a file is \"%2\"."_s.arg(source, kWordings));
    Wordings made{text.language, text.sha256, {}};
    WordingReader reader(made);
    for (const TemplateBlock &block : text.blocks) {
        if (const auto read = reader.read(block); !read)
            return fail(ErrorCode::BadInput,
                        u"%1, line %2: %3"_s.arg(source).arg(read.error().line).arg(read.error().expected));
    }
    return made;
}

Result<std::vector<Wordings>> Wordings::bundled()
{
    TOCSIN_ASSIGN(const std::vector<Template> files, bundledTemplates(kWordings));
    std::vector<Wordings> all;
    for (const Template &file : files) {
        TOCSIN_ASSIGN(Wordings read, of(file, u"templates/%1.md"_s.arg(file.id)));
        all.push_back(std::move(read));
    }
    return all;
}

QStringList Wordings::keys() const
{
    QStringList keys;
    for (const Place &place : places) {
        for (const Wording &wording : place.wordings)
            keys.append(wording.key);
    }
    return keys;
}

} // namespace tocsin::notices
