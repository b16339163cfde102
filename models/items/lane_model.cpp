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

QString recordIdOf(const ClockKey &key)
{
    return key.record.isEmpty() ? QString::number(key.obligation.value) : key.record;
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

ClockKey Lane::key() const
{
    if (const ClockMark *mark = next())
        return mark->key();
    return dateless.isEmpty() ? marks.constLast().key() : dateless.constFirst().key();
}

QList<ClockKey> Lane::keys() const
{
    QList<ClockKey> all;
    for (const ClockMark &mark : marks)
        all << mark.key();
    for (const DatelessClock &clock : dateless)
        all << clock.key();
    return all;
}

const ClockMark *Lane::markOf(const ClockKey &key) const
{
    const auto found
        = std::find_if(marks.cbegin(), marks.cend(), [&key](const ClockMark &mark) { return mark.key() == key; });
    return found == marks.cend() ? nullptr : &*found;
}

QList<Lane> lanesOf(const IncidentClocks &clocks)
{
    QList<Lane> lanes;
    for (const ClockMark &mark : clocks.marks)
        laneOf(lanes, mark.recipient, mark.whom).marks << mark;
    for (const DatelessClock &clock : clocks.dateless)
        laneOf(lanes, clock.recipient, clock.whom).dateless << clock;
    for (const InquiryTrack &track : clocks.inquiries)
        lanes << Lane{{}, track.whom, track.id, track.contact, track.marks, track.dateless};
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
    for (const InquiryTrack &track : clocks.inquiries) {
        for (const ClockMark &mark : track.marks)
            take(mark.day());
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
    if (!lane.inquiry.isNull())
        parts << (lane.contact.isEmpty() ? tr("no contact is entered") : tr("contact %1").arg(lane.contact));
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
        return recordIdOf(lane->key());
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

/// That of the inquiry, below all obligations, or of the lane's first obligation.
qint64 LaneModel::idOf(const Lane &lane) const
{
    if (!lane.inquiry.isNull())
        return -lane.inquiry.value;
    const QList<ClockKey> all = lane.keys();
    return std::min_element(
               all.cbegin(), all.cend(),
               [](const ClockKey &a, const ClockKey &b) { return a.obligation.value < b.obligation.value; })
        ->obligation.value;
}

} // namespace tocsin::items
