// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/email_case.h"

#include "casework/delivery.h"
#include "casework/delivery_record.h"
#include "casework/ledger_book.h"
#include "notices/pdf/letter_fonts.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::EmailCase;

namespace {

const QString kMails = EmailCase::emails();
const QString kLetters = EmailCase::letters();

/// Fails the test with what a Result says.
#define VERIFY_DONE(result)                                                                                            \
    do {                                                                                                               \
        const auto &done = (result);                                                                                   \
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));                                                  \
    } while (false)

} // namespace

class TestJobsEmail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    void writesOnlyToThoseWhoAgreed()
    {
        EmailCase made;
        QVERIFY(made.isReady);
        QCOMPARE(made.run(kMails, made.into(u"early"_s)).error().code, ErrorCode::CheckFailed);
        VERIFY_DONE(test::approveWithReasons(made.store.file(), made.incident, kMails));
        QCOMPARE(made.run(kMails, made.into(u"early"_s)).error().code, ErrorCode::CheckFailed); // no proof set yet
        VERIFY_DONE(made.approve(kMails));
        notices::LetterRunOptions options = made.into(u"mails"_s);
        options.partSize = 500;
        const auto report = made.run(kMails, options);
        VERIFY_DONE(report);
        QCOMPARE(report->summary.letters, 2);
        QCOMPARE(made.files(u"mails"_s),
                 QStringList({u"part-0001/000001.eml"_s, u"part-0001/000002.eml"_s, u"run.csv"_s, u"run.json"_s,
                              u"run.xlsx"_s}));
        const QByteArray mails
            = made.content(u"mails"_s, u"part-0001/000001.eml"_s) + made.content(u"mails"_s, u"part-0001/000002.eml"_s);
        QVERIFY(mails.contains("<ann@example.com>") && mails.contains("<di@example.com>"));
        QVERIFY(!mails.contains("bob@example.com"));
    }

    void recordsTheRunAndADeliveryForEach()
    {
        EmailCase made;
        VERIFY_DONE(made.approve(kMails));
        QVERIFY(made.store.ask(DeliveryCounts{made.incident})->empty());
        notices::LetterRunOptions outside = made.into(u"outside"_s);
        outside.addresses.labels = true;
        QCOMPARE(made.run(kMails, outside).error().code, ErrorCode::Usage);
        VERIFY_DONE(made.run(kMails, made.into(u"mails"_s)));
        QCOMPARE(made.store.ask(DeliveryCounts{made.incident})->at(u"TX"_s), 2);
        QCOMPARE(made.store.ask(RunsQuery{made.incident})->first().letters, 2);
        QMap<QString, QString> outcomes;
        QVERIFY(notices::readRunRows(made.store.filePath(u"mails"_s), [&](const notices::LetterRunRow &row) {
            outcomes.insert(row.recipientId, row.outcome);
        }));
        QCOMPARE(outcomes.size(), 5);
        QCOMPARE(outcomes.value(u"R1"_s), u"email"_s);
        QCOMPARE(outcomes.value(u"R2"_s), u"no-email"_s);
        QCOMPARE(outcomes.value(u"R3"_s), u"no-email"_s);
        const QStringList before = made.files(u"mails"_s);
        QVERIFY(!made.run(kMails, made.into(u"mails"_s))); // what is there stays
        QCOMPARE(made.files(u"mails"_s), before);
    }

    void leavesOutOfTheLettersWhoeverGotTheEMail()
    {
        EmailCase made;
        VERIFY_DONE(made.approve(kMails));
        VERIFY_DONE(made.run(kMails, made.into(u"mails"_s)));
        VERIFY_DONE(made.approve(kLetters));
        const auto letters = made.run(kLetters, made.into(u"letters"_s));
        VERIFY_DONE(letters);
        QCOMPARE(made.reached(u"mails"_s), QStringList({u"R1"_s, u"R4"_s}));
        QCOMPARE(made.reached(u"letters"_s), QStringList({u"R2"_s, u"R3"_s, u"R5"_s}));
        QCOMPARE(letters->toldOtherwise, 2);
        const auto again = made.run(kLetters, made.into(u"again"_s), u"Their mailboxes were closed"_s);
        VERIFY_DONE(again);
        QCOMPARE(made.reached(u"again"_s).size(), 5);
        QCOMPARE(made.store.ask(LedgerRows())->first().after.value("again"_L1).toString(),
                 u"Their mailboxes were closed"_s);
    }

    void leavesOutOfTheEMailsWhoeverGotTheLetter()
    {
        EmailCase made;
        VERIFY_DONE(made.approve(kLetters));
        VERIFY_DONE(made.run(kLetters, made.into(u"letters"_s)));
        QCOMPARE(made.reached(u"letters"_s).size(), 5);
        VERIFY_DONE(made.approve(kMails));
        const auto mails = made.run(kMails, made.into(u"mails"_s));
        QCOMPARE(mails.error().code, ErrorCode::CheckFailed);
        QVERIFY2(mails.error().message.contains(u"--again"_s), qPrintable(mails.error().message));
        QVERIFY(!QFile::exists(made.store.filePath(u"mails"_s)));
        VERIFY_DONE(made.run(kMails, made.into(u"mails"_s), u"They asked for it"_s));
        QCOMPARE(made.reached(u"mails"_s), QStringList({u"R1"_s, u"R4"_s}));
    }

    void writesNoEMailTwice()
    {
        EmailCase made;
        VERIFY_DONE(made.approve(kMails));
        VERIFY_DONE(made.run(kMails, made.into(u"one"_s)));
        const auto second = made.run(kMails, made.into(u"two"_s));
        QCOMPARE(second.error().code, ErrorCode::CheckFailed);
        QVERIFY2(second.error().message.contains(u"The 3 who are left did not agree"_s),
                 qPrintable(second.error().message));
        QVERIFY(!QFile::exists(made.store.filePath(u"two"_s)));
    }

    void writesALetterToWhomTheEMailDidNotReach()
    {
        EmailCase made;
        VERIFY_DONE(made.approve(kMails));
        VERIFY_DONE(made.run(kMails, made.into(u"mails"_s)));
        const Run run = made.store.ask(RunsQuery{made.incident})->first();
        const QDate today = made.store.file().now().localDate();
        VERIFY_DONE(made.store.submit(RecordMailed{run.id, today, {u"mail server"_s, u"log 1"_s, {}, {}}}));
        DeliveryStandings mailed{made.notice(kMails).id, DeliveryState::Mailed};
        const auto sent = made.store.ask(mailed);
        QCOMPARE(sent->size(), 2);
        VERIFY_DONE(made.store.submit(
            RecordReturned{made.incident, {{sent->first().delivery, today, u"mailbox closed"_s}}, {}}));
        VERIFY_DONE(made.approve(kLetters));
        VERIFY_DONE(made.run(kLetters, made.into(u"letters"_s)));
        QCOMPARE(made.reached(u"letters"_s).size(), 4);
        QVERIFY(made.reached(u"letters"_s).contains(u"R1"_s) != made.reached(u"letters"_s).contains(u"R4"_s));
    }

    /// Should two programs have made both at once, the second is not recorded as if nothing were.
    void recordsNoSecondFormWithoutTheWish()
    {
        EmailCase made;
        VERIFY_DONE(made.approve(kMails));
        VERIFY_DONE(made.run(kMails, made.into(u"mails"_s)));
        RecordRun late;
        late.notice = made.notice(kLetters).id;
        late.noticeVersion = 1;
        late.kind = u"full"_s;
        late.letters = 1;
        const RecipientId someone
            = made.store.ask(DeliveryStandings{made.notice(kMails).id, DeliveryState::Produced})->first().recipient;
        late.deliveries = {{someone, 1, 1, 1, {}}};
        const auto recorded = made.store.submit(late);
        QCOMPARE(recorded.error().code, ErrorCode::Conflict);
        late.again = u"Asked for it on paper"_s;
        VERIFY_DONE(made.store.submit(late));
    }

    void goesOnWithAnInterruptedRun()
    {
        EmailCase whole;
        VERIFY_DONE(whole.approve(kMails));
        VERIFY_DONE(whole.run(kMails, whole.into(u"all"_s)));
        EmailCase made;
        VERIFY_DONE(made.approve(kMails));
        Progress *self = nullptr;
        Progress stops([&self](qint64 done, qint64) {
            if (done == 2)
                self->cancel();
        });
        self = &stops;
        QCOMPARE(made.run(kMails, made.into(u"stopped"_s), {}, stops).error().code, ErrorCode::Cancelled);
        QVERIFY(made.files(u"stopped"_s).contains(u"part-0001/000001.eml"_s));
        QVERIFY(!made.files(u"stopped"_s).contains(u"run.json"_s));
        QCOMPARE(made.store.ask(RunsQuery{made.incident})->first().kind, u"proof"_s); // nothing is recorded yet
        const auto resumed = made.run(kMails, made.into(u"stopped"_s));
        VERIFY_DONE(resumed);
        QCOMPARE(resumed->summary.keptParts, 1);
        QCOMPARE(made.files(u"stopped"_s), whole.files(u"all"_s));
        for (const QString &name : whole.files(u"all"_s))
            QVERIFY2(made.content(u"stopped"_s, name) == whole.content(u"all"_s, name), qPrintable(name));
        QCOMPARE(made.reached(u"stopped"_s), QStringList({u"R1"_s, u"R4"_s}));
    }

    void sharesOutWhatOneRunWouldHaveMade()
    {
        EmailCase whole;
        VERIFY_DONE(whole.approve(kMails));
        VERIFY_DONE(whole.run(kMails, whole.into(u"all"_s)));
        EmailCase made;
        VERIFY_DONE(made.approve(kMails));
        QStringList messages;
        for (const int share : {2, 1}) {
            notices::LetterRunOptions options = made.into(u"share-%1"_s.arg(share));
            options.shard = {share, 2};
            VERIFY_DONE(made.run(kMails, options));
            const QString folder = u"share-%1"_s.arg(share);
            for (const QString &name : made.files(folder).filter(u".eml"_s)) {
                QCOMPARE(made.content(folder, name), whole.content(u"all"_s, name));
                messages << name;
            }
        }
        messages.sort();
        QCOMPARE(messages, whole.files(u"all"_s).filter(u".eml"_s));
        QCOMPARE(made.run(kMails, made.into(u"more"_s)).error().code, ErrorCode::CheckFailed);
    }
};

QTEST_MAIN(TestJobsEmail)
#include "tst_jobs_email.moc"
