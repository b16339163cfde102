// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/item_roles.h"
#include "law/evaluation.h"
#include "law/facts.h"

#include <QDate>
#include <QString>

namespace tocsin::items {

/// Who is told, as a list names them: "HHS Secretary", "All individuals", "Media in Texas".
QString recipientTitle(const QString &recipient);

/// The code of the State that a recipient is of, "TX"; empty for what is of no single State.
QString recipientState(const QString &recipient);

/// How many people stand behind a recipient: "2,318 people", "612 residents"; empty while the facts do not say.
QString recipientCount(const QString &recipient, const law::Facts &facts);

/// A date as a heading: "Thu 2 April 2026".
QString fullDate(QDate date);

/// How much time a duty leaves: "13 days left", "1 day left", "due today", "1 day late".
QString timeLeft(QDate today, QDate due);

/// "one" to "ten", beyond that figures.
QString countWord(qint64 count);

/// What a change of facts does to the dates, in words.
struct FactsEffect
{
    Tone tone = Tone::Neutral;
    QString sentence; ///< "Seven dates move 4 days earlier. Individuals: 28 Apr."
    QStringList changes; ///< one line a duty: "Media in Texas: 2 May becomes 28 Apr, 4 days earlier"
};
FactsEffect effectOf(const QList<law::DateChange> &changes, QDate today);

} // namespace tocsin::items
