// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/notice_comment.h"
#include "casework/publication.h"
#include "casework/run.h"

#include <QJsonArray>
#include <QJsonDocument>

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

    void findsAPassageAgainAfterTheWordsChanged_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("position");
        QTest::newRow("as it was") << u"One file. One file stood open."_s << 10;
        QTest::newRow("moved") << u"On Monday, one file. One file stood open."_s << 21;
        QTest::newRow("the nearest of two") << u"One file.... One file stood open."_s << 13;
        QTest::newRow("the nearest, before") << u"Was: One file"_s << 5;
        QTest::newRow("gone") << u"Some data stood open."_s << -1;
        QTest::newRow("no words") << QString() << -1;
    }

    void findsAPassageAgainAfterTheWordsChanged()
    {
        QFETCH(const QString, words);
        QFETCH(const int, position);
        const Passage passage{u"what_happened"_s, u"One file"_s, 10};
        QCOMPARE(positionIn(words, passage).value_or(-1), position);
    }

    void keepsACommentWithItsPassage()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const Notice notice = letter(store, incident);
        QVERIFY(store.submit(EditNotice{notice.id, {{u"what_happened"_s, u"A file of orders stood open."_s}}}));
        const Passage passage{u"what_happened"_s, u"stood open"_s, 17};
        QVERIFY(store.addPerson(u"Lee"_s, Role::LegalCounsel));
        QVERIFY(store.openAs(u"Lee"_s));
        const QString secret = u"Say how long, please."_s;
        const auto made = store.submit(AddComment{notice.id, passage, secret});
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->reference, u"individual-en#1"_s);
        const LedgerRow entry = store.ask(LedgerRows())->first();
        QCOMPARE(entry.action, u"notice.comment"_s);
        QCOMPARE(entry.subject, u"notice/individual-en"_s);
        QCOMPARE(entry.after.value(u"position"_s).toInt(), 17);
        QVERIFY(!QJsonDocument(entry.after).toJson().contains("Say how long"));
        QCOMPARE(store.ask(OpenComments{notice.id}).value(), 1);

        const NoticeCommentId id{made->id};
        QVERIFY(store.openAs(u"Ada"_s));
        QVERIFY(store.submit(AnswerComment{id, u"Seven weeks."_s}));
        QVERIFY(
            store.submit(EditNotice{notice.id, {{u"what_happened"_s, u"For weeks a file of orders stood open."_s}}}));
        auto threads = store.ask(CommentsQuery{notice.id}).value();
        QCOMPARE(threads.size(), 1);
        QCOMPARE(threads.first().comment.text, secret);
        QCOMPARE(threads.first().comment.authorName, u"Lee"_s);
        QCOMPARE(threads.first().position.value_or(-1), 27);
        QCOMPARE(threads.first().answers.first().text, u"Seven weeks."_s);
        QVERIFY(store.submit(EditNotice{notice.id, {{u"what_happened"_s, u"Orders could be read."_s}}}));
        threads = store.ask(CommentsQuery{notice.id}).value();
        QVERIFY(!threads.first().position);
        QCOMPARE(threads.first().comment.passage.quote, u"stood open"_s);

        QVERIFY(store.submit(SettleComment{id, true}));
        QCOMPARE(store.ask(LedgerRows())->first().after.value(u"state"_s).toString(), u"resolved"_s);
        QCOMPARE(store.ask(OpenComments{notice.id}).value(), 0);
        QCOMPARE(store.submit(SettleComment{id, true}).error().code, ErrorCode::Conflict);
        QCOMPARE(store.submit(AnswerComment{id, u"Late"_s}).error().code, ErrorCode::Conflict);
        QVERIFY(store.submit(SettleComment{id, false}));
        QCOMPARE(store.ask(OpenComments{notice.id}).value(), 1);
    }

    void refusesACommentThatQuotesWhatIsNotThere()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const NoticeId notice = letter(store, incident).id;
        QVERIFY(store.submit(EditNotice{notice, {{u"offer"_s, u"A year of monitoring."_s}}}));
        const auto code = [&](const Passage &passage, const QString &text = u"Why?"_s) {
            const auto answer = store.submit(AddComment{notice, passage, text});
            return answer ? std::nullopt : std::optional(answer.error().code);
        };
        QCOMPARE(code({u"offer"_s, u"two years"_s, 0}), ErrorCode::BadInput);
        QCOMPARE(code({u"offer"_s, u"year"_s, 3}), ErrorCode::BadInput);
        QCOMPARE(code({u"offer"_s, u"year"_s, -4}), ErrorCode::BadInput);
        QCOMPARE(code({u"offer"_s, QString(), 0}), ErrorCode::BadInput);
        QCOMPARE(code({u"colour"_s, u"red"_s, 0}), ErrorCode::BadInput);
        QCOMPARE(code({u"offer"_s, u"year"_s, 2}, u"  "_s), ErrorCode::BadInput);
        QCOMPARE(code({u"offer"_s, u"year"_s, 2}, QString(5000, u'x')), ErrorCode::BadInput);
        QCOMPARE(code({u"offer"_s, u"year"_s, 2}), std::nullopt);
        QCOMPARE(code({}), std::nullopt); // the whole notice
        QVERIFY(store.addPerson(u"Olga"_s, Role::Observer));
        QVERIFY(store.openAs(u"Olga"_s));
        QCOMPARE(store.ask(CommentsQuery{notice}).error().code, ErrorCode::NotAllowed);
    }

    void countsTheDaysOfAPosting()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto website = store.submit(CreateNotice{incident, u"website"_s, u"Web site"_s, u"website"_s, u"en"_s});
        const NoticeId notice{website->id};
        AddPublication add{notice, u"web"_s, u"https://example.org/notice"_s, {}, QDate(2026, 3, 18), u"shot.png"_s};
        const auto made = store.submit(add);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->reference, u"website@1"_s);
        QCOMPARE(store.ask(LedgerRows())->first().after.value(u"first_day"_s).toString(), u"2026-03-18"_s);
        const Publication posted = store.ask(PublicationsQuery{notice})->first();
        QCOMPARE(posted.required, QDate(2026, 6, 16)); // 90 days after the first, as the deadlines say
        QCOMPARE(posted.daysLeft(QDate(2026, 3, 18)), 91);
        QCOMPARE(posted.daysLeft(QDate(2026, 6, 16)), 1);
        QCOMPARE(posted.daysLeft(QDate(2026, 6, 17)), 0);
        store.clock().set(*Instant::parse(u"2026-06-10T08:00:00-05:00"_s));
        TakeDownPublication down{posted.id, QDate(2026, 6, 10), {}};
        const auto early = store.submit(down);
        QCOMPARE(early.error().code, ErrorCode::BadInput);
        QVERIFY2(early.error().message.contains(u"2026-06-16, 6 days longer"_s), qPrintable(early.error().message));
        down.reason = u"The site moved."_s;
        down.day = QDate(2026, 6, 11);
        QCOMPARE(store.submit(down).error().code, ErrorCode::BadInput); // still to come
        down.day = QDate(2026, 3, 17);
        QCOMPARE(store.submit(down).error().code, ErrorCode::BadInput); // before it stood
        down.day = QDate(2026, 6, 10);
        QVERIFY(store.submit(down));
        QCOMPARE(store.ask(PublicationsQuery{notice})->first().daysShort(), 6);
        QCOMPARE(store.ask(PublicationsQuery{notice})->first().daysLeft(QDate(2026, 6, 10)), 0);
        QCOMPARE(store.submit(down).error().code, ErrorCode::Conflict);
        QVERIFY(store.file().undo().result());
        QVERIFY(!store.ask(PublicationsQuery{notice})->first().lastDay.isValid());
        store.clock().set(*Instant::parse(u"2026-06-20T08:00:00-05:00"_s));
        QVERIFY(store.submit(TakeDownPublication{posted.id, QDate(2026, 6, 20), {}})); // long enough: no reason
    }

    void listsTheOutletsOfARelease()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto release = store.submit(
            CreateNotice{incident, u"press"_s, u"Press"_s, u"press-release"_s, u"en"_s, {}, u"media:TX"_s});
        const NoticeId notice{release->id};
        QVERIFY(store.submit(AddPublication{notice, u"radio"_s, u"Sample Radio"_s, u"Texas"_s, {}, {}}));
        const Publication outlet = store.ask(PublicationsQuery{notice})->first();
        QVERIFY(!outlet.firstDay.isValid() && !outlet.required.isValid());
        QVERIFY(store.submit(AmendPublication{outlet.id, QDate(2026, 3, 19), u"Confirmation 12"_s}));
        QCOMPARE(store.ask(PublicationsQuery{notice})->first().firstDay, QDate(2026, 3, 19));
        QCOMPARE(store.ask(PublicationsQuery{notice})->first().proof, u"Confirmation 12"_s);
        QCOMPARE(store.submit(AmendPublication{outlet.id, QDate(2026, 3, 19), u"Confirmation 12"_s}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(store.submit(TakeDownPublication{outlet.id, QDate(2026, 3, 20), {}}).error().code,
                 ErrorCode::BadInput);
        const auto code = [&](const AddPublication &add) { return store.submit(add).error().code; };
        QCOMPARE(code({notice, u"carrier-pigeon"_s, u"Bird"_s}), ErrorCode::BadInput);
        QCOMPARE(code({notice, u"radio"_s, u" "_s}), ErrorCode::BadInput);
        QCOMPARE(code({notice, u"radio"_s, u"Sample"_s, {}, QDate(2026, 3, 21)}), ErrorCode::BadInput);
        QCOMPARE(code({notice, u"web"_s, u"https://example.org"_s}), ErrorCode::BadInput); // no first day
        QCOMPARE(code({notice, u"web"_s, u"javascript:alert(1)"_s, {}, QDate(2026, 3, 19)}), ErrorCode::BadInput);
        QCOMPARE(code({letter(store, incident).id, u"radio"_s, u"Sample"_s}), ErrorCode::BadInput);
    }

    void refusesAPlaceTwiceAndADayBeforeAnybodyKnew()
    {
        CaseFixture store;
        const IncidentId incident = store.incident(); // discovered on 3 March
        const auto website = store.submit(CreateNotice{incident, u"website"_s, u"Web site"_s, u"website"_s, u"en"_s});
        const NoticeId notice{website->id};
        AddPublication add{notice, u"web"_s, u"https://example.org/notice"_s, {}, QDate(2026, 3, 2), {}};
        const auto early = store.submit(add);
        QCOMPARE(early.error().code, ErrorCode::BadInput);
        QVERIFY2(early.error().message.contains(u"2026-03-03"_s), qPrintable(early.error().message));
        add.firstDay = QDate(2026, 3, 3);
        QVERIFY(store.submit(add));
        const auto twice = store.submit(add);
        QCOMPARE(twice.error().code, ErrorCode::Conflict);
        QVERIFY2(twice.error().message.contains(u"place 1"_s), qPrintable(twice.error().message));
        const PublicationId posted = store.ask(PublicationsQuery{notice})->first().id;
        QCOMPARE(store.submit(AmendPublication{posted, QDate(2026, 3, 2), {}}).error().code, ErrorCode::BadInput);
        store.clock().set(*Instant::parse(u"2026-06-20T08:00:00-05:00"_s));
        QVERIFY(store.submit(TakeDownPublication{posted, QDate(2026, 6, 20), {}}));
        add.firstDay = QDate(2026, 6, 20);
        QVERIFY(store.submit(add)); // it was taken down: posted anew
    }

    void isSentOnceItReachedItsReader()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        QVERIFY(store.openAs(u"Lee"_s));
        const auto made = store.submit(CreateNotice{incident, u"hhs-report"_s, u"HHS"_s, u"hhs-report"_s, u"en"_s});
        const NoticeId notice{made->id};
        QVERIFY(store.openAs(u"Ada"_s));
        const auto status = [&] { return store.ask(NoticeByKey{incident, u"hhs-report"_s})->status; };
        const AddPublication portal{notice, u"portal"_s,        u"OCR breach portal"_s,
                                    {},     QDate(2026, 3, 20), u"Confirmation 12"_s};
        QVERIFY(store.submit(portal));
        QCOMPARE(status(), NoticeStatus::Draft); // whatever was sent, it was not this
        QVERIFY(store.file().undo().result());
        QVERIFY(store.submit(SubmitNotice{notice}));
        QVERIFY(store.submit(ApproveNotice{notice, u"pin"_s, {}}));
        RecordRun run;
        run.notice = notice;
        run.noticeVersion = 1;
        run.kind = u"document"_s;
        run.manifestSha256 = QString(64, u'0');
        QVERIFY(store.submit(run));
        QCOMPARE(status(), NoticeStatus::Produced);
        QVERIFY(store.submit(portal));
        QCOMPARE(status(), NoticeStatus::Sent);
        QVERIFY(store.file().undo().result());
        QCOMPARE(status(), NoticeStatus::Produced);
        AddPublication before = portal;
        before.firstDay = QDate(2026, 3, 19); // a day before it was produced: something else went there
        QVERIFY(store.submit(before));
        QCOMPARE(status(), NoticeStatus::Produced);
        QVERIFY(store.file().undo().result());
        AddPublication planned = portal;
        planned.firstDay = {};
        QVERIFY(store.submit(planned));
        QCOMPARE(status(), NoticeStatus::Produced); // no day yet
        const PublicationId place = store.ask(PublicationsQuery{notice})->first().id;
        QVERIFY(store.submit(AmendPublication{place, QDate(2026, 3, 20), u"Confirmation 12"_s}));
        QCOMPARE(status(), NoticeStatus::Sent);
        AddPublication radio = portal;
        radio.kind = u"radio"_s;
        const auto wrong = store.submit(radio);
        QCOMPARE(wrong.error().code, ErrorCode::BadInput);
        QVERIFY2(wrong.error().message.contains(u"portal, post"_s), qPrintable(wrong.error().message));
        QVERIFY(store.submit(EditNotice{notice, {{u"contact_name"_s, u"Dana"_s}}}));
        QCOMPARE(status(), NoticeStatus::Draft);
    }

    void amendsNoPostingIntoOneThatStoodTooShort()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto website = store.submit(CreateNotice{incident, u"website"_s, u"Web site"_s, u"website"_s, u"en"_s});
        const NoticeId notice{website->id};
        QVERIFY(store.submit(
            AddPublication{notice, u"web"_s, u"https://example.org/notice"_s, {}, QDate(2026, 3, 18), {}}));
        const PublicationId posted = store.ask(PublicationsQuery{notice})->first().id;
        store.clock().set(*Instant::parse(u"2026-06-20T08:00:00-04:00"_s)); // another zone than the store's
        QVERIFY(store.submit(TakeDownPublication{posted, QDate(2026, 6, 16), {}}));
        const Publication down = store.ask(PublicationsQuery{notice})->first();
        const auto later = store.submit(AmendPublication{posted, QDate(2026, 3, 19), {}});
        QCOMPARE(later.error().code, ErrorCode::BadInput);
        QVERIFY2(later.error().message.contains(u"1 day too short"_s), qPrintable(later.error().message));
        store.clock().set(*Instant::parse(u"2026-06-21T08:00:00-05:00"_s));
        QVERIFY(store.submit(AmendPublication{posted, QDate(2026, 3, 17), {}}));
        QVERIFY(store.file().undo().result());
        QCOMPARE(store.ask(PublicationsQuery{notice})->first().changed.toIso(), down.changed.toIso());
    }

    void takesAPlaceBackThatWasEnteredByMistake()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto website = store.submit(CreateNotice{incident, u"website"_s, u"Web site"_s, u"website"_s, u"en"_s});
        const NoticeId notice{website->id};
        const AddPublication add{notice, u"web"_s, u"https://example.org/notice"_s, {}, QDate(2026, 3, 18), {}};
        QVERIFY(store.submit(add));
        QVERIFY(store.file().undo().result());
        QVERIFY(store.ask(PublicationsQuery{notice})->isEmpty());
        QCOMPARE(store.ask(LedgerRows())->first().before.value(u"first_day"_s).toString(), u"2026-03-18"_s);
        QVERIFY(store.submit(add));
        const Publication posted = store.ask(PublicationsQuery{notice})->first();
        QVERIFY(store.submit(AmendPublication{posted.id, posted.firstDay, u"shot.png"_s}));
        QVERIFY(store.file().undo().result());
        QCOMPARE(store.ask(PublicationsQuery{notice})->size(), 1); // the amendment, and not the place
    }
};

QTEST_GUILESS_MAIN(TestCaseworkNotices)
#include "tst_casework_notices.moc"
