// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/incident_header.h"

#include "items/clock_marks.h"
#include "items/duty_wording.h"
#include "items/wording.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

using items::ClockMark;
using items::IncidentClocks;
using views::ClockTick;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::app)
};

items::Tone toneOf(const ClockMark &mark)
{
    switch (mark.state) {
    case ClockMark::State::Met:
        return items::Tone::Ok;
    case ClockMark::State::Keep:
        return items::Tone::Neutral;
    case ClockMark::State::Ahead:
        return items::Tone::Warning;
    case ClockMark::State::Soon:
    case ClockMark::State::Today:
    case ClockMark::State::Late:
        break;
    }
    return items::Tone::Danger;
}

ClockTick tickOf(const ClockMark &mark, const IncidentClocks &clocks)
{
    const QString name = mark.title.isEmpty() ? mark.whom : u"%1, %2"_s.arg(mark.title, mark.whom);
    return {QString::number(mark.obligation.value), static_cast<int>(clocks.discovered.daysTo(mark.day())),
            toneOf(mark),
            Words::tr("%1: %2, %3").arg(items::shortDate(mark.day(), clocks.today), name, mark.stateText)};
}

} // namespace

Result<views::IncidentHeader> IncidentHeaderQuery::run(casework::Reader &reader) const
{
    TOCSIN_ASSIGN(const IncidentClocks clocks, items::IncidentClocksQuery{incident.id, now}.run(reader));
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
    for (const ClockMark &mark : clocks.marks) {
        if (discovered.daysTo(mark.day()) <= header.clock.length)
            header.clock.ticks << tickOf(mark, clocks);
    }
    return header;
}

} // namespace tocsin::app
