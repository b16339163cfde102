// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/checks.h"
#include "notices/plain_language.h"

namespace tocsin::notices {

/// What is wrong with the words of the letters: required elements, empty fields, placeholders left in a narrative,
/// reading level. Judged on a made-up recipient of each form the roster has (of all forms, while the roster is empty).
QList<CheckResult> checkContent(const LetterComposer &composer, const RosterSurvey &roster);

/// The organization's data: missing, or not well-formed.
QList<CheckResult> checkOrganization(const Organization &organization);

/// Dates and numbers: in themselves, against each other, against the facts and against the other notices.
QList<CheckResult> checkFigures(const LetterInputs &inputs, const std::optional<NoticeFacts> &facts,
                                const RosterSurvey &roster, const QList<OtherNotice> &others);

/// The difficulties of the roster.
QList<CheckResult> checkRoster(const LetterComposer &composer, const RosterSurvey &roster);

/// What the law of each State in the roster asks of the letters there, and forbids: an overlay's demands, prohibitions
/// and monitoring, and what is left to counsel. The facts say how many people live where.
QList<CheckResult> checkOverlays(const LetterComposer &composer, const RosterSurvey &roster,
                                 const std::optional<NoticeFacts> &facts);

/// What a person wrote: telephone numbers and web addresses, and that the languages tell the same figures.
QList<CheckResult> checkNarratives(const IncidentFields &incident);

/// What could be said more plainly, in one result: the first passages with what to say, and how many more there are.
CheckResult plainLanguageResult(const QList<PlainHint> &hints);

/// Someone who does not exist and has everything, so that every part of the text shows. Lives in no State.
LetterRecipient madeUpRecipient(LetterForm form, const QString &language, const QString &representative);

/// What stands under a heading, down to the next one.
QString underHeading(const std::vector<Block> &blocks, const QString &heading);

/// Where a person gives the value of a template's field, in a sentence: as which field of the words, in the
/// organization's data, or among the facts.
QString whereGiven(const QString &field);

/// A result that has nothing to complain of.
inline CheckResult good(const QString &id, const QString &title, const QString &citation = {},
                        const QString &detail = {})
{
    return {id, title, citation, CheckLevel::Ok, detail};
}

} // namespace tocsin::notices
