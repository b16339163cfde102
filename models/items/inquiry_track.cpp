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

constexpr qsizetype kMostTitle = 120;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

QDate dayIn(const RegisterRecord &record, const QString &field)
{
    return QDate::fromString(record.value(field), Qt::ISODate);
}

/// The day it is, and the zone that days are counted in.
struct Today
{
    QDate day;
    QByteArray zone;
};

QString titleOf(const RegisterRecord &request)
{
    const QString words = request.name().simplified();
    return words.size() <= kMostTitle ? words : QString(words.left(kMostTitle - 1) + u'…');
}

ClockMark markOf(const RegisterRecord &request, const RegisterRecord &inquiry, const InquiryTrack &track,
                 const Today &today)
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
    mark.state = request.closed ? State::Met : stateOnDay(today.day.daysTo(mark.due.date));
    mark.stateText = mark.state == State::Met
        ? Words::tr("answered %1").arg(shortDate(request.changed.inZone(today.zone).localDate(), today.day))
        : timeLeft(today.day, mark.due.date);
    mark.tone = stateTone(mark.state);
    return mark;
}

InquiryTrack trackOf(const RegisterRecord &inquiry, const QList<RegisterRecord> &records, const Today &today)
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
        waiting.words = Words::tr("Received %1; no request is entered yet")
                            .arg(shortDate(dayIn(inquiry, u"received"_s), today.day));
        track.dateless << waiting;
    }
    return track;
}

} // namespace

QList<InquiryTrack> inquiryTracks(const QList<RegisterRecord> &records, const Instant &now, const QByteArray &zone)
{
    const Today today{now.inZone(zone).localDate(), zone};
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
