// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/incident_header.h"

#include "items/clock_marks.h"
#include "items/duty_wording.h"
#include "items/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

using views::ClockTick;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::app)
};

/// A limit that is far away is amber on the bar all the same: grey is for targets.
items::Tone toneOf(const items::ClockMark &mark, bool target)
{
    if (target)
        return items::Tone::Neutral;
    const bool soon = mark.state == items::ClockMark::State::Soon;
    return soon ? items::Tone::Danger : (mark.tone == items::Tone::Neutral ? items::Tone::Warning : mark.tone);
}

/// Ticks that stand for the same: those of a day with one tone.
struct Gathered
{
    ClockTick tick;
    QStringList names;
    QString state;
};

QString textOf(const Gathered &each, QDate day, QDate today)
{
    const QString names = each.names.size() < 3
        ? each.names.join(u", "_s)
        : Words::tr("%1 and %2 more").arg(each.names.constFirst()).arg(each.names.size() - 1);
    return Words::tr("%1: %2, %3").arg(items::shortDate(day, today), names, each.state);
}

QList<ClockTick> ticksOf(const items::IncidentClocks &clocks)
{
    QList<Gathered> gathered;
    const QList<items::DateMark> dates = items::datesOf(clocks);
    for (const items::DateMark &date : dates) {
        if (date.kind == items::DateKind::Keep)
            continue;
        const items::ClockMark &mark = clocks.marks.at(date.clock);
        const bool target = date.kind == items::DateKind::Target;
        const ClockTick tick{QString::number(mark.obligation.value),
                             static_cast<int>(clocks.discovered.daysTo(date.day)),
                             toneOf(mark, target),
                             {},
                             target};
        auto same = std::find_if(gathered.begin(), gathered.end(), [&tick](const Gathered &each) {
            return each.tick.day == tick.day && each.tick.tone == tick.tone && each.tick.target == tick.target;
        });
        if (same == gathered.end()) {
            const QString state = target ? Words::tr("internal target") : mark.stateText;
            gathered.append({tick, {}, state});
            same = std::prev(gathered.end());
        }
        same->names << (mark.title.isEmpty() ? mark.whom : mark.title);
    }
    QList<ClockTick> ticks;
    for (Gathered &each : gathered) {
        each.names.removeDuplicates();
        each.tick.text = textOf(each, clocks.discovered.addDays(each.tick.day), clocks.today);
        ticks << each.tick;
    }
    return ticks;
}

} // namespace

Result<views::IncidentHeader> IncidentHeaderQuery::run(casework::Reader &reader) const
{
    TOCSIN_ASSIGN(const items::IncidentClocks clocks, (items::IncidentClocksQuery{incident.id, now}.run(reader)));
    const QDate discovered = clocks.discovered;
    views::IncidentHeader header;
    header.id = QString::number(incident.id.value);
    header.title = incident.reference + u' ' + incident.title;
    header.line = discovered.isValid()
        ? Words::tr("%1 · discovered %2").arg(casework::kindName(incident.kind), items::fullDate(discovered))
        : Words::tr("%1 · the day of discovery is not known yet").arg(casework::kindName(incident.kind));
    header.clock.running = discovered.isValid() && incident.status != casework::IncidentStatus::Closed;
    if (!discovered.isValid())
        return header;
    header.clock.day = static_cast<int>(discovered.daysTo(clocks.today));
    header.clock.ticks = ticksOf(clocks);
    return header;
}

} // namespace tocsin::app
