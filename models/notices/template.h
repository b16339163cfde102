// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "notices/fields.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace tocsin::notices {

/// A piece of a line: text, a field, a line break, or a section that stands or falls with a field.
struct TemplateInline
{
    enum class Kind { Text, Field, Item, Break, Section };

    Kind kind = Kind::Text;
    QString text;
    Field field = Field::OrganizationName; ///< of Field and Section
    bool inverted = false; ///< a Section that stands if the field is empty
    bool bold = false;
    bool italic = false;
    std::vector<TemplateInline> children;
    int line = 0;
};
using TemplateInlines = std::vector<TemplateInline>;

/// A block, or a section around blocks.
struct TemplateBlock
{
    enum class Kind { Heading, Paragraph, Bullet, Section };

    Kind kind = Kind::Paragraph;
    int level = 0; ///< of Heading: 1 to 3
    TemplateInlines inlines;
    Field field = Field::OrganizationName; ///< of Section
    bool inverted = false;
    std::vector<TemplateBlock> children;
    int line = 0;
};

/// A demand of the law that the template says it meets, and the heading under which it does.
struct RequiredContent
{
    QString citation; ///< "164.404(c)(1)(A)"
    QString heading; ///< "What happened"

    friend bool operator==(const RequiredContent &, const RequiredContent &) = default;
};

/// Where a template is wrong.
struct TemplateFault
{
    int line = 0; ///< from 1
    QString expected; ///< "**…** is not closed in this paragraph."
};

template <typename T>
using Parsed = tl::expected<T, TemplateFault>;

/// The kind of a file that holds no letter but what overlays add to letters.
constexpr QStringView kWordings = u"wordings";

/// The text of a notice as people edit it, read once. The form is set out in FORMAT.md.
struct Template
{
    QString id; ///< "individual-adult-en"
    /// "individual", "supplement" … for letters, "wordings" for what overlays add (see overlay_wordings.h), else a
    /// document
    QString kind;
    QString audience; ///< for people choosing a template
    LetterForm form = LetterForm::Adult;
    QString language; ///< "en"
    int version = 0;
    QString title; ///< of the PDF
    std::vector<TemplateInlines> addressee; ///< the lines above the street; a line that comes out empty is dropped
    TemplateInlines footer; ///< at the foot of each page, before the page number; may be empty
    QString pageNumber = QStringLiteral("Page %1 of %2");
    std::vector<RequiredContent> required;
    std::vector<TemplateBlock> blocks;
    QString sha256; ///< of the file's bytes; what an approval pins

    /// Reads a template. Fails with BadInput, naming source and line and what would be right.
    static Result<Template> parse(const QByteArray &bytes, const QString &source,
                                  const FieldBook &book = FieldBook::ofLetters());
    /// The same for whoever shows the fault beside its line.
    static Parsed<Template> read(const QByteArray &bytes, const FieldBook &book = FieldBook::ofLetters());
};

/// The texts of one kind that come with the program, in the order of their names.
Result<std::vector<Template>> bundledTemplates(QStringView kind);

/// The bytes of a text that comes with the program, by its id. Fails with NotFound.
Result<QByteArray> bundledTemplate(const QString &id);

/// The templates of one kind of letter, at most one per form and language.
class TemplateSet
{
public:
    /// Fails with Conflict if two templates claim the same form and language.
    static Result<TemplateSet> of(std::vector<Template> templates);
    /// Those of one kind that come with the program: "individual", "supplement", "correction", "email", "phone". Fails
    /// with NotFound for another.
    static Result<TemplateSet> bundled(const QString &kind = QStringLiteral("individual"));

    /// The template for a person, in English if there is none in the person's language; null if there is none at all.
    [[nodiscard]] const Template *find(LetterForm form, const QString &language) const;
    [[nodiscard]] const std::vector<Template> &all() const { return m_templates; }
    /// One hash over all of them.
    [[nodiscard]] QString sha256() const;

private:
    std::vector<Template> m_templates;
};

} // namespace tocsin::notices
