// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/delivery_log_model.h"

#include "items/delivery_wording.h"
#include "items/wording.h"
#include "law/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::DeliveryAct;
using casework::DeliveryEvent;

namespace {

QString daysText(const DeliveryAct &act)
{
    const QString first = law::shortDate(act.first);
    return act.first == act.last ? first : DeliveryLogModel::tr("%1 to %2").arg(first, law::shortDate(act.last));
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// The roles that both lists have: a title, a line below it, and a badge for what was taken back.
QVariant lineData(int role, const QString &title, const QString &line, bool withdrawn)
{
    const QString badge = withdrawn ? DeliveryLogModel::tr("Taken back") : QString();
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case SecondaryTextRole:
        return line;
    case BadgeTextRole:
        return withdrawn ? QVariant(badge) : QVariant();
    case BadgeToneRole:
        return static_cast<int>(Tone::Neutral);
    case Qt::AccessibleTextRole:
        return withdrawn ? QStringList{title, badge, line}.join(u", "_s) : QStringList{title, line}.join(u", "_s);
    default:
        return {};
    }
}

} // namespace

void DeliveryLogModel::set(const QList<DeliveryAct> &acts, const QByteArray &zone)
{
    m_zone = zone;
    QList<DeliveryAct> latestFirst = acts;
    std::reverse(latestFirst.begin(), latestFirst.end());
    takeOver(latestFirst);
}

QVariant DeliveryLogModel::data(const QModelIndex &index, int role) const
{
    const DeliveryAct *act = recordAt(index.row());
    if (!act)
        return {};
    const QString proof = proofText(act->proof);
    const bool wantsProof = act->kind != "corrected"_L1;
    const QString line = joined({daysText(*act), proof.isEmpty() && wantsProof ? tr("no proof") : proof,
                                 tr("recorded %1 by %2").arg(momentText(act->recorded.inZone(m_zone)), act->byName)});
    return lineData(role, actTitle(*act), line, act->withdrawn);
}

void DeliveryHistoryModel::set(const QList<DeliveryEvent> &events, const QByteArray &zone)
{
    m_zone = zone;
    QList<DeliveryEvent> latestFirst = events;
    std::reverse(latestFirst.begin(), latestFirst.end());
    takeOver(latestFirst);
}

QVariant DeliveryHistoryModel::data(const QModelIndex &index, int role) const
{
    const DeliveryEvent *event = recordAt(index.row());
    if (!event)
        return {};
    const bool produced = event->kind == "produced"_L1;
    const QString line = joined(
        {law::shortDate(event->happened), event->noticeKey, produced ? QString() : proofText(event->proof),
         tr("recorded %1 by %2").arg(law::shortDate(event->recorded.inZone(m_zone).localDate()), event->byName)});
    return lineData(role, eventTitle(*event), line, event->withdrawn);
}

} // namespace tocsin::items
