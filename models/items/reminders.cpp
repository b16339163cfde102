// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/reminders.h"

#include "items/countdown.h"
#include "items/duty_wording.h"
#include "items/wording.h"
#include "law/wording.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::NextDate;
using Stage = ReminderStage;

namespace {

constexpr int kGonePercent = 80;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

/// A stage, and the moment from which it speaks.
struct Crossing
{
    Stage stage;
    Instant at;
};

QByteArray zoneOf(const NextDate &date, const Instant &now)
{
    return date.zone.isEmpty() ? now.zone() : date.zone;
}

Instant startOf(QDate day, const QByteArray &zone)
{
    return Instant(day.startOfDay(QTimeZone(zone)).toMSecsSinceEpoch(), zone);
}

/// The moment at which a clock began; invalid if nothing says so.
Instant beginOf(const law::Due &start, const QByteArray &zone)
{
    if (start.instant)
        return *start.instant;
    return start.date.isValid() ? startOf(start.date, zone) : Instant();
}

/// A number of days before a date: civil days before the day, or before the hour on the clock there.
Instant daysBefore(const law::Due &due, int days, const QByteArray &zone)
{
    if (!due.instant)
        return startOf(due.date.addDays(-days), zone);
    return Instant(due.instant->toDateTime().addDays(-days).toMSecsSinceEpoch(), due.instant->zone());
}

/// When 80 % have gone: of the days for a clock of days, which is reached on a morning; of the time for hours.
Instant mostGone(const law::Due &start, const law::Due &due, const QByteArray &zone)
{
    if (due.instant) {
        const qint64 from = beginOf(start, zone).msecs();
        return Instant(from + (due.instant->msecs() - from) * kGonePercent / 100, zone);
    }
    const QDate first = start.instant ? start.instant->inZone(zone).localDate() : start.date;
    const qint64 days = first.daysTo(due.date);
    return startOf(first.addDays((days * kGonePercent + 99) / 100), zone);
}

QList<Crossing> crossingsOf(const NextDate &date, const QByteArray &zone)
{
    const law::Due due = date.record.due();
    const law::Due &start = date.record.duty.start;
    const Instant begin = beginOf(start, zone);
    QList<Crossing> crossings;
    const auto add = [&](Stage stage, const Instant &at) {
        if (!begin.isValid() || begin < at)
            crossings.append({stage, at});
    };
    if (begin.isValid() && begin < endOf(due, zone))
        add(Stage::MostGone, mostGone(start, due, zone));
    add(Stage::SevenDays, daysBefore(due, 7, zone));
    add(Stage::ThreeDays, daysBefore(due, 3, zone));
    add(Stage::OneDay, daysBefore(due, 1, zone));
    // An hour clock has passed only after its instant.
    add(Stage::Late, due.instant ? due.instant->plusMSecs(1) : endOf(due, zone));
    return crossings;
}

bool speaks(const NextDate &date)
{
    return date.record.isOpen() && !date.record.due().isNull() && date.record.duty.nature != law::Nature::KeepUntil;
}

bool isSnoozed(const NextDate &date, const Instant &now)
{
    return date.record.snoozedUntil && now < *date.record.snoozedUntil;
}

/// The stage that was reached last; none before the first.
std::optional<Stage> stageOf(const NextDate &date, const Instant &now)
{
    std::optional<Crossing> last;
    for (const Crossing &each : crossingsOf(date, zoneOf(date, now))) {
        const bool reached = !(now < each.at);
        if (reached && (!last || !(each.at < last->at)))
            last = each;
    }
    return last ? std::optional(last->stage) : std::nullopt;
}

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// "7 days left, until 2 May 2026", "Due today", "2 days late, since 2 May 2026"
QString timeWords(const NextDate &date, Stage stage, const Instant &now)
{
    const QByteArray zone = zoneOf(date, now);
    const law::Due due = date.record.due();
    const QDate today = now.inZone(zone).localDate();
    const bool hours = due.instant && qAbs(due.instant->msecs() - now.msecs()) < 2 * kDayMsecs;
    const QString left = hours ? countdown(due, now, zone).sentence : timeLeft(today, due.day());
    const QString day = due.instant ? momentText(*due.instant) : shortDate(due.day(), today);
    if (stage == Stage::Late)
        return Words::tr("%1: the date was %2").arg(capitalized(left), day);
    if (stage == Stage::MostGone)
        return Words::tr("80 % of the time has gone, %1, until %2").arg(left, day);
    return due.day() == today && !due.instant ? capitalized(left)
                                              : Words::tr("%1, until %2").arg(capitalized(left), day);
}

/// "HHS Secretary", "HHS Secretary and Media in Texas", "HHS Secretary and 3 more"
QString whomWords(const QStringList &whom)
{
    if (whom.size() == 1)
        return whom.constFirst();
    if (whom.size() == 2)
        return Words::tr("%1 and %2").arg(whom.at(0), whom.at(1));
    return Words::tr("%1 and %2 more").arg(whom.constFirst()).arg(whom.size() - 1);
}

/// Reminders of one sentence, while they are gathered.
struct Group
{
    Reminder reminder;
    NextDate first;
    QStringList whom;
};

bool fits(const Group &group, const NextDate &date, Stage stage)
{
    const law::Due &due = group.reminder.keys.constFirst().due;
    return group.reminder.incident == date.incident && group.reminder.stage == stage && due == date.record.due();
}

/// The last day, or later: red, whichever stage was reached last.
bool isPressing(const NextDate &date, const Instant &now)
{
    return !(now < daysBefore(date.record.due(), 1, zoneOf(date, now)));
}

Reminder finished(const Group &group, const Instant &now)
{
    Reminder made = group.reminder;
    made.tone = isPressing(group.first, now) ? Tone::Danger : Tone::Warning;
    made.sentence = u"%1: %2"_s.arg(timeWords(group.first, made.stage, now), whomWords(group.whom));
    return made;
}

} // namespace

size_t qHash(const ReminderKey &key, size_t seed)
{
    return qHashMulti(seed, key.obligation.value, int(key.stage), key.due.toIso());
}

QList<Reminder> remindersOf(const QList<NextDate> &dates, const Instant &now, const QSet<ReminderKey> &dismissed)
{
    QList<Group> groups;
    for (const NextDate &date : dates) {
        if (!speaks(date) || isSnoozed(date, now))
            continue;
        const std::optional<Stage> stage = stageOf(date, now);
        if (!stage)
            continue;
        const ReminderKey key{date.record.id, *stage, date.record.due()};
        if (dismissed.contains(key))
            continue;
        auto group
            = std::find_if(groups.begin(), groups.end(), [&](const Group &each) { return fits(each, date, *stage); });
        if (group == groups.end()) {
            groups.append({{date.incident, date.reference, *stage, date.record.due().day(), {}, {}, {}, {}}, date, {}});
            group = std::prev(groups.end());
        }
        group->reminder.obligations << date.record.id;
        group->reminder.keys << key;
        group->whom << recipientTitle(date.record.duty.recipient);
    }
    QList<Reminder> reminders;
    for (const Group &group : std::as_const(groups))
        reminders << finished(group, now);
    std::stable_sort(reminders.begin(), reminders.end(), [](const Reminder &a, const Reminder &b) {
        return std::tuple(a.stage != Stage::Late, a.day) < std::tuple(b.stage != Stage::Late, b.day);
    });
    return reminders;
}

QList<SnoozeChoice> snoozeChoices(const Reminder &reminder, const QList<NextDate> &dates, const Instant &now)
{
    QList<const NextDate *> meant;
    for (const NextDate &date : dates) {
        if (reminder.obligations.contains(date.record.id))
            meant << &date;
    }
    QList<SnoozeChoice> choices;
    for (const int days : {1, 3}) {
        const auto allows = [&](const NextDate *date) {
            const QByteArray zone = zoneOf(*date, now);
            const Instant until = startOf(now.inZone(zone).localDate().addDays(days), zone);
            if (date->record.isLate(now, zone))
                return until.msecs() <= now.msecs() + kDayMsecs;
            return !date->record.isLate(until, zone);
        };
        if (meant.isEmpty() || !std::all_of(meant.cbegin(), meant.cend(), allows))
            continue;
        const QByteArray zone = zoneOf(*meant.constFirst(), now);
        choices.append({days, startOf(now.inZone(zone).localDate().addDays(days), zone)});
    }
    return choices;
}

} // namespace tocsin::items
