// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/template_check.h"

#include "notices/check_parts.h"
#include "notices/overlay_set.h"
#include "notices/sheet.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

using Problems = QList<TemplateProblem>;

/// What a block shows; a field as it is written.
QString wordsOf(const TemplateInlines &inlines)
{
    QString words;
    for (const TemplateInline &each : inlines)
        words += each.kind == TemplateInline::Kind::Text ? each.text : wordsOf(each.children);
    return words;
}

/// Calls `see` with each block that is no section, in order.
template <typename See>
void eachBlock(const std::vector<TemplateBlock> &blocks, const See &see)
{
    for (const TemplateBlock &block : blocks) {
        if (block.kind == TemplateBlock::Kind::Section)
            eachBlock(block.children, see);
        else
            see(block);
    }
}

/// An edited text beside the one it is to replace.
class Comparison
{
public:
    Comparison(const Template &shipped, const Template &edited, const FieldBook &book, const QByteArray &bytes)
        : m_shipped(shipped)
        , m_edited(edited)
        , m_book(book)
        , m_lines(QString::fromUtf8(bytes).remove(u'\r').split(u'\n'))
    {
    }

    Problems run()
    {
        checkIdentity();
        for (const RequiredContent &content : m_shipped.required)
            checkRequired(content);
        if (m_shipped.kind == kWordings)
            checkWordings();
        else if (&m_book == &FieldBook::ofLetters())
            checkLetter();
        std::stable_sort(m_problems.begin(), m_problems.end(),
                         [](const TemplateProblem &a, const TemplateProblem &b) { return a.line < b.line; });
        return m_problems;
    }

private:
    const Template &m_shipped;
    const Template &m_edited;
    const FieldBook &m_book;
    QStringList m_lines;
    Problems m_problems;

    void complain(int line, const QString &sentence) { m_problems.append({line, sentence}); }

    /// Of the line that closes the header.
    [[nodiscard]] int headerEnd() const { return static_cast<int>(m_lines.indexOf(u"---"_s, 1)) + 1; }

    [[nodiscard]] int headerLine(const QString &beginning) const
    {
        for (qsizetype at = 1; at < m_lines.size() && m_lines[at] != "---"_L1; ++at) {
            if (m_lines[at].startsWith(beginning))
                return static_cast<int>(at) + 1;
        }
        return 1;
    }

    void checkIdentity()
    {
        const auto same = [this](const QString &key, const QString &shipped, const QString &edited) {
            if (shipped != edited)
                complain(headerLine(key + u':'), u"\"%1\" stays %2 in this text."_s.arg(key, shipped));
        };
        same(u"id"_s, m_shipped.id, m_edited.id);
        same(u"kind"_s, m_shipped.kind, m_edited.kind);
        same(u"language"_s, m_shipped.language, m_edited.language);
        same(u"form"_s, toWord(m_shipped.form), toWord(m_edited.form));
    }

    /// The line of a heading; 0 if there is none.
    [[nodiscard]] int lineOfHeading(const QString &heading) const
    {
        int line = 0;
        eachBlock(m_edited.blocks, [&](const TemplateBlock &block) {
            if (block.kind == TemplateBlock::Kind::Heading && line == 0 && wordsOf(block.inlines) == heading)
                line = block.line;
        });
        return line;
    }

    [[nodiscard]] bool standsUnder(const QString &heading) const
    {
        bool inside = false;
        bool stands = false;
        eachBlock(m_edited.blocks, [&](const TemplateBlock &block) {
            if (block.kind == TemplateBlock::Kind::Heading)
                inside = wordsOf(block.inlines) == heading;
            else
                stands = stands || inside;
        });
        return stands;
    }

    void checkRequired(const RequiredContent &wanted)
    {
        const auto kept = std::find_if(m_edited.required.begin(), m_edited.required.end(),
                                       [&](const RequiredContent &each) { return each.citation == wanted.citation; });
        if (kept == m_edited.required.end()) {
            return complain(
                headerEnd(),
                u"The header lacks \"required: %1 = %2\"; the law asks for it."_s.arg(wanted.citation, wanted.heading));
        }
        const int line = lineOfHeading(kept->heading);
        if (line == 0) {
            complain(
                headerLine(u"required: "_s + wanted.citation),
                u"There is no heading \"%1\", under which the text meets %2."_s.arg(kept->heading, wanted.citation));
        } else if (!standsUnder(kept->heading)) {
            complain(line, u"Nothing stands under \"%1\", which has to meet %2."_s.arg(kept->heading, wanted.citation));
        }
    }

    void checkWordings()
    {
        const auto before = Wordings::of(m_shipped, m_shipped.id);
        const auto after = Wordings::of(m_edited, m_edited.id);
        if (!before || !after)
            return complain(1, before ? after.error().message : before.error().message);
        const QStringList left = after->keys();
        for (const QString &key : before->keys()) {
            if (!left.contains(key))
                complain(headerEnd(), u"The wording \"## %1\" is missing; the law of a State asks for it."_s.arg(key));
        }
    }

    void checkLetter()
    {
        for (const FieldInfo &info : m_book.all()) {
            const bool lost
                = info.type == FieldType::Place && uses(m_shipped, info.field) && !uses(m_edited, info.field);
            if (lost)
                complain(
                    1,
                    u"{{%1}} is missing, as a paragraph of its own: there stands what the law of a State adds."_s.arg(
                        info.name));
        }
        if (m_problems.isEmpty())
            checkElements();
    }

    static bool uses(const Template &text, Field field)
    {
        bool used = false;
        eachBlock(text.blocks, [&](const TemplateBlock &block) {
            used = used
                || (block.inlines.size() == 1 && block.inlines.front().kind == TemplateInline::Kind::Field
                    && block.inlines.front().field == field);
        });
        return used;
    }

    /// Fills the text as it is filled for a person, and looks for each element there.
    void checkElements()
    {
        auto only = TemplateSet::of({m_edited});
        if (!only)
            return complain(1, only.error().message);
        const LetterComposer composer({*std::move(only), sampleSender(), sampleIncident(), QDate(2026, 3, 20)});
        const QList<CheckResult> results = checkContent(composer, {});
        for (const CheckResult &result : results) {
            for (const RequiredContent &content : m_edited.required) {
                const bool fails = result.level == CheckLevel::Error && result.citation == content.citation;
                if (fails)
                    complain(std::max(lineOfHeading(content.heading), 1), result.detail);
            }
        }
    }

    static Organization sampleSender()
    {
        return {u"Sample Organization"_s, u"covered-entity"_s,     "America/Chicago",           {u"1 Sample Street"_s},
                u"8005550100"_s,          u"sample@example.org"_s, u"www.example.org/sample"_s, u"Sample Officer"_s};
    }

    [[nodiscard]] IncidentFields sampleIncident() const
    {
        IncidentFields incident;
        incident.breachFrom = QDate(2026, 1, 11);
        incident.breachTo = QDate(2026, 2, 2);
        incident.discovered = QDate(2026, 3, 3);
        incident.earlierLetter = QDate(2026, 3, 9);
        incident.whatHappened = u"A sample of what happened."_s;
        incident.whatWeAreDoing = u"A sample of what is done."_s;
        incident.whatChanged = u"A sample of what changed."_s;
        incident.translated.insert(m_edited.language,
                                   {incident.whatHappened, incident.whatWeAreDoing, {}, {}, incident.whatChanged});
        return incident;
    }
};

/// One per kind of document that uses the text; none for letters, whose book is FieldBook::ofLetters().
Result<std::vector<FieldBook>> sheetBooksOf(const QString &id)
{
    TOCSIN_ASSIGN(const QList<NoticeKind> kinds, noticeKindsInAllLanguages());
    std::vector<FieldBook> books;
    for (const NoticeKind &kind : kinds) {
        if (kind.templateId == id)
            books.push_back(sheetBook(kind));
    }
    return books;
}

} // namespace

Result<std::vector<FieldInfo>> fieldsOf(const QString &id)
{
    TOCSIN_TRY(bundledTemplate(id));
    TOCSIN_ASSIGN(const std::vector<FieldBook> books, sheetBooksOf(id));
    if (books.empty())
        return fieldCatalogue();
    std::vector<FieldInfo> fields;
    for (const FieldBook &book : books) {
        for (const FieldInfo &info : book.all()) {
            const bool known = std::any_of(fields.begin(), fields.end(),
                                           [&](const FieldInfo &other) { return other.name == info.name; });
            if (!known)
                fields.push_back(info);
        }
    }
    return fields;
}

Result<QList<TemplateProblem>> templateProblems(const QString &id, const QByteArray &bytes)
{
    TOCSIN_ASSIGN(const QByteArray shippedBytes, bundledTemplate(id));
    TOCSIN_ASSIGN(const std::vector<FieldBook> books, sheetBooksOf(id));
    const auto problemsWith = [&](const FieldBook &book) -> Result<Problems> {
        TOCSIN_ASSIGN(const Template shipped, Template::parse(shippedBytes, id, book));
        const Parsed<Template> edited = Template::read(bytes, book);
        if (!edited)
            return Problems{{edited.error().line, edited.error().expected}};
        return Comparison(shipped, *edited, book, bytes).run();
    };
    if (books.empty())
        return problemsWith(FieldBook::ofLetters());
    for (const FieldBook &book : books) {
        TOCSIN_ASSIGN(Problems problems, problemsWith(book));
        if (!problems.isEmpty())
            return problems;
    }
    return Problems();
}

} // namespace tocsin::notices
