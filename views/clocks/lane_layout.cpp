// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/lane_layout.h"

#include "items/wording.h"

#include <QFontMetrics>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using items::ClockMark;
using items::DateKind;

namespace {

constexpr int kSign = 14;
constexpr int kGap = 4; ///< from a sign to its words
constexpr int kApart = 8; ///< between words and what comes next
constexpr int kTogether = 8; ///< dates of one kind this near are drawn as one

struct Placed
{
    double x = 0;
    QDate day;
    DateKind kind = DateKind::Limit;
    items::ClockKey key;
    bool cut = false; ///< it lies beyond the right edge
};

QList<Placed> placesOf(const items::Lane &lane, const TimeScale &scale)
{
    QList<Placed> places;
    const auto add = [&](QDate day, DateKind kind, const items::ClockKey &key) {
        if (scale.shows(day))
            places << Placed{scale.xOf(day), day, kind, key, false};
        else if (kind == DateKind::Keep && day > scale.from)
            places << Placed{double(scale.width), day, kind, key, true};
    };
    for (const ClockMark &mark : lane.marks) {
        if (mark.target.day().isValid())
            add(mark.target.day(), DateKind::Target, mark.key());
        add(mark.day(), items::dateKindOf(mark), mark.key());
    }
    std::stable_sort(places.begin(), places.end(), [](const Placed &a, const Placed &b) { return a.x < b.x; });
    return places;
}

QString textOf(const Placed &place, qsizetype count)
{
    const QString day = items::shortDate(place.day, place.cut ? QDate() : place.day);
    return count > 1 ? u"%1 ×%2"_s.arg(day).arg(count) : day;
}

using Together = std::pair<Placed, QList<items::ClockKey>>;

/// Signs, those of one kind that fall together as one.
QList<Together> merged(const QList<Placed> &places)
{
    QList<Together> signs;
    for (const Placed &place : places) {
        const auto same = std::find_if(signs.begin(), signs.end(), [&place](const auto &sign) {
            return sign.first.kind == place.kind && sign.first.cut == place.cut && place.x - sign.first.x < kTogether;
        });
        if (same != signs.end())
            same->second << place.key;
        else
            signs.append({place, {place.key}});
    }
    return signs;
}

QRect signRect(const Placed &place, const TimeScale &scale, int height)
{
    const int x = std::clamp(int(place.x) - kSign / 2, 0, std::max(0, scale.width - kSign));
    return {x, (height - kSign) / 2, kSign, kSign};
}

/// Puts words right of their sign, or left of it, if nothing is in the way.
void placeText(QList<LaneSign> &signs, qsizetype at, const QString &text, int width, const TimeScale &scale)
{
    LaneSign &sign = signs[at];
    const auto isFree = [&](const QRect &where) {
        if (where.left() < 0 || where.right() >= scale.width)
            return false;
        const QRect reach = where.adjusted(-kApart, 0, kApart, 0);
        return std::none_of(signs.cbegin(), signs.cend(), [&](const LaneSign &other) {
            const bool self = &other == &signs.at(at);
            const bool onSign = !self && reach.left() <= other.where.right() && other.where.left() <= reach.right();
            return onSign || (!other.text.isEmpty() && reach.intersects(other.textWhere));
        });
    };
    const QRect right(sign.where.right() + 1 + kGap, 0, width, sign.where.bottom() + sign.where.top());
    const QRect left(sign.where.left() - kGap - width, 0, width, right.height());
    for (const QRect &where : {right, left}) {
        if (!isFree(where))
            continue;
        sign.text = text;
        sign.textWhere = where;
        return;
    }
}

} // namespace

LanePicture layOutLane(const items::Lane &lane, QDate discovered, const TimeScale &scale, int height,
                       const QFontMetrics &metrics)
{
    LanePicture picture;
    for (const ClockMark &mark : lane.marks) {
        const QDate start = mark.start.day().isValid() ? mark.start.day() : discovered;
        if (!start.isValid())
            continue;
        const int from = int(std::clamp(scale.xOf(start), 0.0, double(scale.width)));
        const int to = int(std::clamp(scale.xOf(mark.day()), 0.0, double(scale.width)));
        if (to > from)
            picture.spans << LaneSpan{from, to};
    }
    const auto places = merged(placesOf(lane, scale));
    for (const auto &[place, keys] : places)
        picture.signs << LaneSign{signRect(place, scale, height), place.kind, keys, {}, {}};
    // What is due gets its words first, then targets, then what is met.
    for (const bool limits : {true, false}) {
        for (qsizetype i = 0; i < picture.signs.size(); ++i) {
            const DateKind kind = picture.signs.at(i).kind;
            if ((kind == DateKind::Limit || kind == DateKind::Late) != limits)
                continue;
            const QString text = textOf(places.at(i).first, places.at(i).second.size());
            placeText(picture.signs, i, text, metrics.horizontalAdvance(text), scale);
        }
    }
    return picture;
}

} // namespace tocsin::views
