// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/inquiry_track.h"

#include "items/duty_wording.h"
#include "items/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::RegisterRecord;
using State = ClockMark::State;

namespace {

constexpr int kSoonDays = 7;
constexpr qsizetype kMostTitle = 120;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

QDate dayIn(const RegisterRecord &record, const QString &field)
{
    return QDate::fromString(record.value(field), Qt::ISODate);
}

State stateOf(const RegisterRecord &request, QDate due, QDate today)
{
    if (request.closed)
        return State::Met;
    const qint64 left = today.daysTo(due);
    if (left < 0)
        return State::Late;
    if (left == 0)
        return State::Today;
    return left <= kSoonDays ? State::Soon : State::Ahead;
}

Tone toneOf(State state)
{
    if (state == State::Met)
        return Tone::Ok;
    if (state == State::Late || state == State::Today)
        return Tone::Danger;
    return state == State::Soon ? Tone::Warning : Tone::Neutral;
}

QString titleOf(const RegisterRecord &request)
{
    const QString words = request.name().simplified();
    return words.size() <= kMostTitle ? words : QString(words.left(kMostTitle - 1) + u'…');
}

ClockMark markOf(const RegisterRecord &request, const RegisterRecord &inquiry, const InquiryTrack &track, QDate today)
{
    ClockMark mark;
    mark.record = request.reference();
    mark.recipient = inquiry.value(u"authority"_s);
    mark.whom = track.whom;
    mark.title = titleOf(request);
    mark.nature = law::Nature::Regulator;
    mark.due.date = dayIn(request, u"due"_s);
    const QDate asked = dayIn(request, u"received"_s);
    mark.start.date = asked.isValid() ? asked : dayIn(inquiry, u"received"_s);
    mark.state = stateOf(request, mark.due.date, today);
    mark.stateText = mark.state == State::Met
        ? Words::tr("answered %1").arg(shortDate(request.changed.localDate(), today))
        : timeLeft(today, mark.due.date);
    mark.tone = toneOf(mark.state);
    return mark;
}

InquiryTrack trackOf(const RegisterRecord &inquiry, const QList<RegisterRecord> &records, QDate today)
{
    InquiryTrack track;
    track.id = inquiry.id;
    track.whom = u"%1, %2"_s.arg(inquiry.value(u"number"_s), recipientTitle(inquiry.value(u"authority"_s)));
    track.contact = inquiry.value(u"contact"_s);
    for (const RegisterRecord &each : records) {
        if (each.kind == casework::registers::kInquiryRequest && each.parent == inquiry.id
            && dayIn(each, u"due"_s).isValid())
            track.marks << markOf(each, inquiry, track, today);
    }
    std::stable_sort(track.marks.begin(), track.marks.end(),
                     [](const ClockMark &a, const ClockMark &b) { return a.due.date < b.due.date; });
    if (track.marks.isEmpty() && !inquiry.closed) {
        DatelessClock waiting;
        waiting.record = inquiry.reference();
        waiting.recipient = inquiry.value(u"authority"_s);
        waiting.whom = track.whom;
        waiting.when = Words::tr("No request yet");
        waiting.words
            = Words::tr("Received %1; no request is entered yet").arg(shortDate(dayIn(inquiry, u"received"_s), today));
        track.dateless << waiting;
    }
    return track;
}

} // namespace

QList<InquiryTrack> inquiryTracks(const QList<RegisterRecord> &records, QDate today)
{
    QList<InquiryTrack> tracks;
    for (const RegisterRecord &each : records) {
        if (each.kind != casework::registers::kInquiry)
            continue;
        const InquiryTrack track = trackOf(each, records, today);
        if (!track.marks.isEmpty() || !track.dateless.isEmpty())
            tracks << track;
    }
    return tracks;
}

} // namespace tocsin::items
