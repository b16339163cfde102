// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lane_model.h"

#include "items/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

const ClockMark &Lane::next() const
{
    const auto open = std::find_if(marks.cbegin(), marks.cend(), [](const ClockMark &mark) { return mark.isOpen(); });
    return open == marks.cend() ? marks.constLast() : *open;
}

QList<Lane> lanesOf(const IncidentClocks &clocks)
{
    QList<Lane> lanes;
    QHash<QString, qsizetype> places;
    for (const ClockMark &mark : clocks.marks) {
        const auto place = places.constFind(mark.recipient);
        if (place != places.cend()) {
            lanes[*place].marks << mark;
            continue;
        }
        places.insert(mark.recipient, lanes.size());
        lanes << Lane{mark.recipient, mark.whom, {mark}};
    }
    std::stable_sort(lanes.begin(), lanes.end(), [](const Lane &a, const Lane &b) {
        if (a.next().isOpen() != b.next().isOpen())
            return a.next().isOpen();
        return law::isEarlier(a.next().due, b.next().due);
    });
    return lanes;
}

DaySpan spanOf(const IncidentClocks &clocks)
{
    DaySpan span{clocks.discovered.isValid() ? clocks.discovered : clocks.today, clocks.today};
    const auto take = [&span](QDate day) {
        if (!day.isValid())
            return;
        span.from = std::min(span.from, day);
        span.to = std::max(span.to, day);
    };
    for (const ClockMark &mark : clocks.marks) {
        if (mark.state == ClockMark::State::Keep)
            continue;
        take(mark.day());
        take(mark.target.day());
    }
    if (clocks.hold)
        take(clocks.hold->until);
    return span;
}

LaneModel::LaneModel(QObject *parent) : RecordTable(parent) { }

void LaneModel::setClocks(const IncidentClocks &clocks)
{
    const bool otherDay
        = clocks.today != m_clocks.today || clocks.discovered != m_clocks.discovered || clocks.hold != m_clocks.hold;
    m_clocks = clocks;
    takeOver(lanesOf(clocks));
    if (otherDay)
        refreshAll();
}

int LaneModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LaneModel::sentenceOf(const Lane &lane) const
{
    QStringList parts;
    for (const ClockMark &mark : lane.marks) {
        QString part = u"%1 %2, %3"_s.arg(dateKindWord(dateKindOf(mark)), dueWords(mark.due), mark.stateText);
        if (!mark.target.isNull())
            part += u", "_s + tr("target %1").arg(dueWords(mark.target));
        if (!mark.computed.isNull())
            part += u", "_s + tr("computed %1").arg(dueWords(mark.computed));
        parts << part;
    }
    return parts.join(u"; "_s);
}

QVariant LaneModel::data(const QModelIndex &index, int role) const
{
    const Lane *lane = recordAt(index.row());
    if (!lane)
        return {};
    const ClockMark &next = lane->next();
    const bool whom = index.column() == Whom;
    switch (role) {
    case Qt::DisplayRole:
        return whom ? QVariant(lane->whom) : QVariant();
    case SecondaryTextRole:
        return whom ? QVariant(u"%1, %2"_s.arg(shortDate(next.day(), m_clocks.today), next.stateText)) : QVariant();
    case EmphasisRole:
        return whom;
    case Qt::AccessibleTextRole:
        return whom ? lane->whom : sentenceOf(*lane);
    case RecordIdRole:
        return QString::number(next.obligation.value);
    default:
        return {};
    }
}

QVariant LaneModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Whom ? tr("To whom") : tr("Dates");
}

qint64 LaneModel::idOf(const Lane &lane) const
{
    const auto first
        = std::min_element(lane.marks.cbegin(), lane.marks.cend(), [](const ClockMark &a, const ClockMark &b) {
              return a.obligation.value < b.obligation.value;
          });
    return first->obligation.value;
}

} // namespace tocsin::items
