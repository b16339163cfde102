// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/obligation_model.h"

#include "items/duty_wording.h"
#include "items/wording.h"
#include "law/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::ObligationRecord;
using casework::WorkState;
using Standing = ObligationRecord::Standing;

namespace {

// Dateless duties come after all dates, whatever the order.
const QDate kNoDate(9999, 12, 31);

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

DueLines datelessLines(const law::Obligation &duty)
{
    if (duty.kind == "unreasonable-delay"_L1)
        return {Words::tr("As soon as possible"), Words::tr("the law names no day")};
    if (duty.kind == "relative"_L1) {
        return {Words::tr("After notice"),
                Words::tr("+%1, %2").arg(law::counted(duty.offsetDays.value_or(0), Words::tr("day"), Words::tr("days")),
                                         recipientTitle(duty.relativeTo))};
    }
    return {Words::tr("No date yet"), {}};
}

} // namespace

DueLines dueLines(const ObligationRecord &record, QDate today)
{
    const law::Obligation &duty = record.duty;
    if (record.standing == Standing::NotOwed)
        return {Words::tr("Not owed"), {}};
    if (record.standing == Standing::Blocked)
        return {Words::tr("No date yet"), Words::tr("waits for a fact")};
    if (duty.due.isNull())
        return datelessLines(duty);
    const QDate day = duty.due.day();
    const QString first = duty.due.instant ? u"%1, %2"_s.arg(shortDate(day, today), clockTime(*duty.due.instant))
                                           : shortDate(day, today);
    if (record.state == WorkState::Done) {
        return {first,
                record.proof ? Words::tr("done %1").arg(shortDate(record.proof->completedOn, today))
                             : Words::tr("done")};
    }
    const QString left = daysFrom(today, day);
    if (duty.nature == law::Nature::KeepUntil)
        return {first, day < today ? Words::tr("no longer needed") : Words::tr("keep until then")};
    return {first, day < today ? QString(u"! "_s + left) : left};
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

void ObligationModel::set(const QList<ObligationRecord> &records, const law::Facts &facts, QDate today)
{
    const bool otherFacts = facts != m_facts || today != m_today;
    m_facts = facts;
    m_today = today;
    takeOver(records);
    if (otherFacts)
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
    default:
        return tr("State");
    }
}

QVariant ObligationModel::data(const QModelIndex &index, int role) const
{
    const ObligationRecord *record = recordAt(index.row());
    if (!record)
        return {};
    if (role == kStandingRole)
        return int(record->standing);
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
    default:
        return stateData(*record, role);
    }
}

QVariant ObligationModel::dueData(const ObligationRecord &record, int role) const
{
    const DueLines lines = dueLines(record, m_today);
    switch (role) {
    case Qt::DisplayRole:
        return lines.first;
    case SecondaryTextRole:
        return lines.second;
    case EmphasisRole:
        return true;
    case SortRole:
        return record.duty.due.isNull() ? kNoDate : record.duty.due.day();
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
    const bool late = isLate(record);
    switch (role) {
    case BadgeTextRole:
        if (record.standing == Standing::NotOwed)
            return tr("Not owed");
        if (record.standing == Standing::Blocked)
            return tr("Fact missing");
        return late ? tr("Late, %1").arg(state.toLower()) : state;
    case BadgeToneRole:
        if (record.standing != Standing::Owed)
            return int(record.standing == Standing::Blocked ? Tone::Warning : Tone::Neutral);
        return int(late ? Tone::Danger : workStateTone(record.state));
    case SortRole:
        return late ? -1 : int(record.state);
    case Qt::AccessibleTextRole:
        return stateData(record, BadgeTextRole);
    default:
        return {};
    }
}

bool ObligationModel::isLate(const ObligationRecord &record) const
{
    const QDate day = record.duty.due.day();
    const bool ends = record.duty.nature == law::Nature::KeepUntil; // then the duty is over, not late
    return record.standing == Standing::Owed && record.state != WorkState::Done && !ends && day.isValid()
        && day < m_today;
}

int ObligationModel::count(Standing standing) const
{
    return static_cast<int>(std::count_if(records().cbegin(), records().cend(),
                                          [standing](const auto &record) { return record.standing == standing; }));
}

int ObligationModel::lateCount() const
{
    return static_cast<int>(
        std::count_if(records().cbegin(), records().cend(), [this](const auto &record) { return isLate(record); }));
}

bool ObligationModel::looksSame(const ObligationRecord &a, const ObligationRecord &b) const
{
    return a.standing == b.standing && a.duty == b.duty && a.state == b.state && a.owner == b.owner
        && a.ownerName == b.ownerName && a.proof == b.proof;
}

} // namespace tocsin::items
