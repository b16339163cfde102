// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/notice.h"
#include "casework/publication.h"
#include "casework/run.h"

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

/// Who may say yes to a notice, and what a yes does to it.
class TestCaseworkApproval : public QObject
{
    Q_OBJECT

private:
    static Notice letter(CaseFixture &store, IncidentId incident)
    {
        return store.ask(NoticeByKey{incident, u"individual-en"_s}).value();
    }

    /// Ada, Lee and Kim may all write and approve.
    static Result<> say(CaseFixture &store, NoticeId notice, const QString &who, const QString &words)
    {
        TOCSIN_TRY(store.openAs(who));
        return store.submit(EditNotice{notice, {{u"what_happened"_s, words}}}).map([](const Receipt &) {});
    }

    static std::optional<ErrorCode> refusal(CaseFixture &store, NoticeId notice, const QString &who)
    {
        if (const auto opened = store.openAs(who); !opened)
            return opened.error().code;
        const auto approved = store.submit(ApproveNotice{notice, u"pin"_s, {}});
        return approved ? std::nullopt : std::optional(approved.error().code);
    }

private Q_SLOTS:
    void lacksTheYesOfEverybodyWhoWroteWords()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        QVERIFY(store.addPerson(u"Kim"_s, Role::LegalCounsel));
        const NoticeId notice = letter(store, incident).id;
        QVERIFY(say(store, notice, u"Lee"_s, u"A file of orders stood open."_s));
        QVERIFY(say(store, notice, u"Ada"_s, u"A file of orders, stood open."_s)); // a comma
        QVERIFY(store.submit(SubmitNotice{notice}));
        QCOMPARE(refusal(store, notice, u"Lee"_s), ErrorCode::NotAllowed); // most of it is Lee's
        QCOMPARE(refusal(store, notice, u"Ada"_s), ErrorCode::NotAllowed);
        QCOMPARE(refusal(store, notice, u"Kim"_s), std::nullopt);
        QVERIFY(say(store, notice, u"Ada"_s, u"A file of orders stood open."_s));
        QVERIFY(store.submit(SubmitNotice{notice}));
        QCOMPARE(refusal(store, notice, u"Ada"_s), ErrorCode::NotAllowed);
        QCOMPARE(refusal(store, notice, u"Lee"_s), std::nullopt); // Kim said yes to what Lee wrote
    }

    void countsNobodyAsAWriterWhoTookWordsBack()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        const NoticeId notice = letter(store, incident).id;
        QVERIFY(say(store, notice, u"Lee"_s, u"A file of orders stood open."_s));
        QVERIFY(say(store, notice, u"Ada"_s, u"A file stood open."_s));
        QVERIFY(store.file().undo().result());
        QCOMPARE(letter(store, incident).authorName, u"Lee"_s);
        QVERIFY(store.submit(SubmitNotice{notice}));
        QCOMPARE(refusal(store, notice, u"Lee"_s), ErrorCode::NotAllowed);
        QCOMPARE(refusal(store, notice, u"Ada"_s), std::nullopt);
    }

    /// The roster grew, so the old yes does not count any more; the letters are in the mail all the same.
    void keepsWhatIsProducedWhenTheSameWordsAreApprovedAgain()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        const NoticeId notice = letter(store, incident).id;
        QVERIFY(store.submit(SubmitNotice{notice}));
        QVERIFY(store.submit(ApproveNotice{notice, u"pin"_s, {}}));
        QCOMPARE(letter(store, incident).status, NoticeStatus::Approved);
        RecordRun run;
        run.notice = notice;
        run.noticeVersion = 1;
        run.kind = u"full"_s;
        QVERIFY(store.submit(run));
        QCOMPARE(letter(store, incident).status, NoticeStatus::Produced);
        QVERIFY(store.submit(ApproveNotice{notice, u"another pin"_s, {}}));
        QCOMPARE(letter(store, incident).status, NoticeStatus::Produced);
        QCOMPARE(store.ask(ApprovalsQuery{notice})->size(), 2);
    }

    void givesTheNumberOfAPlaceOnce()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto website = store.submit(CreateNotice{incident, u"website"_s, u"Web site"_s, u"website"_s, u"en"_s});
        const NoticeId notice{website->id};
        AddPublication add{notice, u"web"_s, u"https://example.org/one"_s, {}, QDate(2026, 3, 18), {}};
        QCOMPARE(store.submit(add)->reference, u"website@1"_s);
        QVERIFY(store.file().undo().result());
        add.name = u"https://example.org/two"_s;
        QCOMPARE(store.submit(add)->reference, u"website@2"_s); // the ledger speaks of the first for ever
    }
};

QTEST_GUILESS_MAIN(TestCaseworkApproval)
#include "tst_casework_approval.moc"
