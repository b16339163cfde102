// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/checks.h"

namespace tocsin::notices {

/// A place where a text tells otherwise than the facts, or than another notice.
struct Disagreement
{
    enum class Topic { Day, Count, Kind };

    Topic topic = Topic::Day;
    CheckLevel level = CheckLevel::Warning;
    QString sentence;
};

/// Every day of discovery, time of the breach, number of people and kind of information in a text that is not that of
/// the facts. A day of discovery is an error if the text names it for the sender's own and nowhere gives the right one;
/// for the rest, a person has to look.
QList<Disagreement> disagreements(const NoticeFacts &facts, const QString &text);

/// The kinds of information that people in the roster have and the facts do not, which duties may hang on. Kinds that
/// only say how somebody is reached are left out, and those of health where the facts have health information at all.
QList<Disagreement> rosterDisagreements(const NoticeFacts &facts, const QMap<QString, qint64> &peopleByKind);

/// The same between another notice of the incident and this one, which says what the facts say.
QList<Disagreement> disagreements(const NoticeFacts &facts, const QString &text, const OtherNotice &other);

/// The check of the other notices: two that tell different numbers or days are what a reader finds first.
CheckResult checkOthers(const NoticeFacts &facts, const QString &text, const QList<OtherNotice> &others);

/// All of them in one result, at the level of the worst.
CheckResult withDisagreements(CheckResult fine, const QList<Disagreement> &found);

} // namespace tocsin::notices
