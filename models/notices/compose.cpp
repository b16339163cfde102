// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/compose.h"

#include "core/instant.h"
#include "core/text.h"
#include "notices/data_elements.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

/// Text with its length before it, so that no text can pass for the end of another.
void put(QByteArray &into, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    into += QByteArray::number(bytes.size()) + ':' + bytes + '\n';
}

void put(QByteArray &into, const Runs &runs)
{
    into += QByteArray::number(static_cast<qint64>(runs.size())) + '\n';
    for (const Run &run : runs) {
        into += run.bold ? 'b' : '-';
        into += run.italic ? 'i' : '-';
        put(into, run.text);
    }
}

void put(QByteArray &into, const QStringList &lines)
{
    into += QByteArray::number(lines.size()) + '\n';
    for (const QString &line : lines)
        put(into, line);
}

void put(QByteArray &into, const Picture &picture)
{
    into += "picture ";
    put(into, picture.sha256);
}

void put(QByteArray &into, const Block &block)
{
    if (const auto *heading = std::get_if<Heading>(&block)) {
        into += "heading " + QByteArray::number(heading->level) + ' ';
        put(into, heading->runs);
    } else if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
        into += "paragraph ";
        put(into, paragraph->runs);
    } else if (const auto *list = std::get_if<List>(&block)) {
        into += "list " + QByteArray::number(static_cast<qint64>(list->items.size())) + '\n';
        for (const ListItem &item : list->items)
            put(into, item.runs);
    } else if (const auto *letterhead = std::get_if<Letterhead>(&block)) {
        into += "letterhead ";
        put(into, letterhead->name);
        put(into, letterhead->lines);
        if (letterhead->picture)
            put(into, *letterhead->picture);
    } else if (const auto *figure = std::get_if<Figure>(&block)) {
        put(into, figure->picture);
    } else if (const auto *address = std::get_if<AddressBlock>(&block)) {
        into += "address ";
        put(into, address->lines);
    }
}

QString shownToken(const QString &token)
{
    return withoutControlCharacters(token).simplified().left(40);
}

/// "en" as a tag for the PDF; letters go to people in the United States.
QString documentLanguage(const QString &language)
{
    return language.contains(u'-') ? language : language + "-US"_L1;
}

} // namespace

bool LetterInputs::isFollowUp() const
{
    const auto &all = templates.all();
    return !all.empty() && (all.front().kind == "supplement"_L1 || all.front().kind == "correction"_L1);
}

LetterComposer::LetterComposer(LetterInputs inputs) : m_inputs(std::move(inputs))
{
    for (const Template &text : m_inputs.templates.all()) {
        m_values.try_emplace(text.language, m_inputs.organization, m_inputs.incident, m_inputs.letterDate,
                             text.language);
    }
}

const Template *LetterComposer::templateFor(LetterForm form, const QString &language) const
{
    return m_inputs.templates.find(form, m_inputs.incident.isToldIn(language) ? language : u"en"_s);
}

Result<Letter> LetterComposer::compose(const LetterRecipient &recipient, const QString &mark) const
{
    const Template *base = templateFor(recipient.form, recipient.language);
    if (!base)
        return fail(ErrorCode::NotFound,
                    u"There is no template for the %1 form of this letter."_s.arg(toWord(recipient.form)));
    Letter letter;
    letter.overlay = m_inputs.overlays.find(residence(recipient));
    letter.text = &textFor(*base, letter.overlay, recipient.dataElements);
    const Template *text = letter.text;
    MergedLetter merged = merge(*text, m_values.at(text->language).forRecipient(recipient));
    letter.emptyFields = merged.emptyFields;
    for (const QString &token : recipient.dataElements) {
        if (!token.trimmed().isEmpty() && !dataElement(token, text->language))
            letter.unknownElements.append(shownToken(token));
    }
    letter.document = layOut(letter, std::move(merged), recipient);
    letter.sha256 = letterHash(letter.document, text->sha256);
    if (!mark.isEmpty()) {
        QString &footer = letter.document.page.footer;
        footer = footer.isEmpty() ? mark : QString(footer + u" · " + mark);
    }
    return letter;
}

const Template &LetterComposer::textFor(const Template &text, const Overlay *overlay, const QStringList &elements) const
{
    quint64 holding = 0;
    for (qsizetype at = 0; overlay && at < overlay->mustSay.size(); ++at) {
        const QStringList &when = overlay->mustSay[at].when;
        if (!when.isEmpty() && anyInvolved(when, elements))
            holding |= quint64{1} << at;
    }
    const std::lock_guard lock(m_mutex);
    std::unique_ptr<Template> &made = m_texts[{&text, overlay, holding}];
    if (!made)
        made = std::make_unique<Template>(m_inputs.overlays.applied(text, overlay, elements));
    return *made;
}

Document LetterComposer::layOut(const Letter &letter, MergedLetter merged, const LetterRecipient &recipient) const
{
    const Template &text = *letter.text;
    const Organization &sender = m_inputs.organization;
    Document document;
    document.metadata.title = text.title;
    document.metadata.language = documentLanguage(text.language);
    document.metadata.author = sender.name;
    document.page.footer = merged.footer;
    document.page.pageNumber = text.pageNumber;
    document.typography.smallest = letter.overlay ? letter.overlay->smallestType : 0;

    sign(merged, sender.signature);
    document.blocks.reserve(merged.blocks.size() + 3);
    const FieldValues &values = m_values.at(text.language);
    document.blocks.emplace_back(Letterhead{values.text(Field::OrganizationName), sender.address, sender.letterhead});
    const bool mailed = m_inputs.medium != Medium::Phone; // whoever calls needs no address, and it may be a wrong one
    document.blocks.emplace_back(AddressBlock{merged.addressee + (mailed ? postalLines(recipient) : QStringList())});
    Paragraph date;
    date.runs = plain(values.text(Field::LetterDate));
    document.blocks.emplace_back(std::move(date));
    std::move(merged.blocks.begin(), merged.blocks.end(), std::back_inserter(document.blocks));
    return document;
}

QString letterHash(const Document &document, const QString &templateSha256)
{
    QByteArray canonical = "tocsin letter 1\n";
    canonical.reserve(8192);
    put(canonical, templateSha256);
    put(canonical, document.metadata.language);
    put(canonical, document.page.footer);
    for (const Block &block : document.blocks)
        put(canonical, block);
    return sha256Hex(canonical);
}

} // namespace tocsin::notices
