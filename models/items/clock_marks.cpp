// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/clock_marks.h"

#include "casework/facts_record.h"
#include "casework/rule_pack_record.h"
#include "items/countdown.h"
#include "items/duty_wording.h"
#include "items/inquiry_track.h"
#include "items/obligation_model.h"
#include "items/wording.h"
#include "law/deadlines.h"
#include "law/discovery.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::ObligationRecord;
using casework::WorkState;
using State = ClockMark::State;

namespace {

constexpr int kSoonDays = 7;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

State stateOf(const ObligationRecord &record, const Instant &now, const QByteArray &zone)
{
    if (record.state == WorkState::Done)
        return State::Met;
    if (record.duty.nature == law::Nature::KeepUntil)
        return State::Keep;
    if (record.isLate(now, zone))
        return State::Late;
    // A day may be over elsewhere, and its hour still to come.
    return stateOnDay(std::max<qint64>(0, now.inZone(zone).localDate().daysTo(record.due().day())));
}

QString metText(const ObligationRecord &record, QDate today)
{
    if (!record.proof)
        return Words::tr("met");
    const QDate on = record.proof->completedOn;
    const qint64 late = record.due().day().daysTo(on);
    const QString met = Words::tr("met %1").arg(shortDate(on, today));
    if (late <= 0 || record.duty.nature == law::Nature::KeepUntil)
        return met;
    return u"%1, %2"_s.arg(met, timeLeft(on, record.due().day()));
}

QString stateText(const ObligationRecord &record, const ClockMark &mark, const Instant &now, const QByteArray &zone)
{
    const QDate today = now.inZone(zone).localDate();
    if (mark.state == State::Met)
        return metText(record, today);
    if (mark.state == State::Keep)
        return mark.day() < today ? Words::tr("no longer needed") : Words::tr("keep until then");
    const bool hours = mark.due.instant && qAbs(mark.due.instant->msecs() - now.msecs()) < 2 * kDayMsecs;
    return hours ? countdown(mark.due, now, zone).sentence : timeLeft(today, mark.day());
}

ClockMark markOf(const ObligationRecord &record, const Instant &now, const QByteArray &zone)
{
    ClockMark mark;
    mark.obligation = record.id;
    mark.recipient = record.duty.recipient;
    mark.whom = recipientTitle(record.duty.recipient);
    mark.title = record.duty.title;
    mark.citation = record.duty.citation;
    mark.nature = record.duty.nature;
    mark.due = record.due();
    if (record.overridden)
        mark.computed = record.duty.due;
    mark.start = record.duty.start;
    mark.state = stateOf(record, now, zone);
    if (mark.isOpen())
        mark.target = record.target.isValid() ? law::Due{record.target, {}} : record.duty.internalTarget;
    mark.stateText = stateText(record, mark, now, zone);
    mark.tone = stateTone(mark.state);
    return mark;
}

DatelessClock datelessOf(const ObligationRecord &record, const Instant &now, const QByteArray &zone)
{
    const DueLines lines = dueLines(record, now, zone);
    return {record.id,
            record.duty.recipient,
            recipientTitle(record.duty.recipient),
            record.duty.title,
            lines.first,
            lines.second.isEmpty() ? lines.first : u"%1: %2"_s.arg(lines.first, lines.second)};
}

/// On one day: late, limits, targets, met, kept.
int rank(DateKind kind)
{
    switch (kind) {
    case DateKind::Late:
        return 0;
    case DateKind::Limit:
        return 1;
    case DateKind::Target:
        return 2;
    case DateKind::Met:
        return 3;
    case DateKind::Keep:
        break;
    }
    return 4;
}

/// The furthest that any pack's rule lets the officials' statements hold a notice back.
std::optional<ClockHold> holdOf(const law::Facts &facts, const law::RulePacks &packs)
{
    if (!facts.lawEnforcement)
        return {};
    ClockHold furthest;
    for (const law::RulePack &pack : packs) {
        for (const law::DelayRule &rule : pack.delays) {
            const law::Hold hold = law::holdUnder(rule, *facts.lawEnforcement);
            if (hold.until.isValid() && (!furthest.until.isValid() || hold.until > furthest.until))
                furthest = {hold.stated, hold.until};
        }
    }
    return furthest.until.isValid() ? std::optional(furthest) : std::nullopt;
}

} // namespace

State stateOnDay(qint64 daysLeft)
{
    if (daysLeft < 0)
        return State::Late;
    if (daysLeft == 0)
        return State::Today;
    return daysLeft <= kSoonDays ? State::Soon : State::Ahead;
}

Tone stateTone(State state)
{
    switch (state) {
    case State::Late:
    case State::Today:
        return Tone::Danger;
    case State::Soon:
        return Tone::Warning;
    case State::Met:
        return Tone::Ok;
    case State::Ahead:
    case State::Keep:
        break;
    }
    return Tone::Neutral;
}

QString dateKindWord(DateKind kind)
{
    switch (kind) {
    case DateKind::Target:
        return Words::tr("target");
    case DateKind::Limit:
        return Words::tr("limit");
    case DateKind::Met:
        return Words::tr("met");
    case DateKind::Late:
        return Words::tr("late");
    case DateKind::Keep:
        break;
    }
    return Words::tr("keep until");
}

Tone dateKindTone(DateKind kind)
{
    switch (kind) {
    case DateKind::Limit:
        return Tone::Warning;
    case DateKind::Met:
        return Tone::Ok;
    case DateKind::Late:
        return Tone::Danger;
    case DateKind::Target:
    case DateKind::Keep:
        break;
    }
    return Tone::Neutral;
}

DateKind dateKindOf(const ClockMark &mark)
{
    switch (mark.state) {
    case State::Met:
        return DateKind::Met;
    case State::Late:
        return DateKind::Late;
    case State::Keep:
        return DateKind::Keep;
    case State::Ahead:
    case State::Soon:
    case State::Today:
        break;
    }
    return DateKind::Limit;
}

QList<DateMark> datesOf(const IncidentClocks &clocks)
{
    QList<DateMark> dates;
    for (qsizetype i = 0; i < clocks.marks.size(); ++i) {
        const ClockMark &mark = clocks.marks.at(i);
        dates.append({mark.day(), dateKindOf(mark), i});
        if (!mark.target.isNull())
            dates.append({mark.target.day(), DateKind::Target, i});
    }
    std::stable_sort(dates.begin(), dates.end(), [](const DateMark &a, const DateMark &b) {
        return std::tuple(a.day, rank(a.kind)) < std::tuple(b.day, rank(b.kind));
    });
    return dates;
}

QString dateSentence(const IncidentClocks &clocks, const DateMark &date)
{
    return markSentence(clocks.marks.at(date.clock), date.kind);
}

QString markSentence(const ClockMark &mark, DateKind dateKind)
{
    QString kind = dateKindWord(dateKind);
    kind[0] = kind[0].toUpper();
    QStringList parts{mark.whom};
    if (!mark.title.isEmpty() && mark.title != mark.whom)
        parts << mark.title;
    if (dateKind == DateKind::Target) {
        parts << Words::tr("limit %1").arg(dueWords(mark.due));
        return u"%1: %2"_s.arg(kind, parts.join(u", "_s));
    }
    if (mark.due.instant)
        parts << momentText(*mark.due.instant);
    parts << mark.stateText;
    if (!mark.computed.isNull())
        parts << Words::tr("counsel's date; computed is %1").arg(dueWords(mark.computed));
    return u"%1: %2"_s.arg(kind, parts.join(u", "_s));
}

QString natureText(law::Nature nature)
{
    switch (nature) {
    case law::Nature::Contract:
        return Words::tr("contract");
    case law::Nature::Regulator:
        return Words::tr("regulator");
    case law::Nature::Internal:
        return Words::tr("internal");
    case law::Nature::KeepUntil:
        return Words::tr("keep until");
    case law::Nature::Statutory:
        break;
    }
    return Words::tr("law");
}

QString dueWords(const law::Due &due)
{
    return due.instant ? momentText(*due.instant) : shortDate(due.date, {});
}

IncidentClocks clocksOf(const QList<ObligationRecord> &records, const Instant &now, const QByteArray &zone)
{
    IncidentClocks clocks;
    clocks.zone = zone.isEmpty() ? now.zone() : zone;
    clocks.today = now.inZone(clocks.zone).localDate();
    for (const ObligationRecord &record : records) {
        const bool counts = record.standing == ObligationRecord::Standing::Owed || record.isOpen();
        const bool waits = record.standing != ObligationRecord::Standing::NotOwed && record.state != WorkState::Done;
        if (counts && record.due().day().isValid())
            clocks.marks << markOf(record, now, clocks.zone);
        else if (waits)
            clocks.dateless << datelessOf(record, now, clocks.zone);
    }
    std::stable_sort(clocks.marks.begin(), clocks.marks.end(),
                     [](const ClockMark &a, const ClockMark &b) { return law::isEarlier(a.due, b.due); });
    return clocks;
}

Result<IncidentClocks> IncidentClocksQuery::run(casework::Reader &reader) const
{
    TOCSIN_ASSIGN(const QList<ObligationRecord> records, casework::ObligationsQuery{incident}.run(reader));
    TOCSIN_ASSIGN(const casework::FactsRevision facts, casework::CurrentFacts{incident}.run(reader));
    TOCSIN_ASSIGN(const law::RulePacks packs, casework::IncidentLaw{incident}.run(reader));
    IncidentClocks clocks = clocksOf(records, now, facts.facts.timezone);
    clocks.discovered = law::discoveryOf(facts.facts).day;
    clocks.hold = holdOf(facts.facts, packs);
    TOCSIN_ASSIGN(const QList<casework::RegisterRecord> registers, casework::RegisterRecords{incident}.run(reader));
    clocks.inquiries = inquiryTracks(registers, now, clocks.zone);
    return clocks;
}

} // namespace tocsin::items
