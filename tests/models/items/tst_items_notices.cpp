// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/notice_model.h"
#include "items/packet_model.h"
#include "items/run_model.h"
#include "models/casework/case_fixture.h"
#include "patience.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::items;
using tocsin::test::CaseFixture;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
const QByteArray kZone = QByteArrayLiteral("America/Chicago");

QString text(const QAbstractItemModel &model, int row, int role = Qt::DisplayRole, int column = 0)
{
    return model.index(row, column).data(role).toString();
}

} // namespace

class NoticeItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noticesPatchTheirRowsAndNeverReset()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        NoticeModel model(&store.file());
        const QAbstractItemModelTester tester(&model, kFatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setIncident(incident);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(text(model, 0, BadgeTextRole), u"Draft"_s);
        QCOMPARE(text(model, 0, SecondaryTextRole), u"version 1 · 0 letters"_s);

        const NoticeId notice = model.recordAt(0)->id;
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        QVERIFY(store.submit(casework::SubmitNotice{notice}));
        QTRY_COMPARE(text(model, 0, BadgeTextRole), u"In review"_s);
        QCOMPARE(model.inReview(), 1);
        QCOMPARE(inserts.size(), 0);
        QCOMPARE(changes.size(), 1);
        QVERIFY(store.submit(casework::CreateNotice{
            incident, u"individual-es"_s, u"Individuals, Spanish"_s, u"individual"_s, u"es"_s, {}, {}}));
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(notice), 0);
        QCOMPARE(inserts.size(), 1);
        model.setIncident({});
        QTRY_COMPARE(model.rowCount(), 0);
        QCOMPARE(resets.size(), 0);
    }

    void aVoidApprovalIsNotShownAsApproved()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        NoticeModel model(&store.file());
        const QAbstractItemModelTester tester(&model, kFatal);
        model.setIncident(incident);
        QTRY_COMPARE(model.rowCount(), 1);
        const NoticeId notice = model.recordAt(0)->id;
        model.setVoidApprovals({{notice.value, u"the roster changed"_s}});
        QCOMPARE(text(model, 0, BadgeTextRole), u"Draft"_s); // nobody said that it was approved
        QVERIFY(store.submit(casework::SubmitNotice{notice}));
        QVERIFY(store.submit(casework::ApproveNotice{notice, u"00"_s, {}}));
        QTRY_COMPARE(text(model, 0, BadgeTextRole), u"Approval void"_s);
        QCOMPARE(model.index(0, 0).data(BadgeToneRole).toInt(), static_cast<int>(Tone::Warning));
        QCOMPARE(text(model, 0, Qt::ToolTipRole), u"the roster changed"_s);
        QVERIFY(text(model, 0, Qt::AccessibleTextRole).endsWith(u"Approval void"_s));
        model.setVoidApprovals({});
        QCOMPARE(text(model, 0, BadgeTextRole), u"Approved"_s);
    }

    void runsAreThoseOfOneNoticeNewestFirst()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const NoticeId notice = store.ask(casework::NoticesQuery{incident})->constFirst().id;
        RunModel model(&store.file(), kZone);
        const QAbstractItemModelTester tester(&model, kFatal);
        model.setNotice(incident, notice);
        casework::RecordRun run{notice, 1, u"proof"_s, 24, 1, u"00"_s, 12, {}};
        QVERIFY(store.submit(run));
        run.kind = u"full"_s;
        run.letters = 2190;
        run.pages = 4380;
        run.parts = 5;
        QVERIFY(store.submit(run));
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0), u"2,190 letters"_s);
        QCOMPARE(text(model, 0, BadgeTextRole), u"Full"_s);
        QCOMPARE(text(model, 0, SecondaryTextRole),
                 u"version 1 · 4,380 pages in 5 files · 20 Mar 2026, 09:42 −05:00 · Ada"_s);
        QCOMPARE(text(model, 1, BadgeTextRole), u"Proof"_s);
        model.setNotice({}, {});
        QTRY_COMPARE(model.rowCount(), 0);
    }

    void packetsSayNumberTimePagesAndHash()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        PacketModel model(&store.file(), kZone);
        const QAbstractItemModelTester tester(&model, kFatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setIncident(incident);
        const QString hash = QString(56, u'0') + u"12345678"_s;
        QVERIFY(store.submit(casework::RecordPacket{incident, hash, 25, 14}));
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(store.submit(casework::RecordPacket{incident, hash, 27, 15}));
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, Qt::DisplayRole, PacketModel::NumberColumn), u"2"_s);
        QCOMPARE(text(model, 1, Qt::DisplayRole, PacketModel::NumberColumn), u"1"_s);
        QCOMPARE(text(model, 0, Qt::DisplayRole, PacketModel::BuiltColumn), u"20 Mar 2026, 09:42 −05:00"_s);
        QCOMPARE(text(model, 0, Qt::DisplayRole, PacketModel::PagesColumn), u"15"_s);
        QCOMPARE(text(model, 0, Qt::DisplayRole, PacketModel::HashColumn), u"00000000…12345678"_s);
        QCOMPARE(text(model, 0, Qt::ToolTipRole, PacketModel::HashColumn), hash);
        QCOMPARE(resets.size(), 0);
    }
};

QTEST_GUILESS_MAIN(NoticeItems)
#include "tst_items_notices.moc"
