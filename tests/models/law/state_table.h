// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/facts.h"

#include <QList>

namespace tocsin::law {

/// One clock of fixtures/law/state-table.txt: "45 days determined".
struct ExpectedClock
{
    int count = 0;
    QString unit; ///< "days", "business-days", "hours"
    QStringList from; ///< names of anchors, of which the latest counts, or "done.RECIPIENT"
};

/// One line of fixtures/law/state-table.txt: what one dated text asks.
struct ExpectedText
{
    QString state;
    QDate from;
    QDate to; ///< null: still in force
    QString recipient;
    QString entity;
    QString flag;
    QString op; ///< ">", ">=" or empty for any number
    qint64 people = 1;
    QList<ExpectedClock> clocks; ///< empty: no number of days; of several the earlier counts

    /// The least number of residents that the text asks for.
    [[nodiscard]] qint64 least() const { return op == QLatin1String(">") ? people + 1 : people; }
};

/// One line of fixtures/law/state-hipaa.txt: how a State treats a covered entity.
struct ExpectedTreatment
{
    QString state;
    QString individuals; ///< "yes", "no", "open"
    QString regulators; ///< the same, or "none"
    QStringList offices;
};

QList<ExpectedText> stateTable();
QList<ExpectedTreatment> hipaaTable();

/// Facts that meet every condition of the text, with `key` as the day that picks the version, and every anchor on a day
/// of its own, so that no anchor can stand in for another unseen.
Facts factsFor(const ExpectedText &text, QDate key, qint64 people);

/// The day on which the clock ends; null while the notice on which it hangs is not given.
QDate expectedDay(const ExpectedClock &clock, const Facts &facts, const QString &state);

} // namespace tocsin::law
