// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/reminder_desk.h"

#include "casework/obligation_plan.h"
#include "core/when_done.h"
#include "shared/notice_bar.h"

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace tocsin::app {

namespace {

constexpr auto kShow = "show"_L1;
constexpr std::chrono::milliseconds kLongest = 1h; // a clock that is set anew must not keep reminders back for long

constexpr std::chrono::milliseconds kAgain = 1min; // after a read that failed

} // namespace

ReminderDesk::ReminderDesk(views::CaseContext &context, views::NoticeBar &bar) : m_context(context), m_bar(bar)
{
    m_bar.setClosable(true);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ReminderDesk::load);
    connect(&m_bar, &views::NoticeBar::stepChosen, this, &ReminderDesk::onStep);
    connect(&m_bar, &views::NoticeBar::closed, this, &ReminderDesk::dismiss);
    connect(&context, &views::CaseContext::incidentChanged, this, &ReminderDesk::remind);
    connect(&context, &views::CaseContext::zoneChanged, this, &ReminderDesk::load);
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
            m_said.clear();
            m_bar.showNotice(views::Tone::Danger, tr("Reminders cannot be read: %1").arg(dates.error().message));
            m_timer.start(kAgain);
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
        m_said.clear();
        m_bar.clear();
    } else {
        say(m_reminders.constFirst());
    }
    const Instant next = items::nextReminderAfter(m_dates, now);
    const std::chrono::milliseconds wait(next.isValid() ? next.msecs() - now.msecs() : kLongest.count());
    m_timer.start(std::clamp<std::chrono::milliseconds>(wait, 1s, kLongest));
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
    QString said = sentence;
    for (const views::NextStep &step : std::as_const(steps))
        said += u'\n' + step.id;
    if (said == m_said)
        return; // an alert that is said again and again is not heard
    m_said = said;
    m_bar.showNotice(reminder.tone, sentence, steps);
}

void ReminderDesk::onStep(const QString &id)
{
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
        m_said.clear();
        m_bar.showNotice(views::Tone::Danger, receipt.error().message, {{kShow, tr("Show")}});
    });
}

void ReminderDesk::dismiss()
{
    if (m_reminders.isEmpty())
        return;
    const QList<items::ReminderKey> keys = m_reminders.constFirst().keys;
    m_dismissed.unite(QSet<items::ReminderKey>(keys.cbegin(), keys.cend()));
    remind();
}

} // namespace tocsin::app
