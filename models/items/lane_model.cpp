// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lane_model.h"

#include "items/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

namespace {

Lane &laneOf(QList<Lane> &lanes, const QString &recipient, const QString &whom)
{
    const auto lane
        = std::find_if(lanes.begin(), lanes.end(), [&](const Lane &each) { return each.recipient == recipient; });
    if (lane != lanes.end())
        return *lane;
    lanes << Lane{recipient, whom};
    return lanes.last();
}

/// Open dates, then what has none, then what is met or kept.
int rankOf(const Lane &lane)
{
    if (lane.next())
        return 0;
    return lane.dateless.isEmpty() ? 2 : 1;
}

} // namespace

const ClockMark *Lane::next() const
{
    const auto open = std::find_if(marks.cbegin(), marks.cend(), [](const ClockMark &mark) { return mark.isOpen(); });
    return open == marks.cend() ? nullptr : &*open;
}

ObligationId Lane::obligation() const
{
    if (const ClockMark *mark = next())
        return mark->obligation;
    return dateless.isEmpty() ? marks.constLast().obligation : dateless.constFirst().obligation;
}

QList<ObligationId> Lane::obligations() const
{
    QList<ObligationId> all;
    for (const ClockMark &mark : marks)
        all << mark.obligation;
    for (const DatelessClock &clock : dateless)
        all << clock.obligation;
    return all;
}

QList<Lane> lanesOf(const IncidentClocks &clocks)
{
    QList<Lane> lanes;
    for (const ClockMark &mark : clocks.marks)
        laneOf(lanes, mark.recipient, mark.whom).marks << mark;
    for (const DatelessClock &clock : clocks.dateless)
        laneOf(lanes, clock.recipient, clock.whom).dateless << clock;
    std::stable_sort(lanes.begin(), lanes.end(), [](const Lane &a, const Lane &b) {
        if (rankOf(a) != rankOf(b))
            return rankOf(a) < rankOf(b);
        return a.next() && law::isEarlier(a.next()->due, b.next()->due);
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
    for (const DatelessClock &clock : lane.dateless)
        parts << clock.words;
    return parts.join(u"; "_s);
}

QString LaneModel::summaryOf(const Lane &lane) const
{
    const ClockMark *mark = lane.next();
    if (!mark && !lane.dateless.isEmpty())
        return lane.dateless.constFirst().when;
    const ClockMark &shown = mark ? *mark : lane.marks.constLast();
    return u"%1, %2"_s.arg(shortDate(shown.day(), m_clocks.today), shown.stateText);
}

QVariant LaneModel::data(const QModelIndex &index, int role) const
{
    const Lane *lane = recordAt(index.row());
    if (!lane)
        return {};
    const bool whom = index.column() == Whom;
    switch (role) {
    case Qt::DisplayRole:
        return whom ? QVariant(lane->whom) : QVariant();
    case SecondaryTextRole:
        return whom ? summaryOf(*lane) : QVariant();
    case EmphasisRole:
        return whom;
    case Qt::AccessibleTextRole:
        return whom ? lane->whom : sentenceOf(*lane);
    case RecordIdRole:
        return QString::number(lane->obligation().value);
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
    const QList<ObligationId> all = lane.obligations();
    return std::min_element(all.cbegin(), all.cend(), [](ObligationId a, ObligationId b) { return a.value < b.value; })
        ->value;
}

} // namespace tocsin::items
