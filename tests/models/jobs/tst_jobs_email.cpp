// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/jobs/approving.h"
#include "models/jobs/letter_steps.h"

#include "casework/run.h"
#include "jobs/roster_import.h"
#include "notices/pdf/letter_fonts.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::CaseFixture;

namespace {

const QString kKey = u"email-en"_s;
const QByteArray kPeople = "recipient_id,first_name,last_name,address_1,address_2,city,state,postal_code,country,email,"
                           "email_consent,language,date_of_birth,status,representative,data_elements\n"
                           "R1,Ann,One,1 Main St,,Austin,TX,73301,US,ann@example.com,yes,en,1959-03-26,adult,,name\n"
                           "R2,Bob,Two,2 Main St,,Austin,TX,73301,US,bob@example.com,no,en,1969-03-26,adult,,name\n"
                           "R3,Cy,Three,3 Main St,,Austin,TX,73301,US,not-an-address,yes,en,1979-03-26,adult,,name\n"
                           "R4,Di,Four,4 Main St,,Austin,TX,73301,US,di@example.com,yes,en,1989-03-26,adult,,name\n"
                           "R5,Ed,Five,5 Main St,,Austin,TX,73301,US,,,en,1989-03-26,adult,,name\n";

/// A case with an e-mail that Lee wrote, for five people of whom two agreed and can be reached.
class EmailCase
{
public:
    EmailCase() : incident(store.incidentBy(u"Lee"_s))
    {
        QFile file(store.filePath(u"roster.csv"_s));
        const Progress progress;
        isReady = file.open(QIODevice::WriteOnly) && file.write(kPeople) == kPeople.size() && file.flush()
            && importRoster(store.file(), {incident, file.fileName(), {}, false}, progress)
            && store.submit(DecideRecipients{*store.ask(RecipientIds{incident}), Standing::Included, u"Checked"_s})
            && store.openAs(u"Lee"_s)
            && store.submit(CreateNotice{incident, kKey, u"By e-mail"_s, u"email"_s, u"en"_s, {}, {}})
            && store.submit(SubmitNotice{store.ask(NoticeByKey{incident, kKey})->id}) && store.openAs(u"Ada"_s);
    }

    CaseFixture store;
    IncidentId incident;
    bool isReady = false;

    Result<LetterRunReport> run(const QString &folder, int proof = 0, notices::Shard shard = {})
    {
        notices::LetterRunOptions options;
        options.folder = store.filePath(folder);
        options.proof = proof;
        options.shard = shard;
        const Progress progress;
        return runNotice(store.file(), incident, kKey, options, progress);
    }

    QStringList files(const QString &folder) const
    {
        QStringList names;
        QDirIterator all(store.filePath(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext())
            names << QDir(store.filePath(folder)).relativeFilePath(all.next());
        names.sort();
        return names;
    }
};

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
        QCOMPARE(made.run(u"early"_s).error().code, ErrorCode::CheckFailed);
        const auto approved = test::approveWithReasons(made.store.file(), made.incident, kKey);
        QVERIFY2(approved, approved ? "" : qPrintable(approved.error().message));
        QCOMPARE(made.run(u"early"_s).error().code, ErrorCode::CheckFailed); // no proof set yet
        QVERIFY(made.run(u"proof"_s, 12));
        QVERIFY(acceptProof(made.store.file(), made.incident, kKey));
        const auto report = made.run(u"mails"_s);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->summary.letters, 2);
        QCOMPARE(made.files(u"mails"_s),
                 QStringList({u"part-0001/000001.eml"_s, u"part-0001/000002.eml"_s, u"run.csv"_s, u"run.json"_s}));
        QByteArray mails;
        for (const QString &name : {u"part-0001/000001.eml"_s, u"part-0001/000002.eml"_s}) {
            QFile mail(made.store.filePath(u"mails/"_s + name));
            QVERIFY(mail.open(QIODevice::ReadOnly));
            mails += mail.readAll();
        }
        QVERIFY(mails.contains("<ann@example.com>") && mails.contains("<di@example.com>"));
        QVERIFY(!mails.contains("bob@example.com"));
    }

    void recordsTheRunAndADeliveryForEach()
    {
        EmailCase made;
        QVERIFY(test::approveWithReasons(made.store.file(), made.incident, kKey));
        QVERIFY(made.run(u"proof"_s, 12));
        QVERIFY(made.store.ask(DeliveryCounts{made.incident})->empty());
        QVERIFY(acceptProof(made.store.file(), made.incident, kKey));
        QVERIFY(made.run(u"mails"_s));
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
        QVERIFY(!made.run(u"mails"_s)); // what is there stays
        QCOMPARE(made.files(u"mails"_s), before);
        QCOMPARE(made.run(u"share"_s, 0, {1, 2}).error().code, ErrorCode::Usage);
        QVERIFY(!QFile::exists(made.store.filePath(u"share"_s)));
    }
};

QTEST_MAIN(TestJobsEmail)
#include "tst_jobs_email.moc"
