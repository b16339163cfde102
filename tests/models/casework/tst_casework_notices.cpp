// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/notice.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

class TestCaseworkNotices : public QObject
{
    Q_OBJECT

private:
    static Notice letter(CaseFixture &store, IncidentId incident)
    {
        return store.ask(NoticeByKey{incident, u"individual-en"_s}).value();
    }

private Q_SLOTS:
    void keepsWithAnApprovalWhyAWarningStands()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        const NoticeId notice = letter(store, incident).id;
        QVERIFY(store.submit(SubmitNotice{notice}));
        ApproveNotice approve{notice, u"pin"_s, {}};
        approve.accepted = {{u"reading-level"_s, u"Reading level: grade 9.1"_s, u"  "_s}};
        QCOMPARE(store.submit(approve).error().code, ErrorCode::BadInput);
        approve.accepted.first().reason = QString(2000, u'x');
        QCOMPARE(store.submit(approve).error().code, ErrorCode::BadInput);
        QVERIFY(store.ask(ApprovalsQuery{notice})->isEmpty());
        approve.accepted.first().reason = u" The quoted statute is long. "_s;
        QVERIFY(store.submit(approve));
        const AcceptedWarning kept{u"reading-level"_s, u"Reading level: grade 9.1"_s, u"The quoted statute is long."_s};
        QCOMPARE(store.ask(ApprovalsQuery{notice})->first().accepted, QList<AcceptedWarning>{kept});
        const QJsonArray told = store.ask(LedgerRows())->first().after.value(u"accepted"_s).toArray();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first()["check"_L1].toString(), kept.check);
        QCOMPARE(told.first()["reason"_L1].toString(), kept.reason);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkNotices)
#include "tst_casework_notices.moc"
