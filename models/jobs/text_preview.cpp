// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/text_preview.h"

#include "jobs/documents.h"
#include "jobs/letters.h"
#include "jobs/store_recipients.h"
#include "notices/pdf/pdf_writer.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

const QString kIndividual = u"individual"_s;

std::optional<notices::NoticeKind> kindOfText(const QString &id)
{
    const auto kinds = notices::noticeKindsInAllLanguages();
    if (!kinds)
        return {};
    const auto found = std::find_if(kinds->cbegin(), kinds->cend(),
                                    [&](const notices::NoticeKind &kind) { return kind.templateId == id; });
    return found == kinds->cend() ? std::nullopt : std::optional(*found);
}

/// The incident's notice of a kind; until there is one, what one would be with the words of the first letter.
Result<casework::Notice> noticeOf(casework::ReadSession &session, IncidentId incident, const QString &kind)
{
    TOCSIN_ASSIGN(const QList<casework::Notice> all, session.ask(casework::NoticesQuery{incident}));
    const auto ofKind
        = std::find_if(all.cbegin(), all.cend(), [&](const casework::Notice &each) { return each.kind == kind; });
    if (ofKind != all.cend())
        return *ofKind;
    const auto letter = std::find_if(all.cbegin(), all.cend(), casework::writesToPeople);
    if (letter == all.cend())
        return fail(ErrorCode::NotFound, u"This incident has no notice to show the text with."_s);
    casework::Notice made = *letter;
    made.id = {};
    made.kind = kind;
    return made;
}

Result<QByteArray> previewDocumentText(casework::ReadSession &session, IncidentId incident,
                                       const notices::NoticeKind &kind, const TextDraft &draft, const Instant &at)
{
    TOCSIN_ASSIGN(casework::Notice notice, noticeOf(session, incident, kind.kind));
    notice.language = kind.language;
    if (notice.id.isNull()) {
        const QString first = kind.recipients.value(0);
        notice.recipient = !kind.about.isEmpty() ? kind.about : first.contains(u'*') ? QString() : first;
        notice.fields = kind.presets();
    }
    TOCSIN_ASSIGN(const DocumentGround ground, documentGround(session, incident, at));
    TOCSIN_ASSIGN(DocumentMaterial material, documentOn(ground, notice));
    TOCSIN_TRY(tryText(material, draft.id, draft.bytes));
    return previewDocument(material);
}

/// What is not told in a language yet is shown with the English words, so that its text can be seen at all.
void tellIn(notices::IncidentFields &incident, const QString &language)
{
    if (!incident.isToldIn(language))
        incident.translated.insert(language, incident.narratives(u"en"_s));
}

} // namespace

bool isDocumentText(const QString &id)
{
    return kindOfText(id).has_value();
}

Result<QByteArray> previewText(casework::ReadSession &session, IncidentId incident, const TextDraft &draft,
                               RecipientId recipient, const Instant &at)
{
    if (const auto kind = kindOfText(draft.id))
        return previewDocumentText(session, incident, *kind, draft, at);
    TOCSIN_ASSIGN(const notices::Template text, notices::Template::parse(draft.bytes, draft.id));
    const bool isLetter = text.kind != notices::kWordings;
    TOCSIN_ASSIGN(const casework::Notice notice, noticeOf(session, incident, isLetter ? text.kind : kIndividual));
    TOCSIN_ASSIGN(LetterMaterial material, letterMaterialOf(session, notice, at));
    TOCSIN_TRY(tryText(material, draft.id, draft.bytes));
    TOCSIN_ASSIGN(const QList<casework::Recipient> people, session.ask(casework::RecipientsById{{recipient}}));
    if (people.isEmpty())
        return fail(ErrorCode::NotFound, u"This person is not in the roster."_s);
    notices::LetterRecipient person = letterRecipient(people.first());
    person.earlier = material.earlier.value(recipient);
    person.language = text.language;
    if (isLetter)
        person.form = text.form;
    tellIn(material.inputs.incident, text.language);
    const notices::LetterComposer composer(material.inputs);
    TOCSIN_ASSIGN(const notices::Letter letter, composer.compose(person, u"Preview"_s));
    return notices::renderDocument(letter.document);
}

} // namespace tocsin::jobs
