// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/template.h"

#include "core/text.h"
#include "notices/template_body.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// Outside the namespace, as the macro asks: a static library's resources are dropped by the linker unless named.
static void initTemplateResources()
{
    Q_INIT_RESOURCE(templates);
}

namespace tocsin::notices {

namespace {

constexpr qsizetype kMaxTemplateBytes = qsizetype{256} * 1024;

tl::unexpected<TemplateFault> fault(int line, QString expected)
{
    return tl::unexpected(TemplateFault{line, std::move(expected)});
}

/// The lines between the two "---", read key by key.
class HeaderReader
{
public:
    HeaderReader(const QStringList &lines, Template &into, const FieldBook &book)
        : m_lines(lines), m_into(into), m_book(book)
    {
    }

    /// The index of the first line of the body.
    Parsed<qsizetype> read()
    {
        if (m_lines.isEmpty() || m_lines.front() != "---"_L1)
            return fault(1, u"A template begins with a line \"---\" and its header."_s);
        for (qsizetype at = 1; at < m_lines.size(); ++at) {
            m_line = static_cast<int>(at) + 1;
            if (m_lines[at] == "---"_L1)
                return finish(at + 1);
            if (const auto taken = takeLine(m_lines[at]); !taken)
                return tl::unexpected(taken.error());
        }
        return fault(m_line, u"The header is not closed by a line \"---\"."_s);
    }

private:
    const QStringList &m_lines;
    Template &m_into;
    const FieldBook &m_book;
    QStringList m_seen;
    int m_line = 1;

    Parsed<bool> takeLine(const QString &line)
    {
        const qsizetype colon = line.indexOf(u':');
        const QString key = line.left(colon).trimmed();
        const QString value = line.mid(colon + 1).trimmed();
        if (colon <= 0 || value.isEmpty())
            return fault(m_line, u"A header line is \"key: value\"."_s);
        if (key == "addressee"_L1)
            return takeAddressee(value);
        if (key == "required"_L1)
            return takeRequired(value);
        if (key == "footer"_L1)
            return takeFooter(value);
        if (m_seen.contains(key))
            return fault(m_line, u"\"%1\" stands in the header twice."_s.arg(key));
        m_seen.append(key);
        return takeSingle(key, value);
    }

    Parsed<bool> takeSingle(const QString &key, const QString &value)
    {
        static const QRegularExpression word(u"^[a-z0-9][a-z0-9-]*$"_s);
        static const QRegularExpression languageTag(u"^[a-z]{2}(-[A-Z]{2})?$"_s);
        if (key == "audience"_L1 || key == "title"_L1)
            (key == "title"_L1 ? m_into.title : m_into.audience) = value;
        else if ((key == "id"_L1 || key == "kind"_L1) && word.match(value).hasMatch())
            (key == "id"_L1 ? m_into.id : m_into.kind) = value;
        else if (key == "language"_L1 && languageTag.match(value).hasMatch())
            m_into.language = value;
        else if (key == "form"_L1 && letterForm(value))
            m_into.form = *letterForm(value);
        else if (key == "page_number"_L1 && value.contains("%1"_L1) && value.contains("%2"_L1))
            m_into.pageNumber = value;
        else if (key == "version"_L1 && (m_into.version = value.toInt()) > 0)
            return true;
        else
            return fault(m_line, expectedFor(key));
        return true;
    }

    static QString expectedFor(const QString &key)
    {
        if (key == "id"_L1 || key == "kind"_L1)
            return u"\"%1\" is a word of small letters, digits and hyphens."_s.arg(key);
        if (key == "language"_L1)
            return u"\"language\" is a tag such as en or es."_s;
        if (key == "form"_L1)
            return u"\"form\" is adult, minor or deceased."_s;
        if (key == "version"_L1)
            return u"\"version\" is a whole number from 1."_s;
        if (key == "page_number"_L1)
            return u"\"page_number\" holds %1 for the page and %2 for the number of pages."_s;
        return u"\"%1\" is no key of the header; it has id, kind, audience, form, language, version, title, page_number, footer, addressee and required."_s
            .arg(key);
    }

    Parsed<bool> takeAddressee(const QString &value)
    {
        auto inlines = parseInlines(value, m_line, false, m_book);
        if (!inlines)
            return tl::unexpected(inlines.error());
        m_into.addressee.push_back(std::move(*inlines));
        return true;
    }

    Parsed<bool> takeFooter(const QString &value)
    {
        auto inlines = parseInlines(value, m_line, false, m_book);
        if (!inlines)
            return tl::unexpected(inlines.error());
        if (!m_into.footer.empty())
            return fault(m_line, u"\"footer\" stands in the header twice."_s);
        m_into.footer = std::move(*inlines);
        return true;
    }

    Parsed<bool> takeRequired(const QString &value)
    {
        const qsizetype equals = value.indexOf(u'=');
        const RequiredContent content{value.left(equals).trimmed(), value.mid(equals + 1).trimmed()};
        if (equals <= 0 || content.heading.isEmpty())
            return fault(m_line, u"\"required\" is a citation, \"=\" and a heading of this template."_s);
        m_into.required.push_back(content);
        return true;
    }

    Parsed<qsizetype> finish(qsizetype bodyStart)
    {
        QList<QLatin1StringView> keys{"id"_L1, "kind"_L1, "audience"_L1, "language"_L1, "version"_L1};
        // A text of another book is a document: it goes to nobody's address, in no form.
        const bool isLetter = &m_book == &FieldBook::ofLetters() && m_into.kind != kWordings;
        if (isLetter)
            keys << "form"_L1;
        if (m_into.kind != kWordings)
            keys << "title"_L1;
        for (const QLatin1StringView key : std::as_const(keys)) {
            if (!m_seen.contains(key))
                return fault(m_line, u"The header lacks \"%1\"."_s.arg(key));
        }
        if (isLetter && m_into.addressee.empty())
            return fault(m_line, u"The header lacks \"addressee\"."_s);
        return bodyStart;
    }
};

/// The first line with a sign that no template has; 0 if there is none.
int lineWithForbidden(const QString &text)
{
    const bool any = hasControlCharacters(text) || text.contains(u'\t') || text.contains(u'\r');
    const QStringList lines = any ? text.split(u'\n') : QStringList();
    const auto found = std::find_if(lines.begin(), lines.end(), [](const QString &line) {
        return hasControlCharacters(line) || line.contains(u'\t') || line.contains(u'\r');
    });
    return any ? static_cast<int>(found - lines.begin()) + 1 : 0;
}

Parsed<Template> parseText(const QString &text, const FieldBook &book)
{
    Template made;
    const QStringList lines = text.split(u'\n');
    const auto bodyStart = HeaderReader(lines, made, book).read();
    if (!bodyStart)
        return tl::unexpected(bodyStart.error());
    auto blocks = parseTemplateBody(lines, *bodyStart, book);
    if (!blocks)
        return tl::unexpected(blocks.error());
    made.blocks = std::move(*blocks);
    return made;
}

} // namespace

Parsed<Template> Template::read(const QByteArray &bytes, const FieldBook &book)
{
    if (bytes.size() > kMaxTemplateBytes)
        return fault(1, u"A template has at most %1 bytes."_s.arg(kMaxTemplateBytes));
    // Stateless: a character cut off at the end is an error too.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return fault(1, u"A template is UTF-8 text."_s);
    text.replace("\r\n"_L1, "\n"_L1);
    if (const int line = lineWithForbidden(text); line > 0)
        return fault(line, u"A template has no tabs, control characters or direction overrides."_s);
    auto made = parseText(text, book);
    if (made)
        made->sha256 = sha256Hex(bytes);
    return made;
}

Result<Template> Template::parse(const QByteArray &bytes, const QString &source, const FieldBook &book)
{
    auto made = read(bytes, book);
    if (!made)
        return fail(ErrorCode::BadInput,
                    u"%1, line %2: %3"_s.arg(source).arg(made.error().line).arg(made.error().expected));
    return *std::move(made);
}

Result<TemplateSet> TemplateSet::of(std::vector<Template> templates)
{
    const auto key = [](const Template &text) { return std::pair(text.language, text.form); };
    std::sort(templates.begin(), templates.end(),
              [&](const Template &a, const Template &b) { return key(a) < key(b); });
    const auto twice = std::adjacent_find(templates.begin(), templates.end(),
                                          [&](const Template &a, const Template &b) { return key(a) == key(b); });
    if (twice != templates.end()) {
        return fail(ErrorCode::Conflict,
                    u"The templates %1 and %2 are both for %3 in %4; one of them is too many."_s.arg(
                        twice->id, std::next(twice)->id, toWord(twice->form), twice->language));
    }
    TemplateSet set;
    set.m_templates = std::move(templates);
    return set;
}

Result<QByteArray> bundledTemplate(const QString &id)
{
    initTemplateResources();
    QFile file(u":/templates/%1.md"_s.arg(id));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"There is no template “%1”."_s.arg(id));
    return file.readAll();
}

Result<std::vector<Template>> bundledTemplates(QStringView kind)
{
    initTemplateResources();
    std::vector<Template> templates;
    const QDir folder(u":/templates"_s);
    const QStringList names = folder.entryList({kind.toString() + u"-*.md"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Io, u"The template %1 cannot be read."_s.arg(name));
        TOCSIN_ASSIGN(Template parsed, Template::parse(file.readAll(), u"templates/%1"_s.arg(name)));
        if (parsed.kind == kind)
            templates.push_back(std::move(parsed));
    }
    return templates;
}

Result<TemplateSet> TemplateSet::bundled(const QString &kind)
{
    TOCSIN_ASSIGN(std::vector<Template> all, bundledTemplates(kind));
    if (all.empty() || kind == kWordings)
        return fail(ErrorCode::NotFound, u"There are no letters of the kind “%1”."_s.arg(kind));
    return of(std::move(all));
}

const Template *TemplateSet::find(LetterForm form, const QString &language) const
{
    const auto in = [&](const QString &wanted) -> const Template * {
        for (const Template &text : m_templates) {
            if (text.form == form && text.language == wanted)
                return &text;
        }
        return nullptr;
    };
    const Template *own = in(language);
    return own ? own : in(u"en"_s);
}

QString TemplateSet::sha256() const
{
    QByteArray all = "tocsin template set 1\n";
    for (const Template &text : m_templates)
        all += text.sha256.toLatin1() + '\n';
    return sha256Hex(all);
}

} // namespace tocsin::notices
