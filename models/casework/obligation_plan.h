// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"

namespace tocsin::casework {

/// Gives an obligation an owner, or with a null id takes the owner away.
struct AssignObligation
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("obligation.assign");
    ObligationId obligation;
    PersonId owner = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Sets the day by which the team wants to be done, or with a null date takes it back. It has to be on or before the
/// due date, unless `evenIfLate` says that a later one is meant.
struct SetObligationTarget
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("obligation.target");
    ObligationId obligation;
    QDate target = {};
    bool evenIfLate = false;
    Result<Outcome> apply(Writer &writer) const;
};

/// Adds a note: 1 to 2,000 characters. Notes are never changed or removed; taken back, a further one says so.
struct AddObligationNote
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("obligation.note");
    ObligationId obligation;
    QString text = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Silences the reminders of obligations of one incident until an instant, or wakes them with none. Not beyond any of
/// their due dates; once one has passed, by at most a day at a time. All of them or none.
struct SnoozeReminders
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("obligation.snooze");
    QList<ObligationId> obligations = {};
    std::optional<Instant> until = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Counsel sets a due date in place of the computed one, with a reason. The computed date stays beside it. Setting it
/// again, also to the same date, confirms it against what is computed now. Not for a duty that is not owed, and not
/// before the day of discovery, or before the duty's own clock where that started earlier.
struct OverrideDueDate
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("obligation.override");
    ObligationId obligation;
    law::Due due = {}; ///< a date or an instant
    QString reason = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Takes counsel's date back; the computed one counts again. A reason is required.
struct LiftOverride
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("obligation.lift-override");
    ObligationId obligation;
    QString reason = {};
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
