// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/checks.h"

#include "notices/check_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

/// A field of the organization that the letter shows and that is empty is one matter, not two: it takes the words of
/// the organization's check and the weight of the letter's.
void joinById(QList<CheckResult> &content, QList<CheckResult> &organization)
{
    for (CheckResult &own : organization) {
        const auto same = [&](const CheckResult &other) { return other.id == own.id; };
        if (content.removeIf(same) == 0 || own.level == CheckLevel::Error)
            continue;
        own.level = CheckLevel::Error;
        own.detail = u"The letter shows it, and the organization's data do not have it."_s;
    }
}

} // namespace

QList<CheckResult> checkWords(const LetterComposer &composer, const std::optional<NoticeFacts> &facts,
                              const RosterSurvey &roster, const QList<OtherNotice> &others)
{
    QList<CheckResult> content = checkContent(composer, roster);
    QList<CheckResult> organization = checkOrganization(composer.inputs().organization);
    joinById(content, organization);
    return content + organization + checkNarratives(composer.inputs().incident)
        + checkFigures(composer.inputs(), facts, roster, others);
}

QList<CheckResult> checkLetters(const LetterComposer &composer, const RosterSurvey &roster,
                                const std::optional<NoticeFacts> &facts, const QList<OtherNotice> &others)
{
    return checkWords(composer, facts, roster, others) + checkOverlays(composer, roster, facts)
        + checkRoster(composer, roster);
}

Result<> readyToRun(const QList<CheckResult> &checks)
{
    QStringList problems;
    for (const CheckResult &check : checks) {
        if (check.level != CheckLevel::Error)
            continue;
        const QString citation = check.citation.isEmpty() ? QString() : QString(u" ["_s + check.citation + u']');
        problems.append(u"- "_s + check.title + citation + u": "_s + check.detail);
    }
    if (problems.isEmpty())
        return {};
    return fail(
        ErrorCode::CheckFailed,
        u"The letters are not ready; %1 to settle first:\n%2"_s.arg(
            problems.size() == 1 ? u"one matter"_s : u"%1 matters"_s.arg(problems.size()), problems.join(u'\n')));
}

} // namespace tocsin::notices
