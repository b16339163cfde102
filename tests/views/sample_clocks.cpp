// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sample_clocks.h"

#include "law/states.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::viewchecks {

using casework::ObligationRecord;

namespace {

const QByteArray kZone = "America/Chicago"_ba;

ObligationRecord dutyOfHours(qint64 id)
{
    ObligationRecord record = sampleDuty(id, u"abroad:EU"_s);
    record.duty.title = u"Notice to the supervisory authority"_s;
    record.duty.internalTarget = {};
    record.duty.start = {{}, Instant::parse(u"2026-03-18T10:00:00-05:00"_s)->inZone(kZone)};
    record.duty.due = {{}, Instant::parse(u"2026-03-21T10:00:00-05:00"_s)->inZone(kZone)};
    return record;
}

ObligationRecord dutyToKeep(qint64 id)
{
    ObligationRecord record = sampleDuty(id, u"records"_s, QDate(2032, 3, 3));
    record.duty.nature = law::Nature::KeepUntil;
    return record;
}

} // namespace

ObligationRecord sampleDuty(qint64 id, const QString &recipient, QDate due)
{
    ObligationRecord record;
    record.id = ObligationId{id};
    record.duty.recipient = recipient;
    record.duty.title = u"Notice of the breach"_s;
    record.duty.citation = u"45 CFR 164.404(b)"_s;
    record.duty.start.date = QDate(2026, 3, 3);
    record.duty.due.date = due;
    record.duty.internalTarget.date = due.addDays(-14);
    return record;
}

items::IncidentClocks sampleClocks()
{
    QList<ObligationRecord> records;
    qint64 id = 0;
    const QStringList codes = law::stateCodes();
    for (const QString &code : codes) {
        ++id;
        records << sampleDuty(id, u"individuals:"_s + code, QDate(2026, 4, 2).addDays(id % 4 * 10));
    }
    for (qint64 i = 0; i < 12; ++i) {
        ++id;
        records << sampleDuty(id, u"AG:"_s + codes.at(i * 4), QDate(2026, 3, 17).addDays(i * 5));
    }
    records[2].state = casework::WorkState::Done;
    records[2].proof = casework::Proof{u"mailing"_s, u"x"_s, QDate(2026, 3, 18)};
    records[4].overridden
        = casework::DueOverride{{QDate(2026, 4, 24), {}}, u"agreed"_s, records[4].duty.due, false, {}, {}, {}};
    const QStringList others{u"HHS"_s, u"individuals"_s, u"media:TX"_s};
    for (const QString &recipient : others)
        records << sampleDuty(++id, recipient);
    records << dutyOfHours(++id);
    records << dutyToKeep(++id);
    items::IncidentClocks clocks
        = items::clocksOf(records, Instant::parse(u"2026-03-20T09:42:00-05:00"_s)->inZone(kZone), kZone);
    clocks.discovered = QDate(2026, 3, 3);
    clocks.hold = items::ClockHold{QDate(2026, 3, 5), QDate(2026, 3, 27)};
    return clocks;
}

} // namespace tocsin::viewchecks
