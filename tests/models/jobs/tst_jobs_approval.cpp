// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/jobs/approving.h"

#include "jobs/documents.h"
#include "notices/pdf/letter_fonts.h"

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::CaseFixture;

/// What stands between the words of a notice and its approval.
class TestJobsApproval : public QObject
{
    Q_OBJECT

private:
    const Progress m_progress;

    /// A press release for Texas by Lee, whose account is the program's general one: a warning.
    static Notice release(CaseFixture &store, IncidentId incident)
    {
        const auto receipt = addNotice(store.file(), incident, u"press-release"_s, u"media:TX"_s);
        const QMap<QString, QString> words{{u"city"_s, u"Evanston, Illinois"_s},
                                           {u"press_contact"_s, u"Press office, 1-800-555-0100"_s},
                                           {u"outlets"_s, u"Sample Herald"_s}};
        if (!receipt || !store.submit(EditNotice{NoticeId{receipt->id}, words}))
            qFatal("no press release");
        return store.ask(NoticeByKey{incident, receipt->reference}).value();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    void sendsNothingToReviewWhileACheckIsAnError()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto added = addNotice(store.file(), incident, u"board"_s, {});
        const auto refused = submitNotice(store.file(), incident, added->reference, m_progress);
        QCOMPARE(refused.error().code, ErrorCode::CheckFailed);
        QVERIFY2(refused.error().message.contains(u"Decisions asked for"_s), qPrintable(refused.error().message));
        QCOMPARE(store.ask(NoticeByKey{incident, added->reference})->status, NoticeStatus::Draft);
        const QMap<QString, QString> words{
            {u"decisions"_s, u"None."_s}, {u"exposure"_s, u"As counsel said."_s}, {u"next"_s, u"Letters go out."_s}};
        QVERIFY(store.submit(EditNotice{NoticeId{added->id}, words}));
        QVERIFY(submitNotice(store.file(), incident, added->reference, m_progress));
        QCOMPARE(submitNotice(store.file(), incident, added->reference, m_progress).error().code, ErrorCode::Conflict);
        // Letters to nobody are no letters yet.
        QCOMPARE(submitNotice(store.file(), incident, u"individual-en"_s, m_progress).error().code,
                 ErrorCode::CheckFailed);
    }

    void asksTheRoleBeforeItChecks()
    {
        CaseFixture store(Role::Observer);
        QCOMPARE(submitNotice(store.file(), {1}, u"none"_s, m_progress).error().code, ErrorCode::NotAllowed);
        QCOMPARE(approveNotice(store.file(), {1}, u"none"_s, m_progress).error().code, ErrorCode::NotAllowed);
    }

    void approvesAWarningOnlyWithItsReason()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        const Notice notice = release(store, incident);
        QVERIFY(submitNotice(store.file(), incident, notice.key, m_progress));
        QVERIFY(store.openAs(u"Lee"_s));
        const auto approve = [&](const Reasons &reasons) {
            return approveNotice(store.file(), incident, notice.key, m_progress, reasons);
        };
        const auto silent = approve({});
        QCOMPARE(silent.error().code, ErrorCode::CheckFailed);
        QVERIFY2(silent.error().message.contains(u"standard-words"_s), qPrintable(silent.error().message));
        QCOMPARE(approve({{u"standard-words"_s, u"  "_s}}).error().code, ErrorCode::CheckFailed);
        const auto stray = approve({{u"standard-words"_s, u"Enough."_s}, {u"elements"_s, u"No warning at all."_s}});
        QCOMPARE(stray.error().code, ErrorCode::BadInput);
        QVERIFY2(stray.error().message.contains(u"“elements” is no warning"_s), qPrintable(stray.error().message));
        QVERIFY(store.ask(ApprovalsQuery{notice.id})->isEmpty());

        const auto session = store.file().openSession();
        const auto found = checksOf(**session, notice, store.file().now(), m_progress);
        Reasons reasons;
        for (const notices::CheckResult &check : found->checks) {
            if (check.level == notices::CheckLevel::Warning)
                reasons.insert(check.id, u"Enough for the first day."_s);
        }
        QVERIFY2(approve(reasons), "every warning has a reason");
        const QList<AcceptedWarning> accepted = store.ask(ApprovalsQuery{notice.id})->first().accepted;
        QCOMPARE(accepted.size(), reasons.size());
        QCOMPARE(accepted.first().reason, u"Enough for the first day."_s);
        QVERIFY2(accepted.last().warning.contains(u"general sentences"_s), qPrintable(accepted.last().warning));
    }

    void acceptsWithoutWordsWhatHasNoWarning()
    {
        const QList<notices::CheckResult> fine{{u"a"_s, u"A"_s, {}, notices::CheckLevel::Ok, {}}};
        QCOMPARE(acceptWarnings(fine, {})->size(), 0);
        QCOMPARE(acceptWarnings(fine, {{u"a"_s, u"because"_s}}).error().code, ErrorCode::BadInput);
    }
};

QTEST_MAIN(TestJobsApproval)
#include "tst_jobs_approval.moc"
