// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/incident_header.h"

#include "casework/obligation.h"
#include "items/duty_wording.h"
#include "items/wording.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

using views::ClockTick;

constexpr int kSoon = 7; // days

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::app)
};

items::Tone toneOf(const casework::ObligationRecord &record, QDate today)
{
    if (record.state == casework::WorkState::Done)
        return items::Tone::Ok;
    return today.daysTo(record.duty.due.day()) <= kSoon ? items::Tone::Danger : items::Tone::Warning;
}

ClockTick tickOf(const casework::ObligationRecord &record, QDate discovered, QDate today)
{
    const QDate due = record.duty.due.day();
    const QString state = record.state == casework::WorkState::Done ? Words::tr("done") : items::daysFrom(today, due);
    const QString name = record.duty.title.isEmpty() ? record.duty.recipient : record.duty.title;
    return {QString::number(record.id.value), static_cast<int>(discovered.daysTo(due)), toneOf(record, today),
            Words::tr("%1: %2, %3").arg(items::shortDate(due, today), name, state)};
}

} // namespace

Result<views::IncidentHeader> IncidentHeaderQuery::run(casework::Reader &reader) const
{
    TOCSIN_ASSIGN(const law::Evaluation evaluation, casework::EvaluationQuery{incident.id}.run(reader));
    TOCSIN_ASSIGN(const QList<casework::ObligationRecord> records, casework::ObligationsQuery{incident.id}.run(reader));
    const QDate discovered = evaluation.discovered;
    views::IncidentHeader header;
    header.id = QString::number(incident.id.value);
    header.title = incident.reference + u' ' + incident.title;
    header.line = discovered.isValid()
        ? Words::tr("%1 · discovered %2").arg(casework::kindName(incident.kind), items::fullDate(discovered))
        : Words::tr("%1 · the day of discovery is not known yet").arg(casework::kindName(incident.kind));
    header.clock.running = discovered.isValid() && incident.status != casework::IncidentStatus::Closed;
    if (!discovered.isValid())
        return header;
    header.clock.day = static_cast<int>(discovered.daysTo(today));
    for (const casework::ObligationRecord &record : records) {
        const bool dated = record.standing == casework::ObligationRecord::Standing::Owed && !record.duty.due.isNull();
        if (dated && discovered.daysTo(record.duty.due.day()) <= header.clock.length)
            header.clock.ticks << tickOf(record, discovered, today);
    }
    return header;
}

} // namespace tocsin::app
