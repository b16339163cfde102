// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/blanks.h"
#include "notices/check_parts.h"

#include "core/instant.h"
#include "notices/data_elements.h"
#include "notices/reading_level.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr double kGradeAimed = 8.0;
constexpr double kGradeWarned = 9.0;
constexpr double kPerspicuityAimed = 65; // "fairly easy" on the INFLESZ scale
constexpr double kPerspicuityWarned = 55; // below it, harder than normal
constexpr qsizetype kHintsShown = 12;

struct Element
{
    QLatin1StringView id;
    QLatin1StringView citation;
    QLatin1StringView title;
};

/// 45 CFR 164.404(c)(1).
constexpr std::array kElements{
    Element{"element-a"_L1, "164.404(c)(1)(A)"_L1, "What happened, with both dates"_L1},
    Element{"element-b"_L1, "164.404(c)(1)(B)"_L1, "Kinds of information involved"_L1},
    Element{"element-c"_L1, "164.404(c)(1)(C)"_L1, "Steps to protect yourself"_L1},
    Element{"element-d"_L1, "164.404(c)(1)(D)"_L1, "What is being done"_L1},
    Element{"element-e"_L1, "164.404(c)(1)(E)"_L1, "How to ask questions"_L1},
};

/// The letter below the letterhead and the address.
QString bodyText(const Document &document)
{
    return plainText(document.blocks);
}

QString headingFor(const Template &text, QLatin1StringView citation)
{
    const auto found = std::find_if(text.required.begin(), text.required.end(),
                                    [&](const RequiredContent &content) { return content.citation == citation; });
    return found == text.required.end() ? QString() : found->heading;
}

/// Checks the letters of one template. Complaints are keyed by check, so that three templates give one list.
class ContentChecker
{
public:
    explicit ContentChecker(const LetterComposer &composer) : m_composer(composer), m_values({}, {}, {}) { }

    void checkTemplate(const Template &text)
    {
        const LetterInputs &inputs = m_composer.inputs();
        m_values = FieldValues(inputs.organization, inputs.incident, inputs.letterDate, text.language);
        for (const QString &representative : {QString(), u"Sample Representative"_s}) {
            const auto letter = m_composer.compose(madeUpRecipient(text.form, text.language, representative));
            if (!letter)
                continue;
            for (const QString &field : letter->emptyFields)
                note(m_emptyFields, field);
            if (inputs.isFollowUp() && !shows(bodyText(letter->document), Field::IncidentWhatChanged))
                note(m_withoutChange, text.id);
            for (const Element &element : kElements)
                checkElement(element, text, letter->document);
            for (const PlainHint &hint : plainHints(bodyText(letter->document), text.language))
                note(m_hints, hint);
            const ReadingLevel level = readingLevel(bodyText(letter->document), text.language);
            if (text.language == "en"_L1)
                m_worstGrade = std::max(m_worstGrade, level.grade());
            else if (text.language == "es"_L1)
                m_worstPerspicuity = std::min(m_worstPerspicuity.value_or(level.perspicuity()), level.perspicuity());
        }
    }

    [[nodiscard]] QList<CheckResult> results() const
    {
        QList<CheckResult> list;
        for (const Element &element : kElements)
            list.append(elementResult(element));
        list += fieldResults();
        if (m_composer.inputs().isFollowUp())
            list.append(changeResult());
        list.append(placeholderResult());
        list.append(readingResult());
        if (m_worstPerspicuity)
            list.append(spanishReadingResult());
        list.append(plainLanguageResult(m_hints));
        return list;
    }

private:
    const LetterComposer &m_composer;
    FieldValues m_values; ///< in the language of the template at hand
    QStringList m_emptyFields;
    QStringList m_withoutChange; ///< texts that follow and do not say what changed
    QMap<QString, QStringList> m_complaints;
    QList<PlainHint> m_hints;
    double m_worstGrade = 0;
    std::optional<double> m_worstPerspicuity;

    template <typename Each>
    static void note(QList<Each> &list, const Each &each)
    {
        if (!list.contains(each))
            list.append(each);
    }

    void complain(const Element &element, const QString &text) { note(m_complaints[QString(element.id)], text); }

    void checkElement(const Element &element, const Template &text, const Document &document)
    {
        const QString heading = headingFor(text, element.citation);
        if (heading.isEmpty())
            return complain(element, u"The template %1 names no heading for it."_s.arg(text.id));
        const QString section = underHeading(document.blocks, heading);
        if (section.trimmed().isEmpty())
            return complain(element, u"In %1, nothing stands under “%2”."_s.arg(text.id, heading));
        const QString missing = missingIn(section, element, text);
        if (!missing.isEmpty())
            complain(element, u"In %1, “%2” does not give %3."_s.arg(text.id, heading, missing));
    }

    [[nodiscard]] QString missingIn(const QString &section, const Element &element, const Template &text) const
    {
        if (element.id == "element-a"_L1)
            return missingAccount(section);
        if (element.id == "element-b"_L1)
            return missingKinds(section, text.language);
        if (element.id == "element-d"_L1)
            return shows(section, Field::IncidentWhatWeAreDoing) ? QString() : u"what is being done"_s;
        if (element.id == "element-e"_L1)
            return missingContact(section);
        return {};
    }

    [[nodiscard]] bool shows(const QString &section, Field field) const
    {
        const QString &value = m_values.text(field);
        return !value.isEmpty() && section.simplified().contains(value.simplified());
    }

    [[nodiscard]] QString missingAccount(const QString &section) const
    {
        if (!shows(section, Field::IncidentWhatHappened))
            return u"the account of what happened"_s;
        if (!shows(section, Field::IncidentDiscoveryDate))
            return u"the date of discovery"_s;
        const bool known = m_composer.inputs().incident.breachFrom.isValid();
        return known && !shows(section, Field::IncidentBreachDates) ? u"the date of the breach"_s : QString();
    }

    [[nodiscard]] static QString missingKinds(const QString &section, const QString &language)
    {
        const QStringList tokens = dataElementTokens();
        for (const QString &token : tokens) {
            const auto element = dataElement(token, language);
            if (element && !section.contains(element->phrase))
                return u"the kinds of information of the person (such as “%1”)"_s.arg(element->phrase);
        }
        return {};
    }

    [[nodiscard]] QString missingContact(const QString &section) const
    {
        const bool any = shows(section, Field::OrganizationTollFree) || shows(section, Field::OrganizationEmail)
            || shows(section, Field::OrganizationWebsite) || shows(section, Field::OrganizationAddress);
        return any ? QString() : u"a toll-free number, an e-mail address, a web site or a postal address"_s;
    }

    [[nodiscard]] CheckResult elementResult(const Element &element) const
    {
        const QStringList complaints = m_complaints.value(QString(element.id));
        const CheckResult fine = good(element.id, element.title, element.citation);
        if (!complaints.isEmpty())
            return {fine.id, fine.title, fine.citation, CheckLevel::Error, complaints.join(u' ')};
        if (element.id == "element-a"_L1 && !m_composer.inputs().incident.breachFrom.isValid()) {
            return {fine.id, fine.title, fine.citation, CheckLevel::Warning,
                    u"The date of the breach is not given. It may be left out only while it is not known."_s};
        }
        return fine;
    }

    /// Whoever had a letter has to learn from the next one what is different.
    [[nodiscard]] CheckResult changeResult() const
    {
        const CheckResult fine = good(u"what-changed"_s, u"The letter says what is new or was wrong"_s);
        if (m_withoutChange.isEmpty())
            return fine;
        return {fine.id,
                fine.title,
                {},
                CheckLevel::Error,
                u"%1 does not. Give it as the field “what_changed”, which the text shows as "
                "{{incident.what_changed}}."_s.arg(m_withoutChange.join(u", "_s))};
    }

    [[nodiscard]] QList<CheckResult> fieldResults() const
    {
        QList<CheckResult> list;
        for (const QString &field : m_emptyFields) {
            const auto info = fieldByName(field);
            const QString meaning = info ? QString(info->meaning) : field;
            list.append({field,
                         u"%1 is missing"_s.arg(meaning),
                         {},
                         CheckLevel::Error,
                         u"The letter shows it, and it has no value. %1"_s.arg(whereGiven(field))});
        }
        if (list.isEmpty())
            list.append(good(u"fields"_s, u"Every field has a value"_s));
        return list;
    }

    /// A person fills narratives by hand from an older letter; what is left of its blanks would be printed.
    [[nodiscard]] CheckResult placeholderResult() const
    {
        const IncidentFields &incident = m_composer.inputs().incident;
        const CheckResult fine = good(u"placeholders"_s, u"No blanks left to fill in"_s);
        QList<std::pair<QString, QString>> narratives;
        for (const QString &language : incident.languages()) {
            const Narratives told = incident.narratives(language);
            narratives << std::pair(u"incident.what_happened"_s, told.whatHappened)
                       << std::pair(u"incident.what_we_are_doing"_s, told.whatWeAreDoing)
                       << std::pair(u"incident.offer"_s, told.offer)
                       << std::pair(u"incident.call_hours"_s, told.callHours)
                       << std::pair(u"incident.what_changed"_s, told.whatChanged)
                       << std::pair(u"incident.what_changed_neutral"_s, told.whatChangedNeutral);
        }
        for (const auto &[name, text] : std::as_const(narratives)) {
            if (const QString blank = blankIn(text); !blank.isEmpty()) {
                return {fine.id,
                        fine.title,
                        {},
                        CheckLevel::Error,
                        u"%1 holds “%2”, which looks like a blank that was not filled in."_s.arg(name, blank)};
            }
        }
        return fine;
    }

    [[nodiscard]] CheckResult readingResult() const
    {
        const QString grade = QString::number(m_worstGrade, 'f', 1);
        const QString title = u"Reading level: grade %1"_s.arg(grade);
        const QString citation = u"164.404(c)(2)"_s;
        const QString formula = u"Flesch-Kincaid grade level (Kincaid and others, 1975)"_s;
        if (m_worstGrade <= kGradeAimed)
            return good(u"reading-level"_s, title, citation, formula);
        const QString advice = m_worstGrade <= kGradeWarned
            ? u"A little above grade 8; shorter sentences would help. %1."_s
            : u"Many readers will not follow this. Aim at grade 8: short sentences, everyday words. %1."_s;
        return {u"reading-level"_s, title, citation, CheckLevel::Warning, advice.arg(formula)};
    }

    [[nodiscard]] CheckResult spanishReadingResult() const
    {
        const double found = *m_worstPerspicuity;
        const QString title = u"Reading level in Spanish: %1 of 100"_s.arg(QString::number(found, 'f', 0));
        const CheckResult fine = good(u"reading-level-es"_s, title, u"164.404(c)(2)"_s,
                                      u"Perspicuity (Szigriszt Pazos, 1993); 65 and more is fairly easy"_s);
        if (found >= kPerspicuityAimed)
            return fine;
        const QString advice = found >= kPerspicuityWarned
            ? u"A little below 65; shorter sentences and words would help. %1."_s
            : u"Many readers will not follow this. Aim at 65: short sentences, everyday words. %1."_s;
        return {fine.id, fine.title, fine.citation, CheckLevel::Warning, advice.arg(fine.detail)};
    }
};

} // namespace

CheckResult plainLanguageResult(const QList<PlainHint> &hints)
{
    const CheckResult fine = good(u"plain-language"_s, u"Plain words and short sentences"_s, u"164.404(c)(2)"_s);
    if (hints.isEmpty())
        return fine;
    QStringList shown;
    for (const PlainHint &hint : hints.first(std::min(hints.size(), kHintsShown)))
        shown << u"“%1”: %2"_s.arg(hint.passage, hint.advice);
    if (hints.size() > kHintsShown)
        shown << u"and %1 more"_s.arg(hints.size() - kHintsShown);
    return {fine.id, fine.title, fine.citation, CheckLevel::Hint, shown.join(u"; "_s) + u'.'};
}

LetterRecipient madeUpRecipient(LetterForm form, const QString &language, const QString &representative)
{
    LetterRecipient recipient;
    recipient.id = u"R0000000"_s;
    recipient.firstName = u"Sample"_s;
    recipient.lastName = u"Recipient"_s;
    recipient.address = {u"1 Main St"_s};
    recipient.city = u"Springfield"_s;
    recipient.postalCode = u"62701"_s;
    recipient.language = language;
    recipient.form = form;
    recipient.representative = representative;
    recipient.dataElements = dataElementTokens();
    recipient.earlier.on = QDate(2026, 1, 2); // who has none is found in the roster
    return recipient;
}

QString underHeading(const std::vector<Block> &blocks, const QString &wanted)
{
    std::vector<Block> found;
    bool inside = false;
    for (const Block &block : blocks) {
        if (const auto *heading = std::get_if<Heading>(&block))
            inside = textOf(heading->runs) == wanted;
        else if (inside)
            found.push_back(block);
    }
    return plainText(found);
}

QList<CheckResult> checkContent(const LetterComposer &composer, const RosterSurvey &roster)
{
    ContentChecker checker(composer);
    for (const Template &text : composer.inputs().templates.all()) {
        const bool isUsed = composer.templateFor(text.form, text.language) == &text;
        const bool isAsked = roster.forms.isEmpty()
            || (roster.forms.contains(toWord(text.form)) && roster.languages.contains(text.language));
        if (isUsed && isAsked)
            checker.checkTemplate(text);
    }
    return checker.results();
}

} // namespace tocsin::notices
