// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/letter_case.h"

#include "casework/delivery_acts.h"
#include "casework/delivery_record.h"
#include "casework/delivery_withdrawal.h"
#include "casework/ledger_book.h"
#include "jobs/returned_mail.h"
#include "jobs/store_recipients.h"
#include "notices/pdf/letter_fonts.h"

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::LetterCase;

namespace {

const DeliveryProof kProof{{}, u"Job 4711"_s, {}, {}};

/// Three people with letters; it is 23 March, and each thing that is recorded comes an hour later.
class WrittenCase : public LetterCase
{
public:
    explicit WrittenCase(int withoutAddress = 0) : LetterCase(0)
    {
        written = import(3, withoutAddress) && include() && produce(u"letters"_s);
        at = *Instant::parse(u"2026-03-23T09:00:00-05:00"_s);
        store.clock().set(at);
    }

    bool written = false;

    void later()
    {
        at = Instant(at.msecs() + 3'600'000, at.zone());
        store.clock().set(at);
    }
    Result<Receipt> mail()
    {
        later();
        return store.submit(RecordMailed{store.ask(RunsQuery{incident})->first().id, QDate(2026, 3, 23), kProof});
    }
    Result<Receipt> back(const QByteArray &list)
    {
        later();
        return importReturnedMail(store.file(), {incident, write(u"back.csv"_s, list), {}, false}, Progress())
            .map([](const ReturnedMailReport &report) { return report.receipt; });
    }
    Result<Receipt> move(const QString &reference)
    {
        later();
        return store.submit(CorrectAddress{
            person(reference), {{u"9 New Road"_s}, u"Tulsa"_s, u"OK"_s, u"74103"_s, u"US"_s}, u"A call"_s});
    }
    Result<Receipt> takeBack(qint64 act)
    {
        later();
        return store.submit(WithdrawDelivery{incident, act, u"By mistake"_s});
    }
    RecipientId person(const QString &reference)
    {
        const auto session = store.file().openSession();
        return letterReferences(**session, incident)->value(reference);
    }
    Recipient known(const QString &reference) { return store.ask(RecipientsById{{person(reference)}})->first(); }
    DeliveryState state(const QString &reference)
    {
        return store.ask(DeliveryStandings{notice().id, {}, QList{person(reference)}})->first().state;
    }

private:
    Instant at;

    Result<Receipt> include()
    {
        return store.submit(
            DecideRecipients{*store.ask(RecipientIds{incident}), Standing::Included, u"Whatever their address"_s});
    }
};

} // namespace

/// What was recorded of letters, and is taken back in another session than the one that recorded it.
class TestJobsTakeBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    void takesAMailingBackThoughOtherLettersWereWrittenSince()
    {
        WrittenCase data;
        QVERIFY(data.written);
        const auto mailed = data.mail();
        VERIFY_DONE(mailed);
        QCOMPARE(data.notice().status, NoticeStatus::Sent);
        data.later();
        VERIFY_DONE(data.run(u"again"_s, u"The first letter named another year."_s));
        VERIFY_DONE(data.store.openAs(u"Ada"_s));
        VERIFY_DONE(data.takeBack(mailed->id));
        QCOMPARE(data.funnel().mailed, 0);
        QCOMPARE(data.notice().status, NoticeStatus::Produced);
    }

    void keepsWhatMoreWasBuiltOn()
    {
        WrittenCase data;
        const auto mailed = data.mail();
        const auto back = data.back("id\nR1\n");
        VERIFY_DONE(back);
        QCOMPARE(data.takeBack(mailed->id).error().code, ErrorCode::Conflict); // a letter came back from it
        const auto moved = data.move(u"R1"_s);
        QCOMPARE(data.takeBack(back->id).error().code, ErrorCode::Conflict); // that is why the address was asked for
        data.later();
        VERIFY_DONE(data.run(u"again"_s));
        QCOMPARE(data.takeBack(moved->id).error().code, ErrorCode::Conflict); // a letter went there
        QCOMPARE(data.known(u"R1"_s).city, u"Tulsa"_s);
        QCOMPARE(data.state(u"R1"_s), DeliveryState::Produced);
    }

    void takesBackStepByStep()
    {
        WrittenCase data;
        const auto mailed = data.mail();
        const auto back = data.back("id\nR1\n");
        const auto moved = data.move(u"R1"_s);
        VERIFY_DONE(data.takeBack(moved->id));
        QCOMPARE(data.state(u"R1"_s), DeliveryState::Returned);
        QCOMPARE(data.known(u"R1"_s).addressLines, QStringList{u"1 Main St"_s});
        QCOMPARE(data.known(u"R1"_s).residence, u"TX"_s);
        VERIFY_DONE(data.takeBack(back->id));
        QCOMPARE(data.state(u"R1"_s), DeliveryState::Mailed);
        VERIFY_DONE(data.takeBack(mailed->id));
        QCOMPARE(data.state(u"R1"_s), DeliveryState::Produced);
        const auto acts = data.store.ask(DeliveryActs{data.notice().id});
        QCOMPARE(acts->size(), 3);
        QVERIFY(std::all_of(acts->begin(), acts->end(), [](const DeliveryAct &each) { return each.withdrawn; }));
    }

    void leavesSomebodyWithoutAddressAgain()
    {
        WrittenCase data(1);
        QVERIFY(!data.known(u"R1"_s).reachable);
        const auto moved = data.move(u"R1"_s);
        VERIFY_DONE(moved);
        QVERIFY(data.known(u"R1"_s).reachable);
        QCOMPARE(data.state(u"R1"_s), DeliveryState::Queued);
        VERIFY_DONE(data.takeBack(moved->id));
        QVERIFY(!data.known(u"R1"_s).reachable);
        QCOMPARE(data.state(u"R1"_s), DeliveryState::NoAddress);
        QCOMPARE(data.store.ask(RosterTotalsQuery{data.incident})->withoutAddress, 1);
    }

    void keepsAnAddressThatCameWithARoster()
    {
        WrittenCase data;
        data.later();
        QByteArray moved = LetterCase::roster(3);
        moved.replace("2 Main St", "22 Main St");
        VERIFY_DONE(data.importFile(moved));
        const auto acts = data.store.ask(DeliveryActs{data.notice().id});
        QCOMPARE(acts->size(), 1);
        const auto refused = data.takeBack(acts->first().id);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().message.contains(u"came with a roster"_s), qPrintable(refused.error().message));
        QCOMPARE(data.known(u"R2"_s).addressLines, QStringList{u"22 Main St"_s});
        QVERIFY(!data.store.ask(DeliveryActs{data.notice().id})->first().withdrawn);
    }

    void isNotUndoneASecondTime()
    {
        WrittenCase data;
        const auto mailed = data.mail();
        VERIFY_DONE(data.takeBack(mailed->id));
        const qint64 entries = data.store.ask(LedgerHeadQuery())->count;
        QCOMPARE(data.store.file().undo({Kind::Delivery, mailed->sequence}).result().error().code, ErrorCode::Conflict);
        QCOMPARE(data.takeBack(mailed->id).error().code, ErrorCode::Conflict);
        QCOMPARE(data.store.ask(LedgerHeadQuery())->count, entries);
    }

    void findsTheRecordsOfItsOwnIncidentOnly()
    {
        WrittenCase data;
        const auto mailed = data.mail();
        const auto other
            = data.store.submit(CreateIncident{u"Another"_s, IncidentKind::Breach, test::CaseFixture::facts()});
        VERIFY_DONE(other);
        const auto refused = data.store.submit(WithdrawDelivery{IncidentId{other->id}, mailed->id, u"By mistake"_s});
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        QCOMPARE(data.funnel().mailed, 3);
    }
};

QTEST_MAIN(TestJobsTakeBack)
#include "tst_jobs_take_back.moc"
