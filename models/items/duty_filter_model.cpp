// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/duty_filter_model.h"

#include "items/duty_wording.h"
#include "items/item_roles.h"
#include "items/obligation_model.h"

namespace tocsin::items {

using casework::ObligationRecord;

namespace {

constexpr int kWeek = 7; // days
constexpr int kMonth = 30;

bool says(const ObligationRecord &record, const QString &words)
{
    const law::Obligation &duty = record.duty;
    const QStringList texts{recipientTitle(duty.recipient), duty.title, duty.citation};
    return texts.join(u'\n').contains(words, Qt::CaseInsensitive);
}

} // namespace

DutyFilterModel::DutyFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
}

void DutyFilterModel::setFilter(const DutyFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    invalidateFilter();
}

void DutyFilterModel::setNow(const Instant &now, const QByteArray &zone)
{
    m_now = now;
    m_zone = zone.isEmpty() ? now.zone() : zone;
    if (m_filter.when != DutyFilter::When::Any)
        invalidateFilter();
}

bool DutyFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto *model = qobject_cast<const ObligationModel *>(sourceModel());
    const ObligationRecord *record = model ? model->recordAt(row) : nullptr;
    if (!record || record->standing != m_filter.standing)
        return false;
    return (m_filter.words.isEmpty() || says(*record, m_filter.words))
        && (!m_filter.place || *m_filter.place == recipientState(record->duty.recipient))
        && (!m_filter.owner || *m_filter.owner == record->owner) && (!m_filter.work || *m_filter.work == record->state)
        && (!m_filter.nature || *m_filter.nature == record->duty.nature) && isThen(*record);
}

bool DutyFilterModel::isThen(const ObligationRecord &record) const
{
    const law::Due due = record.due();
    const auto within = [&](int days) {
        const qint64 left = due.isNull() ? -1 : m_now.inZone(m_zone).localDate().daysTo(due.day());
        return left >= 0 && left <= days && !record.isLate(m_now, m_zone);
    };
    switch (m_filter.when) {
    case DutyFilter::When::Late:
        return record.isLate(m_now, m_zone);
    case DutyFilter::When::Week:
        return within(kWeek);
    case DutyFilter::When::Month:
        return within(kMonth);
    case DutyFilter::When::NoDate:
        return due.isNull();
    case DutyFilter::When::Any:
        break;
    }
    return true;
}

} // namespace tocsin::items
