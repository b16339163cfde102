// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/letter_case.h"

#include "casework/delivery_acts.h"
#include "casework/delivery_record.h"
#include "casework/facts_record.h"
#include "casework/ledger_book.h"
#include "casework/obligation.h"
#include "jobs/documents.h"
#include "jobs/returned_mail.h"
#include "jobs/store_recipients.h"
#include "jobs/usable_address.h"
#include "notices/pdf/letter_fonts.h"

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::LetterCase;

namespace {

const QDate kProduced(2026, 3, 20); // the day of the fixture's clock
const QDate kMailed(2026, 3, 23);
const QDate kBack(2026, 4, 2);

/// Letters of so many people, produced and mailed; it is then 6 April.
class MailedCase : public LetterCase
{
public:
    explicit MailedCase(int people) : LetterCase(people)
    {
        produced = produce(u"letters"_s).has_value();
        store.clock().set(*Instant::parse(u"2026-04-06T09:00:00-05:00"_s));
    }

    bool produced = false;

    RunId run() { return store.ask(RunsQuery{incident})->first().id; }
    Result<Receipt> mail(QDate on = kMailed)
    {
        return store.submit(RecordMailed{run(), on, {u"Mail House"_s, u"Job 4711"_s, {}, {}}});
    }
    Result<ReturnedMailReport> back(const QByteArray &list, bool dryRun = false)
    {
        const Progress progress;
        return importReturnedMail(store.file(), {incident, write(u"back.csv"_s, list), {}, dryRun}, progress);
    }
    RecipientId person(const QString &reference)
    {
        const auto session = store.file().openSession();
        return letterReferences(**session, incident)->value(reference);
    }
    DeliveryStanding standing(const QString &reference)
    {
        const auto found = store.ask(DeliveryStandings{notice().id, {}, QList{person(reference)}});
        return found && !found->isEmpty() ? found->first() : DeliveryStanding();
    }
    Result<Receipt> move(const QString &reference)
    {
        return store.submit(CorrectAddress{
            person(reference), {{u"9 New Road"_s}, u"Waco"_s, u"TX"_s, u"76701"_s, u"US"_s}, u"Forwarding order"_s});
    }
};

Result<Receipt> includeEverybody(LetterCase &data)
{
    return data.store.submit(DecideRecipients{*data.store.ask(RecipientIds{data.incident}), Standing::Included,
                                              u"Whatever their address"_s});
}

} // namespace

class TestJobsDeliveries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    void recordsAMailingOnceAndOnlyWithProof()
    {
        MailedCase data(3);
        QVERIFY(data.produced);
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Produced);
        QCOMPARE(data.store.submit(RecordMailed{data.run(), kMailed, {}}).error().code, ErrorCode::BadInput);
        QCOMPARE(data.mail(kProduced.addDays(-1)).error().code, ErrorCode::BadInput);
        QCOMPARE(data.mail(QDate(2026, 4, 7)).error().code, ErrorCode::BadInput); // tomorrow
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Produced);
        VERIFY_DONE(data.mail());
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Mailed);
        QCOMPARE(data.standing(u"R1"_s).since, kMailed);
        const auto entry = data.store.ask(LedgerRows())->first();
        QCOMPARE(entry.action, u"delivery.mailed"_s);
        QCOMPARE(entry.after.value("letters"_L1).toInt(), 3);
        QCOMPARE(data.mail().error().code, ErrorCode::Conflict);
        QCOMPARE(data.funnel().delivered, 3);
    }

    void saysOfEachLineWhatIsWrongAndTakesTheOthers()
    {
        MailedCase data(4);
        const QByteArray list = "Our Reference,Code,Date\nR1,UTF,2026-04-02\nR9,ANK,2026-04-02\nR1,UTF,2026-04-02\n"
                                ",IA,2026-04-02\nR2,IA,2026-03-01\nR3,UTF,soon\nR4,ANK,\n";
        const auto early = data.back(list);
        QCOMPARE(early->accepted, 0);
        QCOMPARE(early->problems.value(u"not-mailed"_s), QList<qint64>({2, 4, 6, 8}));
        VERIFY_DONE(data.mail());
        const auto dry = data.back(list, true);
        QCOMPARE(dry->accepted, 2);
        QCOMPARE(dry->withoutAddress, 2); // as it would be
        QCOMPARE(dry->notTaken(), 4);
        QCOMPARE(data.funnel().returned, 0);
        const auto report = data.back(list);
        VERIFY_DONE(report);
        QCOMPARE(report->accepted, 2);
        QCOMPARE(report->withoutAddress, 2);
        QCOMPARE(report->problems,
                 (QMap<QString, QList<qint64>>{{u"unknown-id"_s, {3}},
                                               {u"doubled"_s, {4}},
                                               {u"missing-id"_s, {5}},
                                               {u"before-mailing"_s, {6}},
                                               {u"bad-date"_s, {7}}}));
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Returned);
        QCOMPARE(data.standing(u"R1"_s).since, kBack);
        QCOMPARE(data.standing(u"R1"_s).reason, u"UTF"_s);
        QCOMPARE(data.standing(u"R4"_s).since, QDate(2026, 4, 6)); // no day in the list
        const qint64 entries = data.store.ask(LedgerHeadQuery())->count;
        const auto again = data.back(list);
        QCOMPARE(again->accepted, 0);
        QCOMPARE(again->problems.value(u"returned-already"_s), QList<qint64>({2, 4, 8}));
        QCOMPARE(data.store.ask(LedgerHeadQuery())->count, entries);
    }

    /// Mail houses key references by hand, and write days as their machines do.
    void knowsReferencesInOtherCapitalsAndDaysInOtherForms()
    {
        MailedCase data(3);
        VERIFY_DONE(data.mail());
        const auto report = data.back("id,date\n\" r1 \",20260402\nr2,4/2/2026\nR3,2026-04-02\n");
        VERIFY_DONE(report);
        QCOMPARE(report->problems, (QMap<QString, QList<qint64>>()));
        for (const QString &reference : {u"R1"_s, u"R2"_s, u"R3"_s})
            QCOMPARE(data.standing(reference).since, kBack);
    }

    void takesAReferenceInOtherCapitalsForOnePersonAlone()
    {
        LetterReferences references;
        const RecipientId upper{1};
        const RecipientId lower{2};
        const RecipientId other{3};
        references.add(u"Ab-1"_s, upper);
        references.add(u"aB-1"_s, lower);
        references.add(u"C 2"_s, other);
        QCOMPARE(references.value(u"Ab-1"_s), upper);
        QCOMPARE(references.value(u"aB-1"_s), lower);
        QVERIFY(references.value(u"AB-1"_s).isNull() && references.isAmbiguous(u"AB-1"_s));
        QCOMPARE(references.value(u" c  2 "_s), other);
        QVERIFY(references.value(u"D"_s).isNull() && !references.isAmbiguous(u"D"_s));
    }

    void takesReasonsOfReturnsAndNothingElse()
    {
        MailedCase data(3);
        VERIFY_DONE(data.mail());
        const auto report = data.back("id,reason\nR1,=1+1\nR2,Return to sender: not deliverable as addressed\n"
                                      "R3,Attempted - Not Known\n");
        QCOMPARE(report->accepted, 2);
        QCOMPARE(report->problems, (QMap<QString, QList<qint64>>{{u"bad-reason"_s, {2}}}));
        QCOMPARE(data.standing(u"R2"_s).reason, u"UTF"_s);
        QCOMPARE(data.standing(u"R3"_s).reason, u"ANK"_s);
        VERIFY_DONE(data.store.file().undo().result());
        const auto labels = data.back("id,reason\nR1,RETURN TO SENDER ATTEMPTED - NOT KNOWN UNABLE TO FORWARD\n"
                                      "R2,\"Return to sender, vacant, unable to forward\"\nR3,RTS\n");
        QCOMPARE(labels->accepted, 3);
        QCOMPARE(data.standing(u"R1"_s).reason, u"ANK"_s);
        QCOMPARE(data.standing(u"R2"_s).reason, u"VAC"_s);
        QCOMPARE(data.standing(u"R3"_s).reason, u"UTF"_s);
        for (const auto &kind :
             {u"missing-id"_s, u"unknown-id"_s, u"ambiguous-id"_s, u"no-letter"_s, u"not-mailed"_s, u"doubled"_s,
              u"returned-already"_s, u"bad-date"_s, u"bad-reason"_s, u"day-needed"_s, u"before-mailing"_s})
            QVERIFY2(!returnedProblem(kind).isEmpty(), qPrintable(kind));
        QVERIFY(returnedProblem(u"bad-date"_s).contains(u"2026-04-02"_s));
    }

    void refusesAListThatNamesNobody()
    {
        MailedCase data(1);
        QCOMPARE(data.back("Name,Code\nAnn,UTF\n").error().code, ErrorCode::BadInput);
        QCOMPARE(data.back("id,reference\nR1,R1\n").error().code, ErrorCode::BadInput);
        QCOMPARE(data.back("").error().code, ErrorCode::BadInput);
        QVERIFY(!data.back("Secret Name\nR1\n").error().message.contains(u"Secret"_s));
        QVERIFY(!data.back("").error().message.contains(u"roster"_s));
    }

    void takesReturnsOfAMailedWaveAfterALaterOneIsProduced()
    {
        MailedCase data(3);
        VERIFY_DONE(data.mail());
        data.store.clock().set(*Instant::parse(u"2026-04-06T10:00:00-05:00"_s));
        VERIFY_DONE(static_cast<LetterCase &>(data).run(u"all"_s, u"The first letter named another year."_s));
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Produced);
        const auto report = data.back("id,reason,date\nR1,UTF,2026-04-02\n");
        QCOMPARE(report->problems, (QMap<QString, QList<qint64>>()));
        QCOMPARE(report->accepted, 1);
        QCOMPARE(report->withoutAddress, 1);
        // The later letter goes where the earlier one came back from.
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Returned);
        QCOMPARE(data.standing(u"R1"_s).since, kBack);
        data.store.clock().set(*Instant::parse(u"2026-04-06T11:00:00-05:00"_s));
        VERIFY_DONE(data.mail(QDate(2026, 4, 6)));
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Returned);
        QCOMPARE(data.standing(u"R2"_s).state, DeliveryState::Mailed);
        // A list that grew names the old return again, and one of the later letter.
        const auto grown = data.back("id,reason,date\nR1,UTF,2026-04-02\nR2,VAC,2026-04-06\n");
        QCOMPARE(grown->accepted, 1);
        QCOMPARE(grown->problems, (QMap<QString, QList<qint64>>{{u"returned-already"_s, {2}}}));
        QCOMPARE(grown->notTaken(), 0);
        VERIFY_DONE(data.move(u"R1"_s));
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Corrected);
    }

    void countsNoReturnFromAnAddressThatWasReplacedBefore()
    {
        MailedCase data(2);
        VERIFY_DONE(data.mail());
        VERIFY_DONE(data.move(u"R1"_s)); // by telephone, before the letter is back
        VERIFY_DONE(data.back("id\nR1\n"));
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Corrected);
        QCOMPARE(data.store.ask(RosterTotalsQuery{data.incident})->withoutAddress, 0);
    }

    void refusesAListThatIsAnotherThanItWas()
    {
        MailedCase data(2);
        VERIFY_DONE(data.mail());
        const auto seen = data.back("id\nR1\n", true);
        const Progress progress;
        ReturnedMail request{data.incident, data.write(u"back.csv"_s, "id\nR2\n"), {}, false, seen->fileSha256};
        QCOMPARE(importReturnedMail(data.store.file(), request, progress).error().code, ErrorCode::Conflict);
        QCOMPARE(data.funnel().returned, 0);
        data.write(u"back.csv"_s, "id\nR1\n");
        VERIFY_DONE(importReturnedMail(data.store.file(), request, progress));
        QCOMPARE(data.funnel().returned, 1);
    }

    void takesAddressesAsARosterDoes_data()
    {
        QTest::addColumn<PostalAddress>("typed");
        QTest::addColumn<QString>("wrong"); // empty: taken
        const QStringList street{u"9 New Road"_s};
        QTest::newRow("as it is") << PostalAddress{street, u"Waco"_s, u"TX"_s, u"76701"_s, u"US"_s} << QString();
        QTest::newRow("in words") << PostalAddress{street, u"Waco"_s, u"Texas"_s, u"76701"_s, {}} << QString();
        QTest::newRow("abroad") << PostalAddress{street, u"Bath"_s, {}, u"BA1 1AA"_s, u"GB"_s} << QString();
        QTest::newRow("ZIP elsewhere") << PostalAddress{street, u"Waco"_s, u"TX"_s, u"7870"_s, u"US"_s}
                                       << u"does not lie in the State"_s;
        QTest::newRow("no State") << PostalAddress{street, u"Waco"_s, u"Lone Star"_s, u"76701"_s, u"US"_s}
                                  << u"(TX would fit)"_s;
        QTest::newRow("nothing") << PostalAddress{{QString()}, {}, {}, {}, {}}
                                 << u"delivered: the street, or the city and the ZIP, are"_s;
        QTest::newRow("no country") << PostalAddress{street, u"Waco"_s, {}, {}, u"Mars"_s}
                                    << u"the country is not known"_s;
    }

    void takesAddressesAsARosterDoes()
    {
        QFETCH(const PostalAddress, typed);
        QFETCH(const QString, wrong);
        const auto address
            = usableAddress(typed, {u"the street"_s, u"the city"_s, u"the State"_s, u"the ZIP"_s, u"the country"_s});
        QCOMPARE(address.has_value(), wrong.isEmpty());
        if (address) {
            QVERIFY(address->state.isEmpty() || address->state == "TX"_L1);
            QVERIFY(!address->country.isEmpty());
            return;
        }
        QCOMPARE(address.error().code, ErrorCode::BadInput);
        QVERIFY2(address.error().message.contains(wrong), qPrintable(address.error().message));
    }

    void tellsWhatWasRecordedWithDayAndProof()
    {
        MailedCase data(3);
        VERIFY_DONE(data.mail());
        VERIFY_DONE(data.back("id,date\nR1,2026-04-02\nR2,2026-04-03\n"));
        VERIFY_DONE(data.move(u"R1"_s));
        const DeliveryProof proof{{}, u"Page 7"_s, {}, {}};
        VERIFY_DONE(data.store.submit(RecordSubstitute{data.notice().id, kBack, u"Home page"_s, proof}));
        VERIFY_DONE(data.store.file().undo().result());
        const auto acts = data.store.ask(DeliveryActs{data.notice().id});
        VERIFY_DONE(acts);
        QCOMPARE(acts->size(), 4);
        QCOMPARE(acts->at(0).kind, u"mailed"_s);
        QCOMPARE(acts->at(0).people, 3);
        QCOMPARE(acts->at(0).first, kMailed);
        QCOMPARE(acts->at(0).proof.reference, u"Job 4711"_s);
        QCOMPARE(acts->at(1).kind, u"returned"_s);
        QCOMPARE(acts->at(1).first, kBack);
        QCOMPARE(acts->at(1).last, QDate(2026, 4, 3));
        QCOMPARE(acts->at(1).proof.fileName, u"back.csv"_s);
        QCOMPARE(acts->at(2).kind, u"corrected"_s);
        QCOMPARE(acts->at(3).how, u"Home page"_s);
        QVERIFY(acts->at(3).withdrawn);
    }

    void findsPeopleByStandingAndWords()
    {
        MailedCase data(12);
        VERIFY_DONE(data.mail());
        VERIFY_DONE(data.back("id\nR2\nR11\n"));
        const NoticeId notice = data.notice().id;
        QCOMPARE(data.store.ask(DeliveryPeopleIds{notice, {}, {}})->size(), 12);
        QCOMPARE(data.store.ask(DeliveryPeopleIds{notice, DeliveryState::Returned, {}})->size(), 2);
        const auto found = data.store.ask(DeliveryPeopleIds{notice, DeliveryState::Returned, u"Ann11"_s});
        QCOMPARE(*found, QList{data.person(u"R11"_s)});
        const auto people = data.store.ask(DeliveryPeopleById{notice, {data.person(u"R3"_s), found->first()}});
        QCOMPARE(people->size(), 2);
        QCOMPARE(people->first().person.firstName, u"Ann3"_s);
        QCOMPARE(people->first().standing.state, DeliveryState::Mailed);
        QCOMPARE(people->first().standing.proof.reference, u"Job 4711"_s);
        QCOMPARE(people->last().standing.state, DeliveryState::Returned);
        VERIFY_DONE(data.store.addPerson(u"Olga"_s, Role::Observer));
        VERIFY_DONE(data.store.openAs(u"Olga"_s));
        QCOMPARE(data.store.ask(DeliveryPeopleIds{notice, {}, {}}).error().code, ErrorCode::NotAllowed);
        QCOMPARE(data.store.ask(DeliveryPeopleById{notice, *found}).error().code, ErrorCode::NotAllowed);
        QCOMPARE(data.funnel().residences.at(u"TX"_s).at(DeliveryState::Returned), 2); // counts are for everybody
    }

    void writesAgainToWhoHasANewAddressAndToNobodyElse()
    {
        MailedCase data(3);
        VERIFY_DONE(data.mail());
        VERIFY_DONE(data.back("id\nR1\nR2\n"));
        QCOMPARE(data.store.ask(RosterTotalsQuery{data.incident})->withoutAddress, 2);
        VERIFY_DONE(data.move(u"R1"_s));
        QCOMPARE(data.move(u"R1"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Corrected);
        QCOMPARE(data.store.ask(RosterTotalsQuery{data.incident})->withoutAddress, 1);
        data.store.clock().set(*Instant::parse(u"2026-04-06T10:00:00-05:00"_s));
        const auto second = static_cast<LetterCase &>(data).run(u"again"_s); // the approval still counts
        VERIFY_DONE(second);
        QCOMPARE(data.writtenTo(u"again"_s), QStringList({u"R1"_s}));
        QCOMPARE(data.notice().status, NoticeStatus::Produced); // one letter lies there still
        data.store.clock().set(*Instant::parse(u"2026-04-06T11:00:00-05:00"_s));
        VERIFY_DONE(data.mail(QDate(2026, 4, 6)));
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Mailed);
        QCOMPARE(data.standing(u"R1"_s).letters, 2);
        QCOMPARE(data.funnel().mailedAgain, 1);
        QCOMPARE(data.funnel().delivered, 2);
        QCOMPARE(data.funnel().returned, 2);
        QStringList kinds;
        const auto history = data.store.ask(DeliveryHistory{data.person(u"R1"_s)});
        for (const DeliveryEvent &event : *history)
            kinds << event.kind;
        QCOMPARE(kinds,
                 QStringList({u"produced"_s, u"mailed"_s, u"returned"_s, u"corrected"_s, u"produced"_s, u"mailed"_s}));
    }

    void keepsANewAddressAgainstARosterThatStillHasTheOldOne()
    {
        MailedCase data(2);
        VERIFY_DONE(data.mail());
        VERIFY_DONE(data.back("id\nR1\nR2\n"));
        VERIFY_DONE(data.move(u"R1"_s));
        QByteArray later = LetterCase::roster(2);
        later.replace(",name\n", ",name;diagnosis\n"); // another row, the same address
        later.replace("2 Main St", "22 Main St"); // and a new one of R2
        VERIFY_DONE(data.importFile(later));
        const auto one = data.store.ask(RecipientsById{{data.person(u"R1"_s)}});
        QCOMPARE(one->first().addressLines, QStringList({u"9 New Road"_s}));
        QCOMPARE(one->first().dataElements, QStringList({u"name"_s, u"diagnosis"_s}));
        QCOMPARE(data.standing(u"R2"_s).state, DeliveryState::Corrected);
    }

    void learnsNewAddressesFromARosterWhateverBecameOfTheLetter()
    {
        LetterCase data(0);
        VERIFY_DONE(data.import(2, 1));
        VERIFY_DONE(includeEverybody(data)); // R1 too, who has no address
        VERIFY_DONE(data.produce(u"letters"_s)); // to R2
        const RunId first = data.store.ask(RunsQuery{data.incident})->first().id;
        const auto standing = [&data](const QString &reference) {
            const auto session = data.store.file().openSession();
            const RecipientId person = letterReferences(**session, data.incident)->value(reference);
            return data.store.ask(DeliveryStandings{data.notice().id, {}, QList{person}})->first();
        };
        const DeliveryProof proof{{}, u"Call list 7"_s, {}, {}};
        VERIFY_DONE(data.store.submit(RecordSubstitute{data.notice().id, kProduced, u"Telephone"_s, proof}));
        QCOMPARE(standing(u"R1"_s).state, DeliveryState::Substitute);
        data.store.clock().set(*Instant::parse(u"2026-03-23T09:00:00-05:00"_s));
        QByteArray moved = LetterCase::roster(2);
        moved.replace("2 Main St", "22 Main St");
        VERIFY_DONE(data.importFile(moved));
        QCOMPARE(standing(u"R1"_s).state, DeliveryState::Queued); // an address is known: the next wave writes there
        VERIFY_DONE(data.approve());
        VERIFY_DONE(data.run(u"second"_s));
        QCOMPARE(data.writtenTo(u"second"_s), QStringList({u"R1"_s}));
        VERIFY_DONE(data.store.submit(RecordMailed{first, kMailed, proof})); // to where R2 lived before
        const Progress progress;
        data.store.clock().set(*Instant::parse(u"2026-04-06T09:00:00-05:00"_s));
        VERIFY_DONE(importReturnedMail(data.store.file(),
                                       {data.incident, data.write(u"back.csv"_s, "id\nR2\n"), {}, false}, progress));
        QCOMPARE(standing(u"R2"_s).state, DeliveryState::Corrected); // and not an address that does not work
        QCOMPARE(data.store.ask(RosterTotalsQuery{data.incident})->withoutAddress, 0);
        VERIFY_DONE(data.importFile(LetterCase::roster(2))); // moved back
        QCOMPARE(data.store.ask(RecipientIds{data.incident, u"Ann2"_s})->size(), 1);
        const auto two = data.store.ask(RecipientsById{*data.store.ask(RecipientIds{data.incident, u"Ann2"_s})});
        QCOMPARE(two->first().addressLines, QStringList({u"22 Main St"_s})); // a letter came back from 2 Main St
    }

    void asksForTheDayWhereAnUndatedReturnCouldBeAnOldOne()
    {
        MailedCase data(3);
        VERIFY_DONE(data.mail());
        VERIFY_DONE(data.back("id\nR1\nR2\n"));
        VERIFY_DONE(data.move(u"R1"_s));
        data.store.clock().set(*Instant::parse(u"2026-04-06T10:00:00-05:00"_s));
        VERIFY_DONE(static_cast<LetterCase &>(data).run(u"again"_s));
        VERIFY_DONE(data.mail(QDate(2026, 4, 6)));
        const auto grown = data.back("id\nR1\nR2\nR3\n"); // the list of before, with one more line
        VERIFY_DONE(grown);
        QCOMPARE(grown->accepted, 1);
        QCOMPARE(grown->problems.value(u"day-needed"_s), QList<qint64>{2});
        QCOMPARE(grown->problems.value(u"returned-already"_s), QList<qint64>{3});
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Mailed);
        data.store.clock().set(*Instant::parse(u"2026-04-08T10:00:00-05:00"_s));
        const auto dated = data.back("id,date\nR1,2026-04-07\n");
        VERIFY_DONE(dated);
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Returned);
    }

    void takesNoListOfARunForReturnedMail()
    {
        MailedCase data(2);
        VERIFY_DONE(data.mail());
        const Progress progress;
        const QString list = data.store.filePath(u"letters/run.csv"_s);
        const auto wrong = importReturnedMail(data.store.file(), {data.incident, list, {}, false}, progress);
        QCOMPARE(wrong.error().code, ErrorCode::BadInput);
        QVERIFY2(wrong.error().message.contains(u"list of a run"_s), qPrintable(wrong.error().message));
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Mailed);
    }

    void countsALetterAsDeliveredWhileAnotherLiesThere()
    {
        MailedCase data(2);
        VERIFY_DONE(data.mail());
        VERIFY_DONE(static_cast<LetterCase &>(data).run(u"again"_s, u"A page was missing"_s));
        QCOMPARE(data.funnel().delivered, 2);
        QCOMPARE(data.funnel().mailed, 2);
        QCOMPARE(data.notice().status, NoticeStatus::Produced);
    }

    void countsDaysAsTheOrganizationDoes()
    {
        LetterCase data(1);
        data.store.clock().set(*Instant::parse(u"2026-03-21T01:30:00+00:00"_s)); // 20:30 on the 20th in Chicago
        VERIFY_DONE(data.produce(u"letters"_s));
        const RunId run = data.store.ask(RunsQuery{data.incident})->first().id;
        const DeliveryProof proof{{}, u"Job 4711"_s, {}, {}};
        QCOMPARE(data.store.submit(RecordMailed{run, QDate(2026, 3, 19), proof}).error().code, ErrorCode::BadInput);
        QCOMPARE(data.store.submit(RecordMailed{run, QDate(2026, 3, 21), proof}).error().code,
                 ErrorCode::BadInput); // tomorrow
        VERIFY_DONE(data.store.submit(RecordMailed{run, QDate(2026, 3, 20), proof}));
        const auto standings = data.store.ask(DeliveryStandings{data.notice().id});
        QCOMPARE(standings->first().produced, QDate(2026, 3, 20));
        const auto history = data.store.ask(DeliveryHistory{standings->first().recipient});
        QCOMPARE(history->first().happened, QDate(2026, 3, 20));
    }

    void givesNoSubstituteOfWhatWritesToNobody()
    {
        LetterCase data(2);
        VERIFY_DONE(data.import(2, 1));
        VERIFY_DONE(includeEverybody(data));
        const auto website = addNotice(data.store.file(), data.incident, u"website"_s, {});
        VERIFY_DONE(website);
        const DeliveryProof proof{{}, u"shot.png"_s, {}, {}};
        const auto wrong = data.store.submit(RecordSubstitute{NoticeId{website->id}, kProduced, u"Home page"_s, proof});
        QCOMPARE(wrong.error().code, ErrorCode::BadInput);
        QVERIFY2(wrong.error().message.contains(u"is no letter"_s), qPrintable(wrong.error().message));
        VERIFY_DONE(data.store.submit(RecordSubstitute{data.notice().id, kProduced, u"Home page"_s, proof}));
    }

    void takesAMailingBackUnlessMoreHappened()
    {
        MailedCase data(2);
        VERIFY_DONE(data.mail());
        QCOMPARE(data.notice().status, NoticeStatus::Sent);
        VERIFY_DONE(data.store.file().undo().result());
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Produced);
        QCOMPARE(data.notice().status, NoticeStatus::Produced);
        const auto history = data.store.ask(DeliveryHistory{data.person(u"R1"_s)});
        QCOMPARE(history->size(), 2); // it stays to be seen
        QVERIFY(history->last().withdrawn);
        VERIFY_DONE(data.mail());
        VERIFY_DONE(data.move(u"R2"_s));
        VERIFY_DONE(data.store.file().undo().result());
        const auto two = data.store.ask(RecipientsById{{data.person(u"R2"_s)}});
        QCOMPARE(two->first().addressLines, QStringList({u"2 Main St"_s}));
    }

    void recordsSubstituteNoticeForWhomNoLetterReaches()
    {
        MailedCase data(3);
        VERIFY_DONE(data.mail());
        const DeliveryProof proof{{}, u"Call list 7"_s, {}, {}};
        const RecordSubstitute substitute{data.notice().id, kBack, u"Called by telephone"_s, proof};
        const auto early = data.store.submit(substitute);
        QCOMPARE(early.error().code, ErrorCode::Conflict);
        QVERIFY2(early.error().message.contains(u"nobody needs"_s), qPrintable(early.error().message));
        VERIFY_DONE(data.back("id\nR1\n"));
        RecordSubstitute tooEarly = substitute;
        tooEarly.on = QDate(2026, 3, 2); // discovered on the 3rd
        QCOMPARE(data.store.submit(tooEarly).error().code, ErrorCode::BadInput);
        RecordSubstitute bare = substitute;
        bare.proof = {};
        QCOMPARE(data.store.submit(bare).error().code, ErrorCode::BadInput);
        VERIFY_DONE(data.store.submit(substitute));
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Substitute);
        QCOMPARE(data.standing(u"R1"_s).proof.reference, u"Call list 7"_s);
        QCOMPARE(data.standing(u"R2"_s).state, DeliveryState::Mailed);
        const auto again = data.store.submit(substitute);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QVERIFY2(again.error().message.contains(u"already, with proof, for all whom no letter reaches (1 person)"_s),
                 qPrintable(again.error().message));
        VERIFY_DONE(data.move(u"R1"_s)); // an address is better
        QCOMPARE(data.standing(u"R1"_s).state, DeliveryState::Corrected);
    }

    void leadsToTheRightSubstituteNotice_data()
    {
        QTest::addColumn<int>("back");
        QTest::addColumn<QString>("rule");
        QTest::newRow("8 back and 1 without: 9") << 8 << u"substitute-few"_s;
        QTest::newRow("9 back and 1 without: 10") << 9 << u"substitute-many"_s;
        QTest::newRow("10 back and 1 without: 11") << 10 << u"substitute-many"_s;
    }

    void leadsToTheRightSubstituteNotice()
    {
        QFETCH(const int, back);
        QFETCH(const QString, rule);
        LetterCase data(0);
        VERIFY_DONE(data.import(12, 1));
        VERIFY_DONE(data.produce(u"letters"_s));
        const RunId run = data.store.ask(RunsQuery{data.incident})->first().id;
        VERIFY_DONE(data.store.submit(RecordMailed{run, kProduced, {{}, u"Job 1"_s, {}, {}}}));
        QByteArray list = "id\n";
        for (int n = 2; n < back + 2; ++n)
            list += 'R' + QByteArray::number(n) + '\n';
        const Progress progress;
        VERIFY_DONE(importReturnedMail(data.store.file(), {data.incident, data.write(u"back.csv"_s, list), {}, false},
                                       progress));
        VERIFY_DONE(data.store.submit(AcceptResidents{data.incident}));
        QCOMPARE(data.store.ask(CurrentFacts{data.incident})->facts.unreachable.value_or(0), back + 1);
        QStringList owed;
        const auto duties = data.store.ask(ObligationsQuery{data.incident});
        for (const ObligationRecord &each : *duties) {
            if (each.duty.rule.contains(u"substitute-"_s) && each.standing == ObligationRecord::Standing::Owed)
                owed << each.duty.rule.section(u'/', -1);
        }
        QCOMPARE(owed, QStringList({rule}));
    }
};

QTEST_MAIN(TestJobsDeliveries)
#include "tst_jobs_deliveries.moc"
