// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/sheet_checks.h"

#include "core/instant.h"
#include "notices/agreement.h"
#include "notices/blanks.h"
#include "notices/check_parts.h"
#include "notices/contact_forms.h"
#include "notices/filing.h"
#include "notices/merge.h"
#include "notices/reading_level.h"
#include "notices/sheet_answers.h"
#include "notices/sheet_files.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr double kGradeAimed = 8.0;
constexpr double kPerspicuityAimed = 65.0;

CheckResult bad(CheckResult fine, CheckLevel level, const QString &detail)
{
    fine.level = level;
    fine.detail = detail;
    return fine;
}

QString citationOf(const SheetInputs &inputs)
{
    return inputs.duty.citation.isEmpty() ? inputs.kind.citation : inputs.duty.citation;
}

QString meaningOf(const SheetInputs &inputs, const QString &name)
{
    const auto info = sheetBook(inputs.kind).byName(name);
    return info ? info->meaning : name;
}

QList<CheckResult> checkFields(const SheetInputs &inputs, const Sheet &sheet)
{
    QList<CheckResult> list;
    for (const QString &name : sheet.emptyFields) {
        list.append({name, u"%1 is missing"_s.arg(meaningOf(inputs, name)), citationOf(inputs), CheckLevel::Error,
                     u"It has no value. %1"_s.arg(whereGiven(name))});
    }
    if (list.isEmpty())
        list.append(good(u"fields"_s, u"Every field has a value"_s, citationOf(inputs)));
    return list;
}

QString wordsOf(const QMap<QString, QString> &words)
{
    return QStringList(words.values()).join(u'\n');
}

/// Forms are often copied from an earlier incident; what is left of their blanks would go out, also out of the words
/// that this document takes from the letters.
CheckResult checkBlanks(const SheetInputs &inputs, const Sheet &sheet)
{
    const CheckResult fine = good(u"placeholders"_s, u"No blanks left to fill in"_s);
    QString blank = blankIn(wordsOf(inputs.words));
    if (blank.isEmpty())
        blank = blankIn(toPlainText(sheet.document));
    return blank.isEmpty()
        ? fine
        : bad(fine, CheckLevel::Error, u"“%1” looks like a blank that was not filled in."_s.arg(blank));
}

bool standsUnder(const Document &document, const QString &wanted)
{
    bool inside = false;
    for (const Block &block : document.blocks) {
        if (const auto *heading = std::get_if<Heading>(&block))
            inside = textOf(heading->runs) == wanted;
        else if (inside)
            return true;
    }
    return false;
}

/// 164.406(c): the notice to the media gives what the letter gives; so does what stands in a letter's place.
CheckResult checkElements(const SheetInputs &inputs, const Sheet &sheet)
{
    const CheckResult fine = good(u"elements"_s, u"The five elements of a notice"_s, u"164.404(c)(1), 164.406(c)"_s);
    QStringList missing;
    for (const auto letter : {u'A', u'B', u'C', u'D', u'E'}) {
        const QString citation = u"164.404(c)(1)(%1)"_s.arg(QChar(letter));
        const bool met = std::any_of(
            inputs.text.required.begin(), inputs.text.required.end(), [&](const RequiredContent &content) {
                return content.citation == citation && standsUnder(sheet.document, content.heading);
            });
        if (!met)
            missing << citation;
    }
    return missing.isEmpty() ? fine : bad(fine, CheckLevel::Error, u"Missing: %1."_s.arg(missing.join(u", "_s)));
}

CheckResult checkDates(const SheetInputs &inputs)
{
    const IncidentFields &incident = inputs.incident;
    const CheckResult fine = good(u"dates"_s, u"Dates follow one another"_s, citationOf(inputs));
    if (!incident.discovered.isValid())
        return bad(fine, CheckLevel::Error, u"The day of discovery is not in the facts."_s);
    if (incident.breachFrom.isValid() && incident.discovered < incident.breachFrom)
        return bad(fine, CheckLevel::Error, u"The discovery is before the breach began."_s);
    for (const WordField &field : inputs.kind.fields) {
        const QDate date = QDate::fromString(inputs.words.value(field.key), Qt::ISODate);
        if (field.type == WordField::Type::Date && date.isValid() && date < incident.discovered)
            return bad(fine, CheckLevel::Error,
                       u"%1, %2, is before the discovery on %3."_s.arg(field.title, longDate(date),
                                                                       longDate(incident.discovered)));
    }
    const QDate until = QDate::fromString(inputs.words.value(u"notice_to"_s), Qt::ISODate);
    const QDate from = QDate::fromString(inputs.words.value(u"notice_from"_s), Qt::ISODate);
    if (from.isValid() && until.isValid() && until < from)
        return bad(fine, CheckLevel::Error, u"The notice ends before it begins."_s);
    return fine;
}

/// A number behind a State's name, of a line such as "Texas: 1,600".
qint64 countOfLine(const QString &line)
{
    return line.section(u": "_s, -1).remove(u',').toLongLong();
}

NoticeFacts factsOf(const SheetInputs &inputs)
{
    NoticeFacts facts{inputs.incident.breachFrom, inputs.incident.breachTo, inputs.incident.discovered,
                      inputs.facts.affected};
    for (const QString &line : inputs.facts.states)
        facts.otherCounts << countOfLine(line);
    for (const std::optional<qint64> &count : {inputs.duty.residents, inputs.facts.unreachable}) {
        if (count)
            facts.otherCounts << *count;
    }
    facts.data = inputs.facts.dataWords;
    return facts;
}

/// What people wrote for it: its own words, and the account of the letters where it has none.
QString writtenFor(const SheetInputs &inputs)
{
    const Narratives told = inputs.incident.narratives(inputs.text.language);
    QString written = wordsOf(inputs.words);
    if (inputs.words.value(u"what_happened"_s).trimmed().isEmpty())
        written += u'\n' + told.whatHappened;
    if (inputs.words.value(u"what_we_are_doing"_s).trimmed().isEmpty())
        written += u'\n' + told.whatWeAreDoing;
    return written;
}

/// Days among the document's own words that the case knows otherwise.
QList<Disagreement> otherDays(const SheetInputs &inputs)
{
    QList<Disagreement> found;
    for (auto known = inputs.facts.days.begin(); known != inputs.facts.days.end(); ++known) {
        const WordField *field = inputs.kind.field(known.key());
        const QDate said = QDate::fromString(inputs.words.value(known.key()), Qt::ISODate);
        if (field && said.isValid() && said != known.value()) {
            found.append(
                {Disagreement::Topic::Day, CheckLevel::Warning,
                 u"“%1” is %2; the case has %3."_s.arg(field->title, longDate(said), longDate(known.value()))});
        }
    }
    return found;
}

/// What people wrote and what the document says beside it, each by itself: that the text gives the right day does not
/// make good a wrong one in the words.
CheckResult checkFacts(const SheetInputs &inputs, const Sheet &sheet)
{
    const CheckResult fine
        = good(u"facts"_s, u"Figures, dates and kinds of information agree with the facts"_s, citationOf(inputs));
    const NoticeFacts facts = factsOf(inputs);
    return withDisagreements(fine,
                             disagreements(facts, writtenFor(inputs))
                                 + disagreements(facts, plainText(sheet.document.blocks)) + otherDays(inputs)
                                 + rosterDisagreements(facts, inputs.facts.rosterKinds));
}

/// What people are told to call or to visit. The contact that only the office sees has a check of its own.
CheckResult checkContacts(const SheetInputs &inputs)
{
    const Narratives told = inputs.incident.narratives(inputs.text.language);
    QStringList texts{told.whatHappened, told.whatWeAreDoing, told.offer, told.callHours};
    for (const WordField &field : inputs.kind.fields) {
        if (field.type == WordField::Type::Paragraphs || field.key == "press_contact"_L1)
            texts << inputs.words.value(field.key);
    }
    const CheckResult fine
        = good(u"narrative.addresses"_s, u"Telephone numbers and addresses in the words"_s, citationOf(inputs));
    const QString fault = contactFaultIn(texts.join(u'\n'));
    // Numbers of contracts and files stand in what partners and offices read; a person looks at them there.
    const CheckLevel level = inputs.kind.isPublic ? CheckLevel::Error : CheckLevel::Warning;
    return fault.isEmpty() ? fine : bad(fine, level, fault);
}

/// A notice that is late says why, and one that nobody asked for says so to whoever approves it.
CheckResult checkDue(const SheetInputs &inputs)
{
    const SheetDuty &duty = inputs.duty;
    const CheckResult fine = good(u"due"_s, u"The notice is owed, and in time"_s, citationOf(inputs));
    if (!duty.owed) {
        const QString none = duty.residents == 0 ? u" They count nobody in %1."_s.arg(duty.state) : QString();
        return bad(fine, CheckLevel::Warning, u"With the facts as they are, no rule asks for this notice."_s + none);
    }
    const bool explained = !inputs.words.value(u"late_reason"_s).trimmed().isEmpty();
    if (duty.done || explained || !duty.dueDay.isValid() || inputs.date <= duty.dueDay)
        return fine;
    return bad(fine, CheckLevel::Warning,
               u"It is dated %1; it was due on %2. Say why it is late, and what was done to be in time."_s.arg(
                   longDate(inputs.date), longDate(duty.dueDay)));
}

/// Spanish has a measure of its own, on which more is easier.
CheckResult checkSpanishReading(const QString &text)
{
    const double found = readingLevel(text, u"es"_s).perspicuity();
    const CheckResult fine
        = good(u"reading-level"_s, u"Reading level in Spanish: %1 of 100"_s.arg(QString::number(found, 'f', 0)),
               u"164.404(c)(2)"_s, u"Perspicuity (Szigriszt Pazos, 1993); 65 and more is fairly easy"_s);
    return found >= kPerspicuityAimed
        ? fine
        : bad(fine, CheckLevel::Warning, u"Aim at 65: short sentences, everyday words. %1."_s.arg(fine.detail));
}

CheckResult checkReading(const QString &text)
{
    const double grade = readingLevel(text).grade();
    const CheckResult fine = good(u"reading-level"_s, u"Reading level: grade %1"_s.arg(QString::number(grade, 'f', 1)),
                                  u"164.404(c)(2)"_s, u"Flesch-Kincaid grade level (Kincaid and others, 1975)"_s);
    return grade <= kGradeAimed
        ? fine
        : bad(
            fine, CheckLevel::Warning,
            u"Aim at grade 8: short sentences, everyday words. Flesch-Kincaid grade level (Kincaid and others, 1975)."_s);
}

CheckResult checkCounsel(const SheetInputs &inputs)
{
    const CheckResult fine = good(u"counsel"_s, u"The sources of this duty are sure"_s, citationOf(inputs));
    return inputs.duty.counselReview || inputs.office.counselReview
        ? bad(fine, CheckLevel::Warning, u"Counsel confirms that this notice is owed, and how, before it goes out."_s)
        : fine;
}

/// For whoever files it; see filingRows().
CheckResult filingNote(const SheetInputs &inputs)
{
    QStringList lines;
    for (const SheetRow &row : filingRows(inputs))
        lines << row.label + u": "_s + row.value + u'.';
    return good(u"filing"_s, filingHeading(), citationOf(inputs), lines.join(u' '));
}

} // namespace

QList<CheckResult> checkSheet(const SheetInputs &inputs, const Sheet &sheet, const QList<OtherNotice> &others)
{
    QList<CheckResult> list = checkFields(inputs, sheet);
    list << checkAnswers(inputs) << checkBlanks(inputs, sheet);
    if (inputs.kind.withElements)
        list << checkElements(inputs, sheet);
    list << checkContacts(inputs) << checkDates(inputs) << checkFacts(inputs, sheet)
         << checkOthers(factsOf(inputs), writtenFor(inputs), others);
    if (inputs.kind.isPublic) {
        const QString text = toPlainText(sheet.document);
        list << (inputs.text.language == "es"_L1 ? checkSpanishReading(text) : checkReading(text))
             << plainLanguageResult(plainHints(plainText(sheet.document.blocks), inputs.text.language));
    }
    list += checkOrganization(inputs.organization);
    if (!inputs.duty.recipient.isEmpty())
        list << checkDue(inputs) << checkCounsel(inputs) << filingNote(inputs);
    return list;
}

} // namespace tocsin::notices
