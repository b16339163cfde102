// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/word_fields.h"

#include "casework/first_notice.h"
#include "jobs/documents.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

notices::WordField letterField(const QString &key, const QString &title, const QString &hint,
                               notices::WordField::Type type, bool optional = true)
{
    return {key, title, hint, type, {}, {}, optional};
}

/// What only a letter has that follows another.
QList<notices::WordField> followUpFields()
{
    using enum notices::WordField::Type;
    return {
        letterField(u"what_changed"_s, u"What is new, or was wrong"_s,
                    u"Since the letter these people had; a few plain sentences."_s, Paragraphs, false),
        letterField(u"what_changed_es"_s, u"What is new, or was wrong, in Spanish"_s, u"The same in Spanish."_s,
                    Paragraphs),
        letterField(u"what_changed_neutral"_s, u"The same without the nature of the breach"_s,
                    u"Printed only for States that forbid telling the nature of the breach, such as Massachusetts. "
                    "Empty: those letters say only that something is new or was wrong."_s,
                    Paragraphs),
        letterField(u"what_changed_neutral_es"_s, u"The same without the nature of the breach, in Spanish"_s,
                    u"The same in Spanish."_s, Paragraphs),
        letterField(
            u"earlier_letter"_s, u"Date of the earlier letter"_s,
            u"Empty: for each person the day of the letter or e-mail that he or she had. A date here is printed "
            "for everybody, such as 2026-03-20."_s,
            Date),
    };
}

/// The words of letters. All may stay empty: the incident's own or the program's general sentences stand then.
QList<notices::WordField> letterFields()
{
    using enum notices::WordField::Type;
    const auto field = [](const QString &key, const QString &title, const QString &hint, auto type) {
        return letterField(key, title, hint, type);
    };
    return {
        field(u"what_happened"_s, u"What happened"_s, u"A few plain sentences; the dates are added from the facts."_s,
              Paragraphs),
        field(u"what_we_are_doing"_s, u"What we are doing"_s,
              u"Investigation, limiting harm, keeping it from happening again."_s, Paragraphs),
        field(u"offer"_s, u"Services offered"_s,
              u"At no cost to the person, such as credit monitoring. May stay empty."_s, Paragraphs),
        field(u"call_hours"_s, u"Hours of the toll-free line"_s,
              u"Such as: Monday to Friday, 8 a.m. to 8 p.m. Central time."_s, Text),
        field(u"what_happened_es"_s, u"What happened, in Spanish"_s,
              u"Spanish letters go out once everything told in English is told in Spanish; until then, English ones."_s,
              Paragraphs),
        field(u"what_we_are_doing_es"_s, u"What we are doing, in Spanish"_s, u"The same in Spanish."_s, Paragraphs),
        field(u"offer_es"_s, u"Services offered, in Spanish"_s, u"The same in Spanish."_s, Paragraphs),
        field(u"call_hours_es"_s, u"Hours of the toll-free line, in Spanish"_s,
              u"Such as: de lunes a viernes, de 8 a. m. a 8 p. m., hora del centro."_s, Text),
    };
}

} // namespace

Result<QList<notices::WordField>> wordFields(const casework::Notice &notice)
{
    if (isDocument(notice))
        return notices::noticeKind(notice.kind).map([](const notices::NoticeKind &kind) { return kind.fields; });
    return (casework::isFollowUp(notice) ? followUpFields() : QList<notices::WordField>()) + letterFields();
}

QList<notices::CheckResult> wordFaults(const casework::Notice &notice)
{
    QList<notices::CheckResult> faults;
    if (!casework::isFollowUp(notice))
        return faults;
    for (const notices::WordField &field : followUpFields()) {
        const QString fault = notices::faultOf(field, notice.fields.value(field.key));
        if (!fault.isEmpty())
            faults.append({u"words."_s + field.key, field.title, {}, notices::CheckLevel::Error, fault});
    }
    return faults;
}

} // namespace tocsin::jobs
