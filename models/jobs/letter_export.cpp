// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/letter_export.h"

#include "casework/facts_record.h"
#include "casework/letter_export.h"
#include "core/safe_file.h"
#include "core/text.h"
#include "jobs/documents.h"
#include "jobs/letters.h"
#include "jobs/sample_letter.h"
#include "jobs/store_recipients.h"
#include "law/states.h"
#include "notices/pdf/pdf_writer.h"
#include "notices/sheet_files.h"
#include "packets/recorded_file.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

constexpr std::array kFormats{std::pair{LetterFormat::Pdf, "pdf"_L1}, std::pair{LetterFormat::Html, "html"_L1},
                              std::pair{LetterFormat::Odt, "odt"_L1}, std::pair{LetterFormat::Text, "text"_L1}};

/// A sample is made in the language that is asked for, or not at all.
Result<> checkLanguage(const LetterMaterial &material, const QString &language)
{
    QStringList written;
    for (const notices::Template &text : material.inputs.templates.all()) {
        if (!written.contains(text.language))
            written << text.language;
    }
    if (!written.contains(language)) {
        return fail(ErrorCode::Usage,
                    u"There is no letter in “%1”; there is one in %2."_s.arg(language, written.join(u", "_s)));
    }
    if (!material.inputs.incident.isToldIn(language)) {
        return fail(ErrorCode::CheckFailed,
                    u"Nobody has told the incident in “%1” yet, so that everybody gets the English letter. Write its "
                    "words first: notices edit, the fields that end in _%1."_s.arg(language));
    }
    return {};
}

/// Whom the sample is written to: see nobodyIn().
Result<notices::LetterRecipient> placeholder(casework::ReadSession &session, const LetterMaterial &material,
                                             const LetterChoice &choice)
{
    const auto form = notices::letterForm(choice.form);
    if (!form)
        return fail(ErrorCode::Usage, u"A letter's form is adult, minor or deceased, not “%1”."_s.arg(choice.form));
    if (!choice.state.isEmpty() && !law::isStateCode(choice.state)) {
        return fail(
            ErrorCode::Usage,
            u"“%1” is no State or territory. Give its two letters, such as MA or PR; without --state the sample "
            "has no State's text."_s.arg(choice.state));
    }
    TOCSIN_TRY(checkLanguage(material, choice.language));
    TOCSIN_ASSIGN(const casework::FactsRevision facts, session.ask(casework::CurrentFacts{material.incident.id}));
    notices::LetterRecipient nobody = nobodyIn(choice.state, *form, choice.language, facts.facts);
    for (const notices::EarlierLetter &each : material.earlier) {
        if (!nobody.earlier.on.isValid() || each.on > nobody.earlier.on)
            nobody.earlier = {each.on};
    }
    return nobody;
}

Result<notices::LetterRecipient> chosen(casework::ReadSession &session, const LetterMaterial &material,
                                        const LetterChoice &choice)
{
    if (!choice.recipient)
        return placeholder(session, material, choice);
    TOCSIN_ASSIGN(const QList<casework::Recipient> people, session.ask(casework::RecipientsById{{*choice.recipient}}));
    if (people.isEmpty())
        return fail(ErrorCode::NotFound, u"This person is not in the roster."_s);
    notices::LetterRecipient person = letterRecipient(people.first());
    person.earlier = material.earlier.value(*choice.recipient);
    return person;
}

Result<QByteArray> bytesOf(const notices::Document &document, LetterFormat format)
{
    switch (format) {
    case LetterFormat::Html:
        return notices::toHtml(document).toUtf8();
    case LetterFormat::Odt:
        return notices::toOdt(document);
    case LetterFormat::Text:
        return notices::toPlainText(document).toUtf8();
    case LetterFormat::Pdf:
        break;
    }
    return notices::renderDocument(document);
}

} // namespace

QString toWord(LetterFormat format)
{
    const auto *known
        = std::find_if(kFormats.begin(), kFormats.end(), [format](const auto &each) { return each.first == format; });
    return known->second;
}

Result<LetterFormat> letterFormat(const QString &word)
{
    const auto *known
        = std::find_if(kFormats.begin(), kFormats.end(), [&](const auto &each) { return each.second == word; });
    if (known == kFormats.end())
        return fail(ErrorCode::Usage, u"A letter is saved as pdf, html, odt or text, not as “%1”."_s.arg(word));
    return known->first;
}

Result<LetterFormat> letterFormatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return letterFormat(suffix == "txt"_L1 ? u"text"_s : suffix);
}

Result<RecipientId> recipientCalled(casework::ReadSession &session, IncidentId incident, const QString &id)
{
    StoreRecipients people(session, incident);
    notices::LetterRecipient person;
    while (true) {
        TOCSIN_ASSIGN(const bool more, people.next(person));
        if (!more)
            return fail(ErrorCode::NotFound, u"Nobody who gets a letter is called “%1” in the roster."_s.arg(id));
        if (person.id == id)
            return people.records().value(id);
    }
}

Result<QByteArray> letterAs(casework::ReadSession &session, const LetterMaterial &material, const LetterChoice &choice,
                            LetterFormat format)
{
    TOCSIN_ASSIGN(const notices::LetterRecipient person, chosen(session, material, choice));
    const notices::LetterComposer composer(material.inputs);
    const QString mark = choice.recipient ? u"Preview"_s : u"Sample"_s;
    TOCSIN_ASSIGN(const notices::Letter letter, composer.compose(person, mark));
    return bytesOf(letter.document, format);
}

Result<> saveLetter(casework::CaseFile &file, IncidentId incident, const QString &noticeKey, const LetterChoice &choice,
                    LetterFormat format, const QString &path)
{
    TOCSIN_ASSIGN(const auto session, file.openSession());
    TOCSIN_ASSIGN(const LetterMaterial material, letterMaterial(*session, incident, noticeKey, file.now()));
    if (isDocument(material.notice))
        return fail(ErrorCode::BadInput, u"“%1” is one document; produce it as such."_s.arg(noticeKey));
    TOCSIN_ASSIGN(const QByteArray bytes, letterAs(*session, material, choice, format));
    const casework::RecordLetterExport note{material.notice.id, choice.recipient.value_or(RecipientId()),
                                            toWord(format), sha256Hex(bytes)};
    return packets::writeRecorded(
        path, [&bytes](const QString &part) { return writeFileAtomically(part, bytes); },
        [&file, &note] { return file.submit(note).result().map([](const casework::Receipt &) {}); });
}

} // namespace tocsin::jobs
