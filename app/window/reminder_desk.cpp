// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/reminder_desk.h"

#include "casework/obligation_plan.h"
#include "core/when_done.h"
#include "shared/notice_bar.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

constexpr auto kShow = "show"_L1;

} // namespace

ReminderDesk::ReminderDesk(views::CaseContext &context, views::NoticeBar &bar) : m_context(context), m_bar(bar)
{
    m_bar.setClosable(true);
    connect(&m_bar, &views::NoticeBar::stepChosen, this, &ReminderDesk::onStep);
    connect(&m_bar, &views::NoticeBar::closed, this, &ReminderDesk::dismiss);
    connect(&context, &views::CaseContext::incidentChanged, this, &ReminderDesk::remind);
    connect(&context, &views::CaseContext::zoneChanged, this, &ReminderDesk::load);
    connect(&context, &views::CaseContext::minutePassed, this, &ReminderDesk::load);
    connect(context.file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        using casework::Kind;
        if (changes.touches(Kind::Obligation) || changes.touches(Kind::Facts) || changes.touches(Kind::Incident))
            load();
    });
    load();
}

void ReminderDesk::load()
{
    casework::NextDates query;
    query.now = m_context.now();
    whenDone(m_context.file()->ask(query), this, [this](const Result<QList<casework::NextDate>> &dates) {
        if (!dates) {
            m_reminders.clear();
            m_failed = false;
            m_bar.showNotice(views::Tone::Danger, tr("Reminders cannot be read: %1").arg(dates.error().message));
            return;
        }
        m_dates = *dates;
        remind();
    });
}

void ReminderDesk::remind()
{
    const Instant now = m_context.now();
    m_reminders = items::remindersOf(m_dates, now, m_dismissed);
    if (m_reminders.isEmpty()) {
        m_failed = false; // what could not be put off is over
        m_bar.clear();
    } else if (!m_failed) {
        say(m_reminders.constFirst());
    }
}

void ReminderDesk::say(const items::Reminder &reminder)
{
    QString sentence = reminder.sentence;
    if (reminder.incident != m_context.incident())
        sentence = u"%1: %2"_s.arg(reminder.reference, sentence);
    if (m_reminders.size() > 1)
        sentence += u" · "_s + tr("%1 more").arg(m_reminders.size() - 1);
    QList<views::NextStep> steps{{kShow, tr("Show")}};
    if (m_context.may(casework::SnoozeReminders::kAction)) {
        const auto choices = items::snoozeChoices(reminder, m_dates, m_context.now());
        for (const items::SnoozeChoice &choice : choices) {
            steps.append({QString::number(choice.until.msecs()),
                          choice.days == 1 ? tr("Snooze until tomorrow") : tr("Snooze %1 days").arg(choice.days)});
        }
    }
    m_bar.showNotice(reminder.tone, sentence, steps);
}

void ReminderDesk::onStep(const QString &id)
{
    m_failed = false;
    if (m_reminders.isEmpty())
        return;
    const items::Reminder &reminder = m_reminders.constFirst();
    if (id == kShow)
        Q_EMIT showRequested(reminder.incident, reminder.obligations.constFirst());
    else
        snooze(Instant(id.toLongLong(), m_context.zone()));
}

void ReminderDesk::snooze(const Instant &until)
{
    const casework::SnoozeReminders command{m_reminders.constFirst().obligations, until};
    whenDone(m_context.file()->submit(command), this, [this](const Result<casework::Receipt> &receipt) {
        if (receipt)
            return;
        m_failed = true;
        m_bar.showNotice(views::Tone::Danger, receipt.error().message, {{kShow, tr("Show")}});
    });
}

/// Closing the bar puts away the reminder that it says; what could not be done is only read.
void ReminderDesk::dismiss()
{
    if (m_reminders.isEmpty())
        return;
    if (std::exchange(m_failed, false))
        return remind();
    const QList<items::ReminderKey> keys = m_reminders.constFirst().keys;
    m_dismissed.unite(QSet<items::ReminderKey>(keys.cbegin(), keys.cend()));
    remind();
}

} // namespace tocsin::app
