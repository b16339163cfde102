// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/checks.h"

namespace tocsin::notices {

/// What is wrong with the words of the letters: required elements, empty fields, placeholders left in a narrative,
/// reading level. Judged on a made-up recipient of each form the roster has (of all forms, while the roster is empty).
QList<CheckResult> checkContent(const LetterComposer &composer, const RosterSurvey &roster);

/// The organization's data: missing, or not well-formed.
QList<CheckResult> checkOrganization(const Organization &organization);

/// Dates and numbers: in themselves, against each other and against the facts.
QList<CheckResult> checkFigures(const LetterInputs &inputs, const std::optional<NoticeFacts> &facts);

/// The difficulties of the roster.
QList<CheckResult> checkRoster(const LetterComposer &composer, const RosterSurvey &roster);

/// A result that has nothing to complain of.
inline CheckResult good(const QString &id, const QString &title, const QString &citation = {},
                        const QString &detail = {})
{
    return {id, title, citation, CheckLevel::Ok, detail};
}

} // namespace tocsin::notices
