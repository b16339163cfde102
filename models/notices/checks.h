// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/compose.h"
#include "notices/roster_survey.h"

#include <QList>

#include <optional>

namespace tocsin::notices {

enum class CheckLevel {
    Ok,
    Hint, ///< could be said better; needs no reason
    Warning, ///< someone should look; letters can be produced, and an approval says why
    Error, ///< letters cannot be produced
};

/// One line of the list beside a notice.
struct CheckResult
{
    QString id; ///< stable: "element-a", "organization.toll_free"
    QString title; ///< "What happened, with both dates"
    QString citation; ///< "164.404(c)(1)(A)", or empty
    CheckLevel level = CheckLevel::Ok;
    QString detail; ///< what was found and what would be right; never a name or an address

    friend bool operator==(const CheckResult &, const CheckResult &) = default;
};

/// What the incident's facts say, to hold against what the letter says.
struct NoticeFacts
{
    QDate breachFrom;
    QDate breachTo;
    QDate discovered;
    std::optional<qint64> affected; ///< number of people
    std::optional<bool> delayed = {}; ///< whether a law enforcement agency asked for a delay; absent: not recorded
    QMap<QString, qint64> residents = {}; ///< people affected by State code
    QList<qint64> otherCounts = {}; ///< further numbers of people that are right to say
    QStringList data = {}; ///< kinds of information in the words of the facts; empty: not known
};

/// The words of another notice of the same incident, to hold against this one's.
struct OtherNotice
{
    QString title;
    QString words; ///< all that people wrote in it
};

/// All checks of a set of letters: the elements of 45 CFR 164.404(c)(1), empty fields, the organization's data and
/// their form, reading level and plain words, agreement with the facts and with the other notices, what the States in
/// the roster ask for, and the difficulties of the roster. In a fixed order, the good ones included.
QList<CheckResult> checkLetters(const LetterComposer &composer, const RosterSurvey &roster,
                                const std::optional<NoticeFacts> &facts = std::nullopt,
                                const QList<OtherNotice> &others = {});

/// Those of them that look at the words and figures alone, whoever gets the letters.
QList<CheckResult> checkWords(const LetterComposer &composer, const std::optional<NoticeFacts> &facts = std::nullopt,
                              const RosterSurvey &roster = {}, const QList<OtherNotice> &others = {});

/// Fails with CheckFailed if any check is an error; the sentence lists each of them.
Result<> readyToRun(const QList<CheckResult> &checks);

} // namespace tocsin::notices
