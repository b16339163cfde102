// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/email_case.h"

#include "casework/delivery_acts.h"
#include "casework/delivery_record.h"
#include "casework/delivery_withdrawal.h"
#include "jobs/documents.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/sheet.h"
#include "notices/sheet_files.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::EmailCase;

namespace {

/// R1 and R4 were told by e-mail; what becomes of it is sent on 20 March.
class ToldCase : public EmailCase
{
public:
    ToldCase() { told = approve(emails()) && run(emails(), into(u"mails"_s)) && send(); }

    bool told = false;

    Result<Receipt> send()
    {
        const auto runs = store.ask(RunsQuery{incident}).value();
        return store.submit(RecordMailed{runs.first().id, today(), {u"mail server"_s, u"log 1"_s, {}, {}}});
    }
    QDate today() { return store.file().now().localDate(); }

    DeliveryStanding of(const QString &notice, const QString &id)
    {
        const auto people = store.ask(RecipientsById{store.ask(RecipientIds{incident}).value()}).value();
        const auto person = std::find_if(people.begin(), people.end(),
                                         [&id](const Recipient &each) { return each.recipientId == id; });
        return store.ask(DeliveryStandings{this->notice(notice).id, {}, QList{person->id}})->first();
    }
    Result<Receipt> bounce(const QString &id)
    {
        const DeliveryStanding sent = of(emails(), id);
        return store.submit(RecordReturned{incident, {{sent.delivery, today(), u"mailbox closed"_s}}, {}});
    }
    DeliveryFunnel funnel(const QString &key) { return store.ask(DeliveryFunnelQuery{notice(key).id}).value(); }
};

} // namespace

/// The letter by first-class mail and the e-mail are one first notice (45 CFR 164.404(d)(1)).
class TestJobsToldOtherwise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    void leavesNobodyToWriteToWhoHadTheEMail()
    {
        ToldCase made;
        QVERIFY(made.told);
        const DeliveryFunnel letters = made.funnel(made.letters());
        QCOMPARE(letters.states.at(DeliveryState::Otherwise), 2);
        QCOMPARE(letters.states.at(DeliveryState::Queued), 3);
        QCOMPARE(letters.people, 5);
        QCOMPARE(made.of(made.letters(), u"R1"_s).state, DeliveryState::Otherwise);
        QCOMPARE(made.of(made.letters(), u"R2"_s).state, DeliveryState::Queued);
    }

    void saysOfTheEMailWhoDidNotAgreeAndWhoHadTheLetter()
    {
        ToldCase made;
        const DeliveryFunnel mails = made.funnel(made.emails());
        QCOMPARE(mails.states.at(DeliveryState::Mailed), 2);
        QCOMPARE(mails.states.at(DeliveryState::NoAddress), 3);
        QCOMPARE(mails.withAddress, 2);
        QVERIFY(made.approve(made.letters()));
        QVERIFY(made.run(made.letters(), made.into(u"letters"_s)));
        QCOMPARE(made.funnel(made.emails()).states.at(DeliveryState::Otherwise), 3);
        QCOMPARE(made.funnel(made.letters()).states.at(DeliveryState::Produced), 3);
    }

    void writesALetterAfterABounceWhateverPostalAddressIsRecorded()
    {
        ToldCase made;
        QVERIFY(made.bounce(u"R1"_s));
        QCOMPARE(made.of(made.emails(), u"R1"_s).state, DeliveryState::Returned);
        QCOMPARE(made.of(made.letters(), u"R1"_s).state, DeliveryState::Queued);
        const PostalAddress moved{{u"1 Elm St"_s}, u"Austin"_s, u"TX"_s, u"73301"_s, u"US"_s};
        QVERIFY(made.store.submit(CorrectAddress{made.of(made.emails(), u"R1"_s).recipient, moved, u"Called"_s}));
        QCOMPARE(made.of(made.emails(), u"R1"_s).state, DeliveryState::Returned); // the mailbox is as closed as it was
        const auto again = made.run(made.emails(), made.into(u"again"_s));
        QCOMPARE(again.error().code, ErrorCode::CheckFailed);
        QVERIFY(made.approve(made.letters()));
        QVERIFY(made.run(made.letters(), made.into(u"letters"_s)));
        QCOMPARE(made.reached(u"letters"_s), QStringList({u"R1"_s, u"R2"_s, u"R3"_s, u"R5"_s}));
        QCOMPARE(made.of(made.emails(), u"R1"_s).state, DeliveryState::Otherwise);
    }

    /// Whoever records a mailing has told them, whether or not the duty is ticked off yet.
    void tellsAnOfficeTheDayOfTheFirstMailing()
    {
        ToldCase made;
        QVERIFY(made.store.openAs(u"Lee"_s));
        const auto added = addNotice(made.store.file(), made.incident, u"office"_s, u"AG:TX"_s);
        QVERIFY2(added, added ? "" : qPrintable(added.error().message));
        QVERIFY(made.store.openAs(u"Ada"_s));
        const auto told = [&made, key = added->reference] {
            const auto session = made.store.file().openSession();
            const auto material = documentMaterial(**session, made.incident, key, made.store.file().now());
            return notices::toPlainText(notices::composeSheet(material->inputs).document).simplified();
        };
        QVERIFY2(told().contains(u"Residents told on: March 20, 2026"_s), qPrintable(told()));
        const auto acts = made.store.ask(DeliveryActs{made.notice(made.emails()).id});
        QVERIFY(made.store.submit(WithdrawDelivery{made.incident, acts->first().id, u"Another list was sent"_s}));
        QVERIFY(told().contains(u"Residents told on: not yet told"_s));
    }

    void givesNoSubstituteForAnEMail()
    {
        ToldCase made;
        QVERIFY(made.bounce(u"R1"_s));
        QCOMPARE(made.store.ask(SubstituteOwed{made.notice(made.emails()).id}).value(), 0);
        const auto refused = made.store.submit(
            RecordSubstitute{made.notice(made.emails()).id, made.today(), u"Home page"_s, {{}, u"shot.png"_s, {}, {}}});
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QVERIFY2(refused.error().message.contains(u"individual-en"_s), qPrintable(refused.error().message));
    }
};

QTEST_MAIN(TestJobsToldOtherwise)
#include "tst_jobs_told_otherwise.moc"
