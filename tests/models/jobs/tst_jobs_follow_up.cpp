// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/email_case.h"

#include "casework/delivery_acts.h"
#include "casework/delivery_record.h"
#include "casework/delivery_withdrawal.h"
#include "casework/first_notice.h"
#include "jobs/documents.h"
#include "jobs/letter_export.h"
#include "jobs/letter_kinds.h"
#include "notices/pdf/letter_fonts.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::EmailCase;

namespace {

/// Fails the test with what a Result says.
#define VERIFY_DONE(result)                                                                                            \
    do {                                                                                                               \
        const auto &done = (result);                                                                                   \
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));                                                  \
    } while (false)

/// R1 and R4 were told by e-mail, R2, R3 and R5 by letter; Lee has added a notice of a kind and said what changed.
class FollowUpCase : public EmailCase
{
public:
    explicit FollowUpCase(const QString &kind)
    {
        told = approve(emails()) && run(emails(), into(u"mails"_s)) && approve(letters())
            && run(letters(), into(u"letters"_s)) && store.openAs(u"Lee"_s)
            && addNotice(store.file(), incident, kind, {}) && mail(QDate(2026, 3, 20));
        key = kind;
    }

    /// Both runs go out, by Ada's record.
    Result<> mail(QDate on)
    {
        TOCSIN_TRY(store.openAs(u"Ada"_s));
        const auto runs = store.ask(RunsQuery{incident}).value();
        for (const Run &run : runs) {
            if (run.kind == "full"_L1)
                TOCSIN_TRY(store.submit(RecordMailed{run.id, on, {u"Mail House"_s, u"Job 7"_s, {}, {}}}));
        }
        return store.openAs(u"Lee"_s);
    }

    Result<> say(const QMap<QString, QString> &words)
    {
        TOCSIN_TRY(store.openAs(u"Lee"_s));
        TOCSIN_TRY(store.submit(EditNotice{notice(key).id, words}));
        return store.openAs(u"Ada"_s);
    }

    LetterMaterial material()
    {
        const auto session = store.file().openSession();
        return letterMaterial(**session, incident, key, store.file().now()).value();
    }

    /// The letter of somebody as text.
    QString letterOf(const QString &id)
    {
        const auto session = store.file().openSession();
        const auto material = letterMaterial(**session, incident, key, store.file().now());
        const auto whom = recipientCalled(**session, incident, id);
        const auto text = letterAs(**session, *material, {*whom}, LetterFormat::Text);
        return text ? QString::fromUtf8(*text).simplified() : text.error().message;
    }

    QStringList errors()
    {
        const auto session = store.file().openSession();
        const auto material = letterMaterial(**session, incident, key, store.file().now());
        const auto checks = checkNotice(**session, *material, Progress());
        QStringList ids;
        for (const notices::CheckResult &check : *checks) {
            if (check.level == notices::CheckLevel::Error)
                ids << check.id;
        }
        return ids;
    }

    bool told = false;
    QString key;
};

const QString kChanged = u"The file also held dates of birth."_s;

} // namespace

class TestJobsFollowUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    void offersEveryKindOfLetter()
    {
        EmailCase made;
        const auto session = made.store.file().openSession();
        const auto offers = noticeOffers(**session, made.incident);
        VERIFY_DONE(offers);
        QStringList kinds;
        for (const NoticeOffer &offer : *offers)
            kinds << offer.kind.kind;
        for (const QString &kind : {u"supplement"_s, u"correction"_s, u"email"_s, u"phone"_s})
            QVERIFY2(kinds.contains(kind), qPrintable(kind));
        QVERIFY(made.store.openAs(u"Lee"_s));
        QCOMPARE(addNotice(made.store.file(), made.incident, u"correction"_s, u"AG:TX"_s).error().code,
                 ErrorCode::BadInput);
        QVERIFY(!addNotice(made.store.file(), made.incident, u"correction"_s, {}, u"es"_s));
        VERIFY_DONE(addNotice(made.store.file(), made.incident, u"correction"_s, {}));
        QCOMPARE(made.notice(u"correction"_s).kind, u"correction"_s);
        VERIFY_DONE(addNotice(made.store.file(), made.incident, u"correction"_s, {})); // another mistake
        QCOMPARE(made.notice(u"correction-2"_s).title, u"Letter of correction"_s);
    }

    void goesToThoseWhoHadTheFirstAndSaysWhat_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("supplement") << u"supplement"_s;
        QTest::newRow("correction") << u"correction"_s;
    }

    /// A later correction is a letter of its own kind.
    void goesToThoseWhoHadTheFirstAndSaysWhat()
    {
        QFETCH(const QString, kind);
        FollowUpCase made(kind);
        QVERIFY(made.told);
        VERIFY_DONE(made.say({{u"what_changed"_s, kChanged}}));
        QCOMPARE(made.errors(), QStringList());
        VERIFY_DONE(made.approve(kind));
        VERIFY_DONE(made.run(kind, made.into(u"follow-up"_s)));
        QCOMPARE(made.reached(u"follow-up"_s), QStringList({u"R1"_s, u"R2"_s, u"R3"_s, u"R4"_s, u"R5"_s}));
        QVERIFY(!made.run(kind, made.into(u"twice"_s)));
        const auto runs = made.store.ask(RunsQuery{made.incident});
        QCOMPARE(runs->first().notice, made.notice(kind).id);
        QCOMPARE(runs->first().letters, 5);
        QVERIFY(made.letterOf(u"R2"_s).contains(kChanged));
    }

    void namesTheDayAndTheKindOfWhatEachPersonHad()
    {
        FollowUpCase made(u"correction"_s);
        VERIFY_DONE(made.say({{u"what_changed"_s, kChanged}}));
        const QString day = QLocale::c().toString(made.store.file().now().localDate(), u"MMMM d, yyyy"_s);
        for (const QString &id : {u"R1"_s, u"R2"_s})
            QVERIFY2(made.letterOf(id).contains(u"On %1 we wrote to you"_s.arg(day)), qPrintable(made.letterOf(id)));
        QVERIFY(made.letterOf(u"R1"_s).contains(u"Part of that e-mail was wrong"_s));
        QVERIFY(made.letterOf(u"R2"_s).contains(u"Part of that letter was wrong"_s));
        const auto session = made.store.file().openSession();
        const auto material = letterMaterial(**session, made.incident, made.key, made.store.file().now());
        const auto sample = letterAs(**session, *material, {}, LetterFormat::Text);
        QVERIFY2(sample && QString::fromUtf8(*sample).simplified().contains(u"On %1 we wrote"_s.arg(day)),
                 sample ? sample->constData() : qPrintable(sample.error().message));
        VERIFY_DONE(made.say({{u"what_changed"_s, kChanged}, {u"earlier_letter"_s, u"2026-03-19"_s}}));
        QVERIFY(made.letterOf(u"R1"_s).contains(u"On March 19, 2026 we wrote to you"_s));
    }

    void whatIsWrittenForSomeStatesIsPartOfWhatIsApproved()
    {
        FollowUpCase made(u"correction"_s);
        VERIFY_DONE(made.say({{u"what_changed"_s, kChanged}}));
        QVERIFY(!made.material().pinnedParts.contains(u"what_changed_neutral"_s));
        for (const QString &field : {u"what_changed_neutral"_s, u"what_changed_neutral_es"_s}) {
            VERIFY_DONE(made.say({{u"what_changed"_s, kChanged}, {field, u"Call us."_s}}));
            const LetterMaterial material = made.material();
            QVERIFY(material.pinnedParts.contains(u"what_changed_neutral"_s));
            const QString language = field.endsWith("_es"_L1) ? u"es"_s : u"en"_s;
            QCOMPARE(material.inputs.incident.narratives(language).whatChangedNeutral, u"Call us."_s);
        }
    }

    void followsNoLetterThatLiesInTheHouseOrCameBack()
    {
        FollowUpCase made(u"correction"_s);
        VERIFY_DONE(made.say({{u"what_changed"_s, kChanged}}));
        const auto earlier = [&made] {
            return made.store.ask(EarlierNotices{made.notice(made.key).id, made.incident})->size();
        };
        QCOMPARE(earlier(), 5);
        const auto letters = made.store.ask(DeliveryStandings{made.notice(made.letters()).id, DeliveryState::Mailed});
        const DeliveryStanding one = letters->first();
        const QDate today = made.store.file().now().localDate();
        VERIFY_DONE(made.store.submit(RecordReturned{made.incident, {{one.delivery, today, u"UTF"_s}}, {}}));
        const PostalAddress moved{{u"1 Elm St"_s}, u"Austin"_s, u"TX"_s, u"73301"_s, u"US"_s};
        VERIFY_DONE(made.store.submit(CorrectAddress{one.recipient, moved, u"Called"_s}));
        QCOMPARE(earlier(), 4); // an address is known, and still nothing was read there
        VERIFY_DONE(made.approve(made.key));
        VERIFY_DONE(made.run(made.key, made.into(u"correction"_s)));
        QCOMPARE(made.reached(u"correction"_s).size(), 4);
    }

    void asksForTheMailingOfWhatItFollows()
    {
        EmailCase made;
        VERIFY_DONE(made.approve(made.letters()));
        VERIFY_DONE(made.run(made.letters(), made.into(u"letters"_s)));
        QVERIFY(made.store.openAs(u"Lee"_s));
        VERIFY_DONE(addNotice(made.store.file(), made.incident, u"correction"_s, {}));
        QVERIFY(made.store.openAs(u"Ada"_s));
        notices::LetterRunOptions proof = made.into(u"early"_s);
        proof.proof = 1;
        const auto run = made.run(u"correction"_s, proof);
        QCOMPARE(run.error().code, ErrorCode::CheckFailed);
        QVERIFY2(run.error().message.contains(u"The letters of 5 people are not recorded as mailed"_s),
                 qPrintable(run.error().message));
    }

    void keepsTheMailingThatAFollowUpNames()
    {
        FollowUpCase made(u"correction"_s);
        VERIFY_DONE(made.say({{u"what_changed"_s, kChanged}}));
        const auto takeBack = [&made] {
            const auto acts = made.store.ask(DeliveryActs{made.notice(made.letters()).id});
            return made.store.submit(WithdrawDelivery{made.incident, acts->first().id, u"Another job"_s});
        };
        VERIFY_DONE(made.approve(made.key));
        made.store.clock().set(*Instant::parse(u"2026-03-21T09:00:00-05:00"_s));
        VERIFY_DONE(made.run(made.key, made.into(u"correction"_s)));
        const auto refused = takeBack();
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(made.store.ask(DeliveryFunnelQuery{made.notice(made.letters()).id})->mailed, 3);
    }

    /// A run that was cut off before midnight is finished on the next day with letters of the day before.
    void namesTheDateThatTheLetterBears()
    {
        FollowUpCase made(u"supplement"_s);
        RecordRun late;
        late.notice = made.notice(made.letters()).id;
        late.noticeVersion = 1;
        late.kind = u"full"_s;
        late.wave = 2;
        late.again = u"Torn at the printer"_s;
        late.letterDate = QDate(2026, 3, 19);
        const RecipientId someone = made.store.ask(RecipientIds{made.incident})->first();
        late.deliveries = {{someone, 1, 1, 1, u"00"_s}};
        QVERIFY(made.store.openAs(u"Ada"_s));
        const auto run = made.store.submit(late);
        VERIFY_DONE(run);
        VERIFY_DONE(
            made.store.submit(RecordMailed{RunId{run->id}, QDate(2026, 3, 20), {u"Mail House"_s, u"Job 8"_s, {}, {}}}));
        const auto all = made.store.ask(EarlierNotices{made.notice(made.key).id, made.incident});
        for (const EarlierNotice &each : *all)
            QCOMPARE(each.dated, each.recipient == someone ? QDate(2026, 3, 19) : QDate(2026, 3, 20));
    }

    void isNotReadyWithoutWhatChangedOrAnEarlierLetter()
    {
        FollowUpCase made(u"supplement"_s);
        QVERIFY(made.store.openAs(u"Ada"_s));
        QVERIFY2(made.errors().contains(u"what-changed"_s), qPrintable(made.errors().join(u' ')));
        VERIFY_DONE(made.say({{u"what_changed"_s, kChanged}, {u"earlier_letter"_s, u"March"_s}}));
        QCOMPARE(made.errors(), QStringList(u"words.earlier_letter"_s));

        EmailCase early; // nobody has had anything yet
        QVERIFY(early.store.openAs(u"Lee"_s));
        VERIFY_DONE(addNotice(early.store.file(), early.incident, u"supplement"_s, {}));
        VERIFY_DONE(early.store.submit(EditNotice{early.notice(u"supplement"_s).id, {{u"what_changed"_s, kChanged}}}));
        const auto session = early.store.file().openSession();
        const auto material = letterMaterial(**session, early.incident, u"supplement"_s, early.store.file().now());
        const auto ready = notices::readyToRun(*checkNotice(**session, *material, Progress()));
        QCOMPARE(ready.error().code, ErrorCode::CheckFailed);
        QVERIFY2(ready.error().message.contains(u"earlier letter"_s), qPrintable(ready.error().message));
    }
};

QTEST_MAIN(TestJobsFollowUp)
#include "tst_jobs_follow_up.moc"
