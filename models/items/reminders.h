// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "items/item_roles.h"

#include <QSet>

namespace tocsin::items {

/// Why a reminder speaks.
enum class ReminderStage {
    MostGone, ///< 80 % of the time from the start of the clock to the date has gone
    SevenDays,
    ThreeDays,
    OneDay, ///< tomorrow or today
    Late,
};

/// A reminder that a person has put away until the window locks. The next stage speaks again.
struct ReminderKey
{
    ObligationId obligation;
    ReminderStage stage = ReminderStage::MostGone;
    law::Due due = {}; ///< a date that moves is another reminder

    friend bool operator==(const ReminderKey &, const ReminderKey &) = default;
};
size_t qHash(const ReminderKey &key, size_t seed = 0);

/// One sentence for all duties of an incident that reached the same stage for the same day.
struct Reminder
{
    IncidentId incident;
    QString reference;
    ReminderStage stage = ReminderStage::MostGone;
    QDate day; ///< the date that counts
    QList<ObligationId> obligations; ///< never empty
    QList<ReminderKey> keys;
    Tone tone = Tone::Warning;
    QString sentence; ///< "7 days left, until 2 May 2026: HHS Secretary and 3 more"
    friend bool operator==(const Reminder &, const Reminder &) = default;
};

/// A way to silence a reminder: until the morning after so many days.
struct SnoozeChoice
{
    int days = 1;
    Instant until;
};

/// What there is to remind of, the most urgent first: late, then by date. Silent are duties that are done, those with
/// nothing to be done by their date (something is kept until it), those snoozed beyond `now`, and those `dismissed` at
/// the stage they have reached. A stage that a clock passed before it started is none: a clock of 72 hours never says
/// that three days are left.
QList<Reminder> remindersOf(const QList<casework::NextDate> &dates, const Instant &now,
                            const QSet<ReminderKey> &dismissed);

/// For how long these duties may be silenced: never beyond their date, and by a day at a time once it has passed (see
/// casework::SnoozeReminders). Until tomorrow, for three days, or not at all.
QList<SnoozeChoice> snoozeChoices(const Reminder &reminder, const QList<casework::NextDate> &dates, const Instant &now);

} // namespace tocsin::items
