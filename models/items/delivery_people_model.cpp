// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/delivery_people_model.h"

#include "casework/ask_aside.h"
#include "items/delivery_wording.h"
#include "items/roster_wording.h"
#include "law/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::DeliveryPerson;
using casework::DeliveryStanding;
using casework::DeliveryState;

namespace {

constexpr int kKept = 2000; // people at hand: a hundred screens

QDate dayOf(const DeliveryStanding &standing)
{
    return standing.since.isValid() ? standing.since : standing.produced;
}

QString dayText(const DeliveryStanding &standing)
{
    const QDate day = dayOf(standing);
    return day.isValid() ? law::shortDate(day) : QString();
}

QString waveText(const DeliveryStanding &standing)
{
    return standing.wave > 0 ? DeliveryPeopleModel::tr("wave %1").arg(standing.wave) : QString();
}

/// What it is named by, and below it the rest.
QVariant proofData(const casework::DeliveryProof &proof, int role)
{
    QStringList parts{proof.reference, proof.fileName, proof.carrier};
    parts.removeAll(QString());
    if (role == Qt::DisplayRole)
        return parts.value(0);
    return role == SecondaryTextRole ? parts.mid(1).join(u", "_s) : QVariant();
}

QString standingText(const DeliveryStanding &standing)
{
    const QString name = deliveryName(standing.state);
    return standing.state == DeliveryState::Returned && !standing.reason.isEmpty()
        ? u"%1 (%2)"_s.arg(name, standing.reason)
        : name;
}

} // namespace

DeliveryPeopleModel::DeliveryPeopleModel(casework::CaseFile *file, QObject *parent)
    : RecordListModel(file, kKept, parent)
{
    connect(file, &casework::CaseFile::changed, this, &DeliveryPeopleModel::onChanged);
}

void DeliveryPeopleModel::setNotice(NoticeId notice)
{
    if (m_notice == notice)
        return;
    m_notice = notice;
    forget();
    reload();
}

void DeliveryPeopleModel::setFilter(const DeliveryFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    reload();
}

void DeliveryPeopleModel::reload()
{
    if (m_notice.isNull())
        settle(QList<qint64>());
    else
        takeIds(askAside(file(), casework::DeliveryPeopleIds{m_notice, m_filter.state, m_filter.search}));
}

void DeliveryPeopleModel::load(const QList<qint64> &ids)
{
    askForRecords(casework::DeliveryPeopleById{m_notice, idsOf(ids)}, ids);
}

void DeliveryPeopleModel::onChanged(const casework::ChangeSet &changes)
{
    using casework::Kind;
    const bool concerned = changes.touches(Kind::Delivery) || changes.touches(Kind::Recipient)
        || changes.touches(Kind::Roster) || changes.touches(Kind::Run);
    if (!concerned || m_notice.isNull())
        return;
    loadAllAgain();
    reload();
}

int DeliveryPeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DeliveryPeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Person"), tr("Standing"), tr("Day"), tr("Proof")};
    return titles.value(section);
}

QVariant DeliveryPeopleModel::personData(const DeliveryPerson &each, int role) const
{
    if (role == Qt::DisplayRole)
        return personTitle(each.person);
    return role == SecondaryTextRole ? placeText(each.person) : QVariant();
}

QVariant DeliveryPeopleModel::standingData(const DeliveryStanding &standing, int role) const
{
    if (role == BadgeTextRole)
        return standingText(standing);
    if (role == BadgeToneRole)
        return static_cast<int>(deliveryTone(standing.state));
    return role == Qt::AccessibleTextRole ? standingText(standing) : QVariant();
}

QVariant DeliveryPeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == RecordIdRole)
        return QString::number(idAt(index.row()));
    const DeliveryPerson *each = recordAt(index.row());
    if (!each) {
        want(index.row());
        return {};
    }
    switch (index.column()) {
    case Person:
        return personData(*each, role);
    case Standing:
        return standingData(each->standing, role);
    case Day:
        if (role == Qt::DisplayRole)
            return dayText(each->standing);
        return role == SecondaryTextRole ? waveText(each->standing) : QVariant();
    default:
        return proofData(each->standing.proof, role);
    }
}

} // namespace tocsin::items
