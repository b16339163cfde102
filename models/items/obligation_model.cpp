// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/obligation_model.h"

#include "items/clock_marks.h"
#include "items/countdown.h"
#include "items/duty_wording.h"
#include "items/wording.h"
#include "law/states.h"
#include "law/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::ObligationRecord;
using casework::WorkState;
using Standing = ObligationRecord::Standing;

namespace {

constexpr qint64 kNoDate = std::numeric_limits<qint64>::max(); // dateless duties come after all dates

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

DueLines datelessLines(const law::Obligation &duty)
{
    if (duty.kind == "unreasonable-delay"_L1)
        return {Words::tr("As soon as possible"), Words::tr("the law names no day")};
    if (duty.relation == "before"_L1)
        return {Words::tr("Before notice"), recipientTitle(duty.relativeTo)};
    if (duty.relation == "with"_L1)
        return {Words::tr("With notice"), recipientTitle(duty.relativeTo)};
    if (duty.relation == "no-later-than"_L1)
        return {Words::tr("No later than notice"), recipientTitle(duty.relativeTo)};
    if (duty.kind == "relative"_L1) {
        return {Words::tr("After notice"),
                Words::tr("+%1, %2").arg(law::offsetWords(duty), recipientTitle(duty.relativeTo))};
    }
    return {Words::tr("No date yet"), {}};
}

} // namespace

DueLines dueLines(const ObligationRecord &record, const Instant &now, const QByteArray &zone)
{
    const law::Due due = record.due();
    const QDate today = now.inZone(zone.isEmpty() ? now.zone() : zone).localDate();
    if (record.standing == Standing::NotOwed)
        return {Words::tr("Not owed"), {}};
    if (record.standing == Standing::Withdrawn) {
        return {Words::tr("Withdrawn"),
                record.proof ? Words::tr("done %1").arg(shortDate(record.proof->completedOn, today)) : QString()};
    }
    if (record.standing == Standing::Blocked && due.isNull())
        return {Words::tr("No date yet"), Words::tr("waits for a fact")};
    if (due.isNull())
        return datelessLines(record.duty);
    const QDate day = due.day();
    const QString first
        = due.instant ? u"%1, %2"_s.arg(shortDate(day, today), clockTime(*due.instant)) : shortDate(day, today);
    if (record.state == WorkState::Done) {
        return {first,
                record.proof ? Words::tr("done %1").arg(shortDate(record.proof->completedOn, today))
                             : Words::tr("done")};
    }
    if (record.duty.nature == law::Nature::KeepUntil)
        return {first, day < today ? Words::tr("no longer needed") : Words::tr("keep until then")};
    const bool hours = due.instant && qAbs(due.instant->msecs() - now.msecs()) < 2 * kDayMsecs;
    const QString left = hours ? countdown(due, now, zone).sentence : daysFrom(today, day);
    return {first, record.isLate(now, zone) ? QString(u"! "_s + left) : left};
}

Tone workStateTone(WorkState state)
{
    switch (state) {
    case WorkState::InReview:
        return Tone::Warning;
    case WorkState::Ready:
    case WorkState::Done:
        return Tone::Ok;
    case WorkState::Open:
    case WorkState::Drafting:
        break;
    }
    return Tone::Neutral;
}

ObligationModel::ObligationModel(QObject *parent) : RecordTable(parent) { }

void ObligationModel::set(const QList<ObligationRecord> &records, const law::Facts &facts, const Instant &now)
{
    const QByteArray zone = facts.timezone.isEmpty() ? now.zone() : facts.timezone;
    const bool otherwise = facts != m_facts || now != m_now || zone != m_zone;
    m_facts = facts;
    m_now = now;
    m_zone = zone;
    takeOver(records);
    if (otherwise)
        refreshAll();
}

int ObligationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ObligationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Due:
        return tr("Due");
    case ToWhom:
        return tr("To whom");
    case RuleText:
        return tr("Rule");
    case Owner:
        return tr("Owner");
    case Place:
        return tr("Where");
    case Nature:
        return tr("Set by");
    default:
        return tr("State");
    }
}

QVariant ObligationModel::data(const QModelIndex &index, int role) const
{
    const ObligationRecord *record = recordAt(index.row());
    if (!record)
        return {};
    if (role == RecordIdRole)
        return QString::number(record->id.value);
    switch (index.column()) {
    case Due:
        return dueData(*record, role);
    case ToWhom:
        return whomData(*record, role);
    case RuleText:
        return ruleData(*record, role);
    case Owner:
        return ownerData(*record, role);
    case Place:
        return role == Qt::DisplayRole || role == SortRole ? law::stateName(recipientState(record->duty.recipient))
                                                           : QVariant();
    case Nature:
        return role == Qt::DisplayRole || role == SortRole ? natureText(record->duty.nature) : QVariant();
    default:
        return stateData(*record, role);
    }
}

QVariant ObligationModel::dueData(const ObligationRecord &record, int role) const
{
    const DueLines lines = dueLines(record, m_now, m_zone);
    switch (role) {
    case Qt::DisplayRole:
        return lines.first;
    case SecondaryTextRole:
        return lines.second;
    case EmphasisRole:
        return true;
    case SortRole:
        return record.due().isNull() ? kNoDate : endOf(record.due(), m_zone).msecs();
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(lines.first, lines.second);
    default:
        return {};
    }
}

QVariant ObligationModel::whomData(const ObligationRecord &record, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return recipientTitle(record.duty.recipient);
    case SecondaryTextRole:
        return recipientCount(record.duty.recipient, m_facts);
    default:
        return {};
    }
}

QVariant ObligationModel::ruleData(const ObligationRecord &record, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return record.duty.citation;
    case SecondaryTextRole:
        return record.duty.title;
    default:
        return {};
    }
}

QVariant ObligationModel::ownerData(const ObligationRecord &record, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return record.ownerName.isEmpty() && record.standing == Standing::Owed ? tr("Nobody yet") : record.ownerName;
    default:
        return {};
    }
}

QVariant ObligationModel::stateData(const ObligationRecord &record, int role) const
{
    const QString state = casework::workStateName(record.state);
    const bool late = record.isLate(m_now, m_zone);
    switch (role) {
    case BadgeTextRole:
        if (record.standing == Standing::NotOwed)
            return tr("Not owed");
        if (record.standing == Standing::Withdrawn)
            return record.state == WorkState::Open ? tr("Withdrawn") : tr("Withdrawn, %1").arg(state.toLower());
        if (record.standing == Standing::Blocked && !late)
            return tr("Fact missing");
        return late ? tr("Late, %1").arg(state.toLower()) : state;
    case BadgeToneRole:
        if (record.standing != Standing::Owed && !late)
            return int(record.standing == Standing::NotOwed ? Tone::Neutral : Tone::Warning);
        return int(late ? Tone::Danger : workStateTone(record.state));
    case SortRole:
        return late ? -1 : int(record.state);
    case Qt::AccessibleTextRole:
        return stateData(record, BadgeTextRole);
    default:
        return {};
    }
}

int ObligationModel::count(Standing standing) const
{
    return static_cast<int>(std::count_if(records().cbegin(), records().cend(),
                                          [standing](const auto &record) { return record.standing == standing; }));
}

int ObligationModel::lateCount() const
{
    return static_cast<int>(std::count_if(records().cbegin(), records().cend(),
                                          [this](const auto &record) { return record.isLate(m_now, m_zone); }));
}

bool ObligationModel::looksSame(const ObligationRecord &a, const ObligationRecord &b) const
{
    return a.standing == b.standing && a.duty == b.duty && a.state == b.state && a.owner == b.owner
        && a.ownerName == b.ownerName && a.proof == b.proof && a.target == b.target && a.overridden == b.overridden
        && a.notes == b.notes;
}

} // namespace tocsin::items
