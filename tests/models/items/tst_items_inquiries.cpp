// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/inquiry_track.h"
#include "items/lane_model.h"
#include "models/casework/case_fixture.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::items;
using casework::RegisterRecord;
using State = ClockMark::State;

namespace {

const QDate kToday(2026, 3, 20);
const QByteArray kZone = "America/Chicago";
const Instant kNow = *Instant::parse(u"2026-03-20T09:42:00-05:00"_s);

RegisterRecord inquiry(qint64 id = 1, int number = 1)
{
    RegisterRecord record;
    record.id = RegisterRecordId{id};
    record.kind = u"inquiry"_s;
    record.number = number;
    record.values = {{u"authority"_s, u"AG:TX"_s},
                     {u"number"_s, u"CID-26-118"_s},
                     {u"contact"_s, u"J. Roe, 512-555-0100"_s},
                     {u"received"_s, u"2026-03-10"_s}};
    return record;
}

RegisterRecord request(int number, const QString &due, qint64 parent = 1)
{
    RegisterRecord record;
    record.id = RegisterRecordId{100 + number};
    record.kind = u"inquiry-request"_s;
    record.number = number;
    record.parent = RegisterRecordId{parent};
    record.values = {{u"request"_s, u"Copy of the notice"_s}, {u"due"_s, due}};
    return record;
}

} // namespace

class TestInquiries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsAskedAndHowItStands();
    void anInquiryWithoutRequestsWaits();
    void keepsTheInquiriesApart();
    void laneStandsBesideThoseOfTheDuties();
    void comesFromTheRegistersOfAStore();
};

void TestInquiries::saysWhatIsAskedAndHowItStands()
{
    RegisterRecord answered = request(1, u"2026-03-18"_s);
    answered.closed = true;
    answered.changed = *Instant::parse(u"2026-03-18T03:00:00+00:00"_s); // the evening of the 17th there
    const QList<InquiryTrack> tracks = inquiryTracks(
        {inquiry(), request(3, u"2026-04-02"_s), answered, request(2, u"2026-03-19"_s), request(4, u"2026-03-20"_s)},
        kNow, kZone);
    QCOMPARE(tracks.size(), 1);
    QCOMPARE(tracks.first().whom, u"CID-26-118, Texas Attorney General"_s);
    QCOMPARE(tracks.first().contact, u"J. Roe, 512-555-0100"_s);
    const QList<ClockMark> &marks = tracks.first().marks;
    QCOMPARE(marks.size(), 4);
    QCOMPARE(marks.at(0).record, u"IR-1"_s);
    QCOMPARE(marks.at(0).state, State::Met);
    QCOMPARE(marks.at(0).stateText, u"answered 17 Mar"_s);
    QCOMPARE(marks.at(1).state, State::Late);
    QCOMPARE(marks.at(1).stateText, u"1 day late"_s);
    QCOMPARE(marks.at(2).state, State::Today);
    QCOMPARE(marks.at(3).state, State::Ahead);
    QCOMPARE(marks.at(3).start.date, QDate(2026, 3, 10)); // that of the inquiry: the request names none
    QCOMPARE(markSentence(marks.at(1), dateKindOf(marks.at(1))),
             u"Late: CID-26-118, Texas Attorney General, Copy of the notice, 1 day late"_s);
}

void TestInquiries::anInquiryWithoutRequestsWaits()
{
    const QList<InquiryTrack> open = inquiryTracks({inquiry()}, kNow, kZone);
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().dateless.size(), 1);
    QCOMPARE(open.first().dateless.first().words, u"Received 10 Mar; no request is entered yet"_s);
    RegisterRecord closed = inquiry();
    closed.closed = true;
    QVERIFY(inquiryTracks({closed}, kNow, kZone).isEmpty());
}

void TestInquiries::keepsTheInquiriesApart()
{
    const QList<InquiryTrack> tracks
        = inquiryTracks({inquiry(1, 1), inquiry(2, 2), request(1, u"2026-04-02"_s, 2)}, kNow, kZone);
    QCOMPARE(tracks.size(), 2);
    QVERIFY(tracks.at(0).marks.isEmpty());
    QCOMPARE(tracks.at(1).marks.size(), 1);
    IncidentClocks clocks;
    clocks.today = kToday;
    clocks.inquiries = tracks;
    QCOMPARE(lanesOf(clocks).size(), 2); // of one office, and still two
}

void TestInquiries::laneStandsBesideThoseOfTheDuties()
{
    casework::ObligationRecord duty;
    duty.id = ObligationId{1};
    duty.duty.recipient = u"AG:TX"_s;
    duty.duty.title = u"Notice"_s;
    duty.duty.due.date = QDate(2026, 5, 2);
    IncidentClocks clocks = clocksOf({duty}, kNow, kZone);
    clocks.inquiries
        = inquiryTracks({inquiry(), request(1, u"2026-05-20"_s), request(2, u"2026-04-02"_s)}, kNow, kZone);
    LaneModel model;
    model.setClocks(clocks);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, LaneModel::Whom).data().toString(), u"CID-26-118, Texas Attorney General"_s); // by date
    QCOMPARE(model.index(0, LaneModel::Whom).data(RecordIdRole).toString(), u"IR-2"_s);
    QCOMPARE(model.index(0, LaneModel::Time).data(Qt::AccessibleTextRole).toString(),
             u"contact J. Roe, 512-555-0100; limit 2 Apr 2026, 13 days left; limit 20 May 2026, 61 days left"_s);
    QCOMPARE(model.index(1, LaneModel::Whom).data(RecordIdRole).toString(), u"1"_s);
    QCOMPARE(spanOf(clocks).to, QDate(2026, 5, 20));
}

void TestInquiries::comesFromTheRegistersOfAStore()
{
    test::CaseFixture store;
    const IncidentId incident = store.incident();
    casework::AddRegisterRecord command;
    command.incident = incident;
    command.kind = u"inquiry"_s;
    command.values = inquiry().values;
    const auto made = store.submit(command);
    QVERIFY(made);
    command.kind = u"inquiry-request"_s;
    command.values = {{u"request"_s, u"Copy of the notice"_s}, {u"due"_s, u"2026-04-02"_s}};
    command.parent = RegisterRecordId{made->id};
    QVERIFY(store.submit(command));
    const auto clocks = store.ask(IncidentClocksQuery{incident, store.clock().now()});
    QVERIFY(clocks);
    QCOMPARE(clocks->inquiries.size(), 1);
    QCOMPARE(clocks->inquiries.first().marks.value(0).due.date, QDate(2026, 4, 2));
}

QTEST_GUILESS_MAIN(TestInquiries)
#include "tst_items_inquiries.moc"
