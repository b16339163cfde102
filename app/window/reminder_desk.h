// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/reminders.h"
#include "shared/case_context.h"

#include <QObject>

namespace tocsin::views {
class NoticeBar;
}

namespace tocsin::app {

/// Reminds of the dates of all incidents that are not closed, in a bar above the pages: the most urgent, and how many
/// more there are. Looks again when the case changes, and every minute.
class ReminderDesk final : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned; both outlive this.
    ReminderDesk(views::CaseContext &context, views::NoticeBar &bar);

    /// What it would say now, the most urgent first.
    [[nodiscard]] const QList<items::Reminder> &reminders() const { return m_reminders; }

Q_SIGNALS:
    void showRequested(IncidentId incident, ObligationId obligation);

private:
    void load();
    void remind();
    void say(const items::Reminder &reminder);
    void onStep(const QString &id);
    void snooze(const Instant &until);
    void dismiss();

    views::CaseContext &m_context;
    views::NoticeBar &m_bar;
    QList<casework::NextDate> m_dates;
    QList<items::Reminder> m_reminders;
    QSet<items::ReminderKey> m_dismissed;
    bool m_failed = false; ///< the bar says what could not be done, not a reminder
};

} // namespace tocsin::app
